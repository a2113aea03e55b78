import type { Context } from '../../knowledge/context.ts';
import { levelsOf } from '../../language/levels.ts';
import type { Deadline, Quantity, Source } from '../../model/record.ts';
import { agenciesIn } from '../document/agencies.ts';
import type { RowFacts, TargetDraft } from '../document/drafts.ts';
import { ofKind, type Plan } from '../document/plan.ts';
import { type LaidBlock, sourceAt } from '../document/text.ts';
import { OF_WORDS, ofCell } from '../record/confidence.ts';
import { conditionOf } from '../statements/baseline.ts';
import { directionOf } from '../statements/direction.ts';
import { levelOfChange, measureOfTitle, titleOver } from '../tables/caption.ts';
import { useOf } from '../tables/column-use.ts';
import { saysAims } from '../tables/columns.ts';
import { commasIn, holdsEither } from '../tables/commas.ts';
import type { PlanTable } from '../tables/grid.ts';
import { type HeadFacts, timeOf } from '../tables/heads.ts';
import { areaOfRow } from '../tables/row-facts.ts';
import { cellOf, type HeadedRow, plainText, readRows } from '../tables/rows.ts';
import { type CellUnit, cellUnit, splitUnit } from '../tables/units-of-cells.ts';
import { bodiesOfRows } from './bodies-of-rows.ts';
import { type CellFigure, figuresOfCell, isPointed, itemised, withoutLeadingVerb } from './cell-figures.ts';
import { type FigureColumn, figureColumns, isSum, valueCells } from './figure-columns.ts';
import { type CellMeasure, measureOfCell } from './measure-of-cell.ts';
import type { RowReading, RowsName, TableReading } from './table-reading.ts';
import { unitOfFigure, unitOverTable, withUnitOfRow } from './unit-of-figure.ts';

export interface TableTargets {
  readonly targets: readonly TargetDraft[];
  /** Rows whose figures stand in the words of the indicator itself, by the block of that cell: read as running text. */
  readonly facts: ReadonlyMap<number, RowFacts>;
}

/** One target for each cell with a figure in a table of targets; a row that is to be reached without a figure is a qualitative one. */
export function readTableTargets(plan: Plan, table: PlanTable, inherited: Deadline | null): TableTargets {
  const targets: TargetDraft[] = [];
  const groupsOf = new Map<TargetDraft, string>();
  const facts = new Map<number, RowFacts>();
  const contentRole = table.columns.some((column) => column.role === 'indicator') ? 'indicator' : 'content';
  const columns = figureColumns(plan, table);
  const rows = readRows(plan, table, contentRole);
  const bodies = bodiesOfRows(plan, table, rows, contentRole);
  const reading: TableReading = {
    plan,
    table,
    inherited,
    above: unitOverTable(plan, table),
    pointed: isPointed(table.rows.flatMap(({ cells }) => cells)),
    commas: commasIn(plan, table.cells),
    ...bodies,
    ...measuresOfTitle(plan, table, bodies.named, columns),
  };
  for (const read of rows) {
    const { row, groups, path, content, contentFrom } = read;
    const cells = valueCells(read, columns);
    const area = areaOfRow(plan, table, read, content.text.slice(contentFrom));
    const leads = agenciesIn(plan, cellOf(row, table, 'lead'), 'lead').filter((agency) => agency.role === 'lead');
    const deadline =
      ofTimeCell(plan, table, row.cells) ?? groups.map((g) => g.deadline).findLast((d) => d !== null) ?? null;
    if (cells.size === 0) facts.set(content.index, { path, area, leads, deadline });
    const unitColumn = cellUnit(plan.context, plainText(cellOf(row, table, 'unit')) ?? '');
    for (const [cell, ofColumn] of cells) {
      const column = bodies.named === 'times' ? inRowOfTime(plan.context, ofColumn, content.text) : ofColumn;
      if (column.use === 'none' || measuresNothing(reading, read, column)) continue;
      if (column.use === 'target' && unitColumn === undefined && statesItself(plan, cell))
        facts.set(cell.index, { path, area, leads, deadline: column.heads.time ?? deadline, states: true });
      else {
        const group = groups.at(-1)?.title.replace(/\s+/gu, ' ').trim() ?? '';
        for (const target of targetsOfCell(reading, { read, path, area, leads, deadline, unitColumn }, cell, column)) {
          targets.push(target);
          groupsOf.set(target, splitUnit(plan.context, group).words);
        }
      }
    }
  }
  return { targets: toldApartByGroups(targets, groupsOf), facts };
}

