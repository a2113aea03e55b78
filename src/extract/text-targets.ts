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
import { insideEach, type Range, sentences } from './sentences.ts';
import { PREDICATE } from './statement-words.ts';
import { readStatements, type Statement } from './statements.ts';
import { heldAgainst, type Status, statusOf } from './status.ts';
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
  const mentions = plan.mentionsOf(block).filter((m) => m.start >= place.from);
  if (!mentions.some(({ kind }) => kind === 'quantity') || NOTE.test(block.text)) return [];
  const drafts: TargetDraft[] = [];
  const text = block.text;
  let status = place.status;
  /** The time that the sentences before opened with: it holds until another is named. */
  let frame: Deadline | null = null;
  const aimed = place.role === 'indicators' || place.role === 'objectives';
  for (const [sentence, own] of insideEach(sentences(text, place.from), mentions)) {
    const quantities = ofKind(own, 'quantity');
    const within = quantities.filter(
      (q) =>
        noMeasure(text, sentence, q, place.role) === undefined &&
        !definesShare(text, sentence, q, quantities) &&
        !followsDenominator(text, q, quantities),
    );
    const times = ofKind(own, 'deadline');
    const words = text.slice(sentence.start, sentence.end);
    if (within.length === 0) status = statusOf(words, status, aimed);
    else if (!aimed && heldAgainst(words)) status = 'result';
    const statements = readStatements(text, sentence, within, times);
    const shares = inOrder(text, statements);
    for (const statement of statements) {
      const { quantity } = statement;
      const said = text.slice(sentence.start, quantity.start) + upToDigits(quantity.text);
      status = statusOf(said, status, aimed);
      const found = draft(statement, own, times, within, status);
      drafts.push(withShare(found, shares.get(statement), plan));
    }
    const opening = openingTime(text, sentence, within, times);
    if (opening !== undefined)
      frame = isPast(opening.value, plan.context.year) ? null : { ...opening.value, basis: 'inherited' };
  }
  return drafts;

  function draft(
    statement: Statement,
    all: readonly Mention[],
    times: readonly MentionOf<'deadline'>[],
    figures: readonly Range[],
    said: Status,
  ): TargetDraft {
    const { quantity, quote } = statement;
    const words = text.slice(quote.start, quote.end);
    const own = text.slice(statement.own.start, statement.own.end);
    const stated = deadlineOf(text, statement, times, figures);
    const explicit = stated === null ? null : stated.value;
    const status = isPast(explicit, plan.context.year) ? 'result' : said;
    const deadline = explicit ?? (status === 'result' ? null : (frame ?? place.row?.deadline ?? place.inherited));
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
      agencies: [...named(statement, all), ...(place.row?.leads ?? [])],
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

const MEASURED_BEFORE = /(?<!\p{L})(?:đạt|là|còn|chiếm|bằng|tăng|giảm|lên|xuống|ở\s+mức)\s+$|:\s*$/iu;

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
    if (share.end > count.start && share.start < count.end) return false;
    const between = share.end <= count.start ? text.slice(share.end, count.start) : text.slice(count.end, share.start);
    if (between.length > FARTHEST) return false;
    if (/[;:.(]|(?<![\p{L}])(?:với|gồm|trong đó)(?![\p{L}])/iu.test(between)) return false;
    // Commas may part nouns ("100% xã, phường có ít nhất 2 bản tin"), not clauses.
    const joint = Math.max(between.lastIndexOf(','), [...between.matchAll(AND)].at(-1)?.index ?? -1);
    if (
      joint >= 0 &&
      (share.end > count.start || PREDICATE.test(between.slice(0, joint)) || !PREDICATE.test(between.slice(joint)))
    )
      return false;
    // "X đạt 9,5%, Y đạt 8 tỷ đồng": the measure of the share stood before it.
    if (joint >= 0 && MEASURED_BEFORE.test(text.slice(sentence.start, share.start))) return false;
    if (share.end <= count.start) return /\p{L}/u.test(between);
    const before = text.slice(sentence.start, count.start);
    return /(?:^|[,;:]\s*)(?:(?:tăng|giảm|nâng|duy trì|giữ|đưa|phấn đấu)\s+)*(?:tỷ lệ|tỉ lệ|tỷ trọng|tỉ trọng)(?![\p{L}])[^;:]*$/iu.test(
      before,
    );
  });
}

