import { expect, test } from 'vitest';
import { readHeader } from '../../../src/extract/header/header.ts';
import { bodiesIn } from '../../../src/extract/header/letterhead.ts';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import { flat, type HeaderCase, headerRead, laid, MOTTO } from './make.ts';

const CASES: HeaderCase[] = [
  [
    'the second line of the name is lost; the page says more above',
    [
      'Kế hoạch 12/KH-UBND năm 2021 về tuyển sinh tại Trung tâm Giáo dục thường xuyên tỉnh Cao Bằng',
      'Lĩnh vực: Bộ máy hành chính',
      'ỦY BAN NHÂN DÂN',
      'CỘNG HÕA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Số: 12/KH-UBND',
      'Cao Bằng, ngày 14 tháng 5 năm 2021',
      'KẾ HOẠCH',
      'TUYỂN SINH NĂM 2021',
    ],
    { issuer: 'Ủy ban nhân dân tỉnh Cao Bằng', level: 'province', province: '04' },
  ],
  [
    'the whole name is lost, and the number still blank',
    [
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Số: /QĐ-UBND',
      'Cao Bằng, ngày tháng năm 2021',
      'QUYẾT ĐỊNH',
      'Về việc công bố danh mục',
    ],
    { issuer: 'Ủy ban nhân dân tỉnh Cao Bằng', level: 'province', number: null },
  ],
  [
    'a letter of the name is lost, and the hyphen of the number',
    [
      'Y BAN NHÂN DÂN',
      'TỈNH CAO BẰNG',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Số: 12/QĐUBND',
      'Cao Bằng, ngày 14 tháng 5 năm 2021',
      'QUYẾT ĐỊNH',
      'Về việc công bố danh mục',
    ],
    { issuer: 'Ủy ban nhân dân tỉnh Cao Bằng', level: 'province', number: '12/QĐ-UBND' },
  ],
  [
    'letters that a scan lost in the word for the number',
    [
      'VĂN PHÒNG CHÍNH PHỦ',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'S :31/VPCP-KTN',
      'V/v quy hoạch',
      'Hà Nội, ngày 19 tháng 5 năm 2016',
    ],
    { number: '31/VPCP-KTN', issuedOn: '2016-05-19' },
  ],
  [
    'a quarter with a number, which is no more, and a title whose kind is lost',
    [
      'HỘI ĐỒNG NHÂN DÂN QUẬN 2',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Số: 01/2008/NQ-HĐND',
      'Quận 2, ngày 11 tháng 01 năm 2008',
      'VỀ NHIỆM VỤ KINH TẾ NĂM 2008',
      'HỘI ĐỒNG NHÂN DÂN QUẬN 2 KHÓA III - KỲ HỌP THỨ 14',
      'Căn cứ Luật Tổ chức Hội đồng nhân dân;',
    ],
    {
      form: 'resolution',
      title: 'VỀ NHIỆM VỤ KINH TẾ NĂM 2008',
      issuer: 'Hội đồng nhân dân quận 2',
      level: 'district',
      province: '79',
      issuedOn: '2008-01-11',
      period: ['2008-01-01', '2008-12-31'],
    },
  ],
  [
    'a number that columns part from its year',
    [
      'ỦY BAN NHÂN DÂN',
      'TỈNH CAO BẰNG',
      'Số: 12',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      '/2021/QĐ-UBND Cao Bằng, ngày 14 tháng 5 năm 2021',
      'QUYẾT ĐỊNH',
      'Về việc công bố danh mục',
    ],
    { number: '12/2021/QĐ-UBND', issuedOn: '2021-05-14' },
  ],
  [
    'a letter whose date stands below what it is about',
    [
      'VĂN PHÒNG CHÍNH PHỦ',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Số: 812/VPCP-KTN',
      'V/v nạo vét luồng tại cửa Lò',
      'Hà Nội, ngày 14 tháng 12 năm 2010',
      'Kính gửi: Bộ Giao thông vận tải.',
    ],
    { number: '812/VPCP-KTN', issuedOn: '2010-12-14', level: 'central' },
  ],
  [
    'a letter about a paper with a date of its own',
    [
      'ỦY BAN NHÂN DÂN',
      'THÀNH PHỐ ĐÀ NẴNG',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Số: 918/UBND-KT',
      'Về thực hiện Chỉ thị số 22/CT-TTg ngày 5 tháng 3 năm 2019 của Thủ tướng Chính phủ',
      'Thành phố Đà Nẵng, ngày 2 tháng 4 năm 2019',
      'Kính gửi: Các sở, ban, ngành.',
    ],
    {
      form: 'official-dispatch',
      number: '918/UBND-KT',
      title: 'thực hiện Chỉ thị số 22/CT-TTg ngày 5 tháng 3 năm 2019 của Thủ tướng Chính phủ',
      issuedOn: '2019-04-02',
      province: '48',
      level: 'province',
    },
  ],
  [
    'a letter without a number',
    [
      'VĂN PHÒNG CHÍNH PHỦ',
      'V/v bổ sung cảng Lò Vôi vào quy hoạch',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Hà Nội, ngày 24 tháng 8 năm 2012',
      'Kính gửi: Bộ Giao thông vận tải.',
    ],
    { form: 'official-dispatch', number: null, issuedOn: '2012-08-24', level: 'central' },
  ],
  [
    'a sentence that names the state is no letterhead',
    [
      'Chủ tịch UBND thành phố Hà Nội vừa ký ban hành Kế hoạch số 281/KH-UBND về lễ kỷ niệm.',
      'Lễ do Chính phủ nước Cộng hòa xã hội chủ nghĩa Việt Nam và thành phố Hà Nội tổ chức tại trung tâm.',
    ],
    { form: 'news', number: '281/KH-UBND', province: '01', level: 'province' },
  ],
  [
    'a province, cells',
    [
      `ỦY BAN NHÂN DÂN / TỈNH HÀ GIANG | ${MOTTO}`,
      'Số: 88/KH-UBND | Hà Giang, ngày 12 tháng 3 năm 2023',
      'KẾ HOẠCH',
      'Chuyển đổi số tỉnh Hà Giang giai đoạn 2023 - 2025',
      'Căn cứ Quyết định số 749/QĐ-TTg ngày 03/6/2020 của Thủ tướng Chính phủ;',
    ],
    {
      form: 'plan',
      number: '88/KH-UBND',
      title: 'KẾ HOẠCH Chuyển đổi số tỉnh Hà Giang giai đoạn 2023 - 2025',
      issuer: 'Ủy ban nhân dân tỉnh Hà Giang',
      code: 'ubnd-tinh',
      province: '02',
      set: 63,
      basis: 'header',
      level: 'province',
      issuedOn: '2023-03-12',
      period: ['2023-01-01', '2025-12-31'],
    },
  ],
  [
    'two columns read line by line',
    [
      'ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'TỈNH LONG AN Độc lập - Tự do - Hạnh phúc',
      'Số: 2719/KH-UBND Long An, ngày 08 tháng 9 năm 2022',
      'KẾ HOẠCH',
      'Phát triển kinh tế số đến năm 2030',
      'Thực hiện Quyết định số 411/QĐ-TTg ngày 31/3/2022',
    ],
    {
      issuer: 'Ủy ban nhân dân tỉnh Long An',
      province: '80',
      issuedOn: '2022-09-08',
      period: ['2022-01-01', '2030-12-31'],
    },
  ],
  [
    'the number after the date, the number broken',
    [
      'CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập – Tự do – Hạnh phúc',
      'UBND THÀNH PHỐ ĐÀ NẴNG',
      'Đà Nẵng, ngày 3 tháng 4 năm 2024',
      'Số: 70 /KH- UBND',
      'KẾ HOẠCH',
      'NĂM 2024',
    ],
    { number: '70/KH-UBND', province: '48', issuedOn: '2024-04-03', code: 'ubnd-tinh' },
  ],
  [
    'columns read one after the other, the kind word before the motto',
    [
      'ỦY BAN NHÂN DÂN TỈNH HƯNG YÊN',
      'Số: 144/KH-UBND',
      'KẾ HOẠCH',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc',
      'Hưng Yên, ngày 24 tháng 11 năm 2025',
      'PHÁT TRIỂN KINH TẾ SỐ GIAI ĐOẠN 2026 - 2030',
      'Căn cứ Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị;',
    ],
    {
      number: '144/KH-UBND',
      issuedOn: '2025-11-24',
      province: '33',
      set: 34,
      title: 'KẾ HOẠCH PHÁT TRIỂN KINH TẾ SỐ GIAI ĐOẠN 2026 - 2030',
    },
  ],
  [
    'a number cited in the letterhead is not its own',
    [
      'SỞ CÔNG THƯƠNG',
      'ĐOÀN KIỂM TRA',
      'THEO QUYẾT ĐỊNH',
      'SỐ 1050/QĐ-SCT',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh Phúc',
      'Lai Châu, ngày 10 tháng 3 năm 2026',
      'Số: 1105/KH-ĐKT',
      'KẾ HOẠCH',
      'Kiểm tra việc chấp hành quy định về vật liệu nổ',
    ],
    {
      form: 'plan',
      number: '1105/KH-ĐKT',
      issuedOn: '2026-03-10',
      province: '12',
      set: 34,
      level: 'department',
      title: 'KẾ HOẠCH Kiểm tra việc chấp hành quy định về vật liệu nổ',
    },
  ],
  [
    'a letter: a number that its text cites is not its own',
    [
      `ỦY BAN NHÂN DÂN / TỈNH LÀO CAI | ${MOTTO}`,
      'Số:        /UBND-KT | Lào Cai, ngày     tháng 6 năm 2026',
      'V/v triển khai các cụm công nghiệp',
      'Kính gửi: Sở Công Thương',
      'Xét đề nghị tại Báo cáo số 3231/BC-SCT ngày 04/6/2026.',
    ],
    {
      form: 'official-dispatch',
      number: null,
      issuedOn: null,
      province: '15',
      set: 34,
      title: 'triển khai các cụm công nghiệp',
    },
  ],
  [
    'blanks are not filled',
    [
      `ỦY BAN NHÂN DÂN TỈNH BẾN TRE | ${MOTTO}`,
      'Số:        /KH-UBND | Bến Tre, ngày      tháng 5 năm 2021',
      'KẾ HOẠCH',
      'Thực hiện Nghị quyết số 17/NQ-CP ngày 07 tháng 3 năm 2019 của Chính phủ',
    ],
    { number: null, issuedOn: null, province: '83', form: 'plan' },
  ],
  [
    'a number written by hand that was read as other signs; what the letter is about is no name',
    [
      `BỘ CÔNG THƯƠNG / CỤC HÓA CHẤT | ${MOTTO}`,
      'Số: ÊÍŠ /HC-QLHC | Hà Nội, ngày      tháng 5 năm 2026',
      'V/v góp ý dự thảo',
      'Kính gửi: Sở Công Thương các tỉnh',
    ],
    { number: null, issuedOn: null, issuer: 'Cục hóa chất', form: 'official-dispatch' },
  ],
  [
    "the youth union, whose own name stands where the nation's motto does",
    [
      'TỈNH ĐOÀN BẮC KẠN',
      '***',
      'Số: 31-KH/TĐTN',
      'ĐOÀN TNCS HỒ CHÍ MINH',
      'Bắc Kạn, ngày 20 tháng 02 năm 2023',
      'KẾ HOẠCH',
      'Tháng Thanh niên năm 2023',
    ],
    { issuer: 'Tỉnh đoàn Bắc Kạn', province: '06', level: 'department' },
  ],
  [
    'the cover of a scheme tells its year',
    [
      'ỦY BAN NHÂN DÂN TỈNH BẠC LIÊU',
      'ĐỀ ÁN',
      'CHUYỂN ĐỔI SỐ ĐẾN NĂM 2025, ĐỊNH HƯỚNG ĐẾN NĂM 2030',
      'Bạc Liêu, tháng 3 năm 2021',
      'MỤC LỤC',
    ],
    { form: 'other', issuedOn: null, period: ['2021-01-01', '2025-12-31'], province: '95' },
  ],
  [
    'the day with a capital',
    ['UBND TỈNH LÀO CAI', 'Số: 15/KH-UBND', 'Lào Cai, Ngày 30 tháng 12 năm 2026', 'KẾ HOẠCH', 'Cải cách hành chính'],
    { issuedOn: '2026-12-30', province: '15' },
  ],
];

