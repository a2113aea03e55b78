import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyCorrections } from '../../src/corrections/lay.ts';
import { correctionOf } from '../../src/corrections/make.ts';
import { Correction, type CorrectionDraft } from '../../src/model/correction.ts';
import type { PlanRecord, Quantity, Target } from '../../src/model/record.ts';
import { corrections, lay, readPlan, targetOf, withTarget } from './make.ts';

const PLAN = await readPlan();
const quantified = PLAN.record.targets.filter(({ quantity }) => quantity !== null);
const [FIRST, SECOND] = quantified;
if (FIRST === undefined || SECOND === undefined || FIRST.quantity === null)
  throw new Error('the fixture has no targets');
const KEY = FIRST.key;
const FIGURE = FIRST.quantity;
const bytes = (record: PlanRecord): string => JSON.stringify(record, null, 2);
const withFigure = (target: Target, change: Partial<Quantity>): Target => ({
  ...target,
  quantity: target.quantity === null ? null : { ...target.quantity, ...change },
});

test('nothing said changes nothing', () => {
  expect(bytes(lay(PLAN, []).record)).toBe(bytes(PLAN.record));
});

test('a corrected field is laid over, with who and when, and nothing else changes', () => {
  const { record, states } = lay(
    PLAN,
    corrections(PLAN, { act: 'correct', key: KEY, field: 'quantity.value', value: 77 }),
  );
  expect(states).toEqual([{ id: '00000001', state: 'laid', record: FIRST.id, superseded: false, rules: FIGURE.value }]);
  const target = targetOf(record, KEY);
  expect(target).toEqual({
    ...withFigure(FIRST, { value: 77 }),
    reviewed: { at: '2026-11-30T08:00:00Z', by: 'Lan', fields: ['quantity.value'] },
  });
  expect(record.targets.filter(({ key }) => key !== KEY)).toEqual(PLAN.record.targets.filter(({ key }) => key !== KEY));
});

test('what is confirmed is sure', () => {
  const { record, states } = lay(
    PLAN,
    corrections(PLAN, { act: 'confirm', key: KEY }, { act: 'confirm', key: 'header' }),
  );
  expect(states.map(({ state, record: of }) => [state, of])).toEqual([
    ['laid', FIRST.id],
    ['laid', 'header'],
  ]);
  expect(targetOf(record, KEY)).toMatchObject({ confidence: 1, reviewed: { by: 'Lan', fields: [] } });
  expect(record.document.reviewed).toMatchObject({ by: 'Lan', fields: [] });
});

test('the later of two that say one field holds; taken back, the earlier holds again', () => {
  const entries = corrections(
    PLAN,
    { act: 'correct', key: KEY, field: 'quantity.value', value: 77 },
    { act: 'correct', key: KEY, field: 'quantity.value', value: 78 },
  );
  const { record, states } = lay(PLAN, entries);
  expect(targetOf(record, KEY).quantity?.value).toBe(78);
  expect(states.map(({ superseded }) => superseded)).toEqual([true, false]);
  expect(targetOf(lay(PLAN, entries.slice(0, 1)).record, KEY).quantity?.value).toBe(77);
});

test('header, agencies, deadline and code: what hangs on them is set too', () => {
  const lead = { role: 'lead', code: 'so-y-te', name: 'Sở Y tế', text: 'Sở Y tế', basis: 'explicit' };
  const { record } = lay(
    PLAN,
    corrections(
      PLAN,
      { act: 'correct', key: 'header', field: 'number', value: '9/KH-UBND' },
      {
        act: 'correct',
        key: 'header',
        field: 'province',
        value: { code: '01', iso: 'VN-HN', name: 'Hà Nội', set: 63 },
      },
      { act: 'correct', key: KEY, field: 'agencies', value: [lead] },
      { act: 'correct', key: KEY, field: 'deadline', value: null },
      { act: 'correct', key: KEY, field: 'indicator.code', value: 'x.y' },
      { act: 'correct', key: KEY, field: 'quantity', value: null },
    ),
  );
  expect(record.document).toMatchObject({ number: '9/KH-UBND', province: { code: '01', basis: 'header' } });
  expect(record.document.id).toBe(PLAN.record.document.id);
  const target = targetOf(record, KEY);
  expect(target.agencies).toEqual([{ ...lead, source: FIRST.source }]);
  expect(target).toMatchObject({ deadline: null, kind: 'qualitative', quantity: null, indicator: { code: 'x.y' } });
  expect(target.indicator).not.toHaveProperty('match');
});

