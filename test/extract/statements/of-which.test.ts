import { expect, test } from 'vitest';
import { ofCount, partOfMeasure } from '../../../src/extract/statements/of-which.ts';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';

test.each<[part: string, own: string, alone: boolean]>([
  ['lúa', 'lúa', false],
  ['trong đó có lúa', 'lúa', false],
  ['- Trong đó: Ngô lai', 'Ngô lai', false],
  ['riêng các xã vùng cao', 'các xã vùng cao', false],
  // A predicate needs somebody of whom it is said.
  ['được tưới tiêu', 'được tưới tiêu', false],
  // What says itself what it measures stands alone.
  ['tỷ lệ lao động nữ', 'tỷ lệ lao động nữ', true],
  ['trong đó, hồ sơ được ký số', 'hồ sơ được ký số', true],
  // A branch of the economy has a verb in its name.
  ['công nghiệp - xây dựng', 'công nghiệp - xây dựng', false],
  ['hoàn thành vượt mức', 'hoàn thành vượt mức', false],
])('the part %j measures %j, alone: %j', (part, own, alone) => {
  expect(partOfMeasure(loadKnowledge(), part)).toEqual({ own, alone });
});

test.each<[whole: string, unit: string, part: string, measured: string | undefined]>([
  // What is counted is named again.
  ['Đón lượt khách', 'lượt khách', 'trong đó lượt khách quốc tế', 'Đón lượt khách quốc tế'],
  ['hộ', 'hộ', 'hộ cận nghèo', 'hộ cận nghèo'],
  // A verb of its own.
  ['đầu tư trạm y tế', 'trạm y tế', 'cải tạo trạm y tế', 'cải tạo trạm y tế'],
  // More is said of it.
  ['tạo việc làm cho người', 'người', 'người đi làm việc ở nước ngoài', 'người đi làm việc ở nước ngoài'],
  ['tuyển sinh học viên', 'học viên', 'học viên nghèo', 'tuyển sinh học viên nghèo'],
  // A part of a measure.
  ['Tổng lượng khách đến tỉnh', 'lượt khách', 'lượt khách nội địa', 'lượt khách nội địa'],
  ['Tổng số khách du lịch', 'lượt', 'khách quốc tế', undefined],
  ['Trồng cây ăn quả', 'ha', 'cam', undefined],
  ['Tổng số trạm phát sóng', 'trạm', 'trạm 5G', undefined],
])('of the count %j in %j the part %j measures %j', (whole, unit, part, measured) => {
  expect(ofCount(loadKnowledge(), whole, part, part, unit)).toBe(measured);
});
