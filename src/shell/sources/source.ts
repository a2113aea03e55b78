import type { ErrorCode } from '../../model/errors.ts';
import type { Declared } from '../../run.ts';
import type { Failure } from '../failure.ts';

/** The most bytes that are fetched, of a document and of a zip archive. */
export interface Most {
  readonly document: number;
  readonly archive: number;
}

/** One document to be read, wherever it lies. */
export interface GivenSource {
  /** Path or URL as it was given; below a folder: the folder as given, then the path in it. */
  readonly uri: string;
  /** Equal for two ways to name the same place, so that nothing is read twice. */
  readonly place: string;
  readonly declared: Declared;
  /** @throws {PlanError} or an error of the system; never returns more than `maxBytes` */
  readonly read: (maxBytes: number) => Promise<Uint8Array>;
  /** Path of a file with the same bytes, for archives, which are not read whole. Absent where there is none. */
  readonly path?: (most: Most) => Promise<string>;
  /** Told that no document came of what it gave, so that the next run asks for it again. */
  readonly doubted?: (code: ErrorCode) => Promise<void>;
  /** Sources of one lane are asked for one after another: a host, an archive. */
  readonly lane?: string;
}

/** What was found under the paths that a person gave. */
export interface Found {
  readonly sources: readonly GivenSource[];
  readonly failures: readonly Failure[];
  /** Folders that were looked through whole, as given: a failure noted there earlier whose file is gone is forgotten. */
  readonly folders: readonly string[];
  readonly passedOver: readonly PassedOver[];
}

/** A name that was met and is no source of its own. */
export interface PassedOver {
  readonly source: string;
  /** `litter`: left behind by a system or an editor. `duplicate`: the same place under another name. `output`: what this program writes. `cover`: its text is attached to it. */
  readonly why: 'litter' | 'duplicate' | 'output' | 'cover';
}

/** Same place: one source, under the first of its names; what is declared of it adds up. */
export function mergePlaces(sources: readonly GivenSource[]): {
  readonly sources: readonly GivenSource[];
  readonly passedOver: readonly PassedOver[];
} {
  const byPlace = new Map<string, GivenSource>();
  const passedOver: PassedOver[] = [];
  for (const source of sources.toSorted(byUri)) {
    const other = byPlace.get(source.place);
    if (other !== undefined) passedOver.push({ source: source.uri, why: 'duplicate' });
    byPlace.set(
      source.place,
      other === undefined ? source : { ...other, declared: { ...source.declared, ...other.declared } },
    );
  }
  return { sources: [...byPlace.values()], passedOver };
}

/** By UTF-16 units: the same on every machine, whatever its language. */
export const byUri = (a: { readonly uri: string }, b: { readonly uri: string }): number =>
  a.uri < b.uri ? -1 : a.uri > b.uri ? 1 : 0;
