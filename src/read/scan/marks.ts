import { built, type Knowledge } from '../../knowledge/knowledge.ts';
import { keyOf } from '../../language/words.ts';
import { isWord } from '../encoding/health.ts';
import type { RecognisedLine, RecognisedWord } from './recogniser.ts';

/**
 * Words of the same letters with other marks ("đầm bảo" for "đảm bảo") by the words beside them. What the engine is sure of is
 * left, for nothing beside a name tells how it is written; a word with a digit or a percent sign is never touched.
 */

/** The engine is so sure of what it read that one word beside it does not tell otherwise, or that two do not. */
const SURE = 0.9;
const SURER = 0.965;
/** Words further from each other than so many heights of a small letter are not beside each other: a column lies between. */
const BESIDE = 2.5;
/** What a word tells of the next, once it was put right itself. */
const PASSES = 2;

/** A word with the signs around it. */
const CORE = /^(?<before>[^\p{L}\p{M}\p{N}]*)(?<core>[\p{L}\p{M}]+)(?<after>[^\p{L}\p{M}\p{N}]*)$/u;

/** Which syllables stand beside each other. */
export interface Pairs {
  /** The syllables that stand in pairs, by their letters without marks. */
  readonly sameLetters: ReadonlyMap<string, readonly string[]>;
  readonly follows: (first: string, second: string) => boolean;
}

/** The pairs of syllables that stand in public texts. */
export const pairsOf = built(['syllablePairs'], ({ syllablePairs }): Pairs => {
  const keyed = new Map<string, Set<string>>();
  const letters = new Map<string, Set<string>>();
  const note = (syllable: string): void => {
    const bare = withoutMarks(syllable);
    letters.set(bare, (letters.get(bare) ?? new Set()).add(syllable));
  };
  for (const [first, next] of syllablePairs) {
    keyed.set(keyOf(first), new Set([...next].map(keyOf)));
    for (const syllable of [first, ...next]) note(syllable);
  }
  return {
    sameLetters: new Map([...letters].map(([bare, syllables]) => [bare, [...syllables].sort()])),
    follows: (first, second) => keyed.get(keyOf(first))?.has(keyOf(second)) === true,
  };
});

const withoutMarks = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/gu, (letter) => (letter === 'đ' ? 'd' : 'D'));

/** How often two syllables stand beside each other in a document. */
export type OwnPairs = ReadonlyMap<string, number>;

/** The pairs of a document: what it says often tells what was misread once. */
export function ownPairsOf(pages: readonly (readonly RecognisedLine[])[]): OwnPairs {
  const pairs = new Map<string, number>();
  for (const lines of pages) {
    const printed = printedIn(lines);
    for (const [i, here] of printed.entries()) {
      const next = printed[i + 1];
      if (here.core?.after !== '' || next?.core === undefined || !isBeside(here, next)) continue;
      const pair = pairKey(here.core.core.toLowerCase(), next.core.core.toLowerCase());
      pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
    }
  }
  return pairs;
}

const pairKey = (first: string, second: string): string => `${keyOf(first)} ${keyOf(second)}`;
/** A pair of the document tells where it stands there so often, and so many times more often than the one that was read. */
const OWN = 2;
const OWN_MORE = 3;

/**
 * The lines with such words put right.
 *
 * @param lines in reading order; a word that ends a line stands beside the one that begins the next
 * @param own the pairs of the whole document
 */
export function withMarksTold(
  knowledge: Knowledge,
  lines: readonly RecognisedLine[],
  own: OwnPairs = new Map(),
): RecognisedLine[] {
  let told = [...lines];
  for (let pass = 0; pass < PASSES; pass++) told = toldOnce(knowledge, told, own);
  return told;
}

const printedIn = (lines: readonly RecognisedLine[]): Printed[] =>
  lines.flatMap((line) => line.words.map((word): Printed => ({ word, line, core: coreOf(word.text) })));

function toldOnce(knowledge: Knowledge, lines: readonly RecognisedLine[], own: OwnPairs): RecognisedLine[] {
  const printed = printedIn(lines);
  const syllables = ownSyllables(own);
  const told = printed.map((_, i) => toldBy(knowledge, printed, i, { pairs: own, syllables }));
  let at = 0;
  return lines.map((line) => {
    const from = at;
    at += line.words.length;
    const own = told.slice(from, at);
    return own.every((text) => text === undefined)
      ? line
      : { ...line, words: line.words.map((word, i) => withText(word, own[i])) };
  });
}

/** A word where it stands; `core` where it is one word of letters. */
interface Printed {
  readonly word: RecognisedWord;
  readonly line: RecognisedLine;
  readonly core: ReturnType<typeof coreOf>;
}

/** Whether one word goes on with the other: on one line without a column between them, or from line to line of one column. */
function isBeside(one: Printed | undefined, other: Printed | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  if (one.line === other.line) return other.word.x0 - one.word.x1 <= BESIDE * one.line.xHeight;
  return other.word.x0 < one.word.x0 && isUnbroken(one.line) && isUnbroken(other.line);
}

const isUnbroken = ({ words, xHeight }: RecognisedLine): boolean =>
  words.every((word, i) => word.x0 - (words[i - 1]?.x1 ?? word.x0) <= BESIDE * xHeight);

const withText = (word: RecognisedWord, text: string | undefined): RecognisedWord =>
  text === undefined ? word : { ...word, text, asRead: word.asRead ?? word.text };

/** The parts of a word, where it is one word of letters. */
function coreOf(text: string): { before: string; core: string; after: string } | undefined {
  const { before = '', core = '', after = '' } = CORE.exec(text.normalize('NFC'))?.groups ?? {};
  return core === '' ? undefined : { before, core, after };
}

