import type { ComponentChildren } from 'preact';

export type Tone = 'neutral' | 'ok' | 'warn' | 'err' | 'accent';

/** A word or two about a thing. */
export const Tag = ({ tone = 'neutral', children }: { readonly tone?: Tone; readonly children: ComponentChildren }) => (
  <span class={`tag ${tone}`}>{children}</span>
);
