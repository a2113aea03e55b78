import { findMentions } from './extract/mentions.ts';
import type { Mention } from './model/mention.ts';

export interface RecogniseOptions {
  /** Completes "ngày 30/6" and "trong năm kế hoạch"; without it such times stay unread. */
  readonly year?: number;
}
export type Recognised = Exclude<Mention, { kind: 'inner' }>;

/**
 * The mentions of one text: quantities, deadlines, agencies and references, in order of start.
 *
 * @param text any normal form; offsets are UTF-16 units of its NFC form
 */
export function recognise(text: string, { year }: RecogniseOptions = {}): readonly Recognised[] {
  const mentions = findMentions(text.normalize('NFC'), { year: year ?? null, date: null, singleYear: false });
  return mentions.filter((mention) => mention.kind !== 'inner');
}
