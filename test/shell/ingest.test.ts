import { execFileSync } from 'node:child_process';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import type { Engine } from '../../src/shell/recognition/engine.ts';
import type { OcrMode } from '../../src/shell/recognition/modes.ts';
import type { Scans } from '../../src/shell/recognition/scans.ts';
import type { GivenSource } from '../../src/shell/sources/source.ts';
import { DOUBLE, folderWith, GENERAL, ingestWith, linesOf, putFiles, snapshot } from './make.ts';

const PLANS = {
  'a.txt': 'Province: Phú Thọ\nIssued: 2021-05-05\n- Đạt 90%\n- Đạt 80%',
  'b/c.txt': 'Province: Huế\n- Đạt 70%',
  'd.txt': 'Không có gì',
};

test('a folder becomes documents, tables and a run', async () => {
  const folder = await folderWith(PLANS);
  const result = await ingestWith([`${folder}/`], `${folder}/out`);
  expect(result.outcomes).toEqual({ new: 3, replaced: 0, moved: 0, same: 0, failed: 0 });
  expect(await linesOf(`${folder}/out`, 'documents')).toMatchObject([
    { year: null, province: null, targets: 0, source: { uri: `${folder}/d.txt` } },
    { year: null, province: { name: 'Huế' }, targets: 1, source: { uri: `${folder}/b/c.txt` } },
    { year: 2021, province: { name: 'Phú Thọ' }, targets: 2, source: { uri: `${folder}/a.txt` } },
  ]);
  const [first, ...others] = await linesOf(`${folder}/out`, 'targets');
  expect(first).toMatchObject({ document: expect.stringMatching(/^huế-c-/u), indicator: { text: 'Đạt 70%' } });
  expect(others).toMatchObject([
    { year: 2021, province: { name: 'Phú Thọ' }, indicator: { text: 'Đạt 90%' } },
    { year: 2021, indicator: { text: 'Đạt 80%' } },
  ]);
  const id = String(others[0]?.document);
  expect(await readFile(`${folder}/out/documents/${id}.txt`, 'utf8')).toBe(PLANS['a.txt']);
  const [run] = (await readdir(`${folder}/out/runs`)).filter((name) => name.endsWith('.json'));
  expect(JSON.parse(await readFile(`${folder}/out/runs/${run}`, 'utf8')).documents).toHaveLength(3);
});

test('the same bytes again change nothing', async () => {
  const folder = await folderWith(PLANS);
  await ingestWith([folder], `${folder}/out`);
  const [before, runs] = [await snapshot(`${folder}/out`), await readdir(`${folder}/out/runs`)];
  const again = await ingestWith([folder], `${folder}/out`, { worker: '/no/thread/may/start.js' });
  expect(again.outcomes).toEqual({ new: 0, replaced: 0, moved: 0, same: 3, failed: 0 });
  expect(again.rows).toHaveLength(3);
  expect(await snapshot(`${folder}/out`)).toEqual(before);
  expect(await readdir(`${folder}/out/runs`)).toEqual(runs);
});

test('the bytes do not depend on the order of the paths or on the number of threads', async () => {
  const files = Object.fromEntries(
    Array.from({ length: 12 }, (_, i) => [`in/${i}.txt`, `SLOW ${(i * 7) % 5}\n- Đạt ${i % 9}%`]),
  );
  const folder = await folderWith({ ...files, 'in/copy.txt': files['in/3.txt'] ?? '' });
  const paths = Object.keys(files).map((name) => `${folder}/${name}`);
  await ingestWith([...paths, `${folder}/in/copy.txt`], `${folder}/one`, { worker: DOUBLE, concurrency: 1 });
  await ingestWith([`${folder}/in/copy.txt`, ...paths.reverse()], `${folder}/many`, {
    worker: DOUBLE,
    concurrency: 4,
  });
  const one = await snapshot(`${folder}/one`);
  expect(Object.keys(one)).toHaveLength(12 * 2 + 6);
  expect(await snapshot(`${folder}/many`)).toEqual(one);
});

