import type { Direction } from '../model/record.ts';
import { anyOf, edged } from './words.ts';

const DOWN = ['giảm', 'cắt giảm', 'rút ngắn', 'kéo giảm', 'giảm thiểu', 'hạ', 'tinh giản', 'giảm bớt'];
const UP = ['tăng', 'nâng', 'tăng thêm', 'nâng lên', 'gia tăng'];
const KEEP = ['duy trì', 'giữ vững', 'giữ ổn định', 'giữ nguyên', 'ổn định', 'tiếp tục giữ'];
const VERB = new RegExp(`${edged(`(?<down>${anyOf(DOWN)})|(?<up>${anyOf(UP)})|(?<keep>${anyOf(KEEP)})`)}`, 'giu');
/** After these, "tăng" or "giảm" is part of the name of a measure ("tốc độ tăng", "tỷ lệ giảm nghèo"). */
const NAMED =
  /(?:tốc độ|tỷ lệ|tỉ lệ|mức|chỉ số|hệ số|mục tiêu|giá trị|công tác|đề án|chương trình|và|thuế)\s+(?:gia\s+)?$/iu;
/** "tăng cường", "tăng trưởng", "nâng cao" name no amount. */
const IDIOM = /^\s+(?:cường|trưởng|cao|cấp|tốc|nghèo|thiểu\s+tối\s+đa|nhẹ|gia|thu\s+nhập\s+cho)(?![\p{L}])/iu;
const TO = new RegExp(
  edged(anyOf(['còn', 'xuống', 'xuống còn', 'về', 'lên', 'đạt', 'tới', 'thành', 'dưới', 'đến', 'ở mức', 'không quá'])),
  'iu',
);

/**
 * What is to happen to the measure, from the verb before the figure and its frame ("giảm còn 5%", "giảm 5%").
 *
 * @param before text from the start of the statement to the figure's number, its comparator included
 */
export function directionOf(before: string): Direction {
  let last: { readonly kind: 'down' | 'up' | 'keep'; readonly end: number } | undefined;
  for (const match of before.matchAll(VERB)) {
    const end = match.index + match[0].length;
    const kind = match.groups?.down !== undefined ? 'down' : match.groups?.up !== undefined ? 'up' : 'keep';
    if (kind !== 'keep' && (NAMED.test(before.slice(0, match.index)) || IDIOM.test(before.slice(end)))) continue;
    last = { kind, end };
  }
  if (last === undefined) return 'reach';
  const between = before.slice(last.end);
  if (last.kind === 'keep') return /[,;]/u.test(between) || between.trim().split(/\s+/u).length > 12 ? 'reach' : 'keep';
  const to = TO.test(between);
  return last.kind === 'down' ? (to ? 'decrease-to' : 'decrease-by') : to ? 'increase-to' : 'increase-by';
}
