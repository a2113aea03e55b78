interface Props {
  readonly label: string;
  /** "Bỏ lọc: …" */
  readonly name: string;
  readonly onDrop: () => void;
}

/** A filter that is set: a click takes it off. */
export const FilterChip = ({ label, name, onDrop }: Props) => (
  <button type="button" class="filter-chip" aria-label={name} onClick={onDrop}>
    {label} <span aria-hidden="true">✕</span>
  </button>
);
