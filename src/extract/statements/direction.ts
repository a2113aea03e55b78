import { built, type Knowledge } from '../../knowledge/knowledge.ts';
import { compoundsOf } from '../../language/figure-phrases.ts';
import { vi, viAll, viPart, viWords } from '../../language/pattern.ts';
import { verbs } from '../../language/verbs.ts';
import type { Direction, Quantity } from '../../model/record.ts';
import { phrasesOf, STATEMENT_TABLES } from './phrases.ts';

/** What tells a level that is raised from the amount by which it is. */
const raisesOf = (tables: Pick<Knowledge, (typeof STATEMENT_TABLES)[number]>) => {
  const { MEAN, RATIO, say, times } = phrasesOf(tables);
  const NO_MORE = viPart`(?![^.;:]*(${say('more')}|${say('up-down')}|${MEAN}|${times('each')})(?!\p{L}))`;
  return {
    /** Right behind a verb of change: the most by which something changes. */
    MOST_ALONE: vi`^\s+${tables.figures.comparators.before['<='] ?? []}\s*$`,
    BY_YEAR: vi`(${times('to')}|${times('in')}) (hết|${times('part')})? (${times('year')}|${times('stage')}) [\d\s–-]+`,
    /** "nâng tổng số lao động khoảng 900 người", "nâng tỷ lệ … 85%": what is raised is a level, unless more is put to it or it is by the year. */
    RAISED_TOTAL: vi`^nâng tổng (số)? ${NO_MORE}`,
    RAISED_SHARE: vi`^nâng (${RATIO}|độ che phủ) ${NO_MORE}`,
    BY_YEAR_OR_BASE: vi`^\s*(/\s?năm|${times('each')} năm|${say('against')})`,
  };
};

