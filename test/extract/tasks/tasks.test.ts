import { expect, test } from 'vitest';
import { extracted } from '../make.ts';

test('tasks of lists, sentences, sections and tables, in order of place and each once', () => {
  const { tasks } = extracted([
    'I. NỘI DUNG',
    '1. Trồng rừng ven biển',
    '- Cơ quan chủ trì: Sở Tài chính.',
    '2. Giao Sở Y tế khám sức khỏe cho ngư dân.',
    'II. TỔ CHỨC THỰC HIỆN',
    '1. Sở Xây dựng: Lắp camera tại các cảng cá.',
    'PHỤ LỤC',
    'TT | Nội dung | Chủ trì',
    '1 | Kẻ vạch lối đi | Sở Nội vụ',
  ]).record;
  expect(tasks.map(({ text, basis, leads }) => [text, basis, leads.map(({ code }) => code).join()])).toEqual([
    ['Trồng rừng ven biển', 'section', 'so-tai-chinh'],
    ['Giao Sở Y tế khám sức khỏe cho ngư dân.', 'section', 'so-y-te'],
    ['Lắp camera tại các cảng cá.', 'section', 'so-xay-dung'],
    ['Kẻ vạch lối đi', 'table', 'so-noi-vu'],
  ]);
});
