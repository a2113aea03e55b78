import { readdirSync, readFileSync } from 'node:fs';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import { DEFAULT_LIMITS } from '../../../src/model/block.ts';
import { readBlocks } from '../../../src/read/read.ts';
import { MADE_UP, type MadeUp } from './plans.ts';

const FIXTURES = new URL('../../../fixtures/', import.meta.url);

/** The documents of fixtures/ as running text: what stands in tables and beside the text is left out. One for each document, whatever its forms. */
async function fixtures(): Promise<MadeUp[]> {
  const names = readdirSync(FIXTURES).filter((name) => /\.(?:docx|pdf|html)$/u.test(name));
  const stems = new Map(
    names
      .sort()
      .reverse()
      .map((name) => [name.replace(/\.[a-z]+$/u, ''), name]),
  );
  return Promise.all(
    [...stems].map(async ([name, file]) => {
      const { blocks } = await readBlocks(readFileSync(new URL(file, FIXTURES)), DEFAULT_LIMITS, loadKnowledge());
      const texts = blocks
        .filter(({ cell, furniture }) => cell === undefined && furniture === undefined)
        .map(({ text }) => text);
      const from = texts.findIndex((text) => text.length > 100 || /^(?:I|A|1)\. /u.test(text));
      return { name, head: texts.slice(0, from), body: texts.slice(from) };
    }),
  );
}

export const basePlans = async (): Promise<MadeUp[]> => [...MADE_UP, ...(await fixtures())];
