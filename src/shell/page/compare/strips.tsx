import { signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { Failed, Loading } from '../components/states.tsx';
import { Window } from '../components/window.tsx';
import type { PageMeasure } from '../data/page-data.ts';
import type { MeasureRow } from '../data/row.ts';
import { openDetail } from './actions.ts';
import { ChipButton, grouped, years } from './chip.tsx';
import { shownFigure, unitName } from './figures.ts';
import { indexOfMeasure, listedMeasures, rowAt } from './list.ts';
import { NothingListed } from './nothing.tsx';
import { partOf, want } from './parts.ts';
import { Plot } from './plot.tsx';
import { data, figureAt, hasBase, idOf, language, opened, sort, words } from './state.ts';

/** Rows that come and go together. */
const TOGETHER = 8;
/** What a row is thought to need, px. */
const HEIGHT = 92;
const CHIP_WIDTH = 131;
const LINES = 3;

/** How many chips stand in one line. */
const columns = signal(5);

interface Group {
  readonly area: number;
  readonly own: readonly number[];
}

/** The first view: one strip a measure, by area. */
export function Strips() {
  const list = listedMeasures.value;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (box.current === null) return;
    const watch = new ResizeObserver(([entry]) => {
      columns.value = columnsIn(entry?.contentRect.width ?? 0);
    });
    watch.observe(box.current);
    return () => watch.disconnect();
  }, []);
  const groups = sort.value === 'area' ? byArea(list) : [{ area: -1, own: list }];
  return (
    <div ref={box}>
      <Legend />
      {list.length === 0 ? <NothingListed /> : groups.map((group) => <Area key={group.area} {...group} />)}
    </div>
  );
}

/** As the grid of a strip leaves it to the chips. */
function columnsIn(width: number): number {
  if (width < 720) return width < 560 ? 3 : Math.max(3, Math.floor((width - 28) / CHIP_WIDTH));
  const open = opened.value !== '';
  return Math.max(2, Math.floor((width - (open ? 330 : 654)) / CHIP_WIDTH));
}

function byArea(list: readonly number[]): readonly Group[] {
  const groups = new Map<number, number[]>();
  for (const index of list) {
    const area = data.measures[index]?.area ?? 0;
    const own = groups.get(area);
    if (own === undefined) groups.set(area, [index]);
    else own.push(index);
  }
  return [...groups].map(([area, own]) => ({ area, own }));
}

export function areaName(area: number): string {
  const { code = '', vi = '', en = '' } = data.areas[area] ?? {};
  if (code === '') return words.value.noArea;
  return language.value === 'vi' ? vi : en;
}

function Area({ area, own }: Group) {
  const blocks = Array.from({ length: Math.ceil(own.length / TOGETHER) }, (_, i) =>
    own.slice(i * TOGETHER, (i + 1) * TOGETHER),
  );
  const current = indexOfMeasure(opened.value);
  return (
    <section class="area" aria-label={area === -1 ? words.value.strips : areaName(area)}>
      {area === -1 ? null : (
        <h2>
          {areaName(area)} <small>{own.length}</small>
        </h2>
      )}
      {blocks.map((block) => (
        <Window
          key={block[0]}
          class="rows"
          name={`strips ${block[0]}`}
          height={block.length * HEIGHT}
          always={block.includes(current)}
        >
          {() => block.map((index) => <Strip key={index} index={index} />)}
        </Window>
      ))}
    </section>
  );
}

/** Asks for the figures of an area when one of its rows is looked at. */
export function useFigures(area: number): 'here' | 'waiting' | 'failed' {
  const name = data.figures[area] ?? '';
  const { kind } = partOf(name).value;
  useEffect(() => {
    if (kind === 'idle') want(name);
  }, [name, kind]);
  return kind === 'here' || kind === 'failed' ? kind : 'waiting';
}

function Strip({ index }: { readonly index: number }) {
  const measure = data.measures[index];
  const state = useFigures(measure?.area ?? 0);
  const row = rowAt(index);
  if (measure === undefined) return null;
  if (state === 'failed') {
    const name = data.figures[measure.area] ?? '';
    const { failed, failedWhy, again } = words.value;
    return <Failed what={failed} why={failedWhy(name)} way={{ label: again, onClick: () => want(name) }} />;
  }
  if (row === undefined) return <Loading rows={1} name={words.value.loading} />;
  const current = opened.value === idOf(index);
  return (
    <article class="strip" data-row={index} aria-current={current} aria-labelledby={`measure-${index}`}>
      <div class="what">
        <h3 id={`measure-${index}`}>
          <button type="button" data-open={index} aria-expanded={current} onClick={() => openDetail(index)}>
            <MeasureName measure={measure} />
          </button>
        </h3>
        <MeasureFacts row={row} />
      </div>
      <BaseFigure row={row} />
      <Plot row={row} />
      <Chips row={row} index={index} />
    </article>
  );
}

/** A measure by its name; a Vietnamese name is told to be one. */
export const MeasureName = ({ measure }: { readonly measure: PageMeasure }) =>
  language.value === 'en' && measure.en !== undefined ? measure.en : <span lang="vi">{measure.vi}</span>;

