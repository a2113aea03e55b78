import { built, type Knowledge } from '../../knowledge/knowledge.ts';
import { vi, viAll, viPart, viWords } from '../../language/pattern.ts';
import { verbs } from '../../language/verbs.ts';
import type { Direction, Quantity } from '../../model/record.ts';

const patternsOf = built(['verbs', 'measures'], (tables) => {
  const verb = verbs(tables);
  const nouns = (kind: 'named' | 'unless-told') => viWords(tables.measures.filter(({ change }) => change === kind));
  return {
    VERB: viAll`(?<down>${verb.DOWN})|(?<up>${verb.UP})|(?<keep>${verb.KEEPS})|(?<bring>${verb.EITHER})`,
    /** After these, "tăng" or "giảm" is part of the name of a measure ("tốc độ tăng"). */
    NAMED: vi`(${nouns('named')}|giá trị gia|tốc độ gia) $`,
    /** "Tỷ lệ tăng dân số" names a measure; "tỷ lệ giảm còn 5%" says what happens to one. */
    NAMED_RATE: vi`${nouns('unless-told')} (gia)? $`,
    /** A word of arrival right before the figure, words of comparison aside: "xuống dưới 30%", "còn 5%", "lên tối thiểu 80%". */
    ARRIVES: vi`(?<![\p{L}\p{N}]|trở )(?<word>${verb.ARRIVES}|về|thành)( (còn|mức|dưới|trên|hơn|không|quá|vượt|tối|thiểu|đa|ít|nhất|khoảng|từ|tỷ|lệ|bằng|đến|là|được)){0,5}\s*$`,
    /** "Số hộ khá tăng, số hộ nghèo dưới 1%": a clause that says no more than that something changes, and another measure. */
    CHANGED: viAll`(số|(tỷ|tỉ) (lệ|trọng)|tổng|diện tích|sản lượng|năng suất)(?!\p{L})[^.;,:\d]{1,60}\s(${verb.UP}|${verb.DOWN})( (dần|mạnh|nhanh|khá|nhẹ))?\s*,(?= (số|(tỷ|tỉ) (lệ|trọng)|tổng|diện tích|sản lượng|năng suất)(?!\p{L}))`,
    /** Nothing stands between an aim and its figure but words of comparison. */
    AIMS_ALONE: vi`[,;] ${verb.AIMS}${COMPARED}`,
    /** "Xây dựng và duy trì 30 mô hình": what is kept is still to be made. */
    MADE_FIRST: vi`(${verb.DOES}|xây dựng|thành lập|hình thành|phát triển|thiết lập|tổ chức|triển khai|tạo lập|công nhận|ra mắt)( mới| thêm)?(,| và|, và|/)\s+$`,
  };
});
/** What happens to a measure is said: "giảm còn", "giảm mỗi năm". */
const HAPPENS = vi`^(\s+(còn|xuống|lên|từ|thêm|dần|bình quân|ít nhất|tối thiểu|không quá|khoảng|trên|dưới|mỗi|hằng|hàng)(?!\p{L})|[^\p{L}]*$)`;
/** "tăng cường", "tăng trưởng", "nâng cao" name no amount. */
const IDIOM = vi`^ (cường|trưởng|cao|cấp|tốc(?! độ)|nhẹ|gia|tầng|lưu|viện)(?!\p{L})`;

/** What a direction is asked for, where the figure itself tells something of it. */
type Figure = Pick<Quantity, 'value' | 'unit'>;

