import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TryAnswer } from '../../../src/shell/serve/trying/ask.ts';
import { folderWith, putFiles } from '../make.ts';
import { CLI, kehoach, PLAN } from '../program.ts';
import { serve, type World } from './world.ts';

const FIXTURES = fileURLToPath(new URL('../../../fixtures', import.meta.url));
/** Read soon, and of many targets. */
const REAL = ['phu-tho-1782-kh-ubnd-2021.html'];
const REGIONS =
  'KẾ HOẠCH\nphát triển kinh tế - xã hội năm 2026\n\nI. MỤC TIÊU\n' +
  'TT | Chỉ tiêu | ĐVT | Cả nước | Phân theo vùng | \n |  |  |  | ĐBSH | ĐNB\n1 | Tỷ lệ lớp học ngoài trời | % | 50 | 60 | 70\n';
const WORDS = [
  'Trên 70% lớp học ngoài trời có mái che.',
  'Xây dựng 12 lớp học ngoài trời.',
  'Tỷ lệ lớp học ngoài trời cấp xã đạt 30%.',
  'Tỷ lệ lớp học ngoài trời mùa đông đạt 20%.',
  'Tỷ lệ lớp học trong nhà đạt 90%.',
];
const OWN = PLAN.replace('12/KH-UBND', '14/KH-UBND') + WORDS.map((line, i) => `${i + 2}. ${line}\n`).join('');

const indicator = (more = ''): string => `code: procedures.outdoor-classes
label: { vi: Lớp học ngoài trời, en: Outdoor classes }
area: procedures
unit: "%"
better: higher
all:
  - [lớp học]
  - [ngoài trời]
${more}`;

let sources: string;
let out: string;
beforeAll(async () => {
  sources = await mkdtemp(join(tmpdir(), 'kehoach-'));
  await putFiles(sources, { 'a.txt': OWN, 'b.txt': REGIONS, 'c.txt': PLAN });
  for (const name of REAL) await copyFile(join(FIXTURES, name), join(sources, name));
  out = `${sources}-out`;
  await promisify(execFile)(process.execPath, [CLI, 'ingest', sources, '--out', out, '--quiet']);
}, 60_000);
afterAll(() => Promise.all([sources, out].map((folder) => rm(folder, { recursive: true, force: true }))));

const yaml = (body: string, method = 'POST'): RequestInit => ({
  ...{ method, body, headers: { 'content-type': 'application/yaml' } },
});
const tryIt = (world: World, body: string, query = ''): Promise<TryAnswer> =>
  world.json<TryAnswer>(`/pipelines/try?limit=500&${query}`, yaml(body));
const wordsOf = ({ items }: TryAnswer): string[] => items.map(({ target }) => target.indicator.text);

test('an indicator tells what it would take, what misses it, and why', async () => {
  const world = await serve({ out });
  const alone = await tryIt(world, indicator('none: [mùa đông]'));
  expect(wordsOf(alone)).toEqual([
    'Tỷ lệ lớp học ngoài trời: Cả nước',
    'lớp học ngoài trời có mái che',
    'Tỷ lệ lớp học ngoài trời cấp xã',
  ]);
  expect(alone.items[0]).toMatchObject({
    was: null,
    now: { code: 'procedures.outdoor-classes', words: ['lớp học', 'ngoài trời'] },
  });
  const near = await tryIt(world, indicator('none: [mùa đông]'), 'show=near');
  expect(near.items.map((one) => [one.target.indicator.text, one.near?.why, one.near?.words])).toEqual([
    ['ĐBSH: Tỷ lệ lớp học ngoài trời', 'part', []],
    ['ĐNB: Tỷ lệ lớp học ngoài trời', 'part', []],
    ['Xây dựng lớp học ngoài trời', 'unit', ['%']],
    ['Tỷ lệ lớp học ngoài trời mùa đông', 'none', ['mùa đông']],
    ['Tỷ lệ lớp học trong nhà', 'words', ['ngoài trời']],
  ]);
  expect(near.counts).toMatchObject({ taken: 3, fresh: 3, kept: 0, moved: 0, lost: 0, near: 5, takenDocuments: 2 });
  expect(near.counts.nearBy).toContainEqual({ why: 'unit', count: 1 });
  expect(wordsOf(await tryIt(world, indicator(), 'show=near&why=unit'))).toEqual(['Xây dựng lớp học ngoài trời']);
  // By pages, each target once.
  const first = await world.json<TryAnswer>('/pipelines/try?show=near&limit=3', yaml(indicator()));
  const second = await world.json<TryAnswer>(
    `/pipelines/try?show=near&limit=3&cursor=${first.next}`,
    yaml(indicator()),
  );
  expect([...wordsOf(first), ...wordsOf(second)]).toEqual(wordsOf(await tryIt(world, indicator(), 'show=near')));
  expect([first.total, second.next]).toEqual([4, null]);
});

