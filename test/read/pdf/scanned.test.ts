import { expect, test } from 'vitest';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import { DEFAULT_LIMITS } from '../../../src/model/block.ts';
import { type ErrorCode, PlanError } from '../../../src/model/errors.ts';
import { readPdf } from '../../../src/read/pdf/pdf.ts';
import { readParts } from '../../../src/read/pdf/scanned-pages.ts';
import type { PageRead } from '../../../src/read/scan/page-read.ts';
import type { GreyImage, ReadingOptions, RecognisedLine } from '../../../src/read/scan/recogniser.ts';
import type { Recognition } from '../../../src/read/scan/recognition.ts';
import { type Bar, drawnPage, lines } from '../scan/draw.ts';
import { lineOf } from '../scan/lines.ts';
import { column, type MadePage, makePdf } from './make-pdf.ts';

const SENTENCES = [
  'Tỷ lệ hồ sơ được giải quyết trực tuyến của tỉnh đạt trên',
  'chín mươi phần trăm vào cuối năm; người dân hài lòng với',
  'việc phục vụ của cơ quan hành chính nhà nước các cấp.',
];
const [WIDTH, HEIGHT] = [620, 876];
/** Black at its upper left, so that it can be told which way it lies. */
const CORNER: Bar = [20, 20, 100, 100];
const scan = drawnPage(WIDTH, HEIGHT, [CORNER, ...lines(100, 560, 200, 12, 36)]);

function imageOf({ width, height, grey }: { width: number; height: number; grey: Uint8Array }): string {
  const row = Math.ceil(width / 8);
  const bits = new Uint8Array(row * height);
  grey.forEach((shade, i) => {
    const [x, y] = [i % width, Math.floor(i / width)];
    if (shade > 127) bits[y * row + (x >> 3)] = (bits[y * row + (x >> 3)] ?? 0) | (0x80 >> (x & 7));
  });
  const hex = Buffer.from(bits).toString('hex');
  return `<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /ASCIIHexDecode /Length ${hex.length + 1} >>\nstream\n${hex}>\nendstream`;
}

const darkness = ({ width, height, data }: GreyImage): number => {
  let dark = 0;
  for (let y = 0; y < height / 8; y++)
    for (let x = 0; x < width / 6; x++) if ((data[y * width + x] ?? 255) < 128) dark++;
  return dark / ((height / 8) * (width / 6));
};

/** Reads the sentences where the image lies upright, and next to nothing where it does not. */
function fake(more: Partial<Recognition> = {}, texts: readonly string[] = SENTENCES) {
  const asked: { readonly image: GreyImage; readonly options: ReadingOptions }[] = [];
  const recognise = async (image: GreyImage, options: ReadingOptions): Promise<readonly RecognisedLine[]> => {
    if (options.reading === 'second') return [];
    asked.push({ image, options });
    const upright = darkness(image) > 0.3;
    return texts.map((text, i) =>
      upright
        ? lineOf(text, { x: 200, y: 400 + i * 72, xHeight: 22, confidence: 0.95 })
        : lineOf('ìI~ „Ạ4 ÿq', { y: 400 + i * 72, confidence: 0.2 }),
    );
  };
  const recognition: Recognition = { recogniser: { engine: 'fake 1', data: 'none', recognise }, mode: 'auto', ...more };
  return { recognition, asked };
}

const whole = 'q 595 0 0 841 0 0 cm /Im Do Q';
const read = (pages: readonly MadePage[], recognition?: Recognition, image = scan) =>
  readPdf(makePdf(pages, { more: [imageOf(image)] }), DEFAULT_LIMITS, loadKnowledge(), recognition);
const joined = SENTENCES.join(' ');

