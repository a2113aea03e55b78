import type { ComparedIndicator, ComparisonCell } from '../model/comparison.ts';
import { yearsIn } from './due.ts';
import { putUnder } from './grouped.ts';
import { type HeldFigure, type HeldRow, withCell } from './held.ts';

/**
 * Adds to an indicator how far each figure is from the base's, and which are ahead: only figures of one unit, one level of
 * government and one year are held against each other, and ranks only among as many provinces.
 */
export function withStanding(row: HeldRow): HeldRow {
  const keys = row.figures.map(frameKeys);
  const frames = framed(row.figures, keys);
  const ahead = leaders(row.better, frames);
  const rivals = rivalsIn(frames);
  const ranks = ranked(rivals, row.better);
  const ofBase = new Map<string, HeldFigure>();
  for (const [key, figures] of frames) {
    const base = newestOfBase(figures);
    if (base !== undefined) ofBase.set(key, base);
  }
  const figures = row.figures.map((figure, i): HeldFigure => {
    const base = figure.of.base || ofBase.size === 0 ? undefined : baseFor(keys[i] ?? [], ofBase);
    const rank = ranks.get(figure);
    if (base === undefined && rank === undefined && !ahead.has(figure)) return figure;
    const difference = differenceTo(figure, base);
    if (!ahead.has(figure) && rank === undefined) return withCell(figure, difference);
    return withCell(figure, { ...difference, ahead: ahead.has(figure) ? true : undefined, rank });
  });
  const spread = rivals.map((own) => spreadOf(own, row.unit));
  return { ...row, figures, ...(spread.length === 0 ? {} : { spread }) };
}

/** The newest figure of the base in any of these frames. */
const baseFor = (keys: readonly string[], ofBase: ReadonlyMap<string, HeldFigure>): HeldFigure | undefined =>
  keys.length === 1 ? ofBase.get(keys[0] ?? '') : newestOfBase(keys.flatMap((key) => ofBase.get(key) ?? []));

/** Of fewer provinces neither a rank nor a median says anything. */
const ENOUGH = 3;

/** Figures of several provinces that may be held against each other in one year. */
interface Rivals {
  readonly year: number;
  readonly figures: readonly HeldFigure[];
}

/** What is due each year stands beside the same others year after year: once, in the last. */
function rivalsIn(frames: ReadonlyMap<string, readonly HeldFigure[]>): Rivals[] {
  const found = new Map<string, Rivals>();
  for (const [key, figures] of frames) {
    if (figures.length < ENOUGH) continue;
    const own = newestOfOwners(figures);
    if (own.length < ENOUGH) continue;
    const year = Number(key.slice(key.lastIndexOf('|') + 1));
    const same = own.map(({ cell }) => cell.target).join(' ');
    if ((found.get(same)?.year ?? 0) < year) found.set(same, { year, figures: own });
  }
  return [...found.values()].sort((a, b) => a.year - b.year);
}

/** One figure of each owner: of several plans of one, the newest speaks. */
function newestOfOwners(figures: readonly HeldFigure[]): readonly HeldFigure[] {
  const own = new Map<string, HeldFigure>();
  for (const figure of figures) {
    const { owner, issuedOn } = figure.of;
    const before = own.get(owner);
    if (before === undefined || (issuedOn ?? '') > (before.of.issuedOn ?? '')) own.set(owner, figure);
  }
  return [...own.values()];
}

function ranked(
  rivals: readonly Rivals[],
  better: ComparedIndicator['better'],
): ReadonlyMap<HeldFigure, NonNullable<ComparisonCell['rank']>> {
  const ranks = new Map<HeldFigure, NonNullable<ComparisonCell['rank']>>();
  if (better === undefined || better === 'neither') return ranks;
  for (const { figures } of rivals) {
    const values = figures.map(sizeOf).sort((a, b) => (better === 'higher' ? b - a : a - b));
    for (const figure of figures) {
      const rank = { place: values.indexOf(sizeOf(figure)) + 1, of: figures.length };
      // What is due each year has a place in each; the last counts.
      ranks.set(figure, rank);
    }
  }
  return ranks;
}

