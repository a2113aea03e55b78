import { built } from '../../knowledge/knowledge.ts';
import { plainSigns } from '../../language/counted-nouns.ts';
import { levelsOf } from '../../language/levels.ts';
import { vi } from '../../language/pattern.ts';
import { verbs } from '../../language/verbs.ts';
import { keyOf } from '../../language/words.ts';
import type { Deadline, Quantity } from '../../model/record.ts';
import { agenciesIn } from '../document/agencies.ts';
import type { RowFacts, TargetDraft } from '../document/drafts.ts';
import { ofKind, type Plan } from '../document/plan.ts';
import { type LaidBlock, sourceAt } from '../document/text.ts';
import { findMentions } from '../mentions/find.ts';
import { cellFigure } from '../mentions/quantities/figure.ts';
import { OF_WORDS, ofCell } from '../record/confidence.ts';
import { conditionOf } from '../statements/baseline.ts';
import { directionOf } from '../statements/direction.ts';
import { ofWhich } from '../statements/of-which.ts';
import { useOf } from '../tables/column-use.ts';
import type { PlanColumn } from '../tables/columns.ts';
import type { PlanTable } from '../tables/grid.ts';
import { areaOfRow } from '../tables/row-facts.ts';
import { cellOf, type HeadedRow, plainText, readRows } from '../tables/rows.ts';

export interface TableTargets {
  readonly targets: readonly TargetDraft[];
  /** Rows whose figures stand in the words of the indicator itself, by the block of that cell: read as running text. */
  readonly facts: ReadonlyMap<number, RowFacts>;
}

/** One target for each cell with a figure in a table of targets; a row that is to be reached without a figure is a qualitative one. */
export function readTableTargets(plan: Plan, table: PlanTable, inherited: Deadline | null): TableTargets {
  const targets: TargetDraft[] = [];
  const facts = new Map<number, RowFacts>();
  const contentRole = table.columns.some((column) => column.role === 'indicator') ? 'indicator' : 'content';
  for (const read of readRows(plan, table, contentRole)) {
    const { row, groups, path, content, contentFrom } = read;
    const unit = plainText(cellOf(row, table, 'unit')) ?? '';
    const measure = measureOf(plan, read);
    const leads = agenciesIn(plan, cellOf(row, table, 'lead'), 'lead').filter((agency) => agency.role === 'lead');
    const area = areaOfRow(plan, table, read, measure);
    const ofRow = groups.map((g) => g.deadline).findLast((d) => d !== null) ?? ofTimeCell(plan, table, row.cells);
    const values = new Map<LaidBlock, PlanColumn>();
    for (const [c, column] of table.columns.entries()) {
      const cell = row.cells[c];
      // "Kết quả" beside "Chỉ tiêu" holds the figures where no column of years does.
      if (
        cell !== undefined &&
        cell !== content &&
        cell.text !== '' &&
        holdsFigures(column, table) &&
        !values.has(cell)
      ) {
        values.set(cell, column);
      }
    }
    if (values.size === 0) facts.set(content.index, { path, area, leads, deadline: ofRow });
    for (const [cell, column] of values) {
      const use = useOf(plan.context.knowledge, column, plan.context.year);
      if (use === 'none') continue;
      const reported = use === 'result';
      const draft = (quantity: Quantity | null, end: number): TargetDraft => ({
        kind: quantity === null ? 'qualitative' : 'quantified',
        status: reported ? 'result' : 'target',
        path,
        area,
        indicator: { text: measure },
        quantity,
        direction:
          quantity === null
            ? 'reach'
            : directionOf(
                plan.context.knowledge,
                `${measure} ${cell.text.slice(0, Math.max(0, cell.text.search(/\d/u)))}`,
              ),
        baseline: null,
        condition: conditionOf(plan.context.knowledge, content.text),
        levels: levelsOf(plan.context.knowledge, measure, quantity?.unit ?? '', plan.context.date),
        deadline: columnDeadline(plan, column) ?? (reported ? null : (ofRow ?? inherited)),
        agencies: leads,
        source: sourceAt(plan.laid, content.start + contentFrom, cell.start + end),
        confidence: quantity === null ? OF_WORDS : ofCell(unit !== '' || quantity.unit !== ''),
      });
      const figures = figuresOf(plan, cell, unit === '' ? unitOfColumn(column) : unit);
      for (const { quantity, end } of figures) targets.push(draft(quantity, end));
      if (figures.length === 0 && !reported && /\p{L}{2}/u.test(cell.text)) targets.push(draft(null, cell.text.length));
    }
  }
  return { targets, facts };
}

/** What a row measures; of a row that is part of another, what that one measures too. */
function measureOf(plan: Plan, { content, contentFrom, whole }: HeadedRow): string {
  const words = content.text.slice(contentFrom).replace(/\s+/gu, ' ').trim();
  return whole === null ? words : ofWhich(plan.context.knowledge, whole, words);
}

/** "Năm 2026 (%)": a unit in the column's header. */
const unitOfColumn = ({ header }: PlanColumn): string =>
  /\((?:đvt|đơn vị tính|đơn vị)?\s*:?\s*(?<unit>%|[\p{L}][\p{L}\s/.]{0,30})\)\s*$/iu.exec(header)?.groups?.unit ?? '';