/** What the title of a table measures, for the figures of its rows and for their parts, and the time that it names. */
function measuresOfTitle(
  { laid, context }: Plan,
  table: PlanTable,
  named: RowsName,
  columns: readonly FigureColumn[],
): Pick<TableReading, 'ofTitle' | 'ofParts' | 'timeOfTitle'> {
  const title = named === 'measures' ? undefined : titleOver({ laid }, table);
  if (title === undefined) return { ofTitle: undefined, ofParts: undefined, timeOfTitle: null };
  const ofTitle = measureOfTitle(context, title.words);
  const parted = columns.every((column) => column.heads.measure !== '' || isSum(column));
  const whole = named === 'bodies' && parted ? measureOfTitle(context, title.words, true) : undefined;
  // "Giảm tỷ lệ hộ nghèo" over "Cuối năm 2025 | Kế hoạch 2026": a column says how it was, and these are levels.
  const bare = columns.filter(({ heads }) => heads.measure === '' && heads.time !== null);
  const aims = ({ column }: FigureColumn): boolean => saysAims(context.knowledge, column.header);
  const levels = bare.some(
    (one) =>
      one.use === 'result' ||
      (!aims(one) && bare.some((other) => aims(other) && (other.heads.time?.end ?? '') > (one.heads.time?.end ?? ''))),
  );
  return {
    ofTitle: ofTitle === undefined || !levels ? ofTitle : levelOfChange(context, ofTitle),
    // What changes by so much has no parts that its heads could name.
    ofParts: whole !== undefined && levelOfChange(context, whole) === whole ? whole : undefined,
    timeOfTitle: title.own || whole !== undefined ? (timeOf(context, title.words)?.deadline ?? null) : null,
  };
}

/** A column as the time of a row makes it: what stands beside "2024 (thực hiện)" was reached, whatever the column's head says. */
function inRowOfTime({ knowledge, year }: Context, ofColumn: FigureColumn, time: string): FigureColumn {
  if (ofColumn.use !== 'target' || ofColumn.heads.time !== null) return ofColumn;
  const header = `${ofColumn.column.header} ${time.replace(/\s+/gu, ' ')}`;
  return { ...ofColumn, use: useOf(knowledge, { ...ofColumn.column, header }, year) };
}

/** A figure beside a time or the name of a body alone: how much, and of nothing. */
const measuresNothing = (
  { named, ofTitle, ofParts, above }: TableReading,
  { under }: HeadedRow,
  { heads }: FigureColumn,
): boolean =>
  named !== 'measures' &&
  under.length === 0 &&
  (heads.measure === ''
    ? ofTitle === undefined
    : named === 'bodies' &&
      !/^\p{L}/u.test(heads.measure) &&
      (ofParts ?? ofTitle ?? heads.unit ?? above) === undefined);

/** "Hỗ trợ máy móc" under "A. Nguồn trung ương" and again under "B. Nguồn địa phương": the groups tell such rows apart. */
function toldApartByGroups(
  targets: readonly TargetDraft[],
  groupsOf: ReadonlyMap<TargetDraft, string>,
): readonly TargetDraft[] {
  const keyOf = ({ indicator, quantity, status, deadline }: TargetDraft): string =>
    [indicator.text.toLowerCase(), quantity?.unit, status, deadline?.start, deadline?.end].join('|');
  const seen = new Map<string, Set<string>>();
  for (const target of targets) {
    const groups = seen.get(keyOf(target)) ?? new Set();
    seen.set(keyOf(target), groups.add(groupsOf.get(target) ?? ''));
  }
  return targets.map((target) => {
    const group = groupsOf.get(target) ?? '';
    const { text, under } = target.indicator;
    return group === '' || (seen.get(keyOf(target))?.size ?? 0) < 2
      ? target
      : { ...target, indicator: { text: `${group}: ${text}`, under: [group, ...(under ?? [])] } };
  });
}

/** The targets of a cell: of its figures, or of its words where they say what is aimed at. */
function targetsOfCell(
  reading: TableReading,
  ofRow: RowReading,
  cell: LaidBlock,
  ofColumn: FigureColumn,
): TargetDraft[] {
  const { plan, pointed, commas } = reading;
  const { column, use, heads } = ofColumn;
  const { content, groups } = ofRow.read;
  const measured = measureOfCell(plan, ofRow.read, reading, heads, column.heads);
  const unit = unitOfFigure(plan.context, measured, heads, { column: ofRow.unitColumn, groups, above: reading.above });
  const draft = (quantity: Quantity | null, end: number): TargetDraft =>
    draftOf(reading, ofRow, { cell, end, quantity, measured, unit, column: ofColumn });
  /** "575 (tăng 15% so với năm 2025)": the share by which the measure of the row grows. */
  const ofChange = (
    quantity: Quantity,
    end: number,
    { verb, baseline }: NonNullable<CellFigure['change']>,
  ): TargetDraft => {
    const text = `${measured.text} ${verb}`;
    const levels = draftOf(reading, ofRow, {
      cell,
      end,
      quantity,
      measured: { ...measured, text },
      unit: undefined,
      column: ofColumn,
    });
    return { ...levels, direction: directionOf(plan.context.knowledge, `${text} `), baseline };
  };
  // Items that nothing stands above are measures of their own, each with its unit.
  const listed = /^\s*[-–+•]\s/u.test(content.text);
  const ofItems = listed
    ? unitOfFigure(plan.context, { ...measured, unit: undefined }, heads, {
        column: ofRow.unitColumn,
        groups,
        above: reading.above,
      })
    : unit;
  const parts = itemised(plan, content, cell, { unit: ofItems, pointed, commas });
  if (parts.length > 0) {
    const whole = listed ? [] : [measured.text.split(/\s[-–+•]\s/u)[0] ?? measured.text];
    return parts.map(({ item, figure, start }) => ({
      ...draft(figure.quantity, figure.end),
      indicator: { text: [...whole, item].join(': '), under: [...measured.under, ...whole] },
      ...(whole.length > 0 ? {} : { source: sourceOf(plan, content, start, cell, figure.end) }),
    }));
  }
  const figures = figuresOfCell(plan, cell, { unit, pointed, commas });
  if (figures.length > 0)
    return figures.map(({ quantity, end, change }) =>
      change === undefined
        ? { ...draft(quantity, end), quantity: compared(heads, withUnitOfRow(plan.context, measured, quantity)) }
        : ofChange(quantity, end, change),
    );
  const unread = commas === 'unsure' && holdsEither(cell.text);
  const says = column.role === 'value' && use !== 'result' && !unread && /\p{L}{2}/u.test(cell.text);
  return says ? [draft(null, cell.text.length)] : [];
}

