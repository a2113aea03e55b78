import { built, type Knowledge } from '../knowledge/knowledge.ts';
import { type Piece, vi, viPart, viWords } from '../language/pattern.ts';
import { keyOf } from '../language/words.ts';
import { isSyllable } from './encoding/syllable.ts';
import { allCapitals } from './labels.ts';

/** Who signs for whom, before a head in capitals: "TM. ỦY BAN", "KT. CHỦ TỊCH". */
const AUTHORITY = /^(?:TM|KT|TL|TUQ|Q)\.\s*\p{Lu}{2}/u;

const patternsOf = built(['lines', 'documentSymbols', 'agencies'], ({ lines, documentSymbols, agencies }) => {
  const wordsOf = (...places: readonly (typeof lines)[number]['place'][]): Piece =>
    viWords(lines.filter(({ place }) => places.includes(place)));
  const kinds = viPart`${Object.keys(documentSymbols.words)}|${wordsOf('alone')}`;
  return {
    dangling: vi`[,(“‘/]$|(^|(?<=[\s(“"]))[-–]$|${wordsOf('end')}$`,
    kindLine: vi`^${kinds}( số)?(\s+([IVXLC]+|\d{1,2}|[A-H]))?$`,
    kind: vi`^\s*${kinds}`,
    opening: vi`^${wordsOf('start')}`,
    chief: vi`^${agencies.chiefs}`,
    tableHead: vi`^${wordsOf('head', 'counting-head')}$`,
  };
});

/** Words that stand side by side in the name of a body, with a dash between them in print: "Lao động - Thương binh". */
const namesOf = built(['agencies'], ({ agencies }): readonly (readonly [before: string, behind: string])[] => {
  const fields = agencies.fields.flatMap(({ parts }) =>
    parts
      .slice(1)
      .flatMap((behind, i) => (parts[i] ?? []).flatMap((word) => behind.map((next) => [word, next] as const))),
  );
  const bodies = agencies.bodies.flatMap(({ name, also }) =>
    [name, ...also].flatMap((full) => {
      const parts = full.split(' - ');
      return parts.slice(1).map((next, i) => [parts[i] ?? '', next] as const);
    }),
  );
  return [...fields, ...bodies].map(([before, behind]) => [keyOf(before), keyOf(behind)] as const);
});

/** Whether the dash between two lines stands in the name of a body: "Sở Lao động" above "- Thương binh và Xã hội". */
export function isNameOver(knowledge: Knowledge, before: string, rest: string): boolean {
  const [end, start] = [keyOf(before.slice(-60)), keyOf(rest.slice(0, 60))];
  return namesOf(knowledge).some(
    ([word, next]) => begins(start, next) && end.endsWith(word) && !/\p{L}/u.test(end.at(-word.length - 1) ?? ''),
  );
}
const begins = (text: string, word: string): boolean =>
  text.startsWith(word) && !/\p{L}/u.test(text.charAt(word.length));

/** "chuy-" + "ển": one syllable together. "kinh tế-" + "xã hội" is none. */
export function isBrokenWord(knowledge: Knowledge, before: string, line: string): boolean {
  const start = /(?<=^|[\s(“"])(?<start>\p{L}+)-$/u.exec(before.slice(-LONGEST_PIECE))?.groups?.start;
  const end = /^\p{Ll}+/u.exec(line)?.[0];
  return start !== undefined && end !== undefined && isSyllable(knowledge, start + end);
}
/** A piece of a syllable with its hyphen and what stands before it, in UTF-16 units. */
const LONGEST_PIECE = 12;

/** True where a line cannot be the end of a paragraph: it ends with a comma, an open bracket or a word that asks for more. */
export const dangling = (knowledge: Knowledge, line: string): boolean => patternsOf(knowledge).dangling.test(line);

/** Kind words of official papers that stand on a line of their own above the title (Decree 30/2020/NĐ-CP, appendix III). */
export const isKindLine = (knowledge: Knowledge, line: string): boolean =>
  allCapitals(line) && patternsOf(knowledge).kindLine.test(line);

/** A line in capitals that begins with the kind of a paper. */
export const isTitleLine = (knowledge: Knowledge, line: string): boolean =>
  allCapitals(line) && patternsOf(knowledge).kind.test(line);

/** Beginnings that open a paragraph wherever they stand at the beginning of a line. */
export const isOpening = (knowledge: Knowledge, line: string): boolean =>
  AUTHORITY.test(line) || (/^\(?\p{Lu}/u.test(line) && patternsOf(knowledge).opening.test(line));

/** Where the list of those begins who get a paper. */
export const beginsRecipients = (line: string): boolean => RECIPIENTS.test(line);
const RECIPIENTS = vi`^\s*nơi nhận`;

/** Who signs, or for whom: what a closing block begins with. */
export function beginsSignature(knowledge: Knowledge, text: string): boolean {
  const chief = patternsOf(knowledge).chief.exec(text)?.[0];
  return AUTHORITY.test(text) || (chief !== undefined && chief === chief.toUpperCase()) || /^THỦ TƯỚNG/u.test(text);
}

/** The head of a column, by which a header row is known. */
export const isTableHead = (knowledge: Knowledge, text: string): boolean => patternsOf(knowledge).tableHead.test(text);
