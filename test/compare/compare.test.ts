import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { type CompareOptions, comparePlans } from '../../src/compare/compare.ts';
import type { ComparedPlan } from '../../src/compare/plans.ts';
import { loadKnowledge } from '../../src/knowledge/knowledge.ts';
import { type Comparison, Comparison as ComparisonSchema } from '../../src/model/comparison.ts';
import { Pipeline } from '../../src/model/pipeline.ts';
import type { Quantity, Target } from '../../src/model/record.ts';
import { due, HUE, LAM_DONG, PHU_THO, PHU_THO_NEW, plan, target } from './make.ts';

const PIPELINES = [
  Pipeline.parse({
    name: 'reform',
    version: '1.0.0',
    topic: 'administrative-reform',
    match: { title: [], text: [] },
    areas: [
      { code: 'procedures', label: { vi: 'Thủ tục', en: 'Procedures' }, headings: ['thủ tục'], words: [] },
      { code: 'outcomes', label: { vi: 'Kết quả', en: 'Outcomes' }, headings: ['kết quả'], words: [] },
    ],
    indicators: [
      {
        code: 'outcomes.satisfaction',
        label: { vi: 'Mức độ hài lòng', en: 'Satisfaction' },
        area: 'outcomes',
        unit: '%',
        better: 'higher',
        all: [['hài lòng']],
      },
    ],
  }),
];
const of = (plans: readonly ComparedPlan[], options: Partial<CompareOptions> = {}): Comparison =>
  comparePlans(loadKnowledge(), plans, { pipelines: PIPELINES, ...options });
const figures = ({ indicators }: Comparison) =>
  indicators.map(({ label, cells }) => [
    label,
    ...cells.map(({ document, value, year }) => `${document} ${value} ${year}`),
  ]);

const SATISFIED = { indicator: { text: 'hài lòng', code: 'outcomes.satisfaction' }, area: 'outcomes' };
const ON_TIME = 'hồ sơ giải quyết đúng hạn';

test('the base comes first, areas as the pipeline lists them, labels from the catalogue', () => {
  const compared = of(
    [
      plan('a-hue', HUE, [target('hài lòng', 80, SATISFIED), target('TTHC được công khai', 100), target(ON_TIME, 95)]),
      plan('b-phu-tho', PHU_THO, [target('hài lòng', 90, SATISFIED), target(ON_TIME, 98)]),
    ],
    { base: PHU_THO },
  );
  expect(compared.base).toBe('25');
  expect(figures(compared)).toEqual([
    [ON_TIME, 'b-phu-tho 98 2025', 'a-hue 95 2025'],
    ['TTHC được công khai', 'a-hue 100 2025'],
    ['Mức độ hài lòng', 'b-phu-tho 90 2025', 'a-hue 80 2025'],
  ]);
  expect(compared.indicators.map(({ code, basis }) => [code, basis])).toEqual([
    [null, 'wording'],
    [null, 'wording'],
    ['outcomes.satisfaction', 'catalogue'],
  ]);
});

test('the more explicit of two statements is the cell, else the first', () => {
  const twice = [
    target(ON_TIME, 90),
    target(ON_TIME, { value: 90, comparator: '>=' }, { deadline: due('2025-06-30') }),
    target(ON_TIME, 90, { deadline: due('2025-12-31', 'plan-period') }),
  ];
  const [row] = of([plan('a', PHU_THO, twice)]).indicators;
  expect(row?.cells.map(({ target, comparator }) => [target, comparator])).toEqual([['a#t2', '>=']]);
});

test('a result, another year and another figure are cells of their own', () => {
  const own = [
    target(ON_TIME, 90, { deadline: due('2025-12-31') }),
    target(ON_TIME, 90, { deadline: due('2030-12-31') }),
    target(ON_TIME, 70, { status: 'result' }),
    target(ON_TIME, 95, { deadline: due('2025-12-31') }),
  ];
  const [row] = of([plan('a', PHU_THO, own)]).indicators;
  expect(row?.cells.map(({ value, year, status }) => [value, year, status])).toEqual([
    [90, 2025, 'target'],
    [90, 2030, 'target'],
    [70, 2025, 'result'],
    [95, 2025, 'target'],
  ]);
});

const PLANS = [
  plan('a', PHU_THO, [target(ON_TIME, 90, { deadline: due('2023-12-31') }), target('hài lòng', 90, SATISFIED)]),
  plan('b', HUE, [target(ON_TIME, 95)], { topic: 'other' }),
  plan('c', LAM_DONG, [target(ON_TIME, 97)], {
    level: 'department',
    period: { start: '2026-01-01', end: '2026-12-31' },
  }),
];
const FILTERS: readonly (readonly [Partial<CompareOptions>, documents: string])[] = [
  [{}, 'a b c'],
  [{ provinces: [HUE], base: PHU_THO }, 'a b'],
  [{ years: [2023] }, 'a'],
  [{ years: [2025, 2026] }, 'a b c'],
  [{ areas: ['outcomes'] }, 'a'],
  [{ topics: ['other'] }, 'b'],
  [{ levels: ['department'] }, 'c'],
  [{ kinds: ['qualitative'] }, ''],
];
test.each(FILTERS)('filter %j leaves %s', (options, documents) => {
  const left = of(PLANS, options).indicators.flatMap(({ cells }) => cells.map(({ document }) => document));
  expect([...new Set(left)].sort().join(' ')).toBe(documents);
});