const PASSES = vi`vượt (mức|hơn|trên|khoảng|gần|thêm|ít nhất|tối thiểu){0,2} $`;
/** What is passed: a plan, an estimate, another time. */
const PASSED = vi`^\s*(so (với)? )?(dự toán|kế hoạch|KH|chỉ tiêu|mục tiêu|nghị quyết|NQ|định mức|kịch bản|cùng kỳ|tiến độ|năm (trước|\d{4}))`;
/** "vượt dự toán được giao trên 5%": what is passed stands before the amount. */
const PASSES_WHAT = vi`vượt (so với)? (dự toán|kế hoạch|KH|chỉ tiêu|mục tiêu|nghị quyết|định mức)( (năm|được|giao|đề|ra|đặt|đã|tỉnh|trung|ương|HĐND|là|tới|trên|hơn|khoảng|gần|ít|nhất|tối|thiểu)){0,6}\s*$`;
/** From this share on, what is passed is the share itself: "vượt 90% kế hoạch". */
const WHOLE_PLAN = 80;

/** "vượt 18,72% dự toán": passed by that much, not reached. */
const passesBy = (before: string, { value, unit }: Figure, after: string): boolean =>
  ((PASSES.test(before) && PASSED.test(after)) || PASSES_WHAT.test(before)) && (unit !== '%' || value < WHOLE_PLAN);

/** "Khu vực dịch vụ tăng trưởng 6,09%": something grows; "tốc độ tăng trưởng", "mục tiêu tăng trưởng" name a measure. */
const GROWS = vi`(?<=\p{L}\s)(?<!(tốc độ|tỷ lệ|nhịp độ|nhịp|mức|mức độ|đà|kịch bản|mục tiêu|chỉ tiêu|kết quả|phấn đấu|bảo đảm|đảm bảo|về|đạt|có|với|là|và)\s)tăng trưởng( (khoảng|trên|hơn|từ|dưới|gần|ít nhất|tối thiểu|bình quân))*\s*$`;
const BY_YEAR = vi`(đến|vào|trong) (hết|cuối)? (năm|giai đoạn) [\d\s–-]+`;

/** What goes up or down is a measure, or was at another level: "quy mô … lên 500 ha", "từ 66 ha lên 85 ha". */
const MEASURED_LEVEL = vi`(tỷ lệ|tỷ suất|tỷ trọng|tỷ số|số|số lượng|tổng|mức|độ|diện tích|quy mô|công suất|năng lực|sản lượng|năng suất|giá trị|thu nhập|doanh thu|thời gian|chi phí|thời hạn|đàn|dân số|tuổi thọ|mở rộng|nâng cấp|kéo|hạ|đẩy|từ [\d.,]+)(?!\p{L})`;
/** "xã Châu Quế Hạ", "huyện Hạ Hòa": part of a name. */
const NAME_AHEAD = /\p{Lu}\p{Ll}*\s$/u;
const NAME_BEHIND = /^\s\p{Lu}\p{Ll}/u;
/** Words of comparison between a verb and its figure. */
const COMPARED = viPart`( (ở|mức|khoảng|trên|dưới|hơn|gần|từ|tỷ lệ|tối thiểu|tối đa|ít nhất|không dưới|không quá|được|quanh|trong))*\s*$`;
/** "diện tích nuôi tôm ổn định 20.000 ha", "đàn trâu giữ ở mức 12.000 con": right before the figure; "ổn định đạt" tells what is reached. */
const STEADY = vi`((diện tích|đàn|số|số lượng|quy mô|tổng|sản lượng|tỷ lệ|tỷ trọng|tỷ suất|dân số|mức|độ|năng suất|tốc độ|vùng)(?!\p{L})[^.;,:]{0,60}\sổn định|(?<!(nắm|chiếm|tạm|bắt|lưu|gìn|canh|thu) )giữ( vững| ổn định| nguyên)?)${COMPARED}`;
/** "trồng thêm 4 ha", "kết nạp thêm ít nhất 30 đảng viên": more than there are; who is helped was not there before. */
const MORE = vi`(?<!(tăng|giúp|giúp đỡ|hỗ trợ|học|làm|biết|đọc|tìm hiểu) )thêm${COMPARED}`;
/** "tăng thêm cho 500 người", "giảm học phí cho 100% học sinh": for so many something changes. */
const FOR_SO_MANY = vi`\scho( (khoảng|trên|hơn|gần|ít nhất|tối thiểu|không dưới|số|tổng số|toàn bộ))*\s*$`;
/** Behind a clause about something else: "…, góp phần hoàn thành mục tiêu tỷ trọng chăn nuôi đạt 31,5%". */
const NEW_AIM = viAll`(góp phần|[,;])\s([^,;.]{0,30}\s)?(hoàn thành|thực hiện|đạt|đạt được) (các|được)? (mục tiêu|chỉ tiêu)(?!\s(trên|này|đề ra|kế hoạch))`;

