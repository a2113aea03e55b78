import type { ComparedIndicator } from '../model/comparison.ts';
import type { Indicator, Pipeline } from '../model/pipeline.ts';
import type { MeasureLevel } from '../model/record.ts';
import type { Aligned, InRow } from './align.ts';
import { type FigureOf, figuresOf } from './figures.ts';
import type { HeldFigure, HeldRow } from './held.ts';
import { withGap } from './standing.ts';

/** Takes the newest figure of a central body out of the row: what all are held to is no rival of any. */
export function withNational(row: HeldRow): HeldRow {
  const central = row.figures.filter(
    ({ cell: { level, status, supersededBy } }) =>
      level === 'central' && status === 'target' && supersededBy === undefined,
  );
  const [first, ...more] = central;
  if (first === undefined) return row;
  const dateOf = ({ of }: HeldFigure): string => of.issuedOn ?? '';
  const last = more.reduce((best, one) => (dateOf(one) > dateOf(best) ? one : best), first);
  // Of several years of one plan, the one that the base has too.
  const years = new Set(row.figures.flatMap(({ cell, of }) => (of.base ? [cell.year] : [])));
  const newest = central.find(({ cell, of }) => of === last.of && years.has(cell.year)) ?? last;
  const figures = row.figures.filter((figure) => figure !== newest);
  return { ...row, figures, national: withGap(newest, figures) };
}

/** A row of what is aimed at alone. */
export const withoutResults = (row: HeldRow): HeldRow =>
  row.figures.every(({ cell }) => cell.status === 'target')
    ? row
    : { ...row, figures: row.figures.filter(({ cell }) => cell.status === 'target') };

/** A code that stands in several pipelines is the one of the first. */
export const catalogueOf = (pipelines: readonly Pipeline[]): ReadonlyMap<string, Indicator> =>
  new Map(
    pipelines
      .flatMap(({ indicators }) => indicators)
      .map((one) => [one.code, one] as const)
      .reverse(),
  );

/** A row before anything is held against anything. */
export function indicatorRow(
  { code, measure, targets }: Aligned,
  catalogue: ReadonlyMap<string, Indicator>,
  figureOf: FigureOf,
): HeldRow {
  const known = code === null ? undefined : catalogue.get(code);
  const first = targets[0];
  const { place, until } = measure;
  const apart = [place, until?.split('-').map(Number).reverse().join('/')].filter((part) => part != null);
  const named = (label: string): string => (apart.length === 0 ? label : `${label} (${apart.join(', ')})`);
  return {
    code,
    basis: code === null ? 'wording' : 'catalogue',
    label: known === undefined ? (first?.target.indicator.text ?? '') : named(known.label.vi),
    ...(known === undefined ? {} : { labelEn: named(known.label.en), better: known.better }),
    ...(place === null ? {} : { place }),
    area: known?.area ?? first?.target.area ?? null,
    unit: shortestUnit(targets) ?? measure.unit,
    level: measure.level,
    national: null,
    figures: figuresOf(targets, figureOf),
  };
}

/** What is written of a row. */
export function indicatorOf({ national, figures, spread, missing, ...about }: HeldRow): ComparedIndicator {
  return {
    ...about,
    national: national?.cell ?? null,
    cells: figures.map(({ cell }) => cell),
    ...(spread === undefined ? {} : { spread }),
    ...(missing === undefined ? {} : { missing }),
  };
}

/** Of units that say the same, the one that says least: "VND" for "VND/người/năm" too. */
function shortestUnit(targets: readonly InRow[]): string | undefined {
  let shortest: string | undefined;
  for (const { target } of targets) {
    const unit = target.quantity?.unit;
    if (unit !== undefined && (shortest === undefined || unit.length < shortest.length)) shortest = unit;
  }
  return shortest;
}

const LEVELS: readonly (MeasureLevel | null)[] = [null, 'central', 'province', 'district', 'commune'];

/** By area as the pipelines list them; in an area what the base has first, then what most have. */
export function inPlace(rows: readonly HeldRow[], pipelines: readonly Pipeline[]): HeldRow[] {
  const areas = pipelines.flatMap(({ areas }) => areas.map(({ code }) => code));
  const place = (area: string | null): number => {
    const at = area === null ? -1 : areas.indexOf(area);
    return at === -1 ? areas.length : at;
  };
  return rows
    .map((one) => ({
      one,
      place: place(one.area),
      ofBase: Number(one.figures.some(({ of }) => of.base)),
      plans: new Set(one.figures.map(({ of }) => of)).size,
    }))
    .sort(
      (a, b) =>
        a.place - b.place ||
        b.ofBase - a.ofBase ||
        b.plans - a.plans ||
        (a.one.label === b.one.label ? 0 : a.one.label < b.one.label ? -1 : 1) ||
        LEVELS.indexOf(a.one.level) - LEVELS.indexOf(b.one.level),
    )
    .map(({ one }) => one);
}
