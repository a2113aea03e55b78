import type { Plan } from '../document/plan.ts';
import type { PlanTable } from './grid.ts';
import type { HeadedRow } from './rows.ts';

/** The area of a row: of its group's heading, else of the section, else by its words. */
export function areaOfRow({ areas }: Plan, table: PlanTable, { groups }: HeadedRow, text: string): string | null {
  const named = groups.map((group) => areas.ofTitle(group.title)).findLast((area) => area !== null);
  return named ?? areas.ofNode(table.node) ?? areas.ofWords(text);
}