test('what joins a pipeline is held against its others: taken from them, lost to them, in a tie', async () => {
  const world = await serve({ out });
  const onTime = (all: string): string =>
    indicator()
      .replace('procedures.outdoor-classes', 'procedures.try-on-time')
      .replace(/all:[\s\S]*$/u, `all: ${all}\n`);
  const long = await tryIt(
    world,
    onTime('[[hồ sơ], [được giải quyết đúng hạn, giải quyết đúng hạn]]'),
    'into=administrative-reform&show=moved',
  );
  expect(long.counts.moved).toBeGreaterThan(0);
  expect(long.items[0]).toMatchObject({ was: 'procedures.on-time-share', now: { code: 'procedures.try-on-time' } });
  const short = await tryIt(world, onTime('[[hồ sơ]]'), 'into=administrative-reform&show=near&why=other-code');
  expect(short.items.map(({ near }) => near?.code)).toContain('procedures.on-time-share');
  // One that has the code of another takes its place: what only the old words said is lost.
  const narrowed = indicator().replace('procedures.outdoor-classes', 'procedures.on-time-share');
  const lost = await tryIt(world, narrowed, 'into=administrative-reform&show=lost');
  expect(lost.counts.lost).toBeGreaterThan(0);
  expect(lost.items[0]).toMatchObject({ was: 'procedures.on-time-share', now: null });
});

test.each([
  ['alone', ''],
  ['in a pipeline', '?into=administrative-reform'],
])('a run with the saved file gives the codes that were told: %s', async (_, into) => {
  const world = await serve({ out });
  const body = indicator('none: [mùa đông]')
    .replace('[lớp học]', '[lớp học, hồ sơ, thủ tục hành chính, văn bản, cơ quan]')
    .replace('[ngoài trời]', '[ngoài trời, trực tuyến, điện tử, giải quyết, mức độ]');
  const told = await tryIt(world, body, into.slice(1));
  const response = await world.ask(`/pipelines/yaml${into}`, yaml(body));
  expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="[a-z-]+\.yaml"$/u);
  const file = join(await folderWith({ 'saved.yaml': await response.text() }), 'saved.yaml');
  const again = `${await folderWith()}/output`;
  const run = await kehoach(['ingest', sources, '--out', again, '--pipeline', file, '--quiet']);
  expect([run.code, run.err]).toEqual([0, '']);
  const lines = (await readFile(join(again, 'targets.ndjson'), 'utf8')).trim().split('\n');
  const made = lines
    .map((line) => JSON.parse(line) as TryAnswer['items'][number]['target'])
    .filter((target) => target.indicator.code === 'procedures.outdoor-classes');
  expect(made.length).toBeGreaterThan(2);
  const brief = (id: string, { words, sure }: { readonly words: readonly string[]; readonly sure: number }) =>
    `${id} ${words} ${sure > 0}`;
  expect(told.items.map(({ target, now }) => brief(target.id, now ?? { words: [], sure: 0 }))).toEqual(
    made.map(({ id, indicator: { match } }) => brief(id, match ?? { words: [], sure: 0 })),
  );
  // The comparison takes it as it is.
  expect((await kehoach(['compare', '--in', again, '--pipeline', file, '--format', 'json'])).code).toBe(0);
});

