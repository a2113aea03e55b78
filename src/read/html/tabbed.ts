import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Block } from '../../model/block.ts';
import { cellBlock } from '../blocks.ts';
import { rowsAt } from '../text/flat-table.ts';

/** Cells of a row, at least: with one tab a line is set in, or a label stands before it. */
const FEWEST_CELLS = 3;

/** Whether a line may be a row whose cells tabs part. */
export const isTabbed = (line: string): boolean => line.split('\t').length >= FEWEST_CELLS && line.trim() !== '';
/** Several tabs set apart what stands at the right of a line: "Kính gửi:", then the name. */
const opensTable = (line: string | undefined): boolean =>
  line !== undefined && line.split('\t').filter((cell) => cell.trim() !== '').length >= FEWEST_CELLS;

/**
 * Tables whose cells tabs part, a row a paragraph: a browser shows them run together, but their source tells the columns.
 *
 * @param lines of paragraphs the line as it stands in the source, where tabs are in it
 * @returns the blocks, with cells for such paragraphs; tables are numbered from `firstTable` in their order
 */
export function withTabbedRows(
  knowledge: Knowledge,
  blocks: readonly Block[],
  lines: ReadonlyMap<Block, string>,
  firstTable: number,
): Block[] {
  if (lines.size < 2) return [...blocks];
  const texts = blocks.map((block) =>
    block.cell === undefined && block.furniture === undefined ? (lines.get(block) ?? block.text) : '',
  );
  const done: Block[] = [];
  const numbers = new Map<number, number>();
  let tables = firstTable;
  const numbered = (table: number): number => {
    const known = numbers.get(table);
    if (known !== undefined) return known;
    numbers.set(table, tables);
    return tables++;
  };
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i];
    if (block === undefined) continue;
    const rows = opensTable(lines.get(block)) ? rowsAt(knowledge, texts, i) : undefined;
    if (rows !== undefined) {
      for (const cell of rows.cells) done.push(cellBlock(cell, tables));
      tables++;
      i += rows.lines - 1;
    } else if (block.cell === undefined) done.push(block);
    else done.push({ ...block, cell: { ...block.cell, table: numbered(block.cell.table) } });
  }
  return done;
}
