import { expect, test } from 'vitest';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import { splitAtLabels } from '../../../src/read/text/inline-items.ts';
import { readPlainText } from '../../../src/read/text/plain-text.ts';

const PREAMBLE = `UỶ BAN NHÂN DÂN TỈNH ${'A '.repeat(220)}Căn cứ Điều 5. Luật số 1. Kế hoạch như sau:`;
const split = (body: string): string[] => splitAtLabels(loadKnowledge(), `${PREAMBLE} ${body}`).slice(1);

const CASES: [body: string, ...parts: string[]][] = [
  [
    'I. MỤC TIÊU 1. Mục tiêu chung Nâng cao chất lượng. 2. Mục tiêu cụ thể đến năm 2027 a) Hạ tầng - Tỷ lệ phủ sóng đạt 70%; - 100% thôn có điện. b) Dữ liệu - Hình thành kho dữ liệu. II. KINH PHÍ Ngân sách tỉnh 5 - 10 tỷ đồng.',
    'I. MỤC TIÊU',
    '1. Mục tiêu chung',
    'Nâng cao chất lượng.',
    '2. Mục tiêu cụ thể đến năm 2027',
    'a) Hạ tầng',
    '- Tỷ lệ phủ sóng đạt 70%;',
    '- 100% thôn có điện.',
    'b) Dữ liệu',
    '- Hình thành kho dữ liệu.',
    'II. KINH PHÍ',
    'Ngân sách tỉnh 5 - 10 tỷ đồng.',
  ],
  [
    'I. TỔ CHỨC THỰC HIỆN 1. Sở Lao động - Thương binh và Xã hội - Chủ trì triển khai theo Điều 2. Nghị định. 2. Sở Y tế: Phối hợp. 1.1. Không tính. 2.1. Kiểm tra. 2.2. Báo cáo. Trên đây là Kế hoạch. Nơi nhận: - Như trên; - Lưu.',
    'I. TỔ CHỨC THỰC HIỆN',
    '1. Sở Lao động - Thương binh và Xã hội',
    '- Chủ trì triển khai theo Điều 2. Nghị định.',
    '2. Sở Y tế: Phối hợp. 1.1. Không tính.',
    '2.1. Kiểm tra.',
    '2.2. Báo cáo.',
    'Trên đây là Kế hoạch.',
    'Nơi nhận:',
    '- Như trên;',
    '- Lưu.',
  ],
];
test.each(CASES)('labels within one paragraph: %s', (body, ...parts) => {
  expect(split(body)).toEqual(parts);
});

test('a paragraph without labels that count on stays whole', () => {
  const text = `${PREAMBLE} Phụ lục I. Danh mục kèm theo gồm 1. Báo cáo - Tờ trình; 3. Biểu mẫu - Dự toán.`;
  expect(splitAtLabels(loadKnowledge(), text)).toEqual([text]);
});

test('a short paragraph stays whole', () => {
  expect(splitAtLabels(loadKnowledge(), 'I. MỤC TIÊU 1. Mục tiêu A. 2. Mục tiêu B.')).toHaveLength(1);
});

test('a plan run together and wrapped anew is parted at its labels, wherever its lines break', () => {
  const items = Array.from({ length: 8 }, (_, i) => `${i + 1}. Tăng cường công tác quản lý của ngành trong năm tới.`);
  const text = `${PREAMBLE} I. MỤC TIÊU Nâng cao chất lượng. II. NHIỆM VỤ ${items.join(' ')}`;
  const wrapped = text.replace(/(?<line>.{60,70})\s/gu, '$<line>\r\n');
  const blocks = readPlainText(loadKnowledge(), wrapped).blocks.map((block) => block.text);
  expect(blocks.slice(-11)).toEqual(['I. MỤC TIÊU', 'Nâng cao chất lượng.', 'II. NHIỆM VỤ', ...items]);
});
