import { canBeMark, raisedText } from '../html/raised.ts';
import type { Glyph } from './paint.ts';

/** Letters on one baseline. */
type Row = readonly Glyph[];

/** Raised or lowered letters are smaller than those beside them by this factor at least. */
const SMALLER = 0.8;
/** How far, in type sizes of the line, their baseline lies from that of the line. */
const FARTHEST = 0.6;
/** How near, in type sizes of the line, they stand to a letter of it. */
const NEAR = 0.4;

/** Puts raised and lowered letters back into their lines; a raised number that refers to a footnote becomes "[1]", a power of ten "10⁶". */
export function withRaised(rows: readonly Row[]): Row[] {
  const made: Row[] = rows.map((row) => row);
  const gone = new Set<number>();
  const sizes = rows.map(largest);
  rows.forEach((row, i) => {
    const size = sizes[i] ?? 0;
    // A raised row comes before its line, a lowered one after it.
    for (const at of [i + 1, i + 2, i - 1]) {
      const host = made[at];
      const first = row[0];
      if (host === undefined || first === undefined || gone.has(at)) continue;
      const hostSize = sizes[at] ?? 0;
      const step = (host[0]?.y ?? 0) - first.y;
      if (size > SMALLER * hostSize || Math.abs(step) > FARTHEST * hostSize) continue;
      const groups = groupsOf(row, hostSize);
      if (!groups.every((group) => isBeside(group, host, hostSize))) continue;
      made[at] = [...host, ...groups.flatMap((group) => set(group, host, hostSize, step > 0))];
      gone.add(i);
      return;
    }
  });
  return made.filter((_, i) => !gone.has(i));
}

const largest = (row: Row): number => row.reduce((size, glyph) => Math.max(size, glyph.size), 0);
const printed = (row: Row): Glyph[] => row.filter((glyph) => glyph.text.trim() !== '');

function groupsOf(row: Row, size: number): Glyph[][] {
  const groups: Glyph[][] = [];
  for (const glyph of printed(row).sort((a, b) => a.x0 - b.x0)) {
    const last = groups.at(-1)?.at(-1);
    if (last === undefined || glyph.x0 - last.x1 > NEAR * size) groups.push([]);
    groups.at(-1)?.push(glyph);
  }
  return groups;
}

const before = (group: Row, host: Row, size: number): Glyph | undefined =>
  printed(host)
    .filter((glyph) => Math.abs((group[0]?.x0 ?? 0) - glyph.x1) < NEAR * size)
    .sort((a, b) => b.x1 - a.x1)[0];

function isBeside(group: Row, host: Row, size: number): boolean {
  const end = group.at(-1)?.x1 ?? 0;
  return before(group, host, size) !== undefined || host.some((glyph) => Math.abs(glyph.x0 - end) < NEAR * size);
}

function set(group: Row, host: Row, size: number, raised: boolean): Glyph[] {
  const y = host[0]?.y ?? 0;
  const [first, last] = [group[0], group.at(-1)];
  const text = group.map((glyph) => glyph.text).join('');
  if (!raised || first === undefined || last === undefined || !canBeMark(text))
    return group.map((glyph) => ({ ...glyph, y }));
  const line = printed(host).sort((a, b) => a.x0 - b.x0);
  const near = before(group, host, size);
  const left = near === undefined ? [] : line.filter((glyph) => glyph.x0 <= near.x0);
  const said = raisedText(
    textOf(left.slice(-AROUND), size),
    text,
    textOf(line.filter((glyph) => glyph.x0 >= last.x1 - NEAR * size && !left.includes(glyph)).slice(0, AROUND), size),
  );
  return [{ ...first, x1: last.x1, y, text: said }];
}
/** Letters to each side that tell what a raised figure is. */
const AROUND = 40;
/** White between two words, in sizes. */
const WHITE = 0.17;

function textOf(glyphs: Row, size: number): string {
  let text = '';
  let last: Glyph | undefined;
  for (const glyph of glyphs) {
    text += last !== undefined && glyph.x0 - last.x1 > WHITE * size ? ` ${glyph.text}` : glyph.text;
    last = glyph;
  }
  return text;
}
