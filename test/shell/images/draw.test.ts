// Before anything that loads pdf.js: other tests of this process look whether it brings a canvas.
import '../../../src/shell/pool/no-canvas.ts';
import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { decode, encode } from 'fast-png';
import { describe, expect, test } from 'vitest';
import { DEFAULT_LIMITS } from '../../../src/model/block.ts';
import { type DrawnPage, drawPage } from '../../../src/shell/images/draw.ts';
import { scannedPdf } from '../../bench/scans/files.mjs';
import type { Picture } from '../../bench/scans/pixels.mjs';
import { column, type MadePage, makePdf } from '../../read/pdf/make-pdf.ts';

const NONE = { ...process.env, KEHOACH_PDFTOPPM: 'off' };
const installed = spawnSync('pdftoppm', ['-v']).status === 0;
/** Where the black field is, in points. */
const FIELD = [100, 200, 160, 240] as const;

/** A page of A4 at 72 dots an inch with that field. */
function field(): Picture {
  const [width, height] = [595, 842];
  const data = new Uint8Array(width * height).fill(255);
  for (let y = FIELD[1]; y < FIELD[3]; y++) data.fill(0, y * width + FIELD[0], y * width + FIELD[2]);
  return { width, height, channels: 1, data };
}

/** The bounds of what is dark, in points. */
function darkOf({ png, width, height }: DrawnPage): number[] {
  const { data, channels, ...picture } = decode(png);
  let [x0, y0, x1, y1] = [picture.width, picture.height, 0, 0];
  for (let y = 0; y < picture.height; y++)
    for (let x = 0; x < picture.width; x++) {
      if ((data[(y * picture.width + x) * channels] ?? 255) > 100) continue;
      [x0, y0, x1, y1] = [Math.min(x0, x), Math.min(y0, y), Math.max(x1, x + 1), Math.max(y1, y + 1)];
    }
  const [across, down] = [width / picture.width, height / picture.height];
  return [x0 * across, y0 * down, x1 * across, y1 * down].map((at) => Math.round(at));
}

const drawn = async (bytes: Uint8Array, page = 1, env: NodeJS.ProcessEnv = NONE): Promise<DrawnPage> => {
  const made = await drawPage(bytes, page, DEFAULT_LIMITS, env);
  if (made === undefined) throw new Error('no such page');
  return made;
};

const near = (found: readonly number[], wanted: readonly number[]): void => {
  found.forEach((at, i) => {
    expect(Math.abs(at - (wanted[i] ?? 0)), `${found} beside ${wanted}`).toBeLessThan(3);
  });
};

const scan = scannedPdf([
  { image: field(), dpi: 72 },
  { image: field(), dpi: 72, turn: 90 },
]);

test('a page that is an image is what its image shows, where it shows it', async () => {
  const page = await drawn(scan);
  expect([page.width, page.height]).toEqual([595, 842]);
  near(darkOf(page), FIELD);
});

test('a page that lies turned is drawn as it is shown', async () => {
  const page = await drawn(scan, 2);
  expect([page.width, page.height]).toEqual([842, 595]);
  near(darkOf(page), [842 - FIELD[3], FIELD[0], 842 - FIELD[1], FIELD[2]]);
});

test('the longer side has so many pixels, whatever the page claims to measure', async () => {
  const small: Picture = { width: 40, height: 20, channels: 1, data: new Uint8Array(800).fill(200) };
  for (const dpi of [1, 72]) {
    const { png } = await drawn(scannedPdf([{ image: small, dpi }]));
    expect(decode(png).width).toBe(2200);
  }
});

test('red of a seal stays red', async () => {
  const { width, height } = field();
  const data = new Uint8Array(width * height * 3).fill(255);
  for (let i = 0; i < width * 100; i++) data.set([210, 30, 40], i * 3);
  const made = decode((await drawn(scannedPdf([{ image: { width, height, channels: 3, data }, dpi: 72 }]))).png);
  const [r = 0, g = 0, b = 0] = made.data.subarray(made.width * 3 * 50 + 300, made.width * 3 * 50 + 303);
  expect(r).toBeGreaterThan(g + 80);
  expect(g).toBe(b);
});

test('a picture that is a document of its own is a page', async () => {
  const { width, height, data } = field();
  const { png, ...size } = await drawn(encode({ width, height, data, channels: 1, depth: 8 }));
  // A4, since the file tells no dots an inch.
  expect(Math.round(size.height)).toBe(842);
  near(darkOf({ png, ...size }), FIELD);
});

const painted: MadePage = {
  text: [],
  raw: `0 g ${FIELD[0]} ${842 - FIELD[3]} ${FIELD[2] - FIELD[0]} ${FIELD[3] - FIELD[1]} re f`,
};

test('without a program a page of letters is not drawn, and what to do is said', async () => {
  const text = column(56, 780, ['Kế hoạch']);
  const hex = `${'00'.repeat(80)}>`;
  const head = '/Type /XObject /Subtype /Image /Width 40 /Height 16 /ColorSpace /DeviceGray /BitsPerComponent 1';
  const logo = `<< ${head} /Filter /ASCIIHexDecode /Length ${hex.length} >>\nstream\n${hex}\nendstream`;
  for (const raw of ['', 'q 80 0 0 32 50 750 cm /Im Do Q'])
    await expect(drawn(makePdf([{ text, raw }], { more: [logo] }))).rejects.toMatchObject({
      code: 'format-unsupported',
      message: expect.stringMatching(/Page 1 is no image.*pdftoppm \(poppler-utils\).*KEHOACH_PDFTOPPM/u),
    });
});

test('a document without pages has none to show', async () => {
  const docx = await readFile(new URL('../../../fixtures/phu-tho-cchc-2026.docx', import.meta.url));
  await expect(drawn(docx)).rejects.toMatchObject({ code: 'format-unsupported' });
  expect(await drawPage(scan, 3, DEFAULT_LIMITS, NONE)).toBeUndefined();
});

describe.skipIf(!installed)('pdftoppm', () => {
  test('draws pages of letters, and scans at the same place as without it', async () => {
    const page = await drawn(makePdf([painted]), 1, process.env);
    expect([page.width, page.height, decode(page.png).height]).toEqual([595, 842, 2200]);
    near(darkOf(page), FIELD);
    near(darkOf(await drawn(scan, 1, process.env)), FIELD);
    near(darkOf(await drawn(scan, 2, process.env)), [842 - FIELD[3], FIELD[0], 842 - FIELD[1], FIELD[2]]);
  });

  test('draws what is shown of a page, which may be a part of it', async () => {
    const part: MadePage = { ...painted, crop: [50, 342, 450, 742] };
    const page = await drawn(makePdf([part]), 1, process.env);
    expect([page.width, page.height]).toEqual([400, 400]);
    near(darkOf(page), [FIELD[0] - 50, FIELD[1] - 100, FIELD[2] - 50, FIELD[3] - 100]);
  });
});

test('where the program fails, the image of the page is taken', async () => {
  near(darkOf(await drawn(scan, 1, { ...process.env, KEHOACH_PDFTOPPM: '/no/such/program' })), FIELD);
});
