import { built, type Knowledge } from '../../knowledge/knowledge.ts';
import { documentKinds } from '../../language/document-kinds.ts';
import { vi, viAll, viMeaning, viWords } from '../../language/pattern.ts';
import type { Range } from '../../language/sentences.ts';
import { SOURCE_MARK } from '../../language/source-mark.ts';
import { verbs } from '../../language/verbs.ts';
import type { MentionOf } from '../../model/mention.ts';
import { WITH_AIMS } from '../mentions/times/with-aims.ts';
import { bracketed, within } from './bracketed.ts';
import { phrasesOf, STATEMENT_TABLES } from './phrases.ts';
import type { Statement } from './statement.ts';
import { statusSaid } from './status.ts';

const patternsOf = built(STATEMENT_TABLES, (tables) => {
  const verb = verbs(tables);
  const { AIM, BOUND, LISTS, PLACE_KIND, PLAN, say, times } = phrasesOf(tables);
  return {
    /** "Kỳ họp đã xác định 18 chỉ tiêu chủ yếu năm 2025": the time of the aims that are told next. */
    SETS_AIMS_FOR: vi`(${verb.SETS}|${verb.SETTLES})(?!\p{L})[^.;:]{0,120}?${AIM}(?!\p{L})[^.;:]{0,120}$`,
    /** "tổ chức 03 lớp tập huấn, hoàn thành trong quý III/2023" */
    DONE_BY: vi`^[\s,;]*(\([^()]*\)[\s,;]*)?(${verb.COMPLETES}|thực hiện|xong)\s*$`,
    /** "Kế hoạch CCHC năm 2019" */
    IN_A_NAME: vi`${documentKinds(tables).NAMED_WITH_A_YEAR}(\s+[\p{L}\p{N}]+){0,8}\s*$`,
    AIMED: vi`${verb.AIMS_ALWAYS}`,
    /** Between two figures that are stated alike: a measure and the verb that states the second. */
    PARALLEL: vi`^,\s+(và )?(${viWords(tables.measures.filter(({ begins }) => begins))})(?!\p{L})((?!(${verb.AIMS_ALWAYS}|${verb.CHANGES}|${verb.MOVES})(?!\p{L}))[^,;:.\d()]){1,120}\s(${verb.STATES})( ${BOUND}){0,2}\s*$`,
    /** Leads up to the members of one whole. */
    LISTS: vi`${LISTS}( có)?\s?:|(bao)? gồm`,
    /** "…, trong đó: kiểu mẫu 6%": the parts of a whole. */
    PARTS: viAll`[,(;]\s*${viWords(tables.clauseWords.filter(({ lists }) => lists === 'parts'))}`,
    /** "Ngày 13/3/2024, UBND tỉnh ban hành Kế hoạch …, phấn đấu …": when the plan was made, not when its aims are due. */
    HAPPENED: vi`^\s*,[^;:\d]{3,140}(${verb.SETTLES}|${viMeaning(tables.officeWords, 'meets')}|${say('happened')})(?!\p{L})`,
    /** A day of each month or year, or a word that binds, says when a thing is due: "trước 30/6 và 31/12 hằng năm". */
    DUE: vi`^(${times('by', 'before')}|(vào )?ngày)(?!\p{L})`,
    IN_A_VISION: vi`${times('vision')}( ${times('of-vision')})?\s*$`,
    /** Right before the year for which a figure was planned. */
    PLANNED: vi`${PLAN}\s+$`,
    /** Behind a time that speaks for a whole list: "đến năm 2025, …", "đến năm 2025 như: …", "đến năm 2025 có …". */
    LEADS_ON: vi`^\s*([,:]|(như|là|${LISTS})\s*:)|^\s*${say('all-by-then')}`,
    /** "Tỉnh phấn đấu đến năm 2025 …", "Đại hội xác định đến năm 2025 …", "với mục tiêu cụ thể đến năm 2025 …": whatever follows is aimed at by then. */
    AIMS_BY: vi`(phấn đấu|(?<!được )xác định|${AIM}( ${say('of-aim')}|\s[^,;:.]{1,50}\slà)*)$`,
    /** Before it, at most what leads up to aims. */
    LEADS_UP: vi`^((${say('leads-on')}|${PLACE_KIND}|tính|riêng|sau đó|tiếp theo|theo đó)\s*)?((${times('vision')})?|([^,;:]*\s)?${AIM}(\s[^,;:]*)?|phấn đấu|(trong\s+)?(vụ|niên vụ|mùa)(\s+\p{L}+){0,3})?$`,
    /** "Mục tiêu cụ thể của tỉnh đến năm 2030 là …" */
    AIMS_OF: vi`^${AIM}(?!\p{L})[^,;:]*$`,
    /** What stands right before a time at the head of a clause, and no other words. */
    HEADS_CLAUSE: vi`(^|[,;:])\s*((${say('heads-clause')}|riêng|hướng tới|đến nay|từ nay|tạo cơ sở)(?!\p{L})[\s,]*)*$`,
    /** Before and behind a figure that says how many times as much as at another time. */
    TIMES_AS_MUCH: vi`(${say('up-down', 'greater', 'less')}|gấp|bằng|hơn)(?!\p{L})(\d[.,]\d|[^,;:.]){0,30}$`,
    MORE_THAN: vi`${say('greater', 'less')} hơn $`,
    AS_MUCH: vi`bằng(?!\p{L})(\d[.,]\d|[^,;:.]){0,20}$`,
    /** A year or a stage, without a word that binds it. */
    SPAN: vi`^((cả)? ${times('year', 'stage')}|${say('former')})`,
    STAGE: vi`^${times('stage')}`,
    YEAR_OR_STAGE: vi`^(năm|${times('stage')})`,
    ONLY_YEAR: vi`^năm\s\d{4}$`,
    BINDS: vi`^(${times('in', 'to')})(?!\p{L})`,
    BINDS_AT_ALL: vi`^(${times('in', 'to')}|trước)(?!\p{L})`,
    SAYS_PLANNED: vi`^\s*((đề ra )?là|:|đạt)\s`,
    STRIVES_BEFORE: vi`(^|[,;:.–-]|phấn đấu)\s*$`,
    TAKES_TIMES: vi`được|có|${tables.figures.comparators.before['>='] ?? []}`,
    ONLY_EACH_YEAR: vi`^mỗi\s+năm$`,
    /** Before a time, at most what its clause is about. */
    TOPIC: vi`^(${say('topic')})\s`,
  };
});

