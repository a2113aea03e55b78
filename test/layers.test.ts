import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { LAYERS, type Layer, ROOMS } from './rooms.ts';

const SRC = fileURLToPath(new URL('../src', import.meta.url));

const ALLOWED_OF_LOADERS = ['node:fs'];
const IMPORT = /(?:\bfrom|\bimport)\s*\(?\s*['"](?<what>[^'"]+)['"]/gu;
/** Ways to the disk, the network and the clock that need no import. */
const GLOBAL_IO =
  /(?<![.\p{L}])(?:fetch\s*\(|process\.(?!versions)|Date\.now|new Date\(\s*\)|performance\.now|setTimeout|setInterval|Math\.random|console\.)/u;

/** What a file of a layer does that its layer may not. */
function breaches(layer: string, { siblings, packages, loaders }: Layer, file: string, code: string): string[] {
  const found: string[] = [];
  for (const { groups } of code.matchAll(IMPORT)) {
    const what = groups?.what ?? '';
    if (what.startsWith('.')) {
      const [folder = ''] = relative(SRC, resolve(dirname(join(SRC, file)), what)).split('/');
      if (folder !== layer && !siblings.includes(folder)) found.push(`${file} imports ${folder}`);
    } else if (what.startsWith('node:') || builtinModules.includes(what)) {
      if (!(loaders?.test(file) === true && ALLOWED_OF_LOADERS.includes(what)) && !PURE.has(what))
        found.push(`${file} imports ${what}`);
    } else {
      const name = what
        .split('/')
        .slice(0, what.startsWith('@') ? 2 : 1)
        .join('/');
      if (!packages.includes(name)) found.push(`${file} imports ${name}`);
    }
  }
  const io = GLOBAL_IO.exec(code.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gmu, ''));
  if (io !== null) found.push(`${file} uses ${io[0]}`);
  return found;
}

/** Of Node, but without disk, network or clock. */
const PURE = new Set(['node:buffer', 'node:crypto', 'node:path', 'node:url', 'node:util', 'node:zlib']);

const filesOf = (layer: string): string[] =>
  layer.endsWith('.ts')
    ? [layer]
    : readdirSync(join(SRC, layer), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
        .map((entry) => relative(SRC, join(entry.parentPath, entry.name)));

const present = Object.entries(LAYERS).filter(([layer]) => existsSync(join(SRC, layer)));

test.each(present)('%s imports only what lies below it', (layer, rules) => {
  const files = filesOf(layer);
  expect(files.length).toBeGreaterThan(0);
  expect(files.flatMap((file) => breaches(layer, rules, file, readFileSync(join(SRC, file), 'utf8')))).toEqual([]);
});

test('everything in src/ belongs to a layer', () => {
  expect(readdirSync(SRC).filter((name) => name !== 'shell' && !(name in LAYERS))).toEqual([]);
});

/** The room of a file: its folder; a file that lies beside rooms is a room of its own. */
const roomOf = (file: string, rooms: ReadonlySet<string>): string => {
  const folder = dirname(file);
  return [...rooms].some((room) => room.startsWith(`${folder}/`)) || folder === '.' ? file : folder;
};

/** The relative imports of a file, as paths in src/. */
const importsOf = (file: string, code: string): string[] =>
  [...code.matchAll(IMPORT)]
    .map(({ groups }) => groups?.what ?? '')
    .filter((what) => what.startsWith('.'))
    .map((what) => relative(SRC, resolve(dirname(join(SRC, file)), what)));

/** Imports between rooms of one layer (or of the queue) that the room may not have. */
function strays(file: string, code: string): string[] {
  const room = Object.keys(ROOMS)
    .filter((name) => file.startsWith(`${name}/`))
    .sort((a, b) => b.length - a.length)[0];
  if (room === undefined) return [];
  const layer = room.startsWith('shell/queue/') ? 'shell/queue/' : `${room.split('/')[0]}/`;
  return importsOf(file, code)
    .filter((to) => to.startsWith(layer) && !to.startsWith(`${room}/`))
    .filter((to) => !(ROOMS[room] ?? []).some((name) => to === name || to.startsWith(`${name}/`)))
    .map((to) => `${file} imports ${to}`);
}

const ALL = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
const CODE = new Map(ALL.map((file) => [file, readFileSync(join(SRC, file), 'utf8')]));

test('rooms import only the rooms below them', () => {
  expect(ALL.flatMap((file) => strays(file, CODE.get(file) ?? ''))).toEqual([]);
});

test('every folder of these layers is a room with its arrows, and none is told that is not there', () => {
  const folders = new Set(ALL.map(dirname).filter((folder) => /^(?:extract|read|shell\/queue)\//u.test(folder)));
  const whole = [...folders].filter((folder) => ![...folders].some((other) => other.startsWith(`${folder}/`)));
  expect(whole.sort()).toEqual(Object.keys(ROOMS).sort());
});

/** The nodes of a graph that lie on a circle. */
function circles(graph: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const reach = (from: string): Set<string> => {
    const seen = new Set<string>();
    const open = [...(graph.get(from) ?? [])];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (seen.has(next)) continue;
      seen.add(next);
      open.push(...(graph.get(next) ?? []));
    }
    return seen;
  };
  return [...graph.keys()].filter((node) => reach(node).has(node)).sort();
}

const graphOf = (name: (file: string) => string, code: ReadonlyMap<string, string>): Map<string, Set<string>> => {
  const graph = new Map<string, Set<string>>();
  for (const [file, text] of code) {
    const from = name(file);
    const to = importsOf(file, text)
      .map(name)
      .filter((other) => other !== from || name(file) === file);
    graph.set(from, new Set([...(graph.get(from) ?? []), ...to]));
  }
  return graph;
};
const ROOM_NAMES = new Set(ALL.map(dirname));
const byRoom = (file: string): string => roomOf(file, ROOM_NAMES);

test('no circle of files, and none of rooms', () => {
  expect(circles(graphOf((file) => file, CODE))).toEqual([]);
  expect(circles(graphOf(byRoom, CODE))).toEqual([]);
});

test('a planted circle of files or of rooms is found', () => {
  const planted = new Map([
    ['extract/tables/a.ts', "import { b } from '../statements/b.ts';"],
    ['extract/statements/b.ts', "import { c } from './c.ts';"],
    ['extract/statements/c.ts', "import { d } from '../tables/d.ts';"],
    ['extract/tables/d.ts', ''],
  ]);
  expect(circles(graphOf((file) => file, planted))).toEqual([]);
  expect(circles(graphOf(dirname, planted))).toEqual(['extract/statements', 'extract/tables']);
  planted.set('extract/tables/d.ts', "import { a } from './a.ts';");
  expect(circles(graphOf((file) => file, planted))).toHaveLength(4);
});

const STRAYS: [file: string, code: string][] = [
  ['extract/statements/x.ts', "import { readRows } from '../tables/rows.ts';"],
  ['extract/document/x.ts', "import { readHeader } from '../header/header.ts';"],
  ['extract/mentions/times/x.ts', "import { percent } from '../quantities/percent.ts';"],
  ['extract/tables/x.ts', "import { readTasks } from '../tasks/tasks.ts';"],
  ['extract/tasks/x.ts', "import type { Place } from '../targets/of-text.ts';"],
  ['extract/header/x.ts', "import { extractRecord } from '../extract.ts';"],
  ['read/pdf/x.ts', "import { readHtml } from '../html/html.ts';"],
  ['read/text/x.ts', "import { readBlocks } from '../read.ts';"],
  ['shell/queue/work/x.ts', "import { submit } from '../submit/submit.ts';"],
  ['shell/queue/redis/x.ts', "import { jobId } from '../exchange/job.ts';"],
];
test.each(STRAYS)('%s may not: %s', (file, code) => {
  expect(strays(file, code)).toHaveLength(1);
});

/** A call of what reads tables from the disk. */
const LOADS =
  /(?<![\p{L}\p{N}_.])load(?:Knowledge|WordTables|Agencies|DocumentSymbols|Figures|Provinces|Successors|TimeWords|Wording)\s*\(/u;
const READS_BY_ARGUMENT = /^(?:model|language|catalogue|read|extract|compare)\//u;
const loadersIn = (file: string, code: string): string[] =>
  READS_BY_ARGUMENT.test(file) && LOADS.test(code) ? [`${file} loads a table`] : [];

test('knowledge is an argument: nothing below run.ts loads a table', () => {
  expect(ALL.flatMap((file) => loadersIn(file, CODE.get(file) ?? ''))).toEqual([]);
  expect(loadersIn('language/x.ts', 'const { units } = loadFigures();')).toHaveLength(1);
  expect(loadersIn('extract/tasks/x.ts', 'const all = loadKnowledge();')).toHaveLength(1);
});

const FORBIDDEN: [layer: string, file: string, code: string][] = [
  ['extract', 'extract/x.ts', "import { readFile } from 'node:fs/promises';"],
  ['extract', 'extract/x.ts', "import fs from 'fs';"],
  ['extract', 'extract/rules/x.ts', "import { read } from '../../read/read.ts';"],
  ['extract', 'extract/x.ts', "import { load } from 'cheerio';"],
  ['extract', 'extract/x.ts', "const late = await import('node:http');"],
  ['extract', 'extract/x.ts', 'const today = new Date();'],
  ['read', 'read/x.ts', "import { words } from '../extract/words.ts';"],
  ['read', 'read/x.ts', "export * from '../shell/log.ts';"],
  ['language', 'language/x.ts', "import { scan } from '../extract/mentions/engine/rule.ts';"],
  ['catalogue', 'catalogue/x.ts', "import { read } from '../read/read.ts';"],
  ['compare', 'compare/x.ts', "import { read } from '../read/read.ts';"],
  ['model', 'model/x.ts', "import { loadProvinces } from '../knowledge/provinces.ts';"],
  ['run.ts', 'run.ts', "import { ingest } from './shell/ingest.ts';"],
  ['knowledge', 'knowledge/x.ts', "import { request } from 'node:https';"],
];
test.each(FORBIDDEN)('%s may not: %s %s', (layer, file, code) => {
  const rules = LAYERS[layer];
  expect(rules === undefined ? [] : breaches(layer, rules, file, code)).toHaveLength(1);
});
