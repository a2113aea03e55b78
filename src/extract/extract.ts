import type { ReadResult } from '../model/block.ts';
import type { PlanRecord } from '../model/record.ts';
import { readLinks } from './citations/links.ts';
import { readReferences } from './citations/references.ts';
import { periodDeadline } from './document/inherited-deadlines.ts';
import { findPlaces } from './document/places.ts';
import type { Plan } from './document/plan.ts';
import { type Choice, ownBlocks, planOf } from './document/plan-of.ts';
import { layOut } from './document/text.ts';
import { withLegibleHeader } from './header/legible.ts';
import { type Origin, recordOf } from './record/record.ts';
import { headerWarnings, issueWarnings } from './review/issues.ts';
import { doubtOthers, doubtTargets, doubtTasks } from './review/misread.ts';
import { readWarnings } from './review/warnings.ts';
import { type PlanTable, readTables } from './tables/grid.ts';
import { readTargets } from './targets/targets.ts';
import { readTasks } from './tasks/tasks.ts';

export interface Extraction {
  readonly record: PlanRecord;
  /** The text into which its offsets point. */
  readonly text: string;
  readonly plan: Plan;
  readonly tables: readonly PlanTable[];
}

/** Blocks to a record: the spine, one step a line. */
export function extractRecord(read: ReadResult, origin: Origin, choice: Choice): Extraction {
  const laid = layOut(read.blocks);
  const { header, warnings: ofHeader } = withLegibleHeader(read, laid, {
    knowledge: choice.knowledge,
    uri: origin.uri,
    ...(origin.declared === undefined ? {} : { declared: origin.declared }),
    ...(read.title === undefined ? {} : { title: read.title }),
  });
  const { headerEnd, bodyStart, signature, about, postedOn, ...head } = header;
  const laidPlan = planOf(laid, { ...head, about, postedOn, headerEnd, signature }, choice);
  const plan: Plan = {
    ...laidPlan,
    ...findPlaces(laidPlan, periodDeadline(laidPlan.context.knowledge, head.period, head.title)),
  };
  const tables = readTables(plan.context.knowledge, plan.body, plan.outline);
  const { tasks: allTasks, ...said } = readTasks(plan, tables, head.form);
  const { drafts: targets, warnings: ofTargets } = doubtTargets(laid, readTargets(plan, head, tables, said));
  const { drafts: tasks, warnings: ofTasks } = doubtTasks(laid, allTasks);
  const references = readReferences(plan, ownBlocks(laid), head.number);
  const links = readLinks(plan, ownBlocks(laid), head, references);
  const warnings = [
    ...issueWarnings(read),
    ...headerWarnings(head),
    ...ofHeader,
    ...readWarnings(plan, tables, targets, tasks, said.duties),
    ...ofTargets,
    ...ofTasks,
    ...doubtOthers(laid, [...ofTargets, ...ofTasks]),
  ];
  const record = recordOf(read, origin, plan, { head, links, targets, tasks, references, warnings }, choice.pipelines);
  return { record, text: laid.text, plan, tables };
}
