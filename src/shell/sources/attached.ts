import { Buffer } from 'node:buffer';
import type { Limits } from '../../model/block.ts';
import { type ErrorCode, PlanError } from '../../model/errors.ts';
import { mayHoldFiles } from '../../read/attached.ts';
import { isMail, MAIL_HEAD, openMail } from '../../read/mail/mail.ts';
import type { Failure, Reason } from '../failure.ts';
import { sha256Of } from '../output/replace-file.ts';
import { type Held, type Unpack, unpacked } from '../pool/unpacked.ts';
import type { GivenSource } from './source.ts';
import type { ArchiveCaps } from './zip/caps.ts';

/** How a document came to be found: what it is attached to, the outermost first, by the SHA-256 of its bytes. */
export interface Nest {
  readonly holders: readonly string[];
  /** What is still opened of all that is attached to the outermost file, however deep. */
  readonly budget: { documents: number; bytes: number };
}

/** Documents that are attached to one file, and to what is attached to it. */
export const MOST_ATTACHED = 500;
/** Attachments of attachments of attachments. */
const DEEPEST = 3;

export const outermost = ({ bytes }: ArchiveCaps): Nest => ({
  holders: [],
  budget: { documents: MOST_ATTACHED, bytes },
});

/** The documents that are attached to another one, each a source of its own: its name, then that of the attachment. */
export interface Attached {
  readonly sources: readonly GivenSource[];
  readonly failures: readonly Failure[];
  /** The other one says only that its text is attached. */
  readonly isCover: boolean;
  readonly nest: Nest;
}

/** Opens what may hold documents: mails and PDFs. */
export type OpenAttached = (source: GivenSource, bytes: Uint8Array, sha256: string, nest: Nest) => Promise<Attached>;

/** Bytes of attachments that are kept while one after another of them is asked for. */
const LIGHT = 32 * 1024 * 1024;
/** A PDF that meets its caps when it is opened may well be read. */
const LETHAL: ReadonlySet<ErrorCode> = new Set(['worker-lost', 'memory-exceeded', 'time-exceeded']);

/** @param unpack opens a PDF, under the caps of one document */
export function attachmentOpener(unpack: Unpack, limits: Limits): OpenAttached {
  let last: { readonly sha256: string; readonly opened: Held } | undefined;

  async function opened(uri: string, bytes: Uint8Array, sha256: string): Promise<Held | { failed: Reason }> {
    if (last?.sha256 === sha256) return last.opened;
    const found = isPdf(bytes) ? await unpack(bytes, uri) : await openedMail(bytes, limits);
    if ('failed' in found) return found;
    const size = found.documents.reduce((sum, one) => sum + (one.bytes?.length ?? 0), 0);
    last = size > LIGHT ? undefined : { sha256, opened: found };
    return found;
  }

  return async (source, bytes, sha256, nest) => {
    const nothing: Attached = { sources: [], failures: [], isCover: false, nest };
    if (!(isPdf(bytes) || beginsAsMail(bytes)) || nest.holders.includes(sha256)) return nothing;
    const found = await opened(source.uri, bytes, sha256);
    if ('failed' in found) {
      // What cannot be opened cannot be read either: its own failure says why.
      if (!LETHAL.has(found.failed.code)) return nothing;
      return { ...nothing, failures: [{ source: `${source.uri}/attachments`, ...found.failed }] };
    }
    const { sources, failures } = membersOf(source, found.documents, nest, async (i) => {
      const again = await source.read(limits.maxBytes);
      const now = await opened(source.uri, again, sha256Of(again));
      if ('failed' in now) throw new PlanError(now.failed.code, now.failed.stage, now.failed.message);
      return now.documents[i];
    });
    return {
      sources,
      failures,
      isCover: found.isCover && sources.length + failures.length > 0,
      nest: { ...nest, holders: [...nest.holders, sha256] },
    };
  };
}

/** @param bytesOf opens the source again, when an attachment is wanted */
function membersOf(
  source: GivenSource,
  documents: Held['documents'],
  { holders, budget }: Nest,
  bytesOf: (i: number) => Promise<Held['documents'][number] | undefined>,
): Pick<Attached, 'sources' | 'failures'> {
  const sources: GivenSource[] = [];
  for (const [i, { name, bytes }] of documents.entries()) {
    if (holders.length >= DEEPEST || budget.documents === 0 || (bytes?.length ?? 0) > budget.bytes) {
      const more = documents.length - i - 1;
      const message = `${more === 0 ? 'It was' : `It and ${more} further attachments were`} not opened: of one file, at most ${MOST_ATTACHED} attached documents are read, at most ${DEEPEST} deep, and no more than --max-archive allows. Save them from the program that shows the file, and give them.`;
      return {
        sources,
        failures: [{ source: `${source.uri}/${name}`, stage: 'read', code: 'archive-refused', message }],
      };
    }
    budget.documents--;
    budget.bytes -= bytes?.length ?? 0;
    const read = async (most: number): Promise<Uint8Array> => bytesWithin(await bytesOf(i), most);
    sources.push({ uri: `${source.uri}/${name}`, place: `${source.place}/${name}`, declared: source.declared, read });
  }
  return { sources, failures: [] };
}

function bytesWithin(document: Held['documents'][number] | undefined, most: number): Uint8Array {
  if (document === undefined)
    throw new PlanError('file-unreadable', 'read', 'The file changed while it was being read. Run again.');
  const { bytes } = document;
  if (bytes === undefined || bytes.length > most)
    throw new PlanError(
      'file-too-large',
      'read',
      'The attachment, or all of them together, is larger than --max-size. Raise it, or save the attachments and give them.',
    );
  if (bytes.length === 0) throw new PlanError('file-empty', 'read', 'The attachment is empty. Ask for it again.');
  return bytes;
}

const isPdf = (bytes: Uint8Array): boolean => headOf(bytes, 1024).includes('%PDF-') && mayHoldFiles(bytes);
const beginsAsMail = (bytes: Uint8Array): boolean => isMail(headOf(bytes, MAIL_HEAD));
const headOf = (bytes: Uint8Array, length: number): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, length)).toString('latin1');

/** No more letters than a document of any kind must have. */
const isBare = (body: string): boolean =>
  (body.replace(/<style[\s\S]*?<\/style>|<[^>]*>|&\w+;/giu, '').match(/\p{L}/gu)?.length ?? 0) < 20;

/** A mail that cannot be opened cannot be read either. */
const openedMail = (bytes: Uint8Array, { maxBytes }: Limits): Promise<Held> =>
  openMail(bytes).then(
    ({ documents, body }) => unpacked(documents, documents.length > 0 && isBare(body.text), maxBytes),
    () => ({ documents: [], isCover: false }),
  );
