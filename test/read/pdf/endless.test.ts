import { expect, test } from 'vitest';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import { DEFAULT_LIMITS } from '../../../src/model/block.ts';
import { readPdf } from '../../../src/read/pdf/pdf.ts';
import { column, makePdf } from './make-pdf.ts';

const read = (bytes: Uint8Array) => readPdf(bytes, DEFAULT_LIMITS, loadKnowledge());
const form = (content: string, forms: readonly number[]): string =>
  `<< /Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << ${forms.map((id) => `/X${id} ${id} 0 R`).join(' ')} >> >> /Length ${content.length} >>\nstream\n${content}\nendstream`;
const LINES = ['Tỷ lệ hồ sơ được xử lý trực tuyến đạt trên 85% vào cuối năm.'];
const page = { raw: '/Fm Do', text: column(56, 700, LINES) };
const IMAGE = '<< /Length 0 >>\nstream\n\nendstream';
const ids = (count: number): number[] => Array.from({ length: count }, (_, i) => 1001 + i);

test.each([
  [
    'forms that call each other, each of them all others',
    ids(12).map(() =>
      form(
        ids(12)
          .map((id) => `q /X${id} Do Q`)
          .join(' '),
        ids(12),
      ),
    ),
  ],
  [
    'forms of forms, thirty deep, each twice',
    ids(30).map((id) => form(id === 1030 ? '0 0 m 9 9 l S' : `/X${id + 1} Do /X${id + 1} Do`, [id + 1])),
  ],
  ['millions of strokes', [form('0 0 m 9 9 l S\n'.repeat(2_000_000), [])]],
] as const)('%s end soon, with advice', async (_, forms) => {
  await expect(read(makePdf([page], { more: [IMAGE, ...forms] }))).rejects.toMatchObject({
    code: 'file-too-large',
    message: expect.stringContaining('print it anew'),
  });
});

test('a form that calls itself is passed over', async () => {
  const { blocks } = await read(makePdf([page], { more: [IMAGE, form('/X1001 Do', [1001])] }));
  expect(blocks.map(({ text }) => text)).toEqual(LINES);
});

test('a drawing of many strokes is no fault', async () => {
  const drawing = form('0 0 m 9 9 l S\n'.repeat(150_000), []);
  const { blocks } = await read(makePdf([page], { more: [IMAGE, drawing] }));
  expect(blocks.map(({ text }) => text)).toEqual(LINES);
});
