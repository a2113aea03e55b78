import { useState } from 'preact/hooks';
import { Tag } from '../../components/tag.tsx';
import { toast } from '../../components/toast.tsx';
import { dropFailure, retryFailure, role } from '../api/client.ts';
import type { Failure } from '../api/types.ts';
import { language, words } from '../state.ts';
import { chooseFiles } from './drop-zone.tsx';
import { FAILURE_ADVICE, type Way } from './failure-words.ts';
import { failures, fetchFailures, tookJob } from './jobs.ts';
import { fileOf } from './lines.tsx';

/** What could not be read: why, what to do, and one button that does it. */
export const Failures = () => (
  <ul class="failures">
    {failures.value.map((one) => (
      <FailureLine key={one.id} failure={one} />
    ))}
  </ul>
);

function FailureLine({ failure }: { readonly failure: Failure }) {
  const w = words.value;
  const now = language.value;
  const { id, source, code, message } = failure;
  const known = FAILURE_ADVICE[code];
  const way: Way = known?.way ?? 'retry';
  const [busy, setBusy] = useState(false);
  const does: Readonly<Record<Way, () => Promise<void>>> = {
    choose: async () => chooseFiles(),
    retry: async () => {
      tookJob(await retryFailure(id));
      toast(w.retried);
    },
    forget: () => dropFailure(id),
  };
  const run = async (what: Way): Promise<void> => {
    setBusy(true);
    try {
      await does[what]();
      await fetchFailures();
    } catch (error) {
      toast(error instanceof Error ? error.message : String(error));
    }
    setBusy(false);
  };
  const label: Readonly<Record<Way, string>> = { retry: w.retry, choose: w.chooseFiles, forget: w.forget };
  return (
    <li>
      <span>
        <Tag tone="err">✕ {code}</Tag>
      </span>
      <b title={source}>{fileOf(source)}</b>
      <span>
        {now === 'vi' ? (known?.vi ?? message) : <span>{message}</span>}{' '}
        <span class="quiet">{known?.advice[now] ?? ''}</span>
      </span>
      {role.value === 'write' ? (
        <span class="acts">
          <button type="button" class="button small" disabled={busy} onClick={() => void run(way)}>
            {label[way]}
          </button>
          {way === 'forget' ? null : (
            <button
              type="button"
              class="button small ghost"
              disabled={busy}
              aria-label={`${w.forget}: ${fileOf(source)}`}
              onClick={() => void run('forget')}
            >
              ✕
            </button>
          )}
        </span>
      ) : null}
    </li>
  );
}
