import type { Context } from '../../knowledge/context.ts';
import { built, type Knowledge } from '../../knowledge/knowledge.ts';
import { provinceNamed } from '../../knowledge/provinces.ts';
import type { ColumnRole } from '../../knowledge/word-tables.ts';
import { levelsOf } from '../../language/levels.ts';
import { viNumber } from '../../language/numbers.ts';
import { vi, viMeaning, viWords } from '../../language/pattern.ts';
import type { Deadline, Quantity, Source } from '../../model/record.ts';
import { agenciesIn } from '../document/agencies.ts';
import type { RowFacts, TargetDraft } from '../document/drafts.ts';
import { ofKind, type Plan } from '../document/plan.ts';
import { blockAt, type LaidBlock, sourceAt } from '../document/text.ts';
import { levelOfPlace as levelOfKind } from '../mentions/agencies/place-words.ts';
import { findMentions } from '../mentions/find.ts';
import { OF_WORDS, ofCell } from '../record/confidence.ts';
import { conditionOf } from '../statements/baseline.ts';
import { directionOf } from '../statements/direction.ts';
import { OF_WHICH } from '../statements/of-which.ts';
import { captionOf, levelOfChange, measureOfCaption, measureOfTitle, titleOver } from '../tables/caption.ts';
import { type ColumnUse, useOf } from '../tables/column-use.ts';
import { type PlanColumn, saysAims, saysOwnMeasure, withoutAims } from '../tables/columns.ts';
import { commasIn, holdsEither, withoutGroups } from '../tables/commas.ts';
import type { PlanTable } from '../tables/grid.ts';
import { type HeadFacts, readHeads, saysNothing, saysWhoAims, timeOf } from '../tables/heads.ts';
import { areaOfRow } from '../tables/row-facts.ts';
import { cellOf, type HeadedRow, plainText, readRows, whoIn } from '../tables/rows.ts';
import {
  type CellUnit,
  cellUnit,
  isUnitOfShares,
  ofChange,
  splitUnit,
  unitAbove,
  unitOfPeople,
  unitOfWords,
} from '../tables/units-of-cells.ts';
import { figuresOf, isPointed, itemised, type Written, withoutLeadingVerb } from './cell-figures.ts';

export interface TableTargets {
  readonly targets: readonly TargetDraft[];
  /** Rows whose figures stand in the words of the indicator itself, by the block of that cell: read as running text. */
  readonly facts: ReadonlyMap<number, RowFacts>;
}

/** What holds for all cells of a table. */
interface TableReading extends Pick<Written, 'pointed' | 'commas'> {
  readonly plan: Plan;
  readonly table: PlanTable;
  readonly inherited: Deadline | null;
  /** The unit above the table. */
  readonly above: CellUnit | undefined;
  readonly named: RowsName;
  /** What the title of the table measures, where rows name bodies and no head says what is allotted to them. */
  readonly ofTitle: string | undefined;
  /** The same where every head says of which part of it the figures are: "trồng rừng" over "Tổng diện tích | Rừng phòng hộ". */
  readonly ofParts: string | undefined;
  /** The time that the title names, where it is the table's own. */
  readonly timeOfTitle: Deadline | null;
  /** What the head of the column that names the rows says they are: "Tên xã". */
  readonly placed: Placed | undefined;
}

