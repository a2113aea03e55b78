import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { PlanError } from '../../model/errors.ts';
import type { Declared } from '../../run.ts';
import type { GivenSource } from './source.ts';

/** @param place the real path, links resolved */
export function fileSource(uri: string, place: string, declared: Declared): GivenSource {
  return { uri, place, declared, path: async () => place, read: (maxBytes) => readFileWithin(place, maxBytes) };
}

/** Never waits for ever and never reads more than `maxBytes`. */
export async function readFileWithin(path: string, maxBytes: number): Promise<Uint8Array> {
  const file = await openRegular(path);
  try {
    const { size } = await file.stat();
    if (size > maxBytes) {
      const megabytes = (bytes: number): string => (bytes / 1024 / 1024).toFixed(1);
      const detail = `The file has ${megabytes(size)} MB; at most ${megabytes(maxBytes)} MB are read. Raise --max-size or split the file.`;
      throw new PlanError('file-too-large', 'read', detail);
    }
    if (size === 0) throw new PlanError('file-empty', 'read', 'The file is empty. Fetch or save it again.');
    return await firstOf(file, size);
  } finally {
    await file.close();
  }
}

/** What a file that grows meanwhile has more is not waited for: it might never end. */
async function firstOf(file: FileHandle, size: number): Promise<Uint8Array> {
  const bytes = Buffer.allocUnsafeSlow(size);
  let at = 0;
  while (at < size) {
    const { bytesRead } = await file.read(bytes, at, size - at, at);
    if (bytesRead === 0) break;
    at += bytesRead;
  }
  return bytes.subarray(0, at);
}

/**
 * Opens a file for reading without waiting: a pipe that nobody writes to would otherwise hold the run for ever.
 *
 * @throws {PlanError} `file-unreadable` for folders, pipes, devices and the like
 */
export async function openRegular(path: string): Promise<FileHandle> {
  const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  const there = await file.stat();
  if (there.isFile()) return file;
  await file.close();
  if (there.isDirectory()) {
    throw new PlanError('file-unreadable', 'read', 'This is a folder. Give the path of one of the files in it.');
  }
  throw new PlanError('file-unreadable', 'read', 'This is no file but a device or a pipe. Save it as a file first.');
}
