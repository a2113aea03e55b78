import { expect, test } from 'vitest';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import { readPicture } from '../../../src/read/scan/page.ts';
import type { ImageLayout, RecognisedLine, Recogniser } from '../../../src/read/scan/recogniser.ts';
import { drawnPage, lines } from './draw.ts';
import { type LineOptions, lineOf, textOf } from './lines.ts';

const page = drawnPage(800, 1000, lines(100, 700, 200, 12));
const SENTENCE = 'Theo đề nghị của Sở Công Thương tại Tờ trình số 4179 ngày';

/** What is read of a page whose second line is this, and of that line alone. */
async function read(text: string, options: LineOptions, alone: RecognisedLine[]): Promise<[string[], ImageLayout[]]> {
  const asked: ImageLayout[] = [];
  const recogniser: Recogniser = {
    engine: 'fake 1',
    data: 'none',
    async recognise(_, { layout }) {
      asked.push(layout);
      const first = lineOf(SENTENCE, { confidence: 0.95 });
      return layout === 'line' ? alone : [first, lineOf(text, { y: 240, confidence: 0.17, ...options })];
    },
  };
  const found = await readPicture(page, 200, recogniser, loadKnowledge());
  return [found?.lines.map(textOf) ?? [], asked];
}

test('the end of a paragraph of which the engine is not sure is read alone', async () => {
  const [told, asked] = await read('l4l7/2026.', {}, [lineOf('14/7/2026.', { confidence: 0.9 })]);
  expect(told).toEqual([SENTENCE, '14/7/2026.']);
  expect(asked).toEqual(['page', 'line']);
});

test('what the engine is not sure of alone either is noise', async () => {
  const [told] = await read('(l4', {}, [lineOf('(l4', { confidence: 0.3 })]);
  expect(told).toEqual([SENTENCE]);
});

test('scribbles, which are of other heights, and specks are not looked for', async () => {
  expect((await read('Zl4ự', { xHeight: 40 }, []))[1]).toEqual(['page']);
  expect((await read('.„ ˆ', {}, []))[1]).toEqual(['page']);
});
