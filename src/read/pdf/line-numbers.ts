import { type Line, lineWith, type Word } from './lines.ts';
import { lineText } from './paragraphs.ts';
import { isParted } from './white.ts';

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
/** On so many lines, and so great a share of them, a sentence goes on from the line above, with a word of its own. */
const FEWEST_RUNNING = 3;
const RUNNING = 0.2;

type Column = ReadonlyMap<Line, Word>;

/**
 * Takes the numbers that count the lines of a draft, down the margin beside them, from those lines.
 *
 * @param isRuled whether a line of a page stands in a ruled cell
 */
export function withoutLineNumbers(
  pages: readonly (readonly Line[])[],
  isRuled: (line: Line, page: number) => boolean = () => false,
): LinesCounted {
  const columns = pages.map((lines) => columnOf(lines));
  const counts = columns.map(
    (column, i) => column !== undefined && isCount(column, pages[i] ?? [], (line) => isRuled(line, i)),
  );
  const places = columns.flatMap((column, i) => (column !== undefined && counts[i] === true ? [placeOf(column)] : []));
  if (places.length === 0) return { pages, numbers: pages.map(() => []) };
  /** The last number of the page before. */
  let last: number | undefined;
  const taken = columns.map((column, i): Column => {
    const found = column !== undefined && places.some((place) => Math.abs(place - placeOf(column)) <= NEAR);
    const values = found ? valuesOf(column) : [];
    const [first = 0] = values;
    const step = stepOf(values);
    const goesOn = last !== undefined && first > last && first <= last + step;
    const isRow = (line: Line): boolean => isRuled(line, i) || (!goesOn && isInColumns(line, column));
    const here =
      found && (counts[i] === true || ((goesOn || first <= step) && !isOfTable(column, pages[i] ?? [], isRow)));
    last = here ? values.at(-1) : undefined;
    return here ? column : new Map();
  });
  const numbers: Line[][] = [];
  const left = pages.map((lines, i) => {
    const column = taken[i] ?? new Map<Line, Word>();
    const counted: Line[] = [];
    const rest = lines.flatMap((line) => {
      const word = column.get(line);
      const number = word === undefined ? undefined : lineWith(line, [word]);
      if (word === undefined || number === undefined) return [line];
      counted.push(number);
      return restOf(line, word) ?? [];
    });
    numbers.push(counted);
    return rest;
  });
  return { pages: left, numbers };
}

const placeOf = (column: Column): number => common([...column.values()].map(({ x1 }) => x1));
/** Margins change sides from page to page, numbers grow by a digit: they stand within so many points on all pages. */
const NEAR = 24;

/** Of each line the number that stands apart from it, where such numbers stand one under another and count on. */
function columnOf(lines: readonly Line[]): Column | undefined {
  let best: Column | undefined;
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

/**
 * Whether the numbers count lines, and no rows of a table: nearly all lines have theirs, and sentences run on over them.
 *
 * @param isRuled whether a line stands in a ruled cell
 */
function isCount(column: Column, lines: readonly Line[], isRuled: (line: Line) => boolean): boolean {
  const values = valuesOf(column);
  const isRow = (line: Line): boolean => isRuled(line) || isInColumns(line, column);
  const step = stepOf(values);
  if (column.size * step < USUAL * lines.length || isOfTable(column, lines, isRow)) return false;
  const [first = 0] = values;
  if (values.every((value) => value >= YEARS.first && value <= YEARS.last)) return false;
  const rests = lines.flatMap((line) => restOf(line, column.get(line)) ?? []);
  const right = Math.max(...rests.map(({ x1 }) => x1));
  // What stands to the right of the text and begins with any number is a column of figures.
  if (first > STEPS_LARGEST && [...column.values()].some(({ x0 }) => x0 > right)) return false;
  // Rows of a list begin alike; words of a sentence that are the first of their line by chance do not.
  const running = new Set(rests.flatMap((rest, i) => (runsOn(rests[i - 1], rest, right) ? rest.words[0]?.text : [])));
  if (first === 1 && column.size === lines.length && isInParts(rests))
    return rests.some((rest) => /^\p{Ll}/u.test(lineText(rest)));
  return running.size >= Math.max(FEWEST_RUNNING, RUNNING * rests.length);
}
const YEARS = { first: 1900, last: 2100 };
const STEPS_LARGEST = Math.max(...STEPS);

/** Headings, articles and items, as those of a short document that is counted from its first line to its last. */
const isInParts = (rests: readonly Line[]): boolean =>
  MARKERS.every((marker) => rests.some((rest) => marker.test(lineText(rest))));
const MARKERS = [/^[IVX]{1,5}\.\s/u, /^\d{1,2}[.)]\s/u, /^[-–+•]\s/u];

const valuesOf = (column: Column): number[] => [...column.values()].map(({ text }) => Number(text));

/** The line without its number. */
const restOf = (line: Line, number: Word | undefined): Line | undefined =>
  lineWith(
    line,
    line.words.filter((word) => word !== number),
  );

/** Where its lines are rows, and where it has a head, a column is of a table. */
function isOfTable(column: Column, lines: readonly Line[], isRow: (line: Line) => boolean): boolean {
  const rows = [...column.keys()].filter(isRow);
  const numbers = [...column.values()];
  const [x0, x1] = [Math.min(...numbers.map((word) => word.x0)), Math.max(...numbers.map((word) => word.x1))];
  const isHead = (word: Word): boolean =>
    HEAD.test(word.text) && word.x0 < x1 + SAME_PLACE && word.x1 > x0 - SAME_PLACE;
  return rows.length > ROWS * column.size || lines.some((line) => line.words.some(isHead));
}

const isInColumns = (line: Line, column: Column | undefined): boolean => {
  const rest = restOf(line, column?.get(line));
  return rest !== undefined && isParted(rest);
};
/** More than this share of the lines: two columns head and end a document. */
const ROWS = 0.4;
const HEAD = /^(?:S?TT|Stt)$/u;

/** Whether a sentence goes on from one line to the next: there was no room for the next word. */
function runsOn(before: Line | undefined, line: Line, right: number): boolean {
  const [first] = line.words;
  if (before === undefined || first === undefined || !/^\p{Ll}/u.test(lineText(line))) return false;
  const long = before.x1 - before.x0 >= LONG * before.size;
  return long && before.x1 + (first.x1 - first.x0) > right - line.size;
}
/** A line of running text is so long, in sizes. */
const LONG = 20;

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
