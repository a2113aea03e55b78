import { describe, expect, test } from 'vitest';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import { DEFAULT_LIMITS } from '../../../src/model/block.ts';
import { readPdf } from '../../../src/read/pdf/pdf.ts';
import { column, LETTER, type MadePage, makePdf, type Painted, type PdfOptions } from './make-pdf.ts';

const FIRST = '- Tỷ lệ hồ sơ được xử lý trực tuyến đạt trên 85% vào cuối năm;';
const SECOND = '- Số xã có đường ô tô đến trung tâm tăng thêm 15 xã so với năm trước;';
const THIRD = '- Giảm ít nhất 20% chi phí tuân thủ thủ tục hành chính của người dân.';
const LINES = [FIRST, SECOND, THIRD];
const text = (more: Partial<Painted> = {}): Painted[] => column(56, 700, LINES, more);

async function read(pages: readonly MadePage[], options: PdfOptions = {}) {
  const { blocks, setAside = [], issues } = await readPdf(makePdf(pages, options), DEFAULT_LIMITS, loadKnowledge());
  return {
    texts: blocks.filter((block) => block.furniture === undefined).map((block) => block.text),
    aside: setAside.map(({ reason, text: words }) => [reason, words]),
    codes: issues.map(({ code }) => code),
  };
}
const as = (found: Awaited<ReturnType<typeof read>>) => found;
const PLAIN = { texts: LINES, aside: [], codes: [] };

describe('what is painted twice is one text', () => {
  const sizes = [
    [12, 1.2, -1.2],
    [12, 0.4, 0],
    [12, 2.5, -0.8],
    [9, 0.9, 0.9],
    [16, 3, -3],
  ] as const;
  test.each(sizes)('type of %d points with its shadow %d beside and %d below', async (size, dx, dy) => {
    const of = (x: number, y: number, colour: readonly [number, number, number]): Painted[] =>
      LINES.map((line, i) => ({ x, y: y - i * 2 * size, text: line, size, colour }));
    const shadow = of(40 + dx, 700 + dy, [0.7, 0.7, 0.7]);
    const print = of(40, 700, [0, 0, 0]);
    const page = size === 16 ? ([842, 842] as const) : ([595, 842] as const);
    for (const painted of [[...shadow, ...print], shadow.flatMap((s, i) => [s, print[i] ?? s])]) {
      expect((await read([{ text: painted, size: page }])).texts).toEqual(LINES);
    }
  });

  test('letter by letter, thrice, for bold', async () => {
    const letters = LINES.flatMap((line, i) =>
      [...line].flatMap((letter, k) =>
        [0, 0.2, 0.4].map((dx) => ({ x: 56 + k * 12 * LETTER + dx, y: 700 - i * 20, text: letter })),
      ),
    );
    expect((await read([{ text: letters }])).texts).toEqual(LINES);
  });

  test('a figure of another size a little off its line is of it', async () => {
    const found = await read([
      {
        text: [
          { x: 56, y: 500, text: 'Nhóm:', size: 8 },
          { x: 80, y: 498, text: '70%', size: 14 },
          { x: 104, y: 500, text: 'vào cuối năm', size: 8 },
          ...text(),
        ],
      },
    ]);
    expect(found.texts).toEqual([...LINES, 'Nhóm: 70% vào cuối năm']);
  });

  test('a large figure a little off its line is of it', async () => {
    const label = { x: 130, y: 500, text: 'hồ sơ trực tuyến', size: 11 };
    for (const y of [495, 505])
      expect((await read([{ text: [{ x: 56, y, text: '95%', size: 36 }, label, ...text()] }])).texts).toEqual([
        ...LINES,
        '95% hồ sơ trực tuyến',
      ]);
  });

  test('the same letters side by side are all there', async () => {
    const roman = ['iii) Có 111 xã và 1.000.000 đồng', 'lll 000 ... vvv'];
    expect((await read([{ text: [...column(56, 600, roman), ...text()] }])).texts.join(' ')).toContain(
      'iii) Có 111 xã và 1.000.000 đồng',
    );
  });
});

