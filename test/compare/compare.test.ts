import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { comparePlans } from '../../src/compare/compare.ts';
import type { CompareOptions } from '../../src/compare/narrow.ts';
import type { ComparedPlan } from '../../src/compare/plans.ts';
import { loadKnowledge } from '../../src/knowledge/knowledge.ts';
import { type Comparison, Comparison as ComparisonSchema } from '../../src/model/comparison.ts';
import { Pipeline } from '../../src/model/pipeline.ts';
import type { Quantity, Target } from '../../src/model/record.ts';
import { PIPELINES as BUILT_IN } from '../catalogue/make.ts';
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
    { base: [PHU_THO] },
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

test('a result that is asked for, another year and another figure are cells of their own', () => {
  const own = [
    target(ON_TIME, 90, { deadline: due('2025-12-31') }),
    target(ON_TIME, 90, { deadline: due('2030-12-31') }),
    target(ON_TIME, 70, { status: 'result' }),
    target(ON_TIME, 95, { deadline: due('2025-12-31') }),
  ];
  const [row] = of([plan('a', PHU_THO, own)], { results: true }).indicators;
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
  [{ provinces: [HUE], base: [PHU_THO] }, 'a b'],
  [{ years: [2023], base: [PHU_THO] }, 'a'],
  [{ years: [2026], base: [PHU_THO] }, 'a c'],
  [{ years: [2026], base: [HUE] }, 'b c'],
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
    base: [LAM_DONG],
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
  expect(codes(of([plan('a', HUE, [district('2025-12-31')])], { years: [2030], base: [PHU_THO] }))).toEqual([]);
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
  const [row] = of(plans, { base: [PHU_THO] }).indicators;
  expect(row?.cells.map(({ document, difference, against, ahead }) => [document, difference, against, ahead])).toEqual([
    ['a', undefined, undefined, undefined],
    ['b', 2.3, 'a#t1', true],
    ['c', -10, 'a#t1', undefined],
    // A department's figure is not held against a province's.
    ['d', undefined, undefined, undefined],
  ]);
  expect(of(plans.slice(0, 1), { base: [PHU_THO] }).indicators[0]?.cells[0]?.ahead).toBeUndefined();
});

test('a result is neither ahead nor different', () => {
  const reached = target('hài lòng', 99, { ...SATISFIED, status: 'result' });
  const plans = [plan('a', PHU_THO, [target('hài lòng', 90, SATISFIED)]), plan('b', HUE, [reached])];
  const [row] = of(plans, { base: [PHU_THO], results: true }).indicators;
  expect(row?.cells.map(({ value, ahead, difference }) => [value, ahead, difference])).toEqual([
    [90, undefined, undefined],
    [99, undefined, undefined],
  ]);
  const without = of(plans, { base: [PHU_THO] });
  expect(figures(without)).toEqual([['Mức độ hài lòng', 'a 90 2025']]);
  expect(without.warnings.map(({ message }) => message)).toEqual(['Not compared: 1 result (--results).']);
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
  const satisfied = of(plans, { base: [PHU_THO] }).indicators.find(
    ({ code, unit, level }) => code !== null && unit === '%' && level === null,
  );
  expect(satisfied?.missing?.map(({ document, reason, similar }) => `${document} ${reason} ${similar}`)).toEqual([
    'b other-unit b#t1',
    'c other-level c#t1',
    'd result-only d#t1',
    'e no-figure e#t1',
  ]);
  expect(satisfied?.missing?.[0]?.quote).toBe('8point hài lòng');
});

