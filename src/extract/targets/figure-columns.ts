import type { Context } from '../../knowledge/context.ts';
import { viNumber } from '../../language/numbers.ts';
import { vi } from '../../language/pattern.ts';
import type { Deadline } from '../../model/record.ts';
import type { Plan } from '../document/plan.ts';
import type { LaidBlock } from '../document/text.ts';
import { captionOf, measureOfCaption } from '../tables/caption.ts';
import { type ColumnUse, useOf } from '../tables/column-use.ts';
import { type PlanColumn, saysAims, withoutAims } from '../tables/columns.ts';
import { commasIn, withoutGroups } from '../tables/commas.ts';
import type { PlanTable } from '../tables/grid.ts';
import { type HeadFacts, readHeads, saysWhoAims } from '../tables/heads.ts';
import type { HeadedRow } from '../tables/rows.ts';
import { type CellUnit, splitUnit, unitOfPeople } from '../tables/units-of-cells.ts';
import { bodyCalled } from './bodies-of-rows.ts';

/** A column that holds figures, with what they are there for. */
export interface FigureColumn {
  readonly at: number;
  readonly column: PlanColumn;
  readonly use: ColumnUse;
  readonly heads: HeadFacts;
}

/** The columns that hold figures, with what their heads say. */
export function figureColumns(plan: Plan, table: PlanTable): readonly FigureColumn[] {
  const { context } = plan;
  // "Kết quả" beside "Chỉ tiêu" holds the figures where no column of years does.
  const holding = table.columns.filter((column) => holdsFigures(column, table));
  const found = table.columns.flatMap((column, at): FigureColumn[] =>
    holding.includes(column)
      ? [
          {
            at,
            column,
            use: useOf(context.knowledge, column, context.year),
            heads: readHeads(context, column, holding),
          },
        ]
      : [],
  );
  const same = (a: FigureColumn, b: FigureColumn): boolean =>
    a.use === b.use &&
    a.heads.measure === b.heads.measure &&
    a.heads.time?.start === b.heads.time?.start &&
    a.heads.time?.end === b.heads.time?.end &&
    a.column.inner !== b.column.inner;
  // "Số lượng | Giá trị" of one year: what else they are called tells them apart.
  const parted = found.map((one) =>
    one.heads.measure === '' &&
    found.some((other) => other !== one && same(one, other)) &&
    !saysWhoAims(context, one.column.inner)
      ? { ...one, heads: { ...one.heads, measure: splitUnit(context, one.column.inner).words } }
      : one,
  );
  const measure = measureAbove(plan, table, parted);
  const commas = commasIn(plan, table.cells);
  const valuesOf = (at: number): readonly (number | undefined)[] =>
    table.rows.map(({ cells }) => {
      const text = cells[at]?.text.trim() ?? '';
      return viNumber(commas === 'thousands' ? withoutGroups(text) : text);
    });
  const sums = parted.flatMap((sum, i) => {
    const parts = partsOf(parted, i, (one) => valuesOf(one.at));
    return parts.length === 0 ? [] : [{ sum, parts }];
  });
  const shared = unitOfSums(context, parted, sums);
  const reached = isOfStatistics(context, parted);
  return parted.map((one) => ({
    ...one,
    use:
      (context.year === null && isStateBefore(context, one, parted)) || (reached && one.use === 'target')
        ? 'result'
        : one.use,
    heads: {
      ...one.heads,
      time: one.heads.time ?? timeOfParts(sums.find(({ sum }) => sum === one && isSum(sum))?.parts ?? []),
      measure: measure ?? one.heads.measure,
      unit:
        one.heads.unit ??
        shared(one) ??
        unitOfPeople(
          one.heads.measure,
          valuesOf(one.at).flatMap((value) => value ?? []),
        ),
    },
  }));
}

/** A column whose figures are what those of others come to. */
interface SumOfColumns {
  readonly sum: FigureColumn;
  readonly parts: readonly FigureColumn[];
}

/** "Tổng" beside "Năm 2026 | Năm 2027": from the first of their times to the last. */
function timeOfParts(parts: readonly FigureColumn[]): Deadline | null {
  const times = parts.flatMap(({ heads: { time } }) => (time?.start && time.end ? [time] : []));
  const first = times.toSorted((a, b) => (a.start ?? '').localeCompare(b.start ?? ''))[0];
  const last = times.toSorted((a, b) => (a.end ?? '').localeCompare(b.end ?? '')).at(-1);
  if (first === undefined || last === undefined || times.length < parts.length || first.end === last.end) return null;
  return { ...last, text: `${first.text} - ${last.text}`, type: 'during', start: first.start };
}

