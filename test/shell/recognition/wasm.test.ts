import { expect, onTestFinished, test } from 'vitest';
import { findEngine, packedData } from '../../../src/shell/recognition/engine.ts';
import { openRecogniser } from '../../../src/shell/recognition/open.ts';
import type { OpenRecogniser } from '../../../src/shell/recognition/recogniser.ts';
import { wasmRecogniser } from '../../../src/shell/recognition/wasm.ts';
import { plain, TITLE, titleImage } from './make.ts';

async function engine() {
  const found = await findEngine({ KEHOACH_TESSERACT: 'off' });
  if (found === undefined) throw new Error('npm ci installs it');
  return found;
}

const closing = (recogniser: OpenRecogniser): OpenRecogniser => {
  onTestFinished(() => recogniser.close());
  return recogniser;
};

test('the package reads a title, first and second, whatever was asked before', async () => {
  const recogniser = closing(openRecogniser(await engine()));
  const read = async (reading: 'first' | 'second') => recogniser.recognise(titleImage(), { layout: 'block', reading });
  const [first, nothing, second] = await Promise.all([
    read('first'),
    recogniser.recognise(plain(200, 100), { layout: 'page' }),
    read('second'),
  ]);
  for (const lines of [first, second])
    expect(lines.map(({ words }) => words.map(({ text }) => text).join(' '))).toEqual(TITLE);
  expect(nothing).toEqual([]);
  const [heading, title] = first;
  expect(heading?.y).toBeLessThan(title?.y ?? 0);
  expect(title?.xHeight).toBeGreaterThan(8);
  expect(title?.xHeight).toBeLessThan(20);
  const places = [first, second].map((lines) => lines.at(-1)?.words.map(({ x0 }) => x0) ?? []);
  for (const [i, x] of (places[0] ?? []).entries()) expect(Math.abs(x - (places[1]?.[i] ?? 0))).toBeLessThan(5);
});

test('a page that takes too long is given up, and the next one is read', async () => {
  const { path, ...rest } = await engine();
  const packed = packedData() ?? '';
  const hurried = closing(wasmRecogniser({ ...rest, path }, packed, 2));
  const { width, height, data, dpi } = titleImage();
  const long = { width, height: height * 60, data: Buffer.concat(Array.from({ length: 60 }, () => data)), dpi };
  await expect(hurried.recognise(long, { layout: 'block' })).rejects.toMatchObject({ code: 'time-exceeded' });
  expect(await hurried.recognise(titleImage(), { layout: 'block' })).toHaveLength(2);
}, 120_000);

test('a module that cannot be loaded is a failure of the page', async () => {
  const broken = closing(wasmRecogniser({ kind: 'wasm', name: 'x', path: '/no/such.js' }, packedData() ?? ''));
  await expect(broken.recognise(plain(20, 20), { layout: 'line' })).rejects.toMatchObject({ code: 'worker-lost' });
  await expect(broken.recognise(plain(20, 20), { layout: 'line' })).rejects.toMatchObject({ code: 'worker-lost' });
});
