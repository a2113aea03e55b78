import { expect, test } from 'vitest';
import { folded, idsOf } from '../../../src/shell/page/data/ids.ts';
import { factOfPacked, fullMeasure, packed, shortMeasure } from '../../../src/shell/page/data/pack.ts';
import type { Fact, PageMeasure } from '../../../src/shell/page/data/page-data.ts';
import { rowOf } from '../../../src/shell/page/data/row.ts';

const MEASURE: PageMeasure = {
  code: 'a.b',
  basis: 'catalogue',
  unit: '%',
  level: null,
  vi: 'đo',
  area: 0,
  better: 1,
  others: 0,
  own: true,
  up: 0,
  down: 0,
  equal: 0,
  words: 0,
};
const fact = (at: number, plan: number, value: number, more: Partial<Fact> = {}): Fact => ({
  at,
  plan,
  value,
  year: 2026,
  status: 'target',
  comparator: '>=',
  valueMax: null,
  sure: 0.95,
  national: false,
  superseded: false,
  ...more,
});
/** Plan 0 and 1 are the base's; 9 is of a department; the others stand for an owner each. */
const planOf = (plan: number) =>
  ({
    owner: plan < 2 ? 0 : plan,
    level: plan === 9 ? 'department' : 'province',
    set: plan === 8 ? 63 : 34,
    base: plan < 2,
    issuedOn: `202${plan}-01-01`,
  }) as const;
const stands = (measure: PageMeasure, facts: readonly Fact[]) => {
  const { comparable, rest } = rowOf(measure, facts, facts, planOf);
  return [...comparable, ...rest].map(({ stand, owner }) => `${owner} ${stand}`);
};

test.each<[string, PageMeasure, Partial<Fact>, number, string]>([
  ['more is higher', MEASURE, { difference: 5, against: 0 }, 2, 'higher'],
  ['less is lower', MEASURE, { difference: -5, against: 0 }, 2, 'lower'],
  ['a smaller rank is higher', { ...MEASURE, unit: 'rank', better: -1 }, { difference: -2, against: 0 }, 2, 'higher'],
  ['the same is equal', MEASURE, { difference: 0, against: 0 }, 2, 'equal'],
  ['nothing tells which way is better', { ...MEASURE, better: 0 }, { difference: 5, against: 0 }, 2, 'apart'],
  ['another year', MEASURE, { year: 2030 }, 2, 'year'],
  ['another level comes before another year', MEASURE, { year: 2030 }, 9, 'level'],
  ['another unit', MEASURE, { unit: 'điểm' }, 2, 'unit'],
  ['ranked among others', { ...MEASURE, unit: 'rank' }, {}, 8, 'units'],
  ['a range', MEASURE, { valueMax: 99 }, 2, 'range'],
  ['what was reached', MEASURE, { status: 'result' }, 2, 'result'],
  ['what was replaced', MEASURE, { superseded: true }, 2, 'superseded'],
])('%s', (_, measure, more, plan, stand) => {
  expect(stands(measure, [fact(0, 0, 80), fact(1, plan, 85, more)])).toEqual([`${plan} ${stand}`]);
});

test('the main figure is that of the year which most others share, else the newest', () => {
  const base = [fact(0, 0, 70, { year: 2025 }), fact(1, 1, 80)];
  const others = [
    fact(2, 2, 75, { year: 2025, difference: 5, against: 0 }),
    fact(3, 3, 60, { year: 2025, difference: -10, against: 0 }),
  ];
  expect(rowOf(MEASURE, base, base, planOf).main?.at).toBe(1);
  const all = [...base, ...others, fact(4, 4, 90, { difference: 10, against: 1 })];
  expect(rowOf(MEASURE, all, all, planOf).main?.at).toBe(0);
});

test('a province is one chip: what is held against the main figure, then the newest plan', () => {
  const all = [fact(0, 1, 80), fact(1, 2, 95, { year: 2030 }), fact(2, 2, 85, { difference: 5, against: 0 })];
  const { comparable, rest } = rowOf(MEASURE, all, all, planOf);
  expect([comparable.map((chip) => chip.fact.at), rest.length]).toEqual([[2], 0]);
});

test('from best to worst', () => {
  const all = [
    fact(0, 1, 80),
    fact(1, 2, 75, { difference: -5, against: 0 }),
    fact(2, 3, 80, { difference: 0, against: 0 }),
    fact(3, 4, 90, { difference: 10, against: 0 }),
    fact(4, 5, 99, { difference: 19, against: 0 }),
  ];
  expect(stands(MEASURE, all)).toEqual(['5 higher', '4 higher', '3 equal', '2 lower']);
});

test('a figure is the same when it is unpacked', () => {
  const full = fact(3, 7, 12.5, {
    valueMax: 14,
    since: 2022,
    unit: 'điểm',
    status: 'result',
    difference: -1.5,
    against: 0,
    rank: { place: 2, of: 9 },
    ahead: true,
    national: true,
    superseded: true,
    change: { kind: 'raised', from: 2 },
    result: { value: 1, valueMax: null, year: null, plan: null, reached: false },
  });
  for (const one of [
    fact(0, 1, 2),
    full,
    fact(0, 1, 2, { change: { kind: 'new', beside: 4 } }),
    { ...fact(0, 1, 2), comparator: null, value: null, year: null },
  ]) {
    expect(factOfPacked(JSON.parse(JSON.stringify(packed(one))), one.at)).toEqual(one);
  }
  expect(fullMeasure(shortMeasure(MEASURE))).toEqual(MEASURE);
  expect(shortMeasure({ ...MEASURE, own: false })).not.toHaveProperty('own');
});

test('measures are called alike in every comparison, and never two of one', () => {
  const one = { code: 'a.b', label: 'x', level: null, unit: '%' };
  expect(
    idsOf([
      one,
      { ...one, level: 'commune' },
      { ...one, unit: 'điểm' },
      { code: null, label: 'Tỷ lệ Đạt chuẩn 50%', level: null, unit: '%' },
      { ...one, level: 'commune' },
    ]),
  ).toEqual(['a.b', 'a.b~commune', 'a.b~~diem', 'ty-le-dat-chuan-50pc', 'a.b~commune~pc']);
  expect(folded('ĐẠT Chuẩn')).toBe('dat chuan');
});
