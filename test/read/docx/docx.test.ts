import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import { type Block, DEFAULT_LIMITS } from '../../../src/model/block.ts';
import type { ErrorCode } from '../../../src/model/errors.ts';
import { readDocx } from '../../../src/read/docx/docx.ts';
import { type Contents, makeDocx, p, r, tbl, tr } from './make-docx.ts';

const read = async (contents: Contents) => readDocx(makeDocx(contents), DEFAULT_LIMITS, loadKnowledge());
const texts = (blocks: readonly Block[]): string[] => blocks.map((block) => block.text);

const field = (code: string, result: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
const textBox = (content: string): string => `<w:txbxContent>${content}</w:txbxContent>`;

const raised = (text: string, format = '<w:vertAlign w:val="superscript"/>'): string =>
  `<w:r><w:rPr>${format}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;

const PRINTED: [name: string, body: string, printed: string[]][] = [
  [
    'raised figures are marks of notes, or exponents',
    `<w:p>${r('đạt 45')}${raised('1')}${raised('2')}${r(' xã, 250 m')}${raised('2')}${r(', 3 x 10')}${raised('6')}${r(' USD')}</w:p><w:p>${r('đạt 85')}${raised('1', '<w:position w:val="8"/>')}${r('% CO')}${raised('2', '<w:vertAlign w:val="subscript"/>')}</w:p>`,
    ['đạt 45[12] xã, 250 m2, 3 x 10⁶ USD', 'đạt 85[1]% CO2'],
  ],
  [
    'tracked changes are accepted',
    `<w:p>${r('đạt ')}<w:del w:id="1"><w:r><w:delText>80%</w:delText></w:r></w:del><w:ins w:id="2">${r('90%')}</w:ins><w:moveFrom w:id="3">${r(' cũ')}</w:moveFrom><w:moveTo w:id="4">${r(' hồ sơ')}</w:moveTo></w:p>`,
    ['đạt 90% hồ sơ'],
  ],
  ['a deleted row goes', tbl(tr([['một']]), tr([['hai']], '<w:del w:id="1"/>')) + p('sau'), ['một', 'sau']],
  ['of a field only its result is printed', `<w:p>${r('Bảng ')}${field(' SEQ Bảng ', '3')}</w:p>`, ['Bảng 3']],
  [
    'fields within the code of another field are code',
    `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF </w:instrText></w:r>${field('MERGEFIELD x', '1')}<w:r><w:fldChar w:fldCharType="separate"/></w:r>${r('có')}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`,
    ['có'],
  ],
  [
    'a field without an end costs no text',
    `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>${r('vẫn còn')}</w:p>${p('sau')}`,
    ['vẫn còn', 'sau'],
  ],
  [
    'content controls, links and smart tags are transparent',
    `<w:sdt><w:sdtPr><w:alias w:val="không in"/></w:sdtPr><w:sdtContent><w:p><w:smartTag w:element="x">${r('Sở ')}</w:smartTag><w:hyperlink r:id="none">${r('Nội vụ')}</w:hyperlink></w:p></w:sdtContent></w:sdt>`,
    ['Sở Nội vụ'],
  ],
  [
    'a text box stands behind its paragraph, once, whichever markup holds it',
    `<w:p>${r('trước')}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${textBox(p('trong khung'))}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${textBox(p('trong khung'))}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>${r(' sau')}</w:p><w:p><w:r><w:pict><v:shape><v:textbox>${textBox(p('khung cũ'))}</v:textbox></v:shape></w:pict></w:r></w:p>`,
    ['trước sau', 'trong khung', 'khung cũ'],
  ],
  [
    'forced breaks part what is not one sentence',
    '<w:p><w:r><w:t>Nơi nhận:</w:t><w:br/><w:t>- Bộ Nội vụ;</w:t><w:cr/><w:t>- Lưu: VT.</w:t></w:r></w:p>',
    ['Nơi nhận:', '- Bộ Nội vụ;', '- Lưu: VT.'],
  ],
  [
    'hyphens that Word stores as elements',
    '<w:p><w:r><w:t>12</w:t><w:noBreakHyphen/><w:t>KH/TU, kế</w:t><w:softHyphen/><w:t>hoạch</w:t></w:r></w:p>',
    ['12-KH/TU, kếhoạch'],
  ],
  ['decomposed letters are composed', p('Ke\u0302\u0301 hoa\u0323ch'), ['Kế hoạch']],
  [
    'formulas keep their letters',
    `<w:p>${r('với ')}<m:oMath><m:r><m:t>x = 2</m:t></m:r></m:oMath></w:p>`,
    ['với x = 2'],
  ],
  ['capitals made by the format are printed', p('kế hoạch', '', '<w:caps/>'), ['KẾ HOẠCH']],
  ['hidden text is not printed', `<w:p>${r('hiện')}${r(' ẩn', '<w:vanish/>')}</w:p>`, ['hiện']],
  [
    'a TCVN3 font is read as Vietnamese',
    p('KÕ ho¹ch c¶i c¸ch hµnh chÝnh', '', '<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/>'),
    ['Kế hoạch cải cách hành chính'],
  ],
  [
    'so are the capitals of its H fonts',
    p('ñy ban nh©n d©n', '', '<w:rFonts w:ascii=".VnTimeH" w:hAnsi=".VnTimeH"/>'),
    ['ỦY BAN NHÂN DÂN'],
  ],
  [
    'a letter that two runs share, in VNI',
    `<w:p>${r('Uûy', '<w:rFonts w:ascii="VNI-Times" w:hAnsi="VNI-Times"/>')}${r(' ban nha', '<w:b/><w:rFonts w:ascii="VNI-Times" w:hAnsi="VNI-Times"/>')}${r('ân da', '<w:rFonts w:ascii="VNI-Times" w:hAnsi="VNI-Times"/>')}${r('ân', '<w:rFonts w:ascii="VNI-Times" w:hAnsi="VNI-Times"/>')}</w:p>`,
    ['Ủy ban nhân dân'],
  ],
  [
    'Unicode text in such a font stays as it is',
    p('Ủy ban nhân dân các huyện', '', '<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/>'),
    ['Ủy ban nhân dân các huyện'],
  ],
  [
    'where a paragraph does not tell, the others in that font do',
    p('Đào tạo cán bộ', '', '<w:rFonts w:hAnsi=".VnTime"/>') +
      p('báo cáo tháng ba', '', '<w:rFonts w:hAnsi=".VnTime"/>'),
    ['Đào tạo cán bộ', 'báo cáo tháng ba'],
  ],
];

test.each(PRINTED)('%s', async (_, body, printed) => {
  expect(texts((await read({ body })).blocks)).toEqual(printed);
});

test('cells merged both ways, and rows that begin inside the grid', async () => {
  const { blocks } = await read({
    body: tbl(
      tr([
        ['TT', '<w:vMerge w:val="restart"/>'],
        ['Chỉ tiêu', '<w:gridSpan w:val="2"/>'],
      ]),
      tr([['', '<w:vMerge/>'], ['2024'], ['2025']]),
      tr([['tổng']], '<w:gridBefore w:val="2"/>'),
    ),
  });
  expect(blocks.map(({ text, cell }) => [text, cell?.row, cell?.column, cell?.rowSpan, cell?.columnSpan])).toEqual([
    ['TT', 0, 0, 2, 1],
    ['Chỉ tiêu', 0, 1, 1, 2],
    ['2024', 1, 1, 1, 1],
    ['2025', 1, 2, 1, 1],
    ['', 2, 0, 1, 2],
    ['tổng', 2, 2, 1, 1],
  ]);
});

test('notes are numbered in the order of their references and stand at the end', async () => {
  const reference = (kind: string, id: number): string => `<w:r><w:${kind}Reference w:id="${id}"/></w:r>`;
  const note = (kind: string, id: number, text: string): string =>
    `<w:${kind} w:id="${id}"><w:p><w:r><w:${kind}Ref/></w:r>${r(` ${text}`)}</w:p></w:${kind}>`;
  const { blocks } = await read({
    body: `<w:p>${r('một')}${reference('footnote', 5)}${r(' hai')}${reference('footnote', 2)}${reference('endnote', 2)}</w:p>`,
    footnotes:
      note('footnote', 2, 'Theo Luật.') + note('footnote', 5, 'Theo Nghị định.') + note('footnote', 9, 'Không dùng.'),
    endnotes: note('endnote', 2, 'Cuối.'),
  });
  expect(blocks.map(({ kind, text }) => [kind, text])).toEqual([
    ['paragraph', 'một[1] hai[2][i]'],
    ['footnote', '[1] Theo Nghị định.'],
    ['footnote', '[2] Theo Luật.'],
    ['footnote', '[i] Cuối.'],
  ]);
});

test('headers, footers, page numbers and the table of contents are furniture', async () => {
  const { blocks } = await read({
    styles: '<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>',
    body: `${p('I. MỤC TIÊU 2', '<w:pStyle w:val="TOC1"/>')}${p('I. MỤC TIÊU')}<w:sectPr><w:headerReference w:type="default" r:id="header"/><w:footerReference w:type="default" r:id="footer"/></w:sectPr>`,
    header: p('UBND TỈNH'),
    footer: `<w:p>${field('PAGE', '7')}</w:p>`,
  });
  expect(blocks.map(({ text, furniture }) => [text, furniture])).toEqual([
    ['UBND TỈNH', 'page-header'],
    ['I. MỤC TIÊU 2', 'menu'],
    ['I. MỤC TIÊU', undefined],
    ['7', 'page-number'],
  ]);
});

test('what was left out or changed is said', async () => {
  const { issues, title } = await read({
    body: p('ẩn', '', '<w:vanish/>') + p('hµnh chÝnh', '', '<w:rFonts w:hAnsi=".VnTime"/>'),
    files: {
      '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="d" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="/word/document.xml"/></Relationships>`,
      'docProps/core.xml': `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title> Kế hoạch </dc:title></cp:coreProperties>`,
    },
  });
  expect(issues.map(({ code }) => code).sort()).toEqual(['encoding-converted', 'hidden-text']);
  expect(title).toBe('Kế hoạch');
});

