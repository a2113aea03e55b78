import type { Glyph, RuledLine } from './paint.ts';

/** How high above the line, in sizes, a line runs that strikes letters out; lower ones underline. */
const LOWEST = 0.14;
const HIGHEST = 0.42;
/** It is no thicker than this, in sizes. */
const THICKEST = 0.16;
/** A line that strikes out begins and ends with letters: of its length, so much is over them or the white between them. */
const OVER_LETTERS = 0.8;
/** White between two struck letters, in sizes. */
const WHITE = 1.5;

/** Letters struck out by lines through their middles, and the lines that do not. All turned so that letters are upright. */
export function struckOut(
  glyphs: readonly Glyph[],
  rules: readonly RuledLine[],
): { readonly struck: ReadonlySet<Glyph>; readonly rules: readonly RuledLine[] } {
  const struck = new Set<Glyph>();
  const level = rules.filter((rule) => rule.x1 - rule.x0 > 2 * (rule.y1 - rule.y0));
  if (level.length === 0 || level.length > MOST_RULES) return { struck, rules };
  const rows = byHeight(glyphs);
  const through = new Set<RuledLine>();
  const lines = joined(level);
  const upright = rules.filter((rule) => rule.y1 - rule.y0 > 2 * (rule.x1 - rule.x0));
  for (const line of lines) {
    const under = lettersUnder(line, rows);
    const [first, last] = [under[0], under.at(-1)];
    if (first === undefined || last === undefined) continue;
    if (last.x1 - first.x0 < OVER_LETTERS * (line.x1 - line.x0) || !isWhole(under)) continue;
    if (isEdge(line, upright) || (isOfTable(line, lines) && !isAsLong(line, first, last))) continue;
    for (const glyph of under) struck.add(glyph);
    for (const piece of line.pieces) through.add(piece);
  }
  return struck.size === 0 ? { struck, rules } : { struck, rules: rules.filter((rule) => !through.has(rule)) };
}
/** More lines are a drawing. */
const MOST_RULES = 5000;

/** Pieces of one line that touch. */
interface Joined extends RuledLine {
  readonly pieces: readonly RuledLine[];
}

function joined(rules: readonly RuledLine[]): Joined[] {
  const made: { x0: number; x1: number; y0: number; y1: number; pieces: RuledLine[] }[] = [];
  const sorted = [...rules].sort((a, b) => Math.round(a.y0) - Math.round(b.y0) || a.x0 - b.x0);
  for (const rule of sorted) {
    const last = made.at(-1);
    if (last !== undefined && Math.abs(rule.y0 - last.y0) < 0.6 && rule.x0 - last.x1 < 1 && rule.x1 > last.x1) {
      last.x1 = rule.x1;
      last.pieces.push(rule);
    } else made.push({ ...rule, pieces: [rule] });
  }
  return made;
}

/** How far lines end from each other that meet, in points. */
const MEETING = 2;
/** So many lines that begin and end at one place are those of a table. */
const OF_TABLE = 3;

/** Whether a line is the edge of a ruled cell: lines meet it at both its ends. */
const isEdge = (line: RuledLine, upright: readonly RuledLine[]): boolean =>
  [line.x0, line.x1].every((x) =>
    upright.some(
      ({ x0, x1, y0, y1 }) => x0 < x + MEETING && x1 > x - MEETING && y0 < line.y1 + MEETING && y1 > line.y0 - MEETING,
    ),
  );

const isOfTable = (line: RuledLine, lines: readonly RuledLine[]): boolean =>
  lines.filter(({ x0, x1 }) => Math.abs(x0 - line.x0) < 1 && Math.abs(x1 - line.x1) < 1).length >= OF_TABLE;

/** Whether a line ends with the letters that it strikes out: that of a row goes on. */
const isAsLong = (line: RuledLine, first: Glyph, last: Glyph): boolean =>
  first.x0 - line.x0 < BEYOND * first.size && line.x1 - last.x1 < BEYOND * last.size;
/** In sizes. */
const BEYOND = 0.35;

/** Points in which letters are looked up. */
const STEP = 8;

function byHeight(glyphs: readonly Glyph[]): ReadonlyMap<number, readonly Glyph[]> {
  const rows = new Map<number, Glyph[]>();
  for (const glyph of glyphs) {
    if (glyph.text.trim() === '') continue;
    const row = Math.floor(glyph.y / STEP);
    const held = rows.get(row);
    if (held === undefined) rows.set(row, [glyph]);
    else held.push(glyph);
  }
  return rows;
}

function lettersUnder(line: RuledLine, rows: ReadonlyMap<number, readonly Glyph[]>): Glyph[] {
  const y = (line.y0 + line.y1) / 2;
  const found: Glyph[] = [];
  for (let row = Math.floor(y / STEP); row <= Math.floor((y + TALLEST) / STEP); row++) {
    for (const glyph of rows.get(row) ?? []) {
      const middle = (glyph.x0 + glyph.x1) / 2;
      const height = (glyph.y - y) / glyph.size;
      const thick = (line.y1 - line.y0) / glyph.size;
      if (middle > line.x0 && middle < line.x1 && height >= LOWEST && height <= HIGHEST && thick <= THICKEST)
        found.push(glyph);
    }
  }
  return found.sort((a, b) => a.x0 - b.x0);
}
const TALLEST = 24;

/** Letters and the white between words, but no white as wide as columns are apart; dashes alone are drawn so. */
function isWhole(under: readonly Glyph[]): boolean {
  const gaps = under.every((glyph, i) => {
    const before = under[i - 1];
    return before === undefined || glyph.x0 - before.x1 < WHITE * glyph.size;
  });
  return gaps && under.some(({ text }) => /[\p{L}\p{N}]/u.test(text));
}