test('a page that is an image is read as a paragraph, with boxes where its lines stand', async () => {
  const { recognition } = fake();
  const { blocks, issues } = await read([{ raw: whole, text: [] }], recognition);
  expect(blocks.map(({ text }) => text)).toEqual([joined]);
  // The picture was made twice as large: 200 of its pixels are 96 points, 400 are 192.
  const [x0, y0, , y1] = blocks[0]?.runs?.[0]?.box ?? [0, 0, 0, 0];
  expect(Math.abs(x0 - 96)).toBeLessThan(2);
  expect(y0).toBeLessThan(192);
  expect(y1).toBeGreaterThan(192);
  expect(issues.map(({ code }) => code)).toContain('page-recognised');
});

test('pages with a text keep it, and only those without are recognised; as many as are allowed', async () => {
  const text = column(56, 780, ['Kế hoạch cải cách hành chính của tỉnh trong năm nay như sau:']);
  const pages = [{ text }, { raw: whole, text: [] }, { raw: whole, text: [] }];
  const { recognition, asked } = fake({ maxPages: 1 });
  const { blocks, issues } = await read(pages, recognition);
  expect(asked).toHaveLength(1);
  expect(blocks.map(({ page }) => page)).toEqual([1, 2]);
  expect(issues.map(({ code, page }) => [code, page])).toEqual([
    ['page-without-text', 3],
    ['page-recognised', 2],
  ]);
});

test('a few words of a signature beside the image stay; a whole text is read from the image only by force', async () => {
  const signed = column(400, 60, ['Ký số ngày 5/5/2025']);
  const beside = await read([{ raw: whole, text: signed }], fake().recognition);
  expect(beside.blocks.map(({ text }) => text)).toEqual([joined, 'Ký số ngày 5/5/2025']);
  const text = column(56, 780, Array<string>(8).fill('Kế hoạch cải cách hành chính của tỉnh trong năm nay như sau'));
  const own = fake();
  await read([{ raw: whole, text }], own.recognition);
  expect(own.asked).toHaveLength(0);
  const forced = fake({ mode: 'force' });
  await read([{ raw: whole, text }], forced.recognition);
  expect(forced.asked).toHaveLength(1);
});

test.each([90, 180, 270])(
  'an image that lies turned by %d degrees is turned back, and its boxes with the page',
  async (rotate) => {
    const { recognition, asked } = fake();
    const { blocks } = await read(
      [
        { raw: whole, text: [], rotate },
        { raw: whole, text: [], rotate },
      ],
      recognition,
    );
    expect(blocks.map(({ text }) => text).join(' ')).toContain(joined);
    // The second page is tried first the way the first one lay.
    expect(darkness(asked.at(-1)?.image ?? { width: 1, height: 1, data: new Uint8Array(1), dpi: 1 })).toBeGreaterThan(
      0.3,
    );
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = blocks[0]?.runs?.[0]?.box ?? [];
    expect(rotate === 180 ? x1 - x0 > y1 - y0 : y1 - y0 > x1 - x0).toBe(true);
  },
);

test('strips are put together; a watermark over them is no part of them', async () => {
  const upper = drawnPage(WIDTH, HEIGHT / 2, [CORNER]);
  const strips = 'q 595 0 0 420.5 0 420.5 cm /Im Do Q q 595 0 0 420.5 0 0 cm /Im Do Q q 30 0 0 300 560 200 cm /Im Do Q';
  const { recognition, asked } = fake();
  await read([{ raw: strips, text: [] }], recognition, upper);
  const image = asked[0]?.image;
  expect([image?.width, image?.height]).toEqual([WIDTH * 2, HEIGHT * 2]);
  const at = (x: number, y: number) => image?.data[y * image.width + x];
  expect([at(100, 100), at(100, HEIGHT + 100), at(100, 400), at(1190, 900)]).toEqual([0, 0, 255, 255]);
});