type Time = MentionOf<'deadline'>;

/** Which of a sentence's times bind which of its figures. */
export interface BindingTimes {
  /** The time that binds a statement: in its quote, else the last before it in its sentence that opens a clause. */
  readonly of: (statement: Statement) => Time | null;
  /** The time that a figure of the statement is held against: "gấp 1,5 lần năm 2025". */
  readonly comparedWith: (statement: Statement) => Time | undefined;
  /** The time that opens the sentence, and speaks for those behind it too; null where it has several, none of which does. */
  readonly opening: () => Time | null | undefined;
}

/** True where a time is what its figure is held against; one that still lies ahead may be when it is due, where no other is. */
function isCompared(
  knowledge: Knowledge,
  text: string,
  figures: readonly MentionOf<'quantity'>[],
  time: Time,
  ahead: boolean,
): boolean {
  const { AS_MUCH, MORE_THAN, ONLY_YEAR, SPAN, TIMES_AS_MUCH } = patternsOf(knowledge);
  // "cao hơn năm 2024 là 2,5%"
  if (MORE_THAN.test(text.slice(Math.max(0, time.start - 12), time.start)) && ONLY_YEAR.test(time.text)) return true;
  if (ahead || time.value.type !== 'during' || !SPAN.test(time.text)) return false;
  const figure = figures.find(({ end }) => end <= time.start && text.slice(end, time.start).trim() === '');
  if (figure === undefined) return false;
  const said = text.slice(Math.max(0, figure.start - 40), figure.end);
  if (figure.value.unit === 'lần') return TIMES_AS_MUCH.test(said);
  return figure.value.unit === '%' && AS_MUCH.test(said);
}

/**
 * @param figures of the sentence that measure something
 * @param all times of the sentence, in order
 * @param year of the plan; null where none is known
 */
