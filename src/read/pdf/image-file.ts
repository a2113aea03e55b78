import { deflateSync } from 'node:zlib';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Limits, ReadResult } from '../../model/block.ts';
import { PlanError } from '../../model/errors.ts';
import { type FileImage, jpegOf, pngOf, tiffOf } from '../scan/image-formats.ts';
import type { Recognition } from '../scan/recognition.ts';
import type { ImageType } from '../sniff.ts';
import { readPdf } from './pdf.ts';

/** Dots an inch that a scanner may have; programs that know none write 72 or 96. */
const [FEWEST, MOST] = [97, 1300];
/** Long side of a page in points where nothing tells its size: A4. */
const LONG = 841.9;

/**
 * Reads an image file as a document. It is put into a PDF, a page for each image, so that everything that holds for
 * scanned pages of PDFs holds for it.
 *
 * @throws {PlanError} `file-corrupt`, `file-too-large`, and what reading a PDF throws
 */
export async function readImageFile(
  bytes: Uint8Array,
  type: ImageType,
  limits: Limits,
  knowledge: Knowledge,
  recognition: Recognition,
): Promise<ReadResult> {
  // Elsewhere there is the picture, not the PDF of it.
  const { apart: _, ...here } = recognition;
  const read = await readPdf(pdfOfImages(bytes, type, limits), limits, knowledge, { ...here, mode: 'force' });
  return { ...read, mediaType: type };
}

/**
 * A PDF of the pictures of a file, each on a page of its own size.
 *
 * @throws {PlanError} `file-corrupt`, `file-too-large`
 */
export const pdfOfImages = (bytes: Uint8Array, type: ImageType, limits: Limits): Uint8Array =>
  pdfOf(imagesOf(bytes, type, limits));

function imagesOf(bytes: Uint8Array, type: ImageType, limits: Limits): FileImage[] {
  try {
    if (type === 'image/jpeg') return [jpegOf(bytes)];
    return type === 'image/png' ? [pngOf(bytes, packed)] : tiffOf(bytes, limits.maxPages, packed);
  } catch (error) {
    if (error instanceof PlanError) throw error;
    throw new PlanError(
      'file-corrupt',
      'read',
      'The picture cannot be opened. It may be cut short, or of a kind that is not read: save it as PNG, or fetch it again.',
      error,
    );
  }
}

const packed = (data: Uint8Array): Uint8Array => deflateSync(data, { level: 1 });

/** A PDF of images, each on a page of its own size. */
function pdfOf(images: readonly FileImage[]): Uint8Array {
  const parts: Uint8Array[] = [];
  const places: number[] = [];
  let length = 0;
  const write = (part: Uint8Array | string): void => {
    const bytes = typeof part === 'string' ? Buffer.from(part, 'latin1') : part;
    parts.push(bytes);
    length += bytes.length;
  };
  const object = (head: string, data?: Uint8Array): void => {
    places.push(length);
    write(`${places.length} 0 obj\n${head}\n`);
    if (data !== undefined) {
      write('stream\n');
      write(data);
      write('\nendstream\n');
    }
    write('endobj\n');
  };
  write('%PDF-1.7\n');
  object('<< /Type /Catalog /Pages 2 0 R >>');
  const kids = images.map((_, i) => `${3 + i * 3} 0 R`).join(' ');
  object(`<< /Type /Pages /Kids [${kids}] /Count ${images.length} >>`);
  for (const [i, { width, height, dpi, entries, data }] of images.entries()) {
    const known = dpi !== undefined && dpi >= FEWEST && dpi <= MOST;
    const point = known ? 72 / dpi : LONG / Math.max(width, height);
    const [w, h] = [width * point, height * point].map((side) => side.toFixed(3));
    const [content, image] = [4 + i * 3, 5 + i * 3];
    object(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${w} ${h}] /Contents ${content} 0 R /Resources << /XObject << /I ${image} 0 R >> >> >>`,
    );
    const paint = Buffer.from(`q ${w} 0 0 ${h} 0 0 cm /I Do Q`, 'latin1');
    object(`<< /Length ${paint.length} >>`, paint);
    object(
      `<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} ${entries} /Length ${data.length} >>`,
      data,
    );
  }
  const xref = length;
  write(`xref\n0 ${places.length + 1}\n0000000000 65535 f \n`);
  for (const place of places) write(`${String(place).padStart(10, '0')} 00000 n \n`);
  write(`trailer\n<< /Size ${places.length + 1} /Root 1 0 R >>\nstartxref\n${xref}\n%%EOF\n`);
  return Buffer.concat(parts);
}
