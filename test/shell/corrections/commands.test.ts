import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { listCorrections } from '../../../src/shell/corrections/list.ts';
import { openCorrections } from '../../../src/shell/corrections/open.ts';
import { lockFolder } from '../../../src/shell/output/lock.ts';
import { readStatus } from '../../../src/shell/status.ts';
import { folderWith, ingestWith } from '../make.ts';
import { kehoach, PLAN } from '../program.ts';

const idOf = async (out: string): Promise<string> =>
  (await readdir(`${out}/documents`)).find((name) => name.endsWith('.json'))?.slice(0, -5) ?? '';

test('a folder tells how much of it was reviewed', async () => {
  const folder = await folderWith({ 'in/a.txt': '- Đạt 90%\n- Đạt 80%\n- Đạt 70%\n', 'in/b.txt': '- Đạt 1%' });
  const out = `${folder}/out`;
  await ingestWith([`${folder}/in`], out);
  const nothing = { documents: 0, confirmed: 0, corrected: 0, agreeing: 0, disagreeing: 0, lost: 0, waiting: 0 };
  expect((await readStatus(out)).corrections).toEqual(nothing);
  const corrections = openCorrections(out);
  const id = await idOf(out);
  await corrections.add(
    id,
    [
      { act: 'correct', key: 'k1', field: 'indicator.text', value: 'x' },
      { act: 'confirm', key: 'k1' },
      { act: 'confirm', key: 'k2' },
      { act: 'correct', key: 'k3', field: 'direction', value: 'reach' },
      { act: 'confirm', key: 'header' },
    ],
    'Lan',
  );
  expect((await readStatus(out)).corrections).toEqual({
    ...nothing,
    documents: 1,
    confirmed: 2,
    corrected: 2,
    agreeing: 1,
  });
  const { rows } = await listCorrections(out);
  expect(rows.map(({ state, act, record, was, said, rules }) => [state, act, record, was, said, rules])).toEqual([
    ['laid', 'correct', `${id}#t1`, 'Đạt 90%', 'x', 'Đạt 90%'],
    ['laid', 'confirm', `${id}#t1`, '', '', ''],
    ['laid', 'confirm', `${id}#t2`, '', '', ''],
    ['agrees', 'correct', `${id}#t3`, 'reach', 'reach', 'reach'],
    ['laid', 'confirm', 'header', '', '', ''],
  ]);
  await rename(`${out}/corrections/${id}.json`, `${out}/corrections/away.json`);
  await writeFile(`${out}/corrections/torn.json`, '{');
  const file = JSON.parse(await readFile(`${out}/corrections/away.json`, 'utf8'));
  await writeFile(
    `${out}/corrections/away.json`,
    JSON.stringify({ ...file, document: { ...file.document, id: 'away', places: ['x'] } }),
  );
  expect((await readStatus(out)).corrections).toEqual({ ...nothing, waiting: 1 });
  const away = await listCorrections(out);
  expect([new Set(away.rows.map(({ state }) => state)), away.damaged]).toEqual([
    new Set(['waiting']),
    ['corrections/torn.json'],
  ]);
});

