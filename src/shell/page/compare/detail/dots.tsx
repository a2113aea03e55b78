import { scaleLinear } from 'd3-scale';
import { Fragment } from 'preact';
import { useState } from 'preact/hooks';
import { DOUBTFUL } from '../../../formats/doubtful.ts';
import type { Fact } from '../../data/page-data.ts';
import { isComparable, type MeasureRow, type Stand, standOf } from '../../data/row.ts';
import { ARROWS, beyond, ownerOf, years } from '../chip.tsx';
import { difference, numberText, shownFigure } from '../figures.ts';
import { planByIndex } from '../list.ts';
import { axisOf, Dot } from '../plot.tsx';
import { figureAt, words } from '../state.ts';
import type { Spread } from './detail.tsx';

/** Of more rows the best are shown, and those around the base and the chosen one; the rest when asked for. */
const MOST = 20;
const BEST = 12;
const AROUND = 2;
/** Per cent of the width that stays free at either end. */
const EDGE = 4;

interface Line {
  readonly fact: Fact;
  readonly stand: Stand;
}

interface DotsProps {
  readonly row: MeasureRow;
  readonly chosen: Fact;
  readonly spread: Spread | undefined;
}

/** Where each province stands, a line each; a click shows the source of its figure. */
export function Dots({ row, chosen, spread }: DotsProps) {
  const w = words.value;
  const [all, setAll] = useState(false);
  const lines = linesOf(row);
  const shown = all || lines.length <= MOST ? lines.map((line, at) => ({ line, at })) : fewOf(lines, row, chosen);
  const scale = lines.length === 0 ? scaleLinear() : axisOf(row, 100, EDGE);
  const ends = scale.domain();
  const [left = 0, right = 0] = row.measure.better === -1 ? ends.toReversed() : ends;
  return (
    <section>
      <h3>
        {w.where} {spread === undefined ? null : <small>{w.band}</small>}
      </h3>
      <div class="dots">
        {shown.map(({ line, at }, i) => (
          <Fragment key={line.fact.at}>
            {at === (shown[i - 1]?.at ?? -1) + 1 ? null : <p class="gap">⋮</p>}
            <DotLine row={row} line={line} scale={scale} spread={spread} chosen={line.fact === chosen} />
          </Fragment>
        ))}
        {row.national === undefined ? null : (
          <DotLine
            row={row}
            line={{ fact: row.national, stand: 'none' }}
            scale={scale}
            spread={spread}
            chosen={row.national === chosen}
          />
        )}
        <p class="ends" aria-hidden="true">
          <span>{numberText(left)}</span>
          <span>{numberText(right)}</span>
        </p>
      </div>
      {shown.length === lines.length ? null : (
        <button type="button" class="button small" onClick={() => setAll(true)}>
          {w.showAll(numberText(lines.length))}
        </button>
      )}
    </section>
  );
}

/** The best, and what lies around the base and the chosen figure, each with its place. */
function fewOf(
  lines: readonly Line[],
  { main }: MeasureRow,
  chosen: Fact,
): readonly { readonly line: Line; readonly at: number }[] {
  const around = [main, chosen].map((fact) => lines.findIndex((line) => line.fact === fact)).filter((at) => at >= 0);
  return lines
    .map((line, at) => ({ line, at }))
    .filter(({ at }) => at < BEST || around.some((place) => Math.abs(place - at) <= AROUND));
}

