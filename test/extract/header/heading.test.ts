import { expect, test } from 'vitest';
import { type HeaderCase, headerRead, MOTTO } from './make.ts';

const CASES: HeaderCase[] = [
  [
    'aims in capitals at the very beginning',
    ['PHƯƠNG HƯỚNG, MỤC TIÊU ĐẾN NĂM 2030', '* Về kinh tế:', '- Thu ngân sách đạt 30 tỷ đồng.'],
    { form: 'other', title: 'PHƯƠNG HƯỚNG, MỤC TIÊU ĐẾN NĂM 2030', period: [null, '2030-12-31'] },
  ],
  [
    'capitals where no other line is one, and no line that tells the source',
    [
      'THỐNG KÊ HOẠT ĐỘNG VẬN TẢI 6 THÁNG ĐẦU NĂM 2024',
      'Tổng doanh thu đạt 412 tỷ đồng, bằng 95% kế hoạch, trong đó doanh thu vận tải khách 208 tỷ đồng.',
      'Nguồn: Sở Giao thông vận tải',
    ],
    { title: 'THỐNG KÊ HOẠT ĐỘNG VẬN TẢI 6 THÁNG ĐẦU NĂM 2024' },
  ],
  [
    'no headline below items with figures',
    [
      '+ Nông nghiệp',
      '- Sản lượng lương thực đạt 22 vạn tấn mỗi năm.',
      'Phát triển thủy sản thành ngành kinh tế mạnh',
      '- Sản lượng đánh bắt đạt 27.000 tấn.',
    ],
    { form: 'other', title: '' },
  ],
  [
    'no headline below the first paragraph of an article',
    [
      'Đến năm 2027, hơn 80% thôn có nhà sinh hoạt cộng đồng',
      'Ủy ban nhân dân tỉnh vừa thông qua việc xây dựng nhà sinh hoạt cộng đồng ở các thôn, theo đó đến năm 2027 hơn 80% thôn ở đồng bằng, 60% thôn ở miền núi có nhà sinh hoạt cộng đồng được trang bị đầy đủ.',
      'Kế hoạch còn dành một phần vốn để sửa chữa nhà cũ ở những thôn xa trung tâm',
    ],
    { form: 'news', title: 'Đến năm 2027, hơn 80% thôn có nhà sinh hoạt cộng đồng' },
  ],
  [
    'a paragraph of two sentences that tells of a document is no title of it',
    [
      'Hơn 80% thôn có nhà sinh hoạt cộng đồng vào năm 2027',
      'Kế hoạch còn dành vốn để sửa chữa nhà cũ ở những thôn xa. Mỗi năm tỉnh chọn một thôn làm mẫu',
    ],
    { title: 'Hơn 80% thôn có nhà sinh hoạt cộng đồng vào năm 2027' },
  ],
  [
    'a report',
    [
      `ỦY BAN NHÂN DÂN TỈNH KON TUM | ${MOTTO}`,
      'Số: 301/BC-UBND | Kon Tum, ngày 30 tháng 11 năm 2022',
      'BÁO CÁO',
      'Kết quả cải cách hành chính năm 2022',
    ],
    { form: 'report', number: '301/BC-UBND', province: '62' },
  ],
  [
    'departments that plan together',
    [
      `UBND TỈNH LONG AN / SỞ Y TẾ - CÔNG AN TỈNH | ${MOTTO}`,
      'Số: 19/KHLN-SYT-CAT | Long An, ngày 20 tháng 02 năm 2023',
      'KẾ HOẠCH LIÊN NGÀNH',
      'Phòng, chống ma túy giai đoạn 2023 - 2025',
      'Sở Y tế và Công an tỉnh thống nhất như sau:',
    ],
    {
      form: 'plan',
      title: 'KẾ HOẠCH LIÊN NGÀNH Phòng, chống ma túy giai đoạn 2023 - 2025',
      period: ['2023-01-01', '2025-12-31'],
      level: 'department',
    },
  ],
  [
    'the headline of a site over a letterhead without a title',
    [
      'Kế hoạch 14/KH-UBND năm 2022 về nước sạch nông thôn tỉnh Trà Vinh đến năm 2025',
      `ỦY BAN NHÂN DÂN | ${MOTTO}`,
      'Số: 14/KH-UBND | Trà Vinh, ngày 2 tháng 3 năm 2022',
      'Thực hiện Quyết định số 1978/QĐ-TTg ngày 24/11/2021 của Thủ tướng Chính phủ;',
    ],
    {
      form: 'plan',
      title: 'Kế hoạch 14/KH-UBND năm 2022 về nước sạch nông thôn tỉnh Trà Vinh đến năm 2025',
      period: ['2022-01-01', '2025-12-31'],
      province: '84',
    },
  ],
  [
    'a plan without letterhead',
    ['KẾ HOẠCH', 'Cải cách hành chính năm 2026 của Sở Tài chính', 'I. MỤC TIÊU', '1. Hoàn thành 100% nhiệm vụ.'],
    { form: 'plan', number: null, level: 'department', period: ['2026-01-01', '2026-12-31'] },
  ],
  [
    'a page that shows a letter',
    [
      'Chỉ đạo Tháng hành động năm 2012 (20/UBND-VX)',
      'Kính gửi: Sở Y tế',
      'Chủ tịch UBND tỉnh có ý kiến như sau:',
      '1. Giao Sở Y tế rà soát.',
    ],
    { form: 'official-dispatch', number: '20/UBND-VX', title: 'Chỉ đạo Tháng hành động năm 2012 (20/UBND-VX)' },
  ],
  [
    'a text that is no plan',
    ['Công thức nấu phở bò', 'Ninh xương trong tám giờ, thêm quế và hồi.'],
    { form: 'other', number: null, province: null, period: null, issuedOn: null },
  ],
  [
    'the name of a site above the line that says what the document is',
    [
      'Cổng thông tin của ngành nông nghiệp',
      'Chiến lược, quy hoạch và các văn bản khác của ngành',
      'Kế hoạch phòng, chống dịch bệnh tỉnh Hà Nam năm 2014',
      'Ban điều hành xây dựng kế hoạch với các nội dung sau:',
    ],
    { form: 'plan', title: 'Kế hoạch phòng, chống dịch bệnh tỉnh Hà Nam năm 2014', province: '35' },
  ],
  [
    'a directive',
    [
      'UBND TỈNH LÀO CAI',
      'Số: 07/CT-UBND',
      'Lào Cai, ngày 18 tháng 3 năm 2026',
      'CHỈ THỊ',
      'Về dịch vụ công trực tuyến',
    ],
    { form: 'directive', number: '07/CT-UBND' },
  ],
  [
    'a notice of what was concluded',
    [
      `VĂN PHÒNG CHÍNH PHỦ | ${MOTTO}`,
      'Số: 40/TB-VPCP | Hà Nội, ngày 15 tháng 11 năm 2025',
      'THÔNG BÁO',
      'KẾT LUẬN CỦA PHÓ THỦ TƯỚNG CHÍNH PHỦ TẠI BUỔI LÀM VIỆC VỚI TỈNH ĐẮK LẮK',
    ],
    { form: 'notice', level: 'central' },
  ],
  [
    'an urgent dispatch, told by its symbol alone',
    ['UBND TỈNH SƠN LA', 'Số: 5/CĐ-UBND', 'Sơn La, ngày 18 tháng 3 năm 2026', 'Kính gửi: Các sở, ban, ngành'],
    { form: 'official-dispatch', number: '5/CĐ-UBND' },
  ],
];

test.each(CASES)('%s', (_name, lines, expected) => {
  expect(headerRead(lines)).toMatchObject(expected);
});
