import { mkdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
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
  readonly keep: (kept: Omit<Kept, 'bytes'>, body: AsyncIterable<Uint8Array>) => Promise<Kept>;
  /** What a server said anew of a body that has not changed. */
  readonly renew: (kept: Kept) => Promise<void>;
}

export async function openCache(folder: string): Promise<Cache> {
  await mkdir(folder, { recursive: true });
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
        return kept.url === url && (await stat(path(url))).size === kept.bytes ? kept : undefined;
      } catch {
        return undefined;
      }
    },
    async keep(kept, body) {
      const draft = await openDraft(path(kept.url));
      try {
        for await (const chunk of body) await draft.write(chunk);
        const whole = { ...kept, bytes: (await draft.commit()).bytes };
        await renew(whole);
        return whole;
      } finally {
        await draft.discard();
      }
    },
  };
}
