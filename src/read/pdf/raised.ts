import type { Glyph } from './paint.ts';

/** Letters on one baseline. */
type Row = readonly Glyph[];

/** Raised or lowered letters are smaller than those beside them by this factor at least. */
const SMALLER = 0.8;
/** How far, in type sizes of the line, their baseline lies from that of the line. */
const FARTHEST = 0.6;
/** How near, in type sizes of the line, they stand to a letter of it. */
const NEAR = 0.4;
/** Units of which an exponent is part of the word: "km2". */
const UNIT = /(?:^|[^\p{L}])[kcdm]?m$/u;

/** Puts raised and lowered letters back into their lines; a raised number that refers to a footnote becomes "[1]". */
export function withRaised(rows: readonly Row[]): Row[] {
  const made: Row[] = rows.map((row) => row);
  const gone = new Set<number>();
  rows.forEach((row, i) => {
    const size = largest(row);
    // A raised row comes before its line, a lowered one after it.
    for (const at of [i + 1, i + 2, i - 1]) {
      const host = made[at];
      const first = row[0];
      if (host === undefined || first === undefined || gone.has(at)) continue;
      const hostSize = largest(host);
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
  const text = group.map((glyph) => glyph.text).join('');
  const left = before(group, host, size);
  const word = printed(host)
    .filter((glyph) => left !== undefined && glyph.x0 <= left.x0 && left.x1 - glyph.x0 < 2 * size)
    .sort((a, b) => a.x0 - b.x0)
    .map((glyph) => glyph.text)
    .join('');
  const note = raised && /^\d{1,3}$/u.test(text) && !UNIT.test(word);
  return group.map((glyph, i) => {
    const open = note && i === 0 ? '[' : '';
    const close = note && i === group.length - 1 ? (left === undefined ? '] ' : ']') : '';
    return { ...glyph, y, text: `${open}${glyph.text}${close}` };
  });
}
