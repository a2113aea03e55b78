import { batch } from '@preact/signals';
import { NARROW } from '../components/sheet.tsx';
import { doubts, entries, entryOf } from './document.ts';
import { isDoubtful, shortId } from './entry.ts';
import { pane, sameStep, selected, tab, view } from './state.ts';

/** Opens a record. What was clicked stays where it is; the other side comes to it. */
export function select(id: string, from: 'text' | 'card' | 'key'): void {
  const entry = entryOf(id);
  if (entry === undefined) return;
  const change = (): void => {
    selected.value = id;
    if (tab.value === 'unused' || tab.value === 'head') tab.value = 'all';
    if (tab.value === 'look' && !isDoubtful(entry)) tab.value = 'all';
    if (from === 'text' && matchMedia(NARROW).matches) pane.value = 'recs';
  };
  if (from === 'key') sameStep(change);
  else batch(change);
  requestAnimationFrame(() => {
    if (from === 'card') showCard(id);
    else focusCard(id);
    if (from !== 'text') showInText(id);
  });
}

export function focusCard(id: string): void {
  const card = document.querySelector<HTMLElement>(`[data-card="${CSS.escape(id)}"]`);
  card?.querySelector<HTMLElement>('.face')?.focus({ preventScroll: true });
  showCard(id);
}

/** Brings an open record into sight: from its beginning, where not all of it is seen. */
export function showCard(id: string): void {
  const card = document.querySelector<HTMLElement>(`[data-card="${CSS.escape(id)}"]`);
  const box = card?.closest('.scroll');
  if (card === null || box == null) return;
  const [own, outer] = [card.getBoundingClientRect(), box.getBoundingClientRect()];
  if (own.top < outer.top || own.bottom > outer.bottom) card.scrollIntoView({ block: 'start' });
}

/** Brings the words of a record into sight, where they are not. */
export function showInText(id: string): void {
  const at = view.value === 'text' ? `.paper [data-own="${CSS.escape(id)}"]` : `.images [data-own="${CSS.escape(id)}"]`;
  const mark = document.querySelector(at);
  bringIntoSight(mark);
}

export function bringIntoSight(element: Element | null): void {
  const box = element?.closest('.sheet-text');
  if (element === null || box == null) return;
  const { top, bottom } = element.getBoundingClientRect();
  const outer = box.getBoundingClientRect();
  if (top < outer.top + 30 || bottom > outer.bottom - 30) box.scrollTop += top - outer.top - outer.height / 3;
}

/** The records that are gone through: those of doubt, or all. */
export const listed = () => (tab.value === 'look' ? doubts.value : entries.value);

/** Goes to the record before or after the open one. */
export function step(by: number): void {
  const list = listed();
  const open = entryOf(selected.value);
  const at = open === undefined ? -1 : list.indexOf(open);
  const next = at === -1 ? list[by > 0 ? 0 : list.length - 1] : list[(at + by + list.length) % list.length];
  if (next !== undefined) select(shortId(next), 'key');
}

/** The line or cell of the text in which a place lies. */
function holderOf(start: number): Element | undefined {
  const holders = [...document.querySelectorAll<HTMLElement>('.paper [data-start]')];
  return holders.findLast((one) => Number(one.dataset.start) <= start);
}

let shown = -1;

/** Brings one of several places into sight: each time the next. */
export function showPlaces(places: readonly { readonly start: number }[]): void {
  shown = places[shown + 1] === undefined ? 0 : shown + 1;
  const { start } = places[shown] ?? { start: 0 };
  view.value = 'text';
  pane.value = 'doc';
  requestAnimationFrame(() => {
    for (const before of document.querySelectorAll('.paper .pointed')) before.classList.remove('pointed');
    const holder = holderOf(start);
    holder?.classList.add('pointed');
    bringIntoSight(holder ?? null);
  });
}
