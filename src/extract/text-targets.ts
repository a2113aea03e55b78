import type { Mention, MentionOf } from '../model/mention.ts';
import type { Agency, Deadline } from '../model/record.ts';
import type { AreaFinder } from './areas.ts';
import { baselineOf, conditionOf } from './asides.ts';
import { ofFigure } from './confidence.ts';
import { directionOf } from './direction.ts';
import type { RowFacts, TargetDraft } from './draft.ts';
import { inOrder, withShare } from './in-order.ts';
import { type LaidBlock, sourceAt } from './laid.ts';
import { levelsOf } from './levels.ts';
import { noMeasure } from './measures.ts';
import type { OutlineNode } from './outline.ts';
import { ofKind, type Plan } from './plan.ts';
import type { Role } from './roles.ts';
import { type Range, sentences } from './sentences.ts';
import { PREDICATE } from './statement-words.ts';
import { readStatements, type Statement } from './statements.ts';
import { type Status, statusOf } from './status.ts';
import { toAgency } from './table-tasks.ts';

/** Below a table: what its figures are counted from. */
const NOTE = /^(?:\(\*+\)\s*)?ghi\s+chú\s*[:.]/iu;

/** What surrounds a block: where it stands, and what it inherits. */
export interface Place {
  readonly node: OutlineNode;
  readonly role: Role;
  /** Offset in the block's text at which its own text begins, after label and run-in heading. */
  readonly from: number;
  readonly row?: RowFacts;
  readonly inherited: Deadline | null;
  /** What a text of this form reports unless it says otherwise. */
  readonly status: Status;
}

/** One target for each figure of a block that measures something. */
export function readTextTargets(plan: Plan, block: LaidBlock, place: Place, areas: AreaFinder): TargetDraft[] {
  const mentions = plan.mentionsOf(block).filter((m) => m.start >= place.from || m.kind === 'deadline');
  const deadlines = ofKind(mentions, 'deadline');
  const quantities = ofKind(mentions, 'quantity').filter((q) => q.start >= place.from);
  if (quantities.length === 0 || NOTE.test(block.text)) return [];
  const drafts: TargetDraft[] = [];
  const text = block.text;
  let status = place.status;
  const aimed = place.role === 'indicators' || place.role === 'objectives';
  for (const sentence of sentences(text, place.from)) {
    const within = quantities.filter(
      (q) =>
        q.start >= sentence.start &&
        q.end <= sentence.end &&
        noMeasure(text, sentence, q, place.role) === undefined &&
        !definesShare(text, sentence, q, quantities) &&
        !followsDenominator(text, q, quantities),
    );
    const times = deadlines.filter((d) => d.start >= sentence.start && d.end <= sentence.end);
    status = within.length === 0 ? statusOf(text.slice(sentence.start, sentence.end), status, aimed) : status;
    const statements = readStatements(text, sentence, within, times);
    const shares = inOrder(text, statements);
    for (const statement of statements) {
      status = statusOf(text.slice(sentence.start, statement.quantity.start), status, aimed);
      const found = draft(statement, times, status);
      drafts.push(withShare(found, shares.get(statement), plan));
    }
  }
  return drafts;

  function draft(statement: Statement, times: readonly MentionOf<'deadline'>[], said: Status): TargetDraft {
    const { quantity, quote } = statement;
    const words = text.slice(quote.start, quote.end);
    const own = text.slice(statement.own.start, statement.own.end);
    const stated = deadlineOf(text, statement, times);
    const explicit = stated === null ? null : stated.value;
    const status = isPast(explicit, plan.context.year) ? 'result' : said;
    const deadline = explicit ?? (status === 'result' ? null : (place.row?.deadline ?? place.inherited));
    const area =
      place.row?.area ?? areas.ofNode(place.node) ?? areas.ofWords(words) ?? areas.ofWords(around(text, statement));
    const lower = block.start + quote.start;
    return {
      kind: 'quantified',
      status,
      path: place.row !== undefined ? place.row.path : place.node.path || null,
      area,
      indicator: { text: statement.indicator === '' ? words : statement.indicator },
      quantity: quantity.value,
      direction: directionOf(text.slice(statement.before.start, statement.before.end) + upToDigits(quantity.text)),
      baseline: baselineOf(words),
      condition: conditionOf(words),
      levels: levelsOf(own, quantity.value.unit, plan.context.date),
      deadline,
      agencies: [...named(statement, mentions), ...(place.row?.leads ?? [])],
      source: sourceAt(plan.laid, lower, block.start + quote.end),
      confidence: ofFigure(statement, place.role, explicit !== null),
    };
  }

  /** Agencies that the statement itself makes answerable: "UBND cấp huyện tiến hành kiểm tra … 30% UBND cấp xã". */
  function named(statement: Statement, all: readonly Mention[]): Agency[] {
    return ofKind(all, 'agency')
      .filter((m) => m.start >= statement.before.start && m.end <= statement.quote.end)
      .flatMap((m) => {
        const acts =
          m.end <= statement.quantity.start &&
          /^\s*(?:chủ trì|tiến hành|thực hiện|triển khai|tổ chức|ban hành|xây dựng)/iu.test(
            text.slice(m.end, statement.quantity.start),
          );
        const role = m.value.role ?? (acts ? 'lead' : null);
        return role === null ? [] : [toAgency(plan, block, m, role, 'explicit')];
      });
  }
}