test('the folder is the union of all that was ingested', async () => {
  const folder = await folderWith(PLANS);
  await ingestWith([`${folder}/a.txt`], `${folder}/out`);
  await ingestWith([`${folder}/b`, `${folder}/missing.txt`], `${folder}/out`);
  const result = await ingestWith([`${folder}/d.txt`], `${folder}/out`);
  expect(result.rows).toHaveLength(1);
  expect(await linesOf(`${folder}/out`, 'documents')).toHaveLength(3);
  expect(await linesOf(`${folder}/out`, 'failures')).toMatchObject([
    { source: `${folder}/missing.txt`, code: 'file-missing' },
  ]);
});

test('the same bytes at another place add to source.alsoAt', async () => {
  const folder = await folderWith({ ...PLANS, 'x.txt': PLANS['a.txt'] });
  await ingestWith([`${folder}/x.txt`], `${folder}/out`);
  const moved = await ingestWith([`${folder}/a.txt`], `${folder}/out`);
  expect(moved.outcomes).toMatchObject({ moved: 1, new: 0, replaced: 0 });
  await writeFile(`${folder}/z.txt`, PLANS['a.txt']);
  await ingestWith([`${folder}/z.txt`], `${folder}/out`);
  expect(await linesOf(`${folder}/out`, 'documents')).toMatchObject([
    { source: { uri: `${folder}/x.txt`, alsoAt: [`${folder}/a.txt`, `${folder}/z.txt`] } },
  ]);
  const again = await ingestWith([folder], `${folder}/out`);
  expect(again.outcomes).toMatchObject({ moved: 0, same: 3, new: 2 });
});

const general = GENERAL.pipelines[0];
const REPLACING: [what: string, options: Parameters<typeof ingestWith>[2]][] = [
  ['a new rule', { rules: 'newer' }],
  [
    'a new version of the pipeline',
    { choice: { ...GENERAL, pipelines: general === undefined ? [] : [{ ...general, version: '1.1.0' }] } },
  ],
  ['another pipeline', { choice: { ...GENERAL, name: 'general' } }],
];
test.each(REPLACING)('%s replaces the record', async (_, options) => {
  const folder = await folderWith({ 'a.txt': '- Đạt 1%' });
  await ingestWith([`${folder}/a.txt`], `${folder}/out`);
  expect((await ingestWith([`${folder}/a.txt`], `${folder}/out`, options)).outcomes).toMatchObject({
    replaced: 1,
    same: 0,
  });
  expect((await ingestWith([`${folder}/a.txt`], `${folder}/out`, options)).outcomes).toMatchObject({
    replaced: 0,
    same: 1,
  });
});

test('a manifest that says more replaces the record and removes the one with the old id', async () => {
  const folder = await folderWith({ 'a.txt': '- Đạt 1%' });
  const path = `${folder}/a.txt`;
  await ingestWith([path], `${folder}/out`);
  const [before] = await linesOf(`${folder}/out`, 'documents');
  await ingestWith([{ path, declared: { province: 'Phú Thọ' } }], `${folder}/out`);
  const [after, ...others] = await linesOf(`${folder}/out`, 'documents');
  expect(others).toEqual([]);
  expect(after).toMatchObject({ province: { name: 'Phú Thọ', basis: 'manifest' } });
  expect(after?.id).not.toBe(before?.id);
  expect((await readdir(`${folder}/out/documents`)).sort()).toEqual([`${after?.id}.json`, `${after?.id}.txt`]);
  // Without the manifest, what was declared stays so.
  expect((await ingestWith([path], `${folder}/out`)).outcomes).toMatchObject({ same: 1 });
  const more = { path, declared: { title: 'Kế hoạch' } };
  expect((await ingestWith([more], `${folder}/out`)).outcomes).toMatchObject({ replaced: 1 });
  expect(await linesOf(`${folder}/out`, 'documents')).toMatchObject([
    { province: { name: 'Phú Thọ' }, title: 'Kế hoạch' },
  ]);
});

