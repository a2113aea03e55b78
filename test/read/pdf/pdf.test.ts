import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import { type Block, DEFAULT_LIMITS } from '../../../src/model/block.ts';
import { readPdf } from '../../../src/read/pdf/pdf.ts';
import { column, LETTER, type MadePage, makePdf, type Painted } from './make-pdf.ts';

const read = (pages: readonly MadePage[]) => readPdf(makePdf(pages), DEFAULT_LIMITS, loadKnowledge());
const texts = (blocks: readonly Block[]): string[] =>
  blocks.filter((b) => b.furniture === undefined).map((b) => b.text);
const shown = (b: Block): string =>
  b.cell === undefined
    ? b.text
    : `${b.cell.row},${b.cell.column} ${b.cell.rowSpan}x${b.cell.columnSpan} ${b.text.replaceAll('\n', '/')}`;

/** Text as wide as a page of twelve-point type holds, broken where a word no longer fits. */
function wrapped(text: string, room = 480): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && (last.length + 1 + word.length) * 12 * LETTER <= room)
      lines[lines.length - 1] += ` ${word}`;
    else lines.push(word);
  }
  return lines;
}

const FIRST =
  'a) Đến năm 2030, toàn bộ hồ sơ của tỉnh được xử lý trên môi trường mạng, trừ hồ sơ có nội dung mật theo quy định của pháp luật hiện hành;';
const SECOND =
  'b) Hằng năm, mỗi sở và mỗi xã rà soát lại các thủ tục đang có hiệu lực, bỏ những giấy tờ mà cơ sở dữ liệu của tỉnh đã chứa sẵn.';

test('lines become paragraphs by labels and by what would have fitted', async () => {
  const lines = [...wrapped(FIRST), ...wrapped(SECOND)];
  const { blocks, pages, mediaType } = await read([{ text: column(56, 780, lines) }]);
  expect(texts(blocks)).toEqual([FIRST, SECOND]);
  expect([pages, mediaType]).toEqual([1, 'application/pdf']);
});

test('runs say where each line stands, from the top left', async () => {
  const { blocks } = await read([{ text: column(56, 780, wrapped(FIRST)) }]);
  const [first, second] = blocks[0]?.runs ?? [];
  const line = wrapped(FIRST)[0] ?? '';
  expect([first?.start, first?.end, second?.start]).toEqual([0, line.length, line.length + 1]);
  expect(first?.page).toBe(1);
  expect(first?.box[0]).toBeCloseTo(56, 0);
  expect(first?.box[2]).toBeCloseTo(56 + line.length * 12 * LETTER, 0);
  expect(first?.box[1]).toBeLessThan(842 - 780);
  expect(first?.box[3]).toBeGreaterThan(842 - 780);
});

test('a paragraph goes on over the page break; page numbers and running heads are furniture', async () => {
  const lines = wrapped(FIRST);
  const page = (text: readonly string[], number: number): MadePage => ({
    text: [
      { x: 200, y: 820, text: 'Công báo tỉnh' },
      { x: 290, y: 20, text: String(number) },
      ...column(56, 780, text),
    ],
  });
  const { blocks } = await read([page(lines.slice(0, 1), 1), page(lines.slice(1), 2), page(wrapped(SECOND), 3)]);
  expect(texts(blocks)).toEqual([FIRST, SECOND]);
  expect(blocks.filter((b) => b.furniture === 'page-number').map((b) => b.text)).toEqual(['1', '2', '3']);
  expect(blocks.filter((b) => b.furniture === 'page-header').map((b) => b.text)).toEqual(
    Array(3).fill('Công báo tỉnh'),
  );
  expect(blocks[0]?.page ?? 0).toBe(1);
});

test('hyphens at line ends stay, and a number that a line end cut is whole again', async () => {
  const text = column(56, 780, [
    'Thực hiện Quyết định số 2796/QĐ-',
    'UBND của tỉnh trong kỳ 2021 -',
    '2025 theo lộ trình.',
  ]);
  const { blocks } = await read([{ text }]);
  expect(texts(blocks)).toEqual(['Thực hiện Quyết định số 2796/QĐ-UBND của tỉnh trong kỳ 2021 - 2025 theo lộ trình.']);
});

