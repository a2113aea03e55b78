import { expect, test } from 'vitest';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import { DEFAULT_LIMITS } from '../../../src/model/block.ts';
import { readPdf } from '../../../src/read/pdf/pdf.ts';
import { column, LETTER, makePdf, type Painted } from './make-pdf.ts';

/** A line of which what stands between "^" and "^" is raised. */
function line(text: string, y: number): Painted[] {
  const painted: Painted[] = [];
  let x = 56;
  for (const [i, part] of text.split('^').entries()) {
    const size = i % 2 === 0 ? 13 : 8;
    if (part !== '') painted.push({ x, y: y + (i % 2 === 0 ? 0 : 4.5), text: part, size });
    x += part.length * size * LETTER;
  }
  return painted;
}

test.each([
  ['Hỗ trợ 45^2^ xã xây dựng nhà văn hóa', 'Hỗ trợ 45[2] xã xây dựng nhà văn hóa'],
  ['Kinh phí năm 2026^1^ là 120 tỷ đồng', 'Kinh phí năm 2026[1] là 120 tỷ đồng'],
  ['Sản lượng đạt 3 x 10^6^ tấn mỗi năm', 'Sản lượng đạt 3 x 10⁶ tấn mỗi năm'],
  ['Trồng mới 250 m^2^ cây xanh mỗi người', 'Trồng mới 250 m2 cây xanh mỗi người'],
  ['Diện tích 15 km^2^ và 40 nghìn m^3^ nước', 'Diện tích 15 km2 và 40 nghìn m3 nước'],
  ['Tỷ lệ đạt 95%^12^ theo quy định', 'Tỷ lệ đạt 95%[12] theo quy định'],
  ['Giảm phát thải CO^2^ trong sản xuất', 'Giảm phát thải CO2 trong sản xuất'],
])('%s', async (painted, read) => {
  const body = column(56, 700, ['Dòng đầu của trang văn bản này', 'Dòng cuối của trang văn bản này'], { size: 13 });
  const { blocks } = await readPdf(
    makePdf([{ text: [...body, ...line(painted, 660)] }]),
    DEFAULT_LIMITS,
    loadKnowledge(),
  );
  expect(blocks.map(({ text }) => text).join(' ')).toContain(read);
});
