import { expect, test } from 'vitest';
import { binary } from '../../../src/read/doc/binary.ts';
import { CODE, changes } from '../../../src/read/doc/properties.ts';
import { runProperties } from '../../../src/read/doc/styles.ts';

const word = (value: number): number[] => [value & 0xff, value >> 8];

test.each([
  ['a line through it', [...word(CODE.struck), 1], '<w:strike w:val="1"/>'],
  ['none', [...word(CODE.struck), 0], '<w:strike w:val="0"/>'],
  ['as in its style', [...word(CODE.struck), 0x80], ''],
  ['not as in its style', [...word(CODE.struck), 0x81], '<w:strike w:val="1"/>'],
  ['two lines', [...word(CODE.doubleStruck), 1], '<w:dstrike w:val="1"/>'],
  ['raised', [...word(CODE.script), 1], '<w:vertAlign w:val="superscript"/>'],
  ['lowered', [...word(CODE.script), 2], '<w:vertAlign w:val="subscript"/>'],
  ['lifted by four points', [...word(CODE.position), ...word(8)], '<w:position w:val="8"/>'],
  ['lowered by one', [...word(CODE.position), ...word(0xfffe)], '<w:position w:val="-2"/>'],
])('of a run: %s', (_, bytes, written) => {
  expect(runProperties(changes(binary(Uint8Array.from(bytes))), [])).toBe(written);
});
