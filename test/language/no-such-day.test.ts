import { expect, test } from 'vitest';
import { noSuchDays } from '../../src/language/no-such-day.ts';

const DAYS: [text: string, ...none: string[]][] = [
  ['trước ngày 31/6/2026 và ngày 30/6/2026', 'ngày 31/6/2026'],
  ['trước ngày 31/6', 'ngày 31/6'],
  ['từ 29/02/2026 đến 29/02/2028', '29/02/2026'],
  ['xong ngày 31 tháng 9 năm 2026', 'ngày 31 tháng 9 năm 2026'],
  ['chậm nhất ngày 15/13/2026', 'ngày 15/13/2026'],
  ['hết ngày 31. 4. 2026', 'ngày 31. 4. 2026'],
  ['tỷ lệ 31/6 xã; phiên bản 31.6.2026; Quyết định số 31/4/2020'],
  ['ngày 29/02'],
];
test.each(DAYS)('no days of the calendar in: %s', (text, ...none) => {
  expect(noSuchDays(text).map(({ start, end }) => text.slice(start, end))).toEqual(none);
});
