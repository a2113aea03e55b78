import { expect, test } from 'vitest';
import { dueYears } from '../../src/compare/due.ts';
import type { Deadline, Period } from '../../src/model/record.ts';
import { due, plan } from './make.ts';

const PLAN: Period = { start: '2021-01-01', end: '2025-12-31' };
const YEARLY: Deadline = { ...due('2030-12-31'), type: 'recurring', end: null };

const CASES: readonly (readonly [what: string, deadline: Deadline | null, period: Period | null, years: string])[] = [
  ['by a day', due('2023-06-30'), PLAN, '2023–2023'],
  [
    'during several years: due at their end',
    { ...due('2025-12-31'), type: 'during', start: '2021-01-01' },
    PLAN,
    '2025–2025',
  ],
  ['of the plan, where nothing else is said', null, PLAN, '2025–2025'],
  ['every year of the plan', YEARLY, PLAN, '2021–2025'],
  [
    'always, in a plan of one year',
    { ...YEARLY, type: 'ongoing' },
    { start: '2026-01-01', end: '2026-12-31' },
    '2026–2026',
  ],
  ['every year, of a plan that tells its end alone', YEARLY, { start: null, end: '2030-12-31' }, '2030–2030'],
  ['nothing dates it', null, null, 'none'],
  ['every year of no known plan', YEARLY, null, 'none'],
];
test.each(CASES)('%s', (_, deadline, period, years) => {
  const found = dueYears({ deadline }, plan('a', null, [], { period }));
  expect(found === null ? 'none' : `${found.from}–${found.to}`).toBe(years);
});
