import type { Block, ReadResult } from '../model/block.ts';
import { cellBlock, tidy } from './blocks.ts';
import { markFurniture } from './furniture.ts';
import { blocksOfText } from './plain-text.ts';

const SEPARATOR = /^\s*\|?(?:\s*:?-{2,}:?\s*\|)+(?:\s*:?-{2,}:?\s*)?\|?\s*$/u;

/** Whether a text is Markdown: a table with its separator row, headings of several depths, or marks for bold text at many places. */
export function isMarkdown(text: string): boolean {
  const lines = text.slice(0, 200_000).split('\n');
  if (lines.some((line, i) => i > 0 && SEPARATOR.test(line) && (lines[i - 1] ?? '').includes('|'))) return true;
  const headings = lines.filter((line) => /^#{1,6}\s+\S/u.test(line)).length;
  const deeper = lines.filter((line) => /^#{2,6}\s+\S/u.test(line)).length;
  const bold = lines.filter((line) => /\*\*[^*\s][^*]*\*\*/u.test(line)).length;
  return (headings > 0 && (deeper > 0 || bold > 1)) || bold >= 3;
}

/**
 * Reads Markdown as public plans come in it: tables, headings, bold text. Labels of lists stay as printed ("1.", "-", "+"),
 * which is why its lists are not read as Markdown counts them.
 *
 * @param text decoded
 */
export function readMarkdown(text: string): ReadResult {
  const lines = text.split(/\r\n?|\n/u);
  const blocks: Block[] = [];
  let body: string[] = [];
  let table = 0;
  const close = (): void => {
    const more = blocksOfText(body.join('\n'));
    const tables = 1 + Math.max(-1, ...more.map((block) => block.cell?.table ?? -1));
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
    if (line.includes('|') && SEPARATOR.test(lines[i + 1] ?? '')) {
      close();
      const rows = [cellsOf(line)];
      for (i += 2; i < lines.length && /\|/u.test(lines[i] ?? '') && tidy(lines[i] ?? '') !== '|'; i++)
        rows.push(cellsOf(lines[i] ?? ''));
      i--;
      blocks.push(...rowBlocks(rows, table));
      table++;
      continue;
    }
    const heading = /^\s{0,3}(?<marks>#{1,6})\s+(?<title>.*?)\s*#*\s*$/u.exec(line)?.groups?.title;
    if (heading !== undefined) {
      close();
      const title = unmarked(heading);
      if (title !== '') blocks.push({ kind: 'heading', text: title, page: null, bold: true });
      continue;
    }
    if (/^\s*(?:```|~~~|\|\s*$)/u.test(line)) body.push('');
    else body.push(/^\s*>/u.test(line) ? unmarked(line.replace(/^(?:\s*>)+\s?/u, '')) : unmarked(line));
  }
  close();
  return { mediaType: 'text/markdown', blocks: markFurniture(blocks), pages: null, issues: [] };
}

function rowBlocks(rows: readonly (readonly string[])[], table: number): Block[] {
  const columns = rows[0]?.length ?? 0;
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
        .map(tidy)
        .filter((part) => part !== '')
        .join('\n'),
    );

/** The text without its marks: bold, italics, code, links, escapes. */
function unmarked(text: string): string {
  return text
    .replace(/!\[(?<alt>[^\]]*)\]\([^)]*\)/gu, '$<alt>')
    .replace(/\[(?<label>[^\]]+)\]\((?:[^()\s]|\([^()]*\))+(?:\s+"[^"]*")?\)/gu, '$<label>')
    .replace(/(?<mark>\*\*|__)(?=\S)(?<inner>.+?)(?<=\S)\k<mark>/gu, '$<inner>')
    .replace(
      /(?<![\p{L}\p{N}*_])(?<mark>[*_])(?=[^\s*_])(?<inner>[^*_]+?)(?<=\S)\k<mark>(?![\p{L}\p{N}*_])/gu,
      '$<inner>',
    )
    .replace(/`(?<inner>[^`]+)`/gu, '$<inner>')
    .replace(/\\(?<sign>[\\`*_{}[\]()#+\-.!|>~])/gu, '$<sign>')
    .trimEnd();
}
