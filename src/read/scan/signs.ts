import { inkAround } from './ink.ts';
import { type InkPiece, piecesIn } from './pieces.ts';
import type { GreyImage, RecognisedLine, RecognisedWord } from './recogniser.ts';

/**
 * Signs of comparison before figures, told by their outline: the data that engines come with for Vietnamese have no "≥" and no "≤",
 * so that these are read as ">" and "<", as digits ("≥ 69,9" as "269.9"), as "=" or not at all.
 */

export type Sign = '<' | '>' | '≤' | '≥' | '=';

/** A word that can be a figure behind a sign, and the beginning of one that a sign may be read as. */
const FIGURE = /^(?<before>[^\p{L}\p{Nd}(]{0,2}|[szZS])(?<figure>\p{Nd}.*)$/u;
/** A word that can be a sign alone. */
const ALONE = /^(?:[^\p{L}\p{Nd}]{1,2}|[szZS2][<>=]?)$/u;
/** A sign is so much as high and as wide as the digits behind it are high, and so wide for its height. */
const [LOWEST, HIGHEST] = [0.4, 1.2];
const [NARROWEST, WIDEST] = [0.45, 1.4];
const [SLIM, BROAD] = [0.65, 1.7];
/** White between a sign and its figure, in heights of the figure. */
const APART = 0.9;
/** Of the height of a word: how far above and below its box is looked. */
const AROUND = 0.12;
/** Dust has less ink, of the square of a word's height. */
const DUST = 0.008;
/** Pixels of the largest place that is looked at. */
const MOST = 1e6;

/** What a page says with its signs, and its picture without those that were told. */
export interface WithSigns {
  readonly lines: RecognisedLine[];
  readonly image: GreyImage;
}

/** Lines with the signs before their figures as the picture shows them. */
export function withSignsSeen(image: GreyImage, lines: readonly RecognisedLine[]): WithSigns {
  const signs: Glyph[] = [];
  const told = lines.map((line) => {
    const words = wordsOf(image, line, signs);
    return words === undefined ? line : { ...line, words };
  });
  if (signs.length === 0) return { lines: told, image };
  const data = image.data.slice();
  for (const { x0, y0, x1, y1 } of signs)
    for (let y = y0; y < y1; y++) data.fill(WHITE, y * image.width + x0, y * image.width + x1);
  return { lines: told, image: { ...image, data } };
}
const WHITE = 255;

/** The words of a line with its signs; undefined where there is none to tell. */
function wordsOf(image: GreyImage, line: RecognisedLine, signs: Glyph[]): RecognisedWord[] | undefined {
  const words: RecognisedWord[] = [];
  let changed = false;
  for (const [i, word] of line.words.entries()) {
    const found = FIGURE.test(word.text) ? before(image, word, words.at(-1)?.x1 ?? 0) : undefined;
    if (found === undefined) {
      words.push(word);
      continue;
    }
    const last = line.words[i - 1];
    signs.push(found);
    // It is a word of its own, or a part of one before.
    if (last !== undefined && words.at(-1) === last && covers(last, found) && ALONE.test(last.text)) {
      changed ||= last.text !== found.sign;
      words[words.length - 1] = withText(last, found.sign);
      words.push(word);
      continue;
    }
    const text = isTwo(word.text, found.sign) ? word.text : behind(image, word, found);
    const own = text === undefined ? { ...word, doubtful: true as const } : withText(word, text);
    words.push({ ...own, x0: Math.min(word.x0, found.x0) });
    changed ||= own.text !== word.text || own.doubtful !== word.doubtful;
  }
  return changed ? words : undefined;
}

/** ">=" and "=>" in two signs, of which one was told. */
const isTwo = (text: string, sign: Sign): boolean => /^(?:[<>]=|=[<>])/u.test(text) && text.slice(0, 2).includes(sign);

const withText = (word: RecognisedWord, text: string): RecognisedWord =>
  text === word.text ? word : { ...word, text, asRead: word.asRead ?? word.text };

const covers = (word: RecognisedWord, { x0, x1 }: Glyph): boolean => (x0 + x1) / 2 > word.x0 && (x0 + x1) / 2 < word.x1;

/** A word with its sign; undefined where the digits that are seen there are not those that were read. */
function behind(image: GreyImage, word: RecognisedWord, sign: Glyph): string | undefined {
  const { before = '', figure = '' } = FIGURE.exec(word.text)?.groups ?? {};
  // The engine has seen something that is no figure, or it stands left of what the engine has seen.
  if (before !== '' || sign.x1 <= word.x0 + (word.x1 - word.x0) * 0.05) return sign.sign + figure;
  // Letters and strokes of "%" count as digits do.
  const read = figure.match(/[\p{L}\p{Nd}]|[%/]/gu)?.length ?? 0;
  const seen = glyphsIn(image, { ...word, x0: sign.x1 }, word.y1 - word.y0).filter(
    ({ y0, y1 }) => y1 - y0 >= DIGIT * (word.y1 - word.y0),
  ).length;
  const shares = figure.match(/%/gu)?.length ?? 0;
  // A percent sign is one glyph or several.
  if (seen >= read && seen <= read + 2 * shares) return sign.sign + figure;
  const isDigit = seen >= read - 1 && seen <= read - 1 + 2 * shares && /^\p{Nd}{2}/u.test(figure);
  return isDigit ? sign.sign + figure.slice(1) : undefined;
}
const DIGIT = 0.55;

interface Glyph extends InkPiece {
  readonly sign: Sign;
}

/** The sign that stands before a figure, within its word or left of it. */
function before(image: GreyImage, word: RecognisedWord, left: number): Glyph | undefined {
  const high = word.y1 - word.y0;
  const glyphs = glyphsIn(image, { ...word, x0: Math.max(left - 2 * high, word.x0 - (APART + WIDEST) * high) }, high);
  // The first that is part of the word, and the one before it, which may be a sign that was not read or is a word of its own.
  const first = glyphs.findIndex(({ x1 }) => x1 > word.x0 + 0.1 * high);
  for (const at of [first, first - 1]) {
    const glyph = glyphs[at];
    const next = glyphs[at + 1];
    if (glyph === undefined || next === undefined || next.x0 - glyph.x1 > APART * high) continue;
    const sign = signOf(image, glyph, high);
    if (sign !== undefined) return { ...glyph, sign };
  }
  return undefined;
}

/** The glyphs beside a word's line from left to right: pieces of ink above each other are one. Places are the image's. */
function glyphsIn(image: GreyImage, word: Pick<RecognisedWord, 'x0' | 'x1' | 'y0' | 'y1'>, high: number): InkPiece[] {
  const left = Math.max(0, Math.floor(word.x0));
  const top = Math.max(0, Math.floor(word.y0 - AROUND * high));
  const width = Math.min(image.width, Math.ceil(word.x1) + 1) - left;
  const height = Math.min(image.height, Math.ceil(word.y1 + AROUND * high)) - top;
  if (width <= 0 || height <= 0 || width * height > MOST) return [];
  const pieces = piecesIn(inkAround(image, left, top, width, height), width, height)
    .filter(({ pixels }) => pixels >= DUST * high * high)
    .sort((a, b) => a.x0 - b.x0);
  const glyphs: InkPiece[] = [];
  for (const piece of pieces) {
    const last = glyphs.at(-1);
    const shared = last === undefined ? 0 : Math.min(last.x1, piece.x1) - piece.x0;
    if (last === undefined || shared <= 0.5 * Math.min(last.x1 - last.x0, piece.x1 - piece.x0)) glyphs.push(piece);
    else
      glyphs[glyphs.length - 1] = {
        x0: last.x0,
        x1: Math.max(last.x1, piece.x1),
        y0: Math.min(last.y0, piece.y0),
        y1: Math.max(last.y1, piece.y1),
        pixels: last.pixels + piece.pixels,
      };
  }
  return glyphs.map((piece) => ({
    ...piece,
    x0: piece.x0 + left,
    x1: piece.x1 + left,
    y0: piece.y0 + top,
    y1: piece.y1 + top,
  }));
}

/** How far an outline may lie beside its straight line, of its height. */
const STRAIGHT = 0.09;
/** Where the arms of an angle meet, of its height from above, at least; and where they begin at most. */
const MEET = 0.2;
const BEGIN = 0.22;
/** A bar reaches so near to the lower edge all along. */
const BAR = 0.14;

/** What an outline is: the upper and the lower edge of an angle run together, those of a bar are level. */
function signOf(image: GreyImage, { x0, y0, x1, y1 }: InkPiece, high: number): Sign | undefined {
  const [width, height] = [x1 - x0, y1 - y0];
  if (height < LOWEST * high || height > HIGHEST * high || width < NARROWEST * high || width > WIDEST * high)
    return undefined;
  if (width < SLIM * height || width > BROAD * height) return undefined;
  const ink = inkAround(image, x0, y0, width, height);
  const [upper, lower]: [number[], number[]] = [[], []];
  const rim = Math.max(1, Math.round(width * 0.06));
  for (let x = rim; x < width - rim; x++) {
    let [first, last] = [-1, -1];
    for (let y = 0; y < height; y++)
      if (ink[y * width + x] === 1) {
        if (first < 0) first = y;
        last = y;
      }
    if (first < 0) return undefined;
    upper.push(first / height);
    lower.push(1 - (last + 1) / height);
  }
  const top = angleOf(upper);
  if (top === undefined) return undefined;
  if (lower.every((edge) => edge <= BAR)) return top === '<' ? '≤' : '≥';
  return angleOf(lower) === top ? top : undefined;
}

/** Where the arm whose outer edge this is runs to, away from the edge of its box: to the left for "<". */
function angleOf(edge: readonly number[]): '<' | '>' | undefined {
  const middle = (edge.length - 1) / 2;
  const mean = edge.reduce((sum, value) => sum + value, 0) / edge.length;
  let [up, across] = [0, 0];
  for (const [x, value] of edge.entries()) {
    up += (x - middle) * (value - mean);
    across += (x - middle) ** 2;
  }
  const slope = up / Math.max(1, across);
  const [left, right] = [mean - slope * middle, mean + slope * middle];
  if (Math.max(left, right) < MEET || Math.min(left, right) > BEGIN) return undefined;
  const beside = edge.reduce((sum, value, x) => sum + (value - left - slope * x) ** 2, 0) / edge.length;
  if (Math.sqrt(beside) > STRAIGHT) return undefined;
  return left > right ? '<' : '>';
}
