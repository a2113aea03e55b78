import { expect, test } from 'vitest';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import { DEFAULT_LIMITS } from '../../../src/model/block.ts';
import { readDocx } from '../../../src/read/docx/docx.ts';
import { makeDocx, p, r, tbl } from './make-docx.ts';

const mr = (text: string, properties = ''): string => `<m:r>${properties}<m:t>${text}</m:t></m:r>`;
const f = (above: string, below: string, type = ''): string =>
  `<m:f><m:fPr><m:type m:val="${type === '' ? 'bar' : type}"/><m:ctrlPr><w:rPr/></m:ctrlPr></m:fPr><m:num>${above}</m:num><m:den>${below}</m:den></m:f>`;
const sup = (base: string, exponent: string): string => `<m:sSup><m:e>${base}</m:e><m:sup>${exponent}</m:sup></m:sSup>`;
const sub = (base: string, index: string): string => `<m:sSub><m:e>${base}</m:e><m:sub>${index}</m:sub></m:sSub>`;

test.each([
  ['a fraction', f(mr('2'), mr('3')), '2/3'],
  ['a whole number before it', mr('1') + f(mr('2'), mr('3')), '1 2/3'],
  ['a number in several runs', mr('1') + mr('2') + mr('/') + mr('3') + mr('4'), '12/34'],
  ['a slanted one', f(mr('2'), mr('3'), 'skw'), '2/3'],
  ['of sums', f(mr('a + b'), mr('2c')), '(a + b)/2c'],
  ['of a fraction', f(f(mr('1'), mr('2')), mr('3')), '(1/2)/3'],
  ['two numbers without a line', f(mr('n'), mr('k'), 'noBar'), '(n; k)'],
  ['a power', sup(mr('10'), mr('6')), '10⁶'],
  ['a power of two figures', mr('3 x ') + sup(mr('10'), mr('12')), '3 x 10¹²'],
  ['a power below one', sup(mr('10'), mr('-3')), '10^(-3)'],
  ['of a letter', sup(mr('x'), mr('2')), 'x^2'],
  ['of a unit', mr('250 ') + sup(mr('m'), mr('2')), '250 m2'],
  ['an index', sub(mr('CO'), mr('2')), 'CO2'],
  ['an index of letters', sub(mr('x'), mr('max')), 'x_max'],
  ['both', `<m:sSubSup><m:e>${mr('x')}</m:e><m:sub>${mr('1')}</m:sub><m:sup>${mr('2')}</m:sup></m:sSubSup>`, 'x1²'],
  ['a root', `<m:rad><m:radPr><m:degHide m:val="1"/></m:radPr><m:deg/><m:e>${mr('9')}</m:e></m:rad>`, '√(9)'],
  ['a cube root', `<m:rad><m:deg>${mr('3')}</m:deg><m:e>${mr('8')}</m:e></m:rad>`, '∛(8)'],
  ['brackets', `<m:d><m:e>${mr('a + b')}</m:e></m:d>`, '(a + b)'],
  [
    'other brackets',
    `<m:d><m:dPr><m:begChr m:val="["/><m:sepChr m:val=";"/><m:endChr m:val="]"/></m:dPr><m:e>${mr('1')}</m:e><m:e>${mr('2')}</m:e></m:d>`,
    '[1;2]',
  ],
  [
    'a sum',
    `<m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr><m:sub>${mr('i=1')}</m:sub><m:sup>${mr('n')}</m:sup><m:e>${sub(mr('x'), mr('i'))}</m:e></m:nary>`,
    '∑_(i=1)^n x_i',
  ],
  [
    'a function',
    `<m:func><m:fName>${mr('min')}</m:fName><m:e><m:d><m:e>${mr('x')}</m:e></m:d></m:e></m:func>`,
    'min (x)',
  ],
  [
    'a table of numbers',
    `<m:m><m:mr><m:e>${mr('1')}</m:e><m:e>${mr('2')}</m:e></m:mr><m:mr><m:e>${mr('3')}</m:e><m:e>${mr('4')}</m:e></m:mr></m:m>`,
    '[1 2; 3 4]',
  ],
  ['lines', `<m:eqArr><m:e>${mr('a = 1')}</m:e><m:e>${mr('b = 2')}</m:e></m:eqArr>`, 'a = 1; b = 2'],
  ['what is struck out in it', mr('80', '<w:rPr><w:strike/></w:rPr>') + mr('90'), '90'],
  ['what is deleted in it', `<w:del w:id="1">${mr('80')}</w:del><w:ins w:id="2">${mr('90')}</w:ins>`, '90'],
  [
    'what a frame strikes out',
    `<m:borderBox><m:borderBoxPr><m:strikeH m:val="1"/></m:borderBoxPr><m:e>${mr('80')}</m:e></m:borderBox>${mr('90')}`,
    '90',
  ],
  [
    'what is not shown',
    `<m:phant><m:phantPr><m:show m:val="0"/></m:phantPr><m:e>${mr('80')}</m:e></m:phant>${mr('90')}`,
    '90',
  ],
])('a formula as text: %s', async (_, content, printed) => {
  const { blocks } = await readDocx(
    makeDocx({ body: `<w:p>${r('có ')}<m:oMath>${content}</m:oMath></w:p>` }),
    DEFAULT_LIMITS,
    loadKnowledge(),
  );
  expect(blocks.map(({ text }) => text)).toEqual([`có ${printed}`]);
});

test('what is left out of a formula is told', async () => {
  const { setAside } = await readDocx(
    makeDocx({
      body: `<w:p>${r('có ')}<m:oMath>${mr('80', '<w:rPr><w:strike/></w:rPr>')}<w:del w:id="1">${mr('70')}</w:del>${mr('60', '<w:rPr><w:vanish/></w:rPr>')}${mr('90')}</m:oMath></w:p>`,
    }),
    DEFAULT_LIMITS,
    loadKnowledge(),
  );
  expect(setAside?.map(({ reason, text }) => `${reason} ${text}`)).toEqual(['struck 70', 'struck 80', 'hidden 60']);
});

test('a fraction is parted from the words and figures beside it, also in a cell and alone on its line', async () => {
  const third = `<m:oMath>${f(mr('2'), mr('3'))}</m:oMath>`;
  const { blocks } = await readDocx(
    makeDocx({
      body:
        `<w:p>${r('Ít nhất')}${third}${r('số xã')}</w:p><w:p>${r('1')}${third}${r('.')}</w:p><w:p><m:oMathPara>${third}</m:oMathPara></w:p>` +
        tbl(
          `<w:tr><w:tc><w:p>${third}${r(' số xã')}</w:p></w:tc><w:tc>${p('xã')}</w:tc></w:tr>`,
          `<w:tr><w:tc>${p('a')}</w:tc><w:tc>${p('b')}</w:tc></w:tr>`,
        ),
    }),
    DEFAULT_LIMITS,
    loadKnowledge(),
  );
  expect(blocks.map(({ text }) => text)).toEqual(['Ít nhất 2/3 số xã', '1 2/3.', '2/3', '2/3 số xã', 'xã', 'a', 'b']);
});
