import type { Merge, RowLayout } from '../docx/table-writer.ts';
import type { Binary } from './binary.ts';
import { type Change, CODE, last, range } from './properties.ts';

const CELL_SIZE = 20;

/** What the end of a row says of its cells. */
export function rowLayout(properties: readonly Change[]): RowLayout {
  const definition = last(properties, CODE.tableRow);
  const count = definition?.u8(2) ?? 0;
  const edges = definition === undefined ? [] : range(count + 1).map((index) => definition.i16(3 + index * 2));
  const start = 3 + (count + 1) * 2;
  const merges = range(count).map((index): Merge => mergeOf(definition, start + index * CELL_SIZE));
  for (const { code, operand } of properties) {
    if (code !== CODE.verticalMerge) continue;
    const cell = merges[operand.u8(1)];
    if (cell !== undefined) merges[operand.u8(1)] = { ...cell, vertical: verticalOf(operand.u8(2)) };
  }
  return { edges, merges };
}

function mergeOf(definition: Binary | undefined, at: number): Merge {
  const flags = definition === undefined || at + 2 > definition.length ? 0 : definition.u16(at);
  return { joined: (flags & 0x3) === 2, vertical: verticalOf((flags >> 5) & 0x3) };
}

function verticalOf(flags: number): Merge['vertical'] {
  return flags === 1 ? 'continue' : flags === 3 ? 'restart' : undefined;
}
