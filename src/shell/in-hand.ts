import type { PagesDone } from './pool/task.ts';
import type { Happened } from './tally.ts';

/** Which of the sources that are in hand at a time is named to those who watch. */
export interface InHand {
  readonly begin: (source: string) => void;
  /** How far one is that is read page by page. */
  readonly pages: (source: string, pages: PagesDone) => void;
  readonly end: (source: string) => void;
}

/**
 * The one begun last is named; when it is done, the one begun last before it that is not.
 *
 * @param at told of each source that is to be named now
 * @param follow told what happens to each of them
 */
export function openInHand(at: (source: string) => void, follow?: (told: Happened) => void): InHand {
  /** With what is said of each, in the order in which they were begun. */
  const open = new Map<string, string>();
  const tell = (): void => {
    const last = [...open.values()].at(-1);
    if (last !== undefined) at(last);
  };
  return {
    begin(source) {
      open.delete(source);
      open.set(source, source);
      tell();
      follow?.({ source, begun: true });
    },
    pages(source, { done, of }) {
      if (!open.has(source)) return;
      follow?.({ source, pages: { done, of } });
      open.set(source, `${source} (page ${done} of ${of} from its image)`);
      tell();
    },
    end(source) {
      open.delete(source);
      tell();
    },
  };
}
