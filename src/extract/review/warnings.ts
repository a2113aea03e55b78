import { coverageOf } from '../../language/coverage.ts';
import { noSuchDays } from '../../language/no-such-day.ts';
import { vi } from '../../language/pattern.ts';
import { keyOf } from '../../language/words.ts';
import type { Deadline, Warning } from '../../model/record.ts';
import type { TargetDraft, TaskDraft } from '../document/drafts.ts';
import { ofKind, type Plan } from '../document/plan.ts';
import { sourceAt } from '../document/text.ts';
import { kindOfCell } from '../tables/cell-kinds.ts';
import { commasIn, holdsEither } from '../tables/commas.ts';
import type { PlanTable } from '../tables/grid.ts';
import type { Duty } from '../tasks/duty-sections.ts';

/** What a person should look at before using the record. */
export function readWarnings(
  plan: Plan,
  tables: readonly PlanTable[],
  targets: readonly TargetDraft[],
  tasks: readonly TaskDraft[],
  duties: readonly Duty[],
): Warning[] {
  const warnings: Warning[] = [];
  for (const { lost, block } of duties) {
    for (const inner of lost) {
      warnings.push({
        code: 'inner-reference-lost',
        message: `"${inner.text}" names no section or item that was found in this text.`,
        source: sourceAt(plan.laid, block.start + inner.start, block.start + inner.end),
      });
    }
  }
  const { date } = plan.context;
  for (const { deadline, source, status } of targets) {
    if (status === 'target' && date !== null && deadline?.end != null && deadline.end < date) {
      warnings.push({
        code: 'deadline-before-issue',
        message: `The deadline "${deadline.text}" lies before the document's date ${date}.`,
        source,
      });
    }
  }
  for (const { deadline, source } of tasks) {
    if (date !== null && deadline?.end != null && deadline.end < date) {
      warnings.push({
        code: 'deadline-before-issue',
        message: `The deadline "${deadline.text}" lies before the document's date ${date}.`,
        source,
      });
    }
  }
  warnings.push(
    ...impossibleDays(plan),
    ...unread(plan, targets),
    ...unreadTables(plan, tables, targets, tasks),
    ...contradictions(targets),
  );
  return warnings;
}

/** Dates that no calendar has: what they were meant to be, nobody can tell but a person. */
function impossibleDays(plan: Plan): Warning[] {
  return plan.body.flatMap((block) =>
    noSuchDays(block.text).map(({ start, end }) => ({
      code: 'no-such-day',
      message: `"${block.text.slice(start, end)}" is no day of the calendar: no date was read from it.`,
      source: sourceAt(plan.laid, block.start + start, block.start + end),
    })),
  );
}

/** Figures from which a table is one of figures. */
const MANY = 5;

/** Tables of figures that gave nothing: of targets whose heads say nothing that is known, or of something else. */
function unreadTables(
  plan: Plan,
  tables: readonly PlanTable[],
  targets: readonly TargetDraft[],
  tasks: readonly TaskDraft[],
): Warning[] {
  const { knowledge } = plan.context;
  const used = [...targets, ...tasks].map(({ source }) => source.start).sort((a, b) => a - b);
  return tables.flatMap(({ kind, columns, rows, cells: all, start, end }): Warning[] => {
    const [first] = all;
    const source = sourceAt(plan.laid, first.start, first.end);
    const unsure = kind === 'target' && commasIn(plan, all) === 'unsure';
    const either = unsure ? all.filter(({ text }) => holdsEither(text)).length : 0;
    if (either > 0) {
      const message = `${either} figures of a table were not read: nothing proves whether their comma parts thousands or decimals.`;
      return [{ code: 'table-not-read', message, source }];
    }
    const cells = new Set(
      rows.flatMap((row) =>
        row.cells.filter((_, c) => columns[c]?.role !== 'number' && !isOfCodes(columns[c]?.header)),
      ),
    );
    const figures = [...cells].filter(
      (cell) => cell !== undefined && kindOfCell(knowledge, cell.text.trim()) === 'figure',
    ).length;
    if (figures < MANY || used.some((place) => place >= start && place < end)) return [];
    return [
      {
        code: 'table-not-read',
        message: `A table with ${figures} figures gave neither targets nor tasks: its heads name no measure, time or aim that is known.`,
        source,
      },
    ];
  });
}

/** "Mã HS", "Số điện thoại": the cells of such a column are no figures. */
const isOfCodes = (header: string | undefined): boolean => header !== undefined && CODES.test(header);
const CODES = vi`^(mã|tọa độ|hệ tọa độ|(số)? điện thoại|(số)? fax|số hiệu|ký hiệu)`;

/** Figures in the objectives that became no target. */
function unread(plan: Plan, targets: readonly TargetDraft[]): Warning[] {
  const warnings: Warning[] = [];
  const used = coverageOf(targets.map(({ source }) => source));
  for (const block of plan.body) {
    const node = plan.outline.nodeOf.get(block.index);
    if (node === undefined || block.cell !== undefined || block.kind === 'footnote') continue;
    const role = plan.roleAt(block.start, node);
    if (role !== 'indicators' && role !== 'objectives') continue;
    for (const quantity of ofKind(plan.mentionsOf(block), 'quantity')) {
      const [start, end] = [block.start + quantity.start, block.start + quantity.end];
      if (used.holds(start, end)) continue;
      warnings.push({
        code: 'figure-unused',
        message: `"${quantity.text}" stands in the objectives and became no target.`,
        source: sourceAt(plan.laid, start, end),
      });
    }
  }
  return warnings;
}

const startsItsYear = (deadline: Deadline | null): boolean =>
  deadline?.start != null && deadline.start === `${deadline.end?.slice(0, 4)}-01-01`;

/** Two different figures for one measure, level and deadline. */
function contradictions(targets: readonly TargetDraft[]): Warning[] {
  const warnings: Warning[] = [];
  const first = new Map<string, TargetDraft>();
  for (const target of targets) {
    if (target.quantity === null || target.status !== 'target') continue;
    const measure = keyOf(target.indicator.text);
    // One word names no measure.
    if (!measure.includes(' ')) continue;
    const key = [
      measure,
      target.quantity.unit,
      // "≤ 3 Đông Nam Á; ≤ 50 thế giới": among whom it is ranked.
      ['rank', ''].includes(target.quantity.unit) ? keyOf(target.quantity.text.replace(/^.*\d/su, '')) : '',
      target.levels.join(),
      target.deadline?.end,
      // A year is the same said as "năm 2030" and "đến năm 2030"; a quarter or a stage that ends with it is not.
      startsItsYear(target.deadline) ? '' : target.deadline?.start,
      target.deadline?.rrule,
    ].join('|');
    const before = first.get(key);
    if (before === undefined) first.set(key, target);
    else if (
      before.quantity !== null &&
      (before.quantity.value !== target.quantity.value || before.quantity.valueMax !== target.quantity.valueMax)
    ) {
      warnings.push({
        code: 'figures-differ',
        message: `"${target.indicator.text}" is given as "${before.quantity.text}" and as "${target.quantity.text}".`,
        source: target.source,
      });
    }
  }
  return warnings;
}
