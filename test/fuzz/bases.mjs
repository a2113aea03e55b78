// What is mutated: small documents of each format, the project's own files and some that are made here.
import { readFileSync } from 'node:fs';
import { strToU8, unzipSync, zipSync } from 'fflate';

const file = (path) => readFileSync(new URL(`../../${path}`, import.meta.url));

const HEAD =
  'ỦY BAN NHÂN DÂN\nTỈNH PHÚ THỌ\nSố: 12/KH-UBND\nPhú Thọ, ngày 05 tháng 5 năm 2021\n\nKẾ HOẠCH\nCải cách hành chính năm 2021\n';
const TEXT = `${HEAD}
I. MỤC TIÊU
1. Tối thiểu 90% hồ sơ được giải quyết đúng hạn trước ngày 30/11/2021.
a) Đến năm 2025, 80 - 85% hồ sơ được xử lý trên môi trường mạng; năm 2030 đạt 100%.
II. NHIỆM VỤ
1. Sở Nội vụ chủ trì, phối hợp với Sở Tài chính rà soát 12 thủ tục hành chính trong quý III/2021.
TT | Nhiệm vụ | Đơn vị chủ trì | Thời gian
1 | Rà soát văn bản quy phạm pháp luật | Sở Tư pháp | Quý II/2021
2 | Công bố 25 thủ tục hành chính | Văn phòng UBND tỉnh | Tháng 6/2021
Nơi nhận:                         TM. ỦY BAN NHÂN DÂN
- Như trên;                            CHỦ TỊCH
`;
const MARKDOWN = `# KẾ HOẠCH
**Cải cách hành chính năm 2021** của [tỉnh](https://phutho.gov.vn) Phú Thọ

## I. Mục tiêu
- Tối thiểu 90% hồ sơ được giải quyết đúng hạn
  - trong đó 50% trực tuyến
1. Tỷ lệ hài lòng đạt trên 85%[^1]

| TT | Chỉ tiêu | 2021 | 2025 |
|---|:---|---:|---:|
| 1 | Tỷ lệ hồ sơ trực tuyến | 70% | 90% |
| 2 | Số thủ tục được công bố | 25 | 1.250 |

> Sở Nội vụ chủ trì, hoàn thành trước ngày 30/11/2021.

[^1]: Theo khảo sát \`2020\`.
`;

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** With what the reader handles apart: numbering, tracked changes, notes, fields, merged cells, styles. */
function smallDocx() {
  const r = (text) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
  const p = (content, properties = '') => `<w:p><w:pPr>${properties}</w:pPr>${content}</w:p>`;
  const num = (level) => `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr>`;
  const tc = (text, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${p(r(text))}</w:tc>`;
  const lvl = (level, format, text) =>
    `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
  const body = [
    ...HEAD.split('\n')
      .filter((line) => line !== '')
      .map((line) => p(r(line), '<w:jc w:val="center"/>')),
    p(r('Mục tiêu'), `<w:pStyle w:val="Dam"/>${num(0)}`),
    p(
      `${r('Đến năm 2025, ')}<w:del w:id="1"><w:r><w:delText>80%</w:delText></w:r></w:del><w:ins w:id="2">${r('90%')}</w:ins>${r(' hồ sơ được xử lý trên môi trường mạng')}<w:r><w:footnoteReference w:id="2"/></w:r>`,
      num(1),
    ),
    p(
      `${r('Theo trang ')}<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r('7')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`,
    ),
    `<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="800"/><w:gridCol w:w="3000"/></w:tblGrid><w:tr>${tc('TT', '<w:vMerge w:val="restart"/>')}${tc('Chỉ tiêu')}${tc('Năm 2025', '<w:gridSpan w:val="2"/>')}</w:tr><w:tr>${tc('', '<w:vMerge/>')}${tc('Tỷ lệ hồ sơ trực tuyến')}${tc('70%')}${tc('90%')}</w:tr></w:tbl>`,
  ].join('');
  const parts = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"/>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="d" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `<w:document ${W}><w:body>${body}<w:sectPr/></w:body></w:document>`,
    'word/numbering.xml': `<w:numbering ${W}><w:abstractNum w:abstractNumId="1">${lvl(0, 'upperRoman', '%1.')}${lvl(1, 'decimal', '%1.%2.')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>`,
    'word/styles.xml': `<w:styles ${W}><w:style w:type="paragraph" w:default="1" w:styleId="Normal"/><w:style w:type="paragraph" w:styleId="Dam"><w:basedOn w:val="Normal"/><w:rPr><w:b/></w:rPr></w:style></w:styles>`,
    'word/footnotes.xml': `<w:footnotes ${W}><w:footnote w:id="2">${p(r('Không kể văn bản mật.'))}</w:footnote></w:footnotes>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships">${['numbering', 'styles', 'footnotes'].map((name) => `<Relationship Id="${name}" Type="${OFFICE}/${name}" Target="${name}.xml"/>`).join('')}</Relationships>`,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])), { level: 0 });
}

