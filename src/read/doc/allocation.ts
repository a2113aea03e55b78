import { binary } from './binary.ts';

/** Sectors of a compound file before its list of sectors of the FAT goes on in sectors of its own. */
const IN_HEADER = 109;
/** Steps for each sector of a file: chains that run into each other are walked again from each of their starts. */
const STEPS = 4;

/**
 * Whether the chains of a compound file (OLE, MS-CFB) all come to an end, hardly any two run into each other, and its directory
 * is a tree: whoever follows one that does not end follows it until memory is used up.
 *
 * @param bytes of the whole file, with the signature checked
 */
export function chainsEnd(bytes: Uint8Array): boolean {
  const file = binary(bytes);
  const shift = file.u16(30);
  if (shift !== 9 && shift !== 12) return false;
  const size = 2 ** shift;
  const sectors = Math.ceil(bytes.length / size);
  const next = readFat(bytes, size, sectors);
  if (next === undefined) return false;
  // The walk in which a sector was first met.
  const metIn = new Int32Array(next.length).fill(-1);
  let steps = 0;
  for (let start = 0; start < next.length; start++) {
    if (metIn[start] !== -1) continue;
    const walk = new Set<number>();
    for (let at = start; at >= 0 && at < next.length; at = next[at] ?? -1) {
      if (walk.has(at) || ++steps > STEPS * sectors + 1000) return false;
      walk.add(at);
      metIn[at] = start;
    }
  }
  return isTree(bytes, size, next);
}

/** Bytes of an entry of the directory, and where its kind and its three links stand. */
const ENTRY = 128;
const KIND = 66;
const LINKS = [68, 72, 76];

/**
 * Whether the entries of the directory hang together as a tree: none below two others or below itself. Whoever walks them
 * else never ends.
 */
function isTree(bytes: Uint8Array, size: number, next: Int32Array): boolean {
  const file = binary(bytes);
  const entries: number[] = [];
  for (let sector = file.i32(48); sector >= 0 && sector < next.length; sector = next[sector] ?? -1)
    for (let at = (sector + 1) * size; at < (sector + 2) * size; at += ENTRY) entries.push(at);
  const parents = new Int32Array(entries.length).fill(-1);
  for (const [entry, at] of entries.entries()) {
    for (const link of LINKS) {
      const child = file.i32(at + link);
      // Some programs fill what is not used with zeros.
      if (child < 0 || child >= entries.length || (child === 0 && file.u8(at + KIND) === 0)) continue;
      if (child === 0 || parents[child] !== -1) return false;
      parents[child] = entry;
    }
  }
  /** The walk upwards in which an entry was first met. */
  const metIn = new Int32Array(entries.length).fill(-1);
  for (let entry = 0; entry < entries.length; entry++)
    for (let up = entry; up >= 0; up = parents[up] ?? -1) {
      if (metIn[up] === entry) return false;
      if (metIn[up] !== -1) break;
      metIn[up] = entry;
    }
  return true;
}

/** For each sector the one that follows it, negative at the end of its chain; undefined where the list of the FAT's own sectors never ends. */
function readFat(bytes: Uint8Array, size: number, sectors: number): Int32Array | undefined {
  const file = binary(bytes);
  const offset = (sector: number): number => (sector + 1) * size;
  const next = new Int32Array(sectors).fill(-1);
  let read = 0;
  const take = (sector: number): void => {
    for (let i = 0; i < size / 4 && read < sectors; i++) next[read++] = file.i32(offset(sector) + i * 4);
  };
  for (let i = 0; i < IN_HEADER; i++) {
    const sector = file.i32(76 + i * 4);
    if (sector >= 0) take(sector);
  }
  let more = file.i32(68);
  for (let left = sectors; more >= 0 && more < sectors; left--) {
    if (left === 0) return undefined;
    for (let i = 0; i < size / 4 - 1; i++) {
      const sector = file.i32(offset(more) + i * 4);
      if (sector >= 0) take(sector);
    }
    more = file.i32(offset(more) + size - 4);
  }
  return next;
}