const DTD = '<?xml version="1.0"?><!DOCTYPE w:document [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>';
const good = makeDocx({ body: p('Kế hoạch') });
const oleWith = (text: string): Uint8Array =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(512), Buffer.from(text, 'utf16le')]);

const BAD: [name: string, bytes: Uint8Array, code: ErrorCode, message?: RegExp][] = [
  ['an empty file', new Uint8Array(), 'file-empty'],
  ['a file with a password', oleWith('EncryptedPackage'), 'file-encrypted'],
  [
    'a zip that its packing program locked',
    Uint8Array.from(good.subarray(0, good.length - 200), (byte, i) => (i === 6 ? byte | 1 : byte)),
    'file-encrypted',
  ],
  ['a truncated file', good.subarray(0, good.length - 200), 'file-corrupt'],
  ['a zip that is no Office file', zipSync({ 'a.txt': strToU8('x') }), 'format-unsupported'],
  ['a zip of nothing', zipSync({}), 'format-unsupported'],
  [
    'a Word file without its list of parts',
    zipSync({ '_rels/.rels': strToU8('<R/>'), 'word/document.xml': strToU8('<x/>') }),
    'file-corrupt',
    /repair it/u,
  ],
  [
    'an Office file that is no Word file',
    makeDocx({ body: '', files: { '_rels/.rels': '<R/>', 'word/document.xml': '<x/>' } }),
    'format-unsupported',
  ],
  [
    'XML that declares entities',
    makeDocx({ body: '', files: { 'word/document.xml': `${DTD}<w:document/>` } }),
    'file-corrupt',
    /entities/u,
  ],
  [
    'XML that is cut short',
    makeDocx({ body: '', files: { 'word/document.xml': '<w:document xmlns:w="x"><w:body>' } }),
    'file-corrupt',
  ],
  [
    'XML nested without end',
    makeDocx({ body: `${'<w:sdt>'.repeat(50_000)}${'</w:sdt>'.repeat(50_000)}` }),
    'file-corrupt',
  ],
  ['a document without text', makeDocx({ body: p('') }), 'no-content'],
  [
    'a document of pictures',
    makeDocx({ body: '<w:p><w:r><w:pict><v:shape><v:imagedata r:id="x"/></v:shape></w:pict></w:r></w:p>' }),
    'no-text-layer',
  ],
];

