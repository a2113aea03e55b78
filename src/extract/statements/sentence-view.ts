import { built, type Knowledge } from '../../knowledge/knowledge.ts';
import { vi, viAll, viSource } from '../../language/pattern.ts';
import { type Range, withoutAsides } from '../../language/sentences.ts';
import { SOURCE_MARK } from '../../language/source-mark.ts';
import type { MentionOf } from '../../model/mention.ts';
import { phrasesOf, STATEMENT_TABLES } from './phrases.ts';
import { type Vocabulary, vocabularyOf } from './vocabulary.ts';

/** What stands between the start of a statement and its figure. */
export interface Lead {
  /** Past opening words and times. */
  readonly from: number;
  /** Nothing is left there that could be a measure. */
  readonly empty: boolean;
  /** A verb links it to its figure: "đạt", "còn", "giảm". */
  readonly linked: boolean;
}

/** A sentence with its figures and times, and what the words between them are good for. */
export interface SentenceView {
  readonly knowledge: Knowledge;
  readonly vocabulary: Vocabulary;
  readonly text: string;
  readonly sentence: Range;
  readonly quantities: readonly MentionOf<'quantity'>[];
  readonly times: readonly Range[];
  /** All figures that measure something, those in brackets too. */
  readonly told: readonly Range[];
  /** Figures that measure nothing by themselves, but have had their say: "diện tích 47 ha, mật độ …". */
  readonly setAside: readonly Range[];
  /** The text of a range with all asides blanked out, offsets unchanged. */
  readonly plain: (start: number, end: number) => string;
  readonly isEnd: (from: number, to: number) => boolean;
  readonly skipTimes: (from: number, to: number) => number;
  readonly lead: (start: number, figure: number) => Lead;
  /** Nothing but times, "và" and links stand in a range: "và đến năm 2030 đạt". */
  readonly onlyLinks: (from: number, to: number) => boolean;
}

/** The paper or site before a dash, at the beginning of its article: "(QNO) - Ngày …", "Laocaitv.vn - Theo …". */
const SOURCE = new RegExp(String.raw`^\s*${SOURCE_MARK}(?=\p{Lu})`, 'u');
/** "(+) 9 đô thị": the sign of an item below another. */
const LIST_MARK = /^\s*\([+*–-]\)/u;
/** What stands behind a figure that ends its statement. */
const CLOSED = /^[\s.…,;:!)]*(?:và\s*)?$/u;
const GOES_ON = /^\s*(?:và\s+\p{Ll}|[,.])/u;

/** What begins with a capital is another sentence, or a name. */
const small = (source: string): RegExp => new RegExp(source, 'u');

