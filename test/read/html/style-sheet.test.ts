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
  ['@media screen and (min-width: 48em){.a{display:none}.b{display:block}}', ['.b']],
  ['@media (width < 768px){.a{display:none}.b{display:block}}', ['.b']],
  ['@media print, (hover: none){.a{display:none}}', []],
  ['@media(max-width: 1300px){.a{font-size:0}.b{color:red}}', ['.b']],
  ['@media (prefers-color-scheme: dark){.a{color:#fff}}', []],
  ['@container (width > 30em){.a{display:none}}', []],
  ['.a{opacity:0;transition:opacity 1s} .b{visibility:hidden} .a.b{opacity:1}', ['.a.b']],
  ['@media (min-width: 1600px){.a{display:none}}', []],
  ['@supports (display:grid){@media all{.a{display:none}}}', ['.a']],
  ['@font-face{font-family:x} @keyframes k{from{opacity:0}to{opacity:1}} .a{display:none}', ['.a']],
  ['.a:hover{display:none} .b::before{display:none} .c:not(.d){display:none}', ['.c:not(.d)']],
  ['.a:checked ~ .b{display:none}', []],
  ['.a{display:none', ['.a']],
  ['}}} .a{display:none}', ['}}} .a']],
  ['', []],
])('%s', (css, expected) => expect(selectors(css)).toEqual(expected));

test('a more specific selector weighs more', () => {
  const [a, b, c, d] = rulesOfSheet('p{color:red}.x{color:red}div .x{color:red}#y{color:red}').map(
    (r) => r.specificity,
  );
  expect([a, b, c, d]).toEqual([1, 100, 101, 10_000]);
});

test('a shorthand says what it stands for', () => {
  const told = (css: string): string =>
    declarationsOf(css)
      .map(({ property, value }) => `${property}: ${value}`)
      .join('; ');
  expect(told('font:bold 14px/1.5 Arial')).toBe('font: bold 14px/1.5 arial; font-size: 14px');
  expect(told('font:700 .9em Arial')).toBe('font: 700 .9em arial; font-size: .9em');
  expect(told('font:inherit')).toBe('font: inherit; font-size: medium');
  expect(told('background:#036')).toBe('background: #036; background-color: #036');
});

test('what another width shows is told apart', () => {
  const [rule] = rulesOfSheet('@media (max-width:600px){.a{display:block;color:red}}');
  expect(rule?.declarations.map(({ property }) => property)).toEqual(['display-elsewhere']);
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
