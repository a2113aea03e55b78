import { encode } from 'fast-png';
import type { Limits } from '../../model/block.ts';
import { PlanError } from '../../model/errors.ts';
import { pageView, pdfWithin } from '../../read/pdf/page-view.ts';
import type { Picture } from '../../read/scan/picture.ts';
import { runGuarded } from '../guarded.ts';

/** A page of a document as a picture. */
export interface DrawnPage {
  readonly png: Uint8Array;
  /** The page as it is shown, in points: boxes of records are counted from its top left. */
  readonly width: number;
  readonly height: number;
}

/** Pixels of the longer side of a picture: 188 dots an inch of A4. */
const LONGEST = 2200;
const CAPS = { seconds: 30, clock: 60, memory: 768, most: 64 * 1024 * 1024 };

/**
 * Draws a page as people see it: by poppler's `pdftoppm` where the system has it, else what the image of a scanned page shows.
 *
 * @param number from 1
 * @param env `KEHOACH_PDFTOPPM`: path of the program, or `off` to do without
 * @returns undefined where the document has no such page
 * @throws {PlanError} `format-unsupported` where the document has no pages, or nothing here can draw this one; what reading throws
 */
export async function drawPage(
  bytes: Uint8Array,
  number: number,
  limits: Limits,
  env: NodeJS.ProcessEnv,
): Promise<DrawnPage | undefined> {
  const pdf = await pdfWithin(bytes, limits);
  const view = await pageView(pdf, number);
  if (view === undefined) return undefined;
  const png = (await byProgram(pdf, number, env)) ?? (await byImage(pdf, number));
  if (png !== undefined) return { png, width: view.width, height: view.height };
  throw new PlanError(
    'format-unsupported',
    'read',
    `Page ${number} is no image, and no program draws it here. Install pdftoppm (poppler-utils), or name it by KEHOACH_PDFTOPPM.`,
  );
}

/** Undefined where there is no such program, or it fails on this page. */
async function byProgram(pdf: Uint8Array, number: number, env: NodeJS.ProcessEnv): Promise<Uint8Array | undefined> {
  const program = env.KEHOACH_PDFTOPPM ?? '';
  if (program === 'off') return undefined;
  const page = ['-f', `${number}`, '-l', `${number}`, '-singlefile'];
  const how = ['-png', '-cropbox', '-scale-to', `${LONGEST}`];
  try {
    const ended = await runGuarded(program === '' ? 'pdftoppm' : program, [...page, ...how, '-'], pdf, env, CAPS);
    return 'said' in ended && isPng(ended.said) ? ended.said : undefined;
  } catch {
    return undefined;
  }
}

const isPng = (bytes: Uint8Array): boolean => bytes.length > 8 && bytes[0] === 0x89 && bytes[1] === 0x50;

async function byImage(pdf: Uint8Array, number: number): Promise<Uint8Array | undefined> {
  const picture = (await pageView(pdf, number, LONGEST))?.picture;
  return picture === undefined ? undefined : pngOf(picture);
}

/** In shades of grey, and red where the picture is. */
function pngOf({ width, height, grey, red }: Picture): Uint8Array {
  if (red === undefined) return encode({ width, height, data: grey, channels: 1, depth: 8 });
  const data = new Uint8Array(width * height * 3);
  grey.forEach((shade, i) => {
    const isRed = red[i] === 1;
    data.set(isRed ? [Math.max(shade, 200), shade / 2, shade / 2] : [shade, shade, shade], i * 3);
  });
  return encode({ width, height, data, channels: 3, depth: 8 });
}
