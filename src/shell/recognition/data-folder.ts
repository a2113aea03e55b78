import { createHash, randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { cacheFolder } from '../sources/http/cache-folder.ts';
import { DATA } from './engine.ts';

/**
 * A folder with the data unpacked, for a program that reads it from there: one for all runs of this user, or one of this
 * process's own where nothing may be kept.
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
    const folder = await mkdtemp(join(tmpdir(), 'kehoach-tessdata-'));
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
    return kept(folder, data);
  }
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
