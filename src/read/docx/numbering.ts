import type { Knowledge } from '../../knowledge/knowledge.ts';
import { readNumberFormat } from './number-format.ts';
import type { Style, Styles } from './styles.ts';
import { attribute, child, children, type Document, type Element, flag, value } from './xml.ts';

interface Level {
  readonly format: string;
  /** "%1.%2)" */
  readonly text: string;
  readonly start: number;
  /** Every number of the label in Arabic digits ("II" at level 1 shows as "2.1" here). */
  readonly legal: boolean;
  /** The level (1-based) whose use restarts this one; 0: never. Unstated: any level above. */
  readonly restart: number | undefined;
  readonly suffix: string;
  readonly style: string | undefined;
  readonly symbolFont: string | undefined;
}

interface List {
  /** Lists made of the same abstract list count on together. */
  readonly counter: string;
  readonly levels: ReadonlyMap<number, Level>;
  readonly startOverrides: ReadonlyMap<number, number>;
}

export interface ComputedLabel {
  /** As Word prints it: "a)", "1.2.", "-". */
  readonly text: string;
  /** What stands between label and text: "\t", " " or "". */
  readonly suffix: string;
}

/** Counts through one document: to be called once for each numbered paragraph, in document order. */
export type Labeller = (paragraph: Element) => ComputedLabel | undefined;

/**
 * Computes the labels that Word prints but does not store.
 *
 * @param numbering word/numbering.xml
 */
export function labeller(knowledge: Knowledge, numbering: Document | undefined, styles: Styles): Labeller {
  const lists = readLists(numbering, styles);
  const counters = new Map<string, (number | undefined)[]>();
  const overridden = new Set<string>();
  return (paragraph) => {
    const place = placeOf(paragraph, styles, lists);
    if (place === undefined) return undefined;
    const { numId, list, depth } = place;
    const level = list.levels.get(depth);
    if (level === undefined) return undefined;
    let counts = counters.get(list.counter);
    if (counts === undefined) {
      counts = [];
      counters.set(list.counter, counts);
    }
    // A level that this list starts anew does so once, when the list first reaches it.
    const override = list.startOverrides.get(depth);
    const mark = `${numId}:${depth}`;
    const before = counts[depth];
    if (override !== undefined && !overridden.has(mark)) {
      overridden.add(mark);
      counts[depth] = override;
    } else counts[depth] = before === undefined ? (override ?? level.start) : before + 1;
    for (let deeper = depth + 1; deeper < 9; deeper += 1) {
      const restart = list.levels.get(deeper)?.restart;
      if (restart === undefined || (restart > 0 && depth < restart)) counts[deeper] = undefined;
    }
    return { text: print(knowledge, list, depth, level, counts), suffix: level.suffix };
  };
}

function print(knowledge: Knowledge, list: List, depth: number, level: Level, counts: (number | undefined)[]): string {
  if (level.format === 'bullet') return bullet(level);
  return level.text.replace(/%([1-9])/gu, (_, digit: string) => {
    const at = Number(digit) - 1;
    const named = list.levels.get(at);
    if (named === undefined || at > depth) return '';
    // A level above that no paragraph has used yet shows where it will start, and has then been used.
    counts[at] ??= named.start;
    return readNumberFormat(knowledge, level.legal ? 'decimal' : named.format)(counts[at]);
  });
}

/** Hyphens and plus signs are levels of an outline in Vietnamese papers; any other bullet is a dash. */
function bullet({ text, symbolFont }: Level): string {
  const shown = text.trim();
  if (shown === '') return '';
  // In Wingdings and its kin the plus is some other sign.
  const pictured = symbolFont !== undefined && /dings/iu.test(symbolFont);
  // Symbol fonts keep their signs in the private area.
  return (shown === '+' || shown === '\uf02b') && !pictured ? '+' : '-';
}

