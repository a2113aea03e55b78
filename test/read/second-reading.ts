import { load } from 'cheerio';
import { loadKnowledge } from '../../src/knowledge/knowledge.ts';
import { DEFAULT_LIMITS } from '../../src/model/block.ts';
import { decodeText } from '../../src/read/encoding/charset.ts';
import { readBlocks } from '../../src/read/read.ts';

/** What two ways of reading a file differ in. */
export interface Difference {
  readonly words: number;
  /** Words that are neither in blocks nor set aside, and words that are in blocks alone. */
  readonly lost: readonly string[];
  readonly invented: readonly string[];
}

const wordsOf = (text: string): string[] =>
  text
    .normalize('NFC')
    .replace(/[\u00ad\u200b-\u200f\ufeff]/gu, '')
    .replace(/[Ðð]/gu, (letter) => (letter === 'Ð' ? 'Đ' : 'đ'))
    .match(/\p{L}+|\p{N}/gu) ?? [];

/** All text of a page, as the parser's own library tells it, a space between elements that stand apart. */
export function textOfPage(html: string): string {
  const page = load(
    html.replaceAll(
      /<br\s*\/?>|<\/?(?:p|div|td|th|tr|li|h\d|table|ul|ol|dl|dt|dd|section|article|header|footer|nav|aside|center|blockquote|figure|figcaption|label|button|form|fieldset|legend|main|address|caption|details|summary|hr)(?=[\s>])[^>]*>/giu,
      ' $& ',
    ),
  );
  page('script, style, head, noscript, template, select, option, datalist, textarea, svg, iframe').remove();
  return page.root().text();
}

/** A cell over several columns stands in each of them where a program wrote a row in one line: it is counted once. */
const withoutRepeated = (text: string): string =>
  text
    .split('\n')
    .map((line) =>
      line.includes('|')
        ? line
            .split('|')
            .filter((cell, i, row) => cell.trim() !== row[i - 1]?.trim())
            .join(' | ')
        : line,
    )
    .join('\n');

/** Words of a text without what its marks alone are: addresses of links, entities. */
export const textOfMarkdown = (text: string): string =>
  text.replace(/\]\((?:[^()\s]|\([^()]{0,200}\)){0,2000}\)/gu, ']').replace(/<br\s*\/?>/giu, ' ');

/** Holds what our reader makes of a file against its plain words. */
export async function differenceOf(bytes: Uint8Array): Promise<Difference> {
  const knowledge = loadKnowledge();
  const { blocks, mediaType, setAside = [] } = await readBlocks(bytes, DEFAULT_LIMITS, knowledge);
  const raw = decodeText(knowledge, bytes).text;
  const second = wordsOf(
    mediaType === 'text/html'
      ? textOfPage(raw)
      : mediaType === 'text/markdown'
        ? textOfMarkdown(raw)
        : withoutRepeated(raw),
  );
  const ours = wordsOf(blocks.map(({ text }) => text).join('\n'));
  const aside = wordsOf(setAside.map(({ text = '' }) => text).join('\n'));
  return { words: second.length, lost: without(second, [...ours, ...aside]), invented: without(ours, second) };
}

function without(words: readonly string[], others: readonly string[]): string[] {
  const there = new Map<string, number>();
  for (const word of others) there.set(word, (there.get(word) ?? 0) + 1);
  return words.filter((word) => {
    const left = there.get(word) ?? 0;
    if (left > 0) there.set(word, left - 1);
    return left <= 0;
  });
}
