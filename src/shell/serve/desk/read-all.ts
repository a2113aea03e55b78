import type { Limits } from '../../../model/block.ts';
import { ingest } from '../../ingest.ts';
import type { Log } from '../../log.ts';
import type { PipelineChoice } from '../../pipelines.ts';
import type { Caps } from '../../pool/caps.ts';
import type { Executor } from '../../pool/work.ts';
import type { Scans } from '../../recognition/scans.ts';
import { readFileWithin } from '../../sources/file.ts';
import { findSources, type Remote } from '../../sources/find.ts';
import { type Found, type GivenSource, mergePlaces } from '../../sources/source.ts';
import type { ArchiveCaps } from '../../sources/zip/caps.ts';
import { openProgress } from '../../terminal/progress.ts';
import type { ReadAll } from './desk.ts';
import type { Holder } from './holder.ts';
import type { Wish } from './job.ts';
import type { Originals } from './originals.ts';

/** With what documents are read: as `kehoach ingest` is told. */
export interface ReadOptions {
  readonly out: string;
  readonly choice: PipelineChoice;
  readonly log: Log;
  readonly caps: Caps;
  readonly limits: Limits;
  readonly archives: ArchiveCaps;
  readonly scans: Scans | undefined;
  readonly concurrency: number | undefined;
  readonly remote: Remote;
  /** Once aborted, nothing further is begun. */
  readonly stop: AbortSignal;
  /** Reads documents: processes that are kept, or a queue. Opened for each run. */
  readonly openExecutor: () => Promise<Executor>;
}

/** Reads documents into the output folder by the same way as the command line. */
export function readerInto(holder: Holder, originals: Originals, options: ReadOptions): ReadAll {
  const { out, choice, log, caps, limits, archives, scans, concurrency, remote, stop, openExecutor } = options;
  return async (wishes, tell) => {
    await holder.use(async (store) => {
      const found = await foundOf(wishes, out, originals, remote);
      const { unfinished } = await ingest({
        ...{ out, found, choice, log, caps, limits, archives, stop, store, tell },
        progress: openProgress(true),
        executor: await openExecutor(),
        ...(scans === undefined ? {} : { scans }),
        ...(concurrency === undefined ? {} : { concurrency }),
      });
      if (unfinished !== undefined) throw unfinished;
    }, 'long');
  };
}

async function foundOf(wishes: readonly Wish[], out: string, originals: Originals, remote: Remote): Promise<Found> {
  const uploads = wishes.flatMap((wish) => (wish.sha256 === null ? [] : [uploadOf(wish, wish.sha256, originals)]));
  const others = wishes.filter(({ sha256 }) => sha256 === null);
  const given = others.map(({ source, said }) => ({ path: source, declared: said }));
  const found = await findSources(given, [out], remote);
  const merged = mergePlaces([...uploads, ...found.sources]);
  return { ...found, sources: merged.sources };
}

/** A file that was uploaded is called what it was called there; where it lies is nobody's business. */
function uploadOf({ source, said }: Wish, sha256: string, originals: Originals): GivenSource {
  const path = originals.path(sha256);
  return {
    uri: source,
    place: source,
    declared: said,
    path: async () => path,
    read: (maxBytes) => readFileWithin(path, maxBytes),
  };
}

const SCHEME = 'upload:';
/** Letters of a name that is shown and kept. */
const LONGEST = 200;

/**
 * "upload:1a2b3c4d/thu-muc/ke-hoach.pdf": by its bytes, since files of one name are uploaded by many; other bytes are another
 * document. Never a path on the disk of the server.
 */
export function uploadName(name: string, sha256: string): string {
  const parts = name
    .normalize('NFC')
    .replaceAll('\\', '/')
    .split('/')
    .map((part) => part.replace(/[\p{Cc}\p{Cf}]/gu, '').trim())
    .filter((part) => part !== '' && part !== '.' && part !== '..');
  // A letter that is cut in two is no letter.
  const whole = parts
    .join('/')
    .slice(-LONGEST)
    .replace(/\p{Cs}/gu, '');
  return `${SCHEME}${sha256.slice(0, 8)}/${whole === '' ? 'document' : whole}`;
}

/** The beginning of the SHA-256 of the file that was uploaded under this name; undefined for other sources. */
export const uploadedAs = (source: string): string | undefined =>
  /^upload:(?<sha>[0-9a-f]{8})\//u.exec(source)?.groups?.sha;
