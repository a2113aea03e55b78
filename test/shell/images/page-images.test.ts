import { readdir, rm, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DEFAULT_LIMITS } from '../../../src/model/block.ts';
import { PlanError } from '../../../src/model/errors.ts';
import { type Draw, openPageImages } from '../../../src/shell/images/page-images.ts';
import { DEFAULT_CAPS } from '../../../src/shell/pool/caps.ts';
import { openLooks } from '../../../src/shell/serve/look/looks.ts';
import { scannedPdf } from '../../bench/scans/files.mjs';
import { folderWith } from '../make.ts';

const document = (letter: string) => ({ sha256: letter.repeat(64), bytes: async () => Buffer.from(letter) });

/** Draws pages of so many bytes; there are three in each document. */
function drawer(size = 10) {
  const asked: string[] = [];
  const draw: Draw = async (bytes, number) => {
    asked.push(`${Buffer.from(bytes)}${number}`);
    await new Promise((go) => setTimeout(go, 5));
    return number > 3 ? undefined : { png: new Uint8Array(size).fill(number), width: 595.28, height: 842 };
  };
  return { draw, asked };
}

test('a page is drawn once, whoever asks for it and whenever', async () => {
  const folder = await folderWith();
  const { draw, asked } = drawer();
  const images = openPageImages({ draw, folder });
  const [one, two] = await Promise.all([images.page(document('a'), 2), images.page(document('a'), 2)]);
  expect(one).toEqual({ png: new Uint8Array(10).fill(2), width: 595.28, height: 842 });
  expect(two).toEqual(one);
  const later = await openPageImages({ draw, folder }).page(document('a'), 2);
  expect({ ...later, png: new Uint8Array(later?.png ?? []) }).toEqual(one);
  expect(asked).toEqual(['a2']);
  expect(await images.page(document('a'), 4)).toBeUndefined();
  await images.page(document('b'), 2);
  expect(asked).toEqual(['a2', 'a4', 'b2']);
});

test('what is removed from the folder is drawn again, and what is none of ours stays', async () => {
  const folder = await folderWith({ 'note.txt': 'x'.repeat(1000) });
  const { draw, asked } = drawer();
  const images = openPageImages({ draw, folder, most: 25 });
  await images.page(document('a'), 1);
  for (const name of await readdir(folder)) if (name.endsWith('.png')) await rm(join(folder, name));
  await images.page(document('a'), 1);
  expect(asked).toEqual(['a1', 'a1']);
  expect(await readdir(folder)).toContain('note.txt');
});

test('pages that nobody asked for longest make room', async () => {
  const folder = await folderWith();
  const { draw } = drawer();
  const images = openPageImages({ draw, folder, most: 25 });
  const age = async (): Promise<void> => {
    for (const name of await readdir(folder)) await utimes(join(folder, name), new Date(0), new Date(0));
  };
  await images.page(document('a'), 1);
  await images.page(document('a'), 2);
  await age();
  await images.page(document('a'), 1);
  await images.page(document('a'), 3);
  expect((await readdir(folder)).map((name) => /-(\d)-/u.exec(name)?.[1]).sort()).toEqual(['1', '3']);
});

test('where nothing can be kept, pages are drawn all the same', async () => {
  const folder = await folderWith({ file: '' });
  const { draw, asked } = drawer();
  const images = openPageImages({ draw, folder: join(folder, 'file') });
  for (let i = 0; i < 2; i++) expect((await images.page(document('a'), 1))?.png).toHaveLength(10);
  expect(asked).toEqual(['a1', 'a1']);
});

test('a page that cannot be drawn says why each time', async () => {
  const draw: Draw = async () => {
    throw new PlanError('format-unsupported', 'read', 'It has none.');
  };
  const images = openPageImages({ draw, folder: await folderWith() });
  for (let i = 0; i < 2; i++) await expect(images.page(document('a'), 1)).rejects.toThrow('It has none.');
});

test('a process draws pages, and what it may not take is a failure of the page alone', async () => {
  const folder = await folderWith();
  const { images, close } = openLooks(folder, {
    caps: DEFAULT_CAPS,
    setup: { pipelines: [], limits: DEFAULT_LIMITS },
  });
  try {
    const image = { width: 60, height: 80, channels: 1, data: new Uint8Array(4800).fill(255) };
    const pdf = scannedPdf([{ image, dpi: 72 }]);
    const page = await images.page({ sha256: 'c'.repeat(64), bytes: async () => pdf }, 1);
    expect([page?.width, page?.height]).toEqual([60, 80]);
    expect(await readdir(`${folder}/server/pages`)).toHaveLength(1);
    await expect(images.page(document('d'), 1)).rejects.toBeInstanceOf(PlanError);
  } finally {
    await close();
  }
});
