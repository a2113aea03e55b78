import { readFile } from 'node:fs/promises';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { attaching, column, makePdf } from '../../read/pdf/make-pdf.ts';
import { folderWith, ingestWith, linesOf, snapshot } from '../make.ts';
import { adminOf, openBench } from './make.ts';

const many = (count: number, text = (i: number): string => `- Đạt ${i}%`): Record<string, string> =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`in/${String(i).padStart(4, '0')}.txt`, text(i)]));

test('through the queue the folder is byte for byte the one of the in-process way', async () => {
  const bench = await openBench();
  await bench.worker();
  const folder = await folderWith({ ...many(30), 'in/copy.txt': '- Đạt 3%', 'in/bad.txt': 'FAIL', 'in/empty.txt': '' });
  await ingestWith([`${folder}/in`], `${folder}/plain`);
  const result = await bench.submit([`${folder}/in`], `${folder}/out`);
  expect(result.outcomes).toMatchObject({ new: 30, same: 1, failed: 2 });
  expect(await snapshot(`${folder}/out`)).toEqual(await snapshot(`${folder}/plain`));
});

test('what is attached to mails and PDFs passes through the queue like any document', async () => {
  const bench = await openBench();
  await bench.worker();
  const letter = [{ text: column(56, 700, ['Gửi kèm công văn này kế hoạch của tỉnh.']) }];
  const folder = await folderWith({
    'in/a.pdf': makePdf(
      letter,
      attaching({ 'b.pdf': makePdf(letter, attaching({ 'c.txt': '- Đạt 1%' })), 'd.txt': '' }),
    ),
  });
  await ingestWith([`${folder}/in`], `${folder}/plain`);
  const result = await bench.submit([`${folder}/in`], `${folder}/out`);
  expect(result.outcomes).toMatchObject({ new: 3, failed: 1 });
  expect(await snapshot(`${folder}/out`)).toEqual(await snapshot(`${folder}/plain`));
});

test('nothing stays in redis of what was written', async () => {
  const bench = await openBench();
  await bench.worker();
  const folder = await folderWith(many(10));
  await bench.submit([`${folder}/in`], `${folder}/out`);
  const left = async (): Promise<string[]> =>
    (await bench.keys()).filter((key) => /:(?:blob|claims):|:documents:[0-9a-f]{64}/u.test(key));
  await expect.poll(left).toEqual([]);
});

test('what cannot pass fails at once, with its code, stage and message', async () => {
  const bench = await openBench();
  await bench.worker();
  const folder = await folderWith({ 'a.txt': 'FAIL' });
  const result = await bench.submit([folder], `${folder}/out`, { backoff: 60_000 });
  expect(result.failures).toEqual([
    { source: `${folder}/a.txt`, stage: 'read', code: 'file-corrupt', message: 'Broken. Fetch it again.' },
  ]);
  expect(await readFile(`${folder}/out/failures.ndjson`, 'utf8')).toContain('file-corrupt');
});

test("what a library prints while a worker reads is in the worker's log, with the document", async () => {
  const bench = await openBench();
  const lines: string[] = [];
  const log = pino({}, { write: (line: string) => void lines.push(line) });
  await bench.worker({ speech: { log, say() {} } });
  const folder = await folderWith({ 'a.txt': 'PRINT\n- Đạt 1%' });
  await bench.submit([folder], `${folder}/out`);
  const printed = lines.filter((line) => line.includes('printed while it was read'));
  expect(printed.map((line) => JSON.parse(line))).toMatchObject([
    { source: `${folder}/a.txt`, text: expect.stringContaining('a library speaks') },
  ]);
});

test('two workers and a submitter that came first', async () => {
  const bench = await openBench();
  const folder = await folderWith(many(40));
  const running = bench.submit([`${folder}/in`], `${folder}/out`);
  await Promise.all([bench.worker(), bench.worker()]);
  expect((await running).outcomes).toMatchObject({ new: 40, failed: 0 });
  expect(await linesOf(`${folder}/out`, 'documents')).toHaveLength(40);
});

test('pages that are read from images are told to the submitter, and stand in the status', async () => {
  const bench = await openBench();
  await bench.worker();
  const folder = await folderWith({ 'a.txt': 'PAGES 6 300\n- Đạt 1%' });
  const told: string[] = [];
  const progress = { start() {}, more() {}, at: (source: string) => void told.push(source), step() {}, stop() {} };
  const running = bench.submit([`${folder}/a.txt`], `${folder}/out`, { ingest: { progress } });
  const admin = await adminOf(bench);
  await expect.poll(async () => (await admin.status()).pages.of, { interval: 100 }).toBe(6);
  expect((await running).outcomes).toMatchObject({ new: 1 });
  expect(told).toContain(`${folder}/a.txt (page 3 of 6 from its image)`);
  expect((await admin.status()).pages).toEqual({ done: 0, of: 0 });
});