function spreadOf({ year, figures }: Rivals, unit: string | null): Spread {
  const values = figures.map(sizeOf).sort((a, b) => a - b);
  const first = figures[0]?.cell;
  return {
    year,
    unit: first?.unit ?? unit ?? '',
    level: first?.level ?? null,
    provinces: figures.length,
    lowerQuartile: quantile(values, 0.25),
    median: quantile(values, 0.5),
    upperQuartile: quantile(values, 0.75),
  };
}
type Spread = NonNullable<ComparedIndicator['spread']>[number];

const sizeOf = ({ cell: { value } }: HeldFigure): number => value ?? 0;

/** Between the two nearest, as R's type 7 and most spreadsheets reckon it. */
function quantile(sorted: readonly number[], share: number): number {
  const at = (sorted.length - 1) * share;
  const [low, high] = [sorted[Math.floor(at)] ?? 0, sorted[Math.ceil(at)] ?? 0];
  return rounded(low + (high - low) * (at - Math.floor(at)));
}

/** The figure of a central body, and how far it is from the base's for the same year, whatever the level of government. */
export function withGap(national: HeldFigure, figures: readonly HeldFigure[]): HeldFigure {
  const { year } = national.cell;
  const against = figures.filter((one) => counts(one.cell) && one.unit === national.unit && one.cell.year === year);
  return withCell(national, differenceTo(national, newestOfBase(against)));
}

/** Where several plans of the base have the figure, the newest speaks. */
function newestOfBase(figures: readonly HeldFigure[]): HeldFigure | undefined {
  let newest: HeldFigure | undefined;
  let date = '';
  for (const figure of figures) {
    const { base, issuedOn } = figure.of;
    if (!base || (newest !== undefined && (issuedOn ?? '') <= date)) continue;
    [newest, date] = [figure, issuedOn ?? ''];
  }
  return newest;
}

function differenceTo(
  { cell }: HeldFigure,
  base: HeldFigure | undefined,
): Pick<ComparisonCell, 'difference' | 'against'> {
  if (base === undefined || !counts(cell) || cell.value === null || base.cell.value === null) return {};
  return { difference: rounded(cell.value - base.cell.value), against: base.cell.target };
}

/** A range says less than its lower end: nothing is held against it. What another plan took the place of is no rival any more. */
const counts = ({ status, value, valueMax, supersededBy }: ComparisonCell): boolean =>
  status === 'target' && value !== null && valueMax === null && supersededBy === undefined;

/** What two figures must have alike, once for each year in which this one is due. */
function frameKeys({ cell, of, unit }: HeldFigure): readonly string[] {
  if (!counts(cell) || cell.year === null) return [];
  const frame = `${unit}|${cell.level ?? ''}|${unit === 'rank' ? of.units : ''}`;
  if (cell.since === undefined) return [`${frame}|${cell.year}`];
  return yearsIn({ from: cell.since, to: cell.year }).map((year) => `${frame}|${year}`);
}

/** @param keys of each figure */
function framed(
  figures: readonly HeldFigure[],
  keys: readonly (readonly string[])[],
): ReadonlyMap<string, readonly HeldFigure[]> {
  const frames = new Map<string, HeldFigure[]>();
  for (const [i, figure] of figures.entries()) {
    for (const key of keys[i] ?? []) putUnder(frames, key, figure);
  }
  return frames;
}

/** The best of each frame, where another owner's is not as good. */
function leaders(
  better: ComparedIndicator['better'],
  frames: ReadonlyMap<string, readonly HeldFigure[]>,
): ReadonlySet<HeldFigure> {
  const ahead = new Set<HeldFigure>();
  if (better === undefined || better === 'neither') return ahead;
  for (const figures of frames.values()) {
    const values = figures.map(sizeOf);
    const best = values.reduce((a, b) => (better === 'higher' ? Math.max(a, b) : Math.min(a, b)));
    const first = figures.filter(({ cell }) => cell.value === best);
    const owners = new Set(first.map(({ of }) => of.owner));
    const behind = figures.some(({ cell, of }) => cell.value !== best && !owners.has(of.owner));
    if (behind) for (const figure of first) ahead.add(figure);
  }
  return ahead;
}

/** Sums of decimal fractions carry noise: 92.3 - 90 is 2.2999999999999972. */
const rounded = (value: number): number => Number(value.toPrecision(12));
