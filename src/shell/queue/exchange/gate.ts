/** Lets so much through at a time; what alone is more than that goes through alone. */
export interface Gate {
  readonly enter: (amount: number) => Promise<void>;
  readonly leave: (amount: number) => void;
}

export function openGate(most: number): Gate {
  let inside = 0;
  const waiting: { readonly amount: number; readonly go: () => void }[] = [];

  function admit(): void {
    for (let next = waiting[0]; next !== undefined; next = waiting[0]) {
      if (inside > 0 && inside + next.amount > most) return;
      waiting.shift();
      inside += next.amount;
      next.go();
    }
  }
  return {
    enter: (amount) =>
      new Promise((go) => {
        waiting.push({ amount, go });
        admit();
      }),
    leave(amount) {
      inside -= amount;
      admit();
    },
  };
}

/** Work that may go side by side, and work that must have the process to itself. In the order of coming. */
export interface Turns {
  readonly shared: <T>(work: () => Promise<T>) => Promise<T>;
  readonly alone: <T>(work: () => Promise<T>) => Promise<T>;
}

const ALL = 1e9;
export function openTurns(): Turns {
  const gate = openGate(ALL);
  const within =
    (amount: number) =>
    async <T>(work: () => Promise<T>): Promise<T> => {
      await gate.enter(amount);
      try {
        return await work();
      } finally {
        gate.leave(amount);
      }
    };
  return { shared: within(1), alone: within(ALL) };
}
