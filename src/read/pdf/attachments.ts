import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Limits } from '../../model/block.ts';
import { type AttachedFile, mayHoldFiles, named } from '../attached.ts';
import { composed } from '../encoding/compose.ts';
import { checkClaims } from './claims.ts';
import { isObject } from './matrix.ts';
import { openPdf } from './open.ts';
import { lineText } from './paragraphs.ts';
import { type PaintedPage, readPage } from './sheet.ts';

/** The documents that are attached to a PDF. */
export interface PdfAttachments {
  readonly documents: readonly AttachedFile[];
  /** The PDF is a portfolio whose pages say no more than that. */
  readonly isCover: boolean;
}

/** @throws {PlanError} what reading a PDF throws */
export async function openAttachments(bytes: Uint8Array, limits: Limits): Promise<PdfAttachments> {
  checkClaims(bytes, limits);
  const document = await openPdf(bytes);
  try {
    const { files } = await filesOf(document, mayHoldFiles(bytes));
    const documents = files.filter((file) => !isOther(file));
    return { documents, isCover: documents.length > 0 && (await coversOnly(document)) };
  } finally {
    await document.loadingTask.destroy();
  }
}

/** Files that are attached to a PDF, each under its own name. */
export interface PdfFiles {
  readonly files: readonly AttachedFile[];
  /** There may be more, which cannot be opened. */
  readonly damaged: boolean;
}

/**
 * Those of the file as a whole, then those of its pages.
 *
 * @param lookAtPages whether pages may have some
 */
export async function filesOf(document: PDFDocumentProxy, lookAtPages: boolean): Promise<PdfFiles> {
  const files: unknown[] = [];
  let damaged = false;
  const skip = (): void => {
    damaged = true;
  };
  await document.getAttachments().then((attached: unknown) => {
    if (attached instanceof Map) files.push(...attached.values());
    else if (isObject(attached)) files.push(...Object.values(attached));
  }, skip);
  for (let number = 1; lookAtPages && number <= document.numPages; number++)
    await document
      .getPage(number)
      .then(async (page) => {
        const annotations: readonly unknown[] = await page.getAnnotations({ intent: 'display' });
        for (const one of annotations) if (isObject(one) && one.subtype === 'FileAttachment') files.push(one.file);
        page.cleanup();
      })
      .catch(skip);
  return { files: named(files.map(fileOf)), damaged };
}

function fileOf(file: unknown): AttachedFile {
  const { filename, content } = isObject(file) ? file : {};
  return {
    name: typeof filename === 'string' ? composed(filename) : '',
    bytes: content instanceof Uint8Array ? content : new Uint8Array(),
  };
}

/** Pictures, recordings, data of programs and signatures: no documents. */
const OTHER =
  /\.(?:png|jpe?g|gif|bmp|tiff?|webp|heic|svg|mp[34]|m4[av]|wav|avi|mov|wmv|ttf|otf|woff2?|css|js|joboptions|xml|xsd|xslt?|x?fdf|p7[bcms]|ics|vcf)$/iu;
const PICTURE = /^(?:\u0089PNG|\u00ff\u00d8\u00ff|GIF8)/u;

const isOther = ({ name, bytes }: AttachedFile): boolean =>
  OTHER.test(name.replace(/#\d+$/u, '')) || PICTURE.test(Buffer.from(bytes.subarray(0, 4)).toString('latin1'));

/** A page of a form, and the cover of a portfolio, hold no more letters. */
export const FEW = 1500;
/** A cover that no program wrote may be a line or two. */
const HARDLY_ANY = 200;

/** Whether the pages of a portfolio say only with what to open it. */
export function isCover(sheets: readonly PaintedPage[]): boolean {
  const text = textOf(sheets);
  return text.length <= HARDLY_ANY || (text.length <= FEW && /acrobat|adobe|pdf portfolio/iu.test(text));
}

export const textOf = (sheets: readonly PaintedPage[]): string =>
  sheets.flatMap(({ lines }) => lines.map(lineText)).join(' ');

/** What the file says of itself; nothing where that is damaged. */
export async function infoOf(document: PDFDocumentProxy): Promise<Record<string, unknown>> {
  const metadata: { readonly info: object } = await document.getMetadata().catch(() => ({ info: {} }));
  return { ...metadata.info };
}

async function coversOnly(document: PDFDocumentProxy): Promise<boolean> {
  const info = await infoOf(document);
  if (info.IsCollectionPresent !== true) return false;
  const sheets: PaintedPage[] = [];
  for (let number = 1; number <= document.numPages && textOf(sheets).length <= FEW; number++)
    sheets.push(await readPage(document, number));
  return isCover(sheets);
}
