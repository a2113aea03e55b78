import { once } from 'node:events';
import { readdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { zipSync } from 'fflate';
import { expect, onTestFinished, test } from 'vitest';
import { folderWith, linesOf, snapshot } from './make.ts';
import { kehoach, PLAN } from './program.ts';

test('in worker threads of the built program the same plan gives the same bytes', async () => {
  const files = Object.fromEntries(Array.from({ length: 6 }, (_, i) => [`in/${i}.txt`, PLAN.replace('12/', `${i}/`)]));
  const folder = await folderWith(files);
  await kehoach(['ingest', 'in', '--out', 'one', '--concurrency', '1'], { cwd: folder });
  await kehoach(['ingest', ...Object.keys(files).reverse(), '--out', 'many', '--concurrency', '3'], { cwd: folder });
  expect(await snapshot(`${folder}/many`)).toEqual(await snapshot(`${folder}/one`));
});

test('a run that is killed leaves no half-written file, and the next goes on where it was', async () => {
  const files = Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`in/${i}.txt`, PLAN.replace('12/', `${i}/`)]));
  const folder = await folderWith(files);
  let done = 0;
  const killed = await kehoach(['ingest', 'in', '--json'], {
    cwd: folder,
    kill(err) {
      done = err.split('\n').length - 1;
      return done >= 10;
    },
  });
  expect(killed.code).toBeNull();
  const records = (await readdir(`${folder}/output/documents`)).filter((name) => name.endsWith('.json'));
  expect(records.length).toBeGreaterThanOrEqual(10);
  expect(records.length).toBeLessThan(60);
  for (const name of records) {
    const record = JSON.parse(await readFile(`${folder}/output/documents/${name}`, 'utf8'));
    const text = await readFile(`${folder}/output/documents/${record.document.id}.txt`, 'utf8');
    expect(text).toContain(record.targets[0].source.quote);
  }
  const next = await kehoach(['ingest', 'in'], { cwd: folder });
  expect(next.code).toBe(0);
  const unchanged = Number(/(\d+) unchanged/u.exec(next.out)?.[1]);
  expect(unchanged).toBeGreaterThanOrEqual(done - 1);
  expect(unchanged).toBeLessThan(60);
  await rm(`${folder}/output/.lock`, { recursive: true, force: true });
  const whole = await kehoach(['ingest', 'in', '--out', 'whole'], { cwd: folder });
  expect(whole.code).toBe(0);
  expect(await snapshot(`${folder}/output`)).toEqual(await snapshot(`${folder}/whole`));
}, 60_000);

test('two runs at once: one of them waits or says so, and nothing is lost', async () => {
  const folder = await folderWith({ 'a/1.txt': PLAN, 'b/2.txt': PLAN.replace('12/KH', '13/KH') });
  const [a, b] = await Promise.all(['a', 'b'].map((name) => kehoach(['ingest', name], { cwd: folder })));
  expect([a?.code, b?.code]).toEqual([0, 0]);
  expect(await linesOf(`${folder}/output`, 'documents')).toHaveLength(2);
}, 60_000);

test('a run that is interrupted finishes what is in hand, makes the tables and says what is left', async () => {
  const files = Object.fromEntries(Array.from({ length: 80 }, (_, i) => [`in/${i}.txt`, PLAN.replace('12/', `${i}/`)]));
  const folder = await folderWith(files);
  const interrupted = await kehoach(['ingest', 'in', '--json'], {
    cwd: folder,
    signal: 'SIGINT',
    kill: (err) => err.split('\n').length > 5,
  });
  expect(interrupted.code).toBe(130);
  const last: unknown = JSON.parse(interrupted.err.trim().split('\n').at(-1) ?? '');
  expect(last).toMatchObject({ msg: 'run ended', left: expect.any(Number) });
  const written = await linesOf(`${folder}/output`, 'documents');
  expect(last).toMatchObject({ documents: written.length, left: 80 - written.length });
  expect(written.length).toBeLessThan(80);
}, 60_000);

test('remove takes a document out of the folder and of its tables', async () => {
  const folder = await folderWith({ 'in/a.txt': PLAN, 'in/b.txt': PLAN.replace('12/KH', '13/KH'), 'in/c.txt': '' });
  await kehoach(['ingest', 'in'], { cwd: folder });
  const [first, second] = await linesOf(`${folder}/output`, 'documents');
  const unknown = await kehoach(['remove', String(first?.id), 'x'], { cwd: folder });
  expect(unknown).toMatchObject({ code: 2, err: expect.stringContaining('no document has the id x,') });
  expect(await linesOf(`${folder}/output`, 'documents')).toHaveLength(2);
  const removed = await kehoach(['remove', String(first?.id)], { cwd: folder });
  expect(removed).toMatchObject({ code: 0, out: `removed ${first?.id}\n` });
  expect(await linesOf(`${folder}/output`, 'documents')).toEqual([second]);
  expect(await linesOf(`${folder}/output`, 'targets')).toMatchObject([{ document: second?.id }]);
  expect(await linesOf(`${folder}/output`, 'failures')).toHaveLength(1);
  expect(await readdir(`${folder}/output/documents`)).toEqual([`${second?.id}.json`, `${second?.id}.txt`]);
  const settled = await kehoach(['remove', 'in/c.txt'], { cwd: folder });
  expect(settled).toMatchObject({ code: 0, out: 'removed in/c.txt\n' });
  expect(await linesOf(`${folder}/output`, 'failures')).toEqual([]);
  expect(await linesOf(`${folder}/output`, 'documents')).toEqual([second]);
  expect((await kehoach(['ingest', 'in'], { cwd: folder })).out).toContain('3 out: 1 new, 1 unchanged, 1 failed.');
});

test('URLs and archives are sources of the command line too', async () => {
  const folder = await folderWith({ 'x.zip': zipSync({ 'b.txt': Buffer.from(PLAN.replace('12/KH', '14/KH')) }) });
  const server = createServer((request, response) => {
    if (request.url === '/a.txt') response.writeHead(200, { etag: '"1"' }).end(PLAN);
    else response.writeHead(404).end();
  }).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/a.txt`;
  const args = ['ingest', url, 'x.zip', '--cache', 'cache', '--url-delay', '0'];
  const refused = await kehoach(args, { cwd: folder });
  expect(refused).toMatchObject({ code: 1, out: expect.stringContaining('--allow-private-network') });
  const { code } = await kehoach([...args, '--allow-private-network'], { cwd: folder });
  expect(code).toBe(0);
  expect((await linesOf(`${folder}/output`, 'documents')).map(({ source }) => source)).toMatchObject([
    { uri: url },
    { uri: 'x.zip/b.txt' },
  ]);
  expect(await linesOf(`${folder}/output`, 'failures')).toEqual([]);
});
