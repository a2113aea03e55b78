import { expect, test } from 'vitest';
import { targetsOf } from '../make.ts';

/** A counted noun belongs to what is measured; a unit that only measures does not. */
const CASES: [item: string, indicator: string, unit: string][] = [
  ['Xây dựng 20 mô hình', 'Xây dựng mô hình', 'mô hình'],
  ['Trồng mới 20 ha rừng', 'Trồng mới rừng', 'ha'],
  ['Kiên cố hóa 500 m kênh', 'Kiên cố hóa kênh', 'm'],
  ['Kết nạp mới từ 40 hội viên trở lên', 'Kết nạp mới hội viên', 'hội viên'],
  ['Đào tạo nghề cho 300 lao động/năm', 'Đào tạo nghề cho lao động', 'lao động/năm'],
  ['Trồng mới 20 ha/năm', 'Trồng mới', 'ha/năm'],
  // Of a count, its nouns and what is said of them.
  ['500 trẻ em và người khuyết tật được phẫu thuật', 'trẻ em và người khuyết tật được phẫu thuật', 'trẻ em'],
  ['96% thôn, 98% cơ quan, đơn vị, doanh nghiệp đạt chuẩn văn hóa', 'thôn đạt chuẩn văn hóa', '%'],
  // People who do something are no base of a share.
  ['Vĩnh Hòa: 85% dân số tham gia bảo hiểm y tế', 'dân số tham gia bảo hiểm y tế', '%'],
  ['Tỷ lệ phủ sóng 5G đạt 95% dân số', 'Tỷ lệ phủ sóng 5G % dân số', '%'],
  // What ends like a word for an estimate.
  [
    '100% thôn bổ sung nội dung bảo vệ rừng vào hương ước, quy ước',
    'thôn bổ sung nội dung bảo vệ rừng vào hương ước, quy ước',
    '%',
  ],
  // The mark of a note is no word of a measure.
  ['Tỷ lệ hồ sơ trực tuyến[1] đạt 90%', 'Tỷ lệ hồ sơ trực tuyến', '%'],
  // What a rate is taken of.
  ['Tỷ lệ tham gia bảo hiểm đạt 45% lực lượng lao động', 'Tỷ lệ tham gia bảo hiểm % lực lượng lao động', '%'],
  // How it is kept is none of it.
  ['Tỷ lệ che phủ rừng giữ ổn định 54%', 'Tỷ lệ che phủ rừng', '%'],
  // A share says itself of whom it is told, where its noun and verb stand behind it.
  ['Đối với các xã vùng cao duy trì và có 90% hộ dân được dùng điện', 'hộ dân được dùng điện', '%'],
  ['Tổ chức diệt bọ gậy tại 100% hộ có người mắc bệnh', 'Tổ chức diệt bọ gậy tại hộ có người mắc bệnh', '%'],
  // What a change is held against is no base.
  ['Phát thải khí nhà kính giảm 9% so với kịch bản thông thường', 'Phát thải khí nhà kính giảm', '%'],
  ['Các chỉ tiêu về môi trường của tỉnh đều đạt 100%', 'Các chỉ tiêu về môi trường của tỉnh', '%'],
  // What is raised to a level has no verb; what is raised by so much has.
  ['Nâng tổng số lao động khoảng 500.000 người', 'tổng số lao động', 'người'],
  ['Mỗi năm nâng tỷ lệ che phủ rừng 0,5%', 'nâng tỷ lệ che phủ rừng', '%'],
  // A length of time and who did it open the sentence; a bracket that its line cuts off is none of it.
  ['Trong 10 năm, thành phố đã huy động tổng vốn đầu tư 900 tỷ đồng', 'huy động tổng vốn đầu tư', 'VND'],
  ['Tổng số hợp tác xã là 196 hợp tác xã (HTX) (trong đó', 'Tổng số hợp tác xã', 'hợp tác xã'],
  ['Tỉnh Điện Biên còn 1.200 hộ nghèo', 'hộ nghèo', 'hộ nghèo'],
  ['Chỉ số cải cách hành chính đạt 86,5 điểm', 'Chỉ số cải cách hành chính', 'point'],
];
test.each(CASES)('%s: %s', (item, indicator, unit) => {
  const [target] = targetsOf(['I. MỤC TIÊU', `- ${item}.`]);
  expect([target?.indicator.text, target?.quantity?.unit]).toEqual([indicator, unit]);
});
