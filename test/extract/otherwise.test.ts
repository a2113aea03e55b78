import { expect, test } from 'vitest';
import { MADE_UP } from './otherwise/plans.ts';
import { saidOf } from './otherwise/same.ts';
import { otherwise, WAYS } from './otherwise/ways.ts';

// One way at a time; `otherwise.long.test.ts` draws several, and of more plans.
const PLANS = MADE_UP.slice(0, 1);

test.each(PLANS)('$name: the same in each way', async (plan) => {
  const before = await saidOf(otherwise(plan, []));
  expect(before.length).toBeGreaterThan(15);
  for (const way of Object.keys(WAYS)) expect(await saidOf(otherwise(plan, [{ way, draw: 1 }])), way).toEqual(before);
});
