import { expect, test } from 'vitest';
import { loadKnowledge } from '../../src/knowledge/knowledge.ts';
import { currencies, isMoney, moneyOf } from '../../src/language/money.ts';

const knowledge = loadKnowledge();

test.each<[unit: string, currency: string, word: string, per: string]>([
  ['VND', 'VND', 'đồng', ''],
  ['VND/người/năm', 'VND', 'đồng', '/người/năm'],
  ['USD', 'USD', 'USD', ''],
  ['USD/người', 'USD', 'USD', '/người'],
])('%s is money: %s, "%s", "%s"', (unit, currency, word, per) => {
  expect(moneyOf(knowledge, unit)).toEqual({ currency, word, per });
});

test.each(['', '%', 'rank', 'ha', 'tấn', 'đồng', 'lượt VND', 'người/VND', 'VNDX'])('%j is no money', (unit) => {
  expect(isMoney(knowledge, unit)).toBe(false);
});

test('the currencies are those of the table', () => {
  expect(currencies(knowledge)).toEqual(['VND', 'USD']);
});
