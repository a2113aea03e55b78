import { describe, expect, test } from 'vitest';
import type { Laid } from '../../../src/extract/document/text.ts';
import { layOut } from '../../../src/extract/document/text.ts';
import { type Header, readHeader as readWith } from '../../../src/extract/header/header.ts';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import { loadProvinces } from '../../../src/knowledge/provinces.ts';
import type { Block } from '../../../src/model/block.ts';

const readHeader = (document: Laid, options: Omit<Parameters<typeof readWith>[1], 'knowledge'> = {}): Header =>
  readWith(document, { knowledge: loadKnowledge(), ...options });

/** One paragraph a line; a line "a | b" is a row of two cells. */
function laid(...lines: string[]) {
  let table = -1;
  let row = 0;
  let before = false;
  const blocks = lines.flatMap((line): Block[] => {
    if (!line.includes(' | ')) {
      before = false;
      return [{ kind: 'paragraph', text: line, page: null }];
    }
    if (before) row += 1;
    else {
      table += 1;
      row = 0;
    }
    before = true;
    return line.split(' | ').map((text, column) => ({
      kind: 'cell',
      text: text.replaceAll(' / ', '\n'),
      page: null,
      cell: { table, row, column, rowSpan: 1, columnSpan: 1 },
    }));
  });
  return layOut(blocks);
}
const MOTTO = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM / Độc lập - Tự do - Hạnh phúc';

type Expected = Partial<{
  form: Header['form'];
  number: string | null;
  title: string;
  issuer: string;
  code: string;
  province: string | null;
  set: number;
  basis: string;
  level: Header['level'];
  issuedOn: string | null;
  period: [string | null, string | null] | null;
}>;

const flat = (header: Header): Expected => ({
  form: header.form,
  number: header.number,
  title: header.title ?? '',
  issuer: header.issuer?.name ?? '',
  code: header.issuer?.code ?? '',
  province: header.province?.code ?? null,
  set: header.province?.set ?? 0,
  basis: header.province?.basis ?? '',
  level: header.level,
  issuedOn: header.issuedOn,
  period: header.period === null ? null : [header.period.start, header.period.end],
});

