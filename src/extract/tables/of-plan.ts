import { vi } from '../../language/pattern.ts';
import type { Plan } from '../document/plan.ts';
import { blockAt } from '../document/text.ts';
import { captionOf } from './caption.ts';
import { type PlanColumn, saysAims } from './columns.ts';
import type { PlanTable } from './grid.ts';
import { readHeads, timeOf } from './heads.ts';

/**
 * Whether the figures of a table are those of a plan: its heads say so, or name a time that the plan is for, or it stands among
 * objectives, or is led up to as such. Coordinates, prices and lists of what there is have units too.
 */
export function isOfPlan(plan: Plan, table: PlanTable): boolean {
  const { year, knowledge } = plan.context;
  if (table.columns.some(({ role, byCells }) => role === 'indicator' && byCells === undefined)) return true;
  const ahead = ({ heads }: PlanColumn): boolean => {
    const end = readHeads(plan.context, { heads }).time?.end;
    // Undated, years alone do not say that they lie ahead: statistics stand below them too.
    return end != null && year !== null && Number(end.slice(0, 4)) >= year;
  };
  if (table.columns.some((column) => column.role === 'value' && (ahead(column) || saysAims(knowledge, column.header))))
    return true;
  if ((year !== null && timesAhead(plan, table, year)) || hasStages(table)) return true;
  const role = plan.roleAt(table.start, table.node);
  if (role === 'objectives' || role === 'indicators') return true;
  const first = blockAt(plan.laid, table.start)?.index ?? 0;
  const above = plan.laid.blocks[first - 1];
  // "Kết quả dự báo dân số thể hiện trong" above "Bảng 3. Dân số các xã".
  const over = captionOf(plan, table) !== undefined ? plan.laid.blocks[first - 2] : undefined;
  return [above, over].some(
    (block) => block !== undefined && block.cell === undefined && saysAims(knowledge, block.text.slice(-200)),
  );
}

/** "Giai đoạn I", "Trong tương lai": rows for what is built up in turn. */
function hasStages({ columns, rows }: PlanTable): boolean {
  const at = columns.findIndex(({ role }) => role === 'indicator');
  return rows.length > 1 && rows.every(({ cells }) => STAGE.test(cells[at]?.text ?? ''));
}
const STAGE = vi`^(trong )?(giai đoạn ([IVX]+|\d)$|tương lai)`;

/** Whether most rows say by when, and those times lie ahead. */
function timesAhead({ context }: Plan, { columns, rows }: PlanTable, year: number): boolean {
  const at = columns.findIndex(({ role }) => role === 'time');
  const texts = rows.flatMap(({ cells }) => cells[at]?.text.trim() || []);
  const ahead = texts.filter((text) => Number(timeOf(context, text)?.deadline.end?.slice(0, 4)) >= year);
  return texts.length > 0 && ahead.length >= MOST * Math.max(texts.length, rows.length / 2);
}
const MOST = 0.6;
