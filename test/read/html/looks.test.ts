import { expect, test } from 'vitest';
import { loadPage } from '../../../src/read/html/dom.ts';
import { looksOf } from '../../../src/read/html/looks.ts';
import { isZero } from '../../../src/read/html/style-sheet.ts';

/** What the first paragraph of a page is told to be. */
function lookOf(html: string): string {
  const page = loadPage(html);
  const [element] = page('p').toArray();
  const look = element === undefined ? undefined : looksOf(page).get(element);
  return [...(look ?? [])].map(([property, { value, where }]) => `${property}: ${value} (${where})`).join('; ');
}

test.each([
  ['<style>.a{display:none}</style><p class="a">x', 'display: none (style .a)'],
  ['<style>.a{display:none}.a.b{display:block}</style><p class="a b">x', 'display: block (style .a.b)'],
  ['<style>.b.a{display:block}.a{display:none}</style><p class="a b">x', 'display: block (style .b.a)'],
  ['<style>.a{display:none!important}#i{display:block}</style><p id=i class=a>x', 'display: none (style .a)'],
  ['<style>.a{display:none}</style><p class="a" style="display:block">x', 'display: block (style attribute)'],
  ['<style>.a{display:none!important}</style><p class="a" style="display:block">x', 'display: none (style .a)'],
  ['<style media="print">p{display:none}</style><p>x', ''],
  ['<style media="(max-width:1300px)">p{display:none}</style><p>x', ''],
  ['<style media="screen, print">p{display:none}</style><p>x', 'display: none (style p)'],
  ['<noscript><style>p{display:none}</style></noscript><p>x', ''],
  [
    '<style>p{display:none}@media (max-width:600px){p{display:block}}</style><p>x',
    'display: none (style p); display-elsewhere: block (style p)',
  ],
  ['<style>p..a{display:none}</style><p>x', ''],
  ['<style>p{color:red}</style><p>x', ''],
  ['<style>#i:not(.b) , div > p.a[title="x y"]{display:none}</style><p id=i>x', 'display: none (style #i:not(.b))'],
  [
    '<style>#i:not(.b) , div > p.a[title="x y"]{display:none}</style><div><p class="c a" title="x y">x</div>',
    'display: none (style div > p.a[title="x y"])',
  ],
  ['<style>.c .a.b{display:none}</style><div class=c><p class="b  a">x</div>', 'display: none (style .c .a.b)'],
  [
    '<style>p:not(.a){display:none} [class~="b"]{display:block}</style><p class="b">x',
    'display: none (style p:not(.a))',
  ],
  ['<p>x', ''],
])('%s', (html, expected) => expect(lookOf(html)).toBe(expected));

test.each([
  ['0', true],
  ['0px', true],
  ['0.0', true],
  ['.0em', true],
  ['0.5', false],
  ['10px', false],
  ['', false],
])('%s is nothing: %s', (value, zero) => expect(isZero(value)).toBe(zero));