export function bindingTimes(
  knowledge: Knowledge,
  text: string,
  sentence: Range,
  figures: readonly MentionOf<'quantity'>[],
  all: readonly Time[],
  year: number | null,
): BindingTimes {
  const lastsTo = (time: Time): number => Number(time.value.end?.slice(0, 4) ?? 0);
  const compared = all.filter((time) =>
    isCompared(
      knowledge,
      text,
      figures,
      time,
      year !== null && lastsTo(time) >= year && all.every((other) => lastsTo(other) <= lastsTo(time)),
    ),
  );
  const times = all.filter((time) => !compared.includes(time));
  // Asked for by every figure of the sentence, and the same for all of them.
  const fronted = new Map<Time, boolean>();
  const isFronted = (time: Time): boolean => {
    const known =
      fronted.get(time) ?? leadsOn(knowledge, text, time, sentence, figures, year === null || lastsTo(time) >= year);
    fronted.set(time, known);
    return known;
  };
  return {
    of: (statement) => timeOf(knowledge, text, statement, figures, times, isFronted),
    comparedWith: ({ quantity }) =>
      compared.find((time) =>
        time.end <= quantity.start
          ? /^\s*(?:là\s*)?$/iu.test(text.slice(time.end, quantity.start))
          : time.start >= quantity.end && text.slice(quantity.end, time.start).trim() === '',
      ),
    opening: () => {
      // "Đến năm 2025 đạt …; đến năm 2030 đạt …": of what follows, nothing tells which; a vision is by the way.
      const { SETS_AIMS_FOR, IN_A_NAME, IN_A_VISION } = patternsOf(knowledge);
      const dues = times.filter((time) => {
        const before = text.slice(Math.max(sentence.start, time.start - 80), time.start);
        return time.value.type === 'by' && !IN_A_VISION.test(before) && !IN_A_NAME.test(before);
      });
      if (new Set(dues.map(({ value }) => value.end)).size > 1) return null;
      const announced = figures.length === 0 ? times.findLast(isOfYears) : undefined;
      if (announced !== undefined && SETS_AIMS_FOR.test(text.slice(sentence.start, announced.start))) return announced;
      return times.findLast(
        (time) =>
          figures.every((figure) => figure.start >= time.end) &&
          // "Ngày 14/01/2022, UBND tỉnh ban hành Kế hoạch …": on a day something happened.
          !(figures.length === 0 && isWithinMonth(time)) &&
          (time.value.type === 'by' || (time.value.type === 'during' && time.value.end !== null)) &&
          isFronted(time) &&
          figures.every((figure) => binds(knowledge, text, time, figure)),
      );
    },
  };
}

/** "năm 2025", "giai đoạn 2026 - 2030", "đến năm 2030". */
const isOfYears = ({ value: { type, start, end } }: Time): boolean =>
  (type === 'by' || type === 'during') &&
  end?.endsWith('-12-31') === true &&
  (start === null || start.endsWith('-01-01'));

