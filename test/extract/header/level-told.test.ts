import { expect, test } from 'vitest';
import {
  countsDistricts,
  levelFor,
  levelSpoken,
  levelTold,
  speakerFirst,
  speakerIn,
} from '../../../src/extract/header/level-told.ts';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';

const CASES: [title: string, opening: string, level: string | null][] = [
  ['Huyện Thanh Liêm, Hà Nam đạt chuẩn nông thôn mới', '', 'district'],
  ['Toàn huyện Vũ Quang đã tiêm trên 24.000 liều vắc xin', '', 'district'],
  ['Quỳ Hợp: Tiêm phòng cho gia súc đạt 80%', '', 'district'],
  ['Thủ tướng: Triển khai ngay cơ chế đặc thù với nhà ở xã hội', '', 'central'],
  ['Bộ trưởng Bộ Nội vụ: Dự kiến hoàn thành việc sắp xếp', '', 'central'],
  ['', 'Phong trào được nhân dân trên địa bàn phường Quảng Phú hưởng ứng.', 'commune'],
  ['', 'UBND tỉnh giao Sở Y tế công bố hết dịch trên địa bàn xã Quỳnh Hậu.', null],
  ['Hà Nội: Tiêm phòng cho gia súc đạt 80%', '', null],
  ['Lãnh đạo tỉnh làm việc với huyện Lâm Thao', '', null],
  ['Chiêm Hóa đẩy nhanh trồng rừng', 'Ở xã Nhân Lý, các hộ đã trồng keo.', 'district'],
  ['Cao Bằng phấn đấu trồng 500 ha rừng', '', 'province'],
  ['Quảng Ninh phấn đấu giảm nghèo', 'Năm 2019, huyện Quảng Ninh giảm 600 hộ nghèo.', 'district'],
  ['(TTV) Hạ Lang đẩy mạnh trồng rừng', 'Hạ Lang là huyện vùng cao. UBND tỉnh giao huyện trồng rừng.', 'district'],
  [
    'Cao Bằng: Thái Đức phát triển du lịch',
    'Đây là hướng đi của huyện Hạ Lang nói chung và xã Thái Đức nói riêng.',
    'commune',
  ],
  ['Bàng Lẻ là xã nghèo', 'Bàng Lẻ là xã vùng cao.', 'commune'],
  ['Cụ thể hóa Nghị quyết của Bộ Chính trị về du lịch', '', null],
  ['Giao chỉ tiêu trồng rừng trên địa bàn tỉnh Cao Bằng', '', 'province'],
  ['', 'Năm 2013, huyện Hạ Lang tập trung trồng rừng ở xã Thái Đức.', 'district'],
  ['', 'Theo đó, Thừa Thiên - Huế phấn đấu trồng 500 ha rừng.', 'province'],
  ['Tiêm phòng cho gia súc đạt 80%', 'Các huyện tiêm phòng cho gia súc.', null],
];
test.each(CASES)('%s %s', (title, opening, level) => {
  expect(levelTold(loadKnowledge(), title, opening)).toBe(level);
});

test.each([
  ['Hộ nghèo trên địa bàn phường giảm còn 2%.', 'commune'],
  ['Theo kế hoạch, huyện Hà Quảng đảm bảo 60% cơ quan có lãnh đạo nữ.', 'district'],
  ['Toàn tỉnh có 12 huyện; UBND tỉnh giao UBND huyện Lâm Thao báo cáo.', 'province'],
  ['Tỉnh này cũng đưa ra mục tiêu 60%.', 'province'],
  ['Mục tiêu của các phòng, đơn vị trực thuộc Sở là 50%.', 'department'],
  ['Chủ tịch UBND các quận, huyện, thị xã báo cáo thành phố.', 'province'],
  ['Số gia đình tập thể thao đạt 25% số hộ trong toàn quốc.', 'central'],
  ['Các chỉ tiêu chủ yếu đến năm 2025.', null],
  ['Năm 2017, tỉnh ta đón hơn 1 triệu lượt khách.', 'province'],
  ['Vốn đầu tư phát triển toàn xã hội tăng 12%.', null],
])('what a text calls its own: %s', (text, level) => {
  expect(levelSpoken(loadKnowledge(), text)).toBe(level);
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

test.each([
  ['Có 3 đơn vị cấp huyện đạt chuẩn nông thôn mới.', true],
  ['Tỷ lệ huyện đạt chuẩn đạt 100%.', true],
  ['Tăng trưởng GRDP đạt 8%.', true],
  ['Tỷ lệ xã đạt chuẩn của huyện đạt 100%.', false],
])('what only a province counts: %s', (text, counts) => expect(countsDistricts(loadKnowledge(), text)).toBe(counts));

test.each([
  ['KẾ HOẠCH rà soát hộ nghèo trên địa bàn huyện Hạ Lang', 'district'],
  ['KẾ HOẠCH rà soát hộ nghèo năm 2021', null],
])('for which unit a paper is: %s', (title, level) => expect(levelFor(loadKnowledge(), title)).toBe(level));
