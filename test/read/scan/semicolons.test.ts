import { expect, test } from 'vitest';
import type { GreyImage } from '../../../src/read/scan/recogniser.ts';
import { withSemicolonsSeen } from '../../../src/read/scan/semicolons.ts';

/** Ink: left, top, width, height. The line is 40 pixels from the top, small letters are 16 high. */
type Spot = readonly [x: number, y: number, width: number, height: number];
const LINE = 40;
const letter: Spot = [20, LINE - 16, 12, 16];
const upper: Spot = [38, LINE - 15, 4, 4];

function picture(spots: readonly Spot[]): GreyImage {
  const [width, height] = [80, 70];
  const data = new Uint8Array(width * height).fill(240);
  for (const [x, y, wide, high] of spots)
    for (let row = y; row < y + high; row++) data.fill(30, row * width + x, row * width + x + wide);
  return { width, height, data, dpi: 200 };
}

const SIGNS: [what: string, text: string, spots: Spot[], seen: string][] = [
  ['a tail', 'mo:', [letter, upper, [38, LINE - 4, 4, 9]], 'mo;'],
  ['a tail behind a dot under a letter', 'mọ:', [letter, [24, LINE + 3, 4, 4], upper, [38, LINE - 4, 4, 9]], 'mọ;'],
  // must stay
  ['two points', 'mo:', [letter, upper, [38, LINE - 4, 4, 4]], 'mo:'],
  ['a blot that reaches no deeper', 'mo:', [letter, upper, [37, LINE - 7, 6, 8]], 'mo:'],
  ['parts that are not above each other', 'mo:', [letter, [30, LINE - 15, 3, 4], [38, LINE - 4, 4, 9]], 'mo:'],
  ['no colon', 'mo', [letter, upper, [38, LINE - 4, 4, 9]], 'mo'],
];
test.each(SIGNS)('%s: %s', (_, text, spots, seen) => {
  const word = { text, x0: 18, y0: LINE - 18, x1: 43, y1: LINE + 6, confidence: 0.9 };
  const [line] = withSemicolonsSeen(picture(spots), [{ words: [word], y: LINE, slope: 0, xHeight: 16 }]);
  expect(line?.words.map((one) => [one.text, one.asRead])).toEqual([[seen, seen === text ? undefined : text]]);
});
