import { expect, test } from 'vitest';
import { type HeaderCase, headerRead } from './make.ts';

const CASES: HeaderCase[] = [
  [
    'the date behind who issued it',
    ['Quyết định số 19/2017/QĐ-TTg của Thủ tướng Chính phủ ngày 05 tháng 6 năm 2017 về cơ chế tài chính'],
    { form: 'decision', number: '19/2017/QĐ-TTg', issuedOn: '2017-06-05', level: 'central' },
  ],
  [
    'a headline with the whole number, above the sentence that reports it',
    [
      'Quyết định số 42/QĐ-BYT ngày 9/8/2016 về việc phê duyệt kế hoạch phòng dịch',
      'Ngày 9/8/2016, Thứ trưởng Bộ Y tế đã ký Quyết định số 42/QĐ-BYT về việc phê duyệt kế hoạch phòng dịch.',
    ],
    { form: 'news', number: '42/QĐ-BYT', issuedOn: '2016-08-09' },
  ],
  [
    'a headline that names by number only what is carried out',
    [
      'Kế hoạch của Ủy ban nhân dân tỉnh thực hiện Chỉ thị số 8/CT-TTg ngày 02/3/2021 của Thủ tướng Chính phủ',
      'Ngày 15/5/2021, Ủy ban nhân dân tỉnh Sơn La ban hành Kế hoạch số 77/KH-UBND thực hiện Chỉ thị số 8/CT-TTg ngày 02/3/2021 của Thủ tướng Chính phủ về tiết kiệm nước giai đoạn 2021-2025.',
    ],
    { form: 'news', number: '77/KH-UBND', issuedOn: '2021-05-15' },
  ],
  [
    'a headline that says what a letterhead would',
    [
      'Trang chủ của Thư viện văn bản',
      'Nghị quyết số 08-NQ/TU ngày 05/7/2021 của Tỉnh ủy Đồng Tháp về du lịch đến năm 2025.',
      'I- Tình hình',
      '- Du lịch đã có nhiều thay đổi.',
    ],
    {
      form: 'resolution',
      number: '08-NQ/TU',
      issuedOn: '2021-07-05',
      code: 'tinh-uy',
      province: '87',
      period: ['2021-01-01', '2025-12-31'],
      title: 'Nghị quyết số 08-NQ/TU ngày 05/7/2021 của Tỉnh ủy Đồng Tháp về du lịch đến năm 2025',
    },
  ],
  [
    'a title that says it in capitals',
    [
      'CHỈ THỊ CỦA THỦ TƯỚNG CHÍNH PHỦ SỐ 9/2000/CT-TTG NGÀY 21 THÁNG 6 NĂM 2000 VỀ VIỆC XÂY DỰNG KẾ HOẠCH NĂM 2001',
      'Thực hiện Nghị quyết của Quốc hội, các Bộ và địa phương cần làm tốt các việc sau:',
    ],
    {
      form: 'directive',
      number: '9/2000/CT-TTg',
      issuedOn: '2000-06-21',
      code: 'thu-tuong-chinh-phu',
      level: 'central',
      province: null,
      period: ['2001-01-01', '2001-12-31'],
    },
  ],
  [
    'what a preamble cites is no headline',
    [
      'KẾ HOẠCH',
      'Nước sạch tỉnh Trà Vinh năm 2022',
      'Quyết định số 1978/QĐ-TTg ngày 24/11/2021 của Thủ tướng Chính phủ;',
      'UBND tỉnh Trà Vinh ban hành Kế hoạch như sau:',
    ],
    { form: 'plan', number: null, issuedOn: null, code: 'ubnd-tinh', province: '84' },
  ],
];

test.each(CASES)('%s', (_name, lines, expected) => {
  expect(headerRead(lines)).toMatchObject(expected);
});
