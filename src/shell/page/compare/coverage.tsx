import { batch } from '@preact/signals';
import type { PageCoverage } from '../data/page-data.ts';
import { numberText } from './figures.ts';
import { data, FILTERS, hasBase, relation, rest, search, view, words } from './state.ts';
import { areaName } from './strips.tsx';

/** Fewer pairs say nothing of a province. */
const ENOUGH = 3;

/** Of more areas the table needs the width of the page. */
const BESIDE = 8;

/** How many measures each province states, and beside it, or above where there are many areas, how high it aims. */
export const Coverage = () => {
  const wide = data.areas.length > BESIDE;
  const aims = hasBase ? <Ambition /> : null;
  return (
    <div class={wide ? 'two wide' : 'two'}>
      {wide ? aims : null}
      <CoverTable />
      {wide ? null : aims}
    </div>
  );
};

const anyFigures = (owner: number): boolean => (data.coverage[owner]?.measures ?? 0) > 0;

/** The base first, then by how much they state. */
function ownersShown(whose: Whose): readonly number[] {
  const of = (owner: number): number => data.coverage[owner]?.measures ?? 0;
  return data.owners
    .map((_, i) => i)
    .filter((owner) => anyFigures(owner) && data.coverage[owner]?.whose === whose)
    .sort((a, b) => isBase(b) - isBase(a) || of(b) - of(a));
}

type Whose = PageCoverage['whose'];
const WHOSE: readonly Whose[] = ['province', 'country', 'untold'];

const isBase = (owner: number): number => Number(data.owners[owner] === data.base && data.base !== '');

function CoverTable() {
  const w = words.value;
  const only = FILTERS.area.value;
  const areas = data.areas
    .map(({ code }, i) => ({ code, i }))
    .filter(({ code }) => only === '' || code === (only === '-' ? '' : only));
  const groups = WHOSE.map((whose) => ({ whose, owners: ownersShown(whose) })).filter(
    ({ owners }) => owners.length > 0,
  );
  const most = Math.max(
    1,
    ...groups
      .flatMap(({ owners }) => owners)
      .flatMap((owner) => areas.map(({ i }) => data.coverage[owner]?.areas[i] ?? 0)),
  );
  return (
    <div>
      <h2>{w.coverTable}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard */}
      <section class="scroll" aria-label={w.coverTable} tabIndex={0}>
        <table class="cover">
          <thead>
            <tr>
              <th scope="col">{w.province}</th>
              {areas.map(({ i }) => (
                <th key={i} scope="col">
                  {areaName(i)}
                </th>
              ))}
              <th scope="col" class="sum all">
                {w.total}
              </th>
              {hasBase ? (
                <th scope="col" class="sum">
                  {w.sharedWith(data.base)}
                </th>
              ) : null}
            </tr>
          </thead>
          {groups.map(({ whose, owners }) => (
            <tbody key={whose}>
              {whose === 'province' ? null : (
                <tr class="group">
                  <th scope="rowgroup">{w.whose[whose]}</th>
                  <td colSpan={areas.length + 2} />
                </tr>
              )}
              {owners.map((owner) => (
                <CoverRow key={owner} owner={owner} areas={areas} most={most} />
              ))}
            </tbody>
          ))}
        </table>
      </section>
    </div>
  );
}

interface CoverProps {
  readonly owner: number;
  readonly areas: readonly { readonly code: string; readonly i: number }[];
  readonly most: number;
}

function CoverRow({ owner, areas, most }: CoverProps) {
  const name = data.owners[owner] ?? '';
  const own = data.coverage[owner];
  if (own === undefined) return null;
  const base = isBase(owner) === 1;
  return (
    <tr class={base ? 'base' : ''}>
      <th scope="row">
        {base ? '◆ ' : ''}
        {name}
      </th>
      {areas.map(({ code, i }) => {
        const count = own.areas[i] ?? 0;
        if (count === 0) return <td key={i} />;
        return (
          <td key={i} style={`--share:${Math.round((Math.sqrt(count) / Math.sqrt(most)) * 34)}%`}>
            <button
              type="button"
              aria-label={`${name}, ${areaName(i)}: ${count}`}
              onClick={() => show(name, code, base)}
            >
              {numberText(count)}
            </button>
          </td>
        );
      })}
      <td class="sum all">{numberText(own.measures)}</td>
      {hasBase ? <td class="sum">{base ? '' : numberText(own.shared)}</td> : null}
    </tr>
  );
}

/** Opens the strips of a province in an area. */
function show(owner: string, area: string, base: boolean): void {
  batch(() => {
    for (const state of Object.values(FILTERS)) state.value = '';
    search.value = '';
    relation.value = 'all';
    FILTERS.area.value = area === '' ? '-' : area;
    FILTERS.province.value = base ? '' : owner;
    rest.value = true;
    view.value = 'strips';
  });
}

function Ambition() {
  const w = words.value;
  const ranked = data.owners
    .map((name, i) => ({ name, i, ...(data.coverage[i] ?? { pairs: 0, asHigh: 0 }) }))
    .filter(({ i, pairs }) => pairs >= ENOUGH && isBase(i) === 0)
    .map((one) => ({ ...one, share: one.asHigh / one.pairs }))
    .sort((a, b) => b.share - a.share || b.pairs - a.pairs);
  return (
    <section class="ambition" aria-labelledby="ambition-title">
      <h2 id="ambition-title">{w.ambition}</h2>
      <p>{w.ambitionWhy(data.base)}</p>
      {ranked.length === 0 ? <p>{w.ambitionNone}</p> : null}
      <ol>
        {ranked.map(({ name, share, pairs }) => (
          <li key={name}>
            <span>{name}</span>
            <span class="bar-of" aria-hidden="true">
              <i style={`width:${Math.round(share * 100)}%`} />
            </span>
            <b>{numberText(Math.round(share * 100))}%</b>
            <small>{w.pairs(numberText(pairs))}</small>
          </li>
        ))}
      </ol>
    </section>
  );
}
