import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { MentionOf } from '../../model/mention.ts';
import type { Agency } from '../../model/record.ts';
import { dutyPatterns } from './duty-words.ts';

/** Those whom the words make partners, and those that go on the same list: "phối hợp với Sở A, các hội và Sở B". */
export function partnersOf(
  knowledge: Knowledge,
  agencies: readonly MentionOf<'agency'>[],
  text: string,
): readonly MentionOf<'agency'>[] {
  const { listed, directed } = dutyPatterns(knowledge);
  const partners: MentionOf<'agency'>[] = [];
  for (const [i, mention] of agencies.entries()) {
    const before = agencies[i - 1];
    const goesOn =
      before !== undefined &&
      partners.at(-1) === before &&
      mention.value.role === null &&
      listed.test(text.slice(before.end, mention.start));
    // "chỉ đạo các cơ quan, đơn vị liên quan, phối hợp với Sở A": who is directed is no partner.
    const isDirected = directed.test(text.slice(Math.max(0, mention.start - LONGEST_GUIDE), mention.start));
    if ((mention.value.role === 'cooperate' && !isDirected) || goesOn) partners.push(mention);
  }
  return onceEach(partners);
}

/** In UTF-16 units. */
const LONGEST_GUIDE = 20;

/** Each body once, however often it is named. */
const onceEach = (mentions: readonly MentionOf<'agency'>[]): readonly MentionOf<'agency'>[] =>
  mentions.filter((m, i) => mentions.findIndex((other) => areOne(other.value, m.value)) === i);

/** Bodies of one kind in two places have one code: "UBND thành phố Hà Nội" and "UBND tỉnh Hà Nam". */
export const areOne = (a: Pick<Agency, 'code' | 'name'>, b: Pick<Agency, 'code' | 'name'>): boolean =>
  a.code === b.code && (!PLACED.test(a.name) || !PLACED.test(b.name) || a.name === b.name);
const PLACED = /(?:tỉnh|thành phố) \p{Lu}\p{Ll}/u;

/** "1. Sở Công Thương chủ trì, phối hợp với các sở, ngành" above "a) …": but who leads, and with whom, and no action. */
export const endsWithNames = (text: string, from: number, agencies: readonly MentionOf<'agency'>[]): boolean =>
  agencies[0]?.start === from &&
  agencies.some(({ value }) => value.role === 'cooperate') &&
  !/\p{L}/u.test(text.slice(agencies.at(-1)?.end ?? 0));
