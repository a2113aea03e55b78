import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { UNUSED_CODES, UNUSED_FIGURES } from '../../../../src/extract/review/unused-figures.ts';
import { UNUSED, unusedText } from '../../../../src/shell/page/review/records/unused-words.ts';

test('the page has words for every reason of the account, in both languages, and for no other', () => {
  expect(Object.keys(UNUSED)).toEqual(UNUSED_CODES);
  for (const { vi, en } of Object.values(UNUSED))
    expect([vi, en]).toEqual([expect.stringMatching(/\p{L}{2}/u), expect.stringMatching(/^[a-z’,:; -]+$/u)]);
});

test('a reason of a later server is told as it says it', () => {
  expect(unusedText('spent', UNUSED_FIGURES.spent, 'vi')).toBe('tiền sẽ chi, hoặc không nêu để làm gì');
  expect(unusedText('later', 'said in English', 'vi')).toBe('said in English');
});

test('the page of the server tells every code and what it says', () => {
  const page = readFileSync(new URL('../../../../docs/server.md', import.meta.url), 'utf8');
  const told = [...page.matchAll(/^\| `(?<code>[a-z-]+)` \| (?<says>[^|]+) \|$/gmu)].map(({ groups }) => [
    groups?.code,
    groups?.says,
  ]);
  for (const entry of Object.entries(UNUSED_FIGURES)) expect(told).toContainEqual(entry);
});
