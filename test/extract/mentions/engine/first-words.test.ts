import fc from 'fast-check';
import { expect, test } from 'vitest';
import { startsOf } from '../../../../src/extract/mentions/engine/first-words.ts';
import { scanner } from '../../../../src/extract/mentions/engine/rule.ts';
import { rules } from '../../../../src/extract/mentions/rules.ts';
import { loadKnowledge } from '../../../../src/knowledge/knowledge.ts';
import { whole } from '../../../../src/language/words.ts';
import { scanAny } from '../../make.ts';

const CASES: [pattern: RegExp, words: string, digits?: boolean][] = [
  [/(?<![\p{L}\p{N}])năm\s\d{4}/giu, 'năm'],
  [/(?<![\p{L}\p{N}])(?:(?:đầu|cuối)\s)?năm\s\d{4}/giu, 'cuối năm đầu'],
  [whole('một|mười(?:\\shai)?'), 'một mười'],
  [/(?<![\p{L}\p{N}])(?:qu[ýí]|qúy)\s/giu, 'quý quí qúy'],
  [/(?<![\p{L}\p{N}])(?:ngày\s)?\d{1,2}/giu, 'ngày', true],
  [/(?<![\p{L}\p{N}])Quyết định/gu, 'quyết'],
  [/(?<![\p{L}\p{N}])(?:quý|(?!))\s/giu, 'quý'],
  [/(?<!\p{N})\d+%/giu, '', true],
  [/(?<!\p{N})[½⅓]/giu, '', true],
];
test.each(CASES)('%s begins with: %s', (pattern, words, digits = false) => {
  const starts = startsOf(pattern);
  expect([...(starts?.words ?? [])].sort()).toEqual(
    words
      .split(' ')
      .filter((word) => word !== '')
      .sort(),
  );
  expect(starts?.digits).toBe(digits);
});

const UNLISTED: [why: string, pattern: RegExp][] = [
  ['within a word', /năm\s/giu],
  ['within a number', /(?<!\p{L})\d%/giu],
  ['with any letter', /(?<![\p{L}\p{N}])\p{L}+\s/giu],
  ['with letters that come again', /(?<![\p{L}\p{N}])[ivx]+\s/giu],
  ['with a word that goes on', /(?<![\p{L}\p{N}])năm/giu],
  ['with a sign', /(?<![\p{L}\p{N}])≥\s/giu],
  ['with nothing', /(?<![\p{L}\p{N}])(?:năm\s)?/giu],
];
test.each(UNLISTED)('a match may begin %s', (_why, pattern) => expect(startsOf(pattern)).toBeUndefined());

const RULES = rules(loadKnowledge());
const WORDS = [
  ...new Set(RULES.flatMap(({ pattern }) => [...(startsOf(pattern)?.words ?? [])])),
  ...'%,phần trăm,xã,hộ,ha,triệu đồng,lần,/,-, - ,. ,; ,: ,(,),%,≥ ,liên tục,kế hoạch,sau khi,đi,2025,15/6/2024,số 12/KH-UBND,H5,4.0,II,a,A1,ỦY,Ngày,CHƯƠNG TRÌNH'.split(
    ',',
  ),
];
const scanAll = scanner(RULES);
const context = { year: 2025, date: null, singleYear: false, knowledge: loadKnowledge() };

test('one walk through a text finds what each rule finds by itself', () => {
  const word = fc.oneof(fc.constantFrom(...WORDS), fc.nat({ max: 12_000 }).map(String));
  const text = fc.array(fc.tuple(word, fc.constantFrom(' ', ' ', ' ', ' ', '', '\n', ', ')), { maxLength: 40 });
  fc.assert(
    fc.property(text, (parts) => {
      const written = parts.flat().join('');
      expect(scanAll(written, context)).toEqual(RULES.flatMap((rule) => scanAny(rule, written, context)));
    }),
    { numRuns: 400 },
  );
});
