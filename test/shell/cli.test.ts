import { mkdir, readdir } from 'node:fs/promises';
import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { folderWith, linesOf, snapshot } from './make.ts';
import { kehoach, PLAN } from './program.ts';

test('the main job: table, coverage, exit code 0; again: nothing to do', async () => {
  const folder = await folderWith({ 'in/a.txt': PLAN, 'in/b.txt': PLAN.replace('12/KH', '13/KH') });
  const first = await kehoach(['ingest', 'in', '--concurrency', '1'], { cwd: folder });
  expect(first).toMatchObject({ code: 0 });
  expect(first.out).toContain('Phú Thọ');
  expect(first.out).toContain('2 documents in, 2 out: 2 new.\n2 records in output: 2 targets, 0 results, 0 tasks.\n');
  expect(first.err).toMatch(/^2\/2 documents, 0 failed/mu);
  const before = await snapshot(`${folder}/output`);
  const again = await kehoach(['ingest', 'in'], { cwd: folder });
  expect(again.out).toContain('Nothing to do');
  expect(again.code).toBe(0);
  expect(await snapshot(`${folder}/output`)).toEqual(before);
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
  ['a picture of nothing under a wrong name', 'picture.docx', Buffer.from(PNG, 'base64'), /^no-text-layer$/u],
];

test('what cannot be read is a line in failures.ndjson that says what to do, and the rest is written', async () => {
  const files = BAD.map(([, name, content]): [string, string | Uint8Array] => [`in/${name}`, content]);
  const folder = await folderWith({ ...Object.fromEntries(files), 'in/good.txt': PLAN });
  const { code, out } = await kehoach(['ingest', 'in', 'missing.pdf', '--concurrency', '1'], { cwd: folder });
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
    expect(out.replace(/\s+/gu, ' ')).toContain(String(failure?.message));
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

test('an output folder that cannot be written ends with a sentence, not with a stack, and the documents are counted', async () => {
  const folder = await folderWith({ 'a.txt': PLAN, 'e.txt': '' });
  await mkdir(`${folder}/output/targets.ndjson/x`, { recursive: true });
  const { code, out, err } = await kehoach(['ingest', 'a.txt', 'e.txt'], { cwd: folder });
  expect(code).toBe(1);
  expect(out).toMatch(/^2 documents in, 2 out: 1 new, 1 failed\.\nThe tables in output could not be made anew/mu);
  expect(err).toMatch(/^output-unwritable: .*EISDIR/mu);
});

test('what cannot be printed is said, not thrown', async () => {
  const folder = await folderWith({ 'a.txt': PLAN });
  const full = await kehoach(['inspect', 'a.txt'], { cwd: folder, stdout: '/dev/full' });
  expect(full).toMatchObject({ code: 1, err: 'What was to be printed could not be written (ENOSPC).\n' });
});

const EVIL = 'x\u001b[31m\u202e\nkehoach: all is well';
test.each<[what: string, args: string[], code: number]>([
  ['an option', [`--${EVIL}`], 2],
  ['a command', [EVIL], 2],
  ['a file', ['inspect', EVIL], 1],
  ['a folder', ['status', '--in', EVIL], 2],
  ['a manifest', ['ingest', '--manifest', EVIL], 2],
  ['a pipeline', ['recognise', 'x', '--pipeline', EVIL], 2],
  ['a sentence', ['recognise', `Đạt 90% ${EVIL}`], 0],
])('what a person typed gives the terminal no orders: %s', async (_, args, code) => {
  const ended = await kehoach(args);
  expect(ended.code).toBe(code);
  if (code !== 0) expect(ended.err).toContain('x\\u001b[31m\\u202e');
  for (const sign of ['\u001b', '\u202e']) expect(ended.err + ended.out).not.toContain(sign);
  if (code !== 0 && !args.includes(`--${EVIL}`) && args[0] !== EVIL) expect(ended.err).not.toMatch(/^kehoach: all/mu);
});