test('letters painted out of order stand in order', async () => {
  const letter = 12 * LETTER;
  const of = (text: string, x: number, y: number, wanted: (l: string) => boolean): Painted[] =>
    [...text].flatMap((l, i) => (wanted(l) ? [{ x: x + i * letter, y, text: l }] : []));
  const line = 'Tỉnh sắp xếp lại bộ máy, tinh giản biên chế của mọi sở và mọi xã';
  const plain = (l: string): boolean => /[ -~]/u.test(l);
  const { blocks } = await read([{ text: [...of(line, 56, 780, plain), ...of(line, 56, 780, (l) => !plain(l))] }]);
  expect(texts(blocks)).toEqual([line]);
});

test('a letterhead is read row by row, each column by itself', async () => {
  const text = [
    { x: 80, y: 800, text: 'ỦY BAN NHÂN DÂN' },
    { x: 300, y: 800, text: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM' },
    { x: 92, y: 784, text: 'TỈNH ĐÔNG HÀ' },
    { x: 321, y: 784, text: 'Độc lập - Tự do - Hạnh phúc' },
    { x: 110, y: 772, text: '-------' },
    { x: 83, y: 752, text: 'Số: 12/KH-UBND' },
    { x: 300, y: 752, text: 'Đông Hà, ngày 02 tháng 3 năm 2026' },
    ...column(56, 700, wrapped(FIRST)),
  ];
  expect(texts((await read([{ text }])).blocks)).toEqual([
    'ỦY BAN NHÂN DÂN',
    'TỈNH ĐÔNG HÀ',
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Độc lập - Tự do - Hạnh phúc',
    'Số: 12/KH-UBND',
    'Đông Hà, ngày 02 tháng 3 năm 2026',
    FIRST,
  ]);
});

const X = [56, 96, 296, 436, 540];
const across = (ys: readonly number[]): [number, number, number, number][] => ys.map((y) => [56, y, 540, y]);
const down = (xs: readonly number[], y0: number, y1: number): [number, number, number, number][] =>
  xs.map((x) => [x, y0, x, y1]);
const row = (y: number, cells: readonly (readonly string[])[]): Painted[] =>
  cells.flatMap((lines, i) => lines.map((text, k) => ({ x: (X[i] ?? 0) + 4, y: y - 14 - k * 12, text, size: 10 })));
const HEADER = [['STT'], ['Nhiệm vụ'], ['Chủ trì'], ['Thời gian']];

test('heads that stand upright are those of their columns', async () => {
  const { blocks } = await read([
    {
      text: [
        { x: 70, y: 700, text: 'STT', size: 10 },
        { x: 110, y: 700, text: 'Chỉ tiêu', size: 10 },
        { x: 350, y: 655, text: 'Đơn vị', size: 10, upright: true },
        { x: 480, y: 655, text: 'Kế hoạch', size: 10, upright: true },
        { x: 494, y: 655, text: 'năm 2026', size: 10, upright: true },
        ...row(640, [['1'], ['Số xã đạt chuẩn nông thôn mới'], ['xã'], ['45']]),
        { x: 580, y: 400, text: 'Bản in thử', size: 10, upright: true },
      ],
      rules: [...across([730, 640, 610]), ...down(X, 610, 730)],
    },
  ]);
  expect(blocks.map(({ text, cell }) => [cell?.row, cell?.column, text])).toEqual([
    [0, 0, 'STT'],
    [0, 1, 'Chỉ tiêu'],
    [0, 2, 'Đơn vị'],
    [0, 3, 'Kế hoạch năm 2026'],
    [1, 0, '1'],
    [1, 1, 'Số xã đạt chuẩn nông thôn mới'],
    [1, 2, 'xã'],
    [1, 3, '45'],
    [undefined, undefined, 'Bản in thử'],
  ]);
  const [, , , head] = blocks;
  expect(head?.runs?.[0]?.box).toEqual([470.5, 147, 482.5, 187]);
});

test('a ruled table: cells of several lines, a row merged over the width, cells merged downwards', async () => {
  const text = [
    ...row(780, HEADER),
    { x: 60, y: 746, text: 'I. Cải cách thể chế của tỉnh và các xã', size: 10 },
    ...row(740, [
      ['1'],
      ['Rà soát mọi văn bản đã được ban hành', 'trong ba năm gần đây'],
      ['Sở Tư pháp'],
      ['Quý II/2026'],
    ]),
    ...row(700, [['2'], ['Công bố danh mục'], [], ['Quý IV/2026']]),
  ];
  const rules = [
    ...across([780, 760, 740, 670]),
    [56, 700, 296, 700] as const,
    [436, 700, 540, 700] as const,
    ...down([56, 540], 780, 670),
    ...down([96, 296, 436], 780, 760),
    ...down([96, 296, 436], 740, 670),
  ];
  const { blocks } = await read([{ text, rules }]);
  expect(blocks.map(shown)).toEqual([
    '0,0 1x1 STT',
    '0,1 1x1 Nhiệm vụ',
    '0,2 1x1 Chủ trì',
    '0,3 1x1 Thời gian',
    '1,0 1x4 I. Cải cách thể chế của tỉnh và các xã',
    '2,0 1x1 1',
    '2,1 1x1 Rà soát mọi văn bản đã được ban hành trong ba năm gần đây',
    '2,2 2x1 Sở Tư pháp',
    '2,3 1x1 Quý II/2026',
    '3,0 1x1 2',
    '3,1 1x1 Công bố danh mục',
    '3,3 1x1 Quý IV/2026',
  ]);
});

test('a table over the page break is one: the repeated header goes, the row that was cut is one row', async () => {
  const grid = (ys: readonly number[]) => [...across(ys), ...down(X, ys[0] ?? 0, ys.at(-1) ?? 0)];
  const first = [
    ...row(780, HEADER),
    ...row(760, [['1'], ['Lập cổng dữ liệu mở'], ['Sở Khoa học'], ['Năm 2026']]),
    ...row(740, [['2'], ['Đào tạo kỹ năng số và bảo mật cho'], ['Sở Nội vụ'], ['Hằng năm']]),
  ];
  const second = [
    ...row(780, HEADER),
    ...row(760, [[], ['cán bộ của mọi xã'], [], []]),
    ...row(740, [['3'], ['Kiểm tra công vụ'], ['Thanh tra tỉnh'], ['Quý III']]),
  ];
  const { blocks } = await read([
    { text: first, rules: grid([780, 760, 740, 720]) },
    { text: second, rules: grid([780, 760, 740, 720]) },
  ]);
  const cells = blocks.filter((b) => b.cell !== undefined);
  expect(new Set(cells.map((b) => b.cell?.table))).toEqual(new Set([0]));
  expect(cells.filter((b) => b.cell?.column === 1).map(shown)).toEqual([
    '0,1 1x1 Nhiệm vụ',
    '1,1 1x1 Lập cổng dữ liệu mở',
    '2,1 1x1 Đào tạo kỹ năng số và bảo mật cho cán bộ của mọi xã',
    '3,1 1x1 Kiểm tra công vụ',
  ]);
  expect(cells.find((b) => b.text.startsWith('Đào tạo'))?.runs?.map((r) => r.page)).toEqual([1, 2]);
  expect(blocks.filter((b) => b.furniture === 'page-header').map((b) => b.text)).toEqual([
    'STT Nhiệm vụ Chủ trì Thời gian',
  ]);
});

test('the heading of a table that comes again on many pages is the table’s, though its column breaks a word', async () => {
  const rules = [...across([780, 752, 732, 712]), ...down(X, 780, 712)];
  const page = (n: number): MadePage => ({
    text: [
      ...row(780, [['ST', 'T'], ['Nhiệm vụ'], ['Chủ trì'], ['Thời gian']]),
      ...row(752, [[String(2 * n - 1)], [`Lập cổng dữ liệu mở số ${n}`], ['Sở Khoa học'], ['Năm 2026']]),
      ...row(732, [[String(2 * n)], [`Kiểm tra công vụ đợt ${n}`], ['Thanh tra tỉnh'], ['Quý III']]),
    ],
    rules,
  });
  const { blocks } = await read([page(1), page(2), page(3), page(4)]);
  const cells = blocks.filter((b) => b.cell?.column === 0);
  expect(cells.map((b) => b.text)).toEqual(['ST\nT', '1', '2', '3', '4', '5', '6', '7', '8']);
});

test('a table without rules is told by the white between its columns', async () => {
  const text = [
    ...row(780, HEADER),
    ...row(760, [['1'], ['Lập cổng dữ liệu mở dùng chung cho cả', 'tỉnh và mọi xã'], ['Sở Khoa học'], ['Năm 2026']]),
    ...row(728, [['2'], ['Đào tạo kỹ năng số'], ['Sở Nội vụ'], ['Hằng năm']]),
    ...row(708, [['3'], ['Kiểm tra công vụ'], ['Thanh tra tỉnh'], ['Quý III']]),
  ];
  const { blocks } = await read([{ text }]);
  expect(blocks.filter((b) => b.cell?.column === 1).map(shown)).toEqual([
    '0,1 1x1 Nhiệm vụ',
    '1,1 1x1 Lập cổng dữ liệu mở dùng chung cho cả tỉnh và mọi xã',
    '2,1 1x1 Đào tạo kỹ năng số',
    '3,1 1x1 Kiểm tra công vụ',
  ]);
});

test('a footnote is told from the paragraph that goes on over the page break', async () => {
  const [first = '', ...rest] = wrapped(FIRST);
  const { blocks } = await read([
    {
      text: [
        ...column(56, 160, [...wrapped(SECOND), first]),
        { x: 56 + first.length * 12 * LETTER, y: 160 - wrapped(SECOND).length * 18 + 5, text: '1', size: 7 },
        { x: 56, y: 63, text: '1', size: 6 },
        ...column(62, 60, ['Theo Luật Công báo năm 2020.'], { size: 10 }),
      ],
    },
    {
      text: [
        ...column(56, 780, rest),
        { x: 56, y: 700, text: 'Diện tích 30 km' },
        { x: 146, y: 704, text: '2', size: 7 },
      ],
    },
  ]);
  expect(blocks.map((b) => [b.kind, b.text])).toEqual([
    ['item', SECOND],
    ['item', FIRST.replace('trừ hồ', 'trừ hồ[1]')],
    ['footnote', '[1] Theo Luật Công báo năm 2020.'],
    ['paragraph', 'Diện tích 30 km2'],
  ]);
});

test('a rotated page is read as it is shown', async () => {
  const { blocks } = await read([{ text: column(56, 780, wrapped(FIRST)), rotate: 180 }]);
  const box = blocks.at(-1)?.runs?.[0]?.box ?? [0, 0, 0, 0];
  expect(texts(blocks).join(' ')).toBe(FIRST);
  expect(box[1]).toBeGreaterThan(700);
  expect(box[3]).toBeLessThan(842);
});

test('text in a pre-Unicode font becomes Unicode', async () => {
  const text = column(56, 780, ['®Õn n¨m 2010 tØnh hoµn thµnh viÖc s¾p xÕp l¹i bé m¸y'], { font: '.VnTime' });
  const { blocks, issues } = await read([{ text }]);
  expect(texts(blocks)).toEqual(['đến năm 2010 tỉnh hoàn thành việc sắp xếp lại bộ máy']);
  expect(issues.map((i) => i.code)).toEqual(['encoding-converted']);
});

test('a font whose codes are numbers of glyphs is read by the words that they make', async () => {
  // As fonts of Windows number them: ASCII 29 lower, accented letters in the order of Macintosh, the Vietnamese block at one place.
  const numbered = (text: string): string =>
    [...text]
      .map((l) => {
        const code = l.charCodeAt(0);
        if (l === ' ') return l;
        if (code >= 0x1ea0) return String.fromCharCode(code - 0x19fc);
        const accented = 'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü'.indexOf(l);
        if (accented >= 0) return String.fromCharCode(98 + accented);
        return code < 127
          ? String.fromCharCode(code - 29)
          : ({ đ: '\u00ff', Đ: '\u00ff', ơ: '\u046b', ư: '\u046d', ă: '\u0103' }[l] ?? l);
      })
      .join('');
  const lines = [...wrapped(FIRST), ...wrapped(SECOND)];
  const { blocks, issues } = await read([{ text: column(56, 780, lines.map(numbered)) }]);
  expect(issues.map((i) => i.code)).toEqual(['character-map-repaired']);
  const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}]+/gu, ' ');
  expect(letters(texts(blocks).join(' '))).toBe(letters(`${FIRST} ${SECOND}`));
});

