import { expect, test } from 'vitest';
import { z } from 'zod';
import { readLines } from '../../../src/shell/output/read-lines.ts';
import { folderWith } from '../make.ts';

const Line = z.object({ text: z.string() });

/** More than is read at a time, of letters of several bytes, so that some are cut by the end of a piece. */
const LONG = 'ộế'.repeat(400_000);

test.each([
  ['many lines', Array.from({ length: 3000 }, (_, i) => `${i} ${'kế hoạch '.repeat(100)}`)],
  ['a line longer than what is read at a time', ['một', LONG, 'hai', `${LONG}${LONG}`, 'ba']],
  ['nothing', []],
])('every line is read whole: %s', async (_, texts) => {
  for (const end of ['\n', '']) {
    const lines = `${texts.map((text) => JSON.stringify({ text })).join('\n')}${texts.length === 0 ? '' : end}`;
    const folder = await folderWith({ 'lines.ndjson': lines });
    const [read, damaged]: [string[], string[]] = [[], []];
    await readLines(folder, 'lines.ndjson', Line, damaged, ({ text }) => void read.push(text));
    expect(damaged).toEqual([]);
    expect(read.length).toBe(texts.length);
    expect(read.every((text, i) => text === texts[i])).toBe(true);
  }
});

test('what is no line of the table is named by its number', async () => {
  const folder = await folderWith({ 'lines.ndjson': '{"text":"một"}\n\n{"text":2}\nkhông\n{"text":"ba"}' });
  const [read, damaged]: [string[], string[]] = [[], []];
  await readLines(folder, 'lines.ndjson', Line, damaged, ({ text }) => void read.push(text));
  expect(read).toEqual(['một', 'ba']);
  expect(damaged).toEqual(['lines.ndjson:3: no record of this program', 'lines.ndjson:4: no record of this program']);
});
