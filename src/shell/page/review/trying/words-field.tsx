import { useRef, useState } from 'preact/hooks';
import { words } from '../state.ts';

interface Props {
  readonly id: string;
  readonly label: string;
  readonly note?: string;
  readonly values: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
}

/** Phrases, each with a way to take it out, and a field to write one: Enter or a comma adds it. */
export function WordsField({ id, label, note, values, onChange }: Props) {
  const w = words.value;
  const [typed, setTyped] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const add = (text: string): void => {
    setTyped('');
    const more = text
      .split(/[,;\n\t]/u)
      .map((one) => one.replace(/\s+/gu, ' ').trim())
      .filter((one) => one !== '' && !values.includes(one));
    if (more.length > 0) onChange([...values, ...new Set(more)]);
  };
  return (
    <div class="box w6">
      <label for={id}>{label}</label>
      <span class="tokens">
        {values.map((one) => (
          <span class="token" key={one} lang="vi">
            {one}
            <button
              type="button"
              aria-label={w.remove(one)}
              onClick={() => {
                onChange(values.filter((other) => other !== one));
                field.current?.focus();
              }}
            >
              ✕
            </button>
          </span>
        ))}
        <input
          id={id}
          class="field"
          lang="vi"
          ref={field}
          autocomplete="off"
          aria-describedby={note === undefined ? undefined : `${id}-note`}
          value={typed}
          onInput={({ currentTarget: { value } }) => (/[,;]/u.test(value) ? add(value) : setTyped(value))}
          onBlur={() => add(typed)}
          onKeyDown={(event) => {
            if (event.key === 'Backspace' && typed === '' && values.length > 0) onChange(values.slice(0, -1));
            else if (event.key !== 'Enter' || event.isComposing || typed.trim() === '') return;
            else add(typed);
            event.preventDefault();
          }}
        />
      </span>
      {note === undefined ? null : (
        <span class="note" id={`${id}-note`}>
          {note}
        </span>
      )}
    </div>
  );
}
