import { readFileSync } from 'node:fs';
import { z } from 'zod';

const Table = z.object({
  /** Written out, in lower case. */
  abbreviations: z.record(z.string(), z.string()),
  /** Different words for the same, in lower case and without commas. */
  variants: z.record(z.string(), z.string()),
  /** Words and phrases that do not tell one measure from another. */
  silent: z.array(z.string().min(1)),
  /** Different words for what is counted alike where plans are compared; the catalogue may tell them apart. */
  alike: z.record(z.string(), z.string()),
  /** Words that one plan adds and another leaves out. */
  light: z.array(z.string().min(1)),
  /** Words that say what the unit says, by what is counted; "/" where it is counted per somebody or something. */
  saidByUnit: z.record(z.string(), z.array(z.string().min(1))),
  /** Words that say how is measured and not what: alone they are no measure. */
  bare: z.array(z.string().min(1)),
  /** What stands behind these is all that a share is of, which one plan says and another leaves out. */
  ofAll: z.array(z.string().min(1)),
  /** A bracket that begins with one of them says of what part, or by which prices; any other explains, or takes out. */
  bracketTells: z.array(z.string().min(1)),
  /** What of that makes another share of it all the same: "trong tổng số ca mới". */
  baseTells: z.array(z.string().min(1)),
  /** What lays down how is measured, which one plan names and another does not: "theo Luật Giáo dục năm 2019". */
  laws: z.array(z.string().min(1)),
  /** Syllables and phrases that make another measure of any wording they are added to, however long. */
  telling: z.array(z.string().min(1)),
  /** What is done with what is measured, in one of many ways of saying it: another of these is no other measure. */
  weak: z.array(z.string().min(1)),
  /** What is done with what is counted: of two wordings that share one of these, the others tell nothing apart. */
  deeds: z.array(z.string().min(1)),
  /** How somebody comes by what is counted, where a count begins with it: "xây dựng 5 mô hình". */
  making: z.array(z.string().min(1)),
});
export type Wording = z.infer<typeof Table>;

let loaded: Wording | undefined;

/** How the same measure is worded in different plans, read once. */
export function loadWording(): Wording {
  loaded ??= Table.parse(JSON.parse(readFileSync(new URL('./tables/wording.json', import.meta.url), 'utf8')));
  return loaded;
}
