import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { PlanError } from '../../model/errors.ts';
import type { Letters } from './cipher.ts';
import { OPS } from './engine.ts';
import { type Line, linesOfGlyphs } from './lines.ts';
import { fontOf } from './open.ts';
import { followPainting, type PaintFont, type Painting, type RuledLine } from './paint.ts';
import { facings, type Turn } from './turn.ts';

/** One page: its lines of text and its ruling lines, turned so that most of its writing is upright. */
export interface PaintedPage {
  readonly lines: readonly Line[];
  readonly rules: readonly RuledLine[];
  readonly turn: Turn;
  /** In points, as turned. */
  readonly height: number;
  /** In points, as the page is shown. */
  readonly size: [width: number, height: number];
  /** What is written in other directions. */
  readonly aside: readonly { readonly turn: Turn; readonly lines: readonly Line[] }[];
}

/**
 * Reads one page as it is painted.
 *
 * @throws {PlanError} `file-corrupt`
 */
export async function readPage(
  document: PDFDocumentProxy,
  number: number,
  letters: ReadonlyMap<string, Letters> = new Map(),
): Promise<PaintedPage> {
  let page: PDFPageProxy | undefined;
  try {
    page = await document.getPage(number);
    const painting = await paintingOf(page, letters);
    const { width, height } = page.getViewport({ scale: 1 });
    const [main, ...others] = facings(painting, width, height);
    return {
      lines: linesOfGlyphs(main?.glyphs ?? []),
      rules: main?.rules ?? [],
      turn: main?.turn ?? 0,
      height: main?.height ?? height,
      size: [width, height],
      aside: others.map(({ turn, glyphs }) => ({ turn, lines: linesOfGlyphs(glyphs) })),
    };
  } catch (error) {
    throw new PlanError(
      'file-corrupt',
      'read',
      `Page ${number} of the PDF cannot be read. The file may be damaged: fetch it again.`,
      error,
    );
  } finally {
    page?.cleanup();
  }
}

async function paintingOf(page: PDFPageProxy, letters: ReadonlyMap<string, Letters>): Promise<Painting> {
  // Without annotations: form fields and comments are no part of what is printed.
  const operators = await page.getOperatorList({ annotationMode: 0 });
  const fonts = new Map<string, PaintFont>([['', NO_FONT]]);
  for (let i = 0; i < operators.fnArray.length; i++) {
    const id = operators.fnArray[i] === OPS.setFont ? operators.argsArray[i]?.[0] : undefined;
    if (typeof id === 'string' && !fonts.has(id)) {
      const font = await fontOf(page, id);
      const own = letters.get(id);
      fonts.set(id, own === undefined ? font : { ...font, letters: own });
    }
  }
  const [a = 1, b = 0, c = 0, d = -1, e = 0, f = 0] = page.getViewport({ scale: 1 }).transform;
  return followPainting(operators, [a, b, c, d, e, f], (id) => fonts.get(id) ?? NO_FONT);
}

const NO_FONT: PaintFont = { id: '', name: '', bold: false, encoding: undefined, unit: 0.001 };
