import { expect, test } from 'vitest';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import { paragraph } from '../../../src/read/blocks.ts';
import { withLostSpaces } from '../../../src/read/encoding/lost-spaces.ts';

const KNOWLEDGE = loadKnowledge();
const parted = (...lines: readonly string[]): string[] =>
  withLostSpaces(
    KNOWLEDGE,
    lines.map((line) => paragraph(line)),
  ).map(({ text }) => text);

test('spaces that a text lost between its syllables are put back, where it lost several', () => {
  expect(
    parted(
      'Giao Sở Tài nguyên và Môi trườngchủ trì, phối hợp vớiSở Y tế dọn bãi.',
      'Hoàn thành trướcngày 20/11/2023,tại tỉnh ĐiệnBiên.',
    ),
  ).toEqual([
    'Giao Sở Tài nguyên và Môi trường chủ trì, phối hợp với Sở Y tế dọn bãi.',
    'Hoàn thành trước ngày 20/11/2023, tại tỉnh Điện Biên.',
  ]);
});

test('one word that could be two is a name sooner; foreign words and what can be two syllables in more ways than one stay', () => {
  expect(parted('Hoàn thành trướcngày 20/11/2023.')).toEqual(['Hoàn thành trướcngày 20/11/2023.']);
  const names = ['Sản phẩm VietGAP, logistics và YouTube của Krông Năng', 'Facebook, Lazada, Viettel, Agribank'];
  expect(parted(...names)).toEqual(names);
});
