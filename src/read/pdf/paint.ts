import type { LegacyEncoding } from '../encoding/encoding.ts';
import { OPS } from './engine.ts';
import { boxesOf, type Path, segmentsOf } from './paths.ts';

/** A letter as it is painted. Points from the top left of the page as it is shown; `y` is the baseline. */
export interface Glyph {
  readonly text: string;
  readonly x0: number;
  readonly x1: number;
  readonly y: number;
  readonly size: number;
  readonly font: PaintFont;
  /** Id of the marked content it stands in, -1 where it stands in none. */
  readonly mark: number;
  /** Quarter turns clockwise in which the letter is painted. */
  readonly turn: 0 | 1 | 2 | 3;
  /** Place in the order of painting. */
  readonly order: number;
}

/** A straight horizontal or vertical stroke, or a filled box thin enough to be one. */
export interface Rule {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

export interface PaintFont {
  readonly id: string;
  readonly name: string;
  readonly bold: boolean;
  /** Pre-Unicode encoding that its name claims. */
  readonly encoding: LegacyEncoding | undefined;
  /** What its letters are where its character map is broken. */
  readonly letters?: ReadonlyMap<string, string>;
  /** Width of one unit of a glyph in text space. */
  readonly unit: number;
}

export interface Painting {
  readonly glyphs: readonly Glyph[];
  readonly rules: readonly Rule[];
}

type Matrix = readonly [number, number, number, number, number, number];

interface State {
  ctm: Matrix;
  font: PaintFont;
  size: number;
  charSpacing: number;
  wordSpacing: number;
  scale: number;
  leading: number;
  rise: number;
  lineWidth: number;
}

/** Thicker than this (in points) a filled box is a surface, not a line. */
const THICKEST_RULE = 3;
const SHORTEST_RULE = 4;

/**
 * Follows the painting operators of one page and notes where each letter and each straight line comes to stand.
 *
 * @param operators as pdf.js gives them: `fnArray` beside `argsArray`
 * @param base page space to points from the top left
 */
export function followPainting(
  operators: { readonly fnArray: readonly number[]; readonly argsArray: readonly unknown[] },
  base: Matrix,
  fontOf: (id: string) => PaintFont,
): Painting {
  const glyphs: Glyph[] = [];
  const rules: Rule[] = [];
  const stack: State[] = [];
  let state: State = {
    ctm: base,
    font: fontOf(''),
    size: 0,
    charSpacing: 0,
    wordSpacing: 0,
    scale: 1,
    leading: 0,
    rise: 0,
    lineWidth: 1,
  };
  let textMatrix: Matrix = IDENTITY;
  let [x, y, lineX, lineY] = [0, 0, 0, 0];
  /** Ids of the marked contents that are open, outermost first; -1 for those without. */
  const marks: number[] = [];

  const move = (dx: number, dy: number) => {
    lineX += dx;
    lineY += dy;
    x = lineX;
    y = lineY;
  };
  const showText = (items: readonly unknown[]) => {
    const { font, size, scale, rise, charSpacing, wordSpacing } = state;
    const matrix = multiply(state.ctm, textMatrix);
    const [a, b, c, d] = matrix;
    const height = Math.hypot(c, d) * Math.abs(size);
    const turn = turnOf(a * Math.sign(size || 1), b * Math.sign(size || 1));
    const mark = marks.findLast((id) => id >= 0) ?? -1;
    const upright = turn === 0 && matrix[1] === 0 && matrix[2] === 0;
    const spaced = (advance: number, isSpace: boolean): number =>
      advance + (charSpacing + (isSpace ? wordSpacing : 0)) * scale;
    for (const item of items) {
      if (typeof item === 'number') {
        x -= (item / 1000) * size * scale;
        continue;
      }
      if (!isObject(item)) continue;
      const mapped = typeof item.unicode === 'string' ? item.unicode : '';
      const text = font.letters?.get(mapped) ?? mapped;
      const advance = num(item.width) * font.unit * size * scale;
      if (text !== '') {
        let [from, to, at] = [a * x + matrix[4], a * (x + advance) + matrix[4], d * (y + rise) + matrix[5]];
        if (!upright) {
          const [gx, gy] = apply(matrix, x, y + rise);
          const [ex, ey] = apply(matrix, x + advance, y + rise);
          [from, to, at] = alongTurn(turn, gx, gy, ex, ey);
        }
        glyphs.push({
          text,
          x0: Math.min(from, to),
          x1: Math.max(from, to),
          y: at,
          size: height,
          font,
          mark,
          turn,
          order: glyphs.length,
        });
      }
      x += spaced(advance, item.isSpace === true);
    }
  };
  const strokes = (path: Path) => {
    const thin = state.lineWidth * Math.hypot(state.ctm[0], state.ctm[1]) <= THICKEST_RULE * 2;
    if (!thin) return;
    for (const [[ax, ay], [bx, by]] of segmentsOf(path)) {
      const [x0, y0] = apply(state.ctm, ax, ay);
      const [x1, y1] = apply(state.ctm, bx, by);
      if (Math.abs(x1 - x0) < 0.7 || Math.abs(y1 - y0) < 0.7) addRule(rules, x0, y0, x1, y1);
    }
  };
  const fills = (path: Path) => {
    for (const box of boxesOf(path)) {
      const [x0, y0] = apply(state.ctm, box[0], box[1]);
      const [x1, y1] = apply(state.ctm, box[2], box[3]);
      if (Math.min(Math.abs(x1 - x0), Math.abs(y1 - y0)) <= THICKEST_RULE) addRule(rules, x0, y0, x1, y1);
    }
  };

  for (let i = 0; i < operators.fnArray.length; i++) {
    const args = operators.argsArray[i];
    const list: readonly unknown[] = Array.isArray(args) ? args : [];
    switch (operators.fnArray[i]) {
      case OPS.save:
        stack.push({ ...state });
        break;
      case OPS.restore:
      case OPS.paintFormXObjectEnd:
      case OPS.endGroup:
        state = stack.pop() ?? state;
        break;
      case OPS.transform:
        state.ctm = multiply(state.ctm, matrixOf(list));
        break;
      case OPS.paintFormXObjectBegin:
        stack.push({ ...state });
        state.ctm = multiply(state.ctm, matrixOf(list[0]));
        break;
      case OPS.beginGroup: {
        stack.push({ ...state });
        const group = list[0];
        if (isObject(group) && group.matrix) state.ctm = multiply(state.ctm, matrixOf(group.matrix));
        break;
      }
      case OPS.beginText:
        textMatrix = IDENTITY;
        x = y = lineX = lineY = 0;
        break;
      case OPS.setTextMatrix:
        textMatrix = matrixOf(list.length === 1 ? list[0] : list);
        x = y = lineX = lineY = 0;
        break;
      case OPS.moveText:
        move(num(list[0]), num(list[1]));
        break;
      case OPS.setLeadingMoveText:
        state.leading = -num(list[1]);
        move(num(list[0]), num(list[1]));
        break;
      case OPS.nextLine:
        move(0, -state.leading);
        break;
      case OPS.setFont:
        state.font = fontOf(String(list[0]));
        state.size = num(list[1]);
        break;
      case OPS.setGState:
        for (const entry of Array.isArray(list[0]) ? list[0] : []) {
          if (!Array.isArray(entry) || !Array.isArray(entry[1]) || entry[0] !== 'Font') continue;
          state.font = fontOf(String(entry[1][0]));
          state.size = num(entry[1][1]);
        }
        break;
      case OPS.setCharSpacing:
        state.charSpacing = num(list[0]);
        break;
      case OPS.setWordSpacing:
        state.wordSpacing = num(list[0]);
        break;
      case OPS.setHScale:
        state.scale = num(list[0]) / 100;
        break;
      case OPS.setLeading:
        state.leading = num(list[0]);
        break;
      case OPS.setTextRise:
        state.rise = num(list[0]);
        break;
      case OPS.setLineWidth:
        state.lineWidth = num(list[0]);
        break;
      case OPS.nextLineShowText:
        move(0, -state.leading);
        showText(Array.isArray(list[0]) ? list[0] : []);
        break;
      case OPS.showText:
      case OPS.showSpacedText:
        showText(Array.isArray(list[0]) ? list[0] : []);
        break;
      case OPS.beginMarkedContent:
        marks.push(-1);
        break;
      case OPS.beginMarkedContentProps:
        marks.push(typeof list[1] === 'number' ? list[1] : -1);
        break;
      case OPS.endMarkedContent:
        marks.pop();
        break;
      case OPS.constructPath: {
        const path = Array.isArray(list[1]) ? list[1][0] : undefined;
        if (!(path instanceof Float32Array) && !Array.isArray(path)) break;
        if (STROKING.has(num(list[0]))) strokes(path);
        if (FILLING.has(num(list[0]))) fills(path);
        break;
      }
    }
  }
  return { glyphs, rules };
}

const STROKING: ReadonlySet<number> = new Set([
  OPS.stroke,
  OPS.closeStroke,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);
const FILLING: ReadonlySet<number> = new Set([
  OPS.fill,
  OPS.eoFill,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];
const num = (value: unknown): number => (typeof value === 'number' && Number.isFinite(value) ? value : 0);
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function matrixOf(value: unknown): Matrix {
  if (!isObject(value)) return IDENTITY;
  const [a, b, c, d, e, f] = [0, 1, 2, 3, 4, 5].map((i) => value[i]);
  return typeof a === 'number' ? [a, num(b), num(c), num(d), num(e), num(f)] : IDENTITY;
}

const multiply = (m: Matrix, n: Matrix): Matrix => [
  m[0] * n[0] + m[2] * n[1],
  m[1] * n[0] + m[3] * n[1],
  m[0] * n[2] + m[2] * n[3],
  m[1] * n[2] + m[3] * n[3],
  m[0] * n[4] + m[2] * n[5] + m[4],
  m[1] * n[4] + m[3] * n[5] + m[5],
];
const apply = (m: Matrix, x: number, y: number): [number, number] => [
  m[0] * x + m[2] * y + m[4],
  m[1] * x + m[3] * y + m[5],
];

/** In how many quarter turns the direction of writing lies, by the larger part of its vector (y grows downwards). */
function turnOf(dx: number, dy: number): 0 | 1 | 2 | 3 {
  if (Math.abs(dx) >= Math.abs(dy)) return dx >= 0 ? 0 : 2;
  return dy > 0 ? 1 : 3;
}

/** Places along and across the direction of writing, so that every turn reads left to right and top to bottom. */
function alongTurn(turn: number, x0: number, y0: number, x1: number, y1: number): [number, number, number] {
  if (turn === 1) return [y0, y1, -x0];
  if (turn === 2) return [-x0, -x1, -y0];
  if (turn === 3) return [-y0, -y1, x0];
  return [x0, x1, y0];
}

function addRule(rules: Rule[], ax: number, ay: number, bx: number, by: number): void {
  const [x0, x1] = ax <= bx ? [ax, bx] : [bx, ax];
  const [y0, y1] = ay <= by ? [ay, by] : [by, ay];
  if (Math.max(x1 - x0, y1 - y0) >= SHORTEST_RULE) rules.push({ x0, y0, x1, y1 });
}
