import type { Knowledge } from '../../knowledge/knowledge.ts';
import { withMarksSeen } from './figure-marks.ts';
import { isGrouped, senseOf } from './number-sense.ts';
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
/**
 * Dots an inch under which no figure is sure, whatever its size. Of 641 figures of tables at 110 dots, made larger, 8 were misread, and
 * both readings agreed on 2 of them; of as many at 95 dots 188, and on 22.
 */
const COARSEST = 130;
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
 * @param enlarged how many times larger than it came
 * @throws {PlanError} as the recogniser does
 */
export async function withDoubtfulFigures(
  recogniser: Recogniser,
  picture: GreyImage,
  first: readonly RecognisedLine[],
  knowledge: Pick<Knowledge, 'misreadings'>,
  enlarged = 1,
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
  const isCoarse = image.dpi / enlarged < COARSEST;
  const grouped = lines.some(({ words }) => words.some(({ text }) => isGrouped(text)));
  return lines.map((line) => ({
    ...line,
    words: line.words.map((word, i): RecognisedWord => {
      if (!isFigure(word)) return word;
      const { words = [], cut } = there.get(word) ?? {};
      const told = confirmed(knowledge, image, word, { words, cut, small: isCoarse || isTooSmall(word, line) });
      const sense = senseOf(told.text, { alone: cut?.words.length === 1, grouped });
      const isUnsure = (sense?.doubtful === true && !isReadAs(sense.text, told, words, cut)) || isParted(line, i);
      const whole = sense === undefined ? told : withText(told, sense.text);
      return isUnsure ? { ...whole, doubtful: true } : whole;
    }),
  }));
}

/** What is told of a figure that was read twice. */
interface Twice {
  /** Those of the second reading where it was cut out. */
  readonly words: readonly RecognisedWord[];
  readonly cut: Cut | undefined;
  readonly small: boolean;
}

/** A figure as both readings and its picture tell it. */
function confirmed(
  knowledge: Pick<Knowledge, 'misreadings'>,
  image: GreyImage,
  word: RecognisedWord,
  { words, cut, small }: Twice,
): RecognisedWord {
  const isAgreed = (text: string, others = words): boolean =>
    !small && cut !== undefined && isConfirmed({ ...word, text }, others, cut);
  const digits = inDigits(knowledge, word.text);
  const others = words.map((other) => withText(other, inDigits(knowledge, other.text) ?? other.text));
  if (digits !== undefined) {
    if (isAgreed(digits) || (isBetween(word.text) && isAgreed(digits, others))) return withText(word, digits);
    // Large rings are of no unit: "O1" is 01, though nothing confirms it; nor are letters between digits, or behind those of a year.
    if (isInner(word.text) || !NO_RING.test(word.text)) return { ...withText(word, digits), doubtful: true };
  }
  const { doubtful, ...seen } = withMarksSeen(image, word) ?? word;
  // What the picture tells and the second reading too is told twice.
  const isTold = doubtful === undefined || (seen.text !== word.text && isAgreed(seen.text));
  const isSure =
    isTold &&
    (isAgreed(seen.text) || (digits === undefined && isAgreed(seen.text, others))) &&
    !isMixed(knowledge, seen.text, cut?.words.length === 1);
  return isSure ? seen : { ...seen, doubtful: true };
}

const withText = (word: RecognisedWord, text: string): RecognisedWord =>
  text === word.text ? word : { ...word, text, asRead: word.asRead ?? word.text };

/** A figure in which strokes and rings were read as letters, in digits: "1l" is "11"; undefined for all others. */
function inDigits({ misreadings: { digits } }: Pick<Knowledge, 'misreadings'>, text: string): string | undefined {
  const { before = '', core = '', after = '' } = CORE.exec(text)?.groups ?? {};
  // Between the digits of a number with its marks other letters stand for digits too.
  const like = /\p{Nd}[.,]|[.,]\p{Nd}/u.test(core) ? LIKE_IN_NUMBERS : LIKE;
  const told = [...core]
    .map((sign) => (/[\p{Nd}.,/-]/u.test(sign) ? sign : (like.find((digit) => digits[digit]?.includes(sign)) ?? sign)))
    .join('');
  return told !== core && /\p{Nd}/u.test(core) && !/[^\p{Nd}.,/-]/u.test(told) ? before + told + after : undefined;
}
const CORE =
  /^(?<before>[^\p{L}\p{Nd}]*)(?<core>[\p{L}\p{Nd}](?:[\p{L}\p{Nd}.,/|!-]*[\p{L}\p{Nd}|]|(?<=(?<!\p{Nd})\p{Nd})\])?)(?<after>[^\p{L}\p{Nd}]*)$/u;
