import { vi } from '../../language/pattern.ts';
import type { Range } from '../../language/sentences.ts';
import type { MentionOf } from '../../model/mention.ts';

/** "Xã miền núi là xã có …": what says behind "là" once more what it began with defines it. */
const DEFINES =
  /(?:^|[.;:)–+•*-]\s{0,3})\s*(?<kind>\p{L}{2,})\s(?<between>[^.;:]{1,120}?)\slà\s(?:các\s|những\s)?\k<kind>(?!\p{L})[^.,;]*$/iu;
/** A year, an aim or something with a name is not defined: "Năm 2026 là năm …", "Tỉnh phấn đấu là tỉnh có …". */
const NO_KIND = vi`^(năm|ngày|tháng|chỉ|mục|kết|nhiệm)$`;
const AIMED = vi`phấn đấu|mục tiêu|xác định|đặt|trở thành|đến năm`;

/** A term runs from some day on: "trong thời hạn 30 (ba mươi) ngày làm việc kể từ ngày nhận hồ sơ". */
const RUNS_FROM = /^\s*(?:làm\s+việc)?\s*,?\s*(?:kể\s+từ|tính\s+từ)(?!\p{L})/iu;
/** A mean or a state is measured: "Thời gian giải quyết bình quân là 7 ngày tính từ …". */
const IS_MEASURED = /(?<!\p{L})(?:là|đạt|còn|bình\s+quân|trung\s+bình)\s*$/iu;

/** Whether the figure bounds what a definition calls so: "Thôn miền núi là thôn có từ 15% …". */
export function definesKind(text: string, sentence: Range, { start, value }: MentionOf<'quantity'>): boolean {
  if (value.comparator === '=') return false;
  const { kind = '', between = '' } = DEFINES.exec(text.slice(sentence.start, start))?.groups ?? {};
  return kind !== '' && !NO_KIND.test(kind) && !AIMED.test(between) && !/\p{Lu}|\d/u.test(between);
}

/** Whether a time counts from a day on, as terms of procedures do. */
export const runsFrom = (text: string, sentence: Range, { start, end }: Range): boolean =>
  RUNS_FROM.test(text.slice(end, end + 40)) && !IS_MEASURED.test(text.slice(sentence.start, start));
