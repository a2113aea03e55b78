import { built, type Knowledge } from '../../knowledge/knowledge.ts';
import { documentKinds } from '../../language/document-kinds.ts';
import { vi, viAll, viPart, viWords } from '../../language/pattern.ts';
import { verbs } from '../../language/verbs.ts';
import { lastPlaces } from '../mentions/engine/candidates.ts';

/**
 * "hiện cả nước có", "đang là": not the "hiện" of "thực hiện" or "hiện đại", of "số đối tượng hiện có và …", which says which are
 * meant, or of "tỷ lệ hiện mắc", a rate.
 */
const NOW = viPart`(?<!(thực|thể|phát|xuất|biểu|tái|hiển|(tỷ|tỉ) lệ|số( ca| người)?) )hiện(?! (đại|hành|vật|trường|thực|tượng|diện|hữu|hình|có hiệu)|\scó(?=\s?[,;.:)]|\s(và|được|lên|xuống|thành|sang|để)(?!\p{L})))|đang (là|có|ở)`;
/** "đạt và vượt các chỉ tiêu", "so với mục tiêu": what was aimed at once is only what is compared with. */
const REACHED = viPart`(đạt|vượt|hoàn thành|kết quả|kết quả thực hiện|tình hình thực hiện|so với|cao hơn|thấp hơn|hầu hết|phần lớn)( (và|các|mức|vượt|hầu|hết|phần|lớn|xong|toàn|bộ|[\d.,/]+(\s?%)?)){0,5}\s+`;

/** "chỉ tiêu chưa đạt", "các chỉ tiêu đều vượt kế hoạch": told of an aim, not by it. */
const MET = viPart` ((chưa|không) (đạt|hoàn thành|thực hiện được)|((đã|đều|cơ bản|cũng) )*(hoàn thành|(đạt|vượt)( và (vượt|hoàn thành))?(?= (kế hoạch|so với|nghị quyết|mức|chỉ tiêu|mục tiêu|yêu cầu)|\s?[,.;)]|$)))`;
/** What is set: "đề ra 13 chỉ tiêu", not the "đề ra" of "nhiệm vụ đề ra từ đầu năm". */
const SET = viPart`(các|những|một số|nhiều|\d|mục tiêu|chỉ tiêu|nhiệm vụ|phương hướng|kế hoạch|giải pháp|mức|là(?!\p{L})|:)`;
/** "Nâng tỷ lệ hồ sơ đã số hóa", "Bảo vệ diện tích rừng hiện có": in a clause that orders, such words only say which are meant. */
const ordered = (tables: Pick<Knowledge, 'verbs'>) =>
  viPart`(^|[.;:,–-]\s*)(${verbs(tables).MOVED}|${verbs(tables).KEEPS}|bảo vệ|quản lý|sử dụng) (tốt|ổn định|hiệu quả|có hiệu quả|vững chắc)? ((tỷ|tỉ) (lệ|trọng)|số|mức|diện tích|quỹ|toàn bộ)(?!\p{L})[^,;:.]{0,120}`;
/** "được bảo đảm", "tiếp tục tăng", "đảm bảo theo kế hoạch": how things are, where a subject stands before it. */
const TELLS_BEFORE = viPart`(được|luôn|đã|vẫn|cơ bản|cũng)\s+`;
const STATE = viPart`được|có|tăng|giảm|ổn định|phát triển|chuyển|duy trì|giữ|đạt|gia tăng|phục hồi|khởi sắc|cải thiện|là|theo`;
/** A clause has no subject: what its first verb says is to be done. */
const CLAUSE_BEGINS = /(?:^|[,;:.()–•+-]|(?<!\p{L})(?:và|để|nhằm|đồng thời|chủ động|tập trung))\s*/u;

/** "cao hơn so với mục tiêu của nghị quyết là 40%": what is compared with is stated itself. */
const AIM_STATED = vi`(?<!(đạt|hoàn thành|kết quả|thực hiện) ((các|những|được) )?)(mục|chỉ) tiêu(?! (đã|này))[^,;:()]{0,120}\slà\s+$`;

