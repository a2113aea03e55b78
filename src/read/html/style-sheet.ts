/** Properties by which text is unseen, struck or set in a grid; all others are passed over. */
const TOLD = new Set([
  'display',
  'visibility',
  'opacity',
  'font-size',
  'font',
  'text-decoration',
  'text-decoration-line',
  'color',
  'background',
  'background-color',
  'background-image',
]);

/** One declaration that counts here. */
export interface Declaration {
  readonly property: string;
  readonly value: string;
  readonly important: boolean;
}

export interface StyleRule {
  readonly selector: string;
  /** Of two rules for one element, the more specific holds, then the later. */
  readonly specificity: number;
  readonly declarations: readonly Declaration[];
}

/** A sheet longer than this is that of a whole portal; what comes behind is not read. */
const LONGEST_SHEET = 1_000_000;
const MOST_RULES = 3000;
const LONGEST_SELECTOR = 200;
const LONGEST_HEAD = 20_000;
/** Rules of rules: "@media" in "@supports" in "@layer". */
const DEEPEST = 5;
/** The window for which conditions are judged, in CSS pixels: that of an ordinary screen. */
const SCREEN = 1280;

/**
 * The rules of style sheets that say something of what is seen, as they hold on a screen, in their order.
 *
 * What is told under a condition, of width or another, hides nothing. What opacity or visibility say in a sheet says nothing
 * either: that is how text fades in.
 */
export function rulesOfSheet(css: string): StyleRule[] {
  const rules: StyleRule[] = [];
  addRules(rules, withoutComments(css.slice(0, LONGEST_SHEET)), 0, 'always');
  return rules;
}

function withoutComments(css: string): string {
  let kept = '';
  let at = 0;
  for (let open = css.indexOf('/*'); open >= 0; open = css.indexOf('/*', at)) {
    kept += `${css.slice(at, open)} `;
    const close = css.indexOf('*/', open + 2);
    if (close < 0) return kept;
    at = close + 2;
  }
  return (kept + css.slice(at)).replaceAll(/<!--|-->/gu, ' ');
}

/** When a group of rules holds: whatever the screen is, on the ordinary one, on others only. */
type Holding = 'always' | 'here' | 'elsewhere';

function addRules(rules: StyleRule[], css: string, depth: number, holding: Holding): void {
  let at = 0;
  while (rules.length < MOST_RULES) {
    const open = css.indexOf('{', at);
    if (open < 0) return;
    const close = endOfBlock(css, open);
    // "@import …;" and the like stand before the head without a block of their own.
    const head = (css.slice(at, open).split(';').at(-1) ?? '').trim();
    const body = css.slice(open + 1, close);
    at = close + 1;
    if (!head.startsWith('@')) addRule(rules, head, body, holding);
    else if (depth < DEEPEST) {
      const within = holdingOf(head);
      if (within !== undefined)
        addRules(rules, body, depth + 1, within === 'always' || holding === 'elsewhere' ? holding : within);
    }
  }
}

function endOfBlock(css: string, open: number): number {
  let depth = 0;
  const brace = /[{}]/gu;
  brace.lastIndex = open;
  for (let match = brace.exec(css); match !== null; match = brace.exec(css)) {
    depth += match[0] === '{' ? 1 : -1;
    if (depth === 0) return match.index;
  }
  return css.length;
}

/** What a browser must be able to do is granted; undefined where a group holds on no screen. */
function holdingOf(head: string): Holding | undefined {
  if (/^@(?:supports|layer)(?![\p{L}-])/iu.test(head)) return 'always';
  if (/^@container(?![\p{L}-])/iu.test(head)) return 'elsewhere';
  const media = /^@media(?![\p{L}-])(?<queries>.*)$/isu.exec(head)?.groups?.queries;
  if (media === undefined) return undefined;
  const found = media.split(',').map(holdingOfQuery);
  return (['always', 'here', 'elsewhere'] as const).find((holding) => found.includes(holding));
}

