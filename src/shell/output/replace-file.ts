import { createHash, randomUUID } from 'node:crypto';
import { lstat, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/** In the names of all drafts of this process, so that what it leaves when it is killed can be told from any other file. */
export const DRAFT_MARK = randomUUID();
let drafts = 0;

/** The end of the name of each draft of a process with that mark. */
export const isDraftOf = (name: string, mark: string): boolean => name.endsWith(DRAFT) && name.includes(`.${mark}-`);

/** Ends the name of a file that is being written. */
export const DRAFT = '.draft';

export interface ReplacedFile {
  readonly bytes: number;
  /** Hex. */
  readonly sha256: string;
  readonly changed: boolean;
}

/** The new content of a file, which takes the place of the old one when it is whole. */
export interface Draft {
  readonly write: (piece: string | Uint8Array) => Promise<void>;
  /** All of it is on the disk: nothing but a new name is left to be made. */
  readonly ready: () => Promise<void>;
  /** Puts it in place; a file that already says the same is left alone. */
  readonly commit: () => Promise<ReplacedFile>;
  /** Leaves the file as it was. Harmless after `commit`. */
  readonly discard: () => Promise<void>;
}

/** Small lines are gathered into pieces that are worth a write. */
const PIECE = 1 << 18;

/**
 * Begins to replace a file whole or not at all, also when the machine loses power: what stood there stands there until the
 * new content is on the disk. Written piece by piece, so that a table need not fit into memory.
 */
export async function openDraft(path: string): Promise<Draft> {
  const draft = `${path}.${DRAFT_MARK}-${++drafts}${DRAFT}`;
  const hash = createHash('sha256');
  const file = await open(draft, 'wx');
  let bytes = 0;
  let gathered: Uint8Array[] = [];
  let length = 0;

  async function flush(): Promise<void> {
    if (gathered.length === 0) return;
    const chunk = Buffer.concat(gathered);
    gathered = [];
    length = 0;
    hash.update(chunk);
    bytes += chunk.byteLength;
    await file.writeFile(chunk);
  }

  async function ready(): Promise<void> {
    await flush();
    await file.sync();
  }

  return {
    ready,
    async write(piece) {
      const chunk = typeof piece === 'string' ? Buffer.from(piece, 'utf8') : piece;
      gathered.push(chunk);
      length += chunk.byteLength;
      if (length >= PIECE) await flush();
    },
    async commit() {
      await ready();
      await file.close();
      const sha256 = hash.digest('hex');
      const changed = !(await says(path, bytes, sha256));
      if (changed) {
        await rename(draft, path);
        await syncFolder(dirname(path));
      } else await rm(draft);
      return { bytes, sha256, changed };
    },
    async discard() {
      await file.close().catch(() => undefined);
      await rm(draft, { force: true }).catch(() => undefined);
    },
  };
}

/** Replaces a file whole or not at all. */
export async function replaceFile(
  path: string,
  content: string | Iterable<string | Uint8Array>,
): Promise<ReplacedFile> {
  const draft = await openDraft(path);
  try {
    for (const piece of typeof content === 'string' ? [content] : content) await draft.write(piece);
    return await draft.commit();
  } finally {
    await draft.discard();
  }
}

/**
 * Replaces several files, in this order: each takes its place only when all of them are on the disk, so that one that has no room
 * leaves them all as they were.
 */
export async function replaceFiles(
  files: readonly (readonly [path: string, content: string])[],
): Promise<ReplacedFile[]> {
  const drafts: Draft[] = [];
  try {
    for (const [path, content] of files) {
      const draft = await openDraft(path);
      drafts.push(draft);
      await draft.write(content);
      await draft.ready();
    }
    const replaced: ReplacedFile[] = [];
    for (const draft of drafts) replaced.push(await draft.commit());
    return replaced;
  } finally {
    for (const draft of drafts) await draft.discard();
  }
}

/** Hex SHA-256 of bytes or of a text in UTF-8. */
export const sha256Of = (content: Uint8Array | string): string => createHash('sha256').update(content).digest('hex');

async function says(path: string, bytes: number, sha256: string): Promise<boolean> {
  // Of a link, what it leads to says nothing: the file takes its place.
  const info = await lstat(path).catch(() => undefined);
  if (info?.isFile() !== true || info.size !== bytes) return false;
  return sha256Of(await readFile(path)) === sha256;
}

/** Makes the new name itself last. Not every system can sync a folder; there it is left to the system. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r').catch(() => undefined);
  try {
    await folder?.sync();
  } catch {
    // Windows and some network disks refuse.
  } finally {
    await folder?.close();
  }
}