test('a record is added where its words stand, with an id and a key of its own', () => {
  const { start, end } = FIRST.source;
  const value = {
    indicator: { text: 'việc khác' },
    quantity: { comparator: '=', value: 5, valueMax: null, unit: 'nhóm', text: '5' },
  };
  const entries = corrections(
    PLAN,
    { act: 'add', kind: 'target', start: start + 1, end: end - 1, value },
    { act: 'add', kind: 'task', start, end, value: { text: 'việc phải làm' } },
  );
  const { record, states } = lay(PLAN, entries);
  const at = record.targets.findIndex(({ id }) => id === states[0]?.record);
  expect(record.targets[at]).toMatchObject({
    confidence: 1,
    path: FIRST.path,
    kind: 'quantified',
    key: entries[0]?.key,
  });
  expect(record.targets[at - 1]?.id).toBe(FIRST.id);
  expect(record.targets.filter((_, i) => i !== at)).toEqual(PLAN.record.targets);
  expect(record.tasks).toHaveLength(PLAN.record.tasks.length + 1);
  // And is corrected as any other.
  const key = entries[0]?.key ?? '';
  const more = correctionOf(
    { ...PLAN, entries },
    { act: 'correct', key, field: 'quantity.value', value: 6 },
    { id: 'abcdef12', at: '2026-11-30T09:00:00Z', by: 'Minh', rules: 'r1' },
  );
  expect(targetOf(lay(PLAN, [...entries, more]).record, key)).toMatchObject({
    quantity: { value: 6 },
    reviewed: { by: 'Minh' },
  });
});

test('a deleted record goes; where the rules no longer make it they agree', () => {
  const entries = corrections(PLAN, { act: 'delete', key: KEY }, { act: 'confirm', key: SECOND.key });
  const { record, states } = lay(PLAN, entries);
  expect(record.targets.map(({ key }) => key)).toEqual(
    PLAN.record.targets.flatMap(({ key }) => (key === KEY ? [] : [key])),
  );
  expect(states[0]).toMatchObject({ state: 'laid' });
  const without = withTarget(PLAN, KEY, () => undefined);
  expect(lay(without, entries).states[0]).toMatchObject({ state: 'agrees', record: null });
});

const CHANGED: [now: string, value: number, state: string, laid: number][] = [
  ['as before', FIGURE.value, 'laid', 77],
  ['as the person', 77, 'agrees', 77],
  ['a third thing', 66, 'disagrees', 77],
];
test.each(CHANGED)('rules that read %s (%d): %s', (_, value, state, laid) => {
  const entries = corrections(PLAN, { act: 'correct', key: KEY, field: 'quantity.value', value: 77 });
  const other = withTarget(PLAN, KEY, (target) => withFigure(target, { value }));
  const { record, states } = lay(other, entries);
  expect(states[0]).toMatchObject({ state, rules: value });
  expect(targetOf(record, KEY)).toMatchObject({ quantity: { value: laid }, reviewed: { fields: ['quantity.value'] } });
  expect(targetOf(record, KEY).reviewed?.agrees).toEqual(state === 'agrees' ? ['quantity.value'] : undefined);
  expect(targetOf(record, KEY).reviewed?.disagrees).toEqual(state === 'disagrees' ? ['quantity.value'] : undefined);
  expect(record.warnings.some(({ code }) => code === 'correction-disputed')).toBe(state === 'disagrees');
});

test('what was confirmed is kept where the rules change their mind, but not over a field that was corrected', () => {
  const entries = corrections(
    PLAN,
    { act: 'correct', key: KEY, field: 'quantity.value', value: 77 },
    { act: 'confirm', key: KEY },
  );
  const other = withTarget(PLAN, KEY, (target) => ({
    ...withFigure(target, { value: 77, unit: 'kg' }),
    direction: 'keep',
  }));
  const { record, states } = lay(other, entries);
  expect(states.map(({ state }) => state)).toEqual(['agrees', 'disagrees']);
  expect(targetOf(record, KEY)).toMatchObject({
    direction: FIRST.direction,
    confidence: 1,
    reviewed: { fields: ['quantity.value'], agrees: ['quantity.value'], disagrees: ['direction', 'quantity.unit'] },
  });
});

