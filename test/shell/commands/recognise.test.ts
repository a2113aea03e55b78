import { expect, test } from 'vitest';
import { kehoach } from '../program.ts';

test('a sentence from arguments, quoted or not, with the year that it stands in', async () => {
  const words = ['Trước', 'ngày 30/6 đạt', '90%'];
  const { code, out, err } = await kehoach(['recognise', ...words, '--year', '2026']);
  expect([code, err]).toEqual([0, '']);
  expect(out).toMatch(/^Trước ngày 30\/6 đạt 90%\n1─+ +2──\n/u);
  expect(out).toContain('by 2026-06-30 ("Trước ngày 30/6", explicit) by deadline.day-in-digits');
});

test('several sentences from standard input, as JSON', async () => {
  const { code, out } = await kehoach(['recognise', '-', '--format', 'json'], {
    input: 'Có 20 xã đạt chuẩn.\nRừng đạt 39%.\n',
  });
  expect(code).toBe(0);
  const { text, year, mentions, targets, unused } = JSON.parse(out);
  expect([text, year, unused]).toEqual(['Có 20 xã đạt chuẩn.\nRừng đạt 39%.', null, []]);
  expect(mentions).toMatchObject([
    { kind: 'quantity', rule: 'quantity.count', start: 3, end: 8, text: '20 xã', value: { value: 20, unit: 'xã' } },
    { kind: 'quantity', rule: 'quantity.percent', text: '39%' },
  ]);
  expect(targets).toMatchObject([
    { quantity: { value: 20 }, rules: { quantity: 'quantity.count', deadline: null, agencies: [] } },
    { quantity: { value: 39 }, rules: { quantity: 'quantity.percent' } },
  ]);
});

const WRONG: [args: string[], input: string | Uint8Array, says: RegExp][] = [
  [[' '], '', /there is no text\. Give a sentence/u],
  [['-'], Uint8Array.of(0xc3, 0x28), /no text in UTF-8/u],
];
test.each(WRONG)('a wrong call ends with 2 and says why: %j', async (args, input, says) => {
  const { code, out, err } = await kehoach(['recognise', ...args], { input });
  expect([code, out]).toEqual([2, '']);
  expect(err).toMatch(says);
});
