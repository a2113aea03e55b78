import { useLayoutEffect, useRef } from 'preact/hooks';
import { add, adding, cancelAdding } from '../acts.ts';
import { text } from '../document.ts';
import { words } from '../state.ts';
import { NEW, typedOf } from './drafts.ts';
import { TargetFields, TaskFields } from './editor.tsx';
import type { Form } from './field.tsx';
import { savedOf } from './typed.ts';

/** A target or task that is being added, from words that were marked: nothing is kept before it is said to be right. */
export function AddCard() {
  const w = words.value;
  const now = adding.value;
  const box = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    if (now === undefined) return;
    box.current?.scrollIntoView({ block: 'nearest' });
    box.current?.querySelector<HTMLElement>('.field')?.focus();
  }, [now]);
  if (now === undefined) return null;
  const form: Form = { id: NEW, of: NOTHING, asked: '', disabled: false, fresh: true };
  const title = now.kind === 'target' ? w.newTarget : w.newTask;
  return (
    <section class="card open new" data-card={NEW} aria-label={title} ref={box}>
      <h3>{title}</h3>
      <p class="quote always" lang="vi">
        {text.value?.slice(now.start, now.end)}
      </p>
      <div class="editor">
        {now.kind === 'target' ? <TargetFields form={form} /> : <TaskFields form={form} />}
        <div class="acts">
          <button type="button" class="button primary" onClick={() => add(made(now.kind))}>
            {w.add} <kbd>Enter</kbd>
          </button>
          <button type="button" class="button ghost" onClick={cancelAdding}>
            {w.cancel}
          </button>
        </div>
      </div>
    </section>
  );
}

const NOTHING = {};

/** The record as the form has it. */
export function made(kind: 'target' | 'task'): Record<string, unknown> {
  const { values } = typedOf(NEW);
  const of = (field: string): unknown => (field in values ? values[field] : savedOf(NOTHING, field));
  const given = (names: readonly string[]) =>
    Object.fromEntries(names.flatMap((name) => (of(name) === null ? [] : [[name, of(name)]])));
  if (kind === 'task') return given(['text', 'product', 'note', 'area', 'leads', 'cooperating', 'deadline']);
  return {
    indicator: { text: of('indicator.text'), code: of('indicator.code') },
    quantity: of('quantity'),
    ...given(['status', 'direction', 'baseline', 'condition', 'levels', 'area', 'deadline', 'agencies']),
  };
}
