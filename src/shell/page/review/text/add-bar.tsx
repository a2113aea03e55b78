import { signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { toast } from '../../components/toast.tsx';
import { adding } from '../acts.ts';
import { role } from '../api/client.ts';
import { entryOf, figures, text } from '../document.ts';
import { draftName, forget, NEW, type } from '../records/drafts.ts';
import { prefill } from '../records/prefill.ts';
import { deadlineFrom, typedNumber } from '../records/values.ts';
import { pane, selected, tab, words } from '../state.ts';
import type { Range } from './lines.ts';

/** Words of the text that are marked, and where on the screen they begin. */
const marked = signal<(Range & { readonly left: number; readonly top: number }) | undefined>(undefined);

/** Where a point of the selection stands in the text of the document. */
function placeOf(node: Node, offset: number): number | undefined {
  const holder = (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>('[data-start]');
  if (holder == null) return undefined;
  const range = document.createRange();
  range.selectNodeContents(holder);
  range.setEnd(node, offset);
  return Number(holder.dataset.start) + range.toString().length;
}

function look(): void {
  const now = getSelection();
  const range = now !== null && !now.isCollapsed && now.rangeCount > 0 ? now.getRangeAt(0) : undefined;
  const inside = range?.commonAncestorContainer;
  const paper = (inside instanceof Element ? inside : inside?.parentElement)?.closest('.paper');
  if (range === undefined || paper == null || role.value !== 'write') {
    marked.value = undefined;
    return;
  }
  const [from, to] = [placeOf(range.startContainer, range.startOffset), placeOf(range.endContainer, range.endOffset)];
  const said = text.value ?? '';
  if (from === undefined || to === undefined || said.slice(from, to).trim() === '') {
    marked.value = undefined;
    return;
  }
  const words = said.slice(from, to);
  const start = from + (words.length - words.trimStart().length);
  const { left, top } = range.getBoundingClientRect();
  marked.value = { start, end: start + words.trim().length, left, top };
}

/** A small bar at the marked words: what to make of them. */
export function AddBar() {
  const w = words.value;
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    document.addEventListener('selectionchange', look);
    return () => document.removeEventListener('selectionchange', look);
  }, []);
  const now = marked.value;
  if (now === undefined) return null;
  const left = Math.max(8, Math.min(innerWidth - (bar.current?.offsetWidth ?? 420) - 8, now.left));
  const stay = (event: MouseEvent): void => event.preventDefault();
  const open = entryOf(selected.value);
  return (
    <div
      class="add-bar"
      role="toolbar"
      aria-label={w.add}
      ref={bar}
      onMouseDown={stay}
      style={{ left: `${left}px`, top: `${Math.max(56, Math.min(innerHeight - 60, now.top - 42))}px` }}
    >
      <button type="button" onClick={() => begin('target', now)}>
        {w.addTarget} <kbd>m</kbd>
      </button>
      <button type="button" onClick={() => begin('task', now)}>
        {w.addTask}
      </button>
      {open === undefined ? null : (
        <button type="button" onClick={() => asDeadline(now)}>
          {w.asDeadline}
        </button>
      )}
    </div>
  );
}

/** Makes a target of what is marked; says what to do where nothing is. */
export function addMarked(): void {
  if (role.value !== 'write') return;
  if (marked.value === undefined) toast(words.value.markFirst);
  else begin('target', marked.value);
}

/**
 * Opens the form of a new record with what its words tell plainly, and with what the rules read in them as soon as they have.
 *
 * @param about the figure that it is about, where that is known
 */
export function begin(kind: 'target' | 'task', { start: from, end }: Range, about?: Range): void {
  const whole = (text.value ?? '').slice(from, end);
  // The sign of a list is none of what it lists.
  const start = from + (/^\s*(?:[-–+•*]\s+)?/u.exec(whole)?.[0].length ?? 0);
  const said = (text.value ?? '').slice(start, end).replace(/\s+/gu, ' ');
  forget(draftName(NEW));
  if (kind === 'task') type(NEW, 'text', said);
  else {
    const figure = figures.value.find((one) => one.start >= start && one.end <= end);
    const quantity = figure === undefined ? undefined : quantityAt(figure);
    type(NEW, 'indicator.text', quantity === undefined ? said : withoutFigure(said, quantity.text));
    if (quantity !== undefined) type(NEW, 'quantity', quantity);
  }
  const now = { kind, start, end };
  adding.value = now;
  if (kind === 'target') {
    const figure = about === undefined ? undefined : (text.value ?? '').slice(about.start, about.end);
    // Without them, what the words tell plainly stands there.
    void prefill(said, figure, () => adding.value === now).catch(() => undefined);
  }
  if (tab.value === 'unused' || tab.value === 'head') tab.value = 'all';
  pane.value = 'recs';
  getSelection()?.removeAllRanges();
}

/** A figure with the sign or word behind it, as its unit; nothing where the digits could be two numbers. */
function quantityAt({ start, end }: Range) {
  const whole = text.value ?? '';
  const value = typedNumber(whole.slice(start, end).replace(/[^\d.,-]/gu, ''));
  if (value === undefined) return undefined;
  const behind = /^\s?(?:%|\p{L}+)/u.exec(whole.slice(end))?.[0] ?? '';
  const inside = whole.slice(start, end).replace(/^[\d.,\s]+/u, '');
  const unit = (inside || behind).trim();
  const said = inside === '' ? `${whole.slice(start, end)}${behind}` : whole.slice(start, end);
  return { comparator: '=', value, valueMax: null, unit, text: said } as const;
}

const withoutFigure = (said: string, figure: string): string =>
  said
    .replace(figure, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/\s+(?=[,;.])/gu, '')
    .trim();

/** Takes the marked words as the deadline of the open record; its form shows what was made of them. */
function asDeadline({ start, end }: Range): void {
  type(selected.value, 'deadline', deadlineFrom((text.value ?? '').slice(start, end)));
  pane.value = 'recs';
  getSelection()?.removeAllRanges();
}
