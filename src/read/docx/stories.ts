import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Block, Furniture } from '../../model/block.ts';
import type { Parts } from './container.ts';
import { type LeftOutText, textBelow } from './left-out.ts';
import { readNumberFormat } from './number-format.ts';
import { type PackagePart, type Relationship, readPart, related } from './package.ts';
import type { Styles } from './styles.ts';
import {
  attribute,
  child,
  children,
  descendants,
  type Element,
  elements,
  isWordElement,
  makeRun,
  remove,
  value,
} from './xml.ts';

/** A run of paragraphs and tables that belong together, and what they are in the document. */
export interface Story {
  readonly content: readonly Element[];
  readonly furniture?: Furniture;
  readonly footnote?: true;
  /** The header of the first page. */
  readonly first?: true;
  /** Of a document inside this one. */
  readonly blocks?: readonly Block[];
}

/** Page headers and footers that some section of the document uses, each part once. */
export function pageFurniture(
  body: Element,
  parts: Parts,
  links: readonly Relationship[],
): { header: PackagePart[]; footer: PackagePart[] } {
  const of = (kind: 'header' | 'footer'): PackagePart[] => {
    const ids = descendants(body, `${kind}Reference`).map((each) => attribute(each, 'id'));
    const paths = new Set(links.filter((each) => ids.includes(each.id)).map((each) => each.target));
    return [...paths].map((path) => readPart(parts, path)).filter((part) => part !== undefined);
  };
  return { header: of('header'), footer: of('footer') };
}

/** The body, cut where a table of contents begins or ends (its lines only repeat headings), and around documents inside it. */
export function bodyStories(
  body: Element,
  styles: Styles,
  blocksOf: (id: string | undefined) => readonly Block[],
): Story[] {
  const stories: { content: Element[]; furniture?: Furniture; blocks?: readonly Block[] }[] = [];
  for (const block of elements(body)) {
    if (isWordElement(block, 'altChunk')) {
      stories.push({ content: [], blocks: blocksOf(attribute(block, 'id')) });
      continue;
    }
    if (!isWordElement(block, 'p') && !isWordElement(block, 'tbl')) continue;
    const furniture = isContents(block, styles) ? 'menu' : undefined;
    const last = stories.at(-1);
    if (last !== undefined && last.blocks === undefined && last.furniture === furniture) last.content.push(block);
    else stories.push({ content: [block], ...(furniture === undefined ? {} : { furniture }) });
  }
  return stories;
}

function isContents(block: Element, styles: Styles): boolean {
  if (!isWordElement(block, 'p')) return false;
  const name = styles.paragraph(value(child(block, 'pPr'), 'pStyle'))?.name ?? '';
  return /^(?:toc \d|toc heading|table of figures)/iu.test(name);
}

/**
 * Puts "[1]" where a footnote is referred to and before its text, counted in the order of the references;
 * endnotes count on their own, in small Roman numbers as Word prints them.
 */
export function noteStories(
  knowledge: Knowledge,
  body: Element,
  parts: Parts,
  links: readonly Relationship[],
  leftOut: LeftOutText,
): PackagePart[] {
  const notes: PackagePart[] = [];
  for (const [kind, format] of [
    ['footnote', 'decimal'],
    ['endnote', 'lowerRoman'],
  ] as const) {
    const part = related(parts, links, `${kind}s`);
    if (part === undefined || part.document.documentElement === null) continue;
    const root = part.document.documentElement;
    const byId = new Map(children(root, kind).map((each) => [attribute(each, 'id'), each]));
    const used: Element[] = [];
    for (const reference of descendants(body, `${kind}Reference`)) {
      const note = byId.get(attribute(reference, 'id'));
      const run = reference.parentNode;
      remove(reference);
      if (note === undefined || run === null) continue;
      const own = attribute(reference, 'customMarkFollows');
      if (!used.includes(note)) used.push(note);
      if (own !== undefined && own !== '0' && own !== 'false') continue;
      const mark = `[${readNumberFormat(knowledge, format)(used.indexOf(note) + 1)}]`;
      run.parentNode?.insertBefore(makeRun(note, mark), run.nextSibling);
      label(note, mark);
    }
    for (const note of children(root, kind)) {
      if (!used.includes(note)) leftOut.tell('unused-note', textBelow(note), part.path);
      remove(note);
    }
    for (const note of used) root.appendChild(note);
    if (used.length > 0) notes.push(part);
  }
  return notes;
}

function label(note: Element, mark: string): void {
  const [first] = descendants(note, 'p');
  if (first === undefined || note.getAttribute('data-labelled') === 'yes') return;
  note.setAttribute('data-labelled', 'yes');
  const properties = child(first, 'pPr');
  first.insertBefore(makeRun(first, `${mark} `), properties === undefined ? first.firstChild : properties.nextSibling);
}
