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
