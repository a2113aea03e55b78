import { expect, test } from 'vitest';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import { DEFAULT_LIMITS } from '../../../src/model/block.ts';
import { readDocx } from '../../../src/read/docx/docx.ts';
import { type Contents, makeDocx, num, p, r, tbl, tr } from './make-docx.ts';

const read = async (contents: Contents) => readDocx(makeDocx(contents), DEFAULT_LIMITS, loadKnowledge());
const style = (type: string, id: string, run: string, more = ''): string =>
  `<w:style w:type="${type}" w:styleId="${id}"><w:name w:val="${id}"/>${more}<w:rPr>${run}</w:rPr></w:style>`;
const STYLES = [
  style('character', 'Bo', '<w:strike/>'),
  style('character', 'BoCon', '', '<w:basedOn w:val="Bo"/>'),
  style('character', 'An', '<w:vanish/>'),
  style('character', 'BoHai', '<w:dstrike/>'),
  style('paragraph', 'DoanBo', '<w:strike w:val="true"/>'),
  style('paragraph', 'DoanAn', '<w:vanish w:val="1"/>'),
  style('table', 'BangBo', '<w:strike/>'),
  '<w:style w:type="character" w:styleId="a5"><w:name w:val="Placeholder Text"/></w:style>',
].join('');
const styled = (id: string): string => `<w:rStyle w:val="${id}"/>`;
const keep = p('còn lại');

