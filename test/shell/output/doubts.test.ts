import { expect, test } from 'vitest';
import type { PlanRecord } from '../../../src/model/record.ts';
import { clearedIn, doubtsOf } from '../../../src/shell/output/doubts.ts';

type Item = readonly [start: number, confidence: number, seen?: 'seen'];
const WARNED: readonly (readonly [code: string, start?: number])[] = [
  ['province-unknown'],
  ['figures-differ', 10],
  ['figures-differ', 30],
  ['figure-unused', 90],
  ['page-unreadable'],
];

/** As far as it is looked at. */
function record(items: readonly Item[], header: boolean, warned = WARNED): PlanRecord {
  const reviewed = { at: '2026-11-30T08:00:00.000Z', by: 'Lan', fields: [] };
  return {
    document: header ? { reviewed } : {},
    targets: items.map(([start, confidence, seen]) => ({
      ...{ source: { start, end: start + 5 }, confidence },
      ...(seen === undefined ? {} : { reviewed }),
    })),
    tasks: [],
    warnings: warned.map(([code, start]) => ({
      ...{ code, message: code },
      ...(start === undefined ? {} : { source: { quote: '', start, end: start + 5, page: null } }),
    })),
  } as unknown as PlanRecord;
}

test.each<[what: string, items: Item[], header: boolean, cleared: string[] | undefined]>([
  [
    'nobody has looked at it',
    [
      [10, 0.4],
      [30, 0.9],
    ],
    false,
    undefined,
  ],
  [
    'one of two records that a warning touches',
    [
      [10, 0.4, 'seen'],
      [30, 0.9],
    ],
    false,
    undefined,
  ],
  [
    'all records that a warning touches',
    [
      [10, 0.4, 'seen'],
      [30, 0.9, 'seen'],
    ],
    false,
    ['figures-differ'],
  ],
  [
    'the header, while a doubtful record is left',
    [
      [10, 0.4],
      [30, 0.9],
    ],
    true,
    ['province-unknown'],
  ],
  [
    'the header, and all doubtful records',
    [
      [10, 0.4, 'seen'],
      [30, 0.9],
    ],
    true,
    ['figure-unused', 'figures-differ', 'page-unreadable', 'province-unknown'],
  ],
])('what persons have dealt with: %s', (_, items, header, cleared) => {
  expect(clearedIn(record(items, header))).toEqual(cleared);
});

test('what was said and is no longer borne out stays, and a text without records is done with by its header', () => {
  const lost = [['correction-lost'], ['correction-disputed', 10]] as const;
  expect(clearedIn(record([[10, 0.9, 'seen']], true, lost))).toBeUndefined();
  expect(clearedIn(record([], true, []))).toEqual(['nothing-found']);
});

test('what was dealt with is no reason to look at a document', () => {
  const line = { targets: 2, tasks: 0, warnings: ['figures-differ', 'page-unreadable'] };
  expect(doubtsOf({ line, unsure: 1 })).toEqual(['page-unreadable', 'low-confidence', 'figures-differ']);
  expect(doubtsOf({ line: { ...line, cleared: ['figures-differ', 'page-unreadable'] }, unsure: 0 })).toEqual([]);
});
