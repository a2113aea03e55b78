import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { PlanError } from '../../model/errors.ts';
import { imageOf } from '../scan/lines-in.ts';
import { type QuarterTurn, readPicture } from '../scan/page.ts';
import type { PageRead, ScanPart } from '../scan/page-read.ts';
import type { Recognition } from '../scan/recognition.ts';
import { withDoubtfulFigures } from '../scan/second-reading.ts';
import { withSemicolonsSeen } from '../scan/semicolons.ts';
import { matrixFrom } from './matrix.ts';
import { openPdf } from './open.ts';
import { LARGEST_IMAGE, pagePicture } from './page-images.ts';
import { withCellsAlone } from './scanned-cells.ts';
import { withCountsTold } from './scanned-counts.ts';
import { type Layers, layersOf } from './sheet.ts';

/** Under this reading is guessing. */
const POOR = 0.4;

export interface PageReading {
  readonly recognition: Pick<Recognition, 'recogniser' | 'onPage'>;
  readonly knowledge: Knowledge;
}

/**
 * Reads pages of a PDF from their images. A page is read the same whatever other parts are read.
 *
 * @throws {PlanError} `file-encrypted`, `file-corrupt`
 */
export async function readParts(
  bytes: Uint8Array,
  parts: readonly ScanPart[],
  { recognition, knowledge }: PageReading,
): Promise<Map<number, PageRead>> {
  const of = parts.reduce((sum, part) => sum + part.length, 0);
  const document = await openPdf(bytes, LARGEST_IMAGE);
  try {
    const layers = await layersOf(document);
    const read = new Map<number, PageRead>();
    for (const part of parts) {
      let turn: QuarterTurn = 0;
      for (const page of part) {
        recognition.onPage?.(read.size, of);
        const tried = await attempt(document, page, { recognition, knowledge, layers, turn });
        read.set(page, tried.held);
        turn = tried.turn ?? turn;
      }
    }
    recognition.onPage?.(of, of);
    return read;
  } finally {
    await document.loadingTask.destroy();
  }
}

interface OnePage extends PageReading {
  readonly layers: Layers;
  /** The turn that the page before needed. */
  readonly turn: QuarterTurn;
}

interface Attempted {
  readonly held: PageRead;
  /** Quarter turns that made it upright. */
  readonly turn?: QuarterTurn;
}

/** One page that takes too long, or on which the engine fails, is no reason to lose the others. */
async function attempt(document: PDFDocumentProxy, page: number, how: OnePage, again = true): Promise<Attempted> {
  try {
    return await readPage(document, page, how);
  } catch (error) {
    if (!(error instanceof PlanError)) throw error;
    const { code, message } = error;
    if (code === 'worker-lost' && again) return attempt(document, page, how, false);
    if (code === 'worker-lost' || code === 'time-exceeded') return { held: { lost: { code, message } } };
    throw error;
  }
}

async function readPage(
  document: PDFDocumentProxy,
  page: number,
  { recognition: { recogniser }, knowledge, layers, turn }: OnePage,
): Promise<Attempted> {
  const found = await pagePicture(document, page + 1, layers);
  if (found === undefined) return { held: 'poor' };
  const read = await readPicture(found.picture, found.dpi, recogniser, knowledge, turn);
  if (read === undefined) return { held: 'blank' };
  if (read.quality < POOR) return { held: 'poor' };
  const { picture: upright, dpi, rules, back, enlarged, ...scanned } = await withCellsAlone(read, recogniser);
  const image = imageOf(upright, dpi);
  const doubted = await withDoubtfulFigures(recogniser, image, scanned.lines, knowledge, enlarged);
  const lines = withCountsTold(knowledge, { dpi, rules, picture: upright, lines: withSemicolonsSeen(image, doubted) });
  const toPage = matrixFrom((x, y) => found.toPage(...back(x, y)));
  return { held: { dpi, height: upright.height, lines, rules, toPage }, turn: scanned.turn };
}
