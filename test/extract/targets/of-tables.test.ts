import { expect, test } from 'vitest';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import type { PlanRecord } from '../../../src/model/record.ts';
import { cellBlock, paragraph } from '../../../src/read/blocks.ts';
import { blocksOfText } from '../../../src/read/text/plain-text.ts';
import { blocksOf, extracted, extractedOf } from '../make.ts';

const brief = ({ targets }: PlanRecord): string[] =>
  targets.map(({ quantity, indicator, deadline, status }) =>
    [
      `${quantity?.comparator === '=' ? '' : quantity?.comparator}${quantity?.value}${quantity?.valueMax == null ? '' : `-${quantity.valueMax}`} ${quantity?.unit}`,
      indicator.text,
      deadline?.text ?? '–',
      ...(status === 'result' ? ['result'] : []),
    ].join(' | '),
  );

const TABLES: [what: string, lines: string[], targets: string[]][] = [
  [
    'behind the first part of a whole, the others without number and sign',
    [
      ...[
        'TT | Chỉ tiêu | ĐVT | Năm 2026',
        '1 | Giá trị sản xuất | tỷ đồng | 900',
        ' | Trong đó: Công nghiệp | tỷ đồng | 500',
      ],
      ...[' | Xây dựng | tỷ đồng | 150', ' | - Dịch vụ | tỷ đồng | 250', ' | Thu hút đầu tư | tỷ đồng | 70'],
    ],
    [
      ...[
        '900000000000 VND | Giá trị sản xuất | Năm 2026',
        '500000000000 VND | Giá trị sản xuất: Công nghiệp | Năm 2026',
      ],
      ...[
        '150000000000 VND | Giá trị sản xuất: Xây dựng | Năm 2026',
        '250000000000 VND | Giá trị sản xuất: Dịch vụ | Năm 2026',
      ],
      '70000000000 VND | Thu hút đầu tư | Năm 2026',
    ],
  ],
  [
    'a column of growth or shares has its own unit, not that of the rows',
    [
      'TT | Chỉ tiêu | ĐVT | KH 2026 | Tăng bình quân 2026 (%) | Cơ cấu 2026',
      '1 | Giá trị sản xuất | tỷ đồng | 900 | 6,5 | 21,5',
    ],
    [
      '900000000000 VND | Giá trị sản xuất | 2026',
      '6.5 % | Giá trị sản xuất: Tăng bình quân | 2026',
      '21.5 % | Giá trị sản xuất: Cơ cấu | 2026',
    ],
  ],
  [
    'a milestone over figures is a time, and no due date',
    ['TT | KPI | Mốc 2027 | Mốc 2030', '1 | Tỷ lệ số hóa hồ sơ | 70% | 95%'],
    ['70 % | Tỷ lệ số hóa hồ sơ | 2027', '95 % | Tỷ lệ số hóa hồ sơ | 2030'],
  ],
  [
    'a kind of targets is nothing whose rate a row could be',
    [
      'TT | Chỉ tiêu | ĐVT | Năm 2026',
      'II | Chỉ tiêu xã hội |  | ',
      '1 | Tỷ lệ hộ nghèo | % | 2',
      '2 | Số hộ | hộ | 9',
    ],
    ['2 % | Tỷ lệ hộ nghèo | Năm 2026', '9 hộ | Số hộ | Năm 2026'],
  ],
  [
    'a thing whose measure a row is',
    ['TT | Chỉ tiêu | ĐVT | Năm 2026', 'II | Cà phê |  | ', '1 | Diện tích | ha | 200', '2 | Sản lượng | tấn | 90'],
    ['200 ha | Cà phê: Diện tích | Năm 2026', '90 tấn | Cà phê: Sản lượng | Năm 2026'],
  ],
  [
    'a road map over figures is a time, and no measure',
    ['TT | Chỉ tiêu | Lộ trình 2026 | Lộ trình 2028', '1 | Số trạm phát thanh | ≥ 30 | ≥ 45', '2 | Số chợ | 4 | 6'],
    [
      ...['>=30 trạm phát thanh | Số trạm phát thanh | 2026', '>=45 trạm phát thanh | Số trạm phát thanh | 2028'],
      ...['4 chợ | Số chợ | 2026', '6 chợ | Số chợ | 2028'],
    ],
  ],
  [
    'an em dash before parts',
    ['TT | Chỉ tiêu | ĐVT | Năm 2026', '1 | Xuất khẩu | Tr. USD | 40', ' | — Nhóm thủy sản | Tr. USD | 25'],
    ['40000000 USD | Xuất khẩu | Năm 2026', '25000000 USD | Xuất khẩu: Nhóm thủy sản | Năm 2026'],
  ],
  [
    'what is counted in a table of what is to be done is none of its targets',
    ['TT | Nội dung công việc | Số lượng văn bản | Thời gian hoàn thành', '1 | Rà soát thủ tục | 12 | Quý III/2026'],
    [],
  ],
  [
    'rows of years that say what was reached',
    ['Năm | Diện tích rừng trồng (ha)', '2025 (thực hiện) | 1.400', '2026 (kế hoạch) | 1.550', '2027 | 1.600'],
    [
      '1400 ha | Diện tích rừng trồng | 2025 | result',
      '1550 ha | Diện tích rừng trồng | 2026',
      '1600 ha | Diện tích rừng trồng | 2027',
    ],
  ],
  [
    'a sum beside shares has not their unit',
    [
      'TT | Chỉ tiêu | Tổng số | Thành thị (%) | Nông thôn (%)',
      '1 | Số hộ dùng nước máy | 5.000 | 95 | 80',
      '2 | Số hộ dùng nước giếng | 300 | 5 | 20',
    ],
    [
      '5000 hộ dùng nước máy | Số hộ dùng nước máy | giai đoạn 2022 - 2026',
      '95 % | Số hộ dùng nước máy: Thành thị | giai đoạn 2022 - 2026',
      '80 % | Số hộ dùng nước máy: Nông thôn | giai đoạn 2022 - 2026',
      '300 hộ dùng nước giếng | Số hộ dùng nước giếng | giai đoạn 2022 - 2026',
      '5 % | Số hộ dùng nước giếng: Thành thị | giai đoạn 2022 - 2026',
      '20 % | Số hộ dùng nước giếng: Nông thôn | giai đoạn 2022 - 2026',
    ],
  ],
  [
    'a sum of years has their unit and the time from the first to the last',
    [
      'TT | Chỉ tiêu | Cộng | Năm 2026 (ha) | Năm 2027 (ha)',
      '1 | Trồng chè | 50 | 20 | 30',
      '2 | Trồng cam | 11 | 5 | 6',
    ],
    [
      '50 ha | Trồng chè | Năm 2026 - Năm 2027',
      '20 ha | Trồng chè | Năm 2026',
      '30 ha | Trồng chè | Năm 2027',
      '11 ha | Trồng cam | Năm 2026 - Năm 2027',
      '5 ha | Trồng cam | Năm 2026',
      '6 ha | Trồng cam | Năm 2027',
    ],
  ],
  [
    'a sum behind its parts has the time from the earliest to the latest',
    [
      'TT | Chỉ tiêu | ĐVT | Năm 2026 | Năm 2027 | Năm 2028 | Tổng',
      '1 | Trồng chè | ha | 20 | 30 | 10 | 60',
      '2 | Trồng cam | ha | 5 | 6 | 7 | 18',
    ],
    [
      ...['20 ha | Trồng chè | Năm 2026', '30 ha | Trồng chè | Năm 2027', '10 ha | Trồng chè | Năm 2028'],
      '60 ha | Trồng chè | Năm 2026 - Năm 2028',
      ...['5 ha | Trồng cam | Năm 2026', '6 ha | Trồng cam | Năm 2027', '7 ha | Trồng cam | Năm 2028'],
      '18 ha | Trồng cam | Năm 2026 - Năm 2028',
    ],
  ],
  [
    'a bracket of a head that compares or narrows is no unit',
    [
      'TT | Nội dung | Số lượng (tối thiểu) | Tổng số (nữ) | Kế hoạch năm 2026 (người)',
      '1 | Dạy nghề may | 20 | 300 | 700',
    ],
    [
      ...['>=20  | Dạy nghề may | giai đoạn 2022 - 2026', '300  | Dạy nghề may: Tổng số (nữ) | giai đoạn 2022 - 2026'],
      '700 người | Dạy nghề may | 2026',
    ],
  ],
  [
    'heads that part what the title measures, in the year of the title',
    [
      'Biểu 1. Kế hoạch trồng rừng năm 2026 (ha)',
      'TT | Tên xã | Tổng diện tích | Rừng phòng hộ | Tỷ lệ sống (%)',
      '1 | Tân An | 300 | 100 | 90',
      '2 | Phú Mỹ | 150 | 50 | 95',
    ],
    [
      '300 ha | Tân An: trồng rừng: Tổng diện tích | 2026',
      '100 ha | Tân An: trồng rừng: Rừng phòng hộ | 2026',
      '90 % | Tân An: Tỷ lệ sống | 2026',
      '150 ha | Phú Mỹ: trồng rừng: Tổng diện tích | 2026',
      '50 ha | Phú Mỹ: trồng rừng: Rừng phòng hộ | 2026',
      '95 % | Phú Mỹ: Tỷ lệ sống | 2026',
    ],
  ],
  [
    'levels beside how it was, though the title says that they go down',
    [
      'Chỉ tiêu giảm tỷ lệ hộ cận nghèo năm 2026',
      'TT | Đơn vị | Cuối năm 2025 | Kế hoạch 2026',
      '1 | Xã Tân An | 5,2 | 4',
      '2 | Xã Phú Mỹ | 6,1 | 5',
    ],
    [
      '5.2 % | Xã Tân An: tỷ lệ hộ cận nghèo | Cuối năm 2025',
      '4 % | Xã Tân An: tỷ lệ hộ cận nghèo | 2026',
      '6.1 % | Xã Phú Mỹ: tỷ lệ hộ cận nghèo | Cuối năm 2025',
      '5 % | Xã Phú Mỹ: tỷ lệ hộ cận nghèo | 2026',
    ],
  ],
  [
    'figures of bodies of which nothing tells what they measure',
    ['Chỉ tiêu OCOP năm 2026', 'Xã | 3 sao | 4 sao', 'Xã Tân An | 3 | 1', 'Xã Phú Mỹ | 2 | 2'],
    [],
  ],
  [
    'revenue that is to be taken in is aimed at',
    [
      'Giao dự toán thu ngân sách năm 2026 cho các xã (triệu đồng)',
      'TT | Xã | Tổng thu | Thu thuế',
      '1 | Xã Tân An | 150 | 50',
      '2 | Xã Phú Mỹ | 45 | 15',
    ],
    [
      '150000000 VND | Xã Tân An: thu ngân sách: Tổng thu | năm 2026',
      '50000000 VND | Xã Tân An: thu ngân sách: Thu thuế | năm 2026',
      '45000000 VND | Xã Phú Mỹ: thu ngân sách: Tổng thu | năm 2026',
      '15000000 VND | Xã Phú Mỹ: thu ngân sách: Thu thuế | năm 2026',
    ],
  ],
  [
    'parts of what the title measures',
    [
      'Phân bổ chỉ tiêu trồng cây phân tán cho các xã:',
      'TT | Xã | Cả năm | Đợt 1 | Đợt 2',
      '1 | Xã Tân An | 900 | 500 | 400',
      '2 | Xã Phú Mỹ | 700 | 300 | 400',
    ],
    [
      '900  | Xã Tân An: trồng cây phân tán | giai đoạn 2022 - 2026',
      '500  | Xã Tân An: trồng cây phân tán: Đợt 1 | giai đoạn 2022 - 2026',
      '400  | Xã Tân An: trồng cây phân tán: Đợt 2 | giai đoạn 2022 - 2026',
      '700  | Xã Phú Mỹ: trồng cây phân tán | giai đoạn 2022 - 2026',
      '300  | Xã Phú Mỹ: trồng cây phân tán: Đợt 1 | giai đoạn 2022 - 2026',
      '400  | Xã Phú Mỹ: trồng cây phân tán: Đợt 2 | giai đoạn 2022 - 2026',
    ],
  ],
  [
    'figures of bodies of which nothing says what they measure',
    ['II. CHỈ TIÊU CỤ THỂ', 'TT | Huyện | Năm 2026', '1 | Huyện Tân An | 120', '2 | Huyện Phú Mỹ | 110'],
    [],
  ],
  [
    'money that is shared out',
    [
      'Dự toán kinh phí năm 2026 (triệu đồng)',
      'TT | Đơn vị | Tổng | Quý I | Quý II',
      '1 | Sở Nội vụ | 400 | 100 | 300',
      '2 | Sở Tài chính | 800 | 200 | 600',
    ],
    [],
  ],
  [
    'shares and others of bodies: what says nothing is left out',
    ['TT | Đơn vị | Tổng số | Tỷ lệ nữ (%)', '1 | Sở Nội vụ | 60 | 40', '2 | Sở Tài chính | 75 | 45'],
    ['40 % | Sở Nội vụ: Tỷ lệ nữ | giai đoạn 2022 - 2026', '45 % | Sở Tài chính: Tỷ lệ nữ | giai đoạn 2022 - 2026'],
  ],
  [
    'rows of one name in two groups say in which, others do not',
    [
      'TT | Chỉ tiêu | ĐVT | Năm 2026',
      'I | Khu vực đồng bằng |  | ',
      '1 | Số giếng khoan | giếng | 40',
      '2 | Số bể chứa | bể | 9',
      'II | Khu vực miền núi |  | ',
      '1 | Số giếng khoan | giếng | 15',
    ],
    [
      '40 giếng | Khu vực đồng bằng: Số giếng khoan | Năm 2026',
      '9 bể | Số bể chứa | Năm 2026',
      '15 giếng | Khu vực miền núi: Số giếng khoan | Năm 2026',
    ],
  ],
  [
    'parts that add up have the unit of their sum',
    [
      'Chỉ tiêu trồng mới năm 2026:',
      'TT | Xã | Tổng diện tích (ha) | Chè | Cam',
      '1 | Xã Tân An | 30 | 20 | 10',
      '2 | Xã Phú Mỹ | 12,5 | 7,5 | 5',
    ],
    [
      '30 ha | Xã Tân An: trồng mới: Tổng diện tích | năm 2026',
      '20 ha | Xã Tân An: trồng mới: Chè | năm 2026',
      '10 ha | Xã Tân An: trồng mới: Cam | năm 2026',
      '12.5 ha | Xã Phú Mỹ: trồng mới: Tổng diện tích | năm 2026',
      '7.5 ha | Xã Phú Mỹ: trồng mới: Chè | năm 2026',
      '5 ha | Xã Phú Mỹ: trồng mới: Cam | năm 2026',
    ],
  ],
  [
    'parts that do not add up have none',
    [
      'TT | Xã | Tổng diện tích năm 2026 (ha) | Kế hoạch hộ | Kế hoạch nhóm',
      '1 | Xã Tân An | 30 | 21 | 10',
      '2 | Xã Phú Mỹ | 12,5 | 7 | 5',
    ],
    [
      '30 ha | Xã Tân An: Tổng diện tích | năm 2026',
      '21  | Xã Tân An: Kế hoạch hộ | giai đoạn 2022 - 2026',
      '10  | Xã Tân An: Kế hoạch nhóm | giai đoạn 2022 - 2026',
      '12.5 ha | Xã Phú Mỹ: Tổng diện tích | năm 2026',
      '7  | Xã Phú Mỹ: Kế hoạch hộ | giai đoạn 2022 - 2026',
      '5  | Xã Phú Mỹ: Kế hoạch nhóm | giai đoạn 2022 - 2026',
    ],
  ],
  [
    'what stands is beside what is planned, under one head',
    [
      'TT | Tên xã | Số hộ có hố xí hợp vệ sinh | ',
      ' |  | Hiện có | Kế hoạch',
      '1 | Lũng Vân | 310 | 350',
      '2 | Y Tý | 120 | 180',
    ],
    [
      '310 hộ | Lũng Vân: Số hộ có hố xí hợp vệ sinh | – | result',
      '350 hộ | Lũng Vân: Số hộ có hố xí hợp vệ sinh | giai đoạn 2022 - 2026',
      '120 hộ | Y Tý: Số hộ có hố xí hợp vệ sinh | – | result',
      '180 hộ | Y Tý: Số hộ có hố xí hợp vệ sinh | giai đoạn 2022 - 2026',
    ],
  ],
  [
    'a sum has the unit of its parts, and places that of their sum',
    ['TT | Loại rừng | Tổng diện tích năm 2026 (ha) | Xã Tân An | Xã Phú Mỹ', '1 | Rừng trồng | 90 | 40 | 50'],
    [
      '90 ha | Rừng trồng: Tổng diện tích | năm 2026',
      '40 ha | Xã Tân An: Rừng trồng | giai đoạn 2022 - 2026',
      '50 ha | Xã Phú Mỹ: Rừng trồng | giai đoạn 2022 - 2026',
    ],
  ],
  [
    'the nearest head that says what is counted',
    [
      'TT | Xã | Số trường đạt chuẩn năm 2026 | ',
      ' |  | Mức 1 | Mức 2',
      '1 | Xã Tân An | 4 | 2',
      '2 | Xã Phú Mỹ | 3 | 0',
    ],
    [
      '4 trường | Xã Tân An: Số trường đạt chuẩn: Mức 1 | năm 2026',
      '2 trường | Xã Tân An: Số trường đạt chuẩn: Mức 2 | năm 2026',
      '3 trường | Xã Phú Mỹ: Số trường đạt chuẩn: Mức 1 | năm 2026',
      '0 trường | Xã Phú Mỹ: Số trường đạt chuẩn: Mức 2 | năm 2026',
    ],
  ],
  [
    'works, what comes of them and by when',
    [
      'TT | Tên công trình | Diện tích tưới (ha) | Năm hoàn thành',
      '1 | Hồ Khe Ngang | 310 | 2025',
      '2 | Đập Cây Sung | 80 | 2026',
    ],
    ['310 ha | Hồ Khe Ngang: Diện tích tưới | 2025', '80 ha | Đập Cây Sung: Diện tích tưới | 2026'],
  ],
  [
    'what is counted under a word of due dates',
    ['Năm | Số căn nhà hoàn thành | Số hộ hoàn thành sửa nhà', '2025 | 120 | 45', '2026 | 150 | 60'],
    [
      '120 căn nhà | Số căn nhà hoàn thành | 2025',
      '45 hộ | Số hộ hoàn thành sửa nhà | 2025',
      '150 căn nhà | Số căn nhà hoàn thành | 2026',
      '60 hộ | Số hộ hoàn thành sửa nhà | 2026',
    ],
  ],
  [
    'numbers of documents are no figures',
    ['TT | Chỉ tiêu | Văn bản giao | Năm 2026 (ha)', '1 | Trồng rừng | 45/QĐ-UBND | 1.200'],
    ['1200 ha | Trồng rừng | Năm 2026'],
  ],

  [
    'the lowest head that names a time counts',
    [
      'TT | Chỉ tiêu | ĐVT | Giai đoạn 2026 - 2030 | ',
      '  |  |  | Năm 2026 | 2027',
      '1 | Tỷ lệ đô thị hóa | % | 31,5 | 33',
    ],
    ['31.5 % | Tỷ lệ đô thị hóa | Năm 2026', '33 % | Tỷ lệ đô thị hóa | 2027'],
  ],
  [
    'units in brackets, after a comma and above the table',
    [
      'Đơn vị tính: tỷ đồng',
      'Nội dung | Năm 2026',
      'Thu nội địa | 1.250,5',
      'Tỷ lệ che phủ rừng (%) | 48',
      'Đường tỉnh nâng cấp, km | 35',
    ],
    [
      '1250500000000 VND | Thu nội địa | Năm 2026',
      '48 % | Tỷ lệ che phủ rừng | Năm 2026',
      '35 km | Đường tỉnh nâng cấp | Năm 2026',
    ],
  ],
  [
    'names below "Đơn vị" are no units, and their columns count what they say',
    [
      'STT | Đơn vị | Số người tham gia BHXH | Tỷ lệ bao phủ BHYT (%)',
      '1 | Xã Tân An | 1.200 | 95,5',
      '2 | Xã Phú Mỹ | 900 | 94',
    ],
    [
      '1200 người | Xã Tân An: Số người tham gia BHXH | giai đoạn 2022 - 2026',
      '95.5 % | Xã Tân An: Tỷ lệ bao phủ BHYT | giai đoạn 2022 - 2026',
      '900 người | Xã Phú Mỹ: Số người tham gia BHXH | giai đoạn 2022 - 2026',
      '94 % | Xã Phú Mỹ: Tỷ lệ bao phủ BHYT | giai đoạn 2022 - 2026',
    ],
  ],
  [
    'quarters beside their year',
    ['TT | Chỉ tiêu | Kế hoạch năm 2026 | Quý I | Quý IV', '1 | Thu ngân sách (tỷ đồng) | 40 | 9 | 11'],
    [
      '40000000000 VND | Thu ngân sách | 2026',
      '9000000000 VND | Thu ngân sách | Quý I',
      '11000000000 VND | Thu ngân sách | Quý IV',
    ],
  ],
  [
    'sectors of a whole, one of them named after what looks like a verb',
    [
      'TT | Chỉ tiêu | ĐVT | Năm 2026',
      '1 | Cơ cấu kinh tế | % | 100',
      '- | Nông nghiệp | % | 20',
      '- | Công nghiệp - xây dựng | % | 36',
    ],
    [
      '100 % | Cơ cấu kinh tế | Năm 2026',
      '20 % | Cơ cấu kinh tế: Nông nghiệp | Năm 2026',
      '36 % | Cơ cấu kinh tế: Công nghiệp - xây dựng | Năm 2026',
    ],
  ],
  [
    'the unit above a table is not that of its shares',
    [
      'Đơn vị tính: ha',
      'TT | Loại rừng | Mục tiêu năm 2026 |  ',
      ' |  | Diện tích | Cơ cấu',
      '1 | Rừng trồng | 1.250 | 41,5',
      '2 | Tỷ lệ che phủ rừng | 48 | ',
    ],
    [
      '1250 ha | Rừng trồng: Diện tích | năm 2026',
      '41.5 % | Rừng trồng: Cơ cấu | năm 2026',
      '48 % | Tỷ lệ che phủ rừng: Diện tích | năm 2026',
    ],
  ],
  [
    'multipliers in the column of units',
    [
      'TT | Chỉ tiêu | Đơn vị tính | Năm 2026',
      '1 | Dân số trung bình | 1000 người | 1.345,2',
      '2 | Vốn đầu tư | 10⁹ đồng | 21.300',
      '3 | Xuất khẩu | 1.000 USD | -450',
    ],
    [
      '1345200 người | Dân số trung bình | Năm 2026',
      '21300000000000 VND | Vốn đầu tư | Năm 2026',
      '-450000 USD | Xuất khẩu | Năm 2026',
    ],
  ],
  [
    'what a share is of belongs to the measure',
    ['TT | Chỉ tiêu | ĐVT | Đến năm 2030', '1 | Quy mô kinh tế số | % GRDP | ≥ 20'],
    ['>=20 % | Quy mô kinh tế số % GRDP | Đến năm 2030'],
  ],
  [
    'rows lean on the product above them, numbered ones do not',
    [
      'TT | Cây trồng | ĐVT | Năm 2026',
      '1 | Chè |  | ',
      ' | - Diện tích | ha | 900',
      ' | - Sản lượng | tấn | 6.000 (tăng 2%)',
      '2 | Bưởi |  | ',
      ' | Năng suất | tạ/ha | 215',
      '3 | Diện tích rừng | ha | 1.200',
    ],
    [
      '900 ha | Chè: Diện tích | Năm 2026',
      ...['6000 tấn | Chè: Sản lượng | Năm 2026', '2 % | Chè: Sản lượng tăng | Năm 2026'],
      '215 tạ/ha | Bưởi: Năng suất | Năm 2026',
      '1200 ha | Diện tích rừng | Năm 2026',
    ],
  ],
  [
    'years down and measures across',
    ['Năm | Số xã đạt chuẩn nông thôn mới (xã) | Tỷ lệ hộ nghèo (%)', 'Năm 2026 | 12 | 5,4', 'Năm 2027 | 15 | 4,9'],
    [
      '12 xã | Số xã đạt chuẩn nông thôn mới | Năm 2026',
      '5.4 % | Tỷ lệ hộ nghèo | Năm 2026',
      '15 xã | Số xã đạt chuẩn nông thôn mới | Năm 2027',
      '4.9 % | Tỷ lệ hộ nghèo | Năm 2027',
    ],
  ],
  [
    'a period as a row over its items',
    [
      'TT | Chỉ tiêu | ĐVT | Kết quả',
      'I | Giai đoạn 2026 - 2027 |  | ',
      '1 | Tỷ lệ hồ sơ trực tuyến | % | 80',
      'II | Giai đoạn 2028 - 2030 |  | ',
      '1 | Tỷ lệ hồ sơ trực tuyến | % | 95',
    ],
    ['80 % | Tỷ lệ hồ sơ trực tuyến | Giai đoạn 2026 - 2027', '95 % | Tỷ lệ hồ sơ trực tuyến | Giai đoạn 2028 - 2030'],
  ],
  [
    'an older plan is neither target nor result, what was reached is a result',
    [
      'TT | Chỉ tiêu | ĐVT | Năm 2021 |  | Kế hoạch năm 2022',
      '  |  |  | Kế hoạch | Ước thực hiện | ',
      '1 | Tỷ lệ đô thị hóa | % | 30 | 29,5 | 31',
    ],
    ['29.5 % | Tỷ lệ đô thị hóa | Năm 2021 | result', '31 % | Tỷ lệ đô thị hóa | 2022'],
  ],
  [
    'a table in a cell has no heads of its own',
    ['Hồ sơ trực tuyến | 90%', 'Hồ sơ đúng hạn | trên 98%'],
    ['90 % | Hồ sơ trực tuyến | giai đoạn 2022 - 2026', '>98 % | Hồ sơ đúng hạn | giai đoạn 2022 - 2026'],
  ],
  [
    'the caption of a table ends with its unit',
    ['Biểu 1. Sản lượng cây trồng (nghìn tấn)', 'Cây trồng | Năm 2026', 'Lúa | 1.250,5', 'Ngô | 98'],
    ['1250500 tấn | Lúa | Năm 2026', '98000 tấn | Ngô | Năm 2026'],
  ],
  [
    'two bodies set an aim for one measure',
    [
      'TT | Chỉ tiêu | ĐVT | Kế hoạch năm 2026 Quốc hội giao | Phấn đấu năm 2026 của Chính phủ',
      '1 | Tăng trưởng GDP | % | 6 | 6,5',
    ],
    ['6 % | Tăng trưởng GDP | 2026', '6.5 % | Tăng trưởng GDP | năm 2026'],
  ],
  [
    'a group below a head that nothing is written above',
    ['TT |  | Tăng trưởng GRDP 2026 (%)', 'I | Đồng bằng | ', '1 | Ninh Bình | 8,0', '2 | Hà Nam | 9,5'],
    ['8 % | Ninh Bình: Tăng trưởng GRDP | 2026', '9.5 % | Hà Nam: Tăng trưởng GRDP | 2026'],
  ],
  [
    'decimals behind points throughout, and units that only the words tell',
    ['Chỉ tiêu | Năm 2026 | 2027', 'Số hộ nghèo | 63379.00 | 1.234', 'Tỷ lệ hộ nghèo | 15.40 | 9.5'],
    [
      ...['63379 hộ nghèo | Số hộ nghèo | Năm 2026', '1.234 hộ nghèo | Số hộ nghèo | 2027'],
      ...['15.4 % | Tỷ lệ hộ nghèo | Năm 2026', '9.5 % | Tỷ lệ hộ nghèo | 2027'],
    ],
  ],
  [
    'a change, and what it comes to in the unit of the row',
    ['Chỉ tiêu | Năm 2026', 'Vốn đầu tư (tỷ đồng) | tăng 8% (ước 24.500 tỷ đồng)', 'Thu (tỷ đồng) | 575 (tăng 15%)'],
    [
      ...['8 % | Vốn đầu tư | Năm 2026', '24500000000000 VND | Vốn đầu tư | Năm 2026'],
      ...['575000000000 VND | Thu | Năm 2026', '15 % | Thu tăng | Năm 2026'],
    ],
  ],
  [
    'points of a competition are no targets',
    ['TT | Chỉ tiêu | Điểm chuẩn', '1 | Tuyên truyền | 20', '2 | Hồ sơ, báo cáo | 40'],
    [],
  ],
  [
    'a list of projects and money is no table of targets',
    ['TT | Tên dự án | Địa điểm | Kinh phí', '1 | Cầu Ngòi | Xã A | 1.200', '2 | Đường B | Xã B | 900'],
    [],
  ],
];
test.each(TABLES)('%s', (_, lines, targets) => {
  const { record } = extracted([
    'KẾ HOẠCH',
    'Phát triển kinh tế - xã hội năm 2026',
    'I. MỤC TIÊU',
    'Các chỉ tiêu như sau:',
    ...lines,
  ]);
  expect(brief(record)).toEqual(targets);
});

