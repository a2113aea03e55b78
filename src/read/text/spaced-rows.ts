import type { Knowledge } from '../../knowledge/knowledge.ts';
import { type GridCell, tidyText } from '../blocks.ts';
import { blankRowsAt } from './blank-rows.ts';
import { type Chunk, chunksOf, type PageColumn, pageColumnsOf, textsIn } from './page-columns.ts';
import { headsOver, type TableSides } from './page-heads.ts';
import { PAGE_NUMBER } from './page-lines.ts';
import {
  COUNT,
  DATED,
  isBlank,
  isFigure,
  isWords,
  LONGEST,
  LONGEST_WORDS,
  MARKED,
  MOST_BLANKS,
  NONE,
  NUMBER,
  rowCells,
  WORDS,
} from './page-texts.ts';
import { runOf, runOn, unread } from './run-on-rows.ts';

/** A table whose columns are set with spaces, found among other lines. */
export interface SpacedRows {
  readonly cells: readonly GridCell[];
  /** How many lines it takes. */
  readonly lines: number;
}

/** Lines of heads at most. */
const MOST_HEADS = 7;
/** Words that end with a stop are no head where they are longer: "Prel." */
const LONGEST_HEAD = 20;
const LONGEST_TITLE = 60;

/** The table that begins with its heads at a line: columns by their place on the page, as programs print pages of PDF. */
export function spacedRowsAt(knowledge: Knowledge, lines: readonly string[], from: number): SpacedRows | undefined {
  const line = lines[from] ?? '';
  if (line.length > LONGEST || line.trim() === '') return undefined;
  // Most lines of a text end with a stop.
  if (line.length > LONGEST_TITLE && /[.;:]\s*$/u.test(line)) return undefined;
  const first = firstRow(lines, from);
  const laid = first === undefined || first === from ? undefined : laidOut(knowledge, lines, from, first);
  const read = laid ?? blankRowsAt(knowledge, lines, from);
  if (read !== undefined || first === undefined || first === from) return read;
  return runOn(knowledge, lines, from, first) ?? unread(lines, from, first);
}

/** The first line with figures below heads; undefined where running text comes before one. */
function firstRow(lines: readonly string[], from: number): number | undefined {
  let filled = 0;
  for (let at = from; at < lines.length && filled <= MOST_HEADS; at++) {
    const line = lines[at] ?? '';
    if (isBlank(line)) continue;
    const chunks = chunksOf(line);
    const last = chunks.at(-1)?.text ?? '';
    if (line.length > LONGEST || (/[.;:]$/u.test(last) && last.length > LONGEST_HEAD)) return undefined;
    if (isRow(chunks) || runOf(line) !== undefined) return at;
    filled++;
  }
  return undefined;
}

/** A line with figures in columns: two of them, or words and one; one space may part a figure from what stands before it. */
function isRow(chunks: readonly Chunk[]): boolean {
  const places = chunks.filter(({ text }) => isFigure(text)).length;
  const figures = chunks.filter(({ text }) => isFigure(text) && !NONE.test(text) && !COUNT.test(text)).length;
  const tails = chunks.filter(({ text }, c) => c > 0 && !isFigure(text) && TAIL.test(text) && !DATED.test(text)).length;
  if (chunks.length < 2) return false;
  if (figures === 0 && places < 3 && tails === 0 && !(places > 0 && chunks.length > 2)) return false;
  return places + tails > (chunks.some(({ text }) => WORDS.test(text)) ? 0 : 1);
}
const TAIL = new RegExp(String.raw`\s[<>≤≥~]?\s?${NUMBER}$`, 'u');

/** "II. TỔ CHỨC THỰC HIỆN": what follows a table. */
const isTitle = (line: string): boolean =>
  /^\s*(?:[IVX]{1,5}|\d{1,2}|[A-H])\.\s\p{Lu}/u.test(line) && !/\S\s{2,}\S/u.test(line);

interface Line {
  readonly at: number;
  readonly chunks: readonly Chunk[];
  readonly row: boolean;
}

