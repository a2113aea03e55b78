import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import { DEFAULT_LIMITS, type ReadResult } from '../../../src/model/block.ts';
import { readBlocks } from '../../../src/read/read.ts';

/**
 * A second way of reading: whatever letters the parts hold, by patterns alone, with no thought of what is printed. The reader has each
 * of their words in its blocks or says that it set it aside; and it has no words of its own but labels and marks of notes.
 */
const PARTS = /^word\/(?:document|footnotes|endnotes|header\d*|footer\d*)\.xml$/u;
const LETTERS =
  /<(?:w:t|m:t|w:delText)(?:\s[^>]*)?>(?<text>[^<]*)<|<\/w:p>|<w:(?:tab|br|cr|ptab)\b|<m:(?:num|den|sup|sub|deg)>/gu;
/** The second of two branches that say the same. */
const FALLBACK = /<mc:Fallback>[\s\S]*?<\/mc:Fallback>/gu;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function storedWords(bytes: Uint8Array): string[] {
  let all = '';
  for (const [path, content] of Object.entries(unzipSync(bytes))) {
    const xml = strFromU8(content);
    if (/^word\/[^/]+\.html?$/u.test(path)) all += ` ${xml.replace(/<title>[^<]*|<[^>]+>/gu, ' ')}`;
    if (!PARTS.test(path)) continue;
    const once = xml.replace(/<mc:AlternateContent[\s\S]*?<\/mc:AlternateContent>/gu, (both) =>
      /<w:t[ >]/u.test(both.replace(FALLBACK, '')) ? both.replace(FALLBACK, '') : both,
    );
    all += ' ';
    for (const { groups } of once.matchAll(LETTERS))
      all +=
        groups?.text?.replace(/&(?:#(?<code>\d+)|(?<name>\w+));/gu, (_, code, name) =>
          code === undefined ? (ENTITIES[name] ?? ' ') : String.fromCodePoint(Number(code)),
        ) ?? ' ';
  }
  return wordsOf(all);
}

/** Words, and figures one by one: the raised figure of a note stands right behind another one in the file. */
const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKC')
    .replaceAll('\u00ad', '')
    .replace(/[ðÐ]/gu, 'đ')
    .toLowerCase()
    .match(/\p{L}+|\p{N}/gu) ?? [];

/** Words of the first list that the second has not, each as often. */
function beyond(words: readonly string[], others: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const word of others) left.set(word, (left.get(word) ?? 0) + 1);
  return words.filter((word) => {
    const count = left.get(word) ?? 0;
    left.set(word, count - 1);
    return count <= 0;
  });
}

const lengthOf = (words: readonly string[]): number => words.reduce((sum, word) => sum + word.length, 0);
const asideOf = ({ setAside = [] }: ReadResult): number =>
  setAside.reduce((sum, { characters }) => sum + characters, 0);

/** "1", "iv", "đ": of computed labels and notes. */
const LABEL = /^(?:\p{N}|[ivxlc]{1,5}|[a-zđ])$/u;

const FOLDERS = ['fixtures', '../shared/real', '../shared/forms', '../shared/cases'];
const files = FOLDERS.filter(existsSync).flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.docx'))
    .map((name) => `${folder}/${name}`),
);

describe('each word of a file is in its blocks, or was told to be set aside', () => {
  test.each(files)('%s', async (path) => {
    const bytes = readFileSync(path);
    const result = await readBlocks(bytes, DEFAULT_LIMITS, loadKnowledge());
    const stored = storedWords(bytes);
    const read = wordsOf(result.blocks.map(({ text }) => text).join(' '));
    const [lost, invented] = [beyond(stored, read), beyond(read, stored)];
    // Letters of fonts of before Unicode are others in the file.
    if (result.issues.some(({ code }) => code === 'encoding-converted')) return;
    expect(lengthOf(lost), lost.slice(0, 20).join(' ')).toBe(asideOf(result));
    expect(invented.filter((word) => !LABEL.test(word))).toEqual([]);
  });
});