test('"Trong đó:" over the width heads no rows of its own', () => {
  const { record } = extractedOf(
    blocksOfText(
      loadKnowledge(),
      [
        ...['I. MỤC TIÊU', 'TT | Chỉ tiêu | ĐVT | Năm 2026', '1 | Diện tích chè | ha | 15', 'Trong đó:'],
        ...['- | Chè hữu cơ | ha | 6', '2 | Số hộ tham gia | hộ | 40'],
      ].join('\n'),
    ),
  );
  expect(record.targets.map(({ indicator }) => indicator.text)).toEqual([
    'Diện tích chè',
    'Diện tích chè: Chè hữu cơ',
    'Số hộ tham gia',
  ]);
});

test('so do figures below the names of communes and departments', () => {
  const { record } = extracted([
    'I. MỤC TIÊU',
    'TT | Chỉ tiêu | ĐVT | Kế hoạch năm 2026 | Chia ra | ',
    ' |  |  |  | Xã Tân An | Sở Y tế',
    '1 | Trồng cây xanh | cây | 900 | 600 | 300',
  ]);
  expect(
    record.targets.map(({ allottedTo, indicator }) => [indicator.text, allottedTo?.level, allottedTo?.code]),
  ).toEqual([
    ['Trồng cây xanh', undefined, undefined],
    ['Xã Tân An: Trồng cây xanh', 'commune', null],
    ['Sở Y tế: Trồng cây xanh', 'department', 'so-y-te'],
  ]);
});

