import { expect, test } from 'vitest';
import { linesOf } from '../../../../src/shell/page/review/text/lines.ts';

const TEXT = [
  'ỦY BAN NHÂN DÂN',
  'KẾ HOẠCH',
  'Trồng rừng năm 2026',
  'I. MỤC TIÊU',
  '1. Mục tiêu cụ thể',
  '- Trồng 500 ha rừng;',
  '7',
  'STT\tNội dung\tThời gian',
  '1\tGieo ươm cây giống\tQuý I',
  '',
  'Nơi nhận',
].join('\n');

const at = (words: string): number => TEXT.indexOf(words);
const LAID = {
  header: { title: 'KẾ HOẠCH Trồng rừng năm 2026' },
  sections: [
    { path: 'I', title: 'MỤC TIÊU', start: at('I. MỤC'), end: TEXT.length },
    { path: 'I.1', title: 'Mục tiêu cụ thể', start: at('1. Mục'), end: at('STT') },
  ],
  furniture: [[at('\n7\n') + 1, at('\n7\n') + 2]] as const,
  paths: [[at('Trồng 500'), 'I.1.-1']] as const,
};

test('lines as they are set, each with its place in the outline', () => {
  const lines = linesOf(TEXT, LAID);
  expect(lines.map(({ start, end, kind, path }) => [TEXT.slice(start, end), kind, path])).toEqual([
    ['ỦY BAN NHÂN DÂN', 'centred', ''],
    ['KẾ HOẠCH', 'title', ''],
    ['Trồng rừng năm 2026', 'title', ''],
    ['I. MỤC TIÊU', 'heading', 'I'],
    ['1. Mục tiêu cụ thể', 'subheading', 'I.1'],
    ['- Trồng 500 ha rừng;', 'plain', 'I.1.-1'],
    ['7', 'furniture', 'I.1'],
    ['STT\tNội dung\tThời gian', 'row', 'I'],
    ['1\tGieo ươm cây giống\tQuý I', 'row', 'I'],
    ['Nơi nhận', 'plain', 'I'],
  ]);
});

test('the rows of a table have its columns, and cells know their places', () => {
  const rows = linesOf(TEXT, LAID).filter(({ kind }) => kind === 'row');
  expect(new Set(rows.map(({ columns }) => columns)).size).toBe(1);
  expect(rows[1]?.cells.map(({ start, end }) => TEXT.slice(start, end))).toEqual(['1', 'Gieo ươm cây giống', 'Quý I']);
});
