import { expect, test } from 'vitest';
import { changedOf, draftsOf } from '../../../../src/shell/page/review/records/typed.ts';
import {
  codeOf,
  deadlineFrom,
  isDay,
  typedDay,
  typedNumber,
} from '../../../../src/shell/page/review/records/values.ts';

test.each([
  ['35', 35],
  [' 1.250,5 ', 1250.5],
  ['1,250.5', 1250.5],
  ['1.250.000', 1250000],
  ['98,5', 98.5],
  ['98.5', 98.5],
  ['0,125', 0.125],
  ['−4,13', -4.13],
  ['12 500', 12500],
  // Thousands in one language, a fraction in the other: asked again.
  ['1.250', undefined],
  ['1,250', undefined],
  ['35%', undefined],
  ['', undefined],
])('a typed number: %s', (typed, value) => {
  expect(typedNumber(typed)).toBe(value);
});

test.each([
  ['5/5/2021', '2021-05-05'],
  ['05-12-2021', '2021-12-05'],
  ['2021-05-05', '2021-05-05'],
  ['31/6/2021', undefined],
  ['2021', undefined],
])('a typed day: %s', (typed, day) => {
  expect(typedDay(typed)).toBe(day);
});

test('days that no calendar has are none', () => {
  expect([isDay('2024-02-29'), isDay('2023-02-29'), isDay('2023-13-01')]).toEqual([true, false, false]);
});

test.each([
  ['đến năm 2027', { type: 'by', start: null, end: '2027-12-31', exclusive: false }],
  ['trước ngày 30/9/2026', { type: 'by', start: null, end: '2026-09-30', exclusive: true }],
  ['Trong năm 2026', { type: 'during', start: '2026-01-01', end: '2026-12-31' }],
  ['theo lộ trình', { type: 'by', start: null, end: null }],
])('a deadline of marked words: %s', (words, told) => {
  expect(deadlineFrom(words)).toMatchObject({ text: words, basis: 'explicit', ...told });
});

test('a body that no table knows has a code of its letters', () => {
  expect(codeOf('Sở Công Thương (Đắk Lắk)')).toBe('so-cong-thuong-dak-lak');
});

test('only what was changed is corrected, of a figure each part by itself', () => {
  const quantity = { comparator: '=', value: 35, valueMax: null, unit: '%', text: '35%' };
  const of = { indicator: { text: 'a', code: null }, quantity, baseline: null };
  const typed = {
    values: { 'indicator.text': 'a', baseline: 'so với 2020', quantity: { ...quantity, comparator: '>=', value: 40 } },
    faults: {},
  };
  expect(changedOf(of, typed)).toEqual(['baseline', 'quantity']);
  expect(draftsOf('k', of, typed, ' vì thế ')).toEqual([
    { act: 'correct', key: 'k', field: 'baseline', value: 'so với 2020', why: 'vì thế' },
    { act: 'correct', key: 'k', field: 'quantity.comparator', value: '>=', why: 'vì thế' },
    { act: 'correct', key: 'k', field: 'quantity.value', value: 40, why: 'vì thế' },
  ]);
  const none = { values: { quantity: null }, faults: {} };
  expect(draftsOf('k', of, none, '')).toEqual([{ act: 'correct', key: 'k', field: 'quantity', value: null }]);
});
