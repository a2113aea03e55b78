import { expect, test } from 'vitest';
import { sentences, withoutAsides } from '../../src/language/sentences.ts';

const FLAT: [text: string, flat: string][] = [
  ['a (b) c', 'a     c'],
  ['a (b (c) d) e', 'a           e'],
  // What crosses another aside closes nothing.
  ['a “b (c” d) e', `a “b ${' '.repeat(6)} e`],
  ['a [b] «c» “d” e', 'a             e'],
  ['a) b (c', 'a) b (c'],
  ['(a) (b', '    (b'],
  ['', ''],
];
test.each(FLAT)('%j without asides is %j', (text, flat) => {
  expect(withoutAsides(text)).toBe(flat);
  expect(withoutAsides(text)).toHaveLength(text.length);
});

const SENTENCES: [text: string, found: string[]][] = [
  ['Đạt 90%. Giảm 5%.', ['Đạt 90%.', 'Giảm 5%.']],
  ['Đạt 90% tại TP. Huế. Giảm 5%', ['Đạt 90% tại TP. Huế.', 'Giảm 5%']],
  ['Đạt 1.250 xã; giảm 5%', ['Đạt 1.250 xã; giảm 5%']],
  ['dòng một\n dòng hai', ['dòng một', 'dòng hai']],
  ['đạt 90%.Giảm 5%.', ['đạt 90%.', 'Giảm 5%.']],
  ['Đạt 90%. **Giảm** 5%.', ['Đạt 90%.', '**Giảm** 5%.']],
  ['Hỗ trợ 20 hộ …Để đạt 5%.', ['Hỗ trợ 20 hộ …', 'Để đạt 5%.']],
  // The dot of a figure that came apart.
  ['Thu đạt 9. 500 tỷ đồng.', ['Thu đạt 9. 500 tỷ đồng.']],
  ['Tổng vốn ≥ 9. 500 tỷ đồng.', ['Tổng vốn ≥ 9. 500 tỷ đồng.']],
  ['Tỷ lệ còn 4. 5% vào năm 2025.', ['Tỷ lệ còn 4. 5% vào năm 2025.']],
  ['Tỷ lệ đạt 85. 5% hộ.', ['Tỷ lệ đạt 85. 5% hộ.']],
  ['Đến năm 2025. 500 tỷ đồng.', ['Đến năm 2025.', '500 tỷ đồng.']],
  ['Nhiệm vụ tháng 6. 90% hộ.', ['Nhiệm vụ tháng 6.', '90% hộ.']],
  ['Cả tỉnh trồng 40 ha. - Ảnh: P.V', ['Cả tỉnh trồng 40 ha.', '- Ảnh: P.V']],
  ['Nông dân trồng 40 ha rừng - Ảnh: P.V', ['Nông dân trồng 40 ha rừng', '- Ảnh: P.V']],
  ['', []],
];
test.each(SENTENCES)('sentences of %j', (text, found) => {
  expect(sentences(text).map(({ start, end }) => text.slice(start, end))).toEqual(found);
});

test('a sentence that never ends is parted at white space, and nothing of it is lost', () => {
  const text = `${'90% '.repeat(5000)}${'x'.repeat(9000)} hết`;
  const found = sentences(text).map(({ start, end }) => text.slice(start, end));
  expect(found.join(' ')).toBe(text);
  expect(found.filter((one) => one.length > 4000 && !/^x+$/u.test(one))).toEqual([]);
});
