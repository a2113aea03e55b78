import type { Column } from './grid.ts';

/** What the figures of a column are good for in a plan. */
export type ColumnUse = 'target' | 'result' | 'none';

/** Headers of columns that report what has been reached. */
const REPORTED =
  /hiện trạng|(?<!kế hoạch )thực hiện(?! (?:đến|trong))|ước|kết quả năm|đã đạt|số liệu|(?<!\p{L})(?:u|ư)?th(?!\p{L})/u;
/** Headers of columns that aim. */
const PLANNED = /kế hoạch|(?<!\p{L})kh(?!\p{L})|mục tiêu|chỉ tiêu|dự toán|nghị quyết|giao|phấn đấu/u;
const ONE = String.raw`(?:kế hoạch|thực hiện|ước|mục tiêu|dự toán|kh|ư?th|năm)[\p{L}\s]{0,20}\d{4}`;
/** "So sánh KH 2024/TH 2023 (%)" · "Tăng, giảm so với năm 2023" · "Tỷ lệ đạt kế hoạch": what another column holds against another. */
const COMPARED = new RegExp(
  String.raw`so sánh|so với|(?<!\p{L})so (?:năm|kế hoạch|kh|th)(?!\p{L})|tăng\s*[,/(+-]{0,2}\s*giảm|(?:tỷ lệ|tỉ lệ|mức|%)\s*(?:%\s*)?(?:đạt|hoàn thành|thực hiện)|${ONE}\s*/\s*(?:${ONE}|\d{4})`,
  'u',
);

/**
 * Whether the figures of a column are aimed at, reached, or neither.
 *
 * @param planYear the plan's first year: what an older plan aimed at is neither, any other figure of an older year was reached
 */
export function useOf({ header }: Column, planYear: number | null): ColumnUse {
  const key = header.normalize('NFC').toLowerCase().replace(/\s+/gu, ' ');
  if (COMPARED.test(key)) return 'none';
  const last = [...key.matchAll(/(?<!\d)20\d\d(?!\d)/gu)].at(-1)?.[0];
  const past = last !== undefined && planYear !== null && Number(last) < planYear;
  if (REPORTED.test(key)) return 'result';
  if (past) return PLANNED.test(key) ? 'none' : 'result';
  return 'target';
}
