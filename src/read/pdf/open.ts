import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { PlanError } from '../../model/errors.ts';
import { fontEncoding } from '../encoding/font.ts';
import { getDocument, InvalidPDFException, VerbosityLevel } from './engine.ts';
import type { PaintFont } from './paint.ts';

const PACKAGE = dirname(fileURLToPath(import.meta.resolve('pdfjs-dist/package.json')));
const folder = (name: string): string => `${join(PACKAGE, name)}/`;

/** A document into which pdf.js puts the fonts of a page, and that forgets them: nothing is ever drawn. */
const NOWHERE = {
  documentElement: { getElementsByTagName: () => [{ append: () => undefined }] },
  createElement: () => ({ sheet: { cssRules: [], insertRule: () => 0 }, remove: () => undefined }),
};

/** Where letters and lines alone are read, no image is decoded. */
const NO_IMAGES = 1;

/**
 * Opens the bytes of a PDF. Nothing is fetched: character maps and standard fonts come from the pdfjs-dist package.
 *
 * @param largestImage pixels of the largest image that is decoded; none is unless told
 * @throws {PlanError} `file-encrypted`, `file-corrupt`
 */
export async function openPdf(bytes: Uint8Array, largestImage = NO_IMAGES): Promise<PDFDocumentProxy> {
  try {
    return await getDocument({
      // pdf.js takes the memory for itself, which the caller still needs, and refuses Node's Buffer, whose slice is no copy.
      data: new Uint8Array(bytes),
      cMapUrl: folder('cmaps'),
      standardFontDataUrl: folder('standard_fonts'),
      isEvalSupported: false,
      useSystemFonts: false,
      useWorkerFetch: false,
      enableXfa: false,
      stopAtErrors: false,
      // Told that a browser would draw the letters, pdf.js need not compile their outlines: a fifth of all its work.
      disableFontFace: false,
      ownerDocument: NOWHERE,
      maxImageSize: largestImage,
      // Images are decoded into their bytes, not for a screen.
      isOffscreenCanvasSupported: false,
      isImageDecoderSupported: false,
      ...(largestImage === NO_IMAGES ? {} : { wasmUrl: folder('wasm') }),
      verbosity: VerbosityLevel.ERRORS,
    }).promise;
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException') {
      throw new PlanError(
        'file-encrypted',
        'read',
        'The PDF asks for a password. Save a copy without one and ingest that.',
        error,
      );
    }
    const detail = error instanceof InvalidPDFException || error instanceof Error ? error.message : String(error);
    throw new PlanError(
      'file-corrupt',
      'read',
      `The PDF cannot be opened (${detail}). It may be cut short: fetch it again.`,
      error,
    );
  }
}

/** What the painter needs to know of a font; `bold` is told by its name, as Word and browsers write it. */
export async function fontOf(page: PDFPageProxy, id: string): Promise<PaintFont> {
  const font = await new Promise<unknown>((resolve) => page.commonObjs.get(id, resolve));
  const facts: Record<string, unknown> = typeof font === 'object' && font !== null ? { ...fontFacts(font) } : {};
  const name = typeof facts.name === 'string' ? facts.name.replace(/^[A-Z]{6}\+/u, '') : '';
  return {
    id,
    name,
    bold: /bold|black|heavy|demi/iu.test(name),
    encoding: fontEncoding(name),
    unit: Array.isArray(facts.matrix) && typeof facts.matrix[0] === 'number' ? facts.matrix[0] : 0.001,
  };
}

function fontFacts(font: object): { name: unknown; matrix: unknown } {
  return {
    name: 'name' in font ? font.name : undefined,
    matrix: 'fontMatrix' in font ? font.fontMatrix : undefined,
  };
}
