import { constants } from 'node:fs';
import { type FileHandle, lstat, open } from 'node:fs/promises';
import { CallError } from '../call-error.ts';

/** Absent on Windows, where links need rights that few have. */
const NO_FOLLOW = constants.O_NOFOLLOW ?? 0;
/** A pipe in the place of a file would otherwise hold the run for ever. */
const NO_WAIT = constants.O_NONBLOCK ?? 0;

/**
 * Opens a file of an output folder for reading.
 *
 * @throws an error of the system; ELOOP for a link, EINVAL for what is no file
 */
export async function openOwn(path: string): Promise<FileHandle> {
  const file = await open(path, constants.O_RDONLY | NO_FOLLOW | NO_WAIT);
  if ((await file.stat()).isFile()) return file;
  await file.close();
  throw Object.assign(new Error(`EINVAL: no file, open '${path}'`), { code: 'EINVAL', syscall: 'open' });
}

/**
 * Reads a file of an output folder. A link in its place leads to something that is none of this program's files.
 *
 * @throws as `openOwn`
 */
export async function readOwn(path: string): Promise<Buffer> {
  const file = await openOwn(path);
  try {
    return await file.readFile();
  } finally {
    await file.close();
  }
}

/** Appends to a file of an output folder, never through a link; @throws as `readOwn` */
export async function appendOwn(path: string, text: string): Promise<void> {
  const file = await open(
    path,
    constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT | NO_FOLLOW | NO_WAIT,
    0o666,
  );
  try {
    await file.appendFile(text);
  } finally {
    await file.close();
  }
}

/** @throws {CallError} when a folder in an output folder is a link: what is written and removed there lies elsewhere */
export async function refuseLink(path: string): Promise<void> {
  if (!(await lstat(path)).isSymbolicLink()) return;
  throw new CallError(
    `${path} is a link to another place, where nothing is written or removed. Remove the link, or choose another --out.`,
  );
}
