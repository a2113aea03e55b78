import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import { DEFAULT_LIMITS } from '../../../src/model/block.ts';
import { readPdf } from '../../../src/read/pdf/pdf.ts';
import type { Recogniser } from '../../../src/read/scan/recogniser.ts';
import { type ScannedPage, scannedPdf } from '../../bench/scans/files.mjs';
import { coloured, type Picture, turned, upsideDown } from '../../bench/scans/pixels.mjs';
import { drawnPage, frame, lines } from '../scan/draw.ts';
import { lineOf } from '../scan/lines.ts';

/** A page of a quarter of A4 at 150 dots an inch. */
const [WIDTH, HEIGHT] = [620, 877];
const PAGES = 7;
/** Pages after which what is made once is there. */
const SOME = 2;

const { grey } = drawnPage(WIDTH, HEIGHT, [
  ...lines(80, 540, 120, 9),
  ...frame([80, 300, 540], [480, 560, 640]),
  ...lines(100, 280, 530, 1),
]);
const plain: Picture = { width: WIDTH, height: HEIGHT, channels: 1, data: grey };

/** The same in colour, with a seal. */
function sealed(): Picture {
  const picture = coloured(plain);
  for (let y = 660; y < 840; y++) for (let x = 350; x < 530; x++) picture.data.set([220, 30, 40], (y * WIDTH + x) * 3);
  return picture;
}

const KINDS: [kind: string, page: Omit<ScannedPage, 'dpi'>][] = [
  ['level', { image: plain }],
  ['not level', { image: turned(plain, 1.5) }],
  ['on its head', { image: upsideDown(plain) }],
  ['in colour, with a seal', { image: sealed() }],
  ['in strips', { image: plain, strips: 3 }],
];

/** Bytes of all pixels that are held, once what nobody holds is gone. */
async function held(): Promise<number> {
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  for (let i = 0; i < 2; i++) {
    collect();
    // Pixels go when the collector tells the system so, some turns later.
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  return process.memoryUsage().arrayBuffers;
}

test.each(KINDS)('of pages that were read no picture is held: %s', async (_, page) => {
  const marks = new Map<number, number>();
  let begun = 0;
  const recogniser: Recogniser = {
    engine: 'fake 1',
    data: 'none',
    async recognise() {
      if ((begun === SOME || begun === PAGES - 1) && !marks.has(begun)) marks.set(begun, await held());
      return Array.from({ length: 9 }, (_, i) =>
        lineOf('Tỷ lệ hồ sơ được giải quyết đúng hạn đạt 95%', { y: 120 + i * 34, confidence: 0.95 }),
      );
    },
  };
  const pdf = scannedPdf(Array.from({ length: PAGES }, () => ({ ...page, dpi: 150 })));
  const onPage = (done: number): void => {
    begun = done;
  };
  const { recognised } = await readPdf(pdf, DEFAULT_LIMITS, loadKnowledge(), { recogniser, mode: 'auto', onPage });
  expect(recognised?.pages).toHaveLength(PAGES);
  const [after = 0, end = 0] = marks.values();
  // One page is in hand both times; a picture of each page that was read would be four.
  expect(end - after).toBeLessThan(2 * WIDTH * HEIGHT);
});
