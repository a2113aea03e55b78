import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { PlanError } from '../../model/errors.ts';
import type { Told } from '../../run.ts';
import type { Source } from './source.ts';

/** @param place the real path, links resolved */
export function fileSource(uri: string, place: string, told: Told): Source {
  return { uri, place, told, path: async () => place, read: (maxBytes) => readFileWithin(place, maxBytes) };
}

/** Never waits for ever and never reads more than `maxBytes`. */
export async function readFileWithin(path: string, maxBytes: number): Promise<Uint8Array> {
  // Opened without waiting: a pipe that nobody writes to would otherwise hold the run for ever.
  const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const info = await file.stat();
    if (!info.isFile()) {
      throw new PlanError(
        'file-unreadable',
        'read',
        'This is no file but a device or a pipe. Save it as a file first.',
      );
    }
    if (info.size > maxBytes) {
      const megabytes = (bytes: number): string => (bytes / 1024 / 1024).toFixed(1);
      const detail = `The file has ${megabytes(info.size)} MB; at most ${megabytes(maxBytes)} MB are read. Raise --max-size or split the file.`;
      throw new PlanError('file-too-large', 'read', detail);
    }
    if (info.size === 0) throw new PlanError('file-empty', 'read', 'The file is empty. Fetch or save it again.');
    return await file.readFile();
  } finally {
    await file.close();
  }
}
