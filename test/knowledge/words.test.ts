import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const GOLDEN = at('../goldens/words.txt');
const TABLES = at('../../src/knowledge/tables/');

/** Fields beside words: what they mean, when and where they hold. Any other field counts as words, a new one too. */
const NO_WORDS: ReadonlySet<string> = new Set(
  'code formedFrom from iso kind level note province successor to validFrom validTo'.split(' '),
);
/** Of a row with an example of its own, all else is meaning. */
const WORDS_OF_ROW: readonly string[] = ['word', 'committee'];

/** Tables of what was counted, which no person wrote. */
const COUNTED: ReadonlySet<string> = new Set(['confidence.json', 'syllable-pairs.json']);

type Json = string | number | boolean | null | readonly Json[] | Entry;
interface Entry {
  readonly [field: string]: Json;
}

/** The words of a table, one a line: "units.units.forms: phần trăm (%)" is in a field, and belongs to another word. */
function wordsOf(table: string, rows: Json): string[] {
  // A string right in a table is a word; in a field of one, a key is: `"tens": "mươi"`, `"digits": {"hai": 2}`.
  if (!isEntry(rows)) return wordsIn(table, rows);
  return Object.entries(rows).flatMap(([field, value]) =>
    NO_WORDS.has(field) ? [] : wordsIn(`${table}.${field}`, value),
  );
}

function wordsIn(place: string, value: Json, owner?: Json): string[] {
  if (Array.isArray(value))
    return value.flatMap((one) => (isEntry(one) ? wordsOfEntry(place, one) : wordsIn(place, one, owner)));
  if (typeof value === 'string') return [`${place}: ${value}${owner === undefined ? '' : ` (${owner})`}`];
  if (!isEntry(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === 'object' ? wordsIn(`${place}.${key}`, inner) : wordsIn(place, key, inner),
  );
}

/** The words of an entry: the one that names it, then those that belong to that one. */
function wordsOfEntry(place: string, entry: Entry): string[] {
  const name = ['word', 'name', 'unit', 'letters'].find((field) => field in entry);
  if (name === undefined) throw new Error(`${place}: an entry without a name: ${JSON.stringify(entry)}`);
  const holdsWords = (field: string): boolean =>
    'says' in entry ? WORDS_OF_ROW.includes(field) : !NO_WORDS.has(field);
  const rest = Object.entries(entry).filter(([field]) => field !== name && holdsWords(field));
  const owner = entry[name] ?? null;
  return [...wordsIn(place, owner), ...rest.flatMap(([field, value]) => wordsIn(`${place}.${field}`, value, owner))];
}

const isEntry = (value: Json): value is Entry => typeof value === 'object' && value !== null && !Array.isArray(value);

/** What the first list has more of than the second, as often as it has. */
function missing(from: readonly string[], other: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const line of other) left.set(line, (left.get(line) ?? 0) + 1);
  return from.filter((line) => {
    const count = left.get(line) ?? 0;
    left.set(line, count - 1);
    return count <= 0;
  });
}

// A row that is deleted takes its example along: only a list elsewhere tells that the word is gone.
test('the tables hold the words that are listed', () => {
  const words = readdirSync(TABLES)
    .filter((file) => !COUNTED.has(file))
    .sort()
    .flatMap((file) => {
      const found = wordsOf(file.replace(/\.json$/u, ''), JSON.parse(readFileSync(`${TABLES}${file}`, 'utf8')) as Json);
      expect(found.length, file).toBeGreaterThan(0);
      return found;
    });
  if (process.env.UPDATE_GOLDENS === '1') writeFileSync(GOLDEN, `${words.join('\n')}\n`);
  const listed = readFileSync(GOLDEN, 'utf8').trimEnd().split('\n');
  expect({ gone: missing(listed, words), new: missing(words, listed) }, 'meant? then `npm run goldens`').toEqual({
    gone: [],
    new: [],
  });
  expect(words, 'the same words in another order').toEqual(listed);
});

test('words stand in rows, lists, keys and entries', () => {
  const row = { word: 'tỉnh', level: 'province', means: ['names'], committee: 'tỉnh ủy', says: 'TỈNH' };
  expect(wordsOf('kinds', [row])).toEqual(['kinds: tỉnh', 'kinds.committee: tỉnh ủy (tỉnh)']);
  expect(
    wordsOf('figures', {
      note: 'not a word',
      tens: 'mươi',
      digits: { hai: 2 },
      before: { '>=': ['ít nhất'] },
      series: [['tin', 'bài']],
      units: [{ unit: '%', forms: ['phần trăm'], time: true }],
    }),
  ).toEqual([
    'figures.tens: mươi',
    'figures.digits: hai (2)',
    'figures.before.>=: ít nhất',
    'figures.series: tin',
    'figures.series: bài',
    'figures.units: %',
    'figures.units.forms: phần trăm (%)',
  ]);
});

test('a word that stands twice can be gone once', () => {
  expect(missing(['a', 'b', 'a'], ['a', 'b'])).toEqual(['a']);
  expect(missing(['a', 'b'], ['a', 'b', 'a'])).toEqual([]);
});
