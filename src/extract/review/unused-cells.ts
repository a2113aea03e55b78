import type { ColumnRole } from '../../knowledge/word-tables.ts';
import { ofKind, type Plan } from '../document/plan.ts';
import type { LaidBlock } from '../document/text.ts';
import { useOf } from '../tables/column-use.ts';
import type { PlanColumn } from '../tables/columns.ts';
import type { PlanTable } from '../tables/grid.ts';
import { isOfPlan } from '../tables/of-plan.ts';
import type { UnusedCode, UnusedReason } from './unused-figures.ts';

/** Why the figures of a cell are in no target, for cells that could hold one; undefined for what only counts rows or names times. */
export type CellReasons = (cell: LaidBlock) => UnusedReason | undefined;

/** Tells of every cell of a plan's tables why its figures are in no target. */
export function cellReasons(plan: Plan, tables: readonly PlanTable[]): CellReasons {
  const reasons = new Map<number, UnusedReason | undefined>();
  for (const table of tables) {
    for (const cell of table.cells) reasons.set(cell.index, ofHead(plan, cell));
    const whole = ofTable(plan, table);
    for (const { cells: row } of table.rows)
      for (const [c, cell] of row.entries()) {
        if (cell === undefined) continue;
        const column = table.columns[c];
        const reason = column === undefined ? NO_COLUMN : (whole ?? ofColumn(plan, column));
        reasons.set(cell.index, column?.role === 'number' ? undefined : reason);
      }
  }
  return (cell) => reasons.get(cell.index);
}

const NO_COLUMN: UnusedReason = { code: 'table-row' };

/** A head that holds more than a time: "Tăng 5% so với 2025". */
function ofHead(plan: Plan, cell: LaidBlock): UnusedReason | undefined {
  return ofKind(plan.mentionsOf(cell), 'quantity').length > 0 ? { code: 'table-head' } : undefined;
}

function ofTable(plan: Plan, table: PlanTable): UnusedReason | undefined {
  if (table.kind === 'other') return { code: 'table-not-read' };
  if (table.kind === 'target' && !isOfPlan(plan, table)) return { code: 'table-not-aimed' };
  return undefined;
}

const BY_ROLE: Readonly<Partial<Record<ColumnRole, UnusedCode>>> = {
  indicator: 'table-measure',
  content: 'table-words',
  unit: 'table-unit',
  value: 'table-cell',
};

function ofColumn(plan: Plan, column: PlanColumn): UnusedReason {
  const { knowledge, year } = plan.context;
  if (column.role === 'value' && useOf(knowledge, column, year) === 'none')
    return { code: 'table-against', by: `"${column.header}"` };
  const code = BY_ROLE[column.role];
  return code === undefined ? { code: 'table-column', by: `"${column.header}"` } : { code };
}