const patternsOf = built(STATEMENT_TABLES, (tables) => {
  const verb = verbs(tables);
  const { AIM, AT_MOST, BOUND, LINKED, MADE, MEAN, MEASURE, OF_CHANGE, PLAN, SHARE, say, times } = phrasesOf(tables);
  const compound = compoundsOf(tables);
  const nouns = (kind: 'named' | 'unless-told') => viWords(tables.measures.filter(({ change }) => change === kind));
  /** Words of comparison between a verb and its figure. */
  const COMPARED = viPart`( (${BOUND}|${say('before-figure')}))*\s*$`;
  const GROWTH = say('growth');
  /** "mỗi năm", "giai đoạn 2026 - 2030": over how long the mean is taken. */
  const SPAN = viPart`( ${times('each')} ${times('year')})?( (${times('stage')}|các năm)? \d{4}\s?[-–]\s?\d{4})?`;
  return {
    /** "tăng cường", "nâng cao": such a word names no amount. */
    VERB: viAll`(?<idiom>${compound.CHANGE})|(?<down>${verb.DOWN})|(?<up>${verb.UP})|(?<keep>${verb.KEEPS})|(?<bring>${verb.EITHER})`,
    /** After these, "tăng" or "giảm" is part of the name of a measure ("tốc độ tăng"). */
    NAMED: vi`${nouns('named')} (gia)? $`,
    /** "Tỷ lệ tăng dân số" names a measure; "tỷ lệ giảm còn 5%" says what happens to one. */
    NAMED_RATE: vi`${nouns('unless-told')} (gia)? $`,
    /** What happens to a measure is said: "giảm còn", "giảm mỗi năm". */
    HAPPENS: vi`^(\s+(còn|${verb.MOVES}|${BOUND}|thêm|dần|${times('each')})(?!\p{L})|[^\p{L}]*$)`,
    /** A word of arrival right before the figure, words of comparison aside: "xuống dưới 30%", "còn 5%", "lên tối thiểu 80%". */
    ARRIVES: vi`(?<![\p{L}\p{N}]|trở )(?<word>${verb.ARRIVES}|về|thành)( ${LINKED}){0,4}\s*$`,
    BELOW: vi`${AT_MOST}\s*$`,
    /** "tỷ lệ suy dinh dưỡng … còn dưới 16%" */
    FEW_LEFT: vi`${SHARE}(?!\p{L})[^;:]*\scòn ${AT_MOST}\s*$`,
    /** "Số hộ khá tăng, số hộ nghèo dưới 1%": a clause that says no more than that something changes, and another measure. */
    CHANGED: viAll`${MEASURE}(?!\p{L})[^.;,:\d]{1,60}\s(${verb.UP}|${verb.DOWN})( \p{L}+)?\s*,(?= ${MEASURE}(?!\p{L}))`,
    /** Nothing stands between an aim and its figure but words of comparison. */
    AIMS_ALONE: vi`[,;] ${verb.AIMS}${COMPARED}`,
    /** "Xây dựng và duy trì 30 mô hình": what is kept is still to be made. */
    MADE_FIRST: vi`(${verb.DOES}|${MADE})( mới| thêm)?(,| và|, và|/)\s+$`,
    PASSES: vi`${say('passes')}( (${BOUND}|mức|thêm)){0,2} $`,
    /** "doanh thu đạt 500 tỷ đồng, vượt 2%": by so much, where what passes was told before. */
    PASSES_ALONE: vi`(?<=(^|[,;(]|\svà)\s*)(?<!đạt(,|\svà)\s)${say('passes')}( (${BOUND}|mức|thêm)){0,2} $`,
    /** What is passed: a plan, an estimate, another time. */
    PASSED: vi`^\s*(${say('against')} )?(${PLAN}|${say('former')}|năm (trước|\d{4}))`,
    /** "vượt dự toán được giao trên 5%": what is passed stands before the amount. */
    PASSES_WHAT: vi`${say('passes')} (${say('against')})? ${PLAN}( (${verb.DECIDES}|${BOUND}|năm|được|đã|${say('plan-giver')})){0,6}\s*$`,
    /** "Khu vực dịch vụ tăng trưởng 6,09%": something grows; "tốc độ tăng trưởng", "mục tiêu tăng trưởng" name a measure. */
    GROWS: vi`(?=tăng)(?<=\p{L}\s)(?<!(${OF_CHANGE}|${PLAN}|${verb.LINKS}|${verb.STRIVES}|kết quả|về|với|và|vào|cho)\s)${GROWTH}( ${BOUND})*\s*$|(?=tăng)(?<=\p{L}\s)(?<!(${OF_CHANGE}|${PLAN}|${verb.STRIVES}|đạt|có|là)\s)${GROWTH} ${MEAN}${SPAN}( (là|đạt|${BOUND}))*\s*$|(?=tăng)(?<=^\S(\s[^.;:,]{0,40})?,\s)${GROWTH} ${MEAN}( ${BOUND})*\s*$`,
    /** What goes up or down is a measure, or was at another level: "quy mô … lên 500 ha", "từ 66 ha lên 85 ha". */
    MEASURED_LEVEL: vi`(${MEASURE}|${say('moves-level')}|từ [\d.,]+)(?!\p{L})`,
    /**
     * "diện tích nuôi tôm ổn định 20.000 ha", "đàn trâu giữ ở mức 12.000 con": right before the figure; "ổn định đạt" tells what is
     * reached.
     */
    STEADY: vi`((${MEASURE}|vùng)(?!\p{L})[^.;,:]{0,60}\sổn định|giữ(?<!${compound.KEEP}))${COMPARED}`,
    /** "trồng thêm 4 ha", "kết nạp thêm ít nhất 30 đảng viên": more than there are; who is helped was not there before. */
    MORE: vi`thêm(?<!${compound.MORE})${COMPARED}`,
    /** "cao hơn 2% so với năm 2025", "thấp hơn bình quân cả nước 1,2%": by how much it differs. */
    DIFFERS: vi`(?<![\p{L}\p{N}])((?<more>${say('greater')})|${say('less')}) hơn( (${say('against')}|${BOUND}|mức))*( (năm \d{4}( là)?|(năm trước|${say('former')}|${MEAN}|${say('whole-of')}|${PLAN})(?!\p{L})((?! (${verb.STATES}|có) )[^,;:.()\d]){0,40}( \d{4})?))?( khoảng)?\s*$`,
    /** "tăng thêm cho 500 người", "giảm học phí cho 100% học sinh": for so many something changes. */
    FOR_SO_MANY: vi`\scho( (${BOUND}|${say('number-of')}))*\s*$`,
    /** Behind a clause about something else: "…, góp phần hoàn thành mục tiêu tỷ trọng chăn nuôi đạt 31,5%". */
    NEW_AIM: viAll`(góp phần|[,;])\s([^,;.]{0,30}\s)?(${verb.COMPLETES}|${verb.LEVEL}|thực hiện) (các|được)? ${AIM}(?!\s(${say('pointing')}|đề ra|kế hoạch))`,
    /** A noun of measures that opens the clause, and a figure that is stated of it: "Tỷ lệ hộ giữ vững danh hiệu … đạt 75%". */
    OF_MEASURE: vi`(${SHARE}|${say('number-of')})(?!\p{L})[^,;:]*$`,
    STATED: vi`\p{L}+\s+\p{L}+.*\s${verb.STATES}( [^,;:\d]{0,20})?\s*$|\p{L}+\s+\p{L}+.*:[^\p{L}]*$`,
    /** "tăng thêm 12 ha nhà kính, tương đương với 340 căn": the same once more, counted otherwise. */
    SAME_AS: vi`^[^.;:\d]{0,30}((năm|${say('former')})\s[^.;:]{0,10})?[\s,(](${say('that-is')} (là)?|${say('equals')} (với)?)( ${BOUND})?\s*$|^\s?\((${BOUND})?\s*$`,
    /** A part that states its figure itself, or names a measure of its own. */
    OWN_FIGURE: vi`${verb.STATES}|có|${SHARE}`,
    ...raisesOf(tables),
  };
});

