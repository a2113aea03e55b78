import type { SectionRole } from '../../knowledge/word-tables.ts';
import type { Deadline } from '../../model/record.ts';
import { type AreaFinder, areaFinder, headingsOver } from './areas.ts';
import { scopeFinder } from './inherited-deadlines.ts';
import type { LaidPlan } from './laid-plan.ts';
import type { OutlineNode } from './outline.ts';
import { readLeadIns, roleFinder } from './section-roles.ts';
import { blockAt } from './text.ts';

/** What holds at a place of a document: what the section is for, its area, the deadline that it inherits. */
export interface Places {
  readonly areas: AreaFinder;
  /** What the part is for in which an offset of the text stands. */
  readonly roleAt: (offset: number, node: OutlineNode) => SectionRole;
  /** The deadline of the nearest lead-in or heading above, else the plan's own period; null where neither tells. */
  readonly inheritedAt: (offset: number, node: OutlineNode) => Deadline | null;
  /** The innermost section of an offset of the text. */
  readonly nodeAt: (offset: number) => OutlineNode;
}

/** @param period the plan's own, as a deadline */
export function findPlaces(plan: LaidPlan, period: Deadline | null): Places {
  const { laid, body, outline, pipeline } = plan;
  const { knowledge } = plan.context;
  const leadIns = readLeadIns(knowledge, body, outline);
  const scopeAt = scopeFinder(plan, leadIns);
  return {
    areas: areaFinder(pipeline, headingsOver(body, outline)),
    roleAt: roleFinder(knowledge, leadIns),
    inheritedAt: (offset, node) => scopeAt(offset, node) ?? period,
    nodeAt: (offset) => outline.nodeOf.get(blockAt(laid, offset)?.index ?? -1) ?? outline.root,
  };
}
