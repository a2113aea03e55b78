import type { RecognisedLine, RecognisedWord } from '../../../src/read/scan/recogniser.ts';

/** A letter and a space, pixels. */
const LETTER = 16;
const SPACE = 10;
const X_HEIGHT = 16;

export interface LineOptions {
  readonly x?: number;
  readonly y?: number;
  readonly xHeight?: number;
  readonly confidence?: number;
}

/** A line as an engine would give it; words after "|" stand behind a wide gap. */
export function lineOf(text: string, options: LineOptions = {}): RecognisedLine {
  const { x = 100, y = 200, xHeight = X_HEIGHT, confidence = 0.8 } = options;
  const words: RecognisedWord[] = [];
  let at = x;
  for (const part of text.split(' ')) {
    if (part === '|') {
      at += 200;
      continue;
    }
    const width = part.length * LETTER;
    words.push({ text: part, x0: at, y0: y - 24, x1: at + width, y1: y, confidence });
    at += width + SPACE;
  }
  return { words, y, slope: 0, xHeight };
}

export const textOf = ({ words }: RecognisedLine): string => words.map(({ text }) => text).join(' ');
