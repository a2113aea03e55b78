import { expect, test } from 'vitest';
import { loadKnowledge } from '../../src/knowledge/knowledge.ts';
import { fullWords } from '../../src/language/wording.ts';

test.each([
  ['Tỷ lệ hồ sơ TTHC (đúng hạn)', 'tỷ lệ hồ sơ thủ tục hành chính đúng hạn'],
  ['CBCCVC của UBND tỉnh', 'cán bộ công chức viên chức của ủy ban nhân dân tỉnh'],
  ['Tỉ lệ bác sỹ/vạn dân', 'tỷ lệ bác sĩ vạn dân'],
  ['Uỷ  ban', 'ủy ban'],
  ['%', ''],
])('%j in full words is %j', (text, words) => {
  expect(fullWords(loadKnowledge(), text)).toBe(words);
});
