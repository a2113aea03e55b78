import { inkAround } from './ink.ts';
import { type InkPiece, piecesIn } from './pieces.ts';
import type { GreyImage, RecognisedLine, RecognisedWord } from './recogniser.ts';

/** Of the height of a small letter: where the two parts of a colon stand at the end of a word, and how large they may be. */
const ROOM = 0.6;
const LARGEST = 0.6;
const ABOVE = 1.4;
const UNDER = 0.7;
/** A part with less ink, of the square of that height, is a speck. */
const SPECK = 0.01;
/** The lower part of a semicolon is so much higher than the upper one, and reaches so far below the line. */
const HIGHER = 1.35;
const TAIL = 0.16;

/**
 * Lines with the semicolons that were read as colons, by the tail of their lower part: a sentence goes on behind a colon, and ends with a
 * semicolon.
 */
export function withSemicolonsSeen(image: GreyImage, lines: readonly RecognisedLine[]): RecognisedLine[] {
  return lines.map((line) => {
    const words = line.words.map((word) =>
      /[\p{L}\p{Nd}%)”"]:$/u.test(word.text) && hasTail(image, word, line)
        ? { ...word, text: `${word.text.slice(0, -1)};`, asRead: word.asRead ?? word.text }
        : word,
    );
    return words.some((word, i) => word !== line.words[i]) ? { ...line, words } : line;
  });
}

function hasTail(image: GreyImage, { x1 }: RecognisedWord, { words, y, slope, xHeight }: RecognisedLine): boolean {
  const base = y + slope * (x1 - (words[0]?.x0 ?? x1));
  const left = Math.max(0, Math.floor(x1 - ROOM * xHeight));
  const top = Math.max(0, Math.floor(base - ABOVE * xHeight));
  const width = Math.min(image.width, Math.ceil(x1) + 2) - left;
  const height = Math.min(image.height, Math.ceil(base + UNDER * xHeight)) - top;
  if (width <= 0 || height <= 0) return false;
  const parts = piecesIn(inkAround(image, left, top, width, height), width, height)
    .filter(
      (piece) =>
        // What is cut off at the left is of a letter.
        piece.x0 > 0 &&
        piece.pixels >= SPECK * xHeight ** 2 &&
        piece.x1 - piece.x0 <= LARGEST * xHeight &&
        heightOf(piece) <= LARGEST * xHeight,
    )
    .sort((a, b) => a.y0 - b.y0);
  // Dots under letters stand left of it.
  const last = Math.max(...parts.map((piece) => piece.x1));
  const end = parts.find((piece) => piece.x1 === last);
  const [upper, lower, ...others] = parts.filter((piece) => piece.x1 > (end?.x0 ?? 0));
  if (upper === undefined || lower === undefined || others.length > 0) return false;
  const isAbove = Math.min(upper.x1, lower.x1) > Math.max(upper.x0, lower.x0) && upper.y1 < lower.y0;
  return isAbove && heightOf(lower) >= HIGHER * heightOf(upper) && lower.y1 + top >= base + TAIL * xHeight;
}

const heightOf = ({ y0, y1 }: InkPiece): number => y1 - y0;