test('what failed is tried again, and what fails takes nobody along', async () => {
  const folder = await folderWith({ ...PLANS, 'bad.txt': 'FAIL', 'empty.txt': '' });
  const first = await ingestWith([folder], `${folder}/out`);
  expect(first.outcomes).toMatchObject({ new: 3, failed: 2 });
  expect(await linesOf(`${folder}/out`, 'failures')).toEqual([
    { source: `${folder}/bad.txt`, stage: 'read', code: 'file-corrupt', message: 'Broken. Fetch it again.' },
    { source: `${folder}/empty.txt`, stage: 'read', code: 'file-empty', message: expect.stringContaining('empty') },
  ]);
  await putFiles(folder, { 'bad.txt': '- Đạt 5%' });
  const second = await ingestWith([folder], `${folder}/out`);
  expect(second.outcomes).toMatchObject({ new: 1, same: 3, failed: 1 });
  expect(await linesOf(`${folder}/out`, 'failures')).toMatchObject([{ source: `${folder}/empty.txt` }]);
});

test('a failure is forgotten when its file is gone from a folder that was looked through', async () => {
  const folder = await folderWith({ 'in/a.txt': 'FAIL', 'in/b.txt': '- Đạt 5%' });
  await ingestWith([`${folder}/in`], `${folder}/out`);
  expect(await linesOf(`${folder}/out`, 'failures')).toHaveLength(1);
  await rm(`${folder}/in/a.txt`);
  await ingestWith([`${folder}/in`], `${folder}/out`);
  expect(await linesOf(`${folder}/out`, 'failures')).toEqual([]);
});

test('a new rule under which a document fails leaves the record that is there', async () => {
  const folder = await folderWith({ 'a.txt': '- Đạt 1%' });
  await ingestWith([`${folder}/a.txt`], `${folder}/out`);
  const before = await snapshot(`${folder}/out/documents`);
  const result = await ingestWith([`${folder}/a.txt`], `${folder}/out`, {
    rules: 'newer',
    worker: '/no/such/worker.js',
  });
  expect(result.failures).toMatchObject([{ code: 'worker-lost' }]);
  expect(await snapshot(`${folder}/out/documents`)).toEqual(before);
});

test('two documents never overwrite each other', async () => {
  const folder = await folderWith({ 'a.txt': 'SAME-ID\n- Đạt 1%', 'b.txt': 'SAME-ID\n- Đạt 2%' });
  const result = await ingestWith([folder], `${folder}/out`, { concurrency: 1 });
  expect(result.outcomes).toMatchObject({ new: 1, failed: 1 });
  expect(result.failures).toMatchObject([{ stage: 'write', code: 'output-unwritable' }]);
  expect(await linesOf(`${folder}/out`, 'documents')).toHaveLength(1);
});

test('targets stand in the order of the text', async () => {
  const folder = await folderWith({ 'a.txt': 'BACKWARDS\n- Đạt 1%\n- Đạt 2%' });
  await ingestWith([folder], `${folder}/out`);
  const lines = await linesOf(`${folder}/out`, 'targets');
  expect(lines.map((line) => line.id)).toEqual([expect.stringContaining('#t1'), expect.stringContaining('#t2')]);
});

test('a run that is stopped keeps what it did and says what is left', async () => {
  const folder = await folderWith(
    Object.fromEntries(Array.from({ length: 9 }, (_, i) => [`${i}.txt`, `SLOW 50 ${i}`])),
  );
  const stop = new AbortController();
  let steps = 0;
  const progress = { start() {}, more() {}, at() {}, stop() {}, step: () => void (++steps === 2 && stop.abort()) };
  const result = await ingestWith([folder], `${folder}/out`, { concurrency: 1, stop: stop.signal, progress });
  expect(result.left).toBeGreaterThan(0);
  expect((await linesOf(`${folder}/out`, 'documents')).length + result.left).toBe(9);
  expect((await ingestWith([folder], `${folder}/out`)).outcomes).toMatchObject({
    new: result.left,
    same: 9 - result.left,
  });
});

test('a record that was changed by hand is made again', async () => {
  const folder = await folderWith({ 'a.txt': '- Đạt 1%', 'b.txt': '- Đạt 2%' });
  await ingestWith([folder], `${folder}/out`);
  const good = await snapshot(`${folder}/out`);
  const [json] = (await readdir(`${folder}/out/documents`)).filter((name) => name.endsWith('.json'));
  const path = join(folder, 'out/documents', json ?? '');
  await writeFile(path, (await readFile(path, 'utf8')).replaceAll('Đạt', 'Sai'));
  expect((await ingestWith([folder], `${folder}/out`)).outcomes).toMatchObject({ replaced: 1, same: 1 });
  expect(await snapshot(`${folder}/out`)).toEqual(good);
});

