import type { ColumnRole } from '../../knowledge/word-tables.ts';
import { ofKind, type Plan } from '../document/plan.ts';
import type { LaidBlock } from '../document/text.ts';
import { useOf } from '../tables/column-use.ts';
import type { PlanColumn } from '../tables/columns.ts';
import type { PlanTable } from '../tables/grid.ts';
import { isOfPlan } from '../tables/of-plan.ts';

/** Why the figures of a cell are in no target, for cells that could hold one; undefined for what only counts rows or names times. */
export type CellReasons = (cell: LaidBlock) => string | undefined;

/** Tells of every cell of a plan's tables why its figures are in no target. */
export function cellReasons(plan: Plan, tables: readonly PlanTable[]): CellReasons {
  const reasons = new Map<number, string | undefined>();
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

const NO_COLUMN = 'stands in a row of a table that is longer than its heads';

/** A head that holds more than a time: "Tăng 5% so với 2025". */
function ofHead(plan: Plan, cell: LaidBlock): string | undefined {
  return ofKind(plan.mentionsOf(cell), 'quantity').length > 0 ? 'stands in the heads of a table' : undefined;
}

function ofTable(plan: Plan, table: PlanTable): string | undefined {
  if (table.kind === 'other')
    return 'stands in a table that is not read: its heads name no measure, time or aim that is known';
  if (table.kind === 'target' && !isOfPlan(plan, table))
    return 'stands in a table of which nothing says that its figures are aimed at';
  return undefined;
}

const BY_ROLE: Readonly<Partial<Record<ColumnRole, string>>> = {
  indicator: 'part of what a row of a table measures',
  content: 'stands in the words of a row of a table',
  unit: 'part of a unit in a table',
  value:
    'stands in a cell of a table whose figure cannot be read in one way, or of which nothing says what it measures',
};

function ofColumn(plan: Plan, column: PlanColumn): string {
  const { knowledge, year } = plan.context;
  if (column.role === 'value' && useOf(knowledge, column, year) === 'none')
    return `stands in a column that holds figures against others, or those of an older plan ("${column.header}")`;
  return BY_ROLE[column.role] ?? `stands in a column of a table that sets no targets ("${column.header}")`;
}
