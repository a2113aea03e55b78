import { built, type Knowledge } from '../../knowledge/knowledge.ts';
import { isWord } from '../encoding/health.ts';
import type { Letters } from './cipher.ts';
import type { Line, Word } from './lines.ts';

/** A sign that stands for a letter that cannot be made out. */
export const UNKNOWN = '\ufffd';

/** A font is broken in which so many words with letters beyond ASCII are none, and so great a share of them. */
const FEWEST = 3;
const BROKEN = 0.6;
/** So many letters of a word must be known where no word beside it tells it: "t?" is "từ", "tỷ", "tế". */
const FEWEST_TOLD = 2;
/** What the document itself says counts so many times. */
const OWN = 5;
/** The best reading of a word must be so many times as likely as the next; where no word beside it tells it, so many times. */
const SURER = 3;
const SURER_ALONE = 6;
const LONGEST_WORD = 24;
const MOST_WORDS = 2000;

/** Words of a text, each as long as it is written, letters beyond ASCII left open. */
interface Vocabulary {
  readonly counts: Map<string, number>;
  readonly pairs: Map<string, number>;
  readonly shapes: Map<string, Set<string>>;
}

const WORD = /[^\p{P}\p{S}\p{N}\s]+/gu;
const shapeOf = (word: string): string => word.replace(/[^\x20-\x7f]/gu, '?');
const wordsIn = (text: string): string[] => text.toLowerCase().match(WORD) ?? [];

function learn({ counts, pairs, shapes }: Vocabulary, text: string, weight: number): void {
  let before = '';
  for (const word of wordsIn(text)) {
    counts.set(word, (counts.get(word) ?? 0) + weight);
    if (before !== '') pairs.set(`${before} ${word}`, (pairs.get(`${before} ${word}`) ?? 0) + weight);
    before = word;
    const shape = shapeOf(word);
    const held = shapes.get(shape);
    if (held === undefined) shapes.set(shape, new Set([word]));
    else held.add(word);
  }
}

const emptyVocabulary = (): Vocabulary => ({ counts: new Map(), pairs: new Map(), shapes: new Map() });

/** What the tables say: names of agencies and provinces, headings, titles. */
const knownTexts = built(
  ['agencies', 'headings', 'mottoes', 'provinces', 'titleWords', 'bodyOpenings', 'items'],
  (tables) => stringsIn(Object.values(tables)),
);

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(stringsIn);
  return typeof value === 'object' && value !== null ? stringsIn(Object.values(value)) : [];
}

/** A word of a font that is broken, and those beside it. */
interface Printed {
  readonly word: string;
  readonly before: Beside;
  readonly after: Beside;
}

interface Beside {
  readonly word: string;
  /** It is of the same font. */
  readonly broken: boolean;
}

/**
 * Ids of fonts whose words are none, though those of others are: they have no map of their letters, or a wrong one.
 *
 * @param lines as painted, in Unicode
 */
export function brokenFonts(knowledge: Knowledge, lines: readonly Line[]): ReadonlySet<string> {
  const found = new Map<string, Held>();
  for (const { words } of lines)
    for (const { font, text } of words) {
      if (font === undefined) continue;
      let held = found.get(font);
      if (held === undefined) {
        held = { looked: new Set(), valid: new Set(), invalid: new Set(), unseen: 0 };
        found.set(font, held);
      }
      // Most words of a document stand in it many times.
      if (!held.looked.has(text)) look(knowledge, text, held);
    }
  const broken = [...found].filter(([, { valid, invalid, unseen }]) => {
    if (unseen >= FEWEST || (unseen > 0 && valid.size === 0)) return true;
    return invalid.size >= FEWEST && invalid.size > BROKEN * (valid.size + invalid.size);
  });
  return new Set(broken.map(([font]) => font));
}

/** Words of a font. */
interface Held {
  /** Texts that tell nothing new when they are met again. */
  readonly looked: Set<string>;
  readonly valid: Set<string>;
  readonly invalid: Set<string>;
  /** Texts with characters that are not painted. */
  unseen: number;
}

