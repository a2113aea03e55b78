import { createHash, randomUUID } from 'node:crypto';
import { open, readdir, readFile, rename, rm, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { z } from 'zod';
import { PlanError } from '../../../model/errors.ts';
import { jsonOf } from '../../json.ts';
import { DRAFT, replaceFile } from '../../output/replace-file.ts';
import { makeFolder } from '../unwritable.ts';
import { openHeld } from './held.ts';
import { Wish } from './job.ts';
import { removeLeftBehind } from './left-behind.ts';

/** Bytes that stay free on the disk, whatever is uploaded: records must still be written. */
const RESERVE = 256 * 1024 * 1024;
const PART = '.part';

export interface Received {
  /** Hex, of the bytes. */
  readonly sha256: string;
  readonly bytes: number;
}

export const UploadNote = Wish.pick({ source: true, said: true });
export type UploadNote = z.infer<typeof UploadNote>;
const NOTE = '.json';

/** The files that were uploaded, each once, by what they hold. */
export interface Originals {
  /**
   * Writes what comes in; it is there whole or not at all. It stays there until whoever received it has said by `release`
   * whether it is kept, whatever is removed meanwhile.
   *
   * @throws {PlanError} `file-too-large`, `file-empty` or `output-unwritable`
   */
  readonly receive: (bytes: Readable, most: number) => Promise<Received>;
  readonly path: (sha256: string) => string;
  /** Hashes of all that are kept. */
  readonly all: () => Promise<string[]>;
  readonly has: (sha256: string) => Promise<boolean>;
  /** Path of the one whose hash begins so; undefined where there is none, or several. */
  readonly starting: (sha256: string) => Promise<string | undefined>;
  /** Keeps what it was called and what was said of it, for reading it again. */
  readonly note: (sha256: string, note: UploadNote) => Promise<void>;
  readonly noted: (sha256: string) => Promise<UploadNote | undefined>;
  /** Ends what `receive` began. What nobody keeps is removed, unless it was there before. */
  readonly release: (sha256: string, kept: boolean) => Promise<void>;
  /** Removes one, unless the same is being received at this moment. */
  readonly remove: (sha256: string) => Promise<void>;
}

/** @param folder made where it is not there */
export async function openOriginals(folder: string): Promise<Originals> {
  await makeFolder(folder);
  for (const ending of [PART, DRAFT]) await removeLeftBehind(folder, ending);
  const path = (sha256: string): string => join(folder, sha256);
  const held = openHeld();
  const isThere = (sha256: string): Promise<boolean> =>
    stat(path(sha256)).then(
      (info) => info.isFile(),
      () => false,
    );
  const removeFree = async (sha256: string): Promise<void> => {
    if (held.has(sha256)) return;
    await rm(`${path(sha256)}${NOTE}`, { force: true });
    await rm(path(sha256), { force: true });
  };

  return {
    path,
    has: isThere,
    all: async () => (await readdir(folder).catch(() => [])).filter((name) => /^[0-9a-f]{64}$/u.test(name)),
    async starting(sha256) {
      const names = (await readdir(folder).catch(() => [])).filter(
        (name) => sha256 !== '' && name.startsWith(sha256) && !name.includes('.'),
      );
      return names.length === 1 ? path(names[0] ?? '') : undefined;
    },
    async note(sha256, note) {
      await replaceFile(`${path(sha256)}${NOTE}`, `${JSON.stringify(note)}\n`);
    },
    async noted(sha256) {
      return UploadNote.safeParse(jsonOf(String(await readFile(`${path(sha256)}${NOTE}`).catch(() => '')))).data;
    },
    remove: (sha256) => held.inTurn(() => removeFree(sha256)),
    release: (sha256, kept) =>
      held.inTurn(async () => {
        if (held.end(sha256, kept)) await removeFree(sha256);
      }),
    async receive(incoming, most) {
      await refuseFullDisk(folder);
      const draft = join(folder, `${randomUUID()}${PART}`);
      const hash = createHash('sha256');
      let bytes = 0;
      const count = new Transform({
        transform(chunk: Buffer, _, done) {
          bytes += chunk.byteLength;
          hash.update(chunk);
          if (bytes > most) done(tooLarge(most));
          else done(null, chunk);
        },
      });
      // Open before anything can go wrong: what is opened later is there after it was removed.
      const file = await open(draft, 'wx');
      try {
        await pipeline(incoming, count, file.createWriteStream({ flush: true }));
        if (bytes === 0) throw new PlanError('file-empty', 'read', 'The file is empty. Fetch or save it again.');
        const sha256 = hash.digest('hex');
        await held.inTurn(async () => {
          const there = await isThere(sha256);
          await rename(draft, path(sha256));
          held.begin(sha256, there);
        });
        return { sha256, bytes };
      } finally {
        await file.close().catch(() => undefined);
        await rm(draft, { force: true });
      }
    },
  };
}

/** @throws {PlanError} before a byte is taken that would fill the disk */
async function refuseFullDisk(folder: string): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  if (bavail * bsize > RESERVE) return;
  throw new PlanError(
    'output-unwritable',
    'write',
    'The disk of the server is nearly full. Make room and upload again.',
  );
}

export const tooLarge = (most: number): PlanError =>
  new PlanError(
    'file-too-large',
    'read',
    `The file is larger than the ${(most / 1024 / 1024).toFixed(0)} MB that this server takes. Split it, or raise --max-upload.`,
  );