test.each(CASES)('%s', (_name, lines, expected) => {
  expect(headerRead(lines)).toMatchObject(expected);
});

test('a whole document on one line', () => {
  const text =
    'ỦY BAN NHÂN DÂN TỈNH CAO BẰNG ------- CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc --------------- ' +
    'Số: 77/KH-UBND Cao Bằng, ngày 9 tháng 4 năm 20 24 KẾ HOẠCH THỰC HIỆN CHỈ THỊ SỐ 10/CT-TTG NGÀY 19 THÁNG 4 NĂM 2023 VỀ AN TOÀN ' +
    'GIAO THÔNG TRÊN ĐỊA BÀN TỈNH NĂM 2024 Thực hiện Chỉ thị số 10/CT-TTg, UBND tỉnh ban hành Kế hoạch như sau: I. MỤC ĐÍCH 1. Nâng cao';
  const document = laid(text);
  const header = readHeader(document, { knowledge: loadKnowledge() });
  expect(flat(header)).toMatchObject({
    number: '77/KH-UBND',
    issuedOn: '2024-04-09',
    province: '04',
    title:
      'KẾ HOẠCH THỰC HIỆN CHỈ THỊ SỐ 10/CT-TTG NGÀY 19 THÁNG 4 NĂM 2023 VỀ AN TOÀN GIAO THÔNG TRÊN ĐỊA BÀN TỈNH NĂM 2024',
    period: ['2024-01-01', '2024-12-31'],
  });
  expect(document.text.slice(header.bodyStart)).toMatch(/^Thực hiện Chỉ thị/u);
});

test('a short name in brackets does not part a name from its place', () => {
  const [body] = bodiesIn(loadKnowledge(), 'Ban Chỉ huy Phòng thủ dân sự (PTDS) tỉnh ban hành công văn.');
  expect(body?.name).toBe('Ban Chỉ huy Phòng thủ dân sự tỉnh');
});
