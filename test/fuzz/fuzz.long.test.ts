import { expect, test } from 'vitest';
import { FORMATS } from './bases.mjs';
import { faultOf, fuzz } from './fuzz.mjs';

test.each(FORMATS)(
  '%s: 300 inputs that are almost documents give a record or a code, in their time and memory',
  async (format) => {
    const outcomes = await fuzz(format, 0, 300);
    expect(outcomes.flatMap((outcome) => faultOf(format, outcome) ?? [])).toEqual([]);
    expect(outcomes).toHaveLength(300);
    // What is refused at the door tries nothing of the reader.
    expect(outcomes.filter(({ code }) => code === 'record').length).toBeGreaterThan(60);
  },
  600_000,
);

// Found among 10,000 of each format: a directory that is no tree, letters of fonts that were tried by the million, and letters
// that numbers beyond all measure put nowhere.
test.each<[format: string, seed: number, code: string]>([
  ['doc', 7749, 'file-corrupt'],
  ['pdf', 4337, 'text-unreadable'],
  ['pdf', 9628, 'no-text-layer'],
])('what did harm once: %s, seed %i', async (format, seed, code) => {
  const [outcome] = await fuzz(format, seed, 1);
  expect(outcome?.code).toBe(code);
  expect(outcome === undefined ? undefined : faultOf(format, outcome)).toBeUndefined();
});
