import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { differenceOf } from './second-reading.ts';

const FIXTURES = new URL('../../fixtures/', import.meta.url);
const SHARED = new URL('../../../shared/', import.meta.url);

/** Shares of words that may be lost, or be ours alone (labels that a browser counts, marks of notes). */
const MOST_LOST = 0.001;
const MOST_INVENTED = 0.01;

async function compare(file: URL): Promise<void> {
  const { words, lost, invented } = await differenceOf(new Uint8Array(readFileSync(file)));
  if (process.env.FIGURES !== undefined)
    console.log(
      `${file.pathname.split('/').slice(-2).join('/')}\t${words}\t${lost.length}\t${invented.length}\t${lost.slice(0, 12).join(' ')}\t${invented.slice(0, 12).join(' ')}`,
    );
  expect(lost.length, `lost: ${lost.slice(0, 30).join(' ')}`).toBeLessThanOrEqual(Math.ceil(words * MOST_LOST));
  expect(invented.length, `invented: ${invented.slice(0, 30).join(' ')}`).toBeLessThanOrEqual(
    Math.ceil(words * MOST_INVENTED),
  );
}

const filesIn = (folder: URL): string[] =>
  existsSync(folder)
    ? readdirSync(folder).filter((name) => /\.(?:html?|md|txt)$/u.test(name) && name !== 'README.md')
    : [];

test.each(filesIn(FIXTURES))('%s: words of the page and of its blocks are the same', (name) =>
  compare(new URL(name, FIXTURES)),
);

/** Texts that another program made of scans or old letters, for comparison. */
const NO_DOCUMENTS = /\.truth\.txt$/u;

describe.skipIf(!existsSync(SHARED))('real documents', () => {
  for (const folder of ['corpus/', 'forms/html/', 'wild/', 'real/']) {
    const names = filesIn(new URL(folder, SHARED)).filter((name) => !NO_DOCUMENTS.test(name));
    test.each(names)(`${folder}%s: the same words`, (name) => compare(new URL(folder + name, SHARED)));
  }
});
