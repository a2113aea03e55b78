import { expect, test } from 'vitest';
import { readAgencyList } from '../../../../src/extract/mentions/agencies/list.ts';
import type { Context } from '../../../../src/knowledge/context.ts';
import { loadKnowledge } from '../../../../src/knowledge/knowledge.ts';

const BEFORE: Context = { year: 2021, date: '2021-05-05', singleYear: false, knowledge: loadKnowledge() };
const AFTER: Context = { year: 2025, date: '2025-11-19', singleYear: true, knowledge: loadKnowledge() };

const names = (text: string, context = BEFORE): string[] =>
  readAgencyList(text, context).map(({ value }) => `${value.name}${value.openEnded === true ? ' …' : ''}`);

const CELLS: [cell: string, names: string[]][] = [
  [
    'Các Sở: Tài chính; Sở Nội vụ; Tài nguyên & Môi trường; Xây dựng; Kế hoạch & ĐT…',
    ['Sở Tài chính', 'Sở Nội vụ', 'Sở Tài nguyên và Môi trường', 'Sở Xây dựng', 'Sở Kế hoạch và Đầu tư …'],
  ],
  [
    'Văn phòng UBND tỉnh; các sở: Tài chính; Tư pháp; Thông tin &TT; Khoa học &CN',
    [
      'Văn phòng Ủy ban nhân dân tỉnh',
      'Sở Tài chính',
      'Sở Tư pháp',
      'Sở Thông tin và Truyền thông',
      'Sở Khoa học và Công nghệ',
    ],
  ],
  ['Các doanh nghiệp thứ cấp trong KCN', ['Các doanh nghiệp thứ cấp trong khu công nghiệp']],
  ['các Sở Nội vụ, Tài chính và Xây dựng', ['Sở Nội vụ', 'Sở Tài chính', 'Sở Xây dựng']],
  ['Các sở: Tài chính; Công an tỉnh; Xây dựng', ['Sở Tài chính', 'Công an tỉnh', 'Sở Xây dựng']],
  ['Sở, ban, ngành; UBND huyện, thành, thị', ['Các sở, ban, ngành', 'Ủy ban nhân dân các huyện, thành phố, thị xã']],
  ['Các sở, ban, ngành theo lĩnh vực quản lý', ['Các sở, ban, ngành']],
  ['Các sở, ban, ngành Tỉnh', ['Các sở, ban, ngành Tỉnh']],
  [
    'TT CUDVC; TT PVHCC; VP HĐND-UBND',
    [
      'Trung tâm Cung ứng dịch vụ công',
      'Trung tâm Phục vụ hành chính công',
      'Văn phòng Hội đồng nhân dân và Ủy ban nhân dân',
    ],
  ],
  ['UBND các địa phương; Hạt Kiểm lâm khu vực II', ['Ủy ban nhân dân các địa phương', 'Hạt Kiểm lâm khu vực II']],
  ['Cơ quan, đơn vị liên quan', ['Các cơ quan, đơn vị liên quan']],
  ['Sở Nội vụ, Sở Tài chính', ['Sở Nội vụ', 'Sở Tài chính']],
  ['Sở Nội vụ / Sở Tài chính', ['Sở Nội vụ', 'Sở Tài chính']],
  ['- Sở Nội vụ\n- Sở Tài chính', ['Sở Nội vụ', 'Sở Tài chính']],
  [
    'Sở Công Thương, Bảo hiểm xã hội tỉnh và Cục Thuế tỉnh',
    ['Sở Công Thương', 'Bảo hiểm xã hội tỉnh', 'Cục Thuế tỉnh'],
  ],
  ['Sở, ngành, địa phương', ['Các sở, ngành, địa phương']],
  [
    'Đài Phát thanh - Truyền hình tỉnh, Báo Quảng Trị, Cổng Thông tin điện tử tỉnh, Trang Thông tin điện tử của các sở, ban, ngành và UBND các huyện, thành, thị',
    [
      'Đài Phát thanh - Truyền hình tỉnh',
      'Báo Quảng Trị',
      'Cổng Thông tin điện tử tỉnh',
      'Trang Thông tin điện tử của các sở, ban, ngành và Ủy ban nhân dân các huyện, thành phố, thị xã',
    ],
  ],
  ['Ủy ban nhân dân phường, xã, đặc khu', ['Ủy ban nhân dân phường, xã, đặc khu']],
  ['UBND các xã, phường', ['Ủy ban nhân dân các xã, phường']],
  ['UBND cấp huyện; UBND cấp xã', ['Ủy ban nhân dân cấp huyện', 'Ủy ban nhân dân cấp xã']],
  ['Các Sở, ban, ngành và UBND cấp huyện', ['Các sở, ban, ngành', 'Ủy ban nhân dân cấp huyện']],
  [
    'Sở, ban, ngành; cơ quan ngành dọc; đơn vị sự nghiệp công lập thuộc tỉnh',
    ['Các sở, ban, ngành', 'Cơ quan ngành dọc', 'Đơn vị sự nghiệp công lập thuộc tỉnh'],
  ],
  [
    'Viện, Trường; Doanh nghiệp, Sở, ban, ngành có liên quan',
    ['Viện, trường', 'Doanh nghiệp', 'Các sở, ban, ngành có liên quan'],
  ],
  ['Thủ trưởng các sở, ban, ngành, đoàn thể Thành phố', ['Các sở, ban, ngành, đoàn thể Thành phố']],
  [
    'Sở TT&TT, Sở KHCN, Sở LĐ-TB&XH, Sở VHTTDL, Sở GD&ĐT, Sở GTVT, Sở NN&PTNT, Sở TN&MT, Sở KH&ĐT',
    [
      'Sở Thông tin và Truyền thông',
      'Sở Khoa học và Công nghệ',
      'Sở Lao động - Thương binh và Xã hội',
      'Sở Văn hóa, Thể thao và Du lịch',
      'Sở Giáo dục và Đào tạo',
      'Sở Giao thông vận tải',
      'Sở Nông nghiệp và Phát triển nông thôn',
      'Sở Tài nguyên và Môi trường',
      'Sở Kế hoạch và Đầu tư',
    ],
  ],
  ['Sở Văn hoá Thể thao du lịch', ['Sở Văn hóa, Thể thao và Du lịch']],
  [
    'Ủy ban MTTQ Việt Nam tỉnh, Hội LHPN tỉnh, LĐLĐ tỉnh, Hội CCB tỉnh, Tỉnh đoàn',
    [
      'Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh',
      'Hội Liên hiệp Phụ nữ tỉnh',
      'Liên đoàn Lao động tỉnh',
      'Hội Cựu chiến binh tỉnh',
      'Tỉnh đoàn',
    ],
  ],
  ['Ban Tổ chức Tỉnh ủy, Ban Tuyên giáo Tỉnh ủy', ['Ban Tổ chức Tỉnh ủy', 'Ban Tuyên giáo Tỉnh ủy']],
  [
    'Công an tỉnh; Bộ CHQS tỉnh; KBNN tỉnh; Ngân hàng nhà nước khu vực XII',
    ['Công an tỉnh', 'Bộ Chỉ huy Quân sự tỉnh', 'Kho bạc Nhà nước tỉnh', 'Ngân hàng Nhà nước khu vực XII'],
  ],
  ['Bộ KH&CN; Bộ TT&TT; VPCP', ['Bộ Khoa học và Công nghệ', 'Bộ Thông tin và Truyền thông', 'Văn phòng Chính phủ']],
  [
    'Đề nghị Ủy ban MTTQ Việt Nam Thành phố và các tổ chức thành viên của Mặt trận',
    ['Ủy ban Mặt trận Tổ quốc Việt Nam Thành phố', 'Các tổ chức thành viên của Mặt trận'],
  ],
  [
    'Ban Quản lý dự án đầu tư xây dựng các công trình giao thông tỉnh',
    ['Ban Quản lý dự án đầu tư xây dựng các công trình giao thông tỉnh'],
  ],
  ['Các cơ sở đào tạo đại học, sau đại học', ['Các cơ sở đào tạo đại học, sau đại học']],
  ['Sở Nội vụ (Chi cục Văn thư); Sở Y tế', ['Sở Nội vụ', 'Sở Y tế']],
  ['SỞ Y TẾ VÀ SỞ XÂY DỰNG', ['Sở Y tế', 'Sở Xây dựng']],
  ['SỞ, BAN, NGÀNH TỈNH VÀ CÔNG AN TỈNH', ['Các sở, ban, ngành tỉnh', 'Công an tỉnh']],
  ['Sở Y tế theo dõi, báo cáo chỉ tiêu; Sở Xây dựng', ['Sở Y tế', 'Sở Xây dựng']],
  ['', []],
  ['…', []],
  ['-', []],
];

