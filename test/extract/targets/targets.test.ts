import { expect, test } from 'vitest';
import { extracted } from '../make.ts';

test('paragraphs of an article go on with what the one before them did', () => {
  const article = [
    'Xã Bình Minh nhìn lại một năm',
    'Năm qua, xã đạt nhiều kết quả. Đến nay, có 210 hộ kinh doanh.',
    'Tổng thu ngân sách đạt 12 tỷ đồng, tăng 14% so với năm trước.',
    'Năm tới, xã phấn đấu có thêm 30 hộ kinh doanh.',
    'Tỷ lệ hộ nghèo còn 2%.',
  ];
  expect(extracted(article, []).record.targets.map((t) => t.status)).toEqual([
    'result',
    'result',
    'result',
    'target',
    'target',
  ]);
});

test('a sentence of an article that begins with a document is no headline over what stands before it', () => {
  const article = [
    'Doanh nghiệp và doanh nhân',
    'Cả nước đặt mục tiêu đến năm 2028, khu vực tư nhân đóng góp 55% GDP…',
    'Nghị quyết số 21/NQ-CP ngày 9/5/2024 ban hành Chương trình hành động về đội ngũ doanh nhân.',
  ];
  expect(extracted(article, []).record.targets.map((t) => t.quantity?.value)).toEqual([55]);
});
