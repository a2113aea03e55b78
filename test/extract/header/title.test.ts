import { expect, test } from 'vitest';
import { type HeaderCase, headerRead, MOTTO } from './make.ts';

const CASES: HeaderCase[] = [
  [
    'lines lost from a copy: the province under the council, the kind word over the title',
    [
      `ỦY BAN NHÂN DÂN | ${MOTTO}`,
      'Số: 0155/KH-UBND | Đắk Lắk, ngày 24 tháng 12 năm 2025',
      'CHUYỂN ĐỔI SỐ TỈNH ĐẮK LẮK NĂM 2026',
      '- Luật Công nghệ thông tin ngày 29/6/2006;',
    ],
    {
      form: 'plan',
      number: '0155/KH-UBND',
      code: 'ubnd-tinh',
      issuer: 'Ủy ban nhân dân tỉnh Đắk Lắk',
      level: 'province',
      province: '66',
      set: 34,
      title: 'CHUYỂN ĐỔI SỐ TỈNH ĐẮK LẮK NĂM 2026',
      period: ['2026-01-01', '2026-12-31'],
    },
  ],
  [
    'a decision that issues a plan',
    [
      `ỦY BAN NHÂN DÂN TỈNH SÓC TRĂNG | ${MOTTO}`,
      'Số: 3301/QĐ-UBND | Sóc Trăng, ngày 24 tháng 11 năm 2021',
      'QUYẾT ĐỊNH',
      'Về việc ban hành Kế hoạch cải cách hành chính giai đoạn 2021 - 2025',
      'CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH SÓC TRĂNG',
      'Căn cứ Luật Tổ chức chính quyền địa phương;',
    ],
    {
      form: 'decision',
      number: '3301/QĐ-UBND',
      title: 'QUYẾT ĐỊNH Về việc ban hành Kế hoạch cải cách hành chính giai đoạn 2021 - 2025',
      period: ['2021-01-01', '2025-12-31'],
    },
  ],
  [
    'a resolution whose kind word is lost: the whole name of who enacts stands under the title',
    [
      `HỘI ĐỒNG NHÂN DÂN | ${MOTTO}`,
      'Số: 41/NQ-HĐND | Tuy Hòa, ngày 10 tháng 12 năm 2023',
      'VỀ KẾ HOẠCH PHÁT TRIỂN KINH TẾ - XÃ HỘI NĂM 2024',
      'HỘI ĐỒNG NHÂN DÂN TỈNH PHÚ YÊN',
      'KHÓA VIII, KỲ HỌP THỨ 15',
      'Căn cứ Luật Tổ chức chính quyền địa phương;',
    ],
    {
      form: 'resolution',
      number: '41/NQ-HĐND',
      title: 'VỀ KẾ HOẠCH PHÁT TRIỂN KINH TẾ - XÃ HỘI NĂM 2024',
      issuer: 'Hội đồng nhân dân tỉnh Phú Yên',
      code: 'hdnd-tinh',
      level: 'province',
      province: '54',
      period: ['2024-01-01', '2024-12-31'],
    },
  ],
  [
    'who enacts on the line of the title',
    [
      `BỘ NỘI VỤ | ${MOTTO}`,
      'Số: 77/QĐ-BNV | Hà Nội, ngày 3 tháng 3 năm 2022',
      'QUYẾT ĐỊNH',
      'BAN HÀNH KẾ HOẠCH TUYÊN TRUYỀN NĂM 2022 BỘ TRƯỞNG BỘ NỘI VỤ',
      'Căn cứ Nghị định số 63/2022/NĐ-CP ngày 12/9/2022 của Chính phủ;',
    ],
    {
      form: 'decision',
      title: 'QUYẾT ĐỊNH BAN HÀNH KẾ HOẠCH TUYÊN TRUYỀN NĂM 2022',
      code: 'bo-noi-vu',
      level: 'central',
      province: null,
    },
  ],
  [
    'a body that a title speaks of stays in it',
    [
      `ỦY BAN NHÂN DÂN TỈNH ĐẮK LẮK | ${MOTTO}`,
      'Số: 9/QĐ-UBND | Đắk Lắk, ngày 3 tháng 3 năm 2022',
      'QUYẾT ĐỊNH',
      'BAN HÀNH QUY CHẾ LÀM VIỆC CỦA ỦY BAN NHÂN DÂN TỈNH ĐẮK LẮK',
      'Căn cứ Luật Tổ chức chính quyền địa phương;',
    ],
    { title: 'QUYẾT ĐỊNH BAN HÀNH QUY CHẾ LÀM VIỆC CỦA ỦY BAN NHÂN DÂN TỈNH ĐẮK LẮK', form: 'decision' },
  ],
  [
    'a programme of action of a provincial party committee, its title in small letters',
    [
      'TỈNH ỦY LẠNG SƠN / * / Số 51-CTr/TU | ĐẢNG CỘNG SẢN VIỆT NAM / Lạng Sơn, ngày 02 tháng 6 năm 2022',
      'CHƯƠNG TRÌNH HÀNH ĐỘNG',
      'thực hiện Nghị quyết của Bộ Chính trị về phát triển vùng đến năm 2030',
      'Thực hiện Nghị quyết số 11-NQ/TW, Ban Chấp hành Đảng bộ tỉnh xây dựng Chương trình như sau:',
    ],
    {
      form: 'programme',
      number: '51-CTr/TU',
      title: 'CHƯƠNG TRÌNH HÀNH ĐỘNG thực hiện Nghị quyết của Bộ Chính trị về phát triển vùng đến năm 2030',
      code: 'tinh-uy',
      level: 'province',
      period: ['2022-01-01', '2030-12-31'],
    },
  ],
  [
    'a part of a decision without its head: what it calls itself',
    [
      'HỖ TRỢ NGHỆ NHÂN VỀ NHÀ Ở',
      'Điều 8. Tổ chức thực hiện',
      'Sở Xây dựng hướng dẫn thực hiện Quyết định này và theo dõi Kế hoạch này.',
      'Sở Tài chính bố trí kinh phí thực hiện Quyết định này.',
    ],
    { form: 'decision' },
  ],
];

test.each(CASES)('%s', (_name, lines, expected) => {
  expect(headerRead(lines)).toMatchObject(expected);
});
