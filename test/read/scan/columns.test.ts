import { expect, test } from 'vitest';
import { piecesOf } from '../../../src/read/scan/columns.ts';
import { rulesOf, withoutRules } from '../../../src/read/scan/rules.ts';
import { type Bar, drawnPage, frame, lines, words } from './draw.ts';

const DPI = 200;
function columns(bars: readonly Bar[]): [number, number, number, number][] {
  const page = drawnPage(1600, 2200, bars);
  const rules = rulesOf(page, DPI);
  return piecesOf(withoutRules(page, rules, DPI), rules, DPI).map(({ x0, y0, x1, y1 }) => [x0, y0, x1, y1]);
}

test('running text stands in no columns, short lines and wide spaces in it neither', () => {
  expect(columns(lines(150, 1450, 200, 50))).toEqual([]);
  expect(columns([...lines(150, 1450, 200, 10), ...words(150, 400, 540), ...lines(150, 1450, 574, 10)])).toEqual([]);
  const label = (y: number): Bar => [150, y - 16, 160, y];
  expect(columns([0, 1, 2, 3, 4].flatMap((i) => [label(200 + i * 34), ...words(220, 1450, 200 + i * 34, i)]))).toEqual(
    [],
  );
});

test('two blocks side by side are read apart from each other and from the text below', () => {
  const found = columns([...lines(150, 600, 200, 4), ...lines(760, 1450, 200, 4), ...lines(150, 1450, 500, 20)]);
  expect(found).toHaveLength(2);
  expect(found[0]?.[2]).toBeLessThan(700);
  expect(found[1]?.[0]).toBeGreaterThan(700);
  for (const [, y0, , y1] of found) expect([y0 <= 185, y1 >= 300, y1 < 480]).toEqual([true, true, true]);
});

test('cells of a table without rules whose lines stand at half heights are cut by column, and no line is cut through', () => {
  const row = (y: number, i: number): Bar[] => [
    [150, y + 18, 162, y + 34],
    ...lines(220, 800, y + 16, 3, 34).slice(i % 2),
    ...lines(816, 1060, y + 33, 2, 34),
    ...lines(1074, 1450, y + 16, 3, 34),
  ];
  const found = columns([0, 1, 2, 3, 4, 5].flatMap((i) => row(300 + i * 120, i)));
  const edges = [190, 808, 1067];
  expect(found.map(([x0]) => edges.filter((edge) => edge < x0).length).sort()).toEqual([0, 1, 2, 3]);
  for (const [x0, , x1] of found) expect(edges.every((edge) => x1 <= edge || x0 >= edge)).toBe(true);
});

test('ruled columns are cut at their rules, whatever stands in the cells; a frame around one column is left whole', () => {
  const ys = [300, 400, 500, 600];
  const cells = ys
    .slice(0, -1)
    .flatMap((y) => [...words(120, 180, y + 40), ...lines(220, 700, y + 40, 2), ...words(740, 900, y + 40)]);
  const found = columns([...frame([100, 200, 720, 920], ys), ...cells]);
  expect(found.map(([x0]) => Math.floor(x0 / 100))).toEqual([1, 2, 7]);
  expect(columns([...frame([100, 500], [300, 400, 500]), ...lines(120, 480, 340, 4)])).toEqual([]);
});
