import { useEffect, useState } from 'preact/hooks';
import { toast } from '../../components/toast.tsx';
import { original, readAgain, removeDocument, role } from '../api/client.ts';
import { record } from '../document.ts';
import { fetchJobs, tookJob } from '../documents/jobs.ts';
import { openDocument } from '../open.ts';
import { numberText, words } from '../state.ts';

/** Milliseconds in which the second click takes a document out: what it was cannot be taken back. */
const REALLY_MS = 10_000;

/** What can be done with the file of the document: have it, read it again, take it out of the folder. */
export function FileActs() {
  const w = words.value;
  const [really, setReally] = useState(false);
  const now = record.value;
  useEffect(() => {
    if (!really) return;
    const timer = setTimeout(() => setReally(false), REALLY_MS);
    return () => clearTimeout(timer);
  }, [really]);
  if (now === undefined) return null;
  const { id, source } = now.document;
  const act = (what: () => Promise<void>) => (): void => {
    what().catch((error: unknown) => toast(error instanceof Error ? error.message : String(error)));
  };
  const again = async (): Promise<void> => {
    tookJob(await readAgain(id));
    toast(w.retried);
  };
  const takeOut = async (): Promise<void> => {
    if (!really) {
      setReally(true);
      return;
    }
    await removeDocument(id);
    toast(w.takenOut);
    openDocument('');
    await fetchJobs();
  };
  return (
    <section class="apart">
      <h3>{w.ofDocument}</h3>
      <p class="source">{[source.uri, ...(source.alsoAt ?? [])].join(' · ')}</p>
      <p class="acts">
        <a class="button small" href={original(id)} download>
          {w.original}
        </a>
        {role.value === 'write' ? (
          <>
            <button type="button" class="button small" onClick={act(again)}>
              {w.readAgain}
            </button>
            <button type="button" class={`button small ${really ? 'danger' : 'ghost'}`} onClick={act(takeOut)}>
              {really ? w.takeOutReally(numberText(now.targets.length), numberText(now.tasks.length)) : w.takeOut}
            </button>
          </>
        ) : null}
      </p>
    </section>
  );
}
