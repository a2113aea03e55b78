import { alternation } from './alternation.ts';
import { anyOf, phrase, phraseKept, SIGNS } from './words.ts';

/**
 * Patterns as a person writes Vietnamese. In a template tagged `vi`
 * - a space is any white space; beside an optional part it goes with that part: "phối hợp (chặt chẽ)? với"
 * - words are whole: no letter or digit touches either end, unless `^`, `$`, a look around or a sign stands there
 * - both placements of tones match: "ủy quyền" is "uỷ quyền"
 * - a plain group captures nothing; named groups, looks around, classes and escapes are those of regular expressions
 * - a list of words put in stands for any of them, a piece for itself.
 */
export interface Piece {
  /** Source of a regular expression, without edges. */
  readonly source: string;
  /** Whether a letter or digit may stand at its beginning and its end. */
  readonly opensWord: boolean;
  readonly endsWord: boolean;
}
type Value = Piece | readonly string[] | RegExp;

/** A case-insensitive pattern of whole words, for one test or match. */
export const vi = (strings: TemplateStringsArray, ...values: readonly Value[]): RegExp =>
  new RegExp(edges(read(strings, values)), 'iu');

/** The same for all matches in a text. */
export const viAll = (strings: TemplateStringsArray, ...values: readonly Value[]): RegExp =>
  new RegExp(edges(read(strings, values)), 'giu');

/** A part of other patterns. */
export const viPart = (strings: TemplateStringsArray, ...values: readonly Value[]): Piece => {
  const alternatives = read(strings, values);
  return {
    source: `(?:${alternatives.map(({ source }) => source).join('|')})`,
    opensWord: alternatives.some(({ opensWord }) => opensWord),
    endsWord: alternatives.some(({ endsWord }) => endsWord),
  };
};

/** What the words of tables are as patterns: they stand in several, and each is read once. */
const WORDS = new Map<string, readonly Piece[]>();

/** Any word of a table, whose rows are written in the same notation. */
export function viWords(rows: readonly { readonly word: string }[]): Piece {
  const alternatives = rows.flatMap(({ word }) => {
    const known = WORDS.get(word) ?? read({ raw: [word] }, []);
    WORDS.set(word, known);
    return known;
  });
  // The longest first, as a reader takes them.
  const ordered = [...alternatives].sort((a, b) => b.source.length - a.source.length);
  if (ordered.length === 0) return { source: '(?!)', opensWord: false, endsWord: false };
  return {
    source: `(?:${alternation(ordered.map(({ source }) => source))})`,
    opensWord: ordered.some(({ opensWord }) => opensWord),
    endsWord: ordered.some(({ endsWord }) => endsWord),
  };
}

/** The same in capitals, for patterns that tell them from small letters. */
export const viCapitals = (rows: readonly { readonly word: string }[]): Piece =>
  viWords(
    rows.map(({ word }) => ({
      word: word.replace(/\\.|\p{Ll}/gu, (sign) => (sign.length > 1 ? sign : sign.toUpperCase())),
    })),
  );

/** The words of a table that have one of the meanings. */
export const viMeaning = <Meaning extends string>(
  rows: readonly { readonly word: string; readonly means: readonly Meaning[] }[],
  ...meanings: readonly Meaning[]
): Piece => viWords(rows.filter(({ means }) => meanings.some((one) => means.includes(one))));

/** Source of any of some words or names as they are written, capitals kept, in a pattern that tells the two cases apart. */
export const asWritten = (words: readonly string[]): string =>
  `(?:${alternation([...words].sort((a, b) => b.length - a.length).map(phraseKept))})`;

/** The text with a capital at its beginning. */
export const capitalOf = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** The same in the three ways that running text, the beginning of a sentence and a title write a word. */
export const inAllCases = (words: readonly string[]): string =>
  asWritten([...new Set(words.flatMap((word) => [word, capitalOf(word), word.toUpperCase()]))]);

/** Source of a pattern of whole words, to be put together with others by hand. */
export const viSource = (strings: TemplateStringsArray, ...values: readonly Value[]): string =>
  edges(read(strings, values));

const BEFORE = `(?<![${SIGNS}])`;
const AFTER = `(?![${SIGNS}])`;

