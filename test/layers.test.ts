import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const SRC = fileURLToPath(new URL('../src', import.meta.url));

interface Layer {
  /** Other folders of src/ (or files on its top level) that it may import. */
  readonly siblings: readonly string[];
  readonly packages: readonly string[];
  /** Files that read the tables that come with the program: the one door to the disk. */
  readonly loaders?: RegExp;
}

/** What each folder of src/ may import; shell/ and tests are free. */
const LAYERS: Readonly<Record<string, Layer>> = {
  model: { siblings: [], packages: ['zod'] },
  knowledge: { siblings: ['model'], packages: ['zod'], loaders: /^knowledge\/[^/]+\.ts$/u },
  language: { siblings: ['model', 'knowledge'], packages: [] },
  catalogue: { siblings: ['model', 'knowledge', 'language'], packages: [] },
  read: {
    siblings: ['model', 'language'],
    packages: ['@xmldom/xmldom', 'cfb', 'cheerio', 'fflate', 'file-type', 'mammoth', 'pdfjs-dist', 'rtf-stream-parser'],
  },
  extract: { siblings: ['model', 'knowledge', 'language', 'catalogue'], packages: ['@eslint-community/regexpp'] },
  compare: { siblings: ['model', 'knowledge', 'language', 'catalogue', 'extract'], packages: [] },
  'run.ts': { siblings: ['model', 'knowledge', 'read', 'extract', 'compare'], packages: [] },
  'index.ts': { siblings: ['model', 'knowledge', 'read', 'extract', 'compare', 'run.ts'], packages: [] },
};
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
