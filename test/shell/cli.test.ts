import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { zipSync } from 'fflate';
import { expect, onTestFinished, test } from 'vitest';
import { folderWith, linesOf, snapshot } from './make.ts';

const CLI = fileURLToPath(new URL('../../dist/shell/cli.js', import.meta.url));
const PLAN =
  'ỦY BAN NHÂN DÂN\nTỈNH PHÚ THỌ\nSố: 12/KH-UBND\nPhú Thọ, ngày 05 tháng 5 năm 2021\n\nKẾ HOẠCH\nCải cách hành chính năm 2021\n\nI. MỤC TIÊU\n1. Tối thiểu 90% hồ sơ được giải quyết đúng hạn.\n';

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function kehoach(
  args: readonly string[],
  options: { cwd?: string; kill?: (err: string) => boolean; signal?: NodeJS.Signals; stdout?: string } = {},
): Promise<Ended> {
  const stdout = options.stdout === undefined ? 'pipe' : openSync(options.stdout, 'w');
  const child = spawn(process.execPath, [CLI, ...args], { cwd: options.cwd, stdio: ['ignore', stdout, 'pipe'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  let [out, err] = ['', ''];
  let killed = false;
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    err += text;
    if (!killed && options.kill?.(err) === true) killed = child.kill(options.signal ?? 'SIGKILL');
  });
  return new Promise((done) => child.on('close', (code) => done({ code, out, err })));
}

test('the main job: table, coverage, exit code 0; again: nothing to do', async () => {
  const folder = await folderWith({ 'in/a.txt': PLAN, 'in/b.txt': PLAN.replace('12/KH', '13/KH') });
  const first = await kehoach(['ingest', 'in'], { cwd: folder });
  expect(first).toMatchObject({ code: 0 });
  expect(first.out).toContain('Phú Thọ');
  expect(first.out).toMatch(/2 documents \(2 new, 0 replaced, 0 unchanged\), 2 targets, 0 tasks in output/u);
  expect(first.err).toMatch(/^2\/2 documents, 0 failed/mu);
  const before = await snapshot(`${folder}/output`);
  const again = await kehoach(['ingest', 'in'], { cwd: folder });
  expect(again.out).toContain('Nothing to do');
  expect(again.code).toBe(0);
  expect(await snapshot(`${folder}/output`)).toEqual(before);
});

test('in worker threads of the built program the same plan gives the same bytes', async () => {
  const files = Object.fromEntries(Array.from({ length: 6 }, (_, i) => [`in/${i}.txt`, PLAN.replace('12/', `${i}/`)]));
  const folder = await folderWith(files);
  await kehoach(['ingest', 'in', '--out', 'one', '--concurrency', '1'], { cwd: folder });
  await kehoach(['ingest', ...Object.keys(files).reverse(), '--out', 'many', '--concurrency', '3'], { cwd: folder });
  expect(await snapshot(`${folder}/many`)).toEqual(await snapshot(`${folder}/one`));
});

/** A PDF of one empty page. */
function pdf(trailer = '', objects: readonly string[] = []): string {
  const all = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>',
    ...objects,
  ];
  let text = '%PDF-1.4\n';
  const places = all.map((object, i) => {
    const place = text.length;
    text += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 ${all.length + 1}\n0000000000 65535 f \n${places.join('')}`;
  return `${text}${table}trailer\n<</Size ${all.length + 1}/Root 1 0 R${trailer}>>\nstartxref\n${text.length}\n%%EOF\n`;
}
const LOCKED = pdf(`/Encrypt 4 0 R/ID[<${'00'.repeat(16)}><${'00'.repeat(16)}>]`, [
  `<</Filter/Standard/V 1/R 2/P -4/O<${'ab'.repeat(32)}>/U<${'cd'.repeat(32)}>>>`,
]);
const DOCX = zipSync({
  '[Content_Types].xml': Buffer.from('<Types/>'),
  'word/document.xml': Buffer.from('x'.repeat(999)),
});
const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

const BAD: [what: string, name: string, content: string | Uint8Array, code: RegExp][] = [
  ['empty', 'empty.pdf', '', /^file-empty$/u],
  ['a PDF that is cut off', 'cut.pdf', pdf().slice(0, 60), /^(?:file-corrupt|no-text-layer)$/u],
  ['a PDF without text', 'picture.pdf', pdf(), /^no-text-layer$/u],
  ['a PDF under a password', 'locked.pdf', LOCKED, /^file-encrypted$/u],
  ['a DOCX that is cut off', 'cut.docx', DOCX.subarray(0, 90), /^file-corrupt$/u],
  ['a DOCX that is none inside', 'broken.docx', DOCX, /^(?:file-corrupt|format-unsupported)$/u],
  ['a zip that is no DOCX', 'empty-zip.docx', zipSync({}), /^(?:archive-refused|format-unsupported)$/u],
  [
    'HTML without content',
    'menu.html',
    '<html><head><title>x</title></head><body><nav>Menu</nav></body></html>',
    /^no-content$/u,
  ],
  [
    'binary junk',
    'junk.txt',
    Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919 + (i >> 3) * 31) % 256),
    /^format-un(?:known|supported)$/u,
  ],
  ['a picture under a wrong name', 'picture.docx', Buffer.from(PNG, 'base64'), /^format-un(?:known|supported)$/u],
];

test('what cannot be read is a line in failures.ndjson that says what to do, and the rest is written', async () => {
  const files = BAD.map(([, name, content]): [string, string | Uint8Array] => [`in/${name}`, content]);
  const folder = await folderWith({ ...Object.fromEntries(files), 'in/good.txt': PLAN });
  const { code, out } = await kehoach(['ingest', 'in', 'missing.pdf'], { cwd: folder });
  expect(code).toBe(1);
  const failures = await linesOf(`${folder}/output`, 'failures');
  for (const [what, name, , expected] of BAD) {
    const failure = failures.find(({ source }) => source === `in/${name}`);
    expect([what, failure]).toEqual([
      what,
      {
        source: `in/${name}`,
        stage: 'read',
        code: expect.stringMatching(expected),
        message: expect.stringMatching(/\S.{20}/u),
      },
    ]);
    expect(out).toContain(String(failure?.message));
  }
  expect(failures.map(({ source }) => source)).toEqual([...files.map(([name]) => name), 'missing.pdf'].sort());
  expect(await linesOf(`${folder}/output`, 'documents')).toMatchObject([{ source: { uri: 'in/good.txt' } }]);
});

test('a document is what its content says, whatever its name', async () => {
  const folder = await folderWith({ 'in/a.pdf': PLAN });
  expect((await kehoach(['ingest', 'in'], { cwd: folder })).code).toBe(0);
  expect(await linesOf(`${folder}/output`, 'documents')).toMatchObject([
    { source: { uri: 'in/a.pdf', mediaType: 'text/plain' } },
  ]);
});

test('--json logs lines of JSON on stderr and nothing else; --quiet says nothing but failures', async () => {
  const folder = await folderWith({ 'in/a.txt': PLAN, 'in/empty.txt': '' });
  const json = await kehoach(['ingest', 'in', '--json'], { cwd: folder });
  expect(json).toMatchObject({ code: 1, out: '' });
  const lines = json.err
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines).toMatchObject([
    { level: 40, code: 'file-empty', source: 'in/empty.txt' },
    { level: 30, outcome: 'new', source: 'in/a.txt' },
    { level: 30, msg: 'run ended', documents: 1, targets: 1, failed: 1 },
  ]);
  const quiet = await kehoach(['ingest', 'in', '--quiet'], { cwd: folder });
  expect(quiet).toMatchObject({ code: 1, out: '', err: expect.stringMatching(/^in\/empty\.txt: file-empty: .*\n$/u) });
});

const WRONG: [args: string[], says: RegExp][] = [
  [['ingest'], /give a path or --manifest/u],
  [['ingest', 'a.txt', '--manifest', 'm.csv'], /^m\.csv:2: year: "soon" is no year/mu],
  [['ingest', 'a.txt', '--manifest', 'nothing.csv'], /nothing\.csv: the manifest cannot be read/u],
  [['ingest', 'a.txt', '--pipeline', 'none'], /no pipeline is called "none"/u],
  [['ingest', 'a.txt', '--pipeline', 'p.yaml'], /^p\.yaml:1: version: /mu],
  [['ingest', 'a.txt', '--pipeline', 'none.yaml'], /none\.yaml: the pipeline cannot be read\. There is no such file/u],
  [['inspect', 'https://example.org/a.html'], /inspect reads files\. Save/u],
  [['ingest', 'a.txt', '--concurrency', '0'], /--concurrency/u],
  [['ingest', 'a.txt', '--bogus'], /unknown option/u],
  [['nothing'], /unknown command/u],
  [['remove', 'x', '--in', 'nowhere'], /nowhere: this is no output folder/u],
];
test.each(WRONG)('a wrong call ends with 2 and changes nothing: %j', async (args, says) => {
  const folder = await folderWith({ 'a.txt': PLAN, 'm.csv': 'path,year\na.txt,soon\n', 'p.yaml': 'name: p\n' });
  const { code, err } = await kehoach(args, { cwd: folder });
  expect(err).toMatch(says);
  expect(code).toBe(2);
  expect(await readdir(folder)).not.toContain('output');
});

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
  expect((await kehoach(['ingest', 'in'], { cwd: folder })).out).toContain('(1 new, 0 replaced, 1 unchanged)');
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

test('schema prints a JSON Schema that allows fields it does not know', async () => {
  const schema = JSON.parse((await kehoach(['schema'])).out);
  expect(schema).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema', type: 'object' });
  expect(schema.required).toEqual(expect.arrayContaining(['schemaVersion', 'document', 'targets', 'tasks']));
  expect(JSON.stringify(schema)).not.toContain('additionalProperties');
});

test('inspect prints an account of one document, or why it cannot', async () => {
  const folder = await folderWith({ 'a.txt': PLAN, 'e.txt': '' });
  const good = await kehoach(['inspect', 'a.txt'], { cwd: folder });
  expect(good.code).toBe(0);
  expect(good.out).toMatch(/12\/KH-UBND[\s\S]*Outline[\s\S]*Targets[\s\S]*>= 90 %/u);
  const empty = await kehoach(['inspect', 'e.txt'], { cwd: folder });
  expect(empty).toMatchObject({ code: 1, out: '', err: expect.stringContaining('file-empty') });
  expect(await readdir(folder)).toEqual(['a.txt', 'e.txt']);
});

test('an output folder that cannot be written ends with a sentence, not with a stack', async () => {
  const folder = await folderWith({ 'a.txt': PLAN });
  await mkdir(`${folder}/output/targets.ndjson/x`, { recursive: true });
  const { code, err } = await kehoach(['ingest', 'a.txt'], { cwd: folder });
  expect(code).toBe(1);
  expect(err).toMatch(/^output-unwritable: .*EISDIR/mu);
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

test('what cannot be printed is said, not thrown', async () => {
  const folder = await folderWith({ 'a.txt': PLAN });
  const full = await kehoach(['inspect', 'a.txt'], { cwd: folder, stdout: '/dev/full' });
  expect(full).toMatchObject({ code: 1, err: 'What was to be printed could not be written (ENOSPC).\n' });
});

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
