import { useEffect, useId, useRef, useState } from 'preact/hooks';

export interface Choice {
  readonly value: string;
  readonly label: string;
  /** Behind the label, quieter. */
  readonly hint?: string;
}

interface Props {
  readonly id: string;
  /** Where no visible label names it. */
  readonly name?: string;
  readonly value: string;
  readonly disabled?: boolean;
  readonly invalid?: boolean;
  /** What there is to choose from for what is typed. */
  readonly choices: (typed: string) => readonly Choice[] | Promise<readonly Choice[]>;
  /** Each letter. */
  readonly onType: (typed: string) => void;
  readonly onChoose: (choice: Choice) => void;
  /** Enter, where nothing of the list is marked. */
  readonly onEnter?: (typed: string) => void;
  /** Backspace in an empty field. */
  readonly onBack?: () => void;
}

/** A field with what may stand in it below: typed, or chosen with the arrows or a click. */
export function Combobox({ id, name, value, disabled = false, invalid = false, choices, ...on }: Props) {
  const [open, setOpen] = useState(false);
  const [found, setFound] = useState<readonly Choice[]>([]);
  const [at, setAt] = useState(-1);
  const list = useId();
  const asked = useRef('');
  const look = async (typed: string): Promise<void> => {
    asked.current = typed;
    const some = await choices(typed);
    if (asked.current !== typed) return;
    setFound(some);
    setAt(-1);
  };
  const choose = (choice: Choice): void => {
    setOpen(false);
    on.onChoose(choice);
  };
  const shown = open && found.length > 0;
  const key = (event: KeyboardEvent & { readonly currentTarget: HTMLInputElement }): void => {
    const { key: pressed } = event;
    if (pressed === 'Backspace' && event.currentTarget.value === '') on.onBack?.();
    if (pressed === 'Escape' && shown) setOpen(false);
    else if (pressed === 'ArrowDown' || pressed === 'ArrowUp') {
      if (!open) void look(event.currentTarget.value);
      setOpen(true);
      const step = pressed === 'ArrowDown' ? 1 : -1;
      if (found.length > 0) setAt((at + step + (at === -1 && step < 0 ? 1 : 0) + found.length) % found.length);
    } else if (pressed === 'Enter') {
      const marked = shown ? found[at] : undefined;
      if (marked !== undefined) choose(marked);
      else if (on.onEnter !== undefined && event.currentTarget.value.trim() !== '')
        on.onEnter(event.currentTarget.value);
      else return;
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <span class="combobox">
      <input
        id={id}
        class="field"
        role="combobox"
        autocomplete="off"
        aria-label={name}
        aria-expanded={shown}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={shown && at >= 0 ? `${list}-${at}` : undefined}
        aria-invalid={invalid}
        disabled={disabled}
        value={value}
        onInput={({ currentTarget }) => {
          on.onType(currentTarget.value);
          setOpen(true);
          void look(currentTarget.value);
        }}
        onKeyDown={key}
        onBlur={() => setOpen(false)}
      />
      <Options id={list} name={name ?? id} found={shown ? found : []} at={at} onChoose={choose} />
    </span>
  );
}

interface OptionsProps {
  readonly id: string;
  readonly name: string;
  readonly found: readonly Choice[];
  readonly at: number;
  readonly onChoose: (choice: Choice) => void;
}

function Options({ id, name, found, at, onChoose }: OptionsProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.children[at]?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  return (
    <div id={id} role="listbox" aria-label={name} hidden={found.length === 0} ref={list}>
      {found.map((one, i) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the marked one
        // biome-ignore lint/a11y/useKeyWithClickEvents: as above
        <div
          key={one.value}
          id={`${id}-${i}`}
          role="option"
          aria-selected={i === at}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(one)}
        >
          {one.label} {one.hint === undefined ? null : <small>{one.hint}</small>}
        </div>
      ))}
    </div>
  );
}
