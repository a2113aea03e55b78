import { computed } from '@preact/signals';
import { folded } from '../data/ids.ts';
import { factOfPacked, type Packed } from '../data/pack.ts';
import type { Fact, MeasureWords, PageMeasure } from '../data/page-data.ts';
import { type MeasureRow, rowOf } from '../data/row.ts';
import { partOf } from './parts.ts';
import { data, FILTERS, type Filter, hasBase, idOf, relation, rest, search, sort } from './state.ts';

const facts = new Map<number, readonly Fact[]>();
const measureAt = new Map(data.measures.map((_, i) => [idOf(i), i]));

export const indexOfMeasure = (id: string): number => measureAt.get(id) ?? -1;

/** Figures of a measure; nothing where they have not been read yet. */
export function factsOf(index: number): readonly Fact[] | undefined {
  const known = facts.get(index);
  if (known !== undefined) return known;
  const part = partOf(data.figures[data.measures[index]?.area ?? 0] ?? '').value;
  if (part.kind !== 'here') return undefined;
  const own = ((part.value[index] ?? []) as readonly Packed[]).map(factOfPacked);
  facts.set(index, own);
  return own;
}

/** The words behind the figures of a measure; nothing where they have not been read yet. */
export function quotesOf(index: number): MeasureWords | undefined {
  const part = partOf(data.words[data.measures[index]?.words ?? 0] ?? '').value;
  return part.kind === 'here' ? (part.value[index] as MeasureWords | undefined) : undefined;
}

const CELL_FILTERS: readonly Filter[] = ['year', 'level', 'province', 'form', 'topic', 'decade', 'sure', 'results'];

/** The filters of figures that are set, as one text: what is made of them holds as long as it is the same. */
const filterKey = computed(() => CELL_FILTERS.map((name) => FILTERS[name].value).join('|'));
export const filtered = computed(() => CELL_FILTERS.some((name) => FILTERS[name].value !== ''));

const rows = computed(() => {
  filterKey.value;
  return new Map<number, MeasureRow>();
});

const NOBODY = { owner: -1, level: null, set: null, base: false, issuedOn: null, form: 'other', topic: null } as const;
export const planByIndex = (at: number) => data.plans[at] ?? NOBODY;

/** A measure under the filters; nothing where its figures have not been read yet. */
export function rowAt(index: number): MeasureRow | undefined {
  const known = rows.value.get(index);
  if (known !== undefined) return known;
  const measure = data.measures[index];
  const own = factsOf(index);
  if (measure === undefined || own === undefined) return undefined;
  const row = rowOf(measure, seen(own), own, planByIndex);
  rows.value.set(index, row);
  return row;
}

/** Figures of a measure that the filters leave; none where they have not been read yet. */
export const seenAt = (index: number): readonly Fact[] => seen(factsOf(index) ?? []);

/** Figures that the filters leave: of the base all that are due then, else all; what the country sets always. */
function seen(own: readonly Fact[]): readonly Fact[] {
  const base = own.filter((fact) => !fact.national && planByIndex(fact.plan).base && statusSeen(fact));
  const due = base.filter(dueSeen);
  const shown = new Set(due.length > 0 ? due : base);
  return own.filter((fact) => fact.national || (planByIndex(fact.plan).base ? shown.has(fact) : otherSeen(fact)));
}

const statusSeen = ({ status }: Fact): boolean => status === 'target' || FILTERS.results.value === '1';

function dueSeen({ year, since }: Fact): boolean {
  const { year: wanted, decade } = FILTERS;
  if (wanted.value === '' && decade.value === '') return true;
  if (year === null) return false;
  const from = since ?? year;
  if (wanted.value !== '' && !(from <= Number(wanted.value) && Number(wanted.value) <= year)) return false;
  const first = Number(decade.value);
  return decade.value === '' || (from <= first + 9 && first <= year);
}

function otherSeen(fact: Fact): boolean {
  const { level, province, form, topic, sure } = FILTERS;
  const plan = planByIndex(fact.plan);
  return (
    statusSeen(fact) &&
    dueSeen(fact) &&
    (level.value === '' || plan.level === level.value) &&
    (province.value === '' || data.owners[plan.owner] === province.value) &&
    (form.value === '' || plan.form === form.value) &&
    (topic.value === '' || plan.topic === topic.value) &&
    (sure.value === '' || fact.sure >= Number(sure.value))
  );
}

const hay = new Map<number, string>();

/** Words in which a measure is looked for: its names, who states it, and what they say where that is in the page. */
function hayOf(index: number, measure: PageMeasure): string {
  const known = hay.get(index);
  if (known !== undefined) return known;
  const own = factsOf(index);
  const owners = new Set((own ?? []).map(({ plan }) => data.owners[planByIndex(plan).owner] ?? ''));
  const quotes = data.whole ? (quotesOf(index)?.cells ?? []).map(({ quote }) => quote) : [];
  const made = folded([measure.vi, measure.en ?? '', measure.code ?? '', ...owners, ...quotes].join(' '));
  if (own !== undefined) hay.set(index, made);
  return made;
}

