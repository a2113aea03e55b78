import { expect, test } from 'vitest';
import { targetsOf } from '../make.ts';

const measures = (sentence: string): string[] =>
  targetsOf(['I. KẾT QUẢ', `- ${sentence}`]).map(({ indicator }) => indicator.text);

// A second verb says something more of the subject that the first one has.
test.each<[why: string, sentence: string, expected: string[]]>([
  [
    'what it adds to the whole, in points',
    'Ngành chế biến tăng 6,2%, đóng góp 1,4 điểm phần trăm vào mức tăng chung.',
    ['Ngành chế biến tăng', 'Ngành chế biến đóng góp vào mức tăng chung'],
  ],
  ['what it adds, behind a dash', 'Thương mại tăng 5,1% - đóng góp 31,2%.', ['Thương mại tăng', 'Thương mại đóng góp']],
  [
    'its rank',
    'Tốc độ tăng trưởng kinh tế đạt 8,1%, đứng thứ 9 cả nước.',
    ['Tốc độ tăng trưởng kinh tế', 'Tốc độ tăng trưởng kinh tế: đứng thứ cả nước'],
  ],
  [
    'by how many places it came up',
    'Chỉ số PCI xếp thứ 18/63, tăng 7 bậc so với năm 2023.',
    ['Chỉ số PCI xếp thứ', 'Chỉ số PCI tăng bậc'],
  ],
  [
    'the same behind other figures of it',
    'Chỉ số SIPAS đạt 84 điểm, xếp hạng 30/63 tỉnh, giảm 05 hạng.',
    ['Chỉ số SIPAS', 'Chỉ số SIPAS: xếp hạng tỉnh', 'Chỉ số SIPAS giảm hạng'],
  ],
  [
    'two ranks',
    'Chỉ số PCI đạt 67 điểm, xếp thứ 5 trong vùng, đứng thứ 18/63 tỉnh, thành phố.',
    ['Chỉ số PCI', 'Chỉ số PCI: xếp thứ trong vùng', 'Chỉ số PCI: đứng thứ tỉnh, thành phố'],
  ],
  [
    'how many times as much it is',
    'Giá trị sản xuất đạt 900 tỷ đồng, tăng gấp 2,1 lần năm 2015.',
    ['Giá trị sản xuất', 'Giá trị sản xuất tăng gấp'],
  ],
  [
    'how many more of the same, whatever was said between',
    'Số xã đạt từ 15 tiêu chí trở lên là 40 xã, gấp 1,5 lần kế hoạch, tăng 12 xã so với năm 2014.',
    [
      'Số xã đạt từ 15 tiêu chí trở lên',
      'Số xã đạt từ 15 tiêu chí trở lên gấp',
      'Số xã đạt từ 15 tiêu chí trở lên tăng',
    ],
  ],
  [
    'how many more, by the first word of what is counted',
    'Cả tỉnh có 30 cơ sở giáo dục được công nhận đạt chuẩn, tăng 4 cơ sở so với năm 2020 và chiếm 25% tổng số cơ sở giáo dục.',
    [
      'cơ sở giáo dục được công nhận đạt chuẩn',
      'cơ sở giáo dục được công nhận đạt chuẩn tăng',
      'cơ sở giáo dục được công nhận đạt chuẩn chiếm % tổng số cơ sở giáo dục',
    ],
  ],
  [
    'a change, and then how good that is',
    'Doanh thu vận tải đạt 700 tỷ đồng, tăng 9% so với năm 2016, đây là mức tăng khá.',
    ['Doanh thu vận tải', 'Doanh thu vận tải tăng'],
  ],
  [
    'a change beyond what was planned',
    'Tổng nguồn vốn huy động đạt 4.000 tỷ đồng, tăng 7,5% so với đầu năm, vượt kế hoạch đề ra.',
    ['Tổng nguồn vốn huy động', 'Tổng nguồn vốn huy động tăng'],
  ],
  [
    'a change of a share, in brackets',
    'Dịch vụ chiếm 42% (tăng 1,5% so với năm 2020).',
    ['Dịch vụ', 'Tỷ trọng Dịch vụ tăng'],
  ],
  [
    'a change of what is no share, in brackets',
    'Dịch vụ đạt 42% (tăng 1,5% so với năm 2020).',
    ['Dịch vụ', 'Dịch vụ tăng'],
  ],
  [
    'a change behind a share',
    'Dư nợ xấu là 90 tỷ đồng, chiếm 0,8% tổng dư nợ, giảm 0,1% so với đầu năm.',
    ['Dư nợ xấu', 'Dư nợ xấu chiếm % tổng dư nợ', 'Dư nợ xấu giảm'],
  ],
  [
    'a change, said once more in brackets',
    'Thu lệ phí đạt 30 tỷ đồng, tăng 4 tỷ đồng (15,4%) so với cùng kỳ, đạt 60% dự toán.',
    ['Thu lệ phí', 'Thu lệ phí tăng', 'Thu lệ phí tăng', 'Thu lệ phí % dự toán'],
  ],
  [
    'what another figure is told of, and no share of it',
    'Lạm phát được giữ dưới 4%, trong khi GRDP tăng ít nhất 9%.',
    ['Lạm phát được giữ', 'GRDP tăng'],
  ],
  [
    'the same period of a year before, told of itself',
    'Chỉ số sản xuất công nghiệp tăng 11%, cùng kỳ tăng 9%.',
    ['Chỉ số sản xuất công nghiệp tăng', 'cùng kỳ tăng'],
  ],
  [
    'how much of what it was before',
    'Lượng khách nội địa đạt 60.000 lượt, đạt 40% so với kế hoạch và bằng 66% so với cùng kỳ.',
    ['Lượng khách nội địa', 'Lượng khách nội địa % kế hoạch', 'Lượng khách nội địa % cùng kỳ'],
  ],
  [
    'a change behind a share of the plan',
    'Thu nội địa đạt 800 tỷ đồng, đạt 21,5% dự toán năm và giảm 4,3% so với cùng kỳ.',
    ['Thu nội địa', 'Thu nội địa % dự toán năm', 'Thu nội địa giảm'],
  ],
  [
    'what it is held against, in brackets',
    'Tổng thu là 900 tỷ đồng, đạt 51,8% so với dự toán đề ra (1.737,5 tỷ đồng).',
    ['Tổng thu', 'Tổng thu % dự toán đề ra', 'Tổng thu'],
  ],
  [
    'how far it is from the level of others, in brackets',
    'Thu nội địa tăng 14,8%, cao hơn 2,1% so với bình quân cả nước (12,7%).',
    ['Thu nội địa tăng', 'Thu nội địa cao hơn', 'Thu nội địa tăng: bình quân cả nước'],
  ],
  [
    'how much of last year it is',
    'Tổng giá trị sản xuất đạt 700 tỷ đồng, đạt 99% kế hoạch và bằng 108% so với năm 2022.',
    ['Tổng giá trị sản xuất', 'Tổng giá trị sản xuất % kế hoạch', 'Tổng giá trị sản xuất % năm 2022'],
  ],
  [
    'two things in one bracket',
    'Doanh thu bán lẻ đạt 800 tỷ đồng (đạt 46% kế hoạch, tăng 5% so với cùng kỳ); thu lệ phí 40 tỷ đồng (đạt 60% dự toán tỉnh giao; đạt 55% dự toán của huyện).',
    [
      'Doanh thu bán lẻ',
      'Doanh thu bán lẻ % kế hoạch',
      'Doanh thu bán lẻ tăng',
      'thu lệ phí',
      'thu lệ phí % dự toán tỉnh giao',
      'thu lệ phí % dự toán của huyện',
    ],
  ],
  [
    'a share in a bracket behind the figure',
    'Giá trị sản xuất đạt 78 tỷ đồng (chiếm tỷ trọng 8%), gấp 1,4 lần năm 2020.',
    ['Giá trị sản xuất', 'Giá trị sản xuất chiếm tỷ trọng', 'Giá trị sản xuất gấp'],
  ],
  [
    'a share in a bracket before the verb',
    'Hàng dệt may (chiếm 40% tổng kim ngạch) tăng 12% so với cùng kỳ.',
    ['Hàng dệt may chiếm % tổng kim ngạch', 'Hàng dệt may tăng'],
  ],
  [
    'the level that was set, behind a long name',
    'Tỷ lệ lao động tham gia bảo hiểm đạt 38,05%, vượt 0,05% so với chỉ tiêu đề ra tại Nghị quyết số 03-NQ/TU ngày 10/12/2021 của Tỉnh ủy (38%).',
    [
      'Tỷ lệ lao động tham gia bảo hiểm',
      'Tỷ lệ lao động tham gia bảo hiểm % chỉ tiêu đề ra tại Nghị quyết số 03-NQ/TU ngày 10/12/2021 của Tỉnh ủy',
      'Tỷ lệ lao động tham gia bảo hiểm',
    ],
  ],
  [
    'what is earned and grows, whatever it is called',
    'Vận tải hành khách đạt 610 tỷ đồng, tăng 11%; bưu chính đạt 11 tỷ đồng, giảm 2%.',
    ['Vận tải hành khách', 'Vận tải hành khách tăng', 'bưu chính', 'bưu chính giảm'],
  ],
  [
    'the same change twice',
    'Lực lượng lao động từ 15 tuổi trở lên là 51 nghìn người, tăng hơn 400 người so với quý trước và tăng gần 600 người so với cùng kỳ.',
    [
      'Lực lượng lao động từ 15 tuổi trở lên',
      'Lực lượng lao động từ 15 tuổi trở lên tăng',
      'Lực lượng lao động từ 15 tuổi trở lên tăng',
    ],
  ],
  [
    'a share of what its giver is named with',
    'Vốn nhân dân đóng góp đạt 216 tỷ đồng (chiếm 77% tổng nguồn vốn).',
    ['Vốn nhân dân đóng góp', 'Vốn nhân dân đóng góp chiếm % tổng nguồn vốn'],
  ],
  // Counter-examples: what has a subject of its own, or counts something else.
  [
    'nothing where another subject begins',
    'Ngành chế biến tăng 6,2%, xây dựng đóng góp 1,4 điểm phần trăm.',
    ['Ngành chế biến tăng', 'xây dựng đóng góp'],
  ],
  [
    'nothing where something else is counted',
    'Toàn huyện có 30 hợp tác xã, tăng 400 thành viên.',
    ['Toàn huyện có hợp tác xã', 'tăng thành viên'],
  ],
  [
    'a rate of growth, whose name holds the change',
    'Tốc độ tăng trưởng kinh tế đạt 7%, cao hơn 1% so với năm trước.',
    ['Tốc độ tăng trưởng kinh tế', 'Tốc độ tăng trưởng kinh tế cao hơn'],
  ],
])('a second verb says %s', (_why, sentence, expected) =>
  expect([...measures(sentence)].sort()).toEqual([...expected].sort()),
);

