import type { PictureBox } from './columns.ts';
import type { RecognisedWord } from './recogniser.ts';

/** What the engine says of words, by their letters, 0 to 1; 0 where there are none. */
export function surenessOf(words: readonly RecognisedWord[]): number {
  let [letters, sure] = [0, 0];
  for (const { text, confidence } of words) {
    letters += text.length;
    sure += text.length * confidence;
  }
  return letters === 0 ? 0 : sure / letters;
}

/** The box of words, of which there is one at least. */
export const boxAround = (words: readonly RecognisedWord[]): PictureBox => ({
  x0: Math.min(...words.map(({ x0 }) => x0)),
  y0: Math.min(...words.map(({ y0 }) => y0)),
  x1: Math.max(...words.map(({ x1 }) => x1)),
  y1: Math.max(...words.map(({ y1 }) => y1)),
});
