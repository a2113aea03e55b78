import type { Knowledge } from '../../knowledge/knowledge.ts';
import { labelOfLine } from '../../language/labels.ts';
import type { Block, Furniture } from '../../model/block.ts';
import { blockKindOf, cellBlock, isRule, paragraph, tidyText, withoutRule } from '../blocks.ts';
import { allCapitals, terminated } from '../labels.ts';
import { isKindLine } from '../line-words.ts';
import { letterheadLines } from '../text/letterhead.ts';
import { joinLines, wrappingOf } from '../text/lines.ts';
import { blocksOfText } from '../text/plain-text.ts';
import { type HtmlNode, measureNodes, SOURCE_SPACE, visit } from './dom.ts';
import { furnitureOf } from './furniture.ts';
import { type ListCounter, listCounter, nextLabel } from './list.ts';
import { raisedFrom } from './raised.ts';
import { isTabbed, withTabbedRows } from './tabbed.ts';
import { cellText, gridOf, isBoldElement, isRaisedElement, LINES, labelled, layoutOf } from './table.ts';

/** Elements that stand on lines of their own. */
const BLOCKS: ReadonlySet<string> = new Set([
  ...LINES,
  'html',
  'body',
  'thead',
  'tbody',
  'tfoot',
  'td',
  'th',
  'caption',
  'main',
  'header',
  'footer',
  'nav',
  'aside',
  'address',
  'figure',
  'figcaption',
  'form',
  'fieldset',
  'legend',
  'hr',
  'details',
  'summary',
  'hgroup',
  'dir',
  'menu',
  'button',
  'label',
  'option',
  'marquee',
]);
const HEADING = /^h[1-6]$/u;

/** How far the reading of a tree has come. */
interface TreeReading {
  readonly knowledge: Knowledge;
  readonly measures: ReturnType<typeof measureNodes>;
  /** Letters of the whole page that are no links. */
  readonly running: number;
  readonly blocks: Block[];
  /** Paragraphs with tabs between their words, as they stand in the source. */
  readonly tabbed: Map<Block, string>;
  /** Elements that are open: furniture with its kind, letterheads, lists with their counters. */
  readonly furniture: { readonly element: HtmlNode; readonly kind: Furniture }[];
  readonly letterheads: HtmlNode[];
  readonly lists: ListCounter[];
  /** Tables so far, and how many headings and bold elements are open. */
  tables: number;
  headings: number;
  bold: number;
  pending: Pending;
}

/** Text of the paragraph at hand; `plain` where some of it is not bold. */
interface Pending {
  text: string;
  plain: boolean;
  /** Where the raised text begins that is open. */
  raised?: number;
}

/** The blocks of a tree of elements, in the order of the page; tables are numbered from `firstTable`. */
export function blocksOfTree(knowledge: Knowledge, root: HtmlNode, firstTable = 0): Block[] {
  const measures = measureNodes(root);
  const whole = measures.get(root);
  const reading: TreeReading = {
    knowledge,
    measures,
    running: (whole?.characters ?? 0) - (whole?.linkCharacters ?? 0),
    ...{ blocks: [], tabbed: new Map<Block, string>(), furniture: [], letterheads: [], lists: [] },
    tables: firstTable,
    ...{ headings: 0, bold: 0 },
    pending: { text: '', plain: false },
  };
  visit(root, {
    enter: (element) => enter(reading, element),
    leave: (element) => leave(reading, element),
    text: (data) => {
      reading.pending.text += data.replace(SOURCE_SPACE, (space) => (/^\t+$/u.test(space) ? space : ' '));
      if (reading.bold === 0 && /\S/u.test(data)) reading.pending.plain = true;
    },
  });
  flush(reading);
  return withTabbedRows(knowledge, reading.blocks, reading.tabbed, firstTable);
}

/** @returns whether what is in the element is to be visited */
function enter(reading: TreeReading, element: HtmlNode): boolean {
  const name = element.name ?? '';
  if (name === 'br') {
    reading.pending.text += '\n';
    return false;
  }
  if (!BLOCKS.has(name)) {
    if (isRaisedElement(element)) reading.pending.raised = reading.pending.text.length;
    if (isBoldElement(element)) reading.bold++;
    return true;
  }
  flush(reading);
  const kind = furnitureOf(reading.knowledge, element, reading.measures, reading.running);
  if (kind !== undefined) reading.furniture.push({ element, kind });
  if (readWholly(reading, element)) {
    if (kind !== undefined) reading.furniture.pop();
    return false;
  }
  if (isBoldElement(element)) reading.bold++;
  if (HEADING.test(name)) reading.headings++;
  if (name === 'ol' || name === 'ul') reading.lists.push(listCounter(element));
  const counter = reading.lists.at(-1);
  if (name === 'li' && counter !== undefined) reading.pending.text += labelled(nextLabel(counter, element), element);
  return true;
}

