import { expect, test } from 'vitest';
import { comparePlans } from '../../src/compare/compare.ts';
import { planLinks } from '../../src/compare/links.ts';
import { type ComparedPlan, countOnce } from '../../src/compare/plans.ts';
import { loadKnowledge } from '../../src/knowledge/knowledge.ts';
import { Comparison } from '../../src/model/comparison.ts';
import type { Comparator } from '../../src/model/record.ts';
import { due, HUE, PHU_THO, PHU_THO_NEW, plan, target } from './make.ts';

const TEXT = 'hồ sơ giải quyết đúng hạn';
const OTHER = 'công chức được bồi dưỡng';
const goal = (value: number, year = 2025) =>
  target(TEXT, { value, comparator: '>=' }, { deadline: due(`${year}-12-31`) });
const reached = (value: number, year = 2025) =>
  target(TEXT, value, { status: 'result', deadline: due(`${year}-12-31`) });
const OLD = { number: '10/KH-UBND', issuedOn: '2021-02-03' };
const NEW = { number: '77/KH-UBND', issuedOn: '2023-03-01' };
const CITED = { number: '10/KH-UBND', date: '2021-02-03' };
const replacing = (kind: 'replaces' | 'amends') => ({ ...NEW, replaces: [{ ...CITED, kind }] });
const reporting = { form: 'report' as const, number: '9/BC-UBND', issuedOn: '2025-12-20', reportsOn: [CITED] };
const of = (...plans: ComparedPlan[]) => comparePlans(loadKnowledge(), plans, { pipelines: [], base: [HUE] });
const superseded = (...plans: ComparedPlan[]) =>
  of(...plans).indicators.flatMap(({ label, cells }) =>
    cells.flatMap(({ document, supersededBy }) =>
      supersededBy === undefined ? [] : [`${label}: ${document} < ${supersededBy}`],
    ),
  );

test('every target of a plan that was replaced is superseded, and no rival any more', () => {
  const satisfied = (value: number) =>
    target('hài lòng', value, { indicator: { text: 'hài lòng', code: 'outcomes.satisfaction' } });
  const plans = [
    plan('a-old', PHU_THO, [satisfied(99), target(OTHER, 100)], OLD),
    plan('b-new', PHU_THO, [satisfied(90)], replacing('replaces')),
    plan('c-hue', HUE, [satisfied(80)]),
  ];
  expect(superseded(...plans)).toEqual(['hài lòng: a-old < b-new', `${OTHER}: a-old < b-new`]);
  const { indicators, documents, warnings } = of(...plans);
  expect(indicators[0]?.cells.map(({ document, difference }) => [document, difference])).toEqual([
    ['c-hue', undefined],
    ['a-old', undefined],
    ['b-new', 10],
  ]);
  expect(documents?.find(({ document }) => document === 'a-old')?.replacedBy).toEqual(['b-new']);
  expect(warnings.map(({ code }) => code)).toEqual(['superseded']);
});

test('of a plan that was amended only what stands again is superseded, year by year', () => {
  expect(
    superseded(
      plan('a-old', PHU_THO, [goal(90), goal(85, 2023), target(OTHER, 100)], OLD),
      plan('b-new', PHU_THO, [goal(95)], replacing('amends')),
    ),
  ).toEqual([`${TEXT}: a-old < b-new`]);
});

test('a plan outside the comparison still takes the place of one in it', () => {
  const plans = [
    plan('a', PHU_THO, [goal(90)], OLD),
    plan('b', PHU_THO, [goal(95)], { ...replacing('replaces'), topic: 'other' }),
  ];
  const { indicators } = comparePlans(loadKnowledge(), plans, { pipelines: [], topics: ['administrative-reform'] });
  expect(indicators[0]?.cells.map(({ document, supersededBy }) => [document, supersededBy])).toEqual([['a', 'b']]);
});

const old = (more: Partial<ComparedPlan['header']> = {}, province: ComparedPlan['header']['province'] = PHU_THO) =>
  plan('a', province, [goal(90)], { ...OLD, ...more });
