import { expect, test } from 'vitest';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import { DEFAULT_LIMITS } from '../../../src/model/block.ts';
import { readDocx } from '../../../src/read/docx/docx.ts';
import { abstractNum, type Contents, lvl, makeDocx, num, numDef, p } from './make-docx.ts';

const OUTLINE = abstractNum(
  1,
  lvl(0, 'upperRoman', '%1.') + lvl(1, 'decimal', '%2.') + lvl(2, 'lowerLetter', '%3)') + lvl(3, 'bullet', '-'),
);
const LEGAL = abstractNum(
  2,
  lvl(0, 'upperRoman', 'Chương %1') +
    lvl(1, 'decimal', '%1.%2.', '<w:isLgl/>') +
    lvl(2, 'decimal', '%1.%2.%3', '<w:isLgl/>'),
);
const style = (id: string, more: string, basedOn = ''): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${id}"/>${basedOn === '' ? '' : `<w:basedOn w:val="${basedOn}"/>`}<w:pPr>${more}</w:pPr></w:style>`;

const CASES: [name: string, contents: Contents, printed: string[]][] = [
  [
    'levels restart below the level above',
    {
      numbering: OUTLINE + numDef(1, 1),
      body: [
        p('Mục tiêu', num(1)),
        p('Chung', num(1, 1)),
        p('Cụ thể', num(1, 1)),
        p('Thể chế', num(1, 2)),
        p('Thủ tục', num(1, 2)),
        p('Nhiệm vụ', num(1)),
        p('Thể chế', num(1, 1)),
        p('Rà soát', num(1, 2)),
        p('hồ sơ', num(1, 3)),
      ].join(''),
    },
    [
      'I. Mục tiêu',
      '1. Chung',
      '2. Cụ thể',
      'a) Thể chế',
      'b) Thủ tục',
      'II. Nhiệm vụ',
      '1. Thể chế',
      'a) Rà soát',
      '- hồ sơ',
    ],
  ],
  [
    'lists made of one abstract list count on; startOverride begins anew, once',
    {
      numbering:
        OUTLINE +
        numDef(1, 1) +
        numDef(2, 1) +
        numDef(3, 1, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'),
      body: [p('a', num(1)), p('b', num(2)), p('c', num(3)), p('d', num(3)), p('e', num(1))].join(''),
    },
    ['I. a', 'II. b', 'V. c', 'VI. d', 'VII. e'],
  ],
  [
    'an override may replace the whole level',
    {
      numbering: OUTLINE + numDef(1, 1, `<w:lvlOverride w:ilvl="1">${lvl(1, 'lowerRoman', '(%2)')}</w:lvlOverride>`),
      body: p('x', num(1)) + p('y', num(1, 1)),
    },
    ['I. x', '(i) y'],
  ],
  [
    'isLgl prints all numbers in digits',
    {
      numbering: LEGAL + numDef(1, 2),
      body: [p('Một', num(1)), p('Hai', num(1)), p('x', num(1, 1)), p('y', num(1, 2)), p('z', num(1, 2))].join(''),
    },
    ['Chương I Một', 'Chương II Hai', '2.1. x', '2.1.1 y', '2.1.2 z'],
  ],
  [
    'a level above that was never used shows where it starts',
    { numbering: LEGAL + numDef(1, 2), body: p('x', num(1, 1)) + p('y', num(1, 1)) },
    ['1.1. x', '1.2. y'],
  ],
  [
    'lvlRestart 0 counts on through the levels above; another value names the level that restarts it',
    {
      numbering:
        abstractNum(
          1,
          lvl(0, 'upperRoman', '%1.') +
            lvl(1, 'decimal', 'Điều %2.', '<w:lvlRestart w:val="0"/>') +
            lvl(2, 'decimal', '%3.', '<w:lvlRestart w:val="1"/>'),
        ) + numDef(1, 1),
      body: [
        p('a', num(1)),
        p('b', num(1, 1)),
        p('c', num(1, 2)),
        p('d', num(1, 1)),
        p('e', num(1, 2)),
        p('f', num(1)),
        p('g', num(1, 1)),
        p('h', num(1, 2)),
      ].join(''),
    },
    ['I. a', 'Điều 1. b', '1. c', 'Điều 2. d', '2. e', 'II. f', 'Điều 3. g', '1. h'],
  ],
  [
    'a style brings its list, at the level that names it or that it names; numId 0 takes it away',
    {
      numbering:
        abstractNum(
          1,
          lvl(0, 'upperRoman', '%1.', '<w:pStyle w:val="Muc"/>') +
            lvl(1, 'decimal', '%2.', '<w:pStyle w:val="Khoan"/>'),
        ) + numDef(7, 1),
      styles:
        style('Muc', '<w:numPr><w:numId w:val="7"/></w:numPr>') +
        style('Khoan', '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="7"/></w:numPr>') +
        style('KhoanDam', '', 'Khoan'),
      body: [
        p('x', '<w:pStyle w:val="Muc"/>'),
        p('y', '<w:pStyle w:val="Khoan"/>'),
        p('z', '<w:pStyle w:val="KhoanDam"/>'),
        p('không số', '<w:pStyle w:val="Khoan"/><w:numPr><w:numId w:val="0"/></w:numPr>'),
        p('t', '<w:pStyle w:val="Khoan"/>'),
      ].join(''),
    },
    ['I. x', '1. y', '2. z', 'không số', '3. t'],
  ],
  [
    'a list may be only a pointer to a list style',
    {
      numbering:
        OUTLINE +
        '<w:abstractNum w:abstractNumId="9"><w:numStyleLink w:val="DeMuc"/></w:abstractNum>' +
        numDef(1, 1) +
        numDef(4, 9),
      styles:
        '<w:style w:type="numbering" w:styleId="DeMuc"><w:name w:val="DeMuc"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>',
      body: p('x', num(4)) + p('y', num(4, 1)),
    },
    ['I. x', '1. y'],
  ],
  [
    'bullets: plus and hyphen as shown, all others a hyphen',
    {
      numbering:
        abstractNum(
          1,
          lvl(0, 'bullet', '+') +
            lvl(1, 'bullet', '•') +
            lvl(2, 'bullet', '\uf0b7') +
            lvl(3, 'bullet', '+', '').replace(
              '</w:lvl>',
              '<w:rPr><w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/></w:rPr></w:lvl>',
            ),
        ) + numDef(1, 1),
      body: p('a', num(1)) + p('b', num(1, 1)) + p('c', num(1, 2)) + p('d', num(1, 3)),
    },
    ['+ a', '- b', '- c', '- d'],
  ],
  [
    'a level of bullets shows no number in the label of a deeper one',
    {
      numbering:
        abstractNum(1, lvl(0, 'decimal', '%1.') + lvl(1, 'bullet', '—') + lvl(2, 'decimal', '%1.%2%3.')) + numDef(1, 1),
      body: p('x', num(1)) + p('y', num(1, 2)),
    },
    ['1. x', '1.1. y'],
  ],
  [
    'what follows the label is as the list says',
    {
      numbering: abstractNum(1, lvl(0, 'decimal', 'Điều %1', '<w:suff w:val="nothing"/>')) + numDef(1, 1),
      body: p('. Phạm vi', num(1)),
    },
    ['Điều 1. Phạm vi'],
  ],
  [
    'an empty numbered paragraph prints its number',
    { numbering: OUTLINE + numDef(1, 1), body: p('', num(1)) + p('x', num(1)) },
    ['I.', 'II. x'],
  ],
  [
    'paragraphs that a tracked change deleted are not counted, and run on into the next',
    {
      numbering: OUTLINE + numDef(1, 1),
      body:
        p('một', num(1)) +
        `<w:p><w:pPr>${num(1)}<w:rPr><w:del w:id="1"/></w:rPr></w:pPr><w:del w:id="2"><w:r><w:delText>bỏ</w:delText></w:r></w:del><w:r><w:t>giữ </w:t></w:r></w:p>` +
        p('hai', num(1)),
    },
    ['I. một', 'II. giữ hai'],
  ],
  ['an unknown list prints nothing', { body: p('x', num(3)), numbering: OUTLINE + numDef(1, 1) }, ['x']],
];

test.each(CASES)('labels: %s', async (_, contents, printed) => {
  const { blocks } = await readDocx(makeDocx(contents), DEFAULT_LIMITS, loadKnowledge());
  expect(blocks.map((block) => block.text)).toEqual(printed);
});

test('a label is bold where all of its paragraph is', async () => {
  const { blocks } = await readDocx(
    makeDocx({ numbering: OUTLINE + numDef(1, 1), body: p('Mục tiêu', num(1), '<w:b/>') + p('Nhiệm vụ', num(1)) }),
    DEFAULT_LIMITS,
    loadKnowledge(),
  );
  expect(blocks.map(({ text, bold }) => [text, bold])).toEqual([
    ['I. Mục tiêu', true],
    ['II. Nhiệm vụ', false],
  ]);
});
