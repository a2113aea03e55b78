import type { Knowledge } from '../../knowledge/knowledge.ts';
import { isWord } from '../encoding/health.ts';
import { withBracketsTold } from './brackets.ts';
import { labelsInOrder } from './label-order.ts';
import { ownPairsOf, withMarksTold } from './marks.ts';
import { withQuartersTold } from './quarters.ts';
import type { RecognisedLine, RecognisedWord } from './recogniser.ts';

/**
 * Puts right what engines misread of a document, by what stands around it; figures are never changed, but for
 * quarters. A word that is put right
 * keeps what was read (`asRead`).
 *
 * @param pages lines of each page in reading order
 */
export function repaired(knowledge: Knowledge, pages: readonly (readonly RecognisedLine[])[]): RecognisedLine[][] {
  const read = pages.map((lines) =>
    withoutDirt(
      knowledge,
      lines.filter((line) => !isDebris(knowledge, line)),
    ).map((line) => withSymbolsTold(knowledge, withWholeNumbers(line))),
  );
  const told = labelsInOrder(knowledge, withAcronymsTold(knowledge, read));
  const own = ownPairsOf(told);
  return told.map((lines) =>
    withQuartersTold(knowledge, withMarksTold(knowledge, withBracketsTold(knowledge, lines), own)),
  );
}

/** A line of fewer words is too short to tell. */
const FEWEST = 5;
/** In a line of nothing so great a share of its words are single signs, and so great a share no letters or digits at all. */
const SINGLE = 0.6;
const SIGNS = 0.25;

/** Marks of letters, read as a line of their own above the one that they belong to: "4 ^ ˆ > 4 BỊ `". */
function isDebris(knowledge: Knowledge, { words }: RecognisedLine): boolean {
  if (words.length < FEWEST) return false;
  const share = (is: (word: RecognisedWord) => boolean): number => words.filter(is).length / words.length;
  return (
    share(({ text }) => text.replace(/[^\p{L}\p{M}\p{N}]/gu, '').length <= 1) >= SINGLE &&
    share(({ text }) => !/[\p{L}\p{N}]/u.test(text)) >= SIGNS &&
    !words.some(({ text }) => text.length > 2 && isWord(knowledge, text.replace(/[^\p{L}\p{M}]/gu, '')))
  );
}

/** Lines without signs that are read of dirt. */
const withoutDirt = ({ misreadings }: Knowledge, lines: readonly RecognisedLine[]): RecognisedLine[] =>
  lines.flatMap((line) => {
    const words = line.words.filter(({ text, y0, y1 }, i) => {
      const next = line.words[i + 1]?.text;
      // A colon of its own is as high as small letters.
      if (text === ':' && y1 - y0 < COLON * line.xHeight) return next === undefined;
      // A stroke before a capital may be a label: "I QUY ĐỊNH CHUNG".
      if (misreadings.specks.includes(text)) return i === 0 && next !== undefined && /^\p{Lu}/u.test(next);
      // What begins a line may be its label.
      return !misreadings.dirt.includes(text) || (i === 0 && line.words.length > 1);
    });
    return words.length === line.words.length ? [line] : words.length === 0 ? [] : [{ ...line, words }];
  });
const COLON = 0.7;

/** A word in letters of both kinds of which the first may be a stroke: "1oT", "JoT", "IoT". */
const DIGIT_FIRST = /^(?<before>[^\p{L}\p{Nd}]*)(?<first>[\p{Lu}\p{Nd}])(?<rest>\p{Lu}{3,})(?<after>[^\p{L}\p{Nd}]*)$/u;
const STROKE_FIRST =
  /^(?<before>[^\p{L}\p{Nd}]*)(?<first>[\p{L}\p{Nd}|!])(?<rest>\p{Ll}*\p{Lu}[\p{L}]*)(?<after>[^\p{L}\p{Nd}]*)$/u;
/** So often it is read with an "I" in the document, at least. */
const OFTEN = 2;

/**
 * Acronyms that a document has with an "I", where their stroke was read as another sign, or with another capital, where a digit was read for
 * it: "7LNCN" for "VLNCN"; no comma stands behind a point.
 */
