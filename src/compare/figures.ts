import type { Knowledge } from '../knowledge/knowledge.ts';
import { departmentAfter } from '../knowledge/successors.ts';
import type { ComparisonCell } from '../model/comparison.ts';
import type { InRow } from './align.ts';
import { dueYears } from './due.ts';
import { onceFor, putUnder } from './grouped.ts';
import type { HeldFigure } from './held.ts';
import type { ComparedTarget, Counted } from './plans.ts';
import { type Side, sideOf } from './sides.ts';

/** A figure of the target in a row. */
export type FigureOf = (inRow: InRow) => HeldFigure;

/** A measure that one document states twice is one figure: the more explicit statement, else the first. */
export function figuresOf(targets: readonly InRow[], figureOf: FigureOf): HeldFigure[] {
  const byPlan = new Map<Counted, InRow[]>();
  for (const one of targets) putUnder(byPlan, one.plan, one);
  return [...byPlan.values()].flatMap((own) => {
    if (own.length === 1) return own.map(figureOf);
    const stated = statedOnce(own);
    const times = new Map<string, number>();
    for (const one of stated) times.set(whenOf(one), (times.get(whenOf(one)) ?? 0) + 1);
    return stated.map((one) =>
      figureOf(times.get(whenOf(one)) === 1 ? one : { ...one, sure: Math.min(one.sure, TWO_FIGURES) }),
    );
  });
}

/** Of two figures of one plan for one year at most one is this measure, unless one is what is strived for. */
const TWO_FIGURES = 0.7;

const whenOf = ({ plan, target }: InRow): string => `${target.status}|${dueYears(target, plan)?.to}`;

function statedOnce(own: readonly InRow[]): readonly InRow[] {
  const stated = new Map<string, InRow>();
  for (const one of own) {
    const { target } = one;
    const { value = '', valueMax = '' } = target.quantity ?? {};
    const figure = target.quantity === null ? target.source.quote : `${value},${valueMax}`;
    const key = `${whenOf(one)}|${figure}`;
    const before = stated.get(key);
    if (before === undefined || explicitness(target) > explicitness(before.target)) stated.set(key, one);
  }
  return [...stated.values()];
}

/** A word of comparison and a deadline of its own make a statement more explicit. */
function explicitness({ deadline, quantity }: ComparedTarget): number {
  return (deadline?.basis === 'explicit' ? 2 : 0) + (quantity !== null && quantity.comparator !== '=' ? 1 : 0);
}

/** Makes figures of targets, of what many have alike one. */
export function figureReader(knowledge: Knowledge, sides: ReadonlyMap<Counted, Side>): FigureOf {
  const leads = new Map<string, Lead[]>();
  const leadOf = ({ code, name }: Pick<Lead, 'code' | 'name'>): Lead => {
    const known = onceFor(leads, code, () => []);
    const before = known.find((one) => one.name === name);
    if (before !== undefined) return before;
    const after = departmentAfter(knowledge, code);
    const lead = { code, name, ...(after === undefined ? {} : { successor: after.code, successorName: after.name }) };
    known.push(lead);
    return lead;
  };
  const deadlines = new Map<ComparedTarget['deadline'], ComparisonCell['deadline']>();
  const deadlineOf = (deadline: ComparedTarget['deadline']): ComparisonCell['deadline'] => {
    if (deadline === null) return null;
    const { text, type, end, basis } = deadline;
    return onceFor(deadlines, deadline, () => ({ text, type, end, basis }));
  };
  return ({ plan, target, measure, sure }) => {
    const side = sides.get(plan) ?? sideOf(plan, false, undefined);
    const shared = { province: side.province, deadline: deadlineOf(target.deadline) };
    return { cell: cellOf(plan, target, sure, shared, leadOf), of: side.standing, unit: measure.unitKey };
  };
}

type Lead = ComparisonCell['leads'][number];

/** What is not known of it has its place all the same: cells of one form are copied and looked into in a third of the time. */
function cellOf(
  plan: Counted,
  target: ComparedTarget,
  sure: number,
  { province, deadline }: Pick<ComparisonCell, 'province' | 'deadline'>,
  leadOf: (agency: Pick<Lead, 'code' | 'name'>) => Lead,
): ComparisonCell {
  const { id, issuer, level, period } = plan.header;
  const { quantity, baseline, condition, source } = target;
  const due = dueYears(target, plan);
  return {
    province,
    issuer: issuer?.name ?? null,
    level,
    document: id,
    target: target.id,
    period,
    year: due?.to ?? null,
    since: due === null || due.from === due.to ? undefined : due.from,
    status: target.status,
    comparator: quantity?.comparator ?? null,
    value: quantity?.value ?? null,
    valueMax: quantity?.valueMax ?? null,
    unit: quantity?.unit ?? null,
    direction: target.direction,
    baseline,
    condition,
    sure,
    deadline,
    leads: target.agencies.filter(({ role }) => role === 'lead').map(leadOf),
    quote: source.quote,
    source: { start: source.start, end: source.end, page: source.page },
    supersededBy: undefined,
    result: undefined,
    difference: undefined,
    against: undefined,
    ahead: undefined,
    rank: undefined,
    change: undefined,
  };
}