function timeOf(
  knowledge: Knowledge,
  text: string,
  statement: Statement,
  figures: readonly MentionOf<'quantity'>[],
  times: readonly Time[],
  isFronted: (time: Time) => boolean,
): Time | null {
  const { quote, own, quantity, sentence, before: range } = statement;
  const stamp = times.find((t) => isStamp(text, t, quantity));
  if (stamp !== undefined) return stamp;
  const inside = times.filter((t) => t.start >= quote.start && t.end <= quote.end);
  // Times that stand at another figure's own words are that figure's.
  const mine = inside.filter(
    (t) =>
      (t.start < own.end || !figures.some(({ start }) => start >= quantity.end && start < quote.end)) &&
      !insideBrackets(text, quote, t, quantity) &&
      !stampsOther(text, t, quantity),
  );
  const rank = (t: Time): number =>
    t.value.type === 'recurring' ? 1 : t.value.type === 'by' || t.value.type === 'during' ? 0 : 3;
  const near = mine
    .filter((t) => binds(knowledge, text, t, quantity))
    .sort(
      (a, b) =>
        rank(a) - rank(b) ||
        // "… xuống 18% vào năm 2025 và dưới 15% vào năm 2030": the time in its own part goes first.
        Number(a.start < own.start) - Number(b.start < own.start) ||
        Math.abs(a.start - quantity.start) - Math.abs(b.start - quantity.start),
    );
  // "… đạt 60% vào năm 2025 và phấn đấu đạt 90% và 80% vào năm 2030": what stands before its own part is the last resort.
  const shared =
    near[0] !== undefined && near[0].end <= own.start
      ? (sharedBehind(knowledge, text, statement, figures, times) ?? behindBracket(knowledge, text, statement, times))
      : undefined;
  if (shared !== undefined) return shared;
  if (near[0] !== undefined) return namesStage(knowledge, near[0], text, quantity, times, isFronted) ?? near[0];
  const firstFigure = figures.find(({ start }) => start >= sentence.start)?.start ?? quantity.start;
  const opens = times.find(({ start, end }) => start >= sentence.start && end <= firstFigure);
  const before = times.findLast(
    (t) =>
      t.end <= quantity.start &&
      rank(t) < 3 &&
      !stampsOther(text, t, quantity) &&
      binds(knowledge, text, t, quantity) &&
      // "…; mỗi năm mở 3 lớp; 95% hộ …": how often is said of its own clause, but where the sentence opens with it.
      (rank(t) === 0 || t === opens || !text.slice(t.end, quantity.start).includes(';')) &&
      (t.start >= range.start ||
        isFronted(t) ||
        opensClause(knowledge, text, t, sentence, quantity.start) ||
        opensBracket(text, t, quantity.start) ||
        headsList(text, t, sentence, figures, quantity.start)),
  );
  if (before !== undefined) return before;
  const whole = ofWhole(knowledge, text, statement, times);
  if (whole !== undefined && rank(whole) === 0 && binds(knowledge, text, whole, quantity)) return whole;
  const joint = ofSeveral(knowledge, text, statement, figures, times);
  if (joint !== undefined) return joint;
  // "tổ chức 03 lớp tập huấn, hoàn thành trong quý III/2023"
  const after = times.find((t) => t.start >= quote.end && t.end <= sentence.end);
  return after !== undefined &&
    rank(after) === 0 &&
    patternsOf(knowledge).DONE_BY.test(text.slice(quote.end, after.start))
    ? after
    : null;
}

/** A time behind other figures that is of this one too. */
const ofSeveral = (
  knowledge: Knowledge,
  text: string,
  statement: Statement,
  figures: readonly MentionOf<'quantity'>[],
  times: readonly Time[],
): Time | undefined =>
  sharedBehind(knowledge, text, statement, figures, times) ??
  behindBracket(knowledge, text, statement, times) ??
  ofParts(knowledge, text, statement, figures, times) ??
  ofWholeList(knowledge, text, statement, figures, times) ??
  ofParallels(knowledge, text, statement, figures, times);

/** "nhóm 4 nước dẫn đầu khu vực và nhóm 60 nước dẫn đầu thế giới vào năm 2028": a time behind two figures that "và" joins is of both. */
function sharedBehind(
  knowledge: Knowledge,
  text: string,
  { quantity, sentence }: Statement,
  figures: readonly MentionOf<'quantity'>[],
  times: readonly Time[],
): Time | undefined {
  const next = figures.find(({ start }) => start >= quantity.end);
  if (next === undefined || next.value.unit !== quantity.value.unit) return undefined;
  const time = times.find(({ start }) => start >= quantity.end);
  if (time === undefined || time.start < next.end || time.end > sentence.end) return undefined;
  const [between, behind] = [text.slice(quantity.end, next.start), text.slice(next.end, time.start)];
  const binds = patternsOf(knowledge).BINDS_AT_ALL.test(time.text);
  // "dưới 10% (khu vực thành thị), 5% (khu vực nông thôn) vào năm 2025": the same of two parts.
  if (binds && ASIDE_AND_NEXT.test(between) && ASIDE.test(behind)) return time;
  if (!/^[^,;:.]*(?<!\p{L})và(?!\p{L})[^,;:.]*$/iu.test(between) || /[,;:.]/u.test(behind)) return undefined;
  // "đã giảm còn 3% và phấn đấu dưới 1% vào năm 2030": only the second is aimed at.
  if (patternsOf(knowledge).AIMED.test(between)) return undefined;
  // "được tiêm chủng đạt 70% và được lập sổ theo dõi đạt 95% năm 2025": each is reached, and the year stands at the last.
  const reached =
    behind.trim() === '' &&
    isOfYears(time) &&
    REACHES.test(between) &&
    AT_LEVEL.test(text.slice(sentence.start, quantity.start));
  return binds || reached ? time : undefined;
}
const ASIDE = /^\s*\([^()]*\)\s*$/u;
const ASIDE_AND_NEXT = /^\s*\([^()]*\)\s*(?:,|và)\s*(?:\p{L}+\s+){0,3}$/u;
const AT_LEVEL = vi`đạt( \p{L}+){0,2}\s*$`;
const REACHES = vi`\sđạt( \p{L}+){0,2}\s*$`;

