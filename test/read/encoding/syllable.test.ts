import { expect, test } from 'vitest';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import { isSyllable, syllableShare } from '../../../src/read/encoding/syllable.ts';

const WORDS =
  'nghiêng khuỷu ngoằn quyết định giếng gì quý qúy hoà hòa thuỷ thủy khoẻ uỷ ủy yêu ươm đường nghĩa ngoèo xoong quăn quặng quơ huơ tuýp ĐƯỢC Ủy thuở rượu huỳnh tuyết chuyển giặc quốc gìn giữ iêm ép ịch ngoắc khuya bướu ưu tiên ủng hộ ý kiến';
test.each(WORDS.split(' '))('%s is a syllable', (word) => {
  expect(isSyllable(loadKnowledge(), word)).toBe(true);
  expect(isSyllable(loadKnowledge(), word.normalize('NFD'))).toBe(true);
});

test.each(['hµnh', 'coâng', 'brvt', 'plan', 'ệùng', 'quyềt', 'xyz', 'ngạàn', 'strong', 'ký2', 'hòá', ''])(
  '%s is none',
  (word) => {
    expect(isSyllable(loadKnowledge(), word)).toBe(false);
  },
);

test('the share counts words', () => {
  expect(syllableShare(loadKnowledge(), 'Quyết định số 12, plan xyz')).toBe(0.6);
  expect(syllableShare(loadKnowledge(), '12 %')).toBe(0);
});
