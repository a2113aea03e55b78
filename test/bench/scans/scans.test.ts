import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect, test } from 'vitest';
import { characterErrors, columnByColumn, common, figuresBeside, nearest, piecesOf } from './characters.mjs';
import { scannedPdf } from './files.mjs';
import { type Picture, random, turned, twoTone, upsideDown } from './pixels.mjs';

const NEAREST: [pattern: string, text: string, distance: number][] = [
  ['kế hoạch', 'ban hành kế hoạch này', 0],
  ['kế hoạch', 'ban hành ké hoạch này', 1],
  ['kế hoạch', 'ban hành kếhoạch này', 1],
  ['kế hoạch', '', 8],
  ['a'.repeat(31), 'a'.repeat(31), 0],
  ['a'.repeat(32), `${'a'.repeat(20)}b${'a'.repeat(12)}`, 1],
  [`${'trồng rừng '.repeat(9)}mới`, `x ${'trồng rứng '.repeat(9)}mới y`, 9],
];
test.each(NEAREST)('%s nearest in %s: %s', (pattern, text, distance) => {
  expect(nearest(pattern, text).distance).toBe(distance);
});

test('bits of columns count as the table of all distances does', () => {
  const next = random(5);
  const word = (length: number): string => Array.from({ length }, () => 'abc'[Math.floor(next() * 3)]).join('');
  for (let i = 0; i < 300; i++) {
    const [pattern, text] = [word(1 + Math.floor(next() * 80)), word(Math.floor(next() * 120))];
    expect(nearest(pattern, text).distance, `${pattern} in ${text}`).toBe(byTable(pattern, text));
  }
});

function byTable(pattern: string, text: string): number {
  let column = Array.from({ length: pattern.length + 1 }, (_, i) => i);
  let best = pattern.length;
  for (const letter of text) {
    const made = [0];
    for (let i = 1; i <= pattern.length; i++)
      made.push(
        Math.min(
          (column[i - 1] ?? 0) + (pattern[i - 1] === letter ? 0 : 1),
          (column[i] ?? 0) + 1,
          (made[i - 1] ?? 0) + 1,
        ),
      );
    column = made;
    best = Math.min(best, column.at(-1) ?? 0);
  }
  return best;
}

test('paragraphs in another order are no errors, and short cells are looked for together', () => {
  const truth =
    'Diện tích trồng rừng mới năm nay là chín nghìn hecta\n1\n2\nSố giường bệnh trên một vạn dân được giữ như cũ';
  const [one, , , other] = truth.split('\n');
  expect(piecesOf(truth)).toEqual([one, `1 2 ${other}`]);
  expect(characterErrors(piecesOf(truth), `1 2 ${other}\n${one}`).wrong).toBe(0);
});

test('a text laid out with blanks is read column by column', () => {
  const laid = [
    'ỦY BAN            CỘNG HÒA',
    '  TỈNH            Độc lập',
    '',
    'SỐ: 1  /KH       Lào Cai',
    '',
    'Điều 1',
  ];
  const read = columnByColumn(laid.join('\n')).split('\n');
  const lines = read.map((line) => line.trim()).filter((line) => line !== '');
  expect(lines).toEqual(['ỦY BAN', 'TỈNH', 'CỘNG HÒA', 'Độc lập', 'SỐ: 1  /KH', 'Lào Cai', 'Điều 1']);
});

test('common words stand in order', () => {
  expect(common([...'abcab'], [...'acb'])).toHaveLength(3);
  expect(common([], ['a'])).toEqual([]);
});

const FIGURES: [truth: string, text: string, right: number, silent: string[]][] = [
  ['đạt 12,5% và 1.500 ha', 'dat 12,5% va 1.500 ha', 2, []],
  ['đạt 12,5% và 1.500 ha', 'đạt 12,6% và 1.500 ha', 1, ['12,6']],
  ['đạt 12,5%', 'đạt 125%', 0, ['125']],
  ['đạt 12,5%', 'đạt %', 0, []],
  // Columns in another order.
  ['cột một 17 cột hai 23', 'cột hai 23 cột một 17', 2, []],
  // The same figure twice is right as often as it is there.
  ['còn 17 xã', 'còn 17 xã 17', 1, ['17']],
];
test.each(FIGURES)('figures of %s in %s', (truth, text, right, silent) => {
  const found = figuresBeside(truth, text);
  expect(found.right).toBe(right);
  expect(found.silent.map((one) => one.text)).toEqual(silent);
  const warned = figuresBeside(truth, text, () => true);
  expect(warned.silent).toEqual([]);
  expect(warned.falseDoubts).toBe(right);
});

/** Specks, runs of all lengths and rows that are alike but for a shift, in two tones. */
function pattern(width: number, height: number): Picture {
  const next = random(width);
  const data = new Uint8Array(width * height).fill(255);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      if (y % 4 === 0 ? next() < 0.1 : y % 4 === 1 ? x > y && x < width - y * 3 : y % 4 === 2 ? x % (y + 2) < 2 : false)
        data[y * width + x] = 0;
  return { width, height, channels: 1, data };
}

async function decoded(bytes: Uint8Array): Promise<number[]> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), isOffscreenCanvasSupported: false, verbosity: 0 })
    .promise;
  const page = await pdf.getPage(1);
  const { fnArray, argsArray } = await page.getOperatorList();
  const at = fnArray.indexOf(OPS.paintImageXObject);
  const { data, width, height, kind } = await new Promise<{
    data: Uint8Array;
    width: number;
    height: number;
    kind: number;
  }>((resolve) => page.objs.get(argsArray[at][0], resolve));
  await pdf.destroy();
  const row = kind === 1 ? Math.ceil(width / 8) : width * (kind === 2 ? 3 : 4);
  return Array.from({ length: width * height }, (_, i) => {
    const [x, y] = [i % width, Math.floor(i / width)];
    if (kind !== 1) return data[y * row + x * (kind === 2 ? 3 : 4)] ?? 0;
    return (((data[y * row + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1) * 255;
  });
}

test.each(['fax', 'bits', 'flate'] as const)('a picture written as %s is read again as it was', async (form) => {
  for (const [width, height] of [
    [64, 40],
    [2731, 24],
    [5300, 9],
  ] as const) {
    const image = pattern(width, height);
    expect(await decoded(scannedPdf([{ image, dpi: 200, form }]))).toEqual([...image.data]);
  }
});

test('what is done to pages keeps what it should', () => {
  const image = pattern(64, 40);
  expect(upsideDown(upsideDown(image))).toEqual(image);
  expect(twoTone(turned(image, 0))).toEqual(image);
});
