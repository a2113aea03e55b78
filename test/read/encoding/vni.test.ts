import { expect, test } from 'vitest';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import { fromVni, vniLetters } from '../../../src/read/encoding/vni.ts';

test.each([
  ['Coäng hoaø', 'Cộng hoà'],
  ['COÄNG HOAØ', 'CỘNG HOÀ'],
  ['Aâu Laïc', 'Âu Lạc'],
  ['aÂu', 'âu'],
  ['öôùc', 'ước'],
  // a mark that goes with no such vowel stays
  ['ià 50', 'ià 50'],
])('%s', (stored, printed) => expect(fromVni(loadKnowledge(), stored).normalize('NFC')).toBe(printed));

test('each pair has its two capitals', () => {
  const letters = vniLetters(loadKnowledge());
  expect(['aù', 'AÙ', 'Aù', 'aÙ'].map((code) => letters.get(code))).toEqual(['á', 'Á', 'Á', 'á']);
});