/** "giảm xuống dưới 17% (miền núi dưới 28%) vào năm 2025": the time right behind brackets is of the figures in them too. */
function behindBracket(
  knowledge: Knowledge,
  text: string,
  { quantity, sentence }: Statement,
  times: readonly Time[],
): Time | undefined {
  const aside = bracketed(text, sentence).find((one) => within(quantity, one));
  const time = aside === undefined ? undefined : times.find(({ start }) => start >= aside.end);
  if (aside === undefined || time === undefined || text.slice(aside.end, time.start).trim() !== '') return undefined;
  return patternsOf(knowledge).BINDS_AT_ALL.test(time.text) ? time : undefined;
}

/**
 * "đạt 90% đối với tuyến tỉnh; 75% đối với tuyến huyện vào năm 2025", "Tỷ lệ béo phì: trẻ em dưới 10%; người lớn dưới 20% vào năm
 * 2025": the time behind the last of the parts of one measure is of all.
 */
function ofParts(
  knowledge: Knowledge,
  text: string,
  { quantity, sentence, heads }: Statement,
  figures: readonly MentionOf<'quantity'>[],
  times: readonly Time[],
): Time | undefined {
  const time = times.find(({ start }) => start >= quantity.end);
  if (time === undefined || time.end > sentence.end || !patternsOf(knowledge).BINDS_AT_ALL.test(time.text))
    return undefined;
  const parts = withoutBrackets(text.slice(quantity.end, time.start)).split(';');
  if (parts.length < 2) return undefined;
  const next = figures.find(({ start }) => start >= quantity.end + text.slice(quantity.end).indexOf(';'));
  if (next === undefined || next.start > time.start || next.value.unit !== quantity.value.unit) return undefined;
  const headed = heads.length > 0 && text.slice(sentence.start, quantity.start).includes(':');
  // A part that says no measure of its own begins with its figure.
  return parts.slice(1).every((part) => (headed ? /\d/u.test(part) : BEGINS_WITH_FIGURE.test(part))) ? time : undefined;
}
const BEGINS_WITH_FIGURE = /^\s*\d/u;
const withoutBrackets = (text: string): string => text.replace(/\([^()]*\)/gu, '');

/** "đến năm 2026, 100% huyện đạt chuẩn … giai đoạn 2023-2030": the stage is in a name, and a time before says when. */
function namesStage(
  knowledge: Knowledge,
  near: Time,
  text: string,
  figure: Range,
  times: readonly Time[],
  isFronted: (time: Time) => boolean,
): Time | undefined {
  if (near.start < figure.end || !patternsOf(knowledge).STAGE.test(near.text)) return undefined;
  if (!/\p{L}\s+$/u.test(text.slice(figure.end, near.start))) return undefined;
  const due = times.findLast(({ start, end }) => end <= figure.start && start < near.start);
  const within = (due?.value.end ?? '') <= (near.value.end ?? '') && (due?.value.end ?? '') >= (near.value.start ?? '');
  return due !== undefined && due.value.type === 'by' && within && isFronted(due) ? due : undefined;
}

