import { useState } from 'preact/hooks';
import { date } from '../../components/figures.ts';
import { words } from '../state.ts';
import { typedDay } from './values.ts';

interface Props {
  readonly id: string;
  /** Where no visible label names it. */
  readonly name?: string;
  readonly day: string | null;
  readonly disabled: boolean;
  readonly onDay: (day: string | null) => void;
}

/** A day, written as official papers write it; the browser's own field follows the language of the browser. */
export function DayInput({ id, name, day, disabled, onDay }: Props) {
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const wrong = typed !== undefined && typed.trim() !== '' && typedDay(typed) === undefined;
  return (
    <input
      id={id}
      class="field"
      inputMode="numeric"
      placeholder={words.value.dayShape}
      aria-label={name}
      aria-invalid={wrong}
      disabled={disabled}
      value={typed ?? (day === null ? '' : date(day))}
      onInput={({ currentTarget: { value } }) => {
        setTyped(value);
        const next = typedDay(value);
        if (value.trim() === '') onDay(null);
        else if (next !== undefined) onDay(next);
      }}
      onBlur={() => {
        if (!wrong) setTyped(undefined);
      }}
    />
  );
}