/** Rows below each other, with lines between them that go on with the words of one or head the next. */
function linesFrom(lines: readonly string[], from: number, first: number): readonly Line[] {
  const found: Line[] = [];
  const heads = new Set(lines.slice(from, first).map(tidyText));
  let blanks = 0;
  for (let at = first; at < lines.length && blanks <= MOST_BLANKS; at++) {
    const line = lines[at] ?? '';
    if (isBlank(line)) {
      if (!line.startsWith(PAGE_NUMBER)) blanks++;
      continue;
    }
    // The heads stand again on the next page.
    if (at > first && heads.has(tidyText(line))) continue;
    const chunks = chunksOf(line);
    const row = isRow(chunks);
    if (!row && (chunks.length > 3 || isTitle(line) || /[.;]\s*$/u.test(line) || line.trim().length > LONGEST_WORDS))
      break;
    found.push({ at, chunks, row });
    blanks = 0;
  }
  return found.slice(0, found.findLastIndex(({ row }) => row) + 1);
}

function laidOut(knowledge: Knowledge, lines: readonly string[], from: number, first: number): SpacedRows | undefined {
  const body = linesFrom(lines, from, first);
  const rows = body.filter(({ row }) => row).map(({ chunks }) => chunks);
  const columns = pageColumnsOf(rows, isFigure);
  if (columns === undefined) return undefined;
  const places = columns.flatMap(({ figures }, c) => (c > 0 && figures ? [c] : []));
  const words = columns.findIndex(({ words: all }) => [...all].filter((text) => isWords(text)).length * 2 > all.size);
  const [place = 0] = places;
  if (words < 0 || words > 1 || place <= words || rows.length < (places.length > 1 ? 2 : 3)) return undefined;
  const below = headsEnd(lines, from, first, columns[place]?.start ?? 0);
  const top = headsOver(knowledge, lines.slice(from, below), columns, { words, figures: place });
  const grid = gridOf(linesFrom(lines, from, below), columns, { words, figures: place });
  if (top === undefined || grid === undefined) return undefined;
  const under = Math.max(...top.map(({ row, rowSpan }) => row + rowSpan));
  return {
    cells: [...top, ...grid.flatMap((texts, row) => rowCells(texts, row + under))],
    lines: (body.at(-1)?.at ?? first) + 1 - from,
  };
}

/** Where the heads end: words over the words of the first row, nothing beside them, belong to the rows. */
function headsEnd(lines: readonly string[], from: number, first: number, figures: number): number {
  let end = first;
  for (let at = first - 1; at > from; at--) {
    if (isBlank(lines[at] ?? '')) continue;
    const chunks = chunksOf(lines[at] ?? '');
    if (chunks.some((chunk) => chunk.end > figures) || chunks.length > 2) break;
    end = at;
  }
  return end;
}

/** The texts of each row; undefined where a text stands in two columns. */
function gridOf(
  body: readonly Line[],
  columns: readonly PageColumn[],
  { words, figures }: TableSides,
): readonly (readonly string[])[] | undefined {
  const rows: string[][] = [];
  let above: string[] | undefined;
  const head = (texts: string[] | undefined): void => {
    if (texts !== undefined) rows.push(texts);
  };
  for (const { row, chunks } of body) {
    const texts = textsIn(chunks, columns, isFigure);
    if (texts === undefined) return undefined;
    if (!row) {
      const last = rows.at(-1);
      const goesOn = texts.every((text, c) => text === '' || (c < figures && /^\p{Ll}/u.test(text)));
      if (chunks.some((chunk) => chunk.start >= (columns[figures]?.start ?? 0))) return undefined;
      if (goesOn && last !== undefined && above === undefined) joinTo(last, texts);
      else if (above === undefined) above = texts;
      else {
        head(above);
        above = texts;
      }
      continue;
    }
    const own = texts[words] ?? '';
    const over = above?.[words] ?? '';
    // A row whose words stand above its figures, or above their translation.
    if (above !== undefined && own === '') texts[words] = over;
    else if (above !== undefined && MARKED.test(over) && !MARKED.test(own)) texts[words] = `${over}\n${own}`;
    else head(above);
    above = undefined;
    rows.push(texts);
  }
  return rows;
}

/** Adds what goes on in the next line to the cells of a row. */
function joinTo(row: string[], texts: readonly string[]): void {
  for (const [c, text] of texts.entries()) if (text !== '') row[c] = row[c] === '' ? text : `${row[c]} ${text}`;
}