const BRACKETS = /\([^()]*\)/gu;
/** "(tăng bình quân 1,5%/năm)": a figure in brackets has its own verb. */
const OTHER_FIGURES = /\([^()]*\d[^()]*\)/gu;
/** Right before a verb that keeps: together they say what is counted. "được công nhận và giữ vững danh hiệu …" */
const COUNTED = vi`công nhận( mới| lại)?(,| và| hoặc)\s+$`;
/** A noun of measures that opens the clause, and a figure that is stated of it: "Tỷ lệ hộ giữ vững danh hiệu … đạt 75%". */
const OF_MEASURE = vi`(tỷ lệ|tỉ lệ|số|tổng số|tỷ trọng|tỉ trọng)(?!\p{L})[^,;:]*$`;
const STATED = vi`\p{L}+\s+\p{L}+.*\s(đạt|là|chiếm)( [^,;:\d]{0,20})?\s*$|\p{L}+\s+\p{L}+.*:[^\p{L}]*$`;

/** Whether a verb that keeps tells what is counted, and not what happens to the figure. */
const isMeasured = (ahead: string, between: string): boolean =>
  COUNTED.test(ahead) || (OF_MEASURE.test(ahead) && STATED.test(between));

/** A figure of a sentence, and what happens to what it measures. */
export interface Directed {
  readonly start: number;
  readonly end: number;
  readonly unit: string;
  readonly direction: Direction;
}

/** Between two figures that share a verb, at most what the second counts: "giảm còn 4%, hộ cận nghèo 5%", "giảm 60 hộ … và 70 hộ". */
const ANOTHER = vi`^\s*(,|và|và giảm|, và)?\s*(?<noun>\p{L}+(\s\p{L}+){0,4})?\s*$`;

/** "tăng thêm 12 ha nhà kính, tương đương với 340 căn": the same once more, counted otherwise. */
const SAME_AS = vi`^[^.;:\d]{0,30}[\s,(](tức|tức là|tương đương)( với)?(\s(khoảng|trên|gần|hơn))?\s*$`;

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

/** The direction that a figure without a verb of its own shares with one before it in its clause; undefined where it shares none. */
export function sharedDirection(
  knowledge: Knowledge,
  text: string,
  figure: Directed,
  before: readonly Directed[],
): Direction | undefined {
  const { VERB } = patternsOf(knowledge);
  const kindOf = (unit: string): string => /^\S+/u.exec(unit)?.[0] ?? '';
  const sharer = before.findLast(({ unit }) => kindOf(unit) === kindOf(figure.unit));
  const last = before.at(-1);
  if (last !== undefined && SAME_AS.test(text.slice(last.end, figure.start)))
    return last.direction === 'reach' ? undefined : last.direction;
  if (sharer === undefined || last === undefined || !/-(?:by|to)$/u.test(sharer.direction)) return undefined;
  const until = text.slice(sharer.end, figure.start);
  if (/[;:.]\s/u.test(until)) return sharesRate(text, sharer, figure, until, VERB) ? sharer.direction : undefined;
  const noun = ANOTHER.exec(text.slice(last.end, figure.start));
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
  return same && counted.search(VERB) < 0 && !/(?<!\p{L})(?:đạt|còn|là|chiếm|có|tỷ|tỉ)(?!\p{L})/iu.test(counted)
    ? sharer.direction
    : undefined;
}