test.each<[above: string, text: string, level: string | undefined]>([
  ['Kế hoạch phân theo huyện', 'Tân An: Trồng cây xanh', 'district'],
  ['Kế hoạch theo từng xã', 'Tân An: Trồng cây xanh', 'commune'],
  ['Kế hoạch theo vùng', 'Tân An: Trồng cây xanh', undefined],
  ['Kế hoạch theo ngành', 'Trồng cây xanh: Tân An', undefined],
])('names below "%s"', (above, text, level) => {
  const { record } = extracted([
    ...['I. MỤC TIÊU', `TT | Chỉ tiêu | ĐVT | ${above} | `, ' |  |  | Tân An | Phú Mỹ'],
    '1 | Trồng cây xanh | cây | 600 | 300',
  ]);
  const [first] = record.targets;
  expect([first?.indicator.text, first?.allottedTo?.level]).toEqual([text, level]);
  expect(first?.indicator.under).toEqual([text.split(': ')[0]]);
});

test('the figure of a region has no code of the whole country', () => {
  const { record } = extracted([
    'KẾ HOẠCH\nphát triển kinh tế - xã hội năm 2026',
    ...['I. MỤC TIÊU', 'TT | Chỉ tiêu | ĐVT | Cả nước | Phân theo vùng | ', ' |  |  |  | ĐBSH | ĐNB'],
    '1 | Tỷ lệ hồ sơ giải quyết trực tuyến | % | 50 | 60 | 70',
  ]);
  expect(record.targets.map(({ indicator }) => indicator.code !== null)).toEqual([true, false, false]);
  expect(record.targets.map(({ indicator }) => indicator.part)).toEqual([undefined, true, true]);
  expect(record.targets.map(({ allottedTo }) => allottedTo)).toEqual([undefined, undefined, undefined]);
});

