import { DOUBTFUL } from '../../formats/doubtful.ts';
import { Window } from '../components/window.tsx';
import type { Fact } from '../data/page-data.ts';
import { isComparable, type MeasureRow, standOf } from '../data/row.ts';
import { openDetail } from './actions.ts';
import { ARROWS, years } from './chip.tsx';
import { difference, fullFigure, numberText, shownFigure, unitName } from './figures.ts';
import { listedMeasures, planByIndex, rowAt, seenAt } from './list.ts';
import { NothingListed } from './nothing.tsx';
import { data, hasBase, idOf, opened, words } from './state.ts';
import { areaName, MeasureName, useFigures } from './strips.tsx';

/** Rows that come and go together. */
const TOGETHER = 12;
const HEIGHT = 62;

/** Provinces that have a figure in the rows that are listed, by how many. */
function columns(list: readonly number[]): readonly number[] {
  const times = new Map<number, number>();
  for (const index of list) {
    const row = rowAt(index);
    if (row === undefined) continue;
    for (const { owner } of [...row.comparable, ...row.rest]) times.set(owner, (times.get(owner) ?? 0) + 1);
  }
  return [...times].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([owner]) => owner);
}

/** Measures by provinces: measure and base stay at the left, the head at the top. */
export function Matrix() {
  const w = words.value;
  const list = listedMeasures.value;
  if (list.length === 0) return <NothingListed />;
  const owners = columns(list);
  const national = list.some((index) => rowAt(index)?.national !== undefined);
  const others = data.owners.length - (hasBase ? 1 : 0);
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard */}
      <section class="scroll" aria-label={w.table} tabIndex={0}>
        <table class="matrix">
          <thead>
            <tr>
              <th class="measure" scope="col">
                {w.measure}
              </th>
              {hasBase ? (
                <th class="own" scope="col">
                  ◆ {data.base}
                </th>
              ) : null}
              {national ? (
                <th class="nation" scope="col">
                  {w.national}
                </th>
              ) : null}
              {owners.map((owner) => (
                <th key={owner} scope="col" title={data.owners[owner]}>
                  {data.owners[owner]}
                </th>
              ))}
            </tr>
          </thead>
          {blocksOf(list).map((block) => (
            <Window key={block[0]} as="tbody" name={`matrix ${block[0]}`} height={block.length * HEIGHT} always={false}>
              {() => block.map((index) => <MatrixRow key={index} index={index} owners={owners} national={national} />)}
            </Window>
          ))}
        </table>
      </section>
      <p class="under">{owners.length < others ? w.hidden(numberText(others - owners.length)) : ''}</p>
    </>
  );
}

const blocksOf = (list: readonly number[]): readonly (readonly number[])[] =>
  Array.from({ length: Math.ceil(list.length / TOGETHER) }, (_, i) => list.slice(i * TOGETHER, (i + 1) * TOGETHER));

interface RowProps {
  readonly index: number;
  readonly owners: readonly number[];
  readonly national: boolean;
}

function MatrixRow({ index, owners, national }: RowProps) {
  const measure = data.measures[index];
  useFigures(measure?.area ?? 0);
  const row = rowAt(index);
  if (measure === undefined) return null;
  const byOwner = row === undefined ? new Map<number, Fact[]>() : ownersOf(row, seenAt(index));
  return (
    <tr data-row={index} aria-current={opened.value === idOf(index)}>
      <th class="measure" scope="row">
        <button type="button" data-open={index} onClick={() => openDetail(index)}>
          <MeasureName measure={measure} />
        </button>
        <small>
          {[
            unitName(measure.unit),
            measure.level === null ? '' : words.value.levels[measure.level],
            areaName(measure.area),
          ]
            .filter((part) => part !== '')
            .join(' · ')}
        </small>
      </th>
      {hasBase ? (
        <td class="own">
          {row?.base.map((fact) => (
            <Cell key={fact.at} row={row} index={index} fact={fact} own />
          ))}
        </td>
      ) : null}
      {national ? (
        <td class="nation">
          {row?.national === undefined ? null : <Cell row={row} index={index} fact={row.national} own />}
        </td>
      ) : null}
      {owners.map((owner) => (
        <OwnerCell key={owner} row={row} index={index} facts={byOwner.get(owner) ?? []} />
      ))}
    </tr>
  );
}

/** All figures of each province that the filters leave, that of its chip first. */
function ownersOf({ comparable, rest }: MeasureRow, seen: readonly Fact[]): ReadonlyMap<number, Fact[]> {
  const found = new Map<number, Fact[]>();
  const chips = new Set([...comparable, ...rest].map(({ fact }) => fact));
  for (const fact of seen) {
    const { owner, base } = planByIndex(fact.plan);
    if (base || fact.national) continue;
    const own = found.get(owner) ?? [];
    if (chips.has(fact)) own.unshift(fact);
    else own.push(fact);
    found.set(owner, own);
  }
  return found;
}

interface OwnerProps {
  readonly row: MeasureRow | undefined;
  readonly index: number;
  readonly facts: readonly Fact[];
}

/** Plans of a province are stacked. */
const MOST = 3;

function OwnerCell({ row, index, facts }: OwnerProps) {
  if (row === undefined || facts.length === 0) return <td />;
  return (
    <td>
      {facts.slice(0, MOST).map((fact) => (
        <Cell key={fact.at} row={row} index={index} fact={fact} />
      ))}
      {facts.length <= MOST ? null : (
        <button type="button" class="others" onClick={() => openDetail(index, facts[MOST]?.at)}>
          {words.value.moreFigures(numberText(facts.length - MOST))}
        </button>
      )}
    </td>
  );
}

interface CellProps {
  readonly row: MeasureRow;
  readonly index: number;
  readonly fact: Fact;
  readonly own?: boolean;
}

function Cell({ row: { measure, main, facts }, index, fact, own = false }: CellProps) {
  const stand = own ? 'none' : standOf(measure, fact, main, facts, planByIndex);
  const sameYear = fact.year === main?.year && fact !== main && !own;
  return (
    <button
      type="button"
      class={stand}
      data-at={fact.at}
      title={fullFigure(measure, fact)}
      onClick={() => openDetail(index, fact.at)}
    >
      <b>{shownFigure(measure, fact)}</b>
      {fact.sure < DOUBTFUL ? <b class="doubt">?</b> : null}
      {isComparable(stand) ? (
        <span class="by">
          {ARROWS[stand] ?? ''}
          {difference(measure, fact)}
        </span>
      ) : null}
      {sameYear ? null : <small>{years(fact)}</small>}
    </button>
  );
}
