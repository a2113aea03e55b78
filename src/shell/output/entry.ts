import { z } from 'zod';
import { ScansMade, sameScans } from '../recognition/scans.ts';

/** What a record was made with: where all of it is the same, making it again gives the same bytes. */
export const Made = z.object({
  rules: z.string(),
  /** `auto`, or the pipeline that was asked for. */
  choice: z.string(),
  /** Fingerprint of the pipelines that there were to choose from. */
  pipelines: z.string(),
  /** What was declared of the document. The name is that of folders and jobs which earlier versions have written. */
  told: z.object({
    province: z.string().exactOptional(),
    year: z.number().exactOptional(),
    title: z.string().exactOptional(),
    number: z.string().exactOptional(),
    issuedOn: z.string().exactOptional(),
  }),
  /** Absent in what earlier versions have written. */
  scans: ScansMade.exactOptional(),
});
export type Made = z.infer<typeof Made>;

/** What the output folder holds for one document. */
export const Entry = z.object({
  id: z.string(),
  /** Of the source bytes. */
  sha256: z.string(),
  uri: z.string(),
  alsoAt: z.array(z.string()),
  pipeline: z.object({ name: z.string(), version: z.string() }),
  /** SHA-256 of documents/<id>.json and of documents/<id>.txt: tells whether the entry still speaks of what is there. */
  record: z.string(),
  text: z.string(),
  /** Where corrections are laid over it: what tells those, and the record that the rules made, from others. */
  corrections: z.string().exactOptional(),
  /** Null where it is not known; the document is then made anew when it is given again. */
  made: Made.nullable(),
});
export type Entry = z.infer<typeof Entry>;

/** `runs/<start>.json`: what the folder held at the end of a run that changed something. */
export const RunList = z.object({
  run: z.string(),
  program: z.string(),
  /** A server lists now and then what it did since; absent in the lists of commands. */
  by: z.enum(['serve']).exactOptional(),
  documents: z.array(Entry),
});
export type RunList = z.infer<typeof RunList>;

export const byId = (a: { readonly id: string }, b: { readonly id: string }): number =>
  a.id < b.id ? -1 : a.id > b.id ? 1 : 0;

/** The same facts declared, in whatever order. `b` is what is wanted now. */
export function sameMade(a: Made, b: Made): boolean {
  return (
    a.rules === b.rules &&
    a.choice === b.choice &&
    a.pipelines === b.pipelines &&
    a.told.province === b.told.province &&
    a.told.year === b.told.year &&
    a.told.title === b.told.title &&
    a.told.number === b.told.number &&
    a.told.issuedOn === b.told.issuedOn &&
    sameScans(a.scans, b.scans)
  );
}

/** All places at which a document was found. */
export const placesOf = ({ uri, alsoAt }: Pick<Entry, 'uri' | 'alsoAt'>): readonly string[] => [uri, ...alsoAt];
