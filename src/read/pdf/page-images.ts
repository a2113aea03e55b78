import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { drawn, type Move, type Picture, type Pixels, pictureOf } from '../scan/picture.ts';
import { OPS } from './engine.ts';
import { apply, IDENTITY, inverseOf, isObject, type Matrix, matrixOf, multiply, num } from './matrix.ts';
import { operatorsOf } from './operators.ts';
import type { PageBox } from './paint.ts';
import type { Layers } from './sheet.ts';

/** The picture of a page: its own large image, or several put together. */
export interface PagePicture {
  readonly picture: Picture;
  /** Pixels an inch. */
  readonly dpi: number;
  /** Where a place of the picture is on the page, in points from its top left as it is shown. */
  readonly toPage: Move;
}

/** An image as it is painted on a page. */
interface PlacedImage extends PageBox {
  /** Under which pdf.js holds it. */
  readonly id: string;
  readonly width: number;
  readonly height: number;
  /** Black where it is painted, and nothing elsewhere. */
  readonly mask: boolean;
  /** Pixels, from the top left, to points. */
  readonly matrix: Matrix;
}

/** Pixels of the largest image that is read. */
export const LARGEST_IMAGE = 40_000_000;
/** More dots an inch than this are no use: they are taken together. */
const MOST_DOTS = 420;
/** An image that is much smaller than its page is no image of it. */
const LEAST_SHARE = 0.004;
/** Images of one scan have nearly as many dots an inch. */
const ALIKE = 1.3;
/** A part of a scan lies beside the others, not over them. */
const OVER = 0.1;
/** Pixels are square within this. */
const SQUARE = 0.03;
/** Scanned paper is hardly longer than A3, in points; pages that claim more have other points than those of paper. */
const LONGEST = 1230;
const A4 = 841.9;

/**
 * The picture of a page, as it is shown.
 *
 * @param document opened with images
 * @returns undefined where no image can be decoded
 */
export async function pagePicture(
  document: PDFDocumentProxy,
  number: number,
  layers: Layers,
): Promise<PagePicture | undefined> {
  const page = await document.getPage(number);
  try {
    const [width, height] = sizeOf(page);
    const images = scanOf(await imagesOf(page, number, layers), width * height);
    const [main] = images;
    if (main === undefined) return undefined;
    const dots = dotsOf(main) * paperScale(width, height);
    const step = dots > MOST_DOTS ? Math.round(dots / 300) : 1;
    const decoded: Decoded[] = [];
    for (const image of images) {
      const pixels = await pixelsOf(page, image);
      if (pixels !== undefined) decoded.push({ image, picture: pictureOf(pixels, step), step });
    }
    const [first] = decoded;
    if (first === undefined) return undefined;
    return {
      ...(decoded.length === 1 && isStraight(first.image) ? asItIs(first) : putTogether(decoded)),
      dpi: dots / step,
    };
  } finally {
    page.cleanup();
  }
}

/** Points of a page that is larger than scanned paper are no points of paper: it is taken for A4. */
export const paperScale = (width: number, height: number): number => {
  const longer = Math.max(width, height);
  return longer > LONGEST ? longer / A4 : 1;
};

function sizeOf(page: PDFPageProxy): [number, number] {
  const { width, height } = page.getViewport({ scale: 1 });
  return [width, height];
}

/** Pixels an inch, by the image's longer way. */
function dotsOf({ matrix: [a, b, c, d] }: PlacedImage): number {
  return 72 / Math.sqrt(Math.max(1e-9, Math.hypot(a, b) * Math.hypot(c, d)));
}

const areaOf = ({ x0, y0, x1, y1 }: PageBox): number => Math.max(0, x1 - x0) * Math.max(0, y1 - y0);
const shared = (a: PageBox, b: PageBox): number =>
  areaOf({ x0: Math.max(a.x0, b.x0), y0: Math.max(a.y0, b.y0), x1: Math.min(a.x1, b.x1), y1: Math.min(a.y1, b.y1) });

