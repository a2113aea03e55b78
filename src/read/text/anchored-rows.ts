import { built, type Knowledge } from '../../knowledge/knowledge.ts';
import { vi, viWords } from '../../language/pattern.ts';
import { isCountingHead, isTimeHead } from '../../language/table-heads.ts';
import type { LineCell } from './line-cells.ts';

/** Rows of a table that was flattened to a cell a line, found by what anchors them: a number or name, a unit, so many figures. */
export interface AnchoredRows {
  readonly columns: number;
  /** The heads, without cells in which nothing stands. */
  readonly names: readonly string[];
  /** The texts of each row, in its columns; what cannot be told stands in one cell beyond them. */
  readonly rows: readonly (readonly string[])[];
  /** Rows whose figures are as many as their heads. */
  readonly whole: number;
  /** The first cell that is of no row any more. */
  readonly end: number;
}

/** What a cell holds, by its text alone. */
export interface CellShape {
  readonly isFigure: (text: string) => boolean;
  /** Words that name a row: "Số giường bệnh trên 1 vạn dân" is no figure, as "Khoảng 25" is one. */
  readonly isName: (text: string) => boolean;
  /** What ends a table: a sentence, or nothing more. */
  readonly isEnd: (text: string) => boolean;
}

const headsOf = built(['columns', 'figures'], ({ columns, figures: { units } }) => ({
  UNIT: vi`^(${viWords(columns.filter(({ holds }) => holds === 'unit'))}|đơn vị)$`,
  FIGURES: vi`^${viWords(columns.filter(({ figures }) => figures !== undefined))}`,
  KNOWN: vi`^(${Object.keys(units.multipliers)} )?(${[...units.units.flatMap(({ forms }) => forms), ...units.symbols]})(\s?/.{1,20})?$`,
}));

