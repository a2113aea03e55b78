import { OPS, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Block, Issue, Limits, ReadResult } from '../model/block.ts';
import { PlanError } from '../model/errors.ts';
import { paragraphBlock } from './pdf/blocks.ts';
import { furnish } from './pdf/furniture.ts';
import { legible, unicodePages } from './pdf/legible.ts';
import { type Line, linesOf } from './pdf/lines.ts';
import { fontOf, openPdf } from './pdf/open.ts';
import { framed, partsOfPage } from './pdf/page.ts';
import { followPainting, type PaintFont, type Painting, type Rule } from './pdf/paint.ts';
import { settingsOf } from './pdf/paragraphs.ts';
import { type Leaf, storyOf } from './pdf/story.ts';

interface Sheet {
  readonly lines: readonly Line[];
  readonly rules: readonly Rule[];
  readonly height: number;
  readonly images: number;
}

/**
 * Reads a PDF that has a text layer into blocks, with the place of each line on its page.
 *
 * @param bytes the file as received; not changed
 * @throws {PlanError} `file-encrypted`, `file-corrupt`, `file-too-large` (more pages than allowed), `no-text-layer`
 */
export async function readPdf(bytes: Uint8Array, limits: Limits): Promise<ReadResult> {
  const document = await openPdf(bytes);
  try {
    if (document.numPages > limits.maxPages) {
      throw new PlanError(
        'file-too-large',
        'read',
        `The PDF has ${document.numPages} pages, more than the ${limits.maxPages} allowed. Raise the limit or split the file.`,
      );
    }
    const sheets: Sheet[] = [];
    for (let number = 1; number <= document.numPages; number++) sheets.push(await sheetOf(document, number));
    return result(sheets, await titleOf(document));
  } finally {
    await document.loadingTask.destroy();
  }
}

async function sheetOf(document: PDFDocumentProxy, number: number): Promise<Sheet> {
  let page: PDFPageProxy | undefined;
  try {
    page = await document.getPage(number);
    const painting = await paintingOf(page);
    return {
      lines: linesOf(painting.glyphs),
      rules: painting.rules,
      images: painting.images,
      height: page.getViewport({ scale: 1 }).height,
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

async function paintingOf(page: PDFPageProxy): Promise<Painting> {
  // Without annotations: form fields and comments are no part of what is printed.
  const operators = await page.getOperatorList({ annotationMode: 0 });
  const fonts = new Map<string, PaintFont>([['', NO_FONT]]);
  for (let i = 0; i < operators.fnArray.length; i++) {
    const id = operators.fnArray[i] === OPS.setFont ? operators.argsArray[i]?.[0] : undefined;
    if (typeof id === 'string' && !fonts.has(id)) fonts.set(id, await fontOf(page, id));
  }
  const [a = 1, b = 0, c = 0, d = -1, e = 0, f = 0] = page.getViewport({ scale: 1 }).transform;
  return followPainting(operators, [a, b, c, d, e, f], (id) => fonts.get(id) ?? NO_FONT);
}

const NO_FONT: PaintFont = { id: '', name: '', bold: false, italic: false, encoding: undefined, unit: 0.001 };

async function titleOf(document: PDFDocumentProxy): Promise<string | undefined> {
  const { info } = await document.getMetadata();
  const title = 'Title' in info && typeof info.Title === 'string' ? info.Title.normalize('NFC').trim() : '';
  return title === '' ? undefined : title;
}

function result(sheets: readonly Sheet[], title: string | undefined): ReadResult {
  const bare = sheets.flatMap((sheet, i) => (sheet.lines.length === 0 ? [i + 1] : []));
  if (bare.length === sheets.length) {
    throw new PlanError(
      'no-text-layer',
      'read',
      'The PDF holds images only, no text. Run text recognition over it first, or look for the same document as Word or HTML.',
    );
  }
  const unicode = unicodePages(sheets.map((s) => s.lines));
  const pages = unicode.pages.map(legible);
  const junk = new Set(pages.flatMap((page, i) => (page.readable ? [] : [i])));
  if (junk.size + bare.length === sheets.length) {
    throw new PlanError(
      'text-unreadable',
      'read',
      'The letters of the PDF do not read as Vietnamese: its text layer is misread or its character map is broken. Run text recognition over its images, or look for the same document as Word or HTML.',
    );
  }
  const issues: Issue[] = [
    ...bare.map((page) => ({ code: 'page-without-text', message: `Page ${page} holds no text.`, page })),
    ...[...junk].map((i) => ({
      code: 'page-unreadable',
      message: `The letters of page ${i + 1} do not read as Vietnamese; nothing is taken from it.`,
      page: i + 1,
    })),
    ...unicode.issues,
  ];
  return {
    mediaType: 'application/pdf',
    blocks: blocksOf(
      sheets.map((sheet, i) => ({ ...sheet, lines: pages[i]?.lines ?? [] })),
      junk,
    ),
    pages: sheets.length,
    ...(title === undefined ? {} : { title }),
    issues,
  };
}

function blocksOf(sheets: readonly Sheet[], junk: ReadonlySet<number>): Block[] {
  const furnished = furnish(
    sheets.map((s) => s.lines),
    sheets.map((s) => s.height),
  );
  const pages = sheets.map((sheet, i) => framed(furnished[i]?.text ?? [], sheet.rules, i + 1));
  const settings = settingsOf(pages.map((p) => p.text));
  const leaves = sheets.flatMap((sheet, i): Leaf[] => {
    const [page, setting] = [pages[i], settings[i]];
    if (page === undefined || setting === undefined) return [];
    const furniture = furnished[i]?.furniture ?? [];
    const blocks = (of: (y: number) => boolean): Block[] =>
      furniture
        .filter((f) => of(f.line.y))
        .sort((a, b) => a.line.y - b.line.y)
        .map((f) => paragraphBlock([{ line: f.line, page: i + 1 }], f.kind));
    return [
      {
        parts: partsOfPage(page, setting),
        head: blocks((y) => y < sheet.height / 2),
        foot: blocks((y) => y >= sheet.height / 2),
        apart: junk.has(i) || junk.has(i - 1),
      },
    ];
  });
  return storyOf(leaves).map((block) => (junk.has((block.page ?? 0) - 1) ? { ...block, furniture: 'hidden' } : block));
}
