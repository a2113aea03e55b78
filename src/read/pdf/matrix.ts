import type { Move } from '../scan/picture.ts';

/** Of PDF: x' = a x + c y + e, y' = b x + d y + f. */
export type Matrix = readonly [number, number, number, number, number, number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];
/** A number that an operator was given; 0 where it is none. */
export const num = (value: unknown): number => (typeof value === 'number' && Number.isFinite(value) ? value : 0);
export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

export function matrixOf(value: unknown): Matrix {
  if (!isObject(value)) return IDENTITY;
  const [a, b, c, d, e, f] = [0, 1, 2, 3, 4, 5].map((i) => value[i]);
  return typeof a === 'number' ? [a, num(b), num(c), num(d), num(e), num(f)] : IDENTITY;
}

export const multiply = (m: Matrix, n: Matrix): Matrix => [
  m[0] * n[0] + m[2] * n[1],
  m[1] * n[0] + m[3] * n[1],
  m[0] * n[2] + m[2] * n[3],
  m[1] * n[2] + m[3] * n[3],
  m[0] * n[4] + m[2] * n[5] + m[4],
  m[1] * n[4] + m[3] * n[5] + m[5],
];
export const apply = (m: Matrix, x: number, y: number): [number, number] => [
  m[0] * x + m[2] * y + m[4],
  m[1] * x + m[3] * y + m[5],
];

/** In how many quarter turns the direction of writing lies, by the larger part of its vector (y grows downwards). */
export function turnOf(dx: number, dy: number): 0 | 1 | 2 | 3 {
  if (Math.abs(dx) >= Math.abs(dy)) return dx >= 0 ? 0 : 2;
  return dy > 0 ? 1 : 3;
}

/** Places along and across the direction of writing, so that every turn reads left to right and top to bottom. */
export function alongTurn(turn: number, x0: number, y0: number, x1: number, y1: number): [number, number, number] {
  if (turn === 1) return [y0, y1, -x0];
  if (turn === 2) return [-x0, -x1, -y0];
  if (turn === 3) return [-y0, -y1, x0];
  return [x0, x1, y0];
}

export function inverseOf([a, b, c, d, e, f]: Matrix): Matrix {
  const det = a * d - b * c || 1e-9;
  return [d / det, -b / det, -c / det, a / det, (c * f - d * e) / det, (b * e - a * f) / det];
}

/** Side of the square by whose corners it is told how places are moved. */
const FAR = 1000;

/** How places are moved, where they are turned, made larger and shifted, never bent. */
export function matrixFrom(move: Move): Matrix {
  const [[e, f], [right, falls], [leans, bottom]] = [move(0, 0), move(FAR, 0), move(0, FAR)];
  return [(right - e) / FAR, (falls - f) / FAR, (leans - e) / FAR, (bottom - f) / FAR, e, f];
}