test('items of a cell beside their figures are measures of their own', () => {
  const rows = [
    ['Nhóm', 'KPI cụ thể', 'Mốc 2030'],
    ['Kinh tế số', '- Tỷ trọng kinh tế số\n- Doanh nghiệp số (doanh nghiệp)', '- ≥ 30%\n- > 50'],
    ['Nhân lực', '- Nhân lực số (người)\n- Lớp bồi dưỡng (lớp)', '- ≥ 1.200\n- 40'],
    ['Hạ tầng', '- Phủ sóng 5G\n- Hộ có cáp quang', '- 5G toàn tỉnh\n- 90%'],
  ];
  const cells = rows.flatMap((row, r) =>
    row.map((text, column) => cellBlock({ row: r, column, rowSpan: 1, columnSpan: 1, text }, 1)),
  );
  const lines = ['KẾ HOẠCH', 'Chuyển đổi số năm 2026', 'I. MỤC TIÊU'].map((text) => paragraph(text));
  const { record } = extractedOf([...lines, ...cells]);
  expect(brief(record)).toEqual([
    '>=30 % | Tỷ trọng kinh tế số | 2030',
    '>50 doanh nghiệp | Doanh nghiệp số | 2030',
    '>=1200 người | Nhân lực số | 2030',
    '40 lớp | Lớp bồi dưỡng | 2030',
    '90 % | Hộ có cáp quang | 2030',
  ]);
});

