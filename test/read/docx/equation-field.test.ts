import { expect, test } from 'vitest';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import { DEFAULT_LIMITS } from '../../../src/model/block.ts';
import { readDocx } from '../../../src/read/docx/docx.ts';
import { equationText } from '../../../src/read/docx/equation-field.ts';
import { readRtf } from '../../../src/read/rtf/rtf.ts';
import { makeDocx, r } from './make-docx.ts';

test.each([
  [' EQ \\f(2,3) ', '2/3'],
  ['eq \\f(a + b;2)', '(a + b)/2'],
  ['EQ 1\\f(1,2)', '1 1/2'],
  ['EQ \\f(\\f(1,2),3)', '(1/2)/3'],
  ['EQ \\r(3,x) + \\r(9)', '3√(x) + √(9)'],
  ['EQ 10\\s\\up6(6)', '10⁶'],
  ['EQ 10\\s \\up 8(12) USD', '10¹² USD'],
  ['EQ \\b(a\\,b)', '(a,b)'],
  ['EQ \\o(x,y)', 'x y'],
  ['EQ \\f(2', '\\f(2'.slice(3)],
  ['EQ', undefined],
  ['SEQ Bảng', undefined],
  [' PAGE ', undefined],
])('the code of a field: %s', (code, text) => {
  expect(equationText(code)).toBe(text);
});

test('a field of a formula is read in DOCX and RTF', async () => {
  const field = `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> EQ </w:instrText></w:r><w:r><w:instrText>\\f(2,3)</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;
  const simple = '<w:fldSimple w:instr=" EQ \\f(1,2) "/>';
  const docx = await readDocx(
    makeDocx({ body: `<w:p>${r('Ít nhất ')}${field}${r(' số xã, ')}${simple}${r(' số thôn')}</w:p>` }),
    DEFAULT_LIMITS,
    loadKnowledge(),
  );
  expect(docx.blocks.map(({ text }) => text)).toEqual(['Ít nhất 2/3 số xã, 1/2 số thôn']);
  const rtf = await readRtf(
    Buffer.from(
      '{\\rtf1\\ansi a {\\field{\\*\\fldinst { EQ \\\\f(2,3) }}{\\fldrslt }} b {\\field{\\*\\fldinst PAGE}{\\fldrslt 7}}\\par}',
    ),
    DEFAULT_LIMITS,
    loadKnowledge(),
  );
  expect(rtf.blocks.map(({ text }) => text)).toEqual(['a 2/3 b 7']);
  const stored = await readRtf(
    Buffer.from('{\\rtf1\\ansi a {\\field{\\*\\fldinst { EQ \\\\f(2,3) }}{\\fldrslt {\\b 88%}}} b\\par d\\par}'),
    DEFAULT_LIMITS,
    loadKnowledge(),
  );
  expect(stored.blocks.map(({ text }) => text)).toEqual(['a 88% b', 'd']);
});

test('what a program stored as shown is what a field of a formula shows', async () => {
  const mark = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
  const field = (code: string, result: string): string =>
    `${mark('begin')}<w:r><w:instrText> EQ ${code} </w:instrText></w:r>${mark('separate')}${result}${mark('end')}`;
  const { blocks } = await readDocx(
    makeDocx({
      body: `<w:p>${r('đạt ')}${field('\\o(a,b)', r('88%'))}${r(' hoặc ')}${field('\\f(1,2)', r(' '))}${r(', ')}${field('\\f(1,3)', field('\\f(1,4)', r('¼')))}${r(', ')}${field('\\f(2,5)', field('\\f(2,6)', ''))}${r(' và ')}<w:fldSimple w:instr=" EQ \\f(1,2) ">${r('1/2')}</w:fldSimple></w:p>`,
    }),
    DEFAULT_LIMITS,
    loadKnowledge(),
  );
  expect(blocks.map(({ text }) => text)).toEqual(['đạt 88% hoặc 1/2, ¼, 2/6 và 1/2']);
});

test('whatever a field holds, it ends', () => {
  expect(equationText(`EQ ${'\\f('.repeat(5000)}`)).toBeDefined();
  expect(equationText(`EQ ${'\\f(1,'.repeat(5000)}2${')'.repeat(5000)}`)).toBeDefined();
});
