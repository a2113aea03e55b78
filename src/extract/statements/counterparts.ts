import { built, type Knowledge } from '../../knowledge/knowledge.ts';
import { viAll, viWords } from '../../language/pattern.ts';

const kindsOf = built(['counterparts'], ({ counterparts }) => {
  const kinds = [...new Set(counterparts.map(({ kind }) => kind))];
  return kinds.map((one) => viAll`${viWords(counterparts.filter(({ kind }) => kind === one))}`);
});

/** Syllables of words that but name another part, its name and what stands at it included. */
const LONGEST = 8;

/** Heads without those that name the place of another part: "khu vực đô thị" above "khu vực nông thôn". */
export const headsOfCounterpart = (knowledge: Knowledge, own: string, heads: readonly string[]): readonly string[] =>
  heads.filter((head) => ofCounterpart(knowledge, own, head) === undefined);

/**
 * The measure before with another part in the place of its own: "Tỷ lệ trường mầm non đạt chuẩn" and "tiểu học" make "Tỷ lệ trường tiểu
 * học đạt chuẩn", "Tỷ lệ hộ dân khu vực đô thị dùng nước sạch" and "khu vực nông thôn" the same of the countryside.
 *
 * @param own words of a figure behind it
 * @returns undefined where they name no counterpart of what it names
 */
export function ofCounterpart(knowledge: Knowledge, own: string, before: string): string | undefined {
  const measure = before.replace(/ % .*$/su, '');
  if (measure === '') return undefined;
  const short = own.split(' ').length <= LONGEST;
  for (const kind of kindsOf(knowledge)) {
    const [name] = own.matchAll(kind);
    // "80% cấp xã triển khai hệ thống giám sát": behind the name that it opens with, more may be said.
    if (name === undefined || (!short && name.index > 0)) continue;
    const there = [...measure.matchAll(kind)].findLast((one) => one[0].toLowerCase() !== name[0].toLowerCase());
    if (there === undefined || measure.toLowerCase().includes(own.toLowerCase())) continue;
    // What leads up to its name leads up to the other one too: "khu vực", "trẻ", "học sinh tốt nghiệp".
    const opening = own.slice(0, name.index);
    const ahead = measure.slice(0, there.index);
    if (!` ${ahead}`.toLowerCase().endsWith(` ${opening}`.toLowerCase())) continue;
    const behind = measure.slice(there.index + there[0].length);
    const goesOn = own.slice(name.index + name[0].length).trim() !== '';
    return `${ahead.slice(0, ahead.length - opening.length)}${own}${goesOn ? '' : behind}`;
  }
  return undefined;
}
