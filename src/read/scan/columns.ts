import { shadesOf } from './ink.ts';
import type { Picture } from './picture.ts';
import type { PictureRule } from './rules.ts';

/** A part of a picture, in pixels. */
export interface PictureBox {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** Fields an inch in which ink is looked for, across and down. */
const ACROSS = 100;
const DOWN = 40;

/** White that parts columns, in inches: so wide and so high at the least, with so many lines that stand on both sides. */
interface Kind {
  readonly width: number;
  readonly height: number;
  readonly lines: number;
  /** Spaces of running text may stand under each other: such white counts beside other strips only. */
  readonly alone: boolean;
}
const KINDS: readonly Kind[] = [
  { width: 0.45, height: 0.3, lines: 2, alone: true },
  { width: 0.2, height: 0.55, lines: 3, alone: true },
  { width: 0.1, height: 0.75, lines: 4, alone: false },
  { width: 0.04, height: 1.2, lines: 6, alone: false },
];
/** Two strips of this height, in inches, are no chance, however narrow. */
const TALL = 1.4;
/** A column that is narrower than this, in inches, may be but the labels of a list, unless others stand beside it. */
const NARROW = 0.45;
/** Height of a row of small letters and of a line, in inches. */
const LETTER = 0.06;
const LINE = 0.24;
/** How far above its letters a mark may stand, in inches. */
const MARKS = 0.1;
/** Pieces are no more, and cut no deeper; what is lower than this, in inches, is no line of text. */
const MOST = 80;
const DEEPEST = 24;
const LOWEST = 0.05;
/** Narrower than this, in inches, and higher than two lines without a gap between them, is what is left of a ruling line. */
const THIN = 0.12;
/** A strip that was found in a larger box parts a smaller one where it is so high, in inches. */
const KNOWN = 0.15;

/** Sides of boxes are in fields. */
interface Strip extends PictureBox {
  readonly ruled: boolean;
  readonly kind?: Kind;
}

/**
 * Finds what stands in columns: each piece between white strips, or between upright ruling lines, is read by itself. The
 * engines take neighbouring cells for one line else.
 *
 * @param picture without its ruling lines
 */
export function piecesOf(picture: Picture, rules: readonly PictureRule[], dpi: number): PictureBox[] {
  const across = Math.max(1, Math.round(dpi / ACROSS));
  const down = Math.max(1, Math.round(dpi / DOWN));
  const field = fieldOf(picture, across, down);
  const uprights = ofTables(rules, dpi).map((rule): Strip => {
    const x = Math.round(rule.x0 / across);
    return { x0: x, x1: x, y0: Math.floor(rule.y0 / down), y1: Math.ceil(rule.y1 / down), ruled: true };
  });
  const made: PictureBox[] = [];
  const whole = { x0: 0, y0: 0, x1: field.width, y1: field.height };
  const [wide, high] = [dpi / across, dpi / down];
  const known = [...uprights, ...stripsIn(field, trimmed(field, whole) ?? whole, uprights, wide, high)];
  cutUp(field, whole, { known, high, made, within: false, depth: 0 });
  return made
    .flatMap((box) => withWholeLines(field, box, high))
    .filter((box) => heightOf(box) >= LOWEST * high)
    .filter((box) => !isLeftOfRule(field, box, wide, high))
    .map(({ x0, y0, x1, y1 }) => ({ x0: x0 * across, y0: y0 * down, x1: x1 * across, y1: y1 * down }));
}

/** How far a line may reach over the edge of a piece, in inches. */
const OVER = 0.25;

/** A piece whose edges cut through no line: such a one is in it where most of it is. */
function withWholeLines(field: Field, box: PictureBox, high: number): PictureBox[] {
  const isInked = (y: number): boolean => y >= 0 && y < field.height && inkIn(field, box.x0, y, box.x1, y + 1) > 0;
  const most = OVER * high;
  /** How far ink goes on from a row without a gap, upwards or downwards. */
  const reach = (from: number, step: 1 | -1): number => {
    let count = 0;
    while (count <= most && isInked(from + step * count)) count++;
    return count;
  };
  const [above, first] = [reach(box.y0 - 1, -1), reach(box.y0, 1)];
  const [below, last] = [reach(box.y1, 1), reach(box.y1 - 1, -1)];
  const edge = (out: number, inside: number): number => {
    if (out === 0 || (out > most && inside > most)) return 0;
    return inside >= out ? out : -inside;
  };
  const y0 = box.y0 - edge(above, first);
  const y1 = box.y1 + edge(below, last);
  return y1 > y0 ? [{ ...box, y0, y1 }] : [];
}

/** Upright rules that part columns: a frame around one column, such as that of a stamp, has but two of them. */
function ofTables(rules: readonly PictureRule[], dpi: number): PictureRule[] {
  const uprights = rules.filter(({ x0, x1, y0, y1 }) => x0 === x1 && y1 > y0);
  const level = rules.filter(({ y0, y1 }) => y0 === y1);
  const near = JOINED * dpi;
  const meets = (h: PictureRule, v: PictureRule): boolean =>
    v.x0 >= h.x0 - near && v.x0 <= h.x1 + near && h.y0 >= v.y0 - near && h.y0 <= v.y1 + near;
  return uprights.filter((upright) =>
    level.some((rule) => meets(rule, upright) && uprights.filter((other) => meets(rule, other)).length >= 3),
  );
}
/** Lines that end so near to each other meet, in inches. */
const JOINED = 0.06;

function isLeftOfRule(field: Field, box: PictureBox, wide: number, high: number): boolean {
  if (box.x1 - box.x0 > THIN * wide || heightOf(box) < 2 * LINE * high) return false;
  let inked = 0;
  for (let y = box.y0; y < box.y1; y++) if (inkIn(field, box.x0, y, box.x1, y + 1) > 0) inked++;
  return inked > 0.7 * heightOf(box);
}

/** Where ink is, in fields of a few pixels. */
interface Field {
  readonly width: number;
  readonly height: number;
  /** Fields with ink above and left of a corner: one more each way than there are fields. */
  readonly sums: Int32Array;
}

function fieldOf(picture: Picture, across: number, down: number): Field {
  const { letters } = shadesOf(picture);
  const [width, height] = [Math.floor(picture.width / across), Math.floor(picture.height / down)];
  const sums = new Int32Array((width + 1) * (height + 1));
  // A single dark pixel is a speck.
  const least = across > 1 ? 2 : 1;
  const dark = new Uint8Array(width);
  for (let y = 0; y < height; y++) {
    dark.fill(0);
    for (let dy = 0; dy < down; dy++) {
      let at = (y * down + dy) * picture.width;
      for (let x = 0; x < width; x++)
        for (let dx = 0; dx < across; dx++, at++) if ((picture.grey[at] ?? 255) < letters) dark[x] = (dark[x] ?? 0) + 1;
    }
    let row = 0;
    for (let x = 0, to = (y + 1) * (width + 1) + 1; x < width; x++, to++) {
      if ((dark[x] ?? 0) >= least) row++;
      sums[to] = (sums[to - width - 1] ?? 0) + row;
    }
  }
  return { width, height, sums };
}

function inkIn({ width, sums }: Field, x0: number, y0: number, x1: number, y1: number): number {
  const [top, bottom] = [y0 * (width + 1), y1 * (width + 1)];
  return (sums[bottom + x1] ?? 0) - (sums[bottom + x0] ?? 0) - (sums[top + x1] ?? 0) + (sums[top + x0] ?? 0);
}

interface Cutting {
  /** Upright ruling lines and strips of the page. */
  readonly known: readonly Strip[];
  /** Fields an inch, down. */
  readonly high: number;
  readonly made: PictureBox[];
  /** The box in hand is a part between strips. */
  readonly within: boolean;
  readonly depth: number;
}

/** Cuts a box at its highest strip, and what is left and right of it, above and under it again. */
function cutUp(field: Field, box: PictureBox, cutting: Cutting): void {
  const inked = trimmed(field, box);
  if (inked === undefined) return;
  const { known, high, made, within, depth } = cutting;
  const strips = depth > DEEPEST || made.length > MOST ? [] : clipped(known, inked, high);
  const strip = strips.reduce<Strip | undefined>(
    (highest, next) => (highest === undefined || heightOf(next) > heightOf(highest) ? next : highest),
    undefined,
  );
  if (strip === undefined) {
    if (within) made.push(inked);
    return;
  }
  const { x0, y0, x1, y1 } = inked;
  const next = { ...cutting, depth: depth + 1, known: strips };
  cutUp(field, { x0, y0, x1, y1: strip.y0 }, next);
  cutUp(field, { x0, y0: strip.y0, x1: strip.x0, y1: strip.y1 }, { ...next, within: true });
  cutUp(field, { x0: strip.x1, y0: strip.y0, x1, y1: strip.y1 }, { ...next, within: true });
  cutUp(field, { x0, y0: strip.y1, x1, y1 }, next);
}

/** Strips as far as they part a box. */
const clipped = (strips: readonly Strip[], box: PictureBox, high: number): Strip[] =>
  strips.flatMap((strip): Strip[] => {
    const [y0, y1] = [Math.max(strip.y0, box.y0), Math.min(strip.y1, box.y1)];
    return strip.x0 > box.x0 && strip.x1 < box.x1 && y1 - y0 > KNOWN * high ? [{ ...strip, y0, y1 }] : [];
  });

/** A box without the white at its edges; undefined where it is all white. */
function trimmed(field: Field, { x0, y0, x1, y1 }: PictureBox): PictureBox | undefined {
  if (x1 <= x0 || y1 <= y0 || inkIn(field, x0, y0, x1, y1) === 0) return undefined;
  let [left, top, right, bottom] = [x0, y0, x1, y1];
  while (inkIn(field, left, y0, left + 1, y1) === 0) left++;
  while (inkIn(field, right - 1, y0, right, y1) === 0) right--;
  while (inkIn(field, left, top, right, top + 1) === 0) top++;
  while (inkIn(field, left, bottom - 1, right, bottom) === 0) bottom--;
  return { x0: left, y0: top, x1: right, y1: bottom };
}

const heightOf = ({ y0, y1 }: PictureBox): number => y1 - y0;

/** The strips of white that part columns of a page. */
function stripsIn(
  field: Field,
  box: PictureBox,
  uprights: readonly Strip[],
  wide: number,
  high: number,
): readonly Strip[] {
  const found = KINDS.flatMap((kind) => whiteStrips(field, box, kind, wide, high)).filter(
    (strip) => !isRuled(strip, uprights),
  );
  const [alone, others] = [true, false].map((is) => {
    const alike = found.filter(({ kind }) => kind?.alone === is);
    const own = alike.filter((strip) => !alike.some((other) => isPartOf(strip, other)));
    return own.sort((a, b) => heightOf(b) - heightOf(a));
  });
  const tall = (others ?? []).filter((strip) => heightOf(strip) >= TALL * high);
  let accepted: Strip[] = [];
  // Lines stand in the columns beside a strip, not beyond them.
  const hasLines = (strip: Strip): boolean =>
    strip.kind !== undefined &&
    withLinesBeside(field, between(box, strip, accepted), strip, strip.kind, high).length > 0;
  for (const strip of alone ?? []) {
    const stands = [...uprights, ...found].some((other) => isOther(strip, other));
    if (hasLines(strip) && (stands || narrowest(field, box, strip) >= NARROW * wide)) accepted.push(strip);
  }
  for (const strip of others ?? []) {
    if (![...accepted, ...tall].some((other) => isOther(strip, other)) || !hasLines(strip)) continue;
    if (accepted.some((other) => meets(strip, other) && heightOf(other) >= heightOf(strip))) continue;
    accepted = [...accepted.filter((other) => !meets(strip, other)), strip];
  }
  return accepted;
}

/** Two strips of the same white. */
const meets = (a: Strip, b: Strip): boolean =>
  Math.min(a.x1, b.x1) > Math.max(a.x0, b.x0) && Math.min(a.y1, b.y1) > Math.max(a.y0, b.y0);

/** The part of a box between the strips left and right of another. */
function between(box: PictureBox, strip: Strip, strips: readonly Strip[]): PictureBox {
  const near = strips.filter(
    (other) => Math.min(strip.y1, other.y1) - Math.max(strip.y0, other.y0) > 0.5 * heightOf(strip),
  );
  return {
    ...box,
    x0: Math.max(box.x0, ...near.filter(({ x1 }) => x1 <= strip.x0).map(({ x1 }) => x1)),
    x1: Math.min(box.x1, ...near.filter(({ x0 }) => x0 >= strip.x1).map(({ x0 }) => x0)),
  };
}

/** Stands between upright ruling lines: those tell the columns. */
function isRuled(strip: Strip, uprights: readonly Strip[]): boolean {
  const beside = uprights.filter(
    (upright) => Math.min(strip.y1, upright.y1) - Math.max(strip.y0, upright.y0) > 0.5 * heightOf(strip),
  );
  return beside.some(({ x0 }) => x0 <= strip.x0) && beside.some(({ x0 }) => x0 >= strip.x1);
}

/** The same white as a higher strip; of two alike, the wider one stays. */
function isPartOf(strip: Strip, other: Strip): boolean {
  if (strip === other) return false;
  const across = Math.min(strip.x1, other.x1) - Math.max(strip.x0, other.x0);
  const common = Math.min(strip.y1, other.y1) - Math.max(strip.y0, other.y0);
  if (across <= 0 || common < 0.5 * heightOf(strip)) return false;
  const more = heightOf(other) - heightOf(strip);
  if (Math.abs(more) > 0.03 * heightOf(strip)) return more > 0;
  const wider = other.x1 - other.x0 - (strip.x1 - strip.x0);
  return wider > 0 || (wider === 0 && (more > 0 || (more === 0 && other.x0 < strip.x0)));
}

/** Another strip beside this one, along most of it: three columns or more. */
function isOther(strip: Strip, other: Strip): boolean {
  const common = Math.min(strip.y1, other.y1) - Math.max(strip.y0, other.y0);
  const apart = Math.max(strip.x0 - other.x1, other.x0 - strip.x1);
  return common > 0.7 * heightOf(strip) && apart > 4;
}

/** How wide the ink is on that side of a strip where it is narrower. */
function narrowest(field: Field, box: PictureBox, strip: Strip): number {
  const left = trimmed(field, { ...strip, x0: box.x0, x1: strip.x0 });
  const right = trimmed(field, { ...strip, x0: strip.x1, x1: box.x1 });
  return Math.min(left === undefined ? 0 : left.x1 - left.x0, right === undefined ? 0 : right.x1 - right.x0);
}

/** Strips of white with lines on both sides. */
function whiteStrips(field: Field, box: PictureBox, kind: Kind, wide: number, high: number): Strip[] {
  const w = Math.max(2, Math.round(kind.width * wide));
  const height = kind.height * high;
  const runs: Strip[] = [];
  for (let x = box.x0 + 1; x + w < box.x1; x++) {
    let from = -1;
    for (let y = box.y0; y <= box.y1; y++) {
      if (y < box.y1 && inkIn(field, x, y, x + w, y + 1) === 0) {
        if (from < 0) from = y;
        continue;
      }
      if (from >= 0 && y - from >= height) runs.push({ x0: x, x1: x + w, y0: from, y1: y, ruled: false, kind });
      from = -1;
    }
  }
  return widened(field, box, runs).flatMap((strip) => withLinesBeside(field, box, strip, kind, high));
}

/** Runs of white, the highest first, each as wide as its white is all the way down. */
function widened(field: Field, box: PictureBox, runs: readonly Strip[]): Strip[] {
  const made: Strip[] = [];
  for (const run of [...runs].sort((a, b) => heightOf(b) - heightOf(a) || a.x0 - b.x0)) {
    if (made.some(({ x0, x1, y0, y1 }) => x0 <= run.x0 && x1 >= run.x1 && y0 <= run.y0 && y1 >= run.y1)) continue;
    let { x0, x1 } = run;
    while (x0 > box.x0 && inkIn(field, x0 - 1, run.y0, x0, run.y1) === 0) x0--;
    while (x1 < box.x1 && inkIn(field, x1, run.y0, x1 + 1, run.y1) === 0) x1++;
    if (x0 > box.x0 && x1 < box.x1) made.push({ ...run, x0, x1 });
  }
  return made;
}

/** A strip as far as lines stand beside it; none where too few stand on both sides. */
function withLinesBeside(field: Field, box: PictureBox, strip: Strip, { height, lines }: Kind, high: number): Strip[] {
  const left = linesBeside(field, strip, [box.x0, strip.x0], box, high);
  const right = linesBeside(field, strip, [strip.x1, box.x1], box, high);
  if (left === undefined || right === undefined) return [];
  if (countOfBoth(left.rows, right.rows, high) < lines) return [];
  const [y0, y1] = [Math.max(left.y0, right.y0), Math.min(left.y1, right.y1)];
  // One side may begin a line before the other, as cells that are centred upright do.
  const room = 3 * LINE * high;
  const from = Math.floor(Math.max(Math.min(left.y0, right.y0), y0 - room));
  const to = Math.ceil(Math.min(Math.max(left.y1, right.y1), y1 + room));
  if (to - from < 0.8 * height * high) return [];
  // Marks stand above their letters: the cut goes where there is the least ink.
  const marks = Math.ceil(MARKS * high);
  return [
    {
      ...strip,
      y0: barest(field, box, Math.max(strip.y0, from - marks), from),
      y1: barest(field, box, to, Math.min(strip.y1, to + marks)),
    },
  ];
}

/** The row with the least ink among some. */
function barest(field: Field, box: PictureBox, from: number, to: number): number {
  let [row, least] = [from, Number.POSITIVE_INFINITY];
  for (let y = from; y <= to; y++) {
    const ink = y < box.y1 ? inkIn(field, box.x0, y, box.x1, y + 1) : 0;
    if (ink < least) [row, least] = [y, ink];
  }
  return row;
}

interface Lines {
  readonly y0: number;
  readonly y1: number;
  /** Of each row of the strip, whether a line stands on it. */
  readonly rows: readonly boolean[];
}

/** The lines of text beside a strip, between two places across; such as reach over its ends are none beside it. */
function linesBeside(
  field: Field,
  { y0, y1 }: Strip,
  [x0, x1]: readonly [number, number],
  box: PictureBox,
  high: number,
): Lines | undefined {
  const rows = Array<boolean>(y1 - y0).fill(false);
  let [first, last, from] = [-1, -1, -1];
  for (let y = y0; y <= y1; y++) {
    if (y < y1 && inkIn(field, x0, y, x1, y + 1) > 0) {
      if (from < 0) from = y;
      continue;
    }
    const cut = (from === y0 && y0 > box.y0) || (y === y1 && y1 < box.y1);
    if (from >= 0 && !cut && y - from >= LETTER * high) {
      rows.fill(true, from - y0, y - y0);
      if (first < 0) first = from;
      last = y;
    }
    from = -1;
  }
  return first < 0 ? undefined : { y0: first, y1: last, rows };
}

/** How many lines stand on both sides; those of one may stand at half the height of those of the other. */
function countOfBoth(left: readonly boolean[], right: readonly boolean[], high: number): number {
  const reach = Math.round((LINE * high) / 5);
  const wider = (rows: readonly boolean[]): boolean[] =>
    rows.map((_, i) => rows.slice(Math.max(0, i - reach), i + reach + 1).includes(true));
  const [a, b] = [wider(left), wider(right)];
  let [count, run] = [0, 0];
  for (let i = 0; i <= a.length; i++) {
    if (a[i] === true && b[i] === true) run++;
    else {
      if (run >= LETTER * high) count += Math.max(1, Math.round(run / (LINE * high)));
      run = 0;
    }
  }
  return count;
}
