import { built } from '../../../knowledge/knowledge.ts';
import { documentKinds } from '../../../language/document-kinds.ts';
import { vi } from '../../../language/pattern.ts';
import type { MentionRule } from '../engine/rule.ts';
import { innerReferences, LABEL, STEP_WORDS } from './inner-steps.ts';

/** More labels under one word: "khoản 1, 2 và 3", only where nothing is counted by them. */
const MORE = String.raw`(?:(?:\s?,\s?(?:và\s)?|\s(?:và|hoặc)\s)(?:\d{1,2}|[a-zđ]|[ivx]{1,5})(?=\s?[,;.)]|\s(?:và|hoặc|của|thuộc|tại|này|kế|${STEP_WORDS})(?!\p{L})|$)){0,6}`;
const STEP = String.raw`(?:${STEP_WORDS})\s${LABEL}${MORE}`;
const JOINT = String.raw`(?:\s?,\s?|\s)(?:(?:và|hoặc|của|thuộc|tại)\s)?`;
const patternsOf = built(['documentKinds'], (tables) => ({
  /** Named after the steps, a document is this one only where it says so. */
  OTHER: vi`^(\s\(?(được )?(ban hành )?kèm theo\)?)?(\s?,\s?|\s)((của|tại) )?(Điều \d+|${documentKinds(tables).DATED}(?! này))`,
}));

/** "ý thứ ba, điểm b, khoản 2, mục I của Kế hoạch này" · "khoản 3, mục II" · "mục 2 phần III" · "mục (IV) (3.4)(a)" */
export const inner: MentionRule<'inner'> = {
  id: 'inner.steps',
  kind: 'inner',
  pattern: new RegExp(
    String.raw`(?<![\p{L}\p{N}])${STEP}(?:${JOINT}${STEP}){0,7}(?<own>\s?,?\s(?:(?:của|tại)\s)?(?:Kế\shoạch|Chương\strình|Đề\sán|Quyết\sđịnh|Nghị\squyết|Chỉ\sthị)\snày)?`,
    'giu',
  ),
  read({ before, own, after = '' }, { knowledge }, text) {
    if (own === undefined && patternsOf(knowledge).OTHER.test(after)) return undefined;
    const [first, ...more] = innerReferences(text);
    const step = first?.steps[0];
    if (first === undefined || step === undefined) return undefined;
    if (more.length === 0 && first.steps.length === 1 && own === undefined) {
      // "Phần I. …" at the start of a block is its heading; "điểm 5" alone may be a mark.
      if (before === '' && /^\s?(?:[.:)\n–-]|$)/u.test(after)) return undefined;
      if (step.word === 'điểm' && /^\d/u.test(step.label)) return undefined;
    }
    return { value: { steps: first.steps } };
  },
};
