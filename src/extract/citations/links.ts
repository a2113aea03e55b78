import { anyOf, edged, keyOf, phrase } from '../../language/words.ts';
import type { DocumentHeader, Reference, Replaced, ReportedOn } from '../../model/record.ts';
import { ofKind, type Plan } from '../document/plan.ts';
import type { LaidBlock } from '../document/text.ts';
import { sourceAt } from '../document/text.ts';
import { titleOf } from '../document/titles.ts';

/** What a document says of other plans: which it takes the place of, which it accounts for. */
export type Links = Pick<DocumentHeader, 'replaces' | 'reportsOn'>;

const list = (...phrases: readonly string[]): string => anyOf(phrases);
const REPLACE = phrase('thay thế');
const AMEND = list(
  'sửa đổi',
  'bổ sung',
  'điều chỉnh',
  'sửa đổi, bổ sung',
  'điều chỉnh, bổ sung',
  'bổ sung, điều chỉnh',
  'điều chỉnh, sửa đổi, bổ sung',
);
/** Between the verb and the number: which part of it, never what it is done for. */
const PART = list(
  'một số',
  'các',
  'những',
  'toàn bộ',
  'nội dung',
  'mục tiêu',
  'chỉ tiêu',
  'nhiệm vụ',
  'giải pháp',
  'thời gian',
  'thời hạn',
  'tiến độ',
  'tên gọi',
  'điểm',
  'khoản',
  'mục',
  'phần',
  'phụ lục',
  'điều',
  'và',
  'cho',
  'của',
  'tại',
  'trong',
);
const LABEL = String.raw`[ivxlc]{1,5}|\d{1,3}(?:\.\d{1,3}){0,3}|[a-zđ]`;
/** "Kế hoạch cải cách hành chính năm 2024 ban hành kèm theo Quyết định số …": the number is that of what carries it. */
const CARRIED = String.raw`\s+(?:${list('kế hoạch', 'chương trình', 'đề án')})(?<carried>\s[^.;:()]{0,160}?)?\s${phrase('kèm theo')}`;
const LINK = new RegExp(
  String.raw`${edged(String.raw`(?:(?<replaces>${REPLACE})|(?<amends>${AMEND}))`)}(?:[\s,]+(?:${PART}|${LABEL})(?![\p{L}\p{N}])){0,14}(?:${CARRIED})?\s*$`,
  'iu',
);
/** "…, Kế hoạch số 2/KH-UBND ngày …" after another that the same verb governs. */
const NEXT = new RegExp(String.raw`^[^.;:]{0,200}?(?:,|\s${list('và', 'và các')})\s*$`, 'iu');
/** The other document ends because of this one: "… hết hiệu lực kể từ ngày Kế hoạch này có hiệu lực". */
const ENDED = new RegExp(
  String.raw`^[^.;:]{0,160}?${list('hết hiệu lực', 'được thay thế bởi', 'được thay thế bằng')}[^.;:]{0,60}?${list('kế hoạch', 'quyết định', 'chương trình', 'nghị quyết')}\s+này`,
  'iu',
);
/** Somebody is asked to do it, or it was done, or it was not: the document itself does not. */
const ELSEWHERE = new RegExp(
  edged(
    list(
      'tham mưu',
      'trình',
      'đề xuất',
      'đề nghị',
      'kiến nghị',
      'rà soát',
      'nghiên cứu',
      'xây dựng',
      'xem xét',
      'chủ động',
      'nếu',
      'khi',
      'trường hợp',
      'đã',
      'sẽ',
      'chưa',
      'không',
      'hoặc',
    ),
  ),
  'iu',
);
/** Here a sentence about other documents turns to this one: "Thực hiện Nghị quyết số …, UBND tỉnh ban hành Kế hoạch …", "Kế hoạch này". */
const TURN = new RegExp(
  String.raw`,\s[^,.;:]{0,90}?(?<!${list('về việc', 'về', 'đã', 'được')}\s)${edged(phrase('ban hành'))}|${edged(String.raw`${list('kế hoạch', 'chương trình', 'quyết định', 'nghị quyết')}\s+này`)}`,
  'giu',
);
/** A basis speaks of what others did. */
const BASIS = new RegExp(String.raw`^[\s\-–+*•]*${edged(list('căn cứ', 'theo', 'thực hiện', 'trên cơ sở'))}`, 'iu');

const ACCOUNT = new RegExp(
  String.raw`${edged(list('kết quả', 'tình hình', 'tình hình, kết quả', 'tình hình và kết quả', 'sơ kết', 'tổng kết', 'đánh giá'))}[^.;:\d]{0,60}?(?:(?:${list('thực hiện', 'triển khai')})[\s,]*){1,2}(?:${list('các', 'nội dung', 'mục tiêu', 'chỉ tiêu', 'nhiệm vụ', 'theo', 'của', 'tại')}[\s,]*){0,4}$`,
  'iu',
);
/** "Thực hiện Kế hoạch số …, Sở … báo cáo kết quả thực hiện như sau" */
const AS_FOLLOWS = new RegExp(
  String.raw`^[^.;:]{0,300}?${list('báo cáo')}[^.;:\d]{0,60}?${list('kết quả', 'tình hình')}\s+(?:${list('thực hiện', 'triển khai', 'triển khai thực hiện')})\s+(?:${list('kế hoạch', 'kế hoạch này', 'kế hoạch nêu trên', 'kế hoạch trên')}\s+)?${phrase('như sau')}`,
  'iu',
);

