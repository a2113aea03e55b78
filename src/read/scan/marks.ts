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

interface Pairs {
  /** The syllables that stand in pairs, by their letters without marks. */
  readonly sameLetters: ReadonlyMap<string, readonly string[]>;
  readonly follows: (first: string, second: string) => boolean;
}

const pairsOf = built(['syllablePairs'], ({ syllablePairs }): Pairs => {
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

/**
 * The lines with such words put right.
 *
 * @param lines in reading order; a word that ends a line stands beside the one that begins the next
 */
export function withMarksTold(knowledge: Knowledge, lines: readonly RecognisedLine[]): RecognisedLine[] {
  let told = [...lines];
  for (let pass = 0; pass < PASSES; pass++) told = toldOnce(knowledge, told);
  return told;
}

function toldOnce(knowledge: Knowledge, lines: readonly RecognisedLine[]): RecognisedLine[] {
  const printed = lines.flatMap((line) => line.words.map((word): Printed => ({ word, line, core: coreOf(word.text) })));
  const told = printed.map((_, i) => toldBy(knowledge, printed, i));
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

function toldBy(knowledge: Knowledge, printed: readonly Printed[], at: number): string | undefined {
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
  const sides = (syllable: string): number =>
    (first !== undefined && follows(first, syllable) ? 1 : 0) +
    (second !== undefined && follows(syllable, second) ? 1 : 0);
  if (sides(small) > 0) return undefined;
  const scored = (sameLetters.get(withoutMarks(small)) ?? [])
    .filter((other) => other !== small && other.length === small.length)
    .map((other) => ({ syllable: other, sides: sides(other) }))
    .filter(({ sides }) => sides > 0)
    .sort((a, b) => b.sides - a.sides);
  const [best, other] = scored;
  if (best === undefined || best.sides === other?.sides) return undefined;
  const isCertain =
    best.sides === 2 || (word.confidence < SURE && !mayBeName(own.core, left)) || !isWord(knowledge, small);
  if (!isCertain) return undefined;
  const whole = own.before + asWritten(best.syllable, own.core) + own.after;
  return whole === word.text ? undefined : whole;
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

/** A capital within a sentence may begin a name; one that begins it, or one among others, does not. */
const mayBeName = (core: string, left: Printed['core']): boolean =>
  /^\p{Lu}/u.test(core) && /\p{Ll}/u.test(core) && left?.after === '';

const isCapital = (core: string, at: number): boolean => /\p{Lu}/u.test([...core][at] ?? '');
