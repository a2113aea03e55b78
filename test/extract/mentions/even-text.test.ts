import { expect, test } from 'vitest';
import { evenText } from '../../../src/extract/mentions/even-text.ts';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import { quantities } from './quantities/cases.ts';

const EVEN: [text: string, even: string][] = [
  ['đạt  80%', 'đạt 80%'],
  ['đến\u00a0\u00a0năm \n 2025', 'đến năm\n2025'],
  ['đạt 7,5‑8,0%', 'đạt 7,5-8,0%'],
  // Marks of notes between a figure and what it counts.
  ['có 45[2] xã và 85[1]% hộ', 'có 45 xã và 85% hộ'],
  ['có 45 [2] xã', 'có 45 xã'],
  ['có 12.500(1) con, 12* xã, 12³ xã', 'có 12.500 con, 12 xã, 12 xã'],
  ['giải quyết 10[3] hồ sơ, dưới 10[2]‰', 'giải quyết 10 hồ sơ, dưới 10‰'],
  ['3 x 10⁶ USD', '3 x 10⁶ USD'],
  ['theo khoản 2(1) Điều 5', 'theo khoản 2(1) Điều 5'],
  ['diện tích 250 m² sàn', 'diện tích 250 m² sàn'],
  ['đạt 600 m 3 /ngày', 'đạt 600 m3 /ngày'],
  ['dài 600 m 3 làn xe', 'dài 600 m 3 làn xe'],
  // Thousands behind one space.
  ['đạt 45 500 tỷ đồng', 'đạt 45.500 tỷ đồng'],
  ['cho 12\u202f500 lao động', 'cho 12.500 lao động'],
  ['đạt 45 000 - 46 500 tỷ', 'đạt 45.000 - 46.500 tỷ'],
  ['trong năm 12 500 lao động', 'trong năm 12.500 lao động'],
  ['12 500 lao động, 9 500 hộ', '12 500 lao động, 9.500 hộ'],
  ['Năm 2026 500 hộ', 'Năm 2026 500 hộ'],
  ['Phụ lục 2 500 hồ sơ', 'Phụ lục 2 500 hồ sơ'],
  ['vùng 3 120 xã', 'vùng 3 120 xã'],
  ['Điện thoại: 0210 3846 647', 'Điện thoại: 0210 3846 647'],
  // Figures that came apart.
  ['trên 85 ,5% và 85, 5%', 'trên 85,5% và 85,5%'],
  ['đạt 85. 5%', 'đạt 85.5%'],
  ['đạt 9 5%, tăng 1 00%', 'đạt 95%, tăng 100%'],
  ['chỉ tiêu 9 5% hộ', 'chỉ tiêu 9 5% hộ'],
  ['đạt 9. 500 tỷ đồng', 'đạt 9.500 tỷ đồng'],
  ['đạt 1. 250. 000 triệu đồng', 'đạt 1.250.000 triệu đồng'],
  // Three figures or more in order.
  ['lần lượt là 25,1-28,8-46,1%', 'lần lượt là 25,1;28,8;46,1%'],
  ['lần lượt là 7-8%, 9-10%', 'lần lượt là 7-8%, 9-10%'],
];
test.each(EVEN)('%j is read as %j', (text, even) => {
  expect(evenText(loadKnowledge(), text).text).toBe(even);
});

const QUOTED: [text: string, found: string, value: number][] = [
  ['có  45[2] xã  và', '45[2] xã', 45],
  ['đạt trên  85 ,5%  hộ', 'trên  85 ,5%', 85.5],
  ['đạt ９５％ hộ', '９５％', 95],
  ['đạt  45  500 tỷ  đồng', '45  500 tỷ  đồng', 45500000000000],
];
test.each(QUOTED)('what is found is quoted as it stands: %j', (text, found, value) => {
  const [mention] = quantities(text);
  expect(mention).toMatchObject({ text: found, value: { value, text: found } });
  expect(text.slice(mention?.start, mention?.end)).toBe(found);
});