function look(knowledge: Knowledge, text: string, held: Held): void {
  if (/\p{Cc}/u.test(text)) held.unseen++;
  else held.looked.add(text);
  if (!BEYOND.test(text)) return;
  for (const [word] of text.matchAll(WORD)) {
    if (word.length < 2 || word.length > LONGEST_WORD || !BEYOND.test(word)) continue;
    if (isPrinted(knowledge, word) || isForeign(word)) held.valid.add(word);
    else if (!ABBREVIATION.test(word)) held.invalid.add(word);
  }
}
/** Beyond ASCII, or not painted. */
const BEYOND = /[^\x20-\x7e]/u;

const isPrinted = (knowledge: Knowledge, word: string): boolean =>
  isWord(knowledge, word) && (!/\p{Ll}/u.test(word) || !/\p{Lu}/u.test(word.slice(1)));

/** "Société", "Krông", "Düsseldorf": with no letters whatever in place of those beyond ASCII would it be a Vietnamese syllable. */
const isForeign = (word: string): boolean => /\p{Ll}/u.test(word) && !SYLLABLE.test(shapeOf(word.toLowerCase()));
const SYLLABLE = /^(?:ngh?|gh|gi|kh|nh|ph|qu|th|tr|ch|[bcdghklmnpqrstvx?])?[aeiouy?]{1,3}(?:ch|ng|nh|[cmnpt])?$/u;
/** "QĐ", "HĐND", "CĐS" */
const ABBREVIATION = /^[B-DF-HJ-NP-TV-XZĐ]+$/u;

/**
 * Tells the letters of fonts without a map by the words that they make: words that the rest of the document holds, or that
 * plans usually do. Letters that no word tells are unknown, but where no word tells any: Latin letters stay as they are then.
 */
export function guessedLetters(
  knowledge: Knowledge,
  lines: readonly Line[],
  fonts: ReadonlySet<string>,
): ReadonlyMap<string, Letters> {
  const vocabulary = emptyVocabulary();
  const printed = new Map<string, Printed[]>();
  for (const { words } of lines) {
    for (const [i, { font, text }] of words.entries()) {
      if (font === undefined || !fonts.has(font)) continue;
      const beside = (other: Word | undefined): Beside => ({
        word: other?.text.match(WORD)?.[0] ?? '',
        broken: other?.font === font,
      });
      const held = printed.get(font) ?? [];
      if (held.length < MOST_WORDS) {
        const [before, after] = [beside(words[i - 1]), beside(words[i + 1])];
        for (const [word] of text.matchAll(WORD)) held.push({ word, before, after });
      }
      printed.set(font, held);
    }
    const legible = words.filter(({ font }) => font === undefined || !fonts.has(font)).map(({ text }) => text);
    learn(vocabulary, legible.join(' '), OWN);
  }
  for (const text of knownTexts(knowledge)) learn(vocabulary, text, 1);
  return new Map([...printed].map(([font, words]) => [font, lettersOfFont(knowledge, vocabulary, words)]));
}

function lettersOfFont(knowledge: Knowledge, vocabulary: Vocabulary, words: readonly Printed[]): Letters {
  const codes = new Set(words.flatMap(({ word }) => [...word].filter((code) => !isAscii(code))));
  // Where even ASCII is painted with other codes, nothing is known.
  if ([...codes].some((code) => code < ' ')) return allUnknown(words);
  const letters = new Map<string, string>();
  for (let open = codes.size; open > 0; open--) {
    const next = surest(vocabulary, words, letters, true) ?? surest(vocabulary, words, letters, false);
    if (next === undefined) break;
    letters.set(next.code, next.letter);
  }
  const cased = new Map(
    [...letters].map(([code, letter]) => [code, isCapital(code, words) ? letter.toUpperCase() : letter]),
  );
  const read = words.map(({ word }) => [...word].map((code) => cased.get(code) ?? code).join(''));
  const whole = read.filter(
    (word, i) => word !== words[i]?.word && [...word].every((code) => isAscii(code) || letters.size > 0),
  );
  const valid = whole.filter((word) => isWord(knowledge, word)).length;
  if (valid < whole.length * BROKEN) cased.clear();
  const changed = [...cased].some(([code, letter]) => code !== letter);
  if (!changed && [...codes].every((code) => LATIN.test(code))) return new Map();
  for (const code of codes) if (!cased.has(code)) cased.set(code, UNKNOWN);
  return cased;
}

