import { built, type Knowledge } from '../../knowledge/knowledge.ts';
import { isSyllable } from './syllable.ts';

/** How Vietnamese a text is. */
export interface Health {
  /** Share of its words that can be Vietnamese syllables, 0 to 1; numbers, abbreviations and single letters are not counted. 1 where there are none. */
  readonly score: number;
  /** Share of its syllables that carry a diacritic: some 0.7 to 0.85 in running text, 0 where accents were lost. */
  readonly accented: number;
  /** Words that were counted. */
  readonly words: number;
  /** Pieces of syllables that stand alone as "V iệ t" and "KHO ẢN" do, per counted word. */
  readonly split: number;
  /** Places at which figures of neighbouring columns ran together. */
  readonly joined: number;
}

/** Fewer words tell nothing. */
const FEWEST_WORDS = 12;
/**
 * Measured page by page on plans in good order (0.95 and more; tables of foreign names 0.76), on scans that were misread (0.3 to 0.6),
 * and on broken character maps and legacy codes taken for Unicode (0.3 to 0.5).
 */
const READABLE = 0.7;

/** A word of white-space-separated text with what closes and opens it taken off. */
const CORE = /^[^\p{L}\p{M}\p{N}]*(?<core>[\p{L}\p{M}](?:.*[\p{L}\p{M}])?)[^\p{L}\p{M}\p{N}]*$/u;
const LETTERS = /^[\p{L}\p{M}]+$/u;
/** A letter that neither Vietnamese nor ASCII has: Cyrillic or Greek look-alikes, codes of a font without a map. */
const ALIEN = /[^a-zA-Zàáâãèéêìíòóôõùúýăđĩũơưạ-ỹÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠ-Ỹ]/u;
/** Words of several parts: "kinh tế-xã hội", "và/hoặc", "(PBGDPL)". */
const PARTS = /[\s/–—,;:.()“”"'’‘[\]…-]+/u;
const ABBREVIATION = /^(?:\p{Lu}{1,8}|\p{Lu}[\p{Lu}\p{Ll}]*\p{Lu}[\p{L}]*|\p{L})$/u;
/** Signs that stand inside words only where letters were misread: "n€u", "th~", "bu9C", "S\\I". */
const STRANGE = /[\p{L}\p{M}][~€<>\\^{}|$£¥§\d]+[\p{L}\p{M}]/u;

/** Addresses of the web and of mail. */
const ADDRESS = /^(?:https?:|www\.)|@[\p{L}\d-]+\./u;

/** Figures of neighbouring columns in one: "20252030", "90%85%", "1,52,3". */
const JOINED = /(?<!\d)(?:(?:19|20)\d{2}){2}(?!\d)|\d%\d|\d,\d+,\d|\d\.\d{3}\d+[.,]\d/gu;

/** Measures how Vietnamese a text is. */
export function health(knowledge: Knowledge, text: string): Health {
  let valid = 0;
  let invalid = 0;
  let accented = 0;
  let pieces = 0;
  for (const token of text.normalize('NFC').split(/\s+/u)) {
    const core = CORE.exec(token)?.groups?.core;
    if (core === undefined) continue;
    if (ADDRESS.test(core)) continue;
    if (STRANGE.test(core) && !/^[\p{Lu}\d./-]+$/u.test(core)) {
      invalid++;
      continue;
    }
    for (const word of core.split(PARTS)) {
      if (!LETTERS.test(word)) continue;
      if (isWord(knowledge, word)) {
        valid++;
        if (/\P{ASCII}/u.test(word)) accented++;
      } else if (!ALIEN.test(word) && isPiece(word)) pieces++;
      else if (ALIEN.test(word) || !ABBREVIATION.test(word)) invalid++;
    }
  }
  const words = valid + invalid;
  return {
    score: words === 0 ? 1 : valid / words,
    accented: valid === 0 ? 0 : accented / valid,
    words,
    split: pieces / Math.max(1, words + pieces),
    joined: text.match(JOINED)?.length ?? 0,
  };
}

/** Whether a text can be read as it stands, or is too short to tell. Text without any accents is not. */
export function isReadable(knowledge: Knowledge, text: string): boolean {
  const { score, accented, words } = health(knowledge, text);
  return words < FEWEST_WORDS || (score >= READABLE && (accented > 0.2 || words < FEWEST_WORDS * 4));
}

const MOST_KNOWN = 20_000;
/** Words that are bare vowels, and what was found of words so far: those of a document are few, and come again and again. */
const wordsOf = built(['syllables'], ({ syllables: { alone } }) => ({
  alone: new Set(alone),
  known: new Map<string, boolean>(),
}));

/** A syllable that stands by itself. */
export function isWord(knowledge: Knowledge, word: string): boolean {
  const { alone, known } = wordsOf(knowledge);
  const before = known.get(word);
  if (before !== undefined) return before;
  const found =
    isSyllable(knowledge, word) &&
    (/^[^\P{L}aeiouyâăêôơưAEIOUYÂĂÊÔƠƯ]/u.test(bare(word)) || alone.has(word.toLowerCase()));
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(word, found);
  return found;
}

/** A syllable without its tone. */
const bare = (word: string): string =>
  word
    .normalize('NFD')
    .replace(/[\u0300\u0301\u0303\u0309\u0323]/gu, '')
    .normalize('NFC');

/** A piece of a syllable: consonants alone, or vowels that need a consonant. Abbreviations in capitals are none. */
export const isPiece = (word: string): boolean =>
  word.length <= 4 &&
  (/^(?:[bcdđghklmnpqrstvx]|ch|gh|gi|kh|ng|ngh|nh|ph|qu|th|tr)$/iu.test(word)
    ? /\p{Ll}/u.test(word)
    : /^[^\P{L}bcdđghklmnpqrstvxfjwz]+(?:[cmnpt]|ch|ng|nh)?$/iu.test(bare(word)) && /\P{ASCII}/u.test(word));
