import { expect, test } from 'vitest';
import { comparePlans } from '../../src/compare/compare.ts';
import { placeReader } from '../../src/compare/place.ts';
import { loadKnowledge } from '../../src/knowledge/knowledge.ts';
import { HUE, LAM_DONG, PHU_THO, PHU_THO_NEW, plan, target } from './make.ts';

const placeOf = placeReader(loadKnowledge());
const OF_PHU_THO = plan('a', PHU_THO, []);

const PLACES: readonly (readonly [text: string, place: string | null])[] = [
  ['Tỷ lệ hộ nghèo', null],
  ['Tỷ lệ hộ nghèo của cả nước', 'Cả nước'],
  ['Tỷ lệ đô thị hóa toàn quốc', 'Cả nước'],
  ['Độ che phủ rừng vùng Tây Nguyên', 'Vùng Tây Nguyên'],
  ['GRDP bình quân vùng Đồng bằng sông Hồng', 'Vùng Đồng bằng sông Hồng'],
  ['Tỷ lệ hộ nghèo tỉnh Phú Thọ', null],
  ['Tỷ lệ hộ nghèo tỉnh Yên Bái', 'Yên Bái'],
  ['Hộ dân huyện Lâm Thao dùng nước sạch', 'huyện Lâm Thao'],
  ['Hộ dân xã Hy Cương, xã Chu Hóa dùng nước sạch', 'xã Hy Cương, xã Chu Hóa'],
  ['Hộ dân thành phố Hà Nội dùng nước sạch', 'Hà Nội'],
  // What is compared with, what is called by a place, and all of one kind are no other land.
  ['Thu nhập bình quân đầu người so với cả nước', null],
  ['Năng suất lao động bằng bình quân cả nước', null],
  ['Chiều dài cầu Đồng Nai', null],
  ['Văn bản điện tử của các huyện và thành phố Việt Trì', null],
  ['Số huyện nông thôn mới', null],
];

test.each(PLACES)('%s', (text, place) => {
  expect(placeOf(text, '%', OF_PHU_THO)).toBe(place);
});

test('a rank is one among those of the country, or of a region', () => {
  expect(placeOf('Chỉ số cải cách hành chính trong cả nước', 'rank', OF_PHU_THO)).toBeNull();
  expect(placeOf('Chỉ số cải cách hành chính vùng Tây Nguyên', 'rank', OF_PHU_THO)).toBe('Vùng Tây Nguyên');
});

test('whose plan it is tells what is its own', () => {
  const central = plan('c', null, [], { level: 'central' });
  expect(placeOf('Tỷ lệ hộ nghèo của cả nước', '%', central)).toBeNull();
  expect(placeOf('Tỷ lệ hộ nghèo tỉnh Yên Bái', '%', central)).toBe('Yên Bái');
  const district = plan('d', PHU_THO, [], { level: 'district' });
  expect(placeOf('Hộ dân huyện Lâm Thao dùng nước sạch', '%', district)).toBeNull();
  expect(placeOf('Tỷ lệ hộ nghèo thành phố Huế', '%', plan('h', HUE, []))).toBeNull();
  // A part of what Phú Thọ is since 2025.
  expect(placeOf('Tỷ lệ hộ nghèo khu vực Vĩnh Phúc', '%', plan('n', PHU_THO_NEW, []))).toBe('Vĩnh Phúc');
});

test('figures of another land stand in rows of their own, and are no differences', () => {
  const code = { code: 'society.poverty-rate' };
  const poverty = (text: string, value: number) => target(text, value, { indicator: { text, ...code }, area: null });
  const { indicators } = comparePlans(
    loadKnowledge(),
    [
      plan('a', PHU_THO, [poverty('Tỷ lệ hộ nghèo', 3), poverty('Tỷ lệ hộ nghèo của cả nước', 4)]),
      plan('b', LAM_DONG, [poverty('Tỷ lệ hộ nghèo', 2), poverty('Tỷ lệ hộ nghèo cả nước', 4)]),
    ],
    { pipelines: [], base: [PHU_THO] },
  );
  expect(indicators.map(({ place, cells }) => [place, cells.map(({ value }) => value)])).toEqual([
    [undefined, [3, 2]],
    ['Cả nước', [4, 4]],
  ]);
});

test('wordings that name different provinces do not meet', () => {
  const { indicators } = comparePlans(
    loadKnowledge(),
    [
      plan('a', PHU_THO, [target('Đường kết nối với tỉnh Yên Bái được nâng cấp', 50)]),
      plan('b', LAM_DONG, [target('Đường kết nối với tỉnh Khánh Hòa được nâng cấp', 60)]),
    ],
    { pipelines: [], base: [PHU_THO] },
  );
  expect(indicators).toHaveLength(2);
});
