import type { Limits } from '../model/block.ts';
import { PlanError } from '../model/errors.ts';

/** @throws {PlanError} `file-empty` or `file-too-large` */
export function checkSize(bytes: Uint8Array, { maxBytes }: Limits): void {
  if (bytes.length === 0) {
    throw new PlanError('file-empty', 'read', 'The file is empty (0 bytes). Fetch or save it again.');
  }
  if (bytes.length > maxBytes) {
    throw new PlanError(
      'file-too-large',
      'read',
      `The file has ${megabytes(bytes.length)}; at most ${megabytes(maxBytes)} are read. Raise --max-size or split the file.`,
    );
  }
}

/** "12.5 MB" */
export const megabytes = (bytes: number): string => `${Math.round((bytes / 1024 / 1024) * 10) / 10} MB`;
