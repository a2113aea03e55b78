import { expect, test } from 'vitest';
import type { HtmlNode } from '../../../src/read/html/dom.ts';
import { loadPage, nameClassTables, parseHtml, rootOf } from '../../../src/read/html/dom.ts';

const namesIn = (node: HtmlNode): string[] => [
  ...(node.name === undefined ? [] : [node.name]),
  ...(node.children ?? []).flatMap(namesIn),
];
const named = (html: string): string =>
  namesIn(parseHtml(html))
    .filter((name) => !['html', 'head', 'body'].includes(name))
    .join(' ');

const div = (style: string, inner: string): string => `<div style="${style}">${inner}</div>`;
const row = div('display:table-row', div('display: table-cell', 'Tỷ lệ') + div('display:table-cell;width:9%', '90'));
test.each([
  ['of styles', div('display: table', row), 'table tr td td'],
  [
    'of roles',
    '<div role="table"><div role="row"><span role="cell">a</span><span role="cell">b</span></div></div>',
    'table tr td td',
  ],
  [
    'a layout of one cell',
    div('display:table', div('display:table-row', div('display:table-cell', 'a'))),
    'div div div',
  ],
  ['rows without a table', row, 'div div div'],
  ['a table as such', '<table><tbody><tr><td>a</td><td>b</td></tr></tbody></table>', 'table tbody tr td td'],
])('tables made of other elements: %s', (_, html, names) => {
  expect(named(html)).toBe(names);
});

const rows = (first: readonly string[], cell = 'col-md-4'): string =>
  first
    .map(
      (label) =>
        `<div class="row chan"><div class="${cell}">${label}</div><div class="${cell}">Số xã</div><div class="${cell}">90</div></div>`,
    )
    .join('');
test.each([
  ['numbered rows', `<div>${rows(['TT', '1', '2'])}</div>`, true],
  ['cells by other names', `<div class="bang">${rows(['STT', 'I', '1.'], 'table-cell')}</div>`, true],
  ['no head', `<div>${rows(['1', '2', '3', '4'])}</div>`, false],
  [
    'sentences',
    `<div>${rows(['TT', '1', `2</div><div class="col">Tỷ lệ hộ nghèo theo chuẩn mới giảm còn 2% năm 2026.`]).replace(/<div class="col-md-4">Số xã<\/div>(?=<div class="col-md-4">90<\/div><\/div>$)/u, '')}</div>`,
    false,
  ],
  ['two rows', `<div>${rows(['1', '2'])}</div>`, false],
  ['rows of articles', `<div>${rows(['Tin một', 'Tin hai', 'Tin ba'])}</div>`, false],
  ['other things between them', `<div>${rows(['TT', '1', '2'])}<p>x</p></div>`, false],
  ['parts of a page', `<div>${rows(['TT', '1', `2</div><div class="col">${'dài '.repeat(200)}`])}</div>`, false],
])('tables told by classes: %s', (_, html, yes) => {
  const page = loadPage(html);
  nameClassTables(page);
  expect(namesIn(rootOf(page)).includes('table')).toBe(yes);
});
