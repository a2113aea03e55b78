import { batch, computed, type Signal, signal } from '@preact/signals';
import type { Language } from '../../formats/comparison-words.ts';
import { addressOf, type Kept } from '../components/address.ts';
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

const kept = (name: string, state: Signal<string>, usual = '', allowed?: readonly string[]): Kept => ({
  name,
  state,
  usual,
  ...(allowed === undefined ? {} : { allowed }),
});

const address = addressOf(
  [
    kept('view', view as Signal<string>, 'strips', VIEWS),
    kept('q', search),
    kept('rel', relation as Signal<string>, 'all', ['all', 'up', 'down', 'eq', 'alone']),
    ...Object.entries(FILTERS).map(([name, state]) => kept(name, state)),
    kept('sort', sort as Signal<string>, 'area', ['area', 'gap', 'lead', 'many']),
    kept('lang', language as Signal<string>, 'vi', ['vi', 'en']),
    kept('m', opened),
    kept('f', figureAt),
    kept('plans', pair),
    kept('kind', changeKind),
  ],
  { rest },
);
export const { read: readAddress, keep: keepAddress, sameStep } = address;

export const words = computed<Words>(() => IN_LANGUAGES[language.value]);

export function clearFilters(): void {
  batch(() => {
    for (const state of Object.values(FILTERS)) state.value = '';
    search.value = '';
    relation.value = 'all';
  });
}
