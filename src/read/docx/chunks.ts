import type { Block, Issue, ReadResult, SetAside } from '../../model/block.ts';
import { PlanError } from '../../model/errors.ts';
import { unpackedSize, type WordPackage } from './container.ts';
import { countLetters } from './left-out.ts';
import { relationships } from './package.ts';
import { attribute, descendants, type Element, isWordElement, make, makeRun } from './xml.ts';

/** Reads a document of any format that is a part of another one; its path may tell what it is. */
export type ReadInside = (bytes: Uint8Array, path: string) => Promise<ReadResult>;

/** What the documents inside a document say, by the part and the name that it refers to each by. */
export interface Chunks {
  readonly blocksOf: (part: string, id: string | undefined) => readonly Block[];
  readonly issues: readonly Issue[];
  readonly setAside: readonly SetAside[];
}

/** All documents inside one, once unpacked: no more than two of the largest parts. */
const MOST_BYTES = 64 * 1024 * 1024;

/** Reads the documents of other formats (HTML, RTF, text, DOCX) that Word shows as a part of this one (`w:altChunk`). */
export async function readChunks({ parts, unpack }: WordPackage, readInside: ReadInside | undefined): Promise<Chunks> {
  const byName = new Map<string, readonly Block[]>();
  const byPath = new Map<string, ReadResult | undefined>();
  let left = MOST_BYTES;
  for (const path of parts.keys()) {
    const part = /^(?<folder>.*?)_rels\/(?<name>[^/]+)\.rels$/u.exec(path)?.groups;
    if (part === undefined) continue;
    const owner = `${part.folder}${part.name}`;
    for (const { id, type, target } of relationships(parts, owner)) {
      if (type !== 'aFChunk') continue;
      if (!byPath.has(target)) {
        const bytes = unpack(target);
        left -= bytes === undefined ? 0 : Math.max(bytes.length, unpackedSize(bytes));
        byPath.set(target, bytes === undefined || left < 0 ? undefined : await attempt(readInside, bytes, target));
      }
      byName.set(`${owner}#${id}`, byPath.get(target)?.blocks ?? []);
    }
  }
  const unread = [...byPath].flatMap(([path, result]) => (result === undefined ? [path] : []));
  const read = [...byPath].flatMap(([path, result]) => (result === undefined ? [] : [{ path, result }]));
  return {
    blocksOf: (part, id) => byName.get(`${part}#${id ?? ''}`) ?? [],
    issues: [
      ...read.flatMap(({ result }) => result.issues),
      ...unread.map((path) => ({
        code: 'content-not-read',
        message: `The Word file shows another document as a part of itself (${path}), which could not be read. Open it in Word and save it anew, or give that document by itself.`,
      })),
    ],
    setAside: [
      ...read.flatMap(({ path, result }) =>
        (result.setAside ?? []).map((one) => ({
          ...one,
          where: one.where === undefined ? path : `${path}: ${one.where}`,
        })),
      ),
      ...unread.map((path) => ({ reason: 'not-read' as const, characters: 0, where: path })),
    ],
  };
}

/** A document inside another one that cannot be read is no reason to refuse the whole. */
async function attempt(
  readInside: ReadInside | undefined,
  bytes: Uint8Array,
  path: string,
): Promise<ReadResult | undefined> {
  try {
    return await readInside?.(bytes, path);
  } catch (cause) {
    if (cause instanceof PlanError && cause.code !== 'internal') return undefined;
    throw cause;
  }
}

/** In cells, notes and headers a document can only be paragraphs; those of the body are read as they stand. */
export function writeChunks(root: Element, names: ReadonlySet<string>, chunks: Chunks, part: string): void {
  for (const chunk of descendants(root, 'altChunk', names)) {
    if (isWordElement(chunk.parentNode, 'body')) continue;
    for (const line of linesOf(chunks.blocksOf(part, attribute(chunk, 'id')))) {
      const paragraph = make(chunk, 'p');
      paragraph.appendChild(makeRun(chunk, line));
      chunk.parentNode?.insertBefore(paragraph, chunk);
    }
    chunk.parentNode?.removeChild(chunk);
  }
}

/** Blocks as lines; the cells of a row are one. */
function linesOf(blocks: readonly Block[]): string[] {
  const lines: string[] = [];
  let row: string | undefined;
  for (const { text, cell } of blocks) {
    const own = cell === undefined ? undefined : `${cell.table}:${cell.row}`;
    if (countLetters(text) === 0) continue;
    if (own !== undefined && own === row) lines[lines.length - 1] += ` ${text.replaceAll('\n', ' ')}`;
    else lines.push(...(own === undefined ? text.split('\n') : [text.replaceAll('\n', ' ')]));
    row = own;
  }
  return lines;
}
