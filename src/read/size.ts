import type { Limits } from '../model/block.ts';
import { PlanError } from '../model/errors.ts';

/** @throws {PlanError} `file-empty` or `file-too-large` */
export function checkSize(bytes: Uint8Array, { maxBytes }: Limits): void {
  if (bytes.length === 0) {
    throw new PlanError('file-empty', 'read', 'The file is empty (0 bytes): fetch it again from its source.');
  }
  if (bytes.length > maxBytes) {
    throw new PlanError(
      'file-too-large',
      'read',
      `The file has ${bytes.length} bytes, and at most ${maxBytes} are read: split it, or raise the cap (--max-size).`,
    );
  }
}
