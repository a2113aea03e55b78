import { expect, test } from 'vitest';
import { readTables } from '../../../src/extract/tables/grid.ts';
import { isOfPlan } from '../../../src/extract/tables/of-plan.ts';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import { blocksOfText } from '../../../src/read/text/plain-text.ts';
import { extractedOf, LETTERHEAD } from '../make.ts';

const ROWS = ['1 | Diện tích | ha | 4500', '2 | Sản lượng | tấn | 120'];
test.each<[what: string, lines: string[], aimed: boolean]>([
  ['a column for a year of the plan', ['I. NỘI DUNG', 'TT | Loại | ĐVT | Năm 2026', ...ROWS], true],
  ['a head that says so', ['I. NỘI DUNG', 'TT | Loại | ĐVT | Kế hoạch', ...ROWS], true],
  ['objectives', ['I. MỤC TIÊU CỤ THỂ', 'TT | Loại | ĐVT | Số', ...ROWS], true],
  ['a line above that leads up to it', ['I. NỘI DUNG', 'Các chỉ tiêu như sau:', 'TT | Loại | ĐVT | Số', ...ROWS], true],
  [
    'rows that say by when',
    [
      'I. NỘI DUNG',
      'TT | Công trình | Quy mô (km) | Giai đoạn',
      '1 | Kè Ngòi | 4 | 2023-2026',
      '2 | Đê Bạch | 9 | 2026',
    ],
    true,
  ],
  [
    'rows that are years ahead',
    ['I. NỘI DUNG', 'Năm | Số hộ (hộ) | Diện tích (ha)', '2025 | 40 | 12', '2026 | 45 | 15'],
    true,
  ],
  [
    'rows that are years gone by',
    ['I. NỘI DUNG', 'Năm | Số hộ (hộ) | Diện tích (ha)', '2015 | 40 | 12', '2016 | 45 | 15'],
    false,
  ],
  [
    'rows that say when it was',
    [
      'I. NỘI DUNG',
      'TT | Công trình | Quy mô (km) | Giai đoạn',
      '1 | Kè Ngòi | 4 | 2011-2015',
      '2 | Đê Bạch | 9 | 2016',
    ],
    false,
  ],
  [
    'a title of a year ahead',
    ['I. NỘI DUNG', 'Biểu số 3: Sản lượng khai thác năm 2027', 'TT | Loại | ĐVT | Số', ...ROWS],
    true,
  ],
  [
    'a title of a year in a part on how things are',
    ['I. HIỆN TRẠNG', 'Bảng 1. Chiều dài đê năm 2023', 'TT | Loại | ĐVT | Số', ...ROWS],
    false,
  ],
  [
    'a title of what was reached',
    ['I. NỘI DUNG', 'Biểu 3: Kết quả thực hiện năm 2026', 'TT | Loại | ĐVT | Số', ...ROWS],
    false,
  ],
  ['a title of what is allotted', ['I. NỘI DUNG', 'Phụ lục 2: Giao biên chế', 'TT | Loại | ĐVT | Số', ...ROWS], true],
  [
    'a state that its head names, with units',
    ['I. HIỆN TRẠNG', 'TT | Nội dung | ĐVT | Hiện trạng năm 2025', '1 | Số đội văn nghệ | đội | 40'],
    true,
  ],
  ['nothing', ['I. HIỆN TRẠNG', 'TT | Loại | ĐVT | Số', ...ROWS], false],
])('whether figures are those of a plan: %s', (_, lines, aimed) => {
  const { plan } = extractedOf(blocksOfText(loadKnowledge(), [...LETTERHEAD, ...lines].join('\n')));
  expect(readTables(loadKnowledge(), plan.body, plan.outline).map((table) => isOfPlan(plan, table))).toEqual([aimed]);
});
