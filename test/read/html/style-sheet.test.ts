import { expect, test } from 'vitest';
import { declarationsOf, rulesOfSheet } from '../../../src/read/html/style-sheet.ts';

const selectors = (css: string): string[] => rulesOfSheet(css).map(({ selector }) => selector);

test.each([
  ['.an{display:none}', ['.an']],
  ['.a, .b > p { color: red; DISPLAY : none !important }', ['.a', '.b > p']],
  ['.a{margin:0} .b{padding:0;float:left}', []],
  ['/* .a{display:none} */ .b{display:none}', ['.b']],
  ['@charset "utf-8"; @import url(x.css); .a{display:none}', ['.a']],
  ['@media print{.a{display:none}} .b{display:none}', ['.b']],
  ['@media screen, print{.a{display:none}}', ['.a']],
  ['@media (max-width: 768px){.a{display:none}}', []],
  ['@media screen and (min-width: 48em){.a{display:none}}', ['.a']],
  ['@media (min-width: 1600px){.a{display:none}}', []],
  ['@supports (display:grid){@media all{.a{display:none}}}', ['.a']],
  ['@font-face{font-family:x} @keyframes k{from{opacity:0}to{opacity:1}} .a{opacity:0}', ['.a']],
  ['.a:hover{display:none} .b::before{display:none} .c:not(.d){display:none}', ['.c:not(.d)']],
  ['.a:checked ~ .b{display:none}', []],
  ['.a{display:none', ['.a']],
  ['}}} .a{display:none}', ['}}} .a']],
  ['', []],
])('%s', (css, expected) => expect(selectors(css)).toEqual(expected));

test('a more specific selector weighs more', () => {
  const [a, b, c, d] = rulesOfSheet('p{opacity:0}.x{opacity:0}div .x{opacity:0}#y{opacity:0}').map(
    (r) => r.specificity,
  );
  expect([a, b, c, d]).toEqual([1, 100, 101, 10_000]);
});

test('declarations that count are told, with their weight', () => {
  expect(declarationsOf('margin:0; Display:None !important; color:#FFF;x')).toEqual([
    { property: 'display', value: 'none', important: true },
    { property: 'color', value: '#fff', important: false },
  ]);
});

test('a sheet without end is read at once', () => {
  const start = performance.now();
  rulesOfSheet('@media all{'.repeat(90_000));
  rulesOfSheet('/*'.repeat(400_000));
  rulesOfSheet(`${'a,'.repeat(400_000)}a{display:none}`);
  rulesOfSheet('.a{display:none}'.repeat(60_000));
  expect(performance.now() - start).toBeLessThan(2000);
});
