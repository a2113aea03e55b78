import fc from 'fast-check';
import { expect, test } from 'vitest';
import { coverageOf } from '../../src/language/coverage.ts';

const range = fc.tuple(fc.nat(30), fc.integer({ min: 1, max: 10 })).map(([start, length]) => ({
  start,
  end: start + length,
}));

test('answers as looking at every range would', () => {
  fc.assert(
    fc.property(fc.array(range, { maxLength: 12 }), range, (ranges, { start, end }) => {
      const { holds, touches } = coverageOf(ranges);
      expect(holds(start, end)).toBe(ranges.some((one) => one.start <= start && end <= one.end));
      expect(touches(start, end)).toBe(ranges.some((one) => one.start < end && start < one.end));
    }),
  );
});

test('ranges that meet do not touch', () => {
  const { holds, touches } = coverageOf([{ start: 5, end: 10 }]);
  expect([touches(0, 5), touches(10, 12), touches(9, 10), holds(5, 10), holds(5, 11)]).toEqual([
    false,
    false,
    true,
    true,
    false,
  ]);
});
