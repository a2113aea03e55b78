import { decode as decodePng } from 'fast-png';
import utif, { type IFD } from 'utif2';
import { PlanError } from '../../model/errors.ts';

/** An image as a PDF takes it. */
export interface FileImage {
  readonly width: number;
  readonly height: number;
  /** Dots an inch that the file tells; undefined where it tells none. */
  readonly dpi: number | undefined;
  /** Entries of the dictionary of a PDF's image, beside its size. */
  readonly entries: string;
  readonly data: Uint8Array;
}

type Pack = (data: Uint8Array) => Uint8Array;

/** Pixels of the largest image that is read. */
const LARGEST = 40_000_000;
const INCH = 0.0254;

function checkPixels(width: number, height: number): void {
  if (width * height <= LARGEST) return;
  throw new PlanError(
    'file-too-large',
    'read',
    `The picture has ${Math.round((width * height) / 1e6)} million pixels; at most ${LARGEST / 1e6} million are read. Save it at 300 dots an inch.`,
  );
}

const raw = (channels: 1 | 3): string =>
  `/ColorSpace /${channels === 1 ? 'DeviceGray' : 'DeviceRGB'} /BitsPerComponent 8 /Filter /FlateDecode`;

/** Start of the image header of a PNG, and of its width and height. */
const PNG_SIZE = 16;

export function pngOf(bytes: Uint8Array, pack: Pack): FileImage {
  const head = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  checkPixels(head.getUint32(PNG_SIZE), head.getUint32(PNG_SIZE + 4));
  const { width, height, data, channels, depth, palette, resolution } = decodePng(bytes);
  const isMetric = resolution?.unit === 1;
  const dpi = isMetric ? resolution.x * INCH : undefined;
  const level = (value: number): number =>
    depth === 16 ? value >> 8 : depth < 8 ? (value * 255) / (2 ** depth - 1) : value;
  const sample = samplesOf(data, width * channels, depth);
  const colours = palette === undefined ? channels : 3;
  const made = new Uint8Array(width * height * (colours < 3 ? 1 : 3));
  for (let i = 0, to = 0; i < width * height; i++) {
    const at = i * channels;
    if (palette !== undefined) {
      const [r = 255, g = 255, b = 255, a = 255] = palette[sample(at)] ?? [];
      for (const one of [r, g, b]) made[to++] = onWhite(one, a);
      continue;
    }
    const alpha = channels % 2 === 0 ? level(sample(at + channels - 1)) : 255;
    for (let c = 0; c < (colours < 3 ? 1 : 3); c++) made[to++] = onWhite(level(sample(at + c)), alpha);
  }
  return { width, height, dpi, entries: raw(colours < 3 ? 1 : 3), data: pack(made) };
}

const onWhite = (value: number, alpha: number): number => 255 - ((255 - value) * alpha) / 255;

/** Samples of less than a byte stand several in one, each row from a byte on. */
function samplesOf(data: ArrayLike<number>, perRow: number, depth: number): (i: number) => number {
  if (depth >= 8) return (i) => data[i] ?? 0;
  const rowBytes = Math.ceil((perRow * depth) / 8);
  const mask = 2 ** depth - 1;
  return (i) => {
    const [row, at] = [Math.floor(i / perRow), i % perRow];
    const bit = at * depth;
    return ((data[row * rowBytes + (bit >> 3)] ?? 0) >> (8 - depth - (bit & 7))) & mask;
  };
}

/** A JPEG as it is: pdf.js decodes it. Its size and its dots an inch stand in its first segments. */
export function jpegOf(bytes: Uint8Array): FileImage {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let dpi: number | undefined;
  for (let at = 2; at + 9 < bytes.length; ) {
    if (view.getUint8(at) !== 0xff) {
      at++;
      continue;
    }
    const marker = view.getUint8(at + 1);
    if (marker === 0xff || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd9)) {
      at += marker === 0xff ? 1 : 2;
      continue;
    }
    const length = view.getUint16(at + 2);
    if (marker === 0xe0 && length >= 14 && view.getUint32(at + 4) === JFIF) {
      const unit = view.getUint8(at + 11);
      const across = view.getUint16(at + 12);
      if (unit === 1 || unit === 2) dpi = unit === 1 ? across : across * 2.54;
    }
    if (isFrame(marker)) {
      const [height, width] = [view.getUint16(at + 5), view.getUint16(at + 7)];
      checkPixels(width, height);
      const components = view.getUint8(at + 9);
      const space = components === 1 ? 'DeviceGray' : components === 4 ? 'DeviceCMYK' : 'DeviceRGB';
      // Programs that write four inks into a JPEG write them inverted.
      const inverted = components === 4 ? '/Decode [1 0 1 0 1 0 1 0]' : '';
      const entries = `/ColorSpace /${space} /BitsPerComponent 8 /Filter /DCTDecode ${inverted}`;
      return { width, height, dpi, entries, data: bytes };
    }
    at += 2 + length;
  }
  throw new Error('The JPEG has no frame.');
}
const JFIF = 0x4a464946;

/** Markers of frames; three of their row begin tables. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

/** Tags of a TIFF. */
const [SUBFILE, WIDTH, HEIGHT, RESOLUTION, UNIT] = ['t254', 't256', 't257', 't282', 't296'] as const;
/** Bit of the kind of an image that is a smaller one of another. */
const REDUCED = 1;

/** The pages of a TIFF. */
export function tiffOf(bytes: Uint8Array, maxPages: number, pack: Pack): FileImage[] {
  const buffer = new Uint8Array(bytes).buffer;
  const pages = utif
    .decode(buffer)
    .filter((page) => numberOf(page, WIDTH) > 0 && (numberOf(page, SUBFILE) & REDUCED) === 0);
  if (pages.length === 0) throw new Error('The TIFF has no image.');
  if (pages.length > maxPages) {
    throw new PlanError(
      'file-too-large',
      'read',
      `The picture has ${pages.length} pages, more than the ${maxPages} allowed. Raise --max-pages or split the file.`,
    );
  }
  return pages.map((page) => {
    checkPixels(numberOf(page, WIDTH), numberOf(page, HEIGHT));
    utif.decodeImage(buffer, page);
    const made = pageOf(page, utif.toRGBA8(page), pack);
    // Its pixels are packed now: those of many pages would fill the memory.
    page.data = new Uint8Array();
    return made;
  });
}

function pageOf(page: IFD, rgba: Uint8Array, pack: Pack): FileImage {
  const { width, height } = page;
  if (rgba.length < width * height * 4) throw new Error('The TIFF is cut short.');
  let isGrey = true;
  for (let i = 0; i < rgba.length && isGrey; i += 4) isGrey = rgba[i] === rgba[i + 1] && rgba[i] === rgba[i + 2];
  const channels = isGrey ? 1 : 3;
  const made = new Uint8Array(width * height * channels);
  for (let i = 0, to = 0; i < width * height; i++) {
    const alpha = rgba[i * 4 + 3] ?? 255;
    for (let c = 0; c < channels; c++) made[to++] = onWhite(rgba[i * 4 + c] ?? 255, alpha);
  }
  const across = numberOf(page, RESOLUTION);
  const unit = numberOf(page, UNIT);
  const dpi = across > 0 && unit !== 1 ? across * (unit === 3 ? 2.54 : 1) : undefined;
  return { width, height, dpi, entries: raw(channels), data: pack(made) };
}

function numberOf(page: IFD, tag: string): number {
  const value = page[tag];
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return typeof first === 'number' ? first : 0;
}