test('without its notes the folder is still known by its documents', async () => {
  const folder = await folderWith({ 'a.txt': '- Đạt 1%' });
  await ingestWith([folder], `${folder}/out`);
  const before = await snapshot(`${folder}/out`);
  await rm(`${folder}/out/runs`, { recursive: true });
  expect((await ingestWith([folder], `${folder}/out`)).outcomes).toMatchObject({ new: 0, replaced: 1 });
  expect(await snapshot(`${folder}/out`)).toEqual(before);
});

test('a file in documents/ that is no record is named and left where it is', async () => {
  const folder = await folderWith({ 'a.txt': '- Đạt 1%', 'out/documents/x.json': '{"half":' });
  const result = await ingestWith([`${folder}/a.txt`], `${folder}/out`);
  expect(result.damaged).toEqual(['x.json']);
  expect(await linesOf(`${folder}/out`, 'documents')).toHaveLength(1);
  expect(await readdir(`${folder}/out/documents`)).toContain('x.json');
});

test('an output folder that cannot be made is a wrong call', async () => {
  const folder = await folderWith({ 'a.txt': '- Đạt 1%', file: 'no folder' });
  await expect(ingestWith([`${folder}/a.txt`], `${folder}/file/out`)).rejects.toThrow(/--out .*file\/out/u);
});

test('a place in documents/ that cannot be written fails that document alone', async () => {
  const folder = await folderWith({ 'a.txt': 'SAME-ID\n- Đạt 1%', 'b.txt': '- Đạt 2%' });
  // A folder of that name is in the way; the lone record beside it keeps it from being cleared.
  await mkdir(`${folder}/out/documents/same-id.json`, { recursive: true });
  const result = await ingestWith([`${folder}/a.txt`, `${folder}/b.txt`], `${folder}/out`);
  expect(result.failures).toMatchObject([{ source: `${folder}/a.txt`, stage: 'write', code: 'output-unwritable' }]);
  expect(await linesOf(`${folder}/out`, 'documents')).toHaveLength(1);
});

test('the first of several places names the document, whichever is read first', async () => {
  const folder = await folderWith();
  const at = (uri: string, wait: number): GivenSource => ({
    uri,
    place: uri,
    declared: {},
    read: () => new Promise((done) => setTimeout(() => done(Buffer.from('- Đạt 1%')), wait)),
  });
  const found = { sources: [at('a.txt', 50), at('b.txt', 0)], failures: [], folders: [], passedOver: [] };
  await ingestWith([], `${folder}/out`, { found });
  expect(await linesOf(`${folder}/out`, 'documents')).toMatchObject([{ source: { uri: 'a.txt', alsoAt: ['b.txt'] } }]);
});

test("a record of a pipeline of one's own stays while that pipeline is not at hand", async () => {
  const folder = await folderWith({ 'a.txt': '- Đạt 1%' });
  const own = {
    ...GENERAL,
    name: 'own',
    pipelines: GENERAL.pipelines.flatMap((one) => [one, { ...one, name: 'own' }]),
  };
  await ingestWith([`${folder}/a.txt`], `${folder}/out`, { choice: own });
  const before = await snapshot(`${folder}/out`);
  expect((await ingestWith([`${folder}/a.txt`], `${folder}/out`, { rules: 'newer' })).outcomes).toMatchObject({
    same: 1,
  });
  expect(await snapshot(`${folder}/out`)).toEqual(before);
  const again = await ingestWith([`${folder}/a.txt`], `${folder}/out`, {
    rules: 'newer',
    choice: { ...own, name: 'auto' },
  });
  expect(again.outcomes).toMatchObject({ replaced: 1 });
  expect(await linesOf(`${folder}/out`, 'documents')).toMatchObject([{ pipeline: { name: 'own' } }]);
});

