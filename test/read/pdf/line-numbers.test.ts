import { describe, expect, test } from 'vitest';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import { DEFAULT_LIMITS } from '../../../src/model/block.ts';
import { readPdf } from '../../../src/read/pdf/pdf.ts';
import { type MadePage, makePdf } from './make-pdf.ts';

const LINES = [
  'ỦY BAN NHÂN DÂN TỈNH ĐÔNG HÀ',
  'CHƯƠNG TRÌNH',
  'Phát triển nhà ở xã hội đến năm 2030',
  'I. MỤC TIÊU',
  '- Hoàn thành 1.200 căn nhà ở xã hội cho công nhân của các khu công nghiệp trong tỉnh',
  'trước ngày 30 tháng 6 năm 2028.',
  '- Rà soát quỹ đất của các khu đô thị, lập danh mục dự án và công bố rộng rãi cho các',
  'doanh nghiệp có năng lực đăng ký tham gia; mỗi quý báo cáo một lần về tiến độ của các',
  'công trình đang thi công trên địa bàn.',
  '- Tỷ lệ hộ nghèo có nhà ở kiên cố đạt trên 90%.',
  'II. TỔ CHỨC THỰC HIỆN',
  '1. Sở Xây dựng chủ trì theo dõi việc thực hiện Chương trình này.',
];

/** Numbers end at one place, as Word sets them, or begin there. */
const numbered = (
  from: number,
  step: number,
  options: { readonly left?: boolean; readonly x?: number } = {},
): MadePage => ({
  size: [640, 842],
  text: LINES.flatMap((text, i) => {
    const number = String(from + i);
    const x = (options.x ?? 50) - (options.left === true ? 12 : number.length * 4);
    const line = { x: 72, y: 740 - i * 20, text };
    return (from + i) % step === 0 ? [{ x, y: line.y, text: number, size: 8 }, line] : [line];
  }),
});
const read = async (pages: readonly MadePage[]) =>
  (await readPdf(makePdf(pages), DEFAULT_LIMITS, loadKnowledge())).blocks
    .filter((block) => block.furniture === undefined)
    .map((block) => block.text);

test.each([
  ['to the right', numbered(1, 1)],
  ['to the left', numbered(1, 1, { left: true })],
  ['from the page before', numbered(96, 1)],
  ['each second line', numbered(10, 2)],
  ['in the right margin', numbered(1, 1, { x: 610 })],
] as const)('numbers that count the lines of a draft are furniture: set %s', async (_, page) => {
  expect(await read([page])).toEqual(await read([numbered(1, 1000)]));
});

test('on a short document of several parts, in which one sentence alone runs on', async () => {
  const lines = [...LINES.slice(0, 6), ...LINES.slice(-3)];
  const of = (number: (i: number) => string): MadePage => ({
    size: [640, 842],
    text: lines.flatMap((text, i) => [
      ...(number(i) === '' ? [] : [{ x: 46, y: 740 - i * 20, text: number(i), size: 8 }]),
      { x: 72, y: 740 - i * 20, text },
    ]),
  });
  expect(await read([of((i) => String(i + 1))])).toEqual(await read([of(() => '')]));
});

test('on a last page of few lines too', async () => {
  const last: MadePage = {
    text: [0, 1, 2, 3].flatMap((i) => [
      { x: 46, y: 740 - i * 20, text: String(LINES.length + 1 + i), size: 8 },
      { x: 72, y: 740 - i * 20, text: `Nơi nhận thứ ${'abcd'[i]} của văn bản` },
    ]),
  };
  expect((await read([numbered(1, 1), last])).join(' ')).not.toMatch(/1[3-6] Nơi/u);
});

