import { expect, test } from 'vitest';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import { blankHeads } from '../../../src/read/text/blank-heads.ts';

const heads = (line: string, figures: number): string[] | undefined =>
  blankHeads(loadKnowledge(), line.split(' / '), figures)?.cells.map(({ text }) => text);

const CASES: [line: string, figures: number, found: string | undefined][] = [
  [
    'Số TT Tên chỉ tiêu Đơn vị tính Kế hoạch 2026 So sánh (%)',
    2,
    'Số TT|Tên chỉ tiêu|Đơn vị tính|Kế hoạch 2026|So sánh (%)',
  ],
  ['Chỉ tiêu 2025 2026', 2, 'Chỉ tiêu|2025|2026'],
  ['Chỉ tiêu - Indicators Đơn vị - Unit 2025 2026', 2, 'Chỉ tiêu - Indicators|Đơn vị - Unit|2025|2026'],
  ['TT Chỉ tiêu ĐVT Giai đoạn 2026 - 2030 Năm 2030', 2, 'TT|Chỉ tiêu|ĐVT|Giai đoạn 2026 - 2030|Năm 2030'],
  [
    'TT Chỉ tiêu ĐVT Kế hoạch năm 2026 / Cả năm Quý I Quý II Quý III Quý IV',
    5,
    'TT|Chỉ tiêu|ĐVT|Kế hoạch năm 2026|Cả năm|Quý I|Quý II|Quý III|Quý IV',
  ],
  // A year that lost its figures in all rows: nobody can tell which.
  ['Chỉ tiêu 2025 2026 2027', 2, undefined],
  ['Chỉ tiêu ĐVT 2025 2026 2027', 2, undefined],
  ['TT Chỉ tiêu ĐVT Năm 2025 Năm 2026', 1, undefined],
];
test.each(CASES)('%s, %i figures', (line, figures, found) => expect(heads(line, figures)?.join('|')).toBe(found));