/** What is done about a plan when it is made: what it holds is still to be done. */
const DECIDES = viPart`(thông qua|thống nhất|nhất trí|quyết nghị|biểu quyết|ban hành|phê duyệt|đề ra|đặt ra|xác định|giao)(\s(thông qua|ban hành|quyết nghị|và|về|việc|nghị quyết|phương hướng)){0,3}`;
/** Plans, and what they set. */
const aimed = (tables: Pick<Knowledge, 'documentKinds'>) =>
  viPart`(${documentKinds(tables).NAMED_WITH_A_YEAR}|nhiệm vụ|phương hướng|(mục|chỉ) tiêu)(?! (đã|này))`;

/** "Đại hội thống nhất mức tăng trưởng 7,5%/năm": who decides upon a measure sets it. */
const settled = (tables: Pick<Knowledge, 'measures'>) =>
  viPart`(thông qua|thống nhất|nhất trí|quyết nghị|biểu quyết|đặt ra|đề ra) (các|những|một số)? ${viWords(tables.measures.filter(({ begins }) => begins))}`;

const placesOf = built(['verbs', 'clauseWords', 'documentKinds', 'measures'], (tables) => {
  const ORDERED = ordered(tables);
  const words = (...kinds: readonly string[]) =>
    viWords(tables.clauseWords.filter(({ status }) => status !== undefined && kinds.includes(status)));
  return lastPlaces([
    // Words that report: what they govern is reached already. They stand before the figure.
    viAll`(?<![\p{L}\p{N}])(đã(?<!${ORDERED}đã)(?! (được)? (đề ra|giao|phê duyệt(?! (mở|đầu tư|hỗ trợ|cấp))|ban hành (tại|kèm|theo))| qua (đào tạo|sử dụng|xử lý|chế biến|sơ chế|kiểm định|tuyển chọn|sát hạch|huấn luyện|bồi dưỡng))|${words('reached', 'now')}|trong năm qua|so với cùng kỳ|(?=hiện|đang)${NOW}(?<!${ORDERED}hiện)|trong \d{1,2} năm (qua|triển khai|thực hiện)|qua \d{1,2} năm)`,
    // Words that report even among aims.
    viAll`(?<![\p{L}\p{N}])(${words('now')}|(?=hiện|đang)${NOW}(?<!${ORDERED}hiện))`,
    // Words that aim: what follows them is still to be done. Looking ahead for them first spares looking behind at every word.
    viAll`(?<![\p{L}\p{N}])((?=${words('aim')})(?<!${REACHED})${words('aim')}(?!${MET})|(?<!(kế hoạch|chỉ tiêu|mục tiêu|nghị quyết)\s+(đã\s+)?)đề ra (?=${SET})|(?<!(được|\d (quyết định|nghị quyết|kế hoạch|văn bản|đề án|chương trình)) )${DECIDES} (các|những|một số)? ${aimed(tables)}(?=[^.;]{0,160}(:|,? (với|trong đó|cụ thể|theo đó|gồm)(?!\p{L})))|${settled(tables)}|${verbs(tables).AIMS_ALWAYS}|(?=${verbs(tables).AIMS_OR_TELLS})(?<=${CLAUSE_BEGINS})${verbs(tables).AIMS_OR_TELLS}|(?=${verbs(tables).AIMS_OR_TELLS})(?<!${TELLS_BEFORE})${verbs(tables).AIMS_OR_TELLS}(?! ${STATE}))`,
    // A sentence about the whole stretch of time that has passed makes the rest of its paragraph a report.
    viAll`${words('passed')}`,
    // "năm nay ước đón 2 triệu lượt", "lũy kế đạt 40 xã" report; "đặt mục tiêu … ước đạt", "thành lập mới …, lũy kế có 120 hợp tác xã" aim.
    viAll`(?<![\p{L}\p{N}])(${words('summed')}|(?<!(mơ|quy|hương|công|thỏa|ao|giao|điều|khế|nguyện) )ước(?![\p{L}\p{N}]| (mơ|muốn|vọng|nguyện|lệ|định|thúc)))`,
  ]);
});

/** Held against a plan or the year before, a figure is one that was reached. */
const HELD_AGAINST = vi`(?<!(hằng|hàng|mỗi) năm )(đạt|bằng|vượt|,\s*hoàn thành) (hơn|gần|trên|khoảng|xấp xỉ)? [\d.,]+\s?% (so (với)?)? (kế hoạch|KH|dự toán|nghị quyết|chỉ tiêu)|cùng kỳ`;
const WHOLE_OF_PLAN = /(?<![\d.,])100(?:,0+)?\s?%/gu;
const DISBURSED = vi`giải ngân`;

