import { describe, expect, test } from 'vitest';
import { scan } from '../../../../src/extract/mentions/engine/rule.ts';
import { documentNumber } from '../../../../src/extract/mentions/references/document-number.ts';
import type { Context } from '../../../../src/knowledge/context.ts';
import { loadKnowledge } from '../../../../src/knowledge/knowledge.ts';
import { growth, MOST } from '../../../growth.ts';

const CONTEXT: Context = { year: 2021, date: null, singleYear: false, knowledge: loadKnowledge() };
const found = (text: string) =>
  scan(documentNumber(CONTEXT.knowledge), text, CONTEXT).flatMap((mention) =>
    mention.kind === 'reference' ? [mention.value] : [],
  );

type Row = [text: string, number: string, type: string, date: string | null, issuer: string | null];
const CITED: Row[] = [
  [
    'Chương trình hành động số 01-CTr/TU ngày 16/11/2020 của Tỉnh ủy về',
    '01-CTr/TU',
    'programme',
    '2020-11-16',
    'Tỉnh ủy',
  ],
  [
    'Kế hoạch số 526/KH-UBND ngày 08/02/2021 của UBND tỉnh',
    '526/KH-UBND',
    'plan',
    '2021-02-08',
    'Ủy ban nhân dân tỉnh',
  ],
  ['Nghị định 43/2011/NĐ-CP', '43/2011/NĐ-CP', 'decree', null, null],
  [
    'Chỉ thị số 43/CT-TTG ngày 11/12/2020 của Thủ tướng Chính phủ về',
    '43/CT-TTg',
    'directive',
    '2020-12-11',
    'Thủ tướng Chính phủ',
  ],
  ['Kết luận số 83-KL/TW ngày 29/7/2020 của Bộ Chính trị', '83-KL/TW', 'conclusion', '2020-07-29', 'Bộ Chính trị'],
  [
    'Nghị quyết số 202/2025/QH15 ngày 12 tháng 6 năm 2025 của Quốc hội về việc',
    '202/2025/QH15',
    'resolution',
    '2025-06-12',
    'Quốc hội',
  ],
  ['Luật Đường bộ số 35/2024/QH15', '35/2024/QH15', 'law', null, null],
  ['Nghị quyết 30c/NQ-CP', '30c/NQ-CP', 'resolution', null, null],
  ['Công văn số 8935/BNV-CTTN&BĐG', '8935/BNV-CTTN&BĐG', 'official-letter', null, null],
  ['Văn bản số 227/TTg-CN ngày 27/02/2025', '227/TTg-CN', 'official-letter', '2025-02-27', null],
  [
    'Thông tư số 14/2014/TT-BTP ngày 15/5/2014 của Bộ trưởng Bộ Tư pháp quy định',
    '14/2014/TT-BTP',
    'circular',
    '2014-05-15',
    'Bộ Tư pháp',
  ],
  ['Nghị định số 107/2020/NĐ- CP ngày 14/9/2020', '107/2020/NĐ-CP', 'decree', '2020-09-14', null],
  ['Nghị định số\n107/2020/NĐ-\nCP', '107/2020/NĐ-CP', 'decree', null, null],
  ['Kế hoạch 2033/KH-UBND', '2033/KH-UBND', 'plan', null, null],
  ['Nghị quyết 57/NQ-TW', '57-NQ/TW', 'resolution', null, null],
  ['Chỉ thị số 18-CT-TW', '18-CT/TW', 'directive', null, null],
  ['Thông tri số 02-TT/TU', '02-TT/TU', 'other', null, null],
  ['Thông báo số 30-TB/TGV', '30-TB/TGV', 'other', null, null],
  ['Quyết định 468/QD-TTg', '468/QĐ-TTg', 'decision', null, null],
  [
    'CHỈ THỊ SỐ 31/CT-TTG NGÀY 21/12/2023 CỦA THỦ TƯỚNG CHÍNH PHỦ',
    '31/CT-TTg',
    'directive',
    '2023-12-21',
    'Thủ tướng Chính phủ',
  ],
  ['Kế hoạch số 689/KH-UBATGTQG', '689/KH-UBATGTQG', 'plan', null, null],
  ['Báo cáo số 12/BC-SNV', '12/BC-SNV', 'report', null, null],
  [
    'Nghị quyết số 09/2014/NQ-HĐND ngày 29/4/2014 của HĐND tỉnh',
    '09/2014/NQ-HĐND',
    'resolution',
    '2014-04-29',
    'Hội đồng nhân dân tỉnh',
  ],
  ['ngày 31/2/2021 theo Kế hoạch số 5/KH-SNV ngày 31/2/2021', '5/KH-SNV', 'plan', null, null],
];

test.each(CITED)('%s', (text, number, type, date, issuer) => {
  expect(found(text)).toEqual([{ number, type, date, issuer }]);
});

test('each of several', () => {
  const text =
    'Nghị định số 107/2020/NĐ-CP ngày 14/9/2020 và 108/2020/NĐ-CP của Chính phủ; các Nghị quyết 18-NQ/TW, 19-NQ/TW (khóa XII)';
  expect(found(text).map(({ number }) => number)).toEqual(['107/2020/NĐ-CP', '108/2020/NĐ-CP', '18-NQ/TW', '19-NQ/TW']);
});

test.each([
  'ngày 16/11/2020 và 05/5/2021',
  'tiêu chuẩn ISO 9001:2015',
  'mức độ 3/4, 4/4; 24/7; 1/3 số hộ',
  '2,1 con/phụ nữ; 109 bé trai/100 bé gái; 95%/năm',
  'Nghị quyết số /NQ-CP ngày 01 tháng 01 năm 2025',
  'đạt 50 MW/năm và 100 GB/người',
  '10 xã/phường, 20 tin/bài',
  'giai đoạn 2021-2025, tỷ lệ 35-40%',
])('silent: %s', (text) => {
  expect(found(text)).toEqual([]);
});

describe('hostile input takes time in proportion', () => {
  test.each(['1', '1/', '12/2020/', '1/NĐ-', 'số ', 'Nghị quyết số ', '1/KH-UBND của ', 'Kế hoạch  ', 'A-', '9/A'])(
    '%s',
    (piece) =>
      expect(growth((text) => scan(documentNumber(CONTEXT.knowledge), text, CONTEXT), piece)).toBeLessThan(MOST),
  );
});
