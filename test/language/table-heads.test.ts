import { expect, test } from 'vitest';
import { loadKnowledge } from '../../src/knowledge/knowledge.ts';
import { isCountingHead, isTimeHead, isYearHead } from '../../src/language/table-heads.ts';

const knowledge = loadKnowledge();

test.each<[head: string, year: boolean, time: boolean]>([
  ['2026', true, true],
  ['Năm 2026', true, true],
  ['Ước thực hiện năm 2025', true, true],
  ['Kế hoạch 2026', true, true],
  ['Đến năm 2030', true, true],
  ['Giai đoạn 2026 - 2030', false, true],
  ['2026–2030', false, true],
  ['Diện tích năm 2026', false, false],
  ['12.026', false, false],
  ['Quyết định số 2026', false, false],
])('the head "%s" is a year: %s, a time: %s', (head, year, time) => {
  expect([isYearHead(knowledge, head), isTimeHead(knowledge, head)]).toEqual([year, time]);
});

test.each(['STT', 'TT', 'Số thứ tự', 'No.'])('"%s" heads the numbers of rows', (head) => {
  expect(isCountingHead(knowledge, head)).toBe(true);
});
