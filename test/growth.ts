/** At most this much longer may four times the text take. */
export const MOST = 9;

/** A text of one piece, again and again, of `length` UTF-16 units. */
export const fill = (piece: string, length: number): string =>
  piece.repeat(Math.ceil(length / piece.length)).slice(0, length);

/** CPU milliseconds, which a busy machine lengthens less than time on the clock. */
export function cpuOf(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/**
 * How much longer four times the text takes, the best of three tries: about 4 where time grows with the text, 16 where it grows
 * with its square. Times too short to be told from noise count as 20 ms.
 */
export function growth(work: (text: string) => void, piece: string, length = 100_000): number {
  let best = Number.POSITIVE_INFINITY;
  for (let tries = 0; tries < 3 && best > MOST; tries++) {
    const few = cpuOf(() => work(fill(piece, length / 4)));
    best = Math.min(best, cpuOf(() => work(fill(piece, length))) / Math.max(20, few));
  }
  return best;
}
