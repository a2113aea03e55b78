import { batch, effect, type Signal } from '@preact/signals';

/** A piece of the state that stands in the address. */
export interface Kept {
  readonly name: string;
  readonly state: Signal<string>;
  /** Not told in the address. */
  readonly usual: string;
  /** Others are taken as the usual one. */
  readonly allowed?: readonly string[];
}

/** The state of a page as it stands in its address, behind "#". */
export interface Address {
  /** Takes what the address says, as one change; what it says wrong is left. */
  readonly read: () => void;
  /** Keeps the address true to the state. What is changed at once is one step, to which the browser goes back. */
  readonly keep: () => () => void;
  /** Changes what belongs to the step that is looked at: letters of a search, records that are gone through. */
  readonly sameStep: (change: () => void) => void;
}

/** @param flags told as "name=1" where they hold */
export function addressOf(kept: readonly Kept[], flags: Readonly<Record<string, Signal<boolean>>> = {}): Address {
  let withinStep = false;
  const sameStep = (change: () => void): void => {
    withinStep = true;
    try {
      batch(change);
    } finally {
      withinStep = false;
    }
  };
  return {
    sameStep,
    read() {
      const said = new URLSearchParams(location.hash.slice(1));
      sameStep(() => {
        for (const { name, state, usual, allowed } of kept) {
          const value = said.get(name) ?? usual;
          state.value = allowed?.includes(value) === false ? usual : value;
        }
        for (const [name, state] of Object.entries(flags)) state.value = said.get(name) === '1';
      });
    },
    keep: () =>
      effect(() => {
        const said = new URLSearchParams();
        for (const { name, state, usual } of kept) if (state.value !== usual) said.set(name, state.value);
        for (const [name, state] of Object.entries(flags)) if (state.value) said.set(name, '1');
        const hash = `#${said}`;
        if (location.hash === hash || (location.hash === '' && hash === '#')) return;
        try {
          if (withinStep) history.replaceState(null, '', hash);
          else history.pushState(null, '', hash);
        } catch {
          // Browsers refuse too many in a short time: the next change sets it right.
        }
      }),
  };
}
