import { type CheerioAPI, load } from 'cheerio/slim';
import { PlanError } from '../../model/errors.ts';

/** White space of a page's source; a byte order mark in the middle of a text is no space, though `\s` takes it for one. */
export const SOURCE_SPACE = /[^\S\ufeff]+/gu;

/** What is used of a parsed node. */
export interface HtmlNode {
  type: string;
  /** Set anew where an element is something else than it is called. */
  name?: string;
  /** Set anew where the letters of a page are converted to Unicode. */
  data?: string;
  readonly attribs?: Record<string, string>;
  children?: readonly HtmlNode[];
  readonly parent?: HtmlNode | null;
}

/** Elements inside each other; no page that a person wrote comes near it. */
export const MAX_DEPTH = 2000;

/** Elements whose text is none of the page. */
const SILENT = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'head',
  'svg',
  'math',
  'iframe',
  'object',
  'embed',
  'textarea',
  'select',
  'datalist',
  'audio',
  'video',
  'canvas',
  'map',
  'del',
]);

/** Parses a page or a piece of one. Never recursive, whatever the depth. */
export function parseHtml(html: string): HtmlNode {
  const page = loadPage(html);
  nameTables(page);
  return rootOf(page);
}

/** The page for whoever asks it by selectors; its tables are yet to be named. */
export function loadPage(html: string): CheerioAPI {
  refuseDepth(html);
  return load(html);
}

/**
 * Elements that a selector fits, in the order of the page.
 *
 * Asked of the page itself, the parser's library holds the outermost elements against each other, which takes minutes where
 * thousands of paragraphs lie in no body.
 */
export const elementsOf = (page: CheerioAPI, selector: string): PageElements => page(elementsIn(page)).filter(selector);

export type PageElements = ReturnType<ReturnType<CheerioAPI['root']>['children']>;

function elementsIn(page: CheerioAPI): PageElements[number][] {
  const found: PageElements[number][] = [];
  const stack: PageElements[number]['children'] = [...(page.root()[0]?.children ?? [])].reverse();
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (!('attribs' in node)) continue;
    found.push(node);
    for (let i = node.children.length - 1; i >= 0; i--) {
      const child = node.children[i];
      if (child !== undefined) stack.push(child);
    }
  }
  return found;
}

export const rootOf = (page: CheerioAPI): HtmlNode => page.root()[0] ?? { type: 'root' };

/** All text in an element, whatever it is. */
export function textOfNode(root: HtmlNode): string {
  let text = '';
  const stack: HtmlNode[] = [root];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.type === 'text') text += node.data ?? '';
    const children = node.children ?? [];
    for (let i = children.length - 1; i >= 0; i--) {
      const child = children[i];
      if (child !== undefined) stack.push(child);
    }
  }
  return text;
}

const displayed = (as: string): string => `[style*="display:${as}"], [style*="display: ${as}"]`;
const ROW = `${displayed('table-row')}, [role="row"]`;
const CELL = `${displayed('table-cell')}, [role="cell"], [role="gridcell"], [role="columnheader"], [role="rowheader"]`;
const TABLE = `${displayed('table')}, [role="table"], [role="grid"]`;

/** Tables that are made of other elements: by their style, or by what they say that they are to those who hear a page. */
export function nameTables(page: CheerioAPI): void {
  elementsOf(page, ROW)
    .not('tr')
    .each((_, row) => {
      const cells = page(row).children(CELL);
      const table = page(row).parents(TABLE).not(ROW).not(CELL)[0];
      if (cells.length < 2 || table === undefined) return;
      for (const [element, name] of [
        [row, 'tr'],
        [table, 'table'],
        ...cells.toArray().map((cell) => [cell, 'td'] as const),
      ] as const)
        if ('name' in element) element.name = name;
    });
}

