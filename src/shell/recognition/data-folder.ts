import { createHash, randomUUID } from 'node:crypto';
import { lstat, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { cacheFolder } from '../cache-folder.ts';
import { DATA } from './engine.ts';

/**
 * A folder with the data unpacked, for a program that reads it from there: in the cache of this user, or among the
 * temporary files where nothing may be kept there.
 *
 * @param packed path of the packed data
 */
export async function dataFolder(packed: string, env: NodeJS.ProcessEnv): Promise<string> {
  const bytes = await readFile(packed);
  const version = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
  const data = gunzipSync(bytes);
  try {
    return await kept(join(cacheFolder(env), 'tessdata', version), data);
  } catch {
    return kept(join(await ownTemporary(), version), data);
  }
}

/** @throws where somebody else has a folder there: what lies in it would be theirs */
async function ownTemporary(): Promise<string> {
  const user = process.getuid?.();
  const folder = join(tmpdir(), `kehoach-tessdata-${user ?? 'user'}`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const there = await lstat(folder);
  if (!there.isDirectory() || (user !== undefined && there.uid !== user)) throw new Error(`${folder} is not ours`);
  return folder;
}

/** Whole or not at all: several processes may unpack at a time. */
async function kept(folder: string, data: Uint8Array): Promise<string> {
  const path = join(folder, `${DATA.language}.traineddata`);
  const there = await stat(path).catch(() => undefined);
  if (there?.size === data.length) return folder;
  await mkdir(folder, { recursive: true });
  const draft = `${path}.${randomUUID()}`;
  try {
    await writeFile(draft, data);
    await rename(draft, path);
  } finally {
    await rm(draft, { force: true });
  }
  return folder;
}
