import { expect, test } from 'vitest';
import { extractRecord } from '../../../src/extract/extract.ts';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import type { Block } from '../../../src/model/block.ts';
import type { Task } from '../../../src/model/record.ts';
import { LETTERHEAD, PIPELINES } from '../make.ts';

/** A cell: its text, or its text with the columns and rows that it covers; null where another cell reaches. */
type Cell = string | { readonly text: string; readonly across?: number; readonly down?: number } | null;

function tasksOf(rows: readonly (readonly Cell[])[]): readonly Task[] {
  const paragraphs = [...LETTERHEAD, 'PHỤ LỤC'].map((text): Block => ({ kind: 'paragraph', text, page: null }));
  const cells = rows.flatMap((row, r) =>
    row.flatMap((cell, column): Block[] => {
      if (cell === null) return [];
      const { text, across = 1, down = 1 } = typeof cell === 'string' ? { text: cell } : cell;
      return [
        {
          kind: 'cell',
          text,
          page: null,
          cell: { table: 0, row: r, column, rowSpan: down, columnSpan: across },
        },
      ];
    }),
  );
  return extractRecord(
    { mediaType: 'text/plain', blocks: [...paragraphs, ...cells], pages: null, issues: [] },
    { uri: 'test.txt', sha256: '0'.repeat(64), bytes: 1 },
    { knowledge: loadKnowledge(), pipelines: PIPELINES, pipeline: 'auto' },
  ).record.tasks;
}

const A = 'Ban hành kế hoạch trồng rừng ven biển';
const B = 'Lắp camera tại các cảng cá';
/** What each of these tables says in its own way. */
const TWO = [
  ['1', A, 'so-tai-chinh', 'cong-an', '2022-06-30'],
  ['2', B, 'so-xay-dung', 'so-y-te', '2022-12-31'],
];

const SHAPES: [name: string, rows: readonly (readonly Cell[])[]][] = [
  [
    'a header of two rows, the first column broken',
    [
      [
        { text: 'ST T', down: 2 },
        { text: 'Nội dung', down: 2 },
        { text: 'Cơ quan thực hiện', across: 2 },
        null,
        { text: 'Hạn', down: 2 },
      ],
      [null, null, 'Chủ trì', 'Phối hợp', null],
      ['1', A, 'Sở Tài chính', 'Công an tỉnh', '30/6/2022'],
      ['STT', 'Nội dung', 'Cơ quan thực hiện', 'Cơ quan thực hiện', 'Hạn'],
      ['2', B, 'Sở Xây dựng', 'Sở Y tế', '31/12/2022'],
    ],
  ],
  [
    'leads and partners in one cell',
    [
      ['TT', 'Công việc', 'Đơn vị thực hiện', 'Tiến độ'],
      ['1', A, 'Chủ trì: Sở Tài chính; Phối hợp: Công an tỉnh', 'Trước 30/6/2022'],
      ['2', B, '- Cơ quan chủ trì: Sở Xây dựng\n- Cơ quan phối hợp: Sở Y tế', '31/12/2022'],
    ],
  ],
  [
    'leads and partners parted by verbs, times by a dash',
    [
      ['TT', 'Công việc', 'Cơ quan thực hiện', 'Thời gian bắt đầu - kết thúc'],
      ['1', A, 'Sở Tài chính chủ trì, phối hợp với Công an tỉnh', '01/2022 - 6/2022'],
      ['2', B, 'Sở Xây dựng chủ trì, phối hợp với Sở Y tế', '30/9/2022 - 31/12/2022'],
    ],
  ],
  [
    'leads and partners parted by a stroke',
    [
      ['TT', 'Công việc', 'Đơn vị chủ trì/phối hợp', 'Tiến độ'],
      ['1', A, 'Sở Tài chính/ Công an tỉnh', '6/2022'],
      ['2', B, 'Sở Xây dựng/Sở Y tế', '12/2022'],
    ],
  ],
  [
    'who oversees beside who leads, who decides beside when',
    [
      ['TT', 'Tên đề án', 'Lãnh đạo phụ trách', 'Cơ quan chủ trì', 'Cơ quan phối hợp', 'Cấp trình', 'Thời gian trình'],
      ['1', A, 'Đ/c Phó Chủ tịch UBND tỉnh', 'Sở Tài chính', 'Công an tỉnh', 'UBND tỉnh', 'Quý II/2022'],
      ['2', B, 'Đ/c Chủ tịch UBND tỉnh', 'Sở Xây dựng', 'Sở Y tế', 'HĐND tỉnh', 'Năm 2022'],
    ],
  ],
  [
    'the agency heads its rows',
    [
      ['TT', 'Nội dung nhiệm vụ', 'Cơ quan phối hợp', 'Thời hạn'],
      ['I', 'Sở Tài chính', '', ''],
      ['1', A, 'Công an tỉnh', 'Quý II/2022'],
      [{ text: 'II. Sở Xây dựng', across: 4 }, null, null, null],
      ['2', B, 'Sở Y tế', 'Năm 2022'],
    ],
  ],
  [
    'an aim before the task, a result after it',
    [
      ['TT', 'Mục tiêu', 'Nhiệm vụ', 'Chỉ tiêu, kết quả', 'Chủ trì', 'Phối hợp', 'Thời gian'],
      ['1', 'Bảo vệ bờ biển', A, 'Kế hoạch', 'Sở Tài chính', 'Công an tỉnh', 'Quý II/2022'],
      ['2', 'An toàn cho ngư dân', B, 'Camera', 'Sở Xây dựng', 'Sở Y tế', 'Năm 2022'],
    ],
  ],
  [
    'a beginning and an end',
    [
      ['TT', 'Việc cần làm', 'Đầu mối', 'Đơn vị cùng thực hiện', 'Thời gian bắt đầu', 'Thời gian kết thúc'],
      ['1', A, 'Sở Tài chính', 'Công an tỉnh', '01/2022', '6/2022'],
      ['2', B, 'Sở Xây dựng', 'Sở Y tế', '01/2022', '12/2022'],
    ],
  ],
  [
    'ticks below quarters',
    [
      [
        { text: 'TT', down: 2 },
        { text: 'Nhiệm vụ', down: 2 },
        { text: 'Trách nhiệm', down: 2 },
        { text: 'Phối hợp', down: 2 },
        { text: 'Tiến độ năm 2022', across: 4 },
        null,
        null,
        null,
      ],
      [null, null, null, null, 'Quý I', 'Quý II', 'Quý III', 'Quý IV'],
      ['1', A, 'Sở Tài chính', 'Công an tỉnh', 'x', 'x', '', ''],
      ['2', B, 'Sở Xây dựng', 'Sở Y tế', '', '', '', 'X'],
    ],
  ],
];

