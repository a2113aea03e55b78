import { expect, test } from 'vitest';
import { binary } from '../../../src/read/doc/binary.ts';
import { CODE, changes, last, onOff } from '../../../src/read/doc/properties.ts';

const word = (value: number): number[] => [value & 0xff, value >> 8];
const TABS = 0xc615;
const BOLD = [...word(CODE.bold), 1];
const listed = (...bytes: number[]) => changes(binary(Uint8Array.from(bytes)));

test('a change knows how long its operand is', () => {
  const list = listed(...BOLD, ...word(CODE.fontAscii), ...word(7), ...word(CODE.listLevel), 2);
  expect(list.map(({ code }) => code)).toEqual([CODE.bold, CODE.fontAscii, CODE.listLevel]);
  expect(onOff(list, CODE.bold)).toBe(true);
  expect(last(list, CODE.fontAscii)?.u16(0)).toBe(7);
  expect(last(list, CODE.listLevel)?.u8(0)).toBe(2);
});

const row = [...word(CODE.tableRow), ...word(5), 9, 9, 9, 9];
const few = [...word(TABS), 3, 0, 0, 0];
/** Two tabs taken away (four bytes each), three set (three bytes each): more than the byte of length can say. */
const many = [...word(TABS), 255, 2, ...Array<number>(8).fill(1), 3, ...Array<number>(9).fill(1)];
test.each([
  ['the definition of a row', row],
  ['a few tabs', few],
  ['tabs whose length stands in themselves', many],
])('what follows %s is found', (_, bytes) => {
  expect(onOff(listed(...bytes, ...BOLD), CODE.bold)).toBe(true);
});

test('a list that is cut short ends there', () => {
  expect(listed(...BOLD, 0x35).map(({ code }) => code)).toEqual([CODE.bold]);
});

test.each([
  [0, false],
  [1, true],
  [0x80, undefined],
  [0x81, true],
])('on or off, stored as %d: %s', (value, state) => {
  expect(onOff(listed(...word(CODE.bold), value), CODE.bold)).toBe(state);
});
