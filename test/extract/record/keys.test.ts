import { expect, test } from 'vitest';
import { documentId } from '../../../src/extract/record/keys.ts';
import type { PlanRecord } from '../../../src/model/record.ts';
import { extracted } from '../make.ts';

const PLAN = [
  'I. MỤC TIÊU',
  '1. Mục tiêu đến năm 2025',
  'a) Tối thiểu 80% hồ sơ giải quyết đúng hạn tại bộ phận một cửa cấp huyện.',
  'b) Tối thiểu 90% hồ sơ giải quyết đúng hạn tại bộ phận một cửa cấp tỉnh.',
  'c) Tỷ lệ dịch vụ công trực tuyến mức độ 3 đạt 40%.',
  'd) Tỷ lệ dịch vụ công trực tuyến mức độ 4 đạt 30%.',
  'II. NHIỆM VỤ',
  'STT | Nhiệm vụ | Cơ quan chủ trì | Thời gian hoàn thành',
  '1 | Rà soát văn bản quy phạm pháp luật của tỉnh | Sở Tư pháp | Quý II/2022',
  '2 | Xây dựng đề án vị trí việc làm, sắp xếp 30 phòng | Sở Nội vụ | Quý III/2022',
];

/** Keys by the words of what they are of. */
function keysOf({ targets, tasks }: PlanRecord): Map<string, string> {
  return new Map([
    ...targets.map(({ quantity, key }) => [`${quantity?.text}`, key] as const),
    ...tasks.map(({ number, key }) => [`task ${number}`, key] as const),
  ]);
}
const keys = (lines: readonly string[]): Map<string, string> => keysOf(extracted(lines).record);
const edited = (from: string, to: string): readonly string[] => {
  const lines = PLAN.map((line) => line.replace(from, to));
  expect(lines).not.toEqual(PLAN);
  return lines;
};
const before = keys(PLAN);

test('every statement has a key of its own', () => {
  expect(before.size).toBe(7);
  expect(new Set(before.values()).size).toBe(7);
});

const SMALL: readonly (readonly [what: string, lines: readonly string[]])[] = [
  ['a tone mended', edited('hồ sơ giải quyết đúng hạn', 'hồ sơ giải quyêt đúng hạn')],
  ['a letter mended', edited('tại bộ phận một cửa cấp tỉnh', 'tại bộ phân một cưa cấp tỉn')],
  ['another spelling of a syllable', edited('c) Tỷ lệ', 'c) Tỉ lệ')],
  ['capitals and white space', edited('hồ sơ giải quyết', 'Hồ sơ  GIẢI quyết')],
  ['a word of a task mended', edited('Rà soát văn bản', 'Rà xoát văn bản').map((l) => l.replace('xoát', 'sóat'))],
  ['a paragraph before', ['Căn cứ Luật Tổ chức chính quyền địa phương;', ...PLAN]],
  ['a heading before', ['I. SỰ CẦN THIẾT', 'Nội dung.', ...PLAN.map((l) => l.replace(/^II?\. /u, 'II. '))]],
  [
    'an item before',
    PLAN.flatMap((line) =>
      line.startsWith('a)')
        ? ['a) Tối thiểu 70% cơ quan áp dụng họp không giấy tờ.', line.replace('a)', 'b)')]
        : [line],
    ),
  ],
  ['an item behind', [...PLAN.slice(0, 6), 'đ) Tối thiểu 60% cán bộ được bồi dưỡng.', ...PLAN.slice(6)]],
];
test.each(SMALL)('%s: the same statements keep their keys', (_, lines) => {
  const after = keys(lines);
  for (const [what, key] of before) expect([what, after.get(what)]).toEqual([what, key]);
});

test('a figure that changed is the same statement', () => {
  const after = extracted(edited('Tối thiểu 90%', 'Tối thiểu 95%')).record;
  expect(after.targets.find(({ quantity }) => quantity?.value === 95)?.key).toBe(before.get('Tối thiểu 90%'));
  const task = extracted(edited('sắp xếp 30 phòng', 'sắp xếp 25 phòng')).record.tasks[1];
  expect(task?.key).toBe(before.get('task 2'));
});

test('a figure of a neighbour that changed leaves the others as they are', () => {
  const said = (commune: number) =>
    extracted([
      'I. MỤC TIÊU',
      `1. 90% hồ sơ công việc cấp tỉnh, 80% hồ sơ cấp huyện và ${commune}% hồ sơ cấp xã được xử lý trên môi trường mạng.`,
    ]).record.targets.map(({ key }) => key);
  expect(said(60)).toHaveLength(3);
  expect(new Set(said(60)).size).toBe(3);
  expect(said(65)).toEqual(said(60));
});

const LARGE: readonly (readonly [what: string, of: string, lines: readonly string[]])[] = [
  [
    'another measure',
    '80%',
    edited('hồ sơ giải quyết đúng hạn tại bộ phận một cửa cấp huyện', 'xã đạt chuẩn nông thôn'),
  ],
  ['another level of service', '40%', edited('mức độ 3', 'mức độ 2')],
  ['another date', '40%', edited('đến năm 2025', 'đến năm 2030')],
];
test.each(LARGE)('%s: another statement', (_, of, lines) => {
  const named = [...before].find(([what]) => what.includes(of))?.[1];
  const same = [...keys(lines)].find(([what]) => what.includes(of))?.[1];
  expect(named).toBeDefined();
  expect(same).toBeDefined();
  expect(same).not.toBe(named);
});

test('statements that begin alike but say different things are told apart by all of their words', () => {
  const lines = [
    'I. MỤC TIÊU',
    '1. Tối thiểu 80% cán bộ cấp xã được bồi dưỡng.',
    '2. Tối thiểu 90% công bố cấp xã được biên dịch.',
  ];
  const { targets } = extracted(lines).record;
  expect(targets).toHaveLength(2);
  expect(targets[0]?.key.replace(/-2$/u, '')).not.toBe(targets[1]?.key.replace(/-2$/u, ''));
});

test('the same statement twice has two keys', () => {
  const twice = [...PLAN.slice(0, 3), 'x) Tối thiểu 80% hồ sơ giải quyết đúng hạn tại bộ phận một cửa cấp huyện.'];
  const [first, second] = extracted(twice).record.targets;
  expect(second?.key).toBe(`${first?.key}-2`);
});

test('a few words that only begin alike have keys of their own, in whatever document they stand', () => {
  const short = (measure: string): string | undefined => keys(['I. CHỈ TIÊU', `1. ${measure}: 5%.`]).get('5%');
  expect(short('Tỷ lệ hộ nghèo')).toBeDefined();
  expect(short('Tỷ lệ hộ nghèo')).not.toBe(short('Tỷ lệ hộ nghề'));
  expect(short('Tỷ lệ hộ nghèo')).toBe(short('Tỷ lệ hô nghèo'));
});

const SILENT = { number: null, province: null, issuer: null, issuedOn: null, period: null };
test.each([
  ['plans/Kế hoạch 2026.pdf', 'ke-hoach-2026-0123abcd'],
  ['https://example.vn/t%E1%BB%87p.docx?id=3#top', 'tep-0123abcd'],
  ['100%.txt', '100-0123abcd'],
  ['…', 'document-0123abcd'],
  [`${'rất dài '.repeat(40)}.pdf`, `${'rat-dai-'.repeat(13).slice(0, 99)}-0123abcd`],
])('a document that says nothing of itself is called by its place: %.60s', (uri, id) => {
  expect(documentId(SILENT, uri, `0123abcd${'0'.repeat(56)}`)).toBe(id);
});
