import type { RecognisedWord } from './recogniser.ts';

/** What reaches above and below small letters, over their height. */
const TALL = 0.45;
const MARKED = 0.5;
const MARKED_CAPITAL = 0.85;
const BELOW = 0.38;
/** Words that the engine is no surer of are no measure. */
const SURE = 0.5;

/**
 * The height of a small letter, by the boxes of words and what their letters reach: the middle of all words. Engines tell one for each
 * line, which is that of capitals on every fourth line or so; this one is within a tenth of what is printed.
 *
 * @returns undefined where no word tells it
 */
export function letterHeight(words: readonly RecognisedWord[]): number | undefined {
  const heights = words
    .filter(({ text, confidence }) => confidence > SURE && /[\p{L}\p{Nd}]/u.test(text))
    .map(({ text, y0, y1 }) => (y1 - y0) / (1 + reachOf(text)))
    .sort((a, b) => a - b);
  return heights[heights.length >> 1];
}

/** How far the letters of a word reach above and below small ones. */
function reachOf(text: string): number {
  let [above, below] = [0, 0];
  for (const letter of text.normalize('NFC')) {
    const [base = '', ...marks] = letter.normalize('NFD');
    const isCapital = /[\p{Lu}\p{Nd}]/u.test(base);
    const isMarked = marks.some((mark) => mark !== DOT && mark !== HORN);
    if (isCapital) above = Math.max(above, isMarked ? MARKED_CAPITAL : TALL);
    else if (isMarked) above = Math.max(above, MARKED);
    else if (ASCENDING.test(base)) above = Math.max(above, TALL);
    if (DESCENDING.test(base) || marks.includes(DOT)) below = BELOW;
  }
  return above + below;
}
const DOT = '\u0323';
const HORN = '\u031B';
const ASCENDING = /[bdfhiklđt(]/u;
const DESCENDING = /[gjpqyQ,;()]/u;
