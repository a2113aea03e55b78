import type { LegacyEncoding } from '../encoding/encoding.ts';
import { OPS } from './engine.ts';
import { alongTurn, apply, IDENTITY, isObject, type Matrix, matrixOf, multiply, num, turnOf } from './matrix.ts';
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
export interface RuledLine {
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
  readonly rules: readonly RuledLine[];
}

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

/** How far the painting of a page has come. */
interface Painter {
  readonly glyphs: Glyph[];
  readonly rules: RuledLine[];
  readonly fontOf: (id: string) => PaintFont;
  /** States that were put aside, to be taken up again. */
  readonly stack: State[];
  state: State;
  textMatrix: Matrix;
  /** Where the next letter stands, and where its line began, in text space. */
  x: number;
  y: number;
  lineX: number;
  lineY: number;
  /** Ids of the marked contents that are open, outermost first; -1 for those without. */
  readonly marks: number[];
}

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
  const painter: Painter = {
    glyphs: [],
    rules: [],
    fontOf,
    stack: [],
    state: { ...PLAIN, ctm: base, font: fontOf('') },
    textMatrix: IDENTITY,
    ...{ x: 0, y: 0, lineX: 0, lineY: 0 },
    marks: [],
  };
  operators.fnArray.forEach((operator, i) => {
    const args = operators.argsArray[i];
    OPERATORS.get(operator)?.(painter, Array.isArray(args) ? args : []);
  });
  return { glyphs: painter.glyphs, rules: painter.rules };
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

const PLAIN = { size: 0, charSpacing: 0, wordSpacing: 0, scale: 1, leading: 0, rise: 0, lineWidth: 1 } as const;

type Operator = (painter: Painter, args: readonly unknown[]) => void;

/** An operator that only sets what holds from here on. */
const setting =
  (set: (state: State, value: number) => void): Operator =>
  ({ state }, [value]) =>
    set(state, num(value));

const restore: Operator = (painter) => {
  painter.state = painter.stack.pop() ?? painter.state;
};
const showText: Operator = (painter, [items]) => paintText(painter, Array.isArray(items) ? items : []);

const OPERATORS: ReadonlyMap<number, Operator> = new Map<number, Operator>([
  [OPS.save, putAside],
  [OPS.restore, restore],
  [OPS.paintFormXObjectEnd, restore],
  [OPS.endGroup, restore],
  [OPS.transform, (painter, matrix) => transform(painter, matrixOf(matrix))],
  [
    OPS.paintFormXObjectBegin,
    (painter, [matrix]) => {
      putAside(painter);
      transform(painter, matrixOf(matrix));
    },
  ],
  [
    OPS.beginGroup,
    (painter, [group]) => {
      putAside(painter);
      if (isObject(group) && group.matrix) transform(painter, matrixOf(group.matrix));
    },
  ],
  [OPS.beginText, (painter) => beginLine(painter, IDENTITY)],
  [OPS.setTextMatrix, (painter, args) => beginLine(painter, matrixOf(args.length === 1 ? args[0] : args))],
  [OPS.moveText, (painter, [dx, dy]) => move(painter, num(dx), num(dy))],
  [
    OPS.setLeadingMoveText,
    (painter, [dx, dy]) => {
      painter.state.leading = -num(dy);
      move(painter, num(dx), num(dy));
    },
  ],
  [OPS.nextLine, (painter) => move(painter, 0, -painter.state.leading)],
  [
    OPS.nextLineShowText,
    (painter, args) => {
      move(painter, 0, -painter.state.leading);
      showText(painter, args);
    },
  ],
  [OPS.showText, showText],
  [OPS.showSpacedText, showText],
  [OPS.setFont, (painter, [id, size]) => setFont(painter, id, size)],
  [OPS.setGState, setStates],
  [OPS.setCharSpacing, setting((state, value) => (state.charSpacing = value))],
  [OPS.setWordSpacing, setting((state, value) => (state.wordSpacing = value))],
  [OPS.setHScale, setting((state, value) => (state.scale = value / 100))],
  [OPS.setLeading, setting((state, value) => (state.leading = value))],
  [OPS.setTextRise, setting((state, value) => (state.rise = value))],
  [OPS.setLineWidth, setting((state, value) => (state.lineWidth = value))],
  [OPS.beginMarkedContent, ({ marks }) => marks.push(-1)],
  [OPS.beginMarkedContentProps, ({ marks }, [, id]) => marks.push(typeof id === 'number' ? id : -1)],
  [OPS.endMarkedContent, ({ marks }) => marks.pop()],
  [OPS.constructPath, paintPath],
]);

function putAside({ stack, state }: Painter): void {
  stack.push({ ...state });
}

