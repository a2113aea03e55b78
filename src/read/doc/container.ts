import { type CFB$Container, find, read } from 'cfb';
import type { Limits } from '../../model/block.ts';
import { PlanError } from '../../model/errors.ts';
import { isEncryptedPackage, isOle } from '../docx/container.ts';
import { checkSize } from '../size.ts';
import { chainsEnd } from './allocation.ts';
import { type Binary, binary } from './binary.ts';

/** The streams of a Word 97-2003 file, and where their tables stand. */
export interface WordFile {
  readonly main: Binary;
  readonly table: Binary;
  /** Properties too large for the main stream. */
  readonly data: Binary;
  /** The table of that index in the file's list of tables (FibRgFcLcb97), as a part of the table stream. */
  tableAt(index: number): Binary;
}

const WORD_97 = 0xa5ec;
const WORD_95 = 0xa5dc;
/** Where the list of tables begins: an offset and a length of four bytes each. */
const TABLES = 0x9a;

/**
 * Opens the container.
 *
 * @throws {PlanError} `file-encrypted`, `file-corrupt`, `format-unsupported`, `file-empty` or `file-too-large`
 */
export function openWordFile(bytes: Uint8Array, limits: Limits): WordFile {
  checkSize(bytes, limits);
  if (!isOle(bytes)) throw new PlanError('format-unsupported', 'read', 'The file is no Word 97-2003 document (DOC).');
  if (isEncryptedPackage(bytes)) throw encrypted();
  const container = open(bytes);
  const main = streamOf(container, 'WordDocument');
  if (main === undefined)
    throw new PlanError(
      'format-unsupported',
      'read',
      'The file is an Office file of before 2007, but no Word document.',
    );
  const magic = main.u16(0);
  if (magic === WORD_95 || (magic === WORD_97 && main.u16(2) < 0xc1 && main.u16(2) < 101))
    throw new PlanError(
      'format-unsupported',
      'read',
      'The file is of Word 95 or older: open it in Word and save it as DOCX.',
    );
  if (magic !== WORD_97) throw corrupt();
  const flags = main.u16(0x0a);
  if ((flags & 0x0100) !== 0) throw encrypted();
  const table = streamOf(container, (flags & 0x0200) === 0 ? '0Table' : '1Table');
  if (table === undefined) throw corrupt();
  return {
    main,
    table,
    data: streamOf(container, 'Data') ?? binary(new Uint8Array()),
    tableAt: (index) => {
      const start = main.u32(TABLES + index * 8);
      return table.slice(start, start + main.u32(TABLES + index * 8 + 4));
    },
  };
}

function open(bytes: Uint8Array): CFB$Container {
  if (!chainsEnd(bytes)) throw corrupt();
  try {
    return read(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), { type: 'buffer' });
  } catch (cause) {
    throw corrupt(cause);
  }
}

function streamOf(container: CFB$Container, name: string): Binary | undefined {
  const entry = find(container, `/${name}`);
  if (entry === null || entry === undefined || entry.content === undefined) return undefined;
  return binary(Uint8Array.from(entry.content));
}

function encrypted(): PlanError {
  return new PlanError('file-encrypted', 'read', 'The Word file is protected by a password: save it without one.');
}

export function corrupt(cause?: unknown): PlanError {
  return new PlanError(
    'file-corrupt',
    'read',
    'The Word file is damaged or was cut short: fetch it again or save it anew in Word.',
    cause,
  );
}
