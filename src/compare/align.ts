import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Indicator } from '../model/pipeline.ts';
import { type ComparedMeasure, measureOf } from './measure.ts';
import type { ComparedTarget, Counted } from './plans.ts';
import type { Reducer } from './wording.ts';

/** A target with the plan it stands in. */
export interface Placed {
  readonly plan: Counted;
  readonly target: ComparedTarget;
}

/** A target in its row. */
export interface InRow extends Placed {
  readonly measure: ComparedMeasure;
  /** 0 to 1: how sure it is that it measures what the row does. */
  readonly sure: number;
}

/** Targets that measure the same. */
export interface Aligned {
  readonly code: string | null;
  readonly measure: ComparedMeasure;
  /** In the order in which they came. */
  readonly targets: readonly InRow[];
}

/** Two wordings are the same measure when they share so much of what tells measures apart. */
const ALIKE = 0.6;

interface Row {
  readonly code: string | null;
  readonly measure: ComparedMeasure;
  readonly area: string | null;
  readonly tokens: readonly string[];
  readonly numbers: string;
  readonly targets: InRow[];
}

/**
 * Puts targets together: by the code of the catalogue, else by wording within one area and one frame.
 *
 * @param placed in order of importance: the first of a row gives it its wording
 * @param catalogue by code
 */
export function align(
  knowledge: Pick<Knowledge, 'figures'>,
  placed: readonly Placed[],
  { tokens }: Reducer,
  catalogue: ReadonlyMap<string, Indicator> = new Map(),
): readonly Aligned[] {
  const worded = placed.map((one) => ({ ...one, tokens: tokens(one.target.indicator.text) }));
  const weight = weights(worded.map((one) => one.tokens));
  const rows: Row[] = [];
  const coded = new Map<string, Row>();
  const same = new Map<string, Row>();
  const byToken = new Map<string, Row[]>();

  for (const one of worded) {
    const { code } = one.target.indicator;
    const measure = measureOf(knowledge, one.target, code === null ? undefined : catalogue.get(code));
    const { area } = one.target;
    if (code !== null) {
      const key = `${code}|${measure.frame}`;
      const row = coded.get(key) ?? newRow(rows, { code, measure, area, tokens: one.tokens, numbers: '' });
      coded.set(key, row);
      row.targets.push({ ...one, measure, sure: one.target.indicator.match?.sure ?? 1 });
      continue;
    }
    const numbers = one.tokens.filter((token) => /\p{N}/u.test(token)).join(' ');
    const key = `${measure.frame}|${area ?? ''}|${one.tokens.join(' ')}`;
    const known = same.get(key);
    const near = known === undefined ? nearest(byToken, one.tokens, weight, { measure, area, numbers }) : undefined;
    const row = known ?? near ?? newRow(rows, { code, measure, area, tokens: one.tokens, numbers });
    if (row.targets.length === 0) index(byToken, row, weight);
    same.set(key, row);
    row.targets.push({ ...one, measure, sure: sureOf(one.tokens, row, weight) });
  }
  return rows;
}

function newRow(rows: Row[], row: Omit<Row, 'targets'>): Row {
  const made = { ...row, targets: [] };
  rows.push(made);
  return made;
}

/** A token weighs more the fewer wordings have it. */
function weights(wordings: readonly (readonly string[])[]): (token: string) => number {
  const counts = new Map<string, number>();
  for (const tokens of wordings) for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + 1);
  return (token) => Math.log(1 + wordings.length / (counts.get(token) ?? 1));
}

/**
 * The tokens of a wording that any wording alike enough must share one of: the heaviest, until what is left weighs too
 * little to make them alike.
 */
function telling(tokens: readonly string[], weight: (token: string) => number): readonly string[] {
  const heaviest = [...tokens].sort((a, b) => weight(b) - weight(a) || (a < b ? -1 : 1));
  const total = tokens.reduce((sum, token) => sum + weight(token), 0);
  let rest = total;
  const taken: string[] = [];
  for (const token of heaviest) {
    if (rest < ALIKE * total) break;
    taken.push(token);
    rest -= weight(token);
  }
  return taken;
}

function index(byToken: Map<string, Row[]>, row: Row, weight: (token: string) => number): void {
  for (const token of telling(row.tokens, weight)) {
    const rows = byToken.get(token);
    if (rows === undefined) byToken.set(token, [row]);
    else rows.push(row);
  }
}

function nearest(
  byToken: ReadonlyMap<string, readonly Row[]>,
  tokens: readonly string[],
  weight: (token: string) => number,
  { measure, area, numbers }: Pick<Row, 'measure' | 'area' | 'numbers'>,
): Row | undefined {
  const own = new Set(tokens);
  const seen = new Set<Row>();
  let best: Row | undefined;
  let most = ALIKE;
  for (const token of telling(tokens, weight)) {
    for (const row of byToken.get(token) ?? []) {
      if (seen.has(row)) continue;
      seen.add(row);
      // Numbers in a wording name things: services of level 3 are not those of level 4.
      if (row.measure.frame !== measure.frame || row.area !== area || row.numbers !== numbers) continue;
      const score = likeness(own, row.tokens, weight);
      if (score > most) [best, most] = [row, score];
    }
  }
  return best;
}

/** Of the same words as the row: sure; of other words the less, the less they share. */
const sureOf = (tokens: readonly string[], row: Row, weight: (token: string) => number): number =>
  Math.round(likeness(new Set(tokens), row.tokens, weight) * 100) / 100;

/** What two wordings share, of all that stands in either, by weight. */
function likeness(own: ReadonlySet<string>, other: readonly string[], weight: (token: string) => number): number {
  let shared = 0;
  let all = 0;
  for (const token of own) all += weight(token);
  for (const token of other) {
    if (own.has(token)) shared += weight(token);
    else all += weight(token);
  }
  return all === 0 ? 0 : shared / all;
}
