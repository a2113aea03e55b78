import { readFileSync } from 'node:fs';
import { z } from 'zod';

const Parts = z.array(z.string().min(1)).min(1);

const Syllables = z.strictObject({
  /** Consonants that a syllable can begin with. */
  onsets: Parts,
  /** What can follow them, without tones. */
  rhymes: Parts,
  /** Syllables without a consonant before them that are words, with their tones; all others are pieces of words. */
  alone: Parts,
});
export type Syllables = z.infer<typeof Syllables>;

/** Letters and, in the same order, their codes as characters of Windows-1252. */
const Codes = z
  .strictObject({
    letters: z.string().min(1),
    codes: z.string().min(1),
    /** The code that stands before each of them: the letter takes two. */
    behind: z.string().length(1).optional(),
  })
  .refine(({ letters, codes }) => [...letters].length === [...codes].length, 'a letter without a code');

const LegacyLetters = z.strictObject({
  /** TCVN 5712:1993 VN3 ("ABC"). */
  tcvn3: z.array(Codes),
  /** VNI for Windows, small letters: a mark behind a vowel is a code of its own. */
  vni: z.array(Codes),
  /**
   * VPS (Vietnamese Professionals Society), as its Windows fonts have it. Capitals without a code of their own share that of the
   * small letter. Checked against the tables of two keyboard programs that write VPS; no document in it was at hand.
   */
  vps: z.array(Codes),
});
export type LegacyLetters = z.infer<typeof LegacyLetters>;

let syllables: Syllables | undefined;

/** What Vietnamese syllables are made of, read once. */
export function loadSyllables(): Syllables {
  syllables ??= Syllables.parse(table('syllables'));
  return syllables;
}

let legacyLetters: LegacyLetters | undefined;

/** How Vietnamese letters were coded before Unicode, read once. */
export function loadLegacyLetters(): LegacyLetters {
  legacyLetters ??= LegacyLetters.parse(table('legacy-letters'));
  return legacyLetters;
}

function table(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`./tables/${name}.json`, import.meta.url), 'utf8'));
}
