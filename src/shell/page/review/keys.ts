import { inField, keysRest } from '../components/keys.tsx';
import { add, adding, cancelAdding, confirm, remove, saveHeader, undo } from './acts.ts';
import { made } from './records/add-card.tsx';
import { NEW } from './records/drafts.ts';
import { focusCard, select, step } from './select.ts';
import { documentId, sameStep, search, selected, TABS, tab } from './state.ts';
import { addMarked } from './text/add-bar.tsx';

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 };

/** Keys of the whole page. None of one letter while a field has the focus. */
export function onKey(event: KeyboardEvent, showKeys: () => void): void {
  const { key, target } = event;
  if (keysRest(event) || event.defaultPrevented) return;
  if (key === 'Escape') {
    leave(target);
    return;
  }
  if (inField(target)) {
    if (key === 'Enter' && !event.shiftKey && saveField(target)) event.preventDefault();
    return;
  }
  if (key === '/') document.querySelector<HTMLElement>('#search')?.focus();
  else if (key === '?') showKeys();
  else if (documentId.value === '' || !ofDocument(key, target)) return;
  event.preventDefault();
}

/** @returns whether the key did something */
function ofDocument(key: string, target: EventTarget | null): boolean {
  const at = target instanceof HTMLElement ? target : document.body;
  const by = STEPS[key];
  if (by !== undefined) {
    // Arrows scroll what has the focus, where that scrolls.
    if (key.startsWith('Arrow') && at.closest('#text') !== null) return false;
    if (tab.value === 'unused' || tab.value === 'head') return false;
    step(by);
    return true;
  }
  if (key === 'ArrowLeft' || key === 'ArrowRight') return turn(key === 'ArrowRight' ? 1 : -1, at);
  if (key === 'Enter') return enter(at);
  const letters: Readonly<Record<string, () => void>> = { e: edit, x: remove, m: addMarked, u: undo };
  const act = letters[key];
  act?.();
  return act !== undefined;
}

function turn(by: number, at: HTMLElement): boolean {
  if (at.closest('#text, [role="tablist"]') !== null) return false;
  tab.value = TABS[(TABS.indexOf(tab.value) + by + TABS.length) % TABS.length] ?? 'look';
  return true;
}

/** On the face of a card, or where nothing has the focus. */
function enter(at: HTMLElement): boolean {
  const face = at.closest('.face');
  const id = face?.closest<HTMLElement>('[data-card]')?.dataset.card;
  if (face === null && at !== document.body) return false;
  if (id !== undefined && id !== selected.value) select(id, 'card');
  else confirm();
  return true;
}

/** Enter in a field saves what it belongs to. */
function saveField(target: EventTarget | null): boolean {
  const card = target instanceof HTMLElement ? target.closest<HTMLElement>('[data-card]')?.dataset.card : undefined;
  if (card === undefined || (target instanceof HTMLSelectElement && card === undefined)) return false;
  if (card === NEW) add(made(adding.value?.kind ?? 'target'));
  else if (card === 'head') saveHeader();
  else confirm();
  return true;
}

/** Goes to the field that is doubted, else to the first. */
function edit(): void {
  const card = document.querySelector(`[data-card="${CSS.escape(selected.value)}"]`);
  const field =
    card?.querySelector<HTMLElement>('.asked :is(input, select, textarea)') ??
    card?.querySelector<HTMLElement>('.editor .field');
  field?.focus();
  field?.scrollIntoView({ block: 'nearest' });
}

function leave(target: EventTarget | null): void {
  if (!(target instanceof HTMLElement)) return;
  if (target.id === 'search') {
    if (search.value === '') target.blur();
    sameStep(() => {
      search.value = '';
    });
  } else if (target.closest(`[data-card="${NEW}"]`) !== null) cancelAdding();
  else if (inField(target)) {
    target.blur();
    focusCard(selected.value);
  }
}
