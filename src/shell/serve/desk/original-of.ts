import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { DocumentHeader } from '../../../model/record.ts';
import { sha256Of } from '../../output/replace-file.ts';
import { readFileWithin } from '../../sources/file.ts';
import { unpackArchive } from '../../sources/zip/archive.ts';
import { DEFAULT_ARCHIVE_CAPS } from '../../sources/zip/caps.ts';
import { Problem } from '../problem.ts';
import type { Originals } from './originals.ts';
import { uploadedAs } from './read-all.ts';

export interface Original {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Bytes beyond which no original is sent. */
const MOST = 512 * 1024 * 1024;

/**
 * The bytes that a record was made of: as they were uploaded, from the path that a command line was given, or from an
 * archive. Only what has the hash of the record is it: a path tells nothing of what lies there by now.
 *
 * @throws {Problem} 404
 */
export async function originalOf(
  { sha256, source }: Pick<DocumentHeader, 'sha256' | 'source'>,
  originals: Originals,
): Promise<Original> {
  const name = basename(source.uri) || 'document';
  if (await originals.has(sha256)) return { name, bytes: await readFile(originals.path(sha256)) };
  for (const place of [source.uri, ...(source.alsoAt ?? [])]) {
    const bytes = await at(place, sha256, originals);
    if (bytes !== undefined) return { name: basename(place), bytes };
  }
  const detail = /^https?:/iu.test(source.uri)
    ? `It was fetched from ${source.uri} and is not kept here.`
    : 'The file is no longer where it was read.';
  throw new Problem(404, detail, 'original-gone');
}

async function at(place: string, sha256: string, originals: Originals): Promise<Uint8Array | undefined> {
  if (/^[a-z][a-z\d+.-]+:\/\//iu.test(place)) return undefined;
  const whole = await readFileWithin(place, MOST).catch(() => undefined);
  if (whole !== undefined) return sha256Of(whole) === sha256 ? whole : undefined;
  for (let end = place.lastIndexOf('/'); end > 0; end = place.lastIndexOf('/', end - 1)) {
    const inside = await within(place.slice(0, end), place, sha256, originals).catch(() => undefined);
    if (inside !== undefined) return inside;
  }
  return undefined;
}

/** What an archive holds under that name. */
async function within(
  archive: string,
  place: string,
  sha256: string,
  originals: Originals,
): Promise<Uint8Array | undefined> {
  const upload = uploadedAs(archive);
  const path = upload === undefined ? archive : await originals.starting(upload);
  if (path === undefined) return undefined;
  const source = { uri: archive, place: archive, declared: {}, read: () => readFileWithin(path, MOST) };
  const { sources } = (await unpackArchive(source, path, DEFAULT_ARCHIVE_CAPS)) ?? { sources: [] };
  const bytes = await sources.find(({ uri }) => uri === place)?.read(MOST);
  return bytes !== undefined && sha256Of(bytes) === sha256 ? bytes : undefined;
}
