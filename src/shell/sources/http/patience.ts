/** Answers that are worth another try: the server is busy or out of order. */
export const PASSING: ReadonlySet<number> = new Set([408, 425, 429, 500, 502, 503, 504]);
/** Milliseconds; a server that asks for a longer pause is given up. */
export const LONGEST_PAUSE = 60_000;
