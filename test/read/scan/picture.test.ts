import { expect, test } from 'vitest';
import { cut, drawn, levelled, pictureOf, turnedPicture } from '../../../src/read/scan/picture.ts';
import { drawnPage } from './draw.ts';

test('pixels of every kind become grey; what is clear is white, what is red is told', () => {
  const bits = pictureOf({ width: 9, height: 1, data: Uint8Array.of(0b1010_1010, 0b1000_0000), channels: 0 });
  expect([...bits.grey]).toEqual([255, 0, 255, 0, 255, 0, 255, 0, 255]);
  const data = Uint8Array.of(0, 0, 0, 255, 0, 0, 0, 0, 230, 20, 30, 255);
  const colours = pictureOf({ width: 3, height: 1, data, channels: 4 });
  expect([...colours.grey]).toEqual([0, 255, 83]);
  expect([...(colours.red ?? [])]).toEqual([0, 0, 1]);
  expect(pictureOf({ width: 2, height: 1, data: Uint8Array.of(9, 9, 9, 8, 8, 8), channels: 3 }).red).toBeUndefined();
  const half = pictureOf({ width: 2, height: 2, data: Uint8Array.of(0, 100, 100, 200), channels: 1 }, 2);
  expect([...half.grey]).toEqual([100]);
});

test('the little colour that a coarse picture keeps of a seal is red; that of all its paper is none', () => {
  const [purple, black, white, pink] = [[150, 110, 130] as const, [40, 40, 42], [250, 250, 250], [250, 230, 235]];
  const redOf = (...pixels: (readonly number[])[]): number[] | undefined => {
    const all = [...pixels, ...Array<readonly number[]>(96).fill(pixels[2] ?? white)];
    const picture = pictureOf({ width: all.length, height: 1, data: Uint8Array.from(all.flat()), channels: 3 });
    return picture.red && [...picture.red.slice(0, 4)];
  };
  expect(redOf(purple, black, white, purple)).toEqual([1, 0, 0, 1]);
  expect(redOf(purple, black, pink)).toBeUndefined();
});

const marked = drawnPage(60, 40, [[5, 7, 8, 9]]);
const darkest = ({ width, grey }: { width: number; grey: Uint8Array }): [number, number] => {
  const at = grey.indexOf(Math.min(...grey));
  return [at % width, Math.floor(at / width)];
};

test.each([0, 1, 2, 3] as const)('%d quarter turns lead back to where a place was', (turns) => {
  const { picture, back } = turnedPicture(marked, turns);
  const [x, y] = darkest(picture);
  const [px, py] = back(x + 0.5, y + 0.5);
  expect(marked.grey[Math.floor(py) * 60 + Math.floor(px)]).toBe(0);
  expect([picture.width, picture.height]).toEqual(turns % 2 === 0 ? [60, 40] : [40, 60]);
});

test('a picture that was levelled, cut or drawn larger leads back too', () => {
  const page = drawnPage(200, 100, [[150, 60, 156, 66]]);
  const { picture, back } = levelled(page, 0.05);
  const [px, py] = back(...darkest(picture));
  expect(Math.abs(px - 152)).toBeLessThan(4);
  expect(Math.abs(py - 62)).toBeLessThan(4);
  expect([...cut(page, 154.5, 64.2, 158, 68).grey]).toEqual([0, 0, 255, 255, 0, 0, 255, 255, ...Array(8).fill(255)]);
  const large = drawn(page, 400, 200, [0.5, 0, 0, 0.5], (x, y) => [x / 2, y / 2]);
  expect(large.grey[124 * 400 + 304]).toBe(0);
  expect(large.grey[100 * 400 + 304]).toBe(255);
});
