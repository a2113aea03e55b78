import { built, type Knowledge } from '../../knowledge/knowledge.ts';
import { vi, viPart, viWords } from '../../language/pattern.ts';

/** Shorter paragraphs are what they seem. */
const LONG = 500;
/** As many labels in their order are no chance. */
const LEAST = 3;

/** What ends the plan itself; as printed, capitals and all. */
const CLOSE = viPart`Nơi nhận\s?:|(TM|KT|TL|TUQ)\.(?=\s\p{Lu}{2})|PHỤ LỤC(?=\s)|Trên đây là(?=\s)`;
const TOKEN = new RegExp(
  String.raw`(?<=\s)(?:(?<roman>[IVX]{1,5})\s?\.|(?<number>\d{1,2}(?=\.\s)|\d{1,2}(?:\.\d{1,2}){1,3})\.?|(?<letter>[a-zđ])\)|(?<bullet>[-–+•])|(?<close>${CLOSE.source}))\s*(?=["“(]?[\p{Lu}\d]|(?<=:)\s*-)`,
  'gu',
);
/** Letters of lists, as Vietnamese lists count; "d" may come before or without "đ". */
const LETTERS = 'abcdđeghiklmnopqrstuvxy';
const patternsOf = built(['items'], ({ items }) => {
  const wordsOf = (wanted: (typeof items)[number]['use']) => viWords(items.filter(({ use }) => use === wanted));
  return {
    /** A number behind one of these names something and counts nothing. */
    named: vi`${wordsOf('names')}\s+$`,
    /** With nothing but a heading before it, a dash opens an item only before words that items begin with; "Lao động - Thương binh" is a name. */
    item: vi`^(\d+([.,]\d+)?\s?%|${wordsOf('begins')})`,
    /** Headings that name a part of a plan, with what they may be followed by. */
    heading: vi`^${wordsOf('heads')}(\s+(đến\s+)?(năm\s+20\d\d|giai đoạn\s+20\d\d\s?[-–]\s?20\d\d))?`,
  };
});

/**
 * Parts a plan that was run together into one paragraph at the labels within it: "… I. MỤC TIÊU 1. Mục tiêu chung … - …".
 * What stands before its first "I." stays together. A paragraph without labels that count on is returned as it is.
 */
export function splitAtLabels(knowledge: Knowledge, text: string): string[] {
  if (text.length < LONG) return [text];
  const { item, named } = patternsOf(knowledge);
  const cuts: number[] = [];
  const counted = { roman: 0, number: [] as number[], letter: -1 };
  let labels = 0;
  let opened = 0;
  for (const match of text.matchAll(TOKEN)) {
    const groups = match.groups ?? {};
    const before = text.slice(Math.max(0, match.index - 30), match.index);
    if (counted.roman === 0 && groups.roman !== 'I') continue;
    if (groups.bullet !== undefined) {
      const rest = text.slice(match.index + match[0].length);
      const ends = /[.;:]\s*$/u.test(before);
      const heads = match.index - opened < 160 && !/[.;]\s/u.test(text.slice(opened + 8, match.index));
      if (!ends && !(heads && /\p{L}\s*$/u.test(before) && item.test(rest.slice(0, 30)))) continue;
    } else if (groups.close === undefined) {
      if (!countsOn(groups, before)) continue;
      labels++;
    }
    cuts.push(match.index);
    opened = match.index;
  }
  if (labels < LEAST) return [text];
  const parts = [0, ...cuts].map((from, i) => text.slice(from, cuts[i] ?? text.length).trim());
  return parts.filter((part) => part !== '').flatMap((part, i) => (i === 0 ? [part] : afterHeading(knowledge, part)));

  /** True where the label is the next one of its list. */
  function countsOn(groups: Readonly<Record<string, string | undefined>>, before: string): boolean {
    if (groups.roman !== undefined) {
      const value = romanOf(groups.roman);
      if (value !== counted.roman + 1) return false;
      Object.assign(counted, { roman: value, number: [], letter: -1 });
      return true;
    }
    if (groups.number !== undefined) {
      const parts = groups.number.split('.').map(Number);
      const above = parts.slice(0, -1);
      if ((named.test(before) && !/\p{Lu}{2}\s+$/u.test(before)) || above.some((part, i) => part !== counted.number[i]))
        return false;
      if (parts.at(-1) !== (counted.number[above.length] ?? 0) + 1) return false;
      Object.assign(counted, { number: parts, letter: -1 });
      return true;
    }
    const at = LETTERS.indexOf(groups.letter ?? '');
    const skips = at === counted.letter + 2 && LETTERS[at - 1] === 'đ';
    if (at < 0 || (at !== counted.letter + 1 && !skips && at !== 0)) return false;
    counted.letter = at;
    return true;
  }
}

const DIGITS: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10 };
const romanOf = (roman: string): number =>
  [...roman].reduce((sum, char, i) => {
    const value = DIGITS[char] ?? 0;
    return sum + (value < (DIGITS[roman[i + 1] ?? ''] ?? 0) ? -value : value);
  }, 0);

/** A heading and the text behind it on the same line, parted where the heading is in capitals or a well-known one. */
function afterHeading(knowledge: Knowledge, part: string): string[] {
  const label = /^(?:[IVX]{1,5}\s?\.|\d{1,2}(?:\.\d{1,2}){0,3}\.?|[a-zđ]\))\s*/u.exec(part)?.[0];
  if (label === undefined) return [part];
  const rest = part.slice(label.length);
  const known = patternsOf(knowledge).heading.exec(rest)?.[0].length ?? 0;
  const length = known > 0 && /^\s+["“]?\p{Lu}\p{Ll}/u.test(rest.slice(known)) ? known : capitals(rest);
  const body = rest.slice(length).trim();
  return length === 0 || body === '' ? [part] : [part.slice(0, label.length + length).trim(), body];
}

/** Length of the capitals that a text begins with, where a sentence follows them; 0 where none does. */
function capitals(text: string): number {
  let end = 0;
  for (const match of text.matchAll(/\S+\s*/gu)) {
    if (/\p{Ll}/u.test(match[0])) {
      // "NHIỆM VỤ UBND tỉnh …": the abbreviation belongs to the sentence.
      const sentence = /^["“(]?\p{Lu}\p{Ll}/u.test(match[0]) || /^\d/u.test(match[0]);
      return sentence && end > 3 ? end : 0;
    }
    end = match.index + match[0].length;
  }
  return 0;
}
