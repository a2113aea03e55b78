import type { PictureBox } from './columns.ts';
import { bordered, cut, type Picture } from './picture.ts';
import type { GreyImage, ImageLayout, RecognisedLine, Recogniser } from './recogniser.ts';

/** A picture as engines take it. */
export const imageOf = ({ width, height, grey }: Picture, dpi: number): GreyImage => ({
  width,
  height,
  data: grey,
  dpi,
});

/** White around a piece that is read alone, and the height of one line, in inches. */
const MARGIN = 0.06;
const ONE_LINE = 0.22;

/**
 * Reads a piece of a picture alone. Places are those of the picture.
 *
 * @param wanted one line or a block of lines; told by its height else
 */
export async function linesIn(
  picture: Picture,
  { x0, y0, x1, y1 }: PictureBox,
  dpi: number,
  recogniser: Recogniser,
  wanted?: ImageLayout,
): Promise<RecognisedLine[]> {
  const margin = Math.ceil(MARGIN * dpi);
  const piece = bordered(cut(picture, x0, y0, x1, y1), margin);
  const layout = wanted ?? (y1 - y0 < ONE_LINE * dpi ? 'line' : 'block');
  const lines = await recogniser.recognise(imageOf(piece, dpi), { layout });
  const [dx, dy] = [x0 - margin, y0 - margin];
  return lines.map((line) => ({
    ...line,
    y: line.y + dy,
    words: line.words.map((word) => ({
      ...word,
      x0: word.x0 + dx,
      x1: word.x1 + dx,
      y0: word.y0 + dy,
      y1: word.y1 + dy,
    })),
  }));
}
