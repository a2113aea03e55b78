import { expect, test } from 'vitest';
import type { GreyImage, RecognisedLine, RecognisedWord } from '../../../src/read/scan/recogniser.ts';
import { withSignsSeen } from '../../../src/read/scan/signs.ts';

const [WIDTH, HEIGHT] = [260, 80];
/** The line on which digits stand, and how high they are. */
const [LINE, HIGH] = [50, 24];

type Point = readonly [x: number, y: number];
type Stroke = readonly Point[];
const digit = (x: number): Stroke[] => [
  [
    [x, LINE - HIGH + 2],
    [x, LINE - 2],
  ],
  [
    [x + 8, LINE - HIGH + 2],
    [x + 8, LINE - 2],
  ],
  [
    [x, LINE - HIGH + 2],
    [x + 8, LINE - HIGH + 2],
  ],
];
const comma = (x: number): Stroke[] => [
  [
    [x, LINE - 2],
    [x, LINE + 4],
  ],
];
/** An angle that is open to the right, or to the left. */
const angle = (x: number, open: 'left' | 'right', low = LINE - 8): Stroke => {
  const [tip, ends] = open === 'right' ? [x, x + 16] : [x + 16, x];
  return [
    [ends, LINE - HIGH + 5],
    [tip, (LINE - HIGH + 5 + low) / 2],
    [ends, low],
  ];
};
const bar = (x: number, y = LINE - 2): Stroke => [
  [x, y],
  [x + 16, y],
];
/** Its upper edge is an arch. */
const two = (x: number): Stroke[] => [
  [
    [x, LINE - 17],
    [x + 4, LINE - HIGH + 3],
    [x + 11, LINE - HIGH + 3],
    [x + 15, LINE - 17],
    [x, LINE - 2],
    [x + 16, LINE - 2],
  ],
];

function picture(strokes: readonly Stroke[]): GreyImage {
  const data = new Uint8Array(WIDTH * HEIGHT).fill(240);
  for (const points of strokes)
    for (const [i, [x1, y1]] of points.entries()) {
      const [x0, y0] = points[i - 1] ?? [x1, y1];
      for (let step = 0; step <= 64; step++) {
        const [x, y] = [x0 + ((x1 - x0) * step) / 64, y0 + ((y1 - y0) * step) / 64];
        for (let dy = -1; dy <= 1; dy++)
          for (let dx = -1; dx <= 1; dx++) data[Math.round(y + dy) * WIDTH + Math.round(x + dx)] = 30;
      }
    }
  return { width: WIDTH, height: HEIGHT, data, dpi: 200 };
}

const word = (text: string, x0: number, x1: number): RecognisedWord => ({
  text,
  x0,
  x1,
  y0: LINE - HIGH,
  y1: LINE + 1,
  confidence: 0.96,
});
const line = (...words: RecognisedWord[]): RecognisedLine => ({ words, y: LINE, slope: 0, xHeight: 16 });
const textsOf = ({ lines }: { lines: readonly RecognisedLine[] }): string[] =>
  lines.flatMap(({ words }) => words.map(({ text, doubtful }) => (doubtful === true ? `${text}?` : text)));

const tens = [...digit(50), ...digit(64)];
const decimals = [...tens, ...comma(78), ...digit(84)];
const atLeast = [angle(24, 'left'), bar(24)];
const atMost = [angle(24, 'right'), bar(24)];

const SIGNS: [what: string, strokes: Stroke[], read: RecognisedWord[], told: string[]][] = [
  ['read as another sign', [...atLeast, ...decimals], [word('>98,5', 23, 94)], ['≥98,5']],
  ['read as a bar', [...atMost, ...tens], [word('=98', 23, 74)], ['≤98']],
  ['read as a letter', [...atLeast, ...tens], [word('z98', 23, 74)], ['≥98']],
  ['read as a digit', [...atLeast, ...decimals], [word('298,5', 23, 94)], ['≥98,5']],
  ['not read', [...atMost, ...tens], [word('98', 49, 74)], ['≤98']],
  ['a word of its own', [...atLeast, ...tens], [word('>', 23, 42), word('98%', 49, 74)], ['≥', '98%']],
  ['a digit of its own', [...atLeast, ...tens], [word('2', 23, 42), word('98', 49, 74)], ['≥', '98']],
  ['without a bar', [angle(24, 'right', LINE - 2), ...tens], [word('<98', 23, 74)], ['<98']],
  [
    'of two parts',
    [angle(4, 'left', LINE - 2), bar(24, LINE - 15), bar(24, LINE - 6), ...tens],
    [word('>=98', 3, 74)],
    ['>=98'],
  ],
  // Which digits stand behind it nobody can tell.
  ['before other digits', [...atLeast, ...tens, ...digit(84), ...digit(98)], [word('298', 23, 108)], ['298?']],
  // must stay as they are
  ['a digit', [...two(24), ...decimals], [word('298,5', 23, 94)], ['298,5']],
  ['a digit alone', [...two(24), ...tens], [word('2', 23, 42), word('98', 49, 74)], ['2', '98']],
  ['too far away', [angle(2, 'left'), bar(2), ...digit(110), ...digit(124)], [word('98', 109, 134)], ['98']],
  ['before letters', [...atLeast, ...tens], [word('>xã', 23, 74)], ['>xã']],
];
test.each(SIGNS)('a sign %s', (_, strokes, read, told) => {
  expect(textsOf(withSignsSeen(picture(strokes), [line(...read)]))).toEqual(told);
});

test('what was read is kept, and the picture is left without the sign', () => {
  const image = picture([...atLeast, ...decimals]);
  const told = withSignsSeen(image, [line(word('298,5', 23, 94))]);
  expect(told.lines[0]?.words[0]?.asRead).toBe('298,5');
  expect(told.image.data[(LINE - 2) * WIDTH + 30]).toBe(255);
  expect(told.image.data[(LINE - 10) * WIDTH + 50]).toBe(30);
  expect(image.data[(LINE - 2) * WIDTH + 30]).toBe(30);
});

test('a picture without signs is the same', () => {
  const image = picture(decimals);
  expect(withSignsSeen(image, [line(word('98,5', 49, 94))]).image).toBe(image);
});
