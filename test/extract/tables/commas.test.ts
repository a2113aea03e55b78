import { expect, test } from 'vitest';
import { commasOf, withoutGroups } from '../../../src/extract/tables/commas.ts';
import { targetsOf } from '../make.ts';

const rows = (...lines: string[]) => lines.map((line) => line.split(' | '));

test.each<[what: string, lines: string[], text: string, commas: string]>([
  ['several groups', ['Hồ Suối | 312,000 | 1,000,000'], '', 'thousands'],
  ['a group and a point', ['Xã A | 1,250.5', 'Xã B | 2,100.75'], '', 'thousands'],
  ['the same figure with a point', ['Tổng | 208,600', 'Kè | 21,600'], 'là 208.600 m3/ngày', 'thousands'],
  ['a total that adds up', ['Xã A | 1,616', 'Xã B | 384', 'Tổng | 2,000'], '', 'thousands'],
  ['a total that does not', ['Xã A | 1,616', 'Xã B | 0', 'Tổng | 1,617'], '', 'decimals'],
  ['other decimals', ['Xã A | 1,616', 'Xã B | 13,3', 'Xã C | 1,000,000'], '', 'decimals'],
  ['decimals below one', ['Xã A | 1,616', 'Xã B | 0,125'], '', 'decimals'],
  ['round figures alone', ['Xã A | 21,600', 'Xã B | 90,000', 'Xã C | 5,300'], '', 'unsure'],
  ['hundreds in the same column', ['Xã A | 1,254', 'Xã B | 980'], '', 'unsure'],
  ['hundreds in another column', ['Xã A | 1,254 | 980'], '', 'decimals'],
  ['figures that are not round', ['Xã A | 21,625', 'Xã B | 90,412', 'Xã C | 5,377'], '', 'decimals'],
  ['a longer number that holds it', ['Xã A | 21,625'], '1.521.625 đồng', 'decimals'],
])('what commas part: %s', (_, lines, text, commas) => {
  expect(commasOf(rows(...lines), new Set(text.match(/\d[\d.,]*/gu)))).toBe(commas);
});

test('a text without the commas of its thousands', () => {
  expect(withoutGroups('1,250,000 m3, 3,5 km và 412,000 ha')).toBe('1250000 m3, 3,5 km và 412000 ha');
});

const VALUES = (cells: readonly string[], more: readonly string[] = []) =>
  targetsOf([
    'I. MỤC TIÊU',
    ...more,
    'TT | Chỉ tiêu | ĐVT | Năm 2026',
    ...cells.map((cell, i) => `${i + 1} | Công trình ${'ABCD'[i]} | m3 | ${cell}`),
  ]).map(({ quantity, source }) => [quantity?.value, source.quote.split('\t').at(-1)]);

test('figures of a table are read as it shows', () => {
  expect(VALUES(['41,916', '1,250,000'])).toEqual([
    [41916, '41,916'],
    [1250000, '1,250,000'],
  ]);
  expect(VALUES(['21,600', '90,000', '5,300'])).toEqual([]);
  expect(VALUES(['21,6', '90,125'])).toEqual([
    [21.6, '21,6'],
    [90.125, '90,125'],
  ]);
});

test('where commas part thousands, a point parts decimals', () => {
  expect(['43,323.9', '7,437.20', '2,574,203', '102.9'].map(withoutGroups)).toEqual([
    ...['43323,9', '7437,20', '2574203', '102,9'],
  ]);
});
