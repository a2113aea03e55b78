import { expect, test } from 'vitest';
import { GENERAL } from '../../src/index.ts';
import { recogniseText, type TextRecognition } from '../../src/shell/recognise.ts';

const seen = (text: string, year: number | null = null): TextRecognition =>
  recogniseText(text, year, { pipelines: [GENERAL], pipeline: 'auto' });

/** Each mention as it stands in the text, by its rule. */
const found = ({ text, mentions }: TextRecognition): string[] =>
  mentions.map(({ rule, start, end }) => `${rule}: ${text.slice(start, end)}`);

test('mentions with their rules, a target with those that made it, figures with why they are in none', () => {
  const one = seen(
    'Trong quý II/2025 xóa 15 nhiệm vụ, trên 90% hồ sơ đúng hạn, Sở Nội vụ chủ trì, phối hợp với Sở Tài chính.',
  );
  expect(found(one)).toEqual([
    'deadline.quarter: Trong quý II/2025',
    'quantity.percent: trên 90%',
    'agency.named: Sở Nội vụ',
    'agency.named: Sở Tài chính',
  ]);
  expect(one.targets).toMatchObject([
    {
      quantity: { comparator: '>', value: 90, unit: '%' },
      deadline: { start: '2025-04-01', end: '2025-06-30' },
      rules: { quantity: 'quantity.percent', deadline: 'deadline.quarter', agencies: ['agency.named', 'agency.named'] },
    },
  ]);
  expect(one.unused).toEqual([
    { start: one.text.indexOf('15'), figure: '15', reason: expect.stringContaining('no rule') },
  ]);
});

test('what stands first and is short is no title', () => {
  const { targets, unused } = seen('Trước ngày 30/6 đạt 90%', 2026);
  expect(targets).toMatchObject([
    { quantity: { value: 90 }, source: { quote: '90%' }, deadline: { end: '2026-06-30' } },
  ]);
  expect(unused).toEqual([]);
});

test('every quote stands where its source says', () => {
  const text =
    'Sở Nội vụ chủ trì, trong năm 2025 có 20 xã đạt chuẩn.\n- Tỷ lệ che phủ rừng đạt 39%, Sở Tài chính phối hợp.';
  const one = seen(text);
  const sources = one.targets.flatMap(({ source, agencies }) => [source, ...agencies.map((agency) => agency.source)]);
  expect(sources.length).toBeGreaterThan(2);
  for (const { quote, start, end } of sources) expect(one.text.slice(start, end)).toBe(quote);
});

test('of several figures each has the rule of its own', () => {
  // The quote of the second holds the first as well.
  const { targets } = seen('Có 20 xã đạt chuẩn, tăng 5% so với năm 2023.');
  expect(targets.map(({ quantity, rules }) => [quantity?.value, rules.quantity])).toEqual([
    [20, 'quantity.count'],
    [5, 'quantity.percent'],
  ]);
});

test('the year completes times that have none, and is the period of what has no time', () => {
  const text = '- Trước ngày 30/6 có 90% hồ sơ đúng hạn.\n- Có 20 xã đạt chuẩn.';
  const [dated, undated] = seen(text, 2026).targets;
  expect([dated?.deadline?.end, dated?.rules.deadline]).toEqual(['2026-06-30', 'deadline.day-in-digits']);
  // No mention tells it.
  expect([undated?.deadline?.end, undated?.deadline?.basis, undated?.rules.deadline]).toEqual([
    '2026-12-31',
    'plan-period',
    null,
  ]);
  expect(seen(text).targets.map(({ deadline }) => deadline)).toEqual([null, null]);
});

test('a time that a line above says is told by its rule all the same', () => {
  const { targets } = seen(
    '1. Đến năm 2025:\n- Tỷ lệ che phủ rừng đạt 39%.\n2. Đến năm 2030:\n- Tỷ lệ che phủ rừng đạt 42%.',
  );
  expect(targets.map(({ deadline, rules }) => [deadline?.end, deadline?.basis, rules.deadline])).toEqual([
    ['2025-12-31', 'inherited', 'deadline.year'],
    ['2030-12-31', 'inherited', 'deadline.year'],
  ]);
});

const SHORT: [text: string, mentions: string[]][] = [
  ['90%', ['quantity.percent: 90%']],
  ['trong quý II/2025', ['deadline.quarter: trong quý II/2025']],
  // It looks like a web page and is none.
  ['<b>hồ sơ: 90%</b>', ['quantity.percent: 90%']],
  ['điểm b khoản 2 mục I của Kế hoạch này', ['inner.steps: điểm b khoản 2 mục I của Kế hoạch này']],
  ['đúng hạn', []],
  ['---', []],
];
test.each(SHORT)('as short as "%s"', (text, mentions) => {
  expect(found(seen(text))).toEqual(mentions);
});

test('offsets are of the text in NFC without surplus spaces', () => {
  const one = seen('Phấn  đấu  trên 90%'.normalize('NFD'));
  expect(one.text).toBe('Phấn đấu trên 90%');
  expect(found(one)).toEqual(['quantity.percent: trên 90%']);
});

test('a pipeline that nobody knows is refused', () => {
  expect(() => recogniseText('90%', null, { pipelines: [GENERAL], pipeline: 'none' })).toThrow(
    /No pipeline is called/u,
  );
});