const codes = (compared: Comparison) => compared.warnings.map(({ code }) => code);

test('the same name before and after the merger is said to be two territories', () => {
  const { warnings } = of([plan('a', PHU_THO, [target(ON_TIME, 90)]), plan('b', PHU_THO_NEW, [target(ON_TIME, 95)])]);
  expect(warnings.map(({ code }) => code)).toEqual(['territory-changed']);
  expect(warnings[0]?.message).toContain('Hòa Bình, Phú Thọ and Vĩnh Phúc');
  expect(warnings[0]?.about).toEqual({
    province: 'Phú Thọ',
    formedFrom: ['Hòa Bình', 'Phú Thọ', 'Vĩnh Phúc'],
    formerly: ['Phú Thọ'],
  });
  expect(codes(of([plan('a', PHU_THO, [target(ON_TIME, 90)])]))).toEqual([]);
});

test('a part is warned of beside the whole, a province that did not change is not', () => {
  const dakNong = { ...PHU_THO, code: '67', name: 'Đắk Nông' };
  const hueNow = { ...HUE, name: 'Huế', set: 34 } as const;
  expect(codes(of([plan('a', dakNong, [target(ON_TIME, 90)]), plan('b', LAM_DONG, [target(ON_TIME, 95)])]))).toEqual([
    'territory-changed',
  ]);
  expect(codes(of([plan('a', HUE, [target(ON_TIME, 90)]), plan('b', hueNow, [target(ON_TIME, 95)])]))).toEqual([]);
});

test('by territory of 2025, former provinces stand under their successor', () => {
  const dakNong = { ...PHU_THO, code: '67', name: 'Đắk Nông' };
  const compared = of([plan('a', dakNong, [target(ON_TIME, 90)]), plan('b', LAM_DONG, [target(ON_TIME, 95)])], {
    territory: '2025',
    base: LAM_DONG,
  });
  expect(compared.indicators[0]?.cells.map(({ province }) => province?.name)).toEqual(['Lâm Đồng', 'Lâm Đồng']);
  expect(compared.documents?.map(({ formerly }) => formerly?.name)).toEqual(['Đắk Nông', undefined]);
  expect(codes(compared)).toEqual(['territory-changed']);
});

test('targets for districts that are due after their end are warned of', () => {
  const district = (end: string) => target(ON_TIME, 90, { levels: ['district'], deadline: due(end) });
  expect(codes(of([plan('a', HUE, [district('2025-12-31')])]))).toEqual(['level-ended']);
  expect(codes(of([plan('a', HUE, [district('2024-12-31')])]))).toEqual([]);
  // What is filtered out is not spoken of.
  expect(codes(of([plan('a', HUE, [district('2025-12-31')])], { years: [2030] }))).toEqual([]);
});

test('a lead is linked to the department that took over', () => {
  const source = { quote: '', start: 0, end: 0, page: null };
  const lead = (code: string) => ({ role: 'lead', code, name: code, text: code, basis: 'explicit', source }) as const;
  const agencies = [lead('so-thong-tin-va-truyen-thong'), lead('so-noi-vu')];
  const [row] = of([plan('a', HUE, [target(ON_TIME, 90, { agencies })])]).indicators;
  expect(row?.cells[0]?.leads.map(({ successor, successorName }) => [successor, successorName])).toEqual([
    ['so-khoa-hoc-va-cong-nghe', 'Sở Khoa học và Công nghệ'],
    [undefined, undefined],
  ]);
});

test('differences are to the base, and the best of one level of government is ahead', () => {
  const satisfied = (value: number) => [target('hài lòng', value, SATISFIED)];
  const plans = [
    plan('a', PHU_THO, satisfied(90)),
    plan('b', HUE, satisfied(92.3)),
    plan('c', LAM_DONG, satisfied(80)),
    plan('d', LAM_DONG, satisfied(99), { level: 'department' }),
  ];
  const [row] = of(plans, { base: PHU_THO }).indicators;
  expect(row?.cells.map(({ document, difference }) => [document, difference])).toEqual([
    ['a', undefined],
    ['b', 2.3],
    ['c', -10],
    ['d', 9],
  ]);
  expect(row?.ahead).toEqual(['b']);
  expect(of(plans.slice(0, 1), { base: PHU_THO }).indicators[0]?.ahead).toBeUndefined();
});

