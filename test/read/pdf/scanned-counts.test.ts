import { expect, test } from 'vitest';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import { withCountsTold } from '../../../src/read/pdf/scanned-counts.ts';
import type { RecognisedLine } from '../../../src/read/scan/recogniser.ts';
import { rulesOf, withoutRules } from '../../../src/read/scan/rules.ts';
import { type Bar, drawnPage, frame } from '../scan/draw.ts';
import { lineOf } from '../scan/lines.ts';

const DPI = 200;

/** A table of four rows: what is read in its first column, and the ink that stands in its second row. */
function counted(column: readonly string[], ink: readonly Bar[] = [], x = 142): RecognisedLine[] {
  const ruled = drawnPage(1000, 700, [...frame([100, 200, 600], [100, 200, 300, 400, 500]), ...ink]);
  const rules = rulesOf(ruled, DPI);
  const lines = column.flatMap((text, i) =>
    text === '' ? [] : [lineOf(text, { x: i === 1 ? x : 142, y: 160 + i * 100 })],
  );
  const picture = withoutRules(ruled, rules, DPI);
  return [...withCountsTold(loadKnowledge(), { picture, dpi: DPI, lines, rules })];
}
const read = (lines: readonly RecognisedLine[]): string[] =>
  lines.toSorted((a, b) => a.y - b.y).flatMap(({ words }) => words.map(({ text }) => text));
const STROKE: Bar = [147, 236, 152, 260];

test.each([
  [['TT', 'l', '2', '3'], [], '1'],
  [['TT', 'Ì', '2', '3'], [], '1'],
  [['TT', 'I.', '2.', '3.'], [], '1.'],
  [['TT', '', '2', '3'], [STROKE], '1'],
] satisfies [string[], Bar[], string][])('%j', (column, ink, told) => {
  const lines = counted(column, ink);
  expect(read(lines)).toEqual([column[0], told, ...column.slice(2)]);
  expect(lines.flatMap(({ words }) => words).find(({ text }) => text === told)?.asRead).toBe(column[1]);
});

test.each([
  // What goes on is no count.
  [['TT', 'l', '2', '4'], []],
  [['TT', 'l', '3', '4'], []],
  [['TT', 'A', '2', '3'], []],
  // Paper, specks and a line across.
  [['TT', '', '2', '3'], []],
  [['TT', '', '2', '3'], [[147, 250, 150, 253]]],
  [['TT', '', '2', '3'], [[130, 236, 170, 260]]],
] satisfies [string[], Bar[]][])('leaves %j', (column, ink) => {
  expect(read(counted(column, ink))).toEqual(column.filter((text) => text !== ''));
});

test.each([
  [
    ['14', 'l5', '16'],
    ['14', '15', '16'],
  ],
  [
    ['9.', '1u.', '11.'],
    ['9.', '10.', '11.'],
  ],
  [
    ['6', 's', 'B', '9'],
    ['6', '7', '8', '9'],
  ],
  // must stay silent
  [
    ['1', '1.1', '2'],
    ['1', '1.1', '2'],
  ],
  [
    ['2', 'Tổng', '4'],
    ['2', 'Tổng', '4'],
  ],
  [
    ['2', 'B', '7'],
    ['2', 'B', '7'],
  ],
])('rows between others: %j', (column, told) => {
  expect(read(counted(column))).toEqual(told);
});

test('stands right above the next', () => {
  expect(read(counted(['TT', 'l', '2', '3'], [], 112))).toEqual(['TT', 'l', '2', '3']);
});

test('a column without a frame', () => {
  const picture = drawnPage(1000, 700, []);
  const first = (...column: readonly string[]): string[] => {
    const lines = column.map((text, i) => lineOf(text, { x: 142, y: 160 + i * 100 }));
    return read([...withCountsTold(loadKnowledge(), { picture, dpi: DPI, lines, rules: [] })]);
  };
  expect(first('TT', 'l', '2', '3')).toEqual(['TT', '1', '2', '3']);
  expect(first('TT', 'l', '2', '5')).toEqual(['TT', 'l', '2', '5']);
  expect(first('l mới', '2', '3')).toEqual(['l', 'mới', '2', '3']);
});
