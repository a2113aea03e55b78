import type { Claim } from '../encoding/choose.ts';
import { composed } from '../encoding/compose.ts';
import type { Glyph } from './paint.ts';
import { withRaised } from './raised.ts';

/** Letters between two gaps. */
export interface Word {
  readonly text: string;
  readonly x0: number;
  readonly x1: number;
  readonly bold: boolean;
  /** Painted size of its first letter, in points. */
  readonly size: number;
  readonly mark: number;
  /** A space that belongs to it and to the word before was painted between the two. */
  readonly spaced: boolean;
  /** A space was painted right after it. */
  readonly spaceAfter: boolean;
  /** Id of the font of all its letters; undefined where they are in several. */
  readonly font: string | undefined;
  /** The codes as they were painted, by the encodings that their fonts claim; undefined where none claims any. */
  readonly pieces?: readonly Claim[];
  /** A figure that was read from an image, and may be misread. */
  readonly doubtful?: true;
}

/** Words on one baseline, left to right. */
export interface Line {
  readonly words: readonly Word[];
  readonly x0: number;
  readonly x1: number;
  /** Baseline. */
  readonly y: number;
  readonly size: number;
  /** Where it stands, for a line that is written in another direction than the page. */
  readonly upright?: { readonly x0: number; readonly y0: number; readonly x1: number; readonly y1: number };
}

/** Descent below the baseline and ascent above it, in type sizes: boxes hold the letters with their marks. */
export const DESCENT = 0.25;
export const ASCENT = 0.95;

/** A gap of this share of the type size parts two words where the producer painted no space. */
const GAP = 0.17;
/** A painted space that takes up less than this share is no space: fonts that lack a letter leave such ones behind. */
const SPACE = 0.07;
/** A word that begins this near (in type sizes) to the end of a painted space belongs to it. */
const AT_SPACE = 0.05;
/** Baselines nearer than this share of the type size are one. */
const SAME_BASELINE = 0.2;
/** One letter alone that is larger by this factor is no part of a line: a large first letter beside two lines is in neither. */
const INITIAL = 2;
/** The same letter painted again within this share of the type size is the producer's way of printing bold. */
const PAINTED_TWICE = 0.08;

/** Puts painted letters together to lines by where they stand, in whatever order they were painted. */
export function linesOfGlyphs(glyphs: readonly Glyph[]): Line[] {
  const rows = baselines(glyphs);
  return rows
    .map((row) => lineOf(row))
    .filter((line): line is Line => line !== undefined)
    .sort((a, b) => a.y - b.y || a.x0 - b.x0);
}

