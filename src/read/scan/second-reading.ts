import type { Knowledge } from '../../knowledge/knowledge.ts';
import { withMarksSeen } from './figure-marks.ts';
import type { GreyImage, RecognisedLine, RecognisedWord, Recogniser } from './recogniser.ts';
import { withSignsSeen } from './signs.ts';
import { boxAround } from './words.ts';

/**
 * Figures are read a second time, cut out of their page and by other data: what the engine says of its own sureness does not tell
 * a wrong digit. Where both readings differ, or where the picture has commas that were not read, the figure is doubtful; which is right
 * is for a person to see.
 */

/** Small letters of fewer pixels (14 points at 130 pixels an inch) hold too little to tell 3 from 8. */
const SMALLEST = 11;
/** Height of a digit over that of a small letter. */
const DIGIT = 1.47;
/** White around each line that is cut out, in heights of a small letter; more above and below would be slices of other lines. */
const BESIDE = 0.6;
const ABOVE = 0.3;
/** White between two of them. */
const BETWEEN = 1.5;
/** A word of the second reading is the same where so much of the narrower one lies within the other. */
const SAME_PLACE = 0.5;
const WHITE = 255;

/** White wider than so many heights of a small letter parts a line: what is on its other side is another column. */
const PARTED = 3;

/** Words of a line that are cut out, and where they stand in the picture of all that are. */
interface Cut {
  readonly words: readonly RecognisedWord[];
  /** Its top left on the page, pixels. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Its top in the picture. */
  readonly y: number;
}

/**
 * Lines of one page with doubtful figures marked.
 *
 * @param picture of the page, upright, as the first reading saw it
 * @throws {PlanError} as the recogniser does
 */
export async function withDoubtfulFigures(
  recogniser: Recogniser,
  picture: GreyImage,
  first: readonly RecognisedLine[],
  knowledge: Pick<Knowledge, 'misreadings'>,
): Promise<RecognisedLine[]> {
  const { image, lines } = withSignsSeen(picture, first);
  const cuts = cutsOf(image, lines);
  if (cuts.length === 0) return [...lines];
  const second = await recogniser.recognise(pictureOf(image, cuts), { layout: 'block', reading: 'second' });
  const there = new Map(
    cuts.flatMap((cut) => {
      const words = second.filter((line) => standsIn(line, cut)).flatMap((line) => line.words);
      return cut.words.filter(isFigure).map((word) => [word, { words, cut }] as const);
    }),
  );
  return lines.map((line) => ({
    ...line,
    words: line.words.map((word): RecognisedWord => {
      if (!isFigure(word)) return word;
      const { words, cut } = there.get(word) ?? {};
      const digits = inDigits(knowledge, word.text);
      if (digits !== undefined && cut !== undefined && !isTooSmall(word, line)) {
        const told = { ...word, text: digits, asRead: word.asRead ?? word.text };
        if (isConfirmed(told, words ?? [], cut)) return told;
        // Large rings are of no unit: "O1" is 01, though nothing confirms it.
        if (!NO_RING.test(word.text)) return { ...told, doubtful: true };
      }
      const isDoubtful = ({ text }: RecognisedWord): boolean =>
        isTooSmall(word, line) || cut === undefined || !isConfirmed({ ...word, text }, words ?? [], cut);
      const { doubtful, ...seen } = withMarksSeen(image, word) ?? word;
      // What the picture tells and the second reading too is told twice.
      const isTold = doubtful === undefined || (seen.text !== word.text && !isDoubtful(seen));
      return isTold && !isDoubtful(seen) ? seen : { ...seen, doubtful: true };
    }),
  }));
}

/** A figure in which strokes and rings were read as letters, in digits: "1l" is "11"; undefined for all others. */
function inDigits({ misreadings: { digits } }: Pick<Knowledge, 'misreadings'>, text: string): string | undefined {
  const { before = '', core = '', after = '' } = CORE.exec(text)?.groups ?? {};
  const told = [...core]
    .map((sign) => (/\p{L}/u.test(sign) ? (LIKE.find((digit) => digits[digit]?.includes(sign)) ?? sign) : sign))
    .join('');
  return told !== core && /\p{Nd}/u.test(core) && !/\p{L}/u.test(told) ? before + told + after : undefined;
}
const CORE =
  /^(?<before>[^\p{L}\p{Nd}]*)(?<core>[\p{L}\p{Nd}](?:[\p{L}\p{Nd}.,/-]*[\p{L}\p{Nd}])?)(?<after>[^\p{L}\p{Nd}]*)$/u;
