import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Block, ReadResult } from '../../model/block.ts';
import { cellBlock, tidyText } from '../blocks.ts';
import { markFurniture } from '../furniture/furniture.ts';
import { wrappingOf } from './lines.ts';
import { blocksOfText } from './plain-text.ts';

const SEPARATOR = /^\|?(?:\s?:?-{2,}:?\s?\|)+(?:\s?:?-{2,}:?)?\|?$/u;
/** The row of dashes below a header row. */
const isSeparator = (line: string): boolean =>
  line.length < 5000 && SEPARATOR.test(line.trim().replace(/ {2,}/gu, ' '));

/** Whether a text is Markdown: a table with its separator row, headings of several depths or with printed labels, or marks
 * for bold text at many places. */
export function isMarkdown(text: string): boolean {
  const lines = text.slice(0, 200_000).split('\n');
  if (lines.some((line, i) => i > 0 && isSeparator(line) && (lines[i - 1] ?? '').includes('|'))) return true;
  const headings = lines.filter((line) => /^#{1,6}\s+\S/u.test(line)).length;
  const labelled = lines.filter((line) => /^#\s+(?:[IVX]{1,5}|\d{1,2}|[A-H])[.)/]\s*\p{Lu}/u.test(line)).length;
  const deeper = lines.filter((line) => /^#{2,6}\s+\S/u.test(line)).length;
  const bold = withWholeMarks(lines).filter((line) => /\*\*[^*\s][^*]*\*\*/u.test(line)).length;
  return (headings > 0 && (deeper > 0 || bold > 1)) || labelled > 1 || bold >= 3;
}

/**
 * Reads Markdown as public plans come in it: tables, headings, bold text. Labels of lists stay as printed ("1.", "-", "+"),
 * which is why its lists are not read as Markdown counts them.
 *
 * @param text decoded
 */
export function readMarkdown(knowledge: Knowledge, text: string): ReadResult {
  const lines = withWholeMarks(text.split(/\r\n?|\n/u));
  // A section may be too short to show how its lines are broken.
  const wrapping = wrappingOf(lines.map((line) => (isTitle(line) || line.includes('|') ? '' : unmarked(line))));
  const blocks: Block[] = [];
  let body: string[] = [];
  let table = 0;
  const close = (): void => {
    const few = body.filter((line) => line.trim() !== '').length < SHOWS_WRAPPING;
    const more = blocksOfText(knowledge, body.join('\n'), few ? wrapping : undefined);
    const tables = more.reduce((most, block) => Math.max(most, (block.cell?.table ?? -1) + 1), 0);
    for (const block of more) {
      blocks.push(
        block.cell === undefined ? block : { ...block, cell: { ...block.cell, table: block.cell.table + table } },
      );
    }
    table += tables;
    body = [];
  };
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? '';
    if (line.includes('|') && isSeparator(lines[i + 1] ?? '')) {
      close();
      const rows = [cellsOf(line)];
      for (i += 2; i < lines.length && /\|/u.test(lines[i] ?? '') && tidyText(lines[i] ?? '') !== '|'; i++)
        rows.push(cellsOf(lines[i] ?? ''));
      i--;
      for (const block of rowBlocks(rows, table)) blocks.push(block);
      table++;
      continue;
    }
    if (isTitle(line)) {
      close();
      const title = tidyText(unmarked(line.trim().replace(/^#{1,6}/u, '')).replace(/(?<![^\s#])#{1,6}$/u, ''));
      if (title !== '') blocks.push({ kind: 'heading', text: title, page: null, bold: true });
      continue;
    }
    if (/^\s*(?:```|~~~)/u.test(line)) body.push('');
    else body.push(/^\s*>/u.test(line) ? unmarked(line.replace(/^(?:\s*>)+\s?/u, '')) : unmarked(line));
  }
  close();
  return { mediaType: 'text/markdown', blocks: markFurniture(knowledge, blocks), pages: null, issues: [] };
}

const isTitle = (line: string): boolean => /^ {0,3}#{1,6}\s/u.test(line);

/** So many lines of a section show by themselves how they are broken. */
const SHOWS_WRAPPING = 20;

/** Lines over which a mark may stay open, at most. */
const LONGEST_MARK = 12;

/** "**1. Mục⏎tiêu**", "*Căn cứ Luật …⏎năm 2025;*": a mark that a soft line break parts from its end is one line with it. */
function withWholeMarks(lines: readonly string[]): string[] {
  const whole: string[] = [];
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? '';
    const end = isOpen(line)
      ? endOfMark(lines, i, isOpen)
      : opensItalics(line)
        ? endOfMark(lines, i, closesItalics)
        : i;
    whole.push(lines.slice(i, end + 1).join(' '));
    i = end;
  }
  return whole;
}

const isOpen = (line: string): boolean => line.split('**').length % 2 === 0;
/** A star before a word that no other closes on its line. */
const opensItalics = (line: string): boolean =>
  line.includes('*') && line.length < LONGEST_LINE && OPEN_ITALICS.test(withoutItalics(withoutBold(line)));
const OPEN_ITALICS = /(?<![\p{L}\p{N}*\\])\*(?=[\p{L}\p{N}“"([])/u;
const closesItalics = (line: string): boolean => CLOSED_ITALICS.test(withoutBold(line));
const CLOSED_ITALICS = /(?<![(*\\])\*(?![\p{L}\p{N}*)])/u;

/** The line that closes what is marked from a line on: none before an empty line or a cell's, then the line itself. */
function endOfMark(lines: readonly string[], from: number, closes: (line: string) => boolean): number {
  for (let at = from + 1; at < Math.min(lines.length, from + LONGEST_MARK); at++) {
    const line = lines[at] ?? '';
    if (line.trim() === '' || line.includes('|')) return from;
    if (closes(line)) return at;
  }
  return from;
}

/** Rows shorter than the header are filled up to so many columns. */
const MOST_COLUMNS = 200;

function rowBlocks(rows: readonly (readonly string[])[], table: number): Block[] {
  const columns = Math.min(rows[0]?.length ?? 0, MOST_COLUMNS);
  return rows.flatMap((cells, row) => {
    const texts = Array.from({ length: Math.max(columns, cells.length) }, (_, i) => cells[i] ?? '');
    return texts.map((text, column) => cellBlock({ row, column, rowSpan: 1, columnSpan: 1, text }, table));
  });
}

const cellsOf = (line: string): string[] =>
  line
    .trim()
    .replace(/^\|/u, '')
    .replace(/(?<!\\)\|$/u, '')
    .split(/(?<!\\)\|/u)
    .map((cell) =>
      unmarked(cell)
        .split(/<br\s*\/?>/iu)
        .map(tidyText)
        .filter((part) => part !== '')
        .join('\n'),
    );

/** A line longer than this is left as it is. */
const LONGEST_LINE = 20_000;

/** The text without its marks: bold, italics, code, links, escapes. */
function unmarked(text: string): string {
  if (text.length > LONGEST_LINE) return text;
  const plain = text
    .replace(/!\[(?<alt>[^\][]{0,300})\]\([^()\s]{0,2000}\)/gu, '$<alt>')
    .replace(/\[(?<label>[^\][]{1,300})\]\((?:[^()\s]|\([^()]{0,200}\)){1,2000}(?:\s+"[^"]{0,300}")?\)/gu, '$<label>');
  return withoutItalics(withoutBold(plain))
    .replace(/`(?<inner>[^`]{1,500})`/gu, '$<inner>')
    .replace(/\\(?<sign>[\\`*_{}[\]()#+\-.!|>~])/gu, '$<sign>')
    .trimEnd();
}

/** Programs leave the space between words inside a mark ("**Điều 1. **Phạm vi"), or mark nothing but a space; "(**)" refers to a note. */
const withoutBold = (text: string): string =>
  text.includes('**') || text.includes('__')
    ? text
        .replace(/__(?=\S)(?<inner>.{1,600}?)(?<=\S)__/gu, '$<inner>')
        .replace(/\*\*(?!(?<=\(\*\*)\))(?<inner>(?:[^*]|\*(?!\*)){0,600}?)\*\*/gu, '$<inner>')
        .replace(/(?<![\s(*\\])\*\*(?![\s)*])/gu, '')
    : text;

const withoutItalics = (text: string): string =>
  text.includes('*') || text.includes('_')
    ? text
        .replace(
          /(?<![\p{L}\p{N}*_])(?<mark>[*_])(?=[^\s*_])(?<inner>[^*_]{1,500}?)(?<=\S)\k<mark>(?![\p{L}\p{N}*_])/gu,
          '$<inner>',
        )
        // The same with the space before or behind it inside; before a letter, that space closes it.
        .replace(
          /(?<![\p{L}\p{N}*(\\])\*(?=[\p{L}\p{N}“"([])(?<inner>[^*]{1,900}?)(?:(?<=\s)\*(?!\*)|(?<![\s\\])\*(?![\p{L}\p{N}*]))/gu,
          '$<inner>',
        )
        // "** Mục tiêu*": what is set in italics begins with a star of its own.
        .replace(/^\*(?<inner>\*\s[^*]{1,400})\*$/u, '$<inner>')
        .replace(/^\*(?<inner>\s[^*]{1,400}\s)\*(?=\p{L})/u, '$<inner>')
    : text;