test.each<[head: string, names: string[], heads: string, levels: string[]]>([
  ['Huyện', ['Yên Lập', 'Tam Nông', 'Bình Quân'], 'Số hộ thoát nghèo', ['Yên Lập/district', 'Tam Nông/district']],
  ['Thành phố', ['Hà Nội', 'Đà Nẵng'], 'Số hộ thoát nghèo', ['Hà Nội/province', 'Đà Nẵng/province']],
  ['Thành phố', ['Vinh', 'Việt Trì'], 'Số hộ thoát nghèo', ['Vinh/district', 'Việt Trì/district']],
  [
    'Đơn vị',
    ['UBND huyện Yên Lập', 'Sở Y tế'],
    'Số hộ thoát nghèo',
    ['Ủy ban nhân dân huyện Yên Lập/district', 'Sở Y tế/department'],
  ],
  ['Huyện', ['Yên Lập', 'Tam Nông'], 'Kế hoạch | Xã An Hòa', ['Xã An Hòa/commune', 'Xã An Hòa/commune']],
])('under "%s" %j: to whom', (head, names, measure, levels) => {
  const rows = names.map((name, i) => `${i + 1} | ${name} |${measure.includes('|') ? ' 9 |' : ''} ${i + 4}`);
  const lines = ['KẾ HOẠCH', 'Giảm nghèo năm 2026', 'I. MỤC TIÊU', 'Các chỉ tiêu:', `TT | ${head} | ${measure}`];
  const { record } = extracted([...lines, ...rows]);
  expect(record.targets.flatMap(({ allottedTo: to }) => (to == null ? [] : `${to.name}/${to.level}`))).toEqual(levels);
});