const PLANS: ReadonlySet<string> = new Set(['plan', 'programme']);
const CARRIERS: ReadonlySet<string> = new Set(['decision', 'resolution']);
const MAKES: ReadonlySet<string> = new Set(['plan', 'decision', 'resolution', 'programme']);

/**
 * Reads which plans the text says it replaces, amends or reports on; one that it only carries out is none of these.
 *
 * @param blocks with the title, without furniture
 * @param references of the same text: a number may be told without its date here and with it there
 */
export function readLinks(
  plan: Plan,
  blocks: readonly LaidBlock[],
  { form, number: own }: Pick<DocumentHeader, 'form' | 'number'>,
  references: readonly Reference[],
): Links {
  const replaces = new Map<string, Replaced>();
  const reportsOn = new Map<string, ReportedOn>();
  const dates = new Map(references.map(({ number, date }) => [keyOf(number), date]));
  const opening = plan.outline.root.children[0]?.start ?? plan.laid.text.length;
  for (const block of blocks) {
    const { text } = block;
    const heading = (): boolean => {
      const node = plan.outline.nodeOf.get(block.index);
      return node !== undefined && node.start === block.start && titleOf(node).heading;
    };
    let governed: { readonly end: number; readonly kind: Replaced['kind']; readonly type: string } | undefined;
    let cited = 0;
    for (const { start, end, value } of ofKind(plan.mentionsOf(block), 'reference')) {
      const key = keyOf(value.number);
      const from = sentenceStart(text, start);
      const before = text.slice(from, start);
      const since = text.slice(Math.max(from, cited), start);
      const said = { number: value.number, date: value.date ?? dates.get(key) ?? null };
      const isPlan = PLANS.has(value.type);
      const link = MAKES.has(form) ? linkAt(before, since, cited > from, isPlan) : undefined;
      const after = text.slice(end, end + 260);
      if (own !== null && key === keyOf(own)) {
        // It does not take its own place.
      } else if (link !== undefined && (isPlan || (link.carried && CARRIERS.has(value.type)) || value.type === form)) {
        const source = sourceAt(plan.laid, block.start + from + link.at, block.start + end);
        keep(replaces, key, { ...said, kind: link.kind, source });
        governed = { end, kind: link.kind, type: value.type };
      } else if (governed !== undefined && governed.type === value.type && NEXT.test(text.slice(governed.end, start))) {
        keep(replaces, key, {
          ...said,
          kind: governed.kind,
          source: sourceAt(plan.laid, block.start + start, block.start + end),
        });
        governed = { ...governed, end };
      } else if (MAKES.has(form) && (isPlan || value.type === form) && ENDED.test(after) && !BASIS.test(before)) {
        const length = ENDED.exec(after)?.[0].length ?? 0;
        const source = sourceAt(plan.laid, block.start + start, block.start + end + length);
        keep(replaces, key, { ...said, kind: 'replaces', source });
      } else if (form === 'report' && isPlan && (block.start < opening || heading())) {
        const account = ACCOUNT.exec(since);
        const follows = BASIS.test(before) && cited <= from ? AS_FOLLOWS.exec(after) : null;
        if (account !== null || follows !== null) {
          const at = account === null ? start : start - since.length + account.index;
          const source = sourceAt(plan.laid, block.start + at, block.start + end + (follows?.[0].length ?? 0));
          keep(reportsOn, key, { ...said, source });
        }
      }
      cited = end;
    }
  }
  return {
    ...(replaces.size === 0 ? {} : { replaces: [...replaces.values()] }),
    ...(reportsOn.size === 0 ? {} : { reportsOn: [...reportsOn.values()] }),
  };
}

interface Link {
  readonly kind: Replaced['kind'];
  /** Where the verb stands in the sentence. */
  readonly at: number;
  /** The number is that of a decision that carries the plan. */
  readonly carried: boolean;
}

/** @param since the sentence from the last document cited in it on; all of it where `other` is false */
function linkAt(before: string, since: string, other: boolean, isPlan: boolean): Link | undefined {
  const found = LINK.exec(since);
  if (found === null) return undefined;
  const clause = since.slice(0, found.index);
  const turn = [...clause.matchAll(TURN)].at(-1);
  if (turn === undefined && (other || BASIS.test(before))) return undefined;
  if (ELSEWHERE.test(clause.slice(turn?.index ?? 0))) return undefined;
  const carried = /kèm\s+theo\s*$/iu.test(since);
  if (!isPlan && !carried && turn === undefined) return undefined;
  return {
    kind: found.groups?.replaces === undefined ? 'amends' : 'replaces',
    at: before.length - since.length + found.index,
    carried,
  };
}

/** Whoever says what a number is for says it within so many UTF-16 units. */
const REACH = 600;

function sentenceStart(text: string, at: number): number {
  const from = Math.max(0, at - REACH);
  const ends = [...text.slice(from, at).matchAll(/[.;:]\s|\n/gu)].at(-1);
  return ends === undefined ? from : from + ends.index + ends[0].length;
}

/** The first place that says so; a replacement says more than an amendment. */
function keep<T extends Replaced | ReportedOn>(found: Map<string, T>, key: string, one: T): void {
  const known = found.get(key);
  if (known === undefined || ('kind' in known && known.kind === 'amends' && 'kind' in one && one.kind === 'replaces'))
    found.set(key, one);
}