test('rows that no column counts have no printed number, and their place in the path', () => {
  const rows = [
    ['Nhiệm vụ', 'Chủ trì', 'Phối hợp', 'Thời gian'],
    [A, 'Sở Tài chính', 'Công an tỉnh', 'Quý II/2022'],
    [B, 'Sở Xây dựng', 'Sở Y tế', 'Năm 2022'],
  ];
  expect(tasksOf(rows).map(({ number, text, path }) => [number, text, path?.split('.').at(-1)])).toEqual([
    [null, A, '1'],
    [null, B, '2'],
  ]);
});

test.each(SHAPES)('a task table: %s', (_, rows) => {
  expect(
    tasksOf(rows).map((task) => [
      task.number,
      task.text,
      task.leads.map((a) => a.code).join(),
      task.cooperating.map((a) => a.code).join(),
      task.deadline?.end,
    ]),
  ).toEqual(TWO);
});

test('what comes of a task is its product, wherever the column stands', () => {
  const rows = SHAPES.find(([name]) => name.startsWith('an aim'))?.[1] ?? [];
  expect(tasksOf(rows).map((task) => task.product)).toEqual(['Kế hoạch', 'Camera']);
});

test('a first quarter to a later one is the time between', () => {
  const rows = SHAPES.find(([name]) => name.startsWith('ticks'))?.[1] ?? [];
  expect(tasksOf(rows).map((task) => [task.deadline?.start, task.deadline?.text])).toEqual([
    ['2022-01-01', 'Quý I năm 2022 - Quý II năm 2022'],
    ['2022-10-01', 'Quý IV năm 2022'],
  ]);
});

test('a cell that is not a tick tells its own time', () => {
  const rows: Cell[][] = [
    ['TT', 'Nhiệm vụ', 'Chủ trì', 'Tiến độ quý I', 'Tiến độ quý II'],
    ['1', A, 'Sở Tài chính', 'Khảo sát', 'Ban hành'],
  ];
  expect(tasksOf(rows).map((task) => task.deadline)).toEqual([null]);
});

test('a row that stands over two: the second adds who has it', () => {
  const tasks = tasksOf([
    ['TT', 'Nhiệm vụ', 'Cơ quan chủ trì', 'Cơ quan phối hợp', 'Thời hạn hoàn thành'],
    ['1', A, 'Sở Tài chính', 'Công an tỉnh', '12/2022'],
    ['Sở Tư pháp', { text: 'Sở Nội vụ và Thanh tra tỉnh', across: 4 }],
    ['2', B, 'Sở Xây dựng', 'Sở Y tế', '2023'],
  ]);
  const codes = (agencies: readonly { code: string }[]): string => agencies.map(({ code }) => code).join();
  expect(tasks.map((t) => [t.number, codes(t.leads), codes(t.cooperating)])).toEqual([
    ['1', 'so-tai-chinh,so-tu-phap', 'cong-an,so-noi-vu,thanh-tra-tinh'],
    ['2', 'so-xay-dung', 'so-y-te'],
  ]);
});

/** Head of the column of times, what stands in its cell, and the deadline. */
const TIMED: readonly (readonly [header: string, cell: string, type: string, start: string | null, end: string])[] = [
  ['Thời gian hoàn thành', '6/2025', 'by', null, '2025-06-30'],
  ['Thời hạn', '2026', 'by', null, '2026-12-31'],
  ['Hạn hoàn thành', 'Quý II/2026', 'by', null, '2026-06-30'],
  ['Hoàn thành trước', '15/8/2026', 'by', null, '2026-08-15'],
  ['Thời hạn hoàn thành', 'Tháng 10 năm 2025', 'by', null, '2025-10-31'],
  ['Thời hạn hoàn thành', '2025 - 2027', 'during', '2025-01-01', '2027-12-31'],
  ['Thời gian hoàn thành', 'Trong quý II/2026', 'during', '2026-04-01', '2026-06-30'],
  ['Thời gian thực hiện', '6/2025', 'during', '2025-06-01', '2025-06-30'],
];
test.each(TIMED)('a task below "%s" with "%s"', (header, cell, type, start, end) => {
  const tasks = tasksOf([
    ['TT', 'Nội dung nhiệm vụ', 'Cơ quan chủ trì', header],
    ['1', A, 'Sở Tài chính', cell],
    ['2', B, 'Sở Xây dựng', cell],
  ]);
  const exclusive = header.endsWith('trước');
  expect(tasks.map(({ deadline }) => deadline)).toMatchObject([
    { type, start, end, exclusive },
    { type, start, end, exclusive },
  ]);
});
