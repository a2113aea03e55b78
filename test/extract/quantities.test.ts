import { expect, test } from 'vitest';
import { findMentions } from '../../src/extract/mentions.ts';
import type { Comparator } from '../../src/model/record.ts';

const context = { year: 2021, date: null, singleYear: false };
const quantities = (text: string) => findMentions(text, context).filter(({ kind }) => kind === 'quantity');

const FOUND: [
  text: string,
  found: string,
  comparator: Comparator,
  value: number,
  valueMax: number | null,
  unit: string,
][] = [
  // number forms
  ['diện tích 1.234,5 ha', '1.234,5 ha', '=', 1234.5, null, 'ha'],
  ['xây dựng 05 mô hình', '05 mô hình', '=', 5, null, 'mô hình'],
  ['tăng 8.5% so với cùng kỳ', '8.5%', '=', 8.5, null, '%'],
  ['chi 1,250,000 đồng', '1,250,000 đồng', '=', 1250000, null, 'VND'],
  ['đạt 35 - 40%', '35 - 40%', '=', 35, 40, '%'],
  ['đạt 35-40%', '35-40%', '=', 35, 40, '%'],
  ['đạt 35–40 %', '35–40 %', '=', 35, 40, '%'],
  ['đạt 35÷40%', '35÷40%', '=', 35, 40, '%'],
  ['đạt từ 35% đến 40%', 'từ 35% đến 40%', '=', 35, 40, '%'],
  ['giảm còn 50% đến 52%', '50% đến 52%', '=', 50, 52, '%'],
  ['kiểm tra công tác CCHC30% UBND cấp xã', '30%', '=', 30, null, '%'],
  ['chiếm 30%GRDP', '30%', '=', 30, null, '%'],
  ['đạt 30 phần trăm', '30 phần trăm', '=', 30, null, '%'],
  ['nộp 01 (một) bộ hồ sơ', '01 (một) bộ hồ sơ', '=', 1, null, 'bộ hồ sơ'],
  // words of comparison, before and after, near and far
  ['cắt giảm tối thiểu 35 - 40% thời gian', 'tối thiểu 35 - 40%', '>=', 35, 40, '%'],
  ['giảm tối thiểu từ 35% so với quy định', 'tối thiểu từ 35%', '>=', 35, null, '%'],
  ['tỷ lệ đạt từ 70% trở lên', 'từ 70% trở lên', '>=', 70, null, '%'],
  ['tỷ lệ đạt từ 70% và được xác thực', 'từ 70%', '>=', 70, null, '%'],
  ['từ 3 mô hình trở lên', 'từ 3 mô hình trở lên', '>=', 3, null, 'mô hình'],
  ['từ 3% trở xuống', 'từ 3% trở xuống', '<=', 3, null, '%'],
  ['không dưới 60%', 'không dưới 60%', '>=', 60, null, '%'],
  ['không thấp hơn 60%', 'không thấp hơn 60%', '>=', 60, null, '%'],
  ['chiếm ≥ 30% GRDP', '≥ 30%', '>=', 30, null, '%'],
  ['đạt trên 80%', 'trên 80%', '>', 80, null, '%'],
  ['vượt 15%', 'vượt 15%', '>', 15, null, '%'],
  ['tối đa 02 giờ', 'tối đa 02 giờ', '<=', 2, null, 'hour'],
  ['không vượt quá 2%', 'không vượt quá 2%', '<=', 2, null, '%'],
  ['xuống dưới 30%', 'dưới 30%', '<', 30, null, '%'],
  ['khoảng 300 doanh nghiệp', 'khoảng 300 doanh nghiệp', '~', 300, null, 'doanh nghiệp'],
  ['tối thiểu đạt 45%', 'tối thiểu đạt 45%', '>=', 45, null, '%'],
  ['ít nhất là 45%', 'ít nhất là 45%', '>=', 45, null, '%'],
  ['nữ lãnh đạo ít nhất vào năm 2025 đạt 40%', '40%', '>=', 40, null, '%'],
  ['các chỉ tiêu nêu trên đạt 90%', '90%', '=', 90, null, '%'],
  ['mức độ 3 trở lên đạt 50%', '50%', '=', 50, null, '%'],
  ['50% hồ sơ dưới dạng dịch vụ công mức độ 3 trở lên', '50%', '=', 50, null, '%'],
  // shares over time, points
  ['tăng 8,5%/năm', '8,5%/năm', '=', 8.5, null, '%/năm'],
  ['tăng 10 - 10,5% / năm', '10 - 10,5% / năm', '=', 10, 10.5, '%/năm'],
  ['tăng 2,5 điểm %', '2,5 điểm %', '=', 2.5, null, 'pp'],
  ['giảm 1 - 1,5 điểm phần trăm', '1 - 1,5 điểm phần trăm', '=', 1, 1.5, 'pp'],
  ['chỉ số đạt 86,5 điểm trở lên', '86,5 điểm trở lên', '>=', 86.5, null, 'point'],
  ['xây dựng 3 điểm du lịch cộng đồng', '3 điểm du lịch cộng đồng', '=', 3, null, 'điểm du lịch cộng đồng'],
  // money, multipliers
  ['2,5 tỷ đồng', '2,5 tỷ đồng', '=', 2500000000, null, 'VND'],
  ['1,3 triệu lượt khách', '1,3 triệu lượt khách', '=', 1300000, null, 'lượt khách'],
  ['937 nghìn tấn', '937 nghìn tấn', '=', 937000, null, 'tấn'],
  ['12 vạn dân', '12 vạn dân', '=', 120000, null, 'dân'],
  ['từ 1,5 - 2 triệu đồng', 'từ 1,5 - 2 triệu đồng', '=', 1500000, 2000000, 'VND'],
  ['từ 5 triệu đồng đến 10 triệu đồng', 'từ 5 triệu đồng đến 10 triệu đồng', '=', 5000000, 10000000, 'VND'],
  ['50 triệu đồng/người/năm', '50 triệu đồng/người/năm', '=', 50000000, null, 'VND/người/năm'],
  ['kim ngạch đạt 3,2 tỷ USD', '3,2 tỷ USD', '=', 3200000000, null, 'USD'],
  ['đạt 142,06 nghìn tỷ đồng', '142,06 nghìn tỷ đồng', '=', 142060000000000, null, 'VND'],
  ['công suất 20 nghìn tấn đồng kim loại/năm', '20 nghìn tấn đồng kim loại/năm', '=', 20000, null, 'tấn/năm'],
  ['diện tích nhà ở đạt 27 m2 sàn/người', '27 m2 sàn/người', '=', 27, null, 'm2/người'],
  ['tỷ suất chết 10,7‰', '10,7‰', '=', 10.7, null, '‰'],
  ['trồng 85.737 ha rừng', '85.737 ha', '=', 85737, null, 'ha'],
  ['ba trăm nghìn đồng', 'ba trăm nghìn đồng', '=', 300000, null, 'VND'],
  ['mười hai xã', 'mười hai xã', '=', 12, null, 'xã'],
  ['có ít nhất một cơ sở y tế cung cấp dịch vụ', 'ít nhất một cơ sở y tế', '>=', 1, null, 'cơ sở y tế'],
  ['Mỗi học sinh có một hồ sơ học tập số', 'một hồ sơ học tập số', '=', 1, null, 'hồ sơ học tập số'],
  // measured time
  ['thời gian giải quyết không quá 15 ngày làm việc', 'không quá 15 ngày làm việc', '<=', 15, null, 'day'],
  ['thời gian chờ giảm còn 20 phút', '20 phút', '=', 20, null, 'phút'],
  // ratios and denominators
  ['mức sinh 2,1 con/phụ nữ', '2,1 con/phụ nữ', '=', 2.1, null, 'con/phụ nữ'],
  ['dưới 4/100.000 trẻ', 'dưới 4/100.000 trẻ', '<', 4, null, '/100.000 trẻ'],
  [
    '107 trẻ sơ sinh trai/100 trẻ sơ sinh gái',
    '107 trẻ sơ sinh trai/100 trẻ sơ sinh gái',
    '=',
    107,
    null,
    'trẻ sơ sinh trai/100 trẻ sơ sinh gái',
  ],
  ['xuống 18 ca sinh/1.000 phụ nữ vào năm 2025', '18 ca sinh/1.000 phụ nữ', '=', 18, null, 'ca sinh/1.000 phụ nữ'],
  ['đạt 12 bác sĩ/vạn dân', '12 bác sĩ/vạn dân', '=', 12, null, 'bác sĩ/vạn dân'],
  ['tăng gấp 2 lần', '2 lần', '=', 2, null, 'lần'],
  ['tối thiểu 2 lần/năm', 'tối thiểu 2 lần/năm', '>=', 2, null, 'lần/năm'],
  ['đạt 12 bác sĩ trên 1.000 dân', '12 bác sĩ', '=', 12, null, 'bác sĩ'],
  // ranks
  ['thuộc nhóm 10 địa phương dẫn đầu cả nước', 'thuộc nhóm 10 địa phương dẫn đầu', '<=', 10, null, 'rank'],
  ['nằm trong 15 tỉnh, thành phố đứng đầu', 'nằm trong 15 tỉnh, thành phố đứng đầu', '<=', 15, null, 'rank'],
  [
    'trong nhóm 20 tỉnh, thành phố có chỉ số cao nhất cả nước',
    'trong nhóm 20 tỉnh, thành phố có chỉ số cao nhất',
    '<=',
    20,
    null,
    'rank',
  ],
  ['vào top 10 cả nước', 'vào top 10', '<=', 10, null, 'rank'],
  ['xếp thứ 5 toàn quốc', 'xếp thứ 5', '<=', 5, null, 'rank'],
  ['xếp hạng 12/63', 'xếp hạng 12/63', '<=', 12, null, 'rank'],
  ['≤ 50 Thế giới', '≤ 50', '<=', 50, null, ''],
  // where a counted noun ends
  ['xử lý 179 phản ánh kiến nghị của người dân', '179 phản ánh kiến nghị', '=', 179, null, 'phản ánh kiến nghị'],
  [
    'cung cấp 614 dịch vụ công trực tuyến mức độ 3',
    '614 dịch vụ công trực tuyến',
    '=',
    614,
    null,
    'dịch vụ công trực tuyến',
  ],
  ['ban hành 135 quyết định, công bố', '135 quyết định', '=', 135, null, 'quyết định'],
  ['công bố 2.961 TTHC', '2.961 TTHC', '=', 2961, null, 'TTHC'],
  ['có ít nhất 04 tin, bài về', 'ít nhất 04 tin, bài', '>=', 4, null, 'tin, bài'],
  [
    '50 doanh nghiệp khoa học công nghệ',
    '50 doanh nghiệp khoa học công nghệ',
    '=',
    50,
    null,
    'doanh nghiệp khoa học công nghệ',
  ],
  ['hỗ trợ 500 đối tượng yếu thế tại các xã', '500 đối tượng yếu thế', '=', 500, null, 'đối tượng yếu thế'],
  ['xây mới 10.000 căn nhà ở xã hội', '10.000 căn nhà ở xã hội', '=', 10000, null, 'căn nhà ở xã hội'],
  ['đào tạo 3.000 lượt cán bộ, công chức hằng năm', '3.000 lượt cán bộ', '=', 3000, null, 'lượt cán bộ'],
  ['trên tổng số 500 hồ sơ', '500 hồ sơ', '=', 500, null, 'hồ sơ'],
];

