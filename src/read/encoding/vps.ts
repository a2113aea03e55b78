import { built, type Knowledge } from '../../knowledge/knowledge.ts';
import { lettersByCode } from './codes.ts';

/** VPS (Vietnamese Professionals Society): code to letter. */
export const vpsLetters = built(
  ['legacyLetters'],
  ({ legacyLetters }): ReadonlyMap<string, string> => new Map(lettersByCode(legacyLetters.vps)),
);

export function fromVps(knowledge: Knowledge, text: string): string {
  const letters = vpsLetters(knowledge);
  return text.replace(/[^\u0020-\u007e]/gu, (code) => letters.get(code) ?? code);
}
