import { built, type Knowledge } from '../../knowledge/knowledge.ts';
import { lettersByCode } from './codes.ts';

const tablesOf = built(['legacyLetters'], ({ legacyLetters }) => {
  const letters: ReadonlyMap<string, string> = new Map(
    lettersByCode(legacyLetters.vni).flatMap(([code, letter]) => [
      [code, letter] as const,
      [code.toUpperCase(), letter.toUpperCase()] as const,
      // A capital may carry a small mark, and in headings typed with a shift key left down the other way round.
      ...(code.length === 2 ? mixed(code, letter) : []),
    ]),
  );
  return { letters, CODES: new RegExp([...letters.keys()].sort((a, b) => b.length - a.length).join('|'), 'gu') };
});

/** VNI for Windows as characters of Windows-1252, one or two for a letter, to the letter. */
export const vniLetters = (knowledge: Pick<Knowledge, 'legacyLetters'>): ReadonlyMap<string, string> =>
  tablesOf(knowledge).letters;

function mixed(code: string, letter: string): [string, string][] {
  const [vowel = '', mark = ''] = code;
  return [
    [vowel.toUpperCase() + mark, letter.toUpperCase()],
    [vowel + mark.toUpperCase(), letter],
  ];
}

export function fromVni(knowledge: Knowledge, text: string): string {
  const { letters, CODES } = tablesOf(knowledge);
  return text.replace(CODES, (code) => letters.get(code) ?? code);
}
