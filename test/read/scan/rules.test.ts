import { expect, test } from 'vitest';
import { rulesOf, withoutRules } from '../../../src/read/scan/rules.ts';
import { type Bar, drawnPage, frame, lines } from './draw.ts';

const DPI = 200;
const at = (picture: { width: number; grey: Uint8Array }, x: number, y: number) => picture.grey[y * picture.width + x];
const rules = (bars: readonly Bar[], shade = 0) => rulesOf(drawnPage(1000, 800, bars, shade), DPI);
const table = frame([100, 300, 900], [100, 200, 300, 400]);

test('the lines of a table are found, pale and broken ones too', () => {
  const gaps = table.flatMap(([x0, y0, x1, y1]): Bar[] =>
    x1 - x0 > 100
      ? [
          [x0, y0, x0 + 300, y1],
          [x0 + 302, y0, x1, y1],
        ]
      : [[x0, y0, x1, y1]],
  );
  for (const found of [rules(table), rules(gaps), rules(table, 140)]) {
    expect(found.filter(({ y0, y1 }) => y0 === y1).map(({ y0 }) => y0)).toEqual([101, 201, 301, 401]);
    expect(found.filter(({ x0, x1 }) => x0 === x1).map(({ x0 }) => x0)).toEqual([101, 301, 901]);
  }
});

test.each<[what: string, bars: Bar[]]>([
  ['lines of text', lines(100, 900, 100, 20)],
  ['a line under a title, which meets no other', [[300, 100, 700, 102]]],
  ['a dark box', [[100, 100, 400, 300]]],
])('%s: no rules', (_, bars) => {
  expect(rules(bars)).toEqual([]);
});

test('strokes of a seal are no rules', () => {
  const drawn = drawnPage(1000, 800, table);
  const red = drawn.grey.map((shade) => (shade === 0 ? 1 : 0));
  expect(rulesOf({ ...drawn, red }, DPI)).toEqual([]);
});

test('rules are taken out of the picture; a letter that crosses one stays whole', () => {
  const picture = drawnPage(1000, 800, [...table, [500, 190, 504, 215], ...lines(320, 880, 260, 1)]);
  const plain = withoutRules(picture, rulesOf(picture, DPI), DPI);
  expect([at(plain, 400, 200), at(plain, 301, 250), at(plain, 101, 100)]).toEqual([255, 255, 255]);
  expect([at(plain, 502, 192), at(plain, 502, 201), at(plain, 502, 212), at(plain, 330, 250)]).toEqual([0, 0, 0, 0]);
});

test('uprights of a low row part its cells, strokes of letters in it do not', () => {
  // The first row is lower than a long line, and the second is one cell.
  const low = frame([100, 300, 500], [100, 144]);
  const below = frame([100, 500], [144, 260]);
  const letters: Bar[] = [[200, 108, 203, 138]];
  const found = rulesOf(drawnPage(700, 500, [...low, ...below, ...letters]), 200);
  const uprights = found.filter(({ x0, x1 }) => x0 === x1).map(({ x0 }) => Math.round(x0 / 10) * 10);
  expect([...new Set(uprights)].sort((a, b) => a - b)).toEqual([100, 300, 500]);
});
