import { buffer } from 'node:stream/consumers';
import { type Entry, getFileNameLowLevel, openPromise, validateFileName } from 'yauzl';
import { PlanError } from '../../../model/errors.ts';
import { type Failure, reasonOf } from '../../failure.ts';
import { openRegular } from '../file.ts';
import { isLitter } from '../litter.ts';
import type { GivenSource, PassedOver } from '../source.ts';
import type { ArchiveCaps } from './caps.ts';

export interface Unpacked {
  readonly sources: readonly GivenSource[];
  readonly failures: readonly Failure[];
  readonly passedOver: readonly PassedOver[];
}

/** Entries by which a zip container is itself a document of an office program, be it a damaged one, and no archive. */
const DOCUMENTS = new Set(['[Content_Types].xml', 'mimetype', '_rels/.rels', 'word/document.xml']);
const ENCRYPTED = 1;

/**
 * The documents of a zip archive, each a source of its own: the archive's name, then the path in it. Nothing is unpacked
 * before it is read, and nothing is ever written.
 *
 * @param path file with the archive's bytes
 * @returns undefined where it is no zip archive
 * @throws {PlanError} `archive-refused` when the archive as a whole is beyond its caps or leads out of itself
 */
export async function unpackArchive(
  archive: GivenSource,
  path: string,
  caps: ArchiveCaps,
): Promise<Unpacked | undefined> {
  if (!(await beginsAsZip(path))) return undefined;
  const entries = await entriesOf(path, caps);
  if (entries === undefined || entries.some(({ name }) => DOCUMENTS.has(name))) return undefined;
  const files = entries.filter(({ name }) => !name.endsWith('/'));
  const documents = files.filter(({ name }) => !name.split('/').some(isLitter));
  const passedOver = files
    .filter(({ name }) => name.split('/').some(isLitter))
    .map(({ name }): PassedOver => ({ source: `${archive.uri}/${name}`, why: 'litter' }));
  if (documents.length === 0) throw refused('It holds no documents. Check that it is the right file.');
  const total = documents.reduce((sum, { entry }) => sum + entry.uncompressedSize, 0);
  if (total > caps.bytes) {
    const megabytes = (caps.bytes / 1024 / 1024).toFixed(0);
    throw refused(`Unpacked it would take more than ${megabytes} MB. Unpack it yourself or raise --max-archive.`);
  }
  const failures: Failure[] = [];
  const sources = documents.flatMap(({ name, entry }): GivenSource[] => {
    const uri = `${archive.uri}/${name}`;
    if ((entry.generalPurposeBitFlag & ENCRYPTED) !== 0) {
      const message = 'It is protected by a password. Unpack the archive with its password and give the files.';
      failures.push({ source: uri, stage: 'read', code: 'file-encrypted', message });
      return [];
    }
    const place = `${archive.place}/${name}`;
    return [{ uri, place, declared: archive.declared, read: (maxBytes) => readEntry(path, entry, maxBytes) }];
  });
  return { sources, failures, passedOver };
}

interface Named {
  readonly name: string;
  readonly entry: Entry;
}

/** Undefined where the container is damaged: the reader of documents says what is wrong with it. */
async function entriesOf(path: string, caps: ArchiveCaps): Promise<Named[] | undefined> {
  const zip = await openPromise(path, { decodeStrings: false }).catch(() => undefined);
  if (zip === undefined) return undefined;
  try {
    if (zip.entryCount > caps.entries) {
      throw refused(
        `It holds ${zip.entryCount} files, more than ${caps.entries}. Unpack it yourself and give the folder.`,
      );
    }
    const named: Named[] = [];
    for await (const entry of zip.eachEntry()) {
      const name = nameOf(entry);
      const wrong = validateFileName(name);
      if (wrong !== null) throw refused(`A name in it leads out of it (${wrong}). Unpack it yourself if you trust it.`);
      named.push({ name: plain(name), entry });
    }
    return numbered(named);
  } catch (error) {
    if (error instanceof PlanError) throw error;
    return undefined;
  } finally {
    zip.close();
  }
}

/** "./a.txt" and "a//b.txt" are "a.txt" and "a/b.txt"; a folder keeps its slash. */
const plain = (name: string): string =>
  name
    .replace(/\/{2,}/gu, '/')
    .replace(/(?<=^|\/)\.\//gu, '')
    .replace(/^\//u, '');

/** Entries of one name are documents of their own: the second is "a.txt#2". */
function numbered(entries: readonly Named[]): Named[] {
  const names = new Set(entries.map(({ name }) => name));
  const met = new Map<string, number>();
  return entries.map(({ name, entry }) => {
    let times = (met.get(name) ?? 0) + 1;
    met.set(name, times);
    if (times === 1) return { name, entry };
    while (names.has(`${name}#${times}`)) times++;
    met.set(name, times);
    names.add(`${name}#${times}`);
    return { name: `${name}#${times}`, entry };
  });
}

/** Windows packs names in UTF-8 without saying so; where the bytes are UTF-8, they are read as such. */
function nameOf(entry: Entry): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(entry.fileNameRaw).replaceAll('\\', '/').normalize('NFC');
  } catch {
    return getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false);
  }
}

async function readEntry(path: string, entry: Entry, maxBytes: number): Promise<Uint8Array> {
  const megabytes = (bytes: number): string => (bytes / 1024 / 1024).toFixed(1);
  if (entry.uncompressedSize > maxBytes) {
    const detail = `Unpacked it has ${megabytes(entry.uncompressedSize)} MB; at most ${megabytes(maxBytes)} MB are read. Raise --max-size or split the file.`;
    throw new PlanError('file-too-large', 'read', detail);
  }
  if (entry.uncompressedSize === 0)
    throw new PlanError('file-empty', 'read', 'The file is empty. Fetch or save it again.');
  const zip = await openPromise(path, { decodeStrings: false });
  try {
    // Entry by entry no more is unpacked than the entry says of itself: yauzl stops a stream that goes on.
    return await buffer(await zip.openReadStreamPromise(entry));
  } catch (error) {
    if (reasonOf(error, 'read').code !== 'internal') throw error;
    throw new PlanError('file-corrupt', 'read', 'It cannot be unpacked. Fetch the archive again.', error);
  } finally {
    zip.close();
  }
}

/** Bytes by which a zip container is known. */
export const MAGIC = 4;
/** Bytes of a file that tell whether it begins as an archive. */
export const HEAD = 64;
/** Where the name of the first entry stands, in bytes. */
const NAME = 30;

/** Whether a file may be an archive, by its first bytes: a zip container whose first entry is no part of an office document. */
export function mayBeArchive(head: Buffer): boolean {
  const name = head.subarray(NAME).toString('latin1');
  return isZip(head) && !/^(?:\[Content_Types\]\.xml|mimetype|_rels\/|word\/|docProps\/)/u.test(name);
}

const isZip = (head: Buffer): boolean =>
  ['PK\u0003\u0004', 'PK\u0005\u0006'].includes(head.subarray(0, MAGIC).toString('latin1'));

async function beginsAsZip(path: string): Promise<boolean> {
  const file = await openRegular(path);
  try {
    const { buffer: start, bytesRead } = await file.read(Buffer.alloc(MAGIC), 0, MAGIC, 0);
    return isZip(start.subarray(0, bytesRead));
  } finally {
    await file.close();
  }
}

const refused = (detail: string): PlanError => new PlanError('archive-refused', 'read', detail);
