import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { Comparator } from '../model/record.ts';

const Words = z.array(z.string().min(1));

const Units = z.object({
  /**
   * Units that have a code of their own in a record, the usual form first. `time`: a measure only where a comparison or a
   * measured thing says so; `money`: a currency, a measure only where something earns it.
   */
  units: z.array(
    z.object({ unit: z.string(), forms: Words, time: z.boolean().optional(), money: z.boolean().optional() }),
  ),
  /** Units that are written as they stand, upper and lower case kept. */
  symbols: Words,
  /** Powers of ten. */
  multipliers: z.record(z.string(), z.int()),
  /** What begins with a power of ten and is none: a number before it is that of a row ("3 Tỷ lệ hộ nghèo"). */
  notMultipliers: Words,
});

const NumberWords = z.object({
  digits: z.record(z.string(), z.int().min(0).max(9)),
  ten: z.string(),
  tens: z.string(),
  hundred: z.string(),
  /** "một trăm linh năm" */
  zeros: Words,
  half: z.string(),
});

const Comparators = z.object({
  before: z.partialRecord(Comparator, Words),
  after: z.partialRecord(Comparator, Words),
  /** Words that may stand between a word of comparison and its number. */
  links: Words,
});

const Counted = z.object({
  /** A number right after one of these is a label, not a count: "mức độ 3", "Phụ lục 2". */
  labelled: Words,
  /** Nouns whose count is no measure: "6 nội dung", "dưới 55 tuổi". */
  silent: Words,
  /** Function words: no counted noun begins with one or goes on past one. */
  ends: Words,
  /** Verbs and descriptions that end a noun but may begin one ("20 hoạt động"). */
  verbs: Words,
  /** Words that belong together inside a noun, though one of them ends a noun by itself ("nhà ở"). */
  compounds: Words,
  /** Nouns that are counted in words ("mười hai xã"). */
  heads: Words,
  /** Nouns that are counted together: "04 tin, bài". */
  series: z.array(Words),
});

const Figures = z.object({ units: Units, words: NumberWords, comparators: Comparators, counted: Counted });
/** What is known of written figures: units, number words, words of comparison, counted nouns. */
export type Figures = z.infer<typeof Figures>;

let figures: Figures | undefined;

/** The tables of figures, read and checked at first use. */
export function loadFigures(): Figures {
  figures ??= Figures.parse({
    units: table('units'),
    words: table('number-words'),
    comparators: table('comparators'),
    counted: table('counted'),
  });
  return figures;
}

/**
 * What tells how sure a figure of running text is: its measure has a code (`coded`), it is a share or rank, it is told as a result,
 * its measure has few or many syllables or is parted by marks, or letters of the document were guessed (`damaged`).
 */
export const FigureEvidence = z.enum(['coded', 'share', 'result', 'few', 'many', 'parted', 'damaged']);
export type FigureEvidence = z.infer<typeof FigureEvidence>;

/** Log-odds that a figure of running text is right in every field: of one without evidence, and what each piece of it adds. */
const Confidence = z.object({ start: z.number(), weights: z.record(FigureEvidence, z.number()) });
export type Confidence = z.infer<typeof Confidence>;

let confidence: Confidence | undefined;

/** What evidence was measured to be worth, read and checked at first use. */
export function loadConfidence(): Confidence {
  confidence ??= Confidence.parse(table('confidence'));
  return confidence;
}

function table(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`./tables/${name}.json`, import.meta.url), 'utf8'));
}
