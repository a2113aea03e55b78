import { expect, test } from 'vitest';
import {
  evidenceOf,
  isDamaged,
  OF_DUTY_ELSEWHERE,
  OF_WORDS,
  ofCell,
  ofDuty,
  ofFigure,
  ofRow,
} from '../../../src/extract/record/confidence.ts';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import { FigureEvidence } from '../../../src/knowledge/load.ts';
import type { Quantity, Target } from '../../../src/model/record.ts';

type Facts = { unit?: string; status?: Target['status']; text?: string; code?: string };
const figure = ({ unit = 'xã', status = 'target', text = 'xã trồng quế', code }: Facts = {}) => ({
  quantity: { comparator: '=', value: 1, valueMax: null, unit, text: '1' } satisfies Quantity,
  status,
  indicator: { text, code: code ?? null },
});

const LONG = 'hộ '.repeat(20);
test.each([
  [{}, []],
  [{ unit: '%' }, ['share']],
  [{ unit: 'rank' }, ['share']],
  [{ unit: '%/năm' }, ['share']],
  [{ code: 'rural.ocop' }, ['coded']],
  [{ status: 'result' }, ['result']],
  [{ text: 'xã' }, ['few']],
  [{ text: '' }, ['few']],
  [{ text: LONG }, ['many']],
  [{ text: 'Lúa xuân: diện tích gieo' }, ['parted']],
  [{ text: 'xã trồng quế, hồi' }, []],
  [{ text: 'rừng (quế, hồi) trồng mới' }, ['parted']],
  [{ text: 'thu phí % dự toán' }, ['parted']],
] as [Facts, FigureEvidence[]][])('evidence of %j', (facts, evidence) => {
  expect([...evidenceOf(figure(facts), false)]).toEqual(evidence);
  expect([...evidenceOf(figure(facts), true)]).toEqual([...evidence, 'damaged']);
});

test('letters that were guessed damage a document, what was struck does not', () => {
  expect(isDamaged([{ code: 'symbols-lost' }])).toBe(true);
  expect(isDamaged([{ code: 'struck-text' }])).toBe(false);
});

test('the table decides, whatever it says', () => {
  const none = Object.fromEntries(FigureEvidence.options.map((one) => [one, 0])) as Record<FigureEvidence, number>;
  const confidence = { start: 0, weights: { ...none, share: Math.log(3), coded: Math.log(100) } };
  expect(ofFigure({ confidence }, figure(), false)).toBe(0.5);
  expect(ofFigure({ confidence }, figure({ unit: '%' }), false)).toBe(0.75);
  expect(ofFigure({ confidence }, figure({ unit: '%', code: 'rural.ocop' }), false)).toBe(0.99);
});

test('a figure with a code is surer than one without, and one of a damaged document less sure', () => {
  const sure = (facts: Facts, damaged = false): number => ofFigure(loadKnowledge(), figure(facts), damaged);
  expect(sure({ code: 'rural.ocop' })).toBeGreaterThan(sure({}));
  expect(sure({}, true)).toBeLessThan(sure({}));
  expect(sure({ text: 'xã' })).toBeLessThan(sure({}));
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
