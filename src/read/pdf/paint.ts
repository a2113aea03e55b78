import type { LegacyEncoding } from '../encoding/encoding.ts';
import { OPS } from './engine.ts';
import { alongTurn, apply, IDENTITY, isObject, type Matrix, matrixOf, multiply, num, turnOf } from './matrix.ts';
import { boxesOf, type Path, type PathBox, segmentsOf } from './paths.ts';

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
  /** Degrees by which it leans from the nearest quarter turn. */
  readonly lean: number;
  readonly ink: Ink;
}

/** How letters are painted that one operator paints. */
export interface Ink {
  /** "#rrggbb"; undefined where it is no plain colour. */
  readonly colour: string | undefined;
  /** Paints nothing, by its mode. */
  readonly invisible: boolean;
  /** On a layer that is off. */
  readonly off: boolean;
  /** Told by the file to be no part of the document's text. */
  readonly artifact: boolean;
  /** Number of the stamp or signature, which is laid over the page; undefined on the page itself. */
  readonly stamp: number | undefined;
  readonly clip: PageBox | undefined;
}

export interface PageBox {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** A filled part of the page that is no line. */
export interface Surface extends PageBox {
  /** "#rrggbb" of a box that hides all that is under it; undefined where something of that may be seen. */
  readonly colour: string | undefined;
  /** How many letters were painted before. */
  readonly order: number;
}

/** A straight horizontal or vertical stroke, or a filled box thin enough to be one. */
export type RuledLine = PageBox;

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
  readonly surfaces: readonly Surface[];
  /** Where pictures stand, which are not read. */
  readonly pictures: readonly PageBox[];
}

/** What an annotation adds to the page: its text, its lines and boxes alone, or text that is laid over the page. */
export type AnnotationPart = 'text' | 'lines' | 'stamp' | 'none';

/** What the painter has to ask for. */
export interface Asked {
  readonly fontOf: (id: string) => PaintFont;
  readonly isOff?: (layer: unknown) => boolean;
  readonly annotationOf?: (id: unknown) => AnnotationPart;
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
  mode: number;
  fillColour: string | undefined;
  strokeColour: string | undefined;
  /** What is painted lets through what is under it. */
  sheer: boolean;
  /** The same of all that the group in hand paints. */
  sheerGroup: boolean;
  clip: Clip | undefined;
}

interface Clip extends PageBox {
  /** What is painted shows in all of the box. */
  readonly square: boolean;
}

/** Thicker than this (in points) a filled box is a surface, not a line. */
const THICKEST_RULE = 3;
const SHORTEST_RULE = 4;
/** More boxes on a page are a drawing. */
const MOST_SURFACES = 5000;

