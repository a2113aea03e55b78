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

/** Two of one name, and why they may be: readers and rules never meet, and each name is the word of its own field there. */
const ALLOWED: ReadonlyMap<string, string> = new Map([
  ['Source', 'where a record comes from; the stream of a .doc file'],
  ['Label', "a paragraph's printed label; a computed one of Word's numbering"],
  ['LabelKind', 'the same, by kind'],
  ['Choice', 'of a pipeline; of an encoding'],
  ['Part', 'of an OOXML package; of a page'],
  ['Rule', 'by which mentions are found; a ruled line on a page'],
  ['Reading', 'of a mention; of bytes in an encoding'],
  ['GridCell', 'of any table; of ruled cells on a page'],
  ['tidy', 'white space of a block; of the words for an indicator'],
  ['kindOf', 'of a block; of a column'],
  ['isBold', 'a run of Word; an element of HTML'],
  ['isWord', "an element of Word's; letters that make a word"],
  ['measure', 'of an HTML document; a rule for quantities'],
  ['framed', 'a page in its frame; a time between its words'],
  ['paragraphsOf', 'of a page; of lines of text'],
  ['open', 'of an enumeration; of a name that no table lists'],
]);

test('no two files export the same name', () => {
  const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  const found = shared(new Map(files.map((file) => [file, readFileSync(join(SRC, file), 'utf8')])));
  expect([...found].filter(([name]) => !ALLOWED.has(name))).toEqual([]);
});

test('two of a name are found, a schema with its type is one', () => {
  const planted = new Map([
    ['a.ts', 'export const Sheet = z.object({});\nexport type Sheet = z.infer<typeof Sheet>;'],
    ['b.ts', 'const settle = 1;\nexport function viewOf(): void {}'],
    ['c.ts', 'export async function viewOf(): Promise<void> {}\nexport const settle = 2;'],
  ]);
  expect([...shared(planted)]).toEqual([['viewOf', ['b.ts', 'c.ts']]]);
});
