import { expect, test } from 'vitest';
import { SOURCE_MARK } from '../../src/language/source-mark.ts';

const PATTERN = new RegExp(`^${SOURCE_MARK}`, 'u');
test.each([
  ['(QNO) - Ngày 3/2, UBND tỉnh', '(QNO) - '],
  ['(GLO)- Năm 2020', '(GLO)- '],
  ['(Baocaobang.vn). - Thành phố', '(Baocaobang.vn). - '],
  ['VTV.vn - Sáng nay', 'VTV.vn - '],
  ['Caobang.gov.vn: Theo văn bản', 'Caobang.gov.vn: '],
  ['(12%) - Tỷ lệ', undefined],
  ['Trồng trọt - Chăn nuôi', undefined],
  ['Kết luận: Đạt', undefined],
])('%s', (text, mark) => expect(PATTERN.exec(text)?.[0]).toBe(mark));