test.each(BAD)('%s is refused', async (_, bytes, code, message = /./u) => {
  await expect(readDocx(bytes, DEFAULT_LIMITS, loadKnowledge())).rejects.toMatchObject({
    name: 'PlanError',
    code,
    stage: 'read',
    message: expect.stringMatching(message),
  });
});

test('caps hold before anything is unpacked', async () => {
  const bomb = makeDocx({ body: p('x'), files: { 'word/media/a.bin': '0'.repeat(3_000_000) } });
  expect(bomb.length).toBeLessThan(20_000);
  await expect(
    readDocx(bomb, { ...DEFAULT_LIMITS, maxUnpackedBytes: 1_000_000 }, loadKnowledge()),
  ).rejects.toMatchObject({
    code: 'archive-refused',
    message: expect.stringMatching(/more than 1 MB\. .*save it anew/u),
  });
  await expect(readDocx(good, { ...DEFAULT_LIMITS, maxBytes: 100 }, loadKnowledge())).rejects.toMatchObject({
    code: 'file-too-large',
  });
  await expect(readDocx(good, { ...DEFAULT_LIMITS, maxCharacters: 3 }, loadKnowledge())).rejects.toMatchObject({
    code: 'file-too-large',
  });
  // XML of the size of a hundred thousand pages, which a few kilobytes of zip unpack to
  const wide = makeDocx({ body: p('x'), files: { 'word/document.xml': ' '.repeat(70_000_000) } });
  await expect(readDocx(wide, DEFAULT_LIMITS, loadKnowledge())).rejects.toMatchObject({
    code: 'archive-refused',
    message: expect.stringMatching(/66\.8 MB; at most 32 MB are read\. .*PDF/u),
  });
});