/** "gồm: xây mới 24 trạm; cải tạo 29 trạm và sửa chữa 21 điểm trạm trong năm 2026": a time behind the last of a list is of all. */
function ofWholeList(
  knowledge: Knowledge,
  text: string,
  { quantity, sentence }: Statement,
  figures: readonly MentionOf<'quantity'>[],
  times: readonly Time[],
): Time | undefined {
  const last = figures.findLast(({ end }) => end <= sentence.end);
  const [time, ...others] = times.filter(
    ({ start, end, value }) =>
      start >= sentence.start && end <= sentence.end && (value.type === 'by' || value.type === 'during'),
  );
  if (last === undefined || time === undefined || others.length > 0 || time.start < last.end) return undefined;
  if (last.start <= quantity.start || !patternsOf(knowledge).BINDS.test(time.text)) return undefined;
  if (!/^[\s.…]*$/u.test(text.slice(time.end, sentence.end)) || /[,;:.]/u.test(text.slice(last.end, time.start)))
    return undefined;
  // Where a text begins with it, what leads up to the list may stand before the sentence.
  const begin = Math.max(0, sentence.start - 20);
  const list = text.slice(begin, last.start);
  const from = patternsOf(knowledge).LISTS.exec(list);
  return from !== null && begin + from.index <= quantity.start && /(?<!\p{L})và(?!\p{L})[^,;:]*$/iu.test(list)
    ? time
    : undefined;
}
/** "tỷ lệ hồ sơ trực tuyến đạt 90%, tỷ lệ số hóa đạt 80% vào năm 2027": the time behind the last of measures that commas part, and that are stated alike, is of all. */
function ofParallels(
  knowledge: Knowledge,
  text: string,
  { quantity, sentence }: Statement,
  figures: readonly MentionOf<'quantity'>[],
  times: readonly Time[],
): Time | undefined {
  const own = figures.filter(({ start, end }) => start >= sentence.start && end <= sentence.end);
  const [time, ...others] = times.filter(({ start, end }) => start >= sentence.start && end <= sentence.end);
  const [first, last] = [own[0], own.at(-1)];
  if (time === undefined || others.length > 0 || first === undefined || last === undefined || last === quantity)
    return undefined;
  if (time.start < last.end || !isOfYears(time) || !/^(?:vào|đến)(?!\p{L})/iu.test(time.text)) return undefined;
  if (!/^[\s.…]*$/u.test(text.slice(time.end, sentence.end)) || text.slice(last.end, time.start).trim() !== '')
    return undefined;
  const { PARALLEL } = patternsOf(knowledge);
  if (statusSaid(knowledge, text.slice(sentence.start, first.start), true) === 'result') return undefined;
  return own.slice(1).every(({ start }, i) => PARALLEL.test(text.slice(own[i]?.end ?? start, start)))
    ? time
    : undefined;
}

/** "từ 470 USD (năm 2005) lên 1.070 USD (năm 2010)": a time alone in brackets is that of the figure right before them. */
function stampsOther(text: string, time: Range, figure: Range): boolean {
  if (isStamp(text, time, figure)) return false;
  if (!/^\s?\)/u.test(text.slice(time.end, time.end + 2))) return false;
  return /\d(?:\s?%)?(?:\s?\/?\s?\p{L}[\p{L}/]*){0,3}\s?\(\s?$/u.test(
    text.slice(Math.max(0, time.start - 40), time.start),
  );
}

const isStamp = (text: string, time: Range, figure: Range): boolean =>
  time.start >= figure.end &&
  /^\s?\(\s?$/u.test(text.slice(figure.end, time.start)) &&
  /^\s?\)/u.test(text.slice(time.end, time.end + 2));

/** "10 xã (năm 2021: 08 xã)": the time in the brackets says nothing of the figure before them. */
function insideBrackets(text: string, quote: Range, time: Range, figure: Range): boolean {
  if (time.start < figure.end) return false;
  const between = text.slice(figure.end, time.start);
  return between.lastIndexOf('(') > between.lastIndexOf(')') && time.end <= quote.end;
}

/** A day, or a month: "Tháng 5/2024", not "trong 5 tháng". */
const isWithinMonth = ({ value: { type, start, end } }: Time): boolean =>
  type === 'during' && start !== null && end !== null && start.slice(0, 7) === end.slice(0, 7);
