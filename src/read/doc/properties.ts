import type { Binary } from './binary.ts';
import type { WordFile } from './container.ts';

/** One change of a property (a "sprm"): its code and where its operand stands. */
export interface Change {
  readonly code: number;
  readonly operand: Binary;
}

/** Codes of [MS-DOC] 2.6 that bear on text, lists and tables. */
export const CODE = {
  deleted: 0x0800,
  bold: 0x0835,
  caps: 0x083b,
  hidden: 0x083c,
  struck: 0x0837,
  doubleStruck: 0x2a53,
  /** 1 raised, 2 lowered. */
  script: 0x2a48,
  /** In half points, lowered where it is negative. */
  position: 0x4845,
  special: 0x0855,
  symbol: 0x6a09,
  /** A picture is data of a form field where the second is on, and the face of an object where the third is. */
  picture: 0x6a03,
  isData: 0x0806,
  isObject: 0x080a,
  fontAscii: 0x4a4f,
  fontOther: 0x4a51,
  characterStyle: 0x4a30,
  inTable: 0x2416,
  rowEnd: 0x2417,
  depth: 0x6649,
  innerCellEnd: 0x244b,
  innerRowEnd: 0x244c,
  listLevel: 0x260a,
  list: 0x460b,
  hugeParagraph: 0x6646,
  hugeParagraphOld: 0x6645,
  tableRow: 0xd608,
  verticalMerge: 0xd62b,
} as const;

const SIZES = [1, 1, 2, 4, 2, 2, undefined, 3] as const;
const TABS = 0xc615;

/** Splits a list of changes; one that is cut short ends it. */
export function changes(list: Binary): Change[] {
  const found: Change[] = [];
  let at = 0;
  while (at + 2 < list.length) {
    const code = list.u16(at);
    at += 2;
    const size = SIZES[code >> 13] ?? variableSize(list, at, code);
    found.push({ code, operand: list.slice(at, at + size) });
    at += size;
  }
  return found;
}

function variableSize(list: Binary, at: number, code: number): number {
  // A row's definition counts its own two bytes of length, less one.
  if (code === CODE.tableRow) return list.u16(at) + 1;
  const size = list.u8(at);
  if (code !== TABS || size !== 255) return size + 1;
  const deleted = list.u8(at + 1);
  return 2 + deleted * 4 + 1 + list.u8(at + 2 + deleted * 4) * 3;
}

/** A stretch of the main stream with properties of its own, in file offsets. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly changes: readonly Change[];
  /** The paragraph's style; undefined for characters. */
  readonly style?: number;
}

const PAGE = 512;

/** Formatting of characters, by file offset. */
export function characterStretches(file: WordFile): Stretch[] {
  return pages(file, 12).flatMap((page) => {
    const count = page.u8(PAGE - 1);
    return range(count).map((index) => {
      const offset = page.u8((count + 1) * 4 + index) * 2;
      const list = offset === 0 ? page.slice(0, 0) : page.slice(offset + 1, offset + 1 + page.u8(offset));
      return { start: page.u32(index * 4), end: page.u32(index * 4 + 4), changes: changes(list) };
    });
  });
}

/** Formatting of paragraphs, by file offset. */
export function paragraphStretches(file: WordFile): Stretch[] {
  return pages(file, 13).flatMap((page) => {
    const count = page.u8(PAGE - 1);
    return range(count).map((index) => {
      const offset = page.u8((count + 1) * 4 + index * 13) * 2;
      const words = page.u8(offset);
      const start = words === 0 ? offset + 2 : offset + 1;
      const end = words === 0 ? start + page.u8(offset + 1) * 2 : start + words * 2 - 1;
      const own = offset === 0 ? [] : changes(page.slice(start + 2, end));
      return {
        start: page.u32(index * 4),
        end: page.u32(index * 4 + 4),
        changes: own.flatMap((change) => withHuge(file, change)),
        style: offset === 0 ? 0 : page.u16(start),
      };
    });
  });
}

/** Properties that do not fit a page stand in the data stream. */
function withHuge(file: WordFile, change: Change): Change[] {
  if (change.code !== CODE.hugeParagraph && change.code !== CODE.hugeParagraphOld) return [change];
  const at = change.operand.u32(0);
  return changes(file.data.slice(at + 2, at + 2 + file.data.u16(at)));
}

function pages(file: WordFile, table: number): Binary[] {
  const bins = file.tableAt(table);
  const count = Math.max(0, Math.floor((bins.length - 4) / 8));
  // Each page stands in the table once.
  return range(Math.min(count, Math.ceil(file.main.length / PAGE))).map((index) => {
    const start = (bins.u32((count + 1) * 4 + index * 4) & 0x3fffff) * PAGE;
    return file.main.slice(start, start + PAGE);
  });
}

export function range(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}

/** The last statement of a property in a list of changes. */
export function last(list: readonly Change[], code: number): Binary | undefined {
  return list.findLast((change) => change.code === code)?.operand;
}

/** An on/off property: undefined where it is not stated or is as in the style. */
export function onOff(list: readonly Change[], code: number): boolean | undefined {
  const value = last(list, code)?.u8(0);
  return value === 0 ? false : value === 1 || value === 0x81 ? true : undefined;
}