const LIKE = ['0', '1'] as const;
const NO_RING = /[^\P{L}OÓ]/u;

/** The height of a line is measured on all its letters, that of a word on its digits: the larger one counts. */
const isTooSmall = ({ y0, y1 }: RecognisedWord, { xHeight }: RecognisedLine): boolean =>
  Math.max(xHeight, (y1 - y0) / DIGIT) < SMALLEST;

const isFigure = ({ text }: RecognisedWord): boolean => /\p{Nd}/u.test(text);

function cutsOf(image: GreyImage, lines: readonly RecognisedLine[]): Cut[] {
  const cuts: Cut[] = [];
  let y = 0;
  for (const { words, xHeight } of lines.flatMap(partsOf)) {
    if (!words.some(isFigure)) continue;
    const [beside, above] = [Math.ceil(xHeight * BESIDE), Math.ceil(xHeight * ABOVE)];
    const { x0, y0, x1, y1 } = boxAround(words);
    const left = Math.max(0, Math.floor(x0) - beside);
    const top = Math.max(0, Math.floor(y0) - above);
    const right = Math.min(image.width, Math.ceil(x1) + beside);
    const bottom = Math.min(image.height, Math.ceil(y1) + above);
    if (right <= left || bottom <= top) continue;
    y += Math.ceil(xHeight * BETWEEN);
    cuts.push({ words, left, top, width: right - left, height: bottom - top, y });
    y += bottom - top;
  }
  return cuts;
}

/** The parts of a line between wide gaps. */
function partsOf(line: RecognisedLine): RecognisedLine[] {
  const parts: RecognisedWord[][] = [];
  for (const [i, word] of line.words.entries()) {
    const before = line.words[i - 1];
    if (before === undefined || word.x0 - before.x1 > PARTED * line.xHeight) parts.push([]);
    parts.at(-1)?.push(word);
  }
  return parts.map((words) => ({ ...line, words }));
}

/** The lines below each other on white. */
function pictureOf(image: GreyImage, cuts: readonly Cut[]): GreyImage {
  const width = Math.max(...cuts.map((cut) => cut.width));
  const last = cuts.at(-1);
  const height = last === undefined ? 0 : last.y + last.height + (cuts[0]?.y ?? 0);
  const data = new Uint8Array(width * height).fill(WHITE);
  for (const cut of cuts)
    for (let row = 0; row < cut.height; row++) {
      const from = (cut.top + row) * image.width + cut.left;
      data.set(image.data.subarray(from, from + cut.width), (cut.y + row) * width);
    }
  return { width, height, data, dpi: image.dpi };
}

function standsIn({ words }: RecognisedLine, { y, height }: Cut): boolean {
  const middle = words.reduce((sum, { y0, y1 }) => sum + (y0 + y1) / 2, 0) / Math.max(1, words.length);
  return middle >= y && middle <= y + height;
}

/** Whether the words of the second reading at the same place hold the same figures. */
function isConfirmed(word: RecognisedWord, second: readonly RecognisedWord[], cut: Cut): boolean {
  const [x0, x1] = [word.x0 - cut.left, word.x1 - cut.left];
  const there = second
    .filter((other) => {
      const shared = Math.min(x1, other.x1) - Math.max(x0, other.x0);
      return shared >= SAME_PLACE * Math.min(x1 - x0, other.x1 - other.x0);
    })
    .sort((a, b) => a.x0 - b.x0);
  const read = figuresIn(word.text);
  // Dirt beside a word is read as another one, and a line's marks as one over it.
  if (there.some(({ text }) => figuresIn(text) === read)) return true;
  // Words may be parted elsewhere: "1 1" for "11" is another figure, "5%" and "5 %" are not.
  return (
    figuresIn(there.map(({ text }) => text).join('')) === read ||
    figuresIn(there.map(({ text }) => text).join(' ')) === read
  );
}

/** Digits with the marks between them: "1.500" and "1,500" are two figures. */
const figuresIn = (text: string): string => (text.match(/\p{Nd}+(?:[.,/:-]\p{Nd}+)*/gu) ?? []).join(' ');
