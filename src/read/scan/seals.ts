import { linesIn } from './lines-in.ts';
import type { Picture } from './picture.ts';
import type { RecognisedLine, RecognisedWord, Recogniser } from './recogniser.ts';
import { boxAround, surenessOf } from './words.ts';

/** A word stands under a seal where so great a share of it is red. */
const UNDER = 0.04;
/** Such a one that the engine is surer of is right as it is. */
const SURE = 0.9;
/** A second reading is taken where the engine is surer of it by this. */
const SURER = 0.05;

/**
 * Reads lines under a seal once more without the red. Only such as have words already: what is taken out with the red of a
 * signature would be read as letters.
 *
 * @throws {PlanError} as the recogniser does
 */
export async function withoutSeals(
  picture: Picture,
  lines: readonly RecognisedLine[],
  dpi: number,
  recogniser: Recogniser,
): Promise<RecognisedLine[]> {
  const { red } = picture;
  if (red === undefined) return [...lines];
  const grey = picture.grey.map((shade, i) => (red[i] === 1 ? WHITE : shade));
  const bare: Picture = { width: picture.width, height: picture.height, grey };
  const made: RecognisedLine[] = [];
  for (const line of lines) {
    const under = line.words.some((word) => word.confidence < SURE && isUnder(word, picture.width, red));
    made.push(under ? await readAgain(bare, line, dpi, recogniser) : line);
  }
  return made;
}
const WHITE = 255;

function isUnder({ x0, x1, y0, y1 }: RecognisedWord, width: number, red: Uint8Array): boolean {
  let count = 0;
  for (let y = Math.floor(y0); y < y1; y++) for (let x = Math.floor(x0); x < x1; x++) count += red[y * width + x] ?? 0;
  return count > UNDER * Math.max(1, (x1 - x0) * (y1 - y0));
}

async function readAgain(
  bare: Picture,
  line: RecognisedLine,
  dpi: number,
  recogniser: Recogniser,
): Promise<RecognisedLine> {
  const again = await linesIn(bare, boxAround(line.words), dpi, recogniser, 'line');
  const [only] = again;
  if (only === undefined || again.length > 1) return line;
  return surenessOf(only.words) > surenessOf(line.words) + SURER ? { ...only, xHeight: line.xHeight } : line;
}
