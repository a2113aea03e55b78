import { expect, test } from 'vitest';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import { DEFAULT_LIMITS } from '../../../src/model/block.ts';
import { readDocx } from '../../../src/read/docx/docx.ts';
import { makeDocx, p, r } from './make-docx.ts';

const font = (name: string): string => `<w:rFonts w:ascii="${name}" w:hAnsi="${name}"/>`;
const SYMBOL = font('Symbol');
const WINGDINGS = font('Wingdings');
const STYLES = `<w:style w:type="character" w:styleId="Ky"><w:name w:val="Ky"/><w:rPr>${SYMBOL}</w:rPr></w:style>`;

test.each([
  ['private letters', `<w:p>${r('đạt ')}${r('\uf0b3', SYMBOL)}${r(' 90%')}</w:p>`, 'đạt ≥ 90%'],
  ['letters of other fonts', `<w:p>${r('nghèo ')}${r('£', SYMBOL)}${r(' 3%')}</w:p>`, 'nghèo ≤ 3%'],
  ['with its figure', p('³ 90%', '', SYMBOL), '≥ 90%'],
  ['by a style of characters', `<w:p>${r('sai số ')}${r('± 1%', '<w:rStyle w:val="Ky"/>')}</w:p>`, 'sai số ± 1%'],
  [
    'other signs',
    `<w:p>${r('x ')}${r('»', SYMBOL)}${r(' 5')}${r('´', SYMBOL)}${r('3 ')}${r('m', SYMBOL)}${r('m')}</w:p>`,
    'x ≈ 5×3 μm',
  ],
  [
    'named for another script alone',
    `<w:p>${r('a ')}${r('\uf0a3', '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Symbol"/>')}${r(' 3 · 4', '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Symbol"/>')}</w:p>`,
    'a ≤ 3 · 4',
  ],
  ['words in such a font stay words', p('³Tỷ lệ 3³', '', SYMBOL), '³Tỷ lệ 3³'],
  ['so do figures', `<w:p>${r('đạt ')}${r('90%', WINGDINGS)}${r(' 85%', SYMBOL)}</w:p>`, 'đạt 90% 85%'],
  [
    'pictures in the text',
    `<w:p>${r('Có ')}${r('ü', WINGDINGS)}${r(' Không ')}${r('o', WINGDINGS)}</w:p>`,
    'Có ✓ Không 🞏',
  ],
  ['the sign of an item', `<w:p>${r('Ø', WINGDINGS)}${r(' Tỷ lệ 5%')}</w:p>`, '➢ Tỷ lệ 5%'],
  ['a tick that opens an item', `<w:p>${r('ü ', WINGDINGS)}${r('Số xã 45')}</w:p>`, '✓ Số xã 45'],
  ['private letters that open one', `<w:p>${r('\uf0fc', WINGDINGS)}${r(' 45 xã')}</w:p>`, '✓ 45 xã'],
  ['private letters before words', p('\uf0a7 Tỷ lệ 5³', '', WINGDINGS), '▪ Tỷ lệ 5³'],
  ['a letter of the alphabet', `<w:p>${r('m', SYMBOL)}${r('g/l')}</w:p>`, 'μg/l'],
  ['places where nothing is shown', `<w:p>${r('ÿ', WINGDINGS)}${r(' 45 xã')}</w:p>`, 'ÿ 45 xã'],
  [
    'the same as an element',
    `<w:p><w:r><w:sym w:font="Wingdings" w:char="F0D8"/></w:r>${r(' Tỷ lệ 5%')}</w:p>`,
    '➢ Tỷ lệ 5%',
  ],
  ['an element that compares', `<w:p><w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>${r(' 5%')}</w:p>`, '≥ 5%'],
  ['the dot of a list', `<w:p>${r('·', SYMBOL)}${r(' Tỷ lệ 5%')}</w:p>`, '• Tỷ lệ 5%'],
])('letters in fonts of signs: %s', async (_, body, printed) => {
  const { blocks, issues } = await readDocx(makeDocx({ body, styles: STYLES }), DEFAULT_LIMITS, loadKnowledge());
  expect(blocks.map(({ text }) => text)).toEqual([printed]);
  expect(issues).toEqual([]);
});