/** What a direction is asked for, where the figure itself tells something of it. */
type Figure = Pick<Quantity, 'value' | 'unit'> & Partial<Pick<Quantity, 'comparator'>>;

/** From this share on, what is passed is the share itself: "vượt 90% kế hoạch". */
const WHOLE_PLAN = 80;

/** "vượt 18,72% dự toán": passed by that much, not reached. */
function passesBy(knowledge: Knowledge, before: string, { value, unit }: Figure, after: string): boolean {
  const { PASSES, PASSED, PASSES_ALONE, PASSES_WHAT } = patternsOf(knowledge);
  const alone = PASSES_ALONE.test(before) && ENDS.test(after);
  const passes = (PASSES.test(before) && PASSED.test(after)) || PASSES_WHAT.test(before) || alone;
  return passes && (unit !== '%' || value < WHOLE_PLAN);
}

const ENDS = /^\s*(?:[,;.)(]|$|so\s|và\s)/iu;

/** From this share on, no share goes up by so much at once. */
const LEAST_LEVEL = 30;
function isRaisedTo(knowledge: Knowledge, words: string, figure: Figure | undefined, after: string): boolean {
  const { BY_YEAR_OR_BASE, RAISED_SHARE, RAISED_TOTAL } = patternsOf(knowledge);
  if (BY_YEAR_OR_BASE.test(after)) return false;
  if (figure === undefined) return RAISED_TOTAL.test(words) || RAISED_SHARE.test(words);
  if (figure.unit === '%') return figure.value >= LEAST_LEVEL && RAISED_SHARE.test(words);
  return !/^(?:pp|lần)$|\/|^%/u.test(figure.unit) && RAISED_TOTAL.test(words);
}
/** "xã Châu Quế Hạ", "huyện Hạ Hòa": part of a name. */
const NAME_AHEAD = /\p{Lu}\p{Ll}*\s$/u;
const NAME_BEHIND = /^\s\p{Lu}\p{Ll}/u;

/** "tăng đầu tư cho khoa học, phấn đấu đến năm 2025, tổng chi đạt 2% GRDP": a sum that is aimed at is another measure. */
const TOTAL_AIMED = viAll`[,;] phấn đấu( đến năm \d{4},?)? (?=tổng(?!\p{L}))`;

const BRACKETS = /\([^()]*\)/gu;
/** "(tăng bình quân 1,5%/năm)": a figure in brackets has its own verb. */
const OTHER_FIGURES = /\([^()]*\d[^()]*\)/gu;
/** Right before a verb that keeps: together they say what is counted. "được công nhận và giữ vững danh hiệu …" */
const COUNTED = vi`công nhận( mới| lại)?(,| và| hoặc)\s+$`;
/** Whether a verb that keeps tells what is counted, and not what happens to the figure. */
function isMeasured(knowledge: Knowledge, ahead: string, between: string): boolean {
  const { OF_MEASURE, STATED } = patternsOf(knowledge);
  return COUNTED.test(ahead) || (OF_MEASURE.test(ahead) && STATED.test(between));
}

/** A figure of a sentence, and what happens to what it measures. */
export interface Directed {
  readonly start: number;
  readonly end: number;
  readonly unit: string;
  readonly direction: Direction;
}

/** Between two figures that share a verb, at most what the second counts: "giảm còn 4%, hộ cận nghèo 5%", "giảm 60 hộ … và 70 hộ". */
const ANOTHER = vi`^\s*(,|và|và giảm|, và)?\s*(?<noun>\p{L}+(\s\p{L}+){0,4})?\s*$`;

