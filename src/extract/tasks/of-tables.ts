import { built, type Knowledge } from '../../knowledge/knowledge.ts';
import { vi, viWords } from '../../language/pattern.ts';
import type { Agency } from '../../model/record.ts';
import { agenciesIn, toAgency } from '../document/agencies.ts';
import type { RowFacts, TaskDraft } from '../document/drafts.ts';
import { ofKind, type Plan } from '../document/plan.ts';
import { type LaidBlock, sourceAt } from '../document/text.ts';
import { findMentions } from '../mentions/find.ts';
import { ofRow } from '../record/confidence.ts';
import type { PlanRow, PlanTable } from '../tables/grid.ts';
import { areaOfRow } from '../tables/row-facts.ts';
import { cellOf, type HeadedRow, plainText, type RowGroup, readRows, whoIn } from '../tables/rows.ts';

export interface TableTasks {
  readonly tasks: readonly TaskDraft[];
  /** What the row of a content cell says of the figures in that cell, by block index. */
  readonly facts: ReadonlyMap<number, RowFacts>;
}

/** One task for each numbered row of a task table. */
export function readTableTasks(plan: Plan, table: PlanTable): TableTasks {
  const tasks: TaskDraft[] = [];
  const facts = new Map<number, RowFacts>();
  const counted = table.columns.some(({ role }) => role === 'number');
  for (const read of readRows(plan, table, 'content')) {
    const { row, groups, number, path, content, contentFrom } = read;
    const before = tasks.at(-1);
    const more = number === null && before !== undefined ? furtherNames(plan, table, row) : undefined;
    if (before !== undefined && more !== undefined) {
      tasks[tasks.length - 1] = {
        ...before,
        leads: [...before.leads, ...more.leads],
        cooperating: [...before.cooperating, ...more.cooperating],
      };
      continue;
    }
    const header = table.columns.find((column) => column.role === 'lead')?.header;
    const inLead = agenciesIn(plan, cellOf(row, table, 'lead'), 'lead', header);
    const named = inLead.filter((agency) => agency.role !== 'cooperate');
    const leads = named.length > 0 ? named : leadsOf(plan, groups);
    const partners = inLead.filter((agency) => agency.role === 'cooperate');
    const deadline = deadlineOf(plan, table, read);
    const text = content.text.slice(contentFrom);
    const area = areaOfRow(plan, table, read, text);
    tasks.push({
      number,
      group:
        groups
          .map((group) => group.label)
          .filter((label) => label !== '')
          .join('.') || null,
      path,
      area,
      text: text.replace(/\s+/gu, ' ').trim(),
      product: plainText(cellOf(row, table, 'product')),
      leads,
      cooperating: [...partners, ...agenciesIn(plan, cellOf(row, table, 'cooperate'), 'cooperate')],
      deadline,
      note: plainText(cellOf(row, table, 'note')),
      basis: 'table',
      source: sourceAt(plan.laid, content.start + contentFrom, content.end),
      confidence: ofRow({ leads: leads.length > 0, number: number !== null || !counted, deadline: deadline !== null }),
    });
    facts.set(content.index, { path, area, leads, deadline });
    // What is to come out of a task may be a figure: "90% hồ sơ được số hóa".
    const product = cellOf(row, table, 'product');
    if (product !== undefined && product !== content && !facts.has(product.index))
      facts.set(product.index, { path, area, leads, deadline });
  }
  return { tasks, facts };
}

/**
 * Who else has the task of the row above: where that stands over two rows, the second holds but the names that it adds, from its
 * first column on.
 */
function furtherNames(
  plan: Plan,
  table: PlanTable,
  { cells }: PlanRow,
): { readonly leads: readonly Agency[]; readonly cooperating: readonly Agency[] } | undefined {
  const roles = table.columns.flatMap(({ role }) => (role === 'lead' || role === 'cooperate' ? [role] : []));
  // The last cell of a short row may reach over all columns that are left.
  const filled = [...new Set(cells)].flatMap((cell) => (cell === undefined || cell.text.trim() === '' ? [] : [cell]));
  if (filled.length < 2 || filled.length > roles.length || !filled.every((cell) => whoIn(plan, cell, 0).length > 0))
    return undefined;
  const of = (wanted: 'lead' | 'cooperate'): readonly Agency[] =>
    filled.flatMap((cell, i) => (roles[i] === wanted ? agenciesIn(plan, cell, wanted) : []));
  return { leads: of('lead'), cooperating: of('cooperate') };
}