const LATIN = /^\p{Script=Latin}$/u;
const isAscii = (code: string): boolean => code >= ' ' && code <= '~';

/** A letter for each sign of a font, all unknown; space stays. */
function allUnknown(words: readonly Printed[]): Letters {
  return new Map(words.flatMap(({ word }) => [...word].map((code): [string, string] => [code, UNKNOWN])));
}

/**
 * The code whose letter the words tell most surely.
 *
 * @param paired by words that stand beside each other, which tell more surely than one word does
 */
function surest(
  { counts, pairs, shapes }: Vocabulary,
  words: readonly Printed[],
  known: ReadonlyMap<string, string>,
  paired: boolean,
): { code: string; letter: string } | undefined {
  const votes = new Map<string, Map<string, number>>();
  const taken = new Set(known.values());
  for (const { word, before, after } of words) {
    const small = word.toLowerCase();
    const units = [...word];
    const told = units.filter((code) => isAscii(code) || known.has(code)).length;
    if (told === units.length || (!paired && told < FEWEST_TOLD)) continue;
    const candidates = [...(shapes.get(shapeOf(small)) ?? [])].filter((candidate) =>
      fits(units, [...candidate], known, taken),
    );
    const scored = candidates
      .map((candidate) => {
        if (!paired) return { candidate, score: counts.get(candidate) ?? 0 };
        const first = pairs.get(`${decoded(before, known)} ${candidate}`) ?? 0;
        return { candidate, score: first + (pairs.get(`${candidate} ${decoded(after, known)}`) ?? 0) };
      })
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score);
    const [best, other] = scored;
    if (best === undefined || best.score < (paired ? SURER : SURER_ALONE) * (other?.score ?? 0)) continue;
    for (const [i, code] of units.entries()) {
      if (isAscii(code) || known.has(code)) continue;
      const letter = [...best.candidate][i] ?? '';
      const of = votes.get(code) ?? new Map<string, number>();
      votes.set(code, of.set(letter, (of.get(letter) ?? 0) + best.score - (other?.score ?? 0)));
    }
  }
  let [found, most]: [{ code: string; letter: string } | undefined, number] = [undefined, 0];
  for (const [code, of] of votes) {
    const [first, second] = [...of].sort((a, b) => b[1] - a[1]);
    if (first === undefined || first[1] < SURER * (second?.[1] ?? 0) || first[1] <= most) continue;
    [found, most] = [{ code, letter: first[0] }, first[1]];
  }
  return found;
}

/** A word beside another, as far as it is known. */
const decoded = ({ word, broken }: Beside, known: ReadonlyMap<string, string>): string =>
  (broken ? [...word].map((code) => known.get(code) ?? code).join('') : word).toLowerCase();

/** Whether a word may be what is printed: each code is one letter, that no other code is. */
function fits(
  units: readonly string[],
  candidate: readonly string[],
  known: ReadonlyMap<string, string>,
  taken: ReadonlySet<string>,
): boolean {
  if (units.length !== candidate.length) return false;
  const here = new Map<string, string>();
  return units.every((code, i) => {
    const letter = candidate[i] ?? '';
    if (isAscii(code)) return code.toLowerCase() === letter;
    const told = known.get(code) ?? here.get(code);
    if (told !== undefined) return told === letter;
    here.set(code, letter);
    return !isAscii(letter) && (!taken.has(letter) || isCapitalWord(units) !== undefined);
  });
}

/** Whether the ASCII letters of a word tell that it is in capitals; undefined where there are none. */
function isCapitalWord(units: readonly string[]): boolean | undefined {
  const ascii = units.filter((code) => /[a-z]/iu.test(code));
  return ascii.length === 0 ? undefined : ascii.every((code) => code === code.toUpperCase());
}

/** A letter that stands in words of capitals is one; what a word of one or two letters is, those beside it tell. */
function isCapital(code: string, words: readonly Printed[]): boolean {
  const inCapitals = (word: string): boolean => (word.match(/[A-Z]/gu)?.length ?? 0) > 1 && !/[a-z]/u.test(word);
  return words.some(({ word, before, after }) => {
    if (!word.includes(code) || /[a-z]/u.test(word)) return false;
    return inCapitals(word) || inCapitals(before.word) || inCapitals(after.word);
  });
}
