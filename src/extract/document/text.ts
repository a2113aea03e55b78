import type { Block } from '../../model/block.ts';
import type { Box, Source } from '../../model/record.ts';

/** A block in its place in the document's text: `text.slice(start, end) === block.text`. */
export interface LaidBlock extends Block {
  readonly index: number;
  readonly start: number;
  readonly end: number;
}

/** A document as one text, frozen from here on, and its blocks in it. */
export interface Laid {
  readonly text: string;
  readonly blocks: readonly LaidBlock[];
}

/** Joins blocks to the text of the document: cells of one row by a tab, all else by a line break. */
export function layOut(blocks: readonly Block[]): Laid {
  const laid: LaidBlock[] = [];
  let text = '';
  let before: Block | undefined;
  for (const block of blocks) {
    if (before !== undefined) text += sameRow(before, block) ? '\t' : '\n';
    const start = text.length;
    text += block.text;
    laid.push({ ...block, index: laid.length, start, end: text.length });
    before = block;
  }
  return { text: `${text}\n`, blocks: laid };
}

const sameRow = (a: Block, b: Block): boolean =>
  a.cell !== undefined && b.cell !== undefined && a.cell.table === b.cell.table && a.cell.row === b.cell.row;

/** The block that holds an offset (its end included), or undefined between blocks. */
export function blockAt(laid: Laid, offset: number): LaidBlock | undefined {
  let low = 0;
  let high = laid.blocks.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((laid.blocks[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  const block = laid.blocks[low];
  return block !== undefined && block.start <= offset && offset <= block.end ? block : undefined;
}

/** The source of a range of the text, with its page and, for PDF, one box for each line that it touches. */
export function sourceAt(laid: Laid, start: number, end: number): Source {
  const first = blockAt(laid, start);
  const boxes: Box[] = [];
  let page = first?.page ?? null;
  for (let i = first?.index ?? 0; i < laid.blocks.length; i++) {
    const block = laid.blocks[i];
    if (block === undefined || block.start >= end) break;
    for (const run of block.runs ?? []) {
      const from = block.start + run.start;
      const to = block.start + run.end;
      if (to <= start || from >= end) continue;
      if (boxes.length === 0) page = run.page;
      const [x0, y0, x1, y1] = run.box;
      const last = boxes.at(-1);
      // Runs on one line, side by side, are one box.
      if (
        last !== undefined &&
        last[0] === run.page &&
        Math.abs(last[2] - y0) < 3 &&
        Math.abs(last[4] - y1) < 3 &&
        x0 >= last[1]
      ) {
        boxes[boxes.length - 1] = [
          run.page,
          last[1],
          Math.min(last[2], y0),
          Math.max(last[3], x1),
          Math.max(last[4], y1),
        ];
      } else boxes.push([run.page, x0, y0, x1, y1]);
    }
  }
  return { quote: laid.text.slice(start, end), start, end, page, ...(boxes.length === 0 ? {} : { boxes }) };
}
