import { expect, test } from 'vitest';
import { DEFAULT_LIMITS } from '../../src/model/block.ts';
import { checkSize, megabytes } from '../../src/read/size.ts';

test.each([
  [0, 'file-empty'],
  [11, 'file-too-large'],
])('%d bytes: %s', (length, code) => {
  expect(() => checkSize(new Uint8Array(length), { ...DEFAULT_LIMITS, maxBytes: 10 })).toThrow(
    expect.objectContaining({ code }),
  );
});

test('what fits passes', () => {
  expect(() => checkSize(new Uint8Array(10), { ...DEFAULT_LIMITS, maxBytes: 10 })).not.toThrow();
  expect(megabytes(13_107_200)).toBe('12.5 MB');
});
