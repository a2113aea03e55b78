import { expect, test } from 'vitest';
import { repeatsOf } from '../../../src/read/html/repeats.ts';

const SEEN = ['Tỷ lệ hồ sơ trực tuyến đạt 90% năm 2026.', 'Sở Nội vụ chủ trì thực hiện.', 'Năm 2030', '75%'];
test.each([
  [SEEN, true],
  [['Tỷ lệ hồ sơ', 'trực tuyến đạt 90%', 'năm 2026'], true],
  [['Tỷ lệ hồ sơ trực tuyến đạt 90%', 'TẠI SỞ'], true],
  [['TỶ LỆ HỒ SƠ TRỰC TUYẾN ĐẠT 90% NĂM 2026', 'In từ trang của'], true],
  [['Tỷ lệ hồ sơ trực tuyến đạt 95% năm 2026.'], false],
  [['Tỷ lệ hồ sơ trực tuyến đạt 9% năm 2026.'], false],
  [['Sở Tài chính phối hợp, Sở Nội vụ theo dõi'], false],
  [['90%'], false],
  [['75%'], false],
  [['Năm 2030:'], true],
  [['Năm 2031:'], false],
  [[], false],
])('%j repeats what was seen: %s', (texts, yes) => expect(repeatsOf(SEEN)(texts)).toBe(yes));
