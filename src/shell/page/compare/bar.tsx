import { useEffect, useRef, useState } from 'preact/hooks';
import { FilterChip } from '../components/filter-chip.tsx';
import { Segmented } from '../components/segmented.tsx';
import { type Option, Select } from '../components/select.tsx';
import { toast } from '../components/toast.tsx';
import { downloadCsv } from './csv.ts';
import { numberText } from './figures.ts';
import { listedMeasures } from './list.ts';
import {
  clearFilters,
  data,
  FILTERS,
  type Filter,
  hasBase,
  type Relation,
  relation,
  rest,
  type Sort,
  sameStep,
  search,
  sort,
  view,
  words,
} from './state.ts';
import { areaName } from './strips.tsx';

const SURE = ['0.7', '0.8', '0.9', '0.95'];

/** One bar of filters for all views; a view hides what it does not use. */
export function Bar() {
  const figures = view.value === 'strips' || view.value === 'matrix';
  return (
    <search class="bar" aria-label={words.value.filters}>
      <div class="line">
        {view.value === 'cover' ? null : <Search />}
        <div class="controls">
          {figures && hasBase ? <Relations /> : null}
          <Chooser filter="area" label={words.value.area} options={areaOptions()} />
          {figures ? <FigureFilters /> : null}
          {figures ? <More /> : null}
          <button type="button" class="button right" onClick={csv}>
            {words.value.csv}
          </button>
        </div>
      </div>
      {figures ? <Told /> : null}
    </search>
  );
}

async function csv(): Promise<void> {
  const { csvMade, failedWords, failedWhy } = words.value;
  const made = await downloadCsv();
  toast('unread' in made ? `${failedWords}. ${failedWhy(made.unread)}` : csvMade(numberText(made.count)));
}

function Search() {
  const w = words.value;
  const label = data.whole ? w.find : w.findShort;
  return (
    <label class="search">
      <span class="unseen">{label}</span>
      <input
        class="field"
        type="search"
        id="search"
        placeholder={label}
        autocomplete="off"
        value={search.value}
        onInput={(event) => {
          const { value } = event.currentTarget;
          sameStep(() => {
            search.value = value;
          });
        }}
      />
      <kbd>/</kbd>
    </label>
  );
}

function Relations() {
  const w = words.value;
  return (
    <Segmented<Relation>
      name={w.beside}
      chosen={relation.value}
      segments={[
        { key: 'all', label: w.all },
        { key: 'up', label: `▲ ${w.higher}` },
        { key: 'down', label: `▼ ${w.lower}` },
        { key: 'eq', label: `= ${w.equal}` },
      ]}
      onChoose={(key) => {
        relation.value = relation.value === key ? 'all' : key;
      }}
    />
  );
}

interface ChooserProps {
  readonly filter: Filter;
  readonly label: string;
  readonly options: readonly Option[];
}

const Chooser = ({ filter, label, options }: ChooserProps) => (
  <Select
    label={label}
    value={FILTERS[filter].value}
    options={[{ value: '', label: words.value.any }, ...options]}
    onChange={(value) => {
      FILTERS[filter].value = value;
    }}
  />
);

const areaOptions = (): Option[] =>
  data.areas.map(({ code }, i) => ({ value: code === '' ? '-' : code, label: areaName(i) }));

const plansOf = <K,>(value: (plan: (typeof data.plans)[number]) => K | null): K[] => [
  ...new Set(data.plans.flatMap((plan) => value(plan) ?? [])),
];

/** Years in which something may be due: of a plan's time, as far as it is a few years. */
function yearOptions(): Option[] {
  const [from, to] = spanOfYears();
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => String(from + i)).map((value) => ({
    value,
    label: value,
  }));
}

function spanOfYears(): readonly [number, number] {
  const all = data.plans.flatMap(({ years }) => years ?? []).filter((year) => year > 1990 && year < 2060);
  return all.length === 0 ? [0, -1] : [Math.min(...all), Math.max(...all)];
}

function FigureFilters() {
  const w = words.value;
  const levels = plansOf(({ level }) => level).map((value) => ({ value, label: w.levels[value] }));
  // The country and texts that name no province stand behind the provinces.
  const place = (i: number): number => ['province', 'country', 'untold'].indexOf(data.coverage[i]?.whose ?? 'untold');
  const provinces = data.owners
    .map((value, i) => ({ value, label: value, place: place(i) }))
    .filter(({ value }) => value !== data.base)
    .sort((a, b) => a.place - b.place);
  return (
    <>
      <Chooser filter="year" label={w.year} options={yearOptions()} />
      <Chooser filter="level" label={w.level} options={levels} />
      <Chooser filter="province" label={w.province} options={provinces} />
    </>
  );
}

