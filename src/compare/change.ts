import type { ComparedIndicator, ComparisonCell, MeasureChange } from '../model/comparison.ts';
import type { Counted } from './plans.ts';

/** Texts that set aims of their own; a report or an article between two plans does not part them. */
const SETS_AIMS: ReadonlySet<string> = new Set(['plan', 'decision', 'resolution', 'programme']);

/** A plan among those of its body, in the order in which they came. */
export interface InSuccession {
  readonly body: string;
  readonly place: number;
  /** Ids of the plans of the body about the same topic, before and behind it. */
  readonly before?: string;
  readonly next?: string;
}

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
    byBody.set(body, [...(byBody.get(body) ?? []), plan]);
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
export function withChanges(
  indicator: ComparedIndicator,
  succession: ReadonlyMap<string, InSuccession>,
  unitOf: (cell: ComparisonCell) => string,
): ComparedIndicator {
  const bodies = new Map<string, Map<number, ComparisonCell[]>>();
  for (const cell of indicator.cells) {
    const at = succession.get(cell.document);
    if (at === undefined || cell.status !== 'target' || cell.value === null) continue;
    const own = bodies.get(at.body) ?? new Map<number, ComparisonCell[]>();
    bodies.set(at.body, own);
    const there = own.get(at.place);
    if (there === undefined) own.set(at.place, [cell]);
    else there.push(cell);
  }
  if (bodies.size === 0) return indicator;
  const has = new Set(indicator.cells.map(({ document }) => document));
  // Whoever speaks of it in other words or another unit has neither dropped it nor brought it in.
  const speaks = new Set((indicator.missing ?? []).map(({ document }) => document));
  const lacks = (document: string | undefined): document is string =>
    document !== undefined && !has.has(document) && !speaks.has(document);
  const changes = new Map<ComparisonCell, MeasureChange>();
  for (const own of bodies.values()) {
    let before: ComparisonCell | undefined;
    for (const [, cells] of [...own].sort(([a], [b]) => a - b)) {
      const [first, last] = [ends(cells, -1), ends(cells, 1)];
      const at = succession.get(first.document);
      if (before !== undefined && unitOf(before) === unitOf(first)) changes.set(first, changed(before, first));
      else if (before === undefined && lacks(at?.before))
        for (const cell of cells) changes.set(cell, { kind: 'new', beside: at.before });
      if (lacks(at?.next) && !changes.has(last)) changes.set(last, { kind: 'dropped', beside: at.next });
      before = last;
    }
  }
  if (changes.size === 0) return indicator;
  return {
    ...indicator,
    cells: indicator.cells.map((cell) => {
      const change = changes.get(cell);
      return change === undefined ? cell : { ...cell, change };
    }),
  };
}

function changed(before: ComparisonCell, after: ComparisonCell): MeasureChange {
  const [was, is] = [before.value ?? 0, after.value ?? 0];
  return { kind: is === was ? 'kept' : is > was ? 'raised' : 'lowered', from: before.target };
}

/** The figure that is due first (-1) or last (1); the one told first of those of one year. */
function ends(cells: readonly ComparisonCell[], which: 1 | -1): ComparisonCell {
  return cells.reduce((a, b) => (((b.year ?? 0) - (a.year ?? 0)) * which > 0 ? b : a));
}
