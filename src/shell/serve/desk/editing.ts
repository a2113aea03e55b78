import { type CorrectedDocument, type Corrections, openCorrections } from '../../corrections/open.ts';
import type { Log } from '../../log.ts';
import { readFailures } from '../../output/failures.ts';
import { remakeTables } from '../../output/remake.ts';
import type { Store } from '../../output/store.ts';
import type { Holder } from './holder.ts';

/** Milliseconds after a correction at which the tables are made to say it: people correct many in a row. */
const SOON = 1000;

/** What persons say of documents, while the server may be reading others into the same folder. */
export interface Editing extends Pick<Corrections, 'list' | 'add' | 'remove'> {
  /** Makes the tables say what was corrected. */
  readonly close: () => Promise<void>;
}

/** @param changed told when a document says something else, and its tables when they do (with no id) */
export function openEditing(out: string, holder: Holder, log: Log, changed: (id?: string) => void): Editing {
  let store: Store | undefined;
  const corrections = openCorrections(out, { lock: { check: () => store?.check() } });
  let timer: NodeJS.Timeout | undefined;
  let behind = false;

  async function freshen(): Promise<void> {
    if (!behind) return;
    behind = false;
    try {
      await holder.use(async (own) => remakeTables(own, await readFailures(out)));
      changed();
    } catch (error) {
      // Whoever makes the tables next makes them say it.
      behind = true;
      log.warn({ error: String(error) }, 'tables not made anew');
    }
  }

  const changing = (id: string, change: () => Promise<CorrectedDocument>): Promise<CorrectedDocument> =>
    holder.use(async (own) => {
      store = own;
      const document = await change();
      behind = true;
      clearTimeout(timer);
      timer = setTimeout(() => void freshen(), SOON);
      changed(id);
      return document;
    });

  return {
    list: corrections.list,
    add: (id, drafts, by, seen) => changing(id, () => corrections.add(id, drafts, by, seen)),
    remove: (id, ids, by, seen) => changing(id, () => corrections.remove(id, ids, by, seen)),
    async close() {
      clearTimeout(timer);
      await freshen();
    },
  };
}
