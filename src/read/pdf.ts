import { OPS, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Block, Issue, Limits, ReadResult } from '../model/block.ts';
import { PlanError } from '../model/errors.ts';
import { cellBlocks, paragraphBlock } from './pdf/blocks.ts';
import { furnish } from './pdf/furniture.ts';
import type { Part } from './pdf/layout.ts';
import { type Line, linesOf } from './pdf/lines.ts';
import { fontOf, openPdf } from './pdf/open.ts';
import { framed, partsOfPage } from './pdf/page.ts';
import { joinedParagraph } from './pdf/page-break.ts';
import { followPainting, type PaintFont, type Painting, type Rule } from './pdf/paint.ts';
import { settingsOf } from './pdf/paragraphs.ts';
import { continued } from './pdf/tables.ts';

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

const NO_FONT: PaintFont = { id: '', name: '', bold: false, italic: false, unit: 0.001 };

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
  const issues: Issue[] = bare.map((page) => ({
    code: 'page-without-text',
    message: `Page ${page} holds no text.`,
    page,
  }));
  return {
    mediaType: 'application/pdf',
    blocks: blocksOf(sheets),
    pages: sheets.length,
    ...(title === undefined ? {} : { title }),
    issues,
  };
}

function blocksOf(sheets: readonly Sheet[]): Block[] {
  const furnished = furnish(
    sheets.map((s) => s.lines),
    sheets.map((s) => s.height),
  );
  const pages = sheets.map((sheet, i) => framed(furnished[i]?.text ?? [], sheet.rules, i + 1));
  const settings = settingsOf(pages.map((p) => p.text));
  const parts: (Part | Block)[] = [];
  sheets.forEach((sheet, i) => {
    const furniture = furnished[i]?.furniture ?? [];
    const [page, setting] = [pages[i], settings[i]];
    const made = page === undefined || setting === undefined ? [] : partsOfPage(page, setting);
    const head = furniture.filter((f) => f.line.y < sheet.height / 2);
    const foot = furniture.filter((f) => f.line.y >= sheet.height / 2);
    const block = (f: (typeof furniture)[number]) => paragraphBlock([{ line: f.line, page: i + 1 }], f.kind);
    const first = made[0];
    const at = parts.findLastIndex((p) => 'lines' in p || 'rows' in p);
    const last = parts[at];
    if (last !== undefined && 'rows' in last && first !== undefined && 'rows' in first) {
      const more = continued(last, first);
      if (more !== undefined) {
        parts[at] = more.table;
        made.shift();
        for (const row of more.repeated) {
          parts.push(
            paragraphBlock(
              row.cells.flatMap((c) => c.lines),
              'page-header',
            ),
          );
        }
      }
    } else if (last !== undefined && 'lines' in last && first !== undefined && 'lines' in first) {
      const joined = joinedParagraph(last, first);
      if (joined !== undefined) {
        parts[at] = joined;
        made.shift();
      }
    }
    parts.push(...head.map(block), ...made, ...foot.map(block));
  });
  let tables = 0;
  return parts.flatMap((part) => {
    if ('rows' in part) return cellBlocks(part, tables++);
    return 'lines' in part ? [paragraphBlock(part.lines)] : [part];
  });
}
