/** Which of the sources that are in hand at a time is named to those who watch. */
export interface InHand {
  readonly begin: (source: string) => void;
  readonly end: (source: string) => void;
}

/**
 * The one begun last is named; when it is done, the one begun last before it that is not.
 *
 * @param at told of each source that is to be named now
 */
export function openInHand(at: (source: string) => void): InHand {
  const open = new Set<string>();
  return {
    begin(source) {
      open.delete(source);
      open.add(source);
      at(source);
    },
    end(source) {
      open.delete(source);
      const last = [...open].at(-1);
      if (last !== undefined) at(last);
    },
  };
}
