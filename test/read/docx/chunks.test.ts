import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import { DEFAULT_LIMITS } from '../../../src/model/block.ts';
import { readBlocks } from '../../../src/read/read.ts';
import { makeDocx, p, r, tbl, tr } from './make-docx.ts';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const link = (id: string, target: string): string =>
  `<Relationship Id="${id}" Type="${OFFICE}/aFChunk" Target="${target}"/>`;
const chunk = '<w:altChunk r:id="c"/>';
const before = p('Kế hoạch cải cách hành chính của tỉnh');
/** A document with another one in it, whose bytes are those of a text file or whole. */
const around = (body: string, path: string, content: string | Uint8Array): Uint8Array =>
  makeDocx({ body, links: link('c', path), files: { [`word/${path}`]: content } });
const read = (bytes: Uint8Array) => readBlocks(bytes, DEFAULT_LIMITS, loadKnowledge());

const HTML = '<html><body><p>- Tỷ lệ hồ sơ đạt trên 97%.</p></body></html>';
const RTF = `{\\rtf1\\ansi - T\\u7927? l\\u7879? h\\u7891? s\\u417? \\u273?\\u7841?t tr\\u234?n 97%.\\par}`;
/** As Word and those who write for it save a page with what belongs to it. */
const MHT = [
  'MIME-Version: 1.0',
  'Content-Type: multipart/related; boundary="----=_Part"; type="text/html"',
  '',
  '------=_Part',
  'Content-Type: text/html; charset="utf-8"',
  'Content-Transfer-Encoding: 8bit',
  'Content-Location: file:///C:/a.htm',
  '',
  HTML,
  '------=_Part--',
  '',
].join('\r\n');
const LINE = '- Tỷ lệ hồ sơ đạt trên 97%.';

test.each([
  ['HTML', 'a.htm', HTML],
  ['a piece of HTML', 'a.html', '- Tỷ lệ hồ sơ đạt <b>trên 97%</b>.'],
  ['XHTML', 'a.xhtml', `<?xml version="1.0" encoding="UTF-8"?>${HTML}`],
  ['RTF', 'a.rtf', RTF],
  ['text', 'a.txt', LINE],
  ['a saved page (MHT)', 'a.mht', MHT],
  ['DOCX', 'a.docx', makeDocx({ body: p(LINE) })],
  ['DOCX by another name', 'afchunk.dat', makeDocx({ body: p(LINE) })],
  ['a DOCX in a DOCX', 'a.docx', around(chunk, 'b.docx', makeDocx({ body: p(LINE) }))],
])('another document is read where it stands: %s', async (_, path, content) => {
  const { blocks, issues, setAside } = await read(around(before + chunk + p('Sở Nội vụ chủ trì'), path, content));
  expect(blocks.map(({ text }) => text)).toEqual(['Kế hoạch cải cách hành chính của tỉnh', LINE, 'Sở Nội vụ chủ trì']);
  expect(issues).toEqual([]);
  expect(setAside).toBeUndefined();
});

test('alone, in a content control, twice, and with a table between tables', async () => {
  const table = tbl(tr([['một'], ['1']]), tr([['hai'], ['2']]));
  const html = '<p>Chỉ tiêu của tỉnh</p><table><tr><th>a</th><th>b</th></tr><tr><td>ba</td><td>3</td></tr></table>';
  const { blocks } = await read(
    around(`<w:sdt><w:sdtContent>${chunk}</w:sdtContent></w:sdt>${table}${chunk}${table}`, 'a.htm', html),
  );
  expect(blocks.map(({ text, cell }) => `${cell?.table ?? '-'} ${text}`)).toEqual([
    ...['- Chỉ tiêu của tỉnh', '0 a', '0 b', '0 ba', '0 3', '1 một', '1 1', '1 hai', '1 2'],
    ...['- Chỉ tiêu của tỉnh', '2 a', '2 b', '2 ba', '2 3', '3 một', '3 1', '3 hai', '3 2'],
  ]);
});

test('in a cell, where it can only be lines', async () => {
  const html = '<p>Tăng 5%</p><table><tr><th>a</th><th>b</th></tr><tr><td>ba</td><td>3</td></tr></table>';
  const row = `<w:tr><w:tc>${p('một')}</w:tc><w:tc>${chunk}</w:tc></w:tr>`;
  const { blocks } = await read(around(before + tbl(row, tr([['hai'], ['2']])), 'a.htm', html));
  expect(blocks.map(({ text }) => text).slice(1)).toEqual(['một', 'Tăng 5%\na b\nba 3', 'hai', '2']);
});

test('what is struck out in it is told with its place', async () => {
  const inner = makeDocx({ body: `<w:p>${r('80%', '<w:strike/>')}${r('Tỷ lệ 90%')}</w:p>` });
  const { setAside, issues } = await read(around(before + chunk, 'a.docx', inner));
  expect(setAside).toEqual([{ reason: 'struck', characters: 2, text: '80%', where: 'word/a.docx' }]);
  expect(issues.map(({ code }) => code)).toEqual(['struck-text']);
});

test.each([
  ['a picture', 'a.png', '\u0089PNG\r\n\u001a\n'],
  ['XML of Office', 'a.xml', '<?xml version="1.0"?><pkg:package xmlns:pkg="x"/>'],
  ['what is not there', '../none.htm', ''],
])('%s is told as not read', async (_, path, content) => {
  const { blocks, issues, setAside } = await read(around(before + chunk, path, content));
  expect(blocks).toHaveLength(1);
  expect(issues.map(({ code }) => code)).toEqual(['content-not-read']);
  expect(setAside?.map(({ reason }) => reason)).toEqual(['not-read']);
});

test('documents in documents in documents end, and so do their sizes', async () => {
  let inner = makeDocx({ body: p('97%') });
  for (let depth = 0; depth < 6; depth++) inner = around(p(`Tầng ${depth}`) + chunk, 'a.docx', inner);
  const deep = await read(around(before + chunk, 'a.docx', inner));
  expect(deep.blocks.map(({ text }) => text).slice(1)).toEqual(['Tầng 5', 'Tầng 4', 'Tầng 3']);
  expect(deep.issues.map(({ code }) => code)).toEqual(['content-not-read']);

  const bomb = makeDocx({ body: p('97%'), files: { 'word/a.bin': new Uint8Array(70_000_000) } });
  expect((await read(around(before + chunk, 'a.docx', bomb))).issues.map(({ code }) => code)).toEqual([
    'content-not-read',
  ]);
});

test('a zip whose paths have backslashes is a Word file too', async () => {
  const main = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${before}</w:body></w:document>`;
  const { blocks } = await read(
    zipSync({
      '[Content_Types].xml': strToU8('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
      '_rels\\.rels': strToU8(
        `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="d" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
      ),
      'word\\document.xml': strToU8(main),
    }),
  );
  expect(blocks.map(({ text }) => text)).toEqual(['Kế hoạch cải cách hành chính của tỉnh']);
});