function holdsFigures(column: PlanColumn, table: PlanTable): boolean {
  if (column.role === 'value') return true;
  return column.role === 'product' && !table.columns.some((other) => other.role === 'value');
}

function ofTimeCell(plan: Plan, table: PlanTable, cells: readonly (LaidBlock | undefined)[]): Deadline | null {
  const time = cells[table.columns.findIndex((column) => column.role === 'time')];
  return time === undefined ? null : (ofKind(plan.mentionsOf(time), 'deadline')[0]?.value ?? null);
}

/** "Năm 2026", "Đến năm 2030", "Giai đoạn 2026-2030", "2026": the year that a column's header names. */
function columnDeadline(plan: Plan, { header }: PlanColumn): Deadline | null {
  const found = ofKind(findMentions(header, plan.context), 'deadline').at(-1);
  if (found !== undefined) return { ...found.value, basis: 'inherited' };
  const year = /(?:^|\D)(?<year>20\d\d)(?:\D|$)/u.exec(header)?.groups?.year;
  if (year === undefined) return null;
  return {
    text: year,
    type: 'during',
    start: `${year}-01-01`,
    end: `${year}-12-31`,
    rrule: null,
    planYearOffset: 0,
    exclusive: false,
    basis: 'inherited',
  };
}

interface CellFigure {
  readonly quantity: Quantity;
  /** End of the figure in the cell. */
  readonly end: number;
}

/** The figures of a cell, with the unit that the row names where the cell does not. */
function figuresOf(plan: Plan, cell: LaidBlock, unit: string): CellFigure[] {
  const { knowledge } = plan.context;
  const figures: CellFigure[] = [];
  let at = 0;
  for (const part of cell.text.split(/(?<=;)/u)) {
    const text = part.replace(/;\s*$/u, '').trimEnd();
    const own = ofKind(findMentions(text, plan.context), 'quantity').filter((m) => m.value.unit !== '');
    const cellText = text.trim();
    // "Giảm 0,3", "Đạt 85": the verb says what happens, the figure stays bare.
    const plain =
      cellFigure(knowledge, cellText) ??
      rankFigure(cellText) ??
      cellFigure(knowledge, cellText.replace(patternsOf(knowledge).LEADING_VERB, ''));
    // A figure with nothing but its unit elsewhere: the row's unit is the one that counts.
    if (plain !== undefined && (unit !== '' || own.length === 0)) {
      const { comparator, value, valueMax, percent } = plain;
      const quantity = percent
        ? { comparator, value, valueMax, unit: '%' }
        : withUnit(plan, { comparator, value, valueMax }, unit);
      figures.push({ quantity: { ...quantity, text: text.trim() }, end: at + text.length });
    } else for (const m of own) figures.push({ quantity: m.value, end: at + m.end });
    at += part.length;
  }
  return figures;
}

const patternsOf = built(['verbs'], (tables) => {
  const { CHANGES, STATES, MOVES, KEEPS, AIMS } = verbs(tables);
  return { LEADING_VERB: vi`^((${CHANGES}|${STATES}|${MOVES}|${KEEPS}|${AIMS}|thêm|ước) ){1,3}(?=\S)` };
});

/** "Nhóm 10", "Top 5": a place among the first of them. */
function rankFigure(text: string): ReturnType<typeof cellFigure> {
  const value = /^(?:thuộc\s+)?(?:nhóm|top|tốp)\s+(?<n>\d{1,3})(?!\d)/iu.exec(text)?.groups?.n;
  return value === undefined
    ? undefined
    : { comparator: '<=', value: Number(value), valueMax: null, percent: false, rest: '' };
}

type Amount = Pick<Quantity, 'comparator' | 'value' | 'valueMax'>;

/** A figure with its row's unit in the contract's words: 1.500 of "tỷ đồng" is 1500000000000 VND, "% GDP" is "%". */
function withUnit(plan: Plan, amount: Amount, written: string): Amount & { readonly unit: string } {
  const key = keyOf(written);
  if (/thứ bậc|xếp hạng|thứ hạng|^hạng/u.test(key)) return { ...amount, unit: 'rank' };
  if (/^(?:tỷ lệ|tỉ lệ|phần trăm)/u.test(key)) return { ...amount, unit: '%' };
  // What a percentage is a share of ("% GDP") belongs to the measure; what it is counted by ("%/năm") to the unit.
  if (key.startsWith('%'))
    return { ...amount, unit: /^%\s*\/\s*\p{L}+/u.exec(written)?.[0].replace(/\s+/gu, '') ?? '%' };
  // The rules for running text know what a unit means and how it multiplies; they are asked with the number 1.
  const one = ofKind(findMentions(`1 ${written.trim()}`, plan.context), 'quantity')[0]?.value;
  if (one === undefined || one.unit === '' || !one.text.startsWith('1 ') || one.text.length < written.trim().length + 2)
    return { ...amount, unit: plainSigns(written.trim()) };
  const times = (value: number): number => Number((value * one.value).toPrecision(15));
  return {
    ...amount,
    value: times(amount.value),
    valueMax: amount.valueMax === null ? null : times(amount.valueMax),
    unit: one.unit,
  };
}
