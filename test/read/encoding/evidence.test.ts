import { expect, test } from 'vitest';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import { legacyReading } from '../../../src/read/encoding/evidence.ts';

test.each([
  ['KÕ ho¹ch c¶i c¸ch', 'tcvn3', 'legacy'],
  ['Kế hoạch cải cách', 'tcvn3', 'unicode'],
  ['Ke hoach 2025', 'tcvn3', 'either'],
  // letters that both have
  ['à ã', 'tcvn3', 'either'],
  ['COÄNG HOAØ', 'vni', 'legacy'],
  ['nhà', 'vni', 'either'],
  ['Üu Çãi', 'vps', 'legacy'],
  ['Kế hoạch', 'windows-1258', 'unicode'],
  ['ðôòc', 'windows-1258', 'either'],
] as const)('%s in %s: %s', (text, encoding, reading) => {
  expect(legacyReading(loadKnowledge(), text, encoding)).toBe(reading);
});
