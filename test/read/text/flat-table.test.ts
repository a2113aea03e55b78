import { describe, expect, test } from 'vitest';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import { flatParts } from '../../../src/read/text/flat-table.ts';
import { blocksOfText } from '../../../src/read/text/plain-text.ts';

const texts = (text: string): string[] => blocksOfText(loadKnowledge(), text).map((block) => block.text);
const grid = (text: string): string[] =>
  blocksOfText(loadKnowledge(), text)
    .filter(({ cell }) => cell !== undefined)
    .map(
      ({ cell, text: words }) =>
        `${cell?.row},${cell?.column}${(cell?.columnSpan ?? 1) > 1 ? `+${cell?.columnSpan}` : ''} ${words}`,
    );

describe('an appendix between two tables', () => {
  const recipients = ['|', 'Nơi nhận:', '- Lưu: VT.', '|', 'TM. ỦY BAN', 'CHỦ TỊCH', '|'];
  const table = ['|', 'TT', '|', 'Chỉ tiêu', '|', 'Kết quả', '|', '|', '1', '|', 'Tỷ lệ hồ sơ số', '|', '90%', '|'];
  test('its name and title in capitals are no cell of either', () => {
    const title = [
      'PHỤ LỤC I',
      'DANH MỤC CÁC CHỈ TIÊU',
      '(Kèm theo Quyết định số 12/QĐ-UBND của Ủy ban nhân dân',
      'tỉnh)',
    ];
    const parts = flatParts(loadKnowledge(), [...recipients, ...title, ...table]);
    expect(parts.map(({ kind }) => kind)).toEqual(['table', 'body', 'table']);
    expect(grid([...recipients, ...title, ...table].join('\n'))).toEqual([
      '0,0 TT',
      '0,1 Chỉ tiêu',
      '0,2 Kết quả',
      '1,0 1',
      '1,1 Tỷ lệ hồ sơ số',
      '1,2 90%',
    ]);
  });
  test('a title right above the head that counts the rows is none either', () => {
    const lines = ['PHỤ LỤC II', 'PHÂN CÔNG NHIỆM VỤ', ...table];
    expect(flatParts(loadKnowledge(), lines).map(({ kind }) => kind)).toEqual(['body', 'table']);
    expect(grid(lines.join('\n'))[0]).toBe('0,0 TT');
  });
  test('a cell that names one is a cell', () => {
    const parts = flatParts(loadKnowledge(), ['|', 'Phụ lục I', 'Danh mục các chỉ tiêu', ...table]);
    expect(parts.map(({ kind }) => kind)).toEqual(['table']);
  });
});

describe('tables flattened with bars', () => {
  const head = ['STT', 'Nhiệm vụ', 'Sản phẩm', 'Chủ trì', 'Ghi chú'];
  const rows = [
    ['I. Chỉ đạo', '', '', '', ''],
    ['1', 'Xây dựng kế hoạch', 'Kế hoạch', 'Sở Nội vụ', ''],
    ['2', 'Kiểm tra công vụ', 'Báo cáo', 'Sở Nội vụ', 'Quý II'],
    ['II. Thể chế', '', ''],
    ['3', 'Rà soát văn bản', 'Văn bản', 'Sở Tư pháp', ''],
  ];
  const expected = [
    '0,0 STT',
    '0,1 Nhiệm vụ',
    '0,2 Sản phẩm',
    '0,3 Chủ trì',
    '0,4 Ghi chú',
    '1,0+5 I. Chỉ đạo',
    '2,0 1',
    '2,1 Xây dựng kế hoạch',
    '2,2 Kế hoạch',
    '2,3 Sở Nội vụ',
    '2,4 ',
    '3,0 2',
    '3,1 Kiểm tra công vụ',
    '3,2 Báo cáo',
    '3,3 Sở Nội vụ',
    '3,4 Quý II',
    '4,0+5 II. Thể chế',
    '5,0 3',
    '5,1 Rà soát văn bản',
    '5,2 Văn bản',
    '5,3 Sở Tư pháp',
    '5,4 ',
  ];
  test('a bar after each cell, rows unmarked, group rows cut short', () => {
    const flat = [head, ...rows]
      .flat()
      .map((cell) => `${cell === '' ? '' : `${cell}\n`}|`)
      .join('\n');
    const text = `PHỤ LỤC\nDANH MỤC NHIỆM VỤ\n${flat}\nHết.`;
    expect(grid(text)).toEqual(expected);
    expect(texts(text).filter((_, i, all) => i < 2 || i === all.length - 1)).toEqual([
      'PHỤ LỤC',
      'DANH MỤC NHIỆM VỤ',
      'Hết.',
    ]);
  });
  test('a bar at either end of each row', () => {
    const flat = [head, ...rows.map((row) => (row.length === 3 ? ['', row[0] ?? '', '', '', ''] : row))]
      .map((row) => `|\n${row.map((cell) => `${cell === '' ? '' : `${cell}\n`}|`).join('\n')}`)
      .join('\n');
    const cells = grid(`PHỤ LỤC\n\n${flat}`);
    expect(cells.slice(0, 16)).toEqual(expected.slice(0, 16));
    expect(cells.at(-1)).toBe('5,4 ');
    expect(cells).toContain('4,1 II. Thể chế');
  });
  test('group rows of a number and a title', () => {
    const flat = [
      ['TT', 'Việc', 'Chủ trì', 'Hạn'],
      ['I', 'CƠ CHẾ'],
      ['1', 'Rà soát', 'Sở Tài chính', '2026'],
      ['II', 'NHÂN LỰC'],
      ['1', 'Đào tạo', 'Sở Nội vụ', '2027'],
    ]
      .map((row) => `|\n${row.map((cell) => `${cell}\n|`).join('\n')}`)
      .join('\n');
    expect(grid(flat)).toEqual([
      '0,0 TT',
      '0,1 Việc',
      '0,2 Chủ trì',
      '0,3 Hạn',
      '1,0 I',
      '1,1+3 CƠ CHẾ',
      '2,0 1',
      '2,1 Rà soát',
      '2,2 Sở Tài chính',
      '2,3 2026',
      '3,0 II',
      '3,1+3 NHÂN LỰC',
      '4,0 1',
      '4,1 Đào tạo',
      '4,2 Sở Nội vụ',
      '4,3 2027',
    ]);
  });
});

