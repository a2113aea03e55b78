import { effect, signal } from '@preact/signals';
import { render } from 'preact';
import { useEffect } from 'preact/hooks';
import { Keys } from '../components/keys.tsx';
import { Failed, Loading } from '../components/states.tsx';
import { Toast } from '../components/toast.tsx';
import { needsToken, readSession, role } from './api/client.ts';
import { hear } from './api/events.ts';
import { wantProvinces } from './catalogue.ts';
import { record, refresh } from './document.ts';
import { PasteDialog, takeDrops } from './documents/drop-zone.tsx';
import { fetchFailures, fetchJobs, tookJob } from './documents/jobs.ts';
import { listsChanged } from './documents/list.ts';
import { DocumentTable } from './documents/table.tsx';
import { onKey } from './keys.ts';
import { Login } from './login.tsx';
import { documentId, keepAddress, language, place, readAddress, words } from './state.ts';
import { NameDialog, Top } from './top.tsx';
import { Trying } from './trying/view.tsx';
import { followDocument, Workspace } from './workspace.tsx';

const keysShown = signal(false);
const fault = signal('');

const keep = (): void => {
  void fetchJobs().catch(() => undefined);
  void fetchFailures().catch(() => undefined);
};

/** All that the page does while somebody may see it. */
function follow(): () => void {
  keep();
  wantProvinces();
  const ends = [
    followDocument(),
    takeDrops(),
    hear({
      job: tookJob,
      documents: () => {
        listsChanged();
        void fetchFailures().catch(() => undefined);
      },
      document: (id) => {
        void refresh(id);
        listsChanged();
      },
      again: () => {
        keep();
        listsChanged();
        void refresh(documentId.value);
      },
    }),
  ];
  return () => {
    for (const end of ends) end();
  };
}

function Page() {
  const w = words.value;
  const entered = role.value !== null;
  useEffect(() => (entered ? follow() : undefined), [entered]);
  const showKeys = (): void => {
    keysShown.value = true;
  };
  return (
    <>
      <Top onKeys={showKeys} />
      {fault.value !== '' ? (
        <Failed what={w.failedList} why={fault.value} way={{ label: w.again, onClick: begin }} />
      ) : needsToken.value ? (
        <Login onEntered={keep} />
      ) : !entered ? (
        <Loading rows={6} name={w.loading} />
      ) : documentId.value === '' ? (
        place.value === 'try' ? (
          <Trying />
        ) : (
          <DocumentTable />
        )
      ) : (
        <Workspace />
      )}
      <Toast />
      <PasteDialog />
      <NameDialog />
      <Keys
        title={w.keys}
        close={w.close}
        keys={w.keyList}
        open={keysShown.value}
        onClose={() => {
          keysShown.value = false;
        }}
      />
    </>
  );
}

function begin(): void {
  fault.value = '';
  readSession().catch((error: unknown) => {
    fault.value = error instanceof Error ? error.message : String(error);
  });
}

readAddress();
addEventListener('popstate', readAddress);
addEventListener('hashchange', readAddress);
keepAddress();
effect(() => {
  document.documentElement.lang = language.value;
  const { number, title } = (documentId.value === '' ? undefined : record.value?.document) ?? {};
  document.title = `${documentId.value === '' ? (place.value === 'try' ? words.value.try.title : words.value.documents) : `${words.value.title} ${number ?? title ?? ''}`.trim()} · kehoach`;
});
addEventListener('keydown', (event) =>
  onKey(event, () => {
    keysShown.value = true;
  }),
);
begin();
const holder = document.querySelector('#page');
if (holder !== null) render(<Page />, holder);
