import type { ComparedIndicator, ComparisonCell } from '../model/comparison.ts';
import { yearsIn } from './due.ts';

/** What of a plan decides whether its figures may be held against others'. */
export interface Standing {
  readonly base: boolean;
  /** Whose plan it is: figures of one owner are never held against each other. */
  readonly owner: string;
  /** Of how many provinces a rank is; null where the plan has none. */
  readonly units: number | null;
  readonly issuedOn: string | null;
}

/**
 * Adds to an indicator how far each figure is from the base's, and which are ahead: only figures of one unit, one level of
 * government and one year are held against each other, and ranks only among as many provinces.
 *
 * @param unitOf what a cell is measured in, one for all spellings
 */
export function withStanding(
  indicator: ComparedIndicator,
  standingOf: (document: string) => Standing,
  unitOf: (cell: ComparisonCell) => string,
): ComparedIndicator {
  const frames = framed(indicator.cells, standingOf, unitOf);
  const ahead = leaders(indicator.better, frames, standingOf);
  const rivals = rivalsIn(frames, standingOf);
  const ranks = ranked(rivals, indicator.better);
  const ofBase = new Map([...frames].map(([key, cells]) => [key, newestOfBase(cells, standingOf)]));
  const cells = indicator.cells.map((cell): ComparisonCell => {
    const keys = standingOf(cell.document).base ? [] : frameKeys(cell, standingOf, unitOf);
    const base = newestOfBase(
      keys.flatMap((key) => ofBase.get(key) ?? []),
      standingOf,
    );
    const rank = ranks.get(cell);
    if (base === undefined && rank === undefined && !ahead.has(cell)) return cell;
    return {
      ...withDifference(cell, base),
      ...(ahead.has(cell) ? { ahead: true as const } : {}),
      ...(rank === undefined ? {} : { rank }),
    };
  });
  const spread = rivals.map((own) => spreadOf(own, indicator.unit));
  return { ...indicator, cells, ...(spread.length === 0 ? {} : { spread }) };
}

/** Of fewer provinces neither a rank nor a median says anything. */
const ENOUGH = 3;

/** Figures of several provinces that may be held against each other in one year. */
interface Rivals {
  readonly year: number;
  readonly cells: readonly ComparisonCell[];
}

/** What is due each year stands beside the same others year after year: once, in the last. */
function rivalsIn(
  frames: ReadonlyMap<string, readonly ComparisonCell[]>,
  standingOf: (document: string) => Standing,
): Rivals[] {
  const found = new Map<string, Rivals>();
  for (const [key, cells] of frames) {
    const own = newestOfOwners(cells, standingOf);
    if (own.length < ENOUGH) continue;
    const year = Number(key.slice(key.lastIndexOf('|') + 1));
    const same = own.map(({ target }) => target).join(' ');
    if ((found.get(same)?.year ?? 0) < year) found.set(same, { year, cells: own });
  }
  return [...found.values()].sort((a, b) => a.year - b.year);
}

/** One figure of each owner: of several plans of one, the newest speaks. */
function newestOfOwners(
  cells: readonly ComparisonCell[],
  standingOf: (document: string) => Standing,
): readonly ComparisonCell[] {
  const own = new Map<string, ComparisonCell>();
  for (const cell of cells) {
    const { owner, issuedOn } = standingOf(cell.document);
    const before = own.get(owner);
    if (before === undefined || (issuedOn ?? '') > (standingOf(before.document).issuedOn ?? '')) own.set(owner, cell);
  }
  return [...own.values()];
}

function ranked(
  rivals: readonly Rivals[],
  better: ComparedIndicator['better'],
): ReadonlyMap<ComparisonCell, NonNullable<ComparisonCell['rank']>> {
  const ranks = new Map<ComparisonCell, NonNullable<ComparisonCell['rank']>>();
  if (better === undefined || better === 'neither') return ranks;
  for (const { cells } of rivals) {
    const values = cells.map(figureOf).sort((a, b) => (better === 'higher' ? b - a : a - b));
    for (const cell of cells) {
      const rank = { place: values.indexOf(figureOf(cell)) + 1, of: cells.length };
      // What is due each year has a place in each; the last counts.
      ranks.set(cell, rank);
    }
  }
  return ranks;
}

