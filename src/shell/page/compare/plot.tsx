import { scaleLinear } from 'd3-scale';
import { isComparable, type MeasureRow, type Stand } from '../data/row.ts';
import { language } from './state.ts';

const WIDTH = 176;
const HEIGHT = 34;
const EDGE = 7;
const DOT = 3.4;

interface Point {
  readonly value: number;
  readonly stand: Stand | 'base' | 'before';
}

/** From less to more ambitious, from a round number to a round one. */
export function axisOf(row: MeasureRow, width: number, edge: number) {
  const values = pointsOf(row).map(({ value }) => value);
  if (row.national?.value != null && row.national.unit === undefined) values.push(row.national.value);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const room = low === high ? Math.max(Math.abs(low) * 0.1, 1) : 0;
  const scale = scaleLinear()
    .domain([low - room, high + room])
    .nice(4);
  const [from = 0, to = 1] = scale.domain();
  // A share is never more than all, however round the number after it.
  const top = row.measure.unit === '%' && high <= 100 && to > 100 ? 100 : to;
  const ends = row.measure.better === -1 ? [width - edge, edge] : [edge, width - edge];
  return scale.domain([from, top]).range(ends);
}

function pointsOf({ measure, base, main, comparable, rest }: MeasureRow): Point[] {
  const points: Point[] = [];
  for (const fact of base)
    if (fact.value !== null && fact.unit === undefined)
      points.push({ value: fact.value, stand: fact === main ? 'base' : 'before' });
  for (const { fact, stand } of [...comparable, ...rest])
    if (fact.value !== null && (fact.unit ?? measure.unit) === measure.unit) points.push({ value: fact.value, stand });
  return points;
}

/** Where the figures of a strip lie: dots of equal figures are stacked. */
export function Plot({ row }: { readonly row: MeasureRow }) {
  const points = pointsOf(row).sort((a, b) => order(a.stand) - order(b.stand));
  if (points.length < 2) return <span class="plot" />;
  const scale = axisOf(row, WIDTH, EDGE);
  const stacks = new Map<number, number>();
  const nation = row.national?.unit === undefined ? row.national?.value : null;
  return (
    <svg class="plot" width={WIDTH} height={HEIGHT + 12} aria-hidden="true">
      <line class="axis" x1={EDGE} x2={WIDTH - EDGE} y1={HEIGHT - 4} y2={HEIGHT - 4} />
      {nation == null ? null : <line class="nation" x1={scale(nation)} x2={scale(nation)} y1={2} y2={HEIGHT} />}
      {points.map(({ value, stand }, i) => {
        const x = Math.round(scale(value) / DOT / 2) * DOT * 2;
        const high = stacks.get(x) ?? 0;
        stacks.set(x, high + 1);
        return <Dot key={i} x={scale(value)} y={HEIGHT - 4 - Math.min(high, 4) * (DOT * 1.9)} stand={stand} />;
      })}
      <Ends scale={scale} />
    </svg>
  );
}

/** The base last: nothing lies on it. */
const order = (stand: Point['stand']): number => (stand === 'base' ? 2 : stand === 'before' ? 1 : 0);

const COMPACT = { maximumFractionDigits: 1, notation: 'compact' } as const;
const short = { vi: new Intl.NumberFormat('vi-VN', COMPACT), en: new Intl.NumberFormat('en-GB', COMPACT) };

function Ends({ scale }: { readonly scale: ReturnType<typeof axisOf> }) {
  const [from = 0, to = 0] = scale.domain();
  const at = (value: number): 'start' | 'end' => (scale(value) < WIDTH / 2 ? 'start' : 'end');
  return (
    <>
      {[from, to].map((value) => (
        <text key={value} class="end" x={at(value) === 'start' ? 0 : WIDTH} y={HEIGHT + 11} text-anchor={at(value)}>
          {short[language.value].format(value)}
        </text>
      ))}
    </>
  );
}

interface DotProps {
  readonly x: number;
  readonly y: number;
  readonly stand: Point['stand'];
  readonly size?: number;
}

/** The mark of a figure: filled where it is compared, hollow for another year, hatched for what is measured otherwise. */
export function Dot({ x, y, stand, size = DOT }: DotProps) {
  if (stand === 'base' || stand === 'before') {
    const s = size * 1.35;
    return <path class={`dot ${stand}`} d={`M${x} ${y - s}L${x + s} ${y}L${x} ${y + s}L${x - s} ${y}Z`} />;
  }
  if (isComparable(stand) || stand === 'year' || stand === 'none' || stand === 'range')
    return <circle class={`dot ${stand}`} cx={x} cy={y} r={size} />;
  return <rect class={`dot ${stand}`} x={x - size} y={y - size} width={size * 2} height={size * 2} />;
}
