import { type Signal, signal } from '@preact/signals';

/** What is known of a piece of data that lies in the page or beside it. */
export type Part =
  | { readonly kind: 'idle' | 'waiting' | 'failed' }
  | { readonly kind: 'here'; readonly value: Readonly<Record<string, unknown>> };

const parts = new Map<string, Signal<Part>>();

declare global {
  interface Window {
    /** Called by the files beside the page with what they hold. */
    kehoachPart?: (name: string, value: Readonly<Record<string, unknown>>) => void;
  }
}

window.kehoachPart = (name, value) => {
  partOf(name).value = { kind: 'here', value };
};

/** A piece by its name: its value is read with `.value`, and changes when it has come. */
export function partOf(name: string): Signal<Part> {
  const known = parts.get(name);
  if (known !== undefined) return known;
  const inside = document.querySelector(`script[data-part="${CSS.escape(name)}"]`);
  const fresh = signal<Part>(
    inside === null ? { kind: 'idle' } : { kind: 'here', value: JSON.parse(inside.textContent ?? '{}') },
  );
  parts.set(name, fresh);
  return fresh;
}

/** Asks for a piece that is not here. Pages from the disk may not fetch: a script of that name says what it holds. */
export function want(name: string): void {
  const part = partOf(name);
  if (part.peek().kind === 'here' || part.peek().kind === 'waiting') return;
  part.value = { kind: 'waiting' };
  const script = document.createElement('script');
  script.src = name;
  const done = (): void => {
    if (part.peek().kind !== 'here') part.value = { kind: 'failed' };
    script.remove();
  };
  script.addEventListener('load', done);
  script.addEventListener('error', done);
  document.head.append(script);
}

/** Waits for a piece: what it holds, or nothing where it cannot be read. */
export function read(name: string): Promise<Readonly<Record<string, unknown>> | undefined> {
  want(name);
  return new Promise((resolve) => {
    let stop: (() => void) | undefined;
    const look = (part: Part): void => {
      if (part.kind === 'idle' || part.kind === 'waiting') return;
      queueMicrotask(() => stop?.());
      resolve(part.kind === 'here' ? part.value : undefined);
    };
    stop = partOf(name).subscribe(look);
  });
}
