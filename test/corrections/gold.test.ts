import { expect, test } from 'vitest';
import { goldOf, notReviewed } from '../../src/corrections/gold.ts';
import { countStates, waysCorrected } from '../../src/corrections/ways.ts';
import type { CorrectionDraft } from '../../src/model/correction.ts';
import { corrections, lay, readPlan } from './make.ts';

const PLAN = await readPlan();
const all = [...PLAN.record.targets, ...PLAN.record.tasks];
const confirmAll: CorrectionDraft[] = ['header', ...all.map(({ key }) => key)].map((key) => ({ act: 'confirm', key }));
const KEY = PLAN.record.targets.find(({ quantity }) => quantity !== null)?.key ?? '';

test('a document is gold where all of it was reviewed, and says what is missing', () => {
  const { targets, tasks } = PLAN.record;
  expect(notReviewed(PLAN.record, [])).toEqual([
    'the header was not reviewed',
    `${targets.length} of ${targets.length} targets were not reviewed`,
    `${tasks.length} of ${tasks.length} tasks were not reviewed`,
  ]);
  const whole = lay(PLAN, corrections(PLAN, ...confirmAll));
  expect(notReviewed(whole.record, whole.states)).toEqual([]);
  expect(
    notReviewed(
      whole.record,
      whole.states.map((one, i) => (i === 0 ? { ...one, state: 'lost' } : one)),
    ),
  ).toEqual(['1 correction has lost what they speak of']);
});

test('gold tells what a person vouched for, and nothing else', () => {
  const { record } = lay(
    PLAN,
    corrections(PLAN, ...confirmAll, { act: 'correct', key: KEY, field: 'area', value: 'steering' }),
  );
  const { document, targets, tasks } = goldOf(record);
  expect(document).toMatchObject({ number: '1782/KH-UBND', province: { code: '25', name: 'Phú Thọ' }, form: 'plan' });
  expect(targets).toHaveLength(record.targets.length);
  expect(tasks).toHaveLength(record.tasks.length);
  for (const { quote } of targets) expect(PLAN.text).toContain(quote);
  const at = record.targets.findIndex(({ key }) => key === KEY);
  expect(targets[at]).toMatchObject({ kind: 'quantified', comparator: '=', unit: '%', area: 'steering' });
  expect(targets.filter((one) => 'area' in one || 'levels' in one || 'path' in one)).toHaveLength(1);
});

test('the ways of correcting are counted, the most frequent first', () => {
  const keys = PLAN.record.targets.filter(({ quantity }) => quantity !== null).map(({ key }) => key);
  const [a = '', b = '', c = ''] = keys;
  const entries = corrections(
    PLAN,
    { act: 'correct', key: a, field: 'quantity.value', value: 1 },
    { act: 'correct', key: a, field: 'direction', value: 'keep' },
    { act: 'correct', key: b, field: 'direction', value: 'keep' },
    { act: 'correct', key: c, field: 'quantity.value', value: 2 },
    { act: 'correct', key: b, field: 'quantity.value', value: 3 },
    { act: 'delete', key: keys[3] ?? '' },
    { act: 'confirm', key: b },
  );
  const { states } = lay(PLAN, entries);
  const told = entries.map((correction, i) => {
    const now = states[i];
    if (now === undefined) throw new Error('no state');
    return { document: 'd', correction, now };
  });
  expect(
    waysCorrected(told).map(({ kind, act, field, was, value, corrections: n }) => [kind, act, field, was, value, n]),
  ).toEqual([
    ['target', 'correct', 'quantity.value', '', '', 3],
    ['target', 'correct', 'direction', 'reach', 'keep', 2],
    ['target', 'delete', '', '', '', 1],
  ]);
  expect(countStates(states)).toEqual({ laid: 7, agrees: 0, disagrees: 0, lost: 0 });
});