test('a pipe among the documents fails and does not hold the run', async () => {
  const folder = await folderWith({ 'in/a.txt': '- Đạt 1%' });
  execFileSync('mkfifo', [`${folder}/in/pipe`]);
  const result = await ingestWith([`${folder}/in`], `${folder}/out`);
  expect(result.outcomes).toMatchObject({ new: 1, failed: 1 });
  expect(result.failures).toMatchObject([{ source: `${folder}/in/pipe`, code: 'file-unreadable' }]);
});

test('what a library prints while it reads a document goes to the log, with the document', async () => {
  const folder = await folderWith({ 'a.txt': 'PRINT\n- Đạt 1%' });
  const lines: Record<string, unknown>[] = [];
  const log = pino({ base: null }, { write: (line: string) => void lines.push(JSON.parse(line)) });
  await ingestWith([folder], `${folder}/out`, { log, worker: DOUBLE });
  expect(lines).toContainEqual(
    expect.objectContaining({
      source: `${folder}/a.txt`,
      text: expect.stringContaining('a library speaks'),
      msg: 'printed while it was read',
    }),
  );
});

test('a library that prints without end does not fill the log', async () => {
  const folder = await folderWith({ 'a.txt': 'PRINT MUCH SLOW 300\n- Đạt 1%' });
  const texts: string[] = [];
  const log = pino({ base: null }, { write: (line: string) => void texts.push(JSON.parse(line).text ?? '') });
  await ingestWith([folder], `${folder}/out`, { log, worker: DOUBLE });
  const printed = texts.join('');
  expect(printed).toContain('a library complains');
  expect(printed.length).toBeLessThan(5000);
  expect(printed.endsWith('…')).toBe(true);
});

const ENGINE: Engine = { kind: 'program', name: 'double 1.0', path: '/no/such' };
const asked = (ocr: OcrMode, engine?: Engine): { readonly scans: Scans } => ({
  scans: { asked: { ocr }, ...(engine === undefined ? {} : { engine }) },
});
const RUNS: [what: string, run: { readonly scans: Scans }, scan: 'same' | 'replaced', plan: 'same' | 'replaced'][] = [
  ['as before', asked('auto', ENGINE), 'same', 'same'],
  ['another engine', asked('auto', { ...ENGINE, name: 'double 2.0' }), 'replaced', 'same'],
  ['no engine is known', asked('auto'), 'same', 'same'],
  ['none is wanted', asked('off'), 'replaced', 'same'],
  ['all pages', asked('force', ENGINE), 'replaced', 'replaced'],
];
test.each(RUNS)(
  'documents are read again where their images would be read otherwise: %s',
  async (_, run, scan, plan) => {
    const folder = await folderWith({ 'scan.txt': '- Đạt 90%\nSCANNED', 'plan.txt': '- Đạt 80%' });
    // By the name that the double gives to what reads its scans.
    const first = { ...ENGINE, name: 'double 1.0' };
    await ingestWith([folder], `${folder}/out`, asked('auto', first));
    const before = await madeIn(`${folder}/out`);
    expect(before).toEqual([
      { ocr: 'auto', by: 'double 1.0, vie best_int 4.0.0', had: false },
      { ocr: 'auto', by: 'double 1.0, vie best_int 4.0.0', had: true },
    ]);
    const { outcomes } = await ingestWith([folder], `${folder}/out`, run);
    const replaced = [scan, plan].filter((one) => one === 'replaced').length;
    expect(outcomes).toMatchObject({ replaced, same: 2 - replaced });
    // What was read so is not read so again.
    const again = await ingestWith([folder], `${folder}/out`, run);
    expect(again.outcomes).toMatchObject({ same: 2 });
  },
);

/** What the records of the last run that changed something were made with, by their ids. */
async function madeIn(out: string): Promise<unknown[]> {
  const runs = (await readdir(`${out}/runs`)).filter((name) => name.endsWith('.json')).sort();
  const { documents } = JSON.parse(await readFile(`${out}/runs/${runs.at(-1)}`, 'utf8'));
  return documents.map(({ made }: { readonly made: { readonly scans: unknown } }) => made.scans);
}
