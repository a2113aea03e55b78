import { readdir } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { DEFAULT_LIMITS } from '../../../src/model/block.ts';
import { placed } from '../../../src/shell/output/placed.ts';
import { choosePipelines } from '../../../src/shell/pipelines.ts';
import { openPool } from '../../../src/shell/pool/pool.ts';
import { folderWith, ingestWith, snapshot } from '../make.ts';
import { openBench } from './make.ts';

const HEAD = 'ỦY BAN NHÂN DÂN\nTỈNH PHÚ THỌ\nSố: 12/KH-UBND\nPhú Thọ, ngày 05 tháng 5 năm 2021\n\n';
const BODY =
  'KẾ HOẠCH\nCải cách hành chính năm 2021\n\nI. MỤC TIÊU\n1. Tối thiểu 90% hồ sơ được giải quyết đúng hạn.\nII. NHIỆM VỤ\n1. Sở Nội vụ chủ trì, phối hợp với Sở Tài chính rà soát thủ tục trước ngày 30/11/2021.\n';

test.each([
  ['named by what it says', HEAD + BODY],
  ['named by its file', BODY],
])('one reading serves everybody who has the document, %s', async (_, text) => {
  const { pipelines } = await choosePipelines();
  const pool = openPool({
    processes: 1,
    caps: { seconds: 60, memory: 512 },
    setup: { pipelines, limits: DEFAULT_LIMITS },
  });
  const read = (uri: string, alsoAt: string[]) =>
    pool.run({ bytes: Buffer.from(text), uri, alsoAt, pipeline: 'auto', declared: {} });
  try {
    const [here, there] = [await read('a/Kế hoạch.txt', ['b.txt']), await read('/mnt/plan-2.txt', [])];
    if (!('done' in here && 'done' in there)) throw new Error('it was not read');
    expect(here.done).not.toEqual(there.done);
    const parcel = { written: here.done, uri: 'a/Kế hoạch.txt', alsoAt: ['b.txt'] };
    expect(placed(parcel.written, parcel, { uri: '/mnt/plan-2.txt', alsoAt: [] })).toEqual(there.done);
    const back = { written: there.done, uri: '/mnt/plan-2.txt', alsoAt: [] };
    expect(placed(back.written, back, { uri: 'a/Kế hoạch.txt', alsoAt: ['b.txt'] })).toEqual(here.done);
  } finally {
    await pool.close();
  }
});

test('two submitters that have the document at different places: done once, each folder its own', async () => {
  const bench = await openBench();
  const folder = await folderWith({ 'one/a.txt': HEAD + BODY, 'other/b.txt': HEAD + BODY, 'other/c.txt': HEAD + BODY });
  const choice = await choosePipelines();
  const done: string[] = [];
  const both = ['one', 'other'].map((name) =>
    bench.submit([`${folder}/${name}`], `${folder}/${name}-out`, { ingest: { choice } }),
  );
  await bench.worker({
    reader: new URL('../../../dist/shell/pool/worker.js', import.meta.url).pathname,
    onDone: ({ result }) => void done.push(result),
  });
  await Promise.all(both);
  await expect.poll(() => done).toEqual(['done']);
  for (const name of ['one', 'other']) {
    const worker = new URL('../../../dist/shell/pool/worker.js', import.meta.url).pathname;
    await ingestWith([`${folder}/${name}`], `${folder}/${name}-plain`, { choice, worker });
    expect(await snapshot(`${folder}/${name}-out`)).toEqual(await snapshot(`${folder}/${name}-plain`));
    expect((await readdir(`${folder}/${name}-out/documents`)).length).toBe(2);
  }
});
