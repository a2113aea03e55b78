import { built, type Knowledge } from '../../knowledge/knowledge.ts';
import type { ColumnRole } from '../../knowledge/word-tables.ts';
import { readLabel } from '../../language/labels.ts';
import { vi, viWords } from '../../language/pattern.ts';
import { keyOf } from '../../language/words.ts';
import type { Outline, OutlineNode } from '../document/outline.ts';
import type { LaidBlock } from '../document/text.ts';
import { kindOfCell, shareOf } from './cell-kinds.ts';
import {
  isOfMeasures,
  isOfSums,
  isTimedOrAimed,
  kindOf,
  type PlanColumn,
  roleOfHeader,
  saysAims,
  saysMeasure,
  settleRoles,
} from './columns.ts';

/** A row of the grid: the cell that covers each column, spans included. */
export interface PlanRow {
  readonly row: number;
  readonly cells: readonly (LaidBlock | undefined)[];
}

export interface PlanTable {
  readonly kind: 'task' | 'target' | 'other';
  readonly node: OutlineNode;
  readonly columns: readonly PlanColumn[];
  /** All cells, in reading order. */
  readonly cells: readonly [LaidBlock, ...LaidBlock[]];
  /** Rows below the header. */
  readonly rows: readonly PlanRow[];
  readonly start: number;
  readonly end: number;
}

/** The cells of each table of the body, in reading order. */
function tablesOf(body: readonly LaidBlock[]): readonly (readonly [LaidBlock, ...LaidBlock[]])[] {
  const byTable = new Map<number, [LaidBlock, ...LaidBlock[]]>();
  for (const block of body) {
    if (block.cell === undefined) continue;
    const cells = byTable.get(block.cell.table);
    if (cells === undefined) byTable.set(block.cell.table, [block]);
    else cells.push(block);
  }
  return [...byTable.values()];
}

/** All tables of the body, in reading order. */
export function readTables(knowledge: Knowledge, body: readonly LaidBlock[], outline: Outline): PlanTable[] {
  const tables: PlanTable[] = [];
  for (const cells of tablesOf(body)) {
    const [first] = cells;
    const rows = withMergedHeads(knowledge, withoutSpilt(withoutTitles(gridOf(cells))));
    const header = headerRows(knowledge, rows);
    const named = rows.slice(0, header).filter((row) => !counts(row));
    const below = rows.slice(header).filter((row) => !repeatsHeader(row, rows.slice(0, header)) && !counts(row));
    const counting = rows.slice(0, header + 1).find(counts);
    const headed = columnsOf(knowledge, named, header === 0 ? below : []).map((column, c) =>
      withFormula(knowledge, column, counting?.cells[c]?.text),
    );
    const columns = settleRoles(knowledge, byContents(knowledge, numbered(headed, below), below));
    tables.push({
      kind: kindOf(knowledge, columns),
      node: outline.nodeOf.get(first.index) ?? outline.root,
      columns,
      cells,
      rows: below,
      start: first.start,
      end: cells.at(-1)?.end ?? first.end,
    });
  }
  return tables;
}

function gridOf(cells: readonly LaidBlock[]): PlanRow[] {
  const grid: (LaidBlock | undefined)[][] = [];
  for (const block of cells) {
    if (block.cell === undefined) continue;
    const { row, column, rowSpan, columnSpan } = block.cell;
    for (let r = row; r < row + rowSpan; r++) {
      const line = grid[r] ?? [];
      grid[r] = line;
      for (let c = column; c < column + columnSpan; c++) line[c] ??= block;
    }
  }
  return grid.map((line, row) => ({ row, cells: Array.from(line ?? []) })).filter((row) => row.cells.length > 0);
}

/**
 * Rows without those that stand above the heads and head nothing: empty ones, "Đơn vị tính: triệu đồng", "(Kèm theo Kế hoạch số 5)",
 * and of several titles all but the last.
 */
