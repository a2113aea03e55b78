import { characterOf } from '../encoding/codes.ts';
import type { Binary } from './binary.ts';
import { corrupt, type WordFile } from './container.ts';
import { range } from './properties.ts';

/** The text of all stories of a file one after another, and where each character stands in the main stream. */
export interface StoredText {
  readonly text: string;
  readonly offsets: Int32Array;
  /** Ranges in `text`. */
  readonly stories: Readonly<
    Record<'body' | 'footnotes' | 'headers' | 'endnotes' | 'textBoxes', readonly [start: number, end: number]>
  >;
}

/** Lengths of the stories, in the order in which they follow each other. */
const LENGTHS = {
  body: 0x4c,
  footnotes: 0x50,
  headers: 0x54,
  annotations: 0x5c,
  endnotes: 0x60,
  textBoxes: 0x64,
} as const;

const PIECES = 33;
const COMPRESSED = 0x40000000;

/** Puts the text together from its pieces, which stand in the file in the order in which they were typed. */
export function readText(file: WordFile, maxCharacters: number): StoredText {
  const table = pieceTable(file.tableAt(PIECES));
  const count = Math.max(0, Math.floor((table.length - 4) / 12));
  const total = table.u32(count * 4);
  // The text is at most twice what is allowed before anything is made of it, as all stories count here.
  if (count === 0 || total > maxCharacters * 2) throw corrupt();
  const offsets = new Int32Array(total).fill(-1);
  const parts: string[] = [];
  let written = 0;
  for (const index of range(count)) {
    const start = table.u32(index * 4);
    const end = table.u32(index * 4 + 4);
    if (start !== written || end < start || end > total) throw corrupt();
    const stored = table.u32((count + 1) * 4 + index * 8 + 2);
    const narrow = (stored & COMPRESSED) !== 0;
    const from = narrow ? (stored & ~COMPRESSED) >>> 1 : stored;
    const size = narrow ? 1 : 2;
    if (from + (end - start) * size > file.main.length) throw corrupt();
    parts.push(narrow ? decode(file.main, from, end - start) : file.main.utf16(from, end - start));
    for (let cp = start; cp < end; cp += 1) offsets[cp] = from + (cp - start) * size;
    written = end;
  }
  const text = parts.join('');
  let at = 0;
  const ranges = Object.fromEntries(
    Object.entries(LENGTHS).map(([story, where]) => {
      const range: [number, number] = [at, Math.min(text.length, at + file.main.u32(where))];
      at = range[1];
      return [story, range] as const;
    }),
  );
  const none: readonly [number, number] = [0, 0];
  return {
    text,
    offsets,
    stories: {
      body: ranges.body ?? none,
      footnotes: ranges.footnotes ?? none,
      headers: ranges.headers ?? none,
      endnotes: ranges.endnotes ?? none,
      textBoxes: ranges.textBoxes ?? none,
    },
  };
}

/** Behind the changes of pieces, which no reader of text needs. */
function pieceTable(table: Binary): Binary {
  let at = 0;
  while (table.u8(at) === 1) at += 3 + table.u16(at + 1);
  if (table.u8(at) !== 2) throw corrupt();
  return table.slice(at + 5, at + 5 + table.u32(at + 1));
}

function decode(main: Binary, from: number, length: number): string {
  return [...main.bytes(from, from + length)].map(characterOf).join('');
}
