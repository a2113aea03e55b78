import type { Form } from '../../model/record.ts';
import type { RowFacts, TaskDraft } from '../document/drafts.ts';
import type { Plan } from '../document/plan.ts';
import type { PlanTable } from '../tables/grid.ts';
import { type Duty, readDuties } from './duty-sections.ts';
import { readDutiesElsewhere } from './duty-sentences.ts';
import { withKindsOfBodies } from './kinds-of-bodies.ts';
import { readListedTasks } from './of-lists.ts';
import { readTableTasks } from './of-tables.ts';

export interface PlanTasks {
  /** In order of place. */
  readonly tasks: readonly TaskDraft[];
  /** Duties that sections give to agencies, with what they answer for. */
  readonly duties: readonly Duty[];
  /** What the rows of task tables say of the figures in their cells, by block index. */
  readonly facts: ReadonlyMap<number, RowFacts>;
}

/** The tasks of a plan: rows of tables, listed tasks, duties of sections, and duties in other sentences that none of these tells. */
export function readTasks(plan: Plan, tables: readonly PlanTable[], form: Form): PlanTasks {
  const inTables = tables.filter((table) => table.kind === 'task').map((table) => readTableTasks(plan, table));
  const listed = readListedTasks(plan);
  const duties = readDuties(plan, listed.detailBlocks, form);
  const shared = [...inTables.flatMap((table) => table.tasks), ...listed.tasks, ...duties.map((duty) => duty.task)];
  const tasks = [...shared, ...readDutiesElsewhere(withKindsOfBodies(plan), shared, listed.detailBlocks, form)];
  return {
    tasks: tasks.sort((a, b) => a.source.start - b.source.start),
    duties,
    facts: new Map(inTables.flatMap((table) => [...table.facts])),
  };
}
