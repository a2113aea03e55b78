/** What one document of this run waits for. */
export interface Hand {
  /** Something may have happened to its job. */
  readonly nudge: () => void;
  readonly nudged: () => Promise<void>;
}

export function openHand(): Hand {
  let due = false;
  let wake: (() => void) | undefined;
  return {
    nudge() {
      due = true;
      wake?.();
    },
    async nudged() {
      if (!due) {
        await new Promise<void>((go) => {
          wake = go;
        });
      }
      due = false;
    },
  };
}
