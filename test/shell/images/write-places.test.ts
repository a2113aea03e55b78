// Before anything that loads pdf.js: other tests of this process look whether it brings a canvas.
import '../../../src/shell/pool/no-canvas.ts';
import { readdir, readFile } from 'node:fs/promises';
import { decode, encode } from 'fast-png';
import { expect, test } from 'vitest';
import { processDocument } from '../../../src/index.ts';
import type { PlanRecord, Source } from '../../../src/model/record.ts';
import type { PageImages } from '../../../src/shell/images/page-images.ts';
import { writePlaces } from '../../../src/shell/images/write-places.ts';
import { column, makePdf } from '../../read/pdf/make-pdf.ts';
import { folderWith } from '../make.ts';

const SENTENCE = 'Đến hết năm 2026, trên 98% hồ sơ thủ tục hành chính cấp tỉnh được giải quyết đúng hạn.';
const { record } = await processDocument(
  makePdf([
    { text: column(56, 780, ['KẾ HOẠCH', 'I. MỤC TIÊU', 'Các chỉ tiêu đạt được như sau:', SENTENCE], { size: 9 }) },
  ]),
  { uri: 'a.pdf' },
);

const images: PageImages = {
  page: async (_, number) =>
    number > 1
      ? undefined
      : {
          png: encode({ width: 595, height: 842, data: new Uint8Array(595 * 842).fill(255), channels: 1, depth: 8 }),
          ...{ width: 595, height: 842 },
        },
};
const document = { sha256: record.document.sha256, bytes: async () => new Uint8Array() };
const write = async (asked: readonly string[], of: PlanRecord = record) => {
  const folder = await folderWith();
  const written = await writePlaces(of, document, images, folder, asked);
  expect((await readdir(folder)).map((name) => `${folder}/${name}`).sort()).toEqual([...written].sort());
  return written.map((path) => path.slice(folder.length + 1));
};

test('a target is shown where it stands, a page as it is', async () => {
  expect(record.targets).toHaveLength(1);
  expect(await write(['t1', '1'])).toEqual(['t1-page-1.png', 'page-1.png']);
  const folder = await folderWith();
  await writePlaces(record, document, images, folder, ['t1']);
  const { width, height } = decode(await readFile(`${folder}/t1-page-1.png`));
  expect(width).toBeGreaterThan(350);
  expect(height).toBeLessThan(140);
});

test('unless something is named, each doubtful figure is shown', async () => {
  expect(await write([])).toEqual([]);
  const source: Source = { quote: '98%', start: 0, end: 3, page: 1, boxes: [[1, 100, 100, 130, 112]] };
  const doubtful = { code: 'figure-doubtful', message: 'x', source };
  const warnings = [doubtful, { code: 'figures-differ', message: 'x', source }, doubtful];
  expect(await write([], { ...record, warnings })).toEqual(['doubtful-1-page-1.png', 'doubtful-2-page-1.png']);
});

test('what the document has not is refused before anything is written', async () => {
  for (const name of ['t2', 'k1', '2', '0', 'x', ''])
    await expect(write([name])).rejects.toThrow(/It has targets t1, tasks \(none\), pages 1\./u);
});
