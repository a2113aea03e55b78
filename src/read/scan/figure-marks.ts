import { inkAround } from './ink.ts';
import { type InkPiece, piecesIn } from './pieces.ts';
import type { GreyImage, RecognisedWord } from './recogniser.ts';

/**
 * Commas and points between digits, counted in the picture. Engines lose them more often than they misread digits, are sure of what
 * is left, and lose them again when they read a second time, most of all before 1 and 7: "98,2" is then 982. On pages of 130 to 200
 * dots an inch 224 of 224 that were lost were seen so, and 9 of 2,741 figures that were right were taken for wrong.
 */

/** A figure alone, with what may stand around it: "(1.250,5%);", "≥98,5" and "10-10,5%". */
const PLAIN = /^(?<before>[("“<>≤≥=~]?)(?<figure>\p{Nd}(?:[\p{Nd}.,–-]*\p{Nd})?)(?<behind>%?[)”";:.,–-]*)$/u;
/** Of the height of the tallest piece of ink: what is a digit. */
const DIGIT = 0.6;
/** Of a digit's height: the height and the width of a mark at most. */
const [HIGH, WIDE] = [0.5, 0.45];
/** Where a mark begins above the line on which digits stand, and ends above it, at most. What begins below it belongs to the next line. */
const [BEGINS, ENDS] = [0.4, 0.12];
/** How far below that line a digit reaches into which a comma has grown, at least; in pixels too, for paper is rough. */
const BELOW = 0.13;
const BELOW_PIXELS = 1.5;
/** How far below that line a comma reaches, and a point does not. */
const TAIL = 0.08;
/** As much of a mark's width may stand under a digit; a piece that broke off a pale digit stands under it whole. */
const UNDER_DIGIT = 0.5;
/** So near below the digit, of its height. */
const FOOT = 0.2;
/** Of the square of a digit's height: ink of a mark at least. Dust is less. */
const INK = 0.012;
/** Above and below its box a word may reach, of the box's height. */
const [ABOVE, UNDER] = [0.1, 0.3];
/** Pixels of the largest word. */
const MOST = 1e6;

/**
 * A word between whose digits more commas and points stand than were read, or a comma where a point was read that no number has ("46.2"):
 * doubtful, with them as the picture tells them. All of 219 that were put in on such pages are what was printed. Undefined for all other
 * words, and for what is no figure alone.
 */
export function withMarksSeen(image: GreyImage, word: RecognisedWord): RecognisedWord | undefined {
  const { before = '', figure = '', behind = '' } = PLAIN.exec(word.text)?.groups ?? {};
  if (figure === '') return SLASHED.test(word.text) ? withSlashSeen(image, word) : undefined;
  const seen = seenIn(piecesOf(image, word));
  // Brackets reach below the line, as digits do into which a comma has grown.
  const grownIn = /[()]/u.test(word.text) ? 0 : seen.grownIn;
  const read = figure.match(/[.,]/gu)?.length ?? 0;
  const isMore = seen.marks.length + grownIn > read;
  if (!isMore && (read !== seen.marks.length || !OTHER.test(figure))) return undefined;
  const whole = grownIn > 0 ? undefined : completed(figure, behind.startsWith('%'), seen);
  if (whole !== undefined && whole !== figure)
    return { ...word, text: before + whole + behind, asRead: word.asRead ?? word.text, doubtful: true };
  return isMore || isNoLabel(before, figure, behind) ? { ...word, doubtful: true } : undefined;
}

/** A figure with a slash that may be a comma: "64/2", "45.029/2". */
const SLASHED = /^[("“<>≤≥=~]?(?<whole>\p{Nd}[\p{Nd}.]*)\/(?<rest>\p{Nd}{1,2})(?:[)”";:.,]|%.*)?$/u;

/** A word whose slash is no stroke as high as its digits: a comma where such a mark stands, doubtful else. */
function withSlashSeen(image: GreyImage, word: RecognisedWord): RecognisedWord | undefined {
  const { whole = '', rest = '' } = SLASHED.exec(word.text)?.groups ?? {};
  const { digits, marks } = seenIn(piecesOf(image, word));
  const before = whole.match(/\p{Nd}/gu)?.length ?? 0;
  const isComma = (place: number): boolean =>
    marks.some(({ x }) => digits.filter(({ x0 }) => x0 < x).length === place) && !whole.includes(',');
  if (digits.length === before + rest.length && isComma(before))
    return { ...word, text: word.text.replace('/', ','), asRead: word.asRead ?? word.text, doubtful: true };
  // A stroke and a mark: "31,4" is read as "3/4".
  return marks.length > (whole.match(/\./gu)?.length ?? 0) ? { ...word, doubtful: true } : undefined;
}

/** Labels are small, and have no sign before and no "%" behind them. */
const isNoLabel = (before: string, figure: string, behind: string): boolean =>
  /[<>≤≥=~]/u.test(before) || behind.startsWith('%') || Number.parseInt(figure, 10) > LARGEST_LABEL;
const LARGEST_LABEL = 20;

/** What stands on the line of a word, from left to right. */
interface Seen {
  readonly digits: readonly InkPiece[];
  readonly marks: readonly { readonly x: number; readonly text: ',' | '.' }[];
  /** Digits into which a comma has grown. */
  readonly grownIn: number;
}

function seenIn(pieces: readonly InkPiece[]): Seen {
  const tallest = Math.max(0, ...pieces.map(heightOf));
  const tall = pieces.filter((piece) => heightOf(piece) >= DIGIT * tallest).sort((a, b) => a.x0 - b.x0);
  const small = pieces.filter((piece) => heightOf(piece) < DIGIT * tallest);
  const footOf = (digit: InkPiece): InkPiece | undefined =>
    small.find((piece) => standsUnder(piece, digit) && Math.abs(piece.y0 - digit.y1) <= FOOT * tallest);
  const digits = tall.map((digit) => ({ ...digit, y1: Math.max(digit.y1, footOf(digit)?.y1 ?? 0) }));
  const height = middleOf(digits.map(heightOf));
  const line = middleOf(digits.map(({ y1 }) => y1));
  const left = digits[0]?.x0 ?? 0;
  const right = Math.max(...digits.map(({ x1 }) => x1));
  const marks = small.filter(
    (piece) =>
      heightOf(piece) <= HIGH * height &&
      piece.x1 - piece.x0 <= WIDE * height &&
      piece.y0 > line - BEGINS * height &&
      piece.y0 <= line &&
      piece.y1 >= line - ENDS * height &&
      piece.pixels >= INK * height * height &&
      piece.x0 > left &&
      piece.x1 < right &&
      !digits.some((digit) => standsUnder(piece, digit)),
  );
  return {
    digits,
    marks: marks.map(({ x0, y1 }) => ({ x: x0, text: y1 > line + TAIL * height ? ',' : '.' })),
    grownIn: digits.filter(({ y1 }) => y1 > line + Math.max(BELOW_PIXELS, BELOW * height)).length,
  };
}

/** As numbers are written in Vietnamese: points before each three digits, a comma before the decimals; and no year. */
const WRITTEN = /^(?:\p{Nd}+|\p{Nd}{1,3}(?:\.\p{Nd}{3})+)(?:,\p{Nd}+)?$/u;
const YEAR = /^(?:19|20)\p{Nd}{2}$/u;
/** A point that stands before no three digits; labels have such. */
const OTHER = /^\p{Nd}+\.\p{Nd}{1,2}$/u;

/** A figure with the marks that were seen; undefined where the pieces are not its digits, or it would be no number. */
function completed(figure: string, isShare: boolean, { digits, marks }: Seen): string | undefined {
  const read = figure.match(/\p{Nd}/gu) ?? [];
  // The strokes of "%" stand behind them.
  if (YEAR.test(figure) || (isShare ? digits.length < read.length : digits.length !== read.length)) return undefined;
  const places = new Map<number, string>();
  for (const { x, text } of marks) places.set(digits.filter(({ x0 }) => x0 < x).length, text);
  let before = 0;
  for (const letter of figure)
    if (/\p{Nd}/u.test(letter)) before++;
    else if (!places.has(before)) return undefined;
    else if (!OTHER.test(figure)) places.set(before, letter);
  const whole = read.map((digit, i) => `${places.get(i) ?? ''}${digit}`).join('');
  return !places.has(read.length) && places.size === marks.length && WRITTEN.test(whole) ? whole : undefined;
}

const standsUnder = (piece: InkPiece, digit: InkPiece): boolean =>
  Math.min(piece.x1, digit.x1) - Math.max(piece.x0, digit.x0) > UNDER_DIGIT * (piece.x1 - piece.x0);
const heightOf = ({ y0, y1 }: InkPiece): number => y1 - y0;
const middleOf = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[(values.length - 1) >> 1] ?? 0;

/** The pieces of ink of a word. */
function piecesOf(image: GreyImage, word: RecognisedWord): InkPiece[] {
  const high = word.y1 - word.y0;
  const left = Math.max(0, Math.floor(word.x0) - 1);
  const top = Math.max(0, Math.floor(word.y0 - ABOVE * high));
  const width = Math.min(image.width, Math.ceil(word.x1) + 1) - left;
  const height = Math.min(image.height, Math.ceil(word.y1 + UNDER * high)) - top;
  if (width <= 0 || height <= 0 || width * height > MOST) return [];
  return piecesIn(inkAround(image, left, top, width, height), width, height);
}
