import { expect, test } from 'vitest';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import { DEFAULT_LIMITS } from '../../../src/model/block.ts';
import { isTextWithHtml, withTables } from '../../../src/read/markdown/html-tables.ts';
import { isMarkdown } from '../../../src/read/markdown/markdown.ts';
import { readBlocks } from '../../../src/read/read.ts';

const TABLE = '<table><tr><td>TT</td><td>Chỉ tiêu</td></tr><tr><td>1</td><td>Đạt 90%</td></tr></table>';

test('tables in HTML are parted from the text around them', () => {
  expect(
    withTables(`Một\n${TABLE}\nHai <!-- ghi chú --> <table>ngỏ`).map(({ html, text }) => `${html}: ${text.trim()}`),
  ).toEqual(['false: Một', `true: ${TABLE}`, 'false: Hai  <table>ngỏ']);
  const nested = `<table><tr><td>${TABLE}</td></tr></table>`;
  expect(withTables(nested)).toEqual([{ html: true, text: nested }]);
});

test.each([
  [`# I. MỤC TIÊU\n\nĐoạn.\n\n${TABLE}\n\n## Hai\n`, true],
  [`Kế hoạch\nĐoạn một.\nĐoạn hai.\n${TABLE}\n`, true],
  ['| a<br>b | c<br>d |\n|---|---|\n| 1<br>2 | 3 |\n', true],
  [`<h1>Kế hoạch</h1>${TABLE}`, false],
  [`Kế hoạch <p>một</p><p>hai</p><p>ba</p>${TABLE}`, false],
  ['Kế hoạch <b>a</b> <b>b</b> <b>c</b>', false],
])('%j is a text with HTML in it: %s', (text, yes) => expect(isTextWithHtml(text, isMarkdown)).toBe(yes));

test('a Markdown text with a table in HTML keeps its lines, and the table its cells', async () => {
  const text = `# KẾ HOẠCH\n\nĐoạn thứ nhất của kế hoạch.\nĐoạn thứ hai.\n\n${TABLE}\n\n## II. NHIỆM VỤ\n\n- Việc **một**\n- Việc hai\n\n| A | B |\n|---|---|\n| 1 | 2 |\n`;
  const { blocks, mediaType } = await readBlocks(new TextEncoder().encode(text), DEFAULT_LIMITS, loadKnowledge());
  expect(mediaType).toBe('text/markdown');
  expect(
    blocks.map((b) => (b.cell === undefined ? b.text : `${b.cell.table}:${b.cell.row},${b.cell.column} ${b.text}`)),
  ).toEqual([
    'KẾ HOẠCH',
    'Đoạn thứ nhất của kế hoạch.',
    'Đoạn thứ hai.',
    '0:0,0 TT',
    '0:0,1 Chỉ tiêu',
    '0:1,0 1',
    '0:1,1 Đạt 90%',
    'II. NHIỆM VỤ',
    '- Việc một',
    '- Việc hai',
    '1:0,0 A',
    '1:0,1 B',
    '1:1,0 1',
    '1:1,1 2',
  ]);
});
