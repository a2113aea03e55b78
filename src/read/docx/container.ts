import { unzipSync } from 'fflate';
import type { Limits } from '../../model/block.ts';
import { PlanError } from '../../model/errors.ts';
import { checkSize, megabytes } from '../size.ts';

/** The parts of an Office Open XML package that carry text, by path without a leading slash. */
export type Parts = ReadonlyMap<string, Uint8Array>;

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
 * Unpacks the XML parts of a DOCX; pictures, fonts and embedded files stay packed.
 *
 * Sizes are checked before anything is unpacked, and each part is inflated into a buffer of its declared size,
 * so that an entry that lies about its size cannot take more.
 *
 * @throws {PlanError} `file-encrypted`, `file-corrupt`, `format-unsupported` or `archive-refused`
 */
export function unpackDocx(bytes: Uint8Array, limits: Limits): Parts {
  checkSize(bytes, limits);
  if (isEncryptedPackage(bytes))
    throw new PlanError('file-encrypted', 'read', 'The Word file is protected by a password: save it without one.');
  const parts = inflate(bytes, limits);
  if (parts.has('[Content_Types].xml') && [...parts.keys()].some((path) => path.endsWith('.rels'))) return parts;
  if (parts.has('word/document.xml')) {
    const detail = 'Parts of the Word file are missing. Open it in Word, let Word repair it and save it anew.';
    throw new PlanError('file-corrupt', 'read', detail);
  }
  throw new PlanError('format-unsupported', 'read', 'The file is a zip archive, but no Word document (DOCX).');
}

function inflate(bytes: Uint8Array, limits: Limits): Parts {
  let unpacked = 0;
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
    return new Map(Object.entries(files).map(([path, content]) => [path.replace(/^\//u, ''), content]));
  } catch (cause) {
    if (cause instanceof PlanError) throw cause;
    throw new PlanError(
      'file-corrupt',
      'read',
      'The Word file is damaged or was cut short: fetch it again or save it anew in Word.',
      cause,
    );
  }
}

function utf16le(text: string): Buffer {
  return Buffer.from(text, 'utf16le');
}