/** How far the painting of a page has come. */
interface Painter {
  readonly glyphs: Glyph[];
  readonly rules: RuledLine[];
  readonly surfaces: Surface[];
  readonly pictures: PageBox[];
  readonly asked: Asked;
  readonly base: Matrix;
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
  /** Of each of them, whether it is off, and whether it is no text of the document. */
  readonly layers: { readonly off: boolean; readonly artifact: boolean }[];
  /** What the annotation in hand adds; undefined on the page itself. */
  annotation: AnnotationPart | undefined;
  /** How many annotations were begun. */
  annotations: number;
  /** The next path is where painting is to be seen from then on. */
  clips: boolean;
  /** Nothing was painted since the place was last moved: what was to be painted there is a picture, which is passed over. */
  bare: boolean;
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
  asked: Asked,
): Painting {
  const painter: Painter = {
    glyphs: [],
    rules: [],
    surfaces: [],
    pictures: [],
    asked,
    base,
    stack: [],
    state: plainState(base, asked),
    textMatrix: IDENTITY,
    ...{ x: 0, y: 0, lineX: 0, lineY: 0 },
    marks: [],
    layers: [],
    annotation: undefined,
    annotations: 0,
    clips: false,
    bare: false,
  };
  operators.fnArray.forEach((operator, i) => {
    const args = operators.argsArray[i];
    OPERATORS.get(operator)?.(painter, Array.isArray(args) ? args : []);
  });
  const { glyphs, rules, surfaces, pictures } = painter;
  return { glyphs, rules, surfaces, pictures };
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

const BLACK = '#000000';
const plainState = (ctm: Matrix, { fontOf }: Asked): State => ({
  ctm,
  font: fontOf(''),
  ...{ size: 0, charSpacing: 0, wordSpacing: 0, scale: 1, leading: 0, rise: 0, lineWidth: 1, mode: 0 },
  ...{ fillColour: BLACK, strokeColour: BLACK, sheer: false, sheerGroup: false, clip: undefined },
});

type Operator = (painter: Painter, args: readonly unknown[]) => void;

/** An operator that only sets what holds from here on. */
const setting =
  (set: (state: State, value: number) => void): Operator =>
  ({ state }, [value]) =>
    set(state, num(value));

const restore: Operator = (painter) => {
  if (painter.bare) addPicture(painter);
  painter.state = painter.stack.pop() ?? painter.state;
};
const colour = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
const isPlain = (value: unknown): boolean => value === undefined || value === 'source-over';
const showText: Operator = (painter, [items]) => paintText(painter, Array.isArray(items) ? items : []);

const OPERATORS: ReadonlyMap<number, Operator> = new Map<number, Operator>([
  [OPS.save, putAside],
  [OPS.restore, restore],
  [OPS.paintFormXObjectEnd, restore],
  [OPS.endGroup, restore],
  [OPS.transform, (painter, matrix) => transform(painter, matrixOf(matrix))],
  [
    OPS.paintFormXObjectBegin,
    (painter, [matrix, bounds]) => {
      putAside(painter);
      transform(painter, matrixOf(matrix));
      painter.bare = false;
      if (isObject(bounds)) clipTo(painter, [num(bounds[0]), num(bounds[1]), num(bounds[2]), num(bounds[3])], true);
    },
  ],
  [
    OPS.beginGroup,
    (painter, [group]) => {
      putAside(painter);
      painter.state.sheerGroup ||= painter.state.sheer;
      painter.state.sheer = false;
      if (isObject(group) && group.matrix) transform(painter, matrixOf(group.matrix));
    },
  ],
  [OPS.beginAnnotation, beginAnnotation],
  [
    OPS.endAnnotation,
    (painter) => {
      painter.annotation = undefined;
      painter.state = painter.stack.pop() ?? painter.state;
    },
  ],
  [
    OPS.beginText,
    (painter) => {
      painter.bare = false;
      beginLine(painter, IDENTITY);
    },
  ],
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
  [OPS.setTextRenderingMode, setting((state, value) => (state.mode = value))],
  [OPS.setFillRGBColor, ({ state }, [value]) => (state.fillColour = colour(value))],
  [OPS.setStrokeRGBColor, ({ state }, [value]) => (state.strokeColour = colour(value))],
  [OPS.setFillColorN, ({ state }) => (state.fillColour = undefined)],
  [OPS.setStrokeColorN, ({ state }) => (state.strokeColour = undefined)],
  [OPS.setFillTransparent, ({ state }) => (state.fillColour = undefined)],
  [OPS.setStrokeTransparent, ({ state }) => (state.strokeColour = undefined)],
  [OPS.beginMarkedContent, (painter, [tag]) => beginMarked(painter, tag, undefined)],
  [OPS.beginMarkedContentProps, (painter, [tag, property]) => beginMarked(painter, tag, property)],
  [
    OPS.endMarkedContent,
    ({ marks, layers }) => {
      marks.pop();
      layers.pop();
    },
  ],
  [OPS.clip, (painter) => (painter.clips = true)],
  [OPS.eoClip, (painter) => (painter.clips = true)],
  [OPS.constructPath, paintPath],
  [
    OPS.shadingFill,
    (painter) => {
      painter.bare = false;
      addSurface(painter, painter.state.clip ?? EVERYWHERE, undefined);
    },
  ],
]);

function beginMarked({ marks, layers, asked }: Painter, tag: unknown, property: unknown): void {
  marks.push(typeof property === 'number' ? property : -1);
  const above = layers.at(-1);
  const name = isObject(tag) ? tag.name : tag;
  layers.push({
    off: above?.off === true || (name === 'OC' && asked.isOff?.(property) === true),
    artifact: above?.artifact === true || name === 'Artifact',
  });
}

function beginAnnotation(painter: Painter, [id, , matrix, own]: readonly unknown[]): void {
  painter.stack.push(painter.state);
  const ctm = multiply(multiply(painter.base, matrixOf(matrix)), matrixOf(own));
  painter.state = plainState(ctm, painter.asked);
  painter.annotations++;
  painter.annotation = painter.asked.annotationOf?.(id) ?? 'none';
  painter.bare = false;
}

function putAside({ stack, state }: Painter): void {
  stack.push({ ...state });
}

function transform(painter: Painter, matrix: Matrix): void {
  painter.state.ctm = multiply(painter.state.ctm, matrix);
  painter.bare = true;
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

function setFont({ state, asked }: Painter, id: unknown, size: unknown): void {
  state.font = asked.fontOf(String(id));
  state.size = num(size);
}

function setStates(painter: Painter, [entries]: readonly unknown[]): void {
  for (const entry of Array.isArray(entries) ? entries : []) {
    if (!Array.isArray(entry)) continue;
    const [name, value]: readonly unknown[] = entry;
    if (name === 'Font' && Array.isArray(value)) setFont(painter, value[0], value[1]);
    else if (name === 'ca') painter.state.sheer = num(value) < 1;
    else if (name === 'BM' && !isPlain(value)) painter.state.sheer = true;
    else if (name === 'SMask' && value !== false) painter.state.sheer = true;
  }
}

/** Modes that paint with the stroke's colour alone, and such that paint nothing. */
const STROKED: ReadonlySet<number> = new Set([1, 5]);
const INVISIBLE = 3;

function inkOf(painter: Painter): Ink {
  const { state, layers, annotation } = painter;
  const layer = layers.at(-1);
  return {
    colour: STROKED.has(state.mode) ? state.strokeColour : state.fillColour,
    invisible: state.mode === INVISIBLE,
    off: layer?.off === true,
    artifact: layer?.artifact === true,
    stamp: annotation === 'stamp' ? painter.annotations : undefined,
    clip: state.clip,
  };
}

/** @param items letters, and numbers that move what follows them, in thousandths of the size to the left */
function paintText(painter: Painter, items: readonly unknown[]): void {
  const { state, textMatrix, glyphs } = painter;
  painter.bare = false;
  if (painter.annotation === 'none' || painter.annotation === 'lines') return;
  const { font, size, scale, rise, charSpacing, wordSpacing } = state;
  const matrix = multiply(state.ctm, textMatrix);
  const [a, b, c, d] = matrix;
  const height = Math.hypot(c, d) * Math.abs(size);
  const turn = turnOf(a * Math.sign(size || 1), b * Math.sign(size || 1));
  const mark = painter.marks.findLast((id) => id >= 0) ?? -1;
  const upright = turn === 0 && matrix[1] === 0 && matrix[2] === 0;
  const lean = upright
    ? 0
    : (Math.atan2(Math.min(Math.abs(a), Math.abs(b)), Math.max(Math.abs(a), Math.abs(b))) * 180) / Math.PI;
  const y = painter.y + rise;
  const ink = inkOf(painter);
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
        glyphs.push({
          text,
          x0,
          x1,
          y: at,
          size: height,
          font,
          mark,
          turn,
          order: glyphs.length,
          lean,
          ink,
        });
    }
    painter.x += advance + (charSpacing + (item.isSpace === true ? wordSpacing : 0)) * scale;
  }
}

