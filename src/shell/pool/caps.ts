/** The caps under which a thread reads one document. */
export interface Caps {
  readonly seconds: number;
  /** Of the thread's heap, in MB. */
  readonly memory: number;
}
export const DEFAULT_CAPS: Caps = { seconds: 120, memory: 1024 };
