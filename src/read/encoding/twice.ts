import type { Knowledge } from '../../knowledge/knowledge.ts';
import { byteOf } from './codes.ts';
import { composed } from './compose.ts';
import { isSyllable } from './syllable.ts';

/** Codes of one byte that UTF-8 was taken for. */
type ByteCode = 'windows-1252' | 'windows-1258';

/** Characters of Windows-1258 that are none of Windows-1252, from 0x80 on. */
const ONLY_1258: ReadonlyMap<string, number> = new Map(
  [...'\u0102\u0300\u0110\u0309\u01a0\u01af\u0303\u0103\u0301\u0111\u0323\u01a1\u01b0\u20ab'].map((letter, i) => [
    letter,
    [0xc3, 0xcc, 0xd0, 0xd2, 0xd5, 0xdd, 0xde, 0xe3, 0xec, 0xf0, 0xf2, 0xf5, 0xfd, 0xfe][i] ?? 0,
  ]),
);
const IN_1258 = new Set(ONLY_1258.values());

function byteIn(character: string, code: ByteCode): number | undefined {
  const unit = character.charCodeAt(0);
  // Latin-1 has controls where Windows has letters; bytes without a letter stay controls in both.
  if (unit < 0xa0) return unit >= 0x80 ? unit : undefined;
  if (code === 'windows-1252') return byteOf(character);
  const own = ONLY_1258.get(character);
  const shared = own ?? byteOf(character);
  return own === undefined && shared !== undefined && IN_1258.has(shared) ? undefined : shared;
}

/** Words with letters beyond ASCII, parted at spaces alone: the no-break space is a byte of "à". */
const TOKEN = /[^ \t\r\n]+/gu;
const BEYOND_ASCII = /[^\0-\u007f]/u;
/** What begins a letter of Vietnamese in UTF-8, taken for letters. */
const SIGN =
  /[ÃÄÆÂáâĂă][\u0080-\u00bf\u2013-\u203a\u20ac\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2122]/u;
/** The same with its last byte lost, or become a plain space: "Tá» trÃ¬nh", "ngÃ y". */
const CUT = /á[º»](?![\u0080-\u00bf\u2013-\u203a\u20ac\u02c6\u02dc\u2122])|[ÄÆ]|\p{Ll}Ã|Ã\p{Ll}|â€/u;

/** Words that are enough to tell. */
const SAMPLE = 2000;
const FEWEST_WORDS = 3;
/** Letters between two spaces that are no words any more. */
const LONGEST = 300;
/** Share of words that must become syllables. */
const SURE = 0.6;
/** How often a text may have been saved in the wrong letters. */
const MOST_TIMES = 3;

/** How a text went wrong: the code that its UTF-8 was taken for, and how often. */
interface Way {
  readonly code: ByteCode;
  readonly times: number;
}
const WAYS: readonly Way[] = Array.from({ length: MOST_TIMES }, (_, i) => i + 1).flatMap((times) => [
  { code: 'windows-1252', times },
  { code: 'windows-1258', times },
]);

/** The way that makes syllables of the words in which such letters stand; undefined where none does. */
function wayOf(knowledge: Knowledge, text: string): Way | undefined {
  if (!SIGN.test(text)) return undefined;
  const tokens: string[] = [];
  for (const [token] of text.matchAll(TOKEN)) {
    if (token.length < LONGEST && SIGN.test(token)) tokens.push(token);
    if (tokens.length >= SAMPLE) break;
  }
  let best: Way | undefined;
  let most = FEWEST_WORDS - 1;
  for (const way of WAYS) {
    const changed = tokens.filter((token) => readAgain(token, way) !== token);
    const right = changed.filter((token) => isProper(knowledge, readAgain(token, way))).length;
    if (right <= most || right < changed.length * SURE) continue;
    best = way;
    most = right;
  }
  return best;
}