/** The words before a figure without what is told of others: in brackets, of an earlier aim, in a clause that is whole. */
function ownClause(knowledge: Knowledge, said: string, after: string): string {
  const outer = said.replace(OTHER_FIGURES, (inside) => ' '.repeat(inside.length));
  const { CHANGED, AIMS_ALONE } = patternsOf(knowledge);
  const ends = [...outer.matchAll(NEW_AIM), ...outer.matchAll(CHANGED)].map((match) => match.index + match[0].length);
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
  if (figure !== undefined && passesBy(said, figure, after)) return 'increase-by';
  const { VERB, NAMED, NAMED_RATE, ARRIVES, MADE_FIRST } = patternsOf(knowledge);
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
    const { down, up, keep } = match.groups ?? {};
    const kind = down !== undefined ? 'down' : up !== undefined ? 'up' : keep !== undefined ? 'keep' : 'bring';
    const [ahead, behind] = [before.slice(0, match.index), before.slice(end)];
    if (kind !== 'keep' && (NAMED.test(ahead) || IDIOM.test(behind))) continue;
    // A headline in capitals has its verbs in capitals too.
    if (/\p{Ll}/u.test(said) && /^\p{Lu}/u.test(match[0]) && (NAME_AHEAD.test(ahead) || NAME_BEHIND.test(behind)))
      continue;
    if (kind === 'up' && NAMED_RATE.test(ahead) && !HAPPENS.test(behind)) continue;
    if (kind === 'bring' && last !== undefined) continue;
    last = { kind, start: match.index, end, named: NAMED_RATE.test(ahead) && !HAPPENS.test(behind) };
  }
  if (last === undefined) return withoutVerb(before, ARRIVES.exec(before)?.groups?.word, figure);
  const between = before.slice(last.end);
  const arrival = ARRIVES.exec(between)?.groups?.word?.toLowerCase();
  if ((last.kind === 'down' || last.kind === 'up') && FOR_SO_MANY.test(between)) return 'reach';
  const below = /(?:dưới|không quá|không vượt quá|tối đa)\s*$/iu.test(between);
  switch (last.kind) {
    case 'keep': {
      const kept = between.replace(BRACKETS, ' ');
      const ahead = before.slice(0, last.start);
      if (isMeasured(ahead, between) || (figure?.unit !== '%' && MADE_FIRST.test(ahead))) return 'reach';
      return /[,;]/u.test(kept) || kept.replace(BY_YEAR, ' ').trim().split(/\s+/u).length > 12 ? 'reach' : 'keep';
    }
    case 'down':
      // "Tỷ lệ cắt giảm chi phí đạt 30%" says by how much.
      return (arrival !== undefined || below) && !last.named ? 'decrease-to' : 'decrease-by';
    case 'up':
      return arrival !== undefined ? 'increase-to' : 'increase-by';
    case 'bring':
      return arrival === 'lên'
        ? 'increase-to'
        : arrival === 'xuống' || arrival === 'còn' || (arrival === 'về' && below)
          ? 'decrease-to'
          : 'reach';
  }
}

/** "tỷ lệ thất nghiệp xuống dưới 3%": where no verb says what happens, the words right before the figure may. */
function withoutVerb(before: string, arrival = '', figure?: Figure): Direction {
  // "luân chuyển sách xuống 20 điểm": books go there.
  const measured = /^[%‰]/u.test(figure?.unit ?? '%') || MEASURED_LEVEL.test(before);
  if (measured && /^xuống/iu.test(arrival)) return 'decrease-to';
  if (measured && /^lên/iu.test(arrival)) return 'increase-to';
  if (STEADY.test(before)) return 'keep';
  return GROWS.test(before) || MORE.test(before) ? 'increase-by' : 'reach';
}
