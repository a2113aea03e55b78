import { expect, test } from 'vitest';
import { OPS } from '../../../src/read/pdf/engine.ts';
import { followPainting, type PaintFont } from '../../../src/read/pdf/paint.ts';

const FONT = { unit: 0.001 } as PaintFont;
/** Page space to points from the top left of a page 800 points high. */
const BASE = [1, 0, 0, -1, 0, 800] as const;
const letters = (text: string) => [...text].map((unicode) => ({ unicode, width: 500, isSpace: unicode === ' ' }));

/** Where letters come to stand that these operators paint. */
function painted(...steps: [operator: number, args: unknown[]][]) {
  const operators = { fnArray: steps.map(([operator]) => operator), argsArray: steps.map(([, args]) => args) };
  const { glyphs } = followPainting(operators, BASE, { fontOf: () => FONT });
  return glyphs.map(({ text, x0, x1, y, size, turn }) => [text, x0, x1, y, size, turn]);
}

test('letters stand one behind the other, moved by numbers between them', () => {
  expect(
    painted(
      [OPS.beginText, []],
      [OPS.setFont, ['F', 10]],
      [OPS.setTextMatrix, [[1, 0, 0, 1, 100, 700]]],
      [OPS.showText, [[...letters('ab'), -200, ...letters('c')]]],
    ),
  ).toEqual([
    ['a', 100, 105, 100, 10, 0],
    ['b', 105, 110, 100, 10, 0],
    ['c', 112, 117, 100, 10, 0],
  ]);
});

test('what is put aside is taken up again; a quarter turn reads along its own line', () => {
  expect(
    painted(
      [OPS.setFont, ['F', 10]],
      [OPS.save, []],
      [OPS.transform, [2, 0, 0, 2, 0, 0]],
      [OPS.setTextMatrix, [[1, 0, 0, 1, 10, 10]]],
      [OPS.showText, [letters('a')]],
      [OPS.restore, []],
      [OPS.setTextMatrix, [[0, 1, -1, 0, 50, 60]]],
      [OPS.showText, [letters('b')]],
    ),
  ).toEqual([
    ['a', 20, 30, 780, 20, 0],
    ['b', -740, -735, 50, 10, 3],
  ]);
});

test('a letter that numbers beyond all measure put nowhere is not painted', () => {
  expect(
    painted(
      [OPS.setFont, ['F', 10]],
      [OPS.transform, [1e200, 0, 0, 1e200, 0, 0]],
      [OPS.setTextMatrix, [[1e200, 0, 0, 1, 1e200, 0]]],
      [OPS.showText, [letters('a')]],
    ),
  ).toEqual([]);
});