// A figure beside what was planned: by how much it differs, or how much was planned.
test.each<[sentence: string, value: number, indicator: string, status: string, direction: string]>([
  ['Tỷ lệ trẻ được tiêm chủng đạt 91,2%, thấp hơn mục tiêu 95%.', 95, 'Tỷ lệ trẻ được tiêm chủng', 'target', 'reach'],
  ['Tỷ lệ hộ nghèo còn 2%, thấp hơn chỉ tiêu 2,5%.', 2.5, 'Tỷ lệ hộ nghèo', 'target', 'reach'],
  ['Tỷ lệ đô thị hóa đạt 45%, cao hơn kế hoạch 42%.', 42, 'Tỷ lệ đô thị hóa', 'target', 'reach'],
  ['Tỷ lệ đô thị hóa đạt 45%, cao hơn kế hoạch 2%.', 2, 'Tỷ lệ đô thị hóa cao hơn kế hoạch', 'result', 'increase-by'],
])('beside a plan: %s', (sentence, value, indicator, status, direction) => {
  const [, told] = targetsOf(['I. KẾT QUẢ', `- Năm 2020, ${sentence}`]);
  expect([told?.quantity?.value, told?.indicator.text, told?.status, told?.direction]).toEqual([
    value,
    indicator,
    status,
    direction,
  ]);
});

test('the same of two places, each in brackets', () => {
  const targets = targetsOf([
    'I. MỤC TIÊU CỤ THỂ',
    '- Giảm tỷ lệ trẻ em thấp còi xuống dưới 12% (vùng đồng bằng), 18% (vùng núi) vào năm 2025.',
  ]);
  expect(targets.map(({ indicator, direction, deadline }) => [indicator.text, direction, deadline?.text])).toEqual([
    ['tỷ lệ trẻ em thấp còi', 'decrease-to', 'vào năm 2025'],
    ['tỷ lệ trẻ em thấp còi (vùng núi)', 'decrease-to', 'vào năm 2025'],
  ]);
});
