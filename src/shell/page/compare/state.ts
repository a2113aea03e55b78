import { batch, computed, effect, type Signal, signal } from '@preact/signals';
import type { Language } from '../../formats/comparison-words.ts';
import { idsOf } from '../data/ids.ts';
import { fullMeasure } from '../data/pack.ts';
import type { PageData } from '../data/page-data.ts';
import { IN_LANGUAGES, type Words } from './words.ts';

/** What the program wrote into the page. */
const given: PageData = JSON.parse(document.querySelector('#data')?.textContent ?? '{}');
const measures = given.measures.map(fullMeasure);
const ids = idsOf(measures.map(({ code, vi, level, unit }) => ({ code, label: vi, level, unit })));

export const data = { ...given, measures };

/** Whether there is a province that the others are held against. */
export const hasBase = data.base !== '';

/** What a measure is called in addresses. */
export const idOf = (index: number): string => ids[index] ?? '';

export const VIEWS = ['strips', 'matrix', 'cover', 'change'] as const;
export type ViewName = (typeof VIEWS)[number];
export type Relation = 'all' | 'up' | 'down' | 'eq' | 'alone';
export type Sort = 'area' | 'gap' | 'lead' | 'many';

/** All that stands in the address, by its name there. */
export const view = signal<ViewName>('strips');
export const search = signal('');
export const relation = signal<Relation>('all');
export const rest = signal(false);
export const sort = signal<Sort>('area');
export const language = signal<Language>('vi');
/** Id of the measure whose detail is open. */
export const opened = signal('');
/** Which of its figures: place. */
export const figureAt = signal('');
/** In the view of changes: "from.to" as places of plans, and what kind. */
export const pair = signal('');
export const changeKind = signal('');

/** Filters of figures; "" takes all. */
export const FILTERS = {
  area: signal(''),
  year: signal(''),
  level: signal(''),
  province: signal(''),
  form: signal(''),
  topic: signal(''),
  decade: signal(''),
  sure: signal(''),
  results: signal(''),
} as const;
export type Filter = keyof typeof FILTERS;

const ADDRESS: readonly (readonly [name: string, state: Signal<string>, usual: string])[] = [
  ['view', view as Signal<string>, 'strips'],
  ['q', search, ''],
  ['rel', relation as Signal<string>, 'all'],
  ...Object.entries(FILTERS).map(([name, state]) => [name, state, ''] as const),
  ['sort', sort as Signal<string>, 'area'],
  ['lang', language as Signal<string>, 'vi'],
  ['m', opened, ''],
  ['f', figureAt, ''],
  ['plans', pair, ''],
  ['kind', changeKind, ''],
];

const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  view: VIEWS,
  rel: ['all', 'up', 'down', 'eq', 'alone'],
  sort: ['area', 'gap', 'lead', 'many'],
  lang: ['vi', 'en'],
};

/** Takes what the address says, as one change; what it says wrong is left. */
export function readAddress(): void {
  const said = new URLSearchParams(location.hash.slice(1));
  sameStep(() => {
    for (const [name, state, usual] of ADDRESS) {
      const value = said.get(name) ?? usual;
      state.value = ALLOWED[name]?.includes(value) === false ? usual : value;
    }
    rest.value = said.get('rest') === '1';
  });
}

let withinStep = false;

/** Changes what belongs to the step that is looked at: letters of a search, measures that are gone through. */
export function sameStep(change: () => void): void {
  withinStep = true;
  try {
    batch(change);
  } finally {
    withinStep = false;
  }
}

/** Keeps the address true to the state. What is changed at once is one step, to which the browser goes back. */
export const keepAddress = (): (() => void) =>
  effect(() => {
    const said = new URLSearchParams();
    for (const [name, state, usual] of ADDRESS) if (state.value !== usual) said.set(name, state.value);
    if (rest.value) said.set('rest', '1');
    const hash = `#${said}`;
    if (location.hash === hash || (location.hash === '' && hash === '#')) return;
    try {
      if (withinStep) history.replaceState(null, '', hash);
      else history.pushState(null, '', hash);
    } catch {
      // Browsers refuse too many in a short time: the next change sets it right.
    }
  });

export const words = computed<Words>(() => IN_LANGUAGES[language.value]);

export function clearFilters(): void {
  batch(() => {
    for (const state of Object.values(FILTERS)) state.value = '';
    search.value = '';
    relation.value = 'all';
  });
}