const LIKE = ['0', '1'] as const;
const LIKE_IN_NUMBERS = ['0', '1', '5', '8'] as const;
const NO_RING = /[^\P{L}OÓ]/u;
const isBetween = (text: string): boolean => /\p{Nd}[.,]?\p{L}[.,]?\p{Nd}/u.test(text);
/** A letter before a digit, or behind the first three of a year. */
const isInner = (text: string): boolean => /\p{L}[.,]?\p{Nd}|^\P{L}*(?:19|20)\p{Nd}\p{L}\P{L}*$/u.test(text);

/** A figure with a letter that may be one of its digits: "S1" alone, "202i"; or a digit that may be the first letter of an acronym: "7LNCN". */
function isMixed({ misreadings: { digits } }: Pick<Knowledge, 'misreadings'>, text: string, alone: boolean): boolean {
  if (/^\P{L}?(?:\p{Nd}\p{Lu}{3,}|(?:19|20)\p{Nd}\p{L})$/u.test(text) || /^[^[\p{L}]*\p{Nd}\]/u.test(text)) return true;
  const { core = '' } = CORE.exec(text)?.groups ?? {};
  const letters = core.match(/\p{L}/gu) ?? [];
  return (
    alone &&
    letters.length === 1 &&
    /\p{Nd}/u.test(core) &&
    LIKE_IN_NUMBERS.some((digit) => digits[digit]?.includes(letters[0] ?? '') === true)
  );
}

/** Digits of one number stand nearer to the next of them, from their middle, than so many heights of a small letter. */
const ONE_NUMBER = 1.6;

/** Three digits behind others with hardly more than a space between: a number whose point was read as white, or two numbers. */
function isParted({ words, xHeight }: RecognisedLine, at: number): boolean {
  const follows = (one: RecognisedWord | undefined, other: RecognisedWord | undefined): boolean =>
    one !== undefined &&
    other !== undefined &&
    /^[^\p{L}\p{Nd}]?\p{Nd}{1,3}(?:\.\p{Nd}{3})*$/u.test(one.text) &&
    /^\p{Nd}{3}(?!\p{Nd})[\p{Nd}.,]*\P{L}*$/u.test(other.text) &&
    other.x0 - one.x1 <= ONE_NUMBER * xHeight;
  return follows(words[at - 1], words[at]) || follows(words[at], words[at + 1]);
}

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

/** The words of the second reading at the same place. */
function standingAt(word: RecognisedWord, second: readonly RecognisedWord[], cut: Cut): RecognisedWord[] {
  const [x0, x1] = [word.x0 - cut.left, word.x1 - cut.left];
  return second
    .filter((other) => {
      const shared = Math.min(x1, other.x1) - Math.max(x0, other.x0);
      return shared >= SAME_PLACE * Math.min(x1 - x0, other.x1 - other.x0);
    })
    .sort((a, b) => a.x0 - b.x0);
}

/** Whether the words of the second reading at the same place hold the same figures. */
function isConfirmed(word: RecognisedWord, second: readonly RecognisedWord[], cut: Cut): boolean {
  const there = standingAt(word, second, cut).map(({ text }) => text);
  const read = figuresIn(inWriting(word.text));
  // Dirt beside a word is read as another one, and a line's marks as one over it.
  if (there.some((text) => figuresIn(inWriting(text)) === read)) return true;
  // Words may be parted elsewhere: "1 1" for "11" is another figure, "5%" and "5 %" are not.
  return figuresIn(inWriting(there.join(''))) === read || figuresIn(there.map(inWriting).join(' ')) === read;
}

/** A point for a comma is no other figure where no number has it. */
const inWriting = (text: string): string => senseOf(text, { alone: false, grouped: false })?.text ?? text;

/** Whether the second reading has a figure with these marks. */
const isReadAs = (
  text: string,
  word: RecognisedWord,
  second: readonly RecognisedWord[],
  cut: Cut | undefined,
): boolean =>
  cut !== undefined && standingAt(word, second, cut).some((other) => figuresIn(other.text) === figuresIn(text));

/** Digits with the marks between them: "1.500" and "1,500" are two figures. */
const figuresIn = (text: string): string => (text.match(/\p{Nd}+(?:[.,/:-]\p{Nd}+)*/gu) ?? []).join(' ');
