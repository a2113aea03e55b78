import type { ComponentChildren } from 'preact';
import { words } from '../state.ts';
import { type, typedOf, untype } from './drafts.ts';
import { shownValue } from './shown.ts';
import { changedOf, same, savedOf } from './typed.ts';

/** What a form is about. */
export interface Form {
  /** Of its draft: "t6". */
  readonly id: string;
  /** What is saved. */
  readonly of: object;
  /** The field that is doubted. */
  readonly asked: string;
  readonly disabled: boolean;
  /** Whether nothing of it is saved yet: then nothing has changed. */
  readonly fresh?: boolean;
}

/** One field of a form: what stands in it now, and how it is changed. */
export interface FieldState<T> {
  readonly value: T;
  readonly saved: T;
  readonly changed: boolean;
  readonly fault: string | undefined;
  readonly set: (value: T, fault?: string) => void;
}

export function fieldOf<T>({ id, of }: Form, field: string): FieldState<T> {
  const typed = typedOf(id);
  const saved = savedOf(of, field) as T;
  return {
    value: field in typed.values ? (typed.values[field] as T) : saved,
    saved,
    changed: changedOf(of, typed).includes(field),
    fault: typed.faults[field],
    set: (value, fault) => {
      if (fault === undefined && same(value, saved)) untype(id, field);
      else type(id, field, value, fault);
    },
  };
}

interface BoxProps {
  readonly form: Form;
  readonly field: string;
  readonly label: string;
  /** Sixths of the form's width. */
  readonly width: 1 | 2 | 3 | 4 | 6;
  readonly changed: boolean;
  readonly was: unknown;
  readonly onUndo: () => void;
  readonly fault?: string | undefined;
  /** Below it. */
  readonly note?: ComponentChildren;
  readonly children: ComponentChildren;
}

export const inputId = (form: Pick<Form, 'id'>, field: string): string => `f-${form.id}-${field.replaceAll('.', '-')}`;

/** A field with its label; tinted where it is doubted or changed, with what stood there before. */
export function Box({ form, field, label, width, was, onUndo, fault, note, children, ...own }: BoxProps) {
  const w = words.value;
  const changed = own.changed && form.fresh !== true;
  const asked = form.asked === field;
  return (
    <div class={`box w${width} ${asked ? 'asked' : ''} ${changed ? 'changed' : ''}`} data-field={field}>
      <label for={inputId(form, field)}>{label}</label>
      {children}
      {fault === undefined ? null : (
        <span class="fault" id={`${inputId(form, field)}-fault`}>
          {fault}
        </span>
      )}
      {changed ? (
        <span class="was">
          {w.was(shownValue(field, was))}{' '}
          <button type="button" class="link" aria-label={`${w.undo}: ${label}`} onClick={onUndo}>
            {w.undo}
          </button>
        </span>
      ) : null}
      {note == null ? null : <span class="note">{note}</span>}
    </div>
  );
}

interface Common {
  readonly form: Form;
  readonly field: string;
  readonly width: BoxProps['width'];
  readonly label?: string;
}

const labelOf = (field: string, label?: string): string => label ?? words.value.field[field] ?? field;

/** Words, or nothing. */
export function TextField({
  form,
  field,
  width,
  label,
  rows = 1,
  needed = false,
  note,
}: Common & {
  readonly rows?: number;
  readonly needed?: boolean;
  readonly note?: ComponentChildren;
}) {
  const state = fieldOf<string | null>(form, field);
  const own = {
    id: inputId(form, field),
    class: 'field',
    disabled: form.disabled,
    'aria-invalid': state.fault !== undefined,
    value: state.value ?? '',
    onInput: ({ currentTarget }: { currentTarget: { value: string } }) => {
      const value = currentTarget.value.trim() === '' ? null : currentTarget.value;
      state.set(value, needed && value === null ? words.value.needed : undefined);
    },
  };
  return (
    <Box
      {...{ form, field, width, note }}
      label={labelOf(field, label)}
      changed={state.changed}
      was={state.saved}
      fault={state.fault}
      onUndo={() => untype(form.id, field)}
    >
      {rows > 1 ? <textarea rows={rows} {...own} /> : <input {...own} />}
    </Box>
  );
}

/** One of few; what is chosen is kept as `parse` makes it of the option. */
export function ChoiceField<T>({
  form,
  field,
  width,
  label,
  options,
  show,
  parse,
}: Common & {
  readonly options: readonly (readonly [value: string, label: string])[];
  readonly show: (value: T) => string;
  readonly parse: (option: string) => T;
}) {
  const state = fieldOf<T>(form, field);
  const now = show(state.value);
  return (
    <Box
      {...{ form, field, width }}
      label={labelOf(field, label)}
      changed={state.changed}
      was={state.saved}
      onUndo={() => untype(form.id, field)}
    >
      <select
        id={inputId(form, field)}
        class="field"
        disabled={form.disabled}
        value={now}
        onChange={({ currentTarget }) => state.set(parse(currentTarget.value))}
      >
        {options.map(([value, name]) => (
          <option key={value} value={value} selected={value === now}>
            {name}
          </option>
        ))}
      </select>
    </Box>
  );
}