/** "1", "IV", "2.1", "a)": what counts a row. */
const LABEL = /^(?:\d{1,3}(?:\.\d{1,2}){0,3}|[IVX]{1,5}|[A-Ha-hđ])[.)]?$/u;
const LETTER = /^[a-hđ][.)]?$/u;
const DASHED = /^[-–+*]\s*\p{L}/u;
/** "2. Xã có bác sĩ": a row that counts itself. */
const NUMBERED = /^(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5})[.)]\s*\p{L}/u;
/** Goes on with the words before it. */
const GOES_ON = /^(?:\(|\p{Ll}{2})/u;
/** "(còn 4,33%)", "(+0,6)": says more of the figure before it, or is one. */
const BRACKETED = /^\([^()]*\d[^()]*\)$/u;
/** Stands where there is no figure. */
const NONE = /^(?:[-–—x…]|\.{2,4})$/u;

/** Words of a unit, and letters of what is known as none. */
const UNIT_WORDS = 5;
const LONGEST_UNIT = 30;
/** Cells of words between two rows at most. */
const MOST_WORDS = 5;
/** Columns of figures at least, and whole rows. */
const FEWEST_FIGURES = 2;
const FEWEST_ROWS = 3;

interface Columns {
  readonly counted: boolean;
  readonly unit: boolean;
  readonly figures: number;
  readonly note: boolean;
}

/** What the heads say of the columns; none where some head in the middle may be no head of figures. */
function columnsOf(knowledge: Knowledge, names: readonly string[]): readonly Columns[] {
  const { UNIT, FIGURES } = headsOf(knowledge);
  const counted = isCountingHead(knowledge, names[0] ?? '');
  const name = counted ? 1 : 0;
  const unit = UNIT.test(names[name + 1] ?? '');
  const rest = names.slice(name + (unit ? 2 : 1));
  const ofFigures = (head: string): boolean => FIGURES.test(head) || isTimeHead(knowledge, head) || PART.test(head);
  const note = rest.length > 0 && !ofFigures(rest.at(-1) ?? '');
  const middle = note ? rest.slice(0, -1) : rest;
  const [top = '', ...below] = middle;
  const plain = middle.every(ofFigures) ? [{ counted, unit, figures: middle.length, note }] : [];
  // "Kết quả đạt được" over the years below it.
  const merged =
    below.length > 1 &&
    FIGURES.test(top) &&
    !isTimeHead(knowledge, top) &&
    below.every((head) => isTimeHead(knowledge, head))
      ? [{ counted, unit, figures: below.length, note }]
      : [];
  return [...plain, ...merged].filter(({ figures }) => figures >= FEWEST_FIGURES);
}
/** "6 tháng 2011" */
const PART = /^(?:\d{1,2}\s)?tháng\s.*\d{4}$/iu;

/**
 * The rows below heads that stand before a cell.
 *
 * @param cells in order; empty where the text shows that nothing stood in one
 * @param heads how many of them are heads
 */
export function anchoredRows(
  knowledge: Knowledge,
  shape: CellShape,
  cells: readonly LineCell[],
  heads: number,
): AnchoredRows | undefined {
  const names = cells.slice(0, heads).flatMap(({ text }) => (text === '' ? [] : [text]));
  let best: AnchoredRows | undefined;
  for (const columns of columnsOf(knowledge, names)) {
    const first = readRows(knowledge, shape, cells, { heads, columns, regular: true, notes: new Set() });
    // Notes that were told in one row are known in all others.
    const { regular, notes } = first;
    const read = readRows(knowledge, shape, cells, { heads, columns, regular, notes });
    const { whole, lost } = read;
    if (whole < FEWEST_ROWS || whole <= lost || (best !== undefined && best.whole >= whole)) continue;
    const { counted, unit, figures, note } = columns;
    const width = 1 + (counted ? 1 : 0) + (unit ? 1 : 0) + figures + (note ? 1 : 0);
    best = { columns: width, names, whole, end: read.end, rows: read.rows.map((row) => textsOf(row, columns)) };
  }
  return best;
}

interface Row {
  readonly label: string;
  readonly name: string;
  readonly unit: string;
  /** As many as there are columns of figures; none of a row that only heads others, or whose figures cannot be told. */
  readonly figures: readonly string[];
  note: string;
  /** What stood in columns that nobody can tell. */
  readonly lost: readonly string[];
}

function textsOf({ label, name, unit, figures, note, lost }: Row, columns: Columns): readonly string[] {
  return [
    ...(columns.counted ? [label] : []),
    name,
    ...(columns.unit ? [unit] : []),
    ...Array.from({ length: columns.figures }, (_, i) => figures[i] ?? ''),
    ...(columns.note ? [note] : []),
    ...(lost.length > 0 ? [lost.join('; ')] : []),
  ];
}

interface RowsRead {
  readonly rows: readonly Row[];
  readonly whole: number;
  readonly lost: number;
  readonly end: number;
  /** Empty cells stand only where a row has a place for them: one among figures is one that has none. */
  readonly regular: boolean;
  /** What stands in the column of notes. */
  readonly notes: ReadonlySet<string>;
}

interface Reading {
  readonly heads: number;
  readonly columns: Columns;
  readonly regular: boolean;
  readonly notes: ReadonlySet<string>;
}

function readRows(
  knowledge: Knowledge,
  shape: CellShape,
  cells: readonly LineCell[],
  { heads, columns, regular, notes: known }: Reading,
): RowsRead {
  const text: TextAt = (at) => cells[at]?.text;
  const rows: Row[] = [];
  const notes = new Set(known);
  let [whole, lost, end, even, last] = [0, 0, heads, true, ''];
  const add = (row: Row, at: number): void => {
    rows.push(row);
    end = at;
    if (/^\d/u.test(row.label)) last = row.label;
  };
  for (let at = heads; at < cells.length; ) {
    const row = stretchAt(shape, text, at, columns, last);
    if (row === undefined) break;
    const { label, words, run } = row;
    even &&= row.even;
    const previous = rows.at(-1);
    const open = label === '' && previous !== undefined && takesNote(columns, previous) ? previous : undefined;
    const [first = ''] = words;
    if (run.every((one) => one === '' || NONE.test(one))) {
      if (open !== undefined && (notes.has(first) || (words.length === 1 && isNoteBefore(first, text(row.end))))) {
        open.note = first;
        notes.add(first);
        end = words.length === 1 ? row.end : row.from + 1;
        at = end;
        continue;
      }
      if (text(row.end) === undefined || shape.isEnd(text(row.end) ?? '')) break;
      for (const head of headRows(label, wrapped(words))) add(head, row.end);
    } else {
      const { unit, names } = namesIn(knowledge, columns, words);
      const name = names.pop();
      if (name === undefined) break;
      const counts = NUMBERED.test(name) && names.length > 0 && !NUMBERED.test(names[0] ?? '');
      if (open !== undefined && (notes.has(names[0] ?? '') || counts)) open.note = names.shift() ?? '';
      // A label counts the first of several names: the others are parts of it.
      for (const head of headRows(label, names)) add(head, row.end);
      const figures = DASHED.test(names.at(-1) ?? '') ? undefined : figuresIn(run, columns.figures, regular);
      const extra = run.length - columns.figures - brackets(run, columns.figures);
      even &&= figures === undefined || extra <= (columns.note ? 1 : 0);
      if (figures === undefined) lost++;
      else whole++;
      const filled = figures === undefined ? run.filter((one) => one !== '') : [];
      const own = { label: names.length === 0 ? label : '', name, unit, note: '' };
      add({ ...own, figures: figures ?? [], lost: filled }, row.end);
    }
    at = row.end;
  }
  return { rows, whole, lost, end, regular: even, notes };
}

type TextAt = (at: number) => string | undefined;

/** The cells of a row as they come: what counts it, words, and figures. */
interface Stretch {
  readonly label: string;
  readonly words: readonly string[];
  readonly run: readonly string[];
  /** Where its words begin. */
  readonly from: number;
  readonly end: number;
  /** No more empty cells stand before it than that of its label. */
  readonly even: boolean;
}

/** @param last the number that was printed last */
function stretchAt(shape: CellShape, text: TextAt, start: number, columns: Columns, last: string): Stretch | undefined {
  let at = start;
  while (text(at) === '') at++;
  const skipped = at - start;
  const labelled = columns.counted && beginsCounted(shape, text, at, undefined);
  const label = labelled ? (text(at++) ?? '') : '';
  const counted = /^\d/u.test(label) ? label : last;
  const begins = (full: boolean): boolean => columns.counted && beginsCounted(shape, text, at, counted, full);
  const from = at;
  const words: string[] = [];
  while (isWords(shape, text(at)) && !(words.length > 0 && begins(false))) words.push(text(at++) ?? '');
  if (words.length === 0 || words.length > MOST_WORDS) return undefined;
  const run: string[] = [];
  const isFull = (): boolean => run.filter((one) => one !== '').length >= columns.figures;
  const first = at;
  while (isOfRun(shape, text(at), run) && !begins(isFull())) run.push(text(at++) ?? '');
  // "Dưới 3 | Xuất siêu | Vượt": between two labels as many cells as columns, though some hold words.
  if (labelled && run.length > 0 && run.length < columns.figures && !run.includes('')) {
    const width = columns.figures + (columns.note ? 1 : 0);
    const all = Array.from({ length: width }, (_, i) => text(first + i) ?? '');
    const inside = all.every(
      (one, i) => one !== '' && !(i > 0 && beginsCounted(shape, text, first + i, counted, true)),
    );
    if (inside && beginsCounted(shape, text, first + width, counted, true))
      return { label, words, run: all.slice(0, columns.figures), from, end: first + columns.figures, even: true };
  }
  return { label, words, run, from, end: at, even: skipped <= (columns.counted && !labelled ? 1 : 0) };
}

/** Rows that only head others. */
const headRows = (label: string, names: readonly string[]): readonly Row[] =>
  names.map((name, i) => ({ label: i === 0 ? label : '', name, unit: '', figures: [], note: '', lost: [] }));

const takesNote = ({ note }: Columns, row: Row): boolean =>
  note && row.note === '' && (row.figures.length > 0 || row.lost.length > 0);

/** What stands behind figures in a table with a column of notes, and heads no parts that follow. */
const isNoteBefore = (words: string, next: string | undefined): boolean =>
  !DASHED.test(words) && !NUMBERED.test(words) && !/:$/u.test(words) && !DASHED.test(next ?? '');

const isWords = (shape: CellShape, text: string | undefined): boolean =>
  text !== undefined &&
  text !== '' &&
  !shape.isEnd(text) &&
  !NONE.test(text) &&
  (/^[%‰]/u.test(text) ||
    ((DASHED.test(text) || !isFigure(shape, text)) && /\p{L}/u.test(text) && !BRACKETED_ONLY.test(text)));
/** "Tỷ lệ trẻ em dưới 5 tuổi thấp còi (%)" holds a figure, and is none. */
const isFigure = (shape: CellShape, text: string): boolean =>
  shape.isFigure(text) && (text.match(/\p{L}/gu)?.length ?? 0) < NAME_LETTERS;
const NAME_LETTERS = 16;
/** "(+0,6)" names nothing. */
const BRACKETED_ONLY = /^\([-+\d.,\s%]+\)$/u;

const isOfRun = (shape: CellShape, text: string | undefined, run: readonly string[]): boolean =>
  text !== undefined &&
  (text === '' ||
    NONE.test(text) ||
    (isFigure(shape, text) && !DASHED.test(text)) ||
    (run.length > 0 && BRACKETED.test(text)));

/**
 * Whether a row that is counted begins at a cell: what counts it, with a name behind it.
 *
 * @param last the label before, undefined where it does not matter
 * @param full the row before has as many figures as heads
 */
function beginsCounted(
  shape: CellShape,
  text: TextAt,
  at: number,
  last: string | undefined,
  full = last === undefined,
): boolean {
  const [label = '', name = ''] = [text(at), text(at + 1)];
  if (!LABEL.test(label) || !shape.isName(name)) return false;
  if (!/^\d/u.test(label)) return LETTER.test(label) || !DASHED.test(name);
  // A figure may look like a label: it is one where it goes on from the label before, or the row has all of its figures.
  const next = last === undefined || last === '' || /[.)]$/u.test(label) || isNext(last, label);
  return DASHED.test(name) ? full && next : full || next;
}

