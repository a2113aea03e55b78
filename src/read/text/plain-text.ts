import type { Knowledge } from '../../knowledge/knowledge.ts';
import { labelOfLine } from '../../language/labels.ts';
import type { Block, ReadResult } from '../../model/block.ts';
import { cellBlock, isRule, paragraph, tidyText, withoutRule } from '../blocks.ts';
import { markFurniture } from '../furniture/furniture.ts';
import { terminated } from '../labels.ts';
import { rowsOf } from './flat-rows.ts';
import { type FlatPart, flatParts } from './flat-table.ts';
import { splitAtLabels } from './inline-items.ts';
import { isLetterhead, letterheadLines } from './letterhead.ts';
import { joinLines, joinParts, type Wrapping, wrappingOf } from './lines.ts';
import { markPageNumbers, PAGE_NUMBER } from './page-lines.ts';

/**
 * Reads a plain text: wrapped lines joined to paragraphs, tables that were flattened with bars or tabs put together again.
 *
 * @param text decoded
 */
export function readPlainText(knowledge: Knowledge, text: string): ReadResult {
  return { mediaType: 'text/plain', blocks: blocksOfText(knowledge, text), pages: null, issues: [] };
}

/**
 * The blocks of a plain text, furniture marked.
 *
 * @param of how the lines of the whole are broken, where the text is a part of one
 */
export function blocksOfText(knowledge: Knowledge, text: string, of?: Wrapping): Block[] {
  const lines = markPageNumbers(text.replaceAll('\f', `\n${PAGE_NUMBER}\n`).split(/\r\n?|[\n\u2028\u2029]/u));
  const wrapping = of ?? wrappingOf(lines);
  const blocks: Block[] = [];
  let table = 0;
  for (const part of flatParts(knowledge, lines)) {
    const added = partBlocks(knowledge, part, wrapping, table);
    if (added.some((block) => block.cell !== undefined)) table++;
    for (const block of added) blocks.push(block);
  }
  return markFurniture(knowledge, blocks);
}

function partBlocks(knowledge: Knowledge, part: FlatPart, wrapping: Wrapping | undefined, table: number): Block[] {
  if (part.kind === 'rows') return part.cells.map((cell) => cellBlock(cell, table));
  if (part.kind === 'table') return tableBlocks(knowledge, part, wrapping, table);
  return paragraphs(knowledge, part.lines, wrapping)
    .filter((text) => !isRule(text) && text !== PAGE_NUMBER)
    .map((text) =>
      text.startsWith(PAGE_NUMBER)
        ? paragraph(text.slice(PAGE_NUMBER.length), { furniture: 'page-number' })
        : paragraph(text),
    );
}

/** Lines joined to paragraphs. Where hardly a line begins with a label, a plan may have been run together and wrapped anew. */
function paragraphs(knowledge: Knowledge, lines: readonly string[], wrapping: Wrapping | undefined): string[] {
  const labelled = lines.filter((line) => labelOfLine(line.trimStart()) !== undefined).length;
  if (labelled * 8 < lines.length && !lines.some((line) => line.includes(PAGE_NUMBER))) {
    const parts = splitAtLabels(knowledge, joinParts(knowledge, lines.map(tidyText)));
    if (parts.length > 8 && parts.length > 3 * labelled) return parts;
  }
  return joinLines(knowledge, lines, wrapping).flatMap((text) => splitAtLabels(knowledge, text));
}

function tableBlocks(
  knowledge: Knowledge,
  part: Extract<FlatPart, { kind: 'table' }>,
  wrapping: Wrapping | undefined,
  table: number,
): Block[] {
  const cells = part.cells.map((lines) => lines.map(tidyText).filter((line) => line !== ''));
  if (
    isLetterhead(
      knowledge,
      cells.map((lines) => [lines.join(' ')]),
    )
  ) {
    return cells.flatMap((lines) =>
      letterheadLines(
        knowledge,
        lines.filter((line) => !isRule(line)),
      )
        .map(withoutRule)
        .filter((line) => line !== '')
        .map((line) => paragraph(line)),
    );
  }
  const texts = cells.map((lines) => cellText(lines, wrapping));
  if (texts.filter((text) => text !== '').length < 2)
    return texts.filter((text) => text !== '').map((text) => paragraph(text));
  const grid = rowsOf(knowledge, texts, part.marked);
  if (grid === undefined) return texts.filter((text) => text !== '').map((text) => paragraph(text));
  return grid.map((cell) => cellBlock(cell, table));
}

/** Lines of a cell joined; a list inside keeps its lines. */
function cellText(lines: readonly string[], wrapping: Wrapping | undefined): string {
  let text = '';
  let before = '';
  for (const line of lines) {
    if (text !== '') {
      const label = labelOfLine(line);
      const item = label !== undefined && (terminated(before) || (label.kind === 'letter' && wrapping === undefined));
      text += item || (wrapping === undefined && !/^\p{Ll}/u.test(line)) ? '\n' : ' ';
    }
    text += line;
    before = line;
  }
  return text;
}
