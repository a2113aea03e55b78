import { describe, expect, test } from 'vitest';
import { provinceInBanner, provinceOfSite, provinceSpokenOf } from '../../../src/extract/header/province.ts';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import { headerOf } from './make.ts';

const knowledge = loadKnowledge();

describe('a province that is named by the way', () => {
  const text = (own: number, other: number) =>
    headerOf([
      'Công tác phòng chống thiên tai năm 2023',
      ...Array.from({ length: own }, () => 'Mưa lớn trên địa bàn tỉnh Cà Mau.'),
      ...Array.from({ length: other }, () => 'Theo kinh nghiệm của tỉnh An Giang.'),
    ]).province?.name;

  test('is not that of the text', () => expect(text(4, 1)).toBe('Cà Mau'));
  test('leaves it open where it stands there nearly as often', () => expect(text(3, 1)).toBeUndefined());
  test('leaves it open where both do', () => expect(text(2, 2)).toBeUndefined());
});

const SPOKEN: [title: string, text: string, province: string | undefined][] = [
  ['Đánh thức tiềm năng du lịch Tây Ninh', 'Năm 2023, Hà Nội đón khách.', 'Tây Ninh'],
  ['Phấn đấu 100% xã có nhà văn hóa', 'Hà Nội phấn đấu có 85% hộ văn hóa. Người Hà Nội thanh lịch.', 'Hà Nội'],
  ['', 'Đề án do Viện TP.HCM chủ trì. TP.HCM yêu cầu hoàn thành trong quý 3.', 'Hồ Chí Minh'],
  ['', 'Chỉ tiêu đối với tỉnh Quảng Bình năm 2015 là 79%.', 'Quảng Bình'],
  ['', 'Hết dịch ở các xã thuộc huyện Quỳnh Lưu, tỉnh Nghệ An.', 'Nghệ An'],
  ['', 'Ngành y tế tỉnh Cao Bằng khám cho 500 hộ.', 'Cao Bằng'],
  ['', 'Cũng trong kế hoạch, Cao Bằng cũng đặt mục tiêu 5.000 ha rừng.', 'Cao Bằng'],
  ['', 'Hộ ông An chuyển hàng sang Cao Bằng.', undefined],
  // Communes are called by the names of provinces that are no more.
  ['Hội đồng nhân dân xã Quảng Bình họp', 'Xã Quảng Bình thu hoạch lúa. Đảng ủy xã Quảng Bình chỉ đạo.', undefined],
  ['Phường Hà Giang khai giảng', 'Phường Hà Giang có 12 trường. Các trường phường Hà Giang đã sửa.', undefined],
  ['', 'Đoàn đã học tập kinh nghiệm như tỉnh Quảng Ninh đã làm.', undefined],
  ['', 'Sông Đồng Nai chảy qua tỉnh. Cầu Đồng Nai đã xong.', undefined],
  ['', 'Hà Nội đạt 91%, An Giang đạt 92%, Bắc Giang đạt 93%.', undefined],
];
test.each(SPOKEN)('the province that is spoken of: %s %s', (title, text, province) => {
  expect(provinceSpokenOf(knowledge, title, text, null)?.name).toBe(province);
});

test.each([
  ['https://vinhloc.thanhhoa.gov.vn/tin/1', 'Thanh Hóa'],
  ['https://www.hochiminhcity.gov.vn/', 'Hồ Chí Minh'],
  ['https://moh.gov.vn/', undefined],
  ['https://thanhhoa.vn/', undefined],
  ['thanhhoa.gov.vn/bao-cao.txt', undefined],
])('the province of a site: %s', (uri, province) => {
  expect(provinceOfSite(knowledge, uri, null)?.name).toBe(province);
});

test.each([
  ['UBND Xã Thái Đức\nHuyện Hạ Lang\nTỉnh Cao Bằng\nSáng ngày 22/7, HĐND xã họp.', 'Cao Bằng'],
  ['Tỉnh Cao Bằng họp.\nSáng ngày 22/7.', undefined],
  ['Tỉnh Cao Bằng\nTỉnh Lạng Sơn\nTin tức', undefined],
])('the province of a banner: %j', (text, province) => {
  expect(provinceInBanner(knowledge, text, null)?.name).toBe(province);
});
