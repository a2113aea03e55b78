import { expect, test } from 'vitest';
import { apply, IDENTITY, matrixOf, multiply, num, turnOf } from '../../../src/read/pdf/matrix.ts';

test('what is no matrix is none that changes anything', () => {
  expect(matrixOf('x')).toEqual(IDENTITY);
  expect([num(Number.NaN), num('5'), num(5)]).toEqual([0, 0, 5]);
});

test('two matrices one after the other', () => {
  const moved = multiply([1, 0, 0, 1, 10, 20], [2, 0, 0, 2, 0, 0]);
  expect(apply(moved, 1, 1)).toEqual([12, 22]);
});

test.each([
  [1, 0, 0],
  [-1, 0, 2],
])('writing that runs %d, %d is turned %d times', (dx, dy, turn) => expect(turnOf(dx, dy)).toBe(turn));