const edges = (alternatives: readonly Piece[]): string => {
  const all = alternatives.map(
    ({ source, opensWord, endsWord }) => `${opensWord ? BEFORE : ''}${source}${endsWord ? AFTER : ''}`,
  );
  return all.length === 1 ? (all[0] ?? '') : `(?:${all.join('|')})`;
};

/** One element of a sequence with its quantifier. */
interface Item extends Piece {
  /** It may be left out. */
  readonly optional: boolean;
  /** It takes a place in the text: no edge, and nothing that only looks around. */
  readonly place: boolean;
  /** Its quantifier, which goes with the space that goes with it. */
  readonly times: string;
  readonly space: boolean;
}

/** A reader over the template's text, in which a value stands for itself. */
interface Input {
  readonly tokens: readonly (string | Value)[];
  at: number;
}

function read(strings: { readonly raw: readonly string[] }, values: readonly Value[]): readonly Piece[] {
  const tokens = strings.raw.flatMap((raw, i): (string | Value)[] => {
    const value = values[i];
    return [...raw, ...(value === undefined ? [] : [value])];
  });
  const input: Input = { tokens, at: 0 };
  const found = alternatives(input);
  if (input.at < tokens.length) throw new Error(`a bracket too many in the pattern ${strings.raw.join('…')}`);
  return found;
}

function alternatives(input: Input): readonly Piece[] {
  const found: Piece[] = [sequence(input)];
  while (input.tokens[input.at] === '|') {
    input.at += 1;
    found.push(sequence(input));
  }
  return found;
}

function sequence(input: Input): Piece {
  const items: Item[] = [];
  for (
    let next = input.tokens[input.at];
    next !== undefined && next !== '|' && next !== ')';
    next = input.tokens[input.at]
  ) {
    if (next === ' ') {
      input.at += 1;
      items.push(SPACE);
    } else items.push(...quantified(item(input), input));
  }
  return joined(items);
}

const SPACE: Item = {
  source: '\\s+',
  opensWord: false,
  endsWord: false,
  optional: false,
  place: true,
  times: '',
  space: true,
};

/** Spaces beside what may be left out are left out with it: the one behind it, or at the end of a sequence the one before it. */
function joined(items: readonly Item[]): Piece {
  let source = '';
  const needed = items.map(({ optional, space, place }) => place && !optional && !space).lastIndexOf(true);
  for (let i = 0; i < items.length; i++) {
    const one = items[i];
    if (one === undefined) continue;
    const [before, after] = [items[i - 1], items[i + 1]];
    if (one.space) {
      const goesWithNext = i > needed && after?.optional === true;
      const wentWithLast = i - 1 < needed && before?.optional === true && !before.space;
      if (!goesWithNext && !wentWithLast) source += one.source;
    } else if (one.optional && i < needed && after?.space === true) source += `(?:${one.source}\\s+)${one.times}`;
    else if (one.optional && i > needed && before?.space === true) source += `(?:\\s+${one.source})${one.times}`;
    else source += `${one.source}${one.times}`;
  }
  return { source, opensWord: opens(items), endsWord: opens([...items].reverse(), 'endsWord') };
}

/** Whether a letter may stand at the beginning (or, reversed, the end): the first element that must be there decides. */
function opens(items: readonly Item[], side: 'opensWord' | 'endsWord' = 'opensWord'): boolean {
  for (const one of items) {
    if (one[side]) return true;
    if (!one.optional) return false;
  }
  return false;
}

