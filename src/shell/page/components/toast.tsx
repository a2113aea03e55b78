import { signal } from '@preact/signals';

interface Told {
  readonly text: string;
  readonly undo?: { readonly label: string; readonly run: () => void };
}

const told = signal<Told | undefined>(undefined);
let timer: ReturnType<typeof setTimeout> | undefined;

const SHOWN_MS = 5000;

/** Says something for five seconds. */
export function toast(text: string, undo?: Told['undo']): void {
  clearTimeout(timer);
  told.value = undo === undefined ? { text } : { text, undo };
  timer = setTimeout(() => {
    told.value = undefined;
  }, SHOWN_MS);
}

/** Where it is said: once in a page. */
export function Toast() {
  const now = told.value;
  return (
    <div class={now === undefined ? 'toast' : 'toast on'} role="status">
      {now === undefined ? null : <span>{now.text}</span>}
      {now?.undo === undefined ? null : (
        <button
          type="button"
          onClick={() => {
            now.undo?.run();
            told.value = undefined;
          }}
        >
          {now.undo.label}
        </button>
      )}
    </div>
  );
}
