import type { Limits } from '../model/block.ts';
import type { ErrorCode } from '../model/errors.ts';
import { type Failure, reasonOf } from './failure.ts';
import { sha256Of } from './output/replace-file.ts';
import { byUri, type GivenSource, type PassedOver } from './sources/source.ts';
import { unpackArchive } from './sources/zip/archive.ts';
import type { ArchiveCaps } from './sources/zip/caps.ts';

/** The same bytes, wherever they were found. */
export interface Group {
  readonly sha256: string;
  /** Sorted; the first names the document. */
  readonly sources: readonly [GivenSource, ...GivenSource[]];
}

export interface Scanned {
  /** Sorted by the name of the document. */
  readonly groups: readonly Group[];
  /** Archives that were looked through whole. */
  readonly archives: readonly string[];
  /** Entries of archives that are no documents. */
  readonly passedOver: readonly PassedOver[];
  /** Sources that were not reached because the run was stopped. */
  readonly unread: number;
}

export interface ScanOptions {
  readonly limits: Limits;
  readonly caps: ArchiveCaps;
  readonly stop: AbortSignal | undefined;
  readonly fail: (failure: Failure) => void;
  readonly more: (documents: number) => void;
  /** Told what is looked at. */
  readonly at: (source: string) => void;
}

/** Files that are read at a time. */
const FILES = 4;
/** Hosts that are asked at a time. */
const HOSTS = 8;

/**
 * Looks at every source once: fetches what is to be fetched, opens archives and tells the same bytes in several places.
 * All of it comes before any document is made, so that which of several places names a document does not hang on what
 * was read first.
 */
export async function scanSources(
  sources: readonly GivenSource[],
  { limits, caps, stop, fail, more, at }: ScanOptions,
): Promise<Scanned> {
  const bySha = new Map<string, GivenSource[]>();
  const archives: string[] = [];
  const passedOver: PassedOver[] = [];
  let unread = 0;

  async function document(source: GivenSource): Promise<void> {
    const sha256 = sha256Of(await source.read(limits.maxBytes));
    bySha.set(sha256, [...(bySha.get(sha256) ?? []), source]);
  }

  async function archive(source: GivenSource): Promise<boolean> {
    const path = await source.path?.({ document: limits.maxBytes, archive: caps.bytes });
    const unpacked = path === undefined ? undefined : await unpackArchive(source, path, caps);
    if (unpacked === undefined) return false;
    archives.push(source.uri);
    more(unpacked.sources.length + unpacked.failures.length - 1);
    for (const failure of unpacked.failures) fail(failure);
    passedOver.push(...unpacked.passedOver);
    for (const entry of unpacked.sources) await attempt(entry, document);
    return true;
  }

  async function attempt(source: GivenSource, work: (source: GivenSource) => Promise<unknown>): Promise<void> {
    if (stop?.aborted === true) {
      unread++;
      return;
    }
    at(source.uri);
    try {
      await work(source);
    } catch (error) {
      const reason = reasonOf(error, 'read');
      fail({ source: source.uri, ...reason });
      await doubt(source, reason.code);
    }
  }

  const look = (source: GivenSource): Promise<void> =>
    attempt(source, async () => (await archive(source)) || (await document(source)));
  const lanes = new Map<string, GivenSource[]>();
  for (const source of sources) {
    if (source.lane !== undefined) lanes.set(source.lane, [...(lanes.get(source.lane) ?? []), source]);
  }
  const files = sources.filter(({ lane }) => lane === undefined);
  await Promise.all([
    inParallel(files, FILES, look),
    inParallel([...lanes.values()], HOSTS, async (lane) => {
      for (const source of lane) await look(source);
    }),
  ]);

  const groups = [...bySha].flatMap(([sha256, found]): Group[] => {
    const [first, ...others] = found.sort(byUri);
    return first === undefined ? [] : [{ sha256, sources: [first, ...others] }];
  });
  return { groups: groups.sort((a, b) => byUri(a.sources[0], b.sources[0])), archives, passedOver, unread };
}

/** Best done, but no reason to fail: at worst the next run asks for no more than this one. */
export const doubt = async ({ doubted }: GivenSource, code: ErrorCode): Promise<void> => {
  await doubted?.(code).catch(() => undefined);
};

/** Takes the items in order, so many at a time. */
export async function inParallel<T>(
  items: readonly T[],
  most: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const rest = items.values();
  await Promise.all(
    Array.from({ length: Math.min(most, items.length) }, async () => {
      for (const item of rest) await work(item);
    }),
  );
}