function leave(reading: TreeReading, element: HtmlNode): void {
  const name = element.name ?? '';
  if (BLOCKS.has(name)) flush(reading);
  const { text, raised } = reading.pending;
  if (raised !== undefined && isRaisedElement(element)) {
    reading.pending.text = raisedFrom(text, raised);
    delete reading.pending.raised;
  }
  if (isBoldElement(element)) reading.bold--;
  if (HEADING.test(name)) reading.headings--;
  if (name === 'ol' || name === 'ul') reading.lists.pop();
  if (reading.letterheads.at(-1) === element) reading.letterheads.pop();
  if (reading.furniture.at(-1)?.element === element) reading.furniture.pop();
}

/** Ends the paragraph at hand. */
function flush(reading: TreeReading): void {
  const { text, plain } = reading.pending;
  reading.pending = { text: '', plain: false };
  if (text.trim() === '') return;
  const sources = text.split('\n');
  const lines = sources.map(tidyText);
  const tabbed = new Map(sources.flatMap((source, i) => (isTabbed(source) ? [[lines[i] ?? '', source] as const] : [])));
  const parts =
    reading.letterheads.length > 0
      ? letterheadLines(
          reading.knowledge,
          lines.filter((line) => line !== '' && !isRule(line)),
        ).map(withoutRule)
      : brokenLines(reading.knowledge, lines);
  for (const part of parts) {
    if (part === '' || isRule(part)) continue;
    const heading = reading.headings > 0 && part.length <= 300 && labelOfLine(part)?.kind !== 'bullet';
    const block = add(reading, paragraph(part, { kind: heading ? 'heading' : blockKindOf(part), bold: !plain }));
    const source = tabbed.get(part);
    if (source !== undefined) reading.tabbed.set(block, source);
  }
}

function add({ blocks, furniture }: TreeReading, block: Block): Block {
  const mark = furniture.at(-1)?.kind;
  const added = mark === undefined ? block : { ...block, furniture: mark };
  blocks.push(added);
  return added;
}

/** Adds blocks that were read by themselves; their tables are counted on from those so far. */
function addAll(reading: TreeReading, inner: readonly Block[]): void {
  let most = reading.tables;
  for (const block of inner) {
    if (block.cell === undefined) add(reading, block);
    else {
      const table = block.cell.table + reading.tables;
      most = Math.max(most, table + 1);
      add(reading, { ...block, cell: { ...block.cell, table } });
    }
  }
  reading.tables = most;
}

/** Reads an element that is read as a whole; true where it was. */
function readWholly(reading: TreeReading, element: HtmlNode): boolean {
  if (element.name === 'pre') {
    addAll(reading, blocksOfText(reading.knowledge, rawText(element)));
    return true;
  }
  if (element.name !== 'table') return false;
  const layout = layoutOf(reading.knowledge, element, reading.measures);
  if (layout === 'letterhead') reading.letterheads.push(element);
  if (layout !== undefined) return false;
  for (const caption of (element.children ?? []).filter(({ name }) => name === 'caption')) {
    const { text } = cellText(caption);
    if (text !== '') add(reading, paragraph(text.replaceAll('\n', ' ')));
  }
  addAll(
    reading,
    gridOf(element).map((cell) => cellBlock(cell, 0)),
  );
  return true;
}

function rawText(element: HtmlNode): string {
  let text = '';
  visit(element, {
    enter: ({ name }) => {
      if (name === 'br') text += '\n';
      return true;
    },
    leave: () => undefined,
    text: (data) => {
      text += data;
    },
  });
  return text;
}

/** Lines that `<br>` made, joined where a sentence or a title goes on, apart where each is a paragraph. */
function brokenLines(knowledge: Knowledge, lines: readonly string[]): string[] {
  const filled = lines.filter((line) => line !== '');
  if (filled.length < 2) return filled;
  const wrapping = filled.length < 6 ? undefined : wrappingOf(lines);
  if (wrapping !== undefined) return joinLines(knowledge, lines, wrapping);
  const out: string[] = [];
  let apart = true;
  for (const line of lines) {
    if (line === '') {
      apart = true;
      continue;
    }
    const before = out.at(-1);
    if (before === undefined || apart || !together(knowledge, before, line)) out.push(line);
    else out[out.length - 1] = `${before} ${line}`;
    apart = false;
  }
  return out;
}

function together(knowledge: Knowledge, before: string, line: string): boolean {
  if (labelOfLine(line) !== undefined || isKindLine(knowledge, before) || isKindLine(knowledge, line)) return false;
  if (!terminated(before) && /^[\p{Ll},;]/u.test(line)) return true;
  return allCapitals(before) && !terminated(before) && !/\p{Ll}/u.test(line);
}