const patternsOf = built(STATEMENT_TABLES, (tables) => {
  const { BOUND, MEAN, RATIO, STATES, say, times } = phrasesOf(tables);
  return {
    /** Behind a figure, another one tells more of the same. */
    TELLS_MORE: small(
      viSource`^\s*((${say('equals', 'up-down', 'passes')}|bằng)(\s+(với|thêm|${BOUND}))*\s+(?=\d)|đạt(\s+${BOUND})*\s+(?=\d[\d.,]*\s?%))`,
    ),
    /** Behind a time: the figure that it is of. */
    STATES_NEXT: vi`^\s*,?\s*(${STATES}|${say('up-down')})(?!\p{L})`,
    /** "93% dân số tham gia bảo hiểm y tế", "75% số xã đạt chuẩn": they do something, and are not what the figure is a share of. */
    PEOPLE: vi`^\s*(${say('counted-base')}|số)\s`,
    NUMBER: vi`^\s*(tổng\s+)?số\s`,
    /** "Số hội viên tham gia đạt 90% số hội viên có thẻ": the measure has been named. */
    MEASURED: vi`\p{L}\s+${STATES}\s+(${BOUND}\s+)?$`,
    /** Words go on behind a figure, and not with another one. */
    SAYS_ON: small(viSource`^\s+(?!(${say('goes-with')})\s)\p{L}+\s`),
    /** "3 huyện, 60 xã đạt chuẩn": another count, and what is said of both. */
    COUNTS_ON: small(viSource`^(,|\s+và)\s+(${BOUND}\s+)?\d[\d.]*\s+\p{Ll}+\s`),
    /** "Ngoài ra, theo kế hoạch, …" */
    BESIDES: vi`^\s*${say('besides')}\s*,`,
    AGAINST_YEAR: vi`^\s*so\s+với\s+((hết|${times('part')})?\s*năm\s+\d{4}|năm\s+trước|${say('former')}(\s+năm\s+(trước|\d{4}))?)\s+${RATIO}\s`,
    /** "tháng 5 vừa qua" */
    PAST: vi`^\s${say('just-past')}`,
    /** "6 tháng đầu năm", "9 tháng qua", "tháng 10 vừa qua": when it was, though no year is named. */
    PERIOD: viAll`((${times('in')}|sau|qua)\s+)?((hơn|gần)\s+)?((\d{1,2}|${say('few')})\s+tháng(\s+${times('part')}(\s+(năm|nhiệm\s+kỳ))?|\s+(vừa\s+)?qua)|tháng\s+\d{1,2}\s+${say('just-past')}|(?<=(${MEAN}|${say('sums')}|thực\s+hiện|thực\s+hiện\s+trong)\s)\d{1,2}\s+tháng)`,
    /** "tính đến 30/6/2022", "trong gần 9 tháng của năm" */
    LOOSE_PERIOD: viAll`${say('period')}|${say('until')}\s+\d{1,2}[/-]\d{1,2}([/-]20\d\d)?(?!\d)`,
    PLACES_TIME: vi`(?<=^|[\s,(])${say('places-time')}\s{1,2}$`,
  };
});
const IN_WHICH = /^.*\S\s+trong\s+đó,?\s+(?:có\s+)?(?=\S{0,12}\s*\S{0,12}\s*$)/isu;
const BE_DONE = /^\s*được\s/iu;
/** "tăng 40 tỷ đồng (13%) so với cùng kỳ": the same once more stands between a figure and what it is held against. */
export const TOLD_ASIDE = /^\s*\([^()]*\d[^()]*\)(?=\s+so\s)/u;
const CLOSED_ASIDE = /^\s*\((?=[^()]*\d)[^()]*\)\s*/u;
const ASIDE = /\([^()]*(?:\)|$)/gu;

export function viewSentence(
  knowledge: Knowledge,
  text: string,
  sentence: Range,
  quantities: readonly MentionOf<'quantity'>[],
  times: readonly Range[],
  told: readonly Range[] = quantities,
  setAside: readonly Range[] = [],
): SentenceView {
  const flat = withoutAsides(text.slice(sentence.start, sentence.end)).padEnd(sentence.end - sentence.start);
  const plain = (start: number, end: number): string =>
    flat.slice(Math.max(0, start - sentence.start), Math.max(0, end - sentence.start));
  const vocabulary = vocabularyOf(knowledge);
  const { AIMS_AT, LINKS, LINKED, OTHERS_AND, REFERS, WHO_HAS } = vocabulary;
  const whole = wholeTimes(knowledge, text, sentence, times);
  const skipTimes = (from: number, to: number): number => pastTimes(knowledge, text, whole, from, to);
  const known = { knowledge, text, sentence, quantities, times: whole, vocabulary, skipTimes };
  const onlyLinks = (from: number, to: number): boolean =>
    LINKS.test(withoutTimes(text, whole, from, to).replace(/(?<!\p{L})và(?!\p{L})/giu, ' '));
  return { ...known, told, setAside, plain, isEnd, lead, onlyLinks };

  /** Where nothing but times, shares, asides or the end follows a figure, its measure stood before it. */
  function isEnd(from: number, to: number): boolean {
    const words = text.slice(skipTimes(from, to), to);
    // "6.620 hộ được sử dụng nước sạch": said of what is counted; of a share, what it is of stood before.
    if (BE_DONE.test(words) && quantities.some((q) => q.end === from && !q.value.unit.startsWith('%'))) return false;
    // "tăng 10% so với năm 2025 tỷ lệ người được khám": what is measured stands behind what it is held against.
    if (actsItself(known, from, words) || patternsOf(knowledge).AGAINST_YEAR.test(words)) return false;
    return endsIt(known, words.replace(TOLD_ASIDE, ''));
  }

  /** What stands between the start of a statement and its figure, opening words and times aside. */
  function lead(start: number, figure: number): Lead {
    let from = afterPreamble(start, figure);
    from += LIST_MARK.exec(text.slice(from, figure))?.[0].length ?? 0;
    while (from < figure && /[\s;,]/u.test(text[from] ?? '')) from++;
    from = pastOpeners(known, from, figure);
    const rest = withoutTimes(text, whole, from, figure);
    // "toàn huyện đã có 6.620 hộ được …": who has it is not what is measured, where that is said behind the figure.
    const own = WHO_HAS.test(rest) || OTHERS_AND.test(rest) ? quantities.find((q) => q.start === figure) : undefined;
    const has = own !== undefined && saysMore(known, text.slice(own.end, sentence.end));
    return {
      from: Math.min(from, figure),
      empty: has || LINKS.test(rest),
      linked: LINKED.test(text.slice(start, figure)),
    };
  }

  /** Past what only leads up to the measure: "Theo Quyết định …, …", "Tạo sự thống nhất …, phấn đấu đạt …". */
  function afterPreamble(opens: number, figure: number): number {
    const start = opens + (SOURCE.exec(text.slice(opens, figure))?.[0].length ?? 0);
    const words = plain(start, figure);
    const comma = words.lastIndexOf(',');
    if (
      comma >= 0 &&
      REFERS.test(words.replace(patternsOf(knowledge).BESIDES, '')) &&
      !namedBefore(known, start + comma + 1, figure)
    )
      return start + afterReference(vocabulary, words);
    const own = vocabulary.AIM_OF_FIGURE.test(words.slice(-40)) && quantities.find((q) => q.start === figure);
    if (own && !isEnd(own.end, sentence.end)) return figure;
    let from = start;
    // "…, đúng đối tượng, trong đó có 5% lao động nữ": no figure before it tells the whole.
    const part = IN_WHICH.exec(words);
    if (part !== null) return start + part[0].length;
    for (const match of words.matchAll(AIMS_AT)) {
      const at = start + match.index + match[0].length;
      // What holds a figure of its own names no other.
      if (!namedBefore(known, at, figure) || /\d/u.test(plain(start, at))) from = at;
    }
    const aims = vocabulary.SETS_AIMS.exec(plain(from, figure));
    if (aims !== null && /\p{L}{2}/u.test(plain(from + aims[0].length, figure))) from += aims[0].length;
    return from;
  }
}

