import { lstat, stat } from 'node:fs/promises';
import { basename, join, relative, resolve, sep } from 'node:path';
import { watch } from 'chokidar';
import { CallError } from '../call-error.ts';
import { isLitter } from './litter.ts';

/** Milliseconds for which a file must not have grown before it is taken: copies over a network pause. */
const STILL = 2000;
/** Milliseconds in which files that arrive together are gathered. */
const GATHER = 500;

export interface FolderWatch {
  readonly close: () => Promise<void>;
}

/**
 * Tells of files that are in folders, arrive there or change, once they no longer grow. What systems and editors leave
 * behind is passed over, and so are links.
 *
 * @param folders as they were given: names of files begin with them
 * @param outside a folder that is not looked into, such as the output folder
 * @param arrived told of files in the order of their names, those that arrive together at once
 * @throws {CallError} for what is no folder
 */
export async function watchFolders(
  folders: readonly string[],
  outside: string,
  arrived: (paths: readonly string[]) => void,
  still = STILL,
): Promise<FolderWatch> {
  for (const folder of folders) {
    const info = await stat(folder).catch(() => undefined);
    if (info?.isDirectory() !== true) throw new CallError(`--watch ${folder}: this is no folder.`);
  }
  const out = resolve(outside);
  const isOutside = (path: string): boolean => path === out || path.startsWith(out + sep);
  const roots = new Set(folders.map((folder) => resolve(folder)));
  const watcher = watch([...roots], {
    followSymlinks: false,
    ignored: (path) => isOutside(path) || (!roots.has(path) && isLitter(basename(path))),
    awaitWriteFinish: { stabilityThreshold: still, pollInterval: Math.min(200, still) },
  });
  let gathered = new Set<string>();
  let timer: NodeJS.Timeout | undefined;

  /** As a run that is given the folder would call it. */
  function named(path: string): string {
    const folder = folders.find((one) => path.startsWith(resolve(one) + sep)) ?? '';
    return join(folder, relative(resolve(folder), path))
      .split(sep)
      .join('/');
  }
  async function take(path: string): Promise<void> {
    const info = await lstat(path).catch(() => undefined);
    if (info?.isFile() !== true) return;
    gathered.add(named(path));
    clearTimeout(timer);
    timer = setTimeout(() => {
      const paths = [...gathered].sort();
      gathered = new Set();
      arrived(paths);
    }, GATHER);
  }
  watcher.on('add', (path) => void take(path));
  watcher.on('change', (path) => void take(path));
  await new Promise<void>((ready) => watcher.once('ready', () => ready()));
  return {
    async close() {
      clearTimeout(timer);
      await watcher.close();
    },
  };
}