function paintPath(painter: Painter, [how, paths, bounds]: readonly unknown[]): void {
  const path = Array.isArray(paths) ? paths[0] : undefined;
  const { clips } = painter;
  painter.bare = false;
  painter.clips = false;
  if (!(path instanceof Float32Array) && !Array.isArray(path)) return;
  if (painter.annotation !== 'none' && painter.layers.at(-1)?.off !== true) {
    if (STROKING.has(num(how))) stroke(painter, path);
    if (FILLING.has(num(how))) fill(painter, path);
  }
  if (!clips || !isObject(bounds)) return;
  const parts = [...boxesOf(path)];
  const edges = [num(bounds[0]), num(bounds[1]), num(bounds[2]), num(bounds[3])] as const;
  clipTo(painter, edges, parts.length === 1 && parts[0]?.square === true);
}

const EVERYWHERE: PageBox = {
  x0: Number.NEGATIVE_INFINITY,
  y0: Number.NEGATIVE_INFINITY,
  x1: Number.POSITIVE_INFINITY,
  y1: Number.POSITIVE_INFINITY,
};

/** Where a rectangle comes to stand on the page; `square` where it is one there too. */
function boxOn(ctm: Matrix, [ax, ay, bx, by]: PathBox['box']): Clip {
  const [px, py] = apply(ctm, ax, ay);
  const [qx, qy] = apply(ctm, bx, by);
  const [x0, y0, x1, y1] = [Math.min(px, qx), Math.min(py, qy), Math.max(px, qx), Math.max(py, qy)];
  if ((ctm[1] === 0 && ctm[2] === 0) || (ctm[0] === 0 && ctm[3] === 0)) return { x0, y0, x1, y1, square: true };
  const [rx, ry] = apply(ctm, ax, by);
  const [sx, sy] = apply(ctm, bx, ay);
  return {
    x0: Math.min(x0, rx, sx),
    y0: Math.min(y0, ry, sy),
    x1: Math.max(x1, rx, sx),
    y1: Math.max(y1, ry, sy),
    square: false,
  };
}

