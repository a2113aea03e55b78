import { expect, test } from 'vitest';
import { useOf } from '../../../src/extract/tables/column-use.ts';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import { targetsOf } from '../make.ts';

/** The years of the columns of a plan for 2022 to 2026, and what becomes of their figures. */
const USES: [header: string, use: 'target' | 'result' | undefined, end?: string | null][] = [
  ['Kế hoạch năm 2021', undefined],
  ['KH 2021', undefined],
  ['Nghị quyết giao năm 2021', undefined],
  ['Ước thực hiện năm 2021', 'result', '2021-12-31'],
  ['TH năm 2021', 'result', '2021-12-31'],
  ['Năm 2020', 'result', '2020-12-31'],
  ['Ước TH 2022', 'result', '2022-12-31'],
  ['Kế hoạch năm 2022', 'target', '2022-12-31'],
  ['Mục tiêu đến năm 2026', 'target', '2026-12-31'],
  ['So sánh KH 2022/TH 2021 (%)', undefined],
  ['KH 2022/TH 2021', undefined],
  ['Tăng, giảm so với năm 2021', undefined],
  ['Tỷ lệ đạt kế hoạch năm 2022 (%)', undefined],
];
test.each(USES)('a column headed "%s" in a plan for 2022 - 2026 holds: %s', (header, use, end) => {
  const targets = targetsOf([
    'PHỤ LỤC',
    `TT | Chỉ tiêu | ĐVT | ${header} | Năm 2025`,
    '1 | Diện tích lúa | ha | 95 | 99',
  ]);
  expect(targets.filter(({ quantity }) => quantity?.value === 95).map((t) => [t.status, t.deadline?.end])).toEqual(
    use === undefined ? [] : [[use, end]],
  );
});

const KINDS: [header: string, use: string][] = [
  ['Lộ trình thực hiện 2026', 'target'],
  ['Tiến độ thực hiện 2027', 'target'],
  ['Chỉ tiêu giảm so với năm 2021 (%)', 'target'],
  ['Kế hoạch 2022 so với thực hiện 2021 (%)', 'none'],
  ['Số hộ đã có nước sạch', 'result'],
  ['Năm gốc 2022', 'result'],
  ['KH2022', 'target'],
  ['KH2021', 'none'],
  ['ƯTH2022', 'result'],
  ['TH 2021', 'result'],
  ['Kế hoạch thực hiện năm 2023', 'target'],
  ['Thực hiện đến năm 2023', 'target'],
  ['Hiện trạng 2022', 'result'],
  ['KH2022/TH2021', 'none'],
  ['Tỷ lệ hoàn thành', 'none'],
  // a word that holds "ước" is another
  ['Nước sạch năm 2023', 'target'],
  ['Trước năm 2023', 'target'],
];
test.each(KINDS)('the figures below "%s" are: %s', (header, use) => {
  expect(useOf(loadKnowledge(), { role: 'value', header, inner: header, heads: [header] }, 2022)).toBe(use);
});
