import { expect, test } from 'vitest';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import { DEFAULT_LIMITS } from '../../../src/model/block.ts';
import { readDocx } from '../../../src/read/docx/docx.ts';
import { makeDocx, p, r, tbl, tr } from './make-docx.ts';

const cell = (...content: string[]): string => `<w:tc><w:tcPr/>${content.join('')}<w:p/></w:tc>`;
const row = (...cells: string[]): string => `<w:tr>${cells.join('')}</w:tr>`;
const years = tbl(tr([['Năm 2025'], ['Năm 2026']]), tr([['70%'], ['90%']]));
const parts = tbl(tr([['Cấp tỉnh'], ['90%']]), tr([['Cấp xã:'], ['80%']]));
const headed = tbl(
  tr([['Cấp'], ['Năm 2025'], ['Năm 2026']]),
  tr([['Tỉnh'], ['70%'], ['90%']]),
  tr([['Xã'], [''], ['60%']]),
);
const named = tbl(tr([['Nhóm'], ['Tỷ lệ']]), tr([['Trẻ em'], ['95%']]));
const numbered = tbl(
  tr([['TT'], ['Chỉ tiêu'], ['Năm 2025'], ['Năm 2026']]),
  tr([['1'], ['Tỷ lệ hồ sơ'], ['80%'], ['85%']]),
);
/** A table of data, in one cell of which another one stands. */
const around = (...inner: string[]): string =>
  tbl(
    tr([['TT'], ['Chỉ tiêu của tỉnh'], ['Giá trị phải đạt']]),
    row(cell(p('1')), cell(p('Tỷ lệ hồ sơ trực tuyến toàn trình của tỉnh')), cell(...inner)),
    tr([['2'], ['Tỷ lệ số hóa kết quả giải quyết thủ tục'], ['85%']]),
  );

test.each([
  ['a row of figures below its heads', [years], 'Năm 2025: 70%\nNăm 2026: 90%'],
  ['two columns without heads', [p('Gồm:'), parts], 'Gồm:\nCấp tỉnh: 90%\nCấp xã: 80%'],
  ['heads above and beside', [headed], 'Tỉnh, Năm 2025: 70%\nTỉnh, Năm 2026: 90%\nXã, Năm 2026: 60%'],
  ['rows that are numbered', [numbered], 'Tỷ lệ hồ sơ, Năm 2025: 80%\nTỷ lệ hồ sơ, Năm 2026: 85%'],
  [
    'a column of figures that is no count of rows',
    [tbl(tr([['Số xã'], ['Tên'], ['Tỷ lệ']]), tr([['12'], ['Tân An'], ['85%']]))],
    'Số xã: 12\nTên: Tân An\nTỷ lệ: 85%',
  ],
  ['a head that only says what stands there', [named], 'Trẻ em: 95%'],
  ['one in another', [tbl(row(cell(p('Trong đó')), cell(years)))], 'Trong đó: Năm 2025: 70% Năm 2026: 90%'],
  [
    'signs and forms of their own',
    [tbl(row(cell(p('Mức')), cell(`<w:p><w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>${r('5%')}</w:p>`)))],
    'Mức: ≥5%',
  ],
])('a table in a cell of a table of data is lines of it: %s', async (_, inner, text) => {
  const { blocks } = await readDocx(makeDocx({ body: around(...inner) }), DEFAULT_LIMITS, loadKnowledge());
  expect(blocks.find(({ cell: at }) => at?.row === 1 && at.column === 2)?.text).toBe(text);
  expect(blocks).toHaveLength(9);
});

test('what is only set in another table is a table of its own', async () => {
  const { blocks } = await readDocx(
    makeDocx({ body: tbl(row(cell(p('A'), headed), cell(p('B'), parts))) + tbl(row(cell(tbl(row(cell(years)))))) }),
    DEFAULT_LIMITS,
    loadKnowledge(),
  );
  expect(blocks.map(({ text, cell: at }) => (at === undefined ? text : `${at.table}:${text}`))).toEqual([
    'A',
    ...['0:Cấp', '0:Năm 2025', '0:Năm 2026', '0:Tỉnh', '0:70%', '0:90%', '0:Xã', '0:', '0:60%'],
    'B',
    ...['1:Cấp tỉnh', '1:90%', '1:Cấp xã:', '1:80%'],
    ...['2:Năm 2025', '2:Năm 2026', '2:70%', '2:90%'],
  ]);
});

const long = 'Các chỉ tiêu phải đạt của tỉnh trong hai năm tới được nêu ở bảng dưới đây, có so với năm trước';
test('a table of data in one column, between a heading and text, stays one', async () => {
  const body = tbl(row(cell(p(long))), row(cell(numbered)), row(cell(p(long))));
  const { blocks } = await readDocx(makeDocx({ body }), DEFAULT_LIMITS, loadKnowledge());
  expect(blocks.map(({ text, cell: at }) => (at === undefined ? text : `${at.row}:${text}`))).toEqual([
    long,
    ...['0:TT', '0:Chỉ tiêu', '0:Năm 2025', '0:Năm 2026', '1:1', '1:Tỷ lệ hồ sơ', '1:80%', '1:85%'],
    long,
  ]);
});
