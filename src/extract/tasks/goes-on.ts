import type { Range } from '../../language/sentences.ts';
import type { MentionOf } from '../../model/mention.ts';
import { toAgency } from '../document/agencies.ts';
import type { TaskDraft } from '../document/drafts.ts';
import type { Plan } from '../document/plan.ts';
import { type LaidBlock, sourceAt } from '../document/text.ts';
import type { DutyPatterns } from './duty-words.ts';
import { areOne, partnersOf } from './partners.ts';

/** Whether nothing stands between a duty of a block and a place in it. */
export const followsOn = (block: LaidBlock, { source }: TaskDraft, start: number): boolean =>
  source.start >= block.start && block.text.slice(source.end - block.start, start).trim() === '';

/** A duty with one more sentence. */
export function lengthened(
  plan: Plan,
  block: LaidBlock,
  duty: TaskDraft,
  { end }: Range,
  within: readonly MentionOf<'agency'>[],
  deadline: TaskDraft['deadline'],
): TaskDraft {
  const partners = partnersOf(plan.context.knowledge, within, block.text).filter(
    ({ value }) => !duty.leads.some((lead) => areOne(lead, value)),
  );
  return {
    ...duty,
    text: block.text
      .slice(duty.source.start - block.start, end)
      .replace(/\s+/gu, ' ')
      .trim(),
    cooperating:
      duty.cooperating.length > 0
        ? duty.cooperating
        : partners.map((m) => toAgency(plan, block, m, 'cooperate', 'explicit')),
    deadline,
    source: sourceAt(plan.laid, duty.source.start, block.start + end),
  };
}

/** Whether a sentence goes on with what those before it were told: it begins with an action, and tells of nothing. */
export const goesOnWith = (words: DutyPatterns, text: string): boolean =>
  (words.goesOn.test(text) || words.answers.test(text)) &&
  !words.closes.test(text) &&
  (!words.clause.test(text) || words.linked.test(text)) &&
  !words.told.test(text.slice(0, 80));