/** A year that was over when the plan began can only be reported on. */
const isPast = (time: Deadline | null, planYear: number | null): boolean =>
  time?.type !== 'recurring' && time?.end != null && planYear !== null && Number(time.end.slice(0, 4)) < planYear;

/** The sentence of a statement up to the colon behind it: what is then listed is another matter. */
function around(text: string, { sentence, quote }: Statement): string {
  const colon = text.slice(quote.end, sentence.end).indexOf(':');
  return text.slice(sentence.start, colon < 0 ? sentence.end : quote.end + colon);
}

/**
 * A count inside the measure of a share only says what is shared: "tỷ lệ trẻ học 02 buổi/ngày đạt 99%",
 * "95% phụ nữ được tầm soát ít nhất 4 bệnh".
 */
function definesShare(
  text: string,
  sentence: Range,
  count: MentionOf<'quantity'>,
  all: readonly MentionOf<'quantity'>[],
): boolean {
  if (count.value.unit.startsWith('%') || count.value.unit === 'rank') return false;
  return all.some((share) => {
    if (!share.value.unit.startsWith('%') || share.start < sentence.start || share.end > sentence.end) return false;
    const between = share.end <= count.start ? text.slice(share.end, count.start) : text.slice(count.end, share.start);
    if (share.end > count.start && share.start < count.end) return false;
    if (/[;:.(]|(?<![\p{L}])(?:với|gồm|trong đó)(?![\p{L}])/iu.test(between)) return false;
    // Commas may part nouns ("100% xã, phường có ít nhất 2 bản tin"), not clauses.
    const joint = Math.max(
      between.lastIndexOf(','),
      between.search(/(?<!\p{L})và(?!\p{L})(?!.*(?<!\p{L})và(?!\p{L}))/iu),
    );
    if (
      joint >= 0 &&
      (share.end > count.start || PREDICATE.test(between.slice(0, joint)) || !PREDICATE.test(between.slice(joint)))
    )
      return false;
    if (share.end <= count.start) return /\p{L}/u.test(between);
    const before = text.slice(sentence.start, count.start);
    return /(?:^|[,;:]\s*)(?:tỷ lệ|tỉ lệ|tỷ trọng|tỉ trọng)(?![\p{L}])[^;:]*$/iu.test(before);
  });
}

/** "2,2 giáo viên/lớp 2 buổi/ngày": right behind a denominator, a count only says which. */
const followsDenominator = (
  text: string,
  count: MentionOf<'quantity'>,
  all: readonly MentionOf<'quantity'>[],
): boolean =>
  all.some((q) => q.value.unit.includes('/') && q.end < count.start && /^\s+$/u.test(text.slice(q.end, count.start)));

/** The words of a figure before its digits: "tối thiểu 35%" -> "tối thiểu ". */
const upToDigits = (figure: string): string => figure.slice(0, Math.max(0, figure.search(/\d/u)));

/** The deadline that binds a statement: in its quote, else the last before it in its sentence that opens a clause. */
function deadlineOf(
  text: string,
  statement: Statement,
  times: readonly MentionOf<'deadline'>[],
): MentionOf<'deadline'> | null {
  const { quote, own, quantity, sentence, before: range } = statement;
  const inside = times.filter((t) => t.start >= quote.start && t.end <= quote.end);
  // Times that stand at another figure's own words are that figure's.
  const mine = inside.filter((t) => t.start < own.end && !insideBrackets(text, quote, t, quantity));
  const rank = (t: MentionOf<'deadline'>): number =>
    t.value.type === 'recurring' ? 1 : t.value.type === 'by' || t.value.type === 'during' ? 0 : 3;
  const near = mine
    .filter((t) => binds(text, t, quantity))
    .sort(
      (a, b) =>
        rank(a) - rank(b) ||
        // "… xuống 18% vào năm 2025 và dưới 15% vào năm 2030": the time in its own part goes first.
        Number(a.start < own.start) - Number(b.start < own.start) ||
        Math.abs(a.start - quantity.start) - Math.abs(b.start - quantity.start),
    );
  if (near[0] !== undefined) return near[0];
  const earlier = times.filter(
    (t) =>
      t.end <= quantity.start &&
      rank(t) < 3 &&
      (t.start >= range.start || opensClause(text, t, sentence, quantity.start)),
  );
  const before = earlier.filter((t) => binds(text, t, quantity)).at(-1);
  if (before !== undefined) return before;
  // "tổ chức 03 lớp tập huấn, hoàn thành trong quý III/2023"
  const after = times.find((t) => t.start >= quote.end && t.end <= sentence.end);
  return after !== undefined && rank(after) === 0 && DONE_BY.test(text.slice(quote.end, after.start)) ? after : null;
}

const DONE_BY = /^[\s,;]*(?:\([^()]*\)[\s,;]*)?(?:hoàn thành|thực hiện|xong)\s*$/iu;

/** "10 xã (năm 2021: 08 xã)": the time in the brackets says nothing of the figure before them. */
function insideBrackets(text: string, quote: Range, time: Range, figure: Range): boolean {
  if (time.start < figure.end) return false;
  const between = text.slice(figure.end, time.start);
  return between.lastIndexOf('(') > between.lastIndexOf(')') && time.end <= quote.end;
}

/** A time in the name of a document ("Kế hoạch CCHC năm 2019"), or a habit inside the measure ("báo cáo hằng tháng"), binds nothing. */
function binds(text: string, time: MentionOf<'deadline'>, quantity: MentionOf<'quantity'>): boolean {
  const before = text.slice(Math.max(0, time.start - 80), time.start);
  if (time.value.type === 'per-schedule' || time.value.type === 'ongoing' || time.value.type === 'after-event')
    return false;
  if (
    /^(?:năm|giai đoạn)/iu.test(time.text) &&
    /(?:kế hoạch|đề án|chương trình|nghị quyết|luật|báo cáo|kết luận|chiến lược|quyết định|bộ chỉ số)(?:\s+[\p{L}\p{N}]+){0,8}\s*$/iu.test(
      before,
    )
  )
    return false;
  if (time.value.type === 'recurring')
    return (
      /(?:^|[,;:.–-]|phấn đấu)\s*$/iu.test(before) ||
      time.end <= quantity.start ||
      text.slice(quantity.end, time.start).trim() === ''
    );
  return true;
}

/** A time at the head of an earlier clause speaks for what follows; one inside it only for its own clause. */
function opensClause(text: string, time: MentionOf<'deadline'>, sentence: Range, figure: number): boolean {
  const before = text.slice(sentence.start, time.start);
  return (
    /(?:^|[,;:])\s*(?:(?:để|phấn đấu|đến nay|và|mục tiêu|tạo cơ sở|hướng tới|từ nay)[\s,]*)*$/iu.test(before) ||
    (!text.slice(time.end, figure).includes(';') && before.trim().split(/\s+/u).length <= 4)
  );
}
