/** Milliseconds between two requests to one host. */
export const DEFAULT_DELAY = 1000;
/** Bytes of what is kept of URLs, all in all. */
export const DEFAULT_CACHE_BYTES = 10_000 * 1024 * 1024;
/** Seconds for one URL, from asking to its last byte. */
export const DEFAULT_SECONDS = 60;