test('figures allotted to communes say to which', () => {
  const { record } = extracted([
    'KẾ HOẠCH',
    'Giảm nghèo năm 2026',
    'I. MỤC TIÊU',
    'TT | Xã, phường | Số hộ thoát nghèo (hộ)',
    '1 | Xã Chiềng Ve | 120',
    '2 | Phường Tô Hiệu | 12',
  ]);
  expect(record.targets.map(({ allottedTo, indicator }) => [allottedTo, indicator.text, indicator.under])).toEqual([
    [{ name: 'Xã Chiềng Ve', level: 'commune', code: null }, 'Xã Chiềng Ve: Số hộ thoát nghèo', ['Xã Chiềng Ve']],
    [{ name: 'Phường Tô Hiệu', level: 'commune', code: null }, 'Phường Tô Hiệu: Số hộ thoát nghèo', ['Phường Tô Hiệu']],
  ]);
});

test.each<[issued: string, level: string]>([
  ['ngày 15 tháng 01 năm 2026', 'commune'],
  ['ngày 15 tháng 01 năm 2024', 'district'],
])('places under "Địa phương", in a text of %s', (issued, level) => {
  const { record } = extractedOf(
    blocksOf([
      ...['ỦY BAN NHÂN DÂN', 'TỈNH PHÚ THỌ', 'Số: 12/KH-UBND', `Phú Thọ, ${issued}`, 'KẾ HOẠCH', 'Trồng rừng'],
      ...['TT | Địa phương | Kế hoạch trồng rừng (ha)', '1 | Tân An | 120', '2 | Phú Mỹ | 90'],
    ]),
  );
  expect(record.targets.map(({ allottedTo: to }) => `${to?.name}/${to?.level}`)).toEqual([
    `Tân An/${level}`,
    `Phú Mỹ/${level}`,
  ]);
});