/** "giá trị sản xuất nông nghiệp tăng 3%/năm; giá trị sản xuất công nghiệp 11%/năm": the same of another part, as a rate by the year. */
function sharesRate(text: string, sharer: Directed, figure: Directed, until: string, verb: RegExp): boolean {
  const clause = /^[\s;]*(?<head>\p{L}+\s\p{L}+\s\p{L}+)\s[^;:.\d]*$/u.exec(until);
  const head = clause?.groups?.head?.toLowerCase();
  if (head === undefined || !/^%\s?\/\s?năm$/u.test(figure.unit) || sharer.unit !== figure.unit) return false;
  return (
    until.search(verb) < 0 &&
    text
      .slice(Math.max(0, sharer.start - 120), sharer.start)
      .toLowerCase()
      .includes(head)
  );
}

/** Between two figures of what is kept: what the first counts, and no more than "và". */
const KEPT_TOO = vi`^(\s\p{L}+){0,6}(\s\([^()]*\))?\svà\s$`;

const PLACE_ASIDE = /^\s*\([^()\d]*\)(?=\s*(?:,|và\s))/u;

/** The direction that a figure without a verb of its own shares with one before it in its clause; undefined where it shares none. */
export function sharedDirection(
  knowledge: Knowledge,
  text: string,
  figure: Directed,
  before: readonly Directed[],
): Direction | undefined {
  const { VERB, OWN_FIGURE, SAME_AS } = patternsOf(knowledge);
  const kindOf = (unit: string): string => /^\S+/u.exec(unit)?.[0] ?? '';
  const sharer = before.findLast(({ unit }) => kindOf(unit) === kindOf(figure.unit));
  const last = before.at(-1);
  // "Duy trì 30 trại giống và 04 vùng an toàn": both are kept, whatever they are.
  if (last?.direction === 'keep' && KEPT_TOO.test(text.slice(last.end, figure.start))) return 'keep';
  if (last !== undefined && SAME_AS.test(text.slice(last.end, figure.start)))
    return last.direction === 'reach' ? undefined : last.direction;
  if (sharer === undefined || last === undefined || !/-(?:by|to)$/u.test(sharer.direction)) return undefined;
  const until = text.slice(sharer.end, figure.start);
  if (/[;:.]\s/u.test(until)) return sharesRate(text, sharer, figure, until, VERB) ? sharer.direction : undefined;
  // "xuống dưới 10% (khu vực thành thị), 5% (khu vực nông thôn)"
  const noun = ANOTHER.exec(text.slice(last.end, figure.start).replace(PLACE_ASIDE, ' '));
  if (noun === null) return undefined;
  const counted = noun.groups?.noun;
  // A count says itself what it counts; what a share is of must be another part of the same.
  if (figure.unit.startsWith('%') !== (counted !== undefined)) return undefined;
  if (counted === undefined)
    return /(?:,|(?<!\p{L})và)\s*$/iu.test(text.slice(last.end, figure.start)) ? sharer.direction : undefined;
  const [head = ''] = counted.split(/\s/u);
  const same = text
    .slice(Math.max(0, sharer.start - 80), sharer.start)
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .includes(head.toLowerCase());
  return same && counted.search(VERB) < 0 && !OWN_FIGURE.test(counted) ? sharer.direction : undefined;
}

/** The words before a figure without what is told of others: in brackets, of an earlier aim, in a clause that is whole. */
function ownClause(knowledge: Knowledge, said: string, after: string): string {
  const outer = said.replace(OTHER_FIGURES, (inside) => ' '.repeat(inside.length));
  const { CHANGED, AIMS_ALONE, NEW_AIM } = patternsOf(knowledge);
  const ends = [...outer.matchAll(NEW_AIM), ...outer.matchAll(CHANGED), ...outer.matchAll(TOTAL_AIMED)].map(
    (match) => match.index + match[0].length,
  );
  // "giảm nghèo bền vững, phấn đấu 90% hộ …": what is aimed at is named behind the figure.
  const alone = /^\s\p{L}/u.test(after) ? AIMS_ALONE.exec(outer) : null;
  if (alone !== null) ends.push(alone.index + 1);
  return outer.slice(Math.max(0, ...ends));
}

/**
 * What is to happen to the measure, from the verb before the figure and its frame ("giảm còn 5%", "giảm 5%").
 *
 * @param said text from the start of the statement to the figure's digits, words of comparison included
 * @param after what stands behind the figure
 */
