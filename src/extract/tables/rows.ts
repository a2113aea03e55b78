import type { ColumnRole } from '../../knowledge/word-tables.ts';
import { readLabel } from '../../language/labels.ts';
import type { MentionOf } from '../../model/mention.ts';
import type { Deadline } from '../../model/record.ts';
import { ofKind, type Plan } from '../document/plan.ts';
import type { LaidBlock } from '../document/text.ts';
import { OF_WHICH } from '../statements/of-which.ts';
import { distinct, type PlanRow, type PlanTable } from './grid.ts';

/** A row that heads those below it. */
export interface RowGroup {
  readonly label: string;
  readonly title: string;
  /** The cell that names it, and where its title begins in it. */
  readonly block: LaidBlock;
  readonly from: number;
  /** 0 for capital letters and parts, 1 for Roman numerals, 2 for the rest: a group ends those of its rank and below. */
  readonly rank: number;
  /** A deadline that the heading sets for its rows: "Giai đoạn 2025-2027". */
  readonly deadline: Deadline | null;
}

/** A row of a table with what heads it. */
export interface HeadedRow {
  readonly row: PlanRow;
  readonly groups: readonly RowGroup[];
  /** The printed number, null where the row has none. */
  readonly number: string | null;
  /** Path of the row in the outline, null where neither table nor row has a label. */
  readonly path: string | null;
  /** The cell that says what the row is about, and where its words begin in it. */
  readonly content: LaidBlock;
  readonly contentFrom: number;
  /** What the row measures that this one is a part of: "Diện tích gieo trồng" above "- Lúa"; null where it is none. */
  readonly whole: string | null;
}

/** The rows of a table that say something of their own, in order, each with the groups that it stands in. */
export function readRows(plan: Plan, table: PlanTable, contentRole: ColumnRole): HeadedRow[] {
  const rows: HeadedRow[] = [];
  const groups: RowGroup[] = [];
  const numbered = table.columns.some((column) => column.role === 'number');
  const seen = new Set<number>();
  /** The row that the sub-rows ("-", "+") below it belong to. */
  let last: { readonly number: string; below: number } | undefined;
  let whole: { readonly words: string; readonly unit: string | null } | undefined;
  for (const row of table.rows) {
    const group = groupOf(plan, row, table, contentRole);
    if (group !== undefined) {
      while (groups.length > 0 && (groups.at(-1)?.rank ?? 0) >= group.rank) groups.pop();
      groups.push(group);
      last = undefined;
      whole = undefined;
      continue;
    }
    const content = cellOf(row, table, contentRole);
    if (content === undefined || content.text === '' || seen.has(content.index)) continue;
    seen.add(content.index);
    const [printed, contentFrom] = numberOf(row, table, content);
    const sub = printed === null ? bulletOf(row, table) : undefined;
    if (printed !== null) last = { number: printed, below: 0 };
    const number =
      sub !== undefined && last !== undefined
        ? `${last.number}.${sub}${++last.below}`
        : (printed ?? (numbered ? null : String(rows.length + 1)));
    const labels = [...groups.map((g) => g.label), number ?? ''].filter((label) => label !== '');
    const path = [...(table.node.path === '' ? [] : [table.node.path]), ...labels].join('.') || null;
    const unit = plainText(cellOf(row, table, 'unit'));
    const part = sub !== undefined || OF_WHICH.test(content.text.slice(contentFrom));
    const partOf = part && whole !== undefined && (unit === null || unit === whole.unit) ? whole.words : null;
    if (!part) whole = { words: content.text.slice(contentFrom).replace(/\s+/gu, ' ').trim(), unit };
    rows.push({ row, groups: [...groups], number, path, content, contentFrom, whole: partOf });
  }
  return rows;
}

