import { type AST, RegExpParser } from '@eslint-community/regexpp';
import { FRACTIONS } from '../../../language/figure-signs.ts';

/** What a match of a pattern begins with: one of these words (lower case, whole), or a number. */
export interface Starts {
  readonly words: ReadonlySet<string>;
  readonly digits: boolean;
}

/** How a match may begin: a word so far, open while a letter may follow; "" open has not begun yet. */
interface Head {
  readonly word: string;
  readonly open: boolean;
}

const DIGIT = '#';
const LETTER = /^\p{L}$/u;
/** What a number begins with: a digit, or the sign of a whole fraction. */
export const BEGINS_NUMBER = new RegExp(`^(?:\\d|${FRACTIONS})$`, 'u');
/** More beginnings than this are no list of words. */
const MOST = 500;
/** A class with more letters than this stands for any letter. */
const FEW = 40;

/** Thrown and caught here: a match may begin with anything. */
const ANYTHING = Symbol('anything');

/**
 * Reads off a pattern what its matches begin with, so that it need not be tried anywhere else.
 *
 * @param pattern case-insensitive or not, Unicode
 * @returns undefined where a match may begin within a word or a number, or with what cannot be listed
 */
export function startsOf(pattern: RegExp): Starts | undefined {
  const { alternatives } = new RegExpParser().parsePattern(pattern.source, undefined, undefined, { unicode: true });
  const words = new Set<string>();
  let digits = false;
  try {
    for (const { elements } of alternatives) {
      const edges = edgesOf(elements);
      for (const { word, open } of along([{ word: '', open: true }], elements)) {
        if (open) return undefined;
        if (word === DIGIT ? !edges.number : !edges.word) return undefined;
        if (word === DIGIT) digits = true;
        else words.add(word);
      }
    }
  } catch (reason) {
    if (reason === ANYTHING) return undefined;
    throw reason;
  }
  return { words, digits };
}

/** What may not stand right before a match: a letter, a digit. */
function edgesOf(elements: readonly AST.Element[]): { readonly word: boolean; readonly number: boolean } {
  let [word, number] = [false, false];
  for (const element of elements) {
    // The edge may be that of the one group that all of the pattern stands in.
    if (element.type === 'Group' && element.alternatives.length === 1) {
      const inside = edgesOf(element.alternatives[0]?.elements ?? []);
      return { word: word || inside.word, number: number || inside.number };
    }
    if (element.type !== 'Assertion') break;
    if (element.kind !== 'lookbehind' || !element.negate) continue;
    for (const { elements: alone } of element.alternatives) {
      const first = alone.length === 1 ? alone[0] : undefined;
      word ||= holds(first, 'letters');
      number ||= holds(first, 'digits');
    }
  }
  return { word, number };
}

const SAMPLES = { letters: 'azAZđĐăẠẹỹ', digits: '0123456789' };

/** Whether a class or set holds letters, or digits: told by some of them. */
function holds(element: AST.Element | undefined, samples: keyof typeof SAMPLES): boolean {
  if (element?.type !== 'CharacterClass' && element?.type !== 'CharacterSet') return false;
  return new RegExp(`^(?:${element.raw})+$`, 'u').test(SAMPLES[samples]);
}

function along(heads: readonly Head[], elements: readonly AST.Element[]): readonly Head[] {
  return elements.reduce<readonly Head[]>((sofar, element) => {
    if (sofar.every(({ open }) => !open)) return sofar;
    const closed = sofar.filter(({ open }) => !open);
    const next = unique([
      ...closed,
      ...after(
        sofar.filter(({ open }) => open),
        element,
      ),
    ]);
    if (next.length > MOST) throw ANYTHING;
    return next;
  }, heads);
}

/** Open heads, gone on by one element. */
function after(heads: readonly Head[], element: AST.Element): readonly Head[] {
  switch (element.type) {
    case 'Assertion':
      if (neverHolds(element)) return [];
      return endsWord(element) ? heads.map(close) : heads;
    case 'Group':
    case 'CapturingGroup':
      return element.alternatives.flatMap((alternative) => along(heads, alternative.elements));
    case 'Quantifier': {
      const once = element.max === 0 ? [] : after(heads, element.element);
      // Letters that may come again make words that nobody can list.
      if (element.max > 1 && once.some(({ open, word }) => open && !heads.some((head) => head.word === word)))
        throw ANYTHING;
      return element.min === 0 ? [...heads, ...once] : once;
    }
    case 'Character':
      return sign(heads, String.fromCodePoint(element.value));
    case 'CharacterSet':
      return set(heads, element);
    case 'CharacterClass':
      return characterClass(heads, element);
    default:
      throw ANYTHING;
  }
}

/** "" stays open: an edge before the first letter ends no word. */
const close = (head: Head): Head => (head.word === '' ? head : { ...head, open: false });

/** "(?!)", which stands for a list without words. */
const neverHolds = (assertion: AST.Assertion): boolean =>
  assertion.kind === 'lookahead' &&
  assertion.negate &&
  assertion.alternatives.some(({ elements }) => elements.length === 0);

const endsWord = (assertion: AST.Assertion): boolean =>
  assertion.kind === 'end' ||
  (assertion.kind === 'lookahead' &&
    assertion.negate &&
    assertion.alternatives.some(({ elements }) => elements.length === 1 && holds(elements[0], 'letters')));

function sign(heads: readonly Head[], written: string): readonly Head[] {
  if (LETTER.test(written)) return heads.map(({ word }) => ({ word: word + written.toLowerCase(), open: true }));
  if (BEGINS_NUMBER.test(written)) return heads.map(number);
  return heads.map(other);
}

const number = ({ word }: Head): Head => ({ word: word === '' ? DIGIT : word, open: false });

function other({ word }: Head): Head {
  if (word === '') throw ANYTHING;
  return { word, open: false };
}

function set(heads: readonly Head[], element: AST.CharacterSet): readonly Head[] {
  if (element.kind === 'digit' && !element.negate) return heads.map(number);
  if (element.kind === 'space' && !element.negate) return heads.map(other);
  throw ANYTHING;
}

function characterClass(heads: readonly Head[], element: AST.CharacterClass): readonly Head[] {
  if (element.negate) throw ANYTHING;
  return element.elements.flatMap((own) => {
    if (own.type === 'Character') return sign(heads, String.fromCodePoint(own.value));
    if (own.type === 'CharacterSet') return set(heads, own);
    if (own.type !== 'CharacterClassRange' || own.max.value - own.min.value >= FEW) throw ANYTHING;
    return Array.from({ length: own.max.value - own.min.value + 1 }, (_, i) =>
      sign(heads, String.fromCodePoint(own.min.value + i)),
    ).flat();
  });
}

function unique(heads: readonly Head[]): readonly Head[] {
  return [...new Map(heads.map((head) => [`${head.word}${head.open ? '…' : ''}`, head])).values()];
}
