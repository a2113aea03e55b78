import type { Picture } from './picture.ts';
import type { GreyImage } from './recogniser.ts';

/** What is darker than this is ink: between the paper and the darkest that stands on it. */
export interface Shades {
  /** For letters. */
  readonly letters: number;
  /** For thin lines, which are paler than letters. */
  readonly lines: number;
  /** Share of the picture that is darker than `letters`. */
  readonly share: number;
}

/** As much of a page is as dark as its ink, at the least. */
const DARKEST = 0.004;
/** How far from the ink to the paper. */
const LETTERS = 0.55;
const LINES = 0.7;
/** Paper and ink differ at least by this. */
const CONTRAST = 40;

/** Tells ink from paper by how often each shade is there. */
export function shadesOf({ grey }: Picture): Shades {
  const counts = new Uint32Array(256);
  for (const shade of grey) counts[shade] = (counts[shade] ?? 0) + 1;
  const shadeAt = (share: number): number => {
    let left = share * grey.length;
    for (let shade = 0; shade < 256; shade++) {
      left -= counts[shade] ?? 0;
      if (left < 0) return shade;
    }
    return 255;
  };
  const paper = shadeAt(0.6);
  const ink = Math.min(shadeAt(DARKEST), paper - CONTRAST);
  const letters = Math.max(0, ink + LETTERS * (paper - ink));
  let dark = 0;
  for (let shade = 0; shade < letters; shade++) dark += counts[shade] ?? 0;
  return { letters, lines: Math.max(0, ink + LINES * (paper - ink)), share: dark / Math.max(1, grey.length) };
}

/** Where a part of an image has ink: 1 there, 0 elsewhere. The part lies within the image. */
export function inkAround(image: GreyImage, left: number, top: number, width: number, height: number): Uint8Array {
  const shades = new Uint8Array(width * height);
  for (let row = 0; row < height; row++) {
    const from = (top + row) * image.width + left;
    shades.set(image.data.subarray(from, from + width), row * width);
  }
  const ink = darkest(shades);
  return shades.map((shade) => (shade <= ink ? 1 : 0));
}

/** The darkest shades and the others, where both groups are the farthest apart (Otsu 1979): the last shade of ink. */
function darkest(shades: Uint8Array): number {
  const counts = new Uint32Array(256);
  for (const shade of shades) counts[shade] = (counts[shade] ?? 0) + 1;
  const sum = counts.reduce((all, count, shade) => all + count * shade, 0);
  let [dark, darkSum, best, ink] = [0, 0, -1, 0];
  for (const [shade, count] of counts.entries()) {
    dark += count;
    darkSum += count * shade;
    const light = shades.length - dark;
    if (dark === 0 || light === 0) continue;
    const apart = dark * light * (darkSum / dark - (sum - darkSum) / light) ** 2;
    if (apart > best) [best, ink] = [apart, shade];
  }
  return ink;
}
