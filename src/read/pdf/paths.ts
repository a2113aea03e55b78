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

/** Bounds of each closed or open part of a path that is drawn with straight lines only. */
export function* boxesOf(path: Path): Generator<[number, number, number, number]> {
  let box: [number, number, number, number] | undefined;
  for (let i = 0; i < path.length; ) {
    const step = path[i] ?? 4;
    const length = STEP[step] ?? 0;
    if (step === 0 && box !== undefined) {
      yield box;
      box = undefined;
    }
    if (step !== 4) {
      const [x, y] = [path[i + length - 1] ?? 0, path[i + length] ?? 0];
      box =
        box === undefined
          ? [x, y, x, y]
          : [Math.min(box[0], x), Math.min(box[1], y), Math.max(box[2], x), Math.max(box[3], y)];
    }
    i += length + 1;
  }
  if (box !== undefined) yield box;
}