const LEFT_OUT: [name: string, body: string, printed: string[], setAside: string[]][] = [
  [
    'direct formatting',
    `<w:p>${r('đạt ')}${r('80%', '<w:strike/>')}${r(' 90%')}${r(' nay', '<w:dstrike w:val="on"/>')}</w:p>`,
    ['đạt 90%'],
    ['struck 80%', 'struck nay'],
  ],
  [
    'values that turn it off',
    `<w:p>${r('đạt ', '<w:strike w:val="0"/>')}${r('80%', '<w:strike w:val="false"/><w:dstrike w:val="off"/>')}${r(' hồ sơ', '<w:vanish w:val="none"/>')}</w:p>`,
    ['đạt 80% hồ sơ'],
    [],
  ],
  [
    'a style of characters, and one that is based on it',
    `<w:p>${r('đạt ')}${r('80%', styled('Bo'))}${r('85%', styled('BoCon'))}${r('70%', styled('An'))}${r('60%', styled('BoHai'))}${r('90%')}</w:p>`,
    ['đạt 90%'],
    ['struck 80%85%', 'hidden 70%', 'struck 60%'],
  ],
  [
    'a style of paragraphs, but for what says otherwise itself',
    p('Giảm 15% chi phí', '<w:pStyle w:val="DoanBo"/>') +
      `<w:p><w:pPr><w:pStyle w:val="DoanBo"/></w:pPr>${r('Giảm ', '<w:strike w:val="0"/>')}${r('cũ ')}${r('20%', '<w:strike w:val="0"/>')}</w:p>` +
      p('ẩn 3%', '<w:pStyle w:val="DoanAn"/>'),
    ['Giảm 20%'],
    ['struck Giảm 15% chi phí', 'struck cũ', 'hidden ẩn 3%'],
  ],
  [
    'styles of characters and of paragraphs that undo each other',
    `<w:p><w:pPr><w:pStyle w:val="DoanBo"/></w:pPr>${r('giữ 5%', styled('Bo'))}${r(' bỏ 6%', styled('BoHai'))}</w:p>`,
    ['giữ 5%'],
    ['struck bỏ 6%'],
  ],
  [
    'a style of tables',
    tbl(tr([['một 1'], ['hai 2']])).replace('<w:tblPr/>', '<w:tblPr><w:tblStyle w:val="BangBo"/></w:tblPr>') + keep,
    ['còn lại'],
    ['struck một 1', 'struck hai 2'],
  ],
  [
    'in a cell, and in a link inside a content control',
    tbl(
      `<w:tr><w:tc><w:p>${r('70%', '<w:strike/>')}${r('75%')}</w:p></w:tc><w:tc>${p('xã')}</w:tc></w:tr>`,
      tr([['1'], ['2']]),
    ) +
      `<w:sdt><w:sdtContent><w:p><w:hyperlink r:id="x">${r('bỏ ', '<w:strike/>')}</w:hyperlink>${r('giữ')}</w:p></w:sdtContent></w:sdt>`,
    ['75%', 'xã', '1', '2', 'giữ'],
    ['struck 70%', 'struck bỏ'],
  ],
  [
    'what hides its anchor hides a text box; a line through it does not cross the box',
    `<w:p>${r('một')}<w:r><w:rPr><w:vanish/></w:rPr><w:pict><v:textbox><w:txbxContent>${p('ẩn 8%')}</w:txbxContent></v:textbox></w:pict></w:r></w:p><w:p><w:r><w:rPr><w:strike/></w:rPr><w:t>bỏ</w:t><w:pict><v:textbox><w:txbxContent>${p('khung 9%')}</w:txbxContent></v:textbox></w:pict></w:r></w:p>`,
    ['một', 'khung 9%'],
    ['hidden ẩn 8%', 'struck bỏ'],
  ],
  [
    'struck out in a text box',
    `<w:p>${r('một')}<w:r><w:pict><v:textbox><w:txbxContent>${p('7%', '', '<w:strike/>')}${p('hai')}</w:txbxContent></v:textbox></w:pict></w:r></w:p>`,
    ['một', 'hai'],
    ['struck 7%'],
  ],
  [
    'hidden rows',
    tbl(tr([['một'], ['1']]), tr([['hai'], ['2']], '<w:hidden/>'), tr([['ba'], ['3']])),
    ['một', '1', 'ba', '3'],
    ['hidden hai 2'],
  ],
  [
    'placeholders of content controls, as paragraphs, runs and cells',
    `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${p('Bấm để nhập')}</w:sdtContent></w:sdt><w:p>${r('Số ')}<w:sdt><w:sdtPr><w:showingPlcHdr w:val="1"/></w:sdtPr><w:sdtContent>${r('nhập số', styled('PlaceholderText'))}</w:sdtContent></w:sdt><w:sdt><w:sdtPr><w:showingPlcHdr w:val="0"/></w:sdtPr><w:sdtContent>${r('12')}</w:sdtContent></w:sdt></w:p>`,
    ['Số 12'],
    ['hidden Bấm để nhập', 'hidden nhập số'],
  ],
  [
    'nothing of a control that a program filled, whatever its mark says',
    `<w:p>${r('đạt ')}<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${r('90%')}</w:sdtContent></w:sdt>${r(' năm')}</w:p><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${p('Chọn một mục tiêu')}${p('Bấm vào đây: 95%')}<w:p>${r('Xã', styled('PlaceholderText'))}${r(' Tân An')}</w:p></w:sdtContent></w:sdt>`,
    ['đạt 90% năm', 'Chọn một mục tiêu', 'Bấm vào đây: 95%', 'Tân An'],
    ['hidden Xã'],
  ],
  [
    'prompts by their words, and by a style with another id',
    ['Click or tap here to enter text.', 'Choose an item.', 'Nhấp hoặc gõ vào đây để nhập văn bản.', 'Chọn một mục.']
      .map((text) => `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${p(text)}</w:sdtContent></w:sdt>`)
      .join('') +
      `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${p('Tên xã', '', styled('a5'))}</w:sdtContent></w:sdt>` +
      keep,
    ['còn lại'],
    [
      'hidden Click or tap here to enter text.',
      'hidden Choose an item.',
      'hidden Nhấp hoặc gõ vào đây để nhập văn bản.',
      'hidden Chọn một mục.',
      'hidden Tên xã',
    ],
  ],
  [
    'tracked changes: deleted runs, rows and cells, and what was moved away',
    `<w:p>${r('đạt ')}<w:del w:id="1"><w:r><w:delText>80%</w:delText></w:r></w:del><w:ins w:id="2">${r('90%')}</w:ins><w:moveFrom w:id="3">${r(' cũ')}</w:moveFrom><w:moveTo w:id="4">${r(' mới')}</w:moveTo></w:p>` +
      tbl(
        tr([['một'], ['1']]),
        tr([['hai'], ['2']], '<w:del w:id="5"/>'),
        tr([['ba'], ['3', '<w:cellDel w:id="6"/>']]),
      ),
    ['đạt 90% mới', 'một', '1', 'ba'],
    ['struck 80%', 'struck cũ', 'struck hai 2', 'struck 3'],
  ],
  ['numbers hidden on the web alone are printed', `<w:p>${r('Mục 3', '<w:webHidden/>')}</w:p>`, ['Mục 3'], []],
];

