import { expect, test } from 'vitest';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import { isMarkdown, readMarkdown } from '../../../src/read/markdown/markdown.ts';

test('tables, headings and marks', () => {
  const { blocks } = readMarkdown(
    loadKnowledge(),
    '## Phụ lục **chỉ tiêu**\n\nĐoạn có *chữ nghiêng*, [liên kết](http://x.vn/a_(b)) và 5\\* sao.\n\n| TT | Chỉ tiêu |\n| --- | :---: |\n| **I** | **Đến năm 2030** |\n| 1 | a\\|b<br>c |\n| 2 |\n\n1. Một\n2. Hai\n+ Ba\n',
  );
  expect(
    blocks.map(({ kind, text, cell }) => `${kind}${cell === undefined ? '' : `${cell.row},${cell.column}`}: ${text}`),
  ).toEqual([
    'heading: Phụ lục chỉ tiêu',
    'paragraph: Đoạn có chữ nghiêng, liên kết và 5* sao.',
    'cell0,0: TT',
    'cell0,1: Chỉ tiêu',
    'cell1,0: I',
    'cell1,1: Đến năm 2030',
    'cell2,0: 1',
    'cell2,1: a|b\nc',
    'cell3,0: 2',
    'cell3,1: ',
    'paragraph: 1. Một',
    'paragraph: 2. Hai',
    'item: + Ba',
  ]);
});

test('a table with a cell a line and bars between them', () => {
  const rows = [
    ['TT', 'Chỉ tiêu', 'Đơn vị', 'Kết quả'],
    ['1', 'Tỷ lệ hồ sơ số', '%', '90'],
    ['2', 'Số xã', 'xã', '12'],
  ];
  const text = `# Biểu\n\n## Chỉ tiêu\n|\n${rows.map((row) => row.join('\n|\n')).join('\n|\n|\n')}\n|\n`;
  const { blocks } = readMarkdown(loadKnowledge(), text);
  expect(
    blocks.flatMap(({ cell, text }) => (cell === undefined ? [] : [`${cell.row},${cell.column} ${text}`])),
  ).toEqual(rows.flatMap((row, i) => row.map((cell, j) => `${i},${j} ${cell}`)));
});

test.each([
  ['| a | b |\n|---|---|\n| 1 | 2 |', true],
  ['# Một\n\n## Hai', true],
  ['# NGUỒN: bản thao tác\n# Cơ quan: tỉnh', false],
  ['STT | Việc\n1 | Hai', false],
  ['2 * 3 ** 4', false],
  ['**1. Mục\ntiêu**\n\n**2. Yêu\ncầu**\n\n**3. Nội\ndung**', true],
])('is %j Markdown', (text, yes) => expect(isMarkdown(text)).toBe(yes));

test.each([
  ['**1. Mục\ntiêu** chung\n\nĐoạn.', ['1. Mục tiêu chung', 'Đoạn.']],
  ['**II. NHIỆM\nVỤ,\nGIẢI PHÁP**\n\nĐoạn.', ['II. NHIỆM VỤ, GIẢI PHÁP', 'Đoạn.']],
  ['** chú ý\n\nĐoạn **in đậm**.', ['** chú ý', 'Đoạn in đậm.']],
  [
    '**Điều 3. **Phân công\n\n**Điều\n4. **Hiệu lực\n\n**A** và **B**.',
    ['Điều 3. Phân công', 'Điều 4. Hiệu lực', 'A và B.'],
  ],
  ['**1. Đối\ntượng:**** **Các xã\n\n**2.** **Sở Y tế:** lo\n\n**C**', ['1. Đối tượng: Các xã', '2. Sở Y tế: lo', 'C']],
  ['Giá trị (**) là **ước tính** (**)\n\n**A**\n\n**B**', ['Giá trị (**) là ước tính (**)', 'A', 'B']],
])('bold text over soft line breaks: %j', (text, expected) =>
  expect(readMarkdown(loadKnowledge(), text).blocks.map((block) => block.text)).toEqual(expected),
);

