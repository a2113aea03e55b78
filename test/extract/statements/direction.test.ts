import { expect, test } from 'vitest';
import { directionOf } from '../../../src/extract/statements/direction.ts';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';

const CASES: [before: string, direction: string][] = [
  ['Tỷ lệ hồ sơ đúng hạn đạt ', 'reach'],
  ['', 'reach'],
  // By how much, and to how much.
  ['Cắt giảm tối thiểu ', 'decrease-by'],
  ['Tỷ lệ hộ nghèo giảm còn ', 'decrease-to'],
  ['Giảm tỷ lệ hộ nghèo xuống dưới ', 'decrease-to'],
  ['Giảm số vụ tai nạn không quá ', 'decrease-to'],
  ['Mỗi năm tăng tối thiểu ', 'increase-by'],
  ['Nâng tỷ lệ che phủ rừng lên ', 'increase-to'],
  ['Nâng mức độ hài lòng đạt trên ', 'increase-to'],
  // "Đưa" says nothing by itself: where the measure is brought to does.
  ['Đưa tỷ lệ lao động qua đào tạo lên ', 'increase-to'],
  ['Đưa tỷ lệ hộ nghèo xuống ', 'decrease-to'],
  ['Đưa tỷ lệ hộ nghèo còn ', 'decrease-to'],
  ['Đưa chỉ số vào nhóm ', 'reach'],
  ['Giảm tỷ lệ hộ nghèo, đưa thu nhập ', 'decrease-by'],
  // What is kept, as long as it is still spoken of.
  ['Tiếp tục duy trì ', 'keep'],
  ['Duy trì tỷ lệ hồ sơ giải quyết đúng hạn ở mức ', 'keep'],
  ['Duy trì hoạt động của bộ phận một cửa, bảo đảm ', 'reach'],
  ['Duy trì tỷ lệ xã phường thị trấn có trạm y tế đạt chuẩn quốc gia về y tế xã ở mức ', 'reach'],
  // Names of measures, and words that only begin like a verb of change.
  ['Tốc độ tăng ', 'reach'],
  ['Tăng cường kiểm tra ', 'reach'],
  ['Nâng cao chất lượng phục vụ, đạt ', 'reach'],
  ['Tăng trưởng kinh tế ', 'reach'],
];
test.each(CASES)('"%s" says: %s', (before, direction) => expect(directionOf(loadKnowledge(), before)).toBe(direction));
