import { expect, test } from 'vitest';
import { allCapitals, terminated } from '../../src/read/labels.ts';

test.each([
  ['đạt 90% hồ sơ.', true],
  ['gồm các nội dung sau:', true],
  ['hồ sơ;', true],
  ['(Kèm theo Kế hoạch này).)', true],
  ['theo “Đề án 06.”', true],
  ['và còn nữa…', true],
  ['Sở Nội vụ', false],
  ['hồ sơ, ', false],
  ['hồ sơ,', false],
  ['(tỷ đồng)', false],
  ['', false],
])('%j ends a sentence or an item: %s', (line, ends) => {
  expect(terminated(line)).toBe(ends);
});

test.each([
  ['KẾ HOẠCH', true],
  ['VII. CHẾ ĐỘ 2021', true],
  ['ĐÔ', true],
  ['Đ 1', false],
  ['KẾ HOẠCh', false],
  ['2021 - 2025', false],
  ['', false],
])('%j is written in capitals: %s', (text, capitals) => {
  expect(allCapitals(text)).toBe(capitals);
});
