import type { Context } from '../../knowledge/context.ts';
import { built } from '../../knowledge/knowledge.ts';
import { vi, viAll, viWords } from '../../language/pattern.ts';
import { keyOf } from '../../language/words.ts';
import type { Comparator, Deadline } from '../../model/record.ts';
import { findMentions } from '../mentions/find.ts';
import type { PlanColumn } from './columns.ts';
import { type CellUnit, splitUnit } from './units-of-cells.ts';

/** What the heads above a column of figures say of them. */
export interface HeadFacts {
  /** The time that the lowest of them names. */
  readonly time: Deadline | null;
  readonly unit: CellUnit | undefined;
  /** What they measure themselves, where the rows only name who or what: "Diện tích"; empty where they do not. */
  readonly measure: string;
  /** What they are held against: "so với năm 2025" of "Chỉ tiêu giảm so với năm 2025". */
  readonly baseline: string | null;
  /** "Số lượng (tối thiểu)": how the figures stand to what is aimed at, where they do not say so themselves. */
  readonly comparator: Comparator;
}

/** A time behind these words is one that figures are held against, and no due date. */
const AGAINST = /\s*(?:[,;(]\s*)?so\s+với\s+[^()\n]*?(?:19|20)\d\d(?!\d)\)?/iu;

const patternsOf = built(['columns', 'headWords', 'placeKinds'], ({ columns, headWords, placeKinds }) => ({
  aims: vi`${viWords(columns.filter(({ figures }) => figures === 'aimed' || figures === 'reached' || figures === 'state'))}`,
  // Words that say of a figure what becomes of it, and of which time it is.
  aimed: viAll`(${viWords(columns.filter(({ figures, part }) => figures !== undefined || part === 'follows'))}|${viWords(headWords)}|phát triển)`,
  // Whose it is, at the end of such words: "cho tỉnh Hòa Bình", "trên địa bàn huyện".
  ofPlace: vi`(của|cho|tại|ở|trên địa bàn) (toàn|các)? ${viWords(placeKinds)}(?<name>( \p{L}+){0,4})\s*$`,
  // Words that say of a figure that it is aimed at or reached, or nothing at all, but not what it measures.
  idle: viAll`(${viWords(columns.filter(({ figures }) => figures !== undefined))}|${viWords(headWords)})`,
}));

/**
 * Reads the heads of a column of figures, the lowest first.
 *
 * @param beside the other columns of figures: what a head says beside its time is told by them
 */
export function readHeads(
  context: Context,
  column: Pick<PlanColumn, 'heads'>,
  beside: readonly Pick<PlanColumn, 'heads'>[] = [],
): HeadFacts {
  const ofTime = namesItsTime(context, column, beside);
  let time: Deadline | null = null;
  let unit: CellUnit | undefined;
  const measures: string[] = [];
  let baseline: string | null = null;
  let comparator: Comparator = '=';
  for (const [above, written] of [...column.heads.entries()].toReversed()) {
    const against = AGAINST.exec(written)?.[0];
    const bracket = BRACKET.exec(written);
    const compared = comparatorsOf(context.knowledge).get(keyOf(bracket?.groups?.says ?? ''));
    comparator = compared ?? comparator;
    const bare = compared === undefined ? written : written.replace(BRACKET, '');
    const head = against === undefined ? bare : bare.replace(against, ' ').trim();
    baseline ??= against?.replace(/^[\s,;(]+|[\s)]+$/gu, '').replace(/\s+/gu, ' ') ?? null;
    const text = plain(withoutForeign(head));
    const parted = splitUnit(context, text);
    // "Kế hoạch" over figures says what they are; it is not what they count.
    const split = parted.words === text && saysNothing(context, text) ? { words: text, unit: undefined } : parted;
    unit ??= split.unit ?? (text === plain(head) ? undefined : splitUnit(context, plain(head)).unit);
    const inYear = inYearOf(context, column.heads.slice(0, above), split.words);
    const own = timeOf(inYear, split.words) ?? partOfYear(inYear, split.words);
    const named = own ?? (text === plain(head) ? undefined : timeOf(context, plain(head)));
    time ??= named?.deadline ?? null;
    const words = split.words === text && split.unit !== undefined ? '' : split.words;
    const rest = own === undefined ? words : withoutTime(words, own.text);
    if (above === 0 && ofTime) continue;
    const tells =
      !saysNothing(context, rest) ||
      isTotalBeside(context, column.heads, above, beside) ||
      isOneOfNumbered(column.heads, above, beside);
    if (
      tells &&
      !saysWhoAims(
        context,
        rest,
        beside.map(({ heads }) => heads[above] ?? ''),
      )
    )
      measures.unshift(rest.replace(/^[\s,:;–-]+|[\s,:;–-]+$/gu, ''));
  }
  return { time, unit, measure: measures.join(': '), baseline, comparator };
}
const BRACKET = /\s*\((?<says>[^()]{1,20})\)\s*$/u;
const comparatorsOf = built(
  ['figures'],
  ({ figures: { comparators } }) =>
    new Map(
      // "Nhiệt độ (cao nhất)" may be the highest that was, and "(ước)" compares nothing.
      Object.entries(comparators.before).flatMap(([sign, words]) =>
        words.flatMap((word) =>
          sign === '=' || /(?<!ít) nhất$/u.test(word) ? [] : [[keyOf(word), sign as Comparator] as const],
        ),
      ),
    ),
);