/** What is compared from best to worst with the base in its place, then the rest, the newest first. */
function linesOf({ measure, facts, base, main, comparable, rest }: MeasureRow): readonly Line[] {
  const chips = [...comparable, ...rest];
  const own = new Set(chips.map(({ owner }) => owner));
  const shown = new Set(chips.map(({ fact }) => fact));
  const lines = facts
    .filter((fact) => !fact.national && !planByIndex(fact.plan).base && own.has(planByIndex(fact.plan).owner))
    .map((fact): Line => ({ fact, stand: standOf(measure, fact, main, facts, planByIndex) }));
  const chipsFirst = (a: Line, b: Line): number =>
    Number(shown.has(b.fact)) - Number(shown.has(a.fact)) || (b.fact.year ?? 0) - (a.fact.year ?? 0);
  const compared = (line: Line): boolean =>
    isComparable(line.stand) && line.fact.against === main?.at && shown.has(line.fact);
  const first = lines.filter(compared);
  if (main !== undefined) first.push({ fact: main, stand: 'none' });
  const sign = measure.better === -1 ? -1 : 1;
  first.sort(
    (a, b) => ((b.fact.value ?? 0) - (a.fact.value ?? 0)) * sign || Number(b.fact === main) - Number(a.fact === main),
  );
  const after = [
    ...base.filter((fact) => fact !== main).map((fact): Line => ({ fact, stand: 'none' })),
    ...lines.filter((line) => !compared(line)).sort(chipsFirst),
  ];
  return [...first, ...after];
}

interface DotProps {
  readonly row: MeasureRow;
  readonly line: Line;
  readonly scale: ReturnType<typeof axisOf>;
  readonly spread: Spread | undefined;
  readonly chosen: boolean;
}

function DotLine({ row, line, scale, spread, chosen }: DotProps) {
  const { measure, main } = row;
  const { fact, stand } = line;
  const own = planByIndex(fact.plan).base;
  const mark = fact === main ? 'base' : own ? 'before' : stand;
  const look = fact.national ? 'line nation' : own ? 'line base' : `line ${stand}`;
  return (
    <button
      type="button"
      class={look}
      data-at={fact.at}
      aria-pressed={chosen}
      onClick={() => {
        figureAt.value = String(fact.at);
      }}
    >
      <span class="name">
        {own ? '◆ ' : ''}
        {fact.national ? words.value.national : ownerOf(fact.plan)}
        {fact.sure < DOUBTFUL ? <b class="doubt"> ?</b> : null}
      </span>
      <Axis row={row} fact={fact} scale={scale} spread={spread} mark={mark} />
      <span class="figure">{shownFigure(measure, fact)}</span>
      <span class="by" aria-hidden="true">
        {isComparable(stand) ? (
          `${ARROWS[stand] ?? ''}${difference(measure, fact)}`
        ) : fact === main ? (
          ''
        ) : (
          <small>{beside(line)}</small>
        )}
      </span>
      <span class="unseen">
        , {years(fact)} {beyond(measure, line)}
      </span>
    </button>
  );
}

/** Why no difference stands there. */
function beside({ fact, stand }: Line): string {
  const { level, set } = planByIndex(fact.plan);
  if (stand === 'level' && level !== null) return words.value.levels[level];
  if (stand === 'units' && set !== null) return `/${set}`;
  return years(fact);
}

interface AxisProps {
  readonly row: MeasureRow;
  readonly fact: Fact;
  readonly scale: ReturnType<typeof axisOf>;
  readonly spread: Spread | undefined;
  readonly mark: Stand | 'base' | 'before';
}

function Axis({ row, fact, scale, spread, mark }: AxisProps) {
  const { measure, national } = row;
  const at = (value: number): string => `${Math.min(100, Math.max(0, scale(value)))}%`;
  const band =
    spread === undefined ? [] : [scale(spread.lowerQuartile), scale(spread.upperQuartile)].sort((a, b) => a - b);
  const [from = 0, to = 0] = band;
  const same = (fact.unit ?? measure.unit) === measure.unit;
  const nation = national?.value != null && national.unit === undefined ? national.value : undefined;
  return (
    <span class="axis" aria-hidden="true">
      {spread === undefined ? null : <i class="band" style={`left:${from}%;width:${Math.max(1, to - from)}%`} />}
      {spread === undefined ? null : <i class="median" style={`left:${at(spread.median)}`} />}
      {nation === undefined ? null : <i class="nation" style={`left:${at(nation)}`} />}
      {fact.value === null || !same ? null : (
        <svg aria-hidden="true" width="14" height="14" style={`left:${at(fact.value)}`}>
          {fact.national ? <path class="dot nation" d="M7 1V13" /> : <Dot x={7} y={7} stand={mark} size={4} />}
        </svg>
      )}
    </span>
  );
}
