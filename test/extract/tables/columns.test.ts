import { expect, test } from 'vitest';
import { kindOf, roleOfHeader, settleRoles } from '../../../src/extract/tables/columns.ts';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';

const HEADERS: [header: string, role: string][] = [
  ['STT', 'number'],
  ['TT', 'number'],
  ['Nội dung công việc', 'content'],
  ['Hoạt động', 'content'],
  ['Nội dung chỉ tiêu', 'indicator'],
  ['Mốc hoàn thành', 'time'],
  ['Hoàn thành', 'time'],
  ['Kế hoạch', 'value'],
  ['Tên nhiệm vụ', 'content'],
  ['Sản phẩm hoàn thành', 'product'],
  ['Cơ quan chủ trì', 'lead'],
  ['Đơn vị thực hiện', 'lead'],
  ['Đơn vị phối hợp', 'cooperate'],
  ['Thời gian hoàn thành', 'time'],
  ['Tiến độ', 'time'],
  ['Lộ trình', 'time'],
  ['Chỉ tiêu', 'indicator'],
  ['ĐVT', 'unit'],
  ['Đơn vị tính', 'unit'],
  ['Năm 2027', 'value'],
  ['Mục tiêu đến năm 2030', 'value'],
  ['Kinh phí (triệu đồng)', 'funding'],
  ['Ghi chú', 'note'],
  ['Họ và tên', 'other'],
  ['ST T', 'number'],
  ['Số thứ tự', 'number'],
  ['Danh mục đề án', 'content'],
  ['Tên chương trình, đề án, kế hoạch', 'content'],
  ['Đề án, chương trình', 'content'],
  ['Việc cần làm', 'content'],
  ['Tên đơn vị', 'other'],
  ['Trách nhiệm thực hiện', 'lead'],
  ['Đầu mối chủ trì', 'lead'],
  ['Bộ phận, cá nhân thực hiện', 'lead'],
  ['Đơn vị được giao', 'lead'],
  ['Cơ quan', 'lead'],
  ['Cơ quan chủ trì, phối hợp', 'lead'],
  ['Lãnh đạo UBND tỉnh phụ trách', 'other'],
  ['Cấp trình', 'other'],
  ['Cơ quan ban hành', 'other'],
  ['Hình thức văn bản', 'other'],
  ['Căn cứ thực hiện', 'other'],
  ['Đơn vị cùng thực hiện', 'cooperate'],
  ['Hạn hoàn thành', 'time'],
  ['Hạn chế, vướng mắc', 'other'],
  ['Thời gian trình UBND tỉnh', 'time'],
  ['Tháng hoàn thành', 'time'],
  ['KH2025', 'value'],
  ['Địa phương thực hiện', 'lead'],
  ['Mức độ hoàn thành', 'value'],
  ['Nước sạch', 'other'],
];
test.each(HEADERS)('a column headed "%s" holds: %s', (header, role) => {
  expect(roleOfHeader(loadKnowledge(), header)).toBe(role);
});

const TABLES: [heads: string, roles: string, kind: string][] = [
  ['TT | Nhiệm vụ | Chủ trì | Thời gian', 'number content lead time', 'task'],
  ['Nhiệm vụ | Người phụ trách | Cơ quan chủ trì', 'content other lead', 'task'],
  ['Nhiệm vụ | Thời gian bắt đầu | Thời gian kết thúc', 'content other time', 'task'],
  ['Tiêu chí | Nhiệm vụ | Chủ trì', 'other content lead', 'task'],
  ['Nhiệm vụ | Tiêu chí | Chủ trì', 'content product lead', 'task'],
  ['Chỉ tiêu | ĐVT | Năm 2025', 'indicator unit value', 'target'],
  ['Nội dung | ĐVT | Năm 2025', 'content unit value', 'target'],
  ['Hạng mục | Kinh phí', 'other funding', 'other'],
  ['Chỉ tiêu | = | Kế hoạch', 'indicator other value', 'other'],
];
test.each(TABLES)('columns beside one another: %s', (heads, roles, kind) => {
  const knowledge = loadKnowledge();
  const columns = settleRoles(
    knowledge,
    heads
      .split(' | ')
      .map((header) => ({ role: roleOfHeader(knowledge, header), header, inner: header, heads: [header] })),
  );
  expect(columns.map(({ role }) => role).join(' ')).toBe(roles);
  expect(kindOf(loadKnowledge(), columns)).toBe(kind);
});
