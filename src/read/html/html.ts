import type { Block, Furniture, ReadResult } from '../../model/block.ts';
import { cellBlock, isRule, kindOf, paragraph, tidy, withoutRule } from '../blocks.ts';
import { markFurniture } from '../furniture/furniture.ts';
import { allCapitals, isKindLine, labelOf, terminated } from '../labels.ts';
import { splitAtLabels } from '../text/inline-items.ts';
import { letterheadLines } from '../text/letterhead.ts';
import { paragraphsOf, wrappingOf } from '../text/lines.ts';
import { blocksOfText } from '../text/plain-text.ts';
import { type HtmlNode, measure, parseHtml, visit } from './dom.ts';
import { furnitureOf } from './furniture.ts';
import { toUnicode } from './legacy-letters.ts';
import { type ListCounter, listCounter, nextLabel } from './list.ts';
import { cellText, gridOf, isBold, LINES, labelled, layoutOf } from './table.ts';

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

/**
 * Reads an HTML page, or a piece of one, into blocks.
 *
 * @param html decoded
 * @throws {PlanError} `file-corrupt` when elements nest deeper than any document
 */
export function readHtml(html: string): ReadResult {
  const root = parseHtml(html);
  const issues = toUnicode(root);
  const title = titleOf(root);
  return {
    mediaType: 'text/html',
    blocks: markFurniture(parted(blocksOfTree(root))),
    pages: null,
    ...(title === '' ? {} : { title }),
    issues,
  };
}

/** The blocks of HTML that another reader made; tables are numbered from `firstTable`. */
export function blocksOfHtml(html: string, firstTable = 0): Block[] {
  return blocksOfTree(parseHtml(html), firstTable);
}

/** A plan that was run together into one paragraph of its page is parted at its labels. */
function parted(blocks: readonly Block[]): Block[] {
  const length = blocks.reduce((sum, { text }) => sum + text.length, 0);
  return blocks.flatMap((block) => {
    const most = block.cell === undefined && block.furniture === undefined && block.text.length * 2 > length;
    const parts = most ? splitAtLabels(block.text) : [];
    return parts.length > 1 ? parts.map((text) => paragraph(text)) : [block];
  });
}

function titleOf(root: HtmlNode): string {
  const pending: HtmlNode[] = [root];
  for (let i = 0; i < pending.length && i < 5000; i++) {
    const node = pending[i];
    if (node?.name === 'title') return tidy((node.children ?? []).map(({ data }) => data ?? '').join(''));
    if (node?.name !== 'body') pending.push(...(node?.children ?? []).slice(0, 200));
  }
  return '';
}

/** Text of the paragraph at hand; `plain` where some of it is not bold. */
interface Pending {
  text: string;
  plain: boolean;
}

function blocksOfTree(root: HtmlNode, firstTable = 0): Block[] {
  const measures = measure(root);
  const whole = measures.get(root);
  const running = (whole?.characters ?? 0) - (whole?.linkCharacters ?? 0);
  const blocks: Block[] = [];
  const furniture: { readonly element: HtmlNode; readonly kind: Furniture }[] = [];
  const letterheads: HtmlNode[] = [];
  const lists: ListCounter[] = [];
  let tables = firstTable;
  let headings = 0;
  let bold = 0;
  let pending: Pending = { text: '', plain: false };

  const add = (block: Block): void => {
    const mark = furniture.at(-1)?.kind;
    blocks.push(mark === undefined ? block : { ...block, furniture: mark });
  };
  const flush = (): void => {
    const { text, plain } = pending;
    pending = { text: '', plain: false };
    if (text.trim() === '') return;
    const lines = text.split('\n').map(tidy);
    const parts =
      letterheads.length > 0
        ? letterheadLines(lines.filter((line) => line !== '' && !isRule(line))).map(withoutRule)
        : brokenLines(lines);
    for (const part of parts) {
      if (part === '' || isRule(part)) continue;
      const heading = headings > 0 && part.length <= 300 && labelOf(part)?.kind !== 'bullet';
      add(paragraph(part, { kind: heading ? 'heading' : kindOf(part), bold: !plain }));
    }
  };
  const addAll = (inner: readonly Block[]): void => {
    let most = tables;
    for (const block of inner) {
      if (block.cell === undefined) add(block);
      else {
        const table = block.cell.table + tables;
        most = Math.max(most, table + 1);
        add({ ...block, cell: { ...block.cell, table } });
      }
    }
    tables = most;
  };
  /** Reads an element that is read as a whole; true where it was. */
  const wholly = (element: HtmlNode): boolean => {
    if (element.name === 'pre') {
      addAll(blocksOfText(rawText(element)));
      return true;
    }
    if (element.name !== 'table') return false;
    const layout = layoutOf(element, measures);
    if (layout === 'letterhead') letterheads.push(element);
    if (layout !== undefined) return false;
    for (const caption of (element.children ?? []).filter(({ name }) => name === 'caption')) {
      const { text } = cellText(caption);
      if (text !== '') add(paragraph(text.replaceAll('\n', ' ')));
    }
    addAll(gridOf(element).map((cell) => cellBlock(cell, 0)));
    return true;
  };

  visit(root, {
    enter: (element) => {
      const name = element.name ?? '';
      if (name === 'br') {
        pending.text += '\n';
        return false;
      }
      if (!BLOCKS.has(name)) {
        if (isBold(element)) bold++;
        return true;
      }
      flush();
      const kind = furnitureOf(element, measures, running);
      if (kind !== undefined) furniture.push({ element, kind });
      if (wholly(element)) {
        if (kind !== undefined) furniture.pop();
        return false;
      }
      if (isBold(element)) bold++;
      if (HEADING.test(name)) headings++;
      if (name === 'ol' || name === 'ul') lists.push(listCounter(element));
      const counter = lists.at(-1);
      if (name === 'li' && counter !== undefined) pending.text += labelled(nextLabel(counter, element), element);
      return true;
    },
    leave: (element) => {
      const name = element.name ?? '';
      if (BLOCKS.has(name)) flush();
      if (isBold(element)) bold--;
      if (HEADING.test(name)) headings--;
      if (name === 'ol' || name === 'ul') lists.pop();
      if (letterheads.at(-1) === element) letterheads.pop();
      if (furniture.at(-1)?.element === element) furniture.pop();
    },
    text: (data) => {
      pending.text += data.replace(/\s+/gu, ' ');
      if (bold === 0 && /\S/u.test(data)) pending.plain = true;
    },
  });
  flush();
  return blocks;
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
function brokenLines(lines: readonly string[]): string[] {
  const filled = lines.filter((line) => line !== '');
  if (filled.length < 2) return filled;
  const wrapping = filled.length < 6 ? undefined : wrappingOf(lines);
  if (wrapping !== undefined) return paragraphsOf(lines, wrapping);
  const out: string[] = [];
  let apart = true;
  for (const line of lines) {
    if (line === '') {
      apart = true;
      continue;
    }
    const before = out.at(-1);
    if (before === undefined || apart || !together(before, line)) out.push(line);
    else out[out.length - 1] = `${before} ${line}`;
    apart = false;
  }
  return out;
}

function together(before: string, line: string): boolean {
  if (labelOf(line) !== undefined || isKindLine(before) || isKindLine(line)) return false;
  if (!terminated(before) && /^[\p{Ll},;]/u.test(line)) return true;
  return allCapitals(before) && !terminated(before) && !/\p{Ll}/u.test(line);
}
