import { inField, keysRest } from '../components/keys.tsx';
import { closeDetail, stepDetail, stepRow } from './actions.ts';
import { copyCitation } from './copy.ts';
import { opened, sameStep, search } from './state.ts';

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 };

/** Keys of the whole page. None of one letter while a field has the focus. */
export function onKey(event: KeyboardEvent, showKeys: () => void): void {
  const { key, target } = event;
  if (keysRest(event)) return;
  if (key === 'Escape') {
    if (opened.value !== '') closeDetail();
    else if (target instanceof HTMLElement && target.id === 'search')
      sameStep(() => {
        search.value = '';
      });
    return;
  }
  if (inField(target)) return;
  const step = STEPS[key];
  if (key === '/') document.querySelector<HTMLElement>('#search')?.focus();
  else if (key === '?') showKeys();
  else if (key === 'c' && opened.value !== '') void copyCitation();
  const done = step !== undefined && steps(key, step, target);
  if (done || key === '/' || key === '?') event.preventDefault();
}

/** Arrows scroll where there is no row to go to; inside the detail they scroll it, but on its head. */
function steps(key: string, by: number, target: EventTarget | null): boolean {
  const letter = key === 'j' || key === 'k';
  const at = target instanceof HTMLElement ? target : document.body;
  if (opened.value !== '') {
    stepDetail(by);
    return true;
  }
  if (!letter && at.closest('[data-row]') === null) return false;
  stepRow(by);
  return true;
}
