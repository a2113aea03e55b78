import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ERROR_CODES, PlanError } from '../../src/model/errors.ts';
import { codesIn, ROOT, rowsOf, sectionOf, textOf } from './pages.ts';

const PAGE = textOf('docs/errors.md');
const firstCells = (heading: string): string[] =>
  rowsOf(sectionOf(PAGE, heading)).flatMap(([cell = '']) => codesIn(cell));

test('every error code stands on the page, in the order of the list, and no other', () => {
  expect(firstCells('Error codes')).toEqual([...ERROR_CODES]);
});

test('the page says which errors may succeed with the same bytes', () => {
  const yes = rowsOf(sectionOf(PAGE, 'Error codes')).filter((cells) => cells[2] === 'yes');
  const retryable = ERROR_CODES.filter((code) => new PlanError(code, 'read', 'x').retryable);
  expect(yes.flatMap(([cell = '']) => codesIn(cell))).toEqual(retryable);
});

/** Codes that the files of these folders give to what has a message: warnings, and what a reader has to say. */
function codesOf(...folders: readonly string[]): string[] {
  const files = folders.flatMap((folder) =>
    readdirSync(`${ROOT}/src/${folder}`, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => `src/${folder}/${name}`),
  );
  const written = files.flatMap((file) =>
    [...textOf(file).matchAll(/\bcode: '(?<code>[a-z-]+)',\s*message\b|\btold\(\s*'(?<told>[a-z]+-[a-z-]+)'/gu)].map(
      (m) => m.groups?.code ?? m.groups?.told ?? '',
    ),
  );
  return [...new Set(written)].filter((code) => !(ERROR_CODES as readonly string[]).includes(code)).sort();
}

test('every warning of a record stands on the page, and no other', () => {
  expect(firstCells('Warnings of a record').sort()).toEqual(codesOf('read', 'extract', 'corrections'));
});

test('every warning of a comparison stands on the page, and no other', () => {
  expect(firstCells('Warnings of a comparison').sort()).toEqual(codesOf('compare'));
});
