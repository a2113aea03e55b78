import { expect, test } from 'vitest';
import { isGrouped, senseOf } from '../../../src/read/scan/number-sense.ts';

const CELL = { alone: true, grouped: true };
const SENTENCE = { alone: false, grouped: true };

test.each([
  ['0.61', '0,61'],
  ['(0.5%)', '(0,5%)'],
  ['82.938.5', '82.938,5'],
  ['1.250.75;', '1.250,75;'],
  ['10-0.5%', '10-0,5%'],
  // Nobody can tell, or hardly.
  ['49.80', '49,80?'],
  ['≥8.2', '≥8,2?'],
  ['7.5%', '7,5%?'],
  ['2.7759.045', '2.7759.045?'],
  ['55.8377', '55.8377?'],
  ['8:635.367', null],
])('%s in a sentence: %s', (text, told) => {
  const sense = senseOf(text, SENTENCE);
  expect(sense === undefined ? null : `${sense.text}${sense.doubtful ? '?' : ''}`).toBe(told);
});

test.each([
  ['025', '025?'],
  ['95721', '95721?'],
  ['1525', '1525?'],
  ['19.20', '19,20?'],
  // must stay silent
  ['2025', null],
  ['1.2', null],
  ['5', null],
  ['8,5', null],
  ['1.250.000', null],
])('%s in a cell: %s', (text, told) => {
  const sense = senseOf(text, CELL);
  expect(sense === undefined ? null : `${sense.text}${sense.doubtful ? '?' : ''}`).toBe(told);
});

test.each([
  '15.12.2025',
  '12.2025',
  '1.2.10',
  '7:30',
  '1:2.000',
  '0912.345.678',
  '1,250,000',
  '05',
  '12345',
  'KH98',
  '3/4',
])('leaves %s', (text) => {
  expect(senseOf(text, SENTENCE)).toBeUndefined();
});

test('numbers are grouped by points before each three digits', () => {
  expect(['1.250', '(12.500,5%)', '1250', '1.25'].map(isGrouped)).toEqual([true, true, false, false]);
});
