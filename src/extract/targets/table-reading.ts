import type { Deadline } from '../../model/record.ts';
import type { RowFacts } from '../document/drafts.ts';
import type { Plan } from '../document/plan.ts';
import type { PlanTable } from '../tables/grid.ts';
import type { HeadedRow } from '../tables/rows.ts';
import type { CellUnit } from '../tables/units-of-cells.ts';
import type { Written } from './cell-figures.ts';

/** What holds for all cells of a table. */
export interface TableReading extends Pick<Written, 'pointed' | 'commas'> {
  readonly plan: Plan;
  readonly table: PlanTable;
  readonly inherited: Deadline | null;
  /** The unit above the table. */
  readonly above: CellUnit | undefined;
  readonly named: RowsName;
  /** What the title of the table measures, where rows name bodies and no head says what is allotted to them. */
  readonly ofTitle: string | undefined;
  /** The same where every head says of which part of it the figures are: "trồng rừng" over "Tổng diện tích | Rừng phòng hộ". */
  readonly ofParts: string | undefined;
  /** The time that the title names, where it is the table's own. */
  readonly timeOfTitle: Deadline | null;
  /** What the head of the column that names the rows says they are: "Tên xã". */
  readonly placed: PlacedFigure | undefined;
}

/** What holds for all cells of a row. */
export interface RowReading extends RowFacts {
  readonly read: HeadedRow;
  /** The unit in the column of units. */
  readonly unitColumn: CellUnit | undefined;
}

/** What the rows of a table are: measures, times ("Năm 2026"), or bodies to which figures are allotted ("Xã A"). */
export type RowsName = 'measures' | 'times' | 'bodies';

/** "local": of the level below the document's province, whatever that was at its time. */
export type PlacedFigure = 'commune' | 'district' | 'province' | 'local';
