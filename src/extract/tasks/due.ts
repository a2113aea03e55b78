import type { Deadline } from '../../model/record.ts';
import { ofKind, type Plan } from '../document/plan.ts';
import type { LaidBlock } from '../document/text.ts';

/** A span of time is when a duty is to be done only where the words say so: "trong quý II", "hoàn thành năm 2026". */
const WITHIN = /^(?:trong|quý|tháng)(?!\p{L})(?!\s+(?:năm|quý|tháng|kỳ)$)/iu;
const DONE = /(?:hoàn thành|trình|ban hành|báo cáo|xong|kết thúc)(?:\s+(?:vào|trong))?\s*$/iu;

/**
 * By when what a stretch of a block says is to be done; null where it does not say.
 *
 * What is over before the document was issued is no time for a duty: "những người tham gia trong giai đoạn 1974 - 1975".
 *
 * @param from, to offsets in the block's text
 */
export function dueIn(plan: Plan, block: LaidBlock, from: number, to: number): Deadline | null {
  const due = ofKind(plan.mentionsOf(block), 'deadline').find(
    (m) =>
      m.start >= from &&
      m.end <= to &&
      (m.value.type !== 'during' || WITHIN.test(m.text) || DONE.test(block.text.slice(from, m.start))) &&
      !over(m.value, plan.context.date),
  );
  return due?.value ?? null;
}

const over = ({ end }: Deadline, issued: string | null): boolean => end !== null && issued !== null && end < issued;
