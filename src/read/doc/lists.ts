import { element, fonts, valued } from '../docx/markup.ts';
import type { Binary } from './binary.ts';
import type { WordFile } from './container.ts';
import { CODE, changes, last, range } from './properties.ts';

const LISTS = 73;
const OVERRIDES = 74;
const LIST_SIZE = 28;
const OVERRIDE_SIZE = 16;
const LEVEL_SIZE = 28;

/** Names of the number formats that Vietnamese papers use, by their number in the file. */
const FORMATS: Readonly<Record<number, string>> = {
  0: 'decimal',
  1: 'upperRoman',
  2: 'lowerRoman',
  3: 'upperLetter',
  4: 'lowerLetter',
  5: 'ordinal',
  22: 'decimalZero',
  23: 'bullet',
  255: 'none',
};
const SUFFIXES = ['tab', 'space', 'nothing'];

/** Writes word/numbering.xml; `w:numId` is the number that paragraphs have. */
export function numberingPart(file: WordFile, fontNames: readonly string[]): string {
  const { table, main } = file;
  const lists = file.tableAt(LISTS);
  // Never more than the table has room for, nor levels beyond the stream: what is counted is not always there.
  const count = Math.min(lists.u16(0), Math.floor(lists.length / LIST_SIZE));
  // The levels of all lists follow the table, one for a simple list and nine for any other.
  let at = main.u32(0x9a + LISTS * 8) + lists.length;
  const abstracts: string[] = [];
  const byIdentity = new Map<number, number>();
  if (lists.length === 0) return '';
  for (const index of range(count)) {
    const own = lists.slice(2 + index * LIST_SIZE, 2 + (index + 1) * LIST_SIZE);
    const levels: string[] = [];
    for (const depth of range((own.u8(26) & 1) === 0 ? 9 : 1)) {
      if (at >= table.length) break;
      const level = readLevel(table, at, depth, fontNames);
      levels.push(level.written);
      at = level.end;
    }
    byIdentity.set(own.i32(0), index);
    abstracts.push(element('abstractNum', levels.join(''), `w:abstractNumId="${index}"`));
  }
  return abstracts.join('') + overrides(file, byIdentity, fontNames);
}

function readLevel(
  table: Binary,
  at: number,
  depth: number,
  fontNames: readonly string[],
): { written: string; end: number } {
  const flags = table.u8(at + 5);
  const characterSize = table.u8(at + 24);
  const paragraphSize = table.u8(at + 25);
  const run = at + LEVEL_SIZE + paragraphSize;
  const length = table.u16(run + characterSize);
  const text = table.utf16(run + characterSize + 2, length);
  const font = last(changes(table.slice(run, run + characterSize)), CODE.fontAscii)?.u16(0);
  const name = font === undefined ? undefined : fontNames[font];
  const restart = (flags & 0x08) === 0 ? '' : valued('lvlRestart', table.u8(at + 26));
  const written = element(
    'lvl',
    [
      valued('start', table.i32(at)),
      valued('numFmt', FORMATS[table.u8(at + 4)] ?? 'decimal'),
      restart,
      (flags & 0x04) === 0 ? '' : '<w:isLgl/>',
      valued('suff', SUFFIXES[table.u8(at + 15)] ?? 'tab'),
      valued(
        'lvlText',
        text.replace(/\p{Cc}/gu, (place) => `%${place.charCodeAt(0) + 1}`),
      ),
      element('rPr', fonts(name, name)),
    ].join(''),
    `w:ilvl="${depth}"`,
  );
  return { written, end: run + characterSize + 2 + length * 2 };
}

function overrides(file: WordFile, byIdentity: ReadonlyMap<number, number>, fontNames: readonly string[]): string {
  const table = file.tableAt(OVERRIDES);
  const count = Math.min(table.u32(0), Math.floor(table.length / OVERRIDE_SIZE), 2046);
  const nums: string[] = [];
  let at = 4 + count * OVERRIDE_SIZE;
  for (const index of range(count)) {
    const own = 4 + index * OVERRIDE_SIZE;
    const abstract = byIdentity.get(table.i32(own));
    const levels: string[] = [];
    at += 4;
    for (const _ of range(table.u8(own + 12))) {
      if (at >= table.length) break;
      const flags = table.u32(at + 4);
      const depth = flags & 0xf;
      const start = (flags & 0x10) === 0 ? '' : valued('startOverride', table.i32(at));
      at += 8;
      let whole = '';
      if ((flags & 0x20) !== 0) {
        const level = readLevel(table, at, depth, fontNames);
        whole = level.written;
        at = level.end;
      }
      // A whole level brings its own start.
      levels.push(element('lvlOverride', whole === '' ? start : whole, `w:ilvl="${depth}"`));
    }
    if (abstract !== undefined)
      nums.push(element('num', valued('abstractNumId', abstract) + levels.join(''), `w:numId="${index + 1}"`));
  }
  return nums.join('');
}