/** A count that stands farther from a share than this, in UTF-16 units, is no part of what is shared. */
const FARTHEST = 400;
const AND = /(?<!\p{L})và(?!\p{L})/giu;

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
  figures: readonly Range[],
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
      (t.start >= range.start || opensClause(text, t, sentence, quantity.start, figures)),
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
      text.slice(quantity.end, time.start).trim() === '' ||
      // "xóa 5% số điểm phức tạp mỗi năm": not a habit, as "được đánh giá hằng năm" is.
      (/^mỗi\s+năm$/iu.test(time.text) && /^\s*(?:[.,;]|$)/u.test(text.slice(time.end)))
    );
  return true;
}

/** Behind a time that speaks for a whole list: "đến năm 2025, …", "đến năm 2025 như: …", "đến năm 2025 có …". */
const LEADS_ON =
  /^\s*(?:[,:]|(?:như(?:\s+sau)?|gồm|bao\s+gồm|cụ\s+thể|là)\s*:|(?:phấn\s+đấu|với|có|đạt|phải)(?!\p{L}))/iu;
/** Before it, at most what the clause is about, or what leads up to aims. */
const TOPIC = /^(?:về|đối\s+với|trong|với)\s/iu;
const LEADS_UP =
  /^(?:(?:sau\s+đó|đồng\s+thời|ngoài\s+ra|tiếp\s+theo|trong\s+đó|theo\s+đó|cụ\s+thể|và|tỉnh|thành\s+phố|huyện)\s*)?(?:(?:[^,;:]*\s)?(?:mục\s+tiêu|chỉ\s+tiêu)(?:\s[^,;:]*)?|phấn\s+đấu)?$/iu;

/** A time that stands before the first figure of its clause and leads on to it. */
function isFronted(text: string, time: MentionOf<'deadline'>, sentence: Range, figures: readonly Range[]): boolean {
  const from = Math.max(sentence.start, text.slice(0, time.start).search(/[^;:]*$/u));
  if (figures.some((figure) => figure.start >= from && figure.end <= time.start)) return false;
  const topic = text.slice(from, time.start).trim();
  return (
    LEADS_ON.test(text.slice(time.end, sentence.end)) &&
    (TOPIC.test(topic) || LEADS_UP.test(topic.slice(topic.lastIndexOf(',') + 1).trim()))
  );
}

/** The time that opens a sentence, and speaks for those behind it too. */
const openingTime = (
  text: string,
  sentence: Range,
  figures: readonly MentionOf<'quantity'>[],
  times: readonly MentionOf<'deadline'>[],
): MentionOf<'deadline'> | undefined =>
  times.findLast(
    (time) =>
      figures.every((figure) => figure.start >= time.end) &&
      (time.value.type === 'by' || (time.value.type === 'during' && time.value.end !== null)) &&
      isFronted(text, time, sentence, figures) &&
      figures.every((figure) => binds(text, time, figure)),
  );

/** A time at the head of an earlier clause speaks for what follows; one inside it only for its own clause. */
function opensClause(
  text: string,
  time: MentionOf<'deadline'>,
  sentence: Range,
  figure: number,
  figures: readonly Range[],
): boolean {
  const before = text.slice(sentence.start, time.start);
  return (
    isFronted(text, time, sentence, figures) ||
    /(?:^|[,;:])\s*(?:(?:để|phấn đấu|đến nay|và|mục tiêu|tạo cơ sở|hướng tới|từ nay)[\s,]*)*$/iu.test(before) ||
    (!text.slice(time.end, figure).includes(';') && before.trim().split(/\s+/u).length <= 4)
  );
}
