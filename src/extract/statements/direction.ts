import { anyOf, edged } from '../../language/words.ts';
import type { Direction } from '../../model/record.ts';

const DOWN = ['giảm', 'cắt giảm', 'rút ngắn', 'kéo giảm', 'giảm thiểu', 'hạ', 'tinh giản', 'giảm bớt'];
const UP = ['tăng', 'nâng', 'tăng thêm', 'nâng lên', 'gia tăng', 'thu hút thêm', 'phát triển thêm', 'có thêm'];
const KEEP = [
  'duy trì',
  'giữ vững',
  'giữ ổn định',
  'giữ nguyên',
  'ổn định ở',
  'ổn định mức',
  'ổn định tỷ lệ',
  'ổn định diện tích',
  'tiếp tục giữ',
];
const VERB = new RegExp(
  edged(`(?<down>${anyOf(DOWN)})|(?<up>${anyOf(UP)})|(?<keep>${anyOf(KEEP)})|(?<bring>đưa)`),
  'giu',
);
/** After these, "tăng" or "giảm" is part of the name of a measure ("tốc độ tăng"). */
const NAMED = /(?:tốc độ|chỉ số|hệ số|giá trị|công tác|đề án|chương trình|thuế|giá trị gia|tốc độ gia)\s+$/iu;
/** "Tỷ lệ tăng dân số" names a measure; "tỷ lệ giảm còn 5%" says what happens to one. */
const NAMED_RATE = /(?:tỷ lệ|tỉ lệ|tỷ suất|mức|mức độ|số)\s+(?:gia\s+)?$/iu;
const HAPPENS =
  /^(?:\s+(?:còn|xuống|lên|từ|thêm|dần|bình quân|ít nhất|tối thiểu|không quá|khoảng|trên|dưới|mỗi|hằng|hàng)(?!\p{L})|[^\p{L}]*$)/iu;
/** "tăng cường", "tăng trưởng", "nâng cao" name no amount. */
const IDIOM = /^\s+(?:cường|trưởng|cao|cấp|tốc(?!\s+độ)|nhẹ|gia|tầng|lưu|viện)(?![\p{L}])/iu;
/** A word of arrival right before the figure, words of comparison aside: "xuống dưới 30%", "còn 5%", "lên tối thiểu 80%". */
const ARRIVES =
  /(?<![\p{L}\p{N}]|trở\s)(?<word>còn|xuống|về|lên|đạt|tới|đến|thành|ở mức|bằng)(?:\s+(?:còn|mức|dưới|trên|hơn|không|quá|vượt|tối|thiểu|đa|ít|nhất|khoảng|từ|tỷ|lệ|bằng|đến|là)){0,5}\s*$/iu;

/**
 * What is to happen to the measure, from the verb before the figure and its frame ("giảm còn 5%", "giảm 5%").
 *
 * @param before text from the start of the statement to the figure's digits, words of comparison included
 */
export function directionOf(before: string): Direction {
  let last:
    | { readonly kind: 'down' | 'up' | 'keep' | 'bring'; readonly end: number; readonly named: boolean }
    | undefined;
  for (const match of before.matchAll(VERB)) {
    const end = match.index + match[0].length;
    const { down, up, keep } = match.groups ?? {};
    const kind = down !== undefined ? 'down' : up !== undefined ? 'up' : keep !== undefined ? 'keep' : 'bring';
    const [ahead, behind] = [before.slice(0, match.index), before.slice(end)];
    if (kind !== 'keep' && (NAMED.test(ahead) || IDIOM.test(behind))) continue;
    if (kind === 'up' && NAMED_RATE.test(ahead) && !HAPPENS.test(behind)) continue;
    if (kind === 'bring' && last !== undefined) continue;
    last = { kind, end, named: NAMED_RATE.test(ahead) && !HAPPENS.test(behind) };
  }
  if (last === undefined) return 'reach';
  const between = before.slice(last.end);
  const arrival = ARRIVES.exec(between)?.groups?.word?.toLowerCase();
  const below = /(?:dưới|không quá|không vượt quá|tối đa)\s*$/iu.test(between);
  switch (last.kind) {
    case 'keep':
      return /[,;]/u.test(between) || between.trim().split(/\s+/u).length > 12 ? 'reach' : 'keep';
    case 'down':
      // "Tỷ lệ cắt giảm chi phí đạt 30%" says by how much.
      return (arrival !== undefined || below) && !last.named ? 'decrease-to' : 'decrease-by';
    case 'up':
      return arrival !== undefined ? 'increase-to' : 'increase-by';
    case 'bring':
      return arrival === 'lên' ? 'increase-to' : arrival === 'xuống' || arrival === 'còn' ? 'decrease-to' : 'reach';
  }
}
