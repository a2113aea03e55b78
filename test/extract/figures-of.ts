import { expect } from 'vitest';
import { targetsOf } from './make.ts';

type Expected = readonly [value: number, unit: string, quote: string, more?: Record<string, unknown>];
/** An item of the objectives, and the figures that it sets. */
export type FigureCase = [item: string, ...expected: Expected[]];

/** Holds the targets of an item against what is expected of it. */
export function figuresOf(...[item, ...expected]: FigureCase): void {
  const targets = targetsOf(['I. MỤC TIÊU CỤ THỂ', `- ${item}`]);
  expect(targets.map((t) => [t.quantity?.value, t.quantity?.unit, t.source.quote])).toEqual(
    expected.map(([value, unit, quote]) => [value, unit, quote]),
  );
  expected.forEach(([, , , more], i) => {
    if (more !== undefined) expect(targets[i]).toMatchObject(more);
  });
}
