import { spawnSync } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { decode } from 'fast-png';
import { expect, test } from 'vitest';
import { scansOf } from '../../../src/shell/recognition/scans.ts';
import { scannedPdf } from '../../bench/scans/files.mjs';
import { folderWith, ingestWith } from '../make.ts';
import { openBench } from '../queue/make.ts';
import { TITLE, titleImage } from './make.ts';

const CLI = fileURLToPath(new URL('../../../dist/shell/cli.js', import.meta.url));
const WORKER = fileURLToPath(new URL('../../../dist/shell/pool/worker.js', import.meta.url));

/** A PDF whose pages are each the picture of a title. */
function scan(pages = 1): Uint8Array {
  const { width, height, data, dpi } = titleImage();
  return scannedPdf(Array.from({ length: pages }, () => ({ image: { width, height, channels: 1, data }, dpi })));
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

test('inspect shows where a record stands on its page, which is marked', async () => {
  const folder = await folderWith({ 'a.pdf': scan(2) });
  const env = { ...process.env, KEHOACH_TESSERACT: 'off', KEHOACH_PDFTOPPM: 'off', XDG_CACHE_HOME: `${folder}/cache` };
  const run = (...options: readonly string[]) =>
    spawnSync(process.execPath, [CLI, 'inspect', `${folder}/a.pdf`, ...options], { encoding: 'utf8', env });
  const shown = run('--images', `${folder}/shown`, '--image', '2');
  expect([shown.status, shown.stderr]).toEqual([0, `Written: ${folder}/shown/page-2.png\n`]);
  const { width } = decode(await readFile(`${folder}/shown/page-2.png`));
  expect(width).toBe(2200);
  expect(await readdir(`${folder}/cache/kehoach/pages`)).toHaveLength(1);
  expect(run('--images', `${folder}/shown`, '--image', 't9').stderr).toMatch(
    /t9: the document has no such.*pages 1 to 2/u,
  );
  expect(run('--image', '1').stderr).toMatch(/--image needs --images/u);
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

test('pages of a long document are read by several processes, which changes no letter of it', async () => {
  const pages = 10;
  const folder = await folderWith({ 'a.pdf': scan(pages) });
  const told: string[] = [];
  const progress = { start() {}, more() {}, at: (source: string) => void told.push(source), step() {}, stop() {} };
  const scans = await scansOf({ ocr: 'auto' }, { KEHOACH_TESSERACT: 'off' });
  const ingest = (concurrency: number) =>
    ingestWith([`${folder}/a.pdf`], `${folder}/${concurrency}`, { worker: WORKER, scans, progress, concurrency });
  const recordIn = async (out: string): Promise<string> => {
    const [name = ''] = (await readdir(`${out}/documents`)).filter((one) => one.endsWith('.json'));
    return readFile(`${out}/documents/${name}`, 'utf8');
  };
  expect((await ingest(2)).outcomes).toMatchObject({ new: 1, failed: 0 });
  expect(told.filter((one) => one.includes('from its image'))).toEqual(
    Array.from({ length: pages + 1 }, (_, done) => `${folder}/a.pdf (page ${done} of ${pages} from its image)`),
  );
  const record = await recordIn(`${folder}/2`);
  await ingest(1);
  expect(await recordIn(`${folder}/1`)).toBe(record);
  expect(JSON.parse(inspect(`${folder}/a.pdf`, '--pipeline', 'general').stdout)).toEqual(JSON.parse(record));
  expect(JSON.parse(record).document.source.recognised.pages).toHaveLength(pages);
  // Nor do workers of a queue, who share them.
  const bench = await openBench();
  const { engine } = scans;
  for (const concurrency of [1, 1]) await bench.worker({ reader: WORKER, engine, concurrency });
  const ingested = await bench.submit([`${folder}/a.pdf`], `${folder}/queue`, { ingest: { scans } });
  expect(ingested.outcomes).toMatchObject({ new: 1, failed: 0 });
  expect(await recordIn(`${folder}/queue`)).toBe(record);
}, 120_000);
