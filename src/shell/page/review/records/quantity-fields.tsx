import { useState } from 'preact/hooks';
import type { Comparator } from '../../../../model/record.ts';
import type { TargetRead } from '../api/types.ts';
import { numberText, words } from '../state.ts';
import { untype } from './drafts.ts';
import { Box, type FieldState, type Form, fieldOf, inputId } from './field.tsx';
import { same } from './typed.ts';
import { typedNumber } from './values.ts';

type Quantity = NonNullable<TargetRead['quantity']>;
type Part = 'comparator' | 'value' | 'valueMax' | 'unit';

const EMPTY: Quantity = { comparator: '=', value: Number.NaN, valueMax: null, unit: '', text: '' };
const COMPARATORS: readonly (readonly [Comparator, string])[] = [
  ['=', '='],
  ['>=', '≥'],
  ['>', '>'],
  ['<=', '≤'],
  ['<', '<'],
  ['~', '≈'],
];

/** The figure of a target: sign, value, upper end and unit. Without a value it is an aim in words. */
export function QuantityFields({ form }: { readonly form: Form }) {
  const w = words.value;
  const state = fieldOf<Quantity | null>(form, 'quantity');
  const now = state.value ?? EMPTY;
  const set = (change: Partial<Quantity>): void => put(state, { ...now, ...change }, w.needed);
  const box = (part: Part) => ({
    form,
    field: `quantity.${part}`,
    label: w.field[`quantity.${part}`] ?? part,
    changed: !same(state.value?.[part], state.saved?.[part]),
    was: state.saved?.[part],
    onUndo: () => undoPart(form, state, part),
  });
  return (
    <>
      <Box {...box('comparator')} width={1}>
        <select
          id={inputId(form, 'quantity.comparator')}
          class="field"
          disabled={form.disabled}
          value={now.comparator}
          onChange={({ currentTarget }) => {
            const chosen = COMPARATORS.find(([value]) => value === currentTarget.value);
            if (chosen !== undefined) set({ comparator: chosen[0] });
          }}
        >
          {COMPARATORS.map(([value, label]) => (
            <option key={value} value={value} selected={value === now.comparator}>
              {label}
            </option>
          ))}
        </select>
      </Box>
      <NumberBox
        box={box('value')}
        value={Number.isNaN(now.value) ? null : now.value}
        onNumber={(value) => set({ value: value ?? Number.NaN })}
      />
      <NumberBox box={box('valueMax')} value={now.valueMax} onNumber={(valueMax) => set({ valueMax })} />
      <Box {...box('unit')} width={1} fault={state.fault}>
        <input
          id={inputId(form, 'quantity.unit')}
          class="field"
          disabled={form.disabled}
          aria-invalid={state.fault !== undefined}
          value={now.unit}
          onInput={({ currentTarget }) => set({ unit: currentTarget.value.trim() })}
        />
      </Box>
    </>
  );
}

/** Without a value there is no figure; with one it needs a unit. */
function put(state: FieldState<Quantity | null>, next: Quantity, needed: string): void {
  if (Number.isNaN(next.value)) {
    state.set(null);
    return;
  }
  const text = next.text === '' ? `${next.value}${next.unit.startsWith('%') ? '' : ' '}${next.unit}` : next.text;
  state.set({ ...next, text }, next.unit === '' ? needed : undefined);
}

function undoPart(form: Form, state: FieldState<Quantity | null>, part: Part): void {
  if (state.saved === null || state.value === null) untype(form.id, 'quantity');
  else state.set({ ...state.value, [part]: state.saved[part] });
}

/** A number; what is typed stays as it is typed, also where it is none. */
function NumberBox({
  box,
  value,
  onNumber,
}: {
  readonly box: Omit<Parameters<typeof Box>[0], 'width' | 'children'>;
  readonly value: number | null;
  readonly onNumber: (value: number | null) => void;
}) {
  const w = words.value;
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const wrong = typed !== undefined && typed.trim() !== '' && typedNumber(typed) === undefined;
  return (
    <Box {...box} width={1} fault={wrong ? w.notANumber : undefined}>
      <input
        id={inputId(box.form, box.field)}
        class="field"
        inputMode="decimal"
        disabled={box.form.disabled}
        aria-invalid={wrong}
        value={typed ?? (value === null ? '' : numberText(value))}
        onInput={({ currentTarget }) => {
          setTyped(currentTarget.value);
          const next = typedNumber(currentTarget.value);
          if (currentTarget.value.trim() === '') onNumber(null);
          else if (next !== undefined) onNumber(next);
        }}
        onBlur={() => {
          if (!wrong) setTyped(undefined);
        }}
      />
    </Box>
  );
}