/** Names of classes by which styles of a portal, which are seldom at hand, set rows and cells. */
const NAMED_ROW = /^(?:row|tr|rt|(?:div-?)?(?:table|tbl|grid)-?row)$/iu;
const NAMED_CELL = /^(?:col(?:-[a-z\d-]+)?|cell|t[dh]|(?:div-?)?(?:table|tbl|grid)-?(?:cell|col)[a-z\d-]*)$/iu;
/** Letters of a cell; what is longer is a part of a page. */
const LONGEST_NAMED = 400;
/** A number: rows of articles and pictures begin otherwise. */
const FIRST_CELL = /^\s*(?:\d{1,3}|[IVX]{1,4})[.)]?\s*$/u;
/** The first cell of a head. Without a head nothing says what the figures are of, while each row may be a sentence. */
const HEAD_CELL = /^\s*(?:S?TT|Stt|#|Số\s+(?:TT|thứ\s+tự))[.)]?\s*$/u;
/** Cells that are sentences make their rows items. */
const SENTENCE = /.{40}[.;]\s*$/su;

/** Tables whose rows and cells are told by their classes alone: a head and numbered rows of as many cells. */
export function nameClassTables(page: CheerioAPI): void {
  const isNamed = (element: PageElements[number], names: RegExp): boolean =>
    (element.attribs.class ?? '').split(/\s+/u).some((name) => names.test(name));
  const parents = new Set<PageElements[number]>();
  for (const { parent } of elementsOf(page, 'div > div[class], section > div[class], ul > li[class]').toArray())
    if (parent !== null && 'attribs' in parent) parents.add(parent);
  for (const table of parents) {
    const rows = page(table).children().toArray();
    if (rows.length < 3 || !rows.every((row) => isNamed(row, NAMED_ROW))) continue;
    const cells = rows.map((row) => page(row).children().toArray());
    const count = cells[0]?.length ?? 0;
    if (count < 3 || cells.some((row) => row.length !== count)) continue;
    const flat = cells.flat();
    if (!flat.every((cell) => isNamed(cell, NAMED_CELL) && textOfNode(cell).length <= LONGEST_NAMED)) continue;
    const [head = '', ...labels] = cells.map(([first]) => (first === undefined ? '' : textOfNode(first)));
    if (!HEAD_CELL.test(head) || labels.filter((label) => FIRST_CELL.test(label)).length * 2 < labels.length) continue;
    if (flat.some((cell) => SENTENCE.test(textOfNode(cell)))) continue;
    table.name = 'table';
    for (const row of rows) row.name = 'tr';
    for (const cell of flat) cell.name = 'td';
  }
}

const OPEN_ENDED = new Set(
  'area base br col embed hr img input link meta param source track wbr p li td th tr option dt dd tbody thead tfoot'.split(
    ' ',
  ),
);

/** Counts how deep tags nest, before anything is built: a parser that knows nothing of depth takes a square of it. */
export function refuseDepth(html: string): void {
  let depth = 0;
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
    const closing = html[at + 1] === '/';
    const name = /^[a-z][a-z0-9_:-]{0,40}/iu.exec(html.slice(at + (closing ? 2 : 1), at + 44))?.[0].toLowerCase();
    if (name === undefined || OPEN_ENDED.has(name)) continue;
    depth = closing ? Math.max(0, depth - 1) : depth + 1;
    if (depth > MAX_DEPTH) {
      throw new PlanError(
        'file-corrupt',
        'read',
        `The page nests its elements more than ${MAX_DEPTH} deep, as no document does. Open it in a browser, check that it shows the document, and save it as PDF.`,
      );
    }
  }
}

export interface Visitor {
  /** Returns false to leave out what is inside; `leave` is not called then. */
  readonly enter: (element: HtmlNode, depth: number) => boolean;
  readonly leave: (element: HtmlNode) => void;
  readonly text: (data: string) => void;
}

/** Goes through a tree in document order without recursion; silent elements are left out. */
export function visit(root: HtmlNode, visitor: Visitor): void {
  const stack: { node: HtmlNode; next: number }[] = [{ node: root, next: 0 }];
  for (;;) {
    const top = stack.at(-1);
    if (top === undefined) return;
    const child = top.node.children?.[top.next++];
    if (child === undefined) {
      stack.pop();
      if (stack.length > 0) visitor.leave(top.node);
    } else if (child.type === 'text') visitor.text(child.data ?? '');
    else if (
      child.children !== undefined &&
      !SILENT.has(child.name ?? '') &&
      stack.length < MAX_DEPTH * 4 &&
      visitor.enter(child, stack.length)
    ) {
      stack.push({ node: child, next: 0 });
    }
  }
}

/** What an element holds, counted once for the whole page. */
export interface NodeMeasure {
  readonly characters: number;
  readonly linkCharacters: number;
  readonly links: number;
  readonly tables: number;
  readonly tableCharacters: number;
}

/** Letters, links and tables inside each element. Links within the page ("#muc-1") count as text. */
export function measureNodes(root: HtmlNode): Map<HtmlNode, NodeMeasure> {
  interface Count {
    characters: number;
    linkCharacters: number;
    links: number;
    tables: number;
    tableCharacters: number;
  }
  const zero = (): Count => ({ characters: 0, linkCharacters: 0, links: 0, tables: 0, tableCharacters: 0 });
  const found = new Map<HtmlNode, NodeMeasure>();
  const stack: Count[] = [zero()];
  visit(root, {
    enter: () => {
      stack.push(zero());
      return true;
    },
    leave: (element) => {
      const count = stack.pop() ?? zero();
      found.set(element, { ...count });
      const parent = stack.at(-1);
      if (parent === undefined) return;
      const link = element.name === 'a' && /^(?!#)./u.test(element.attribs?.href ?? '');
      parent.characters += count.characters;
      parent.linkCharacters += link ? count.characters : count.linkCharacters;
      parent.links += count.links + (link && count.characters > 0 ? 1 : 0);
      parent.tables += count.tables + (element.name === 'table' ? 1 : 0);
      parent.tableCharacters += element.name === 'table' ? count.characters : count.tableCharacters;
    },
    text: (data) => {
      const top = stack.at(-1);
      if (top !== undefined) top.characters += data.replace(/\s+/gu, '').length;
    },
  });
  found.set(root, { ...(stack[0] ?? zero()) });
  return found;
}
