import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Block, Issue, ReadResult, SetAside } from '../../model/block.ts';
import { cellBlock, tidyLines, tidyText } from '../blocks.ts';
import { markFurniture } from '../furniture/furniture.ts';
import { readHtml } from '../html/html.ts';
import { type Wrapping, wrappingOf } from '../text/lines.ts';
import { blocksOfText } from '../text/plain-text.ts';
import { gridOfRows } from '../text/row-lines.ts';
import { withTables } from './html-tables.ts';
import { inlineText, opensItem, withoutSigns } from './inline.ts';
import { LONGEST_LINE, withoutBold, withoutItalics } from './loose-marks.ts';

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
  if ((headings > 0 && (deeper > 0 || bold > 1)) || labelled > 1 || bold >= 3) return true;
  return lines.some((line) => line.includes('~~') && line.length < LONGEST_LINE && STRUCK.test(withoutSigns(line)));
}

const STRUCK = /(?<![~\\])~~(?=[^\s~])[^~\n]{1,300}(?<=\S)~~(?!~)/u;

/**
 * Reads Markdown as public plans come in it: tables, headings, bold text. Labels of lists stay as printed ("1.", "-", "+"),
 * which is why its lists are not read as Markdown counts them: a parser of Markdown reads the marks within a paragraph, its lines
 * are read as those of a plain text. Crawled plans break lines, set them in and draw rules in ways that mean other things there.
 *
 * @param text decoded
 */
export function readMarkdown(knowledge: Knowledge, text: string): ReadResult {
  const read = (keepStruck: boolean): MarkdownReading => {
    const reading: MarkdownReading = { knowledge, keepStruck, ...{ parts: [], struck: [], setAside: [], issues: [] } };
    for (const part of withTables(text)) {
      if (part.html) addHtml(reading, part.text);
      else addLines(reading, part.text);
    }
    return reading;
  };
  let reading = read(false);
  const counted = (texts: readonly string[]): number =>
    texts.reduce((sum, one) => sum + (one.match(/[\p{L}\p{N}]/gu)?.length ?? 0), 0);
  const struck = counted(reading.struck);
  const issues: Issue[] = [];
  if (struck > 0 && struck > counted([text]) * TOO_MUCH) {
    reading = read(true);
    const message = `${struck} characters, most of the text, are struck through. They were kept: check whether the document is withdrawn.`;
    issues.push({ code: 'struck-text', message });
  } else if (struck > 0) {
    const message = `${struck} characters are struck through and were left out.`;
    issues.push({ code: 'struck-text', message });
  }
  const setAside = reading.struck.map(
    (one): SetAside => ({
      reason: 'struck',
      characters: counted([one]),
      text: one.slice(0, LONGEST_TOLD),
      where: '~~',
    }),
  );
  return {
    mediaType: 'text/markdown',
    blocks: markFurniture(knowledge, blocksOfParts(reading)),
    pages: null,
    issues: [...reading.issues, ...issues],
    setAside: [...reading.setAside, ...setAside],
  };
}

/** Share of a text above which what is struck through is not. */
const TOO_MUCH = 0.5;
const LONGEST_TOLD = 300;

/** A piece of the text, read as far as its marks; its lines are yet to be joined. */
type MarkdownPart =
  | { readonly kind: 'title'; readonly text: string }
  | { readonly kind: 'rows'; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'blocks'; readonly blocks: readonly Block[] }
  | { readonly kind: 'body'; readonly lines: readonly string[] };

interface MarkdownReading {
  readonly knowledge: Knowledge;
  readonly keepStruck: boolean;
  readonly parts: MarkdownPart[];
  readonly struck: string[];
  readonly setAside: SetAside[];
  readonly issues: Issue[];
}

function addHtml(reading: MarkdownReading, html: string): void {
  const { blocks, issues, setAside = [] } = readHtml(reading.knowledge, html);
  reading.parts.push({ kind: 'blocks', blocks });
  reading.issues.push(...issues);
  reading.setAside.push(...setAside);
}