test.each(LEFT_OUT)('%s', async (_, body, printed, setAside) => {
  const { blocks, setAside: told = [] } = await read({ body, styles: STYLES });
  expect(blocks.map(({ text }) => text)).toEqual(printed);
  expect(told.map(({ reason, text }) => `${reason} ${text}`)).toEqual(setAside);
});

test('the defaults strike out what no style and no run says otherwise of', async () => {
  const { blocks, setAside } = await read({
    body: p('bỏ') + p('giữ', '<w:pStyle w:val="Giu"/>') + p('cũng giữ', '', '<w:strike w:val="0"/>'),
    styles: `<w:docDefaults><w:rPrDefault><w:rPr><w:strike/></w:rPr></w:rPrDefault></w:docDefaults>${style('paragraph', 'Giu', '<w:strike w:val="0"/>')}`,
  });
  expect(blocks.map(({ text }) => text)).toEqual(['giữ', 'cũng giữ']);
  expect(setAside?.map(({ text }) => text)).toEqual(['bỏ']);
});

test('an item that is struck out takes its number along, and the others keep theirs', async () => {
  const { blocks } = await read({
    body: p('một', num(1)) + p('hai', num(1), '<w:strike/>') + p('ba', num(1)),
    numbering: `<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>`,
  });
  expect(blocks.map(({ text }) => text)).toEqual(['1. một', '3. ba']);
});

test('in notes and headers', async () => {
  const { blocks, setAside, issues } = await read({
    body: `<w:p>${r('một')}<w:r><w:footnoteReference w:id="1"/></w:r></w:p><w:sectPr><w:headerReference w:type="default" r:id="header"/></w:sectPr>`,
    footnotes: `<w:footnote w:id="1"><w:p>${r('Theo 5%', '<w:strike/>')}${r(' Luật')}</w:p></w:footnote><w:footnote w:id="2">${p('Không dùng')}</w:footnote>`,
    header: `<w:p>${r('Dự thảo', '<w:vanish/>')}${r('Tỉnh')}</w:p>`,
  });
  expect(blocks.map(({ text }) => text)).toEqual(['Tỉnh', 'một[1]', '[1] Luật']);
  expect(setAside).toEqual([
    { reason: 'hidden', characters: 9, text: 'Không dùng', where: 'word/footnotes.xml' },
    { reason: 'hidden', characters: 6, text: 'Dự thảo', where: 'word/header.xml' },
    { reason: 'struck', characters: 5, text: 'Theo 5%', where: 'word/footnotes.xml' },
  ]);
  expect(issues).toEqual([
    { code: 'struck-text', message: '5 characters are struck out or deleted and were left out: “Theo 5%”.' },
    { code: 'hidden-text', message: '6 characters are formatted as hidden and were left out: “Dự thảo”.' },
  ]);
});

test('a person need look at a placeholder only where it has a figure, and at nothing that was moved', async () => {
  const control = (text: string): string =>
    `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${p(text, '', styled('PlaceholderText'))}</w:sdtContent></w:sdt>`;
  const codes = async (body: string) => (await read({ body: keep + body })).issues.map(({ code }) => code);
  expect(await codes(control('Bấm để nhập'))).toEqual([]);
  expect(await codes(control('đạt 90%'))).toEqual(['hidden-text']);
  expect(await codes(`<w:p><w:moveFrom w:id="1">${r('90%')}</w:moveFrom></w:p>`)).toEqual([]);
});

test('a document of which nothing is left is refused, and it says why', async () => {
  await expect(read({ body: p('Giảm 15%', '', '<w:strike/>') })).rejects.toMatchObject({
    code: 'no-content',
    message: expect.stringMatching(/struck out/u),
  });
});

test('a draft with thousands of changes is told in hundreds of lines', async () => {
  const { setAside = [] } = await read({
    body: `${keep}<w:p>${`${r('a')}${r(`bỏ ${'x'.repeat(400)}`, '<w:strike/>')}`.repeat(700)}</w:p>`,
  });
  expect(setAside).toHaveLength(501);
  expect(setAside[0]?.text).toHaveLength(300);
  expect(setAside.reduce((sum, { characters }) => sum + characters, 0)).toBe(700 * 402);
});