test('a record that the rules key anew is found by its words', () => {
  const entries = corrections(PLAN, { act: 'correct', key: KEY, field: 'quantity.value', value: 77 });
  const rekeyed = withTarget(PLAN, KEY, (target) => ({ ...target, key: 't-ffffffffffffffff' }));
  expect(targetOf(lay(rekeyed, entries).record, 't-ffffffffffffffff').quantity?.value).toBe(77);
  const wider = withTarget(rekeyed, 't-ffffffffffffffff', (target) => {
    const end = target.source.end + 2;
    return { ...target, source: { ...target.source, end, quote: PLAN.text.slice(target.source.start, end) } };
  });
  expect(lay(wider, entries).states[0]).toMatchObject({ state: 'laid' });
});

test('of records of one key, that with the words is meant, also where one was put before it', () => {
  const twin = (target: Target, key: string): Target => ({ ...target, key });
  const stem = 't-aaaaaaaaaaaaaaaa';
  const both = withTarget(
    withTarget(PLAN, KEY, (one) => twin(one, stem)),
    SECOND.key,
    (one) => twin(one, `${stem}-2`),
  );
  const entries = corrections(both, { act: 'correct', key: `${stem}-2`, field: 'quantity.value', value: 77 });
  const moved = withTarget(
    withTarget(PLAN, KEY, (one) => twin(one, `${stem}-2`)),
    SECOND.key,
    (one) => twin(one, stem),
  );
  const { record } = lay(moved, entries);
  expect(targetOf(record, stem).quantity?.value).toBe(77);
  expect(targetOf(record, `${stem}-2`).quantity?.value).toBe(FIGURE.value);
  // The one that was meant is gone: the other is not taken for it.
  const left = {
    ...both,
    record: { ...both.record, targets: both.record.targets.filter(({ key }) => key !== `${stem}-2`) },
  };
  expect(lay(left, entries).states[0]?.state).toBe('lost');
  expect(lay(left, entries).record.warnings.at(-1)).toMatchObject({ code: 'correction-lost' });
});

test('a new version of the document: what moved is found, what says something else now is lost', async () => {
  const entries = corrections(
    PLAN,
    { act: 'correct', key: KEY, field: 'quantity.value', value: 77 },
    { act: 'confirm', key: SECOND.key },
    { act: 'correct', key: 'header', field: 'title', value: 'KẾ HOẠCH khác' },
    {
      act: 'add',
      kind: 'target',
      start: SECOND.source.start,
      end: SECOND.source.end - 3,
      value: { indicator: { text: 'x' }, quantity: null },
    },
  );
  const moved = await readPlan((html) =>
    html.replace('<body>', '<body><p>Bản có sửa chữa của Văn phòng, phát hành lần hai.</p>'),
  );
  expect(moved.text).not.toBe(PLAN.text);
  const laid = lay(moved, entries);
  expect(laid.states.slice(0, 3).map(({ state }) => state)).toEqual(['laid', 'laid', 'laid']);
  for (const { source } of laid.record.targets) expect(moved.text.slice(source.start, source.end)).toBe(source.quote);
});

test('a figure that a new version of the document states anew is not what a person spoke of', async () => {
  const once = quantified.find(
    ({ quantity }) => /\d/u.test(quantity?.text ?? '') && PLAN.text.split(quantity?.text ?? '').length === 2,
  );
  const key = once?.key ?? '';
  const figure = once?.quantity?.text ?? '';
  const entries = corrections(
    PLAN,
    { act: 'correct', key, field: 'quantity.value', value: 77 },
    { act: 'confirm', key },
  );
  const restated = await readPlan((html) => html.replace(figure, figure.replace(/\d+/u, '61')));
  const now = restated.record.targets.find((one) => one.key === key);
  expect(now?.quantity?.value).toBe(61);
  const { record, states } = lay(restated, entries);
  expect(states).toMatchObject([
    { state: 'lost', record: now?.id },
    { state: 'lost', record: now?.id },
  ]);
  expect(targetOf(record, key)).toEqual(now);
});

