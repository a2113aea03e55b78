import { expect, test } from 'vitest';
import { ofWhich } from '../../../src/extract/statements/of-which.ts';
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
])('the part %j measures %j', (part, measured) => {
  expect(ofWhich(loadKnowledge(), 'Diện tích gieo trồng', part)).toBe(measured);
});
