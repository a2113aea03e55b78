import { expect, test } from 'vitest';
import { linesOfHocr } from '../../../src/read/scan/hocr.ts';

/** A page as the program prints it, and as the build in WebAssembly gives it: the same but for what stands around it. */
const PROGRAM = (body: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="en" lang="en"><head><title></title></head>
<body>
${WASM(body)}
</body></html>`;
const WASM = (body: string): string =>
  `<div class='ocr_page' id='page_1' title='image "unknown"; bbox 0 0 800 400; ppageno 0; scan_res 200 200'>
   <div class='ocr_carea' id='block_1_1' title="bbox 20 20 700 90"><p class='ocr_par' lang='vie' title="bbox 20 20 700 90">${body}</p></div>
   <div class='ocr_photo' id='block_1_2' title="bbox 0 100 800 102"></div></div>`;

const word = (box: string, text: string, sure = 96): string =>
  `<span class='ocrx_word' id='word_1_1' title='bbox ${box}; x_wconf ${sure}'>${text}</span>`;
const line = (title: string, ...words: readonly string[]): string =>
  `<span class='ocr_line' id='line_1_1' title="${title}">\n${words.join('\n')}\n</span>`;

const TITLE = 'bbox 20 20 300 51; baseline 0.007 -14; x_size 26; x_descenders 6; x_ascenders 6';

test.each([
  ['the program', PROGRAM],
  ['WebAssembly', WASM],
])('a line of %s: words with their places, baseline, x-height', (_, page) => {
  const hocr = page(line(TITLE, word('20 20 60 46', 'Mục', 97), word('70 22 140 48', 'tiêu', 48)));
  expect(linesOfHocr(hocr)).toEqual([
    {
      words: [
        { text: 'Mục', x0: 20, y0: 20, x1: 60, y1: 46, confidence: 0.97 },
        { text: 'tiêu', x0: 70, y0: 22, x1: 140, y1: 48, confidence: 0.48 },
      ],
      y: 37,
      slope: 0.007,
      xHeight: 14,
    },
  ]);
});

test('letters come composed, and marks of XML as what they stand for', () => {
  const said = [
    'R&amp;D',
    '&lt;30',
    '&gt;=',
    '&quot;5G&quot;',
    '&#39;a&#39;',
    'tie\u0302\u0301ng',
    '<strong>in</strong>',
  ];
  const words = said.map((text, i) => word(`${i * 50} 0 ${i * 50 + 40} 20`, text));
  const [found] = linesOfHocr(WASM(line(TITLE, ...words)));
  expect(found?.words.map(({ text }) => text)).toEqual(['R&D', '<30', '>=', '"5G"', "'a'", 'tiếng', 'in']);
});

test('captions, headers and floating text are lines too; areas without text are none', () => {
  const classes = ['ocr_line', 'ocr_caption', 'ocr_header', 'ocr_textfloat'];
  const body = classes
    .map((name) => line(TITLE, word('20 20 60 46', name)).replace("'ocr_line'", `'${name}'`))
    .join('');
  expect(linesOfHocr(WASM(body)).map(({ words }) => words[0]?.text)).toEqual(classes);
});

test('words stand from left to right whatever their order', () => {
  const [found] = linesOfHocr(WASM(line(TITLE, word('90 20 120 46', 'sau'), word('20 20 60 46', 'trước'))));
  expect(found?.words.map(({ text }) => text)).toEqual(['trước', 'sau']);
});

test('a line that says nothing of itself is measured by its words', () => {
  const [found] = linesOfHocr(WASM(line('', word('20 20 60 40', 'Mục'), word('70 20 140 40', 'tiêu'))));
  expect(found).toMatchObject({ y: 40, slope: 0 });
  expect(found?.xHeight).toBeCloseTo(13.3, 1);
});

const BROKEN: [what: string, hocr: string, texts: string[]][] = [
  ['nothing', '', []],
  ['no hOCR', 'Segmentation fault', []],
  ['a page without text', WASM(''), []],
  ['blank words', WASM(line(TITLE, word('0 0 40 20', ' '), word('50 0 90 20', ''))), []],
  ['a word without a place', WASM(line(TITLE, word('', 'lạc'), word('50 0 90 20', 'còn'))), ['còn']],
  ['a place of three numbers', WASM(line(TITLE, word('1 2 3', 'lạc'), word('50 0 90 20', 'còn'))), ['còn']],
  ['a place that is no number', WASM(line(TITLE, word('a b c d', 'lạc'), word('50 0 90 20', 'còn'))), ['còn']],
  ['a place without extent', WASM(line(TITLE, word('50 0 50 20', 'lạc'), word('50 0 90 20', 'còn'))), ['còn']],
  ['a page that was cut off', PROGRAM(line(TITLE, word('50 0 90 20', 'còn'))).slice(0, -60), ['còn']],
  ['a word that was cut off', `${WASM(line(TITLE, word('50 0 90 20', 'còn'))).split('còn')[0]}cò`, ['cò']],
];
test.each(BROKEN)('broken: %s', (_, hocr, texts) => {
  expect(linesOfHocr(hocr).flatMap(({ words }) => words.map(({ text }) => text))).toEqual(texts);
});

test('confidence is 0 to 1 whatever is said', () => {
  const words = [
    word('0 0 40 20', 'a', 120),
    word('50 0 90 20', 'b', -1),
    "<span class='ocrx_word' title='bbox 100 0 140 20'>c</span>",
  ];
  const [found] = linesOfHocr(WASM(line(TITLE, ...words)));
  expect(found?.words.map(({ confidence }) => confidence)).toEqual([1, 0, 0]);
});

test('a line whose height is said of its capitals is measured by its letters', () => {
  const said = TITLE.replace('x_size 26', 'x_size 33');
  const [found] = linesOfHocr(
    WASM(line(said, word('20 20 60 40', 'hồ'), word('70 20 140 40', 'Viết'), word('150 20 190 40', 'thôn'))),
  );
  expect(Math.round(found?.xHeight ?? 0)).toBe(13);
});
