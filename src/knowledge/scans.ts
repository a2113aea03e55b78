import { readFileSync } from 'node:fs';
import { z } from 'zod';

const signs = z.string().min(1);

/** What engines that recognise text take for another sign. */
const Misreadings = z.strictObject({
  /** The strokes of Roman numerals, with the signs that are printed or read with them: "H" has two of "I". */
  strokes: z.record(signs, signs),
  /** Signs whose strokes are not sure: "N" is two of "I", or "IV" whose strokes touch. */
  unsure: signs,
  /** Digits, with the signs that are read in their place. */
  digits: z.record(z.string().regex(/^\d$/u), signs),
  /** Each string: letters that count items and signs that are read for each other. */
  letters: z.array(signs).min(1),
  /** Capitals of the symbols of documents, with the digits that are read in their place. */
  symbols: z.record(z.string().regex(/^\p{Lu}$/u), signs),
  /** Syllables that stand before a figure, more often than others of the same letters do. */
  beforeFigures: z.array(signs).min(1),
  /** Signs that are read where there is dirt, and that are no word of Vietnamese alone. */
  dirt: signs,
  /** Signs that are read of specks, and that stand alone nowhere else. */
  specks: signs,
  /** Signs that are read for the dash before an item, and for its plus. */
  dashes: signs,
  pluses: signs,
});
export type Misreadings = z.infer<typeof Misreadings>;

/**
 * Syllables that stand beside each other in public texts: each with those that follow it. Counted over some 350 texts of many
 * provinces and years; a pair that stood in at least three of them is here.
 */
const SyllablePairs = z.record(signs, signs);

/** For each syllable, those that follow it. */
export type SyllablePairs = ReadonlyMap<string, ReadonlySet<string>>;

let misreadings: Misreadings | undefined;
let pairs: SyllablePairs | undefined;

/** What is misread, read once. */
export function loadMisreadings(): Misreadings {
  misreadings ??= Misreadings.parse(table('misreadings'));
  return misreadings;
}

/** Pairs of syllables, read once. */
export function loadSyllablePairs(): SyllablePairs {
  pairs ??= new Map(
    Object.entries(SyllablePairs.parse(table('syllable-pairs'))).map(([first, next]) => [
      first,
      new Set(next.split(' ')),
    ]),
  );
  return pairs;
}

function table(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`./tables/${name}.json`, import.meta.url), 'utf8'));
}