test('from the command line: status, list, export and check', async () => {
  const folder = await folderWith({ 'ke-hoach.txt': PLAN });
  const out = `${folder}/out`;
  const run = (...args: string[]) => kehoach(['corrections', ...args, '--in', out], { cwd: folder });
  expect((await kehoach(['ingest', 'ke-hoach.txt', '--out', out, '--quiet'], { cwd: folder })).code).toBe(0);
  const id = await idOf(out);
  const corrections = openCorrections(out);
  const { record } = await corrections.list(id);
  const [target] = record.targets;
  const key = target?.key ?? '';
  expect((await run('check')).code).toBe(0);
  await corrections.add(
    id,
    [
      { act: 'confirm', key: 'header' },
      ...record.tasks.map((task) => ({ act: 'confirm', key: task.key })),
      { act: 'correct', key, field: 'quantity.value', value: 95 },
    ],
    'Lan',
  );
  // Nobody made the tables anew yet: who reads them does.
  const status = await kehoach(['status', '--in', out, '--format', 'json']);
  expect(JSON.parse(status.out).corrections).toMatchObject({ documents: 1, corrected: 1 });
  expect(await readFile(`${out}/targets.ndjson`, 'utf8')).toContain('"value":95');
  expect((await kehoach(['status', '--in', out])).out).toMatch(/Reviewed in 1 document: .*1 corrected/u);

  expect((await run('list')).out).toMatch(/laid.*quantity\.value/su);
  expect(JSON.parse((await run('list', '--format', 'json')).out)).toContainEqual(
    expect.objectContaining({ document: id, field: 'quantity.value', was: '90', said: '95', by: 'Lan' }),
  );
  expect((await run('export', '--format', 'csv')).out).toContain(
    '"target","correct","quantity.value","","",1,1,1,0,0,0',
  );
  const gold = await run('export', '--format', 'gold', '--out', `${folder}/gold`);
  expect([gold.code, gold.err]).toEqual([0, '']);
  expect((await readdir(`${folder}/gold`)).sort()).toEqual(['ke-hoach.json', 'ke-hoach.txt']);
  expect(JSON.parse(await readFile(`${folder}/gold/ke-hoach.json`, 'utf8')).targets).toMatchObject([
    { value: 95, unit: '%' },
  ]);

  const known = await run('check');
  expect([known.code, known.out]).toEqual([
    0,
    expect.stringMatching(/are against 0, and are as wrong as they were in 1/u),
  ]);
  // As if the rules had had it right once.
  const path = `${out}/corrections/${id}.json`;
  await writeFile(path, (await readFile(path, 'utf8')).replace('"was": 90', '"was": 90, "agreed": "0.0.0"'));
  const against = await run('check');
  expect([against.code, against.out]).toEqual([1, expect.stringMatching(/quantity\.value.*are against 1/su)]);
  // The source lies elsewhere now.
  await mkdir(`${folder}/moved`);
  await rename(`${folder}/ke-hoach.txt`, `${folder}/moved/x.txt`);
  const gone = await run('check');
  expect([gone.code, gone.err]).toEqual([0, expect.stringContaining('its source is not there as it was')]);
  expect((await run('check', '--sources', `${folder}/moved`)).code).toBe(1);
  expect((await kehoach(['corrections', 'list', '--in', folder])).code).toBe(2);
});

test('while another program has the folder, status tells what the tables say, and that they are behind', async () => {
  const folder = await folderWith({ 'a.txt': '- Đạt 90%\n- Đạt 80%' });
  const out = `${folder}/out`;
  await ingestWith([`${folder}/a.txt`], out);
  await openCorrections(out).add(await idOf(out), [{ act: 'delete', key: 'k1' }], 'Lan');
  const lock = await lockFolder(out);
  const { code, out: said, err } = await kehoach(['status', '--in', out]);
  await lock.release();
  expect([code, said]).toEqual([0, expect.stringContaining(': 2 targets, 0 results')]);
  expect(err).toMatch(/do not say the latest corrections yet\. .*another run is writing/u);
  expect((await kehoach(['status', '--in', out])).out).toContain(': 1 target, 0 results');
});

test('what was not reviewed whole is left out of the gold, and why is told', async () => {
  const folder = await folderWith({ 'a.txt': '- Đạt 90%\n- Đạt 80%' });
  const out = `${folder}/out`;
  await ingestWith([`${folder}/a.txt`], out);
  await openCorrections(out).add(await idOf(out), [{ act: 'confirm', key: 'k1' }], 'Lan');
  const {
    code,
    out: said,
    err,
  } = await kehoach(['corrections', 'export', '--format', 'gold', '--in', out, '--out', `${folder}/gold`]);
  expect([code, said]).toEqual([0, `${folder}/gold: 0 annotated plans, 1 left out\n`]);
  expect(err).toMatch(/left out: the header was not reviewed; 1 of 2 targets were not reviewed/u);
});
