import type { ComponentChildren } from 'preact';

export interface Segment<K extends string> {
  readonly key: K;
  readonly label: ComponentChildren;
  readonly lang?: string;
  /** What a screen reader says instead of the label. */
  readonly name?: string;
}

interface Props<K extends string> {
  readonly name: string;
  readonly segments: readonly Segment<K>[];
  readonly chosen: K;
  readonly onChoose: (key: K) => void;
  readonly small?: boolean;
}

/** A choice of few, all seen at once; the pressed one is ink. */
export const Segmented = <K extends string>({ name, segments, chosen, onChoose, small = false }: Props<K>) => (
  // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw a frame and its legend
  <span class={small ? 'segmented small' : 'segmented'} role="group" aria-label={name}>
    {segments.map(({ key, label, lang, name: own }) => (
      <button
        key={key}
        type="button"
        lang={lang}
        aria-label={own}
        aria-pressed={key === chosen}
        onClick={() => onChoose(key)}
      >
        {label}
      </button>
    ))}
  </span>
);