function smallRtf() {
  const u = (text) => [...text].map((letter) => (letter < '\u0080' ? letter : `\\u${letter.charCodeAt(0)}?`)).join('');
  const lines = TEXT.split('\n').map((line) => `\\pard ${u(line)}\\par`);
  const row = (...cells) =>
    `\\trowd\\trleft0\\clvmgf\\cellx1000\\clmgf\\cellx3000\\cellx5000\\pard\\intbl ${cells.map((cell) => `${u(cell)}\\cell`).join(' ')}\\row`;
  const fonts =
    '{\\fonttbl{\\f0\\froman\\fcharset0 Times New Roman{\\*\\falt Tahoma};}{\\f1\\fcharset0 .VnTime;}{\\f3\\fcharset163 Arial;}}';
  return Buffer.from(
    `{\\rtf1\\ansi\\ansicpg1252\\deff0${fonts}{\\info{\\title Ke hoach}}${lines.join('\n')}\n{\\listtext\\tab I.\\tab}\\f1 nh\\'a9n d\\'a9n t\\'d8nh\\par {\\field{\\*\\fldinst{ PAGE }}{\\fldrslt 7}}{\\uc2 h\\u7841\\'61\\'61n}\\par ${row('TT', 'Chỉ tiêu', '2025')}${row('1', 'Tỷ lệ hồ sơ', '90%')}{\\footnote ${u('Ghi chú')}\\par}{\\deleted x}}`,
    'latin1',
  );
}

/** Of a PDF with a file attached to it, and to its page. */
const NAMES = '/Names << /EmbeddedFiles << /Names [(a) 9 0 R] >> >> /Collection << /View /D >>';
const FILE = '<< /Type /Filespec /F (a.txt) /UF (a.txt) /EF << /F 10 0 R >> >>';
const PIN = '/Annots [<< /Type /Annot /Subtype /FileAttachment /Rect [0 0 9 9] /FS 9 0 R >>]';

/**
 * Nothing in it is packed, so that every byte can be met.
 *
 * @param attached one letter a byte
 */
function smallPdf(attached = '') {
  const lines = TEXT.split('\n').filter((line) => line !== '');
  const letters = [...new Set(lines.join(''))];
  const hex = (number) => number.toString(16).padStart(4, '0');
  const code = (letter) => hex(letters.indexOf(letter) + 1);
  const pairs = letters.map((letter) => `<${code(letter)}> <${hex(letter.charCodeAt(0))}>`);
  const stream = (text) => `<< /Length ${text.length} >>\nstream\n${text}\nendstream`;
  const written = lines.map((line, i) => `BT /F0 12 Tf 50 ${780 - i * 18} Td <${[...line].map(code).join('')}> Tj ET`);
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${attached === '' ? '' : NAMES} >>`,
    '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Rotate 0 ${attached === '' ? '' : PIN} /Resources << /Font << /F0 5 0 R >> >> /Contents 4 0 R >>`,
    stream(`50 500 m 500 500 l S 50 300 100 20 re S q 1 0 0 1 0 0 cm ${written.join('\n')} Q`),
    '<< /Type /Font /Subtype /Type0 /BaseFont /Times /Encoding /Identity-H /DescendantFonts [6 0 R] /ToUnicode 8 0 R >>',
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Times /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 500 /W [1 [500 500] 3 9 500] /FontDescriptor 7 0 R >>',
    '<< /Type /FontDescriptor /FontName /Times /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 900 /Descent -200 /CapHeight 700 /StemV 80 >>',
    stream(
      `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /M def 1 begincodespacerange <0000> <ffff> endcodespacerange\n${pairs.length} beginbfchar\n${pairs.join('\n')}\nendbfchar\n1 beginbfrange\n<0f00> <0f10> <0041>\nendbfrange\nendcmap end end`,
    ),
    ...(attached === ''
      ? []
      : [FILE, `<< /Type /EmbeddedFile /Length ${attached.length} >>\nstream\n${attached}\nendstream`]),
  ];
  let made = '%PDF-1.5\n';
  const places = objects.map((body, i) => {
    const at = made.length;
    made += `${i + 1} 0 obj\n${body}\nendobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const start = made.length;
  made += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(made, 'latin1');
}

const MAKERS = {
  html: () => [file('fixtures/so-noi-vu-2320-kh-snv-2021.html'), file('fixtures/thua-thien-hue-tin-2019.html')],
  // The small one more often: a reading of it takes a third of the time.
  docx: () => [smallDocx(), smallDocx(), smallDocx(), file('fixtures/ha-noi-so-vhtt-2018.docx')],
  doc: () => [file('test/read/doc/plan.doc'), file('test/read/doc/tcvn3.doc')],
  rtf: () => [smallRtf()],
  pdf: () => [smallPdf(), smallPdf(), file('fixtures/dak-nong-bao-cao-2019.pdf')],
  txt: () => [Buffer.from(TEXT), Buffer.from(TEXT.normalize('NFD')), Buffer.from(`\ufeff${TEXT}`, 'utf16le')],
  md: () => [Buffer.from(MARKDOWN)],
  zip: () => [
    zipSync({ 'a.txt': strToU8(TEXT), 'b/c.md': strToU8(MARKDOWN), 'b/d.docx': smallDocx() }),
    zipSync({ 'a.txt': strToU8(TEXT), 'A.TXT': strToU8(MARKDOWN) }, { level: 0 }),
  ],
  // A PDF for what is attached to it.
  portfolio: () => [smallPdf(Buffer.from(TEXT).toString('latin1'))],
};
export const FORMATS = Object.keys(MAKERS);

const made = new Map();
/** The documents of a format, and what a packed one holds, by name. */
export function basesOf(format) {
  const known =
    made.get(format) ?? MAKERS[format]().map((bytes) => ({ bytes: Buffer.from(bytes), parts: partsOf(format, bytes) }));
  made.set(format, known);
  return known;
}

const partsOf = (format, bytes) => (format === 'docx' || format === 'zip' ? unzipSync(bytes) : undefined);