function readAgain(token: string, { code, times }: Way): string {
  // "XÃ”", "đã…": a word with the mark that stands behind it.
  if (NATURAL.test(token)) return token;
  let read = token;
  for (let i = 0; i < times; i++) read = readOnce(read, code);
  return read;
}
const NATURAL = /^[“‘«(]*[^\u0080-\u00bf\u2013-\u203a\u20ac]*\p{L}\p{L}[”’…–—]+[!-@]*$/u;

/** Whether all words of a token are syllables, small or capital throughout or with a capital first. */
function isProper(knowledge: Knowledge, token: string): boolean {
  const words = token.match(/[\p{L}\p{M}ºª]+/gu) ?? [];
  return words.every(
    (word) => isSyllable(knowledge, word) && (!/\p{Ll}/u.test(word) || !/\p{Lu}/u.test(word.slice(1))),
  );
}

/** The characters taken for bytes, wherever these are UTF-8; all others as they are. */
function readOnce(text: string, code: ByteCode): string {
  let read = '';
  for (let at = 0; at < text.length; ) {
    const character = text[at] ?? '';
    const lead = byteIn(character, code) ?? 0;
    const more =
      lead >= 0xc2 && lead < 0xe0 ? 1 : lead >= 0xe0 && lead < 0xf0 ? 2 : lead >= 0xf0 && lead < 0xf5 ? 3 : 0;
    const bytes = [lead];
    for (let i = 1; i <= more; i++) {
      const byte = byteIn(text[at + i] ?? '', code) ?? 0;
      if (byte < 0x80 || byte > 0xbf) break;
      bytes.push(byte);
    }
    const whole = more > 0 && bytes.length === more + 1;
    read += whole ? Buffer.from(bytes).toString('utf8') : character;
    at += whole ? bytes.length : 1;
  }
  return read;
}

/**
 * UTF-8 that a program took for Windows-1252, Latin-1 or Windows-1258 and saved again, as it was: "Káº¿ hoáº¡ch" is "Kế hoạch".
 * Words that are right as they stand stay, so a part of a text may be so.
 *
 * @returns a function for further pieces of the same text; undefined where a text shows nothing of the kind
 */
export function onceEncoded(knowledge: Knowledge, text: string): ((piece: string) => string) | undefined {
  const way = wayOf(knowledge, text);
  if (way === undefined) return undefined;
  return (piece) => {
    const read = piece.replace(TOKEN, (token) => (BEYOND_ASCII.test(token) ? readAgain(token, way) : token));
    return composed(withSpaces(knowledge, read));
  };
}

/** "ngÃ y", "chÃnh": the no-break space or soft hyphen that is the end of a letter became a plain space, or nothing; a word's own went with it. */
const withSpaces = (knowledge: Knowledge, text: string): string =>
  text.replace(
    /(?<word>\p{L}{0,4}?)(?<lead>Ã|Æ|áº|á»)(?<space>[ \u00a0]?)(?<rest>\p{Ll}{0,4}|\p{Lu}{0,4})/gu,
    (whole, word: string, lead: string, space: string, rest: string) => {
      const letter = (space === '' ? WITHOUT_HYPHEN : WITHOUT_SPACE)[lead];
      if (letter === undefined || (space === '' && !/^\p{Ll}/u.test(rest))) return whole;
      if (isProper(knowledge, word + letter + rest)) return word + letter + rest;
      return space !== '' && isProper(knowledge, word + letter) ? `${word}${letter} ${rest}` : whole;
    },
  );

const WITHOUT_SPACE: Readonly<Record<string, string>> = { Ã: 'à', Æ: 'Ơ', áº: 'Ạ', 'á»': 'Ỡ' };
const WITHOUT_HYPHEN: Readonly<Record<string, string>> = { Ã: 'í' };

/** Places at which a letter cannot be told any more: its last byte was lost on the way. */
export const lostLetters = (text: string): number => text.split(/\s+/u).filter((word) => CUT.test(word)).length;
