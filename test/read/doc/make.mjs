// Makes plan.doc and tcvn3.doc anew with LibreOffice ("soffice" on the path). Only needed when they change:
//   node test/read/doc/make.mjs
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { strToU8, zipSync } from 'fflate';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const R = `xmlns:r="${OFFICE}"`;
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const PARTS = { numbering: 'numbering', footnotes: 'footnotes', header: 'hdr', footer: 'ftr', styles: 'styles' };

const r = (text, properties = '') => `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const p = (content, properties = '') =>
  `<w:p><w:pPr>${properties}</w:pPr>${content.startsWith('<') ? content : r(content)}</w:p>`;
const num = (level, id = 1) => `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${id}"/></w:numPr>`;
const lvl = (level, format, text) =>
  `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/><w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr></w:lvl>`;
const tc = (text, width, properties = '') =>
  `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${properties}</w:tcPr>${p(text)}</w:tc>`;
const tr = (...cells) => `<w:tr>${cells.join('')}</w:tr>`;
const field = (code, result) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> ${code} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
const BORDERS = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => `<w:${side} w:val="single" w:sz="4"/>`)
  .join('');
const table = (columns, ...rows) =>
  `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblBorders>${BORDERS}</w:tblBorders></w:tblPr><w:tblGrid>${columns.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>${rows.join('')}</w:tbl>`;

const plan = {
  numbering: `<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="multilevel"/>${lvl(0, 'upperRoman', '%1.')}${lvl(1, 'decimal', '%2.')}${lvl(2, 'lowerLetter', '%3)')}${lvl(3, 'bullet', '+')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>`,
  styles: `<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="Dam"><w:name w:val="Dam"/><w:basedOn w:val="Normal"/><w:rPr><w:b/></w:rPr></w:style>`,
  footnotes: `<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:type="continuationSeparator" w:id="1"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote><w:footnote w:id="2">${p(`<w:r><w:footnoteRef/></w:r>${r(' Không kể văn bản mật.')}`)}</w:footnote>`,
  header: p('UBND TỈNH'),
  footer: p(field('PAGE', '1')),
  body: [
    p('MỤC TIÊU', num(0)),
    p('Mục tiêu chung', `<w:pStyle w:val="Dam"/>${num(1)}`),
    p('Mục tiêu cụ thể', num(1)),
    p(
      `${r('Đến năm 2025, ')}<w:del w:id="1" w:author="a"><w:r><w:delText>80%</w:delText></w:r></w:del><w:ins w:id="2" w:author="a">${r('90%')}</w:ins>${r(' hồ sơ được xử lý trên môi trường mạng')}<w:r><w:footnoteReference w:id="2"/></w:r>${r('.')}`,
      num(2),
    ),
    p('hồ sơ cấp tỉnh – cấp xã;', num(3)),
    p('NHIỆM VỤ', num(0)),
    p(`${r('Theo bảng ')}${field('SEQ bang', '1')}${r(' dưới đây:')}`),
    table(
      [800, 3000, 1200, 1200],
      tr(
        tc('TT', 800, '<w:vMerge w:val="restart"/>'),
        tc('Chỉ tiêu', 3000, '<w:vMerge w:val="restart"/>'),
        tc('Năm', 2400, '<w:gridSpan w:val="2"/>'),
      ),
      tr(tc('', 800, '<w:vMerge/>'), tc('', 3000, '<w:vMerge/>'), tc('2024', 1200), tc('2025', 1200)),
      tr(tc('1', 800), tc('Tỷ lệ hồ sơ trực tuyến', 3000), tc('70%', 1200), tc('', 1200)),
      tr(tc('Nhóm chỉ tiêu về tổ chức bộ máy', 6200, '<w:gridSpan w:val="4"/>')),
    ),
    p(
      `${r('Bố trí')}<w:r><w:br/></w:r>${r('12')}<w:r><w:noBreakHyphen/></w:r>${r('15 tỷ đồng')}${r(' ẩn', '<w:vanish/>')}`,
    ),
    p('quyết định', '').replace('<w:rPr></w:rPr>', '<w:rPr><w:caps/></w:rPr>'),
  ].join(''),
};
const time = '<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/>';
const timeH = '<w:rFonts w:ascii=".VnTimeH" w:hAnsi=".VnTimeH"/>';
const tcvn3 = {
  body: [
    p(r('ñy ban nh©n d©n tØnh', timeH)),
    p(r('TØnh phÊn ®Êu ®Õn n¨m 2005 gi¶m tû lÖ hé nghÌo cßn d­íi 5%.', time)),
    p(
      `${r('Së Néi vô ', time)}${r('chủ trì thực hiện', '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/>')}`,
    ),
  ].join(''),
};

function docx(contents) {
  const files = {};
  const links = [];
  const types = [];
  for (const [name, root] of Object.entries(PARTS)) {
    if (contents[name] === undefined) continue;
    files[`word/${name}.xml`] = `<w:${root} ${W} ${R}>${contents[name]}</w:${root}>`;
    links.push(`<Relationship Id="${name}" Type="${OFFICE}/${name}" Target="${name}.xml"/>`);
    types.push(`<Override PartName="/word/${name}.xml" ContentType="${TYPE}.${name}+xml"/>`);
  }
  const use =
    contents.header === undefined
      ? ''
      : '<w:headerReference w:type="default" r:id="header"/><w:footerReference w:type="default" r:id="footer"/>';
  files['word/document.xml'] =
    `<w:document ${W} ${R}><w:body>${contents.body}<w:sectPr>${use}</w:sectPr></w:body></w:document>`;
  files['word/_rels/document.xml.rels'] =
    `<Relationships xmlns="${PACKAGE}/relationships">${links.join('')}</Relationships>`;
  files['_rels/.rels'] =
    `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="d" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`;
  files['[Content_Types].xml'] =
    `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${TYPE}.document.main+xml"/>${types.join('')}</Types>`;
  return zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])));
}

const here = dirname(fileURLToPath(import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'doc-'));
for (const [name, contents] of Object.entries({ plan, tcvn3 })) {
  writeFileSync(join(folder, `${name}.docx`), docx(contents));
  execFileSync(
    'soffice',
    ['--headless', '--convert-to', 'doc:MS Word 97', '--outdir', here, join(folder, `${name}.docx`)],
    { stdio: 'inherit' },
  );
}
rmSync(folder, { recursive: true });
