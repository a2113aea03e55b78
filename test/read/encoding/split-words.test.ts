import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import { splitsIn } from '../../../src/read/encoding/split-words.ts';
import { repaired } from '../pdf/split.ts';

const GOOD =
  'Tỉnh phấn đấu đến năm 2025 đạt trên 90% hồ sơ thủ tục hành chính (TTHC) được xử lý trực tuyến; UBND cấp huyện và cấp xã báo cáo Sở Nội vụ định kỳ theo Quyết định số 12/QĐ-UBND.';

test.each([
  ['CÁC ĐIỀ U KHO ẢN CHUNG', 'CÁC ĐIỀU KHOẢN CHUNG'],
  [
    'V iệ t Nam và N g hị định thư về biên g iớ i, vận tả i qua lạ i',
    'Việt Nam và Nghị định thư về biên giới, vận tải qua lại',
  ],
  ['trách nhiệm c ủa người d ân, hi ệu qu ả công t ác', 'trách nhiệm của người dân, hiệu quả công tác'],
  // must stay
  ['điểm b khoản 2, nhóm A và vitamin C', 'điểm b khoản 2, nhóm A và vitamin C'],
  ['a) Kho ảnh của tỉnh', 'a) Kho ảnh của tỉnh'],
  ['Ban an toàn giao thông, 5 m và 10 g', 'Ban an toàn giao thông, 5 m và 10 g'],
  [GOOD, GOOD],
])('repair of %s', (text, whole) => expect(repaired(text)).toBe(whole));

test('a repair takes away single spaces only', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('V', 'iệ', 't', 'Nam', 'lạ', 'i', ',', '  ', '\n', 'kho', 'ản', '90%'), {
        maxLength: 30,
      }),
      (parts) => {
        const text = parts.join(' ');
        expect(repaired(text).replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
        for (const at of splitsIn(loadKnowledge(), text)) expect(text[at]).toBe(' ');
      },
    ),
  );
});
