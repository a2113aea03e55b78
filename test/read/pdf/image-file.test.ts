import { encode } from 'fast-png';
import { expect, test } from 'vitest';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import { DEFAULT_LIMITS } from '../../../src/model/block.ts';
import { readBlocks } from '../../../src/read/read.ts';
import type { GreyImage } from '../../../src/read/scan/recogniser.ts';
import type { Recognition } from '../../../src/read/scan/recognition.ts';
import { drawnPage, lines } from '../scan/draw.ts';
import { lineOf } from '../scan/lines.ts';

const TEXT = 'Tỷ lệ hồ sơ được giải quyết trực tuyến đạt trên mức của năm trước.';
function fake() {
  const asked: GreyImage[] = [];
  const recognition: Recognition = {
    mode: 'auto',
    recogniser: {
      engine: 'fake 1',
      data: 'none',
      async recognise(image, { reading }) {
        if (reading !== 'second') asked.push(image);
        return reading === 'second' ? [] : [lineOf(TEXT, { x: 150, y: 300, confidence: 0.95 })];
      },
    },
  };
  return { recognition, asked };
}
const { width, height, grey } = drawnPage(1240, 1754, lines(150, 1100, 300, 20));
const png = encode({ width, height, data: grey, channels: 1, depth: 8 });

test('a picture is a document of one page, A4 where it tells no dots an inch', async () => {
  const { recognition, asked } = fake();
  const { blocks, mediaType, pages, issues } = await readBlocks(png, DEFAULT_LIMITS, loadKnowledge(), recognition);
  expect([mediaType, pages, blocks.map(({ text }) => text)]).toEqual(['image/png', 1, [TEXT]]);
  expect(issues.map(({ code }) => code)).toEqual(['page-recognised']);
  expect(Math.round(asked[0]?.dpi ?? 0)).toBe(150);
  expect(asked[0]?.data.length).toBe(width * height);
  const [x0] = blocks[0]?.runs?.[0]?.box ?? [0];
  expect(Math.abs(x0 - 72)).toBeLessThan(1);
});

test('without an engine, cut short or of another kind it fails with advice', async () => {
  const read = (bytes: Uint8Array, recognition?: Recognition) =>
    readBlocks(bytes, DEFAULT_LIMITS, loadKnowledge(), recognition);
  await expect(read(png)).rejects.toMatchObject({ code: 'format-unsupported' });
  await expect(read(png.slice(0, 200), fake().recognition)).rejects.toMatchObject({ code: 'file-corrupt' });
  const gif = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');
  await expect(read(gif, fake().recognition)).rejects.toMatchObject({ code: 'format-unsupported' });
});