/** Past opening words and the times between them. */
function pastOpeners(
  { text, skipTimes, vocabulary: { OPENER } }: Pick<SentenceView, 'text' | 'skipTimes' | 'vocabulary'>,
  start: number,
  figure: number,
): number {
  let from = start;
  for (;;) {
    const skipped = skipTimes(from, figure);
    const next = skipped + (OPENER.exec(text.slice(skipped, figure))?.[0].length ?? 0);
    if (next === from) return from;
    from = next;
  }
}

/** "Theo kế hoạch, tỉnh phấn đấu đạt tỷ lệ rác được thu gom, xử lý": past the last comma, but of a measure that holds commas. */
function afterReference({ MEASURE_AHEAD }: Vocabulary, words: string): number {
  for (const { index } of words.matchAll(/,/gu)) if (MEASURE_AHEAD.test(words.slice(index + 1))) return index + 1;
  return words.lastIndexOf(',') + 1;
}

/** The times of a sentence with the words that place them and the periods between them, in order. */
const wholeTimes = (knowledge: Knowledge, text: string, sentence: Range, times: readonly Range[]): readonly Range[] =>
  [...times.map((time) => withPlaceWord(knowledge, text, time)), ...periodsOf(knowledge, text, sentence, times)].sort(
    (a, b) => a.start - b.start,
  );

/** "tăng 2% ở giai đoạn 2026 - 2030": the word that only says that a time comes belongs to it. */
function withPlaceWord(knowledge: Knowledge, text: string, { start, end }: Range): Range {
  const { PAST, PLACES_TIME } = patternsOf(knowledge);
  const word = PLACES_TIME.exec(text.slice(Math.max(0, start - LONGEST_WORD), start));
  const past = PAST.exec(text.slice(end, end + LONGEST_WORD + 2))?.[0].length ?? 0;
  return { start: start - (word?.[0].length ?? 0), end: end + past };
}
const periodsOf = (knowledge: Knowledge, text: string, { start, end }: Range, times: readonly Range[]): Range[] =>
  [patternsOf(knowledge).PERIOD, patternsOf(knowledge).LOOSE_PERIOD]
    .flatMap((pattern) => [...text.slice(start, end).matchAll(pattern)])
    .map(({ index, 0: { length } }) => ({ start: start + index, end: start + index + length }))
    .filter((period) => !times.some((time) => time.start < period.end && time.end > period.start));

const LONGEST_WORD = 24;

