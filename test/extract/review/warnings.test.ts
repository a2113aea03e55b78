import { expect, test } from 'vitest';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import { blocksOfText } from '../../../src/read/text/plain-text.ts';
import { extracted, extractedOf } from '../make.ts';

const warned = (code: string, ...lines: string[]): string[] =>
  extracted(['I. MỤC TIÊU CỤ THỂ', ...lines])
    .record.warnings.filter((warning) => warning.code === code)
    .map(({ source }) => source?.quote ?? '');

const SAME: [what: string, lines: string[], quotes: number][] = [
  ['two figures', ['1. 90% hồ sơ được số hóa.', '2. Tối thiểu 85% hồ sơ được số hóa.'], 1],
  ['the same figure twice', ['1. 90% hồ sơ được số hóa.', '2. Tối thiểu 90% hồ sơ được số hóa.'], 0],
  ['two deadlines', ['1. Năm 2022, 80% hồ sơ được số hóa.', '2. Năm 2023, 90% hồ sơ được số hóa.'], 0],
  ['two levels', ['1. 90% hồ sơ cấp huyện được số hóa.', '2. 85% hồ sơ cấp xã được số hóa.'], 0],
  ['one word that names no measure', ['1. Hộ đạt 80%.', '2. Hộ đạt 90%.'], 0],
  [
    'ranks among others',
    ['STT | Chỉ tiêu | Đến năm 2025', '1 | Xếp hạng chỉ số đổi mới | ≤ 3 Đông Nam Á; ≤ 50 Thế giới'],
    0,
  ],
];
test.each(SAME)('figures that differ for one measure: %s', (_, lines, count) => {
  expect(warned('figures-differ', ...lines)).toHaveLength(count);
});

test('a deadline before the date of the document', () => {
  const early = '1. Tối thiểu 90% hồ sơ được số hóa trước ngày 15/02/2022.';
  expect(warned('deadline-before-issue', early)).toEqual([early.slice(3, -1)]);
  expect(warned('deadline-before-issue', early.replace('/02/', '/12/'))).toEqual([]);
});

test('a day that no calendar has', () => {
  expect(warned('no-such-day', '1. 90% hồ sơ được số hóa trước ngày 31/6/2022.')).toEqual(['ngày 31/6/2022']);
  expect(warned('no-such-day', '1. 90% hồ sơ được số hóa trước ngày 30/6/2022.')).toEqual([]);
});

test('a figure in the objectives that became nothing', () => {
  const lines = (more: string): string => `1. 90% hồ sơ được số hóa.${more}`;
  expect(warned('figure-unused', lines(' Việc này tiếp nối kết quả của 04 mô hình.'))).toEqual(['04 mô hình']);
  expect(warned('figure-unused', lines(''))).toEqual([]);
});

test('a table of figures that gave nothing', () => {
  const rows = ['Điểm | X (m) | Y (m)', 'M1 | 2498,55 | 4071,25', 'M2 | 2498,15 | 4071,05', 'M3 | 2497,95 | 4070,85'];
  expect(warned('table-not-read', 'II. VỊ TRÍ', ...rows)).toEqual(['Điểm']);
  expect(warned('table-not-read', 'II. VỊ TRÍ', ...rows.slice(0, 3))).toEqual([]);
  // What counts the rows, and codes, are no figures.
  const listed = ['An', 'Bình', 'Cường', 'Dũng', 'Hà', 'Lan'].map((name, i) => `${i + 1} | Xã ${name} | 3602.00.0${i}`);
  expect(warned('table-not-read', 'II. DANH MỤC', 'TT | Tên | Mã HS', ...listed)).toEqual([]);
  expect(warned('table-not-read', 'II. DANH MỤC', ...listed.map((row) => row.replace(/ \|[^|]+$/u, ' | ')))).toEqual(
    [],
  );
  // A comma that may part either is read as neither, and that is said, though some other figure was read.
  const areas = ['Rừng | ha | 1,200', 'Chè | ha | 2,500', 'Quế | ha | 3,400', 'Cam | ha | 12,5', 'Mía | ha | 980'];
  const unsure = ['Chỉ tiêu | Đơn vị | Kế hoạch 2026', ...areas.filter((row) => !row.includes('12,5'))];
  expect(warned('table-not-read', 'II. CHỈ TIÊU', ...unsure)).toEqual(['Chỉ tiêu']);
  expect(warned('table-not-read', 'II. CHỈ TIÊU', unsure[0] ?? '', ...areas)).toEqual([]);
  // Nor is a figure read of which nobody can tell below which head it stands.
  const names = ['TT', 'Chỉ tiêu', 'ĐVT', 'Kế hoạch 2026 theo huyện', 'Yên Lập', 'Tam Nông', 'Hạ Hòa'];
  const cells = ['1', 'Rừng', 'ha', '30', '25', '2', 'Chè', 'ha', '3', '2', '3', 'Bể nước', 'bể', '5', '8'];
  const text = ['KẾ HOẠCH', 'I. MỤC TIÊU', ...names, ...cells, 'II. TỔ CHỨC THỰC HIỆN'].join('\n');
  const { record } = extractedOf(blocksOfText(loadKnowledge(), text));
  expect(record.targets).toEqual([]);
  expect(record.warnings.flatMap(({ code, source }) => (code === 'table-not-read' ? [source?.quote] : []))).toEqual([
    names.join(' '),
  ]);
  const targets = rows.map((row, i) => (i === 0 ? 'Chỉ tiêu | Năm 2024 | Năm 2025' : row));
  expect(warned('table-not-read', 'II. CHỈ TIÊU', ...targets)).toEqual([]);
});
