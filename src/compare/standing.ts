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
  const ofBase = new Map([...frames].map(([key, cells]) => [key, newestOfBase(cells, standingOf)]));
  const cells = indicator.cells.map((cell): ComparisonCell => {
    const keys = standingOf(cell.document).base ? [] : frameKeys(cell, standingOf, unitOf);
    const base = newestOfBase(
      keys.flatMap((key) => ofBase.get(key) ?? []),
      standingOf,
    );
    if (base === undefined && !ahead.has(cell)) return cell;
    return { ...withDifference(cell, base), ...(ahead.has(cell) ? { ahead: true as const } : {}) };
  });
  return { ...indicator, cells };
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
