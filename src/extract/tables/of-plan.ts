import { vi } from '../../language/pattern.ts';
import type { OutlineNode } from '../document/outline.ts';
import type { Plan } from '../document/plan.ts';
import { blockAt } from '../document/text.ts';
import { titleOf } from '../document/titles.ts';
import { captionOf, sharesMoneyOut, titleOver } from './caption.ts';
import { saysReached, useOf } from './column-use.ts';
import { type PlanColumn, saysAims } from './columns.ts';
import type { PlanTable } from './grid.ts';
import { readHeads, timeOf } from './heads.ts';

/**
 * Whether the figures of a table are those of a plan: its heads say so, or name a time that the plan is for, or it stands among
 * objectives, or is led up to as such. Coordinates, prices and lists of what there is have units too.
 */
export function isOfPlan(plan: Plan, table: PlanTable): boolean {
  const role = plan.roleAt(table.start, table.node);
  const amongAims = role === 'objectives' || role === 'indicators';
  if (plan.matter !== 'aims' && !amongAims) return false;
  const { year, knowledge } = plan.context;
  if (table.columns.some(({ role, byCells }) => role === 'indicator' && byCells === undefined)) return true;
  if (sharesMoneyOut(plan.context, titleOver(plan, table)?.words ?? '')) return false;
  const ahead = ({ heads }: PlanColumn): boolean => {
    const end = readHeads(plan.context, { heads }).time?.end;
    // Undated, years alone do not say that they lie ahead: statistics stand below them too.
    return end != null && year !== null && Number(end.slice(0, 4)) >= year;
  };
  if (table.columns.some((column) => column.role === 'value' && (ahead(column) || saysAims(knowledge, column.header))))
    return true;
  if ((year !== null && timesAhead(plan, table, year)) || hasStages(table)) return true;
  // "ĐVT | Hiện trạng năm 2025" says in so many words how things are; years alone do not.
  const reached = (column: PlanColumn): boolean =>
    column.role === 'value' && saysReached(knowledge, column.header) && useOf(knowledge, column, year) === 'result';
  if (table.columns.some(({ role }) => role === 'unit') && table.columns.some(reached)) return true;
  if (amongAims) return true;
  if (role !== 'situation' && titleAhead(plan, table)) return true;
  const first = blockAt(plan.laid, table.start)?.index ?? 0;
  const above = plan.laid.blocks[first - 1];
  // "Kết quả dự báo dân số thể hiện trong" above "Bảng 3. Dân số các xã".
  const over = captionOf(plan, table) !== undefined ? plan.laid.blocks[first - 2] : undefined;
  return [above, over].some(
    (block) => block !== undefined && block.cell === undefined && saysAims(knowledge, block.text.slice(-200)),
  );
}

/** "Biểu 3. Sản lượng khai thác năm 2027" in a plan for 2026: figures of a time that lies ahead were not yet reached. */
function titleAhead({ context, laid }: Plan, table: PlanTable): boolean {
  const title = titleOver({ laid }, table);
  const reached = (words: string): boolean => saysReached(context.knowledge, words);
  if (title === undefined || context.year === null || reached(title.words)) return false;
  if (!title.own && !saysAims(context.knowledge, title.words)) return false;
  for (let node: OutlineNode | null = table.node; node !== null; node = node.parent)
    if (reached(titleOf(node).text)) return false;
  const end = timeOf(context, title.words)?.deadline.end;
  return end != null && Number(end.slice(0, 4)) >= Math.max(context.year, Number(context.date?.slice(0, 4) ?? 0));
}

/** "Giai đoạn I", "Trong tương lai": rows for what is built up in turn. */
function hasStages({ columns, rows }: PlanTable): boolean {
  const at = columns.findIndex(({ role }) => role === 'indicator');
  return rows.length > 1 && rows.every(({ cells }) => STAGE.test(cells[at]?.text ?? ''));
}
const STAGE = vi`^(trong )?(giai đoạn ([IVX]+|\d)$|tương lai)`;

/** Whether most rows say by when, and those times lie ahead. */
function timesAhead({ context }: Plan, { columns, rows }: PlanTable, year: number): boolean {
  const own = columns.findIndex(({ role }) => role === 'time');
  // "2026 | 312.000": rows that are named by their years.
  const at = own < 0 ? columns.findIndex(({ role, byCells }) => role === 'indicator' && byCells) : own;
  const texts = rows.flatMap(({ cells }) => cells[at]?.text.trim() || []);
  const ahead = texts.filter((text) => Number(timeOf(context, text)?.deadline.end?.slice(0, 4)) >= year);
  return texts.length > 0 && ahead.length >= MOST * Math.max(texts.length, rows.length / 2);
}
const MOST = 0.6;
