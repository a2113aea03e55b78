import { built, type Knowledge } from '../../knowledge/knowledge.ts';
import { vi, viWords } from '../../language/pattern.ts';
import { cellFigure } from '../mentions/quantities/figure.ts';

/** What a cell holds, whatever stands above it. */
export type CellKind = 'empty' | 'figure' | 'year' | 'count' | 'words';

/** "2026", "Năm 2026", "2026 - 2030", "2025 (ước)": a time, whatever column it stands in. */
const YEAR =
  /^(?:năm\s+|giai\s+đoạn\s+)?(?:19|20)\d{2}(?:\s*[-–—÷]\s*(?:năm\s+)?(?:19|20)\d{2})?(?:\s*\((?<says>[^()\d]{1,30})\))?$/iu;
/** What a year is said to be in a plan: "2025 (ước)". "2000 (người)" is none. */
const statesOf = built(
  ['columns'],
  ({ columns }) => vi`^${viWords(columns.filter(({ figures, plans }) => figures !== undefined || plans === true))}`,
);
/** "1", "2.1", "IV", "a)", "-": what stands in a column that counts rows. */
const COUNT = /^\(?(?:\d{1,3}(?:\.\d{1,2}){0,4}|[IVXLC]{1,6}|[A-Za-zĐđ]|[-–+*•])[.)]?$/u;
/** Letters that stand at a figure and are no name of anything: a comparison, a scale, a unit. */
const LETTERS = 28;
/** Words of a unit. */
const UNIT_WORDS = 3;

/** "112/QĐ-UBND ngày 05/02/2025", "Số 340/2024/NQ-HĐND": a document, not how many of anything. */
export const isDocumentNumber = (text: string): boolean =>
  /^(?:số:?\s*)?\d{1,5}\s?\/(?:\d{4}\s?\/)?\s?\p{Lu}[\p{Lu}\d]{1,9}(?:\s?[-–]\s?\p{Lu}|\s|$)/iu.test(text) &&
  /\/\s?\p{Lu}{2}/u.test(text);

/** @param text of the cell, white space tidied */
export function kindOfCell(knowledge: Knowledge, text: string): CellKind {
  if (text === '') return 'empty';
  const year = YEAR.exec(text)?.groups;
  if (year !== undefined && (year.says === undefined || statesOf(knowledge).test(year.says))) return 'year';
  if (isDocumentNumber(text)) return 'words';
  if (!/\d/u.test(text)) return COUNT.test(text) ? 'count' : 'words';
  if (text.length <= 80 && isFigure(knowledge, text)) return 'figure';
  return COUNT.test(text) ? 'count' : 'words';
}

function isFigure(knowledge: Knowledge, text: string): boolean {
  // "- ≥ 30% - > 50%": a figure for each item of the row.
  const [first = ''] = text.split(/^[-–]\s/u.test(text) ? /[;(\n]|(?<=\S)\s[-–]\s/u : /[;(\n]/u);
  if ((first.match(/\p{L}/gu)?.length ?? 0) > LETTERS) return false;
  const plain = first.trim().replace(/^[-−–]\s*(?=[\d≥≤<>~])/u, '');
  // "412204.00": more digits than a group has stand before a decimal point.
  const figure = cellFigure(knowledge, plain.replace(/(?<=\d{4})\.(?=\d{1,3}(?!\d))/u, ','));
  // "85% sổ hộ tịch được số hóa" says what comes of a task, "12.000 lượt khách/năm" how much there is.
  if (figure !== undefined) return figure.rest.split(/\s+/u).length <= UNIT_WORDS;
  return /^(?:[-–]\s+)?(?:giảm|tăng|đạt|còn|xuống|lên|thêm|ước)\s+\d/iu.test(first);
}

/** How many of the cells that hold anything hold this, from 0 to 1. */
export function shareOf(knowledge: Knowledge, texts: readonly string[], ...kinds: readonly CellKind[]): number {
  const filled = texts.map((text) => kindOfCell(knowledge, text)).filter((kind) => kind !== 'empty');
  return filled.length === 0 ? 0 : filled.filter((kind) => kinds.includes(kind)).length / filled.length;
}
