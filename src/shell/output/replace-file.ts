import { createHash, randomUUID } from 'node:crypto';
import { open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Ends the name of a file that is being written; one that is left over belongs to a run that was killed. */
export const DRAFT = '.draft';

export interface Replaced {
  readonly bytes: number;
  /** Hex. */
  readonly sha256: string;
  readonly changed: boolean;
}

/**
 * Replaces a file whole or not at all, also when the machine loses power: what stood there stands there until the new
 * content is on the disk. A file that already says the same is left alone. Takes pieces, so that a table need not fit
 * into memory.
 */
export async function replaceFile(
  path: string,
  content: string | Iterable<string> | AsyncIterable<string>,
): Promise<Replaced> {
  const draft = `${path}.${randomUUID()}${DRAFT}`;
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    const file = await open(draft, 'wx');
    try {
      for await (const piece of pieces(content)) {
        const chunk = Buffer.from(piece, 'utf8');
        hash.update(chunk);
        bytes += chunk.byteLength;
        await file.writeFile(chunk);
      }
      await file.sync();
    } finally {
      await file.close();
    }
    const sha256 = hash.digest('hex');
    const changed = !(await says(path, bytes, sha256));
    if (changed) {
      await rename(draft, path);
      await syncFolder(dirname(path));
    } else await rm(draft);
    return { bytes, sha256, changed };
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined);
    throw error;
  }
}

/** Hex SHA-256 of bytes or of a text in UTF-8. */
export const sha256Of = (content: Uint8Array | string): string => createHash('sha256').update(content).digest('hex');

const PIECE = 1 << 18;

/** Small lines are gathered into pieces that are worth a write. */
async function* pieces(content: string | Iterable<string> | AsyncIterable<string>): AsyncGenerator<string> {
  if (typeof content === 'string') {
    yield content;
    return;
  }
  let gathered = '';
  for await (const next of content) {
    gathered += next;
    if (gathered.length < PIECE) continue;
    yield gathered;
    gathered = '';
  }
  yield gathered;
}

async function says(path: string, bytes: number, sha256: string): Promise<boolean> {
  const info = await stat(path).catch(() => undefined);
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
