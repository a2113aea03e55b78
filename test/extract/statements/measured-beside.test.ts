import { expect, test } from 'vitest';
import { targetsOf } from '../make.ts';

/** What each figure of a sentence measures where it leans on what stands beside it. */
const CASES: [what: string, sentence: string, measured: [value: number, indicator: string][]][] = [
  [
    'a level in brackets behind a change',
    'Tỷ lệ hộ cận nghèo giảm 2% trở lên (còn 6%).',
    [
      [2, 'Tỷ lệ hộ cận nghèo giảm'],
      [6, 'Tỷ lệ hộ cận nghèo'],
    ],
  ],
  [
    'a level in brackets behind a share',
    'Tổng vốn đầu tư toàn xã hội hằng năm khoảng 25% GRDP (năm 2020 ước đạt 900 tỷ đồng).',
    [
      [25, 'Tổng vốn đầu tư toàn xã hội % GRDP'],
      [900_000_000_000, 'Tổng vốn đầu tư toàn xã hội'],
    ],
  ],
  [
    'changes in brackets behind names',
    'Nhiều ngành có mức tăng cao như: chế biến gỗ (tăng 21%), dệt may (tăng 12%).',
    [
      [21, 'chế biến gỗ tăng'],
      [12, 'dệt may tăng'],
    ],
  ],
  [
    'a share in brackets behind the next subject',
    'Thị trường châu Á tăng 9% so với cùng kỳ; thị trường châu Phi (chiếm 3% tỷ trọng) tăng 4%.',
    [
      [9, 'Thị trường châu Á tăng'],
      [3, 'thị trường châu Phi chiếm tỷ trọng'],
      [4, 'thị trường châu Phi tăng'],
    ],
  ],
  [
    'verbs without commas',
    'Tổng doanh thu ước đạt 1.200 tỷ đạt 85% kế hoạch tăng 6% so với cùng kỳ.',
    [
      [1_200_000_000_000, 'Tổng doanh thu'],
      [85, 'Tổng doanh thu % kế hoạch'],
      [6, 'Tổng doanh thu tăng'],
    ],
  ],
  [
    'a rank without a comma',
    'Tốc độ tăng trưởng kinh tế đạt 9% xếp thứ 5 cả nước, thu nhập bình quân đầu người đạt 40 triệu đồng.',
    [
      [9, 'Tốc độ tăng trưởng kinh tế'],
      [5, 'Tốc độ tăng trưởng kinh tế: xếp thứ cả nước'],
      [40_000_000, 'thu nhập bình quân đầu người'],
    ],
  ],
  [
    'counts behind changes',
    'Có 900 người tham gia BHXH tự nguyện, tăng 40 người so với năm 2016; 800 người tham gia BHTN, tăng 30 người so với năm 2016.',
    [
      [900, 'người tham gia BHXH tự nguyện'],
      [40, 'người tham gia BHXH tự nguyện tăng'],
      [800, 'người tham gia BHTN'],
      [30, 'người tham gia BHTN tăng'],
    ],
  ],
  [
    'one object of two verbs',
    'Đến năm 2028 giảm 40% và đến năm 2030 giảm 100% số thôn khó khăn.',
    [
      [40, 'giảm số thôn khó khăn'],
      [100, 'giảm số thôn khó khăn'],
    ],
  ],
  [
    'what is denied',
    '45% hộ nghèo thiếu hụt việc làm, 30% thiếu hụt dinh dưỡng và 22% chưa có nhà ở.',
    [
      [45, 'hộ nghèo thiếu hụt việc làm'],
      [30, 'hộ nghèo thiếu hụt dinh dưỡng'],
      [22, 'hộ nghèo chưa có nhà ở'],
    ],
  ],
  [
    'none, and a share of others',
    'Phấn đấu không còn hộ nghèo, 97% người dân tham gia bảo hiểm y tế.',
    [
      [0, 'hộ nghèo'],
      [97, 'người dân tham gia bảo hiểm y tế'],
    ],
  ],
  [
    'what is counted for how many',
    'Đạt 16 bác sĩ và 30 giường bệnh trên 1 vạn dân.',
    [
      [16, 'bác sĩ'],
      [30, 'giường bệnh/1 vạn dân'],
    ],
  ],
  [
    'a mean of something else',
    '70% phòng học kiên cố; bình quân 1,9 giáo viên/lớp.',
    [
      [70, 'phòng học kiên cố'],
      [1.9, 'bình quân giáo viên/lớp'],
    ],
  ],
  [
    'a rate of interest',
    '60% số hộ được vay vốn với lãi suất không quá 6,6%/năm.',
    [[60, 'số hộ được vay vốn với lãi suất không quá 6,6%/năm']],
  ],
  ['a noun named already', 'Hộ nghèo có 900 hộ.', [[900, 'Hộ nghèo']]],
  ['how it was taken', 'Tổng thu ngân sách ước thực hiện được 300 tỷ đồng.', [[300_000_000_000, 'Tổng thu ngân sách']]],
  [
    'what it is for',
    '90% người mới biết chữ tiếp tục tham gia học tập nhằm củng cố kết quả biết chữ.',
    [[90, 'người mới biết chữ tiếp tục tham gia học tập']],
  ],
  [
    'by when',
    'Tổng đàn vật nuôi trên địa bàn tỉnh tính đến hết tháng 5/2023 là hơn 7 triệu con.',
    [[7_000_000, 'Tổng đàn vật nuôi trên địa bàn tỉnh']],
  ],
  [
    'by what',
    'Năm 2025, theo kế hoạch của các địa phương, cả nước trồng 200 triệu cây.',
    [[200_000_000, 'cả nước trồng cây']],
  ],
  ['what is kept', 'Ổn định diện tích trồng cà phê khoảng 500 nghìn ha.', [[500_000, 'diện tích trồng cà phê']]],
  [
    'so much of a plan',
    'Tổng diện tích gieo trồng đạt 9.481/9.440ha, đạt 100,4% kế hoạch; thu ngân sách đạt gần 99,2/151,7 tỷ đồng.',
    [
      [9481, 'Tổng diện tích gieo trồng'],
      [100.4, 'Tổng diện tích gieo trồng % kế hoạch'],
      [99_200_000_000, 'thu ngân sách'],
    ],
  ],
  [
    'a share in brackets',
    'Đến nay có 139/143 hợp tác xã (HTX) đang hoạt động có hiệu quả (chiếm 97,2%).',
    [
      [139, 'hợp tác xã (HTX) đang hoạt động có hiệu quả'],
      [97.2, 'hợp tác xã (HTX) đang hoạt động có hiệu quả chiếm'],
    ],
  ],
  ['what is no part of a noun', 'Có 45 HTX ngừng hoạt động.', [[45, 'HTX ngừng hoạt động']]],
  ['how it is now', 'Tỷ lệ hộ nghèo toàn huyện hiện giảm còn 7%.', [[7, 'Tỷ lệ hộ nghèo toàn huyện']]],
  [
    'a plan that was not reached',
    'Tỷ lệ đô thị hóa đạt 65%, chưa đạt mục tiêu 70%.',
    [
      [65, 'Tỷ lệ đô thị hóa'],
      [70, 'Tỷ lệ đô thị hóa'],
    ],
  ],
  [
    'what is invested in those that are counted',
    'Thu hút 29 dự án trong nước cấp mới với tổng vốn đăng ký 8 tỷ đồng.',
    [
      [29, 'Thu hút dự án trong nước cấp mới'],
      [8_000_000_000, 'Thu hút dự án trong nước cấp mới: tổng vốn đăng ký'],
    ],
  ],
  [
    'what those have that are counted',
    'Đến nay 16 tỉnh có 100% số xã đạt chuẩn.',
    [
      [16, 'tỉnh có 100% số xã đạt chuẩn'],
      [100, 'số xã đạt chuẩn'],
    ],
  ],
  [
    'a level that moved on',
    'Tốc độ tăng dân số 1,7% giai đoạn 1989 - 1999 đã giảm xuống dưới 1,2% giai đoạn 1999 - 2009.',
    [
      [1.7, 'Tốc độ tăng dân số'],
      [1.2, 'Tốc độ tăng dân số'],
    ],
  ],
  [
    'a rank that says of what',
    'Đến nay có 120 sản phẩm đạt chuẩn, đứng thứ 10 cả nước về số lượng sản phẩm.',
    [
      [120, 'sản phẩm đạt chuẩn'],
      [10, 'đứng thứ cả nước về số lượng sản phẩm'],
    ],
  ],
  [
    'a mean reached',
    'Số giáo viên là 529 người, đạt bình quân 1,84 giáo viên/lớp.',
    [
      [529, 'Số giáo viên'],
      [1.84, 'bình quân giáo viên/lớp'],
    ],
  ],
  ['a share of a plan', 'Thu ngân sách ước đạt 54,7% kế hoạch cả năm.', [[54.7, 'Thu ngân sách % kế hoạch cả năm']]],
  [
    'who tells it',
    'Thông tin từ Sở Tài chính, thu hút đầu tư trong nước đạt 9 tỷ đồng.',
    [[9_000_000_000, 'thu hút đầu tư trong nước']],
  ],
  ['the name of a place', 'Cần Thơ tăng 8,7%.', [[8.7, 'Cần Thơ tăng']]],
  [
    'one predicate of shares of all those',
    'Khoảng 70% tổng số trường học, 58% tổng số trạm y tế xã được cung cấp nước sạch.',
    [
      [70, 'tổng số trường học được cung cấp nước sạch'],
      [58, 'tổng số trạm y tế xã được cung cấp nước sạch'],
    ],
  ],
  ['a reason', 'Giá ăn uống tăng 0,34% do chi phí nguyên liệu tăng.', [[0.34, 'Giá ăn uống tăng']]],
  [
    'who says it',
    'Tháng 10/2023, Sở Tài chính nhận định tăng trưởng kinh tế đạt 2,9%.',
    [[2.9, 'tăng trưởng kinh tế']],
  ],
  [
    'so much of a plan with its unit',
    'Diện tích lúa đạt 346.000 ha/350.000 ha kế hoạch.',
    [[346_000, 'Diện tích lúa']],
  ],
  ['about how many', 'Đón khoảng trên 7 triệu lượt khách.', [[7_000_000, 'Đón lượt khách']]],
];
test.each(CASES)('measured: %s', (_, sentence, measured) =>
  expect(
    targetsOf(['I. MỤC TIÊU CỤ THỂ', `- ${sentence}`]).map(({ quantity, indicator }) => [
      quantity?.value,
      indicator.text,
    ]),
  ).toEqual(measured),
);

test.each<[sentence: string, statuses: string[]]>([
  ['Đến nay, tỷ lệ đô thị hóa đạt 65%, chưa đạt mục tiêu 70%.', ['result', 'target']],
  ['Xuất khẩu ước đạt 460 triệu USD (kế hoạch 500 triệu USD), tăng 5% so với cùng kỳ.', ['result', 'target', 'result']],
  ['Đến nay, tỷ lệ số dân nông thôn sử dụng nước đảm bảo vệ sinh là 94%.', ['result']],
])('what was planned is no result: %s', (sentence, statuses) =>
  expect(targetsOf(['II. NỘI DUNG', `- ${sentence}`]).map(({ status }) => status)).toEqual(statuses),
);

test('what passes a level is by how much', () => {
  const [level, passed] = targetsOf(['II. NỘI DUNG', '- Giá trị sản xuất ước đạt 900 tỷ đồng, vượt 2%.']);
  expect([level?.direction, passed?.direction, passed?.quantity?.comparator]).toEqual(['reach', 'increase-by', '=']);
});