function withoutTitles(rows: readonly PlanRow[]): readonly PlanRow[] {
  const wide = Math.max(...rows.map(({ cells }) => cells.length)) > 2;
  const textsIn = (row: PlanRow): readonly string[] => [
    ...new Set(distinct(row).flatMap(({ text }) => (text === '' ? [] : [text]))),
  ];
  const end = wide ? rows.findIndex((row) => textsIn(row).length > 1) : -1;
  if (end < 1 || rows.length < end + 2) return rows;
  const titles = rows.slice(0, end).filter((row) => textsIn(row).some((text) => !NO_TITLE.test(text)));
  return [...titles.slice(-1), ...rows.slice(end)];
}
const NO_TITLE = /^\s*(?:\([^()]*\)|(?:đvt|đơn\s+vị(?:\s+tính)?)\s*:.*)\s*$/isu;

/** Rows of heads at most. */
const MOST_HEADS = 4;

/**
 * Programs that write merged cells out may write the last head of a row on to its end: "Tổng số | Chia ra | Chia ra | Chia ra" below
 * "Trồng rừng | Trồng rừng | Trồng rừng | Chăm sóc rừng". Beyond the head that it parts stands that of the column itself.
 */
function withoutSpilt(rows: readonly PlanRow[]): readonly PlanRow[] {
  const done: PlanRow[] = [];
  for (const [r, row] of rows.entries()) {
    const above = done[r - 1];
    const text = (cells: PlanRow['cells'], c: number): string => bare(cells[c]?.text);
    const last = row.cells.length - 1;
    const from = row.cells.findIndex((_, c) =>
      row.cells.slice(c).every((cell) => bare(cell?.text) === text(row.cells, last)),
    );
    const begins = above === undefined ? 0 : from;
    const spills =
      above !== undefined &&
      r < MOST_HEADS &&
      begins > 0 &&
      /\p{L}/u.test(text(row.cells, last)) &&
      text(above.cells, begins) === text(above.cells, begins - 1) &&
      text(above.cells, begins) !== text(above.cells, last);
    const inside = (c: number): boolean => text(above?.cells ?? [], c) === text(above?.cells ?? [], begins);
    done.push(
      spills ? { ...row, cells: row.cells.map((cell, c) => (c < begins || inside(c) ? cell : above.cells[c])) } : row,
    );
  }
  return done;
}

/**
 * Forms without spans give a merged head once and leave the places beside and below it empty: "Kế hoạch năm 2026 | (nothing)"
 * over "Diện tích | Sản lượng", in two rows or more. The head stands at all of them again.
 */
function withMergedHeads(knowledge: Knowledge, rows: readonly PlanRow[]): readonly PlanRow[] {
  const [top, below] = rows;
  if (top === undefined || below === undefined || rows.length < 3) return rows;
  const blank = (row: PlanRow | undefined, c: number): boolean => (row?.cells[c]?.text ?? '') === '';
  const isHead = (row: PlanRow, r: number): boolean =>
    !isCounted(row) &&
    (r < 2 || blank(row, 0)) &&
    row.cells.some((_, c) => !blank(row, c)) &&
    row.cells.every((cell, c) => blank(row, c) || kindOfCell(knowledge, cell?.text ?? '') !== 'figure');
  const end = rows.slice(0, MOST_HEADS).findIndex((row, r) => r > 0 && !isHead(row, r));
  const heads = rows.slice(0, end < 0 ? Math.min(2, rows.length - 1) : end);
  const columns = Array.from({ length: Math.max(...heads.map(({ cells }) => cells.length)) }, (_, c) => c);
  const parted = columns.some((c) => c > 0 && blank(top, c) && heads.some((row) => !blank(row, c)));
  const merged = columns.some((c) => !blank(top, c) && blank(below, c));
  // What is below nothing must belong to a head on its left, which parts there too.
  if (heads.length < 2 || !parted || !merged || blank(top, 0)) return rows;
  const filled: (LaidBlock | undefined)[][] = [];
  for (const [r, row] of heads.entries()) {
    const above = filled[r - 1];
    const cells: (LaidBlock | undefined)[] = [];
    for (const c of columns) {
      const parts = c > 0 && heads.slice(r + 1).some((inner) => !blank(inner, c));
      const beside = parts && (above === undefined || above[c] === above[c - 1]);
      cells.push(!blank(row, c) ? row.cells[c] : beside ? cells[c - 1] : (above?.[c] ?? row.cells[c]));
    }
    filled.push(cells);
  }
  return rows.map((row, r) => (filled[r] === undefined ? row : { ...row, cells: filled[r] }));
}