/** "Sản lượng năm 2026" without its time; a word that only opens one goes with it. */
const withoutTime = (words: string, time: string): string =>
  words.replace(time, ' ').replace(/\s+/gu, ' ').trim().replace(OPENS_TIME, '');
const OPENS_TIME = /(?:(?:\s+(?:đến|vào))?\s+năm|\s\d{1,2}\s?\/)$/iu;

/**
 * "Hiện trạng sử dụng đất năm 2025" and "Quy hoạch đến năm 2030" over the same "Diện tích | Cơ cấu": such heads tell of which time
 * their figures are, and how it is called, not what is measured.
 */
function namesItsTime(
  context: Context,
  { heads: [top = '', ...below] }: Pick<PlanColumn, 'heads'>,
  beside: readonly Pick<PlanColumn, 'heads'>[],
): boolean {
  const time = below.length > 0 ? timeOf(context, plain(top)) : undefined;
  if (time === undefined) return false;
  const words = (head: string, own: string): string => keyOf(plain(head).replace(own, ' '));
  const lowest = new Set(beside.filter(({ heads }) => heads[0] === top).map(({ heads }) => heads.at(-1)));
  return beside.some(({ heads: others }) => {
    const [other = ''] = others;
    const its = others.length > 1 && lowest.has(others.at(-1)) ? timeOf(context, plain(other)) : undefined;
    return (
      its !== undefined && its.deadline.end !== time.deadline.end && words(other, its.text) !== words(top, time.text)
    );
  });
}

/** "Tổng số" over columns, beside "Cấp trên phân bổ": it says which of the two is meant. */
function isTotalBeside(
  context: Context,
  heads: readonly string[],
  at: number,
  beside: readonly Pick<PlanColumn, 'heads'>[],
): boolean {
  const own = heads[at] ?? '';
  return (
    at > 0 &&
    at < heads.length - 1 &&
    TOTAL.test(own.trim()) &&
    beside.some(
      ({ heads: others }) =>
        others[at] !== own &&
        heads.slice(0, at).every((head, i) => head === others[i]) &&
        !saysNothing(context, splitUnit(context, plain(others[at] ?? '')).words),
    )
  );
}

/** "Mức 1" beside "Mức 2". */
function isOneOfNumbered(heads: readonly string[], at: number, beside: readonly Pick<PlanColumn, 'heads'>[]): boolean {
  const [word, number] = NUMBERED.exec(plain(heads[at] ?? ''))?.slice(1) ?? [];
  return (
    word !== undefined &&
    beside.some(({ heads: others }) => {
      const [its, other] = NUMBERED.exec(plain(others[at] ?? ''))?.slice(1) ?? [];
      return its === word && other !== number;
    })
  );
}
const NUMBERED = /^(\p{L}+) (\d|[IVX]{1,3})$/u;
const TOTAL = /^tổng(?: số| cộng)?$/iu;

const plain = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/**
 * "Kế hoạch Quốc hội giao", "Mục tiêu phấn đấu của Chính phủ", "Chỉ tiêu đề xuất cho tỉnh": who sets an aim, and for whom, is no
 * measure.
 *
 * @param beside the heads of the other columns: of several places each is named for its own figures
 */
export function saysWhoAims(context: Context, words: string, beside: readonly string[] = []): boolean {
  const { aims, aimed } = patternsOf(context.knowledge);
  if (!aims.test(words)) return false;
  const shared = withoutPlace(context, words);
  const own = keyOf(words);
  const oneOfSeveral =
    shared !== words &&
    beside.some((other) => keyOf(other) !== own && keyOf(withoutPlace(context, plain(other))) === keyOf(shared));
  const bare = findMentions(oneOfSeveral ? words : shared, context).reduceRight(
    (text, { kind, start, end }) =>
      kind === 'agency' || kind === 'deadline' ? `${text.slice(0, start)} ${text.slice(end)}` : text,
    oneOfSeveral ? words : shared,
  );
  return !/\p{L}/u.test(bare.replace(aimed, ' '));
}

