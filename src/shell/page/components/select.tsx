export interface Option {
  readonly value: string;
  readonly label: string;
}

interface Props {
  readonly label: string;
  readonly options: readonly Option[];
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Without a frame, for what always has a value. */
  readonly plain?: boolean;
}

/** A list to choose from, with its label inside; tinted when something is chosen. */
export function Select({ label, options, value, onChange, plain = false }: Props) {
  const look = plain ? 'select plain' : value === '' ? 'select' : 'select set';
  return (
    <label class={look}>
      <span aria-hidden="true">{label}</span>
      <select aria-label={label} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {options.map((one) => (
          <option key={one.value} value={one.value} selected={one.value === value}>
            {one.label}
          </option>
        ))}
      </select>
    </label>
  );
}
