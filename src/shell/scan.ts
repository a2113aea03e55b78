import type { Limits } from '../model/block.ts';
import type { ErrorCode } from '../model/errors.ts';
import { type Failure, reasonOf } from './failure.ts';
import type { InHand } from './in-hand.ts';
import { sha256Of } from './output/replace-file.ts';
import { type Nest, type OpenAttached, outermost } from './sources/attached.ts';
import type { GivenSource, PassedOver } from './sources/source.ts';
import { unpackArchive } from './sources/zip/archive.ts';
import type { ArchiveCaps } from './sources/zip/caps.ts';

export interface Scan {
  /** Looks at these, some at a time. */
  readonly files: (sources: readonly GivenSource[]) => Promise<void>;
  /**
   * Fetches these, some hosts at a time and each of them in its order.
   *
   * @param room waited for before each of them, so that little is fetched long before it is read
   * @param looked told of each when it was looked at, whatever came of it
   */
  readonly urls: (
    sources: readonly GivenSource[],
    room: () => Promise<void>,
    looked: (source: GivenSource) => void,
  ) => Promise<void>;
  /** Archives that were looked through whole. */
  readonly archives: readonly string[];
  /** Entries of archives that are no documents. */
  readonly passedOver: readonly PassedOver[];
}

export interface ScanOptions {
  readonly limits: Limits;
  readonly caps: ArchiveCaps;
  readonly stop: AbortSignal | undefined;
  /** A document, and the SHA-256 of its bytes. */
  readonly found: (source: GivenSource, sha256: string) => void;
  readonly fail: (failure: Failure) => void;
  readonly more: (documents: number) => void;
  /** Told of a source that was not looked at because the run was stopped. */
  readonly unread: () => void;
  readonly hand: InHand;
  readonly openAttached: OpenAttached;
}

/** Files that are read at a time. */
const FILES = 4;
/** Hosts that are asked at a time. */
const HOSTS = 8;

/** Looks at every source once: fetches what is to be fetched, opens archives and tells what bytes are where. */
export function openScan(options: ScanOptions): Scan {
  const { limits, caps, stop, found, fail, more, unread, hand, openAttached } = options;
  const archives: string[] = [];
  const passedOver: PassedOver[] = [];

  /** A document, and those that are attached to it. */
  async function document(source: GivenSource, nest: Nest): Promise<void> {
    const bytes = await source.read(limits.maxBytes);
    const sha256 = sha256Of(bytes);
    const attached = await openAttached(source, bytes, sha256, nest);
    if (attached.isCover) passedOver.push({ source: source.uri, why: 'cover' });
    else found(source, sha256);
    const { sources, failures } = attached;
    if (sources.length + failures.length === 0) return;
    archives.push(source.uri);
    more(sources.length + failures.length - (attached.isCover ? 1 : 0));
    for (const failure of failures) fail(failure);
    for (const one of sources) await attempt(one, () => document(one, attached.nest));
  }

  async function archive(source: GivenSource): Promise<boolean> {
    const path = await source.path?.({ document: limits.maxBytes, archive: caps.bytes });
    const unpacked = path === undefined ? undefined : await unpackArchive(source, path, caps);
    if (unpacked === undefined) return false;
    archives.push(source.uri);
    more(unpacked.sources.length + unpacked.failures.length - 1);
    for (const failure of unpacked.failures) fail(failure);
    passedOver.push(...unpacked.passedOver);
    for (const entry of unpacked.sources) await attempt(entry, () => document(entry, outermost(caps)));
    return true;
  }

  async function attempt(source: GivenSource, work: () => Promise<unknown>): Promise<void> {
    if (stop?.aborted === true) {
      unread();
      return;
    }
    hand.begin(source.uri);
    try {
      await work();
    } catch (error) {
      const reason = reasonOf(error, 'read');
      fail({ source: source.uri, ...reason });
      await doubt(source, reason.code);
    } finally {
      hand.end(source.uri);
    }
  }

  const look = (source: GivenSource): Promise<void> =>
    attempt(source, async () => {
      if (!(await archive(source))) await document(source, outermost(caps));
    });

  return {
    archives,
    passedOver,
    files: (sources) => inParallel(sources, FILES, look),
    async urls(sources, room, looked) {
      const lanes = new Map<string | undefined, GivenSource[]>();
      for (const source of sources) lanes.set(source.lane, [...(lanes.get(source.lane) ?? []), source]);
      await inParallel([...lanes.values()], HOSTS, async (lane) => {
        for (const source of lane) {
          await room();
          await look(source);
          looked(source);
        }
      });
    },
  };
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
