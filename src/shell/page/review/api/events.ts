import { signal } from '@preact/signals';
import type { Job } from './types.ts';

export interface Hears {
  readonly job: (job: Job) => void;
  /** The tables say something else now. */
  readonly documents: () => void;
  readonly document: (id: string) => void;
  /** Heard again after a silence: what was missed is to be read anew. */
  readonly again: () => void;
}

/** Whether the server is heard. */
export const heard = signal(true);

const FIRST_MS = 1000;
const LONGEST_MS = 30_000;

/**
 * Hears what the server tells until it is stopped. Browsers try again by themselves where the line breaks, but not where the
 * server refuses for a while.
 */
export function hear({ job, documents, document, again }: Hears): () => void {
  let stream: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wait = FIRST_MS;
  let silent = false;
  const begin = (): void => {
    stream = new EventSource('/events');
    stream.addEventListener('open', () => {
      wait = FIRST_MS;
      heard.value = true;
      if (silent) again();
      silent = false;
    });
    stream.addEventListener('job', ({ data }) => job(JSON.parse(data)));
    stream.addEventListener('documents', documents);
    stream.addEventListener('document', ({ data }) => document(JSON.parse(data).id));
    stream.addEventListener('error', () => {
      silent = true;
      heard.value = false;
      if (stream?.readyState !== EventSource.CLOSED) return;
      timer = setTimeout(begin, wait);
      wait = Math.min(LONGEST_MS, wait * 2);
    });
  };
  begin();
  return () => {
    clearTimeout(timer);
    stream?.close();
  };
}