/** Behind "1.2" comes "1.2.1", "1.3" or "2". */
function isNext(last: string, label: string): boolean {
  const parts = last.replace(/[.)]$/u, '').split('.').map(Number);
  const higher = parts.map((part, i) => [...parts.slice(0, i), part + 1]);
  return [[...parts, 1], ...higher].some((numbers) => numbers.join('.') === label.replace(/[.)]$/u, ''));
}

/** Words that a line break parted, in one. */
const wrapped = (words: readonly string[]): string[] =>
  words.reduce<string[]>((all, word) => {
    const before = all.at(-1);
    if (before !== undefined && GOES_ON.test(word)) all.splice(-1, 1, `${before} ${word}`);
    else all.push(word);
    return all;
  }, []);

/** The names before a row's figures, and its unit, where a column holds units. */
function namesIn(
  knowledge: Knowledge,
  { unit: hasUnit }: Columns,
  words: readonly string[],
): { readonly unit: string; readonly names: string[] } {
  const last = words.at(-1) ?? '';
  const isUnit =
    hasUnit &&
    (headsOf(knowledge).KNOWN.test(last) ||
      /^[%‰]/u.test(last) ||
      (words.length > 1 &&
        last.length <= LONGEST_UNIT &&
        last.split(' ').length <= UNIT_WORDS &&
        !/[\d(:]|^\p{L}+\.\s/u.test(last) &&
        !DASHED.test(last)));
  return isUnit ? { unit: last, names: wrapped(words.slice(0, -1)) } : { unit: '', names: wrapped(words) };
}

/** How many cells of a run go on with the figure before them. */
const brackets = (run: readonly string[], count: number): number =>
  run.filter((one) => one !== '' && !BRACKETED.test(one)).length === count
    ? run.filter((one) => BRACKETED.test(one)).length
    : 0;

/**
 * The figures of a row, one a column.
 *
 * @param regular empty cells stand for figures that are not there
 * @returns undefined where nobody can tell which column lacks its figure: a figure below a wrong head is worse than none
 */
function figuresIn(run: readonly string[], count: number, regular: boolean): readonly string[] | undefined {
  const filled = run.filter((one) => one !== '');
  const own = filled.filter((one) => !BRACKETED.test(one));
  if (filled.length === count) return filled;
  if (own.length === count)
    return filled.reduce<string[]>((all, one) => {
      if (BRACKETED.test(one)) all.splice(-1, 1, `${all.at(-1)} ${one}`);
      else all.push(one);
      return all;
    }, []);
  return regular && filled.length < count && run.length >= count && run.slice(count).every((one) => one === '')
    ? run.slice(0, count)
    : undefined;
}