function addLines(reading: MarkdownReading, text: string): void {
  const lines = withWholeMarks(withNotes(text).split(/\r\n?|\n/u));
  let body: string[] = [];
  const close = (): void => {
    if (body.length > 0) reading.parts.push({ kind: 'body', lines: unmarkedLines(reading, body) });
    body = [];
  };
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? '';
    if (line.includes('|') && isSeparator(lines[i + 1] ?? '')) {
      close();
      const rows = [cellsOf(reading, line)];
      for (i += 2; i < lines.length && /\|/u.test(lines[i] ?? '') && tidyText(lines[i] ?? '') !== '|'; i++)
        rows.push(cellsOf(reading, lines[i] ?? ''));
      i--;
      reading.parts.push({ kind: 'rows', rows });
    } else if (isTitle(line) || isUnderlined(lines, i)) {
      close();
      const bare = isTitle(line) ? line.trim().replace(/^#{1,6}/u, '') : line;
      const title = tidyText(unmarked(reading, bare).replace(/(?<![^\s#])#{1,6}$/u, ''));
      if (title !== '') reading.parts.push({ kind: 'title', text: title });
      if (!isTitle(line)) i++;
    } else if (/^\s*(?:```|~~~)/u.test(line)) body.push('');
    else body.push(/^\s*>/u.test(line) ? line.replace(/^(?:\s*>)+\s?/u, '') : line);
  }
  close();
}

/** Marks are read over the lines of a paragraph; a line with bars is a row, or a part of one. */
function unmarkedLines(reading: MarkdownReading, lines: readonly string[]): string[] {
  const done: string[] = [];
  for (let i = 0; i < lines.length; ) {
    let end = i + 1;
    if (inParagraph(lines[i])) while (end < lines.length && inParagraph(lines[end])) end++;
    done.push(...unmarked(reading, lines.slice(i, end).join('\n')).split('\n'));
    i = end;
  }
  return done;
}

const inParagraph = (line = ''): boolean => line.trim() !== '' && !line.includes('|');

function unmarked({ keepStruck, struck }: MarkdownReading, source: string): string {
  const inline = inlineText(source, keepStruck);
  struck.push(...inline.struck);
  return inline.text;
}

function blocksOfParts({ knowledge, parts }: MarkdownReading): Block[] {
  // A section may be too short to show how its lines are broken.
  const wrapping = wrappingOf(
    parts.flatMap((part) => (part.kind === 'body' ? part.lines.map((line) => (line.includes('|') ? '' : line)) : [''])),
  );
  const blocks: Block[] = [];
  let table = 0;
  for (const part of parts) {
    if (part.kind === 'title') blocks.push({ kind: 'heading', text: part.text, page: null, bold: true });
    else if (part.kind === 'rows') {
      for (const block of rowBlocks(knowledge, part.rows, table)) blocks.push(block);
      table++;
    } else {
      const more = part.kind === 'blocks' ? part.blocks : bodyBlocks(knowledge, part.lines, wrapping);
      let most = table;
      for (const block of more) {
        if (block.cell !== undefined) most = Math.max(most, table + block.cell.table + 1);
        blocks.push(
          block.cell === undefined ? block : { ...block, cell: { ...block.cell, table: block.cell.table + table } },
        );
      }
      table = most;
    }
  }
  return blocks;
}

function bodyBlocks(knowledge: Knowledge, lines: readonly string[], wrapping: Wrapping | undefined): Block[] {
  const few = lines.filter((line) => line.trim() !== '').length < SHOWS_WRAPPING;
  return blocksOfText(knowledge, lines.join('\n'), few ? wrapping : undefined);
}

/** A line of its own that a row of "=" underlines. One of "-" is drawn under the lines of a letterhead. */
const isUnderlined = (lines: readonly string[], at: number): boolean =>
  /^ {0,3}={3,}\s*$/u.test(lines[at + 1] ?? '') &&
  inParagraph(lines[at]) &&
  !/^ {0,3}={3,}\s*$/u.test(lines[at] ?? '') &&
  (lines[at - 1] ?? '').trim() === '';

/** "[^1]" refers to a note, and "[^1]: …" is one: as in other formats "[1]". */
function withNotes(text: string): string {
  if (!text.includes('[^')) return text;
  const numbers = new Map<string, number>();
  const numberOf = (name: string): number => {
    if (/^\d{1,3}$/u.test(name)) return Number(name);
    const number = numbers.get(name) ?? numbers.size + 1;
    numbers.set(name, number);
    return number;
  };
  return text.replace(
    /\[\^(?<name>[^\][\s^]{1,40})\](?<colon>: ?)?/gu,
    (_, name: string, colon: string | undefined, at: number) => {
      const opens = /(?:^|\n) {0,3}$/u.test(text.slice(Math.max(0, at - 4), at));
      return colon !== undefined && opens ? `[${numberOf(name)}] ` : `[${numberOf(name)}]${colon ?? ''}`;
    },
  );
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
      ? endOfMark(lines, i, isOpen, true)
      : opensItalics(line)
        ? endOfMark(lines, i, closesItalics, false)
        : i;
    whole.push(lines.slice(i, end + 1).join(' '));
    i = end;
  }
  return whole;
}

const isOpen = (line: string): boolean => line.split('**').length % 2 === 0;
/** A star before a word that no other closes on its line. */
const opensItalics = (line: string): boolean =>
  line.includes('*') &&
  line.length < LONGEST_LINE &&
  OPEN_ITALICS.test(withoutItalics(withoutBold(withoutSigns(line))));
const OPEN_ITALICS = /(?<![\p{L}\p{N}*\\])\*(?=[\p{L}\p{N}“"([])/u;
const closesItalics = (line: string): boolean => CLOSED_ITALICS.test(withoutBold(withoutSigns(line)));
const CLOSED_ITALICS = /(?<![(*\\])\*(?![\p{L}\p{N}*)])/u;

/** The line that closes what is marked from a line on: none before an empty line, a cell's or one that begins an item, then the line itself. */
function endOfMark(lines: readonly string[], from: number, closes: (line: string) => boolean, bold: boolean): number {
  for (let at = from + 1; at < Math.min(lines.length, from + LONGEST_MARK); at++) {
    const line = lines[at] ?? '';
    if (line.trim() === '' || line.includes('|') || opensItem(line, bold)) return from;
    if (closes(line)) return at;
  }
  return from;
}

/** Rows shorter than the header are filled up to so many columns. */
const MOST_COLUMNS = 200;

function rowBlocks(knowledge: Knowledge, written: readonly (readonly string[])[], table: number): Block[] {
  const rows = withoutPlaceholders(written);
  const columns = Math.min(rows[0]?.length ?? 0, MOST_COLUMNS);
  const most = rows.reduce((longest, { length }) => Math.max(longest, length), 0);
  // Heads that stand over several columns were written once.
  if (most > columns && most <= MOST_COLUMNS)
    return gridOfRows(knowledge, rows, most).map((cell) => cellBlock(cell, table));
  return rows.flatMap((cells, row) => {
    const texts = Array.from({ length: Math.max(columns, cells.length) }, (_, i) => cells[i] ?? '');
    return texts.map((text, column) => cellBlock({ row, column, rowSpan: 1, columnSpan: 1, text }, table));
  });
}

/**
 * "Thực hiện năm 2025 | Col5 | Col6": programs call a head that has no text after its column. It is a part of the head on its left
 * where the row below parts that one, or where all of them are: a title over the whole width.
 */
function withoutPlaceholders(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const [top = [], below = [], ...rest] = rows;
  const named = (text: string, column: number): boolean => text === `Col${column + 1}`;
  const isWords = (text = ''): boolean => /\p{L}{2}/u.test(text);
  if (!top.some(named)) return rows;
  const title = top.length > 2 && top.slice(1).every((text, i) => named(text, i + 1));
  const heads: string[] = [];
  for (const [c, text] of top.entries()) {
    const left = heads[c - 1] ?? '';
    const parted =
      title || (isWords(below[c]) && isWords(below[c - 1]) && below[c] !== below[c - 1] && below[c - 1] !== left);
    heads.push(!named(text, c) ? text : parted ? left : '');
  }
  return [heads, below, ...rest];
}

/** Italics that the parser takes for none, for white space stands inside of their marks: "_ Trong đó: lúa_". */
const withoutOpenMarks = (cell: string): string =>
  cell.replace(/^(?<mark>[*_])(?=\s)(?<inner>[^*_]*\p{L}[^*_]*)\k<mark>$/su, '$<inner>');

const cellsOf = (reading: MarkdownReading, line: string): string[] =>
  line
    .trim()
    .replace(/^\|/u, '')
    .replace(/(?<!\\)\|$/u, '')
    .split(/(?<!\\)\|/u)
    .map((cell) => tidyLines(withoutOpenMarks(unmarked(reading, cell.trim()))));