/** The images that make up the scan: the one with the most pixels, and those like it that lie beside it. */
function scanOf(images: readonly PlacedImage[], area: number): PlacedImage[] {
  const large = images
    .filter((image) => areaOf(image) >= LEAST_SHARE * area)
    .sort((a, b) => b.width * b.height - a.width * a.height || Number(b.mask) - Number(a.mask));
  const [main] = large;
  if (main === undefined) return [];
  const chosen = [main];
  let pixels = main.width * main.height;
  for (const image of large.slice(1)) {
    const ratio = dotsOf(image) / dotsOf(main);
    if (ratio > ALIKE || ratio < 1 / ALIKE) continue;
    // Masks let through what is between their letters: several may lie over each other.
    if (!(image.mask && main.mask) && chosen.some((other) => shared(other, image) > OVER * areaOf(image))) continue;
    pixels += image.width * image.height;
    if (pixels <= LARGEST_IMAGE) chosen.push(image);
  }
  return chosen;
}

interface Decoded {
  readonly image: PlacedImage;
  readonly picture: Picture;
  readonly step: number;
}

function isStraight({ matrix: [a, b, c, d] }: PlacedImage): boolean {
  return a > 0 && d > 0 && Math.max(Math.abs(b), Math.abs(c)) < 1e-4 * a && Math.abs(a / d - 1) < SQUARE;
}

function asItIs({ image: { matrix }, picture, step }: Decoded): Omit<PagePicture, 'dpi'> {
  return { picture, toPage: (x, y) => apply(matrix, x * step, y * step) };
}

/** Paints images on one white sheet, as the page shows them. */
function putTogether(decoded: readonly Decoded[]): Omit<PagePicture, 'dpi'> {
  const x0 = Math.min(...decoded.map(({ image }) => image.x0));
  const y0 = Math.min(...decoded.map(({ image }) => image.y0));
  const x1 = Math.max(...decoded.map(({ image }) => image.x1));
  const y1 = Math.max(...decoded.map(({ image }) => image.y1));
  const [main] = decoded;
  const point = main === undefined ? 1 : (72 / dotsOf(main.image)) * main.step;
  const scale = Math.max(point, Math.sqrt(((x1 - x0) * (y1 - y0)) / LARGEST_IMAGE));
  const width = Math.max(1, Math.round((x1 - x0) / scale));
  const height = Math.max(1, Math.round((y1 - y0) / scale));
  const toPage: Move = (x, y) => [x0 + x * scale, y0 + y * scale];
  const made = decoded.map(({ image, picture, step }) => {
    const inverse = inverseOf(image.matrix);
    const [a, b, c, d] = inverse;
    const each = scale / step;
    return drawn(picture, width, height, [a * each, b * each, c * each, d * each], (x, y) => {
      const [px, py] = apply(inverse, ...toPage(x, y));
      return [px / step, py / step];
    });
  });
  return { picture: made.reduce(darker), toPage };
}

function darker(one: Picture, other: Picture): Picture {
  const { width, height, grey, red } = one;
  other.grey.forEach((shade, i) => {
    if (shade < (grey[i] ?? 255)) grey[i] = shade;
  });
  const reds = red ?? other.red;
  if (red !== undefined && other.red !== undefined)
    other.red.forEach((is, i) => {
      if (is === 1) red[i] = 1;
    });
  return { width, height, grey, ...(reds && { red: reds }) };
}

/** How far the painting of a page has come. */
interface Walk {
  ctm: Matrix;
  readonly stack: Matrix[];
  /** Of each marked content that is open, whether its layer is off. */
  readonly hidden: boolean[];
  annotation: boolean;
  readonly layers: Layers;
  readonly images: PlacedImage[];
}

/** All images that a page paints itself, where they come to stand. */
async function imagesOf(page: PDFPageProxy, number: number, layers: Layers): Promise<PlacedImage[]> {
  const { fnArray, argsArray } = await operatorsOf(page, number);
  const ctm = matrixOf(page.getViewport({ scale: 1 }).transform);
  const walk: Walk = { ctm, stack: [], hidden: [], annotation: false, layers, images: [] };
  fnArray.forEach((operator, i) => {
    const args = argsArray[i];
    STEPS.get(operator)?.(walk, Array.isArray(args) ? args : []);
  });
  return walk.images;
}

