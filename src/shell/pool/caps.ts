/** The caps under which a process reads one document. */
export interface Caps {
  readonly seconds: number;
  /** Of the heap of its process, in MB. */
  readonly memory: number;
}
export const DEFAULT_CAPS: Caps = { seconds: 120, memory: 1024 };
