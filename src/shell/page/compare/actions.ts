import { batch } from '@preact/signals';
import { NARROW } from '../components/sheet.tsx';
import type { Fact } from '../data/page-data.ts';
import { indexOfMeasure, listedMeasures, rowAt } from './list.ts';
import { data, figureAt, idOf, opened, readAddress, sameStep, view } from './state.ts';

/** Opens the detail of a measure at one of its figures, else at the best of the others. */
export function openDetail(index: number, at?: number): void {
  if (data.measures[index] === undefined) return;
  batch(() => show(index, at));
  focusTitle();
}

function show(index: number, at?: number): void {
  opened.value = idOf(index);
  figureAt.value = at === undefined ? '' : String(at);
}

const focusTitle = (): void => {
  requestAnimationFrame(() => document.querySelector<HTMLElement>('#detail-title')?.focus({ preventScroll: true }));
};

/** Closes the detail; the focus goes back to its row. */
export function closeDetail(): void {
  const index = indexOfMeasure(opened.value);
  batch(() => {
    opened.value = '';
    figureAt.value = '';
  });
  requestAnimationFrame(() => focusRow(index));
}

export function focusRow(index: number): void {
  document.querySelector<HTMLElement>(`[data-open="${index}"]`)?.focus({ preventScroll: matchMedia(NARROW).matches });
}

/** Goes to where the browser's Back or Forward leads; the focus goes as it would by hand. */
export function followAddress(): void {
  const before = opened.value;
  const inside = document.activeElement?.closest('.sheet') != null;
  readAddress();
  if (opened.value === before) return;
  const index = indexOfMeasure(opened.value);
  if (index >= 0) {
    focusTitle();
    requestAnimationFrame(() => document.querySelector(`[data-row="${index}"]`)?.scrollIntoView({ block: 'nearest' }));
  } else if (inside) requestAnimationFrame(() => focusRow(indexOfMeasure(before)));
}

/** The figure that the detail shows: the one chosen, else the best of the others, else the base's. */
export function chosenFact(index: number): Fact | undefined {
  const row = rowAt(index);
  if (row === undefined) return undefined;
  const chosen = figureAt.value === '' ? undefined : row.facts[Number(figureAt.value)];
  return chosen ?? row.comparable[0]?.fact ?? row.main ?? row.rest[0]?.fact ?? row.national;
}

/** Goes to the measure before or after the open one, as they are listed. */
export function stepDetail(by: number): void {
  const list = listedMeasures.value;
  const at = list.indexOf(indexOfMeasure(opened.value));
  const next = list[Math.min(list.length - 1, Math.max(0, at + by))];
  if (next === undefined) return;
  sameStep(() => show(next));
  focusTitle();
  requestAnimationFrame(() => document.querySelector(`[data-row="${next}"]`)?.scrollIntoView({ block: 'nearest' }));
}

/** Goes from the row that has the focus to the one before or after. */
export function stepRow(by: number): void {
  if (view.value !== 'strips') return;
  const list = listedMeasures.value;
  const row = document.activeElement?.closest<HTMLElement>('[data-row]')?.dataset.row;
  const at = row === undefined ? -1 : list.indexOf(Number(row));
  const next = list[Math.min(list.length - 1, Math.max(0, at === -1 ? (by > 0 ? 0 : list.length - 1) : at + by))];
  if (next !== undefined) focusRow(next);
}