/** What a document says itself. */
interface Own {
  readonly pairs: OwnPairs;
  /** Its syllables that stand in pairs, by their letters without marks. */
  readonly syllables: ReadonlyMap<string, ReadonlySet<string>>;
}

function ownSyllables(pairs: OwnPairs): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const [pair, count] of pairs)
    if (count >= OWN)
      for (const syllable of pair.split(' ')) {
        const bare = withoutMarks(syllable);
        found.set(bare, (found.get(bare) ?? new Set()).add(syllable));
      }
  return found;
}

function toldBy(
  knowledge: Knowledge,
  printed: readonly Printed[],
  at: number,
  { pairs, syllables }: Own,
): string | undefined {
  const here = printed[at];
  if (here?.core === undefined) return undefined;
  const { word, core: own } = here;
  if (word.confidence >= SURER || own.core.length < 2) return undefined;
  const { sameLetters, follows } = pairsOf(knowledge);
  const small = own.core.toLowerCase();
  const [left, right] = [
    isBeside(printed[at - 1], here) ? printed[at - 1]?.core : undefined,
    isBeside(here, printed[at + 1]) ? printed[at + 1]?.core : undefined,
  ];
  const before = beforeFigure(knowledge, printed, at);
  if (before !== undefined) return own.before + asWritten(before, own.core);
  // A mark behind a word parts it from the next; quotes before one are often dirt.
  const first = left !== undefined && left.after === '' ? left.core.toLowerCase() : undefined;
  const second = right !== undefined && own.after === '' ? right.core.toLowerCase() : undefined;
  const count = (one: string, other: string): number => pairs.get(pairKey(one, other)) ?? 0;
  const isOften = (found: number, read: number): boolean => found >= OWN && found >= OWN_MORE * read;
  const isLeft = (syllable: string): boolean =>
    first !== undefined && (follows(first, syllable) || isOften(count(first, syllable), count(first, small)));
  const isRight = (syllable: string): boolean =>
    second !== undefined && (follows(syllable, second) || isOften(count(syllable, second), count(small, second)));
  const sides = (syllable: string): number => (isLeft(syllable) ? 1 : 0) + (isRight(syllable) ? 1 : 0);
  /** What a document misreads again and again it says often too. */
  const known = (syllable: string): number =>
    (first !== undefined && follows(first, syllable) ? 1 : 0) +
    (second !== undefined && follows(syllable, second) ? 1 : 0);
  if (sides(small) > 0) return undefined;
  const bare = withoutMarks(small);
  const scored = [...new Set([...(sameLetters.get(bare) ?? []), ...(syllables.get(bare) ?? [])])]
    .filter((other) => other !== small && other.length === small.length)
    .map((other) => ({ syllable: other, sides: sides(other), worth: sides(other) + 2 * known(other) }))
    .filter(({ sides }) => sides > 0)
    .sort((a, b) => b.worth - a.worth);
  const [best, other] = scored;
  if (best === undefined || best.worth === other?.worth) return undefined;
  const isCertain =
    best.sides === 2 ||
    (word.confidence < SURE && !mayBeName(own.core, left)) ||
    (isOtherTone(small, best.syllable) &&
      (!mayBeName(own.core, left) || (isOneCapital(left, right) && isRight(best.syllable)))) ||
    !isWord(knowledge, small);
  if (!isCertain) return undefined;
  const whole = own.before + asWritten(best.syllable, own.core) + own.after;
  return whole === word.text ? undefined : whole;
}

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu;

/** The tone over a hat or a bow is the first mark to be lost: "phân" for "phần", "nỗ" for "nổ". */
function isOtherTone(read: string, told: string): boolean {
  const [one, other] = [read.normalize('NFD'), told.normalize('NFD')];
  return /[\u0302\u0306]/u.test(other) && one.replace(TONES, '') === other.replace(TONES, '');
}

/** A syllable of those that stand before figures, for one of the same letters that nothing beside it asks for: "Trền 80%". */
function beforeFigure(knowledge: Knowledge, printed: readonly Printed[], at: number): string | undefined {
  const [left, here, right] = [printed[at - 1], printed[at], printed[at + 1]];
  if (here?.core === undefined || here.core.after !== '' || right === undefined) return undefined;
  if (!/^[(<>≤≥~]?\p{Nd}/u.test(right.word.text) || !isBeside(here, right)) return undefined;
  const { beforeFigures } = knowledge.misreadings;
  const small = here.core.core.toLowerCase();
  const beside = isBeside(left, here) && left?.core?.after === '' ? left.core : undefined;
  if (mayBeName(here.core.core, beside) || beforeFigures.includes(small)) return undefined;
  const { follows } = pairsOf(knowledge);
  if (beside !== undefined && follows(beside.core.toLowerCase(), small)) return undefined;
  return beforeFigures.find((syllable) => withoutMarks(syllable) === withoutMarks(small));
}

/** A syllable with the capitals of another one. */
const asWritten = (syllable: string, like: string): string =>
  [...syllable].map((letter, i) => (isCapital(like, i) ? letter.toUpperCase() : letter)).join('');

/** Names have several capitals, most of them: "Giấy phép" is none. */
const isOneCapital = (left: Printed['core'], right: Printed['core']): boolean =>
  /^\p{Ll}/u.test(left?.core ?? '') && /^\p{Ll}/u.test(right?.core ?? '');

/** A capital within a sentence may begin a name; one that begins it, or one among others, does not. */
const mayBeName = (core: string, left: Printed['core']): boolean =>
  /^\p{Lu}/u.test(core) && /\p{Ll}/u.test(core) && left?.after === '';

const isCapital = (core: string, at: number): boolean => /\p{Lu}/u.test([...core][at] ?? '');
