import { expect, test } from 'vitest';
import { type ComparedPlan, countOnce } from '../../src/compare/plans.ts';
import { countAlikeOnce } from '../../src/compare/same-text.ts';
import { HUE, PHU_THO, plan, target } from './make.ts';

const said = (...values: readonly number[]) => values.map((value, i) => target(`tỷ lệ hồ sơ loại ${i + 1}`, value));
const FIVE = said(90, 91, 92, 93, 94);
const coded = (text: string, code: string, value = 95) => target(text, value, { indicator: { text, code } });
const NUMBERED = { number: '12/KH-UBND', issuedOn: '2021-02-03' };
const counted = (...plans: readonly ComparedPlan[]) =>
  countAlikeOnce(countOnce(plans)).map(({ header, others }) => [header.id, ...others].join(' '));

test('a text without a number is the plan that states the same', () => {
  expect(counted(plan('a', PHU_THO, FIVE), plan('b', PHU_THO, FIVE, NUMBERED), plan('c', PHU_THO, FIVE))).toEqual([
    'a b c',
  ]);
  expect(counted(plan('a', PHU_THO, FIVE), plan('b', PHU_THO, [...FIVE, target('thêm', 1)], NUMBERED))).toEqual([
    'b a',
  ]);
});

const HALL = { code: 'so-van-hoa', name: 'Sở Văn hóa' };
/** The same figures in the words of somebody who tells of the plan. */
const RETOLD = [90, 91, 92, 93, 94].map((value, i) =>
  target(`phấn đấu các hồ sơ loại ${i + 1} theo tỷ lệ đã giao`, value),
);

test.each<[string, ComparedPlan, ComparedPlan]>([
  ['other words around the figures', plan('b', PHU_THO, FIVE), plan('c', PHU_THO, RETOLD, { form: 'news' })],
  ['only one text tells its body', plan('b', PHU_THO, FIVE), plan('c', PHU_THO, FIVE, { issuer: null })],
  ['only one text tells its time', plan('b', PHU_THO, FIVE), plan('c', PHU_THO, FIVE, { period: null })],
  [
    'one code, other words',
    plan('b', PHU_THO, [...said(90, 91, 92, 93), coded('hồ sơ trả trước hạn', 'a.b')]),
    plan('c', PHU_THO, [...said(90, 91, 92, 93), coded('giải quyết nhanh', 'a.b')]),
  ],
])('alike: %s', (_, b, c) => {
  expect(counted(b, c)).toEqual(['b c']);
});

test.each([
  ['another body', plan('b', PHU_THO, FIVE), plan('c', PHU_THO, FIVE, { issuer: HALL })],
  [
    'neither body nor time is told by both',
    plan('b', PHU_THO, FIVE, { issuer: null }),
    plan('c', PHU_THO, FIVE, { period: null }),
  ],
  [
    'the same figures of other measures',
    plan('b', PHU_THO, FIVE),
    plan(
      'c',
      PHU_THO,
      [90, 91, 92, 93, 94].map((value) => target(`xã đạt chuẩn mức ${value}`, value)),
    ),
  ],
  [
    'other codes, the same words',
    plan(
      'b',
      PHU_THO,
      [90, 91, 92, 93, 94].map((value) => coded('hồ sơ', 'a.b', value)),
    ),
    plan(
      'c',
      PHU_THO,
      [90, 91, 92, 93, 94].map((value) => coded('hồ sơ', 'a.c', value)),
    ),
  ],
  [
    'two numbers are two plans',
    plan('b', PHU_THO, FIVE, NUMBERED),
    plan('c', PHU_THO, FIVE, { ...NUMBERED, number: '13/KH-UBND' }),
  ],
  ['another province', plan('b', PHU_THO, FIVE), plan('c', HUE, FIVE)],
  [
    'another time',
    plan('b', PHU_THO, FIVE),
    plan('c', PHU_THO, FIVE, { period: { start: '2026-01-01', end: '2030-12-31' } }),
  ],
  ['other figures', plan('b', PHU_THO, FIVE), plan('c', PHU_THO, said(90, 91, 92, 70, 71))],
  ['too little to tell', plan('b', PHU_THO, said(90, 91)), plan('c', PHU_THO, said(90, 91))],
])('not alike: %s', (_, b, c) => {
  expect(counted(b, c)).toEqual(['b', 'c']);
});