/** A time in the name of a document ("Kế hoạch CCHC năm 2019"), or a habit inside the measure ("báo cáo hằng tháng"), binds nothing. */
function binds(knowledge: Knowledge, text: string, time: Time, quantity: Range): boolean {
  const {
    DUE,
    HAPPENED,
    IN_A_NAME,
    ONLY_EACH_YEAR,
    PLANNED,
    SAYS_PLANNED,
    STRIVES_BEFORE,
    TAKES_TIMES,
    YEAR_OR_STAGE,
  } = patternsOf(knowledge);
  const before = text.slice(Math.max(0, time.start - 80), time.start);
  if (isWithinMonth(time) && HAPPENED.test(text.slice(time.end, Math.max(time.end, quantity.start)))) return false;
  if (time.value.type === 'per-schedule' || time.value.type === 'ongoing' || time.value.type === 'after-event')
    return false;
  // "(kế hoạch năm 2025 là 12,35%)": what was planned for then.
  const planned = PLANNED.test(before) && SAYS_PLANNED.test(text.slice(time.end, quantity.start));
  const named = YEAR_OR_STAGE.test(time.text) && IN_A_NAME.test(before);
  if (named && !planned && !WITH_AIMS.test(text.slice(time.end, Math.max(time.end, quantity.start)))) return false;
  if (time.value.type === 'recurring')
    return (
      STRIVES_BEFORE.test(before) ||
      time.end <= quantity.start ||
      DUE.test(time.text) ||
      // "rà soát nửa năm một lần" says how often; "được khám 01 lần/năm" is what is measured.
      (/lần(?:\s?\/\s?\p{L}+)?$/iu.test(time.text) &&
        /^\s*(?:[.;]|$)/u.test(text.slice(time.end)) &&
        !TAKES_TIMES.test(text.slice(quantity.end, time.start))) ||
      text.slice(quantity.end, time.start).trim() === '' ||
      // "xóa 5% số điểm phức tạp mỗi năm": not a habit, as "được đánh giá hằng năm" is.
      (ONLY_EACH_YEAR.test(time.text) && /^\s*(?:[.,;]|$)/u.test(text.slice(time.end)))
    );
  return true;
}

/** Before the first words of a sentence: where news come from, or the number of an item. "(GLO)- ", "TTH.VN - ", "(3) ". */
const OPENER = new RegExp(
  String.raw`^\s*(?:${SOURCE_MARK}|\([^()\n]{1,30}\)\s?|\p{Lu}[\p{Lu}.\d]{1,9}\s?[-–—](?=\s))\s*`,
  'u',
);
const startOf = (text: string, sentence: Range): number =>
  sentence.start +
  (OPENER.exec(text.slice(sentence.start, Math.min(sentence.end, sentence.start + 40)))?.[0].length ?? 0);

const YEAR_THAT_IS = /20\d\d\s+là\s+\p{L}+\s+\p{L}/u;

/** A time that stands before the first figure of its clause and leads on to it. */
function leadsOn(
  knowledge: Knowledge,
  text: string,
  time: Time,
  sentence: Range,
  figures: readonly Range[],
  ahead: boolean,
): boolean {
  const { AIMS_BY, AIMS_OF, LEADS_ON, LEADS_UP, TOPIC } = patternsOf(knowledge);
  const clause = Math.max(text.lastIndexOf(';', time.start - 1), text.lastIndexOf(':', time.start - 1)) + 1;
  const from = Math.max(startOf(text, sentence), time.start === 0 ? 0 : clause);
  if (figures.some((figure) => figure.start >= from && figure.end <= time.start)) return false;
  // "…; phấn đấu đến cuối năm có 1 xã đạt chuẩn; …" tells no other year than that of the list.
  if (
    /cuối năm$/iu.test(time.text) &&
    figures.some((figure) => figure.start >= sentence.start && figure.end <= time.start)
  )
    return false;
  const topic = text.slice(from, time.start).trim();
  // "Mục tiêu đến năm 2030 là tốc độ tăng trưởng bình quân thời kỳ 2021 - 2030 đạt …": the second is in a name.
  if (YEAR_THAT_IS.test(topic)) return false;
  return (
    // "Đến năm 2025 sản lượng đạt …": first in its sentence, it needs no comma.
    (ahead &&
      topic === '' &&
      from === startOf(text, sentence) &&
      time.value.type === 'by' &&
      /^\s+\p{Ll}/u.test(text.slice(time.end))) ||
    AIMS_BY.test(topic) ||
    (AIMS_OF.test(topic) && /^\s*là\s/iu.test(text.slice(time.end, sentence.end))) ||
    WITH_AIMS.test(text.slice(time.end, sentence.end)) ||
    (LEADS_ON.test(text.slice(time.end, sentence.end)) &&
      // "Trong vùng, diện tích trồng mới mỗi năm đạt 9 ha, …": how often is said of its own clause.
      ((TOPIC.test(topic) && !(time.value.type === 'recurring' && /,./u.test(topic))) ||
        LEADS_UP.test(topic.slice(topic.lastIndexOf(',') + 1).trim())))
  );
}