/** Words without the place at their end whose figures they speak of: "cho tỉnh Hòa Bình". */
function withoutPlace({ knowledge }: Pick<Context, 'knowledge'>, words: string): string {
  const found = patternsOf(knowledge).ofPlace.exec(words);
  const named = /^(?:\s\p{Lu}\p{L}*)*$/u.test(found?.groups?.name ?? '');
  return found === null || !named ? words : words.slice(0, found.index).trim();
}

/** A head says the same again in English below or behind its own words: "Thực hiện⏎Implemented 2024", "Năm - Year". */
function withoutForeign(head: string): string {
  const [own = '', ...rest] = head.split(/\n|\s[-–/]\s/u);
  return MARKED.test(own) && rest.length > 0 && rest.every((part) => !MARKED.test(part) && /\p{L}{3}/u.test(part))
    ? own
    : head;
}
/** Letters of Vietnamese alone. */
const MARKED = /[^\p{ASCII}\P{L}]/u;

export function saysNothing({ knowledge }: Pick<Context, 'knowledge'>, words: string): boolean {
  return !/\p{L}/u.test(words.replace(patternsOf(knowledge).idle, ' '));
}

/** "Năm 2026", "Đến năm 2030", "Giai đoạn 2026-2030", "2026", "KH2026": the time that a head or a row names. */
export function timeOf(
  context: Context,
  words: string,
): { readonly deadline: Deadline; readonly text: string } | undefined {
  const spaced = words.replace(/(?<=\p{L})(?=(?:19|20)\d\d(?!\d))/gu, ' ');
  const found = findMentions(spaced, context).findLast(
    (mention) => mention.kind === 'deadline' && (mention.value.type === 'by' || mention.value.type === 'during'),
  );
  if (found?.kind === 'deadline') return { deadline: { ...found.value, basis: 'inherited' }, text: found.text };
  const span = /(?<!\d)(?<a>20\d\d)\s*[-–—÷]\s*(?<b>20\d\d)(?!\d)/u.exec(spaced);
  const [from, to] = [span?.groups?.a, span?.groups?.b];
  if (span !== null && from !== undefined && to !== undefined)
    return { deadline: during(span[0], from, to), text: span[0] };
  // "Sau năm 2030": from the next on, with no end.
  const after = /(?<!\p{L})sau\s(?:năm\s)?(?<year>20\d\d)(?!\d)/iu.exec(spaced);
  if (after?.groups?.year !== undefined)
    return {
      deadline: { ...during(after[0], String(Number(after.groups.year) + 1), '9999'), end: null },
      text: after[0],
    };
  // "1996" alone; in words it may count anything.
  const year =
    /(?<!\d)20\d\d(?!\d)/u.exec(spaced)?.[0] ?? /^\s*(?:năm\s)?(?<year>19\d\d)\s*$/iu.exec(spaced)?.groups?.year;
  return year === undefined ? undefined : { deadline: during(year, year, year), text: year };
}

/** "6 tháng", "Quý I" under "Thực hiện năm 2025": a part of the year that a head above it names, not of the document's. */
function inYearOf(context: Context, above: readonly string[], words: string): Context {
  if (/(?<!\d)20\d\d(?!\d)/u.test(words)) return context;
  const { start, end } = above.flatMap((head) => timeOf(context, plain(head))?.deadline ?? []).at(-1) ?? {};
  const year = start?.endsWith('-01-01') ? start.slice(0, 4) : undefined;
  return year === undefined || end !== `${year}-12-31` ? context : { ...context, year: Number(year), singleYear: true };
}

/**
 * "Thực hiện 6 tháng", "9 tháng đầu năm": of the year that the document is about. "Trẻ dưới 6 tháng tuổi" and "bú mẹ trong 6 tháng
 * đầu" measure how long.
 */
function partOfYear(context: Context, words: string): { deadline: Deadline; text: string } | undefined {
  const { year, singleYear } = context;
  const found = PART_OF_YEAR.exec(words);
  if (found === null || year === null || !singleYear) return undefined;
  const { months, part } = found.groups ?? {};
  if (part === undefined && !saysNothing(context, words.replace(found[0], ' '))) return undefined;
  const last = part?.toLowerCase() === 'cuối';
  const deadline = during(found[0], String(year), String(year));
  const [start, end] =
    months === '9' ? ['01-01', last ? '12-31' : '09-30'] : last ? ['07-01', '12-31'] : ['01-01', '06-30'];
  return { deadline: { ...deadline, start: `${year}-${start}`, end: `${year}-${end}` }, text: found[0] };
}
const PART_OF_YEAR = /(?<!\d)(?<months>[69])\s{1,2}tháng(?:\s{1,2}(?<part>đầu|cuối)\s{1,2}năm)?(?!\p{L})/iu;

const during = (text: string, from: string, to: string): Deadline => ({
  text,
  type: 'during',
  start: `${from}-01-01`,
  end: `${to}-12-31`,
  rrule: null,
  planYearOffset: 0,
  exclusive: false,
  basis: 'inherited',
});
