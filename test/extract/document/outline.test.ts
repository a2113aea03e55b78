import { describe, expect, test } from 'vitest';
import { readOutline } from '../../../src/extract/document/outline.ts';
import { layOut } from '../../../src/extract/document/text.ts';
import { titleOf } from '../../../src/extract/document/titles.ts';
import { blocksOf } from '../make.ts';

const outlineOf = (lines: readonly string[]) => {
  const laid = layOut(blocksOf(lines));
  return readOutline(laid, laid.blocks);
};
const paths = (lines: readonly string[]): string[] => outlineOf(lines).nodes.map((node) => node.path);

describe('paths', () => {
  test('Roman, Arabic, letter and bullets, each under the one before', () => {
    expect(
      paths([
        'I. MỤC TIÊU',
        '1. Chung',
        'a) Một',
        '+ Ý',
        '+ Ý',
        'b) Hai',
        '- Ý',
        '2. Riêng',
        '- Ý',
        'II. NHIỆM VỤ',
        '1. Một',
      ]),
    ).toEqual(['I', 'I.1', 'I.1.a', 'I.1.a.+1', 'I.1.a.+2', 'I.1.b', 'I.1.b.-1', 'I.2', 'I.2.-1', 'II', 'II.1']);
  });
  test('a sign that is new in a list begins one within it, and the outer sign goes on', () => {
    expect(paths(['1. A', '• B', 'o C một', 'o D hai', '• E', '- F', '- G', '✓ H', '• I'])).toEqual([
      '1',
      '1.*1',
      '1.*1.*1',
      '1.*1.*2',
      '1.*2',
      '1.*2.-1',
      '1.*2.-2',
      '1.*2.-2.*1',
      '1.*3',
    ]);
    expect(paths(['1. A', '+ B', '- C', '+ D'])).toEqual(['1', '1.+1', '1.-1', '1.-1.+1']);
  });
  test('a compound label stands for its parents, printed or not', () => {
    expect(paths(['II. A', '6. B', '6.1. C', '6.2. D', '7.1. E'])).toEqual([
      'II',
      'II.6',
      'II.6.1',
      'II.6.2',
      'II.7.1',
    ]);
  });
  test('a label that stands twice is told apart', () => {
    expect(paths(['III. Một', 'III. Hai', '1. Ba'])).toEqual(['III', 'III~2', 'III~2.1']);
  });
  test('an appendix begins anew', () => {
    expect(paths(['I. A', '1. B', 'PHỤ LỤC 1', 'I. C', 'PHỤ LỤC 2', 'I. D'])).toEqual([
      'I',
      'I.1',
      'PHỤ LỤC 1',
      'PHỤ LỤC 1.I',
      'PHỤ LỤC 2',
      'PHỤ LỤC 2.I',
    ]);
  });
  test('letters count by the Vietnamese and by the Latin alphabet; "I." after "H." is a letter', () => {
    expect(paths(['1. A', 'd) B', 'đ) C', 'e) D', 'f) E', 'g) G'])).toEqual(['1', '1.d', '1.đ', '1.e', '1.f', '1.g']);
    expect(paths(['G. A', 'H. B', 'I. C', '1. D'])).toEqual(['G', 'H', 'I', 'I.1']);
    expect(outlineOf(['G. A', 'H. B', 'I. C']).nodes[2]?.kind).toBe('letter-capital');
  });
  test('a numbered list inside a lettered item does not end the numbers around it', () => {
    expect(paths(['1. A', 'a) B', '1. C', '2. D', 'b) E', '2. F'])).toEqual(['1', '1.a', '1.a.1', '1.a.2', '1.b', '2']);
  });
});

test('every block is in exactly one node; a paragraph after a list goes back to what the list stood in', () => {
  const outline = outlineOf(['Mở đầu', '1. A', '- Ý một.', 'Lời tiếp.', '- Thủy sản', 'Nuôi trồng.']);
  expect([...outline.nodeOf.values()].map((node) => node.path)).toEqual(['', '1', '1.-1', '1', '1.-2', '1.-2']);
  expect(outline.nodes.map((node) => node.blocks.length).reduce((a, b) => a + b)).toBe(5);
});

const TITLES: [text: string, title: string, heading: boolean][] = [
  ['a) Về cải cách thể chế: 100% văn bản được rà soát.', 'Về cải cách thể chế', true],
  ['I. MỤC TIÊU', 'MỤC TIÊU', true],
  ['1. Sở Nội vụ; Sở Tài chính; UBND các huyện', 'Sở Nội vụ; Sở Tài chính; UBND các huyện', true],
  ['- Rà soát quy định. Công bố danh mục.', 'Rà soát quy định', false],
  ['+ 100% hồ sơ bảo đảm nguyên tắc: rõ ràng, công khai;', '100% hồ sơ bảo đảm nguyên tắc: rõ ràng, công khai', false],
];
test.each(TITLES)('title of %s', (text, title, heading) => {
  const node = outlineOf([text]).nodes[0];
  expect(node).toBeDefined();
  if (node !== undefined) expect(titleOf(node)).toMatchObject({ text: title, heading });
});
