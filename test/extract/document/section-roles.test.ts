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
