import type { Deadline } from '../../model/record.ts';
import { ofKind, type Plan } from '../document/plan.ts';
import type { LaidBlock } from '../document/text.ts';
import { dutyPatterns } from './duty-words.ts';

/**
 * By when what a stretch of a block says is to be done; null where it does not say.
 *
 * "… vào chỉ tiêu phát triển kinh tế - xã hội hằng năm" tells of which plans; "Kế hoạch" with a capital is this one. What is over before the document was issued is no time for a duty: "những người tham gia trong giai đoạn 1974 - 1975".
 *
 * @param from, to offsets in the block's text
 */
export function dueIn(plan: Plan, block: LaidBlock, from: number, to: number): Deadline | null {
  const { within, done, ofPlans } = dutyPatterns(plan.context.knowledge);
  const due = ofKind(plan.mentionsOf(block), 'deadline').filter(
    (m) =>
      m.start >= from &&
      m.end <= to &&
      !(m.value.type === 'recurring' && /^\p{Ll}/u.test(ofPlans.exec(block.text.slice(from, m.start))?.[0] ?? '')) &&
      (m.value.type !== 'during' || within.test(m.text) || done.test(block.text.slice(from, m.start))) &&
      !over(m.value, plan.context.date),
  );
  // "Đề án đào tạo nghề đến năm 2020 …, báo cáo trước ngày 27/02/2010": a year before a day is in the name of what is spoken of.
  const first = due[0]?.value ?? null;
  return (first !== null && ofYear(first) ? due.find(({ value }) => isExact(value))?.value : undefined) ?? first;
}

const ofYear = ({ type, end }: Deadline): boolean => type === 'by' && end?.endsWith('-12-31') === true;
/** To the day or the month. */
const isExact = ({ type, start, end }: Deadline): boolean =>
  end !== null &&
  !end.endsWith('-12-31') &&
  (type === 'by' || (type === 'during' && start?.slice(0, 7) === end.slice(0, 7)));

const over = ({ end }: Deadline, issued: string | null): boolean => end !== null && issued !== null && end < issued;
