import { expect, test } from 'vitest';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import { DEFAULT_LIMITS } from '../../../src/model/block.ts';
import { readDocx } from '../../../src/read/docx/docx.ts';
import { makeDocx, p, r } from './make-docx.ts';

const ZZ = 'xmlns:zz="urn:zz"';
const W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"';
const choice = (requires: string, content: string): string =>
  `<mc:Choice Requires="${requires}">${content}</mc:Choice>`;
const fallback = (content: string): string => `<mc:Fallback>${content}</mc:Fallback>`;
const either = (content: string, names = `${ZZ} ${W14}`): string =>
  `<mc:AlternateContent ${names}>${content}</mc:AlternateContent>`;
const box = (text: string): string =>
  `<w:r><w:pict><v:textbox><w:txbxContent>${p(text)}</w:txbxContent></v:textbox></w:pict></w:r>`;

test.each([
  ['what nobody knows is not chosen', either(choice('zz', '<zz:x/>') + fallback(r('trên 90%'))), ['đạt trên 90%'], []],
  ['nor where it holds text', either(choice('zz', r('trên 80%')) + fallback(r('trên 90%'))), ['đạt trên 90%'], []],
  ['what Word knows is, once', either(choice('w14', r('trên 90%')) + fallback(r('trên 90%'))), ['đạt trên 90%'], []],
  ['of several needs each counts', either(choice('w14 zz', r('80%')) + fallback(r('90%'))), ['đạt 90%'], []],
  [
    'the first that is known',
    either(choice('zz', r('70%')) + choice('w14', r('90%')) + fallback(r('80%'))),
    ['đạt 90%'],
    [],
  ],
  [
    'a prefix that the file forgot to explain',
    either(choice('wps', box('90%')) + fallback(box('90%'))),
    ['đạt', '90%'],
    [],
  ],
  ['text boxes of what is not known', either(choice('zz', box('80%')) + fallback(box('90%'))), ['đạt', '90%'], []],
  [
    'one within another',
    either(choice('w14', either(choice('zz', r('70%')) + fallback(r('90%')))) + fallback(r('80%'))),
    ['đạt 90%'],
    [],
  ],
  ['what has no fallback is told', either(choice('zz', r('90%'))), ['đạt'], ['not-read 90%']],
])('%s', async (_, alternatives, printed, told) => {
  const { blocks, setAside = [] } = await readDocx(
    makeDocx({ body: `<w:p>${r('đạt ')}${alternatives}</w:p>` }),
    DEFAULT_LIMITS,
    loadKnowledge(),
  );
  expect(blocks.map(({ text }) => text)).toEqual(printed);
  expect(setAside.map(({ reason, text }) => `${reason} ${text}`)).toEqual(told);
});
