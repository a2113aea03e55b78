import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { jsonOf } from '../json.ts';
import { DocumentLine } from './lines.ts';
import { type HeldLines, OUTLINED, type Outlined, type TablesOutline } from './outline.ts';
import { openOwn } from './own-file.ts';
import type { Draft } from './replace-file.ts';

/** The tables that stand there are not those that the outline is of: somebody wrote in them. */
export class OtherTables extends Error {
  override readonly name = 'OtherTables';
}

/** Lines that are taken over from the tables that stand there, document by document, in their order. */
export interface TakenLines {
  /**
   * Writes the lines of a document into new tables.
   *
   * @returns what was held of it; undefined where its lines are to be made anew
   * @throws {OtherTables}
   */
  readonly linesOf: (
    id: string,
    into: Readonly<Record<Outlined, Draft>>,
  ) => Promise<{ readonly held: HeldLines; readonly line: DocumentLine } | undefined>;
  /** Reads what is left. @throws {OtherTables} where what was read is not what the outline says */
  readonly end: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/**
 * @param anew ids of documents whose lines are not taken over
 * @throws an error of the system where a table is not there
 */
export async function openTaken(
  folder: string,
  outline: TablesOutline,
  anew: ReadonlySet<string>,
): Promise<TakenLines> {
  const readers: Partial<Record<Outlined, Reader>> = {};
  const close = async (): Promise<void> => {
    for (const reader of Object.values(readers)) await reader.close();
  };
  try {
    for (const name of OUTLINED) {
      const file = await openOwn(join(folder, `${name}.ndjson`));
      readers[name] = readerOf(file);
      // Before anything is read: an outline that is damaged may ask for more than there is memory.
      const told = outline.documents.reduce((sum, { bytes }) => sum + bytes[name], 0);
      if ((await file.stat()).size !== told) throw new OtherTables(`${name} is longer or shorter than it was`);
    }
  } catch (error) {
    await close();
    throw error instanceof OtherTables ? error : new OtherTables(`${folder}: a table is gone`);
  }
  const open = readers as Readonly<Record<Outlined, Reader>>;
  let at = 0;

  /** Reads what lies before a document, which is in the new tables no more, or another. */
  async function skipTo(id: string | undefined): Promise<HeldLines | undefined> {
    for (let one = outline.documents[at]; one !== undefined; one = outline.documents[at]) {
      if (id !== undefined && one.id >= id) return one.id === id ? one : undefined;
      for (const name of OUTLINED) await open[name].read(one.bytes[name]);
      at++;
    }
    return undefined;
  }

  return {
    close,
    async linesOf(id, into) {
      const held = await skipTo(id);
      if (held === undefined) return undefined;
      if (anew.has(id)) return undefined;
      let line: DocumentLine | undefined;
      for (const name of OUTLINED) {
        const bytes = await open[name].read(held.bytes[name]);
        // What was read lies in a place that the next reading writes over.
        await into[name].write(Buffer.from(bytes));
        if (name === 'documents') line = DocumentLine.safeParse(jsonOf(bytes.toString('utf8'))).data;
      }
      at++;
      if (line?.id !== id) throw new OtherTables(`${id} does not stand where it should`);
      return { held, line };
    },
    async end() {
      await skipTo(undefined);
      for (const name of OUTLINED) {
        if ((await open[name].end()) !== outline.hashes[name]) throw new OtherTables(`${name} was changed`);
      }
    },
  };
}

/** Reads a file from its beginning to its end, and knows its hash then. */
interface Reader {
  readonly read: (bytes: number) => Promise<Buffer>;
  /** Hex SHA-256 of the whole file. */
  readonly end: () => Promise<string>;
  readonly close: () => Promise<void>;
}

/** Bytes read at a time. */
const PIECE = 1 << 20;

function readerOf(file: FileHandle): Reader {
  const hash = createHash('sha256');
  let kept = Buffer.alloc(0);
  let from = 0;

  async function more(wanted: number): Promise<void> {
    const rest = kept.subarray(from);
    const piece = Buffer.allocUnsafe(Math.max(PIECE, wanted - rest.length));
    const { bytesRead } = await file.read(piece, 0, piece.length);
    hash.update(piece.subarray(0, bytesRead));
    kept = Buffer.concat([rest, piece.subarray(0, bytesRead)]);
    from = 0;
    if (bytesRead === 0) throw new OtherTables('a table is shorter than it was');
  }

  return {
    async read(bytes) {
      while (kept.length - from < bytes) await more(bytes);
      from += bytes;
      return kept.subarray(from - bytes, from);
    },
    async end() {
      for (;;) {
        const piece = Buffer.allocUnsafe(PIECE);
        const { bytesRead } = await file.read(piece, 0, piece.length);
        if (bytesRead === 0) break;
        hash.update(piece.subarray(0, bytesRead));
      }
      return hash.digest('hex');
    },
    close: () => file.close(),
  };
}
