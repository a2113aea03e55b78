import { expect, test } from 'vitest';
import { countOnce } from '../../src/compare/plans.ts';
import { HUE, PHU_THO, PHU_THO_NEW, plan, target } from './make.ts';

const ISSUED = { number: '1782/KH-UBND', issuedOn: '2021-05-05' };
const few = [target('hồ sơ đúng hạn', 90)];
const more = [...few, target('hồ sơ trực tuyến', 70)];
const counted = (...plans: Parameters<typeof countOnce>[0]) =>
  countOnce(plans).map(({ header, others }) => [header.id, ...others]);

test('the form in which more was found stands for the plan', () => {
  expect(counted(plan('a-html', PHU_THO, few, ISSUED), plan('b-pdf', PHU_THO, more, ISSUED))).toEqual([
    ['b-pdf', 'a-html'],
  ]);
});

test('the plan itself comes before news about it, whatever was found', () => {
  const news = plan('a-news', PHU_THO, more, { ...ISSUED, form: 'news' });
  expect(counted(news, plan('b-plan', PHU_THO, few, ISSUED))).toEqual([['b-plan', 'a-news']]);
});

test.each([
  ['another province', plan('b', HUE, few, ISSUED)],
  ['the same name after the merger', plan('b', PHU_THO_NEW, few, ISSUED)],
  ['another date', plan('b', PHU_THO, few, { ...ISSUED, issuedOn: '2022-05-05' })],
  ['another number', plan('b', PHU_THO, few, { ...ISSUED, number: '1783/KH-UBND' })],
  ['another issuer', plan('b', PHU_THO, few, { ...ISSUED, issuer: { code: 'so-noi-vu', name: 'Sở Nội vụ' } })],
])('%s makes another plan', (_, other) => {
  expect(counted(plan('a', PHU_THO, few, ISSUED), other)).toEqual([['a'], ['b']]);
});

test('plans without number or date stand for themselves', () => {
  expect(counted(plan('a', PHU_THO, few), plan('b', PHU_THO, few))).toEqual([['a'], ['b']]);
});
