import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { MentionOf } from '../../model/mention.ts';
import { dutyPatterns } from './duty-words.ts';

/** Those whom the words make partners, and those that go on the same list: "phối hợp với Sở A, các hội và Sở B". */
export function partnersOf(
  knowledge: Knowledge,
  agencies: readonly MentionOf<'agency'>[],
  text: string,
): readonly MentionOf<'agency'>[] {
  const { listed } = dutyPatterns(knowledge);
  const partners: MentionOf<'agency'>[] = [];
  for (const [i, mention] of agencies.entries()) {
    const before = agencies[i - 1];
    const goesOn =
      before !== undefined &&
      partners.at(-1) === before &&
      mention.value.role === null &&
      listed.test(text.slice(before.end, mention.start));
    if (mention.value.role === 'cooperate' || goesOn) partners.push(mention);
  }
  return partners.filter((m, i) => partners.findIndex((other) => other.value.code === m.value.code) === i);
}
