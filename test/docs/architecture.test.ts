import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { loadKnowledge } from '../../src/knowledge/knowledge.ts';
import { DEFAULT_LIMITS } from '../../src/model/block.ts';
import { readBlocks } from '../../src/read/read.ts';
import { inspectDocument } from '../../src/run.ts';
import { choosePipelines } from '../../src/shell/pipelines.ts';
import { recogniseText } from '../../src/shell/recognise.ts';
import { account } from '../../src/shell/terminal/account.ts';
import { recognition } from '../../src/shell/terminal/recognition.ts';
import { LAYERS, ROOMS } from '../rooms.ts';
import { codesIn, fencesOf, ROOT, rowsOf, sectionOf, textOf } from './pages.ts';

const PAGE = textOf('docs/ARCHITECTURE.md');
const EXAMPLE = 'docs/example/plan.txt';
const bytes = new TextEncoder().encode(textOf(EXAMPLE));
const { name: pipeline, pipelines } = await choosePipelines('auto');

const fences = fencesOf(sectionOf(PAGE, 'One document, step by step'));

test('the document of the page is the file that it names', () => {
  expect(fences.find(({ language }) => language === 'text')?.text.trim()).toBe(textOf(EXAMPLE).trim());
});

test('blocks are shown as the reader makes them', async () => {
  const { blocks } = await readBlocks(bytes, DEFAULT_LIMITS, loadKnowledge());
  const shown = fences.filter(({ language }) => language === 'json').flatMap(({ text }) => text.trim().split('\n'));
  expect(shown.length).toBeGreaterThan(2);
  for (const line of shown) expect(blocks).toContainEqual(expect.objectContaining(JSON.parse(line)));
});

test('every line that the page shows is one that inspect or recognise prints', async () => {
  const seen = await inspectDocument(bytes, { uri: EXAMPLE, pipelines, pipeline });
  const sentence = /npx kehoach recognise "(?<text>[^"]+)"/u.exec(PAGE)?.groups?.text ?? '';
  const printed = new Set([
    ...account(seen).split('\n'),
    ...recognition(recogniseText(sentence, null, { pipelines, pipeline }), 120).split('\n'),
  ]);
  const shown = fences.filter(({ language }) => language === '').flatMap(({ text }) => text.trimEnd().split('\n'));
  expect(shown.length).toBeGreaterThan(30);
  expect(shown.filter((line) => !printed.has(line))).toEqual([]);
  const item = seen.record.sections.find(({ path }) => path === 'I.1.a');
  expect(PAGE).toContain(`The block of item a) is ${item?.start} to ${item?.end}.`);
});

const listed = (cell: string): string[] => cell.split(', ').filter((name) => name !== '');

test('the layers are told as test/rooms.ts has them', () => {
  const rows = rowsOf(sectionOf(PAGE, 'The rooms').split('\n### ')[0] ?? '').map(([room = '', , uses = '']) => [
    codesIn(room)[0],
    listed(uses).sort(),
  ]);
  const layers = Object.entries(LAYERS).map(([layer, { siblings }]): [string, string[]] => [
    layer,
    siblings.filter((name) => name !== 'model').sort(),
  ]);
  expect(new Map(rows.map(([room, uses]) => [room, uses]))).toEqual(new Map([...layers, ['shell', ['all']]]));
});

test.each([
  ['read', 'read', 2],
  ['extract', 'extract', 3],
  ['shell/queue', 'shell', 2],
])('the rooms of %s are told as test/rooms.ts has them', (folder, heading, column) => {
  const rows = rowsOf(sectionOf(PAGE, heading)).map((cells): [string, string[]] => [
    codesIn(cells[0] ?? '')[0] ?? '',
    listed(cells[column] ?? '').sort(),
  ]);
  const rooms = Object.entries(ROOMS)
    .filter(([room]) => room.startsWith(`${folder}/`))
    .map(([room, uses]): [string, string[]] => [room, uses.map((name) => relative(folder, name)).sort()]);
  expect(new Map(rows.filter(([room]) => room.startsWith(`${folder}/`)))).toEqual(new Map(rooms));
});

test('the rooms of the shell are the folders there', () => {
  const folders = readdirSync(join(ROOT, 'src/shell'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `shell/${name}`);
  const rooms = rowsOf(sectionOf(PAGE, 'shell')).flatMap(([room = '']) => codesIn(room));
  expect(rooms.filter((room) => /^shell\/[^/]+$/u.test(room)).sort()).toEqual(folders.sort());
});