const JUNK =
  'Di~u 1. Sira c16i, Bb sung m9t sb d1iiu cua lu~t nay nhu sau: khong thi hlmh an tu hinh dbi v6i ngu6i bj k€t an n€u thu9C m9t trong cac tru6ng hqp';

test('a page of misread letters is told and nothing is taken from it', async () => {
  const { blocks, issues } = await read([
    { text: column(56, 780, wrapped(FIRST)) },
    { text: column(56, 780, wrapped(JUNK)) },
  ]);
  expect(texts(blocks)).toEqual([FIRST]);
  expect(blocks.filter((b) => b.furniture === 'hidden').every((b) => b.page === 2)).toBe(true);
  expect(issues).toMatchObject([{ code: 'page-unreadable', page: 2 }]);
});

test('a page without text is told', async () => {
  const { issues } = await read([{ text: column(56, 780, wrapped(FIRST)) }, { text: [] }]);
  expect(issues).toMatchObject([{ code: 'page-without-text', page: 2 }]);
});

const GOOD = makePdf([{ text: column(56, 780, wrapped(FIRST)) }]);
const BAD: [what: string, bytes: Uint8Array, maxPages: number, code: string][] = [
  ['more pages than allowed', makePdf([{ text: [] }, { text: [] }]), 1, 'file-too-large'],
  ['images only', makePdf([{ text: [] }]), 10, 'no-text-layer'],
  ['misread throughout', makePdf([{ text: column(56, 780, wrapped(JUNK)) }]), 10, 'text-unreadable'],
  ['cut short', GOOD.slice(0, 60), 10, 'file-corrupt'],
  ['no PDF but for its head', new TextEncoder().encode('%PDF-1.7\nnothing of the kind'), 10, 'file-corrupt'],
  [
    'a password',
    makePdf([{ text: column(56, 780, wrapped(FIRST)) }], {
      trailer: `/ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'ab'.repeat(32)}> /U <${'cd'.repeat(32)}> >>`,
    }),
    10,
    'file-encrypted',
  ],
];
test.each(BAD)('refused: %s', async (_, bytes, maxPages, code) => {
  await expect(readPdf(bytes, { ...DEFAULT_LIMITS, maxPages }, loadKnowledge())).rejects.toMatchObject({
    code,
    stage: 'read',
  });
});