test('what is written passes its schema', () => {
  const compared = of(PLANS, { base: [PHU_THO] });
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
  [true, 'society.income-per-head', { unit: 'VND/người/tháng' }, { unit: 'VND/người/năm' }],
  [true, 'society.poverty-rate', { unit: 'pp', direction: 'decrease-by' }, { direction: 'decrease-by' }],
  [false, 'society.poverty-rate', { unit: 'pp', direction: 'reach' }, { direction: 'reach' }],
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

test('an income a month stands beside one a year, and is not subtracted from it', () => {
  const said = (unit: string, value: number) =>
    target('thu nhập', { value, unit }, { indicator: { text: 'thu nhập', code: 'society.income-per-head' } });
  const plans = [plan('a', PHU_THO, [said('VND/người/năm', 60e6)]), plan('b', HUE, [said('VND/người/tháng', 6e6)])];
  const [row] = comparePlans(loadKnowledge(), plans, { pipelines: [SOCIETY], base: [PHU_THO] }).indicators;
  expect(row?.cells.map(({ unit, difference, ahead }) => [unit, difference, ahead])).toEqual([
    ['VND/người/năm', undefined, undefined],
    ['VND/người/tháng', undefined, undefined],
  ]);
});

test('a row of several units has the one that says least', () => {
  const said = (unit: string) =>
    target('thu nhập', { value: 5, unit }, { indicator: { text: 'thu nhập', code: 'society.income-per-head' } });
  const plans = [plan('a', PHU_THO, [said('VND/người/năm')]), plan('b', HUE, [said('VND')])];
  expect(comparePlans(loadKnowledge(), plans, { pipelines: [SOCIETY] }).indicators.map(({ unit }) => unit)).toEqual([
    'VND',
  ]);
});

test('why figures are missing is told however many plans there are', () => {
  const other = target('tỷ lệ hồ sơ sớm hạn của người dân', 90, { area: 'outcomes' });
  const plans = (count: number) =>
    Array.from({ length: count }, (_, i) =>
      plan(`p${i}`, i === 0 ? PHU_THO : HUE, [
        i === 0
          ? target('tỷ lệ hồ sơ sớm hạn của dân', 90)
          : { ...other, indicator: { text: `${other.indicator.text} ${i}`, code: null } },
      ]),
    );
  const missing = (count: number) =>
    comparePlans(loadKnowledge(), plans(count), { pipelines: [], base: [PHU_THO] }).indicators.find(({ cells }) =>
      cells.some(({ document }) => document === 'p0'),
    )?.missing;
  expect(missing(100)?.map(({ reason }) => reason)).toEqual(Array.from({ length: 99 }, () => 'other-words'));
  expect(missing(301)?.length).toBe(300);
});

const AT = (year: number) => ({ ...SATISFIED, deadline: due(`${year}-12-31`) });
const YEARLY = {
  ...SATISFIED,
  deadline: { ...due('2025-12-31'), type: 'recurring', rrule: 'FREQ=YEARLY', end: null },
} as const;

test('all plans of the base are of the base, those of before 2025 and those of after', () => {
  const { base, documents } = of(
    [
      plan('old', PHU_THO, [target('hài lòng', 90, AT(2025))]),
      plan('new', PHU_THO_NEW, [target('hài lòng', 95, AT(2026))]),
      plan('other', LAM_DONG, [target('hài lòng', 92, AT(2026))]),
      plan('third', HUE, [target('hài lòng', 92, AT(2026))]),
    ],
    { base: [PHU_THO, PHU_THO_NEW], provinces: [LAM_DONG], years: [2026] },
  );
  expect(base).toBe('25');
  expect(documents?.map((one) => `${one.document} ${one.base}`)).toEqual(['new true', 'old true', 'other false']);
});

const HELD: readonly (readonly [what: string, base: Target, other: Target, difference: number | undefined])[] = [
  ['the same year', target('hài lòng', 90, AT(2026)), target('hài lòng', 95, AT(2026)), 5],
  ['another year', target('hài lòng', 90, AT(2025)), target('hài lòng', 95, AT(2026)), undefined],
  ['each year beside one of them', target('hài lòng', 90, YEARLY), target('hài lòng', 95, AT(2023)), 5],
  ['each year beside another', target('hài lòng', 90, YEARLY), target('hài lòng', 95, AT(2030)), undefined],
  [
    'a range, of which no one figure is the target',
    target('hài lòng', 90, AT(2026)),
    target('hài lòng', { value: 92, valueMax: 95 }, AT(2026)),
    undefined,
  ],
];
test.each(HELD)('figures are held against each other where the year is the same: %s', (_, base, other, difference) => {
  const [row] = of([plan('a', PHU_THO, [base]), plan('b', HUE, [other])], { base: [PHU_THO] }).indicators;
  expect(row?.cells[1]?.difference).toBe(difference);
  expect(row?.cells[1]?.ahead).toBe(difference === undefined ? undefined : true);
});

test('a rank among 63 provinces is not held against one among 34', () => {
  const rank = (more = {}) =>
    target(
      'xếp hạng chuyển đổi số',
      { value: 10, unit: 'rank' },
      { ...AT(2026), indicator: { text: 'xếp hạng chuyển đổi số', code: null }, ...more },
    );
  const compared = (province: typeof HUE | typeof LAM_DONG) =>
    of([plan('a', PHU_THO_NEW, [rank()]), plan('b', province, [rank()])], { base: [PHU_THO_NEW] }).indicators[0]
      ?.cells[1];
  expect(compared(LAM_DONG)?.difference).toBe(0);
  expect(compared(HUE)?.difference).toBeUndefined();
});

test('the base is never ahead of itself, nor held against itself', () => {
  const plans = [
    plan('a', PHU_THO, [target('hài lòng', 90, AT(2025))]),
    plan('b', PHU_THO, [target('hài lòng', 95, AT(2025))]),
  ];
  const [row] = of(plans, { base: [PHU_THO] }).indicators;
  expect(row?.cells.map(({ ahead, difference }) => [ahead, difference])).toEqual([
    [undefined, undefined],
    [undefined, undefined],
  ]);
});

test('what a central body sets stands by itself, the newest of several, with how far it is from the base', () => {
  const central = (id: string, value: number, issuedOn: string) =>
    plan(id, null, [target('hài lòng', value, AT(2025))], { level: 'central', issuedOn });
  const [row] = of(
    [
      plan('a', PHU_THO, [target('hài lòng', 90, AT(2025))]),
      plan('b', HUE, [target('hài lòng', 85, AT(2025))]),
      central('c', 80, '2021-07-15'),
      central('d', 95, '2022-07-15'),
    ],
    { base: [PHU_THO] },
  ).indicators;
  expect(row?.national).toMatchObject({ document: 'd', value: 95, difference: 5, against: 'a#t1' });
  expect(row?.cells.map(({ document, ahead }) => [document, ahead])).toEqual([
    ['a', true],
    ['b', undefined],
    ['c', undefined],
  ]);
});

test('documents that are no plans are left out, and said to be', () => {
  const plans = [
    plan('a', PHU_THO, [target('hài lòng', 90, SATISFIED)]),
    plan('b', HUE, [target('hài lòng', 85, SATISFIED)], { form: 'directive' }),
  ];
  const without = of(plans);
  expect(without.documents?.map(({ document }) => document)).toEqual(['a']);
  expect(without.warnings.map(({ message }) => message)).toEqual(['Not compared: 1 document that is no plan (--all).']);
  const all = of(plans, { all: true });
  expect(all.documents?.map(({ document }) => document)).toEqual(['a', 'b']);
  expect(all.warnings).toEqual([]);
});

test('of three provinces and more, the rank of each and how the figures lie', () => {
  const rate = (id: string, name: string, value: number, more = {}) =>
    plan(id, { ...HUE, name, code: id }, [target('hài lòng', value, AT(2026))], more);
  const [row] = of(
    [
      plan('a', PHU_THO, [target('hài lòng', 90, AT(2026))]),
      rate('b', 'B', 80),
      rate('c', 'C', 95),
      rate('d', 'D', 85),
      // An older plan of one of them is not counted beside the newer one.
      rate('e', 'D', 10, { issuedOn: '2010-01-01' }),
      rate('f', 'F', 50, { level: 'department' }),
    ].map((one) =>
      one.header.issuedOn === null ? { ...one, header: { ...one.header, issuedOn: '2026-01-01' } } : one,
    ),
  ).indicators;
  expect(row?.cells.map(({ document, rank }) => [document, rank?.place, rank?.of])).toEqual([
    ['a', 2, 4],
    ['b', 4, 4],
    ['c', 1, 4],
    ['d', 3, 4],
    ['e', undefined, undefined],
    ['f', undefined, undefined],
  ]);
  expect(row?.spread).toEqual([
    {
      year: 2026,
      unit: '%',
      level: 'province',
      provinces: 4,
      lowerQuartile: 83.75,
      median: 87.5,
      upperQuartile: 91.25,
    },
  ]);
});

test('what is due each year is ranked once', () => {
  const yearly = (id: string, name: string, value: number) =>
    plan(id, { ...HUE, name, code: id }, [target('hài lòng', value, YEARLY)]);
  const [row] = of([yearly('a', 'A', 90), yearly('b', 'B', 80), yearly('c', 'C', 95)]).indicators;
  expect(row?.spread?.map(({ year, median }) => [year, median])).toEqual([[2025, 90]]);
});

test('each province is summed up: its measures by area, and how it stands', () => {
  const { provinces } = of(
    [
      plan('a', PHU_THO, [target('hài lòng', 90, SATISFIED), target(ON_TIME, 90)]),
      plan('a2', PHU_THO_NEW, [target('hài lòng', 95, SATISFIED)]),
      plan('b', HUE, [target('hài lòng', 95, SATISFIED)]),
      plan('c', LAM_DONG, [target('hài lòng', 80, SATISFIED)]),
      plan('d', LAM_DONG, [], { level: 'department', issuer: { code: 'so-y-te', name: 'Sở Y tế' } }),
    ],
    { base: [PHU_THO, PHU_THO_NEW] },
  );
  expect(provinces).toEqual([
    {
      name: 'Phú Thọ',
      base: true,
      areas: { procedures: 1, outcomes: 1 },
      measures: 2,
      ambition: { shared: 1, ahead: 0, level: 0, behind: 1 },
    },
    {
      name: 'Lâm Đồng',
      base: false,
      areas: { outcomes: 1 },
      measures: 1,
      ambition: { shared: 1, ahead: 0, level: 0, behind: 1 },
    },
    {
      name: 'Thừa Thiên Huế',
      base: false,
      areas: { outcomes: 1 },
      measures: 1,
      ambition: { shared: 1, ahead: 1, level: 0, behind: 0 },
    },
    {
      name: 'Lâm Đồng, Sở Y tế',
      base: false,
      areas: {},
      measures: 0,
      ambition: { shared: 0, ahead: 0, level: 0, behind: 0 },
    },
  ]);
});

test('bodies of the country are summed up behind the provinces, with what they set', () => {
  const central = { level: 'central', issuer: { code: 'thu-tuong', name: 'Thủ tướng Chính phủ' } } as const;
  const aim = target('hài lòng', 95, SATISFIED);
  const { provinces } = of(
    [plan('a', PHU_THO, [aim]), plan('b', null, [aim, target(ON_TIME, 90), target('xã có điện', 9)], central)],
    { base: [PHU_THO] },
  );
  expect(provinces?.map(({ name, measures, central: country }) => [name, measures, country])).toEqual([
    ['Phú Thọ', 1, undefined],
    ['Thủ tướng Chính phủ', 3, true],
  ]);
});

test('an area is where the catalogue puts a measure, else the section of the plan', () => {
  const plans = [
    plan('a', PHU_THO, [
      target('hài lòng', 95, { ...SATISFIED, area: 'procedures' }),
      target(ON_TIME, 90, { area: 'outcomes' }),
      target('xã có điện', 9, { area: 'procedures' }),
    ]),
  ];
  expect(of(plans, { areas: ['outcomes'] }).indicators.map(({ label }) => label)).toEqual(['Mức độ hài lòng', ON_TIME]);
});

test('what a plan allots to a part of its territory or to a body is no figure of its own', () => {
  const allottedTo = { name: 'huyện Hải An', level: 'district', code: null } as const;
  const compared = of([
    plan('a', PHU_THO, [target('hài lòng', 90, SATISFIED), target('hài lòng', 70, { ...SATISFIED, allottedTo })]),
    plan('b', HUE, [target('hài lòng', 80, SATISFIED)]),
  ]);
  expect(figures(compared)).toEqual([['Mức độ hài lòng', 'a 90 2025', 'b 80 2025']]);
});

test('two figures of one plan for one year are doubtful, those of different years are not', () => {
  const code = { text: 'a', code: 'a' };
  const one = (value: number, year: number) => target('a', value, { indicator: code, deadline: due(`${year}-12-31`) });
  const { indicators } = comparePlans(
    loadKnowledge(),
    [plan('a', PHU_THO, [one(80, 2025), one(100, 2025), one(60, 2024)]), plan('b', HUE, [one(70, 2025)])],
    { pipelines: [], base: [PHU_THO] },
  );
  expect(indicators[0]?.cells.map(({ value, sure }) => [value, sure])).toEqual([
    [80, 0.7],
    [100, 0.7],
    [60, 1],
    [70, 1],
  ]);
});

test('of several years of a central plan, the country is shown in the year of the base', () => {
  const code = { text: 'a', code: 'a' };
  const one = (value: number, year: number) => target('a', value, { indicator: code, deadline: due(`${year}-12-31`) });
  const { indicators } = comparePlans(
    loadKnowledge(),
    [plan('a', PHU_THO, [one(80, 2030)]), plan('c', null, [one(95, 2027), one(99, 2030)], { level: 'central' })],
    { pipelines: [], base: [PHU_THO] },
  );
  expect(indicators[0]?.national).toMatchObject({ value: 99, difference: 19 });
});

test('the growth of half a year is not that of the year', () => {
  const code = { text: 'a', code: 'economy.grdp-growth' };
  const growth = (value: number, end: string) =>
    target('a', value, { indicator: code, deadline: { ...due(end), type: 'during' } });
  const { indicators } = comparePlans(
    loadKnowledge(),
    [plan('a', PHU_THO, [growth(8, '2025-12-31')]), plan('b', HUE, [growth(5, '2025-06-30'), growth(7, '2025-12-31')])],
    { pipelines: BUILT_IN, base: [PHU_THO] },
  );
  expect(indicators.map(({ label, cells }) => [label.slice(-6), cells.map(({ value }) => value)])).toEqual([
    ['(GRDP)', [8, 7]],
    ['(30/6)', [5]],
  ]);
});

test('the guests of nine months are not those of the year, a share of nine months is', () => {
  const due9 = { ...due('2025-09-30'), type: 'during' as const };
  const guests = { text: 'a', code: 'economy.tourists' };
  const cover = { text: 'b', code: 'environment.forest-cover' };
  const { indicators } = comparePlans(
    loadKnowledge(),
    [
      plan('a', PHU_THO, [
        target('a', { value: 5, unit: 'lượt' }, { indicator: guests }),
        target('b', 40, { indicator: cover }),
      ]),
      plan('b', HUE, [
        target('a', { value: 3, unit: 'lượt' }, { indicator: guests, deadline: due9 }),
        target('b', 50, { indicator: cover, deadline: due9 }),
      ]),
    ],
    { pipelines: BUILT_IN, base: [PHU_THO] },
  );
  expect(indicators.map(({ code, label, cells }) => [code, label.slice(-6), cells.length])).toEqual([
    ['economy.tourists', 'u lịch', 1],
    ['economy.tourists', '(30/9)', 1],
    ['environment.forest-cover', 'ủ rừng', 2],
  ]);
});
