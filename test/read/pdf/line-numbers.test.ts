import { expect, test } from 'vitest';
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

test('on a last page of few lines too', async () => {
  const last: MadePage = {
    text: [0, 1, 2, 3].flatMap((i) => [
      { x: 46, y: 740 - i * 20, text: String(10 + i), size: 8 },
      { x: 72, y: 740 - i * 20, text: `Nơi nhận thứ ${'abcd'[i]} của văn bản` },
    ]),
  };
  expect((await read([numbered(1, 1), last])).join(' ')).not.toMatch(/1[0-3] Nơi/u);
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
