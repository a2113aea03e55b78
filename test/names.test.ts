import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const SRC = fileURLToPath(new URL('../src', import.meta.url));
const EXPORTED =
  /^export (?:async )?(?:function\*?|interface|type|class|enum|const|let) (?<name>[\p{L}_$][\p{L}\p{N}_$]*)/gmu;

/** The names that a file exports; a schema and its type are one name. */
const exportedBy = (code: string): ReadonlySet<string> =>
  new Set([...code.matchAll(EXPORTED)].map(({ groups }) => groups?.name ?? ''));

/** Names that more than one file exports, with the files. */
function shared(code: ReadonlyMap<string, string>): Map<string, string[]> {
  const files = new Map<string, string[]>();
  for (const [file, text] of code) {
    for (const name of exportedBy(text)) files.set(name, [...(files.get(name) ?? []), file]);
  }
  return new Map([...files].filter(([, where]) => where.length > 1));
}

const PAGES = 'shell/page/';
/** What is written of one page alone: each is a program of its own, bundled by itself. */
const pages = readdirSync(join(SRC, PAGES), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !['components', 'data'].includes(entry.name))
  .map(({ name }) => `${PAGES}${name}/`);

/** Whether a file is part of a program: of a page, or of what Node runs. */
const isPartOf = (file: string, program: string): boolean =>
  program === 'node'
    ? !file.startsWith(PAGES) || file.startsWith(`${PAGES}data/`)
    : file.startsWith(PAGES) && pages.every((page) => page === program || !file.startsWith(page));

test.each(['node', ...pages])('no two files export the same name: %s', (program) => {
  const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter(
    (name) => /\.tsx?$/u.test(name) && isPartOf(name, program),
  );
  const found = shared(new Map(files.map((file) => [file, readFileSync(join(SRC, file), 'utf8')])));
  expect([...found]).toEqual([]);
});

test('two of a name are found, a schema with its type is one', () => {
  const planted = new Map([
    ['a.ts', 'export const Sheet = z.object({});\nexport type Sheet = z.infer<typeof Sheet>;'],
    ['b.ts', 'const settle = 1;\nexport function viewOf(): void {}'],
    ['c.ts', 'export async function viewOf(): Promise<void> {}\nexport const settle = 2;'],
  ]);
  expect([...shared(planted)]).toEqual([['viewOf', ['b.ts', 'c.ts']]]);
});
