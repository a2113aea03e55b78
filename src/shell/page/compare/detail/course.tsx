import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import type { Fact } from '../../data/page-data.ts';
import { type MeasureRow, standOf } from '../../data/row.ts';
import { ownerOf, years } from '../chip.tsx';
import { shownFigure } from '../figures.ts';
import { planByIndex } from '../list.ts';
import { axisOf, Dot } from '../plot.tsx';
import { data, words } from '../state.ts';

const WIDTH = 404;
const HEIGHT = 118;
const LEFT = 26;
const RIGHT = 42;
const TOP = 26;
const BOTTOM = 22;
/** In the middle of 2025. */
const MERGER = 2025.5;
/** Of more years every other one is written. */
const MOST_YEARS = 8;

interface Point {
  readonly fact: Fact;
  readonly year: number;
  readonly value: number;
}

/** How the figures go over the years in which they are due: those of the base joined, by plans' order. */
export function Course({ row }: { readonly row: MeasureRow }) {
  const w = words.value;
  const points = pointsOf(row);
  const all = [...new Set(points.map(({ year }) => year))].sort((a, b) => a - b);
  const [first, last] = [all[0], all.at(-1)];
  if (first === undefined || last === undefined || first === last) return null;
  const x = scaleLinear()
    .domain([first, last])
    .range([LEFT, WIDTH - RIGHT]);
  const { y, own } = { y: heights(row), own: points.filter(({ fact }) => isOwn(fact)).sort((a, b) => a.year - b.year) };
  const labelled = labelsOf(own, row.main, x);
  const merged = own.length > 0 && first < MERGER && MERGER < last;
  return (
    <section>
      <h3>{w.course}</h3>
      <svg class="course" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={told(row, points)}>
        <line class="axis" x1={0} x2={WIDTH} y1={HEIGHT - BOTTOM} y2={HEIGHT - BOTTOM} />
        {merged ? <Merger x={x(MERGER)} /> : null}
        <Years all={all} x={x} />
        <path
          class="joined"
          d={
            line<Point>(
              (one) => x(one.year),
              (one) => y(one.value),
            )(own) ?? ''
          }
        />
        {points
          .filter(({ fact }) => !isOwn(fact))
          .map((one) => (
            <Mark key={one.fact.at} row={row} point={one} x={x(one.year)} y={y(one.value)} />
          ))}
        {own.map((one) => (
          <Mark key={one.fact.at} row={row} point={one} x={x(one.year)} y={y(one.value)} label={labelled.has(one)} />
        ))}
      </svg>
    </section>
  );
}

/** Space that a figure needs beside the next. */
const LABEL = 40;

/** The points of the base whose figure is written: the main one, and as many others as do not lie on each other. */
function labelsOf(own: readonly Point[], main: Fact | undefined, x: (year: number) => number): ReadonlySet<Point> {
  const kept: Point[] = [];
  const ordered = own.toSorted((a, b) => Number(b.fact === main) - Number(a.fact === main) || b.year - a.year);
  for (const point of ordered)
    if (kept.every((other) => Math.abs(x(other.year) - x(point.year)) >= LABEL)) kept.push(point);
  return new Set(kept);
}

const isOwn = ({ plan, national }: Fact): boolean => !national && planByIndex(plan).base;

function pointsOf({ measure, base, national, comparable, rest, facts }: MeasureRow): readonly Point[] {
  const owners = new Set([...comparable, ...rest].map(({ owner }) => owner));
  const others = facts.filter(
    (fact) =>
      !fact.national &&
      !planByIndex(fact.plan).base &&
      owners.has(planByIndex(fact.plan).owner) &&
      fact.status === 'target',
  );
  return [...base, ...others, ...(national === undefined ? [] : [national])].flatMap((fact) => {
    const { year, value, unit } = fact;
    return year === null || value === null || (unit ?? measure.unit) !== measure.unit ? [] : [{ fact, year, value }];
  });
}

/** The more ambitious the higher. */
function heights(row: MeasureRow): (value: number) => number {
  const scale = axisOf(row, HEIGHT - TOP - BOTTOM, 6);
  return (value) => HEIGHT - BOTTOM - scale(value);
}

const Merger = ({ x }: { readonly x: number }) => (
  <>
    <line class="merger" x1={x} x2={x} y1={14} y2={HEIGHT - BOTTOM} />
    <text class="merger" x={Math.max(50, Math.min(WIDTH - 60, x))} y={10} text-anchor="middle">
      {words.value.merger}
    </text>
  </>
);

function Years({ all, x }: { readonly all: readonly number[]; readonly x: (year: number) => number }) {
  const every = Math.ceil(all.length / MOST_YEARS);
  return (
    <>
      {all
        .filter((_, i) => i % every === 0)
        .map((year) => (
          <text key={year} x={x(year)} y={HEIGHT - 5} text-anchor="middle">
            {year}
          </text>
        ))}
    </>
  );
}

interface MarkProps {
  readonly row: MeasureRow;
  readonly point: Point;
  readonly x: number;
  readonly y: number;
  readonly label?: boolean;
}

function Mark({ row, point: { fact }, x, y, label = false }: MarkProps) {
  const { measure, main, facts } = row;
  if (fact.national)
    return (
      <>
        <line class="nation" x1={x - 8} x2={x + 8} y1={y} y2={y} />
        <text class="nation" x={Math.min(x, WIDTH - 24)} y={y - 6} text-anchor="middle">
          {shownFigure(measure, fact)}
        </text>
      </>
    );
  const stand = isOwn(fact) ? (fact === main ? 'base' : 'before') : standOf(measure, fact, main, facts, planByIndex);
  return (
    <>
      <title>{`${ownerOf(fact.plan)}: ${shownFigure(measure, fact)} (${years(fact)})`}</title>
      <Dot x={x} y={y} stand={stand} />
      {label ? (
        <text class="own" x={x} y={y - 8} text-anchor="middle">
          {shownFigure(measure, fact)}
        </text>
      ) : null}
    </>
  );
}

function told({ measure }: MeasureRow, points: readonly Point[]): string {
  const of = (fact: Fact): string =>
    fact.national ? words.value.national : isOwn(fact) ? data.base : ownerOf(fact.plan);
  return points
    .toSorted((a, b) => a.year - b.year)
    .slice(0, 30)
    .map(({ fact }) => `${of(fact)} ${years(fact)}: ${shownFigure(measure, fact)}`)
    .join('; ');
}
