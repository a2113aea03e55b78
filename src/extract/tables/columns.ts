import { built, type Knowledge } from '../../knowledge/knowledge.ts';
import type { ColumnRole } from '../../knowledge/word-tables.ts';
import { vi, viAll, viPart, viWords } from '../../language/pattern.ts';
import { verbs } from '../../language/verbs.ts';
import { keyOf } from '../../language/words.ts';

/** A column of a table that a plan sets out. */
export interface PlanColumn {
  readonly role: ColumnRole;
  /** Header text, the outer header first where it has several rows. */
  readonly header: string;
  /** The lowest row of the header, right above the cells. */
  readonly inner: string;
  /** All heads above the cells, the outermost first, none twice. */
  readonly heads: readonly string[];
  /** Its cells say what it holds; its head does not. */
  readonly byCells?: true;
  /** Its figures tell two others apart, as the row that counts the columns says: "(9)=(6)-(3)". */
  readonly compares?: true;
}

const patternsOf = built(['columns'], ({ columns }) => {
  const named = columns.filter(({ holds }) => holds !== undefined && holds !== 'number');
  // Rows of one role that stand together are one pattern.
  const runs = named.reduce<{ readonly role: ColumnRole; readonly rows: (typeof named)[number][] }[]>((all, row) => {
    const last = all.at(-1);
    if (last !== undefined && last.role === row.holds) last.rows.push(row);
    else if (row.holds !== undefined) all.push({ role: row.holds, rows: [row] });
    return all;
  }, []);
  const who = viWords(columns.filter(({ part }) => part === 'who' || part === 'who-of-column'));
  const does = viWords(columns.filter(({ part }) => part === 'does'));
  const doer = vi`${who}(\s*,\s*[^,]+)?\s*${does}`;
  const lastOfLead = runs.findLastIndex(({ role }) => role === 'lead');
  const decides = columns.filter((row) => row.decides);
  return {
    numbers: new Set(columns.filter(({ holds }) => holds === 'number').map(({ word }) => joined(keyOf(word)))),
    roles: runs.flatMap(({ role, rows }, i): (readonly [ColumnRole, RegExp])[] => [
      [role, vi`${viWords(rows)}`],
      // "Đơn vị, cá nhân thực hiện": who does it leads.
      ...(i === lastOfLead ? [['lead', doer] as const] : []),
    ]),
    decidesLead: vi`${viWords(decides.filter(({ holds }) => holds === 'lead'))}`,
    decidesTime: vi`${viWords(decides.filter(({ holds }) => holds !== 'lead'))}`,
  };
});

/** A head in one spelling: "KH2025" is "KH 2025". */
export const headKey = (header: string): string => keyOf(header).replace(/(?<=\p{L})(?=(?:19|20)\d\d(?!\d))/gu, ' ');

const joined = (text: string): string => text.replaceAll(' ', '');

/** The role of a column by the words of its header. */
export function roleOfHeader(knowledge: Knowledge, header: string): ColumnRole {
  const key = headKey(header.replace(/[./]+/gu, ' '));
  if (key === '') return 'other';
  const { numbers, roles } = patternsOf(knowledge);
  // A narrow column breaks its header anywhere: "ST T".
  if (numbers.has(joined(key))) return 'number';
  return roles.find(([, pattern]) => pattern.test(key))?.[0] ?? 'other';
}

/** What a table is for, by its columns. */
export function kindOf(knowledge: Knowledge, columns: readonly PlanColumn[]): 'task' | 'target' | 'other' {
  const has = (role: ColumnRole): boolean => columns.some((column) => column.role === role);
  // "Số ngày | = | 365 | x | 2": a formula set in cells.
  if (columns.some(({ header }) => /^[=×:]$/u.test(header))) return 'other';
  if (has('indicator') && (has('value') || has('unit') || has('lead') || has('time') || has('product')))
    return 'target';
  if (has('content') && has('unit') && has('value')) return 'target';
  if (isOfWorks(knowledge, columns) && !has('lead') && !has('cooperate')) return 'target';
  if (has('content') && (has('lead') || has('time') || has('cooperate'))) return 'task';
  if (has('content') && has('value') && isOfMeasures(knowledge, columns)) return 'target';
  return 'other';
}

