import { expect, test } from 'vitest';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import { LETTERS } from '../../../src/read/encoding/codes.ts';
import { vpsLetters } from '../../../src/read/encoding/vps.ts';

test('VPS has every small letter, and no code twice', () => {
  const small = LETTERS.filter((letter) => letter === letter.toLowerCase());
  expect(small.filter((letter) => ![...vpsLetters(loadKnowledge()).values()].includes(letter))).toEqual([]);
  expect(new Set(vpsLetters(loadKnowledge()).values()).size).toBe(vpsLetters(loadKnowledge()).size);
});
