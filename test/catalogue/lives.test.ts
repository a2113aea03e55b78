import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { codeOf, PIPELINES } from './make.ts';

/** Measures of health, schools, families, order and the land: what is them, and what stands near them and is not. */
const ROWS = readFileSync(new URL('./lives.tsv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [unit = '', text = '', code = ''] = line.split('\t');
    return [unit, text, code === '' ? null : code] as const;
  });

test.each(ROWS)('%s: %s', (unit, text, code) => {
  expect(codeOf(text, unit)).toBe(code);
});

test('each of these codes is in a catalogue', () => {
  const known = new Set(PIPELINES.flatMap(({ indicators }) => indicators.map(({ code }) => code)));
  expect(ROWS.filter(([, , code]) => code !== null && !known.has(code))).toEqual([]);
});
