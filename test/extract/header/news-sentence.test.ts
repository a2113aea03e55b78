import { expect, test } from 'vitest';
import { type HeaderCase, headerRead } from './make.ts';

const CASES: HeaderCase[] = [
  [
    'a page that reports a plan: not the day of its posting',
    [
      'Kế hoạch cải cách hành chính của Sở giai đoạn 2021-2025',
      'Thứ tư - 15/12/2021 17:15',
      'Ngày 14/12/2021, Giám đốc Sở Nội vụ đã ký ban hành Kế hoạch số 2320/KH-SNV về cải cách hành chính.',
      'Kế hoạch bám sát Quyết định số 3809/QĐ-UBND ngày 14/9/2021 của Chủ tịch Ủy ban nhân dân tỉnh.',
    ],
    {
      form: 'news',
      number: '2320/KH-SNV',
      issuedOn: '2021-12-14',
      province: null,
      level: 'department',
      code: 'so-noi-vu',
      period: ['2021-01-01', '2025-12-31'],
    },
  ],
  [
    'digits of another width',
    [
      'Kế hoạch cải cách hành chính của Sở năm ２０２１',
      'Ngày １４/１２/２０２１, Giám đốc Sở Nội vụ đã ký ban hành Kế hoạch số ２３２０/KH-SNV về cải cách hành chính.',
      'Kế hoạch bám sát các văn bản của tỉnh và của trung ương.',
    ],
    { form: 'news', number: '2320/KH-SNV', issuedOn: '2021-12-14', level: 'department', code: 'so-noi-vu' },
  ],
  [
    'number and date after the verb, the issuer after them',
    [
      'Tăng tốc chuyển đổi số',
      'Ngày đăng: 20/3/2024 08:00',
      'Vừa qua, UBND tỉnh Ninh Thuận đã ban hành Kế hoạch số 999/KH-UBND ngày 11/3/2024 về chuyển đổi số năm 2024.',
    ],
    { form: 'news', number: '999/KH-UBND', issuedOn: '2024-03-11', province: '58', level: 'province' },
  ],
  [
    'what is told by a decision',
    [
      'Sẽ giảm hộ gia đình có bạo lực',
      'Theo Quyết định 279/QĐ-TTg phê duyệt Đề án gia đình hạnh phúc, đến năm 2020 giảm 10% hộ gia đình có bạo lực.',
    ],
    { form: 'news', number: '279/QĐ-TTg', level: 'central' },
  ],
  [
    'a number in brackets, a page of a paper',
    ['UBND tỉnh vừa ban hành công văn (số 3018/UBND-KTN) yêu cầu các địa phương bảo đảm an toàn giao thông.'],
    { form: 'news', number: '3018/UBND-KTN', level: 'province' },
  ],
  [
    'a decision about a plan',
    [
      'Kế hoạch cải cách hành chính năm 2019',
      'Ngày cập nhật 17/01/2019',
      'Ngày 07/12/2018, UBND tỉnh ban hành Quyết định số 2847/QĐ-UBND về kế hoạch cải cách hành chính năm 2019.',
      '100% cơ quan, UBND các huyện, thị xã, thành phố Huế dùng văn bản điện tử.',
    ],
    { form: 'news', number: '2847/QĐ-UBND', issuedOn: '2018-12-07', province: '46', basis: 'text', set: 63 },
  ],
  [
    'what the centre issued is not the plan',
    [
      'Triển khai chuyển đổi số ở Sơn La',
      'Lượt xem: 12',
      'Ngày 03/6/2020, Thủ tướng Chính phủ đã ban hành Quyết định số 749/QĐ-TTg phê duyệt Chương trình chuyển đổi số. Thực hiện quyết định này, ngày 05/01/2021, UBND tỉnh Sơn La ban hành Kế hoạch số 03/KH-UBND về chuyển đổi số.',
    ],
    { number: '03/KH-UBND', issuedOn: '2021-01-05', province: '14' },
  ],
  [
    'a department named with its province',
    [
      'Hoàn thành nhiệm vụ cải cách hành chính năm 2018',
      'Sở Văn hóa và Thể thao Hà Nội đã ban hành kế hoạch cải cách hành chính năm 2018.',
    ],
    { form: 'news', number: null, issuedOn: null, province: '01', level: 'department', basis: 'text' },
  ],
  [
    'a resolution that a page reports',
    [
      'Phấn đấu tỉnh Ninh Bình không ma túy',
      'Ảnh minh họa',
      'Ngày 8/12/2025, Ban Thường vụ Tỉnh ủy ban hành Nghị quyết số 01-NQ/TU về phòng, chống ma túy.',
    ],
    { form: 'news', number: '01-NQ/TU', issuedOn: '2025-12-08', province: '37', set: 34, level: 'province' },
  ],
  [
    'number and date in brackets at the end of what a page reports',
    [
      'Tháng hành động vì người cao tuổi',
      'Lượt xem: 4',
      'UBND tỉnh Hà Nam ban hành Kế hoạch thực hiện Tháng hành động năm 2019 với chủ đề mới (Kế hoạch số 59 /KH-UBND, ngày 20/3/2019).',
    ],
    {
      form: 'news',
      number: '59/KH-UBND',
      issuedOn: '2019-03-20',
      province: '35',
      period: ['2019-01-01', '2019-12-31'],
    },
  ],
  [
    'a document of the centre that the headline names',
    [
      'Toàn văn Công điện 234/CĐ-TTg về nhà ở sau thiên tai',
      'Ngày 30/11/2025, Thủ tướng Chính phủ ban hành Công điện 234/CĐ-TTg về nhà ở sau thiên tai.',
    ],
    { form: 'news', number: '234/CĐ-TTg', issuedOn: '2025-11-30', level: 'central', province: null },
  ],
  [
    'a document of the centre that a province carries out is not reported',
    [
      'Yên Bái: Tiêm phòng cho gia súc',
      'Ngày 30/11/2025, Thủ tướng Chính phủ ban hành Công điện 234/CĐ-TTg. UBND tỉnh Yên Bái chỉ đạo các xã tiêm phòng.',
    ],
    { number: null, level: 'province' },
  ],
  [
    'what the text says that it is about',
    ['Phấn đấu 100% xã có nhà văn hóa', '(HNM) - Đó là mục tiêu của Kế hoạch số 67/KH-UBND về đời sống văn hóa.'],
    { form: 'news', number: '67/KH-UBND' },
  ],
  [
    'a letter that was sent, with a space in its number; the day without a year',
    ['Ngày 21/ 5, UBND tỉnh banh Công văn số 846 /UBND-TH về đầu tư công.', 'Công văn nêu rõ việc cần làm.'],
    { form: 'news', number: '846/UBND-TH', issuedOn: null, level: 'province' },
  ],
  [
    'the source in brackets, and whose words it tells',
    [
      'Chỉ đạo phòng, chống dịch',
      'Văn phòng UBND tỉnh thông báo ý kiến chỉ đạo của Phó Chủ tịch UBND tỉnh (Công văn số: 1074/VP-KGVX, ngày 23/03/2020).',
    ],
    { form: 'news', number: '1074/VP-KGVX', issuedOn: '2020-03-23', level: 'province' },
  ],
  [
    'the period of the plan, not the year of the figure in the headline',
    [
      'Phấn đấu đến năm 2025, hơn 90% hộ đạt chuẩn văn hóa',
      '(QNO) - UBND tỉnh vừa ban hành Kế hoạch 5147 về đời sống văn hóa giai đoạn 2021 - 2025.',
    ],
    { form: 'news', period: ['2021-01-01', '2025-12-31'] },
  ],
];

test.each(CASES)('%s', (_name, lines, expected) => {
  expect(headerRead(lines)).toMatchObject(expected);
});