test('what a person said of a code stays, and what a person said of the words is no word of the rules', async () => {
  const folder = `${await folderWith({ 'a.txt': OWN })}`;
  const own = `${folder}-out`;
  expect((await kehoach(['ingest', folder, '--out', own, '--quiet'])).code).toBe(0);
  const world = await serve({ out: own });
  const before = await tryIt(world, indicator());
  const [first, second] = before.items.map(({ target }) => target);
  const correct = (key: string, field: string, value: unknown): Promise<Response> =>
    world.ask(`/documents/${first?.document}/corrections`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ by: 'Lan', corrections: [{ act: 'correct', key, field, value }] }),
    });
  expect((await correct(first?.key ?? '', 'indicator.code', 'procedures.on-time-share')).status).toBe(200);
  expect((await correct(second?.key ?? '', 'indicator.text', 'lớp học cấp xã')).status).toBe(200);
  await expect
    .poll(async () => (await tryIt(world, indicator())).items.map(({ target }) => target.indicator.text))
    .toContain('lớp học cấp xã');
  const after = await tryIt(world, indicator());
  expect(after.counts.taken).toBe(before.counts.taken - 1);
  expect((await tryIt(world, indicator(), 'show=near&why=person')).items.map(({ target }) => target.id)).toEqual([
    first?.id,
  ]);
});

const FAULTS: readonly (readonly [what: string, body: string, field: string, line: number])[] = [
  ['no YAML', 'all: [', 'not YAML', 1],
  ['a field that is missing', indicator().replace('better: higher\n', ''), 'better', 1],
  ['a field that is none', indicator('colour: red'), 'colour', 9],
  ['a value that is none', indicator().replace('better: higher', 'better: more'), 'better', 5],
  ['words that are none', indicator('none: ["…"]'), 'none[0]', 9],
  ['an area that nobody has', indicator().replace('area: procedures', 'area: weather'), 'area', 3],
  ['one of a list', `- ${indicator().replaceAll('\n', '\n  ')}\n- code: x.y\n`, '[1].label', 10],
  [
    'a pipeline',
    'name: own\nversion: 1.0\ntopic: null\nmatch: { title: [], text: [] }\nareas: []\nindicators: []',
    'version',
    2,
  ],
  ['JSON', '{\n"code": 1,\n"all": []}', 'code', 2],
  ['nothing', '[]', 'pipeline', 1],
];

test('what is wrong is told by line and field', async () => {
  const world = await serve({ out });
  for (const [what, body, field, line] of FAULTS) {
    const response = await world.ask('/pipelines/try', yaml(body));
    const said = (await response.json()) as { code: string; faults: { line: number; field: string | null }[] };
    expect([what, response.status, said.code]).toEqual([what, 422, 'pipeline-faulty']);
    expect(said.faults.map((fault) => [what, fault.field ?? 'not YAML', fault.line])).toContainEqual([
      what,
      field,
      line,
    ]);
  }
  expect((await world.ask('/pipelines/own', yaml('all: [', 'PUT'))).status).toBe(422);
});

