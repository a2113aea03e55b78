import { expect, test } from 'vitest';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import { cellLinesAt } from '../../../src/read/text/cell-lines.ts';

/** The rows of a table that was written a cell a line, each text in its column; the row of heads left out. */
function rowsIn(lines: readonly string[]): readonly string[] {
  const found = cellLinesAt(loadKnowledge(), lines, 0);
  const rows: string[][] = [];
  for (const { row, column, text } of found?.cells ?? []) {
    const texts = rows[row] ?? [];
    rows[row] = texts;
    texts[column] = text;
  }
  return rows.slice(1).map((texts) => Array.from(texts, (text) => text ?? '').join('|'));
}
/** Empty lines between the cells; "~" is a line with a space that does not break. */
const spaced = (text: string): string[] => text.replaceAll('~', '\u00a0').replaceAll('|', '||').split('|');

const HEADS = 'Chỉ tiêu|Đơn vị tính|Chỉ tiêu|Thực hiện|Ghi chú';

test('rows are found by unit and figures, where numbers, parts and notes come and go', () => {
  const rows =
    '1. Tốc độ tăng giá trị sản xuất (bình quân)|%|7-8|8,6|Tốc độ tăng doanh thu|+ Bán lẻ|%|12 - 13|15,1|2. Thu nhập bình quân|USD|450-500|480|Theo giá so sánh|3. Sản lượng lúa|Vạn tấn|21|22|Tỷ lệ hộ|(dùng nước máy)|%|90|92,5';
  expect(rowsIn(spaced(`${HEADS}|${rows}`))).toEqual([
    '1. Tốc độ tăng giá trị sản xuất (bình quân)|%|7-8|8,6|',
    'Tốc độ tăng doanh thu||||',
    '+ Bán lẻ|%|12 - 13|15,1|',
    '2. Thu nhập bình quân|USD|450-500|480|Theo giá so sánh',
    '3. Sản lượng lúa|Vạn tấn|21|22|',
    'Tỷ lệ hộ (dùng nước máy)|%|90|92,5|',
  ]);
});

test('a row that lacks a figure stands below no head, nor does one with too many', () => {
  const rows =
    '1. Số xã có điện|xã|80|82|2. Số xã có chợ hằng ngày|xã|40|3. Số trạm y tế|trạm|30|32|4. Số chợ xây mới|chợ|1|2|3|5. Số trường|trường|9|10|Theo giá so sánh|6. Số lớp|lớp|8|9|7. Tỷ lệ hộ|(dùng nước máy)|%|90|92|8. Số cầu|cầu|7|8';
  expect(rowsIn(spaced(`${HEADS}|${rows}`))).toEqual([
    '1. Số xã có điện|xã|80|82|',
    '2. Số xã có chợ hằng ngày|xã||||40',
    '3. Số trạm y tế|trạm|30|32|',
    '4. Số chợ xây mới|chợ||||1; 2; 3',
    '5. Số trường|trường|9|10|Theo giá so sánh',
    '6. Số lớp|lớp|8|9|',
    '7. Tỷ lệ hộ (dùng nước máy)|%|90|92|',
    '8. Số cầu|cầu|7|8|',
  ]);
});

const YEARS = 'STT|Chỉ tiêu|ĐVT|2006|2008|2010';

test('lines of white space are cells in which nothing stands, where each row has its place for them', () => {
  const rows =
    '1|Dự án|dự án|2|3|1|2|Vốn|~|~|~|~|a|- Vốn vay|tỷ đồng|~|~|6,5|b|- Vốn tự có|tỷ đồng|~|4|5|3|Số phòng|phòng|7|8|~|4|Số tàu|tàu|1|1|2';
  expect(rowsIn(spaced(`${YEARS}|${rows}`))).toEqual([
    '1|Dự án|dự án|2|3|1',
    '2|Vốn||||',
    'a|- Vốn vay|tỷ đồng|||6,5',
    'b|- Vốn tự có|tỷ đồng||4|5',
    '3|Số phòng|phòng|7|8|',
    '4|Số tàu|tàu|1|1|2',
  ]);
});

test('a bracket goes on with the figure before it, and labels that look like pages stay labels', () => {
  const row = (n: number): string => `${n}|Tỷ lệ trẻ dưới ${n} tuổi thấp còi (%)|1,0${n}|0,${n}%|(còn 4,${n}%)|0,8%`;
  const heads = 'TT|Chỉ tiêu|TH năm 2018|KH năm 2019|Ước TH năm 2019|Ghi chú';
  const rows = [1, 2, 3, 4, 5].map((n) => `${row(n)}|${n % 2 === 0 ? 'Đạt' : 'Không đạt'}`);
  expect(rowsIn(spaced(`${heads}|${rows.join('|')}`))).toEqual(
    [1, 2, 3, 4, 5].map(
      (n) =>
        `${n}|Tỷ lệ trẻ dưới ${n} tuổi thấp còi (%)|1,0${n}|0,${n}% (còn 4,${n}%)|0,8%|${n % 2 === 0 ? 'Đạt' : 'Không đạt'}`,
    ),
  );
});
