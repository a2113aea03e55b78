import type { Knowledge } from '../../knowledge/knowledge.ts';
import { health, isPiece, isWord } from './health.ts';

/** From this share of pieces on, a text was taken apart throughout, and single capitals are pieces too. */
const TAKEN_APART = 0.03;
/** Longest syllable: "nghiêng". */
const LONGEST = 7;
/** Most pieces of one syllable. */
const MOST_PIECES = 5;

/** Offsets of the spaces that part one syllable, ascending: "V iệ t Nam" is "Việt Nam", "ĐIỀ U KHO ẢN" is "ĐIỀU KHOẢN". Whole words stay. */
export function splitsIn(knowledge: Knowledge, text: string): number[] {
  const eager = health(knowledge, text).split >= TAKEN_APART;
  const tokens = [...text.matchAll(/\S+/gu)].map((match) => ({ text: match[0], at: match.index }));
  const found: number[] = [];
  for (let i = 0; i < tokens.length; ) {
    let end = i + 1;
    while (end < tokens.length && adjacent(tokens[end - 1], tokens[end], text)) end++;
    if (end - i > 1) for (const at of joinsIn(knowledge, tokens.slice(i, end), eager)) found.push(at);
    i = end;
  }
  return found;
}

interface Token {
  readonly text: string;
  readonly at: number;
}

/** One space between two tokens, and nothing but letters at it. */
const adjacent = (a: Token | undefined, b: Token | undefined, text: string): boolean =>
  a !== undefined &&
  b !== undefined &&
  b.at === a.at + a.text.length + 1 &&
  text[b.at - 1] === ' ' &&
  /[\p{L}\p{M}]$/u.test(a.text) &&
  /^[\p{L}\p{M}]/u.test(b.text);

/** The cheapest reading of a run of tokens as words and words taken apart. */
function joinsIn(knowledge: Knowledge, tokens: readonly Token[], eager: boolean): number[] {
  const count = tokens.length;
  const cost = new Float64Array(count + 1).fill(Number.POSITIVE_INFINITY);
  const length = new Int32Array(count + 1);
  cost[count] = 0;
  for (let i = count - 1; i >= 0; i--) {
    let joined = '';
    let broken = false;
    for (let n = 1; n <= MOST_PIECES && i + n <= count; n++) {
      const piece = lettersOf(tokens[i + n - 1]?.text ?? '');
      joined += piece;
      if (joined.length > LONGEST && n > 1) break;
      broken ||= isBroken(knowledge, piece, eager);
      if (n > 1 && !(broken && isCased(joined) && isWord(knowledge, joined))) continue;
      const own = n === 1 ? (broken ? 3 : 1) : 1 + 0.2 * n;
      const total = own + (cost[i + n] ?? 0);
      if (total < (cost[i] ?? 0)) {
        cost[i] = total;
        length[i] = n;
      }
    }
  }
  const found: number[] = [];
  for (let i = 0; i < count; ) {
    const n = length[i] ?? 1;
    for (let k = 1; k < n; k++) found.push((tokens[i + k]?.at ?? 1) - 1);
    i += Math.max(1, n);
  }
  return found;
}

const lettersOf = (text: string): string => text.replace(/^[^\p{L}\p{M}]+|[^\p{L}\p{M}]+$/gu, '').normalize('NFC');

/** Whether a token must be a piece of a syllable. In a text that is whole elsewhere, a single letter is a label or a unit. */
function isBroken(knowledge: Knowledge, piece: string, eager: boolean): boolean {
  if (isWord(knowledge, piece)) return eager && /^[iuy]$/iu.test(piece);
  if (piece.length > 5) return false;
  if (eager) return /^\p{L}$/u.test(piece) || isPiece(piece) || isCut(piece);
  return piece.length > 1 && /\P{ASCII}/u.test(piece) && (isPiece(piece) || isCut(piece));
}

/** The beginning of a syllable whose vowels ask for an end: "ĐIỀ", "chuyể", "trươ". */
const isCut = (piece: string): boolean =>
  /(?:iê|yê|uô|ươ|â|ă|oă|uâ)$/iu.test(
    piece
      .normalize('NFD')
      .replace(/[\u0300\u0301\u0303\u0309\u0323]/gu, '')
      .normalize('NFC'),
  );

/** Small throughout, capital throughout, or with a capital first. */
const isCased = (word: string): boolean => !/\p{Ll}/u.test(word) || !/\p{Lu}/u.test(word.slice(1));
