import type { CheerioAPI } from 'cheerio/slim';
import { elementsOf, type HtmlNode, type PageElements } from './dom.ts';
import { declarationsOf, ELSEWHERE, isZero, rulesOfSheet, type StyleRule } from './style-sheet.ts';

/** What styles say of an element, property by property, with where they say it. */
export type Look = ReadonlyMap<string, { readonly value: string; readonly where: string }>;

/** How each element looks by the style sheets of its page and its own `style`; elements of which nothing is said are not in it. */
export type Looks = ReadonlyMap<HtmlNode, Look>;

/** Tests of an element against a selector, at most: a page as large as a book with the sheet of a portal has a tenth of it. */
const MOST_TESTS = 5_000_000;

/** Weighs above every selector. */
const OWN = 1e9;
const IMPORTANT = 1e12;

/** Reads the `<style>` elements and `style` attributes of a page. */
export function looksOf(page: CheerioAPI): Looks {
  const found = new Map<HtmlNode, Map<string, { value: string; where: string; weight: number }>>();
  const say = (element: HtmlNode, { declarations, specificity }: Omit<StyleRule, 'selector'>, where: string): void => {
    const look = found.get(element) ?? new Map<string, { value: string; where: string; weight: number }>();
    for (const { property, value, important } of declarations) {
      const weight = specificity + (important ? IMPORTANT : 0);
      if ((look.get(property)?.weight ?? -1) <= weight) look.set(property, { value, where, weight });
    }
    found.set(element, look);
  };
  const css = elementsOf(page, 'style')
    .toArray()
    .filter(({ attribs, parent }) => !/^\s*print\s*$/iu.test(attribs.media ?? '') && isOfPage(parent))
    .map((style) => {
      const { media = '' } = style.attribs;
      return media.trim() === '' ? page(style).text() : `@media ${media}{${page(style).text()}\n}`;
    })
    .join('\n');
  const rules = css.trim() === '' ? [] : rulesOfSheet(css);
  const needed = neededOf(page, rules);
  if (needed.size > 0) {
    const named = elementsByName(page);
    let tests = 0;
    for (const rule of rules) {
      if (!rule.declarations.some(({ property }) => needed.has(property))) continue;
      const asked = named.get(nameIn(rule.selector)) ?? [];
      tests += asked.length;
      if (tests > MOST_TESTS) break;
      for (const element of matches(page, asked, rule.selector)) say(element, rule, `style ${rule.selector}`);
    }
  }
  for (const element of elementsOf(page, '[style]').toArray()) {
    const declarations = declarationsOf(element.attribs.style ?? '');
    if (declarations.length > 0) say(element, { declarations, specificity: OWN }, 'style attribute');
  }
  return found;
}

/** A sheet for those who see no script, or in a mould that a script fills, says nothing of the page. */
function isOfPage(around: HtmlNode | null): boolean {
  for (let node: HtmlNode | null | undefined = around; node != null; node = node.parent)
    if (node.name === 'noscript' || node.name === 'template' || node.name === 'svg') return false;
  return true;
}

const LINES = ['text-decoration', 'text-decoration-line'];
const COLORS = ['color', 'background', 'background-color', 'background-image'];
const SHOWN = ['display', ELSEWHERE];
const SIZES = ['font-size', 'font'];

/** Properties that can hide, strike or set in a grid on this page; rules of others need not be held against it. */
function neededOf(page: CheerioAPI, rules: readonly StyleRule[]): Set<string> {
  const needed = new Set<string>();
  if (elementsOf(page, '[hidden]').length > 0) needed.add('display');
  if (elementsOf(page, 's, strike, del').length > 0) for (const property of LINES) needed.add(property);
  for (const { declarations } of rules) {
    for (const { property, value } of declarations) {
      if (!unmakes(property, value)) continue;
      for (const one of [LINES, COLORS, SHOWN, SIZES].find((alike) => alike.includes(property)) ?? [property])
        needed.add(one);
    }
  }
  return needed;
}

function unmakes(property: string, value: string): boolean {
  if (property === 'display') return /none|^table/u.test(value);
  if (property === 'visibility') return /hidden|collapse/u.test(value);
  if (property === 'opacity' || property === 'font-size') return isZero(value);
  if (LINES.includes(property)) return value.includes('line-through');
  return property === 'color' && /^(?:white|#f{3,8}(?![\da-f]))/u.test(value);
}

function matches(page: CheerioAPI, asked: Elements, selector: string): Elements {
  try {
    return page(asked).filter(selector).toArray();
  } catch {
    // No selector, as whoever wrote it would see.
    return [];
  }
}

type Elements = PageElements[number][];

/** A class or id that a selector asks of the element itself; "" where it asks none. */
const nameIn = (selector: string): string =>
  /[.#][\p{L}\p{N}_-]+/u.exec(selector.slice(selector.search(/[^\s>+]*$/u)).replace(/[:[(].*$/u, ''))?.[0] ?? '';

/** Elements by each of their classes and ids; under "" all of them. */
function elementsByName(page: CheerioAPI): Map<string, Elements> {
  const all = elementsOf(page, '*').toArray();
  const found = new Map<string, Elements>([['', all]]);
  for (const element of all) {
    const { class: classes = '', id = '' } = element.attribs;
    const names = new Set(classes.split(/\s+/u).map((name) => `.${name}`));
    for (const name of names.add(`#${id.trim()}`)) {
      const there = found.get(name);
      if (there === undefined) found.set(name, [element]);
      else there.push(element);
    }
  }
  return found;
}

/** Elements that a style sheet sets in a grid say so in their own style from now on, where tables are looked for. */
export function nameShownTables(looks: Looks): void {
  for (const [element, look] of looks) {
    const display = look.get('display');
    if (display === undefined || !display.value.startsWith('table') || element.attribs === undefined) continue;
    element.attribs.style = `${element.attribs.style ?? ''};display:${display.value}`;
  }
}