function holdingOfQuery(query: string): Holding | undefined {
  if (/^\s*not(?!\p{L})/iu.test(query) || /(?<!\p{L})(?:print|speech|braille|projection|tv)(?!\p{L})/iu.test(query))
    return undefined;
  if (!query.includes('(')) return 'always';
  if (/prefers-|forced-colors|scripting/iu.test(query)) return undefined;
  const sizes = /(?<end>min|max)-(?:device-)?width\s*:\s*(?<size>[\d.]+)\s*(?<unit>px|r?em)/giu;
  for (const { groups } of query.matchAll(sizes)) {
    const size = Number(groups?.size) * (groups?.unit === 'px' ? 1 : 16);
    if (groups?.end?.toLowerCase() === 'min' ? SCREEN < size : SCREEN > size) return 'elsewhere';
  }
  return /(?:min|max)-(?:device-)?width\s*:\s*[\d.]+\s*(?:px|r?em)/iu.test(query) ? 'here' : 'elsewhere';
}

function addRule(rules: StyleRule[], head: string, body: string, holding: Holding): void {
  const declarations = declarationsOf(body).flatMap((declaration): Declaration[] => {
    const { property, value } = declaration;
    if (hides(property, value) && (holding !== 'always' || property === 'opacity' || property === 'visibility'))
      return [];
    if (holding === 'always') return [declaration];
    if (holding === 'here') return [declaration];
    return property === 'display' ? [{ ...declaration, property: ELSEWHERE }] : [];
  });
  if (declarations.length === 0) return;
  for (const selector of selectorsOf(head))
    if (isStatic(selector)) rules.push({ selector, specificity: specificityOf(selector), declarations });
}

/** Said of an element that a screen of another width shows. */
export const ELSEWHERE = 'display-elsewhere';

const hides = (property: string, value: string): boolean =>
  (property === 'display' && value === 'none') ||
  (property === 'visibility' && /^(?:hidden|collapse)$/u.test(value)) ||
  ((property === 'opacity' || property === 'font-size') && isZero(value)) ||
  (property.startsWith('text-decoration') && value.includes('line-through'));

export const isZero = (value: string): boolean => /^0*\.?0+(?:%|px|pt|r?em|ex|vw|vh)?$/u.test(value);

/** Selectors that stand for one rule; a comma within brackets parts none. */
function selectorsOf(head: string): string[] {
  if (head.length > LONGEST_HEAD) return [];
  const found: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at <= head.length; at++) {
    const sign = head[at] ?? ',';
    if (sign === '(' || sign === '[') depth++;
    else if (sign === ')' || sign === ']') depth--;
    else if (sign === ',' && (depth <= 0 || at === head.length)) {
      found.push(head.slice(from, at).trim());
      from = at + 1;
    }
  }
  return found;
}

/** A selector that holds without a hand on the page, and whose matching takes little. */
const isStatic = (selector: string): boolean =>
  selector !== '' &&
  selector.length <= LONGEST_SELECTOR &&
  !/::|[~&\\]|:(?!not\(|is\(|where\(|(?:first|last|only)-(?:child|of-type)|nth-(?:child|of-type)\(|root|empty)/iu.test(
    selector.replace(/"[^"]*"|~=/gu, ''),
  );

function specificityOf(selector: string): number {
  const count = (pattern: RegExp): number => selector.match(pattern)?.length ?? 0;
  const classes = count(/\.[\p{L}_-]|\[|:(?!not|is|where)/gu);
  return count(/#[\p{L}_-]/gu) * 10_000 + classes * 100 + count(/(?:^|[\s>+(])[a-z]/giu);
}

const SIZE = /(?:^|\s)(\d*\.?\d+(?:%|px|pt|r?em|ex|vw|vh|mm|cm|in|pc))/u;

/** The declarations of a block, or of a `style` attribute, that count here. */
export function declarationsOf(body: string): Declaration[] {
  const found: Declaration[] = [];
  for (const part of body.slice(0, 20_000).split(';')) {
    const colon = part.indexOf(':');
    const property = part.slice(0, Math.max(0, colon)).trim().toLowerCase();
    if (!TOLD.has(property)) continue;
    const written = part
      .slice(colon + 1)
      .trim()
      .toLowerCase();
    const value = written.replace(/\s*!\s*important$/u, '');
    const important = value !== written;
    found.push({ property, value, important });
    // A shorthand says what it stands for.
    if (property === 'background') found.push({ property: 'background-color', value, important });
    if (property === 'font') found.push({ property: 'font-size', value: SIZE.exec(value)?.[1] ?? 'medium', important });
  }
  return found;
}
