import { expect, test } from 'vitest';
import { headerOf } from './make.ts';

/** Lines of a text without letterhead, in which no word says what it is. */
const ARTICLES: [name: string, lines: string[]][] = [
  [
    'of which paper it is',
    ['Được mùa lúa vụ xuân', '(Quang Binh Portal) - Năm 2019, thời tiết thuận lợi cho cây trồng.'],
  ],
  ['the address of a channel', ['Về đích nông thôn mới', 'VTV.vn - Hai xã đã hoàn thành các tiêu chí.']],
  ['a day without its year', ['Sáng 22/11, Sở NN-PTNT tổ chức hội nghị sơ kết sản xuất.']],
  ['a person by name', ['Cụ thể, ông Hoan giao Sở Nội vụ điều chỉnh tên Đề án.']],
  ['who wrote it', ['Toàn phường có 4.266 hộ gia đình văn hóa.', 'Thùy Trang-Đài TT TP']],
  ['who wrote it, in letters', ['Bộ Tài chính đề nghị UBND tỉnh rút dự toán theo quy định./.', 'H.TR']],
  ['the day of a meeting', ['An ninh', 'Ngày 24/4/2018, UBND huyện tổ chức Hội nghị thành viên mở rộng.']],
  ['a day with a hyphen', ['Ngày 16-4, chủ tịch UBND tỉnh đã có công văn gửi các sở.']],
  ['how a dispatch was issued', ['CÔNG ĐIỆN KHẨN: Khống chế dịch', 'UBND tỉnh vừa ban hành Công điện số 02/CĐ-UBND.']],
  ['words of articles', ['UBND huyện vừa tổng kết phong trào văn hóa năm 2022.']],
  [
    'what the aims are of',
    ['Phấn đấu 100% xã phổ cập', 'Đó là mục tiêu được đề ra năm nay.', '1. Về phổ cập: 100% số xã.'],
  ],
  [
    'aims in prose, wherever they are',
    [
      'Cụ thể, đối với giáo dục mầm non, tiếp tục duy trì và nâng cao chất lượng, phấn đấu có 99% trẻ em đến trường hai buổi mỗi ngày.',
    ],
  ],
  ['a question', ['Đề án xã hội học tập có những mục tiêu nào?', 'Mục tiêu gồm ba nhóm.']],
  [
    'a headline above a story',
    [
      'Phát triển các sản phẩm du lịch trọng điểm',
      'Năm 2023, Tây Ninh dự kiến sẽ đón khoảng 5 triệu du khách, doanh thu ước đạt 1.800 tỉ đồng.',
      'Tám tháng đầu năm, Tây Ninh thu hút gần 4 triệu lượt du khách, doanh thu ước đạt trên 1.900 tỷ đồng.',
    ],
  ],
];
test.each(ARTICLES)('an article tells %s', (_name, lines) => {
  expect(headerOf(lines).form).toBe('news');
});

const OTHERS: [name: string, lines: string[]][] = [
  ['a recipe', ['Công thức nấu phở bò', 'Ninh xương trong tám giờ, thêm quế và hồi.']],
  ['items of a plan', ['1. Hoàn thành 100% nhiệm vụ của tỉnh.', '2. Giảm 5% hộ nghèo tại các xã của tỉnh Tây Ninh.']],
  ['who signs', ['Hoàn thành 100% nhiệm vụ của tỉnh.', 'TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH', 'Nguyễn Văn An']],
];
test.each(OTHERS)('no article: %s', (_name, lines) => {
  expect(headerOf(lines).form).toBe('other');
});
