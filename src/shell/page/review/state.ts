import { computed, type Signal, signal } from '@preact/signals';
import type { Language } from '../../formats/comparison-words.ts';
import { addressOf, type Kept } from '../components/address.ts';
import { numberIn } from '../components/figures.ts';
import { figureIn, type Quantity } from './entry.ts';
import { IN_LANGUAGES, type Words } from './words.ts';

export const TABS = ['look', 'all', 'unused', 'head'] as const;
export type TabName = (typeof TABS)[number];
export const PANES = ['recs', 'doc'] as const;
export type Pane = (typeof PANES)[number];
export type View = 'text' | 'image';

/** What is seen where no document is: "" the list, or an indicator that is tried. */
export const place = signal<'' | 'try'>('');
/** Id of the document that is reviewed; "" shows the list. */
export const documentId = signal('');
export const tab = signal<TabName>('look');
/** Which record is open, by what follows its document's id: "t6". */
export const selected = signal('');
export const view = signal<View>('text');
/** Kinds of marks that are switched off, by their letters. */
export const off = signal('');
/** On a phone: what is seen of a document. */
export const pane = signal<Pane>('recs');
export const language = signal<Language>('vi');

/** What is asked of the list; "" takes all. */
export const search = signal('');
export const FILTERS = {
  province: signal(''),
  form: signal(''),
  topic: signal(''),
  year: signal(''),
  doubt: signal(''),
} as const;
export const sort = signal('');

const plain = (name: string, state: Signal<string>): Kept => ({ name, state, usual: '' });

export const {
  read: readAddress,
  keep: keepAddress,
  sameStep,
} = addressOf([
  plain('doc', documentId),
  { name: 'at', state: place as Signal<string>, usual: '', allowed: ['', 'try'] },
  { name: 'tab', state: tab as Signal<string>, usual: 'look', allowed: TABS },
  plain('sel', selected),
  { name: 'view', state: view as Signal<string>, usual: 'text', allowed: ['text', 'image'] },
  plain('off', off),
  { name: 'pane', state: pane as Signal<string>, usual: 'recs', allowed: PANES },
  plain('q', search),
  ...Object.entries(FILTERS).map(([name, state]) => plain(name, state)),
  plain('sort', sort),
  { name: 'lang', state: language as Signal<string>, usual: 'vi', allowed: ['vi', 'en'] },
]);

export const words = computed<Words>(() => IN_LANGUAGES[language.value]);

/** A number as the language of the page writes it. */
export const numberText = (value: number): string => numberIn(language.value, value);

/** A figure with its unit. */
export const figureText = (quantity: Quantity): string => figureIn(language.value, quantity);

const WHO = 'kehoach-reviewer';

/** Name of who reviews, as it was given on this machine. */
export const reviewer = signal(readWho());
export function nameReviewer(name: string): void {
  reviewer.value = name.trim();
  try {
    localStorage.setItem(WHO, reviewer.value);
  } catch {
    // A browser that keeps nothing asks again.
  }
}
function readWho(): string {
  try {
    return localStorage.getItem(WHO) ?? '';
  } catch {
    return '';
  }
}
