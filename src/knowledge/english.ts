import { readFileSync } from 'node:fs';
import { z } from 'zod';

const Names = z.record(z.string(), z.string().min(1)).transform((names) => new Map(Object.entries(names)));

const English = z.object({
  /** By Vietnamese name, where it is not that name without its marks. */
  provinces: Names,
  /** "so": "Department of", in front of what stands in `fields`. */
  heads: Names,
  fields: Names,
  /** What a list of bodies is made of, in the plural: "bo", "nganh", "dia-phuong". */
  lists: Names,
  /** What a body of one commune, ward or district begins with: "Ủy ban nhân dân". */
  places: Names,
  /** What the place is, behind its name in English: "xã" is "Commune". */
  kinds: Names,
  /** By code, of what is neither ministry, department nor division. */
  bodies: Names,
});
export type English = z.infer<typeof English>;

let loaded: English | undefined;

/** What Vietnamese provinces and agencies are called in English, read once. */
export function loadEnglish(): English {
  loaded ??= English.parse(JSON.parse(readFileSync(new URL('./tables/english.json', import.meta.url), 'utf8')));
  return loaded;
}

/**
 * @param name its Vietnamese name, where it is known: of a body of one place nothing else tells the place
 * @returns undefined where no table knows the code: names are not translated by the word
 */
export function englishAgency(english: English, code: string, name = ''): string | undefined {
  const { heads, fields, bodies } = english;
  const [head = '', ...rest] = code.split('-');
  const [of, field] = [heads.get(head), fields.get(rest.join('-'))];
  const made = of === undefined || field === undefined ? undefined : `${of} ${field}`;
  return bodies.get(code) ?? made ?? englishOfPlace(english, name) ?? englishList(english, code);
}

/** "Ủy ban nhân dân xã Diên Thọ" is "People's Committee of Dien Tho Commune"; every word of the place begins with a capital. */
function englishOfPlace({ places, kinds }: English, name: string): string | undefined {
  for (const [begins, of] of places) {
    if (!name.startsWith(`${begins} `)) continue;
    const rest = name.slice(begins.length + 1);
    const kind = [...kinds.keys()].find((word) => rest.startsWith(`${word} `));
    if (kind === undefined) return undefined;
    const place = rest.slice(kind.length + 1);
    return PLACE.test(place) ? `${of} ${unmarked(place)} ${kinds.get(kind)}` : undefined;
  }
  return undefined;
}
const PLACE = /^\p{Lu}\p{Ll}*(?: (?:\p{Lu}\p{Ll}*|\p{Nd}+))*$/u;

/** "bo-nganh-dia-phuong" is "Ministries, sectors and localities": told only where every part is known. */
function englishList({ lists }: English, code: string): string | undefined {
  const parts = partsOf(lists, code.split('-'));
  // One word alone may be one body: "Sở" is the department that was named before.
  if (parts === undefined || parts.length < 2) return undefined;
  const listed = `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
  return `${listed.charAt(0).toUpperCase()}${listed.slice(1)}`;
}

/** The longest first: "co-quan-ngang-bo" is no "co-quan". */
function partsOf(lists: English['lists'], syllables: readonly string[]): readonly string[] | undefined {
  if (syllables.length === 0) return [];
  for (let length = syllables.length; length > 0; length--) {
    const part = lists.get(syllables.slice(0, length).join('-'));
    const rest = part === undefined ? undefined : partsOf(lists, syllables.slice(length));
    if (part !== undefined && rest !== undefined) return [part, ...rest];
  }
  return undefined;
}

/** "Đắk Lắk" is "Dak Lak". */
export const englishProvince = ({ provinces }: English, name: string): string => provinces.get(name) ?? unmarked(name);

const unmarked = (name: string): string =>
  name.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gu, 'd').replace(/Đ/gu, 'D');
