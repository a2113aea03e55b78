import { expect, test } from 'vitest';
import { codeOfMeasure } from '../../src/catalogue/indicator-code.ts';
import { type Measured, measureRead, openMeasure } from '../../src/catalogue/measure-read.ts';
import { isApart, mayBeNamed, type NearMiss, nearMiss } from '../../src/catalogue/near.ts';
import { loadKnowledge } from '../../src/knowledge/knowledge.ts';
import { Indicator, type Pipeline } from '../../src/model/pipeline.ts';

const knowledge = loadKnowledge();
const indicator = (code: string, more: Partial<Indicator>): Indicator =>
  Indicator.parse({
    ...{ code, label: { vi: code, en: code }, area: 'own', unit: '%', better: 'higher', all: [['lớp học']], ...more },
  });
const pipeline: Pipeline = {
  ...{ name: 'own', version: '1.0.0', topic: null, match: { title: [], text: [], textAtLeast: 3 }, areas: [] },
  indicators: [
    indicator('own.wanted', { all: [['lớp học'], ['ngoài trời', 'sân trường']], none: ['mùa đông'] }),
    indicator('own.longer', { all: [['lớp học ngoài trời có mái che']] }),
    indicator('own.alike', { all: [['lớp học'], ['sân trường']], none: ['mái che'] }),
    indicator('own.mean', { all: [['phòng đọc']], change: 'yearly', mean: true }),
    indicator('own.grown', { all: [['vườn trường']], change: 'yearly' }),
  ],
};

const measured = (text: string, more: Partial<Measured> = {}): Measured => ({
  ...{ indicator: { text }, area: null, quantity: { unit: '%' }, direction: 'reach', kind: 'quantified' },
  source: { quote: text },
  ...more,
});

type Case = [text: string, why: NearMiss['why'] | 'taken' | 'far', of?: Partial<Measured>, code?: string];
const CASES: Case[] = [
  ['tỷ lệ lớp học ngoài trời', 'taken'],
  ['tỷ lệ phòng họp ngoài trời', 'far'],
  ['tỷ lệ lớp học buổi tối', 'words'],
  ['tỷ lệ lớp học ngoài trời', 'unit', { quantity: { unit: 'lớp' } }],
  ['tỷ lệ lớp học buổi tối', 'far', { quantity: { unit: 'lớp' } }],
  ['tỷ lệ lớp học ngoài trời', 'change', { direction: 'increase-by' }],
  ['tốc độ tăng số lớp học ngoài trời', 'change'],
  ['tỷ lệ lớp học ngoài trời mùa đông', 'none'],
  ['tỷ lệ lớp học ngoài trời của học sinh nữ', 'narrower'],
  ['tỷ lệ lớp học ngoài trời có mái che', 'other-code'],
  ['tỷ lệ lớp học ở sân trường', 'tie'],
  ['tỷ lệ tăng trưởng của vườn trường', 'taken', { quantity: { unit: '%' } }, 'own.grown'],
  ['vườn trường xanh', 'change', {}, 'own.grown'],
  ['tỷ lệ tăng của phòng đọc', 'mean', {}, 'own.mean'],
  ['tỷ lệ có đèn trong tổng số lớp học ngoài trời', 'base'],
  [
    'lớp học ngoài trời: Có đèn',
    'heading',
    { source: { quote: 'Có đèn' }, indicator: { text: 'lớp học ngoài trời: Có đèn', under: ['lớp học ngoài trời'] } },
  ],
];

test.each(CASES)('%s: %s', (text, why, more, code = 'own.wanted') => {
  const read = measureRead(knowledge, measured(text, more ?? {}));
  if (read === null) throw new Error('no measure');
  const open = openMeasure(knowledge, read);
  const isTaken = codeOfMeasure(knowledge, [pipeline], open)?.code === code;
  const miss = nearMiss(knowledge, pipeline, code)(open);
  expect(isTaken ? 'taken' : miss === 'far' ? 'far' : miss?.why).toBe(why);
  if (isTaken) expect(isApart(miss)).toBe(false);
  // What may have a code is never passed over.
  if (isTaken) expect(mayBeNamed(knowledge, pipeline)(read)).toBe(true);
});

test('a measure without any words of a pipeline is told quickly', () => {
  const may = mayBeNamed(knowledge, pipeline);
  const of = (text: string): boolean => may(measureRead(knowledge, measured(text)) ?? never());
  expect(['tỷ lệ lớp học', 'tỷ lệ hộ nghèo'].map(of)).toEqual([true, false]);
});

function never(): never {
  throw new Error('no measure');
}
