import { z } from 'zod';
import { Agency, Deadline, Quantity, Source } from '../../model/record.ts';
import { DocumentLine, TargetLine } from './lines.ts';
import { pool } from './pooled.ts';
import { readLines } from './read-lines.ts';
import { isUnsure } from './tables.ts';

/** What a target says beside what is compared of it. */
export const Said = TargetLine.pick({ id: true, path: true }).extend({
  quantity: Quantity.pick({ text: true }).nullable(),
  deadline: Deadline.pick({ text: true, basis: true })
    .extend({ source: Source.pick({ quote: true, page: true }).nullish() })
    .nullable(),
  agencies: z.array(
    Agency.pick({ role: true, name: true, text: true, basis: true }).extend({
      source: Source.pick({ quote: true, page: true }),
    }),
  ),
});
export type Said = z.infer<typeof Said>;

/** Where a document came from, and what it is about. */
export const PlaceOfOrigin = DocumentLine.pick({ id: true, source: true, topic: true });
export interface PlaceOfOrigin {
  readonly uri: string;
  readonly topic: string | null;
}

/** How many targets of each document are results, and how many of low confidence. */
export interface TargetCounts {
  readonly results: ReadonlyMap<string, number>;
  readonly unsure: ReadonlyMap<string, number>;
}

/** Counts targets as they are read. */
export function targetCounter(): TargetCounts & {
  readonly count: (target: Pick<z.infer<typeof TargetLine>, 'document' | 'status' | 'confidence' | 'reviewed'>) => void;
} {
  const [results, unsure] = [new Map<string, number>(), new Map<string, number>()];
  const add = (counts: Map<string, number>, id: string): void => void counts.set(id, (counts.get(id) ?? 0) + 1);
  return {
    results,
    unsure,
    count: (target) => {
      if (target.status === 'result') add(results, target.document);
      if (isUnsure(target)) add(unsure, target.document);
    },
  };
}

/** What a page tells of the plans of a folder beside their comparison. */
export interface Told {
  /** By target; of its agencies those that lead. */
  readonly said: ReadonlyMap<string, Said>;
  /** By document. */
  readonly origins: ReadonlyMap<string, PlaceOfOrigin>;
  /** Undefined where they have not been counted yet. */
  readonly counts: TargetCounts | undefined;
}

/** Gathers what is told, line by line. */
export function toldReader(): Pick<Told, 'said' | 'origins'> & {
  readonly target: (line: Said) => void;
  readonly document: (line: z.infer<typeof PlaceOfOrigin>) => void;
} {
  const [said, origins] = [new Map<string, Said>(), new Map<string, PlaceOfOrigin>()];
  // The targets of a plan share most of their deadlines and bodies, and plans share their words.
  const deadlines = pool<Said['deadline']>();
  const bodies = pool<Said['agencies']>();
  return {
    said,
    origins,
    target: ({ id, path, quantity, deadline, agencies }) => {
      const leads = agencies.filter(isLead);
      said.set(id, {
        id,
        path,
        quantity,
        deadline: deadline === null ? null : deadlines(wordsOf(deadline, deadline.source), deadline),
        agencies: bodies(leads.map((one) => wordsOf(one, one.source)).join('|'), leads),
      });
    },
    document: ({ id, source, topic }) => void origins.set(id, { uri: source.uri, topic }),
  };
}

/** All that is told of it, in one text. */
const wordsOf = (
  { name = '', text, basis }: { readonly name?: string; readonly text: string; readonly basis: string },
  source: { readonly quote: string; readonly page: number | null } | null | undefined,
): string => [name, text, basis, source?.quote, source?.page].join('|');

const isLead = ({ role }: Said['agencies'][number]): boolean => role === 'lead';

/** What is told of the plans of a folder that nobody has read yet. A comparison without its folder still has its figures. */
export async function readTold(folder: string): Promise<Told> {
  const reader = toldReader();
  await readLines(folder, 'documents.ndjson', PlaceOfOrigin, [], reader.document).catch(() => undefined);
  await readLines(folder, 'targets.ndjson', Said, [], reader.target).catch(() => undefined);
  return { ...reader, counts: undefined };
}
