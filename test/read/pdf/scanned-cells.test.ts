import { expect, test } from 'vitest';
import { withCellsAlone } from '../../../src/read/pdf/scanned-cells.ts';
import type { ScannedPage } from '../../../src/read/scan/page.ts';
import type { RecognisedLine, Recogniser } from '../../../src/read/scan/recogniser.ts';
import { rulesOf, withoutRules } from '../../../src/read/scan/rules.ts';
import { drawnPage, frame, words } from '../scan/draw.ts';
import { lineOf, textOf } from '../scan/lines.ts';

const DPI = 200;
const ruled = drawnPage(1000, 600, [
  ...frame([100, 300, 600, 900], [100, 200, 300]),
  ...words(120, 280, 160),
  ...words(320, 580, 160),
  ...words(120, 280, 260),
  [700, 250, 703, 253],
]);
const rules = rulesOf(ruled, DPI);
const scanned = (lines: readonly RecognisedLine[]): ScannedPage => ({
  picture: withoutRules(ruled, rules, DPI),
  dpi: DPI,
  lines,
  rules,
  turn: 0,
  back: (x, y) => [x, y],
  quality: 1,
  enlarged: 1,
});

function fake(confidence: number) {
  const asked: [number, number][] = [];
  const recogniser: Recogniser = {
    engine: 'fake 1',
    data: 'none',
    async recognise({ width, height }) {
      asked.push([width, height]);
      return [lineOf('98', { x: 20, y: 50, confidence })];
    },
  };
  return { recogniser, asked };
}
const FIRST = lineOf('TT', { x: 130, y: 160 });
const UNSURE = lineOf('9B', { x: 130, y: 260, confidence: 0.3 });

test('cells that came out empty or unsure are read alone; specks and what was read well are not', async () => {
  const { recogniser, asked } = fake(0.9);
  const { lines } = await withCellsAlone(scanned([FIRST, UNSURE]), recogniser);
  expect(asked).toHaveLength(2);
  expect(lines.map(textOf)).toEqual(['TT', '98', '98']);
  expect(lines.slice(1).map(({ words: [word] }) => [(word?.x0 ?? 0) > 300, (word?.y0 ?? 0) > 200])).toEqual([
    [true, false],
    [false, true],
  ]);
});

test('what the engine is not sure of alone either is not taken', async () => {
  const { lines } = await withCellsAlone(scanned([FIRST, UNSURE]), fake(0.4).recogniser);
  expect(lines.map(textOf)).toEqual(['TT', '9B']);
});