/** Makes what is searched before somebody searches. */
export function prepareSearch(): void {
  let at = 0;
  const some = (): void => {
    for (const end = Math.min(data.measures.length, at + 250); at < end; at++) {
      const measure = data.measures[at];
      if (measure !== undefined) hayOf(at, measure);
    }
    if (at < data.measures.length) setTimeout(some, 0);
  };
  setTimeout(some, 300);
}

/** Whether the list cannot be told before all figures have been read. */
export const needsAll = computed(() => filtered.value || sort.value === 'gap' || sort.value === 'lead');

interface Counts {
  readonly own: boolean;
  readonly others: number;
  readonly up: number;
  readonly down: number;
  readonly equal: number;
}

/** Places of the measures that the filters leave, as they are sorted. */
export const listedMeasures = computed<readonly number[]>(() => {
  const tokens = folded(search.value).split(/\s+/u).filter(Boolean);
  const area = FILTERS.area.value;
  const found: number[] = [];
  for (const [i, measure] of data.measures.entries()) {
    if (area !== '' && data.areas[measure.area]?.code !== (area === '-' ? '' : area)) continue;
    const counts = countsOf(i, measure);
    if (counts === undefined || !wanted(counts, measure)) continue;
    if (tokens.length > 0) {
      const text = hayOf(i, measure);
      if (!tokens.every((token) => text.includes(token))) continue;
    }
    found.push(i);
  }
  return sorted(found);
});

function countsOf(index: number, measure: PageMeasure): Counts | undefined {
  if (!filtered.value) return measure;
  const row = rowAt(index);
  if (row === undefined) return undefined;
  const own = row.base.some(dueSeen);
  return { ...row, own, others: FILTERS.province.value === '' ? row.others : figuresOfOne(row) };
}

/** The base states it and somebody else; where there is no base, several do. */
export const isShared = ({ own, others }: Pick<PageMeasure, 'own' | 'others'>): boolean =>
  hasBase ? own && others > 0 : others > 1;

/** Whoever is asked for counts, be it the country. */
const figuresOfOne = ({ comparable, rest, national }: MeasureRow): number =>
  comparable.length +
  rest.length +
  Number(national !== undefined && data.owners[planByIndex(national.plan).owner] === FILTERS.province.value);

function wanted({ own, others, up, down, equal }: Counts, measure: PageMeasure): boolean {
  if (filtered.value && others === 0 && (FILTERS.province.value !== '' || !own)) return false;
  switch (relation.value) {
    case 'up':
      return up > 0;
    case 'down':
      return down > 0;
    case 'eq':
      return equal > 0;
    case 'alone':
      return measure.own && measure.others === 0;
    default:
      return rest.value || isShared({ own: measure.own, others });
  }
}

function sorted(found: number[]): readonly number[] {
  const by = sort.value;
  if (by === 'area') return inAreas(found);
  const keyed = found.map((index) => ({
    index,
    key: by === 'many' ? (data.measures[index]?.others ?? 0) : reach(index, by),
  }));
  return keyed.sort((a, b) => b.key - a.key || a.index - b.index).map(({ index }) => index);
}

/** How near a measure is to the base: what can be compared, what it shares, what it has alone, what others share, the rest. */
function nearness(index: number): number {
  const { up = 0, down = 0, equal = 0, others = 0, own = false } = data.measures[index] ?? {};
  if (up + down + equal > 0) return 0;
  return own ? (others > 0 ? 1 : 2) : others > 1 ? 3 : 4;
}

/** By area, in an area what is nearest to the base first; areas of which the base has nothing last. */
function inAreas(found: number[]): readonly number[] {
  const areas = new Map<number, { best: number; own: { index: number; can: number }[] }>();
  for (const index of found) {
    const area = data.measures[index]?.area ?? 0;
    const group = areas.get(area) ?? { best: 4, own: [] };
    const one = { index, can: nearness(index) };
    group.own.push(one);
    group.best = Math.min(group.best, one.can);
    areas.set(area, group);
  }
  return [...areas]
    .sort(([a, one], [b, other]) => placeOf(one.best) - placeOf(other.best) || a - b)
    .flatMap(([, { own }]) => own.sort((a, b) => a.can - b.can || a.index - b.index).map(({ index }) => index));
}

/** Areas in which something can be compared, those in which the base has something, the others. */
const placeOf = (best: number): number => (best === 0 ? 0 : best <= 2 ? 1 : 2);

/** How far the base is behind (or ahead of) the one furthest from it, as a share: units differ. */
function reach(index: number, by: 'gap' | 'lead'): number {
  const row = rowAt(index);
  if (row?.main?.value == null) return -1;
  const stand = by === 'gap' ? 'higher' : 'lower';
  const apart = row.comparable.filter((chip) => chip.stand === stand).map(({ fact }) => Math.abs(fact.difference ?? 0));
  return Math.max(0, ...apart) / Math.max(Math.abs(row.main.value), 1e-9);
}
