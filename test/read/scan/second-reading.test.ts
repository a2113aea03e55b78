import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import type { GreyImage, RecognisedLine, Recogniser } from '../../../src/read/scan/recogniser.ts';
import { withDoubtfulFigures } from '../../../src/read/scan/second-reading.ts';
import { lineOf } from './lines.ts';

const IMAGE: GreyImage = { width: 1600, height: 2000, data: new Uint8Array(1600 * 2000).fill(255), dpi: 200 };

/** Reads each line that is cut out of the page as `second` says, in their order. */
function rereading(
  second: readonly string[],
  first: readonly RecognisedLine[],
  pictures: GreyImage[] = [],
): Recogniser {
  return {
    engine: 'none',
    data: 'none',
    recognise: async (image, options) => {
      expect(options).toEqual({ layout: 'block', reading: 'second' });
      pictures.push(image);
      let y = 0;
      return second.map((text, i) => {
        const { xHeight } = first[i] ?? { xHeight: 16 };
        y += Math.ceil(xHeight * 1.5);
        const [beside, above] = [Math.ceil(xHeight * 0.6), Math.ceil(xHeight * 0.3)];
        const line = lineOf(text, { x: beside, y: y + above + 24 });
        y += 24 + 2 * above;
        return line;
      });
    },
  };
}

async function doubtful(first: readonly RecognisedLine[], second: readonly string[]): Promise<string[]> {
  const lines = await withDoubtfulFigures(rereading(second, first), IMAGE, first, loadKnowledge());
  return lines.flatMap(({ words }) => words.filter((word) => word.doubtful === true).map(({ text }) => text));
}