test.each(CELLS)('%s', (cell, expected) => {
  expect(names(cell)).toEqual(expected);
});

test('each mention quotes its place', () => {
  for (const [cell] of CELLS) {
    for (const { start, end, text } of readAgencyList(cell, BEFORE)) expect(cell.slice(start, end)).toBe(text);
  }
});

test('a short name means the department of its time', () => {
  expect(names('Sở Nông nghiệp', BEFORE)).toEqual(['Sở Nông nghiệp và Phát triển nông thôn']);
  expect(names('Sở Nông nghiệp', AFTER)).toEqual(['Sở Nông nghiệp và Môi trường']);
});

test.each([
  [
    'Sở Kế hoạch và Đầu tư',
    'Sở KH&ĐT',
    'Sở Kế hoạch - Đầu tư',
    'SỞ KẾ HOẠCH VÀ ĐẦU TƯ',
    'Sở Kế hoạch và Đầu tư tỉnh Phú Yên',
  ],
  ['Văn phòng UBND tỉnh', 'VP UBND tỉnh', 'Văn phòng Uỷ ban nhân dân tỉnh', 'Văn phòng Ủy ban nhân dân tỉnh Hà Nam'],
  [
    'UBND các huyện, thành phố, thị xã',
    'UBND huyện, thành, thị',
    'Ủy ban nhân dân cấp huyện',
    'UBND các huyện, TP, TX',
  ],
  ['các sở, ban, ngành', 'Sở, ban, ngành liên quan', 'Các sở, ngành', 'Thủ trưởng các sở, ban, ngành tỉnh'],
  ['UBND tỉnh', 'Ủy ban nhân dân tỉnh Nam Định', 'UBND tỉnh Nam Định'],
  ['Ban Pháp chế HĐND tỉnh', 'Ban Pháp chế của HĐND tỉnh', 'Ban Pháp chế Hội đồng nhân dân tỉnh'],
  ['các Ban HĐND tỉnh', 'các Ban của HĐND tỉnh', 'các Ban Hội đồng nhân dân tỉnh'],
  ['Ban chỉ đạo chuyển đổi số tỉnh', 'Ban Chỉ đạo Chuyển đổi số tỉnh', 'BCĐ chuyển đổi số tỉnh'],
  ['CDC tỉnh', 'Trung tâm Kiểm soát bệnh tật tỉnh', 'TTKSBT tỉnh'],
  [
    'các sở, ban, ngành thuộc UBND tỉnh',
    'các sở, ban, ngành thuộc Ủy ban nhân dân tỉnh Nam Định',
    'Các sở, ngành tỉnh',
  ],
  ['NHNN chi nhánh khu vực 4', 'Ngân hàng Nhà nước khu vực 4', 'Ngân hàng Nhà nước Chi nhánh Khu vực 4'],
  ['Ủy ban MTTQ tỉnh', 'Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh', 'MTTQ tỉnh'],
])('one code for all spellings of %s', (...spellings) => {
  expect(new Set(spellings.flatMap((text) => readAgencyList(text, BEFORE).map(({ value }) => value.code))).size).toBe(
    1,
  );
});

test.each([
  ['UBND thành phố Lào Cai', 'ubnd-thanh-pho-lao-cai'],
  ['UBND thành phố Hải Phòng', 'ubnd-tinh'],
  ['UBND Thành phố', 'ubnd-tinh'],
  ['UBND thành phố', 'ubnd-thanh-pho'],
  ['UBND huyện Lâm Thao', 'ubnd-huyen-lam-thao'],
  ['Huyện ủy Lâm Thao', 'huyen-uy-lam-thao'],
  ['Thành ủy Hải Phòng', 'thanh-uy'],
  ['UBND các tỉnh, thành phố', 'ubnd-cap-tinh'],
])('code of %s', (text, code) => {
  expect(readAgencyList(text, BEFORE).map(({ value }) => value.code)).toEqual([code]);
});

test('labels in a cell say the role', () => {
  const roles = readAgencyList('Chủ trì: Sở Nội vụ; Phối hợp: Sở Tài chính, Sở Y tế', BEFORE).map(({ value }) => [
    value.name,
    value.role,
  ]);
  expect(roles).toEqual([
    ['Sở Nội vụ', 'lead'],
    ['Sở Tài chính', 'cooperate'],
    ['Sở Y tế', 'cooperate'],
  ]);
});
