import { type Line, lineWith, type Word } from './lines.ts';
import { beginsItem, lineText } from './paragraphs.ts';

/** Lines of a document and the numbers that count them in the margin. */
export interface LinesCounted {
  readonly pages: readonly (readonly Line[])[];
  readonly numbers: readonly (readonly Line[])[];
}

const NUMBER = /^\d{1,4}$/u;
/** White between a number and its line, in sizes. */
const WHITE = 0.6;
/** Numbers end, or begin, at one place within this many points. */
const SAME_PLACE = 3;
/** Fewer numbers count nothing; every so many lines are counted. */
const FEWEST = 4;
const STEPS: ReadonlySet<number> = new Set([1, 2, 3, 5, 10]);
/** Numbers of lines stand at so great a share of the lines that they count, and count on without a gap so often. */
const USUAL = 0.8;
/** Lines that no row of a table begins with: the rest of a sentence, or a label of their own. */
const FEWEST_RUNNING = 2;

/** Takes the numbers that count the lines of a draft, down the margin beside them, from those lines. */
export function withoutLineNumbers(pages: readonly (readonly Line[])[]): LinesCounted {
  const columns = pages.map((lines) => columnOf(lines));
  const places = columns.flatMap((column, i) =>
    column !== undefined && isCount(column, pages[i] ?? []) ? [placeOf(column)] : [],
  );
  if (places.length === 0) return { pages, numbers: pages.map(() => []) };
  const numbers: Line[][] = [];
  const left = pages.map((lines, i) => {
    const found = columns[i];
    const here = found !== undefined && places.some((place) => Math.abs(place - placeOf(found)) <= NEAR);
    const column = here ? found : new Map<Line, Word>();
    const counted: Line[] = [];
    const rest = lines.flatMap((line) => {
      const word = column.get(line);
      const number = word === undefined ? undefined : lineWith(line, [word]);
      if (word === undefined || number === undefined) return [line];
      counted.push(number);
      return (
        lineWith(
          line,
          line.words.filter((other) => other !== word),
        ) ?? []
      );
    });
    numbers.push(counted);
    return rest;
  });
  return { pages: left, numbers };
}

const placeOf = (column: ReadonlyMap<Line, Word>): number => common([...column.values()].map(({ x1 }) => x1));
/** Margins change sides from page to page, numbers grow by a digit: they stand within so many points on all pages. */
const NEAR = 24;

/** Of each line the number that stands apart from it, where such numbers stand one under another and count on. */
function columnOf(lines: readonly Line[]): ReadonlyMap<Line, Word> | undefined {
  let best: ReadonlyMap<Line, Word> | undefined;
  for (const side of [1, -1] as const) {
    const apart = lines.flatMap((line): [Line, Word][] => {
      const word = line.words.at(side === 1 ? 0 : -1);
      const next = line.words.at(side === 1 ? 1 : -2);
      if (word === undefined || !NUMBER.test(word.text)) return [];
      const white =
        next === undefined || next === word ? WHITE * line.size : side === 1 ? next.x0 - word.x1 : word.x0 - next.x1;
      return white >= WHITE * line.size ? [[line, word]] : [];
    });
    for (const edge of ['x1', 'x0'] as const) {
      const at = common(apart.map(([, word]) => word[edge]));
      const column = new Map(apart.filter(([, word]) => Math.abs(word[edge] - at) <= SAME_PLACE));
      if (column.size >= FEWEST && column.size > (best?.size ?? 0) && countsOn([...column.values()])) best = column;
    }
  }
  return best;
}

function countsOn(words: readonly Word[]): boolean {
  const values = words.map(({ text }) => Number(text));
  const step = stepOf(values);
  const on = values.filter((value, i) => i > 0 && value - (values[i - 1] ?? 0) === step).length;
  return STEPS.has(step) && on >= USUAL * (values.length - 1);
}

const stepOf = (values: readonly number[]): number =>
  common(values.slice(1).map((value, i) => value - (values[i] ?? 0)));

/** Whether the numbers count lines, and no rows of a table: nearly all lines have theirs, and some of them are no beginnings. */
function isCount(column: ReadonlyMap<Line, Word>, lines: readonly Line[]): boolean {
  const step = stepOf([...column.values()].map(({ text }) => Number(text)));
  if (column.size * step < USUAL * lines.length) return false;
  const running = [...column].filter(([line, word]) => {
    const rest = lineWith(
      line,
      line.words.filter((other) => other !== word),
    );
    return rest !== undefined && (/^\p{Ll}/u.test(lineText(rest)) || beginsItem(rest));
  });
  return running.length * step >= FEWEST_RUNNING;
}

/** The value that most share. */
function common(values: readonly number[]): number {
  const counts = new Map<number, number>();
  let [best, most] = [0, 0];
  for (const value of values) {
    const key = Math.round(value);
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    if (count > most) [best, most] = [value, count];
  }
  return best;
}
