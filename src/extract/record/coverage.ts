import type { ReadResult } from '../../model/block.ts';
import type { Coverage } from '../../model/record.ts';

/** Letters and digits, which white space, marks and the way of joining lines do not change. */
const COUNTED = /[\p{L}\p{N}]+/gu;

/** How much of a file was read: letters and digits of its blocks, and what its reader set aside. */
export function readCoverage({ blocks, setAside = [] }: Pick<ReadResult, 'blocks' | 'setAside'>): Coverage {
  let read = 0;
  let furniture = 0;
  for (const block of blocks) {
    let characters = 0;
    for (const [run] of block.text.matchAll(COUNTED)) characters += run.length;
    if (block.furniture === undefined) read += characters;
    else furniture += characters;
  }
  return { read, furniture, setAside: setAside.map((one) => ({ ...one })) };
}