/** "I | Kinh tế": a row of the table's own, though it holds no figure. */
const isCounted = ({ cells }: PlanRow): boolean =>
  /^(?:[IVXLC]+|\d{1,2}|[A-H])[.)]?$/u.test(cells[0]?.text.trim() ?? '');

/** How many rows the header takes: those before the first row that counts, groups, or holds a figure. */
function headerRows(knowledge: Knowledge, rows: readonly PlanRow[]): number {
  if (isHeadless(knowledge, rows) || beginsWithin(rows[0])) return 0;
  for (let i = 0; i < Math.min(rows.length, 4); i++) {
    const row = rows[i];
    if (row === undefined) break;
    const first = row.cells[0]?.text ?? '';
    const texts = distinct(row).map((cell) => cell.text);
    if (i > 0 && counts(row)) return i + 1;
    // Programs that write merged cells out repeat the head of the first column.
    if (i > 0 && first !== '' && bare(first) === bare(rows[i - 1]?.cells[0]?.text)) continue;
    if (i > 0 && (/^(?:\d+(?:\.\d+)*|[IVXLC]+|[a-zđA-H])[.)]?$/u.test(first) || readLabel(first) !== undefined))
      return i;
    if (i > 0 && texts.filter((text) => text !== '').length <= 1) return i;
    // Figures stand in no head, other than years and the names of columns.
    if (i > 0 && row.cells.some((cell, c) => c > 0 && cell !== undefined && isFigureBelow(knowledge, rows, i, c)))
      return i;
    // Below a header that says all, a row that begins in the first column is the first of the table's own.
    if (
      i > 0 &&
      first !== '' &&
      !spansFromAbove(rows, i) &&
      !spreads(rows[i - 1]) &&
      complete(knowledge, rows.slice(0, i))
    )
      return i;
    if (
      i > 0 &&
      row.cells.every((cell) => roleOfHeader(knowledge, cell?.text ?? '') === 'other') &&
      !spansFromAbove(rows, i)
    )
      return i;
  }
  return Math.min(rows.length, 1);
}

/** A row that is counted heads nothing: what stands above it was lost. */
const beginsWithin = (first: PlanRow | undefined): boolean =>
  first !== undefined && /^\d{1,3}(?:\.\d{1,3})*[.)]?$/u.test(first.cells[0]?.text.trim() ?? '') && !counts(first);

/** A table in a cell of another has no heads of its own: "Hồ sơ trực tuyến | 90%", figures with their units from the first row on. */
function isHeadless(knowledge: Knowledge, rows: readonly PlanRow[]): boolean {
  const kinds = (row: PlanRow): readonly string[] =>
    row.cells.map((cell) => kindOfCell(knowledge, cell?.text.replace(/\s+/gu, ' ').trim() ?? ''));
  return (
    rows.length > 1 &&
    rows.every((row) => {
      const [first, second, ...more] = kinds(row);
      return (
        first === 'words' &&
        second === 'figure' &&
        more.length === 0 &&
        /\d\s*(?:%|\p{L})/u.test(row.cells[1]?.text ?? '')
      );
    })
  );
}

/** A row "1 | 2 | 3 | 4", "(A) | (B) | (1) | (2)" or "(1) | (3) | (5)=(3)-(1)" that only counts the columns. */
function counts(row: PlanRow): boolean {
  const marks = row.cells.map((cell) => COUNTED.exec(cell?.text.trim() ?? '')?.groups);
  if (marks.length < 3 || marks.includes(undefined)) return false;
  const numbers = marks.flatMap((mark) => (/\d/u.test(mark?.mark ?? '') ? [Number(mark?.mark)] : []));
  const rising = numbers.every((n, i) => i === 0 || n > (numbers[i - 1] ?? 0));
  // Bracketed throughout, or with a formula, they may leave some out.
  const told = rising && marks.every((mark) => mark?.open === '(' || mark?.formula !== undefined);
  // "A | B | 1 | 2": the numbers begin behind the letters; "0 | 1 | 2": they may begin with none.
  const letters = marks.findIndex((mark) => /\d/u.test(mark?.mark ?? ''));
  const inOrder = (mark: string, i: number): boolean =>
    [i + 1, i + 1 - letters, ...(marks[0]?.mark === '0' ? [i] : [])].includes(Number(mark));
  return told || marks.every((mark, i) => /^[a-z]$/iu.test(mark?.mark ?? '') || inOrder(mark?.mark ?? '', i));
}
const COUNTED = /^(?<open>\()?(?<mark>\d{1,3}|[a-z])\)?\s*(?<formula>=[\s\d()+\-–*/x×:%.,]*)?$/iu;

