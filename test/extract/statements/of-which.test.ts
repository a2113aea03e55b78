import { expect, test } from 'vitest';
import { ofCount, ofWhich } from '../../../src/extract/statements/of-which.ts';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';

const JOINED = 'Diện tích gieo trồng, trong đó ';
test.each([
  ['lúa', `${JOINED}lúa`],
  ['Lúa', `${JOINED}lúa`],
  ['trong đó có lúa', `${JOINED}lúa`],
  ['- Trong đó: Ngô lai', `${JOINED}ngô lai`],
  // An abbreviation keeps its capitals.
  ['UBND xã', `${JOINED}UBND xã`],
  ['riêng các xã vùng cao', `${JOINED}các xã vùng cao`],
  // A predicate needs somebody of whom it is said.
  ['được tưới tiêu', `${JOINED}được tưới tiêu`],
  // What says itself what it measures stands alone.
  ['tỷ lệ lao động nữ', 'tỷ lệ lao động nữ'],
  ['trong đó, hồ sơ được ký số', 'hồ sơ được ký số'],
  // A branch of the economy has a verb in its name.
  ['công nghiệp - xây dựng', `${JOINED}công nghiệp - xây dựng`],
  ['hoàn thành vượt mức', `${JOINED}hoàn thành vượt mức`],
])('the part %j measures %j', (part, measured) => {
  expect(ofWhich(loadKnowledge(), 'Diện tích gieo trồng', part)).toBe(measured);
});

test.each([
  // What is counted is named again.
  ['Đón lượt khách', 'trong đó lượt khách quốc tế', 'Đón lượt khách quốc tế'],
  ['hộ', 'hộ cận nghèo', 'hộ cận nghèo'],
  // A verb of its own.
  ['đầu tư trạm y tế', 'cải tạo trạm y tế', 'cải tạo trạm y tế'],
  ['Trồng cây ăn quả', 'cam', undefined],
  ['Tổng số trạm phát sóng', 'trạm 5G', undefined],
])('of the count %j the part %j measures %j', (whole, part, measured) => {
  expect(ofCount(loadKnowledge(), whole, part, part)).toBe(measured);
});
