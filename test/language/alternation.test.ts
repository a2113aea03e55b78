import { expect, test } from 'vitest';
import { alternation } from '../../src/language/alternation.ts';

test.each([
  ['what several begin with is written once', ['sở', 'số', 'sổ'], 's(?:ở|ố|ổ)'],
  ['a phrase before its own beginning', ['sở\\s+tài', 'sở', 'bộ'], 'sở(?:\\s+tài)?|bộ'],
  ['both placements of a tone', ['h(?:oà|òa)\\s+a', 'h(?:oà|òa)\\s+b'], 'h(?:oà|òa)\\s+(?:a|b)'],
  ['none goes before one that may match the same', ['ab', '(?:a|b)c', 'ad'], 'ab|(?:a|b)c|ad'],
  ['nor before one that may stand empty', ['ab', 'c?', 'ad'], 'ab|c?|ad'],
  ['a capital is another sign, and no less the same letter', ['Ab', 'ac', 'Ad'], 'Ab|ac|Ad'],
  ['groups in groups stay whole', ['a(?:b(?:c|d))', 'ae'], 'a(?:(?:b(?:c|d))|e)'],
  ['a phrase before the rest of its own continuations', ['ab', 'a', 'acd'], 'a(?:b||cd)'],
  ['white space that may be given back', ['a\\s+b', 'a\\s+\\s+c'], 'a(?:\\s+b|\\s+\\s+c)'],
])('%s', (_, sources, expected) => {
  expect(alternation(sources)).toBe(expected);
});

test('the first alternative that matches is taken as before', () => {
  const letters = ['a', 'b', 'A', ' ', 'oà', 'òa'];
  let seed = 7;
  const next = (below: number): number => {
    seed = (seed * 1103515245 + 12345) % 2 ** 31;
    return Math.floor((seed / 2 ** 31) * below);
  };
  const word = (most: number): string =>
    Array.from({ length: 1 + next(most) }, () => letters[next(letters.length)] ?? '').join('');
  for (let round = 0; round < 400; round++) {
    const sources = Array.from({ length: 2 + next(7) }, () =>
      word(4).replaceAll(' ', '\\s+').replace(/oà|òa/gu, '(?:oà|òa)').replace(/^b$/u, 'b?'),
    );
    for (const flags of ['u', 'iu']) {
      const plain = new RegExp(`^(${sources.join('|')})(.*)$`, flags);
      const made = new RegExp(`^(${alternation(sources)})(.*)$`, flags);
      const text = word(7);
      expect([sources, text, made.exec(text)?.slice(1)]).toEqual([sources, text, plain.exec(text)?.slice(1)]);
    }
  }
});
