import { expect, test } from 'vitest';
import { reducer } from '../../src/compare/wording.ts';
import { loadKnowledge } from '../../src/knowledge/knowledge.ts';

const { tokens } = reducer(loadKnowledge());

const SAME: readonly (readonly [why: string, unit: string, a: string, b: string])[] = [
  ['the unit says that it is an area', 'ha', 'Diện tích ngô', 'ngô'],
  ['the unit says who is counted', 'người', 'người tham gia BHYT', 'tham gia bảo hiểm y tế: người'],
  ['the unit says that it is a mean', 'tạ/ha', 'năng suất ngô bình quân', 'ngô: năng suất'],
  ['the unit says that it is a share', '%', 'tỷ trọng dịch vụ trong GRDP', 'dịch vụ chiếm trong GRDP'],
  ['other words for it', '%', 'tốc độ tăng trưởng dân số', 'dân số tăng'],
  ['points among thousands', '%', 'trẻ sơ sinh dưới 2.500 gam', 'trẻ sơ sinh dưới 2500 gam'],
  ['light words', '%', 'thôn được công nhận danh hiệu văn hóa', 'thôn văn hóa'],
  ['what stands between', '%', 'rác thải thu gom và xử lý', 'rác thải thu gom, xử lý'],
  ['words that only hold others', 'ha', 'mặt nước được nuôi trồng', 'mặt nước nuôi trồng'],
  [
    'the law that lays it down',
    '%',
    'giáo viên đạt chuẩn theo quy định của Luật Giáo dục năm 2019',
    'giáo viên đạt chuẩn',
  ],
  ['how somebody comes by a count', 'mô hình', 'xây dựng mô hình tự quản', 'số mô hình tự quản'],
  ['a growth a year is a mean', '%/năm', 'xuất khẩu tăng bình quân', 'xuất khẩu tăng'],
  ['a phrase of what a phrase means', '%', 'bà mẹ có thai được tầm soát trước sinh', 'phụ nữ mang thai được sàng lọc'],
  ['the year of the figure', '%', 'hợp tác xã thành lập mới so với kế hoạch năm 2022', 'HTX thành lập so với kế hoạch'],
  ['what a share is of', '%', 'thanh niên tham gia hội thi % tổng số thanh niên', 'thanh niên tham gia hội thi'],
  ['once a year', '%', 'người bệnh được khám lại ít nhất 1 lần/năm', 'bệnh nhân được khám lại hằng năm'],
  ['names of a region', 'ha', 'diện tích bắp lai', 'ngô lai'],
  ['the thing that is counted is all', 'giường bệnh', 'quy mô giường bệnh', 'số giường bệnh'],
];
test.each(SAME)('nothing tells them apart: %s', (_, unit, a, b) => {
  expect(tokens(a, unit)).toEqual(tokens(b, unit));
  expect(tokens(a, unit)).not.toEqual([]);
});

const APART: readonly (readonly [why: string, unit: string, a: string, b: string])[] = [
  ['a part in brackets', '%', 'trẻ em béo phì (khu vực nội thành)', 'trẻ em béo phì (khu vực ngoại thành)'],
  ['prices in brackets', 'tỷ đồng', 'giá trị tăng thêm (giá 2010)', 'giá trị tăng thêm (giá hiện hành)'],
  ['a phrase of silent words', 'ha', 'cây hàng năm', 'cây lâu năm'],
  ['the rest', 'ha', 'rừng còn lại', 'rừng'],
  ['the country', '%', 'tăng trưởng dịch vụ cả nước', 'tăng trưởng dịch vụ'],
  ['a mean where the unit tells none', '%', 'thu ngân sách tăng bình quân', 'thu ngân sách tăng'],
  ['how it is measured, where the unit tells none', '%', 'sản lượng lúa lai', 'diện tích lúa lai'],
  ['another base', '%', 'lao kháng thuốc trong tổng số ca lao mới', 'lao kháng thuốc trong tổng số ca lao'],
  ['the year that it is held against', '%', 'phát thải giảm so với năm 2020', 'phát thải giảm so với năm 2015'],
  ['what little else is a share of', '%', 'tiết kiệm % tổng điện năng', 'tiết kiệm % tổng chi phí'],
  ['a form of malnutrition', '%', 'suy dinh dưỡng thể thấp còi', 'suy dinh dưỡng thể nhẹ cân'],
  ['outside of the state and abroad', '%', 'vốn ngoài nhà nước', 'vốn nước ngoài'],
];
test.each(APART)('told apart by %s', (_, unit, a, b) => {
  expect(tokens(a, unit)).not.toEqual(tokens(b, unit));
});

test.each([
  ['ha', 'Tổng diện tích'],
  ['VND', 'doanh thu'],
  ['%', 'tỷ lệ giảm'],
  ['dự án', 'số dự án'],
])('what says how is measured only is no measure: %s %s', (unit, text) => {
  expect(tokens(text, unit)).toEqual([]);
});

test('of a wording that is the unit, the unit is left', () => {
  expect(tokens('số HTX', 'HTX')).toEqual(tokens('tổng số hợp tác xã', 'HTX'));
  expect(tokens('số HTX', 'HTX')).not.toEqual([]);
});

test('short forms are spelled out as the plans themselves do', () => {
  const texts = ['trâu bò được tiêm phòng lở mồm long móng', 'trâu bò được tiêm phòng LMXM', 'hộ dùng bếp LMXM'];
  const spelled = 'tiêm phòng lở mồm xanh móng';
  expect(reducer(loadKnowledge(), [...texts, spelled]).tokens('tiêm phòng LMXM')).toEqual(tokens(spelled));
  const twice = [...texts, spelled, 'lò mổ xã mới'];
  expect(reducer(loadKnowledge(), twice).tokens('tiêm phòng LMXM')).toEqual(tokens('tiêm phòng LMXM'));
});