function withAcronymsTold(
  { misreadings }: Knowledge,
  pages: readonly (readonly RecognisedLine[])[],
): RecognisedLine[][] {
  const strokes = misreadings.digits['1'] ?? '';
  const counts = new Map<string, number>();
  const capitals = new Map<string, Map<string, number>>();
  for (const { text } of pages.flatMap((lines) => lines.flatMap(({ words }) => words))) {
    const { first = '', rest = '' } = STROKE_FIRST.exec(text)?.groups ?? {};
    if (first === 'I') counts.set(rest, (counts.get(rest) ?? 0) + 1);
    const { first: capital = '', rest: others = '' } = DIGIT_FIRST.exec(text)?.groups ?? {};
    if (!/\p{Lu}/u.test(capital)) continue;
    const known = capitals.get(others) ?? new Map<string, number>();
    capitals.set(others, known.set(capital, (known.get(capital) ?? 0) + 1));
  }
  /** The first capital of an acronym of which the others were read, where the document has one alone. */
  const capitalOf = (text: string): string | undefined => {
    const { before = '', first = '', rest = '', after = '' } = DIGIT_FIRST.exec(text)?.groups ?? {};
    const [known, ...others] = [...(capitals.get(rest) ?? [])];
    if (!/\p{Nd}/u.test(first) || known === undefined || others.length > 0 || known[1] < OFTEN) return undefined;
    return before + known[0] + rest + after;
  };
  const told = (word: RecognisedWord): RecognisedWord => {
    const { before = '', first = '', rest = '', after = '' } = STROKE_FIRST.exec(word.text)?.groups ?? {};
    const isStroke = first !== 'I' && `1${strokes}`.includes(first) && (counts.get(rest) ?? 0) >= OFTEN;
    const capital = capitalOf(word.text);
    const whole = capital ?? (isStroke ? `${before}I${rest}${after}` : word.text);
    const text = whole.replace(/(?<=\p{Lu})\.,(?=\p{L})/gu, ',');
    if (text === word.text) return word;
    const { doubtful, ...own } = word;
    // No figure is left in it.
    const isDoubtful = doubtful === true && capital === undefined;
    return { ...own, text, asRead: word.asRead ?? word.text, ...(isDoubtful ? { doubtful } : {}) };
  };
  /** The left stroke of a "V" is a sign of its own where its right one is a 7. */
  const isStrokeOf = (word: RecognisedWord, next: RecognisedWord | undefined): boolean =>
    word.text === '\\' && next !== undefined && capitalOf(next.text) !== undefined;
  return pages.map((lines) =>
    lines.map((line) => ({
      ...line,
      words: line.words.filter((word, i) => !isStrokeOf(word, line.words[i + 1])).map(told),
    })),
  );
}

/** A document's number with the symbol of its kind: "23/2024/TT-BCT". */
const NUMBERED = /^(?<before>\p{P}?\p{Nd}{1,5}\/(?:\p{Nd}{4}\/)?)(?<symbol>[\p{L}\p{Nd}]{2,6})(?<after>-\p{Lu}.*)$/u;

/** Symbols of the kinds of documents in which letters were read as digits: "T7" and "71" for "TT". */
function withSymbolsTold({ misreadings, documentSymbols }: Knowledge, line: RecognisedLine): RecognisedLine {
  const words = line.words.map((word) => {
    const { before = '', symbol = '', after = '' } = NUMBERED.exec(word.text)?.groups ?? {};
    if (!/\p{Nd}/u.test(symbol)) return word;
    const printed = [...symbol];
    const [told, ...others] = Object.keys(documentSymbols.types).filter((kind) => {
      const letters = [...kind];
      return (
        letters.length === printed.length &&
        letters.every((letter, i) => {
          const sign = printed[i] ?? '';
          return letter === sign || misreadings.symbols[letter]?.includes(sign) === true;
        })
      );
    });
    if (told === undefined || others.length > 0) return word;
    return { ...word, text: before + told + after, asRead: word.asRead ?? word.text };
  });
  return words.some((word, i) => word !== line.words[i]) ? { ...line, words } : line;
}

/** Digits of one number stand nearer to each other, from middle to middle, than so many heights of a small letter. */
const ONE_NUMBER = 1.3;
/** The same from the middle of the first to where the next of several begins. */
const TO_NEXT = 0.95;

/** Digits with no more white between them than "11" has are one number: "1 1" and "1 132" are read where their feet are worn. */
function withWholeNumbers(line: RecognisedLine): RecognisedLine {
  const words: RecognisedWord[] = [];
  for (const word of line.words) {
    const last = words.at(-1);
    const isOne =
      last !== undefined &&
      /^\p{Nd}$/u.test(last.text) &&
      (/^\p{Nd}\p{P}*$/u.test(word.text)
        ? (word.x0 + word.x1 - last.x0 - last.x1) / 2 <= ONE_NUMBER * line.xHeight
        : /^\p{Nd}{2}/u.test(word.text) && word.x0 - (last.x0 + last.x1) / 2 <= TO_NEXT * line.xHeight);
    if (!isOne) words.push(word);
    else
      words[words.length - 1] = {
        ...last,
        text: last.text + word.text,
        x1: word.x1,
        y0: Math.min(last.y0, word.y0),
        y1: Math.max(last.y1, word.y1),
        confidence: Math.min(last.confidence, word.confidence),
        asRead: `${last.asRead ?? last.text} ${word.asRead ?? word.text}`,
        ...(last.doubtful === true || word.doubtful === true ? { doubtful: true } : {}),
      };
  }
  return words.length === line.words.length ? line : { ...line, words };
}
