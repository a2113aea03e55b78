/** Files that somebody is receiving at this moment: they are not to be removed under their hands. */
export interface HeldFiles {
  /** One change after the other: what is removed must not be what just came in. */
  readonly inTurn: <T>(change: () => Promise<T>) => Promise<T>;
  readonly has: (name: string) => boolean;
  /** @param there whether it was there before */
  readonly begin: (name: string, there: boolean) => void;
  /** @returns whether nobody holds it now and nobody keeps it */
  readonly end: (name: string, kept: boolean) => boolean;
}

export function openHeld(): HeldFiles {
  /** By how many at a time, and whether it stays in the end. */
  const held = new Map<string, { readonly times: number; readonly stays: boolean }>();
  let last: Promise<unknown> = Promise.resolve();
  return {
    inTurn(change) {
      const turn = last.then(change);
      last = turn.catch(() => undefined);
      return turn;
    },
    has: (name) => held.has(name),
    begin(name, there) {
      const { times, stays } = held.get(name) ?? { times: 0, stays: there };
      held.set(name, { times: times + 1, stays });
    },
    end(name, kept) {
      const { times, stays } = held.get(name) ?? { times: 1, stays: true };
      if (times > 1) held.set(name, { times: times - 1, stays: stays || kept });
      else held.delete(name);
      return times === 1 && !stays && !kept;
    },
  };
}
