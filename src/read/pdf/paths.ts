export type Point = readonly [x: number, y: number];
/** Drawing steps of pdf.js, each followed by its numbers, in the space of whoever draws. */
export type Path = Float32Array | readonly number[];

/** How many numbers follow each drawing step of pdf.js: move, line, cubic, quadratic, close. */
const STEP = [2, 2, 6, 4, 0];

/** The straight lines of a path; curves only move its end. */
export function* segmentsOf(path: Path): Generator<[Point, Point]> {
  let start: Point = [0, 0];
  let at: Point = start;
  for (let i = 0; i < path.length; ) {
    const step = path[i] ?? 4;
    const length = STEP[step] ?? 0;
    const end: Point = step === 4 ? start : [path[i + length - 1] ?? 0, path[i + length] ?? 0];
    if (step === 1 || step === 4) yield [at, end];
    if (step === 0) start = end;
    at = end;
    i += length + 1;
  }
}

/** Bounds of a part of a path; `square` where the part is just that rectangle. */
export interface PathBox {
  readonly box: readonly [x0: number, y0: number, x1: number, y1: number];
  readonly square: boolean;
}

/** Bounds of each closed or open part of a path, by the ends of its steps. */
export function* boxesOf(path: Path): Generator<PathBox> {
  let box: [number, number, number, number] | undefined;
  let [corners, level] = [0, true];
  let last: Point = [0, 0];
  for (let i = 0; i < path.length; ) {
    const step = path[i] ?? 4;
    const length = STEP[step] ?? 0;
    if (step === 0 && box !== undefined) {
      yield { box, square: level && corners >= 4 && corners <= 5 };
      box = undefined;
    }
    if (step !== 4) {
      const [x, y] = [path[i + length - 1] ?? 0, path[i + length] ?? 0];
      if (box === undefined) {
        box = [x, y, x, y];
        [corners, level] = [1, true];
      } else {
        box = [Math.min(box[0], x), Math.min(box[1], y), Math.max(box[2], x), Math.max(box[3], y)];
        corners++;
        if (step !== 1 || (x !== last[0] && y !== last[1])) level = false;
      }
      last = [x, y];
    }
    i += length + 1;
  }
  if (box !== undefined) yield { box, square: level && corners >= 4 && corners <= 5 };
}