test('a result is neither ahead nor different', () => {
  const reached = target('hài lòng', 99, { ...SATISFIED, status: 'result' });
  const [row] = of([plan('a', PHU_THO, [target('hài lòng', 90, SATISFIED)]), plan('b', HUE, [reached])], {
    base: PHU_THO,
  }).indicators;
  expect(row?.ahead).toBeUndefined();
  expect(row?.cells[1]?.difference).toBeUndefined();
});

test('a missing figure is explained', () => {
  const satisfaction = (value: Parameters<typeof target>[1], more = {}) =>
    target('hài lòng', value, { ...SATISFIED, ...more });
  const plans = [
    plan('a', PHU_THO, [satisfaction(90)]),
    plan('b', HUE, [satisfaction({ value: 8, unit: 'point' })]),
    plan('c', HUE, [satisfaction(80, { levels: ['commune'] })]),
    plan('d', HUE, [satisfaction(80, { status: 'result' })]),
    plan('e', HUE, [target('nâng mức độ hài lòng', 0, { kind: 'qualitative', quantity: null, area: 'outcomes' })]),
    plan('f', HUE, [target(ON_TIME, 90)]),
  ];
  const satisfied = of(plans, { base: PHU_THO }).indicators.find(
    ({ code, unit, level }) => code !== null && unit === '%' && level === null,
  );
  expect(satisfied?.missing?.map(({ document, reason }) => `${document} ${reason}`)).toEqual([
    'b other-unit',
    'c other-level',
    'd result-only',
    'e no-figure',
    'f not-in-plan',
  ]);
});

test('what is written passes its schema', () => {
  const compared = of(PLANS, { base: PHU_THO });
  expect(ComparisonSchema.parse(compared)).toEqual(compared);
});

const SOCIETY = Pipeline.parse(
  parse(readFileSync(new URL('../../pipelines/socio-economic.yaml', import.meta.url), 'utf8')),
);
const ONE_ROW: readonly (readonly [
  same: boolean,
  code: string,
  a: Partial<Quantity> & Partial<Pick<Target, 'direction'>>,
  b: Partial<Quantity> & Partial<Pick<Target, 'direction'>>,
])[] = [
  [true, 'society.income-per-head', { unit: 'VND/người/năm' }, { unit: 'VND' }],
  [true, 'society.income-per-head', { unit: 'VND/người' }, { unit: 'VND/người/năm' }],
  [true, 'society.doctors', { unit: 'bác sĩ/1 vạn dân' }, { unit: 'bác sỹ/10.000 dân' }],
  [true, 'society.jobs-created', { unit: 'lao động' }, { unit: 'người' }],
  [true, 'economy.grdp-growth', { direction: 'increase-by' }, { direction: 'reach' }],
  [true, 'economy.grdp-growth', { unit: '%/năm', direction: 'increase-by' }, { unit: '%' }],
  [false, 'society.income-per-head', { unit: 'VND/người/tháng' }, { unit: 'VND/người/năm' }],
  [false, 'society.jobs-created', { unit: 'lao động/năm' }, { unit: 'lao động' }],
  [false, 'society.poverty-rate', { unit: '%/năm', direction: 'decrease-by' }, { direction: 'decrease-by' }],
  [false, 'society.poverty-rate', { direction: 'decrease-by' }, { direction: 'reach' }],
  [false, 'defence.traffic-accidents', { unit: '%/năm', direction: 'decrease-by' }, { direction: 'decrease-by' }],
];
test.each(ONE_ROW)('one code, one row: %s: %s in %j and %j', (same, code, a, b) => {
  const said = ({ direction = 'reach', ...quantity }: typeof a) =>
    target('chỉ tiêu', { value: 5, ...quantity }, { indicator: { text: 'chỉ tiêu', code }, direction });
  const { indicators } = comparePlans(loadKnowledge(), [plan('a', PHU_THO, [said(a)]), plan('b', HUE, [said(b)])], {
    pipelines: [SOCIETY],
  });
  expect(indicators).toHaveLength(same ? 1 : 2);
});

test('a row of several units has the one that says least', () => {
  const said = (unit: string) =>
    target('thu nhập', { value: 5, unit }, { indicator: { text: 'thu nhập', code: 'society.income-per-head' } });
  const plans = [plan('a', PHU_THO, [said('VND/người/năm')]), plan('b', HUE, [said('VND')])];
  expect(comparePlans(loadKnowledge(), plans, { pipelines: [SOCIETY] }).indicators.map(({ unit }) => unit)).toEqual([
    'VND',
  ]);
});

test('why figures are missing is told of as many plans as a person reads', () => {
  const plans = (count: number) =>
    Array.from({ length: count }, (_, i) => plan(`p${i}`, PHU_THO, i === 0 ? [target('hồ sơ đúng hạn', 90)] : []));
  const missing = (count: number) =>
    comparePlans(loadKnowledge(), plans(count), { pipelines: [] }).indicators[0]?.missing;
  expect(missing(100)).toHaveLength(99);
  expect(missing(101)).toBeUndefined();
});
