import { expect, test } from 'vitest';
import { dayOfIssue, postedOn } from '../../../src/extract/header/day-of-issue.ts';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import { headerOf } from './make.ts';

test.each<[sentence: string, page: string, day: string | undefined]>([
  ['Ngày 26/8, UBND tỉnh ban hành Kế hoạch nước sạch.', '27/08/2021 | 15:26', '2021-08-26'],
  ['(QNO) - Ngày 13.3, Phó Chủ tịch UBND tỉnh ban hành quyết định năm 2014.', '', '2014-03-13'],
  ['Hôm nay (27/8), UBND tỉnh đã ban hành Kế hoạch.', 'Thứ Sáu, 27/08/2021', '2021-08-27'],
  ['Chiều 5-6, UBND thành phố ban hành Kế hoạch.', 'Cập nhật: 06/06/2023 08:00', '2023-06-05'],
  // Told in January, of a year that has just begun.
  ['Ngày 28/12, UBND tỉnh ban hành Kế hoạch năm 2023.', '03/01/2023 08:00', '2022-12-28'],
  // Late in a year, plans are made for the next; of several years, none is that of issue.
  ['Ngày 20/12, UBND tỉnh ban hành Kế hoạch năm 2024.', '', undefined],
  ['Ngày 20/5, UBND tỉnh ban hành Kế hoạch giai đoạn 2021 - 2025.', '', undefined],
  ['UBND tỉnh ban hành Kế hoạch năm 2024.', '27/08/2021 | 15:26', undefined],
])('%s', (sentence, page, day) => {
  expect(dayOfIssue(loadKnowledge(), sentence.replace(/ban hành.*/u, ''), sentence, page)).toBe(day);
});

test('a decision is told without the rest of its number', () => {
  const lines = [
    'Hỗ trợ học nghề',
    '(QNO) - Ngày 13.3, Phó Chủ tịch UBND tỉnh Quảng Nam ban hành quyết định số 785 giao chỉ tiêu học nghề năm 2014.',
  ];
  expect(headerOf(lines)).toMatchObject({ number: null, issuedOn: '2014-03-13', period: { start: '2014-01-01' } });
});

test('a page says when it was posted in a line of its own', () => {
  expect(postedOn('Du lịch khởi sắc\nThứ ba, ngày 18/03/2025 09:15\nNgày 02/01/2020 tỉnh họp.')).toBe('2025-03-18');
  expect(
    postedOn('Ngày 02/01/2020, Ủy ban nhân dân tỉnh họp bàn về việc dọn sạch các bến tàu trước mùa mưa bão.'),
  ).toBeUndefined();
});
