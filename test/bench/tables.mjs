// Tables of 40 rows and 12 columns as HTML and with a cell a line, beside extraction of as much running text, in one run:
// node test/bench/tables.mjs [tables, 500]
import { join } from 'node:path';
import { cpuOf, DIST, print } from './measure.mjs';

const TABLES = Number(process.argv[2] ?? 500);
const ROWS = 40;
/** Columns of figures, behind number, words and unit. */
const YEARS = Array.from({ length: 9 }, (_, i) => 2026 + i);

const MEASURES = ['Sản lượng', 'Diện tích', 'Số hộ tham gia', 'Giá trị sản xuất', 'Tỷ lệ cơ giới hóa'];
const THINGS = ['chè', 'quế', 'bưởi', 'lúa nếp', 'cá hồi', 'mật ong', 'gỗ rừng trồng', 'dược liệu'];
const UNITS = ['tấn', 'ha', 'hộ', 'tỷ đồng', '%'];
const OPENING = [
  'ỦY BAN NHÂN DÂN',
  'TỈNH PHÚ THỌ',
  'KẾ HOẠCH',
  'Phát triển nông nghiệp giai đoạn 2026 - 2034',
  'I. MỤC TIÊU',
];
const HEADS = ['TT', 'Chỉ tiêu', 'ĐVT', ...YEARS.map((year) => `Năm ${year}`)];

const rowOf = (table, row) => [
  String(row + 1),
  `${MEASURES[row % 5]} ${THINGS[(row + table) % 8]} vùng ${table + 1}`,
  UNITS[row % 5],
  ...YEARS.map((_, i) => String(10 + ((row * 7 + table * 3 + i) % 80))),
];
const tables = Array.from({ length: TABLES }, (_, t) => [
  HEADS,
  ...Array.from({ length: ROWS }, (_, r) => rowOf(t, r)),
]);

const html = `<html><body>${OPENING.map((line) => `<p>${line}</p>`).join('')}${tables
  .map(
    (rows, t) =>
      `<p>Biểu ${t + 1}. Các chỉ tiêu của vùng ${t + 1}</p><table>${rows
        .map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`)
        .join('')}</table>`,
  )
  .join('')}</body></html>`;
const cells = `${OPENING.join('\n')}\n\n${tables
  .map((rows, t) => `Biểu ${t + 1}. Các chỉ tiêu của vùng ${t + 1}:\n\n${rows.flat().join('\n')}`)
  .join('\n\n')}\n`;
/** The same measures, each in a sentence with its figures, until there is as much of it as of cells. */
const sentences = tables.flatMap((rows) =>
  rows.slice(1).map(([, words, unit, ...figures]) => {
    const reached = figures.map((figure, i) => `đạt ${figure} ${unit} năm ${YEARS[i]}`);
    return `- ${words} ${reached.join(', ')}.`;
  }),
);
let length = 0;
const said = [];
for (const sentence of sentences) {
  if (length > cells.length) break;
  said.push(sentence);
  length += sentence.length + 1;
}
const text = [...OPENING, ...said].join('\n');

await import(join(DIST, 'shell/v8.js'));
const { readBlocks } = await import(join(DIST, 'read/read.js'));
const { extractRecord } = await import(join(DIST, 'extract/extract.js'));
const { loadKnowledge } = await import(join(DIST, 'knowledge/knowledge.js'));
const { GENERAL } = await import(join(DIST, 'model/pipeline.js'));
const limits = { maxBytes: 1e9, maxPages: 1e4, maxUnpackedBytes: 1e9, maxCharacters: 1e9 };
const knowledge = loadKnowledge();
const out = [['', 'characters', 'reading', 'extraction', 'both', 'targets']];
for (const [name, whole] of [
  ['running text', text],
  ['HTML', html],
  ['a cell a line', cells],
]) {
  const read = await cpuOf(() => readBlocks(new TextEncoder().encode(whole), limits, knowledge));
  const origin = { uri: 'tables.txt', sha256: '0'.repeat(64), bytes: 1 };
  const { ms, value } = await cpuOf(() =>
    extractRecord(read.value, origin, { knowledge, pipelines: [GENERAL], pipeline: 'auto' }),
  );
  const seconds = (time) => `${(time / 1000).toFixed(1)} s`;
  const found = (value.record ?? value).targets.length;
  out.push([name, whole.length, seconds(read.ms), seconds(ms), seconds(read.ms + ms), found]);
}
print(`${TABLES} tables of ${ROWS} x ${HEADS.length}, CPU time`, out);