/** "(9)=(6)-(3)", "(10)=(9)/(8)*100": what a column compares. */
const withFormula = (knowledge: Knowledge, column: PlanColumn, count: string | undefined): PlanColumn =>
  // "Kế hoạch mua sắm (5)=(3)-(4)" is planned, however it was found.
  !saysAims(knowledge, column.header) && /=.*\d\)?\s*[-–/:]\s*\(?\d/u.test(count ?? '')
    ? { ...column, compares: true }
    : column;

const isFigureBelow = (knowledge: Knowledge, rows: readonly PlanRow[], i: number, c: number): boolean => {
  const cell = rows[i]?.cells[c];
  return cell !== undefined && cell !== rows[i - 1]?.cells[c] && kindOfCell(knowledge, cell.text.trim()) === 'figure';
};

const spansFromAbove = (rows: readonly PlanRow[], i: number): boolean =>
  rows[i]?.cells.some((cell) => cell !== undefined && rows[i - 1]?.cells.includes(cell)) ?? false;

/** A heading over several columns, which the row below parts: "Cơ quan thực hiện" over "Chủ trì | Phối hợp". */
const spreads = (row: PlanRow | undefined): boolean =>
  row?.cells.some((cell, i) => cell !== undefined && cell === row.cells[i - 1]) ?? false;

const complete = (knowledge: Knowledge, header: readonly PlanRow[]): boolean =>
  kindOf(knowledge, columnsOf(knowledge, header)) !== 'other';

/**
 * Columns as their cells show them: what holds figures is a column of figures whatever its head is called, and what names the
 * rows of a table of figures is its column of measures.
 */
function byContents(
  knowledge: Knowledge,
  columns: readonly PlanColumn[],
  rows: readonly PlanRow[],
): readonly PlanColumn[] {
  const own = rows.filter((row) => distinct(row).filter((cell) => cell.text !== '').length > 1);
  const texts = columns.map((_, c) => own.map((row) => row.cells[c]?.text.replace(/\s+/gu, ' ').trim() ?? ''));
  if (columns.every(({ header }) => header === '') && isHeadless(knowledge, rows)) return HEADLESS;
  // "Giai đoạn" over "2026-2030" says by when, whatever else its head could mean.
  const told = columns.map(
    (column, c): PlanColumn =>
      // "Mốc 2030" over figures is no column of due dates.
      column.role === 'time' && YEAR_HEAD.test(column.inner) && holdsAmounts(knowledge, texts[c] ?? [])
        ? { ...column, role: 'value', byCells: true }
        : (column.role === 'unit' && namesBodies(knowledge, texts[c] ?? [])) ||
            // "Số căn hộ hoàn thành" over figures: what counts is no due date.
            (COUNTABLE.has(column.role) &&
              saysMeasure(knowledge, column) &&
              shareOf(knowledge, texts[c] ?? [], 'figure') >= 0.6)
          ? { ...column, role: 'other' }
          : // "Nội dung chi tiết" over nothing at all names no row.
            (column.role === 'content' && own.length > 1 && (texts[c] ?? []).every((text) => text === '')) ||
              (STAGE.test(column.header) && shareOf(knowledge, texts[c] ?? [], 'words') >= 0.6)
            ? { ...column, role: 'other' }
            : (OPEN.has(column.role) ||
                  (column.role === 'value' && !isTimedOrAimed(knowledge, column) && saysTimes(texts[c] ?? []))) &&
                shareOf(knowledge, texts[c] ?? [], 'year') >= 0.6
              ? { ...column, role: 'time', byCells: true }
              : column,
  );
  // Where heads name columns of figures, others must name a time or an aim too.
  const stated = told.some(({ role }) => role === 'value');
  const figures = told.map((column, c): boolean => {
    if (column.role === 'value') return true;
    if (
      !OPEN.has(column.role) ||
      column.header === '' ||
      (stated &&
        !isTimedOrAimed(knowledge, column) &&
        !saysMeasure(knowledge, column) &&
        !isOfSums(knowledge, column) &&
        !BODY.test(column.inner))
    )
      return false;
    const own = texts[c] ?? [];
    return own.some((text) => text !== '') && shareOf(knowledge, own, 'figure') >= 0.5;
  });
  const named = told.map(
    (column, c): PlanColumn =>
      figures[c] === true && column.role !== 'value' ? { ...column, role: 'value', byCells: true } : column,
  );
  if (!figures.includes(true) || named.some(({ role }) => role === 'indicator' || role === 'content')) return named;
  const words = named.findIndex(
    ({ role }, c) =>
      NAMING.has(role) && c < figures.indexOf(true) && shareOf(knowledge, texts[c] ?? [], 'words', 'year') >= 0.6,
  );
  const withUnits = texts.flatMap((own, c) => (figures[c] === true ? own.filter((text) => /\d/u.test(text)) : []));
  const measured = withUnits.filter((text) => /\d\s*(?:%|\p{L})/u.test(text)).length >= 0.6 * withUnits.length;
  const ofBodies = words >= 0 && namesBodies(knowledge, texts[words] ?? []);
  return words < 0 || !(measured || ofBodies || isOfMeasures(knowledge, named))
    ? named
    : named.map((column, c) => (c === words ? { ...column, role: 'indicator', byCells: true } : column));
}

const YEAR_HEAD = /(?<!\d)20\d\d(?!\d)/u;
/** Figures that are no dates. */
const holdsAmounts = (knowledge: Knowledge, texts: readonly string[]): boolean =>
  shareOf(knowledge, texts, 'figure') >= 0.6 && !texts.some((text) => /\d\s*[/.]\s*20\d\d(?!\d)/u.test(text));

/** Over stages that have names and no years. */
const STAGE = /^\s*(?:giai\s+đoạn|thời\s+kỳ)\s*$/iu;

/** "Đơn vị" over "Xã Tân An", "Sở Y tế": to whom figures are allotted, and in what they are counted where the word is short for that. */
const namesBodies = (knowledge: Knowledge, texts: readonly string[]): boolean => {
  const filled = texts.filter((text) => text !== '');
  const { KIND } = bodiesOf(knowledge);
  // "Tỷ Đồng", "Nghìn Tấn" are written like names.
  return (
    filled.length > 1 &&
    filled.filter((text) => KIND.test(text) && /\s\p{Lu}/u.test(text)).length >= 0.6 * filled.length
  );
};
const bodiesOf = built(['placeKinds', 'agencies'], ({ placeKinds, agencies }) => ({
  KIND: vi`^(${viWords(placeKinds)}|${viWords(agencies.heads.map((word) => ({ word })))}|sở|phòng|ubnd)(?!\p{L})`,
}));

/** "Năm 2027", "2026 - 2030": 2.000 workers are no year. */
const saysTimes = (texts: readonly string[]): boolean => texts.some((text) => /\p{L}|\d\s?[-–÷]\s?\d/u.test(text));
const BODY = /^\p{Lu}\p{Ll}*\s(?:\p{Ll}+\s)*\p{Lu}(?:\p{Ll}|\s)/u;

const HEADLESS: readonly PlanColumn[] = (['indicator', 'value'] as const).map((role) => ({
  ...{ role, header: '', inner: '', heads: [] },
  byCells: true,
}));

/** Roles of heads under which figures may stand, and words that name the rows. */
const OPEN: ReadonlySet<ColumnRole> = new Set(['other', 'product', 'content', 'indicator']);
/** Roles of heads that may only say what the figures below them count. */
const COUNTABLE: ReadonlySet<ColumnRole> = new Set(['time', 'lead', 'cooperate', 'product', 'content']);
const NAMING: ReadonlySet<ColumnRole> = new Set(['other', 'product', 'time', 'lead']);

/** A first column that counts the rows, whatever is written above it. */
function numbered(columns: readonly PlanColumn[], rows: readonly PlanRow[]): readonly PlanColumn[] {
  if (columns[0]?.role !== 'other') return columns;
  const cells = rows.map((row) => row.cells[0]?.text.trim() ?? '');
  const counting = cells.filter((text) => /^(?:\d{1,3}(?:\.\d{1,3})*|[IVXLC]{1,5})[.)]?$/u.test(text));
  return counting.length > 0 && counting.length >= cells.length * 0.6
    ? columns.map((column, i) => (i === 0 ? { ...column, role: 'number' } : column))
    : columns;
}