test.each(FOUND)('quantity: %s', (text, found, comparator, value, valueMax, unit) => {
  expect(quantities(text).map((mention) => [mention.text, mention.value])).toContainEqual([
    found,
    { comparator, value, valueMax, unit, text: found },
  ]);
  expect(quantities(text)).toHaveLength(1);
});

test('each figure of an enumeration is its own, and a comparison binds the one that it stands at', () => {
  const found = quantities('trên 90% hồ sơ cấp tỉnh, 80% hồ sơ cấp huyện và 60% hồ sơ cấp xã');
  expect(found.map(({ text }) => text)).toEqual(['trên 90%', '80%', '60%']);
  const states = quantities('giảm từ 23 ca sinh/1.000 phụ nữ xuống 18 ca sinh/1.000 phụ nữ');
  expect(states.map(({ value }) => value)).toMatchObject([
    { comparator: '=', value: 23 },
    { comparator: '=', value: 18 },
  ]);
});

const SILENT = [
  'Nghị định số 61/2018/NĐ-CP',
  'Nghị định 43/2011/NĐ-CP ngày 13/6/2011 của Chính phủ',
  'Kế hoạch số 1782/KH-UBND ngày 05 tháng 5 năm 2021',
  'giai đoạn 2021-2025',
  'đến năm 2025',
  'Điện thoại: 0210 3846 647',
  'Tiêu chuẩn ISO 9001:2015',
  'dịch vụ công trực tuyến mức độ 3, 4',
  'quy trình "4 tại chỗ"',
  'tập trung vào 6 nội dung cải cách',
  'giao 02 nhiệm vụ',
  'văn bản điện tử liên thông 4 cấp',
  'lãnh đạo dưới 55 tuổi đối với nam',
  'dân số từ 15 tuổi trở lên',
  'nhiệm vụ thứ ba',
  'phần mềm phiên bản 2.0.1',
  'Nghị quyết Trung ương 6 khóa XII',
  'Nghị quyết TW 6, khóa XII',
  'Hội đồng nhân dân khóa 12',
  'theo điểm b khoản 2 Điều 5 Luật Đầu tư',
  '1. Cải cách thể chế',
  '1.1. Cải cách thể chế',
  '2) Cải cách thủ tục',
  'Chỉ tiêu 1: Năm 2025',
  'giai đoạn 2 của Chương trình',
  'báo cáo 01 lần/năm',
  'từ 8 giờ 30 phút',
  'phủ sóng 5G/4G',
  'Bảng 1 kèm theo',
  'Phụ lục 2 kèm theo',
  'trong quý 2',
  'thiết bị 3 trong 1',
  'trong 3 năm qua',
  'trong 05 ngày làm việc kể từ ngày nhận',
  '6 tháng đầu năm 2024',
  'Không có đơn vị nào vi phạm',
  'một số đơn vị',
  'ít nhất một trong các dịch vụ',
  'cơ chế một cửa liên thông',
  'hai bên thống nhất',
  'dựa trên năm yếu tố',
  'Điều tra 24/7',
  'phong trào “Cán bộ 3 gương mẫu, Nhân dân 3 an toàn”',
  'sửa đổi 1 điểm c khoản 4',
  'điểm cuối Km18+400 giao với Quốc lộ',
  'tuyến ĐT.158 đoạn qua trung tâm',
  'khách sạn xếp hạng 04 sao',
  'sản phẩm OCOP 4 sao',
  'tỷ suất chết trẻ <1 tuổi',
  'chuyển từ tư duy tập trung',
  'tại ngã ba Bản Phiệt',
  'tăng trưởng hai con số',
  'giai đoạn vận hành từ 2021 - 2030 sang giai đoạn sau',
  '173 E20.2 Lào Cai',
];

test.each(SILENT)('no quantity: %s', (text) => {
  expect(quantities(text)).toEqual([]);
});