describe('letters that are not seen', () => {
  const ocr = LINES.map((line) => line.replace('ỷ', 'y').replace('đ', 'd'));

  test.each([0, 1.5, -3])('an OCR layer over printed text, moved by %d', async (dx) => {
    const under = column(56 + dx, 701, ocr, { mode: 3, size: 11 });
    expect((await read([{ text: [...text(), ...under] }])).texts).toEqual(LINES);
    expect((await read([{ text: [...under, ...text()] }])).texts).toEqual(LINES);
  });

  test('the OCR layer of a picture is read, beside a printed page number and stamp too', async () => {
    const picture = 'q 595 0 0 842 0 0 cm /Im Do Q';
    const more = [IMAGE];
    const stamp = { x: 400, y: 800, text: 'ĐẾN Số 12' };
    expect(as(await read([{ raw: picture, text: text({ mode: 3 }) }], { more }))).toEqual(PLAIN);
    const stamped = await read([{ raw: picture, text: [stamp, ...text({ mode: 3 })] }], { more });
    expect(stamped.texts).toEqual(['ĐẾN Số 12', ...LINES]);
  });

  test('beside printed text, without a picture, they are hidden', async () => {
    const hidden = { x: 56, y: 300, text: 'Mật khẩu của tệp là 123456', mode: 3 };
    expect(await read([{ text: [...text(), hidden] }])).toEqual({
      texts: LINES,
      aside: [['hidden', 'Mật khẩu của tệp là 123456']],
      codes: ['hidden-text'],
    });
  });

  test('what a later box covers is not read; the figure on top of it is', async () => {
    const at = FIRST.indexOf('85') * 12 * LETTER + 56;
    const box = `1 1 1 rg ${at - 1} 696 14 13 re f 0 g`;
    expect(await read([{ text: [...text(), { x: at, y: 700, text: '95', raw: box }] }])).toEqual({
      texts: [FIRST.replace('85', '95'), SECOND, THIRD],
      aside: [['covered', '85']],
      codes: ['hidden-text'],
    });
  });

  test('boxes painted before, outlines, sheer boxes and boxes that are cut off cover nothing', async () => {
    const boxes = [
      ['1 1 0.6 rg 50 600 500 120 re f 0 g', ''],
      ['', '50 600 500 120 re S'],
      ['', 'q 0 0 10 10 re W n 1 1 1 rg 0 0 595 842 re f Q'],
      ['', '1 g 40 590 520 140 re 50 600 500 120 re f* 0 g'],
    ] as const;
    for (const [raw, after] of boxes)
      expect(as(await read([{ raw, text: [...text(), { x: 56, y: 500, text: '.', raw: after }] }])).texts[0]).toBe(
        FIRST,
      );
  });

  test('a box that covers the edge of a word leaves the word', async () => {
    const at = FIRST.indexOf('trên') * 12 * LETTER + 56;
    const box = `1 1 1 rg ${at - 60} 696 ${60 + 6} 13 re f 0 g`;
    const field = { x: at - 58, y: 700, text: 'đạt mức', raw: box };
    expect((await read([{ text: [...text(), field] }])).texts[0]).toContain('đạt mức trên 85%');
  });

  test('white on white is hidden, white on a coloured head is not', async () => {
    const white = [1, 1, 1] as const;
    const head = { x: 56, y: 760, text: 'Chỉ tiêu của năm', colour: white };
    const dark = '0.1 0.2 0.5 rg 50 750 300 30 re f 0 g';
    expect((await read([{ raw: dark, text: [head, ...text()] }])).texts).toEqual(['Chỉ tiêu của năm', ...LINES]);
    expect(await read([{ text: [head, ...text()] }])).toEqual({
      texts: LINES,
      aside: [['hidden', 'Chỉ tiêu của năm']],
      codes: ['hidden-text'],
    });
    const photo = await read([{ raw: 'q 300 0 0 60 50 740 cm /Im Do Q', text: [head, ...text()] }], { more: [IMAGE] });
    expect(photo.texts[0]).toBe('Chỉ tiêu của năm');
  });

  test('letters as dark as the box under them are hidden', async () => {
    const head = { x: 56, y: 760, text: 'Số điện thoại 0912', colour: [0, 0, 0] as const };
    expect((await read([{ raw: '0 g 50 750 300 30 re f', text: [head, ...text()] }])).texts).toEqual(LINES);
  });

  test.each([
    [false, LINES, [['hidden', 'Phương án cũ: 45%']]],
    [true, ['Phương án cũ: 45%', ...LINES], []],
  ] as const)('a layer that is on: %s', async (on, texts, aside) => {
    const old = { x: 56, y: 740, text: 'Phương án cũ: 45%', layer: 0 };
    const found = await read([{ text: [old, ...text()] }], { layers: [on] });
    expect([found.texts, found.aside]).toEqual([texts, aside]);
  });

  test('what is outside the shown part of the page', async () => {
    const crop = [0, 400, 595, 842] as const;
    const old = { x: 56, y: 380, text: 'Phương án cũ: 45%' };
    expect(await read([{ crop, text: [...text(), old] }])).toEqual({
      texts: LINES,
      aside: [['hidden', 'Phương án cũ: 45%']],
      codes: ['hidden-text'],
    });
  });
});

