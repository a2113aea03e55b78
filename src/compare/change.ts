import type { MeasureChange } from '../model/comparison.ts';
import { onceFor, putUnder } from './grouped.ts';
import { type HeldFigure, type HeldRow, type InSuccession, withCell } from './held.ts';
import type { Counted } from './plans.ts';

/** Texts that set aims of their own; a report or an article between two plans does not part them. */
const SETS_AIMS: ReadonlySet<string> = new Set(['plan', 'decision', 'resolution', 'programme']);

/**
 * Plans of each body, one after the other, by document; those of bodies with one plan are not in it.
 *
 * @param landOf one for all territories that a province had
 */
export function successions(
  plans: readonly Counted[],
  landOf: (plan: Counted) => string | null,
): ReadonlyMap<string, InSuccession> {
  const byBody = new Map<string, Counted[]>();
  for (const plan of plans) {
    const land = landOf(plan);
    const { form, level, issuer } = plan.header;
    if (land === null || !SETS_AIMS.has(form) || dateOf(plan) === '') continue;
    const body = `${land}|${level ?? ''}|${level === 'province' ? '' : (issuer?.name ?? '')}`;
    putUnder(byBody, body, plan);
  }
  const found = new Map<string, InSuccession>();
  for (const [body, own] of byBody) {
    if (own.length < 2) continue;
    const ordered = own.toSorted((a, b) => (dateOf(a) < dateOf(b) ? -1 : 1));
    const last = new Map<string, string>();
    for (const [place, { header }] of ordered.entries()) {
      const before = header.topic === null ? undefined : last.get(header.topic);
      found.set(header.id, { body, place, ...(before === undefined ? {} : { before }) });
      const earlier = before === undefined ? undefined : found.get(before);
      if (before !== undefined && earlier !== undefined) found.set(before, { ...earlier, next: header.id });
      if (header.topic !== null) last.set(header.topic, header.id);
    }
  }
  return found;
}

const dateOf = ({ header: { issuedOn, period } }: Counted): string => issuedOn ?? period?.start ?? '';

/** Marks in an indicator what each plan does to the figure of the one before it. */
export function withChanges(row: HeldRow): HeldRow {
  const bodies = new Map<string, Map<number, HeldFigure[]>>();
  for (const figure of row.figures) {
    const { turn } = figure.of;
    if (turn === undefined || figure.cell.status !== 'target' || figure.cell.value === null) continue;
    putUnder(
      onceFor(bodies, turn.body, () => new Map<number, HeldFigure[]>()),
      turn.place,
      figure,
    );
  }
  if (bodies.size === 0) return row;
  const has = new Set(row.figures.map(({ cell }) => cell.document));
  // Whoever speaks of it in other words or another unit has neither dropped it nor brought it in.
  const speaks = new Set((row.missing ?? []).map(({ document }) => document));
  const lacks = (document: string | undefined): document is string =>
    document !== undefined && !has.has(document) && !speaks.has(document);
  const changes = new Map<HeldFigure, MeasureChange>();
  for (const own of bodies.values()) {
    let before: HeldFigure | undefined;
    for (const [, figures] of [...own].sort(([a], [b]) => a - b)) {
      const [first, last] = [ends(figures, -1), ends(figures, 1)];
      const { turn } = first.of;
      if (before !== undefined && before.unit === first.unit) changes.set(first, changed(before, first));
      else if (before === undefined && lacks(turn?.before))
        for (const figure of figures) changes.set(figure, { kind: 'new', beside: turn.before });
      if (lacks(turn?.next) && !changes.has(last)) changes.set(last, { kind: 'dropped', beside: turn.next });
      before = last;
    }
  }
  if (changes.size === 0) return row;
  return {
    ...row,
    figures: row.figures.map((figure) => {
      const change = changes.get(figure);
      return change === undefined ? figure : withCell(figure, { change });
    }),
  };
}

function changed(before: HeldFigure, after: HeldFigure): MeasureChange {
  const [was, is] = [before.cell.value ?? 0, after.cell.value ?? 0];
  return { kind: is === was ? 'kept' : is > was ? 'raised' : 'lowered', from: before.cell.target };
}

/** The figure that is due first (-1) or last (1); the one told first of those of one year. */
function ends(figures: readonly HeldFigure[], which: 1 | -1): HeldFigure {
  return figures.reduce((a, b) => (((b.cell.year ?? 0) - (a.cell.year ?? 0)) * which > 0 ? b : a));
}
