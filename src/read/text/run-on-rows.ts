import type { Knowledge } from '../../knowledge/knowledge.ts';
import { type GridCell, tidyText } from '../blocks.ts';
import {
  DATED,
  isBlank,
  LONGEST,
  LONGEST_WORDS,
  MARKED,
  MOST_BLANKS,
  NONE,
  rowCells,
  WORDS,
  YEARS,
} from './page-texts.ts';
import { headApart, unitApart, unitsIn } from './row-units.ts';

/** Rows of which one space parts the figures. */
export interface RunOnRows {
  readonly cells: readonly GridCell[];
  /** How many lines they take. */
  readonly lines: number;
}

interface Run {
  readonly words: string;
  readonly figures: readonly string[];
}
const RUN = /^(?<words>\S.*?\S)\s+(?<figures>(?:[-−]?\d[\d.,]*%?|[-–…])(?:\s+(?:[-−]?\d[\d.,]*%?|[-–…]))+)$/u;

/** Words and two figures or more behind them, single spaces between. */
export function runOf(line: string): Run | undefined {
  if (line.length > LONGEST) return undefined;
  const { words = '', figures = '' } = RUN.exec(tidyText(line))?.groups ?? {};
  const list = figures.split(' ');
  return !WORDS.test(words) || list.every((text) => DATED.test(text) || NONE.test(text))
    ? undefined
    : { words, figures: list };
}

/** Rows that run on with single spaces, or whose columns run into each other, below heads of years: as many as figures. */
export function runOn(
  knowledge: Knowledge,
  lines: readonly string[],
  from: number,
  first: number,
): RunOnRows | undefined {
  const heads = lines.slice(from, first).filter((line) => !isBlank(line));
  const years = heads.flatMap((line) => [...line.matchAll(YEARS)].map(([year]) => year));
  const rising = years.every((year, i) => i === 0 || Number(year) > Number(years[i - 1]));
  if (years.length < 2 || !rising || !heads[0]?.match(YEARS)) return undefined;
  const read = runsFrom(lines, first);
  const figures = read.rows.reduce((sum, row) => sum + row.figures.length, 0);
  if (read.rows.length < 2 && figures < MANY) return undefined;
  const own = heads.map((line) => tidyText(line).replace(YEARS, ' ').replace(/\s+/gu, ' ').trim());
  const name = own.find((line) => WORDS.test(line) && MARKED.test(line)) ?? '';
  // "Chỉ tiêu ĐVT 2024 2025": the words of each row end with its unit.
  const apart = headApart(knowledge, name);
  const units = unitsIn(
    knowledge,
    read.rows.map(({ words }) => words),
  );
  const cells = read.rows.flatMap(({ words, figures }, row) => {
    const own = apart === undefined ? [words] : unitApart(words, units);
    // Nobody can tell which year lost its figure: they stand below no head.
    const placed = figures.length === years.length ? figures : [...years.map(() => ''), ...figures];
    return rowCells([...own, ...placed], row + 1);
  });
  return { cells: [...rowCells([...(apart ?? [name]), ...years], 0), ...cells], lines: read.end - from };
}

function runsFrom(lines: readonly string[], first: number): { readonly rows: readonly Run[]; readonly end: number } {
  const rows: Run[] = [];
  let end = first;
  let above = '';
  for (let at = first, blanks = 0; at < lines.length && blanks <= MOST_BLANKS; at++) {
    const line = lines[at] ?? '';
    const run = runOf(line);
    if (isBlank(line)) blanks++;
    else if (run !== undefined) {
      const joined = above !== '' && MARKED.test(above) && !MARKED.test(run.words);
      if (above !== '' && !joined) rows.push({ words: above, figures: [] });
      rows.push(joined ? { ...run, words: `${above}\n${run.words}` } : run);
      above = '';
      blanks = 0;
      end = at + 1;
    } else if (above !== '' || /[.;]\s*$/u.test(line) || line.trim().length > LONGEST_WORDS) break;
    else above = tidyText(line);
  }
  return { rows, end };
}

/** Columns that cannot be told apart, or whose heads cannot: the figures stand below no head, and the table is said to be unread. */
export function unread(lines: readonly string[], from: number, first: number): RunOnRows | undefined {
  if (!lines.slice(from + 1, first).every(isBlank)) return undefined;
  const { rows, end } = runsFrom(lines, first);
  const all = rows.filter(({ figures }) => figures.length > 0);
  if (all.length < 2 || all.reduce((sum, { figures }) => sum + figures.length, 0) < MANY) return undefined;
  const head = tidyText(lines[from] ?? '');
  return {
    cells: [
      ...rowCells([head], 0),
      ...rows.flatMap(({ words, figures }, row) => rowCells([words, ...figures], row + 1)),
    ],
    lines: end - from,
  };
}
/** Figures that make lines a table. */
const MANY = 5;
