import { expect, test } from 'vitest';
import { chunksOf, pageColumnsOf, textsIn } from '../../../src/read/text/page-columns.ts';

const isFigure = (text: string): boolean => /^[\d.,<> ]+$/u.test(text);
const ROWS = [
  '1   Rừng trồng mới         ha        900     910',
  '2   Hộ nghèo               %         5,3     4,1',
  '3   Xã đạt chuẩn           xã        12      14',
];
const columns = pageColumnsOf(ROWS.map(chunksOf), isFigure) ?? [];

test('columns are those of the lines that hold most', () => {
  expect(columns.map(({ start, figures }) => [start, figures])).toEqual([
    [0, true],
    [4, false],
    [27, false],
    [37, true],
    [45, true],
  ]);
  expect(pageColumnsOf([chunksOf('Một dòng'), chunksOf('Hai dòng')], isFigure)).toBeUndefined();
});

test.each<[line: string, texts: string[] | undefined]>([
  ['4   Nước sạch              %                 95', ['4', 'Nước sạch', '%', '', '95']],
  ['5   Dân cư đô thị có nước sạch %     90      95', ['5', 'Dân cư đô thị có nước sạch', '%', '90', '95']],
  ['6   Đường nông thôn        km        1.250 1.300', ['6', 'Đường nông thôn', 'km', '1.250', '1.300']],
  ['    Cà phê', ['', 'Cà phê', '', '', '']],
])('the texts of "%s"', (line, texts) => {
  expect(textsIn(chunksOf(line), columns, isFigure)).toEqual(texts);
});
