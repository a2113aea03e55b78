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
    'the source that is named below the text',
    [
      'Phòng cháy rừng mùa khô',
      '(Cổng TTĐT) - Ủy ban nhân dân tỉnh vừa có chỉ đạo về phòng cháy rừng mùa khô.',
      'Các huyện tổ chức trực cháy.',
      'Nguồn: CV số 661/UBND-KTN ngày 20/02/2020 của UBND tỉnh',
    ],
    { form: 'news', number: '661/UBND-KTN', issuedOn: '2020-02-20' },
  ],
  [
    'what is ordered in a letter',
    [
      'Khẩn trương lập quy hoạch rừng',
      'Tại Công văn số 4739/VPCP-NN ngày 28/7/2022, Phó Thủ tướng yêu cầu Bộ Tài nguyên và Môi trường trình quy hoạch.',
    ],
    { number: '4739/VPCP-NN', issuedOn: '2022-07-28' },
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
    'what the text says that it tells',
    [
      'Trồng rừng đến năm 2030',
      '(BTN) - Đây là nội dung Quyết định số 318/QĐ-UBND của UBND tỉnh Lai Châu về trồng rừng.',
    ],
    { form: 'news', number: '318/QĐ-UBND' },
  ],
  [
    'spaces within its number',
    ['Chấn chỉnh khai thác cát', 'UBND tỉnh vừa ban hành văn bản số 415/ UBND –NL yêu cầu các huyện kiểm tra.'],
    { form: 'news', number: '415/UBND-NL' },
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
  [
    'by what it is told, behind the name of the site',
    ['Phát động trồng cây', 'Caobang.gov.vn: Theo văn bản số 12/UBND-NL, UBND tỉnh giao các huyện trồng cây.'],
    { form: 'news', number: '12/UBND-NL', level: 'province' },
  ],
  [
    'a plan that was newly issued, behind the name of the site',
    [
      'Giảm hộ nghèo',
      'Caobang.vn - Theo Kế hoạch 31/KH-UBND về giảm nghèo mới ban hành, UBND tỉnh Cao Bằng giao các huyện.',
    ],
    { form: 'news', number: '31/KH-UBND', province: '04' },
  ],
  [
    'a letter that a body has, and a space behind a hyphen of its number',
    ['Phát động thi đua', 'Ngày 24/10/2023, UBND tỉnh có văn bản số 49/UBND- NC về việc phát động thi đua.'],
    { form: 'news', number: '49/UBND-NC', issuedOn: '2023-10-24', level: 'province' },
  ],
  [
    'a plan in quotes',
    [
      'Xóa mù chữ',
      'Ngày 29/5/2014, UBND tỉnh Cao Bằng đã phê duyệt “Kế hoạch Xóa mù chữ đến năm 2020” với ba nhiệm vụ.',
    ],
    { issuedOn: '2014-05-29', province: '04' },
  ],
  [
    'a decision without a number, told with its day',
    ['Công bố dịch', 'Ngày 10-2-2012, Phó Chủ tịch UBND tỉnh Trần Văn An ký quyết định công bố dịch cúm gia cầm.'],
    { number: null, issuedOn: '2012-02-10', level: 'province' },
  ],
  [
    'what the centre issued for a province, which only carries it out',
    [
      'Cho phép khai quật',
      'Bộ Văn hóa, Thể thao và Du lịch đã ban hành Quyết định số 12/QĐ-BVHTTDL cho phép Bảo tàng tỉnh Cao Bằng khai quật.',
    ],
    { number: '12/QĐ-BVHTTDL', level: 'central' },
  ],
  [
    'what is set out as a document says',
    [
      'Chỉ tiêu bảo hiểm y tế thế nào?',
      'Chỉ tiêu được quy định tại Phụ lục ban hành kèm theo Quyết định 54/QĐ-TTg năm 2022 như sau:',
      'Cả nước đạt 92%.',
    ],
    { form: 'news', number: '54/QĐ-TTg', level: 'central' },
  ],
  [
    'a conclusion of an inspection',
    ['Thanh tra Chính phủ vừa có kết luận thanh tra số 97/KL-TTCP về đất đai. Theo kết luận, 7 dự án còn sai phạm.'],
    { form: 'news', number: '97/KL-TTCP', level: 'central' },
  ],
  [
    'a plan of the centre, told with its day',
    [
      'Kế hoạch phong trào thi đua xây dựng nông thôn mới (21/09/2011)',
      'Ngày 20/9, Thủ tướng Chính phủ ban hành Kế hoạch tổ chức phong trào thi đua.',
    ],
    { form: 'news', number: null, issuedOn: '2011-09-20', level: 'central' },
  ],
  [
    'what a plan carries out is not what it sets out',
    ['Tin tức', 'Theo Quyết định số 54/QĐ-TTg, UBND tỉnh giao các sở rà soát như sau:', 'Sở Y tế rà soát.'],
    { level: 'province' },
  ],
  [
    'a number in brackets at the end of the headline',
    [
      'Về việc báo cáo nước thải nông thôn (35/VP-KTN, ngày 23/10/2017).',
      'Đồng chí Phó Chủ tịch UBND tỉnh có ý kiến như sau: giao Sở Y tế rà soát.',
    ],
    { number: '35/VP-KTN', issuedOn: '2017-10-23', level: 'province' },
  ],
  [
    'the hour before the day',
    [
      'Ứng phó mưa lũ',
      '10:48, 21/07/2018',
      'Vào lúc 10h00 ngày 21/7, Chủ tịch UBND tỉnh Cao Bằng vừa có công điện khẩn số 12/CĐ-UBND về mưa lũ.',
    ],
    { number: '12/CĐ-UBND', issuedOn: '2018-07-21' },
  ],
];

test.each(CASES)('%s', (_name, lines, expected) => {
  expect(headerRead(lines)).toMatchObject(expected);
});
