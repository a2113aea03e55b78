import { built, type Knowledge } from '../../../knowledge/knowledge.ts';
import type { RoleWordMeaning } from '../../../knowledge/word-tables.ts';
import { vi, viMeaning, viPart } from '../../../language/pattern.ts';
import type { Agency } from '../../../model/record.ts';

type Role = Agency['role'];

const patternsOf = built(['duties', 'roles'], ({ duties, roles }) => {
  const words = (meaning: RoleWordMeaning) => viMeaning(roles, meaning);
  const office = words('office');
  /** Words that say that it must, not what. */
  const must = viPart`^[\s,]*(\([^()]{0,60}\)\s*)?(${words('must')}\s*[,:]?\s*){0,3}`;
  /** What stands right before a name or an enumeration of names. The last alternatives only open a part and say nothing more. */
  const before: readonly (readonly [RegExp, Role])[] = [
    [vi`${words('together')}( ${words('closely')})?\s*(với|cùng( với)?|của|:)\s*$`, 'cooperate'],
    // "phối hợp các sở, ngành": without "với", but not the noun ("công tác phối hợp", "quy chế phối hợp").
    [vi`(?<!${words('matter')} )${words('cooperates')}\s+$`, 'cooperate'],
    // "Công an tỉnh chủ trì cùng các Sở: …"
    [vi`${words('in-charge')}\s*,? cùng\s*$`, 'cooperate'],
    [
      vi`(cùng với|${words('part-of')} của|${office} ${words('cooperates')}( ${words('carries-out')})?\s*(là|:))\s*$`,
      'cooperate',
    ],
    [vi`(${office} ${words('in-charge')}([^.;:]{0,30})?\s*(là|:)|${words('in-charge')}\s*:)\s*$`, 'lead'],
    [vi`(^|[\s,;.:(])${words('hands-over')}\s*:?\s*$`, 'lead'],
    [vi`${office} ${words('sets-about')}? ${words('carries-out')}\s*(là|:)\s*$`, 'implement'],
  ];
  return {
    before,
    LEADS: vi`${must}${words('leads')}`,
    COOPERATES: vi`${must}${words('cooperates')}`,
    LEADS_WITH: vi`${must}${words('cooperates')} ${words('closely')}? ${words('helped')}`,
    /** Who is told, asked or advised does not lead, whatever it does with it: "báo cáo UBND tỉnh theo dõi, chỉ đạo". */
    INFORMS: vi`${words('informs')} (cho|về|với|đến)?\s*$`,
    /** What follows "do …": the agency answers for it. */
    ANSWERS: vi`^[\s,]*${words('answers')}`,
    CARRIES_OUT: vi`^[\s,]*(${words('charged')}\s*[,:]?\s*)?${words('sets-about')}? ${words('carries-out')}`,
    /** "Chỉ đạo Thanh tra Sở phối hợp …": whom the one with the duty directs does not lead. */
    DIRECTED: vi`(^|[.;,+-]\s*|^\p{L}\)\s*)${viMeaning(duties, 'guides')}\s*$`,
  };
});
const BY = vi`(^|[\s,;.:(])do\s*$`;

/** Role that the words before a name, or before the enumeration it stands in, give it; null where they say nothing. */
export function roleBefore(knowledge: Knowledge, text: string, at: number): Role | null {
  const before = text.slice(Math.max(0, at - 60), at);
  return patternsOf(knowledge).before.find(([pattern]) => pattern.test(before))?.[1] ?? null;
}

/**
 * Role that the words after a name, or after the enumeration it stands in, give it; null where they say nothing.
 *
 * @param broad the names are kinds of bodies ("các sở, ban, ngành phối hợp với Sở Nội vụ"): those help, a single one leads
 */
export function roleAfter(knowledge: Knowledge, text: string, at: number, broad = false): Role | null {
  const { LEADS, COOPERATES, LEADS_WITH } = patternsOf(knowledge);
  const after = text.slice(at, at + 120);
  if (LEADS.test(after)) return 'lead';
  if (COOPERATES.test(after)) return !broad && LEADS_WITH.test(after) ? 'lead' : 'cooperate';
  return patternsOf(knowledge).CARRIES_OUT.test(after) ? 'implement' : null;
}

/** Whether the words before a name say that it is only informed of something, asked, advised or directed. */
export const isInformed = (knowledge: Knowledge, text: string, at: number): boolean =>
  patternsOf(knowledge).INFORMS.test(text.slice(Math.max(0, at - 30), at)) ||
  patternsOf(knowledge).DIRECTED.test(text.slice(Math.max(0, at - 30), at));

/** "do Sở Nội vụ …": answerable for what the sentence tells. */
export function roleOfDoer(knowledge: Knowledge, text: string, from: number, to: number): Role | null {
  if (!BY.test(text.slice(Math.max(0, from - 12), from))) return null;
  return patternsOf(knowledge).ANSWERS.test(text.slice(to, to + 40)) ? 'lead' : null;
}