test('a pipeline is saved in the folder, with its comments, tried again, and removed', async () => {
  const world = await serve({ out: `${await folderWith()}/output` });
  const saved = await world.ask('/pipelines/my-plans?into=administrative-reform', yaml(indicator(), 'PUT'));
  expect(saved.status).toBe(201);
  const { file, ...told } = (await saved.json()) as { file: string; indicators: number };
  expect(file).toBe(join(world.out, 'pipelines', 'my-plans.yaml'));
  const text = await readFile(file, 'utf8');
  const original = await readFile(new URL('../../../pipelines/administrative-reform.yaml', import.meta.url), 'utf8');
  const added = text.split('\n').filter((line) => !original.split('\n').includes(line));
  expect(added).toEqual([
    'name: my-plans',
    'version: 1.1.1',
    ...['  - code: procedures.outdoor-classes', '    label: { vi: Lớp học ngoài trời, en: Outdoor classes }'],
    '    unit: "%"',
    '    all: [[lớp học], [ngoài trời]]',
  ]);
  expect((await world.ask('/pipelines/my-plans?into=my-plans', yaml(indicator('none: [mưa]'), 'PUT'))).status).toBe(
    200,
  );
  expect((await readFile(file, 'utf8')).split('outdoor-classes')).toHaveLength(2);
  const list = await world.json<{ items: { name: string; file: string | null }[] }>('/pipelines');
  expect(list.items.map((one) => one.name)).toEqual([
    ...['my-plans', 'administrative-reform', 'digital-transformation', 'general', 'socio-economic'],
  ]);
  const read = await world.json<{ indicators: { code: string; none: string[] }[] }>('/pipelines/my-plans');
  expect(read.indicators).toHaveLength(told.indicators);
  expect(read.indicators.at(-1)).toMatchObject({ code: 'procedures.outdoor-classes', none: ['mưa'] });
  const asYaml = await world.ask('/pipelines/my-plans', { headers: { accept: 'application/yaml' } });
  expect(await asYaml.text()).toBe(await readFile(file, 'utf8'));
  expect((await world.ask('/pipelines/my-plans', { method: 'DELETE' })).status).toBe(204);
  expect((await world.ask('/pipelines/my-plans', { method: 'DELETE' })).status).toBe(404);
  expect((await world.ask('/pipelines/general', { method: 'DELETE' })).status).toBe(404);
  expect((await world.ask('/pipelines/my-plans')).status).toBe(404);
});

test('names that lead elsewhere, links, and readers change nothing; a reader may try', async () => {
  const folder = `${await folderWith()}/output`;
  const world = await serve({
    out: folder,
    env: { KEHOACH_TOKEN: 'w'.repeat(20), KEHOACH_READ_TOKEN: 'r'.repeat(20) },
  });
  const as = (token: string, init: RequestInit): RequestInit => ({
    ...init,
    headers: { ...init.headers, authorization: `Bearer ${token.repeat(20)}` },
  });
  const write = (name: string) => world.ask(`/pipelines/${name}`, as('w', yaml(indicator(), 'PUT')));
  for (const name of ['..%2Fx', 'a.b', 'A', 'con', 'a'.repeat(80), '-a', 'a%00'])
    expect([name, (await write(name)).status]).toEqual([name, 400]);
  await mkdir(`${folder}-elsewhere`);
  await symlink(`${folder}-elsewhere`, join(folder, 'pipelines'));
  expect((await write('own')).status).toBe(400);
  expect(await readdir(`${folder}-elsewhere`)).toEqual([]);
  expect((await world.ask('/pipelines/own', as('r', yaml(indicator(), 'PUT')))).status).toBe(403);
  expect((await world.ask('/pipelines/own', as('r', { method: 'DELETE' }))).status).toBe(403);
  expect((await world.ask('/pipelines/try', as('r', yaml(indicator())))).status).toBe(200);
  expect((await world.ask('/pipelines/try', yaml(indicator()))).status).toBe(401);
  expect((await world.ask('/pipelines/try?into=nobody', as('r', yaml(indicator())))).status).toBe(404);
  expect(
    (
      await world.ask(
        '/pipelines/try',
        as('r', { method: 'POST', body: 'x', headers: { 'content-type': 'text/html' } }),
      )
    ).status,
  ).toBe(415);
  await writeFile(join(`${folder}-elsewhere`, 'other.yaml'), 'name: other');
});