function spreadOf({ year, cells }: Rivals, unit: string | null): Spread {
  const values = cells.map(figureOf).sort((a, b) => a - b);
  const [first] = cells;
  return {
    year,
    unit: first?.unit ?? unit ?? '',
    level: first?.level ?? null,
    provinces: cells.length,
    lowerQuartile: quantile(values, 0.25),
    median: quantile(values, 0.5),
    upperQuartile: quantile(values, 0.75),
  };
}
type Spread = NonNullable<ComparedIndicator['spread']>[number];

const figureOf = ({ value }: ComparisonCell): number => value ?? 0;

/** Between the two nearest, as R's type 7 and most spreadsheets reckon it. */
function quantile(sorted: readonly number[], share: number): number {
  const at = (sorted.length - 1) * share;
  const [low, high] = [sorted[Math.floor(at)] ?? 0, sorted[Math.ceil(at)] ?? 0];
  return rounded(low + (high - low) * (at - Math.floor(at)));
}

/** The figure of a central body, and how far it is from the base's for the same year, whatever the level of government. */
export function withGap(
  national: ComparisonCell,
  cells: readonly ComparisonCell[],
  standingOf: (document: string) => Standing,
  unitOf: (cell: ComparisonCell) => string,
): ComparisonCell {
  const unit = unitOf(national);
  const against = cells.filter((cell) => counts(cell) && unitOf(cell) === unit && cell.year === national.year);
  return withDifference(national, newestOfBase(against, standingOf));
}

/** Where several plans of the base have the figure, the newest speaks. */
function newestOfBase(
  cells: readonly ComparisonCell[],
  standingOf: (document: string) => Standing,
): ComparisonCell | undefined {
  let newest: ComparisonCell | undefined;
  let date = '';
  for (const cell of cells) {
    const { base, issuedOn } = standingOf(cell.document);
    if (!base || (newest !== undefined && (issuedOn ?? '') <= date)) continue;
    [newest, date] = [cell, issuedOn ?? ''];
  }
  return newest;
}

function withDifference(cell: ComparisonCell, base: ComparisonCell | undefined): ComparisonCell {
  if (base === undefined || !counts(cell) || cell.value === null || base.value === null) return cell;
  return { ...cell, difference: rounded(cell.value - base.value), against: base.target };
}

/** A range says less than its lower end: nothing is held against it. What another plan took the place of is no rival any more. */
const counts = ({ status, value, valueMax, supersededBy }: ComparisonCell): boolean =>
  status === 'target' && value !== null && valueMax === null && supersededBy === undefined;

/** What two figures must have alike, once for each year in which this one is due. */
function frameKeys(
  cell: ComparisonCell,
  standingOf: (document: string) => Standing,
  unitOf: (cell: ComparisonCell) => string,
): string[] {
  if (!counts(cell) || cell.year === null) return [];
  const unit = unitOf(cell);
  const frame = `${unit}|${cell.level ?? ''}|${unit === 'rank' ? standingOf(cell.document).units : ''}`;
  return yearsIn({ from: cell.since ?? cell.year, to: cell.year }).map((year) => `${frame}|${year}`);
}

function framed(
  cells: readonly ComparisonCell[],
  standingOf: (document: string) => Standing,
  unitOf: (cell: ComparisonCell) => string,
): ReadonlyMap<string, readonly ComparisonCell[]> {
  const frames = new Map<string, ComparisonCell[]>();
  for (const cell of cells) {
    for (const key of frameKeys(cell, standingOf, unitOf)) {
      const frame = frames.get(key);
      if (frame === undefined) frames.set(key, [cell]);
      else frame.push(cell);
    }
  }
  return frames;
}

/** The best of each frame, where another owner's is not as good. */
function leaders(
  better: ComparedIndicator['better'],
  frames: ReadonlyMap<string, readonly ComparisonCell[]>,
  standingOf: (document: string) => Standing,
): ReadonlySet<ComparisonCell> {
  const ahead = new Set<ComparisonCell>();
  if (better === undefined || better === 'neither') return ahead;
  for (const cells of frames.values()) {
    const values = cells.map(({ value }) => value ?? 0);
    const best = values.reduce((a, b) => (better === 'higher' ? Math.max(a, b) : Math.min(a, b)));
    const first = cells.filter(({ value }) => value === best);
    const owners = new Set(first.map(({ document }) => standingOf(document).owner));
    const behind = cells.some(({ value, document }) => value !== best && !owners.has(standingOf(document).owner));
    if (behind) for (const cell of first) ahead.add(cell);
  }
  return ahead;
}

/** Sums of decimal fractions carry noise: 92.3 - 90 is 2.2999999999999972. */
const rounded = (value: number): number => Number(value.toPrecision(12));
