import { test } from 'vitest';
import { type FigureCase, figuresOf } from '../figures-of.ts';

const SHARE_INSURED = 'Tỷ lệ dân số tham gia bảo hiểm xã hội tự nguyện trên địa bàn tỉnh';
const CASES: FigureCase[] = [
  [
    'Rút ngắn thời gian cấp phép xây dựng; thời gian đăng ký đất đai tối thiểu 30% so với quy định.',
    [
      30,
      '%',
      'Rút ngắn thời gian cấp phép xây dựng; thời gian đăng ký đất đai tối thiểu 30% so với quy định',
      { direction: 'decrease-by', baseline: 'so với quy định' },
    ],
  ],
  [
    'Có 100% các sở; UBND cấp huyện được chấm điểm hằng quý.',
    [100, '%', '100% các sở; UBND cấp huyện được chấm điểm hằng quý'],
  ],
  [
    'Số hóa hồ sơ mỗi năm tăng tối thiểu 15%; phấn đấu đến năm 2026 đạt tỷ lệ 90% để chia sẻ dữ liệu.',
    [15, '%', 'Số hóa hồ sơ mỗi năm tăng tối thiểu 15%', { direction: 'increase-by' }],
    [90, '%', 'Số hóa hồ sơ mỗi năm tăng tối thiểu 15%; phấn đấu đến năm 2026 đạt tỷ lệ 90%', { direction: 'reach' }],
  ],
  [
    '100% hộ có thể dùng cáp quang khi có nhu cầu với 85% người dùng được truy nhập tốc độ cao.',
    [100, '%', '100% hộ có thể dùng cáp quang khi có nhu cầu'],
    [85, '%', '85% người dùng được truy nhập tốc độ cao'],
  ],
  // Years of one measure, each with its own, in a row too long to be quoted from its beginning every time.
  [
    'Tỷ lệ dân số tham gia bảo hiểm xã hội tự nguyện trên địa bàn tỉnh năm 2022 đạt 3,5%; năm 2023: 4,2%; năm 2024: 5,0%; năm 2025: 6,1% và năm 2026: 7,5%.',
    [
      3.5,
      '%',
      'Tỷ lệ dân số tham gia bảo hiểm xã hội tự nguyện trên địa bàn tỉnh năm 2022 đạt 3,5%',
      { deadline: { end: '2022-12-31' } },
    ],
    [
      4.2,
      '%',
      'Tỷ lệ dân số tham gia bảo hiểm xã hội tự nguyện trên địa bàn tỉnh năm 2022 đạt 3,5%; năm 2023: 4,2%',
      { deadline: { end: '2023-12-31' } },
    ],
    [
      5,
      '%',
      'Tỷ lệ dân số tham gia bảo hiểm xã hội tự nguyện trên địa bàn tỉnh năm 2022 đạt 3,5%; năm 2023: 4,2%; năm 2024: 5,0%',
      { deadline: { end: '2024-12-31' } },
    ],
    [
      6.1,
      '%',
      'Tỷ lệ dân số tham gia bảo hiểm xã hội tự nguyện trên địa bàn tỉnh năm 2022 đạt 3,5%; năm 2023: 4,2%; năm 2024: 5,0%; năm 2025: 6,1%',
      { deadline: { end: '2025-12-31' }, indicator: { text: SHARE_INSURED } },
    ],
    [7.5, '%', 'năm 2026: 7,5%', { deadline: { end: '2026-12-31' }, indicator: { text: SHARE_INSURED } }],
  ],
  [
    'Độ phủ cây xanh từng năm cụ thể: năm 2023 đạt 12%; năm 2024 đạt 15%.',
    [12, '%', 'Độ phủ cây xanh từng năm cụ thể: năm 2023 đạt 12%', { indicator: { text: 'Độ phủ cây xanh' } }],
    [
      15,
      '%',
      'Độ phủ cây xanh từng năm cụ thể: năm 2023 đạt 12%; năm 2024 đạt 15%',
      { indicator: { text: 'Độ phủ cây xanh' } },
    ],
  ],
  // Items of a list that stand in one line.
  [
    'Vịt: 300 con (nuôi thả: 100 con) - Ngan: 12 con.',
    [300, 'con', 'Vịt: 300 con', { indicator: { text: 'Vịt' } }],
    [100, 'con', 'nuôi thả: 100 con', { indicator: { text: 'Vịt: nuôi thả' } }],
    [12, 'con', 'Ngan: 12 con', { indicator: { text: 'Ngan' } }],
  ],
  [
    'Công nghiệp - Xây dựng: 30%.',
    [30, '%', 'Công nghiệp - Xây dựng: 30%', { indicator: { text: 'Công nghiệp - Xây dựng' } }],
  ],
  // A clause that does something else goes on with nothing.
  [
    'Đạt 95% học sinh tốt nghiệp; mở rộng số lớp học nghề đáp ứng yêu cầu của người học.',
    [95, '%', '95% học sinh tốt nghiệp'],
  ],
];
test.each(CASES)('figures of: %s', figuresOf);