/**
 * "đạt 10% (đến năm 2030 đạt 20%, riêng ngành du lịch đạt 30%)": a time that opens a bracket is of all in it; so is one right before
 * it, "mục tiêu vào năm 2030 (90% hộ có nước sạch; 80% …)".
 */
function opensBracket(text: string, time: Time, figure: number): boolean {
  const behind = text.slice(time.end, figure);
  const before = /^\s?\(/u.exec(behind);
  if (before !== null && time.value.type !== 'recurring' && !/[()]/u.test(behind.slice(before[0].length))) return true;
  return /\(\s*$/u.test(text.slice(Math.max(0, time.start - 3), time.start)) && !/[()]/u.test(behind);
}

/** "Cơ cấu kinh tế năm 2025: Dịch vụ 65%; công nghiệp 23%": the time of a head is of the whole list behind its colon. */
function headsList(text: string, time: Time, sentence: Range, figures: readonly Range[], figure: number): boolean {
  const head = text.slice(sentence.start, time.start);
  const colon = /^\s*:\s*/u.exec(text.slice(time.end, figure));
  if (colon === null || /[;:.]/u.test(head)) return false;
  const first = figures.find(({ start }) => start > time.end);
  // "Thu nhập năm 2025: 60 triệu đồng" is no head of what stands behind it.
  return (
    first !== undefined &&
    figures.every(({ start }) => start > time.end || start < sentence.start) &&
    /\p{L}{2}/u.test(text.slice(time.end + colon[0].length, first.start)) &&
    !/:/u.test(text.slice(time.end + colon[0].length, figure))
  );
}

/** "… năm 2025 đạt 50%, trong đó: kiểu mẫu 6%; …": parts of what a figure counts have its time. */
function ofWhole(
  knowledge: Knowledge,
  text: string,
  { quantity, sentence }: Statement,
  times: readonly Time[],
): Time | undefined {
  const before = text.slice(sentence.start, quantity.start);
  const parts = [...before.matchAll(patternsOf(knowledge).PARTS)].at(-1);
  if (parts === undefined) return undefined;
  const at = sentence.start + parts.index;
  // "… năm 2015 đạt 60% (trong đó nữ đạt 40%); tỷ lệ …": what stands behind the bracket is no part.
  if (parts[0].startsWith('(') && text.slice(at, quantity.start).includes(')')) return undefined;
  const time = times.findLast(({ start, end }) => start >= sentence.start && end <= at);
  return time !== undefined && !text.slice(time.end, at).includes(';') ? time : undefined;
}
/** The words before a time at the head of a clause are few: so many UTF-16 units are looked at. */
const REACH = 120;

/** A time at the head of an earlier clause speaks for what follows; one inside it only for its own clause. */
function opensClause(knowledge: Knowledge, text: string, time: Time, sentence: Range, figure: number): boolean {
  const start = startOf(text, sentence);
  const before = text.slice(Math.max(start, time.start - REACH), time.start);
  const whole = time.start - REACH <= start;
  // Cut off, what is left does not begin a clause.
  if (patternsOf(knowledge).HEADS_CLAUSE.test(whole ? before : `…${before}`)) return true;
  return whole && before.trim().split(/\s+/u).length <= 4 && !text.slice(time.end, figure).includes(';');
}