function repeatsHeader(row: PlanRow, header: readonly PlanRow[]): boolean {
  return header.some(
    (head) =>
      head.cells.length === row.cells.length &&
      head.cells.every((cell, i) => bare(cell?.text) === bare(row.cells[i]?.text)),
  );
}

/** A header may be broken elsewhere where it is repeated: "ST T", "STT". */
const bare = (text: string | undefined): string => keyOf(text ?? '').replaceAll(' ', '');

/** The different cells of a row, in order. */
export function distinct(row: PlanRow): LaidBlock[] {
  return [...new Set(row.cells.filter((cell) => cell !== undefined))];
}

/**
 * A corner that a line parts names the heads beside it too: "NĂM⏎CHỈ TIÊU" is the head of the measures, and "Tên cây trồng/Chỉ tiêu"
 * that of measures and of what they are measured at.
 */
function ofRows(knowledge: Knowledge, head: string): string {
  const plain = head.replace(/^năm\s*[\n/\\]\s*(?=\p{L})|(?<=\p{L})\s*[\n/\\]\s*năm$/iu, '');
  const parts = plain.split('/').map((part) => part.trim());
  if (parts.length !== 2) return plain;
  const roles = parts.map((part) => roleOfHeader(knowledge, part));
  return roles.includes('indicator') && roles.includes('other') && parts.every((part) => /^\p{L}{3}/u.test(part))
    ? (parts[roles.indexOf('indicator')] ?? plain)
    : plain;
}