test.each<[string, CorrectionDraft, RegExp]>([
  ['no such record', { act: 'confirm', key: 't-0' }, /has the key t-0/u],
  ['no such field', { act: 'correct', key: KEY, field: 'id', value: 'x' }, /has no field id/u],
  ['no number', { act: 'correct', key: KEY, field: 'quantity.value', value: '35' }, /quantity\.value: /u],
  ['no such day', { act: 'correct', key: 'header', field: 'issuedOn', value: '2026-02-30' }, /issuedOn: /u],
  ['an empty measure', { act: 'correct', key: KEY, field: 'indicator.text', value: '  ' }, /indicator\.text: /u],
  ['a range upside down', { act: 'correct', key: KEY, field: 'quantity.valueMax', value: -1 }, /upper end/u],
  [
    'a time upside down',
    { act: 'correct', key: 'header', field: 'period', value: { start: '2026-01-01', end: '2025-01-01' } },
    /ends before/u,
  ],
  ['no words', { act: 'add', kind: 'target', start: 5, end: 5, value: {} }, /No words/u],
  ['beyond the text', { act: 'add', kind: 'target', start: 0, end: 1e9, value: {} }, /No words/u],
  ['the header deleted', { act: 'delete', key: 'header' }, /cannot be deleted/u],
])('%s is refused', (_, draft, says) => {
  expect(() => corrections(PLAN, draft)).toThrow(
    expect.objectContaining({ code: 'correction-refused', message: expect.stringMatching(says) }),
  );
});

test('a part of what a person said is not there has no place to stand', () => {
  const none = corrections(PLAN, { act: 'correct', key: KEY, field: 'quantity', value: null });
  const unit: CorrectionDraft = { act: 'correct', key: KEY, field: 'quantity.unit', value: 'xã' };
  const made = { id: 'b'.repeat(12), at: '2026-11-30T08:00:00.000Z', by: 'Lan', rules: 'test' };
  const document = { record: PLAN.record, text: PLAN.text, entries: none };
  expect(() => correctionOf(document, unit, made)).toThrow(/whole figure/u);
  // Brought by hand, it is lost, and the record is one.
  const { states, record } = lay(PLAN, [...none, ...corrections(PLAN, unit).map((one) => ({ ...one, id: made.id }))]);
  expect(states.map(({ state }) => state)).toEqual(['laid', 'lost']);
  expect(targetOf(record, KEY).quantity).toBeNull();
  const figure: CorrectionDraft = { act: 'correct', key: KEY, field: 'quantity', value: { ...FIGURE, unit: 'thôn' } };
  const again = correctionOf(document, figure, { ...made, id: 'c'.repeat(12) });
  expect(() => correctionOf({ ...document, entries: [...none, again] }, unit, made)).not.toThrow();
});

const item = fc.constantFrom(...PLAN.record.targets, ...PLAN.record.tasks);
const drafts = fc.array(
  fc.oneof(
    fc.record({ act: fc.constant('confirm' as const), key: item.map(({ key }) => key) }),
    fc.record({ act: fc.constant('delete' as const), key: item.map(({ key }) => key) }),
    fc.record({
      act: fc.constant('correct' as const),
      key: fc.constantFrom(...quantified.map(({ key }) => key)),
      field: fc.constant('quantity'),
      value: fc.record({
        ...{ comparator: fc.constantFrom('=', '>='), value: fc.integer(), valueMax: fc.constant(null) },
        ...{ unit: fc.constant('%'), text: fc.constant('x') },
      }),
    }),
    fc.record({
      act: fc.constant('correct' as const),
      key: fc.constant('header'),
      field: fc.constantFrom('number', 'title'),
      value: fc.string({ minLength: 1 }).map((text) => `x${text}`),
    }),
    item.chain(({ source }) =>
      fc.record({
        act: fc.constant('add' as const),
        kind: fc.constant('target' as const),
        start: fc.constant(source.start),
        end: fc.integer({ min: source.start + 3, max: source.end + 30 }),
        value: fc.constant({ indicator: { text: 'thêm' }, quantity: null }),
      }),
    ),
  ),
  { maxLength: 8 },
);
const plain = (record: PlanRecord): unknown =>
  JSON.parse(JSON.stringify(record, (name, value) => (name === 'reviewed' ? undefined : value)));

test('whatever is said: a record comes of it, twice is once, in a file it is the same, ids stay apart, and undone it is as it was', () => {
  const before = bytes(PLAN.record);
  fc.assert(
    fc.property(drafts, (said) => {
      const entries = corrections(PLAN, ...said);
      const once = lay(PLAN, entries);
      expect(plain(applyCorrections(once.record, PLAN.text, entries).record)).toEqual(plain(once.record));
      const kept = entries.map((entry) => Correction.parse(JSON.parse(JSON.stringify(entry))));
      expect(bytes(lay(PLAN, kept).record)).toBe(bytes(once.record));
      const ids = [...once.record.targets, ...once.record.tasks].map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(once.states).toHaveLength(entries.length);
      expect(bytes(PLAN.record)).toBe(before);
      expect(bytes(lay(PLAN, []).record)).toBe(before);
    }),
    { numRuns: 400 },
  );
});
