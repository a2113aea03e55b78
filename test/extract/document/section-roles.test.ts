import { expect, test } from 'vitest';
import { roleOfTitle } from '../../../src/extract/document/section-roles.ts';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import { extracted } from '../make.ts';

test.each([
  ['MỤC TIÊU, CHỈ TIÊU', 'indicators'],
  ['Mục tiêu và chỉ tiêu cụ thể', 'indicators'],
  ['MỤC TIÊU TỔNG QUÁT', 'aims'],
  ['Quan điểm', 'aims'],
  ['Nhiệm vụ, giải pháp', 'tasks'],
  ['TỔ CHỨC THỰC HIỆN', 'implementation'],
  ['Kinh phí thực hiện', 'funding'],
  ['KẾT QUẢ ĐẠT ĐƯỢC', 'situation'],
  ['Tồn tại, hạn chế', 'situation'],
  ['KẾT QUẢ NHIỆM KỲ 2020 - 2025', 'situation'],
  ['Kết quả 6 tháng đầu năm', 'situation'],
  ['Kết quả sau 03 năm', 'situation'],
  ['Kết quả mong đợi', undefined],
  ['Tán thành những nội dung cơ bản về đánh giá kết quả nhiệm kỳ XV', 'situation'],
  ['Về kết quả, Đại hội khẳng định', 'situation'],
  ['Đánh giá tổng quát 5 năm thực hiện Nghị quyết', 'situation'],
  ['Phương hướng, nhiệm vụ quý IV', 'tasks'],
  ['Khó khăn', 'situation'],
  ['Hỗ trợ xã đặc biệt khó khăn', undefined],
  // What is to be overcome, or held down, is none that is told of.
  ['Khắc phục tồn tại trong thu gom rác', undefined],
  ['Tháo gỡ kịp thời khó khăn cho hợp tác xã', undefined],
  ['Hạn chế rác thải nhựa', undefined],
  // The first telling words decide, and only near the beginning.
  ['Giải pháp thực hiện mục tiêu', 'tasks'],
  [`${'Về phát triển nông thôn '.repeat(3)}và kinh phí thực hiện`, undefined],
  ['Về cải cách thể chế', undefined],
])('the part %j is for %s', (title, role) => {
  expect(roleOfTitle(loadKnowledge(), title)).toBe(role);
});

test('the title of a part on the line below its label is that of the part, and announces nothing', () => {
  const item = '- 100% phòng, ban thuộc Sở tiến hành tự kiểm tra công tác của mình.';
  const under = (...heading: string[]) =>
    extracted([...heading, '1. Công tác chỉ đạo', item, '2. Công tác khác', '- Giữ gìn trật tự.']).record.tasks.length;
  expect(under('Phần thứ hai', 'CHỈ TIÊU VÀ NHIỆM VỤ')).toBe(under('II. CHỈ TIÊU VÀ NHIỆM VỤ'));
});

test('a lead-in that only touches how things stand does not tell of it', () => {
  const under = (leadIn: string) => extracted([leadIn, 'Chủ tịch UBND tỉnh giao Sở Y tế trữ đủ thuốc.']).record.tasks;
  expect(under('Việc ấy rất cần trong tình hình hiện nay, cụ thể là:')).toHaveLength(1);
  expect(under('Tình hình hiện nay như sau:')).toHaveLength(0);
});

test('a heading without a label between the last item and the first that is counted anew is that of what follows', () => {
  const report = ['BÁO CÁO', 'Kết quả công tác quý I năm 2022 của Sở Y tế tỉnh Quảng Trị'];
  const items = ['1. Đã khám cho 4.500 lượt người.', '2. Tỷ lệ tiêm chủng đạt 95%.'];
  const next = ['1. Tỷ lệ tiêm chủng đạt từ 96% trở lên.', '2. Thu viện phí 12 tỷ đồng, vượt 5% dự toán.'];
  const told = (...lines: string[]) =>
    extracted([...items, ...lines], report).record.targets.map(({ status, deadline }) => [status, deadline?.end]);
  expect(told('Phương hướng quý II', ...next).slice(2)).toEqual([
    ['target', '2022-06-30'],
    ['target', '2022-06-30'],
    ['target', '2022-06-30'],
  ]);
  expect(told('Đơn vị không có vướng mắc', ...next).slice(2)).toEqual([
    ['result', undefined],
    ['result', undefined],
    ['result', undefined],
  ]);
});