const aimsOf = built(['columns', 'measures', 'verbs'], ({ columns, measures, verbs: rows }) => {
  const changing = verbs({ verbs: rows }).CHANGES;
  const aims = viPart`${viWords(columns.filter(({ plans }) => plans))}`;
  const opening = viWords(measures.filter(({ begins, opens }) => begins || opens));
  // "Thời gian thực hiện" over months is no measure.
  const measuring = viWords(measures.filter(({ begins, opens, lasts }) => (begins || opens) && !lasts));
  const states = viWords(columns.filter(({ figures }) => figures === 'state'));
  const part = viPart`^quý ([IVX]+|[1-4])$|^(6|9|sáu|chín) tháng|^tháng \d{1,2}$|^(cả|cuối) năm$|^đợt ([IVX]+|\d)$`;
  return {
    aimed: vi`${aims}`,
    all: viAll`${aims}`,
    timed: vi`${aims}|(?<!\d)20\d\d(?!\d)|${part}|${states}`,
    measured: vi`${aims}|(?<!\d)20\d\d(?!\d)|%|^${opening} |\([^()\d]{1,25}\)|${part}`,
    // "Số hộ", "Tỷ lệ lấp đầy", "Tổng số"; "Tỷ lệ (%)" alone may be how far a plan was carried out.
    counts: vi`^(${measuring} (?!(số|cộng|\()).*\p{L}|tổng (số|cộng) .*\p{L})`,
    opens: vi`^(?!tổng)(${measuring}|${changing})(?!\p{L})`,
    sums: vi`^(tổng|cộng|tổng (số|cộng)|toàn tỉnh)$`,
  };
});

/** "Công trình | Diện tích tưới (ha) | Năm hoàn thành" says what comes of works, and by when; what is to be done stays a task. */
const isOfWorks = (knowledge: Knowledge, columns: readonly PlanColumn[]): boolean =>
  columns.some(({ role, header }) => role === 'content' && WORKS.test(header.trim())) &&
  columns.some((column) => column.role === 'value' && saysMeasure(knowledge, column));
const WORKS = vi`^((tên|danh mục) )?(các )?(công trình|dự án)$`;

/** Whether words say that figures are those of a plan: "Kế hoạch 2026", "Các chỉ tiêu như sau:". */
export const saysAims = (knowledge: Knowledge, words: string): boolean => aimsOf(knowledge).aimed.test(words);

/** The same words without those, in one spelling. */
export const withoutAims = (knowledge: Knowledge, words: string): string =>
  keyOf(keyOf(words).replace(aimsOf(knowledge).all, ' ')).trim();

/** Whether a head names a time or an aim. */
export const isTimedOrAimed = (knowledge: Knowledge, { header, inner }: PlanColumn): boolean =>
  aimsOf(knowledge).timed.test(header) || aimsOf(knowledge).timed.test(inner.trim());

/** Whether a head says what is counted or measured below it: "Số hộ được cấp nước", "Diện tích (ha)". */
export const saysMeasure = (knowledge: Knowledge, { heads }: PlanColumn): boolean =>
  heads.some((head) => aimsOf(knowledge).counts.test(head.replace(/\s+/gu, ' ').trim()));

/** "Tỷ lệ che phủ", "Số dự án": a head that measures of itself, and no part of what a title measures. */
export const saysOwnMeasure = (knowledge: Knowledge, head: string): boolean => aimsOf(knowledge).opens.test(head);

/** Whether a head is the sum of those beside it: "Tổng số", "Cộng". */
export const isOfSums = (knowledge: Knowledge, { inner }: PlanColumn): boolean =>
  aimsOf(knowledge).sums.test(inner.replace(/\s+/gu, ' ').trim());

/** Whether the heads speak of units, measures, times or aims: figures of any other table need not be those of a plan. */
export const isOfMeasures = (knowledge: Knowledge, columns: readonly PlanColumn[]): boolean =>
  columns.some(({ role }) => role === 'unit') ||
  columns.some(
    ({ role, header, inner }) =>
      role === 'value' && (aimsOf(knowledge).measured.test(header) || aimsOf(knowledge).measured.test(inner.trim())),
  );

/** Roles as the columns beside it leave them: one column leads, one tells by when, and an aim beside a task is no indicator. */
export function settleRoles(knowledge: Knowledge, columns: readonly PlanColumn[]): readonly PlanColumn[] {
  const has = (role: ColumnRole): boolean => columns.some((column) => column.role === role);
  const work = has('content') && (has('lead') || has('cooperate')) && !has('unit') && !has('value');
  const content = columns.findIndex((column) => column.role === 'content');
  const { decidesLead, decidesTime } = patternsOf(knowledge);
  const lead = deciding(columns, 'lead', decidesLead);
  const time = deciding(columns, 'time', decidesTime);
  return columns.map((column, i): PlanColumn => {
    if (work && column.role === 'indicator')
      // "Mục tiêu | Nhiệm vụ" says what for, "Nhiệm vụ | Chỉ tiêu, kết quả cần đạt" what comes of it.
      return { ...column, role: i > content && !has('product') ? 'product' : 'other' };
    if (column.role === 'lead' && lead !== undefined && column !== lead) return { ...column, role: 'other' };
    if (column.role === 'time' && time !== undefined && column !== time) return { ...column, role: 'other' };
    return column;
  });
}

/** Of several columns of a role, the one whose header says it in so many words; undefined where none or several do. */
function deciding(columns: readonly PlanColumn[], role: ColumnRole, words: RegExp): PlanColumn | undefined {
  const all = columns.filter((column) => column.role === role);
  const named = all.filter((column) => words.test(column.header));
  return all.length > 1 && new Set(named.map((column) => column.header)).size === 1 ? named[0] : undefined;
}