test('the bytes stay as they were', async () => {
  const bytes = GOOD.slice();
  await readPdf(bytes, DEFAULT_LIMITS, loadKnowledge());
  expect(bytes).toEqual(GOOD);
});

const FORMS = new URL('../../../../shared/forms/', import.meta.url);
const there = existsSync(FORMS);
if (!there) console.warn('skipped: the plans in each form (../shared/forms) are not here');

/** How the plans came out: paragraphs, cells, columns of the largest table. */
const PLANS: [file: string, cells: number, columns: number][] = [
  ['pdf-word/phu-tho-2021-2025', 288, 7],
  ['pdf-print/phu-tho-2021-2025', 288, 7],
  ['pdf-fallback/phu-tho-2021-2025', 288, 7],
  ['pdf-word/dong-thap-552-2035', 108, 5],
  ['pdf-print/dong-thap-552-2035', 108, 5],
];
test.skipIf(!there).each(PLANS)('%s: one table, all its cells', async (file, cells, columns) => {
  const { blocks } = await readPdf(readFileSync(new URL(`${file}.pdf`, FORMS)), DEFAULT_LIMITS, loadKnowledge());
  const table = blocks.flatMap((b) => b.cell ?? []);
  expect(new Set(table.map((c) => c.table)).size).toBe(1);
  expect(table.length).toBe(cells);
  expect(Math.max(...table.map((c) => c.column + c.columnSpan))).toBe(columns);
});
