import { expect, test } from 'vitest';
import { loadKnowledge } from '../../src/knowledge/knowledge.ts';
import { isCountingHead } from '../../src/language/table-heads.ts';
import {
  beginsRecipients,
  beginsSignature,
  dangling,
  isKindLine,
  isNameOver,
  isOpening,
  isTableHead,
  isTitleLine,
} from '../../src/read/line-words.ts';

const knowledge = loadKnowledge();

test.each([
  ['KẾ HOẠCH', true],
  ['PHỤ LỤC II', true],
  ['CHƯƠNG TRÌNH HÀNH ĐỘNG', true],
  ['KẾ HOẠCH CẢI CÁCH', false],
  ['Kế hoạch', false],
  ['KẾ  HOẠCH', true],
  ['THÔNG TƯ', true],
  ['DANH MỤC', true],
  ['QUY CHẾ SỐ 2', true],
])('kind line %s', (line, yes) => expect(isKindLine(knowledge, line)).toBe(yes));

test.each([
  ['Nâng cao hiệu quả của', true],
  ['Theo quy định tại điểm', true],
  ['Đến hết năm 2025,', true],
  ['giai đoạn 2021 -', true],
  ['Đơn vị trả lời “', true],
  ['Thực hiện chuyển đổi số', false],
  ['Báo cáo hằng năm', false],
  ['Quản lý đất đai và môi trường', false],
  ['Năm 2021-', false],
])('a line that asks for more: %s', (line, yes) => expect(dangling(knowledge, line)).toBe(yes));

test.each([
  ['(Kèm theo Kế hoạch số 12/KH-UBND)', true],
  ['(Ban hành kèm theo Quyết định số 5)', true],
  ['Nơi nhận:', true],
  ['TM. ỦY BAN NHÂN DÂN', true],
  ['BIỂU SỐ: 02', true],
  ['Biểu 3: Chỉ tiêu', true],
  ['(kèm theo phụ lục)', false],
  ['Biểu dương các đơn vị', false],
  ['Biểu số liệu kèm theo', false],
  ['nơi nhận hồ sơ', false],
])('opens a paragraph: %s', (line, yes) => expect(isOpening(knowledge, line)).toBe(yes));

test.each([
  ['KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH', true],
  ['   BÁO CÁO', true],
  ['Kế hoạch cải cách hành chính', false],
  ['MỤC TIÊU CỦA KẾ HOẠCH', false],
])('begins a title: %s', (line, yes) => expect(isTitleLine(knowledge, line)).toBe(yes));

test.each([
  ['TM. ỦY BAN NHÂN DÂN', true],
  ['GIÁM ĐỐC\nNguyễn Văn A', true],
  ['THỦ TƯỚNG', true],
  ['Giám đốc Sở chủ trì', false],
  ['Các sở, ban, ngành', false],
])('begins a signature: %s', (text, yes) => expect(beginsSignature(knowledge, text)).toBe(yes));

test.each([
  ['phối hợp với Sở Lao động', 'Thương binh và Xã hội', true],
  ['trưởng Phòng Tài chính', 'KH huyện', true],
  ['báo cáo Ban Kinh tế', 'Ngân sách HĐND tỉnh', true],
  ['phối hợp với Sở Lao động', 'Thương binhxã hội', false],
  ['Sở Y tế', 'Thương binh và Xã hội', false],
])('a dash in the name of a body: %s - %s', (before, rest, yes) =>
  expect(isNameOver(knowledge, before, rest)).toBe(yes),
);

test.each([
  ['Nơi nhận:', true],
  ['  NƠI NHẬN', true],
  ['nơi nhận hồ sơ', true],
  ['Các nơi nhận', false],
])('begins the recipients: %s', (line, yes) => expect(beginsRecipients(line)).toBe(yes));

test.each([
  ['STT', true, true],
  ['Tt', true, true],
  ['Số thứ tự', true, true],
  ['No.', false, true],
  ['Nội dung', true, false],
  ['TÊN CHỈ TIÊU', true, false],
  ['Nội dung công việc', false, false],
])('heads of columns: %s', (text, head, counting) => {
  expect([isTableHead(knowledge, text), isCountingHead(knowledge, text)]).toEqual([head, counting]);
});
