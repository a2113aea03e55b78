import fc from 'fast-check';
import { expect, test } from 'vitest';
import { basePlans } from './otherwise/bases.ts';
import { saidOf } from './otherwise/same.ts';
import { otherwise, WAYS } from './otherwise/ways.ts';

/** How many texts are drawn; for searching, `OTHERWISE_RUNS=5000 OTHERWISE_SEED=1 npx vitest run test/extract/otherwise.long`. */
const RUNS = Number(process.env.OTHERWISE_RUNS ?? 800);
const SEED = Number(process.env.OTHERWISE_SEED ?? 20);

const bases = await basePlans();

const asItIs = new Map<string, Promise<string[]>>();

const drawn = fc.record({
  base: fc.constantFrom(...bases),
  ways: fc.uniqueArray(
    fc.record({ way: fc.constantFrom(...Object.keys(WAYS)), draw: fc.integer({ min: 0, max: 999 }) }),
    { minLength: 1, maxLength: 3, selector: ({ way }) => way },
  ),
});

test('a plan written otherwise says the same', { timeout: 1000 * RUNS }, async () => {
  await fc.assert(
    fc.asyncProperty(drawn, async ({ base, ways }) => {
      const before = asItIs.get(base.name) ?? saidOf(otherwise(base, []));
      asItIs.set(base.name, before);
      expect(await saidOf(otherwise(base, ways)), `${base.name}: ${JSON.stringify(ways)}`).toEqual(await before);
    }),
    { seed: SEED, numRuns: RUNS },
  );
});
