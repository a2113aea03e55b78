import { attribute, child, children, type Document, type Element, flag, namesIn, value } from './xml.ts';

/** What a style chain says, the style itself before what it is based on. */
export interface Style {
  readonly id: string;
  readonly name: string;
  /** The style and everything that it is based on, nearest first. */
  readonly chain: readonly Element[];
}

export interface Styles {
  paragraph(id: string | undefined): Style | undefined;
  character(id: string | undefined): Style | undefined;
  table(id: string | undefined): Style | undefined;
  /** A list style, by its id: `w:numStyleLink` points to one. */
  numbering(id: string): Style | undefined;
  /** The run properties that hold where no style says otherwise. */
  readonly defaults: Element | undefined;
  /** The local names of all elements of the part. */
  readonly names: ReadonlySet<string>;
}

const NO_STYLES: Styles = {
  paragraph: () => undefined,
  character: () => undefined,
  table: () => undefined,
  numbering: () => undefined,
  defaults: undefined,
  names: new Set(),
};

/** Reads word/styles.xml. */
export function readStyles(document: Document | undefined): Styles {
  const root = document?.documentElement;
  if (root === null || root === undefined) return NO_STYLES;
  const byId = new Map<string, Element>();
  let standard: string | undefined;
  for (const style of children(root, 'style')) {
    const id = attribute(style, 'styleId');
    if (id === undefined) continue;
    const type = attribute(style, 'type') ?? 'paragraph';
    byId.set(`${type}:${id}`, style);
    if (type === 'paragraph' && ['1', 'true', 'on'].includes(attribute(style, 'default') ?? '')) standard = id;
  }
  const cache = new Map<string, Style | undefined>();
  const find = (type: string, id: string): Style | undefined => {
    const key = `${type}:${id}`;
    if (!cache.has(key)) cache.set(key, resolve(byId, type, id));
    return cache.get(key);
  };
  return {
    paragraph: (id) => {
      const wanted = id ?? standard;
      return wanted === undefined ? undefined : find('paragraph', wanted);
    },
    character: (id) => (id === undefined ? undefined : find('character', id)),
    table: (id) => (id === undefined ? undefined : find('table', id)),
    numbering: (id) => find('numbering', id),
    defaults: child(child(child(root, 'docDefaults'), 'rPrDefault'), 'rPr'),
    names: namesIn(root),
  };
}

function resolve(byId: ReadonlyMap<string, Element>, type: string, id: string): Style | undefined {
  const chain: Element[] = [];
  let next: string | undefined = id;
  while (next !== undefined) {
    const style: Element | undefined = byId.get(`${type}:${next}`);
    // A style that is based on itself, however far round, ends the chain.
    if (style === undefined || chain.includes(style)) break;
    chain.push(style);
    next = value(style, 'basedOn');
  }
  const own = chain[0];
  return own === undefined ? undefined : { id, name: value(own, 'name') ?? id, chain };
}

/** The property containers that bear on a run, nearest first: its own, its character style's, its paragraph style's, the defaults. */
export function runChain(styles: Styles, paragraph: Element | undefined, run: Element): Element[] {
  const own = child(run, 'rPr');
  const character = styles.character(value(own, 'rStyle'))?.chain ?? [];
  const block = styles.paragraph(value(child(paragraph, 'pPr'), 'pStyle'))?.chain ?? [];
  const inherited = [...character, ...block].map((style) => child(style, 'rPr'));
  return [own, ...inherited, styles.defaults].filter((each) => each !== undefined);
}

/** The nearest statement of an on/off property. */
export function effectiveFlag(chain: readonly Element[], name: string): boolean {
  return nearestFlag(chain, name) ?? false;
}

export function nearestFlag(chain: readonly (Element | undefined)[], name: string): boolean | undefined {
  for (const properties of chain) {
    const stated = flag(properties, name);
    if (stated !== undefined) return stated;
  }
  return undefined;
}

/** The font of a run, by the nearest statement; a theme font has no name here and is never a legacy one. */
export function effectiveFont(chain: readonly Element[]): string | undefined {
  for (const properties of chain) {
    const fonts = child(properties, 'rFonts');
    const font = attribute(fonts, 'hAnsi') ?? attribute(fonts, 'ascii') ?? attribute(fonts, 'cs');
    if (font !== undefined) return font;
    if (attribute(fonts, 'asciiTheme') !== undefined || attribute(fonts, 'hAnsiTheme') !== undefined) return undefined;
  }
  return undefined;
}
