import { built, type Knowledge } from '../../knowledge/knowledge.ts';
import { isCountingHead } from '../../language/table-heads.ts';
import { anyOf } from '../../language/words.ts';
import { type GridCell, tidyText } from '../blocks.ts';
import { isTableHead } from '../line-words.ts';
import { blankHeads } from './blank-heads.ts';
import { isBlank, LONGEST_WORDS, MOST_BLANKS, rowCells, WORDS } from './page-texts.ts';
import { unitApart, unitsIn } from './row-units.ts';

/** A table of which single spaces part the cells, a row a line, found among other lines. */
export interface BlankRows {
  readonly cells: readonly GridCell[];
  /** How many lines it takes. */
  readonly lines: number;
}

/** Lines of heads, columns of figures, and lines without figures between two rows, at most. */
const MOST_HEADS = 6;
const MOST_FIGURES = 12;
const MOST_WORDS = 3;
/** Lines below the heads that show how many columns of figures there may be. */
const SHOWN = 40;
/** UTF-16 units of a line. */
const LONGEST = 300;
/** Words of a figure at most: "không thấp hơn 95". */
const LONGEST_FIGURE = 5;

const figuresOf = built(['figures'], ({ figures: { comparators } }) => {
  const before = anyOf(Object.values(comparators.before).flat());
  const after = anyOf(Object.values(comparators.after).flat());
  const number = String.raw`[-−+]?\d[\d.,]*%?`;
  return {
    FIGURE: new RegExp(
      String.raw`^(?:${before}\s?)?${number}(?:\s?[-–]\s?${number})?(?:\s${after})?(?:\s\(\d\))?$|^[-–—x…]$`,
      'iu',
    ),
  };
});

/**
 * The table that begins at a line: words, and figures behind them, parted by single spaces. How many columns of figures there are
 * is tried; the width is kept at which most rows end with so many and the heads can be cut into as many. A row of which the
 * figures can be told in no way, or in several, stands below no head.
 */
export function blankRowsAt(knowledge: Knowledge, lines: readonly string[], from: number): BlankRows | undefined {
  if (!begins(knowledge, lines[from] ?? '')) return undefined;
  const { FIGURE } = figuresOf(knowledge);
  const textAt = textsFrom(lines, from);
  // No more than shows whether it can be a table at all: it may be as long as the text, and begin at each of its lines.
  const texts = Array.from({ length: MOST_HEADS + SHOWN }, (_, i) => textAt(i)).filter((one) => one !== undefined);
  let best: { readonly table: BlankRows; readonly whole: number } | undefined;
  for (let first = 1; first <= Math.min(MOST_HEADS, texts.length - 2); first++) {
    const heads = texts.slice(0, first).map(({ text }) => text);
    if (
      first > 1 &&
      countOf(FIGURE, heads[first - 1] ?? '') > 0 &&
      !isTimes(heads[first - 1] ?? '') &&
      !countsColumns(heads[first - 1] ?? '')
    )
      break;
    const counts = texts.slice(first, first + SHOWN).map(({ text }) => countOf(FIGURE, text));
    for (const figures of new Set(counts.filter((count) => count > 0 && count <= MOST_FIGURES))) {
      const read = tableOf(knowledge, textAt, first, figures);
      if (read === undefined || (best !== undefined && best.whole >= read.whole)) continue;
      best = { table: { cells: read.cells, lines: read.end - from }, whole: read.whole };
    }
  }
  return best?.table;
}

/** "2024 2025 2026": figures that head columns. */
const isTimes = (text: string): boolean => /^[^\d]*(?:(?:19|20)\d\d[^\d]*)+$/u.test(text);

/** "(1) (2) (3)", "A B 1 2": a line that counts the columns. */
const countsColumns = (text: string): boolean => /^(?:\(?[\dA-D]\)?\s){2,}\(?\d{1,2}\)?(?:=\S+)?$/u.test(text);

/** Whether a line can be the first of heads: what counts the rows, what names them, or years. */
function begins(knowledge: Knowledge, line: string): boolean {
  if (line.length > LONGEST || !/^\s*\p{Lu}/u.test(line) || /[.;]\s*$|:/u.test(line)) return false;
  const words = tidyText(line).split(' ');
  const heads = [1, 2, 3, 4].map((count) => words.slice(0, count).join(' '));
  return words.length > 1 && heads.some((head) => isCountingHead(knowledge, head) || isTableHead(knowledge, head));
}

interface Text {
  readonly text: string;
  /** The line behind it. */
  readonly end: number;
}

/** Lines of a table from a line on, each read when it is asked for: none longer than a row, no sentence among them. */
function textsFrom(lines: readonly string[], from: number): (i: number) => Text | undefined {
  const texts: Text[] = [];
  let [at, blanks, ended] = [from, 0, false];
  const next = (): void => {
    const line = lines[at++];
    if (line === undefined || line.length > LONGEST) ended = true;
    else if (isBlank(line)) {
      if (line.trim() === '') blanks++;
      ended = blanks > MOST_BLANKS;
    } else {
      const text = tidyText(line);
      ended = /\p{L}[.;]$/u.test(text) && text.length > LONGEST_WORDS / 2;
      if (!ended) texts.push({ text, end: at });
      blanks = 0;
    }
  };
  return (i) => {
    while (texts.length <= i && !ended) next();
    return texts[i];
  };
}

