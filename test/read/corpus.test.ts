import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadKnowledge } from '../../src/knowledge/knowledge.ts';
import { DEFAULT_LIMITS, type ReadResult } from '../../src/model/block.ts';
import { readBlocks } from '../../src/read/read.ts';

const SHARED = new URL('../../../shared/', import.meta.url);
const here = existsSync(SHARED);
if (!here) console.warn('skipped: real documents are not at ../shared');
const read = (path: string): Promise<ReadResult> =>
  readBlocks(new Uint8Array(readFileSync(new URL(path, SHARED))), DEFAULT_LIMITS, loadKnowledge());
const words = (text: string): string => text.normalize('NFC').replace(/[^\p{L}\p{N}%]+/gu, '');

describe.skipIf(!here)('real documents', () => {
  const corpus = here ? readdirSync(new URL('corpus/', SHARED)) : [];
  test.each(corpus)('%s: no letter is lost', async (name) => {
    const { blocks } = await read(`corpus/${name}`);
    expect(words(blocks.map(({ text }) => text).join(''))).toBe(
      words(readFileSync(new URL(`corpus/${name}`, SHARED), 'utf8')),
    );
    for (const { text } of blocks) expect(text).toBe(text.normalize('NFC').trim());
  });

  const forms = here ? readdirSync(new URL('forms/html/', SHARED)).map((name) => name.replace('.html', '')) : [];
  const sameCells = async (name: string): Promise<void> => {
    const cells = ({ blocks }: ReadResult): string[] =>
      blocks
        .filter(({ cell, text }) => cell !== undefined && text !== '')
        .map(({ cell, text }) => `${cell?.row} ${text.replaceAll('\n', ' ')}`);
    expect(cells(await read(`corpus/${name}.txt`))).toEqual(cells(await read(`forms/html/${name}.html`)));
  };
  /** Their HTML has the bars of the page around and of the text's tables in one: rows are counted instead. */
  const COUNTED: Readonly<Record<string, readonly string[]>> = {
    'can-tho-157-2025': ['STT: 4 columns, 12 rows'],
    'ttg-2629-2025': ['TT: 5 columns, 29 rows', 'TT: 6 columns, 90 rows'],
  };
  test.each(forms.filter((name) => COUNTED[name] === undefined))('%s: the same cells from HTML and text', sameCells);
  test.each(Object.entries(COUNTED))('%s: rows and columns of its flattened tables', async (name, wanted) => {
    const { blocks } = await read(`corpus/${name}.txt`);
    const cells = blocks.flatMap(({ cell, text }) => (cell === undefined ? [] : [{ ...cell, text }]));
    const heads = cells.filter(({ row, column, text }) => row === 0 && column === 0 && /^S?TT$/u.test(text));
    expect(
      heads.map((head) => {
        const own = cells.filter(({ table }) => table === head.table);
        const columns = Math.max(...own.map(({ column, columnSpan }) => column + columnSpan));
        return `${head.text}: ${columns} columns, ${new Set(own.map(({ row }) => row)).size} rows`;
      }),
    ).toEqual(wanted);
  });

  test('text in which every line is a paragraph is not joined', async () => {
    const { blocks } = await read('corpus/so-noi-vu-2021-2025.txt');
    expect(blocks.filter(({ text }) => text.startsWith('- ')).length).toBe(7);
  });
});