describe('text that is laid over the page', () => {
  const pale = [0.8, 0.8, 0.8] as const;
  test.each([
    ['slanted', { x: 120, y: 560, text: 'BẢN NHÁP', size: 60, slant: 45 }],
    ['slanted a little', { x: 60, y: 640, text: 'BẢN NHÁP', size: 60, slant: 20 }],
    ['slanted downwards', { x: 120, y: 760, text: 'LƯU HÀNH NỘI BỘ', size: 30, slant: -40 }],
    ['slanted and small', { x: 120, y: 660, text: 'nguyenvana 12/01/2026', size: 12, slant: 30 }],
    ['large and flat', { x: 60, y: 670, text: 'BẢN NHÁP', size: 60 }],
    ['large and flat and black over one line', { x: 60, y: 690, text: 'MẬT', size: 30 }],
  ] as const)('%s, before and after the text', async (_, mark) => {
    for (const painted of [
      [mark, ...text()],
      [...text(), mark],
      [...text(), { ...mark, colour: pale }],
    ]) {
      const codes = /\d/u.test(mark.text) ? ['text-overlaid'] : [];
      expect(await read([{ text: painted }])).toEqual({ texts: LINES, aside: [['watermark', mark.text]], codes });
    }
  });

  test('in tiles of the size of the text', async () => {
    const tiles = [0, 1, 2, 3].flatMap((row) =>
      [0, 1, 2].map((at) => ({ x: 40 + at * 170, y: 715 - row * 12, text: 'tran.thi.b 08:30', size: 12 })),
    );
    for (const painted of [
      [...tiles, ...text()],
      [...text(), ...tiles.map((tile) => ({ ...tile, colour: pale }))],
    ]) {
      const found = await read([{ text: painted }]);
      expect([found.texts, found.aside.map(([reason]) => reason), found.codes]).toEqual([
        LINES,
        ['watermark'],
        ['text-overlaid'],
      ]);
    }
  });

  test('on several pages, over white on one of them', async () => {
    const mark = { x: 60, y: 400, text: 'BẢN NHÁP', size: 60 };
    const down = column(56, 400, LINES);
    const found = await read([{ text: [...text(), mark] }, { text: [...down, mark] }, { text: [...down, mark] }]);
    expect(found.texts.filter((line) => line.includes('BẢN'))).toEqual([]);
  });

  test('a large title, a large first letter and a page of large type are text', async () => {
    const title = { x: 56, y: 780, text: 'KẾ HOẠCH', size: 40 };
    const first = { x: 40, y: 676, text: 'T', size: 30 };
    expect((await read([{ text: [title, ...text()] }])).texts).toEqual(['KẾ HOẠCH', ...LINES]);
    const lines = column(70, 700, LINES);
    const found = await read([{ text: [first, ...lines] }]);
    expect([found.texts.filter((line) => line !== 'T'), found.aside]).toEqual([LINES, []]);
  });

  test.each([
    ['a white title on a banner', 'KẾ HOẠCH 12/KH-UBND', 32, [1, 1, 1], '0 0.2 0.6 rg 0 730 595 112 re f 0 g'],
    ['a figure in orange', '95%', 36, [1, 0.75, 0], ''],
    ['a figure in light blue', '12.000', 36, [0.6, 0.8, 1], ''],
    ['a figure in the light green of Word', '45%', 36, [0.573, 0.816, 0.314], ''],
    ['a grey word', 'MỤC TIÊU', 40, [0.8, 0.8, 0.8], ''],
  ] as const)('large and pale over nothing is text: %s', async (_, title, size, colour, raw) => {
    const page = { raw, text: [{ x: 40, y: 750, text: title, size, colour }, ...text()] };
    expect(await read([page])).toEqual({ texts: [title, ...LINES], aside: [], codes: [] });
  });

  test('heads of columns that slant are told', async () => {
    const heads = [300, 400].map((x) => ({ x, y: 600, text: 'Tỷ lệ hộ nghèo', size: 10, slant: 45 }));
    const { aside, codes } = await read([{ text: [...heads, ...text()] }]);
    expect([aside.map(([reason]) => reason), codes]).toEqual([['watermark'], ['text-overlaid']]);
  });

  test('where nothing tells which of two texts is the page, that is said', async () => {
    const other = column(57.5, 702, ['Ban hành kèm theo văn bản của một cơ quan khác nữa']);
    expect((await read([{ text: [...text(), ...other] }])).codes).toEqual(['text-overlaid']);
  });
});