test('what stands between bars is text where it is too long for a cell, and cells elsewhere', () => {
  const kinds = (text: string) => flatParts(loadKnowledge(), text.split('\n')).map(({ kind }) => kind);
  expect(kinds('Mở đầu\nKết thúc')).toEqual(['body']);
  expect(kinds('DANH MỤC\nSTT\n|\nNội dung\n|\n1\n|\nRà soát\n|\nHết.')).toEqual(['body', 'table', 'body']);
  expect(kinds('Tên | Mức\nHồ sơ | 90%\nHết')).toEqual(['rows', 'body']);
});

test('running text between bars that has the heading of a part is no cell, though it has no other', () => {
  const lines = Array.from({ length: 18 }, (_, i) => `Toàn tỉnh có ${i + 12} xã đã hoàn thành việc rà soát`);
  const parts = flatParts(loadKnowledge(), [
    'Số: 12/KH-UBND',
    '|',
    'I. ĐẶC ĐIỂM CHUNG',
    ...lines,
    'Tuổi',
    '|',
    'Tổng',
    '|',
    '5',
  ]);
  expect(parts.flatMap((part) => (part.kind === 'body' ? part.lines : [])).join(' ')).toContain('I. ĐẶC ĐIỂM CHUNG');
});

test('what stands before a year heads a column, whatever it is called', () => {
  const head = ['UBND TỈNH HÀ NAM', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'KẾ HOẠCH NĂM 2026', 'Đơn vị tính: Tỷ đồng'];
  const row = (...cells: string[]): string[] => [...cells.flatMap((cell) => [cell, '|']), '|'];
  const lines = [...head, ...row('Khoản mục', 'Năm 2026', '2027'), ...row('Thu nội địa', '1.200', '1.300')];
  expect(grid([...lines, ...row('Chi đầu tư', '900', '950'), ''].join('\n')).slice(0, 4)).toEqual([
    ...['0,0 Khoản mục', '0,1 Năm 2026', '0,2 2027', '1,0 Thu nội địa'],
  ]);
});

test('what stands before the year of a task is a cell', () => {
  const row = (...cells: string[]): string[] => [...cells.flatMap((cell) => [...cell.split('⏎'), '|']), '|'];
  const head = ['|', ...row('TT', 'Nhiệm vụ', 'Sản phẩm', 'Thời hạn')];
  const rows = [
    ...row('1', 'Rà soát văn bản', 'Báo cáo⏎Danh mục văn bản', 'Năm 2026'),
    ...row('2', 'Tập huấn', 'Lớp học', '2027'),
  ];
  expect(flatParts(loadKnowledge(), [...head, ...rows]).map(({ kind }) => kind)).toEqual(['table']);
});

test('heads that are broken over lines are one cell each, the first too', () => {
  const heads = ['Như sau:', 'Số', 'TT', '|', 'Tên', 'chỉ tiêu', '|', 'Kế hoạch', 'năm 2026', '|', '|'];
  expect(
    grid([...heads, '1', '|', 'Rừng', '|', '31', '|', '|', '2', '|', 'Lúa', '|', '9'].join('\n')).slice(0, 5),
  ).toEqual(['0,0 Số\nTT', '0,1 Tên chỉ tiêu', '0,2 Kế hoạch năm 2026', '1,0 1', '1,1 Rừng']);
});
