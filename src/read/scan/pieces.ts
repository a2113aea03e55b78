/** A piece of ink that hangs together, also corner to corner. Pixels; the ends are outside. */
export interface InkPiece {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
  readonly pixels: number;
}

/**
 * The pieces of a field, from the top.
 *
 * @param ink 1 where ink is; 0 everywhere afterwards, since what has been looked at is no ink any more
 */
export function piecesIn(ink: Uint8Array, width: number, height: number): InkPiece[] {
  const pieces: InkPiece[] = [];
  for (let start = ink.indexOf(1); start >= 0; start = ink.indexOf(1, start + 1))
    pieces.push(pieceAt(ink, width, height, start));
  return pieces;
}

function pieceAt(ink: Uint8Array, width: number, height: number, start: number): InkPiece {
  const found = [start];
  ink[start] = 0;
  let [x0, x1, y0, y1] = [width, 0, height, 0];
  for (let at = found[0], i = 0; at !== undefined; at = found[++i]) {
    const [x, y] = [at % width, Math.floor(at / width)];
    [x0, x1, y0, y1] = [Math.min(x0, x), Math.max(x1, x + 1), Math.min(y0, y), Math.max(y1, y + 1)];
    for (let v = Math.max(0, y - 1); v <= Math.min(height - 1, y + 1); v++)
      for (let u = Math.max(0, x - 1); u <= Math.min(width - 1, x + 1); u++) {
        const next = v * width + u;
        if (ink[next] !== 1) continue;
        ink[next] = 0;
        found.push(next);
      }
  }
  return { x0, y0, x1, y1, pixels: found.length };
}