const LETTERHEADS: [name: string, lines: string[], expected: Expected][] = [
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
    'a province after the merger has the code of the new list',
    [
      `UBND TỈNH TUYÊN QUANG | ${MOTTO}`,
      'Số: 15/KH-UBND | Tuyên Quang, ngày 02 tháng 9 năm 2025',
      'KẾ HOẠCH',
      'Cải cách hành chính năm 2026',
    ],
    { province: '08', set: 34, level: 'province', issuedOn: '2025-09-02', period: ['2026-01-01', '2026-12-31'] },
  ],
  [
    'a department: the province from the body above it',
    [
      `UBND TỈNH CÀ MAU / SỞ NỘI VỤ | ${MOTTO}`,
      'Số: 120/KH-SNV | Cà Mau, ngày 05 tháng 01 năm 2024',
      'KẾ HOẠCH',
      'Cải cách hành chính năm 2024 của Sở Nội vụ',
    ],
    { number: '120/KH-SNV', issuer: 'Sở Nội vụ', code: 'so-noi-vu', province: '96', level: 'department' },
  ],
  [
    'a department: the province from the place of a town',
    [
      `SỞ KHOA HỌC VÀ CÔNG NGHỆ | ${MOTTO}`,
      'Số: 33/KH-SKHCN | Buôn Ma Thuột, ngày 7 tháng 02 năm 2022',
      'KẾ HOẠCH',
      'Năm 2022',
    ],
    {
      issuer: 'Sở Khoa học và Công nghệ',
      province: '66',
      basis: 'header',
      level: 'department',
      issuedOn: '2022-02-07',
    },
  ],
  [
    'a district',
    [
      `ỦY BAN NHÂN DÂN / HUYỆN MÙ CANG CHẢI | ${MOTTO}`,
      'Số: 45/KH-UBND | Mù Cang Chải, ngày 10 tháng 01 năm 2022',
      'KẾ HOẠCH',
      'CẢI CÁCH HÀNH CHÍNH NĂM 2022',
    ],
    {
      issuer: 'Ủy ban nhân dân huyện Mù Cang Chải',
      province: '15',
      level: 'district',
      period: ['2022-01-01', '2022-12-31'],
    },
  ],
  [
    'a district that only one province has',
    [`UBND HUYỆN LÂM THAO | ${MOTTO}`, 'Số: 45/KH-UBND | Lâm Thao, ngày 10 tháng 01 năm 2022', 'KẾ HOẠCH', 'Năm 2022'],
    { province: '25', level: 'district', code: 'ubnd-huyen-lam-thao' },
  ],
  [
    'a district that many provinces have is none of them',
    [
      `UBND HUYỆN CHÂU THÀNH | ${MOTTO}`,
      'Số: 45/KH-UBND | Châu Thành, ngày 10 tháng 01 năm 2022',
      'KẾ HOẠCH',
      'Năm 2022',
    ],
    { province: null, level: 'district' },
  ],
  [
    'a commune after the districts',
    [
      `ỦY BAN NHÂN DÂN / XÃ TAM NÔNG | ${MOTTO}`,
      'Số: 12/KH-UBND | Tam Nông, ngày 15 tháng 8 năm 2025',
      'KẾ HOẠCH',
      'Chuyển đổi số trên địa bàn xã năm 2025',
    ],
    { issuer: 'Ủy ban nhân dân xã Tam Nông', level: 'commune', issuedOn: '2025-08-15' },
  ],
  [
    'an office of a district',
    [
      `UBND QUẬN BÌNH THẠNH / PHÒNG NỘI VỤ | ${MOTTO}`,
      'Số: 15/KH-NV | Bình Thạnh, ngày 12 tháng 01 năm 2023',
      'KẾ HOẠCH',
      'Cải cách hành chính năm 2023',
    ],
    { issuer: 'Phòng Nội vụ', level: 'district', province: '79' },
  ],
  [
    'a national committee',
    [
      `ỦY BAN QUỐC GIA VỀ CHUYỂN ĐỔI SỐ | ${MOTTO}`,
      'Số: 27/QĐ-UBQGCĐS | Hà Nội, ngày 15 tháng 3 năm 2022',
      'QUYẾT ĐỊNH',
      'BAN HÀNH KẾ HOẠCH HOẠT ĐỘNG NĂM 2022',
    ],
    { number: '27/QĐ-UBQGCĐS', province: null, level: 'central', form: 'decision' },
  ],
  [
    'the centre has no province',
    [
      `BỘ NỘI VỤ | ${MOTTO}`,
      'Số: 1234/KH-BNV | Hà Nội, ngày 20 tháng 02 năm 2023',
      'KẾ HOẠCH',
      'Cải cách hành chính năm 2023 của Bộ Nội vụ',
    ],
    { issuer: 'Bộ Nội vụ', province: null, level: 'central', number: '1234/KH-BNV' },
  ],
  [
    'a party committee',
    [
      'TỈNH ỦY QUẢNG TRỊ | ĐẢNG CỘNG SẢN VIỆT NAM',
      'Số 44-KH/TU | Quảng Trị, ngày 5 tháng 2 năm 2021',
      'KẾ HOẠCH',
      'thực hiện Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII',
    ],
    { number: '44-KH/TU', issuer: 'Tỉnh ủy Quảng Trị', level: 'province', province: '45', issuedOn: '2021-02-05' },
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
    { form: 'other', number: null, issuedOn: null, province: '15', set: 34, title: 'triển khai các cụm công nghiệp' },
  ],
  [
    'undated, it is of the list that was in force at the latest time it cites',
    [
      `SỞ TÀI CHÍNH TỈNH GIA LAI | ${MOTTO}`,
      'Số:     /KH-STC',
      'KẾ HOẠCH',
      'Thực hành tiết kiệm',
      'Căn cứ Kế hoạch số 12/KH-UBND ngày 05/8/2025 của UBND tỉnh;',
    ],
    { province: '52', set: 34, issuedOn: null, number: null },
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
    'the city of Huế in the half year before the merger',
    [
      `ỦY BAN NHÂN DÂN THÀNH PHỐ HUẾ | ${MOTTO}`,
      'Số: 101/KH-UBND | Huế, ngày 14 tháng 3 năm 2025',
      'KẾ HOẠCH',
      'Năm 2025',
    ],
    { province: '46', set: 63, level: 'province' },
  ],
  [
    'Thừa Thiên Huế, dated from its city',
    [
      `UBND TỈNH THỪA THIÊN HUẾ / SỞ Y TẾ | ${MOTTO}`,
      'Số: 9/KH-SYT | Huế, ngày 14 tháng 3 năm 2022',
      'KẾ HOẠCH',
      'Năm 2022',
    ],
    { province: '46', set: 63, level: 'department' },
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
    'no title at all: who enacts is none, and its unit is that of the place',
    [
      `ỦY BAN NHÂN DÂN | ${MOTTO}`,
      'Số: 15/QĐ-UBND | Cao Bằng, ngày 6 tháng 2 năm 2020',
      'ỦY BAN NHÂN DÂN TỈNH',
      'Căn cứ Luật Tổ chức chính quyền địa phương;',
      'QUYẾT ĐỊNH:',
      'Điều 1. Phê duyệt quy chế.',
    ],
    {
      form: 'decision',
      title: '',
      issuer: 'Ủy ban nhân dân tỉnh Cao Bằng',
      code: 'ubnd-tinh',
      level: 'province',
      province: '04',
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
    'who signs for it, where the letterhead names nobody else',
    [
      `BỘ TRƯỞNG BỘ Y TẾ | ${MOTTO}`,
      'Số: 21/QĐ-BYT | Hà Nội, ngày 4 tháng 4 năm 2023',
      'VỀ VIỆC BAN HÀNH KẾ HOẠCH PHÒNG BỆNH NĂM 2023',
      'Căn cứ Luật Phòng, chống bệnh truyền nhiễm;',
    ],
    { issuer: 'Bộ Y tế', code: 'bo-y-te', form: 'decision', title: 'VỀ VIỆC BAN HÀNH KẾ HOẠCH PHÒNG BỆNH NĂM 2023' },
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
    "the board of a city's party organisation",
    [
      'ĐẢNG BỘ THÀNH PHỐ HẢI PHÒNG / BAN THƯỜNG VỤ / * | ĐẢNG CỘNG SẢN VIỆT NAM',
      'Số 88-KH/TU | Hải Phòng, ngày 3 tháng 4 năm 2024',
      'KẾ HOẠCH',
      'thực hiện Chỉ thị của Ban Bí thư năm 2024',
    ],
    {
      number: '88-KH/TU',
      issuer: 'Ban Thường vụ Thành ủy Hải Phòng',
      code: 'ban-thuong-vu-thanh-uy',
      level: 'province',
      province: '31',
    },
  ],
  [
    'the party committee of a commune, under that of its province',
    [
      'ĐẢNG BỘ TỈNH QUẢNG TRỊ / ĐẢNG ỦY XÃ HẢI LĂNG / * | ĐẢNG CỘNG SẢN VIỆT NAM',
      'Số 5-KH/ĐU | Hải Lăng, ngày 3 tháng 9 năm 2025',
      'KẾ HOẠCH',
      'chuyển đổi số năm 2025',
    ],
    { issuer: 'Đảng ủy xã Hải Lăng', code: 'dang-uy-xa-hai-lang', level: 'commune', province: '44', set: 34 },
  ],
  [
    'the party committee of a district and of a city in a province',
    [
      'THÀNH ỦY VIỆT TRÌ / * | ĐẢNG CỘNG SẢN VIỆT NAM',
      'Số 12-KH/ThU | Việt Trì, ngày 3 tháng 9 năm 2021',
      'KẾ HOẠCH',
      'chuyển đổi số năm 2021',
    ],
    { issuer: 'Thành ủy Việt Trì', code: 'thanh-uy-viet-tri', level: 'district', province: '25', set: 63 },
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
    "another province's capital before the date is a slip: the letterhead says whose it is",
    [
      `ỦY BAN NHÂN DÂN / TỈNH HƯNG YÊN | ${MOTTO}`,
      'Số: 90/-UBND | Hà Nội, ngày 13 tháng 5 năm 2014',
      'QUYẾT ĐỊNH',
      'VỀ VIỆC CÔNG BỐ THỦ TỤC',
    ],
    { province: '33', issuer: 'Ủy ban nhân dân tỉnh Hưng Yên', number: null },
  ],
  [
    "a board of a party committee's, under its name",
    [
      'TỈNH ỦY GIA LAI / BAN TUYÊN GIÁO / * | ĐẢNG CỘNG SẢN VIỆT NAM',
      'Số 16-KH/BTGTU | Gia Lai, ngày 11 tháng 4 năm 2023',
      'KẾ HOẠCH',
      'tuyên truyền năm 2023',
    ],
    { issuer: 'Ban Tuyên giáo Tỉnh ủy', code: 'ban-tuyen-giao-tinh-uy', province: '64', number: '16-KH/BTGTU' },
  ],
  [
    "the office of a people's committee",
    [
      `UBND TỈNH BẮC GIANG / VĂN PHÒNG | ${MOTTO}`,
      'Số: 5/KH-VP | Bắc Giang, ngày 2 tháng 2 năm 2024',
      'KẾ HOẠCH',
      'Cải cách hành chính năm 2024',
    ],
    {
      issuer: 'Văn phòng Ủy ban nhân dân tỉnh Bắc Giang',
      code: 'van-phong-ubnd-tinh',
      level: 'department',
      province: '24',
    },
  ],
  [
    'the standing board of the front',
    [
      `ỦY BAN MTTQ VIỆT NAM TỈNH HÀ NAM / BAN THƯỜNG TRỰC | ${MOTTO}`,
      'Số: 5/KH-MTTQ-BTT | Hà Nam, ngày 2 tháng 2 năm 2024',
      'KẾ HOẠCH',
      'Giám sát năm 2024',
    ],
    { code: 'mat-tran-to-quoc', level: 'department', province: '35' },
  ],
  [
    'an office of the centre in a province, under the body above it',
    [
      `TỔNG CỤC THUẾ / CỤC THUẾ TỈNH CAO BẰNG | ${MOTTO}`,
      'Số: 5/KH-CTCBA | Cao Bằng, ngày 2 tháng 2 năm 2024',
      'KẾ HOẠCH',
      'Cải cách hành chính năm 2024',
    ],
    { issuer: 'Cục Thuế tỉnh Cao Bằng', code: 'cuc-thue', level: 'department', province: '04' },
  ],
  [
    'a board known by a number, of the level below its province',
    [
      `UBND TỈNH LẠNG SƠN / BAN CHỈ ĐẠO 389 | ${MOTTO}`,
      'Số: 5/KH-BCĐ | Lạng Sơn, ngày 2 tháng 2 năm 2024',
      'KẾ HOẠCH',
      'Chống buôn lậu năm 2024',
    ],
    { code: 'ban-chi-dao-389', level: 'department', province: '20' },
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
];

describe('letterheads', () => {
  test.each(LETTERHEADS)('%s', (_name, lines, expected) => {
    expect(flat(readHeader(laid(...lines)))).toMatchObject(expected);
  });

  test('a whole document on one line', () => {
    const text =
      'ỦY BAN NHÂN DÂN TỈNH CAO BẰNG ------- CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc --------------- ' +
      'Số: 77/KH-UBND Cao Bằng, ngày 9 tháng 4 năm 20 24 KẾ HOẠCH THỰC HIỆN CHỈ THỊ SỐ 10/CT-TTG NGÀY 19 THÁNG 4 NĂM 2023 VỀ AN TOÀN ' +
      'GIAO THÔNG TRÊN ĐỊA BÀN TỈNH NĂM 2024 Thực hiện Chỉ thị số 10/CT-TTg, UBND tỉnh ban hành Kế hoạch như sau: I. MỤC ĐÍCH 1. Nâng cao';
    const document = laid(text);
    const header = readHeader(document);
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
});

describe('every province of both lists', () => {
  const { units } = loadProvinces();
  const day = (set: 63 | 34): string => (set === 34 ? 'ngày 2 tháng 9 năm 2025' : 'ngày 2 tháng 9 năm 2024');

  test.each(units.map((unit) => [unit.name, unit.set, unit] as const))('%s (%i)', (name, set, { code, kind }) => {
    const top = kind === 'city' ? 'THÀNH PHỐ' : 'TỈNH';
    const province = readHeader(
      laid(
        `ỦY BAN NHÂN DÂN / ${top} ${name.toUpperCase()} | ${MOTTO}`,
        `Số: 7/KH-UBND | ${name}, ${day(set)}`,
        'KẾ HOẠCH',
        'Cải cách hành chính',
      ),
    );
    expect(flat(province)).toMatchObject({
      province: code,
      set,
      level: 'province',
      code: 'ubnd-tinh',
      basis: 'header',
    });
    const department = readHeader(
      laid(`SỞ TÀI CHÍNH | ${MOTTO}`, `Số: 7/KH-STC | ${name}, ${day(set)}`, 'KẾ HOẠCH', 'Cải cách hành chính'),
    );
    expect(flat(department)).toMatchObject({ province: code, set, level: 'department' });
    const news = readHeader(
      laid(
        'Cải cách hành chính',
        `${set === 34 ? 'Ngày 2/9/2025' : 'Ngày 2/9/2024'}, UBND ${top.toLowerCase()} ${name} ban hành Kế hoạch số 7/KH-UBND.`,
      ),
    );
    expect(flat(news)).toMatchObject({ province: code, set, number: '7/KH-UBND', basis: 'text' });
  });
});

const RUNNING: [name: string, lines: string[], expected: Expected][] = [
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
    'number and date after the verb, the issuer after them',
    [
      'Tăng tốc chuyển đổi số',
      'Ngày đăng: 20/3/2024 08:00',
      'Vừa qua, UBND tỉnh Ninh Thuận đã ban hành Kế hoạch số 999/KH-UBND ngày 11/3/2024 về chuyển đổi số năm 2024.',
    ],
    { form: 'news', number: '999/KH-UBND', issuedOn: '2024-03-11', province: '58', level: 'province' },
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
    "a person's place and an appendix tell no province",
    [
      'Sở Nội vụ sơ kết công tác',
      'Lượt xem: 40',
      'Đồng chí Nguyễn Văn An, quê Nghệ An, Giám đốc Sở Nội vụ, chủ trì. Danh mục tại Phụ lục 25.',
    ],
    { province: null, number: null, form: 'news' },
  ],
  [
    'the day of a cited document is not its own',
    [
      'KẾ HOẠCH',
      'Hoạt động của Ban Chỉ đạo chuyển đổi số huyện Đăk R’lấp năm 2023',
      'Thực hiện Quyết định số 47/QĐ-UBND ngày 12/01/2023 của UBND tỉnh Đăk Nông về ban hành Kế hoạch chuyển đổi số, Ban Chỉ đạo ban hành Kế hoạch như sau:',
      'I. MỤC ĐÍCH, YÊU CẦU',
    ],
    { form: 'plan', number: null, issuedOn: null, province: '67', set: 63, period: ['2023-01-01', '2023-12-31'] },
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
    'the sheet of a site of legal documents',
    [
      'Kế hoạch phòng, chống ma túy tỉnh Tiền Giang năm 2023',
      'Số hiệu: 45/KH-UBND',
      'Ngày ban hành: 14/02/2023',
      'Cơ quan ban hành: UBND tỉnh Tiền Giang',
      'I. MỤC TIÊU',
    ],
    { form: 'plan', number: '45/KH-UBND', issuedOn: '2023-02-14', province: '82', set: 63, level: 'province' },
  ],
  [
    'a plan issued with a decision',
    [
      'KẾ HOẠCH',
      'Cải cách hành chính giai đoạn 2021 - 2025',
      '(Ban hành kèm theo Quyết định số 2847/QĐ-UBND ngày 07/12/2020 của UBND tỉnh Bình Định)',
      'I. MỤC TIÊU',
    ],
    { form: 'plan', number: '2847/QĐ-UBND', issuedOn: '2020-12-07', province: '52', set: 63, level: 'province' },
  ],
  [
    'a plan without letterhead',
    ['KẾ HOẠCH', 'Cải cách hành chính năm 2026 của Sở Tài chính', 'I. MỤC TIÊU', '1. Hoàn thành 100% nhiệm vụ.'],
    { form: 'plan', number: null, level: 'department', period: ['2026-01-01', '2026-12-31'] },
  ],
  [
    'a text that is no plan',
    ['Công thức nấu phở bò', 'Ninh xương trong tám giờ, thêm quế và hồi.'],
    { form: 'other', number: null, province: null, period: null, issuedOn: null },
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
      form: 'other',
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
    'a district that a page names tells its province, also where it has become a town since',
    [
      'Cải cách hành chính ở địa phương',
      'Lượt xem: 12',
      'Ngày 13/5/2011, Ủy ban nhân dân huyện ban hành Kế hoạch số 42/KH-UBND về cải cách hành chính năm 2011.',
      'Tệp đính kèm: Kế hoạch của huyện Thuỷ Nguyên năm 2011.doc',
    ],
    { number: '42/KH-UBND', level: 'district', province: '31', set: 63, basis: 'text' },
  ],
  [
    'a preamble names plans of others before its own',
    [
      'CỦA HUYỆN LÂM THAO VỀ NƯỚC SẠCH',
      'Căn cứ Quyết định của Chính phủ ban hành Chương trình nước sạch giai đoạn 2016 - 2030, Ủy ban nhân dân huyện Lâm Thao xây dựng Kế hoạch giai đoạn 2021 - 2025 như sau:',
    ],
    { period: ['2021-01-01', '2025-12-31'] },
  ],
];

describe('running text', () => {
  test.each(RUNNING)('%s', (_name, lines, expected) => {
    expect(flat(readHeader(laid(...lines)))).toMatchObject(expected);
  });
});

describe('a manifest', () => {
  const silent = ['KẾ HOẠCH', 'Cải cách hành chính của Sở Nội vụ', 'I. MỤC TIÊU'];

  test('fills what the text does not tell', () => {
    const header = readHeader(laid(...silent), { told: { province: 'Đắk Nông', year: 2024 } });
    expect(flat(header)).toMatchObject({
      province: '67',
      set: 63,
      basis: 'manifest',
      period: ['2024-01-01', '2024-12-31'],
    });
  });

  test('does not stand against the text', () => {
    const [, lines] = LETTERHEADS[0] ?? ['', []];
    expect(flat(readHeader(laid(...lines), { told: { province: 'Cà Mau', year: 2019 } }))).toMatchObject({
      province: '02',
      basis: 'header',
      period: ['2023-01-01', '2025-12-31'],
    });
  });
});

describe('signatures', () => {
  const head = [
    `ỦY BAN NHÂN DÂN TỈNH AN GIANG | ${MOTTO}`,
    'Số: 1/KH-UBND | An Giang, ngày 2 tháng 3 năm 2022',
    'KẾ HOẠCH',
    'Năm 2022',
    'I. MỤC TIÊU',
  ];

  test.each<[string, string[], object[]]>([
    [
      'in a table',
      ['Nơi nhận: / - Sở Nội vụ; / - Lưu: VT. | TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH / Trần Anh Thư'],
      [{ name: 'Trần Anh Thư', title: 'PHÓ CHỦ TỊCH', authority: 'TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH' }],
    ],
    [
      'as paragraphs, signed',
      ['Nơi nhận:', '- Như trên;', 'GIÁM ĐỐC', '(Đã ký)', 'Lê Văn Phước'],
      [{ name: 'Lê Văn Phước', title: 'GIÁM ĐỐC', authority: null }],
    ],
    [
      'recipients below another sign',
      ['Nơi nhận:', '• Bộ Công an;', '• Các Sở, ban, ngành;', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH', 'Lê Thị Hoa'],
      [{ name: 'Lê Thị Hoa', title: 'PHÓ CHỦ TỊCH', authority: 'KT. CHỦ TỊCH' }],
    ],
    [
      'no name of what follows',
      ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH', 'Phạm Quốc Việt', 'Tin liên quan'],
      [{ name: 'Phạm Quốc Việt', title: 'CHỦ TỊCH', authority: 'TM. ỦY BAN NHÂN DÂN' }],
    ],
  ])('%s', (_name, lines, signers) => {
    const document = laid(...head, '1. Hoàn thành 90%.', ...lines, 'PHỤ LỤC', '1. Việc khác');
    const header = readHeader(document);
    expect(header.signers).toEqual(signers);
    const last = document.blocks.find(({ text }) => text === 'PHỤ LỤC');
    expect(header.signature?.end).toBe(lines.includes('Tin liên quan') ? (last?.index ?? 0) - 1 : last?.index);
    expect(document.blocks[header.headerEnd]?.text).toBe('I. MỤC TIÊU');
  });

  test('marks of authority that lead to no office are looked at once', () => {
    const marks = `${'KT. '.repeat(5000)}a`;
    const document = laid(...head, '1. Hoàn thành 90%.', 'Nơi nhận:', `${marks} CHỦ TỊCH`, 'Lê Thị Hoa');
    const before = process.cpuUsage();
    expect(readHeader(document).signers).toEqual([{ name: 'Lê Thị Hoa', title: 'CHỦ TỊCH', authority: null }]);
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(2000);
  });
});

describe('hostile input takes time in proportion', () => {
  test.each([
    'CỘNG HÒA XÃ HỘI ',
    'Số: ',
    'KẾ HOẠCH ',
    'các huyện, ',
    'Ngày 1/1/2020, UBND tỉnh ban hành Kế hoạch số ',
    'Sở a ',
    'KT. GIÁM ĐỐC ',
    'Phú Thọ, ngày 1 tháng ',
    'năm 2021 - ',
    '--- | ',
    'Nơi nhận:\n',
  ])('%s', (piece) => {
    const time = (length: number): number => {
      const document = laid(piece.repeat(Math.ceil(length / piece.length)));
      const from = performance.now();
      readHeader(document);
      return performance.now() - from;
    };
    time(10_000);
    const small = Math.max(10, Math.min(time(25_000), time(25_000)));
    expect(Math.min(time(100_000), time(100_000))).toBeLessThan(small * 12);
  });
});

describe('a province that is named by the way', () => {
  const text = (own: number, other: number) =>
    readHeader(
      laid(
        'Công tác phòng chống thiên tai năm 2023',
        ...Array.from({ length: own }, () => 'Mưa lớn trên địa bàn tỉnh Cà Mau.'),
        ...Array.from({ length: other }, () => 'Theo kinh nghiệm của tỉnh An Giang.'),
      ),
    ).province?.name;

  test('is not that of the text', () => expect(text(4, 1)).toBe('Cà Mau'));
  test('leaves it open where it stands there nearly as often', () => expect(text(3, 1)).toBeUndefined());
  test('leaves it open where both do', () => expect(text(2, 2)).toBeUndefined());
});
