import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { drawTable } from '../../../src/shell/terminal/table.ts';

const COLUMNS = [
  { title: 'nơi', flexible: true },
  { title: 'số', align: 'right' },
  { title: 'tên', flexible: true },
] as const;
const TEXTS: [what: string, text: string][] = [
  ['composed', 'Ủy ban nhân dân tỉnh Thừa Thiên Huế và các đơn vị trực thuộc'],
  ['decomposed', 'Ủy ban nhân dân tỉnh Thừa Thiên Huế và các đơn vị trực thuộc'.normalize('NFD')],
  ['East Asian', '越南社會主義共和國富壽省人民委員會計劃 2026'],
  ['one long word', 'x'.repeat(200)],
];
for (const width of [50, 80, 200]) {
  test.each(TEXTS)(`at ${width} columns every line is as wide as the others and none is too wide: %s`, (_, text) => {
    const lines = drawTable(
      COLUMNS,
      [
        [text, '12', text],
        ['a', '3', 'b'],
      ],
      width,
    ).split('\n');
    const widths = lines.map((line) => stringWidth(line));
    expect(new Set(widths).size).toBe(1);
    expect(Math.max(...widths)).toBeLessThanOrEqual(width);
  });
}

test('columns that may be left out make room, the first of them first', () => {
  const columns = [
    { title: 'nơi', flexible: true },
    { title: 'hình thức', optional: true },
    { title: 'tên', flexible: true, optional: true },
    { title: 'số' },
  ];
  const titles = (width: number): string[] =>
    (drawTable(columns, [['Thừa Thiên Huế và nơi khác', 'kế hoạch', 'x'.repeat(99), '1']], width).split('\n')[1] ?? '')
      .split('│')
      .slice(1, -1)
      .map((title) => title.trim());
  expect(titles(80)).toEqual(['nơi', 'hình thức', 'tên', 'số']);
  expect(titles(40)).toEqual(['nơi', 'tên', 'số']);
  expect(titles(30)).toEqual(['nơi', 'số']);
});

test('a row of one cell stands over all columns, whose widths it does not change', () => {
  const rows = [['Thừa Thiên Huế', '12', 'kế hoạch']];
  const plain = drawTable(COLUMNS, rows, 80).split('\n');
  const headed = drawTable(COLUMNS, [['CẢI CÁCH THỦ TỤC'], ...rows], 80).split('\n');
  expect(headed.find((line) => line.includes('12'))).toBe(plain.find((line) => line.includes('12')));
  const [heading = ''] = headed.filter((line) => line.includes('CẢI'));
  expect(heading.split('│')).toHaveLength(3);
  expect(stringWidth(heading)).toBe(stringWidth(plain[0] ?? ''));
});

test('nothing of a cell is lost', () => {
  const text = TEXTS[0]?.[1] ?? '';
  const drawn = drawTable(COLUMNS, [[text, '1', 'x']], 50);
  for (const word of text.split(' ')) expect(drawn).toContain(word);
});

test('a cell gives the terminal no orders', () => {
  const drawn = drawTable(COLUMNS, [['a\u001b[2Jb', '1', '\u202ex\u0007']], 80);
  expect(drawn).toContain('a\\u001b[2Jb');
  expect(drawn).toContain('\\u202ex\\u0007');
});

test('a word that is too wide is broken, not cut off', () => {
  const id = 'phu-tho-1782-kh-ubnd-2021-47c79a2e';
  const drawn = drawTable(COLUMNS, [[id, '1', 'Ủy ban nhân dân '.repeat(9)]], 40);
  const first = drawn.split('\n').flatMap((line) => line.split('│')[1]?.trim() ?? []);
  expect(first.join('')).toContain(id);
});

test('no word is broken where it fits its column, or where another column can give way', () => {
  const columns = [
    { title: 'document', flexible: true },
    { title: 'province or issuer', flexible: true },
    { title: 'year' },
    { title: 'title', flexible: true, optional: true },
    { title: 'targets' },
    { title: 'results' },
    { title: 'tasks' },
  ];
  const issuer = 'Ban Quản lý Khu kinh tế Vũng Áng-Hương Khê-Hương Sơn';
  const id = 'ho-chi-minh-2021-baocaotonghopcuoinam-47c79a2e';
  for (const width of [80, 100, 120]) {
    const drawn = drawTable(columns, [[id, issuer, '2021', 'Kế hoạch '.repeat(12), '12', '3', '4']], width);
    const lines = drawn.split('\n').flatMap((line) => line.split('│').map((cell) => cell.trim()));
    const words = new Set(lines.flatMap((line) => line.split(/\s|(?<=-)/u)));
    for (const word of [...id.split(/(?<=-)/u), ...issuer.split(/\s|(?<=-)/u)]) expect([...words]).toContain(word);
  }
});

test('on a terminal too narrow for it, a flexible column stays wide enough to be read', () => {
  const columns = [
    { title: 'nơi', flexible: true },
    { title: 'tên', flexible: true },
  ];
  const [border = ''] = drawTable(columns, [['x'.repeat(50), 'y'.repeat(50)]], 10).split('\n');
  expect(stringWidth(border)).toBe(2 * 12 + 3);
});
