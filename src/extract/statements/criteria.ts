import type { Range } from '../../language/sentences.ts';

/** "Xã miền núi là xã có …": what says behind "là" once more what it began with defines it. A year or an aim does not: "Năm 2026 là năm …". */
const DEFINES =
  /(?:^|[.;:)–+•*-]\s{0,3})\s*(?<kind>(?!(?:năm|ngày|tháng|chỉ|mục)\s)\p{L}{2,})\s[^.;:]{1,120}?\slà\s(?:các\s|những\s)?\k<kind>(?!\p{L})[^.,;]*$/iu;

/** A term runs from some day on: "trong thời hạn 30 (ba mươi) ngày làm việc kể từ ngày nhận hồ sơ". */
const RUNS_FROM = /^\s*(?:làm\s+việc)?\s*,?\s*(?:kể\s+từ|tính\s+từ)(?!\p{L})/iu;

/** Whether the figure bounds what a definition calls so: "Thôn miền núi là thôn có từ 15% …". */
export const definesKind = (text: string, sentence: Range, { start }: Range): boolean =>
  DEFINES.test(text.slice(sentence.start, start));

/** Whether a time counts from a day on, as terms of procedures do. */
export const runsFrom = (text: string, { end }: Range): boolean => RUNS_FROM.test(text.slice(end, end + 40));
