import { expect, test } from 'vitest';
import { comparePlans } from '../../src/compare/compare.ts';
import type { ComparedPlan } from '../../src/compare/plans.ts';
import { loadKnowledge } from '../../src/knowledge/knowledge.ts';
import type { Target } from '../../src/model/record.ts';
import { due, HUE, PHU_THO, PHU_THO_NEW, plan, target } from './make.ts';

const changes = (...plans: readonly ComparedPlan[]): readonly string[] =>
  comparePlans(loadKnowledge(), plans, { pipelines: [], base: [PHU_THO, PHU_THO_NEW] }).indicators.flatMap(
    ({ cells }) =>
      cells.flatMap(({ document, change }) =>
        change === undefined ? [] : [`${document} ${change.kind} ${change.from ?? change.beside}`],
      ),
  );
const first = (...targets: readonly Target[]) => plan('a', PHU_THO, targets, { issuedOn: '2021-05-05' });
const then = (...targets: readonly Target[]) => plan('b', PHU_THO_NEW, targets, { issuedOn: '2026-01-05' });
const onTime = (value: number, year: number, unit = '%') =>
  target('hồ sơ giải quyết đúng hạn', { value, unit }, { deadline: due(`${year}-12-31`) });
const PAID = target('thanh toán trực tuyến', 60);

const COURSES: readonly (readonly [what: string, changes: readonly string[], plans: readonly ComparedPlan[]])[] = [
  ['raised', ['b raised a#t1'], [first(onTime(90, 2025)), then(onTime(95, 2026))]],
  ['lowered', ['b lowered a#t1'], [first(onTime(90, 2025)), then(onTime(80, 2026))]],
  ['kept, whichever was read first', ['b kept a#t1'], [then(onTime(90, 2026)), first(onTime(90, 2025))]],
  [
    'the first figure of the later plan goes on from the last of the earlier',
    ['b raised a#t2'],
    [first(onTime(70, 2022), onTime(90, 2025)), then(onTime(95, 2026), onTime(99, 2030))],
  ],
  ['new and dropped between plans about one topic', ['a dropped b', 'b new a'], [first(onTime(90, 2025)), then(PAID)]],
  ['another unit is no change', [], [first(onTime(90, 2025)), then(onTime(9, 2026, 'point'))]],
  [
    'in other words it is neither new nor dropped',
    [],
    [
      first(target('tỷ lệ hồ sơ trước hạn của người dân nộp tại bộ phận một cửa', 90)),
      then(target('hồ sơ nộp trực tuyến tại bộ phận một cửa của người dân, doanh nghiệp', 95)),
    ],
  ],
];
test.each(COURSES)('%s', (_, wanted, plans) => {
  expect(changes(...plans)).toEqual(wanted);
});

test('plans of two provinces, of two levels and a report between them are no course', () => {
  const other = plan('b', HUE, [onTime(95, 2026)], { issuedOn: '2026-01-05' });
  const department = plan('c', PHU_THO, [onTime(95, 2026)], { issuedOn: '2026-01-05', level: 'department' });
  const report = plan('d', PHU_THO, [onTime(95, 2026)], { issuedOn: '2026-01-05', form: 'report' });
  expect(changes(first(onTime(90, 2025)), other, department, report)).toEqual([]);
});

test('plans about two topics have what both measure in one course, and drop nothing', () => {
  const society = { ...then(onTime(95, 2026), PAID).header, topic: 'socio-economic' };
  const plans = [
    first(onTime(90, 2025), target('cơ quan có trang thông tin', 100)),
    { ...then(onTime(95, 2026), PAID), header: society },
  ];
  expect(changes(...plans)).toEqual(['b raised a#t1']);
});
