import { expect, test } from 'vitest';
import { extracted, LETTERHEAD } from '../make.ts';

const statusesOf = (heads: string, figures: string, letterhead: readonly string[] = []): readonly string[] =>
  extracted(
    [
      'SẢN LƯỢNG CÂY HẰNG NĂM',
      `TT | Chỉ tiêu | Đơn vị tính | ${heads}`,
      `1 | Sản lượng lúa | Tấn | ${figures}`,
      `2 | Sản lượng ngô | Tấn | ${figures}`,
    ],
    letterhead,
  )
    .record.targets.slice(0, 2)
    .map(({ status, deadline, quantity }) => `${deadline?.end?.slice(0, 4)} ${quantity?.value} ${status}`);

test('years side by side were reached where one is long past, or the last is held against the one before', () => {
  expect(statusesOf('1996 | 2000', '52 | 61')).toEqual(['1996 52 result', '2000 61 result']);
  expect(statusesOf('2009 | 2010 | % so sánh 2010/2009', '52 | 61 | 117,3')).toEqual([
    ...['2009 52 result', '2010 61 result'],
  ]);
});

test('what is aimed at stays a target, and so do years of which nothing is told', () => {
  expect(statusesOf('2009 | Kế hoạch 2010 | % so sánh 2010/2009', '52 | 61 | 117,3')[1]).toBe('2010 61 target');
  expect(statusesOf('2009 | 2010', '52 | 61')).toEqual(['2009 52 target', '2010 61 target']);
  // A plan with its date tells by itself what lies ahead.
  expect(statusesOf('2029 | 2030 | % so sánh 2030/2029', '52 | 61 | 117,3', LETTERHEAD)[1]).toBe('2030 61 target');
});
