import type { Knowledge } from '../../knowledge/knowledge.ts';
import { convert } from './convert.ts';
import type { LegacyEncoding } from './encoding.ts';
import { isSyllable } from './syllable.ts';

/** What is told apart by letters; a text in capitals of TCVN3 looks like one in small letters. */
const CANDIDATES = ['tcvn3', 'vni', 'windows-1258', 'vps'] as const satisfies readonly LegacyEncoding[];

/** A book tells no more than its first pages. */
const SAMPLE = 20_000;
const FEWEST_WORDS = 3;
/** Share of words that must become syllables; names, abbreviations and misprints are the rest. */
const SURE = 0.75;
/** So many words more, as a share of all, than as they stand. */
const BETTER = 0.2;

/**
 * Tells by letter statistics whether a text is Vietnamese in a pre-Unicode encoding: whether its words become
 * Vietnamese syllables when they are read so, and are none as they stand.
 *
 * @param text decoded as Windows-1252 where it came as bytes
 * @returns undefined for Unicode text, for other languages, and where there is too little to tell
 */
export function detectEncoding(knowledge: Knowledge, text: string): LegacyEncoding | undefined {
  const sample = text.slice(0, SAMPLE);
  const beyondAscii = words(sample).filter((word) => /\P{ASCII}/u.test(word));
  if (beyondAscii.length < FEWEST_WORDS) return looksLikeViqr(knowledge, sample) ? 'viqr' : undefined;
  const asItStands = share(knowledge, beyondAscii);
  let best: LegacyEncoding | undefined;
  let bestShare = Math.max(SURE, asItStands + BETTER);
  if (bestShare >= 1) return undefined;
  for (const encoding of CANDIDATES) {
    const found = share(knowledge, beyondAscii, (word) => convert(knowledge, word, encoding));
    if (found > bestShare) {
      best = encoding;
      bestShare = found;
    }
  }
  return best;
}

/** Runs of whatever can be a letter in one of the encodings: all but white space, digits and ASCII punctuation. */
function words(text: string): string[] {
  return text.match(/[^\s\d\u0021-\u0040\u005b-\u0060\u007b-\u007e–—‘’“”…•]+/gu) ?? [];
}

/** @param read what a word is; asked once of each, since most come again and again */
function share(knowledge: Knowledge, some: readonly string[], read = (word: string): string => word): number {
  const times = new Map<string, number>();
  for (const word of some) times.set(word, (times.get(word) ?? 0) + 1);
  let syllables = 0;
  for (const [word, count] of times) if (isSyllable(knowledge, read(word))) syllables += count;
  return syllables / some.length;
}

const VIQR_WORD = /[a-z]*(?:dd|[aeiouy](?:[\^(+]['`?~.]?|['`?~.](?=[a-z])|[`~']))[a-z^(+'`?~.]*/giu;

function looksLikeViqr(knowledge: Knowledge, text: string): boolean {
  const all = text.match(/[a-z][a-z^(+'`?~.]*/giu) ?? [];
  const marked = text.match(VIQR_WORD) ?? [];
  if (marked.length < FEWEST_WORDS * 2 || marked.length * 3 < all.length) return false;
  return share(knowledge, marked, (word) => convert(knowledge, word.replace(/[.?']+$/u, ''), 'viqr')) > SURE;
}
