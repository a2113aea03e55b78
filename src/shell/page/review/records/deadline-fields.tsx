import type { Deadline } from '../../../../model/record.ts';
import { text } from '../document.ts';
import type { Entry } from '../entry.ts';
import { bringIntoSight } from '../select.ts';
import { view, words } from '../state.ts';
import { deadlinePlace } from '../text/marks.ts';
import { DayInput } from './day-input.tsx';
import { untype } from './drafts.ts';
import { Box, type Form, fieldOf, inputId } from './field.tsx';
import { same } from './typed.ts';

const EMPTY: Deadline = {
  ...{ text: '', type: 'by', start: null, end: null, rrule: null },
  ...{ planYearOffset: 0, exclusive: false, basis: 'explicit' },
};

/** When it is due: the words, what kind of time they tell, and its first and last day. */
export function DeadlineFields({ form, place }: { readonly form: Form; readonly place?: Entry }) {
  const w = words.value;
  const state = fieldOf<Deadline | null>(form, 'deadline');
  const now = state.value ?? EMPTY;
  const set = (change: Partial<Deadline>): void => {
    const next = { ...now, ...change };
    const empty = next.text.trim() === '';
    state.set(empty ? null : { ...next, rrule: next.type === 'recurring' ? next.rrule : null });
  };
  const undo = (): void => untype(form.id, 'deadline');
  const wordsOnly =
    state.changed &&
    state.value !== null &&
    state.saved !== null &&
    !same(state.value.text, state.saved.text) &&
    same(state.value.end, state.saved.end);
  const note = state.changed ? (
    wordsOnly ? (
      w.checkDates
    ) : undefined
  ) : place === undefined || now.text === '' ? undefined : (
    <From basis={now.basis} entry={place} />
  );
  return (
    <>
      <Box
        form={form}
        field="deadline"
        width={6}
        label={w.field.deadline ?? ''}
        changed={state.changed}
        was={state.saved}
        onUndo={undo}
        note={note}
      >
        <input
          id={inputId(form, 'deadline')}
          class="field"
          disabled={form.disabled}
          value={now.text}
          onInput={({ currentTarget }) => set({ text: currentTarget.value })}
        />
      </Box>
      <TypeField form={form} now={now} saved={state.saved?.type} onType={(type) => set({ type })} />
      <DayField
        form={form}
        part="start"
        label={w.from}
        day={now.start}
        saved={state.saved?.start ?? null}
        off={now.text === ''}
        onDay={(start) => set({ start })}
      />
      <DayField
        form={form}
        part="end"
        label={w.until}
        day={now.end}
        saved={state.saved?.end ?? null}
        off={now.text === ''}
        onDay={(end) => set({ end })}
      />
    </>
  );
}

interface TypeProps {
  readonly form: Form;
  readonly now: Deadline;
  readonly saved: Deadline['type'] | undefined;
  readonly onType: (type: Deadline['type']) => void;
}

function TypeField({ form, now, saved, onType }: TypeProps) {
  const w = words.value;
  return (
    <Part
      form={form}
      part="type"
      label={w.deadlineType}
      changed={now.text !== '' && saved !== undefined && now.type !== saved}
    >
      <select
        id={inputId(form, 'deadline.type')}
        class="field"
        disabled={form.disabled || now.text === ''}
        value={now.type}
        onChange={({ currentTarget }) => onType(currentTarget.value as Deadline['type'])}
      >
        {Object.entries(w.deadlineTypes).map(([value, label]) => (
          <option key={value} value={value} selected={value === now.type}>
            {label}
          </option>
        ))}
      </select>
    </Part>
  );
}

interface PartProps {
  readonly form: Form;
  readonly part: string;
  readonly label: string;
  readonly changed: boolean;
  readonly children: preact.ComponentChildren;
}

const Part = ({ form, part, label, changed, children }: PartProps) => (
  <div class={`box w2 ${changed && form.fresh !== true ? 'changed' : ''}`}>
    <label for={inputId(form, `deadline.${part}`)}>{label}</label>
    {children}
  </div>
);

function DayField({
  form,
  part,
  label,
  day,
  saved,
  off,
  onDay,
}: {
  readonly form: Form;
  readonly part: string;
  readonly label: string;
  readonly day: string | null;
  readonly saved: string | null;
  readonly off: boolean;
  readonly onDay: (day: string | null) => void;
}) {
  return (
    <Part form={form} part={part} label={label} changed={day !== saved}>
      <DayInput id={inputId(form, `deadline.${part}`)} day={day} disabled={form.disabled || off} onDay={onDay} />
    </Part>
  );
}

/** "thừa kế từ câu dẫn · chỗ gốc" */
function From({ basis, entry }: { readonly basis: Deadline['basis']; readonly entry: Entry }) {
  const w = words.value;
  const place = deadlinePlace(text.value ?? '', entry);
  return (
    <>
      {w.bases[basis]}
      {place === undefined || basis === 'explicit' ? null : (
        <>
          {' · '}
          <button type="button" class="link" onClick={() => showPlace('d', place.start)}>
            {w.source}
          </button>
        </>
      )}
    </>
  );
}

/** Brings the mark of a deadline or agency into sight. */
export function showPlace(kind: 'a' | 'd', at: number): void {
  view.value = 'text';
  requestAnimationFrame(() => bringIntoSight(document.querySelector(`.paper .${kind}[data-at="${at}"]`)));
}