const isCaption = (text: string): boolean => /^\s*(?:bảng|biểu|phụ\s+lục)(?:\s|\d|:)/iu.test(text);

/** @param bare rows of a table without heads: its columns are as many, and nothing stands above them */
function columnsOf(knowledge: Knowledge, header: readonly PlanRow[], bare: readonly PlanRow[] = []): PlanColumn[] {
  const width = Math.max(0, ...[...header, ...bare].map((row) => row.cells.length));
  // A caption over the whole width is above all heads and none itself.
  const under = header.filter(
    ({ cells }) => !(cells.length > 2 && cells.every((cell) => cell === cells[0]) && isCaption(cells[0]?.text ?? '')),
  );
  const named = under.length === 0 ? header : under;
  // Nor does any other title where the heads below it say of which time their figures are.
  const over = named.filter(({ cells }) => cells.length > 2 && cells.every((cell) => cell === cells[0]));
  const timed = named.some((row) => !over.includes(row) && row.cells.some((cell) => YEAR_HEAD.test(cell?.text ?? '')));
  const own = over.length < named.length && timed ? named.filter((row) => !over.includes(row)) : named;
  return Array.from({ length: width }, (_, c) => {
    const texts = [
      ...new Set(own.map((row) => ofRows(knowledge, row.cells[c]?.text ?? '')).filter((text) => text !== '')),
    ];
    const inner = texts.at(-1) ?? '';
    const inmost = roleOfHeader(knowledge, inner);
    // "Cơ quan thực hiện" over "Chủ trì | Phối hợp": the inner one decides, the outer one where the inner says nothing.
    const role = inmost === 'other' && texts.length > 1 ? roleOfHeader(knowledge, texts.join(' ')) : inmost;
    return { role, header: texts.join(' '), inner, heads: texts };
  });
}
