import { built, type Knowledge } from '../../knowledge/knowledge.ts';
import type { ColumnRole } from '../../knowledge/word-tables.ts';
import { readLabel } from '../../language/labels.ts';
import { vi, viWords } from '../../language/pattern.ts';
import { keyOf } from '../../language/words.ts';
import type { MentionOf } from '../../model/mention.ts';
import type { Deadline } from '../../model/record.ts';
import { ofKind, type Plan } from '../document/plan.ts';
import type { LaidBlock } from '../document/text.ts';
import { OF_WHICH, partOfMeasure } from '../statements/of-which.ts';
import { distinct, type PlanRow, type PlanTable } from './grid.ts';

/** A row that heads those below it. */
export interface RowGroup {
  readonly label: string;
  readonly title: string;
  /** The cell that names it, and where its title begins in it. */
  readonly block: LaidBlock;
  readonly from: number;
  /** 0 for capital letters and parts, 1 for Roman numerals, 2 for the rest: a group ends those of its rank and below. */
  readonly rank: number;
  /** A deadline that the heading sets for its rows: "Giai đoạn 2025-2027". */
  readonly deadline: Deadline | null;
}

/** A row of a table with what heads it. */
export interface HeadedRow {
  readonly row: PlanRow;
  readonly groups: readonly RowGroup[];
  /** The printed number, null where the row has none. */
  readonly number: string | null;
  /** Path of the row in the outline, null where neither table nor row has a label. */
  readonly path: string | null;
  /** The cell that says what the row is about, and where its words begin in it. */
  readonly content: LaidBlock;
  readonly contentFrom: number;
  /** Words of the rows that this one leans on, the outermost first: "Cà phê" above "- Diện tích". */
  readonly under: readonly string[];
}

/** A row that later ones may lean on. */
interface Head {
  readonly words: string;
  readonly unit: string | null;
  readonly figures: boolean;
  /** "I. Về kinh tế": what the rows below it are about, not what they measure. */
  readonly topic: boolean;
  /** "Chỉ tiêu xã hội", "Lĩnh vực y tế": a kind of targets, and nothing whose measure one of them is. */
  readonly ofTargets?: boolean;
  /** It has a printed number. */
  readonly numbered: boolean;
}
const OF_TARGETS = vi`^(các|nhóm|về|một số)? (chỉ tiêu|lĩnh vực)(?!\p{L})`;

