import { readFileSync } from 'node:fs';
import { z } from 'zod';

/**
 * A table of words: each row a word or phrase in the notation of patterns (`language/pattern.ts`), what it means, and in
 * `says` an example that is read otherwise without the row; a test reads each with and without.
 */
const words = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.array(z.strictObject({ word: z.string().min(1), says: z.string().min(1), ...shape })).min(1);

/** What a part of a plan is for. */
export const SectionRole = z.enum([
  'aims',
  'objectives',
  'indicators',
  'tasks',
  'implementation',
  'situation',
  'funding',
  'other',
]);
export type SectionRole = z.infer<typeof SectionRole>;

/** Every table of words, by the name of its file in `tables/`. */
const WORD_TABLES = {
  /** Phrases of headings. Where two stand at one place, the longer counts, then the role that comes first here. */
  headings: words({ role: SectionRole }),
};
type Tables = typeof WORD_TABLES;
export type WordTables = { readonly [Name in keyof Tables]: z.infer<Tables[Name]> };
export const WORD_TABLE_NAMES = Object.keys(WORD_TABLES) as readonly (keyof WordTables)[];

/** The tables of words that come with the program. */
export function loadWordTables(): WordTables {
  return Object.fromEntries(
    Object.entries(WORD_TABLES).map(([name, schema]) => [
      name,
      schema.parse(JSON.parse(readFileSync(new URL(`./tables/${name}.json`, import.meta.url), 'utf8'))),
    ]),
  ) as unknown as WordTables;
}