describe('figures that are read a second time', () => {
  it('are doubtful where the readings differ', async () => {
    const first = [
      lineOf('Đến năm 2036 đạt 90%'),
      lineOf('không có số', { y: 300 }),
      lineOf('tăng 1.500 hộ', { y: 400 }),
    ];
    expect(await doubtful(first, ['Đến năm 2026 đạt 90%', 'tăng 1.500 hộ'])).toEqual(['2036']);
  });

  it.each([
    [129, ['95%']],
    [131, []],
  ])('are all doubtful on a coarse page: %d dots an inch', async (dpi, words) => {
    const first = [lineOf('đạt 95% hộ')];
    const again = rereading(['đạt 95% hộ'], first);
    const lines = await withDoubtfulFigures(again, { ...IMAGE, dpi }, first, loadKnowledge());
    expect(lines.flatMap((line) => line.words.filter(({ doubtful: doubt }) => doubt).map(({ text }) => text))).toEqual(
      words,
    );
  });

  it.each([
    ['đạt 1,500 hộ', 'đạt 1.500 hộ', ['1,500']],
    ['đạt 15% hộ', 'đạt 15 hộ', []],
    ['số 310/KH-UBND', 'số 310/KH-UBND', []],
    ['số 310/KH-UBND', 'số 370/KH-UBND', ['310/KH-UBND']],
    ['đạt 15% hộ', '', ['15%']],
  ])('%s / %s', async (one, other, words) => {
    expect(await doubtful([lineOf(one)], other === '' ? [] : [other])).toEqual(words);
  });

  it.each([
    ['ngày 20 tháng 1l năm 2025', 'ngày 20 tháng 11 năm 2025', 'ngày 20 tháng 11 năm 2025'],
    ['đạt 8.54I hộ', 'đạt 8.541 hộ', 'đạt 8.541 hộ'],
    ['thuê 5l nước', 'thuê 5l nước', 'thuê 5l nước'],
    ['tháng 1l', 'tháng 17', 'tháng 1l?'],
    ['tháng O1', 'tháng O1', 'tháng 01?'],
    ['ở 30o', 'ở 30o', 'ở 30o'],
    ['xã IoT', 'xã IoT', 'xã IoT'],
    // Between digits no letter is a unit.
    ['đạt 1.695.4l6 hộ', 'đạt 1.695.4l6 hộ', 'đạt 1.695.416 hộ'],
    ['đạt 8.541 hộ', 'đạt 8.54I hộ', 'đạt 8.541 hộ'],
    ['năm 202l', 'năm 202l', 'năm 2021?'],
    ['ngày 0] tháng', 'ngày 01 tháng', 'ngày 01 tháng'],
    ['ngày 0] tháng', 'ngày 0] tháng', 'ngày 01? tháng'],
    ['Điều 21] Nghị', 'Điều 21] Nghị', 'Điều 21]? Nghị'],
    ['năm 202i', 'năm 202i', 'năm 202i?'],
    ['S1', 'S1', 'S1?'],
    ['mỏ 7LNCN', 'mỏ 7LNCN', 'mỏ 7LNCN?'],
    ['đường 4G', 'đường 4G', 'đường 4G'],
    // A point that no number has is a comma, in both readings.
    ['đạt 58,22', 'đạt 58.22', 'đạt 58,22'],
    ['đạt 58.22', 'đạt 58,22', 'đạt 58,22'],
    ['đạt 58.22', 'đạt 58.22', 'đạt 58,22?'],
    ['đạt 82.938.5', 'đạt 82.938.5', 'đạt 82.938,5'],
    ['đạt 82.938.5', 'đạt 82.838.5', 'đạt 82.938,5?'],
  ])('have letters for digits where the second reading has digits: %s / %s', async (one, other, told) => {
    const lines = await withDoubtfulFigures(rereading([other], [lineOf(one)]), IMAGE, [lineOf(one)], loadKnowledge());
    const words = lines.flatMap((line) => line.words);
    expect(words.map(({ text, doubtful }) => (doubtful === true ? `${text}?` : text)).join(' ')).toBe(told);
  });

  it('are doubtful where they are printed too small', async () => {
    const small = lineOf('đạt 90%', { xHeight: 8 });
    const words = small.words.map((word) => ({ ...word, y0: word.y1 - 12 }));
    const first = [{ ...small, words }];
    expect(await doubtful(first, ['đạt 90%'])).toEqual(['90%']);
  });

  it('are doubtful on a page of few dots an inch, however large it was made', async () => {
    const first = [lineOf('đạt 90%')];
    const words = async (enlarged: number): Promise<(true | undefined)[]> => {
      const lines = await withDoubtfulFigures(rereading(['đạt 90%'], first), IMAGE, first, loadKnowledge(), enlarged);
      return lines.flatMap((line) => line.words.map((word) => word.doubtful));
    };
    expect(await words(1)).toEqual([undefined, undefined]);
    expect(await words(2)).toEqual([undefined, true]);
  });

  it('are doubtful where three digits stand behind others with hardly a space between', async () => {
    const line = lineOf('đạt 8 089 hộ');
    const near = (gap: number): RecognisedLine[] => {
      const [, eight] = line.words;
      const words = line.words.map((word, i) => (i === 2 ? { ...word, x0: (eight?.x1 ?? 0) + gap } : word));
      return [{ ...line, words }];
    };
    expect(await doubtful(near(8), ['đạt 8 089 hộ'])).toEqual(['8', '089']);
    expect(await doubtful(near(40), ['đạt 8 089 hộ'])).toEqual([]);
  });

  it('asks nothing where there are none', async () => {
    const pictures: GreyImage[] = [];
    const first = [lineOf('không có số')];
    expect(await withDoubtfulFigures(rereading([], first, pictures), IMAGE, first, loadKnowledge())).toEqual(first);
    expect(pictures).toEqual([]);
  });

  it('cuts the lines out of the page', async () => {
    const data = new Uint8Array(IMAGE.data);
    // A black dot in the line with a figure, and one in the line without.
    data[190 * IMAGE.width + 150] = 0;
    data[290 * IMAGE.width + 150] = 0;
    const pictures: GreyImage[] = [];
    const first = [lineOf('đạt 90%'), lineOf('không có số', { y: 300 })];
    await withDoubtfulFigures(rereading(['đạt 90%'], first, pictures), { ...IMAGE, data }, first, loadKnowledge());
    expect(pictures[0]?.data.filter((pixel) => pixel === 0)).toHaveLength(1);
  });
});