function putAside(walk: Walk): void {
  walk.stack.push(walk.ctm);
}
function takeUp(walk: Walk): void {
  walk.ctm = walk.stack.pop() ?? walk.ctm;
}
function move(walk: Walk, matrix: unknown): void {
  walk.ctm = multiply(walk.ctm, matrixOf(matrix));
}
const inAnnotation =
  (is: boolean) =>
  (walk: Walk): void => {
    walk.annotation = is;
  };

const STEPS: ReadonlyMap<number, (walk: Walk, args: readonly unknown[]) => void> = new Map([
  [OPS.save, putAside],
  [OPS.restore, takeUp],
  [OPS.endGroup, takeUp],
  [OPS.paintFormXObjectEnd, takeUp],
  [OPS.transform, move],
  [
    OPS.paintFormXObjectBegin,
    (walk: Walk, [matrix]: readonly unknown[]) => {
      putAside(walk);
      move(walk, matrix);
    },
  ],
  [
    OPS.beginGroup,
    (walk: Walk, [group]: readonly unknown[]) => {
      putAside(walk);
      if (isObject(group) && group.matrix) move(walk, group.matrix);
    },
  ],
  [OPS.beginAnnotation, inAnnotation(true)],
  [OPS.endAnnotation, inAnnotation(false)],
  [OPS.beginMarkedContent, (walk: Walk) => void walk.hidden.push(false)],
  [
    OPS.beginMarkedContentProps,
    ({ hidden, layers }: Walk, [tag, property]: readonly unknown[]) =>
      void hidden.push((isObject(tag) ? tag.name : tag) === 'OC' && !layers.isVisible(property)),
  ],
  [OPS.endMarkedContent, ({ hidden }: Walk) => void hidden.pop()],
  [OPS.paintImageXObject, (walk: Walk, args: readonly unknown[]) => place(walk, args, IDENTITY, false)],
  [OPS.paintImageMaskXObject, (walk: Walk, [mask]: readonly unknown[]) => place(walk, mask, IDENTITY, true)],
  [
    OPS.paintImageMaskXObjectGroup,
    (walk: Walk, [masks]: readonly unknown[]) => {
      for (const mask of Array.isArray(masks) ? masks : [])
        if (isObject(mask)) place(walk, mask, matrixOf(mask.transform), true);
    },
  ],
]);

function place({ ctm, hidden, annotation, images }: Walk, of: unknown, more: Matrix, mask: boolean): void {
  const found = imageOf(of);
  if (found === undefined || annotation || hidden.includes(true)) return;
  const { width, height } = found;
  // An image fills the unit square, its first row on top.
  const matrix = multiply(multiply(ctm, more), [1 / width, 0, 0, -1 / height, 0, 1]);
  const corners = [[0, 0] as const, [width, 0] as const, [0, height] as const, [width, height] as const].map(([x, y]) =>
    apply(matrix, x, y),
  );
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  const box = { x0: Math.min(...xs), y0: Math.min(...ys), x1: Math.max(...xs), y1: Math.max(...ys) };
  images.push({ ...found, ...box, mask, matrix });
}

function imageOf(of: unknown): Pick<PlacedImage, 'id' | 'width' | 'height'> | undefined {
  const [id, width, height] = Array.isArray(of) ? of : isObject(of) ? [of.data, of.width, of.height] : [];
  if (typeof id !== 'string' || num(width) < 1 || num(height) < 1) return undefined;
  return { id, width: num(width), height: num(height) };
}

/** The pixels of an image, which pdf.js decodes while it goes over the page. */
async function pixelsOf(page: PDFPageProxy, image: PlacedImage): Promise<Pixels | undefined> {
  const held = image.id.startsWith('g_') ? page.commonObjs : page.objs;
  const object = await new Promise<unknown>((resolve) => held.get(image.id, resolve));
  if (!isObject(object)) return undefined;
  const { data, kind } = object;
  const [width, height] = [num(object.width), num(object.height)];
  if (!(data instanceof Uint8Array || data instanceof Uint8ClampedArray) || width < 1 || height < 1) return undefined;
  const channels = image.mask ? 0 : CHANNELS.get(num(kind));
  return channels === undefined ? undefined : { width, height, data, channels };
}

/** By the kinds of pdf.js: eight pixels a byte, three bytes a pixel, four. */
const CHANNELS: ReadonlyMap<number, Pixels['channels']> = new Map([
  [1, 0],
  [2, 3],
  [3, 4],
]);
