import type { MentionOf } from '../model/mention.ts';
import type { Deadline } from '../model/record.ts';
import type { OutlineNode } from './outline.ts';
import { ofKind, type Plan } from './plan.ts';
import type { LeadIn } from './roles.ts';
import { titleOf } from './titles.ts';

/** A deadline that a lead-in or heading sets for all that stands under it. */
interface Scope {
  readonly start: number;
  readonly end: number;
  /** Depth of the section that it belongs to: the deepest binds. */
  readonly depth: number;
  readonly deadline: Deadline;
}

/** A year named by the way, as in "Kế hoạch năm 2019" or "Luật … năm 2015", binds nothing below it. */
const NAMES_A_DOCUMENT =
  /(?:kế hoạch|nghị quyết|luật|chương trình|đề án|quyết định|báo cáo|chỉ thị|dự án|chiến lược)[^,;:]{0,80}$/iu;

/** Finds the deadline that a place inherits from the nearest lead-in or heading above it. */
export function scopeFinder(plan: Plan, leadIns: readonly LeadIn[]): (offset: number) => Deadline | null {
  const scopes: Scope[] = [];
  for (const node of plan.outline.nodes) {
    const title = titleOf(node);
    const block = node.blocks.find((own) => own.start <= title.start && title.start <= own.end);
    if (!title.heading || block === undefined || node.end <= title.end) continue;
    const deadline = chosen(
      ofKind(plan.mentionsOf(block), 'deadline').filter(
        (m) => block.start + m.start >= title.start && block.start + m.end <= title.end,
      ),
      block.text,
    );
    if (deadline !== undefined) scopes.push({ start: title.end, end: node.end, depth: depthOf(node), deadline });
  }
  for (const leadIn of leadIns) {
    const deadline = chosen(ofKind(plan.mentionsOf(leadIn.block), 'deadline'), leadIn.block.text);
    if (deadline !== undefined)
      scopes.push({ start: leadIn.start, end: leadIn.end, depth: depthOf(leadIn.node) + 0.5, deadline });
  }
  return (offset) => {
    let best: Scope | undefined;
    for (const scope of scopes) {
      if (scope.start <= offset && offset < scope.end && (best === undefined || scope.depth >= best.depth))
        best = scope;
    }
    return best === undefined ? null : { ...best.deadline, basis: 'inherited' };
  };
}

/** The last deadline of the announcing sentence that no document's name holds. */
function chosen(mentions: readonly MentionOf<'deadline'>[], text: string): Deadline | undefined {
  const binding = mentions.filter((m) => {
    if (m.value.type === 'per-schedule' || m.value.type === 'after-event' || m.value.type === 'ongoing') return false;
    return !NAMES_A_DOCUMENT.test(text.slice(0, m.start)) || /^(?:đến|trong|từ)/iu.test(m.text);
  });
  return binding.at(-1)?.value;
}

function depthOf(node: OutlineNode): number {
  let depth = 0;
  for (let at = node.parent; at !== null; at = at.parent) depth++;
  return depth;
}
