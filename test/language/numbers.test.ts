import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadKnowledge } from '../../src/knowledge/knowledge.ts';
import { viNumber, wordNumber } from '../../src/language/numbers.ts';

const DIGITS: [written: string, value: number | undefined][] = [
  ['05', 5],
  ['1.234,5', 1234.5],
  ['1.250', 1250],
  ['2.961', 2961],
  ['10,5', 10.5],
  ['0,7', 0.7],
  ['8.5', 8.5],
  ['1,250,000', 1250000],
  ['7.500.000', 7500000],
  ['1,250', 1.25],
  // A comma before a point can only part thousands; three digits behind that point tell nothing.
  ['1,250.5', 1250.5],
  ['45,500.75', 45500.75],
  ['2,500.000', undefined],
  ['0,250.5', undefined],
  ['1.25.3', undefined],
  ['12.3456', undefined],
  ['2.0.1', undefined],
  ['15 000 000', 15000000],
  ['10^6', 1000000],
  ['10⁶', 1000000],
  ['10¹²', 1000000000000],
  ['10^99', undefined],
  ['000', undefined],
  ['', undefined],
];
test.each(DIGITS)('viNumber(%s)', (written, value) => {
  expect(viNumber(written)).toBe(value);
});

test('multipliers expand exactly', () => {
  expect(viNumber('1,3', 6)).toBe(1300000);
  expect(viNumber('4,35', 9)).toBe(4350000000);
  expect(viNumber('0,1', 3)).toBe(100);
});

const grouped = (whole: number): string => String(whole).replace(/\B(?=(?:\d{3})+$)/gu, '.');

test('a number written with groups and decimals reads back', () => {
  fc.assert(
    fc.property(fc.nat(999_999_999), fc.nat(99), fc.boolean(), (whole, cents, dots) => {
      const written = `${dots ? grouped(whole) : whole},${String(cents).padStart(2, '0')}`;
      expect(viNumber(written)).toBe(Number(`${whole}.${String(cents).padStart(2, '0')}`));
    }),
  );
});

const ONES = ['', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'];
const NAMES = ['', 'nghìn', 'triệu', 'tỷ'];
/** Speaks a group of three digits; `full` where a higher group stands before it. */
function speakGroup(n: number, full: boolean): string[] {
  const [hundreds, tens, ones] = [Math.floor(n / 100), Math.floor(n / 10) % 10, n % 10];
  const words: string[] = [];
  if (hundreds > 0 || full) words.push(hundreds === 0 ? 'không' : (ONES[hundreds] ?? ''), 'trăm');
  if (tens === 0 && ones > 0 && words.length > 0) words.push('linh');
  if (tens === 1) words.push('mười');
  if (tens > 1) words.push(ONES[tens] ?? '', 'mươi');
  if (ones > 0) words.push(tens > 1 && ones === 1 ? 'mốt' : tens > 0 && ones === 5 ? 'lăm' : (ONES[ones] ?? ''));
  return words;
}
function speak(n: number): string {
  const groups: number[] = [];
  for (let rest = n; rest > 0; rest = Math.floor(rest / 1000)) groups.unshift(rest % 1000);
  return groups
    .flatMap((group, i) => (group === 0 ? [] : [...speakGroup(group, i > 0), NAMES[groups.length - 1 - i] ?? '']))
    .filter((word) => word !== '')
    .join(' ');
}

test('a number in words reads back', () => {
  expect(speak(1_000_205)).toBe('một triệu hai trăm linh năm');
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 999_999_999_999 }), (n) => {
      expect(wordNumber(loadKnowledge(), speak(n))).toBe(n);
    }),
    { numRuns: 500 },
  );
});

const WORDS: [written: string, value: number | undefined][] = [
  ['mười hai', 12],
  ['hai mươi tư', 24],
  ['ba trăm nghìn', 300000],
  ['hai triệu rưỡi', 2500000],
  ['một tỷ hai trăm triệu', 1200000000],
  ['Mười lăm', 15],
  ['năm năm', undefined],
  ['mươi', undefined],
  ['trăm', undefined],
  ['nghìn', undefined],
  ['hai ba', undefined],
  ['', undefined],
];
test.each(WORDS)('wordNumber(%s)', (written, value) => {
  expect(wordNumber(loadKnowledge(), written)).toBe(value);
});