const DASHED = /^\s*[-–—+•*]\s*(?=[\p{L}(])/u;

/** The words of a cell on one line, without the sign of an item. */
const wordsOf = (block: LaidBlock, from: number): string =>
  block.text.slice(from).replace(/\s+/gu, ' ').trim().replace(DASHED, '');

const leaningOf = built(['leanings'], ({ leanings }) => vi`^${viWords(leanings)}(?<rest>(?!\p{L}).*)$`);

/** "Diện tích", "Sản lượng búp tươi": what is measured without the thing whose measure it is. */
export function leansOn(knowledge: Knowledge, words: string): boolean {
  const rest = leaningOf(knowledge).exec(keyOf(words))?.groups?.rest;
  return (
    rest !== undefined &&
    rest
      .trim()
      .split(/\s+/u)
      .filter((word) => word !== '').length <= 2
  );
}

/** Whether a row that leans leans on this head: on one of figures where it is a part of them, or says nothing else. */
function isUnder(knowledge: Knowledge, head: Head, own: string, unit: string | null, dashed: boolean): boolean {
  if (head.ofTargets === true) return false;
  if (head.topic) return !dashed;
  if (!head.figures) return true;
  if (!dashed) return false;
  // "Công nghiệp - xây dựng": behind the first of several names no verb begins.
  const [name = own] = own.split(/\s[-–—]\s|\s*,\s*|\s+và\s+/u);
  return (unit === null || unit === head.unit) && !partOfMeasure(knowledge, name).alone;
}

function holdsFigures(row: PlanRow, table: PlanTable, content: LaidBlock): boolean {
  return table.columns.some(({ role }, c) => {
    const cell = row.cells[c];
    return role === 'value' && cell !== undefined && cell !== content && /\d/u.test(cell.text);
  });
}

/** The rows of a table that say something of their own, in order, each with the groups that it stands in. */
export function readRows(plan: Plan, table: PlanTable, contentRole: ColumnRole): HeadedRow[] {
  const rows: HeadedRow[] = [];
  const groups: RowGroup[] = [];
  const numbered = table.columns.some((column) => column.role === 'number');
  const seen = new Set<number>();
  /** The row that the sub-rows ("-", "+") below it belong to. */
  let last: { readonly number: string; below: number } | undefined;
  let head: Head | undefined;
  /** The unit of the row before, where that one is a part of a whole: "Trong đó: Công nghiệp". */
  let part: { readonly unit: string | null } | undefined;
  for (const row of table.rows) {
    const group = groupOf(plan, row, table, contentRole);
    if (group !== undefined) {
      while (groups.length > 0 && (groups.at(-1)?.rank ?? 0) >= group.rank) groups.pop();
      groups.push(group);
      last = undefined;
      part = undefined;
      head = {
        words: wordsOf(group.block, group.from),
        unit: null,
        figures: false,
        topic: group.rank < 2 && group.label !== '',
        ofTargets: OF_TARGETS.test(wordsOf(group.block, group.from)),
        numbered: false,
      };
      continue;
    }
    const content = cellOf(row, table, contentRole);
    if (content === undefined || content.text === '' || seen.has(content.index)) continue;
    seen.add(content.index);
    const [printed, contentFrom] = numberOf(row, table, content);
    const sub = printed === null ? bulletOf(row, table) : undefined;
    if (printed !== null) last = { number: printed, below: 0 };
    const number = sub !== undefined && last !== undefined ? `${last.number}.${sub}${++last.below}` : printed;
    // A row of a table that counts none has its place for one in the path.
    const place = number ?? (numbered ? '' : String(rows.length + 1));
    const labels = [...groups.map((g) => g.label), place].filter((label) => label !== '');
    const path = [...(table.node.path === '' ? [] : [table.node.path]), ...labels].join('.') || null;
    const unit = plainText(cellOf(row, table, 'unit'));
    const words = wordsOf(content, contentFrom);
    const figures = holdsFigures(row, table, content);
    const signed = sub !== undefined || DASHED.test(content.text.slice(contentFrom));
    // Where rows have numbers, what stands without one below "Trong đó: Công nghiệp" is another part of the same whole.
    const goesOn = numbered && printed === null && !signed && part !== undefined && part.unit === unit && figures;
    part = (OF_WHICH.test(words) && figures) || goesOn ? { unit } : undefined;
    const dashed = signed || OF_WHICH.test(words) || goesOn;
    const own = words.replace(OF_WHICH, '');
    // A row with a number of its own stands beside a numbered row, not under it.
    const beside = printed !== null && head?.numbered === true;
    const leans = dashed || (!beside && leansOn(plan.context.knowledge, own));
    const under =
      leans && head !== undefined && head.words !== words && isUnder(plan.context.knowledge, head, own, unit, dashed)
        ? [head.words]
        : [];
    if (!leans || (!dashed && own !== '' && under.length === 0))
      head = { words, unit, figures, topic: false, numbered: printed !== null };
    rows.push({ row, groups: [...groups], number, path, content, contentFrom, under });
  }
  return rows;
}

/** A row that heads those below it: one cell over the width, or nothing but a number of a higher order and a name. */
function groupOf(plan: Plan, row: PlanRow, table: PlanTable, contentRole: ColumnRole): RowGroup | undefined {
  const cells = distinct(row).filter((cell) => cell.text !== '');
  const [first, second] = cells;
  if (first === undefined || cells.length > 2) return undefined;
  const made = (block: LaidBlock, label: string, from: number, rank: number): RowGroup => {
    const deadline = ofKind(plan.mentionsOf(block), 'deadline').find(
      (m) => m.value.type === 'by' || m.value.type === 'during',
    );
    return {
      label,
      title: block.text.slice(from),
      block,
      from,
      rank,
      deadline: deadline === undefined ? null : { ...deadline.value, basis: 'inherited' },
    };
  };
  if (second !== undefined) {
    if (first !== cellOf(row, table, 'number') || second !== cellOf(row, table, contentRole)) return undefined;
    const label = readLabel(`${first.text.replace(/[.)]$/u, '')}. x`);
    if (label === undefined) return undefined;
    if (label.kind === 'roman' || label.kind === 'letter-capital')
      return made(second, label.components.join('.'), 0, label.kind === 'roman' ? 1 : 0);
    // A numbered row that is but the name of an agency heads what that agency is to do.
    return whoIn(plan, second, 0).length > 0 ? made(second, label.components.join('.'), 0, 2) : undefined;
  }
  // "Trong đó:" over the width says what the rows below it are of the one above it.
  if (first.text.replace(OF_WHICH, '').trim() === '') return undefined;
  const over = (first.cell?.columnSpan ?? 1) > 1;
  // A lone cell that is not merged heads the rows below only where it stands in the first column or carries a label.
  const label = readLabel(first.text);
  if (!over && first !== row.cells[0] && label === undefined) return undefined;
  if (label === undefined) return made(first, '', 0, 2);
  const rank = label.kind === 'letter-capital' || label.kind === 'part' ? 0 : label.kind === 'roman' ? 1 : 2;
  return made(first, label.components.join('.'), label.length, rank);
}

/** The agencies of a heading that names nothing else: "I | Sở Tài chính", "1. Các Sở: Nội vụ, Y tế". */
export function whoIn(plan: Plan, block: LaidBlock, from: number): readonly MentionOf<'agency'>[] {
  const known = ofKind(plan.mentionsOf(block), 'agency').filter((m) => m.start >= from);
  const covered = known.reduce((sum, m) => sum + (m.end - m.start), 0);
  return covered >= 0.6 * (block.text.trimEnd().length - from) ? known : [];
}

/** The cell of a row in the first column of a role. */
export function cellOf(row: PlanRow, table: PlanTable, role: ColumnRole): LaidBlock | undefined {
  const at = table.columns.findIndex((column) => column.role === role);
  return at < 0 ? undefined : row.cells[at];
}

/** The row's number, from its own column or from the content cell, and where the content begins. */
function numberOf(row: PlanRow, table: PlanTable, content: LaidBlock): [string | null, number] {
  const cell = cellOf(row, table, 'number');
  const written = /^\(?(?<number>\d+(?:\.\d+)*|[IVXLC]+|\p{L})[.)]?$/u.exec(cell?.text.trim() ?? '')?.groups?.number;
  if (written !== undefined) return [written.replace(/^0+(?=\d)/u, ''), 0];
  const label = readLabel(content.text);
  if (label === undefined || label.kind === 'dash' || label.kind === 'plus' || label.kind === 'star') return [null, 0];
  return [label.components.join('.'), label.length];
}

/** The sign of a sub-row: "-" or "+" where a number would stand. */
function bulletOf(row: PlanRow, table: PlanTable): string | undefined {
  const sign = cellOf(row, table, 'number')?.text.trim() ?? '';
  return /^[-–—+•*]$/u.test(sign) ? (sign === '+' ? '+' : /[-–—]/u.test(sign) ? '-' : '*') : undefined;
}

/** A cell's text on one line, null where it is empty or not there. */
export const plainText = (cell: LaidBlock | undefined): string | null =>
  cell === undefined || cell.text === '' ? null : cell.text.replace(/\s+/gu, ' ');
