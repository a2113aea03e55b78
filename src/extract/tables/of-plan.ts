import type { Plan } from '../document/plan.ts';
import { blockAt } from '../document/text.ts';
import { type PlanColumn, saysAims } from './columns.ts';
import type { PlanTable } from './grid.ts';
import { readHeads } from './heads.ts';

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
  const role = plan.roleAt(table.start, table.node);
  if (role === 'objectives' || role === 'indicators') return true;
  const above = plan.laid.blocks[(blockAt(plan.laid, table.start)?.index ?? 0) - 1];
  return above !== undefined && above.cell === undefined && saysAims(knowledge, above.text.slice(-200));
}