/** A row that heads those below it: one cell over the width, or nothing but a number of a higher order and a name. */
function groupOf(plan: Plan, row: PlanRow, table: PlanTable, contentRole: ColumnRole): RowGroup | undefined {
  const cells = distinct(row).filter((cell) => cell.text !== '');
  const [first, second] = cells;
  if (first === undefined || cells.length > 2) return undefined;
  const made = (block: LaidBlock, label: string, from: number, rank: number): RowGroup => {
    const deadline = ofKind(plan.mentionsOf(block), 'deadline').find(
      (m) => m.value.type === 'by' || m.value.type === 'during',
    );
    return {
      label,
      title: block.text.slice(from),
      block,
      from,
      rank,
      deadline: deadline === undefined ? null : { ...deadline.value, basis: 'inherited' },
    };
  };
  if (second !== undefined) {
    if (first !== cellOf(row, table, 'number') || second !== cellOf(row, table, contentRole)) return undefined;
    const label = readLabel(`${first.text.replace(/[.)]$/u, '')}. x`);
    if (label === undefined) return undefined;
    if (label.kind === 'roman' || label.kind === 'letter-capital')
      return made(second, label.components.join('.'), 0, label.kind === 'roman' ? 1 : 0);
    // A numbered row that is but the name of an agency heads what that agency is to do.
    return whoIn(plan, second, 0).length > 0 ? made(second, label.components.join('.'), 0, 2) : undefined;
  }
  const over = (first.cell?.columnSpan ?? 1) > 1;
  // A lone cell that is not merged heads the rows below only where it stands in the first column or carries a label.
  const label = readLabel(first.text);
  if (!over && first !== row.cells[0] && label === undefined) return undefined;
  if (label === undefined) return made(first, '', 0, 2);
  const rank = label.kind === 'letter-capital' || label.kind === 'part' ? 0 : label.kind === 'roman' ? 1 : 2;
  return made(first, label.components.join('.'), label.length, rank);
}

/** The agencies of a heading that names nothing else: "I | Sở Tài chính", "1. Các Sở: Nội vụ, Y tế". */
export function whoIn(plan: Plan, block: LaidBlock, from: number): readonly MentionOf<'agency'>[] {
  const known = ofKind(plan.mentionsOf(block), 'agency').filter((m) => m.start >= from);
  const covered = known.reduce((sum, m) => sum + (m.end - m.start), 0);
  return covered >= 0.6 * (block.text.trimEnd().length - from) ? known : [];
}

/** The cell of a row in the first column of a role. */
export function cellOf(row: PlanRow, table: PlanTable, role: ColumnRole): LaidBlock | undefined {
  const at = table.columns.findIndex((column) => column.role === role);
  return at < 0 ? undefined : row.cells[at];
}

/** The row's number, from its own column or from the content cell, and where the content begins. */
function numberOf(row: PlanRow, table: PlanTable, content: LaidBlock): [string | null, number] {
  const cell = cellOf(row, table, 'number');
  const written = /^\(?(?<number>\d+(?:\.\d+)*|[IVXLC]+|\p{L})[.)]?$/u.exec(cell?.text.trim() ?? '')?.groups?.number;
  if (written !== undefined) return [written.replace(/^0+(?=\d)/u, ''), 0];
  const label = readLabel(content.text);
  if (label === undefined || label.kind === 'dash' || label.kind === 'plus' || label.kind === 'star') return [null, 0];
  return [label.components.join('.'), label.length];
}

/** The sign of a sub-row: "-" or "+" where a number would stand. */
function bulletOf(row: PlanRow, table: PlanTable): string | undefined {
  const sign = cellOf(row, table, 'number')?.text.trim() ?? '';
  return /^[-–+•*]$/u.test(sign) ? (sign === '+' ? '+' : /[-–]/u.test(sign) ? '-' : '*') : undefined;
}

/** A cell's text on one line, null where it is empty or not there. */
export const plainText = (cell: LaidBlock | undefined): string | null =>
  cell === undefined || cell.text === '' ? null : cell.text.replace(/\s+/gu, ' ');