/** The deadline of the row's time cell; where that is empty, of the group. Null where the cell holds none that can be read. */
function deadlineOf(plan: Plan, table: PlanTable, { row, groups }: HeadedRow): TaskDraft['deadline'] {
  const marked = ofMarks(plan, table, row);
  if (marked !== null) return marked;
  const cell = cellOf(row, table, 'time');
  if (cell !== undefined && cell.text !== '') {
    const header = table.columns.find((column) => column.role === 'time')?.header ?? '';
    const told = spanIn(plan, cell);
    return isDueColumn(plan.context.knowledge, header) ? asDue(told, cell.text, header) : told;
  }
  return groups.map((group) => group.deadline).findLast((deadline) => deadline !== null) ?? null;
}

const dueWords = built(['columns'], ({ columns }) => ({
  ends: vi`${viWords(columns.filter(({ due }) => due === 'ends'))}`,
  begins: vi`${viWords(columns.filter(({ due }) => due === 'begins'))}`,
}));

/** Whether a column holds due dates; another only says when work begins. */
export function isDueColumn(knowledge: Knowledge, header: string): boolean {
  const { ends, begins } = dueWords(knowledge);
  return ends.test(header) && !begins.test(header);
}

/** A cell of one day, month, quarter or year without a word that binds it. */
const BARE_TIME =
  /^(?:(?:ngày|quý|tháng|năm)\s)?(?:\d{4}|[\divx]{1,3}(?:(?:[/.-]|\stháng\s)\d{1,2})?(?:(?:[/.-]|,?\snăm\s)\d{4})?)\s?[.;]?$/iu;

/** In a column of due dates, "6/2025" is by when; a day below "Hoàn thành trước" is itself too late. */
function asDue(told: TaskDraft['deadline'], cell: string, header: string): TaskDraft['deadline'] {
  if (told?.type !== 'during' || !BARE_TIME.test(cell.trim())) return told;
  return { ...told, type: 'by', start: null, exclusive: told.start === told.end && /trước$/iu.test(header.trim()) };
}

/** The time that a cell tells; of "01/2026 - 6/2026" the time from the one to the other. */
function spanIn(plan: Plan, cell: LaidBlock): TaskDraft['deadline'] {
  const first = ofKind(plan.mentionsOf(cell), 'deadline')[0];
  if (first === undefined || first.value.type !== 'during') return first?.value ?? null;
  // What a month alone means is told by its standing alone: the part after the dash is read by itself.
  const rest = /^\s*(?:[-–÷]|đến)\s*(?<last>\S.*)$/u.exec(cell.text.slice(first.end))?.groups?.last;
  const last =
    rest === undefined ? undefined : findMentions(rest, plan.context).find(({ kind }) => kind === 'deadline');
  if (last?.kind !== 'deadline' || last.start > 0 || last.value.type !== 'during') return first.value;
  return { ...last.value, text: cell.text.slice(first.start).trim(), start: first.value.start };
}

/** A cell that is but ticked. */
const TICK = /^(?:x+|v|✓|✔|☑|√|\*|\+|●)$/iu;

/** The time that ticks under "Quý I | Quý II | …" give a row: from the first ticked column to the last. */
function ofMarks(plan: Plan, table: PlanTable, row: PlanRow): TaskDraft['deadline'] {
  const ticked = table.columns.filter(
    (column, i) => column.role === 'time' && TICK.test(row.cells[i]?.text.trim() ?? ''),
  );
  const times = ticked.flatMap(({ inner, header }) => {
    const year = /năm\s+20\d\d/iu.exec(header)?.[0] ?? '';
    const text = /20\d\d/u.test(inner) ? inner : `${inner} ${year}`.trim();
    const found = findMentions(text, plan.context).find((mention) => mention.kind === 'deadline');
    return found?.kind === 'deadline' ? [found.value] : [];
  });
  const [first, last] = [times[0], times.at(-1)];
  if (first === undefined || last === undefined || times.length < ticked.length) return null;
  return first === last
    ? first
    : { ...last, text: `${first.text} - ${last.text}`, start: first.start, type: 'during' as const };
}

/** Who the innermost heading that is but a name gives its rows to: "I | Sở Tài chính". */
function leadsOf(plan: Plan, groups: readonly RowGroup[]): Agency[] {
  const named = groups.map((group) => [group, whoIn(plan, group.block, group.from)] as const);
  const [group, mentions] = named.findLast(([, found]) => found.length > 0) ?? [];
  if (group === undefined || mentions === undefined) return [];
  return mentions.map((mention) => toAgency(plan, group.block, mention, 'lead', 'explicit'));
}
