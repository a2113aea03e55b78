import { unzipSync } from 'fflate';
import type { Limits } from '../../model/block.ts';
import { PlanError } from '../../model/errors.ts';
import { checkSize, megabytes } from '../size.ts';

/** The parts of an Office Open XML package that carry text, by path without a leading slash. */
export type Parts = ReadonlyMap<string, Uint8Array>;

/** A package: its XML, and whatever else it holds. */
export interface WordPackage {
  readonly parts: Parts;
  /** Paths of all files in it, unpacked or not. */
  readonly files: readonly string[];
  /** Unpacks one more file; undefined where there is none of that path, or it is larger than any part may be. */
  readonly unpack: (path: string) => Uint8Array | undefined;
}

/** A package of parts that another reader wrote. */
export const packageOf = (parts: Parts): WordPackage => ({
  parts,
  files: [...parts.keys()],
  unpack: (path) => parts.get(path),
});

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ENCRYPTED_PACKAGE = utf16le('EncryptedPackage');

/** XML takes some forty times its size in memory while it is read; a plan of a thousand pages has less than this. */
const MAX_XML_PART = 32 * 1024 * 1024;

/** An OLE compound file: Word 97-2003, or the wrapping that Office puts around a package with a password. */
export function isOle(bytes: Uint8Array): boolean {
  return OLE.every((byte, index) => bytes[index] === byte);
}

/** Whether an OLE compound file holds an Office package encrypted with a password. */
export function isEncryptedPackage(bytes: Uint8Array): boolean {
  return isOle(bytes) && Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(ENCRYPTED_PACKAGE);
}

/**
 * Unpacks the XML parts of a DOCX; pictures, fonts and embedded files stay packed until they are asked for.
 *
 * Sizes are checked before anything is unpacked, and each part is inflated into a buffer of its declared size,
 * so that an entry that lies about its size cannot take more.
 *
 * @throws {PlanError} `file-encrypted`, `file-corrupt`, `format-unsupported` or `archive-refused`
 */
export function unpackDocx(bytes: Uint8Array, limits: Limits): WordPackage {
  checkSize(bytes, limits);
  if (isEncryptedPackage(bytes)) throw locked();
  const found = inflate(bytes, limits);
  const { parts } = found;
  if (parts.has('[Content_Types].xml') && [...parts.keys()].some((path) => path.endsWith('.rels'))) return found;
  if (parts.has('word/document.xml')) {
    const detail = 'Parts of the Word file are missing. Open it in Word, let Word repair it and save it anew.';
    throw new PlanError('file-corrupt', 'read', detail);
  }
  throw new PlanError('format-unsupported', 'read', 'The file is a zip archive, but no Word document (DOCX).');
}

const locked = (): PlanError =>
  new PlanError('file-encrypted', 'read', 'The Word file is protected by a password: save it without one.');

/** Whether the first file of a zip is locked by the packing program, as no program of Office does it. */
const hasLockedEntry = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04 && ((bytes[6] ?? 0) & 1) === 1;

/** Some programs write the paths of their zips with backslashes, and a leading slash says nothing. */
const pathOf = (name: string): string => name.replaceAll('\\', '/').replace(/^\//u, '');

/** The declared size of all that a zip holds once unpacked; 0 where it is no zip. */
export function unpackedSize(bytes: Uint8Array): number {
  let size = 0;
  try {
    unzipSync(bytes, {
      filter: ({ originalSize }) => {
        size += originalSize;
        return false;
      },
    });
  } catch {
    return 0;
  }
  return size;
}

function inflate(bytes: Uint8Array, limits: Limits): WordPackage {
  let unpacked = 0;
  const names = new Map<string, string>();
  try {
    const files = unzipSync(bytes, {
      filter({ name, originalSize }) {
        unpacked += originalSize;
        if (unpacked > limits.maxUnpackedBytes)
          throw new PlanError(
            'archive-refused',
            'read',
            `Unpacked, the Word file would take more than ${megabytes(limits.maxUnpackedBytes)}. If it is a plan, take the pictures out or split it, and save it anew in Word.`,
          );
        names.set(pathOf(name), name);
        if (!/\.(?:xml|rels)$/iu.test(name)) return false;
        if (originalSize > MAX_XML_PART)
          throw new PlanError(
            'archive-refused',
            'read',
            `A part of the Word file (${name}) unpacks to ${megabytes(originalSize)}; at most ${megabytes(MAX_XML_PART)} are read. If it is a plan, split it, or save it as PDF and give that.`,
          );
        return true;
      },
    });
    const parts = new Map(Object.entries(files).map(([name, content]) => [pathOf(name), content]));
    return {
      parts,
      files: [...names.keys()].filter((path) => !path.endsWith('/')),
      unpack: (path) => parts.get(path) ?? unpackOne(bytes, names.get(path)),
    };
  } catch (cause) {
    if (cause instanceof PlanError) throw cause;
    if (hasLockedEntry(bytes)) throw locked();
    throw new PlanError(
      'file-corrupt',
      'read',
      'The Word file is damaged or was cut short: fetch it again or save it anew in Word.',
      cause,
    );
  }
}

function unpackOne(bytes: Uint8Array, wanted: string | undefined): Uint8Array | undefined {
  if (wanted === undefined) return undefined;
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => name === wanted && originalSize <= MAX_XML_PART,
    });
    return files[wanted];
  } catch {
    return undefined;
  }
}

function utf16le(text: string): Buffer {
  return Buffer.from(text, 'utf16le');
}