test('where little can be read the page is named; where that is all the document fails with advice', async () => {
  const text = column(56, 780, ['Kế hoạch cải cách hành chính của tỉnh trong năm nay như sau:']);
  const { recognition } = fake({}, ['„ì~ ÿq', 'x ˆˆ']);
  const { issues } = await read([{ text }, { raw: whole, text: [] }], recognition);
  expect(issues.map(({ code, page }) => [code, page])).toEqual([['page-unreadable', 2]]);
  await expect(read([{ raw: whole, text: [] }], recognition)).rejects.toMatchObject({ code: 'text-unreadable' });
  await expect(read([{ raw: whole, text: [] }])).rejects.toMatchObject({ code: 'no-text-layer' });
});

/** Nine pages and more are read in parts. */
const MANY = 10;
const many = Array.from({ length: MANY }, () => ({ raw: whole, text: [] }));
const file = makePdf(many, { more: [imageOf(scan)] });

test('pages that are read apart make the same document, to the last letter', async () => {
  const { recognition } = fake();
  const here = await readPdf(file, DEFAULT_LIMITS, loadKnowledge(), recognition);
  const asked: (readonly number[])[] = [];
  const apart: Recognition['apart'] = async (parts) => {
    const read: [number, PageRead][] = [];
    for (const part of parts.toReversed()) {
      asked.push(part);
      // As it goes from one process to another.
      read.push(...structuredClone(await readParts(file, [part], { recognition, knowledge: loadKnowledge() })));
    }
    return new Map(read);
  };
  const there = await readPdf(file, DEFAULT_LIMITS, loadKnowledge(), { ...recognition, apart });
  expect(there).toEqual(here);
  expect(there.recognised?.pages).toHaveLength(MANY);
  expect(asked).toEqual([
    [8, 9],
    [0, 1, 2, 3, 4, 5, 6, 7],
  ]);
});

test('the first page of each part is tried upright first, whatever the page before it was', async () => {
  const { recognition, asked } = fake();
  const upsideDown = many.map((page) => ({ ...page, rotate: 180 }));
  await readPdf(makePdf(upsideDown, { more: [imageOf(scan)] }), DEFAULT_LIMITS, loadKnowledge(), recognition);
  const tries = asked.map(({ image }) => darkness(image) > 0.3);
  expect(tries.flatMap((upright, i) => (upright ? [] : [i]))).toEqual([0, 9]);
});

/** The engine fails on these pages, each time that it is asked. */
function failing(pages: readonly number[], code: ErrorCode): Recognition {
  const { recognition } = fake();
  let page = 0;
  return {
    ...recognition,
    onPage: (done) => {
      page = done;
    },
    recogniser: {
      ...recognition.recogniser,
      async recognise(image, options) {
        if (pages.includes(page)) throw new PlanError(code, 'read', 'The engine failed.');
        return recognition.recogniser.recognise(image, options);
      },
    },
  };
}

test.each(['worker-lost', 'time-exceeded'] as const)('a page with %s is named, and the others stay', async (code) => {
  const read = (pages: readonly number[]) => readPdf(file, DEFAULT_LIMITS, loadKnowledge(), failing(pages, code));
  const { issues, recognised } = await read([3]);
  expect(recognised?.pages).toEqual([1, 2, 3, 5, 6, 7, 8, 9, 10]);
  expect(issues.filter(({ code }) => code === 'page-unreadable')).toMatchObject([
    { page: 4, message: expect.stringMatching(/could not be read: it took too long, or what reads it was lost/u) },
  ]);
  // Where most of them are lost, the document is tried again some other time.
  await expect(read([1, 2, 3, 4, 6, 8])).rejects.toMatchObject({ code, message: 'The engine failed.' });
});

test('a page on which the engine fails once is read', async () => {
  const { recognition } = fake();
  let failed = false;
  const { recogniser } = recognition;
  const recognise: typeof recogniser.recognise = async (image, options) => {
    if (!failed) {
      failed = true;
      throw new PlanError('worker-lost', 'read', 'The engine failed.');
    }
    return recogniser.recognise(image, options);
  };
  const { recognised } = await read([{ raw: whole, text: [] }], {
    ...recognition,
    recogniser: { ...recogniser, recognise },
  });
  expect(recognised?.pages).toEqual([1]);
});