/**
 * Whether a sentence that aims at nothing tells by what it compares with that its figures were reached.
 *
 * @param afterAims what stands before it sets aims
 */
// What brackets say of aims is said by the way: "(chỉ tiêu kế hoạch là 3,88%)".
export const heldAgainst = (knowledge: Knowledge, sentence: string, afterAims = false): boolean =>
  // Among aims, the whole of a plan is one more: "thu ngân sách đạt 100% dự toán".
  HELD_AGAINST.test(afterAims ? sentence.replace(WHOLE_OF_PLAN, ' ') : sentence) &&
  // What is disbursed is always a share of what was planned: "giải ngân đạt trên 95% kế hoạch được giao" is an aim too.
  !DISBURSED.test(sentence) &&
  (placesOf(knowledge)(withoutClosedBrackets(sentence))[2] ?? -1) < 0;

/** "9 tháng đầu năm đạt 6%": a part of the year is reported on, where nothing is aimed at. */
const PART_OF_YEAR = vi`(\d{1,2}|hai|ba|sáu|chín) tháng (đầu năm|năm 20\d\d)`;

/** The text with its brackets blanked out, offsets unchanged; one that is still open stays. */
const withoutClosedBrackets = (text: string): string =>
  text.replace(/\([^()]*\)/gu, (inside) => ' '.repeat(inside.length));

const setsOf = built(['documentKinds'], (tables) => ({
  /** "đã thông qua Nghị quyết về …": what such a plan sets is still to be done. */
  SETS: vi`(thông qua|ban hành|phê duyệt|xây dựng|ký|(vừa|đã) có|triển khai|thống nhất|nhất trí|quyết nghị|đề ra|xác định|phát động)(\s(và|ban hành|quyết định|phê duyệt|ký|một số|các|những|nhiều|bản|dự thảo|phương hướng)){0,3}\s${aimed(tables)}`,
  /** … where the next words go on with what stands in it. */
  FOLLOWS: vi`^(theo đó|trong đó|cụ thể|mục tiêu|(theo)? ${documentKinds(tables).DATED} (này)? (đề ra|đặt ra|xác định|nêu))`,
}));

/**
 * Whether a sentence goes on with what a plan sets that the text before it tells to have been issued: "Tỉnh đã ban hành kế hoạch …
 * Theo đó, …".
 */
export function tellsOfPlan(knowledge: Knowledge, before: string, sentence: string): boolean {
  const { SETS, FOLLOWS } = setsOf(knowledge);
  return FOLLOWS.test(sentence) && SETS.test(before);
}

export type Status = 'target' | 'result';

/**
 * What the words before a figure, or a sentence without one, say themselves of what stands in them: the last word that reports or aims
 * decides. Undefined where none does.
 *
 * @param before the sentence up to the figure
 * @param aimed the section sets aims: there, "đã" only tells how a thing came about
 */
export function statusSaid(knowledge: Knowledge, before: string, aimed: boolean): Status | undefined {
  // What brackets say of aims is said by the way; what they report tells of the rest too, where nothing is aimed at.
  const open = withoutClosedBrackets(before);
  const aside = open.lastIndexOf('(');
  const inside = aside < 0 ? undefined : statusSaid(knowledge, open.slice(aside + 1), aimed);
  if (inside !== undefined) return inside;
  if (AIM_STATED.test(open)) return 'target';
  const places = placesOf(knowledge)(open);
  const [own = -1, now = -1, aims = -1, on = -1, estimates = -1] = places;
  const [all = -1, , aimsOfAll = -1] = open === before ? places : placesOf(knowledge)(before);
  const any = all > aimsOfAll ? all : own;
  const reports = aimed ? now : any;
  if (reports < 0 && aims < 0)
    return on >= 0 || (!aimed && (estimates >= 0 || PART_OF_YEAR.test(open))) ? 'result' : undefined;
  return reports > aims ? 'result' : 'target';
}

/**
 * Whether a sentence that names no aim tells how things went: "tình hình có nhiều chuyển biến". A story reports where nothing else has
 * been said yet.
 */
export const assesses = (knowledge: Knowledge, sentence: string): boolean =>
  assessmentsOf(knowledge).test(sentence) && (placesOf(knowledge)(withoutClosedBrackets(sentence))[2] ?? -1) < 0;
const assessmentsOf = built(
  ['clauseWords'],
  ({ clauseWords }) => vi`${viWords(clauseWords.filter(({ status }) => status === 'assessed'))}`,
);