describe('letters struck out', () => {
  const from = FIRST.indexOf('85%') * 12 * LETTER + 56;
  test.each([
    ['a thin box', `${from} 703 ${3 * 12 * LETTER} 0.7 re f`],
    ['a stroke', `0.6 w ${from} 703.2 m ${from + 3 * 12 * LETTER} 703.2 l S`],
    ['two strokes', `0.4 w ${from} 702.6 m ${from + 18} 702.6 l S ${from} 704.2 m ${from + 18} 704.2 l S`],
    ['pieces', `${from} 703 6 0.7 re f ${from + 6} 703 6 0.7 re f ${from + 12} 703 6 0.7 re f`],
  ])('by %s', async (_, raw) => {
    expect(await read([{ raw, text: text() }])).toEqual({
      texts: [FIRST.replace(' 85%', ''), SECOND, THIRD],
      aside: [['struck', '85%']],
      codes: ['struck-text'],
    });
  });

  test('whole lines', async () => {
    const raw = `56 685 ${SECOND.length * 6} 0.7 re f`;
    expect((await read([{ raw, text: text() }])).texts).toEqual([FIRST, THIRD]);
  });

  test('a line under, over or far beyond the letters strikes nothing', async () => {
    for (const raw of [`${from} 698.5 18 0.7 re f`, `56 711 ${FIRST.length * 6} 0.7 re f`, '0 703 590 0.7 re f'])
      expect((await read([{ raw, text: text() }])).texts).toEqual(LINES);
  });

  test.each([
    [
      'with lines at their ends',
      [
        [50, 718, 50, 640],
        [560, 718, 560, 640],
      ],
    ],
    ['without', []],
  ] as const)('borders of rows that are too narrow for their text strike nothing: %s', async (_, ends) => {
    const rules = [718, 703.5, 683.5, 663.5].map((y) => [50, y, 560, y] as const);
    const page = { rules: [...rules, ...ends], text: text() };
    const { aside, codes, texts } = await read([page]);
    expect([aside, codes]).toEqual([[], []]);
    for (const line of LINES) expect(texts.join(' ')).toContain(line);
  });

  test('by the note of a reviewer', async () => {
    const quads = `${from} 710 ${from + 18} 710 ${from} 698 ${from + 18} 698`;
    const note = `<< /Type /Annot /Subtype /StrikeOut /Rect [${from} 697 ${from + 18} 711] /QuadPoints [${quads}] /C [1 0 0] /F 4 >>`;
    expect((await read([{ annotations: [note], text: text() }])).texts[0]).toBe(FIRST.replace(' 85%', ''));
  });
});

describe.each([90, 180, 270])('on a page turned by %d', (rotate) => {
  // The text stands as it is written; the page is shown turned.
  const from = FIRST.indexOf('85%') * 12 * LETTER + 56;
  const mark = { x: 60, y: 670, text: 'BẢN NHÁP', size: 60 };
  const slanted = { x: 120, y: 560, text: 'BẢN NHÁP', size: 60, slant: 45 };
  const at = { x: from, y: 700, text: '95', raw: `1 1 1 rg ${from - 1} 696 14 13 re f 0 g` };

  test('the same holds', async () => {
    const size = [842, 842] as const;
    expect((await read([{ rotate, size, text: [...text(), mark, slanted] }])).texts).toEqual(LINES);
    const covered = await read([{ rotate, size, text: [...text(), at] }]);
    expect([covered.texts[0], covered.aside]).toEqual([FIRST.replace('85', '95'), [['covered', '85']]]);
    const struck = await read([{ rotate, size, raw: `${from} 703 18 0.7 re f`, text: text() }]);
    expect([struck.texts[0], struck.aside]).toEqual([FIRST.replace(' 85%', ''), [['struck', '85%']]]);
    const shadow = text({ colour: [0.7, 0.7, 0.7] }).map((line) => ({ ...line, x: line.x + 1, y: line.y - 1 }));
    expect((await read([{ rotate, size, text: [...shadow, ...text()] }])).texts).toEqual(LINES);
  });
});

const IMAGE =
  '<< /Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 4 >>\nstream\nabcd\nendstream';
