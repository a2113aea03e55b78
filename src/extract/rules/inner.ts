import { loadTimeWords } from '../../knowledge/load.ts';
import type { InnerStep } from '../../model/mention.ts';
import type { Rule } from '../rule.ts';
import { anyOf, keyOf } from '../words.ts';

/** From the outermost in. */
const ORDER: readonly InnerStep['word'][] = ['phụ lục', 'phần', 'chương', 'mục', 'khoản', 'điểm', 'tiết', 'ý'];
const ORDINALS: Readonly<Record<string, string>> = {
  nhất: '1',
  hai: '2',
  ba: '3',
  tư: '4',
  bốn: '4',
  năm: '5',
  sáu: '6',
  bảy: '7',
  tám: '8',
  chín: '9',
  mười: '10',
};

const BRACKETED = String.raw`\((?:[ivx]{1,6}|\d{1,2}(?:\.\d{1,2}){0,3}|[a-zđ])\)`;
const LABEL = String.raw`(?:${BRACKETED}(?:\s?${BRACKETED}){0,3}|thứ\s(?:${Object.keys(ORDINALS).join('|')})|(?:[ivxl]{1,6}|\d{1,2})(?:\.\d{1,2}){0,3}(?:\.[a-zđ])?|[a-zđ](?:\.\d{1,2})?)(?![\p{L}\p{N}])`;
const STEP = String.raw`(?:tiểu\smục|${ORDER.join('|').replaceAll(' ', String.raw`\s`)})\s${LABEL}`;
const JOINT = String.raw`\s?,?\s(?:(?:của|thuộc|tại)\s)?`;
const DOCUMENT = anyOf(loadTimeWords().documents);
/** Named after the steps, a document is this one only where it says so. */
const OTHER = new RegExp(
  String.raw`^(?:\s\(?(?:được\s)?(?:ban\shành\s)?kèm\stheo\)?)?(?:${JOINT}|\s)(?:của\s|tại\s)?(?:Điều\s\d|${DOCUMENT}(?!\p{L})(?!\snày))`,
  'iu',
);
const PARTS = new RegExp(String.raw`(?<word>tiểu\smục|${ORDER.join('|')})\s(?<label>${LABEL})`, 'giu');

/** "ý thứ ba, điểm b, khoản 2, mục I của Kế hoạch này" · "khoản 3, mục II" · "mục 2 phần III" · "mục (IV) (3.4)(a)" */
export const inner: Rule<'inner'> = {
  id: 'inner.steps',
  kind: 'inner',
  pattern: new RegExp(
    String.raw`(?<=(?<before>^|[^]))(?<![\p{L}\p{N}])${STEP}(?:${JOINT}${STEP}){0,5}(?<own>\s?,?\s(?:(?:của|tại)\s)?(?:Kế\shoạch|Chương\strình|Đề\sán|Quyết\sđịnh|Nghị\squyết|Chỉ\sthị)\snày)?(?=(?<after>[^\n]{0,60}))`,
    'giu',
  ),
  read({ before, own, after = '' }, _context, text) {
    if (own === undefined && OTHER.test(after)) return undefined;
    const steps = [...text.matchAll(PARTS)].flatMap(({ groups }) => stepsOf(groups?.word ?? '', groups?.label ?? ''));
    const first = steps[0];
    if (first === undefined) return undefined;
    if (steps.length === 1 && own === undefined) {
      // "Phần I. …" at the start of a block is its heading; "điểm 5" alone may be a mark.
      if (before === '' && /^\s?(?:[.:)\n–-]|$)/u.test(after)) return undefined;
      if (first.word === 'điểm' && /^\d/u.test(first.label)) return undefined;
    }
    return { value: { steps: outermostFirst(steps) } };
  },
};

function stepsOf(written: string, label: string): InnerStep[] {
  const key = keyOf(written);
  const word = ORDER.find((name) => keyOf(name) === key) ?? 'mục';
  if (label.startsWith('(')) {
    return [...label.matchAll(/\(([^)]{1,12})\)/gu)].map(([, inside]) => ({ word, label: inside ?? '' }));
  }
  const ordinal = /^thứ\s(?<name>\p{L}+)$/iu.exec(label)?.groups?.name;
  return [{ word, label: ordinal === undefined ? label : (ORDINALS[keyOf(ordinal)] ?? label) }];
}

/** Most are written from the inside out; the words themselves tell, and steps of one word stay as they stand. */
const outermostFirst = (steps: readonly InnerStep[]): InnerStep[] =>
  [...steps].sort((a, b) => ORDER.indexOf(a.word) - ORDER.indexOf(b.word));
