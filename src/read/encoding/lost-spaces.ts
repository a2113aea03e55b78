import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Block } from '../../model/block.ts';
import { isWord } from './health.ts';

/** Letters long enough to be two syllables, the first as words and names begin, the second too: "trướcngày", "vớiBộ", "ĐiệnBiên". */
const LONG = /(?<![\p{L}\p{M}\p{N}])\p{L}\p{Ll}{1,6}\p{L}\p{Ll}{1,7}(?![\p{L}\p{M}\p{N}])/gu;
/** Where a comma is followed by a word at once: "2010,Phó Thủ tướng". */
const BEHIND_COMMA = /(?<=[\p{L}\d][,;])(?=\p{L}\p{Ll}{1,6}(?!\p{L}))/gu;
/** Fewer letters are a foreign name sooner than two syllables. */
const SHORTEST = 5;
/** One such word may be a name of its own; a text whose lines were joined without a space has several. */
const FEWEST = 3;

/**
 * Puts back the spaces that a text lost between its syllables: pages whose lines were joined without one have "trướcngày" and
 * "Môi trườngchủ trì". Only words that are two syllables in one way alone are parted, and only where a document has several of them.
 *
 * Not for blocks of a PDF, whose runs count the signs of their text.
 */
export function withLostSpaces(knowledge: Knowledge, blocks: readonly Block[]): readonly Block[] {
  const known = new Map<string, string | undefined>();
  const parted = (word: string): string | undefined => {
    if (!known.has(word)) known.set(word, partsOf(knowledge, word));
    return known.get(word);
  };
  for (const { text } of blocks) for (const [word] of text.matchAll(LONG)) parted(word);
  const found = [...known.values()].filter((parts) => parts !== undefined);
  if (found.length < FEWEST) return blocks;
  return blocks.map((block) => {
    const text = block.text.replace(LONG, (word) => parted(word) ?? word).replace(BEHIND_COMMA, ' ');
    return text === block.text ? block : { ...block, text };
  });
}

/** The two syllables that a word is, where it is no syllable itself and can be two in one way alone. */
function partsOf(knowledge: Knowledge, word: string): string | undefined {
  if (word.length < SHORTEST || !MARKED.test(word) || isWord(knowledge, word)) return undefined;
  const ways: string[] = [];
  for (let at = 2; at <= word.length - 2; at++) {
    const [first, second] = [word.slice(0, at), word.slice(at)];
    // "BáoThanh": a capital says where the second begins.
    if (!/^\p{L}\p{Ll}+$/u.test(first) || !/^\p{L}\p{Ll}+$/u.test(second)) continue;
    if (isWord(knowledge, first) && isWord(knowledge, second)) ways.push(`${first} ${second}`);
  }
  return ways.length === 1 ? ways[0] : undefined;
}
const MARKED = /\P{ASCII}/u;