/** What holds for all cells of a row. */
interface RowReading extends RowFacts {
  readonly read: HeadedRow;
  /** The unit in the column of units. */
  readonly unitColumn: CellUnit | undefined;
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
  const measured = measureOf(plan, ofRow.read, reading, heads);
  const unit = unitOf(plan.context, measured, heads, { column: ofRow.unitColumn, groups, above: reading.above });
  const draft = (quantity: Quantity | null, end: number): TargetDraft =>
    draftOf(reading, ofRow, { cell, end, quantity, measured, unit, column: ofColumn });
  // Items that nothing stands above are measures of their own, each with its unit.
  const listed = /^\s*[-–+•]\s/u.test(content.text);
  const ofItems = listed
    ? unitOf(plan.context, { ...measured, unit: undefined }, heads, {
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
  const figures = figuresOf(plan, cell, { unit, pointed, commas });
  if (figures.length > 0)
    return figures.map(({ quantity, end }) => ({
      ...draft(quantity, end),
      quantity: compared(heads, withUnitOfRow(plan.context, measured, quantity)),
    }));
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
    readonly measured: Measured;
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
  };
}

/** "Thu hút 7,5 triệu lượt khách quốc tế; tăng trưởng 8%/năm": a cell that says in its own words what its figures measure. */
function statesItself(plan: Plan, cell: LaidBlock): boolean {
  const [first, ...more] = ofKind(plan.mentionsOf(cell), 'quantity');
  if (first === undefined || !more.some(({ value }) => value.unit !== first.value.unit)) return false;
  const before = cell.text.slice(0, first.start).replace(/\s+/gu, ' ').trimStart();
  return /\p{L}{2}/u.test(withoutLeadingVerb(plan.context.knowledge, `${before}x`).slice(0, -1));
}

/** The unit of a figure, by what stands at it and above it. */
function unitOf(
  context: Context,
  { unit, words }: Measured,
  { unit: ofHead, measure }: HeadFacts,
  {
    column,
    groups,
    above,
  }: { readonly column: CellUnit | undefined; readonly above: CellUnit | undefined } & Pick<HeadedRow, 'groups'>,
): CellUnit | undefined {
  const ofGroup = groups.map(({ title }) => splitUnit(context, title).unit).findLast((one) => one !== undefined);
  const told = ofGroup ?? above;
  // "Đơn vị tính: ha" above a table is the unit of what is counted so, not of its shares; "Đơn vị tính: ‰" is theirs.
  const ofTable =
    shareNamed(context, measure, words) === undefined || /^[%‰]/u.test(told?.unit ?? '') ? told : undefined;
  // A column of shares or of growth beside those of what the rows measure ("Tăng bình quân (%)", "Cơ cấu"): theirs is not its unit.
  const own = measure.split(': ').at(-1) ?? '';
  const ofShares = own !== '' && (ofHead === undefined ? isUnitOfShares(context, own) : /^[%‰]/u.test(ofHead.unit));
  return ofChange(context, words, ofShares ? ofHead : (column ?? unit ?? ofHead ?? ofTable));
}

/** The words that say of a figure that it is a share: those of its column, else those of its row. */
const shareNamed = (context: Context, measure: string, words: string): string | undefined =>
  [measure.split(': ').at(-1) ?? '', words].find((one) => isUnitOfShares(context, one));

interface FigureColumn {
  readonly at: number;
  readonly column: PlanColumn;
  readonly use: ColumnUse;
  readonly heads: HeadFacts;
}

/** The columns that hold figures, with what their heads say. */
function figureColumns(plan: Plan, table: PlanTable): readonly FigureColumn[] {
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
  return parted.map((one) => ({
    ...one,
    use: context.year === null && isStateBefore(context, one, parted) ? 'result' : one.use,
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
const isSum = ({ column }: FigureColumn): boolean => SUM_HEAD.test(column.inner.trim());
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
function valueCells(
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

/** From the indicator's cell to the figure's, in whichever order they stand: a merged cell may stand above its row. */
function sourceOf(plan: Plan, content: LaidBlock, from: number, cell: LaidBlock, end: number): Source {
  return cell.start < content.start
    ? sourceAt(plan.laid, cell.start, content.end)
    : sourceAt(plan.laid, content.start + from, cell.start + end);
}

/** What the rows of a table are: measures, times ("Năm 2026"), or bodies to which figures are allotted ("Xã A"). */
type RowsName = 'measures' | 'times' | 'bodies';

function bodiesOfRows(
  plan: Plan,
  table: PlanTable,
  rows: readonly HeadedRow[],
  role: ColumnRole,
): Pick<TableReading, 'named' | 'placed'> {
  const head = table.columns.find((column) => column.role === role)?.inner ?? '';
  const placed = kindsOf(plan.context.knowledge).places.find(([pattern]) =>
    pattern.test(head.replace(/\s+/gu, ' ').trim()),
  )?.[1];
  const most = (test: (read: HeadedRow) => boolean): boolean =>
    rows.length > 1 && rows.filter(test).length >= 0.6 * rows.length;
  const named = most(({ content, contentFrom }) => isTime(plan.context, content.text.slice(contentFrom)))
    ? 'times'
    : most(({ content, contentFrom }) => bodyNamed(plan, content, contentFrom, placed) !== undefined)
      ? 'bodies'
      : 'measures';
  return { named, placed };
}

/** "local": of the level below the document's province, whatever that was at its time. */
type Placed = 'commune' | 'district' | 'province' | 'local';
/** "Tên xã", "Xã, phường" over names without their kind. */
const kindsOf = built(['placeKinds', 'officeWords'], ({ placeKinds, officeWords }) => {
  const of = (...levels: readonly (typeof placeKinds)[number]['level'][]) =>
    viWords(placeKinds.filter(({ level }) => levels.includes(level)));
  const [city, commune, district] = [of('city'), of('commune'), of('city', 'district')];
  const places: readonly (readonly [RegExp, Placed])[] = [
    [vi`^(tên)? (các)? ${commune}(\s*[,/]\s*${commune})*$`, 'commune'],
    [vi`^(tên)? (các)? ${of('province')}(\s*[,/]\s*${city})?$`, 'province'],
    [vi`^(tên)? (các)? ${district}(\s*[,/]\s*${district})*$`, 'district'],
    [vi`^(tên)? (các)? địa phương$`, 'local'],
  ];
  return {
    places,
    CITY: vi`^${city}$`,
    PLACE: vi`^(?<kind>${viWords(placeKinds)}|tt) `,
    COMMITTEE: vi`^${viMeaning(officeWords, 'own')} (?<kind>${viWords(placeKinds)})`,
  };
});
/** From this day on a province is parted into communes alone. */
const COMMUNES_ALONE = '2025-07-01';
/** "Tân Thành", "Y Can": each word of it with a capital. */
const NAME = /^\p{Lu}\p{Ll}*(?:[\s'-]\p{Lu}\p{Ll}*){0,4}(?:\s(?:\d|[IVX]+))?$/u;
/** Rows that hold those of others together. */
const SUM = vi`^(tổng|cộng|toàn|chung|bình quân|trung bình)(?!\p{L})`;

interface Measured {
  readonly text: string;
  /** What its column or the title says that it measures; empty where the row does. */
  readonly measure: string;
  /** The row's own words, without those that it leans on. */
  readonly words: string;
  readonly under: readonly string[];
  readonly unit: CellUnit | undefined;
  readonly time: Deadline | null;
  readonly allottedTo?: NonNullable<TargetDraft['allottedTo']>;
}

/**
 * What a figure measures: the row's words below those that it leans on, then the words of its column; a body that is named there
 * comes first.
 */
function measureOf(
  plan: Plan,
  read: HeadedRow,
  { named, placed, ofTitle, ofParts }: Pick<TableReading, 'named' | 'placed' | 'ofTitle' | 'ofParts'>,
  { measure: ofHeads }: HeadFacts,
): Measured {
  const { content, contentFrom } = read;
  const whole = PART.test(ofHeads) ? ofTitle : saysOwnMeasure(plan.context.knowledge, ofHeads) ? undefined : ofParts;
  const ofColumn = whole === undefined ? ofHeads : [whole, ofHeads].filter((one) => one !== '').join(': ');
  const parts = ofColumn.split(': ');
  const ofName = bodyCalled(plan.context, parts.at(-1) ?? '');
  // In rows of bodies only a place is one more: "Tổng số | Xã A | Xã B" of a district.
  const columnBody = named === 'bodies' && ofName?.code !== null ? undefined : ofName;
  const measure = columnBody === undefined ? ofColumn : parts.slice(0, -1).join(': ');
  const written = content.text
    .slice(contentFrom)
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/^[-–—+•*]\s*(?=\S)/u, '');
  if (named === 'times' && measure !== '')
    return {
      text: measure,
      measure,
      words: measure,
      under: [],
      unit: undefined,
      time: timeOf(plan.context, written)?.deadline ?? null,
    };
  const { words, unit } = splitUnit(plan.context, written.replace(OF_WHICH, ''));
  const under = read.under.map((one) => splitUnit(plan.context, one).words);
  const own = measure === '' ? under : [...under, words];
  const heads = columnBody === undefined ? own : [columnBody.name, ...own];
  const text = [
    ...(columnBody === undefined ? [] : [columnBody.name]),
    ...[...under, words],
    ...(measure === '' ? [] : [measure]),
  ].join(': ');
  const ofRow = named === 'bodies' ? bodyNamed(plan, content, contentFrom, placed) : undefined;
  const body = columnBody ?? ofRow;
  return { text, measure, words, under: heads, unit, time: null, ...(body === undefined ? {} : { allottedTo: body }) };
}

/** Heads that part what the title of a table measures: "Cả năm | Đợt 1 | Đợt 2"; empty where they say nothing. */
const PART = vi`^((cả năm|tổng (số|cộng)?|cộng|(đợt|lần|vụ|kỳ) (\d|[IVX]+))?)$`;
const isTime = (context: Context, words: string): boolean => {
  const text = words.replace(/\s+/gu, ' ').trim();
  return timeOf(context, text) !== undefined && text.length <= 40 && !/\p{L}/u.test(restOfTime(context, text));
};
/** What a cell says beside its time and whether that was reached: "2024 (thực hiện)" says no more. */
const restOfTime = (context: Context, text: string): string => {
  const bare = text.replace(/\s*\([^()]*\)$/u, '');
  const own = bare === text || saysNothing(context, text.slice(bare.length)) ? bare : text;
  return own.replace(timeOf(context, own)?.text ?? '', '').replace(/năm|đến|giai đoạn/giu, '');
};

/** The body that a cell names, where it names nothing else. */
function bodyNamed(plan: Plan, cell: LaidBlock, from: number, placed?: Placed): TargetDraft['allottedTo'] {
  const name = cell.text.slice(from).replace(/\s+/gu, ' ').trim();
  const place = placeCalled(plan.context, name);
  if (place !== undefined) return place;
  if (placed !== undefined && NAME.test(name) && !SUM.test(name))
    return { name, level: levelOfPlace(plan.context, name, placed), code: null };
  const [agency] = whoIn(plan, cell, from);
  // "Bảo hiểm xã hội bắt buộc" is no body, though it begins like one.
  return agency === undefined || agency.end - agency.start < MOST_OF_NAME * name.length
    ? undefined
    : agencyOf(plan.context.knowledge, agency.value);
}

function levelOfPlace({ knowledge, date, year }: Context, name: string, placed: Placed): Body['level'] {
  const named = provinceNamed(knowledge, name, date);
  if (placed === 'local' && named !== undefined) return 'province';
  if (placed === 'district' && named?.kind === 'city') return 'province';
  if (placed !== 'local') return placed;
  return (date ?? `${year ?? ''}-01-01`) < COMMUNES_ALONE ? 'district' : 'commune';
}

/** "Ủy ban nhân dân huyện Yên Lập" is a district's; what does not name its place is a department. */
function agencyOf(knowledge: Knowledge, { name, code }: { readonly name: string; readonly code: string | null }): Body {
  const kind = kindsOf(knowledge).COMMITTEE.exec(name)?.groups?.kind;
  return { name, level: kind === undefined ? 'department' : levelOfUnit(knowledge, kind), code };
}
type Body = NonNullable<TargetDraft['allottedTo']>;
const levelOfUnit = (knowledge: Knowledge, kind: string): Body['level'] => {
  const level = levelOfKind(knowledge, kind);
  return level === 'province' || level === 'district' ? level : 'commune';
};

/** The same of a head. */
function bodyCalled(context: Context, name: string): TargetDraft['allottedTo'] {
  const place = placeCalled(context, name);
  if (place !== undefined) return place;
  const [agency] = ofKind(findMentions(name, context), 'agency');
  return agency === undefined || agency.end - agency.start < MOST_OF_NAME * name.length
    ? undefined
    : agencyOf(context.knowledge, agency.value);
}
const MOST_OF_NAME = 0.9;

function placeCalled(context: Context, name: string): TargetDraft['allottedTo'] {
  const kind = kindsOf(context.knowledge).PLACE.exec(name)?.groups?.kind;
  const own = name.slice((kind?.length ?? 0) + 1);
  // "Xã nông thôn mới" names none.
  if (kind === undefined || !/^\p{Lu}/u.test(own) || name.split(' ').length > 6) return undefined;
  return {
    name,
    level: isProvince(context, own, kind) ? 'province' : levelOfUnit(context.knowledge, kind),
    code: null,
  };
}

/** Whether a name is one of the cities that are provinces: "Hà Nội", but not "thành phố Yên Bái". */
const isProvince = ({ knowledge, date }: Context, name: string, kind?: string): boolean =>
  (kind === undefined || kindsOf(knowledge).CITY.test(kind)) && provinceNamed(knowledge, name, date)?.kind === 'city';

/** "Sản lượng lương thực (nghìn tấn)": a caption that ends with a unit. */
const ofCaption = (context: Context, line: string): CellUnit | undefined =>
  /\([^()]{1,30}\)$/u.test(line) && line.length <= LONGEST_CAPTION ? splitUnit(context, line).unit : undefined;
const LONGEST_CAPTION = 160;

/** "Đơn vị tính: tỷ đồng" in the last lines above a table, or in the first cell over its width. */
function unitOverTable(plan: Plan, table: PlanTable): CellUnit | undefined {
  const first = blockAt(plan.laid, table.start)?.index ?? 0;
  for (const block of plan.laid.blocks.slice(Math.max(0, first - 2), first).reverse()) {
    if (block.cell !== undefined) continue;
    const unit = unitAbove(plan.context, block.text) ?? ofCaption(plan.context, block.text);
    if (unit !== undefined) return unit;
  }
  const [{ text, cell }] = table.cells;
  const within =
    (cell?.columnSpan ?? 1) > 2 ? (unitAbove(plan.context, text) ?? ofCaption(plan.context, text)) : undefined;
  return (
    within ??
    table.columns.map(({ heads }) => unitAbove(plan.context, heads[0] ?? '')).find((unit) => unit !== undefined)
  );
}

function holdsFigures(column: PlanColumn, table: PlanTable): boolean {
  if (column.role === 'value') return true;
  return column.role === 'product' && !table.columns.some((other) => other.role === 'value');
}

function ofTimeCell(plan: Plan, table: PlanTable, cells: readonly (LaidBlock | undefined)[]): Deadline | null {
  const time = cells[table.columns.findIndex((column) => column.role === 'time')];
  if (time === undefined) return null;
  return ofKind(plan.mentionsOf(time), 'deadline')[0]?.value ?? timeOf(plan.context, time.text)?.deadline ?? null;
}

/** A figure for which nothing names a unit counts what its row names, or is a share: "Số giường bệnh", "Tỷ lệ hộ nghèo". */
function withUnitOfRow(context: Context, { under, words, measure }: Measured, quantity: Quantity): Quantity {
  if (quantity.unit !== '') return quantity;
  const share = shareNamed(context, measure, words);
  if (share !== undefined) return { ...quantity, unit: unitOfWords(context, share, quantity.value, false) ?? '' };
  // "Số sản phẩm đạt chuẩn" over "3 sao | 4 sao": the nearest head that says what is counted.
  const counted = measure
    .split(': ')
    .toReversed()
    .map((head) => unitOfWords(context, head, quantity.value, false))
    .find((one) => one !== undefined);
  if (counted !== undefined || under.length > 0) return { ...quantity, unit: counted ?? '' };
  const own = withoutLeadingVerb(context.knowledge, words);
  return { ...quantity, unit: unitOfWords(context, own, quantity.value, own !== words) ?? '' };
}
