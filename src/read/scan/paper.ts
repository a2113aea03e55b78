import type { Picture } from './picture.ts';

/** Shades below that of the paper in which its grain is measured. */
const NEAR = 40;
/** How far below its paper grain reaches, in its own deviations, and in shades at least. */
const DEVIATIONS = 2.5;
const LEAST = 3;
const WHITE = 255;

/**
 * A picture on white paper: what is no darker than the grain of the paper is white, and other shades lie between as they lay. Patches
 * that are painted over, and white around what is cut out, are seen on grey paper, and engines read worse beside them.
 */
export function onWhite(picture: Picture): Picture {
  const counts = new Uint32Array(WHITE + 1);
  for (const shade of picture.grey) counts[shade] = (counts[shade] ?? 0) + 1;
  const paper = middleOf(counts, picture.grey.length);
  let [near, squares] = [0, 0];
  for (let shade = Math.max(0, paper - NEAR); shade <= paper; shade++) {
    near += counts[shade] ?? 0;
    squares += (counts[shade] ?? 0) * (shade - paper) ** 2;
  }
  const white = paper - Math.max(LEAST, DEVIATIONS * Math.sqrt(squares / Math.max(1, near)));
  // Most of it is dark: no paper.
  if (white < WHITE / 2 || (paper === WHITE && squares === 0)) return picture;
  const shades = Uint8Array.from(counts, (_, shade) => Math.min(WHITE, Math.round((shade * WHITE) / white)));
  return { ...picture, grey: picture.grey.map((shade) => shades[shade] ?? WHITE) };
}

/** The shade of which as many pixels are darker as are paler: of a page, its paper. */
function middleOf(counts: Uint32Array, pixels: number): number {
  let darker = 0;
  for (const [shade, count] of counts.entries()) {
    darker += count;
    if (darker * 2 > pixels) return shade;
  }
  return WHITE;
}
