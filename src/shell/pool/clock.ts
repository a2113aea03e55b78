/** The time that is left for a document: set back where pages have a limit of their own. */
export interface Clock {
  /** @param over called once when the time is up */
  readonly start: (seconds: number, over: () => void) => void;
  /** So many seconds from now on. */
  readonly set: (seconds: number) => void;
  readonly stop: () => void;
  /** Whether the time was up before it was stopped. */
  readonly isOver: () => boolean;
}

export function openClock(): Clock {
  let timer: NodeJS.Timeout | undefined;
  let tell: (() => void) | undefined;
  let over = false;
  const set = (seconds: number): void => {
    if (tell === undefined || over) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      over = true;
      tell?.();
    }, seconds * 1000);
  };
  return {
    start(seconds, then) {
      tell = then;
      set(seconds);
    },
    set,
    stop() {
      clearTimeout(timer);
      tell = undefined;
    },
    isOver: () => over,
  };
}
