import { expect, test } from 'vitest';
import { accountOf } from '../../../src/extract/review/account.ts';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import { blocksOfText } from '../../../src/read/text/plain-text.ts';
import { extractedOf } from '../make.ts';

/** What becomes of each figure of a plan with one table. */
function account(...rows: string[]): Record<string, string> {
  const blocks = blocksOfText(loadKnowledge(), ['I. MỤC TIÊU ĐẾN NĂM 2026', ...rows].join('\n'));
  const figures = accountOf(extractedOf(blocks)).figures.filter(({ text }) => !text.includes('MỤC TIÊU'));
  return Object.fromEntries(figures.map(({ text, reason }) => [text, reason ?? 'target']));
}

test('every figure of a table is a target or listed with the reason why not; what counts rows is not', () => {
  expect(
    account(
      'TT | Chỉ tiêu | Đơn vị | Năm 2024 | Kế hoạch 2026 | KH 2026/TH 2024 | Ghi chú',
      '1 | Diện tích 3 vụ lúa | 1000 ha | 41 | 45,5 | 110,9 | 7 xã',
      '2 | Tỷ lệ hộ nghèo | % | 4 | theo mục 5 của Nghị quyết | 75 | ',
    ),
  ).toEqual({
    'Diện tích 3 vụ lúa': 'part of what a row of a table measures',
    '1000 ha': 'part of a unit in a table',
    '41': 'target',
    'Năm 2024': 'a time (deadline.year)',
    '45,5': 'target',
    '110,9': 'stands in a column that holds figures against others, or those of an older plan ("KH 2026/TH 2024")',
    '7 xã': 'stands in a column of a table that sets no targets ("Ghi chú")',
    '4': 'target',
    'theo mục 5 của Nghị quyết':
      'stands in a cell of a table whose figure cannot be read in one way, or of which nothing says what it measures',
    '75': 'stands in a column that holds figures against others, or those of an older plan ("KH 2026/TH 2024")',
  });
});

test('figures of a table of which the heads say nothing', () => {
  const found = account('Tên | Bao', 'Ao cá | 12', 'Hồ sen | 15', 'Vườn | 18');
  expect(new Set(Object.values(found))).toEqual(
    new Set(['stands in a table that is not read: its heads name no measure, time or aim that is known']),
  );
});
