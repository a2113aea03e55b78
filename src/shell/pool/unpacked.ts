import type { AttachedFile } from '../../read/attached.ts';
import type { Reason } from '../failure.ts';

/** The documents that are attached to another one, opened. */
export interface Held {
  /** Without the bytes of those that are too large together. */
  readonly documents: readonly { readonly name: string; readonly bytes?: Uint8Array }[];
  /** The other one says only that its text is attached. */
  readonly isCover: boolean;
}

/** Opens a PDF in a process, under the caps of a document. Never throws. */
export type Unpack = (bytes: Uint8Array, uri: string) => Promise<Held | { readonly failed: Reason }>;

/** @param maxBytes of one of them, and of all that are held at a time */
export function unpacked(files: readonly AttachedFile[], isCover: boolean, maxBytes: number): Held {
  let left = maxBytes;
  const documents = files.map(({ name, bytes }) => {
    if (bytes.length > left) return { name };
    left -= bytes.length;
    return { name, bytes };
  });
  return { documents, isCover };
}
