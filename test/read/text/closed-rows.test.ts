import { describe, expect, test } from 'vitest';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import { closedRowsAt } from '../../../src/read/text/closed-rows.ts';

/** The rows of the table that begins with the first line, cells parted by bars; spans before a merged one. */
function rows(...lines: string[]): string[] | undefined {
  const found = closedRowsAt(loadKnowledge(), lines, 0);
  if (found === undefined) return undefined;
  const texts: string[][] = [];
  for (const { row, column, columnSpan, text } of found.cells) {
    const line = texts[row] ?? [];
    texts[row] = line;
    line[column] = columnSpan > 1 ? `${columnSpan}x ${text}` : text;
  }
  return texts.map((line) => Array.from(line, (text) => text ?? '').join('|'));
}

describe('rows of which each cell is closed by a bar', () => {
  const head = [
    'TT | Loại đất | Năm 2021 | Mục tiêu năm 2025 | |||',
    'Diện tích | Cơ cấu | Tỉnh giao | Tự xác định | Tổng số |||',
  ];

  test('figures stand where those of the row add up, others in no column', () => {
    const counts = '(1) | (2) | (3) | (4) | (5) | (6) | (7)=(5)+(6) |';
    expect(
      rows(
        ...head,
        counts,
        '1 | Đất lúa | 2.500 | 40,5 | 2.400 | 60 | 2.460 |',
        '2 | Đất màu | 900 | 12,5 | 800 | 800 | |',
        'Trong đó: | ||||||',
        '- Ngô | 300 | 250 | 250 | |||',
      ),
    ).toEqual([
      'TT|Loại đất|2x Năm 2021||3x Mục tiêu năm 2025',
      '||Diện tích|Cơ cấu|Tỉnh giao|Tự xác định|Tổng số',
      '1|Đất lúa|2.500|40,5|2.400|60|2.460',
      '2|Đất màu|900|12,5|||800|800',
      '|Trong đó:|||||',
      '|- Ngô|300||||250|250',
    ]);
  });

  test('a cell with an empty paragraph keeps its place over the lines it takes', () => {
    const found = rows(
      'Xã | Kế hoạch năm 2025 | Năm 2026 | Ghi chú |',
      'An Phú | 25 |',
      '| Đợt 1 |',
      'Bình Hòa | 30 | 35 |',
      '|',
    );
    expect(found).toEqual(['Xã|Kế hoạch năm 2025|Năm 2026|Ghi chú', 'An Phú|25||Đợt 1', 'Bình Hòa|30|35|']);
  });

  test('words stand where those of the other rows are like them', () => {
    expect(
      rows(
        'TT | Việc | Chủ trì | Phối hợp | Hạn |',
        '1 | Rà soát | Sở Tư pháp | Sở Nội vụ | Quý II/2026 |',
        '2 | Kiểm tra | Thanh tra tỉnh | Tháng 9/2026 | |',
        '3 | Tổng kết | Sở Nội vụ | Sở Y tế | Quý IV/2026 |',
      )?.slice(1),
    ).toEqual([
      '1|Rà soát|Sở Tư pháp|Sở Nội vụ|Quý II/2026',
      '2|Kiểm tra|||Tháng 9/2026|Thanh tra tỉnh',
      '3|Tổng kết|Sở Nội vụ|Sở Y tế|Quý IV/2026',
    ]);
  });

  test('a line over the width is no head of a column', () => {
    expect(rows('Đơn vị tính: ha | ||', 'Cây | Năm 2025 | Năm 2026 |', 'Chè | 5 | 6 |')).toEqual([
      '3x Đơn vị tính: ha',
      'Cây|Năm 2025|Năm 2026',
      'Chè|5|6',
    ]);
  });

  test('where nobody can tell how the heads lie, no figure stands below one', () => {
    expect(
      rows('TT | Nơi | Vùng cao | Vùng thấp | |', 'Nam | Nữ | |||', '1 | Bản A | 4 | 5 | 6 |')?.slice(0, 2),
    ).toEqual(['TT Nơi Vùng cao Vùng thấp Nam Nữ', '1|Bản A|4|5|6']);
  });
});

test.each([
  [
    'a letterhead',
    ['ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |', 'Số: 5/KH-UBND | An Phú, ngày 5 tháng 5 năm 2025 |'],
  ],
  ['bars at either end', ['| TT | Việc | Hạn |', '| 1 | Rà soát | Quý I |', '| 2 | Báo cáo | Quý II |']],
  [
    'bars on lines of their own',
    ['|', 'TT', '|', 'Việc', '|', 'Hạn', '|', '|', '1', '|', 'Rà soát', '|', 'Quý I', '|'],
  ],
  [
    'bars between cells, of which the last is empty but for one row',
    ['TT | Việc | Hạn |', '1 | Rà soát | Quý I |', '2 | Báo cáo | Quý II |', '3 | Kiểm tra | Quý III | Đã hoãn'],
  ],
  ['other numbers of bars', ['TT | Việc | Hạn |', '1 | Rà soát |', 'Điều 2. Quyết định này có hiệu lực.']],
])('no such table: %s', (_, lines) => expect(rows(...lines)).toBeUndefined());
