import { expect, test } from 'vitest';
import type { GreyImage, RecognisedLine, Recogniser } from '../../../src/read/scan/recogniser.ts';
import { readingTwice } from '../../../src/shell/recognition/open.ts';
import { scaled, unscaled } from '../../../src/shell/recognition/scale.ts';
import { plain } from './make.ts';

test.each([1.4, 0.7, 1])('a picture of one shade stays so at %d', (factor) => {
  const { width, height, data, dpi } = scaled(plain(50, 30, 77), factor);
  expect([width, height, dpi]).toEqual([50 * factor, 30 * factor, 200 * factor]);
  expect(new Set(data)).toEqual(new Set([77]));
});

test('between two pixels the shade lies between theirs, beyond them it is theirs', () => {
  const image: GreyImage = { width: 2, height: 1, data: Uint8Array.of(0, 200), dpi: 100 };
  expect([...scaled(image, 2).data.subarray(0, 4)]).toEqual([0, 50, 150, 200]);
});

test('nothing becomes of no extent', () => {
  expect(scaled(plain(1, 1, 9), 0.1)).toMatchObject({ width: 1, height: 1, data: Uint8Array.of(9) });
});

const LINE: RecognisedLine = {
  words: [{ text: '35%', x0: 14, y0: 28, x1: 70, y1: 42, confidence: 0.9 }],
  ...{ y: 42, slope: 0.01, xHeight: 14 },
};

test('places are told in the picture that was given', () => {
  expect(unscaled([LINE], 2)).toEqual([
    { words: [{ text: '35%', x0: 7, y0: 14, x1: 35, y1: 21, confidence: 0.9 }], y: 21, slope: 0.01, xHeight: 7 },
  ]);
});

test('the first reading is of the picture as it is, the second of a larger one; of a smaller one where it is large', async () => {
  const widths: number[] = [];
  const once: Recogniser = {
    ...{ engine: 'double', data: 'none' },
    async recognise({ width }) {
      widths.push(width);
      return [LINE];
    },
  };
  const twice = readingTwice(once);
  expect(await twice.recognise(plain(100, 50), { layout: 'line' })).toEqual([LINE]);
  const [second] = await twice.recognise(plain(100, 50), { layout: 'line', reading: 'second' });
  expect(second?.words[0]).toMatchObject({ x0: 7, x1: 35 });
  await twice.recognise(plain(6000, 4000), { layout: 'page', reading: 'second' });
  await twice.recognise(plain(5000, 4000), { layout: 'page', reading: 'second' });
  expect(widths).toEqual([100, 200, 4200, 7071]);
});