const NO_PLANS: [what: string, lines: string[]][] = [
  [
    'coordinates',
    ['Tọa độ các điểm góc:', 'Điểm | X (m) | Y (m)', 'M1 | 2498697,55 | 407129,25', 'M2 | 2498700,15 | 407130,05'],
  ],
  ['shares without heads', ['Cơ cấu năm 2025:', 'Nông nghiệp | 15,2%', 'Dịch vụ | 44,8%', 'Công nghiệp | 40%']],
  [
    'what there is',
    [
      'Hiện trạng mạng lưới giao thông:',
      'Loại đường | Chiều dài (km) | Tỷ lệ (%)',
      'Cao tốc | 153,2 | 0,8',
      'Quốc lộ | 944,2 | 4,9',
    ],
  ],
];
test('years alone lie ahead of nothing where the document has no date', () => {
  const lines = ['Chỉ số sản xuất công nghiệp', 'Ngành | 2019 | 2020 | 2021', 'Khai khoáng | 93,7 | 111,1 | 103,1'];
  const { record } = extracted([...lines, 'Chế biến | 98,4 | 104,2 | 98,6', 'Điện | 75,7 | 117,2 | 98,4']);
  expect(record.targets).toEqual([]);
  expect(record.warnings.map(({ code }) => code)).toContain('table-not-read');
});