test.each([
  ['*Căn cứ Luật Thủy\nlợi năm 2017;*\n\n**A**\n\n**B**\n\n**C**', ['Căn cứ Luật Thủy lợi năm 2017;', 'A', 'B', 'C']],
  [
    '- *Đợt 1: *Rà soát\n\n*Yên Lạc, ngày 2\ntháng 3 năm 2024 *\n\n**A**\n\n**B**\n\n**C**',
    ['- Đợt 1: Rà soát', 'Yên Lạc, ngày 2 tháng 3 năm 2024', 'A', 'B', 'C'],
  ],
  ['12 tỷ đồng *(**mười** hai **tỷ**)**;*\n\n** Đợt hai*\n\n**C**', ['12 tỷ đồng (mười hai tỷ);', '* Đợt hai', 'C']],
  ['12 tỷ đồng *(mười hai tỷ)**;*\n\n**A**\n\n**B**\n\n**C**', ['12 tỷ đồng (mười hai tỷ);', 'A', 'B', 'C']],
  ['* 1. Hộ mới *là hộ tách ra\n\n**A**\n\n**B**\n\n**C**', ['1. Hộ mới là hộ tách ra', 'A', 'B', 'C']],
  [
    '* Mục một\n* Mục hai (*)\n*Ghi chú còn ngỏ\n\n**A**\n\n**B**\n\n**C**',
    ['* Mục một', '* Mục hai (*)', '*Ghi chú còn ngỏ', 'A', 'B', 'C'],
  ],
  [
    'Tính 2 * 3 và 4 * 5, xem *bảng 1*.\n\n**A**\n\n**B**\n\n**C**',
    ['Tính 2 * 3 và 4 * 5, xem bảng 1.', 'A', 'B', 'C'],
  ],
])('italics, with spaces inside or over soft line breaks: %j', (text, expected) =>
  expect(readMarkdown(loadKnowledge(), text).blocks.map((block) => block.text)).toEqual(expected),
);

test('headings of one depth with printed labels are Markdown; lines that begin with "#" are none', () => {
  expect(isMarkdown('# I. MỤC TIÊU\n\nNâng cao.\n\n# II. NHIỆM VỤ\n\nRà soát.\n')).toBe(true);
  expect(isMarkdown('# cấu hình\nten = 1\n# I. ghi chú\n')).toBe(false);
});

test('a section too short to show it is broken as the others are', () => {
  const long =
    'Các đơn vị rà soát toàn bộ hồ sơ,\ncông khai kết quả trên trang tin\ncủa mình, gửi thư xin lỗi đến\nngười dân có hồ sơ quá hạn.';
  const { blocks } = readMarkdown(
    loadKnowledge(),
    `# I. MỤC TIÊU\n\n${long}\n\n# II. NHIỆM VỤ\n\n- Giải ngân đạt\ntrên 95% kế hoạch.\n`,
  );
  expect(blocks.map(({ text }) => text).slice(2)).toEqual(['II. NHIỆM VỤ', '- Giải ngân đạt trên 95% kế hoạch.']);
});

const read = (text: string) => readMarkdown(loadKnowledge(), text);
const textsOf = (text: string): string[] => read(text).blocks.map((block) => block.text);

test('what is struck through is set aside, in running text and in cells', () => {
  const { blocks, issues, setAside } = read(
    '# Kế hoạch\n\n## Mục tiêu của ngành\n\n- Tỷ lệ hồ sơ đạt ~~80%~~ **90%** năm 2026\n- ~~Giảm 15% chi phí~~\n\n| TT | Đạt |\n|---|---|\n| 1 | ~~70~~ 75 |\n| ~~2~~ | ~~5~~ |\n',
  );
  expect(blocks.map(({ text }) => text)).toEqual([
    'Kế hoạch',
    'Mục tiêu của ngành',
    '- Tỷ lệ hồ sơ đạt 90% năm 2026',
    'TT',
    'Đạt',
    '1',
    '75',
    '',
    '',
  ]);
  expect(issues.map(({ code }) => code)).toEqual(['struck-text']);
  expect(setAside?.map(({ text, characters }) => `${text} ${characters}`)).toEqual([
    '80% 2',
    'Giảm 15% chi phí 12',
    '70 2',
    '2 1',
    '5 1',
  ]);
});

test('struck through nearly throughout, a text is kept', () => {
  const { blocks, issues, setAside } = read(
    '# A\n\n~~Các đơn vị thực hiện theo kế hoạch của tỉnh.~~\n\n~~Đạt 90%.~~\n',
  );
  expect(blocks.map(({ text }) => text)).toEqual(['A', 'Các đơn vị thực hiện theo kế hoạch của tỉnh.', 'Đạt 90%.']);
  expect(issues[0]?.message).toMatch(/most of the text/u);
  expect(setAside).toEqual([]);
});

