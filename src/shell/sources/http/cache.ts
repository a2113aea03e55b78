import { mkdir, readdir, readFile, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { PlanError } from '../../../model/errors.ts';
import { openDraft, replaceFile, sha256Of } from '../../output/replace-file.ts';

/** What a server said of a body that it gave. */
const Kept = z.object({
  url: z.string(),
  etag: z.string().nullable(),
  lastModified: z.string().nullable(),
  /** ISO time until which the server need not be asked again; null where it did not say. */
  freshUntil: z.string().nullable(),
  bytes: z.int(),
});
export type Kept = z.infer<typeof Kept>;

/** Bodies of URLs on disk, each beside what its server said of it. */
export interface Cache {
  /** Undefined where there is none, or where it is not whole. */
  readonly find: (url: string) => Promise<Kept | undefined>;
  /** Path of the body of a URL. */
  readonly path: (url: string) => string;
  /** @throws {PlanError} `url-failed` where this run alone fills the cache */
  readonly keep: (kept: Omit<Kept, 'bytes'>, body: AsyncIterable<Uint8Array>) => Promise<Kept>;
  /** What a server said anew of a body that has not changed. */
  readonly renew: (kept: Kept) => Promise<void>;
}

/** @param most bytes of all bodies; where there would be more, what was not used for the longest time is removed */
export async function openCache(folder: string, most: number): Promise<Cache> {
  await mkdir(folder, { recursive: true });
  const shelf = await openShelf(folder, most);
  const place = (url: string): string => join(folder, sha256Of(url).slice(0, 32));
  const noteOf = (url: string): string => `${place(url)}.json`;
  const path = (url: string): string => `${place(url)}.body`;
  const renew = async (kept: Kept): Promise<void> => {
    await replaceFile(noteOf(kept.url), `${JSON.stringify(kept)}\n`);
  };
  return {
    path,
    renew,
    async find(url) {
      try {
        const kept = Kept.parse(JSON.parse(await readFile(noteOf(url), 'utf8')));
        if (kept.url !== url || (await stat(path(url))).size !== kept.bytes) return undefined;
        await shelf.use(place(url));
        return kept;
      } catch {
        return undefined;
      }
    },
    async keep(kept, body) {
      const draft = await openDraft(path(kept.url));
      try {
        let bytes = 0;
        for await (const chunk of body) {
          bytes += chunk.byteLength;
          await draft.write(chunk);
        }
        await shelf.makeRoom(place(kept.url), bytes);
        const whole = { ...kept, bytes: (await draft.commit()).bytes };
        await renew(whole);
        return whole;
      } finally {
        await draft.discard();
      }
    },
  };
}

const BODY = /^[\da-f]{32}\.body$/u;

/** The bodies of a cache by their age. */
interface Shelf {
  /** This run needs it: it is the newest now, and stays. */
  readonly use: (stem: string) => Promise<void>;
  readonly makeRoom: (stem: string, bytes: number) => Promise<void>;
}

async function openShelf(folder: string, most: number): Promise<Shelf> {
  const found: { stem: string; bytes: number; used: number }[] = [];
  for (const name of await readdir(folder)) {
    if (!BODY.test(name)) continue;
    const info = await stat(join(folder, name)).catch(() => undefined);
    const stem = join(folder, name.slice(0, -'.body'.length));
    if (info !== undefined) found.push({ stem, bytes: info.size, used: info.mtimeMs });
  }
  const old = new Map(found.sort((a, b) => a.used - b.used).map(({ stem, bytes }) => [stem, bytes]));
  const own = new Map<string, number>();
  let held = found.reduce((sum, { bytes }) => sum + bytes, 0);

  async function clean(): Promise<void> {
    for (const [stem, bytes] of old) {
      if (held <= most) return;
      old.delete(stem);
      held -= bytes;
      for (const end of ['.body', '.json']) await rm(`${stem}${end}`, { force: true });
    }
  }
  await clean();

  return {
    async use(stem) {
      const bytes = old.get(stem);
      if (bytes === undefined) return;
      old.delete(stem);
      own.set(stem, bytes);
      const now = new Date();
      await utimes(`${stem}.body`, now, now);
    },
    async makeRoom(stem, bytes) {
      held += bytes - (old.get(stem) ?? own.get(stem) ?? 0);
      old.delete(stem);
      own.set(stem, bytes);
      await clean();
      if (held <= most) return;
      own.delete(stem);
      held -= bytes;
      const megabytes = (most / 1024 / 1024).toFixed(0);
      const detail = `What this run fetched fills the cache (${megabytes} MB). Raise --max-cache, or ingest the list in parts.`;
      throw new PlanError('url-failed', 'fetch', detail);
    },
  };
}