test.each(NO_PLANS)('a table with units is none of targets by that alone: %s', (_, lines) => {
  const { record } = extracted(['KẾ HOẠCH', 'Phát triển giao thông năm 2026', 'I. HIỆN TRẠNG', ...lines]);
  expect(record.targets.filter(({ status }) => status === 'target')).toEqual([]);
});

test.each([
  ['45.\n500', 45_500, null],
  ['60.0 00', 60_000, null],
  ['1.234. 567', 1_234_567, null],
  ['8,\n5', 8.5, null],
  ['90-\n95', 90, 95],
])('a figure that a narrow cell broke is whole: %j', (text, value, valueMax) => {
  const { record } = extracted([
    'KẾ HOẠCH',
    'Việc năm 2026',
    'I. MỤC TIÊU',
    'TT | Chỉ tiêu | ĐVT | Năm 2026',
    `1 | Lao động có việc làm | người | ${text}`,
  ]);
  expect(record.targets.map(({ quantity }) => [quantity?.value, quantity?.valueMax])).toEqual([[value, valueMax]]);
});

const UNDATED: [what: string, lines: string[], targets: string[]][] = [
  [
    'a cell that states its figures in its own words',
    [
      'Chỉ tiêu | Năm 2030',
      'Thủy sản | Thả nuôi 1.500 ha mặt nước, 420 lồng bè; sản lượng tăng 5%/năm',
      'Giá trị sản xuất | 372 tỷ đồng',
    ],
    [
      '1500 ha | Thả nuôi mặt nước | Năm 2030',
      '420 lồng bè | Thả nuôi lồng bè | Năm 2030',
      '5 %/năm | sản lượng tăng | Năm 2030',
      '372000000000 VND | Giá trị sản xuất | Năm 2030',
    ],
  ],
  [
    'what is looked forward to, beside how it was',
    [
      'Bảng 3. Dự báo dân số các khu vực',
      'Khu vực | Dân số 12/2012 | Dân số dự báo 2030 | Số dân được cấp nước vào năm 2030',
      'Suối Cái | 86.606 | 110.187 | 33.056',
      'Ngọc Lâm | 67.133 | 85.412 | 12.812',
    ],
    [
      '86606 người | Suối Cái: Dân số | 2012 | result',
      '110187 người | Suối Cái: Dân số dự báo | 2030',
      '33056 người | Suối Cái: Số dân được cấp nước | vào năm 2030',
      '67133 người | Ngọc Lâm: Dân số | 2012 | result',
      '85412 người | Ngọc Lâm: Dân số dự báo | 2030',
      '12812 người | Ngọc Lâm: Số dân được cấp nước | vào năm 2030',
    ],
  ],
  [
    'stages with names, and units in the cells',
    [
      'Bảng 2. Các hồ chứa',
      'Giai đoạn | Công suất trạm | Dung tích hồ',
      'Giai đoạn I | 312.000 m3/ngày | 1,5 triệu m3',
      'Trong tương lai | 400.000 m3/ngày | 2 triệu m3',
    ],
    [
      '312000 m3/ngày | Giai đoạn I: Công suất trạm | –',
      '1500000 m3 | Giai đoạn I: Dung tích hồ | –',
      '400000 m3/ngày | Trong tương lai: Công suất trạm | –',
      '2000000 m3 | Trong tương lai: Dung tích hồ | –',
    ],
  ],
  [
    'a caption that tells what is measured and its unit',
    [
      'Bảng 5.2 Công suất các trạm bơm dự kiến (m 3/ngày)',
      'Trạm bơm | 2030 | 2035',
      'Suối Cái | 1.600 | 2.400',
      'Ngọc Lâm | 900 | 1.200',
    ],
    [
      '1600 m3/ngày | Suối Cái: Công suất | 2030',
      '2400 m3/ngày | Suối Cái: Công suất | 2035',
      '900 m3/ngày | Ngọc Lâm: Công suất | 2030',
      '1200 m3/ngày | Ngọc Lâm: Công suất | 2035',
    ],
  ],
];
test.each(UNDATED)('in a text without a date: %s', (_, lines, targets) => {
  expect(brief(extracted(['Phương án phát triển', ...lines], []).record)).toEqual(targets);
});

test('a product is no figure', () => {
  const { record } = extracted([
    'I. MỤC TIÊU',
    'TT | Chỉ tiêu | ĐVT | Năm 2026',
    '1 | Đường dây Suối Cái | km | 2*210',
    '2 | Trạm Ngọc Lâm | MVA | 2 x 63',
    '3 | Đường dây Tân An | km | 35',
  ]);
  expect(record.targets.map(({ quantity }) => quantity?.value)).toEqual([35]);
});
