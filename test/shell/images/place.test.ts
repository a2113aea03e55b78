import { decode, encode } from 'fast-png';
import { expect, test } from 'vitest';
import { placeOn } from '../../../src/shell/images/place.ts';

/** A grey page of A4 with two pixels a point. */
const [WIDTH, HEIGHT] = [595, 842];
const data = new Uint8Array(WIDTH * HEIGHT * 4).fill(200);
const page = {
  png: encode({ width: WIDTH * 2, height: HEIGHT * 2, data, channels: 1, depth: 8 }),
  ...{ width: WIDTH, height: HEIGHT },
};

const shown = (png: Uint8Array | undefined) => {
  const { width, height, data } = decode(png ?? new Uint8Array());
  return {
    width,
    height,
    at: (x: number, y: number) => [...data.subarray((y * width + x) * 3, (y * width + x) * 3 + 3)],
  };
};

test('what stands around the boxes is cut out, and they are marked', () => {
  const { width, height, at } = shown(
    placeOn(
      page,
      [
        [3, 200, 300, 400, 314],
        [3, 200, 308, 260, 330],
        [4, 10, 10, 20, 20],
      ],
      3,
    ),
  );
  // 120 points at either side, 48 above and below.
  expect([width, height]).toEqual([(400 + 120 - 80) * 2, (330 + 48 - 252) * 2]);
  expect(at(250, 110)).toEqual([200, 184, 90]);
  // Where both boxes lie it is no darker.
  expect(at(250, 120)).toEqual([200, 184, 90]);
  expect(at(100, 110)).toEqual([200, 200, 200]);
  expect(at(600, 150)).toEqual([200, 200, 200]);
});

test('at the edge of the page less is cut out', () => {
  const { width, height } = shown(placeOn(page, [[1, 0, 0, 100, 20]], 1));
  expect([width, height]).toEqual([(100 + 120) * 2, (20 + 48) * 2]);
});

test('boxes that are not on the page show nothing', () => {
  expect(placeOn(page, [[2, 0, 0, 100, 20]], 1)).toBeUndefined();
  expect(placeOn(page, [[1, 900, 900, 950, 950]], 1)).toBeUndefined();
  expect(placeOn(page, [], 1)).toBeUndefined();
});
