/** Milliseconds between two requests to one host. */
export const DEFAULT_DELAY = 1000;
/** Seconds for one URL, from asking to its last byte. */
export const DEFAULT_SECONDS = 60;