function readLists(numbering: Document | undefined, styles: Styles): ReadonlyMap<string, List> {
  const root = numbering?.documentElement;
  const lists = new Map<string, List>();
  if (root === null || root === undefined) return lists;
  const abstracts = new Map(
    children(root, 'abstractNum').map((each) => [attribute(each, 'abstractNumId') ?? '', each]),
  );
  const nums = new Map(children(root, 'num').map((each) => [attribute(each, 'numId') ?? '', each]));
  for (const [numId, num] of nums) {
    const id = followLink(value(num, 'abstractNumId') ?? '', abstracts, nums, styles);
    const abstract = abstracts.get(id);
    if (abstract === undefined) continue;
    const levels = new Map(children(abstract, 'lvl').map(readLevel));
    const startOverrides = new Map<number, number>();
    for (const override of children(num, 'lvlOverride')) {
      const depth = Number(attribute(override, 'ilvl') ?? '0');
      const replaced = child(override, 'lvl');
      if (replaced !== undefined) levels.set(depth, readLevel(replaced)[1]);
      const start = value(override, 'startOverride');
      if (start !== undefined) startOverrides.set(depth, Number(start));
    }
    lists.set(numId, { counter: id, levels, startOverrides });
  }
  return lists;
}

/** An abstract list may be only a pointer to a list style, which points to the list that has the levels. */
function followLink(
  id: string,
  abstracts: ReadonlyMap<string, Element>,
  nums: ReadonlyMap<string, Element>,
  styles: Styles,
): string {
  const seen = new Set<string>();
  let at = id;
  while (!seen.has(at)) {
    seen.add(at);
    const link = value(abstracts.get(at), 'numStyleLink');
    const style = link === undefined ? undefined : styles.numbering(link);
    const numId = style?.chain.map((each) => value(child(child(each, 'pPr'), 'numPr'), 'numId')).find(Boolean);
    const next = numId === undefined ? undefined : value(nums.get(numId), 'abstractNumId');
    if (next === undefined) break;
    at = next;
  }
  return at;
}

function readLevel(level: Element): [depth: number, level: Level] {
  const restart = value(level, 'lvlRestart');
  const fonts = child(child(level, 'rPr'), 'rFonts');
  return [
    Number(attribute(level, 'ilvl') ?? '0'),
    {
      format: value(level, 'numFmt') ?? numberFormatOfChoice(level) ?? 'decimal',
      text: value(level, 'lvlText') ?? '',
      start: Number(value(level, 'start') ?? '0'),
      legal: flag(level, 'isLgl') ?? false,
      restart: restart === undefined ? undefined : Number(restart),
      suffix: { nothing: '', space: ' ' }[value(level, 'suff') ?? 'tab'] ?? '\t',
      style: value(level, 'pStyle'),
      symbolFont: attribute(fonts, 'ascii') ?? attribute(fonts, 'hAnsi'),
    },
  ];
}

/** Formats newer than the standard stand in `mc:AlternateContent`, with a fallback that every program can print. */
function numberFormatOfChoice(level: Element): string | undefined {
  for (const element of Array.from(level.getElementsByTagNameNS('*', 'Fallback'))) {
    const format = value(element, 'numFmt');
    if (format !== undefined) return format;
  }
  return undefined;
}

interface Place {
  readonly numId: string;
  readonly list: List;
  readonly depth: number;
}

function placeOf(paragraph: Element, styles: Styles, lists: ReadonlyMap<string, List>): Place | undefined {
  const properties = child(paragraph, 'pPr');
  const own = child(properties, 'numPr');
  const style = styles.paragraph(value(properties, 'pStyle'));
  const inherited = ofStyle(style);
  const numId = value(own, 'numId') ?? inherited?.numId;
  if (numId === undefined || numId === '0') return undefined;
  const list = lists.get(numId);
  if (list === undefined) return undefined;
  const depth = Number(
    value(own, 'ilvl') ?? (own === undefined ? linkedDepth(list, style) : undefined) ?? inherited?.depth ?? '0',
  );
  return Number.isInteger(depth) && depth >= 0 && depth < 9 ? { numId, list, depth } : undefined;
}

function ofStyle(style: Style | undefined): { numId: string | undefined; depth: string | undefined } | undefined {
  if (style === undefined) return undefined;
  const properties = style.chain.map((each) => child(child(each, 'pPr'), 'numPr'));
  return {
    numId: properties.map((each) => value(each, 'numId')).find((each) => each !== undefined),
    depth: properties.map((each) => value(each, 'ilvl')).find((each) => each !== undefined),
  };
}

/** A level names the style that it numbers; the nearest style of the chain that a level names decides. */
function linkedDepth(list: List, style: Style | undefined): string | undefined {
  for (const each of style?.chain ?? []) {
    const id = attribute(each, 'styleId');
    for (const [depth, level] of list.levels) if (level.style !== undefined && level.style === id) return String(depth);
  }
  return undefined;
}
