import { expect, test } from 'vitest';
import { comparePlans } from '../../../src/compare/compare.ts';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import { comparisonTables } from '../../../src/shell/terminal/comparison.ts';
import { HUE, LAM_DONG, PHU_THO, plan, target } from '../../compare/make.ts';

const coded = (code: string, value: number) => target(code, value, { indicator: { text: code, code } });

/** Plans of Phú Thọ of ten years, each with the same measure, beside one of Lâm Đồng and one of Huế. */
const MANY = comparePlans(
  loadKnowledge(),
  [
    ...Array.from({ length: 10 }, (_, i) =>
      plan(`p${i}`, PHU_THO, [coded('a', 10 + i), ...(i === 9 ? [coded('own', 5)] : [])], {
        issuedOn: `${2010 + i}-01-01`,
        period: { start: `${2010 + i}-01-01`, end: `${2010 + i}-12-31` },
      }),
    ),
    plan('l', LAM_DONG, [coded('a', 50)]),
    plan('h', HUE, [coded('a', 60)]),
  ],
  { pipelines: [], base: [PHU_THO] },
);

test('of many plans of the base the newest stand in the tables, and the others are counted', () => {
  const table = comparisonTables(MANY, [], { width: 80 });
  expect(table).toContain('19%');
  expect(table).toContain('18%');
  expect(table).not.toContain('17%');
  expect(table).toContain('8 more plans of the base');
  expect(comparisonTables(MANY, [], { width: 80, all: true })).toContain('10%');
});

test('what the base alone states stands behind what others share', () => {
  const table = comparisonTables(MANY, [], { width: 160 });
  expect(table.indexOf('in the base only')).toBeGreaterThan(table.indexOf('60%'));
  expect(table.indexOf('in the base only')).toBeLessThan(table.indexOf('│ own'));
});

test('coverage is told in a line, in the language that is asked for', () => {
  expect(comparisonTables(MANY, [], { width: 160 })).toContain(
    'Measures that each states: Phú Thọ 2; Lâm Đồng 1; Thừa Thiên Huế 1.',
  );
  const vi = comparisonTables(MANY, [], { width: 160, language: 'vi' });
  expect(vi).toContain('Số chỉ tiêu của từng nơi: Phú Thọ 2; Lâm Đồng 1; Thừa Thiên Huế 1.');
  const { provinces = [] } = MANY;
  const country = { ...provinces[1], name: 'Chính phủ', base: false, central: true } as (typeof provinces)[number];
  const apart = comparisonTables({ ...MANY, provinces: [...provinces, country] }, [], { width: 160, language: 'vi' });
  expect(apart).toContain('Thừa Thiên Huế 1.\nTrung ương: Chính phủ 1.');
  expect(vi).toContain('chỉ có ở tỉnh gốc');
  expect(vi).not.toContain('measure');
});

test('what others share stands last, and texts whose province is not told behind the provinces, by their own words', () => {
  const untold = { issuer: null, title: 'Danh sách các dự án nhà ở sẽ được khởi công trong năm tới tại các huyện' };
  const table = comparisonTables(
    comparePlans(
      loadKnowledge(),
      [
        plan('0-untold', null, [coded('b', 1), coded('a', 2)], untold),
        plan('1-hue', HUE, [coded('b', 3), coded('a', 4)]),
        plan('2-own', PHU_THO, [coded('a', 5), coded('own', 6)]),
      ],
      { pipelines: [], base: [PHU_THO] },
    ),
    [],
    { width: 160 },
  );
  const places = ['│ a ', '— in the base only —', '│ own ', '— not in the base —', '│ b '].map((one) =>
    table.indexOf(one),
  );
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(places).not.toContain(-1);
  expect(table).not.toContain('0-untold');
  expect(table.indexOf('Thừa Thiên')).toBeLessThan(table.indexOf('Danh sách'));
});

test('a label that is a whole sentence is cut between words', () => {
  const long = `${'tỷ lệ hồ sơ '.repeat(12)}cuối`;
  const table = comparisonTables(
    comparePlans(loadKnowledge(), [plan('a', PHU_THO, [target(long, 5)])], { pipelines: [] }),
    [],
    { width: 300 },
  );
  expect(table).toMatch(/hồ sơ … +│/u);
  expect(table).not.toContain('cuối');
});

test('plans that came in many files are told in one line', () => {
  const copies = [1, 2, 3, 4].flatMap((n) =>
    ['a', 'b'].map((file) =>
      plan(`${file}${n}`, PHU_THO, [coded('a', n)], { number: `${n}/KH-UBND`, issuedOn: '2021-02-03' }),
    ),
  );
  const told = (plans: typeof copies): string =>
    comparisonTables(comparePlans(loadKnowledge(), plans, { pipelines: [] }), [], { width: 120 });
  expect(told(copies)).toContain('counted-once: 4 plans are in 4 other files too');
  expect(told(copies.slice(0, 6)).match(/counted-once/gu)?.length).toBe(3);
});