/** A figure as its head compares it: "20" under "Số lượng (tối thiểu)" is the least. */
const compared = ({ comparator }: HeadFacts, quantity: Quantity): Quantity =>
  quantity.comparator === '=' && quantity.valueMax === null ? { ...quantity, comparator } : quantity;

/** A target with what its row, its column and its table say of it. */
function draftOf(
  { plan, inherited, timeOfTitle }: TableReading,
  { read, path, area, leads, deadline }: RowReading,
  {
    cell,
    end,
    quantity,
    measured,
    unit,
    column: { use, heads },
  }: {
    readonly cell: LaidBlock;
    readonly end: number;
    readonly quantity: Quantity | null;
    readonly measured: CellMeasure;
    readonly unit: CellUnit | undefined;
    readonly column: FigureColumn;
  },
): TargetDraft {
  const { knowledge, date } = plan.context;
  const text = unit === undefined || unit.shareOf === '' ? measured.text : `${measured.text} % ${unit.shareOf}`;
  const said = `${text} ${cell.text.slice(0, Math.max(0, cell.text.search(/\d/u)))}`;
  return {
    kind: quantity === null ? 'qualitative' : 'quantified',
    status: use === 'result' ? 'result' : 'target',
    path,
    area,
    indicator: { text, under: measured.under },
    quantity,
    direction: quantity === null ? 'reach' : directionOf(knowledge, said),
    baseline: quantity === null ? null : heads.baseline,
    condition: conditionOf(knowledge, read.content.text),
    levels: levelsOf(knowledge, text, quantity?.unit ?? '', date),
    deadline: heads.time ?? measured.time ?? (use === 'result' ? null : (deadline ?? timeOfTitle ?? inherited)),
    agencies: [...leads],
    source: sourceOf(plan, read.content, read.contentFrom, cell, end),
    confidence: quantity === null ? OF_WORDS : ofCell(unit !== undefined || quantity.unit !== ''),
    ...(measured.allottedTo === undefined ? {} : { allottedTo: measured.allottedTo }),
    ...(measured.ofPart === undefined ? {} : { ofPart: true }),
  };
}

/** "Thu hút 7,5 triệu lượt khách quốc tế; tăng trưởng 8%/năm": a cell that says in its own words what its figures measure. */
function statesItself(plan: Plan, cell: LaidBlock): boolean {
  const [first, ...more] = ofKind(plan.mentionsOf(cell), 'quantity');
  if (first === undefined || !more.some(({ value }) => value.unit !== first.value.unit)) return false;
  const before = cell.text.slice(0, first.start).replace(/\s+/gu, ' ').trimStart();
  return /\p{L}{2}/u.test(withoutLeadingVerb(plan.context.knowledge, `${before}x`).slice(0, -1));
}

/** From the indicator's cell to the figure's, in whichever order they stand: a merged cell may stand above its row. */
function sourceOf(plan: Plan, content: LaidBlock, from: number, cell: LaidBlock, end: number): Source {
  return cell.start < content.start
    ? sourceAt(plan.laid, cell.start, content.end)
    : sourceAt(plan.laid, content.start + from, cell.start + end);
}

function ofTimeCell(plan: Plan, table: PlanTable, cells: readonly (LaidBlock | undefined)[]): Deadline | null {
  const time = cells[table.columns.findIndex((column) => column.role === 'time')];
  if (time === undefined) return null;
  return ofKind(plan.mentionsOf(time), 'deadline')[0]?.value ?? timeOf(plan.context, time.text)?.deadline ?? null;
}
