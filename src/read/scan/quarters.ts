import { built, type Knowledge } from '../../knowledge/knowledge.ts';
import { viMeaning } from '../../language/pattern.ts';
import { isWord } from '../encoding/health.ts';
import { strokesOfNumeral } from './label-order.ts';
import type { RecognisedLine, RecognisedWord } from './recogniser.ts';

/**
 * Quarters of a year: engines read "11", "I1" and "IL" for the "II" of "Quý II". There are four of them, so that strokes often tell
 * which one was printed. It stays doubtful, as nobody has seen it twice.
 */

const QUARTERS: readonly string[] = ['I', 'II', 'III', 'IV'];
/** What was read as a quarter is left: "II", "04". */
const READ = /^(?:0?[1-4]|I{1,3}|IV)$/iu;
/** A quarter with what may stand around it: "(II/2026-Quý", "11,"; "1.000" is another figure. */
const PLACE = /^(?<before>[(“"]?)(?<body>[^\s/.,;:()“”"–—-]+)(?<after>[.,;:)”"]*|[/–—-].*)$/u;
/** A line goes on in the next one of its column: that begins so many heights of a small letter below it at most. */
const NEXT_LINE = 5;

const patternsOf = built(['timeWords'], ({ timeWords }) => ({
  // "(Quý", "IV/2025-Quý"; no name in capitals.
  quarter: new RegExp(String.raw`(?:^|[^\p{L}\p{M}])${viMeaning(timeWords, 'quarter').source}$`, 'iu'),
  each: new RegExp(String.raw`^[^\p{L}]*${viMeaning(timeWords, 'each').source}$`, 'iu'),
}));

/**
 * The lines of a page with quarters put right where their strokes tell one.
 *
 * @param lines in reading order
 */
export function withQuartersTold(knowledge: Knowledge, lines: readonly RecognisedLine[]): RecognisedLine[] {
  let before: readonly RecognisedWord[] = [];
  let last: RecognisedLine | undefined;
  return lines.map((line) => {
    if (last !== undefined && !isNext(last, line)) before = [];
    const words = line.words.map((word) => {
      const told = followsQuarter(knowledge, before) ? quarterOf(knowledge, word.text) : undefined;
      before = [...before.slice(-1), word];
      return told === undefined
        ? word
        : { ...word, text: told, asRead: word.asRead ?? word.text, doubtful: true as const };
    });
    last = line;
    return words.some((word, i) => word !== line.words[i]) ? { ...line, words } : line;
  });
}

function isNext(above: RecognisedLine, { words, y }: RecognisedLine): boolean {
  const [first, end] = [words[0], above.words.at(-1)];
  const fall = y - above.y;
  return first !== undefined && end !== undefined && first.x0 < end.x1 && fall > 0 && fall <= NEXT_LINE * above.xHeight;
}

/** "mỗi quý" is followed by how many there are. */
function followsQuarter(knowledge: Knowledge, before: readonly RecognisedWord[]): boolean {
  const { quarter, each } = patternsOf(knowledge);
  const [first, second] = [before.at(-2)?.text ?? '', before.at(-1)?.text ?? ''];
  return quarter.test(second) && second !== second.toUpperCase() && !each.test(first);
}

function quarterOf(knowledge: Knowledge, text: string): string | undefined {
  const { before = '', body = '', after = '' } = PLACE.exec(text)?.groups ?? {};
  // A bar alone may be of a frame.
  if (!/[\p{L}\p{Nd}]/u.test(body) || READ.test(body)) return undefined;
  if ([...body].some((sign) => knowledge.misreadings.unsure.includes(sign))) return undefined;
  // A word of its own, or a name: "Quý Ly".
  if (/^\p{Lu}?\p{Ll}+$/u.test(body) && body.length > 1 && isWord(knowledge, body.toLowerCase())) return undefined;
  const strokes = strokesOfNumeral(knowledge, body);
  const told = QUARTERS.filter((quarter) => strokesOfNumeral(knowledge, quarter) === strokes);
  return strokes !== undefined && told.length === 1 && told[0] !== undefined ? before + told[0] + after : undefined;
}
