import type { Field } from '../../../knowledge/agencies.ts';
import { built, type Knowledge } from '../../../knowledge/knowledge.ts';
import { anyOf, slugOf } from '../../../language/words.ts';
import { type Reader, withSuffix } from './body.ts';
import { capital, clean, END, expand, sticky } from './places.ts';
import { inTitleCase, openEnd } from './unlisted.ts';

function fieldSource({ parts, also }: Field): string {
  const joined = parts.map((forms) => anyOf(forms)).join(String.raw`(?:[\s,&–-]{0,4}|\s{1,3}và\s{1,3})`);
  return also.length === 0 ? joined : `${joined}|${anyOf(also)}`;
}

const fieldsOf = built(['agencies'], ({ agencies: { fields } }) =>
  [...fields]
    .sort((a, b) => b.parts.length - a.parts.length)
    .map((field) => ({ field, pattern: sticky(`(?:${fieldSource(field)})${END}`) })),
);

/** The field that stands at a place: "KH&ĐT", "Thông tin &TT", "Nội vụ". */
export function fieldAt(
  knowledge: Knowledge,
  text: string,
  at: number,
  head: string,
  date: string | null,
): { readonly field: Field; readonly end: number } | undefined {
  let best: { field: Field; end: number } | undefined;
  for (const { field, pattern } of fieldsOf(knowledge)) {
    if (!field.of.includes(head)) continue;
    pattern.lastIndex = at;
    const length = pattern.exec(text)?.[0].length ?? 0;
    const end = at + length;
    if (length === 0 || (best !== undefined && end < best.end)) continue;
    const fits = date === null || ((field.from ?? '') <= date && date <= (field.to ?? '9'));
    if (best === undefined || end > best.end || fits) best = { field, end };
  }
  return best;
}

/** "Bộ trưởng" leads one, "Đảng bộ" is none. */
const DEPARTMENT = sticky(String.raw`(?<!(?:đảng|dự)\s{1,3})(?<head>sở|bộ|phòng)\s{1,3}(?!trưởng${END})`);

/** "Phòng Tài vụ, phòng Kỹ thuật lâm sinh": an office that no table knows, in a list of such. */
const goesOnWithOffice = (text: string, at: number, from: number): boolean =>
  /phòng\s\p{Lu}[^.;:]{2,60}(?:,|\svà)\s$/iu.test(text.slice(Math.max(0, at - 70), at)) &&
  /^\p{Lu}\p{Ll}+(?:\s\p{L}|\s[-–&])/u.test(text.slice(from, from + 12));

/** "Sở KH&ĐT", "Bộ Nội vụ", "Phòng Tài chính - Kế hoạch" */
export const department: Reader = (knowledge, text, at, date) => {
  DEPARTMENT.lastIndex = at;
  const match = DEPARTMENT.exec(text);
  const head = match?.groups?.head?.toLowerCase();
  if (match === null || head === undefined) return undefined;
  const from = at + match[0].length;
  const found = fieldAt(knowledge, text, from, head, date);
  let end = found?.end;
  let name = found?.field.name;
  // "phòng Tài chính" in small letters is a name where its field has a capital: "phòng cháy", "phòng nội vụ" are none.
  if (head === 'phòng' && text[at] === 'p' && found === undefined && goesOnWithOffice(text, at, from)) {
    end = openEnd(knowledge, text, at + head.length);
    name = inTitleCase(expand(knowledge, clean(text.slice(from, end))));
  } else if (
    head === 'phòng' &&
    (found === undefined || (text[at] === 'p' && !/^\p{Lu}/u.test(text.slice(from, from + 1))))
  )
    return undefined;
  if (end === undefined || name === undefined) {
    const open = /^\p{Lu}/u.test(text.slice(at, at + 1)) ? openEnd(knowledge, text, at + head.length) : at;
    if (open <= from || !/\p{Lu}/u.test(text.slice(from, from + 1))) return undefined;
    end = open;
    name = inTitleCase(expand(knowledge, clean(text.slice(from, open))));
  }
  // "sở tài chính" in small letters is a name, "bộ tài chính" hardly ever; "bộ công an" neither.
  if (head === 'bộ' && text[at] === 'b') return undefined;
  const own = `${capital(head)} ${name}`;
  const unknown = found === undefined ? { open: true } : {};
  if (head === 'bộ') return { code: slugOf(own), name: own, end, collective: false, level: 'central', ...unknown };
  return {
    ...withSuffix(knowledge, text, end, own, slugOf(own), false, head === 'phòng' ? 'district' : 'department'),
    ...unknown,
  };
};