/** A line of some of the words; size and baseline stay those of the whole line. */
export function lineWith(line: Line, words: readonly Word[]): Line | undefined {
  const [first, last] = [words[0], words.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  return { ...line, words, x0: first.x0, x1: last.x1, size: mainSize(words) };
}

/** The parts of a line between gaps wider than `gap` points. */
export function lineParts(line: Line, gap: number): Line[] {
  const parts: Word[][] = [];
  let last: Word | undefined;
  for (const word of line.words) {
    if (last === undefined || word.x0 - last.x1 > gap) parts.push([]);
    parts.at(-1)?.push(word);
    last = word;
  }
  return parts.map((words) => lineWith(line, words)).filter((part): part is Line => part !== undefined);
}

function baselines(glyphs: readonly Glyph[]): (readonly Glyph[])[] {
  const sorted = [...glyphs].sort((a, b) => a.y - b.y || a.order - b.order);
  const rows: Glyph[][] = [];
  let row: Glyph[] = [];
  let first: Glyph | undefined;
  let [y, size] = [Number.NEGATIVE_INFINITY, 0];
  const placeOf = ({ y, size }: Glyph): string => `${y} ${size}`;
  let counts: Map<string, number> | undefined;
  /** Whether no other letter of its size stands on its baseline. */
  const isAlone = (large: Glyph): boolean => {
    if (counts === undefined) {
      counts = new Map();
      for (const other of sorted)
        if (!isBlank(other)) counts.set(placeOf(other), (counts.get(placeOf(other)) ?? 0) + 1);
    }
    return (counts.get(placeOf(large)) ?? 0) <= 1;
  };
  for (const glyph of sorted) {
    const [small, large] = size < glyph.size ? [size, glyph.size] : [glyph.size, size];
    const initial =
      small > 0 && large >= INITIAL * small && isAlone(large === size && first !== undefined ? first : glyph);
    if (glyph.y - y > SAME_BASELINE * (initial ? small : large)) {
      row = [];
      rows.push(row);
      first = glyph;
      y = glyph.y;
      size = glyph.size;
    }
    row.push(glyph);
  }
  return withRaised(rows);
}

function lineOf(glyphs: readonly Glyph[]): Line | undefined {
  const sorted = [...glyphs].sort((a, b) => centre(a) - centre(b));
  const words: Word[] = [];
  let word: Glyph[] = [];
  let space: Glyph | undefined;
  let spaced = false;
  const close = () => {
    const made = wordOf(word, spaced, space !== undefined);
    if (made !== undefined) words.push(made);
    word = [];
  };
  for (const glyph of sorted) {
    if (isBlank(glyph)) {
      space = glyph;
      continue;
    }
    const last = word.at(-1);
    if (last !== undefined) {
      const size = Math.max(last.size, glyph.size);
      const gap = glyph.x0 - last.x1;
      if (glyph.text === last.text && Math.abs(glyph.x0 - last.x0) < PAINTED_TWICE * size) continue;
      if (gap > (space === undefined ? GAP : SPACE) * size) {
        close();
        spaced =
          space !== undefined && (space.order === glyph.order - 1 || Math.abs(glyph.x0 - space.x1) < AT_SPACE * size);
      }
    }
    word.push(glyph);
    space = undefined;
  }
  close();
  const first = words[0];
  if (first === undefined) return undefined;
  const x1 = words.reduce((end, word) => Math.max(end, word.x1), first.x1);
  return { words, x0: first.x0, x1, y: baselineOf(glyphs), size: mainSize(words) };
}

const isBlank = (glyph: Glyph): boolean => glyph.text === ' ' || glyph.text.trim() === '';
const centre = (glyph: Glyph): number => (glyph.x0 + glyph.x1) / 2;

function wordOf(glyphs: readonly Glyph[], spaced: boolean, spaceAfter: boolean): Word | undefined {
  const first = glyphs[0];
  if (first === undefined) return undefined;
  let painted = '';
  let [x0, x1] = [first.x0, first.x1];
  let [bold, claims] = [true, false];
  let font: string | undefined = first.font.id;
  for (const glyph of glyphs) {
    painted += glyph.text;
    if (glyph.x0 < x0) x0 = glyph.x0;
    if (glyph.x1 > x1) x1 = glyph.x1;
    if (!glyph.font.bold) bold = false;
    if (glyph.font.id !== font) font = undefined;
    if (glyph.font.encoding !== undefined) claims = true;
  }
  const text = composed(painted).replace(/\s+/gu, ' ').trim();
  if (text === '') return undefined;
  return {
    text,
    x0,
    x1,
    bold,
    size: first.size,
    mark: first.mark,
    spaced,
    spaceAfter,
    font,
    ...(claims ? { pieces: piecesOf(glyphs) } : {}),
  };
}

function piecesOf(glyphs: readonly Glyph[]): Claim[] {
  const pieces: { text: string; encoding: Claim['encoding'] }[] = [];
  for (const { text, font } of glyphs) {
    const last = pieces.at(-1);
    if (last?.encoding === font.encoding && last !== undefined) last.text += text;
    else pieces.push({ text, encoding: font.encoding });
  }
  return pieces;
}

/** The baseline that most of the letters share. */
function baselineOf(glyphs: readonly Glyph[]): number {
  const ys = glyphs
    .filter((g) => !isBlank(g))
    .map((g) => g.y)
    .sort((a, b) => a - b);
  return ys[Math.floor(ys.length / 2)] ?? 0;
}

/** The size of the middle letter, by size. */
function mainSize(words: readonly Word[]): number {
  const first = words[0]?.size ?? 0;
  if (words.every((word) => word.size === first)) return first;
  const sorted = [...words].sort((a, b) => a.size - b.size);
  let left = sorted.reduce((sum, word) => sum + word.text.length, 0) / 2;
  for (const word of sorted) {
    left -= word.text.length;
    if (left < 0) return word.size;
  }
  return first;
}
