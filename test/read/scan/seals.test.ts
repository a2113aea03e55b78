import { expect, test } from 'vitest';
import type { GreyImage, Recogniser } from '../../../src/read/scan/recogniser.ts';
import { withoutSeals } from '../../../src/read/scan/seals.ts';
import { drawnPage } from './draw.ts';
import { lineOf, textOf } from './lines.ts';

const page = drawnPage(800, 600, [
  [100, 180, 400, 200],
  [100, 380, 400, 400],
]);
const red = page.grey.map((_, i) => (Math.floor(i / 800) > 170 && Math.floor(i / 800) < 192 && i % 800 < 200 ? 1 : 0));
const lines = [lineOf('KT. CHỦ TỊGH', { confidence: 0.5 }), lineOf('đạt 95%', { y: 400, confidence: 0.5 })];

function fake(confidence: number) {
  const asked: GreyImage[] = [];
  const recogniser: Recogniser = {
    engine: 'fake 1',
    data: 'none',
    async recognise(image) {
      asked.push(image);
      return [lineOf('KT. CHỦ TỊCH', { confidence })];
    },
  };
  return { recogniser, asked };
}

test('a line under a seal is read once more without the red, and taken where the engine is surer', async () => {
  const { recogniser, asked } = fake(0.9);
  const read = await withoutSeals({ ...page, red }, lines, 200, recogniser);
  expect(read.map(textOf)).toEqual(['KT. CHỦ TỊCH', 'đạt 95%']);
  expect(asked).toHaveLength(1);
  const [image] = asked;
  // 12 pixels of white are around the line; its beginning was red.
  expect(image?.data[(12 + 10) * (image?.width ?? 0) + 12 + 20]).toBe(255);
  expect(image?.data[(12 + 10) * (image?.width ?? 0) + 12 + 150]).toBe(0);
});

test('it stays as it was where the engine is no surer, or nothing is red', async () => {
  expect((await withoutSeals({ ...page, red }, lines, 200, fake(0.5).recogniser)).map(textOf)).toEqual(
    lines.map(textOf),
  );
  const { recogniser, asked } = fake(0.9);
  await withoutSeals(page, lines, 200, recogniser);
  expect(asked).toEqual([]);
});
