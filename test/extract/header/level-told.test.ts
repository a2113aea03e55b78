import { expect, test } from 'vitest';
import { levelTold, speakerFirst, speakerIn } from '../../../src/extract/header/level-told.ts';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';

const CASES: [title: string, opening: string, level: string | null][] = [
  ['Huyện Thanh Liêm, Hà Nam đạt chuẩn nông thôn mới', '', 'district'],
  ['Toàn huyện Vũ Quang đã tiêm trên 24.000 liều vắc xin', '', 'district'],
  ['Quỳ Hợp: Tiêm phòng cho gia súc đạt 80%', '', 'district'],
  ['Thủ tướng: Triển khai ngay cơ chế đặc thù với nhà ở xã hội', '', 'central'],
  ['Bộ trưởng Bộ Nội vụ: Dự kiến hoàn thành việc sắp xếp', '', 'central'],
  ['', 'Phong trào được nhân dân trên địa bàn phường Quảng Phú hưởng ứng.', 'commune'],
  ['Hà Nội: Tiêm phòng cho gia súc đạt 80%', '', null],
  ['Lãnh đạo tỉnh làm việc với huyện Lâm Thao', '', null],
  ['Tiêm phòng cho gia súc đạt 80%', 'Các huyện tiêm phòng cho gia súc.', null],
];
test.each(CASES)('%s %s', (title, opening, level) => {
  expect(levelTold(loadKnowledge(), title, opening)).toBe(level);
});

test('who speaks in a title is not whom it carries out', () => {
  const knowledge = loadKnowledge();
  expect(speakerIn(knowledge, 'THÔNG BÁO KẾT LUẬN CỦA PHÓ THỦ TƯỚNG CHÍNH PHỦ TẠI BUỔI LÀM VIỆC')?.code).toBe(
    'thu-tuong-chinh-phu',
  );
  expect(speakerIn(knowledge, 'KẾ HOẠCH THỰC HIỆN CHỈ THỊ CỦA THỦ TƯỚNG CHÍNH PHỦ')).toBeUndefined();
});

test('whom a text begins with', () => {
  const knowledge = loadKnowledge();
  expect(speakerFirst(knowledge, 'Thủ tướng Chính phủ điện: Bộ Y tế; Bộ Công an.')?.code).toBe('thu-tuong-chinh-phu');
  expect(speakerFirst(knowledge, 'Thủ tướng Chính phủ đã ban hành Chỉ thị.')).toBeUndefined();
});
