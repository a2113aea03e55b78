import { built, type Knowledge } from '../knowledge/knowledge.ts';
import type { NarrowingMeaning } from '../knowledge/word-tables.ts';
import { fullWords } from '../language/wording.ts';

/** What the words of a measure say of its reach, whichever indicator they may name. */
export interface Narrowing {
  /** Kinds, groups and places that are less than the whole. */
  readonly parts: readonly string[];
  /** What is counted, by all its names: the first thing that is named, and what is of its kind. */
  readonly head?: readonly string[];
  /** Words that make a rise or a cut of what they stand at: "tốc độ tăng". */
  readonly rises: readonly string[];
  /** Whether anything rises or falls at all. */
  readonly changes: boolean;
  /** Whether the mean of several years is told. */
  readonly mean: boolean;
  /** What stands behind this word is what the measure is compared with: "trên tổng số". */
  readonly base?: string;
}

const wordsOf = built(['wording', 'narrowingWords'], (knowledge) => {
  const meanings = new Map<string, NarrowingMeaning>();
  const kinds = new Map<string, string[]>();
  const names = new Map<string, readonly string[]>();
  for (const { word, means, of } of knowledge.narrowingWords) {
    const key = fullWords(knowledge, word);
    meanings.set(key, means);
    if (means !== 'thing') continue;
    const kind = kinds.get(of ?? key) ?? [];
    kinds.set(of ?? key, kind);
    kind.push(key);
    names.set(key, kind);
  }
  return { meanings, names, longest: Math.max(...[...meanings.keys()].map((word) => word.split(' ').length)) };
});

interface FoundWord {
  readonly word: string;
  readonly means: NarrowingMeaning;
  /** How many words stand before it. */
  readonly at: number;
}

/** Of words that begin at one place or overlap, the longest: "dân tộc thiểu số" is no "dân". */
function foundIn(knowledge: Pick<Knowledge, 'wording' | 'narrowingWords'>, text: string): FoundWord[] {
  const { meanings, longest } = wordsOf(knowledge);
  const words = text.trim().split(' ');
  const found: FoundWord[] = [];
  for (let at = 0; at < words.length; ) {
    let length = Math.min(longest, words.length - at);
    for (; length > 0; length--) {
      const word = words.slice(at, at + length).join(' ');
      const means = meanings.get(word);
      if (means === undefined) continue;
      if (means === 'alone' && !(words[at - 1] === '|' && at + length === words.length)) continue;
      const sort = means === 'sort' ? sortBehind(words[at + length], meanings) : word;
      if (sort !== undefined) found.push({ word: sort, means, at });
      break;
    }
    at += Math.max(length, 1);
  }
  return found;
}

/** The word that says which sort: "khu vực phi chính thức". None is told where a word stands there that may stand anywhere. */
const sortBehind = (word: string | undefined, meanings: ReadonlyMap<string, NarrowingMeaning>): string | undefined =>
  word === undefined || !/^\p{L}/u.test(word) || meanings.get(word) === 'unsorted' ? undefined : word;

/**
 * What narrows a measure down.
 *
 * @param texts full words, what tells most of what is counted first: its unit, its own words, the heading that it stands under
 */
export function narrowingOf(
  knowledge: Pick<Knowledge, 'wording' | 'narrowingWords'>,
  texts: readonly string[],
): Narrowing {
  const { names } = wordsOf(knowledge);
  const parts: string[] = [];
  const rises: string[] = [];
  let head: readonly string[] | undefined;
  let base: string | undefined;
  let changes = false;
  let mean = false;
  for (const text of texts) {
    const found = foundIn(knowledge, text);
    for (const [i, { word, means, at }] of found.entries()) {
      // "Trong tổng số hộ, …" begins with its base and goes on with what is measured.
      if (means === 'base' && at > 1) {
        base ??= ` ${word} `;
        const behind = found[i + 1];
        // A share of a plan is no share of what is planned.
        if (behind?.means === 'part' && behind.at === at + word.split(' ').length) parts.push(behind.word);
        break;
      }
      if (means === 'part' || means === 'alone' || means === 'sort') parts.push(word);
      if (means === 'thing') head ??= names.get(word);
      if (means === 'rise') rises.push(word);
      if (means === 'rise' || means === 'change') changes = true;
      if (means === 'mean') mean = true;
    }
  }
  return {
    parts,
    rises,
    changes,
    mean,
    ...(head === undefined ? {} : { head }),
    ...(base === undefined ? {} : { base }),
  };
}
