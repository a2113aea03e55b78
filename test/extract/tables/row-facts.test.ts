import { expect, test } from 'vitest';
import { extracted } from '../make.ts';

const AREAS: [name: string, lines: readonly string[], areas: readonly (string | null)[]][] = [
  [
    'of the group that heads the row',
    ['II. CẢI CÁCH THỂ CHẾ', 'TT | Nội dung | Chủ trì', 'I | Cải cách tài chính công | ', '1 | Trồng rừng | Sở Y tế'],
    ['public-finance'],
  ],
  ['of the section', ['II. CẢI CÁCH THỂ CHẾ', 'TT | Nội dung | Chủ trì', '1 | Trồng rừng | Sở Y tế'], ['institutions']],
  ['of none', ['II. VIỆC KHÁC', 'TT | Nội dung | Chủ trì', '1 | Trồng rừng | Sở Y tế'], [null]],
];
test.each(AREAS)('the area of a row: %s', (_, lines, areas) => {
  expect(extracted(lines).record.tasks.map(({ area }) => area)).toEqual(areas);
});
