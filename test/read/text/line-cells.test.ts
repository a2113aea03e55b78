import { expect, test } from 'vitest';
import { cellsFrom } from '../../../src/read/text/line-cells.ts';
import { PAGE_NUMBER } from '../../../src/read/text/page-lines.ts';

test.each<[name: string, lines: string[], cells: string[]]>([
  ['a line each', ['TT', 'Chỉ tiêu', '', '1', 'Rừng', '9'], ['TT', 'Chỉ tiêu', '1', 'Rừng', '9']],
  ['empty lines part them', ['TT', '', 'Chỉ tiêu', '(ha)', '', '1', '', 'Rừng'], ['TT', 'Chỉ tiêu\n(ha)', '1', 'Rừng']],
  ['white space alone is one', ['TT', '', '\u00a0', '', '1', '', 'Rừng', '', '9'], ['TT', '', '1', 'Rừng', '9']],
  ['so is a doubled gap', ['TT', '', '', '', '1', '', 'Rừng', '', '9'], ['TT', '', '1', 'Rừng', '9']],
  ['wide gaps everywhere are none', ['TT', '', '', '1', '', '', 'Rừng'], ['TT', '1', 'Rừng']],
  ['the number of a page is none', ['TT', `${PAGE_NUMBER}2`, 'Chỉ tiêu', 'Rừng'], ['TT', 'Chỉ tiêu', 'Rừng']],
])('%s', (_name, lines, cells) => {
  expect(cellsFrom(lines, 0).map(({ text }) => text)).toEqual(cells);
});

test('each says where it ends', () => {
  expect(cellsFrom(['TT', '', 'Chỉ tiêu', '(ha)', '', '1'], 0).map(({ end }) => end)).toEqual([1, 4, 6]);
});
