import { built, type Knowledge } from '../../knowledge/knowledge.ts';
import { vi, viWords } from '../../language/pattern.ts';
import { isCountingHead, isTimeHead } from '../../language/table-heads.ts';
import type { GridCell } from '../blocks.ts';
import { isTableHead } from '../line-words.ts';
import { mergedHeads } from './merged-heads.ts';
import { rowCells } from './page-texts.ts';

/** The heads of a table of which single spaces part the cells. */
export interface BlankHeads {
  readonly cells: readonly GridCell[];
  /** A column counts the rows. */
  readonly counted: boolean;
  /** A column holds the units. */
  readonly unit: boolean;
  /** How many columns stand in front of the figures. */
  readonly lead: number;
}

/** Places at which a head may begin, at most: more are beyond telling. */
const MOST_PLACES = 18;

const patternsOf = built(['columns'], ({ columns }) => {
  const ofFigures = columns.filter(({ figures }) => figures !== undefined);
  return {
    UNIT: vi`^${viWords(columns.filter(({ holds }) => holds === 'unit'))}`,
    /** "Kế hoạch", "So sánh", "Ước thực hiện": what heads a column of figures. */
    FIGURES: vi`^${viWords(ofFigures)}`,
  };
});

/**
 * Heads that stand on lines of their own, cut where one begins: at a capital, or at a year that ends none before it.
 *
 * @param figures how many columns of figures stand below them
 * @returns undefined where they cannot be cut into so many, or in several ways as good
 */
export function blankHeads(knowledge: Knowledge, lines: readonly string[], figures: number): BlankHeads | undefined {
  const one = cut(knowledge, lines.join(' '), figures);
  if (one !== undefined) return { ...sidesOf(knowledge, one), cells: rowCells(one, 0) };
  const rows = lines.map((line) => cut(knowledge, line));
  const [top] = rows;
  if (top === undefined || rows.length < 2 || rows.includes(undefined)) return undefined;
  const sides = sidesOf(knowledge, top);
  const cells = mergedHeads(
    knowledge,
    rows.map((row) => row ?? []),
    sides.lead + figures,
    { ofFigures: (column) => column >= sides.lead },
  );
  return Array.isArray(cells) ? { ...sides, cells } : undefined;
}

/** What the heads in front of the figures say: what counts the rows, what names them, and their units. */
function sidesOf(knowledge: Knowledge, heads: readonly string[]): Omit<BlankHeads, 'cells'> {
  const counted = isCountingHead(knowledge, heads[0] ?? '');
  const unit = patternsOf(knowledge).UNIT.test(ownWords(heads[counted ? 2 : 1] ?? ''));
  return { counted, unit, lead: 1 + (counted ? 1 : 0) + (unit ? 1 : 0) };
}

/** The words of a head before those of another language: "Đơn vị - Unit". */
const ownWords = (text: string): string => text.split(/\s[-–/]\s/u)[0] ?? text;

/** A line of heads cut into so many over figures; without a number, wherever one begins. */
function cut(knowledge: Knowledge, line: string, figures?: number): readonly string[] | undefined {
  const words = line.split(' ');
  // "Số TT" is one head.
  const counting = [3, 2].find((count) => isCountingHead(knowledge, words.slice(0, count).join(' '))) ?? 1;
  const places = words.flatMap((word, i) => (i >= counting && mayBegin(words, i, word) ? [i] : []));
  if (places.length > MOST_PLACES) return undefined;
  let best: { readonly heads: readonly string[]; readonly cost: number; readonly alone: boolean } | undefined;
  const take = (heads: readonly string[], from: number, next: number, cost: number): void => {
    if (best !== undefined && cost > best.cost + 1e-9) return;
    if (next === places.length) {
      const all = [...heads, words.slice(from).join(' ')];
      const whole = cost + costOfHead(knowledge, all.at(-1) ?? '', all.length === 1);
      if (figures !== undefined && !fits(knowledge, all, figures)) return;
      if (best !== undefined && whole > best.cost + 1e-9) return;
      best = { heads: all, cost: whole, alone: best === undefined || whole < best.cost - 1e-9 };
      return;
    }
    const at = places[next] ?? 0;
    const head = words.slice(from, at).join(' ');
    take([...heads, head], at, next + 1, cost + costOfHead(knowledge, head, heads.length === 0));
    take(heads, from, next + 1, cost + (YEAR.test(words[at] ?? '') ? 0 : JOINED));
  };
  take([], 0, 0, 0);
  return best?.alone === true && best.cost < TOO_MUCH ? best.heads : undefined;
}

/** As many heads as columns, none of those in front of the figures with a year in it: that is one of another column. */
function fits(knowledge: Knowledge, heads: readonly string[], figures: number): boolean {
  const { lead } = sidesOf(knowledge, heads);
  return heads.length === lead + figures && !heads.slice(0, lead).some((head) => /(?<!\d)(?:19|20)\d\d$/u.test(head));
}

/** What it costs that one head goes on where another may begin. */
const JOINED = 0.6;
const TOO_MUCH = 6;
const YEAR = /^(?:19|20)\d\d$/u;

/** A year, or from one to another. */
const TIME = /(?<!\d)(?:19|20)\d\d(?!\d)(?:\s?[-–]\s?(?:19|20)\d\d(?!\d))?/gu;

const mayBegin = (words: readonly string[], i: number, word: string): boolean =>
  (YEAR.test(word) || (/^[“"]?\p{Lu}/u.test(word) && !/^[IVX]+$/u.test(word))) && !/[-–/(,]$/u.test(words[i - 1] ?? '');

/** "Năm", "Kế hoạch năm", "Giai đoạn", but not "Cả năm": the year behind it is its own. */
const BEFORE_YEAR = vi`(năm|giai đoạn)$`;
const WHOLE_YEAR = /^cả năm$/iu;

/** How little words look like one head: what is known as such costs nothing. */
function costOfHead(knowledge: Knowledge, head: string, first: boolean): number {
  const text = ownWords(head);
  if (isCountingHead(knowledge, text)) return first ? 0 : TOO_MUCH;
  if (YEAR.test(text) || isTableHead(knowledge, text)) return 0;
  const times = head.match(TIME)?.length ?? 0;
  if ((BEFORE_YEAR.test(text) && !WHOLE_YEAR.test(text)) || holdsAnother(knowledge, text)) return TOO_MUCH;
  if (times > 1) return TOO_MUCH;
  // "Tăng bình quân 2021 - 2025 (%)": what is measured may have its time in it.
  if (times > 0)
    return isTimeHead(knowledge, head) ? 0 : /năm \d{4}|^\p{Lu}.*\d{4}\s?[-–]\s?\d{4}/iu.test(head) ? 0.5 : TOO_MUCH;
  const { UNIT, FIGURES } = patternsOf(knowledge);
  const kept = UNIT.exec(text)?.[0] ?? '';
  if (kept !== '') return kept.length === text.length ? 0 : 2;
  return FIGURES.test(text) ? 0.1 : 0.3;
}

/** Whether another head begins in the middle of words: "Chỉ tiêu ĐVT Năm 2026". */
function holdsAnother(knowledge: Knowledge, text: string): boolean {
  const { UNIT, FIGURES } = patternsOf(knowledge);
  const words = text.split(' ');
  return words.some((word, i) => {
    if (i === 0 || !/^\p{Lu}/u.test(word)) return false;
    const rest = words.slice(i).join(' ');
    return FIGURES.test(rest) || isTimeHead(knowledge, rest) || isTableHead(knowledge, rest) || UNIT.test(word);
  });
}
