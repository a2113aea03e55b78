import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { Form, ReferenceType } from '../model/record.ts';

const Table = z.object({
  /** Kind of document by the first part of its symbol, in its usual spelling. */
  types: z.record(z.string(), ReferenceType),
  /** The form of a document by the first part of its symbol, where it is another word than its type as a reference. */
  forms: z.record(z.string(), Form),
  /** Other spellings of a part of a symbol. */
  spellings: z.record(z.string(), z.string()),
  /** Kind of document by the word for it. */
  words: z.record(z.string(), ReferenceType),
  /** Who issues with "44-KH/TU", hyphen first. */
  party: z.array(z.string()),
});
export type DocumentSymbols = z.infer<typeof Table>;

let loaded: DocumentSymbols | undefined;

/** The symbols of official documents (Decree 30/2020/NĐ-CP, appendix III, and the Party's Guideline 36-HD/VPTW), read once. */
export function loadDocumentSymbols(): DocumentSymbols {
  loaded ??= Table.parse(JSON.parse(readFileSync(new URL('./tables/document-symbols.json', import.meta.url), 'utf8')));
  return loaded;
}
