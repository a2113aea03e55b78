import { built, type Knowledge } from '../../knowledge/knowledge.ts';
import { lettersByCode } from './codes.ts';

/** TCVN 5712:1993 VN3 ("ABC"): code to letter. */
export const tcvn3Letters = built(
  ['legacyLetters'],
  ({ legacyLetters }): ReadonlyMap<string, string> => new Map(lettersByCode(legacyLetters.tcvn3)),
);

/** Some programs store the code of à, the micro sign, as the Greek letter that looks the same. */
const MU = '\u03bc';

export function fromTcvn3(knowledge: Knowledge, text: string): string {
  const letters = tcvn3Letters(knowledge);
  return text.replaceAll(MU, 'µ').replace(/[\u00a1-\u00fe]/gu, (code) => letters.get(code) ?? code);
}
