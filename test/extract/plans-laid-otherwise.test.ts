import { expect, test } from 'vitest';
import { extracted, targetsOf } from './make.ts';

test('headings without label or mark date and name what stands below them', () => {
  const targets = targetsOf([
    'II. MỤC TIÊU NĂM 2022',
    'Thành lập mới 04 tổ hợp tác.',
    'Định hướng đến năm 2026',
    'Toàn huyện có từ 30 hợp tác xã trở lên.',
    'Giai đoạn 2027 - 2028',
    'Có thêm 06 hợp tác xã.',
  ]);
  expect(targets.map((t) => [t.quantity?.value, t.deadline?.end])).toEqual([
    [4, '2022-12-31'],
    [30, '2026-12-31'],
    [6, '2028-12-31'],
  ]);
});

test('a labelled outlook dates its items', () => {
  const targets = targetsOf(['I. MỤC TIÊU CỤ THỂ', '1. Định hướng đến năm 2030', '- Tỷ lệ đô thị hóa đạt 45%.']);
  expect(targets.map((t) => [t.path, t.deadline?.end])).toEqual([['I.1.-1', '2030-12-31']]);
});

test('names of fields between the items of a list do not end it', () => {
  const targets = targetsOf([
    'I. MỤC TIÊU, YÊU CẦU',
    '1. Mục tiêu',
    'Một số chỉ tiêu cụ thể:',
    'Cải cách thể chế',
    '- 100% văn bản được ban hành đúng hạn.',
    'Cải cách tổ chức bộ máy',
    '- Kiện toàn tổ chức bên trong của các cơ quan chuyên môn.',
  ]);
  expect(targets.map((t) => [t.path, t.kind])).toEqual([
    ['I.1.-1', 'quantified'],
    ['I.1.-2', 'qualitative'],
  ]);
});

test('a measure before a colon belongs to its figure in labelled items too', () => {
  const targets = targetsOf([
    'II. CHỈ TIÊU',
    '(1) Số giường bệnh trên một vạn dân: 28,5 giường; số dược sĩ đạt 3 người.',
  ]);
  expect(targets.map((t) => t.source.quote)).toEqual([
    'Số giường bệnh trên một vạn dân: 28,5 giường',
    'số dược sĩ đạt 3 người',
  ]);
});

test('a time behind a figure binds it where it says by when the thing is done', () => {
  const [target] = targetsOf(['II. NHIỆM VỤ', '1. Tổ chức 04 lớp tập huấn, hoàn thành trong quý III/2023.']);
  expect(target?.deadline).toMatchObject({ start: '2023-07-01', end: '2023-09-30' });
});

test('figures of the product column are targets of their row', () => {
  const { record } = extracted([
    'PHỤ LỤC',
    'TT | Nhiệm vụ | Kết quả, sản phẩm | Cơ quan chủ trì | Thời gian',
    '1 | Số hóa sổ hộ tịch | 85% sổ hộ tịch được số hóa | Sở Tư pháp | Quý II/2024',
    '2 | Mua sắm máy chủ | Máy chủ được lắp đặt | Sở Tài chính | Quý IV/2024',
  ]);
  expect(record.targets.map((t) => [t.path, t.source.quote, t.deadline?.end, t.agencies.map((a) => a.code)])).toEqual([
    ['PHỤ LỤC.1', '85% sổ hộ tịch được số hóa', '2024-06-30', ['so-tu-phap']],
  ]);
});

test('sub-rows of a table of targets, and cells with a verb', () => {
  const { record } = extracted([
    'PHỤ LỤC 1',
    'STT | Chỉ tiêu | Đơn vị | Năm 2024',
    '1 | Cơ cấu kinh tế |  | ',
    '- | Công nghiệp | % | 41',
    '- | Dịch vụ | % | 38',
    '2 | Tỷ lệ hộ nghèo | % | Giảm 0,4',
    '- | Vùng cao | % | Giảm còn 3',
  ]);
  expect(record.targets.map((t) => [t.path, t.quantity?.value, t.direction])).toEqual([
    ['PHỤ LỤC 1.1.-1', 41, 'reach'],
    ['PHỤ LỤC 1.1.-2', 38, 'reach'],
    ['PHỤ LỤC 1.2', 0.4, 'decrease-by'],
    ['PHỤ LỤC 1.2.-1', 3, 'decrease-to'],
  ]);
});

test('duties after "Các Sở: …:" belong to all of them', () => {
  const { record } = extracted([
    'III. TỔ CHỨC THỰC HIỆN',
    '1. Các Sở: Tư pháp, Tài chính; Văn phòng UBND tỉnh: theo nhiệm vụ được giao chủ trì các nội dung của mình.',
  ]);
  expect(record.tasks.map((t) => t.leads.map((a) => a.code))).toEqual([
    ['so-tu-phap', 'so-tai-chinh', 'van-phong-ubnd-tinh'],
  ]);
});

test('years of documents that the preamble cites date nothing', () => {
  const [target] = targetsOf([
    'Thực hiện Kế hoạch số 48/KH-BCĐ ngày 05/4/2019 của Ban Chỉ đạo về tăng cường bảo đảm trật tự, an toàn xã hội, phòng cháy trên địa bàn toàn tỉnh giai đoạn 2019 - 2021, UBND tỉnh ban hành Kế hoạch như sau:',
    'I. MỤC TIÊU',
    '1. Giảm 6% số vụ cháy.',
  ]);
  expect(target?.deadline).toMatchObject({ basis: 'plan-period', start: '2022-01-01' });
});

test('agencies on lines of their own head the duties below them', () => {
  const { record } = extracted([
    'III. TỔ CHỨC THỰC HIỆN',
    'Công an tỉnh',
    '- Là cơ quan thường trực của chương trình này.',
    '- Tổng hợp kết quả, báo cáo trước ngày 20/11 hằng năm.',
    'Sở Y tế',
    'Hướng dẫn chuyên môn cho các trạm y tế.',
  ]);
  expect(record.tasks.map((t) => [t.leads.map((a) => a.code).join(), t.text])).toEqual([
    ['cong-an', 'Là cơ quan thường trực của chương trình này.'],
    ['cong-an', 'Tổng hợp kết quả, báo cáo trước ngày 20/11 hằng năm.'],
    ['so-y-te', 'Hướng dẫn chuyên môn cho các trạm y tế.'],
  ]);
});

test('a unit in the header of a column is that of its cells', () => {
  const targets = targetsOf([
    'PHỤ LỤC 1',
    'TT | Nội dung chỉ tiêu | Năm 2024 (%) | Năm 2026 (%)',
    '1 | Thôn có nhà văn hóa | 60 | ≥ 75',
  ]);
  expect(targets.map((t) => [t.quantity?.value, t.quantity?.unit])).toEqual([
    [60, '%'],
    [75, '%'],
  ]);
});

test('aims and indicators in one heading: items without figures are aims too', () => {
  const targets = targetsOf(['II. MỤC TIÊU, CHỈ TIÊU', '1. Không có hồ sơ quá hạn giải quyết.']);
  expect(targets.map((t) => [t.path, t.kind])).toEqual([['II.1', 'qualitative']]);
});
