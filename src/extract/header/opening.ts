import type { Knowledge } from '../../knowledge/knowledge.ts';
import { isCountingHead } from '../../language/table-heads.ts';
import type { Laid, LaidBlock } from '../document/text.ts';

/**
 * The beginning of a document as one run of text that tells lines of the page apart from breaks inside a block no longer:
 * white space is one space, the end of a block or cell is "\n", rules of dashes and bars of flattened tables are gone.
 */
export interface Opening {
  readonly text: string;
  /** Offset in the document's text of each unit of `text`, and last of its end. */
  readonly at: readonly number[];
}

const LIMIT = 12_000;
const OF_RULES: ReadonlySet<string> = new Set('-–—_*=|');
/** Told without a pattern for all but the rarer signs of white space: it is asked of every unit. */
const isSpace = (unit: string): boolean =>
  unit === ' ' || (!/^[!-\u007e\u00a1-\u167f\u1e00-\u1fff]/u.test(unit) && /\s/u.test(unit));
const RULE = /^[-–—_=*~.|\s]{1,}$/u;

/**
 * The first blocks that are no furniture, up to some 12,000 characters or the first table whose rows are counted or whose columns
 * are years: "Kế hoạch năm 2021" heads a column there, and what follows is no title any more.
 */
export function readOpening(knowledge: Knowledge, laid: Laid): Opening {
  const figures = figureTables(knowledge, laid);
  const units: string[] = [];
  const at: number[] = [];
  let end = 0;
  /** @param unit one UTF-16 unit; white space is " " or "\n" */
  const put = (unit: string, offset: number): void => {
    const last = units.at(-1) ?? '\n';
    if ((unit === ' ' || unit === '\n') && (last === ' ' || last === '\n')) {
      // A line break outweighs the space before it.
      if (unit === '\n' && last === ' ') units[units.length - 1] = unit;
      return;
    }
    units.push(unit);
    at.push(offset);
  };
  for (const block of laid.blocks) {
    if (block.furniture !== undefined || RULE.test(block.text)) continue;
    if (block.cell !== undefined && figures.has(block.cell.table)) break;
    if (units.length > LIMIT) break;
    const length = Math.min(block.text.length, LIMIT);
    for (let i = 0; i < length; i++) {
      const unit = block.text.charAt(i);
      const rule = OF_RULES.has(unit) ? (/[-–—_*=|]{3,}|\|/uy.exec(cut(block, i))?.[0].length ?? 0) : 0;
      if (rule > 0) {
        put(' ', block.start + i);
        i += rule - 1;
      } else put(isSpace(unit) ? ' ' : unit, block.start + i);
    }
    put('\n', block.end);
    end = block.end;
  }
  return { text: units.join(''), at: [...at, end] };
}

/** The tables whose first cell is the head of a column of numbers, and those with a row of years above their columns. */
function figureTables(knowledge: Knowledge, { blocks }: Laid): ReadonlySet<number> {
  const years = new Map<number, number>();
  const tables = new Set<number>();
  for (const { cell, text } of blocks) {
    if (cell === undefined || cell.row > 1) continue;
    if (cell.row === 0 && cell.column === 0 && isCountingHead(knowledge, text)) tables.add(cell.table);
    if (YEAR_HEAD.test(text)) years.set(cell.table, (years.get(cell.table) ?? 0) + 1);
  }
  for (const [table, count] of years) if (count > 1) tables.add(table);
  return tables;
}
/** "Năm 2026", "Kế hoạch 2026". */
const YEAR_HEAD = /^(?:\p{L}+\s+){0,3}(?:19|20)\d\d$/u;

const cut = (block: LaidBlock, from: number): string => block.text.slice(from, from + 200);
