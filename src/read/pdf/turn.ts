import type { Block, Run } from '../../model/block.ts';
import { ASCENT, DESCENT, type Line } from './lines.ts';
import type { Glyph, RuledLine } from './paint.ts';

export type Turn = Glyph['turn'];

/** What is written in one direction, turned so that it reads from left to right, and the page as it is seen then. */
export interface Facing {
  readonly turn: Turn;
  readonly glyphs: readonly Glyph[];
  readonly rules: readonly RuledLine[];
  readonly height: number;
}

/** Parts a page by the direction of its writing; the direction of most letters comes first. */
export function facings(
  { glyphs, rules }: { readonly glyphs: readonly Glyph[]; readonly rules: readonly RuledLine[] },
  width: number,
  height: number,
): Facing[] {
  if (glyphs.every((glyph) => glyph.turn === 0)) return [{ turn: 0, glyphs, rules, height }];
  const by = new Map<Turn, Glyph[]>();
  for (const glyph of glyphs) {
    const held = by.get(glyph.turn);
    if (held === undefined) by.set(glyph.turn, [glyph]);
    else held.push(glyph);
  }
  const found = [...by].sort((a, b) => b[1].length - a[1].length);
  return found.map(([turn, held], i) => {
    const [dx, dy] = shift(turn, width, height);
    return {
      turn,
      glyphs: turn === 0 ? held : held.map((g) => ({ ...g, x0: g.x0 + dx, x1: g.x1 + dx, y: g.y + dy })),
      rules: i > 0 ? [] : rules.map((rule) => turnedRule(rule, turn, width, height)),
      height: turn % 2 === 0 ? height : width,
    };
  });
}

/** Letters of turned writing come with the page's corner as origin: they are moved onto the page. */
function shift(turn: Turn, width: number, height: number): [number, number] {
  if (turn === 1) return [0, width];
  if (turn === 2) return [width, height];
  return turn === 3 ? [height, 0] : [0, 0];
}

/** Where a line of other writing stands on the page as that is seen. */
export function placeOf(
  line: Line,
  turn: Turn,
  { turn: seen, size: [width, height] }: { readonly turn: Turn; readonly size: readonly [number, number] },
): RuledLine {
  const box: Run['box'] = [line.x0, line.y - ASCENT * line.size, line.x1, line.y + DESCENT * line.size];
  const [x0, y0, x1, y1] = placedBack(box, turn, width, height);
  return turnedRule({ x0, y0, x1, y1 }, seen, width, height);
}

function turnedRule({ x0, y0, x1, y1 }: RuledLine, turn: Turn, width: number, height: number): RuledLine {
  if (turn === 1) return { x0: y0, y0: width - x1, x1: y1, y1: width - x0 };
  if (turn === 2) return { x0: width - x1, y0: height - y1, x1: width - x0, y1: height - y0 };
  if (turn === 3) return { x0: height - y1, y0: x0, x1: height - y0, y1: x1 };
  return { x0, y0, x1, y1 };
}

/** Turns the boxes of blocks back to where they stand on the page. */
export function turnedBack(
  block: Block,
  turnOf: (page: number) => Turn,
  size: (page: number) => [number, number],
): Block {
  if (block.runs?.every((run) => turnOf(run.page) === 0) !== false) return block;
  return {
    ...block,
    runs: block.runs.map((run) => ({ ...run, box: placedBack(run.box, turnOf(run.page), ...size(run.page)) })),
  };
}

function placedBack([x0, y0, x1, y1]: Run['box'], turn: Turn, width: number, height: number): Run['box'] {
  if (turn === 1) return [width - y1, x0, width - y0, x1];
  if (turn === 2) return [width - x1, height - y1, width - x0, height - y0];
  if (turn === 3) return [y0, height - x1, y1, height - x0];
  return [x0, y0, x1, y1];
}