test('notes are marked as in other formats', () => {
  expect(
    textsOf('# A\n\n## B\n\nĐạt 45[^1] xã và 12[^gc] huyện.\n\n[^1]: Theo khảo sát.\n[^gc]: Không kể đảo.\n'),
  ).toEqual(['A', 'B', 'Đạt 45[1] xã và 12[1] huyện.', '[1] Theo khảo sát.', '[1] Không kể đảo.']);
});

test('a line underlined with "=" is a heading, one over "-" is what it is', () => {
  const { blocks } = read(
    'Kế hoạch năm 2026\n=====\n\n**A** và **B**\n\nTỈNH PHÚ THỌ\n-------\nSố: 12\n\n**C**\n\n**D**\n',
  );
  expect(blocks.map(({ kind, text }) => `${kind}: ${text}`)).toEqual([
    'heading: Kế hoạch năm 2026',
    'paragraph: A và B',
    'heading: TỈNH PHÚ THỌ',
    'paragraph: Số: 12',
    'paragraph: C',
    'paragraph: D',
  ]);
});

test('a table needs no outer bars', () => {
  expect(textsOf('TT | Chỉ tiêu | Năm\n---|:---|---:\n1 | **Tỷ lệ** | 90\n\nHết')).toEqual([
    'TT',
    'Chỉ tiêu',
    'Năm',
    '1',
    'Tỷ lệ',
    '90',
    'Hết',
  ]);
});

const MERGED = (second: string): string =>
  [
    '# KẾ HOẠCH',
    '',
    '| TT | Chỉ tiêu | ĐVT | Năm 2025 | Kế hoạch |',
    '|---|---|---|---|---|',
    second,
    '| 1 | Sản lượng chè | tấn | 900 | 950 | 1.000 |',
    '| 2 | Diện tích rừng | ha | 120 | 130 | 140 |',
  ].join('\n');
const rowsOf = (text: string): string[] => {
  const rows: string[] = [];
  for (const { cell, text: words } of readMarkdown(loadKnowledge(), text).blocks)
    if (cell !== undefined) rows[cell.row] = `${rows[cell.row] === undefined ? '' : `${rows[cell.row]} / `}${words}`;
  return rows;
};

test('a head that stands over several columns and is written once stands over them', () => {
  expect(rowsOf(MERGED('| | | | | Năm 2026 | Năm 2027 |')).slice(0, 3)).toEqual([
    'TT / Chỉ tiêu / ĐVT / Năm 2025 / Kế hoạch',
    ' /  /  /  / Năm 2026 / Năm 2027',
    '1 / Sản lượng chè / tấn / 900 / 950 / 1.000',
  ]);
});

test('where nobody can tell which columns a head stands over, no figure stands below one', () => {
  expect(rowsOf(MERGED('| Năm 2026 | Năm 2027 |'))[0]).toBe('TT Chỉ tiêu ĐVT Năm 2025 Kế hoạch Năm 2026 Năm 2027');
});

test('heads that a program called after their column are parts of the head beside them, or a title over all', () => {
  const cells = (text: string): string[] =>
    readMarkdown(loadKnowledge(), text).blocks.flatMap(({ cell, text: own }) =>
      cell?.row === 0 || own.includes('lúa') ? [own] : [],
    );
  const rows = '|1|_ Trong đó: lúa_|5|6|';
  expect(
    cells(`|TT|Chỉ tiêu|Thực hiện 2025|Col4|\n|---|---|---|---|\n|TT|Chỉ tiêu|9 tháng|12 tháng|\n${rows}`),
  ).toEqual([...['TT', 'Chỉ tiêu', 'Thực hiện 2025', 'Thực hiện 2025', 'Trong đó: lúa']]);
  expect(cells(`|(Số liệu ước)|Col2|Col3|Col4|\n|---|---|---|---|\n|TT|Chỉ tiêu|2024|2025|\n${rows}`)).toEqual([
    ...['(Số liệu ước)', '(Số liệu ước)', '(Số liệu ước)', '(Số liệu ước)', 'Trong đó: lúa'],
  ]);
  expect(cells(`|TT|Col2|2024|2025|\n|---|---|---|---|\n${rows}`)).toEqual(['TT', '', '2024', '2025', 'Trong đó: lúa']);
});
