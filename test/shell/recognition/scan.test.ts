import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { scansOf } from '../../../src/shell/recognition/scans.ts';
import { folderWith, ingestWith } from '../make.ts';
import { openBench } from '../queue/make.ts';
import { TITLE, titleImage } from './make.ts';

const CLI = fileURLToPath(new URL('../../../dist/shell/cli.js', import.meta.url));
const WORKER = fileURLToPath(new URL('../../../dist/shell/pool/worker.js', import.meta.url));

/** A PDF of one page, which is the picture of a title. */
function scan(): Uint8Array {
  const { width, height, data, dpi } = titleImage();
  const [across, down] = [(width / dpi) * 72, (height / dpi) * 72];
  const draw = `q ${across} 0 0 ${down} 0 0 cm /I Do Q`;
  const image = `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceGray /BitsPerComponent 8`;
  const objects: (readonly [string, Uint8Array?])[] = [
    ['<< /Type /Catalog /Pages 2 0 R >>'],
    ['<< /Type /Pages /Kids [3 0 R] /Count 1 >>'],
    [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${across} ${down}] /Contents 4 0 R /Resources << /XObject << /I 5 0 R >> >> >>`,
    ],
    [`<< /Length ${draw.length} >>`, Buffer.from(draw)],
    [`<< ${image} /Length ${data.length} >>`, data],
  ];
  const pieces: Uint8Array[] = [Buffer.from('%PDF-1.4\n')];
  const places: number[] = [];
  const length = (): number => pieces.reduce((sum, piece) => sum + piece.length, 0);
  for (const [i, [head, stream]] of objects.entries()) {
    places.push(length());
    pieces.push(Buffer.from(`${i + 1} 0 obj\n${head}\n`));
    if (stream !== undefined) pieces.push(Buffer.from('stream\n'), stream, Buffer.from('\nendstream\n'));
    pieces.push(Buffer.from('endobj\n'));
  }
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`);
  const end = `xref\n0 6\n0000000000 65535 f \n${rows.join('')}trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n${length()}\n%%EOF\n`;
  return Buffer.concat([...pieces, Buffer.from(end)]);
}

const inspect = (file: string, ...options: readonly string[]) =>
  spawnSync(process.execPath, [CLI, 'inspect', file, '--json', ...options], {
    encoding: 'utf8',
    env: { ...process.env, KEHOACH_TESSERACT: 'off' },
  });

test('inspect reads the image of a page, and says by what', async () => {
  const folder = await folderWith({ 'a.pdf': scan() });
  const { status, stdout, stderr } = inspect(`${folder}/a.pdf`);
  expect([status, stderr]).toEqual([0, '']);
  const { document, warnings } = JSON.parse(stdout);
  expect(document.title.replace(/\s+/gu, ' ')).toBe(TITLE.join(' '));
  expect(document.source.recognised).toEqual({ pages: [1], engine: 'tesseract.js 7.0', data: 'vie best_int 4.0.0' });
  expect(warnings.map(({ code }: { readonly code: string }) => code)).toContain('page-recognised');
});

test('where images are not to be read, the failure says so', async () => {
  const folder = await folderWith({ 'a.pdf': scan() });
  const { status, stderr } = inspect(`${folder}/a.pdf`, '--ocr', 'off');
  expect(status).toBe(1);
  expect(stderr).toMatch(/no-text-layer .*Images were not read \(--ocr off\)\./u);
});

test('a process of the pool reads images, and is told when it cannot', async () => {
  const folder = await folderWith({ 'a.pdf': scan() });
  const told: string[] = [];
  const progress = { start() {}, more() {}, at: (source: string) => void told.push(source), step() {}, stop() {} };
  const scans = await scansOf({ ocr: 'auto' }, { KEHOACH_TESSERACT: 'off' });
  const { outcomes } = await ingestWith([`${folder}/a.pdf`], `${folder}/out`, { worker: WORKER, scans, progress });
  expect(outcomes).toMatchObject({ new: 1, failed: 0 });
  for (const done of [0, 1]) expect(told).toContain(`${folder}/a.pdf (page ${done} of 1 from its image)`);
  expect(await readFile(`${folder}/out/documents.ndjson`, 'utf8')).toContain('"engine":"tesseract.js 7.0"');
  const without = await ingestWith([`${folder}/a.pdf`], `${folder}/none`, {
    worker: WORKER,
    scans: { asked: { ocr: 'auto' } },
  });
  expect(without.failures).toMatchObject([
    { code: 'no-text-layer', message: expect.stringMatching(/npm install tesseract\.js-core/u) },
  ]);
});

test('a worker of the queue reads images by its own engine, unless it is not to', async () => {
  const bench = await openBench();
  const folder = await folderWith({ 'a.pdf': scan() });
  const { engine } = await scansOf({ ocr: 'auto' }, { KEHOACH_TESSERACT: 'off' });
  const ingest = { scans: { asked: { ocr: 'auto' } } } as const;
  const first = await bench.worker({ reader: WORKER, engine });
  const { outcomes } = await bench.submit([`${folder}/a.pdf`], `${folder}/out`, { ingest });
  expect(outcomes).toMatchObject({ new: 1, failed: 0 });
  expect(await readFile(`${folder}/out/documents.ndjson`, 'utf8')).toContain('"engine":"tesseract.js 7.0"');
  await first.close(0);
  await bench.worker({ reader: WORKER, engine, ocr: { ocr: 'off' } });
  // The record stands: it is there whatever engine the workers have now.
  const again = await bench.submit([`${folder}/a.pdf`], `${folder}/out`, { ingest });
  expect(again.outcomes).toMatchObject({ same: 1 });
  const other = await bench.submit([`${folder}/a.pdf`], `${folder}/other`, { ingest });
  expect(other.failures).toMatchObject([{ code: 'no-text-layer', message: expect.stringMatching(/--ocr off/u) }]);
});
