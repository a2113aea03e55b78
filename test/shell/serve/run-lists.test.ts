import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { thinRuns } from '../../../src/shell/output/runs.ts';
import { openHolder } from '../../../src/shell/serve/desk/holder.ts';
import { folderWith } from '../make.ts';
import { PLAN } from '../program.ts';
import { serve } from './world.ts';

const lists = async (out: string): Promise<string[]> =>
  (await readdir(join(out, 'runs'))).filter((name) => /^\d.*Z\.json$/u.test(name)).sort();

test('of lists of a server the last of each hour stays, after a day the last of each day; those of commands stay all', async () => {
  const list = (by: string): string => `{"run":"x","program":"0.2.0"${by},"documents":[\n]}\n`;
  const server = ',"by":"serve"';
  const names: [name: string, by: string, stays: boolean][] = [
    ['2026-11-01T08-00-00.000Z', server, false],
    ['2026-11-01T09-00-00.000Z', '', true],
    ['2026-11-01T23-00-00.000Z', server, true],
    ['2026-11-02T01-00-00.000Z', server, true],
    ['2026-11-29T13-10-00.000Z', server, false],
    ['2026-11-29T13-20-00.000Z', server, true],
    ['2026-11-29T14-10-00.000Z', server, false],
    ['2026-11-29T14-20-00.000Z', '', true],
    ['2026-11-29T15-10-00.000Z', server, false],
    // What cannot be told is left alone.
    ['2026-11-29T15-20-00.000Z', 'torn', true],
    ['2026-11-29T15-50-00.000Z', server, true],
  ];
  const folder = await folderWith({
    ...Object.fromEntries(names.map(([name, by]) => [`${name}.json`, by === 'torn' ? '{"run' : list(by)])),
    '2026-11-29T13-10-00.000Z.items.ndjson': '',
  });
  await thinRuns(folder, new Date('2026-11-29T16:00:00.000Z'));
  expect((await readdir(folder)).filter((name) => !name.includes('items')).sort()).toEqual(
    names.filter(([, , stays]) => stays).map(([name]) => `${name}.json`),
  );
  expect(await readdir(folder)).toContain('2026-11-29T13-10-00.000Z.items.ndjson');
});

test('what a server did is listed once, also where its folder was given back meanwhile, and with its items', async () => {
  const world = await serve();
  for (let i = 0; i < 3; i++) {
    await world.upload({ 'a.txt': PLAN.replace('12/KH-UBND', `${i}/KH-UBND`) });
    // As after two seconds without work.
    if (i === 1) await writeFile(join(world.out, '.lock-wanted'), '');
  }
  expect(await lists(world.out)).toEqual([]);
  await world.close();
  const [name = '', ...more] = await lists(world.out);
  expect(more).toEqual([]);
  const run = JSON.parse(await readFile(join(world.out, 'runs', name), 'utf8'));
  expect([run.by, run.documents.length]).toEqual(['serve', 3]);
  const items = await readFile(join(world.out, 'runs', name.replace('.json', '.items.ndjson')), 'utf8');
  expect(items.trim().split('\n')).toHaveLength(3);
});

test('what was done last is listed though nothing follows it', async () => {
  const folder = await folderWith();
  const holder = openHolder(folder, 500);
  await holder.use(async (store) => {
    const of = { sha256: 'a'.repeat(64), uri: 'a.txt', alsoAt: [] };
    await store.put({ id: 'a', record: '{}', text: '', pipeline: { name: 'general', version: '1.0.0' } }, of, null);
  });
  await expect.poll(() => lists(folder), { timeout: 10_000 }).toHaveLength(1);
  await holder.close();
  expect(await lists(folder)).toHaveLength(1);
});
