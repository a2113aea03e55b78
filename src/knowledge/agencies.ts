import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { Level } from '../model/record.ts';

const Words = z.array(z.string().min(1));

/** What a department, ministry or office answers for. */
const Field = z.object({
  /** Heads it goes with, in lower case. */
  of: Words,
  /** Each part in full, then its abbreviations: "Kế hoạch và Đầu tư" is also "KH&ĐT", "Kế hoạch & ĐT". */
  parts: z.array(Words.min(1)).min(1),
  name: z.string(),
  /** Short names it had between `from` and `to` only. */
  also: Words.default([]),
  from: z.string().optional(),
  to: z.string().optional(),
});
export type Field = z.infer<typeof Field>;

const Body = z.object({
  name: z.string(),
  /** Where bodies of different names are one, or the slug of the name is not its code. */
  code: z.string().optional(),
  also: Words.default([]),
  level: Level.optional(),
  /** What the district is whose name stands alone behind it: "huyện" behind "Huyện ủy"; "" where it may be any. */
  branch: z.string().optional(),
  /** Its name ends with the kind of its place: "Thuế tỉnh". */
  ofPlace: z.boolean().optional(),
});
export type Body = z.infer<typeof Body>;

const AgencyTable = z.object({
  fields: z.array(Field),
  bodies: z.array(Body),
  /** First words of names that no table lists: "Trung tâm …". */
  heads: Words,
  /** Lower-case words that such a name can go on with. */
  nameWords: Words,
  /** What begins with one of these heads and is no name: "Báo cáo", "Ban hành", "Vụ Đông". */
  notNames: Words,
  abbreviations: z.record(z.string(), z.string()),
  /** What collective names are made of: "các sở, ban, ngành". */
  nouns: Words,
  /** What narrows a collective name down. */
  qualifiers: Words,
  /** Heads of a body who stand for it. */
  chiefs: Words,
  /** First syllables of what follows a name in a sentence: no name goes on with one of them in small letters. */
  afterNames: Words,
  /** Who is no agency but works with them: named only where agencies are told to work together with them. */
  partners: Words,
  /** What the names of those partners begin with that have duties as bodies do: governments, schools. */
  answerable: Words,
  /** What narrows partners down. */
  partnerKinds: Words,
  /** Nouns that a collective name begins with. */
  firstNouns: Words,
  /** Where the name of another body begins: no name that is not listed goes on with it. */
  otherNames: Words,
  /** The same after "và". */
  otherHeads: Words,
  /** Words of names that are what the body does where one of the objects follows: "… xây dựng kế hoạch". */
  ownActs: Words,
  actObjects: Words,
  /** "Ban Tổ chức lễ hội …" is no body of the Party. */
  things: Words,
  /** Beginnings of listed names that are bodies in small letters too. */
  smallNames: Words,
  /** Syllables that names of places and things end with, too: "Hải Phòng", "lễ hội", "cơ sở y tế". */
  endings: Words,
});
export type AgencyTable = z.infer<typeof AgencyTable>;

let loaded: AgencyTable | undefined;

/** What Vietnamese agencies are called, read once. */
export function loadAgencies(): AgencyTable {
  loaded ??= AgencyTable.parse(JSON.parse(readFileSync(new URL('./tables/agencies.json', import.meta.url), 'utf8')));
  return loaded;
}