function MeasureFacts({ row: { measure, national } }: { readonly row: MeasureRow }) {
  const w = words.value;
  const level = measure.level === null ? '' : w.levels[measure.level];
  const own = [unitName(measure.unit), level].filter((part) => part !== '').join(' · ');
  return (
    <p class="about">
      {own}
      {national === undefined ? null : (
        <span class="national">
          {own === '' ? '' : ' · '}
          {w.national} {shownFigure(measure, national)} ({years(national)})
        </span>
      )}
    </p>
  );
}

function BaseFigure({ row: { measure, main, base } }: { readonly row: MeasureRow }) {
  if (!hasBase) return <span />;
  if (main === undefined) return <p class="own none">{words.value.baseNone(data.base)}</p>;
  return (
    <div class="own">
      <b>{shownFigure(measure, main)}</b>
      <small>{years(main)}</small>
      {base
        .filter((fact) => fact !== main)
        .slice(0, 3)
        .map((fact) => (
          <small key={fact.at}>
            {years(fact)}: {shownFigure(measure, fact)}
          </small>
        ))}
    </div>
  );
}

function Chips({ row, index }: { readonly row: MeasureRow; readonly index: number }) {
  const { main, comparable, rest } = row;
  const chosen = opened.value === idOf(index) ? figureAt.value : '';
  const places = columns.value * LINES;
  const all = [...grouped(comparable), ...grouped(rest)];
  const own = main !== undefined && comparable.length > 0 ? 1 : 0;
  const shown = all.length + own > places ? all.slice(0, places - own - 1) : all;
  const hidden = all.slice(shown.length).reduce((sum, { more }) => sum + 1 + more.length, 0);
  const before =
    own === 0 ? 0 : shown.filter(({ stand, fact }) => stand === 'higher' && fact.against === main?.at).length;
  const open = (at: number): void => openDetail(index, at);
  const button = (chip: (typeof all)[number], i: number) => (
    <ChipButton
      key={chip.fact.at}
      row={row}
      chip={chip}
      first={i === 0}
      pressed={chosen === String(chip.fact.at)}
      onOpen={open}
    />
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a list of buttons that arrows go through
    <div class="chips" role="group" aria-label={words.value.where} onKeyDown={rove}>
      {shown.slice(0, before).map(button)}
      {own === 1 ? (
        <OwnChip row={row} onOpen={open} first={before === 0} pressed={chosen === String(main?.at)} />
      ) : null}
      {shown.slice(before).map((chip, i) => button(chip, i + before + own))}
      {hidden === 0 ? null : (
        <button type="button" class="chip more" tabIndex={-1} onClick={() => openDetail(index)}>
          {words.value.more_(String(hidden))}
        </button>
      )}
    </div>
  );
}

interface OwnProps {
  readonly row: MeasureRow;
  readonly onOpen: (at: number) => void;
  readonly first: boolean;
  readonly pressed: boolean;
}

/** The base in its place among the others. */
function OwnChip({ row: { measure, main }, onOpen, first, pressed }: OwnProps) {
  if (main === undefined) return null;
  const place =
    main.rank === undefined
      ? shownFigure(measure, main)
      : words.value.rankOf(String(main.rank.place), String(main.rank.of));
  return (
    <button
      type="button"
      class="chip base"
      data-at={main.at}
      aria-pressed={pressed}
      tabIndex={first ? 0 : -1}
      onClick={() => onOpen(main.at)}
    >
      <span class="name">◆ {data.base}</span>
      <span class="told">
        <span class="figure">{place}</span>
        <span class="year">{years(main)}</span>
      </span>
      {main.rank === undefined ? null : <span class="unseen">, {shownFigure(measure, main)}</span>}
    </button>
  );
}

/** Arrows go from one figure of a strip to the next; the tab key leaves it. */
function rove(event: KeyboardEvent & { readonly currentTarget: HTMLElement }): void {
  const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
  if (by === 0) return;
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>('.chip')];
  // biome-ignore lint/complexity/useIndexOf: it may be null
  const at = all.findIndex((one) => document.activeElement === one);
  const next = all[at + by];
  if (next === undefined) return;
  event.preventDefault();
  for (const one of all) one.tabIndex = one === next ? 0 : -1;
  next.focus();
}

function Legend() {
  const w = words.value;
  return (
    <div class="legend">
      <p>
        {hasBase ? (
          <>
            <span class="key base">◆ {data.base}</span>
            <span class="key up">▲ {w.higher.toLowerCase()}</span>
            <span class="key down">▼ {w.lower.toLowerCase()}</span>
            <span class="key">= {w.equal.toLowerCase()}</span>
            <span class="key">
              <i class="box year" /> {w.legendYear}
            </span>
            <span class="key">
              <i class="box level" /> {w.legendOther}
            </span>
          </>
        ) : null}
        <span class="key nation">┆ {w.nationalTarget}</span>
      </p>
      {hasBase ? <p>{w.why}</p> : null}
    </div>
  );
}