/** "Tổng diện tích (ha)" beside a column for each place, or beside what its figures come to: parts and sums have one unit. */
function unitOfSums(
  context: Context,
  columns: readonly FigureColumn[],
  sums: readonly SumOfColumns[],
): (column: FigureColumn) => CellUnit | undefined {
  const units = (among: readonly FigureColumn[]): CellUnit | undefined => {
    const [first, ...more] = among.flatMap(({ heads }) => heads.unit ?? []);
    return more.every((unit) => unit.unit === first?.unit && unit.factor === first?.factor) ? first : undefined;
  };
  const ofSum = units(columns.filter((one) => isSum(one)));
  return (one) => {
    const whole = sums.find(({ sum, parts }) => sum === one || parts.includes(one));
    if (whole !== undefined) {
      const unit = units([whole.sum, ...whole.parts]);
      return unit !== undefined && (whole.sum !== one || isSum(one)) && !NOT_ADDED.has(unit.unit) ? unit : undefined;
    }
    const ofBody = bodyCalled(context, one.heads.measure.split(': ').at(-1) ?? '');
    return isSum(one) || ofBody === undefined ? undefined : ofSum;
  };
}

/** "Tổng số": it adds up the columns beside it. */
export const isSum = ({ column }: FigureColumn): boolean => SUM_HEAD.test(column.inner.trim());

const SUM_HEAD = vi`^(tổng|cộng)(?!\p{L})`;

/** Units of which no sum is made. */
const NOT_ADDED: ReadonlySet<string> = new Set(['%', '‰', 'rank', 'point', 'pp']);

/** The columns behind one, or before it, whose figures come to its own in each of several rows; [] where none do. */
function partsOf(
  columns: readonly FigureColumn[],
  at: number,
  valuesOf: (column: FigureColumn) => readonly (number | undefined)[],
): readonly FigureColumn[] {
  const own = columns[at] === undefined ? [] : valuesOf(columns[at]);
  const behind = columns.slice(at + 1);
  const before = columns.slice(0, at).toReversed();
  for (const beside of [behind, before]) {
    const sums = own.map(() => 0);
    const found = beside.findIndex((column, i) => {
      for (const [r, value] of valuesOf(column).entries()) sums[r] = (sums[r] ?? 0) + (value ?? 0);
      const known = own.flatMap((sum, r) =>
        sum === undefined || sum === 0 ? [] : [Math.abs(sum - (sums[r] ?? 0)) < 0.005],
      );
      return i > 0 && known.length > 1 && known.every(Boolean);
    });
    if (found > 0) return beside.slice(0, found + 1);
  }
  return [];
}

/** What the line above measures, where rows name only who or what and heads only times. */
function measureAbove(plan: Plan, table: PlanTable, columns: readonly FigureColumn[]): string | undefined {
  const rows = table.columns.find(({ role }) => role === 'indicator');
  if (rows?.byCells === undefined || columns.some(({ heads }) => heads.measure !== '')) return undefined;
  const caption = captionOf(plan, table);
  return caption === undefined ? undefined : measureOfCaption(plan.context, caption, rows.header);
}

/**
 * "1996 | 2000 | 2006", "2009 | 2010 | % so sánh 2010/2009" in a text without a date: years side by side of which none is aimed at,
 * one of them long past, or the last held against the one before.
 */
function isOfStatistics({ knowledge, year }: Context, columns: readonly FigureColumn[]): boolean {
  const timed = columns.filter(({ use }) => use !== 'none');
  if (timed.some(({ column, heads }) => heads.time === null || saysAims(knowledge, column.header))) return false;
  const past = timed.some(({ column }) => /(?<!\d)19\d\d(?!\d)/u.test(column.header));
  const years = new Set(timed.map(({ column }) => column.header.trim()));
  const held = columns.some(({ use, column }) => {
    const [own = '', other = ''] = /(20\d\d)\s*\/\s*(20\d\d)/u.exec(column.header)?.slice(1) ?? [];
    return use === 'none' && years.has(own) && years.has(other);
  });
  return timed.length > 1 && (past || (year === null && held));
}

/** "Dân số 2012" beside "Dân số dự báo 2030", in a text without a date: what is not looked forward to of an earlier time is how it was. */
function isStateBefore(context: Context, { column, heads }: FigureColumn, all: readonly FigureColumn[]): boolean {
  const { knowledge } = context;
  const end = heads.time?.end;
  if (end == null || heads.measure === '' || saysAims(knowledge, column.header)) return false;
  return all.some(
    (other) =>
      (other.heads.time?.end ?? '') > end &&
      saysAims(knowledge, other.column.header) &&
      withoutAims(knowledge, other.heads.measure) === withoutAims(knowledge, heads.measure),
  );
}

/** The cells of a row that hold its figures; a merged cell counts once. */
export function valueCells(
  { row, content }: HeadedRow,
  columns: readonly FigureColumn[],
): ReadonlyMap<LaidBlock, FigureColumn> {
  const cells = new Map<LaidBlock, FigureColumn>();
  for (const column of columns) {
    const cell = row.cells[column.at];
    if (cell !== undefined && cell !== content && cell.text !== '' && !cells.has(cell)) cells.set(cell, column);
  }
  return cells;
}

function holdsFigures(column: PlanColumn, table: PlanTable): boolean {
  if (column.role === 'value') return true;
  return column.role === 'product' && !table.columns.some((other) => other.role === 'value');
}