const newer = (date: string | null = CITED.date, province: ComparedPlan['header']['province'] = PHU_THO) =>
  plan('b', province, [goal(95)], { ...NEW, replaces: [{ ...CITED, date, kind: 'replaces' }] });
const SO = { issuer: { code: 'so-noi-vu', name: 'Sở Nội vụ' } };
const LINKED: readonly (readonly [what: string, plans: readonly ComparedPlan[], linked: boolean])[] = [
  ['number, date and province', [old(), newer()], true],
  ['a successor of the province', [old(), newer(CITED.date, PHU_THO_NEW)], true],
  ['no date, the same issuer', [old(), newer(null)], true],
  ['no date, another issuer', [old(SO), newer(null)], false],
  ['another date', [old({ issuedOn: '2021-02-04' }), newer()], false],
  ['another province', [old({}, HUE), newer()], false],
  ['another number', [old({ number: '11/KH-UBND' }), newer()], false],
  ['a plan issued later', [old({ issuedOn: '2024-01-01' }), newer(null)], false],
  ['two that it may be', [old(), { ...old(SO), header: { ...old(SO).header, id: 'c' } }, newer()], false],
];
test.each(LINKED)('linked by %s: %#', (_, plans, linked) => {
  expect(planLinks(loadKnowledge(), countOnce(plans)).replaced.map(({ to }) => to)).toEqual(linked ? ['a'] : []);
});

const results = (...plans: ComparedPlan[]) =>
  of(...plans).indicators.flatMap(({ cells }) =>
    cells.flatMap(({ value, result }) =>
      result === undefined ? [] : [`${value} → ${result.value} ${result.reached}`],
    ),
  );

test('a result stands beside the target of the plan that the report is on', () => {
  const report = (...own: Parameters<typeof plan>[2]) => plan('r', PHU_THO, own, reporting);
  expect(results(old(), report(reached(92)))).toEqual(['90 → 92 true']);
  expect(results(old(), report(reached(88)))).toEqual(['90 → 88 false']);
  // On the way: a report of an earlier year, where the plan has one target.
  expect(results(old(), report(reached(70, 2023)))).toEqual(['90 → 70 false']);
  // Of several targets each has the result of its year.
  expect(results(plan('a', PHU_THO, [goal(80, 2023), goal(90)], OLD), report(reached(82, 2023)))).toEqual([
    '80 → 82 true',
  ]);
});

test('a result of another report, another province or another measure stands by itself', () => {
  expect(results(old(), plan('r', PHU_THO, [reached(92)], { ...reporting, reportsOn: [] }))).toEqual([]);
  expect(results(old(), plan('r', HUE, [reached(92)], reporting))).toEqual([]);
  expect(results(old(), plan('r', PHU_THO, [target(OTHER, 92, { status: 'result' })], reporting))).toEqual([]);
});

test('what is written passes its schema', () => {
  const compared = of(old(), newer(), plan('r', PHU_THO, [reached(92)], reporting));
  expect(Comparison.parse(compared)).toEqual(compared);
});

const BOUNDS: [comparator: Comparator, goal: number, result: number, reached: boolean | undefined][] = [
  ['>=', 90, 90, true],
  ['>=', 90, 89.9, false],
  ['>', 90, 90, false],
  ['>', 90, 90.1, true],
  ['<=', 5, 5, true],
  ['<=', 5, 5.1, false],
  ['<', 5, 5, false],
  ['<', 5, 4.9, true],
  // Which way a bare figure is bounded nothing says.
  ['=', 90, 90, true],
  ['=', 90, 95, undefined],
  ['~', 90, 89, undefined],
];
test.each(BOUNDS)('a target of %s %d is reached by %d: %s', (comparator, value, result, met) => {
  const stated = target(TEXT, { value, comparator }, { deadline: due('2025-12-31') });
  const { indicators } = of(plan('a', PHU_THO, [stated], OLD), plan('r', PHU_THO, [reached(result)], reporting));
  expect(indicators[0]?.cells.find(({ status }) => status === 'target')?.result?.reached).toBe(met);
});
