import { expect, test } from 'vitest';
import {
  evidenceOf,
  OF_DUTY_ELSEWHERE,
  OF_WORDS,
  ofCell,
  ofDuty,
  ofFigure,
  ofRow,
} from '../../../src/extract/record/confidence.ts';
import type { Statement } from '../../../src/extract/statements/statement.ts';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import type { SectionRole } from '../../../src/knowledge/word-tables.ts';

const RANGE = { start: 0, end: 1 };
function figure(unit: string, shape: Statement['shape'] = 'measure-first'): Statement {
  const value = { comparator: '=', value: 1, valueMax: null, unit, text: '' } as const;
  const quantity = { kind: 'quantity', rule: 'quantity.count', ...RANGE, text: '1', value } as const;
  return { quantity, quote: RANGE, indicator: '', before: RANGE, own: RANGE, sentence: RANGE, heads: [], shape };
}

/** As docs/confidence.md tells them. */
const FIGURES: [unit: string, role: SectionRole, stated: boolean, shape: Statement['shape'], score: number][] = [
  ['%', 'tasks', false, 'measure-first', 0.55],
  ['rank', 'tasks', false, 'measure-first', 0.55],
  ['%/năm', 'indicators', false, 'figure-first', 0.93],
  ['%', 'aims', false, 'measure-first', 0.5],
  ['%', 'situation', false, 'measure-first', 0.5],
  ['%', 'tasks', true, 'measure-first', 0.79],
  ['mô hình', 'tasks', false, 'measure-first', 0.4],
  ['mô hình', 'objectives', false, 'measure-first', 0.55],
  ['mô hình', 'other', false, 'measure-first', 0.4],
  ['VND', 'aims', false, 'measure-first', 0.35],
  ['mô hình', 'tasks', true, 'measure-first', 0.74],
  ['mô hình', 'objectives', true, 'measure-first', 0.74],
  ['%', 'indicators', true, 'measure-first', 0.99],
  ['%', 'tasks', false, 'figure-alone', 0.25],
  ['mô hình', 'other', false, 'figure-alone', 0.1],
];
test.each(FIGURES)(
  'evidence of a figure of %s in %s (deadline of its own: %s, %s): %d',
  (unit, role, stated, shape, score) => {
    expect(evidenceOf(figure(unit, shape), role, stated)).toBe(score);
  },
);

test.each([
  ['indicators', true, 'measure-first', 0.93],
  ['indicators', false, 'figure-first', 0.93],
  ['tasks', true, 'measure-first', 0.76],
  ['tasks', false, 'measure-first', 0.54],
  ['aims', false, 'measure-first', 0.54],
  ['tasks', false, 'figure-alone', 0.18],
] as const)('a share in %s (deadline of its own: %s, %s) was right in %d', (role, stated, shape, right) => {
  expect(ofFigure(loadKnowledge(), figure('%', shape), role, stated)).toBe(right);
});

test('the table decides, whatever it says', () => {
  const confidence = [
    { from: 0, right: 0.2 },
    { from: 0.55, right: 0.5 },
  ];
  expect(ofFigure({ confidence }, figure('%'), 'tasks', false)).toBe(0.5);
  expect(ofFigure({ confidence }, figure('%'), 'aims', false)).toBe(0.2);
});

test('cells, rows, duties and items in words', () => {
  expect([ofCell(true), ofCell(false), OF_WORDS, OF_DUTY_ELSEWHERE, ofDuty(true), ofDuty(false)]).toEqual([
    0.85, 0.65, 0.75, 0.7, 0.92, 0.88,
  ]);
  const bare = { leads: false, number: false, deadline: false };
  expect([
    ofRow(bare),
    ofRow({ ...bare, leads: true }),
    ofRow({ ...bare, number: true }),
    ofRow({ ...bare, deadline: true }),
    ofRow({ leads: true, number: true, deadline: true }),
  ]).toEqual([0.5, 0.77, 0.6, 0.62, 0.99]);
});
