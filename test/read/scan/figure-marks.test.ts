import { expect, test } from 'vitest';
import { withMarksSeen } from '../../../src/read/scan/figure-marks.ts';
import type { GreyImage } from '../../../src/read/scan/recogniser.ts';

/** Ink: left, top, width, height. The line on which digits stand is 40 pixels from the top. */
type Spot = readonly [x: number, y: number, width: number, height: number];
const LINE = 40;
const digit = (x: number, below = 0): Spot => [x, LINE - 24, 12, 24 + below];
const comma = (x: number): Spot => [x, LINE - 3, 4, 9];
const point = (x: number): Spot => [x, LINE - 4, 4, 4];

function picture(spots: readonly Spot[]): GreyImage {
  const [width, height] = [200, 80];
  const data = new Uint8Array(width * height).fill(240);
  for (const [x, y, wide, high] of spots)
    for (let row = y; row < y + high; row++) data.fill(30, row * width + x, row * width + x + wide);
  return { width, height, data, dpi: 200 };
}

const WORDS: [what: string, text: string, spots: Spot[], seen: string | null][] = [
  ['a comma', '982', [digit(20), digit(36), comma(50), digit(58)], '98,2'],
  ['a point', '1500', [digit(20), point(34), digit(42), digit(58), digit(74)], '1.500'],
  ['one of two', '1.2505', [digit(20), point(34), digit(42), digit(58), digit(74), comma(88), digit(96)], '1.250,5'],
  ['what stands behind', '982%;', [digit(20), digit(36), comma(50), digit(58), digit(74), digit(84)], '98,2%;'],
  ['behind a sign', '≥982', [digit(20), digit(36), comma(50), digit(58)], '≥98,2'],
  ['before a hyphen', '982-', [digit(20), digit(36), comma(50), digit(58), [74, LINE - 12, 7, 3]], '98,2-'],
  ['where a point was read', '98.2', [digit(20), digit(36), comma(50), digit(58)], '98,2'],
  // Doubtful, but nobody can tell what it is.
  ['a comma that has grown into a digit', '47', [digit(20), digit(38), digit(50, 6)], '47'],
  ['a comma in a range', '10-105%', [digit(20), [36, 28, 8, 3], digit(48), digit(64), comma(78), digit(86)], '10-105%'],
  ['digits that have grown together', '9821', [digit(20), digit(36), comma(50), [58, 16, 30, 24]], '9821'],
  ['no number', '982', [digit(20), digit(36), point(50), digit(58)], '982'],
  ['dust in a year', '2025', [digit(20), digit(36), comma(50), digit(58), digit(74)], '2025'],
  ['a point that no share has', '≥98.2', [digit(20), digit(36), point(50), digit(58)], '≥98.2'],
  ['a slash where a comma stands', '64/2', [digit(20), digit(36), comma(50), digit(58)], '64,2'],
  ['a slash of a stroke and a comma', '3/4', [digit(20), [38, LINE - 24, 6, 24], comma(48), digit(58)], '3/4'],
  // must stay silent
  ['a slash', '6/2', [digit(20), [36, LINE - 26, 6, 28], digit(46)], null],
  ['a label', '1.2', [digit(20), point(34), digit(42)], null],
  ['nothing', '982', [digit(20), digit(36), digit(58)], null],
  ['what was read', '98,2', [digit(20), digit(36), comma(50), digit(58)], null],
  ['more than is there', '9,82', [digit(20), digit(36), digit(58)], null],
  ['a comma behind it', '98', [digit(20), digit(36), comma(50)], null],
  ['dust', '982', [digit(20), digit(36), [51, LINE - 2, 2, 2], digit(58)], null],
  ['a speck above the line', '982', [digit(20), digit(36), [50, LINE - 9, 4, 4], digit(58)], null],
  ['the foot of a pale digit', '98', [digit(20), [36, LINE - 24, 12, 19], [36, LINE - 3, 8, 4]], null],
  [
    'the foot of a digit between others',
    '982',
    [digit(20), [36, LINE - 24, 12, 19], [36, LINE - 3, 8, 4], digit(58)],
    null,
  ],
  ['a hyphen', '98-2', [digit(20), digit(36), [50, LINE - 12, 7, 3], digit(58)], null],
  ['marks of the line below', '982', [digit(20), digit(36), [50, LINE + 3, 4, 5], digit(58)], null],
  ['brackets', '(98)', [[10, LINE - 24, 6, 30], digit(20), digit(36), [50, LINE - 24, 6, 30]], null],
  ['letters', 'KH98', [digit(20), digit(36), comma(50), digit(58)], null],
];
test.each(WORDS)('%s: %s', (_, text, spots, seen) => {
  const word = { text, x0: 8, y0: LINE - 26, x1: 112, y1: LINE + 4, confidence: 0.96 };
  const found = withMarksSeen(picture(spots), word);
  expect(found?.text ?? null).toBe(seen);
  if (found === undefined) return;
  expect(found.doubtful).toBe(true);
  expect(found.asRead).toBe(text === seen ? undefined : text);
});

test('a word over the edge of its page', () => {
  const image = picture([digit(20), digit(36), comma(50), digit(58)]);
  const word = { text: '982', x0: -5, y0: -40, x1: 900, y1: LINE + 30, confidence: 0.96 };
  expect(withMarksSeen(image, word)?.text).toBe('98,2');
  expect(withMarksSeen(image, { ...word, x0: 300, x1: 400 })).toBeUndefined();
});

test('white paper holds nothing', () => {
  const word = { text: '982', x0: 8, y0: 10, x1: 80, y1: 44, confidence: 0.9 };
  expect(withMarksSeen(picture([]), word)).toBeUndefined();
});