test('an entry that lies about its size takes no more than it says', async () => {
  const lying = Buffer.from(makeDocx({ body: p('x'.repeat(100_000)) }));
  const central = lying.lastIndexOf('word/document.xml') - 46;
  expect(lying.readUInt32LE(central)).toBe(0x02014b50);
  lying.writeUInt32LE(100, central + 24);
  await expect(readDocx(lying, DEFAULT_LIMITS, loadKnowledge())).rejects.toMatchObject({ code: 'file-corrupt' });
});

test('external references are never followed', async () => {
  const { blocks } = await read({
    body: `<w:p>${r('chữ')}<w:r><w:drawing><a:blip xmlns:a="x" r:link="out"/></w:drawing></w:r></w:p><w:sectPr><w:headerReference w:type="default" r:id="out"/></w:sectPr>`,
    header: p('ngoài'),
    links:
      '<Relationship Id="out" TargetMode="External" Type="x/header" Target="header.xml"/><Relationship Id="up" Type="x/styles" Target="../../../etc/styles.xml"/>',
  });
  expect(texts(blocks)).toEqual(['chữ']);
});

const FORMS = '../shared/forms';
describe.skipIf(!existsSync(FORMS))('the plans of ../shared/forms (skipped where they are absent)', () => {
  // Some plans have no automatic numbers that could be made of theirs.
  const names = existsSync(FORMS)
    ? readdirSync(`${FORMS}/docx`).filter((name) => existsSync(`${FORMS}/docx-numbered/${name}`))
    : [];
  test.each(names)('%s: automatic numbers print what typed ones say', async (name) => {
    const [typed, numbered] = await Promise.all(
      ['docx', 'docx-numbered'].map(
        async (form) =>
          (await readDocx(readFileSync(`${FORMS}/${form}/${name}`), DEFAULT_LIMITS, loadKnowledge())).blocks,
      ),
    );
    // The numbered files lost some forced breaks when they were made.
    const printed = (blocks: readonly Block[] = []): string => texts(blocks).join('').replace(/\s+/gu, '');
    expect(printed(numbered)).toBe(printed(typed));
  });
});