/** With how many figures a line ends, where no word stands between them. */
function countOf(FIGURE: RegExp, text: string): number {
  const words = text.split(' ');
  let count = 0;
  for (let end = words.length; end > 0; ) {
    const length = lengthsOf(FIGURE, words, end).at(-1);
    if (length === undefined) break;
    end -= length;
    count++;
  }
  return count;
}

/** The lengths, in words, of the figures that end before a word. */
const lengthsOf = (FIGURE: RegExp, words: readonly string[], end: number): readonly number[] =>
  Array.from({ length: Math.min(LONGEST_FIGURE, end) }, (_, i) => i + 1).filter((length) =>
    FIGURE.test(words.slice(end - length, end).join(' ')),
  );

interface Row {
  readonly words: string;
  readonly figures: readonly string[];
}

/** A line as words with so many figures behind them; undefined where it is none, or in several ways. */
function rowOf(FIGURE: RegExp, text: string, count: number): Row | undefined {
  const words = text.split(' ');
  const found: Row[] = [];
  const take = (end: number, figures: readonly string[]): void => {
    if (figures.length === count) {
      const own = words.slice(0, end).join(' ');
      if (WORDS.test(own) && !/^[-\d.,]*\d[\d.,%]*$/u.test(words[end - 1] ?? '')) found.push({ words: own, figures });
      return;
    }
    for (const length of lengthsOf(FIGURE, words, end))
      take(end - length, [words.slice(end - length, end).join(' '), ...figures]);
  };
  take(words.length, []);
  // "Trên 95" rather than "95": a figure takes the words before it along.
  const shortest = Math.min(...found.map((row) => row.words.length));
  const kept = found.filter(({ words: own }) => own.length === shortest);
  return kept.length === 1 ? kept[0] : undefined;
}

interface TableRead {
  readonly cells: readonly GridCell[];
  readonly whole: number;
  readonly end: number;
}

function tableOf(
  knowledge: Knowledge,
  textAt: (i: number) => Text | undefined,
  first: number,
  count: number,
): TableRead | undefined {
  const { FIGURE } = figuresOf(knowledge);
  const heads = Array.from({ length: first }, (_, i) => textAt(i)?.text ?? '').filter((text) => !countsColumns(text));
  const rows: { readonly row: Row | undefined; readonly text: string; readonly end: number }[] = [];
  let open: Text[] = [];
  for (let i = first, next = textAt(i); next !== undefined; next = textAt(++i)) {
    const { text, end } = next;
    if (heads.includes(text)) continue;
    const line = open.length > 0 && goesOn(open.at(-1)?.text ?? '', text) ? `${open.pop()?.text} ${text}` : text;
    const row = rowOf(FIGURE, line, count);
    if (row === undefined && countOf(FIGURE, line) === 0) {
      open.push({ text: line, end });
      if (open.length > MOST_WORDS || line.length > LONGEST_WORDS) break;
      continue;
    }
    for (const one of open) rows.push({ row: undefined, ...one });
    open = [];
    rows.push({ row, text: line, end });
  }
  const whole = rows.filter(({ row }) => row !== undefined).length;
  const lost = rows.filter(({ row, text }) => row === undefined && countOf(FIGURE, text) > 0).length;
  const found = whole >= (count > 1 ? 2 : 3) && whole > lost ? blankHeads(knowledge, heads, count) : undefined;
  if (found === undefined || (count === 1 && !found.counted)) return undefined;
  const { counted, unit, lead, cells } = found;
  // Heads go on below those that were read as all of them.
  if (counted && rows[0]?.row === undefined && !LABEL.test(rows[0]?.text ?? '')) return undefined;
  const under = Math.max(...cells.map(({ row, rowSpan }) => row + rowSpan));
  const units = unitsIn(
    knowledge,
    rows.flatMap(({ row }) => row?.words ?? []),
  );
  const body = rows.flatMap(({ row, text }, i) => {
    const [label, words] = counted ? labelled(row?.words ?? text) : ['', row?.words ?? text];
    const [name, own] = unit && row !== undefined ? unitApart(words, units) : [words, ''];
    const before = [...(counted ? [label] : []), name, ...(unit ? [own] : [])];
    const figures = row?.figures ?? (countOf(FIGURE, text) > 0 ? [...Array.from({ length: count }, () => ''), ''] : []);
    return rowCells([...before.slice(0, lead), ...figures], i + under);
  });
  return { cells: [...cells, ...body], whole, end: rows.at(-1)?.end ?? 0 };
}

/** Whether a line goes on with the words of the one before it: a small letter, or figures. */
const goesOn = (before: string, text: string): boolean =>
  !/[.;:]$/u.test(before) && /^(?:\p{Ll}{2}|[\d%<>≥≤])/u.test(text) && !LABEL.test(text);

const LABEL = /^(?<label>\d{1,3}(?:\.\d{1,2}){0,3}[.)]?|[IVX]{1,5}\.?|[A-H]\.?)\s(?=["“]?\p{L})/u;

function labelled(text: string): readonly [label: string, words: string] {
  const label = LABEL.exec(text)?.groups?.label ?? '';
  return label === '' ? ['', text] : [label, text.slice(label.length).trim()];
}