function More() {
  const w = words.value;
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (!open) return;
    const away = (event: Event): void => {
      if (!(event.target instanceof Node && box.current?.contains(event.target))) setOpen(false);
    };
    const leave = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      setOpen(false);
      box.current?.querySelector('button')?.focus();
    };
    addEventListener('keydown', leave, true);
    addEventListener('pointerdown', away);
    addEventListener('focusin', away);
    return () => {
      removeEventListener('keydown', leave, true);
      removeEventListener('pointerdown', away);
      removeEventListener('focusin', away);
    };
  }, [open]);
  return (
    <span class="more" ref={box}>
      <button type="button" class="button" aria-expanded={open} onClick={() => setOpen(!open)}>
        {w.more} ▾
      </button>
      {open ? <MorePanel /> : null}
    </span>
  );
}

function MorePanel() {
  const w = words.value;
  const [from, to] = spanOfYears();
  const first = Math.floor((from - 1) / 10) * 10 + 1;
  const decades = Array.from({ length: to < from ? 0 : Math.floor((to - first) / 10) + 1 }, (_, i) => first + i * 10);
  return (
    <div class="panel">
      <Chooser
        filter="form"
        label={w.form}
        options={plansOf(({ form }) => form).map((value) => ({ value, label: w.forms[value] }))}
      />
      <Chooser
        filter="topic"
        label={w.topic}
        options={plansOf(({ topic }) => topic).map((value) => ({ value, label: topicName(value) }))}
      />
      <Chooser
        filter="decade"
        label={w.decade}
        options={decades.map((year) => ({ value: String(year), label: `${year}–${year + 9}` }))}
      />
      <Chooser
        filter="sure"
        label={w.sure}
        options={SURE.map((value) => ({ value, label: numberText(Number(value)) }))}
      />
      {data.results ? (
        <Check
          label={w.results}
          on={FILTERS.results.value === '1'}
          onChange={(on) => {
            FILTERS.results.value = on ? '1' : '';
          }}
        />
      ) : null}
    </div>
  );
}

const topicName = (topic: string): string => words.value.topics[topic] ?? topic;

interface CheckProps {
  readonly label: string;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}

const Check = ({ label, on, onChange }: CheckProps) => (
  <label class="check">
    <input type="checkbox" checked={on} onChange={(event) => onChange(event.currentTarget.checked)} /> {label}
  </label>
);

/** What is shown, of what, and by which filters. */
function Told() {
  const w = words.value;
  const set = setFilters();
  const sorts: readonly Option[] = [
    { value: 'area', label: w.sortArea },
    ...(hasBase
      ? [
          { value: 'gap', label: w.sortGap(data.base) },
          { value: 'lead', label: w.sortLead(data.base) },
        ]
      : []),
    { value: 'many', label: w.sortMany },
  ];
  return (
    <div class="line told">
      <b aria-live="polite">{w.count(numberText(listedMeasures.value.length), numberText(data.measures.length))}</b>
      {set.map(({ label, drop }) => (
        <FilterChip key={label} label={label} name={w.drop(label)} onDrop={drop} />
      ))}
      {set.length > 1 ? (
        <button type="button" class="button small ghost" onClick={clearFilters}>
          {w.clear}
        </button>
      ) : null}
      <Check
        label={w.rest}
        on={rest.value}
        onChange={(on) => {
          rest.value = on;
        }}
      />
      <span class="right">
        <Select
          plain
          label={w.sort}
          value={sort.value}
          options={sorts}
          onChange={(value) => {
            sort.value = value as Sort;
          }}
        />
      </span>
    </div>
  );
}

function setFilters(): { readonly label: string; readonly drop: () => void }[] {
  const w = words.value;
  const relations: Record<Relation, string> = {
    all: '',
    up: `▲ ${w.higher}`,
    down: `▼ ${w.lower}`,
    eq: `= ${w.equal}`,
    alone: w.alone(data.base),
  };
  const names: Record<Filter, (value: string) => string> = {
    area: (value) => areaName(data.areas.findIndex(({ code }) => code === (value === '-' ? '' : value))),
    year: (value) => value,
    level: (value) => (w.levels as Record<string, string>)[value] ?? value,
    province: (value) => value,
    form: (value) => (w.forms as Record<string, string>)[value] ?? value,
    topic: (value) => topicName(value),
    decade: (value) => `${value}–${Number(value) + 9}`,
    sure: (value) => `≥ ${numberText(Number(value))}`,
    results: () => w.results,
  };
  const made = Object.entries(FILTERS).flatMap(([name, state]) =>
    state.value === ''
      ? []
      : [
          {
            label: names[name as Filter](state.value),
            drop: () => {
              state.value = '';
            },
          },
        ],
  );
  if (search.value !== '')
    made.unshift({
      label: `“${search.value}”`,
      drop: () => {
        search.value = '';
      },
    });
  if (relation.value !== 'all')
    made.push({
      label: relations[relation.value],
      drop: () => {
        relation.value = 'all';
      },
    });
  return made;
}
