import type { Limits } from '../../model/block.ts';
import { PlanError } from '../../model/errors.ts';
import { drawn, type Picture } from '../scan/picture.ts';
import { formatOf, isImageType } from '../sniff.ts';
import { checkClaims } from './claims.ts';
import { pdfOfImages } from './image-file.ts';
import { apply, inverseOf, matrixFrom } from './matrix.ts';
import { openPdf } from './open.ts';
import { LARGEST_IMAGE, type PagePicture, pagePicture } from './page-images.ts';
import { layersOf } from './sheet.ts';

/** One page of a document, for those who show it. */
export interface PageView {
  /** As it is shown, in points. */
  readonly width: number;
  readonly height: number;
  /** What the image of the page shows of it; absent where it was not asked for, or the page is no image. */
  readonly picture?: Picture;
}

/** An image is the page's own where it covers so great a share of it. */
const COVERING = 0.5;

/**
 * The PDF of a document that has pages: its own, or one made of its pictures.
 *
 * @throws {PlanError} `format-unsupported` where it has none, `file-too-large`, and what tells its format throws
 */
export async function pdfWithin(bytes: Uint8Array, limits: Limits): Promise<Uint8Array> {
  const format = await formatOf(bytes);
  if (format === 'pdf') {
    checkClaims(bytes, limits);
    return bytes;
  }
  if (isImageType(format)) return pdfOfImages(bytes, format, limits);
  throw new PlanError(
    'format-unsupported',
    'read',
    'Pages are shown of PDFs and pictures; this document is neither, and has none.',
  );
}

/**
 * @param number from 1
 * @param longest pixels of the longer side of its picture, where that is wanted
 * @returns undefined where the document has fewer pages
 * @throws {PlanError} `file-encrypted`, `file-corrupt`
 */
export async function pageView(pdf: Uint8Array, number: number, longest?: number): Promise<PageView | undefined> {
  const document = await openPdf(pdf, longest === undefined ? undefined : LARGEST_IMAGE);
  try {
    if (number > document.numPages) return undefined;
    const page = await document.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    const found = longest === undefined ? undefined : await pagePicture(document, number, await layersOf(document));
    if (longest === undefined || found === undefined) return { width, height };
    const picture = onPage(found, width, height, longest / Math.max(width, height));
    return { width, height, ...(picture === undefined ? {} : { picture }) };
  } finally {
    await document.loadingTask.destroy();
  }
}

/** The whole page with its picture where it stands. */
function onPage({ picture, toPage }: PagePicture, width: number, height: number, scale: number): Picture | undefined {
  const inverse = inverseOf(matrixFrom(toPage));
  const [a, b, c, d] = inverse;
  const pixels = width * height * Math.abs(a * d - b * c);
  if (picture.width * picture.height < COVERING * pixels) return undefined;
  return drawn(
    picture,
    Math.max(1, Math.round(width * scale)),
    Math.max(1, Math.round(height * scale)),
    [a / scale, b / scale, c / scale, d / scale],
    (x, y) => apply(inverse, x / scale, y / scale),
  );
}

/** Width and height of each page as it is shown, in points. @throws {PlanError} as `pageView` */
export async function pageSizes(pdf: Uint8Array): Promise<readonly Pick<PageView, 'width' | 'height'>[]> {
  const document = await openPdf(pdf);
  try {
    const sizes: Pick<PageView, 'width' | 'height'>[] = [];
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      const { width, height } = page.getViewport({ scale: 1 });
      sizes.push({ width, height });
      page.cleanup();
    }
    return sizes;
  } finally {
    await document.loadingTask.destroy();
  }
}