export function directionOf(knowledge: Knowledge, said: string, figure?: Figure, after = ''): Direction {
  if (figure !== undefined && passesBy(knowledge, said, figure, after)) return 'increase-by';
  const { VERB, NAMED, NAMED_RATE, HAPPENS, ARRIVES, BELOW, MADE_FIRST, FOR_SO_MANY, DIFFERS } = patternsOf(knowledge);
  const { BY_YEAR, MOST_ALONE } = patternsOf(knowledge);
  const before = ownClause(knowledge, said, after);
  let last:
    | {
        readonly kind: 'down' | 'up' | 'keep' | 'bring';
        readonly start: number;
        readonly end: number;
        readonly named: boolean;
      }
    | undefined;
  for (const match of before.matchAll(VERB)) {
    const end = match.index + match[0].length;
    const { idiom, down, up, keep } = match.groups ?? {};
    // "tăng cao", but "tăng cao hơn 20%".
    const rises = idiom !== undefined && /^tăng\s+cao$/iu.test(idiom) && /^\s+hơn\s/iu.test(before.slice(end));
    if (idiom !== undefined && !rises) continue;
    const kind = down !== undefined ? 'down' : up !== undefined || rises ? 'up' : keep !== undefined ? 'keep' : 'bring';
    const [ahead, behind] = [before.slice(0, match.index), before.slice(end)];
    if (kind !== 'keep' && NAMED.test(ahead)) continue;
    // A headline in capitals has its verbs in capitals too.
    if (/\p{Ll}/u.test(said) && /^\p{Lu}/u.test(match[0]) && (NAME_AHEAD.test(ahead) || NAME_BEHIND.test(behind)))
      continue;
    if (kind === 'up' && NAMED_RATE.test(ahead) && !HAPPENS.test(behind)) continue;
    if (kind === 'bring' && last !== undefined) continue;
    last = { kind, start: match.index, end, named: NAMED_RATE.test(ahead) && !HAPPENS.test(behind) };
  }
  const differs = last === undefined && !/^[<>]/u.test(figure?.comparator ?? '<') ? DIFFERS.exec(before) : null;
  if (differs !== null) return differs.groups?.more === undefined ? 'decrease-by' : 'increase-by';
  if (last === undefined) return withoutVerb(knowledge, before, ARRIVES.exec(before)?.groups?.word, figure);
  const between = before.slice(last.end);
  const arrival = ARRIVES.exec(between)?.groups?.word?.toLowerCase();
  if ((last.kind === 'down' || last.kind === 'up') && FOR_SO_MANY.test(between)) return 'reach';
  // "giảm không quá 500 ha" says by how much at most.
  const below = BELOW.test(between) && !MOST_ALONE.test(between);
  switch (last.kind) {
    case 'keep': {
      const kept = between.replace(BRACKETS, ' ');
      const ahead = before.slice(0, last.start);
      if (isMeasured(knowledge, ahead, between) || (figure?.unit !== '%' && MADE_FIRST.test(ahead))) return 'reach';
      return /[,;]/u.test(kept) || kept.replace(BY_YEAR, ' ').trim().split(/\s+/u).length > 12 ? 'reach' : 'keep';
    }
    case 'down':
      // "Tỷ lệ cắt giảm chi phí đạt 30%" says by how much.
      return (arrival !== undefined || below) && !last.named ? 'decrease-to' : 'decrease-by';
    case 'up':
      return arrival !== undefined || isRaisedTo(knowledge, before.slice(last.start), figure, after)
        ? 'increase-to'
        : 'increase-by';
    case 'bring':
      return arrival === 'lên'
        ? 'increase-to'
        : arrival === 'xuống' || arrival === 'còn' || (arrival === 'về' && below)
          ? 'decrease-to'
          : 'reach';
  }
}

/** "tỷ lệ thất nghiệp xuống dưới 3%": where no verb says what happens, the words right before the figure may. */
function withoutVerb(knowledge: Knowledge, before: string, arrival = '', figure?: Figure): Direction {
  const { FEW_LEFT, MEASURED_LEVEL, STEADY, GROWS, MORE } = patternsOf(knowledge);
  // "luân chuyển sách xuống 20 điểm": books go there.
  const measured = /^[%‰]/u.test(figure?.unit ?? '%') || MEASURED_LEVEL.test(before);
  if (measured && /^xuống/iu.test(arrival)) return 'decrease-to';
  if (measured && /^lên/iu.test(arrival)) return 'increase-to';
  // "tỷ lệ suy dinh dưỡng còn dưới 16%": less than that is left.
  if (measured && FEW_LEFT.test(before)) return 'decrease-to';
  if (STEADY.test(before)) return 'keep';
  return GROWS.test(before) || MORE.test(before) ? 'increase-by' : 'reach';
}
