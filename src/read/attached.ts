/** A file that is attached to a mail or a PDF. */
export interface AttachedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const LONGEST_NAME = 150;

/** Under names that are none of a path, no two alike: the second "a.pdf" is "a.pdf#2". */
export function named<T extends { readonly name: string }>(files: readonly T[]): T[] {
  const met = new Map<string, number>();
  return files.map((file, i) => {
    const plain = file.name
      .normalize('NFC')
      .replace(/[/\\\p{Cc}]+/gu, '_')
      .trim()
      .slice(-LONGEST_NAME);
    const name = /^\.*$/u.test(plain) ? `attachment-${i + 1}` : plain;
    const times = (met.get(name) ?? 0) + 1;
    met.set(name, times);
    return { ...file, name: times === 1 ? name : `${name}#${times}` };
  });
}

/** Names that a message tells. */
const NAMED = 8;

export const listed = (names: readonly string[]): string =>
  names.slice(0, NAMED).join(', ') + (names.length > NAMED ? ` and ${names.length - NAMED} more` : '');

/**
 * Whether a PDF may have files attached to it. Their streams are never packed within others, and whoever writes them says
 * what they are, though nobody must.
 */
export const mayHoldFiles = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('/EmbeddedFile');
