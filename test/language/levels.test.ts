import { expect, test } from 'vitest';
import { loadKnowledge } from '../../src/knowledge/knowledge.ts';
import { levelsOf } from '../../src/language/levels.ts';
import { extracted, LETTERHEAD, targetsOf } from '../extract/make.ts';

const BEFORE = '2025-06-30';
const AFTER = '2025-07-01';

const CASES: [measure: string, unit: string, date: string | null, levels: string[]][] = [
  ['hồ sơ công việc của cấp tỉnh', '%', null, ['province']],
  ['hồ sơ cấp xã và cấp huyện', '%', null, ['district', 'commune']],
  ['UBND các huyện, thị xã, thành phố công khai kết quả', '%', null, ['district']],
  ['xã, phường có điểm hỗ trợ', '%', null, ['commune']],
  ['Bộ, ngành trung ương', '%', null, ['central']],
  // "Trợ cấp xã hội" and "kinh tế số xã hội số" name no commune.
  ['người khuyết tật được hưởng trợ cấp xã hội hằng tháng', '%', null, []],
  ['người hưởng trợ cấp xã hội tại xã, phường', '%', null, ['commune']],
  ['thứ hạng so với các tỉnh, thành phố', 'rank', null, ['province']],
  ['thứ hạng chỉ số', 'rank', null, []],
  ['tỷ lệ che phủ rừng so với cả nước', '%', null, []],
  ['giường bệnh trên vạn dân (không tính giường trạm y tế xã)', '%', null, []],
  ['hồ sơ (của cấp xã)', '%', null, ['commune']],
  // A span holds all levels between its ends, districts only as long as there were any.
  ['cán bộ từ tỉnh đến cơ sở', '%', BEFORE, ['province', 'district', 'commune']],
  ['cán bộ từ tỉnh đến cơ sở', '%', AFTER, ['province', 'commune']],
  ['cán bộ từ tỉnh đến cơ sở', '%', null, ['province', 'district', 'commune']],
  ['công chức từ cấp xã đến cấp tỉnh', '%', AFTER, ['province', 'commune']],
  ['từ Trung ương đến huyện', '%', BEFORE, ['central', 'province', 'district']],
  ['bộ máy từ Trung ương tới Cơ sở', '%', AFTER, ['central', 'province', 'commune']],
  // Named, districts are named: an old target in a new plan.
  ['UBND cấp huyện', '%', AFTER, ['district']],
];
test.each(CASES)('%s (%s, %s) is measured at %j', (measure, unit, date, levels) => {
  expect(levelsOf(loadKnowledge(), measure, unit, date)).toEqual(levels);
});

const MERGED = LETTERHEAD.map((line) => line.replace('2022 - 2026', '2026 - 2030').replace(/năm 2022$/u, 'năm 2026'));
const OBJECTIVES = ['I. CHỈ TIÊU', '1. Cán bộ lãnh đạo từ tỉnh đến cơ sở sử dụng chữ ký số khi xử lý công việc.'];
const TABLE = [
  'I. CHỈ TIÊU',
  'TT | Chỉ tiêu | ĐVT | Năm 2027',
  '1 | Tỷ lệ công chức từ tỉnh đến cơ sở được bồi dưỡng | % | 90',
];
test.each([
  ['an item without a figure', OBJECTIVES],
  ['a row of a table', TABLE],
])('%s knows whether there were districts', (_, lines) => {
  expect(targetsOf(lines)[0]?.levels).toEqual(['province', 'district', 'commune']);
  expect(extracted(lines, MERGED).record.targets[0]?.levels).toEqual(['province', 'commune']);
});

test('levels in a row are shared out only where there is one for each figure', () => {
  const levels = (figures: string) =>
    targetsOf(['I. CHỈ TIÊU', `1. Tỷ lệ hồ sơ số cấp tỉnh, cấp xã lần lượt đạt ${figures}.`]).map((one) => one.levels);
  expect(levels('95%, 85%')).toEqual([['province'], ['commune']]);
  expect(levels('95%, 85%, 75%')).toEqual([['province', 'commune'], [], []]);
});
