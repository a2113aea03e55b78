import { composed } from '../encoding/compose.ts';
import type { ReadScan } from '../scan/page-read.ts';
import type { RecognisedLine, RecognisedWord } from '../scan/recogniser.ts';
import type { PictureRule } from '../scan/rules.ts';
import type { Line, Word } from './lines.ts';
import type { RuledLine } from './paint.ts';

/** A scanned page as the reader takes it: points of its paper, level and upright. */
export interface ScannedSheet {
  readonly lines: readonly Line[];
  readonly rules: readonly RuledLine[];
  readonly height: number;
}

/** Height of a small letter over the type size, in the types that offices use. */
const X_HEIGHT = 0.46;
/** Sizes within this share of the usual one are that: no more can be told from a picture. */
const SAME_SIZE = 0.2;
/** Parts of one line whose baselines differ less than this, in type sizes, are beside each other. */
const SAME_BASELINE = 0.28;
/** White narrower than this, in type sizes, is a space; wider white may part columns. */
const SPACE = 0.7;

/** Turns what was recognised on all pages into lines and rules of the reader. */
export function sheetsOf(pages: readonly ReadScan[]): ScannedSheet[] {
  const usual = usualHeight(pages);
  return pages.map((page) => {
    const point = 72 / page.dpi;
    const parts = page.lines.flatMap((line) => partOf(line, page.rules, page.dpi));
    return {
      lines: rowsOf(parts, (line) => sizeOf(line, point, usual), point),
      rules: page.rules.map(({ x0, y0, x1, y1 }) => ({
        x0: x0 * point,
        y0: y0 * point,
        x1: x1 * point,
        y1: y1 * point,
      })),
      height: page.height * point,
    };
  });
}

const lettersIn = ({ words }: RecognisedLine): number => words.reduce((sum, { text }) => sum + text.length, 0);

/** The height of a small letter on most lines, in points; of all pages, as one page may hold little. */
function usualHeight(pages: readonly ReadScan[]): number {
  const all = pages.flatMap((page) =>
    page.lines.map((line) => ({ height: (line.xHeight * 72) / page.dpi, letters: lettersIn(line) })),
  );
  all.sort((a, b) => a.height - b.height);
  let left = all.reduce((sum, { letters }) => sum + letters, 0) / 2;
  for (const { height, letters } of all) {
    left -= letters;
    if (left <= 0) return height;
  }
  return 0;
}

function sizeOf({ xHeight }: RecognisedLine, point: number, usual: number): number {
  const own = xHeight * point;
  const height = own <= 0 || Math.abs(own - usual) < SAME_SIZE * usual ? usual : own;
  return Math.max(1, height / X_HEIGHT);
}

/** What a line says something with: a column of units may hold but "%". */
const MEANS = /[\p{L}\p{N}%‰]/u;
const BAR = /^[|¦[\]{}()!lI1\\/_—–-]$/u;
/** Signs that are read where there are but specks. */
const SPECKS = /^[.,'`´‘’"“”°~^*·•:;_|¦\\/—–=+<>-]+$/u;

/** A line without what are no words: ruling lines read as bars, specks. */
function partOf(line: RecognisedLine, rules: readonly PictureRule[], dpi: number): RecognisedLine[] {
  const words = line.words.filter((word) => !isRule(word, rules, dpi));
  if (!words.some(({ text }) => MEANS.test(text))) return [];
  let [from, to] = [0, words.length];
  const isSpeck = (word: RecognisedWord | undefined): boolean =>
    word !== undefined && SPECKS.test(word.text) && word.confidence < 0.5;
  while (from < to && isSpeck(words[from])) from++;
  while (to > from && isSpeck(words[to - 1])) to--;
  const kept = words.slice(from, to);
  // Specks and single signs tell no baseline: digits and "%" stand on it.
  const isUntold = kept.length < line.words.length || kept.every(({ text }) => !/[\p{L}\p{N}]/u.test(text));
  return isUntold && kept.every(({ text }) => ON_LINE.test(text))
    ? [{ ...line, words: kept, y: Math.max(...kept.map(({ y1 }) => y1)), slope: 0 }]
    : [{ ...line, words: kept }];
}
/** Signs that stand on the line and reach no deeper. */
const ON_LINE = /^[\p{Nd}%‰.]+$/u;

function isRule({ text, x0, x1, y0, y1 }: RecognisedWord, rules: readonly PictureRule[], dpi: number): boolean {
  if (!BAR.test(text)) return false;
  const near = dpi * 0.03;
  const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
  return rules.some((rule) => rule.x0 - near <= x && rule.x1 + near >= x && rule.y0 - near <= y && rule.y1 + near >= y);
}

interface Part {
  readonly words: readonly Word[];
  readonly x0: number;
  readonly x1: number;
  readonly y: number;
  readonly size: number;
  readonly letters: number;
}

/** Lines as the reader takes them: all words on one baseline, of whatever column. */
function rowsOf(lines: readonly RecognisedLine[], size: (line: RecognisedLine) => number, point: number): Line[] {
  const parts = lines
    .map((line) => partFrom(line, size(line), point))
    .filter((part) => part !== undefined)
    .sort((a, b) => a.y - b.y);
  const rows: Part[][] = [];
  for (const part of parts) {
    const row = rows.findLast((row) => row.every((other) => isBeside(other, part)));
    if (row === undefined) rows.push([part]);
    else row.push(part);
  }
  return rows.map(lineOf).sort((a, b) => a.y - b.y || a.x0 - b.x0);
}

const isBeside = (a: Part, b: Part): boolean =>
  Math.abs(a.y - b.y) <= SAME_BASELINE * Math.min(a.size, b.size) && (a.x1 <= b.x0 || b.x1 <= a.x0);

function lineOf(row: readonly Part[]): Line {
  const sorted = [...row].sort((a, b) => a.x0 - b.x0);
  const main = sorted.reduce((most, part) => (part.letters > most.letters ? part : most));
  const [first, last] = [sorted[0] ?? main, sorted.at(-1) ?? main];
  return { words: sorted.flatMap(({ words }) => words), x0: first.x0, x1: last.x1, y: main.y, size: main.size };
}

function partFrom(line: RecognisedLine, size: number, point: number): Part | undefined {
  const words: Word[] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const word of line.words) {
    const text = composed(word.text).trim();
    if (text === '') continue;
    const [x0, x1] = [word.x0 * point, word.x1 * point];
    words.push({
      text,
      x0,
      x1,
      bold: false,
      size,
      mark: -1,
      spaced: x0 - end < SPACE * size,
      spaceAfter: false,
      font: undefined,
      ...(word.doubtful === true ? { doubtful: true } : {}),
    });
    end = x1;
  }
  const [first, last] = [words[0], words.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const middle = ((line.words[0]?.x0 ?? 0) + (line.words.at(-1)?.x1 ?? 0)) / 2;
  return {
    words,
    x0: first.x0,
    x1: last.x1,
    y: (line.y + line.slope * (middle - (line.words[0]?.x0 ?? 0))) * point,
    size,
    letters: lettersIn(line),
  };
}