function clipTo({ state }: Painter, box: PathBox['box'], square: boolean): void {
  const on = boxOn(state.ctm, box);
  state.clip = { ...common(on, state.clip), square: square && on.square && state.clip?.square !== false };
}

const common = (a: PageBox, b: PageBox = EVERYWHERE): PageBox => ({
  x0: Math.max(a.x0, b.x0),
  y0: Math.max(a.y0, b.y0),
  x1: Math.min(a.x1, b.x1),
  y1: Math.min(a.y1, b.y1),
});

function addSurface({ surfaces, glyphs, state }: Painter, box: PageBox, colour: string | undefined): void {
  const { x0, y0, x1, y1 } = common(box, state.clip);
  if (x0 < x1 && y0 < y1 && surfaces.length < MOST_SURFACES)
    surfaces.push({ x0, y0, x1, y1, colour, order: glyphs.length });
}

/** A picture fills the unit square of its place. */
function addPicture(painter: Painter): void {
  painter.bare = false;
  const on = boxOn(painter.state.ctm, [0, 0, 1, 1]);
  const { x0, y0, x1, y1 } = common(on, painter.state.clip);
  if (x0 < x1 && y0 < y1 && painter.layers.at(-1)?.off !== true && painter.pictures.length < MOST_SURFACES)
    painter.pictures.push({ x0, y0, x1, y1 });
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

function fill(painter: Painter, path: Path): void {
  const { state, rules, surfaces } = painter;
  const parts = [...boxesOf(path)];
  // A box in a box may be a hole.
  const plain = !state.sheer && !state.sheerGroup && state.clip?.square !== false && parts.length <= MOST_PARTS;
  for (const { box, square } of parts) {
    const on = boxOn(state.ctm, box);
    if (Math.min(on.x1 - on.x0, on.y1 - on.y0) <= THICKEST_RULE) addRule(rules, on.x0, on.y0, on.x1, on.y1);
    else if (surfaces.length < MOST_SURFACES) {
      const whole = plain && square && on.square && !parts.some((other) => other.box !== box && meet(other.box, box));
      addSurface(painter, on, whole ? state.fillColour : undefined);
    }
  }
}
/** More boxes in one path are a drawing. */
const MOST_PARTS = 50;
const meet = (a: PathBox['box'], b: PathBox['box']): boolean =>
  Math.min(a[2], b[2]) > Math.max(a[0], b[0]) && Math.min(a[3], b[3]) > Math.max(a[1], b[1]);

function addRule(rules: RuledLine[], ax: number, ay: number, bx: number, by: number): void {
  const [x0, x1] = ax <= bx ? [ax, bx] : [bx, ax];
  const [y0, y1] = ay <= by ? [ay, by] : [by, ay];
  if (Math.max(x1 - x0, y1 - y0) >= SHORTEST_RULE) rules.push({ x0, y0, x1, y1 });
}
