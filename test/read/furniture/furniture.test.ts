import { expect, test } from 'vitest';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import { paragraph } from '../../../src/read/blocks.ts';
import { markFurniture } from '../../../src/read/furniture/furniture.ts';

const mark = (lines: string[]): (string | undefined)[] =>
  markFurniture(
    loadKnowledge(),
    lines.map((line) => paragraph(line)),
  ).map(({ furniture }) => furniture);

const CASES: [text: string, kind: string | undefined][] = [
  ['12/11/2019 | 15:57 | View count: 7059', 'counter'],
  ['Thứ tư - 15/12/2021 17:15 331 0', 'counter'],
  ['Ngày cập nhật 17/01/2019', 'counter'],
  ['Lượt xem: 1.204', 'counter'],
  ['Truy cập tổng 1.452.218', 'counter'],
  ['Hôm nay: 512', 'counter'],
  ['Tổng số điểm của bài viết là: 2 trong 2 đánh giá', 'counter'],
  ['Email của bạn sẽ không được hiển thị công khai. Các trường bắt buộc được đánh dấu *', 'comments'],
  ['Ý kiến bạn đọc', 'comments'],
  ['Gửi bình luận', 'comments'],
  ['Các tin khác', 'related'],
  ['Tin cùng chuyên mục:', 'related'],
  ['Trang chủ', 'menu'],
  ['In bài viết', 'menu'],
  ['Bạn chưa đăng nhập, bấm vào đây để tiếp tục', 'menu'],
  ['Vì chưa đăng nhập nên bạn chỉ xem được thuộc tính của văn bản.', 'menu'],
  ['Sắp có 1 người khác đăng nhập vào tài khoản của bạn.', 'menu'],
  ['Chủ quản: Công ty Thư viện số', 'menu'],
  // must stay
  ['Ngày 14/12/2021, Giám đốc Sở ký ban hành kế hoạch.', undefined],
  ['Trả lời phản ánh, kiến nghị của người dân trong 05 ngày làm việc.', undefined],
  ['Tổng số lượt truy cập Cổng dịch vụ công đạt 1.000.000 lượt năm 2025.', undefined],
  ['Giới thiệu việc làm cho 500 lao động', undefined],
  ['Hà Nam, ngày 05 tháng 5 năm 2021', undefined],
  ['Lưu: VT, NC.', undefined],
  ['Liên hệ công tác với các sở', undefined],
];
test.each(CASES)('%s', (text, kind) => expect(mark([text])[0]).toBe(kind));

test('above the line with the date only the title is text; a letterhead above it stays', () => {
  expect(mark(['CHỈ ĐẠO ĐIỀU HÀNH', 'Sơ kết nghị quyết', '12/11/2019 15:57', 'Sáng nay …'])).toEqual([
    'menu',
    undefined,
    'counter',
    undefined,
  ]);
  expect(mark(['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'KẾ HOẠCH', '12/11/2019'])).toEqual([
    undefined,
    undefined,
    'counter',
  ]);
});

test('what stands below "Các tin khác" belongs to it, up to running text', () => {
  const long =
    'Tỉnh đề ra các chỉ tiêu cụ thể cho từng năm, từng lĩnh vực và giao trách nhiệm cho các sở, ban, ngành. '.repeat(3);
  expect(mark([long, long, long, 'Các tin khác', 'Hội nghị tổng kết', 'Phát động thi đua', long])).toEqual([
    undefined,
    undefined,
    undefined,
    'related',
    'related',
    'related',
    undefined,
  ]);
});
