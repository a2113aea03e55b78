import { type Range, sentences } from '../../language/sentences.ts';
import type { MentionOf } from '../../model/mention.ts';
import type { Form } from '../../model/record.ts';
import { ofKind, type Plan } from '../document/plan.ts';
import type { LaidBlock } from '../document/text.ts';
import type { DutyPatterns } from './duty-words.ts';
import { actOf } from './sentence-doers.ts';

/**
 * The sentences that an order behind them makes duties, by their offsets in the document's text: "Công an tỉnh tăng cường
 * tuần tra. … Chủ tịch UBND tỉnh cũng yêu cầu Sở Y tế …".
 *
 * What a body does is told of the past as well as handed out. A paper that hands out work does so in one breath: sentences that
 * begin with bodies and what they do, with nothing told between them and an order, are orders themselves.
 */
export function readBeforeOrders(plan: Plan, words: DutyPatterns, form: Form): ReadonlySet<number> {
  const found = new Set<number>();
  if (form === 'report') return found;
  let acting: number[] = [];
  for (const block of plan.body) {
    const node = plan.outline.nodeOf.get(block.index);
    if (node === undefined || block.cell !== undefined || block.kind === 'footnote') continue;
    const agencies = ofKind(plan.mentionsOf(block), 'agency');
    // Orders count only behind those who act, and nobody acts who is not named.
    if (acting.length === 0 && agencies.length === 0) continue;
    const from = block.start === node.start ? node.bodyStart - block.start : 0;
    for (const range of sentences(block.text, from)) {
      const act = actIn(plan, words, block, range, agencies, acting.length > 0);
      if (act === 'acts') acting.push(block.start + range.start);
      else {
        if (act === 'orders') for (const at of acting) found.add(at);
        acting = [];
      }
    }
  }
  return found;
}

function actIn(
  plan: Plan,
  words: DutyPatterns,
  block: LaidBlock,
  { start, end }: Range,
  agencies: readonly MentionOf<'agency'>[],
  orders: boolean,
): 'orders' | 'acts' | undefined {
  if (orders && words.saidBefore.test(block.text.slice(start, end))) return 'orders';
  const within = agencies.filter((m) => m.start >= start && m.end <= end);
  return within.length === 0
    ? undefined
    : actOf(plan.context.knowledge, words, block.text, { start, end }, within, orders);
}