function transform({ state }: Painter, matrix: Matrix): void {
  state.ctm = multiply(state.ctm, matrix);
}

function beginLine(painter: Painter, matrix: Matrix): void {
  painter.textMatrix = matrix;
  painter.x = painter.y = painter.lineX = painter.lineY = 0;
}

function move(painter: Painter, dx: number, dy: number): void {
  painter.lineX += dx;
  painter.lineY += dy;
  painter.x = painter.lineX;
  painter.y = painter.lineY;
}

function setFont({ state, fontOf }: Painter, id: unknown, size: unknown): void {
  state.font = fontOf(String(id));
  state.size = num(size);
}

function setStates(painter: Painter, [entries]: readonly unknown[]): void {
  for (const entry of Array.isArray(entries) ? entries : []) {
    if (!Array.isArray(entry) || !Array.isArray(entry[1]) || entry[0] !== 'Font') continue;
    setFont(painter, entry[1][0], entry[1][1]);
  }
}

/** @param items letters, and numbers that move what follows them, in thousandths of the size to the left */
function paintText(painter: Painter, items: readonly unknown[]): void {
  const { state, textMatrix, glyphs } = painter;
  const { font, size, scale, rise, charSpacing, wordSpacing } = state;
  const matrix = multiply(state.ctm, textMatrix);
  const [a, b, c, d] = matrix;
  const height = Math.hypot(c, d) * Math.abs(size);
  const turn = turnOf(a * Math.sign(size || 1), b * Math.sign(size || 1));
  const mark = painter.marks.findLast((id) => id >= 0) ?? -1;
  const upright = turn === 0 && matrix[1] === 0 && matrix[2] === 0;
  const y = painter.y + rise;
  for (const item of items) {
    if (typeof item === 'number') {
      painter.x -= (item / 1000) * size * scale;
      continue;
    }
    if (!isObject(item)) continue;
    const mapped = typeof item.unicode === 'string' ? item.unicode : '';
    const text = font.letters?.get(mapped) ?? mapped;
    const advance = num(item.width) * font.unit * size * scale;
    if (text !== '') {
      const { x } = painter;
      let [from, to, at] = [a * x + matrix[4], a * (x + advance) + matrix[4], d * y + matrix[5]];
      if (!upright) {
        const [gx, gy] = apply(matrix, x, y);
        const [ex, ey] = apply(matrix, x + advance, y);
        [from, to, at] = alongTurn(turn, gx, gy, ex, ey);
      }
      const [x0, x1] = [Math.min(from, to), Math.max(from, to)];
      // Numbers that are multiplied beyond all measure put a letter nowhere.
      if (Number.isFinite(x1 - x0 + at + height))
        glyphs.push({ text, x0, x1, y: at, size: height, font, mark, turn, order: glyphs.length });
    }
    painter.x += advance + (charSpacing + (item.isSpace === true ? wordSpacing : 0)) * scale;
  }
}

function paintPath(painter: Painter, [how, paths]: readonly unknown[]): void {
  const path = Array.isArray(paths) ? paths[0] : undefined;
  if (!(path instanceof Float32Array) && !Array.isArray(path)) return;
  if (STROKING.has(num(how))) stroke(painter, path);
  if (FILLING.has(num(how))) fill(painter, path);
}

function stroke({ state: { ctm, lineWidth }, rules }: Painter, path: Path): void {
  const thin = lineWidth * Math.hypot(ctm[0], ctm[1]) <= THICKEST_RULE * 2;
  if (!thin) return;
  for (const [[ax, ay], [bx, by]] of segmentsOf(path)) {
    const [x0, y0] = apply(ctm, ax, ay);
    const [x1, y1] = apply(ctm, bx, by);
    if (Math.abs(x1 - x0) < 0.7 || Math.abs(y1 - y0) < 0.7) addRule(rules, x0, y0, x1, y1);
  }
}

function fill({ state: { ctm }, rules }: Painter, path: Path): void {
  for (const box of boxesOf(path)) {
    const [x0, y0] = apply(ctm, box[0], box[1]);
    const [x1, y1] = apply(ctm, box[2], box[3]);
    if (Math.min(Math.abs(x1 - x0), Math.abs(y1 - y0)) <= THICKEST_RULE) addRule(rules, x0, y0, x1, y1);
  }
}

function addRule(rules: RuledLine[], ax: number, ay: number, bx: number, by: number): void {
  const [x0, x1] = ax <= bx ? [ax, bx] : [bx, ax];
  const [y0, y1] = ay <= by ? [ay, by] : [by, ay];
  if (Math.max(x1 - x0, y1 - y0) >= SHORTEST_RULE) rules.push({ x0, y0, x1, y1 });
}