/** Whether what stands behind a figure is what it is a share of, or says no more of it. */
const endsIt = (view: Pick<SentenceView, 'knowledge' | 'vocabulary'>, words: string): boolean =>
  view.vocabulary.SHARE_OF.test(words) || isClosed(view, words);

/** Whether what stands behind a figure says no more of it. */
const isClosed = (
  { knowledge, vocabulary: { CLOSES } }: Pick<SentenceView, 'knowledge' | 'vocabulary'>,
  words: string,
): boolean =>
  CLOSES.test(words) ||
  GOES_ON.test(words) ||
  patternsOf(knowledge).TELLS_MORE.test(words) ||
  CLOSED.test(words.replace(ASIDE, ''));

/** Whether those who stand behind a figure do something themselves, and are no whole that it is a share of. */
function actsItself(
  {
    knowledge,
    text,
    sentence,
    quantities,
    vocabulary: { PREDICATE },
  }: Pick<SentenceView, 'knowledge' | 'text' | 'sentence' | 'quantities' | 'vocabulary'>,
  from: number,
  words: string,
): boolean {
  const { MEASURED, NUMBER, PEOPLE } = patternsOf(knowledge);
  if (!PEOPLE.test(words) || !PREDICATE.test(/^[^,;.]*/u.exec(words)?.[0] ?? '')) return false;
  const figure = quantities.find((q) => q.end === from);
  return !NUMBER.test(words) || !MEASURED.test(text.slice(sentence.start, figure?.start ?? 0).slice(-40));
}

/** Past times, and the commas between them. */
function pastTimes(knowledge: Knowledge, text: string, times: readonly Range[], from: number, to: number): number {
  let at = pastAside(knowledge, text, times, from, to);
  for (;;) {
    let next = at;
    while (next < to && /[\s,]/u.test(text[next] ?? '')) next++;
    const time = times.find((t) => t.start === next && t.end <= to);
    // Without a time behind it, a comma still ends what stands before it.
    if (time === undefined) return /,/u.test(text.slice(at, next)) ? at : next;
    at = time.end;
  }
}

/** "dưới 15% (miền núi dưới 23%) vào năm 2030": past a figure in brackets behind which stands the time of both, and not of a next figure. */
function pastAside(knowledge: Knowledge, text: string, times: readonly Range[], from: number, to: number): number {
  const aside = CLOSED_ASIDE.exec(text.slice(from, to))?.[0];
  const time = aside === undefined ? undefined : times.find(({ start }) => start === from + aside.length);
  if (aside === undefined || time === undefined || time.end > to) return from;
  return patternsOf(knowledge).STATES_NEXT.test(text.slice(time.end, to)) ? from : from + aside.length;
}

/** "giữ ổn định diện tích lúa, phấn đấu đạt 500 ha": what is aimed at was named before, where only the level is told behind it. */
function namedBefore(
  {
    text,
    sentence,
    quantities,
    times,
    vocabulary: { LINKS, OF_CHANGE },
    skipTimes,
  }: Pick<SentenceView, 'text' | 'sentence' | 'quantities' | 'times' | 'vocabulary' | 'skipTimes'>,
  at: number,
  figure: number,
): boolean {
  const rest = withoutTimes(text, times, at, figure);
  const own = quantities.find((q) => q.start === figure);
  if (own === undefined || !/\p{L}/u.test(rest) || !LINKS.test(rest) || OF_CHANGE.test(rest)) return false;
  return !/^\s*\p{L}/u.test(text.slice(skipTimes(own.end, sentence.end), sentence.end));
}

/** "toàn huyện đã có 6.620 hộ được …", "tỉnh có 3 huyện, 60 xã đạt chuẩn": what is said of a count stands behind it. */
function saysMore({ knowledge, vocabulary }: Pick<SentenceView, 'knowledge' | 'vocabulary'>, behind: string): boolean {
  const { COUNTS_ON, SAYS_ON } = patternsOf(knowledge);
  return (
    SAYS_ON.test(behind) || (COUNTS_ON.test(behind) && vocabulary.PREDICATE.test(/^[^;.]*/u.exec(behind)?.[0] ?? ''))
  );
}

/** The text of a range without the times in it. */
export function withoutTimes(text: string, times: readonly Range[], from: number, to: number): string {
  let rest = '';
  let at = from;
  for (const time of times) {
    if (time.start < at || time.end > to) continue;
    rest += text.slice(at, time.start);
    at = time.end;
  }
  return rest + text.slice(at, Math.max(at, to));
}