function quantified(one: Single, input: Input): readonly Item[] {
  let times = '';
  const next = input.tokens[input.at];
  if (next === '?' || next === '*' || next === '+') {
    times = next;
    input.at += 1;
  } else if (next === '{') {
    const end = input.tokens.indexOf('}', input.at);
    times = input.tokens.slice(input.at, end + 1).join('');
    input.at = end + 1;
  }
  if (times !== '' && input.tokens[input.at] === '?') {
    times += '?';
    input.at += 1;
  }
  return [{ ...one, times, optional: /^(?:\?|\*|\{0,)/u.test(times), space: false }];
}

type Single = Omit<Item, 'times' | 'space' | 'optional'>;
const mark = (source: string): Single => ({ source, opensWord: false, endsWord: false, place: true });
const edge = (source: string): Single => ({ ...mark(source), place: false });
const word = (source: string): Single => ({ source, opensWord: true, endsWord: true, place: true });

function item(input: Input): Single {
  const next = input.tokens[input.at];
  if (next === undefined) throw new Error('a pattern ended too early');
  if (typeof next !== 'string') {
    input.at += 1;
    return pieceOf(next);
  }
  if (next === '(') return group(input);
  if (next === '[') return characterClass(input);
  if (next === '\\') return escaped(input);
  input.at += 1;
  if (/[\p{L}\p{N}]/u.test(next)) return letters(next, input);
  // A dot may stand for a letter.
  if (next === '^' || next === '$') return edge(next);
  return next === '.' ? word(next) : mark(next);
}

function pieceOf(value: Value): Single {
  if (value instanceof RegExp) return word(`(?:${value.source})`);
  if (!('source' in value)) return word(anyOf(value));
  return { ...value, place: true };
}

/** A letter, or two that carry one tone between them. */
function letters(first: string, input: Input): Single {
  const second = input.tokens[input.at];
  const pair = typeof second === 'string' ? first + second : '';
  const quantifier = input.tokens[input.at + 1];
  if (pair !== '' && phrase(pair).startsWith('(?:') && !/^[?*+{]/u.test(String(quantifier ?? ''))) {
    input.at += 1;
    return word(/\p{Lu}/u.test(pair) ? inCaseOf(pair, phrase(pair)) : phrase(pair));
  }
  return word(first);
}

/** Both placements of a tone in capitals where the written one has them: "UỶ|ỦY" for "ỦY". */
const inCaseOf = (pair: string, both: string): string =>
  both.replace(/\p{L}{2}/gu, (form) =>
    [...form].map((letter, i) => (/\p{Lu}/u.test(pair.charAt(i)) ? letter.toUpperCase() : letter)).join(''),
  );

function group(input: Input): Single {
  const rest = input.tokens
    .slice(input.at, input.at + 60)
    .map((token) => (typeof token === 'string' ? token : '\0'))
    .join('');
  const opening = /^\((?:\?(?:<?[=!]|:|<\p{L}[\p{L}\p{N}]*>))?/u.exec(rest)?.[0] ?? '(';
  input.at += [...opening].length;
  const inside = alternatives(input);
  if (input.tokens[input.at] !== ')') throw new Error(`a bracket is not closed in a pattern: ${rest}`);
  input.at += 1;
  const source = `${opening === '(' ? '(?:' : opening}${inside.map((one) => one.source).join('|')})`;
  // What looks around takes no place; a look behind at the beginning says itself what may stand there.
  if (/^\(\?<?[=!]/u.test(opening)) return edge(source);
  return {
    source,
    place: true,
    opensWord: inside.some(({ opensWord }) => opensWord),
    endsWord: inside.some(({ endsWord }) => endsWord),
  };
}

const LETTERS_AND_DIGITS = 'abcdefghijklmnopqrstuvwxyzđ0123456789';

function characterClass(input: Input): Single {
  let source = '';
  let depth = 0;
  for (let next = input.tokens[input.at]; next !== undefined; next = input.tokens[input.at]) {
    if (typeof next !== 'string') throw new Error('a value stands in a class of a pattern');
    source += next;
    input.at += 1;
    if (next === '\\') {
      source += String(input.tokens[input.at]);
      input.at += 1;
    } else if (next === '[') depth += 1;
    else if (next === ']') depth -= 1;
    if (depth === 0) break;
  }
  const wordy = source.startsWith('[^') || [...LETTERS_AND_DIGITS].some((sign) => new RegExp(source, 'iu').test(sign));
  return wordy ? word(source) : mark(source);
}

function escaped(input: Input): Single {
  const sign = String(input.tokens[input.at + 1]);
  if (sign === 'b' || sign === 'w' || sign === 'B' || sign === 'W') throw new Error(`\\${sign} knows no Vietnamese`);
  input.at += 2;
  let source = `\\${sign}`;
  if ((sign === 'p' || sign === 'P' || sign === 'k') && /[{<]/u.test(String(input.tokens[input.at]))) {
    const end = input.tokens.indexOf(sign === 'k' ? '>' : '}', input.at);
    source += input.tokens.slice(input.at, end + 1).join('');
    input.at = end + 1;
  }
  return /^\\(?:p\{[LMN]|d|S|D)/u.test(source) ? word(source) : mark(source);
}