test('numbers of the rows of a table, and of items, are text', async () => {
  const names = ['Phường Bắc', 'Phường Nam', 'Xã Đông', 'Xã Tây', 'Xã Trung', 'Xã Hạ', 'Xã Thượng', 'Phường Hồ'];
  const rows = names.flatMap((text, i) => [
    { x: 60, y: 700 - i * 20, text: String(i + 1) },
    { x: 100, y: 700 - i * 20, text },
    { x: 300, y: 700 - i * 20, text: `${i + 40}%` },
  ]);
  expect((await read([{ text: rows }])).filter((text) => /^[1-8]$/u.test(text))).toHaveLength(8);
  const items = LINES.map((text, i) => ({ x: 60, y: 700 - i * 20, text: `${i + 1}. ${text}` }));
  expect((await read([{ text: items }]))[0]).toContain('1. ');
});

describe('numbers that count on down the lines of a table are data', () => {
  const at = (rows: readonly (readonly [x: number, text: string][])[]): MadePage => ({
    size: [640, 842],
    text: rows.flatMap((cells, i) => cells.map(([x, text]) => ({ x, y: 780 - i * 18, text }))),
  });
  const rows = (count: number, of: (i: number) => readonly [number, string][]) =>
    Array.from({ length: count }, (_, i) => of(i));
  const grid = (count: number) =>
    [56, 96, 400, 500]
      .flatMap((x): [number, number, number, number][] => [[x, 795, x, 795 - count * 18]])
      .concat(
        Array.from({ length: count + 1 }, (_, i): [number, number, number, number] => [
          56,
          795 - i * 18,
          500,
          795 - i * 18,
        ]),
      );
  const numbersOf = async (page: MadePage): Promise<string> => {
    const { blocks } = await readPdf(makePdf([page]), DEFAULT_LIMITS, loadKnowledge());
    return blocks
      .filter((block) => block.furniture !== undefined)
      .map((block) => block.text)
      .join(' ');
  };
  const names = ['xã Đông', 'phường Bắc', 'xã Hạ Trung', 'xã Thượng'];

  test.each([
    [
      'names of communes in columns',
      at(
        rows(20, (i) => [
          [60, `${i + 1}`],
          [100, `${names[i % 4]}`],
          [420, `${i + 3},5`],
        ]),
      ),
    ],
    [
      'items in columns',
      at(
        rows(20, (i) => [
          [60, `${i + 1}`],
          [100, `${i % 3 === 2 ? 'Tổng thu' : '- Thu nội địa'} ${i}`],
          [420, `${100 + i}`],
        ]),
      ),
    ],
    [
      'under a head',
      at([
        [
          [56, 'TT'],
          [100, 'Đơn vị'],
        ],
        ...rows(20, (i): [number, string][] => [
          [60, `${i + 1}`],
          [100, `${names[i % 4]}`],
        ]),
      ]),
    ],
    [
      'without a head',
      at(
        rows(20, (i) => [
          [60, `${i + 1}`],
          [100, `${names[i % 4]}`],
        ]),
      ),
    ],
    [
      'years',
      at(
        rows(10, (i) => [
          [56, `${2021 + i}`],
          [100, `đạt ${13 + 3 * i} xã nông thôn mới`],
        ]),
      ),
    ],
    [
      'counts at the right',
      at(
        rows(10, (i) => [
          [60, `năm thứ ${'abcdefghij'[i]}`],
          [200, 'số xã đạt chuẩn lũy kế'],
          [500, `${12 + i}`],
        ]),
      ),
    ],
    [
      'counts at the right of text',
      at(
        rows(10, (i) => [
          [60, `số xã đạt chuẩn lũy kế đến năm thứ ${'abcdefghij'[i]}`],
          [500, `${12 + i}`],
        ]),
      ),
    ],
    [
      'ruled',
      {
        ...at(
          rows(12, (i) => [
            [60, `${i + 1}`],
            [100, `${names[i % 4]}`],
            [420, `${i + 3},5`],
          ]),
        ),
        rules: grid(12),
      },
    ],
  ] as const)('%s', async (_, page) => {
    expect(await numbersOf(page)).toBe('');
  });
});
