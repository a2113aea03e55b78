import { expect, test } from 'vitest';
import { targetsOf } from '../make.ts';

const measures = (sentence: string): string[] =>
  targetsOf(['I. KẾT QUẢ', `- ${sentence}`]).map(({ indicator }) => indicator.text);

// What only leads up to a measure in the prose of reports is none of it.
test.each<[why: string, sentence: string, expected: string[]]>([
  ['when it was', 'Trong 9 tháng đầu năm, có 300 hợp tác xã thành lập mới.', ['hợp tác xã thành lập mới']],
  ['when it was, in words', 'Sáu tháng đầu năm kết nạp mới 40 đảng viên.', ['kết nạp mới đảng viên']],
  ['over how long it is counted', 'Tính chung 10 tháng qua, sản lượng cá đạt 900 tấn.', ['sản lượng cá']],
  [
    'of which month it is',
    'Chỉ riêng tháng 5 vừa qua, xuất khẩu cà phê của tỉnh đạt 30 triệu USD.',
    ['xuất khẩu cà phê của tỉnh'],
  ],
  [
    'how it is known',
    'Ước tính tổng đàn bò tăng 2%; dự ước sản lượng sữa đạt 700 tấn.',
    ['tổng đàn bò tăng', 'sản lượng sữa'],
  ],
  ['that it is an example', 'Đơn cử, nhóm thực phẩm tăng 0,4%.', ['nhóm thực phẩm tăng']],
  [
    'the reason',
    'Do nhiều ngành giảm sâu nên tổng thu trên địa bàn ước chỉ đạt 900 tỷ đồng, giảm 4%.',
    ['tổng thu trên địa bàn', 'tổng thu trên địa bàn giảm'],
  ],
  [
    'the matter',
    'Về giao đất, cho thuê đất, đến nay cả huyện có 700 ha rừng được giao cho hộ dân.',
    ['rừng được giao cho hộ dân'],
  ],
  ['what else rose', 'Sản lượng rau, quả đều tăng, nhất là sản lượng chè đạt 700 tấn.', ['sản lượng chè']],
  [
    'what rose meanwhile',
    'Tổng số trâu giảm 2%; trong khi tổng số bò tăng 1%.',
    ['Tổng số trâu giảm', 'tổng số bò tăng'],
  ],
  [
    'where it is',
    'Trên địa bàn toàn tỉnh diện tích na đạt 900 ha; nhãn đạt 700 ha.',
    ['diện tích na', 'diện tích nhãn'],
  ],
  [
    'how a change is told',
    'Tổng sản phẩm ước tính tăng 3%; giá gạo cũng tiếp tục giảm 1%.',
    ['Tổng sản phẩm tăng', 'giá gạo giảm'],
  ],
  [
    'how a level is told',
    'Lượng khách chỉ đạt 4.000 lượt; tỷ lệ nợ xấu vẫn luôn là 1%.',
    ['Lượng khách', 'tỷ lệ nợ xấu'],
  ],
  ['a matter, but where it is the subject', 'Về lữ hành, 6 tháng đầu năm tăng 17%.', ['lữ hành tăng']],
  ['what it shows in', 'Công nghiệp tăng mạnh, thể hiện qua chỉ số sản xuất tăng 6%.', ['chỉ số sản xuất tăng']],
  ['that it was counted', 'Thống kê, toàn huyện có 90 hộ nuôi bò sữa.', ['hộ nuôi bò sữa']],
  ['about how long it took', 'Số khách vận chuyển trong hơn 9 tháng qua đạt 700 lượt.', ['Số khách vận chuyển']],
  // Counter-examples: the same words in a name.
  ['but a certificate is', 'Tỷ lệ lao động có chứng chỉ đạt 28%.', ['Tỷ lệ lao động có chứng chỉ']],
  ['but a term is', 'Tỷ lệ trẻ được bú mẹ trong 6 tháng đầu đạt 40%.', ['Tỷ lệ trẻ được bú mẹ']],
])('no part of a measure: %s', (_why, sentence, expected) => expect(measures(sentence)).toEqual(expected));

test.each<[why: string, sentence: string, expected: string[]]>([
  [
    'that grew, with what each has',
    'Nhiều mặt hàng có kim ngạch xuất khẩu tăng so với cùng kỳ, gồm chè đạt 19 triệu USD (tăng 25%); dệt may 66 triệu USD.',
    ['kim ngạch xuất khẩu: chè', 'kim ngạch xuất khẩu: chè tăng', 'kim ngạch xuất khẩu: dệt may'],
  ],
  [
    'that are higher',
    'Nhiều nhóm hàng có giá trị xuất khẩu đạt cao hơn so với cùng kỳ, như: Gỗ đạt 7 triệu USD, tăng 2%; giấy đạt 9 triệu USD.',
    ['giá trị xuất khẩu: Gỗ', 'giá trị xuất khẩu: Gỗ tăng', 'giá trị xuất khẩu: giấy'],
  ],
  [
    'without a measure of their own',
    'Doanh thu bán lẻ tăng khá, gồm lương thực đạt 40 tỷ đồng, may mặc 20 tỷ đồng.',
    ['Doanh thu bán lẻ: lương thực', 'Doanh thu bán lẻ: may mặc'],
  ],
  ['with a measure of their own', 'Doanh thu bán lẻ tăng khá, gồm sản lượng gạo đạt 40 tấn.', ['sản lượng gạo']],
])('a list of those %s', (_why, sentence, expected) => expect(measures(sentence)).toEqual(expected));
