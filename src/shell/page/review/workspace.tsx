import { effect, untracked } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useMedia } from '../components/media.ts';
import { Failed, Loading } from '../components/states.tsx';
import { Tag } from '../components/tag.tsx';
import { cancelAdding } from './acts.ts';
import { wantCatalogue } from './catalogue.ts';
import { doubts, fault, load, pages, record, text } from './document.ts';
import { Rail } from './documents/rail.tsx';
import { linkTo } from './open.ts';
import { Records } from './records/panel.tsx';
import { showCard, showInText } from './select.ts';
import { documentId, numberText, type Pane, pane, selected, view, words } from './state.ts';
import { AddBar } from './text/add-bar.tsx';
import { DocumentHead } from './text/head.tsx';
import { Images } from './text/images.tsx';
import { Paper } from './text/paper.tsx';

/** Below this the documents stand on a page of their own. */
const WIDE = '(min-width: 1181px)';

/** Reads the document of the address, whenever that changes. */
export const followDocument = (): (() => void) =>
  effect(() => {
    const id = documentId.value;
    if (id === '') return;
    untracked(() => {
      cancelAdding();
      void load(id);
    });
  });

/** A document: its text or pages at the left, what was read of it at the right. */
export function Workspace() {
  const w = words.value;
  const wide = useMedia(WIDE);
  useEffect(wantCatalogue, []);
  const here = record.value !== undefined && text.value !== undefined;
  return (
    <>
      <main class="workspace" data-pane={pane.value}>
        <h1 class="unseen">{w.title}</h1>
        {wide ? <Rail /> : null}
        {fault.value !== undefined && !here ? (
          <Failed
            what={w.failedDocument}
            why={fault.value}
            way={{ label: w.again, onClick: () => void load(documentId.value) }}
          />
        ) : here ? (
          <>
            <div class="document">
              <DocumentHead />
              {view.value === 'text' || record.value?.document.source.pages == null ? <Paper /> : <Images />}
              <Opening />
            </div>
            <Records />
            <AddBar />
          </>
        ) : (
          <Loading rows={8} name={w.loading} />
        )}
      </main>
      <footer class="hints" aria-hidden="true">
        {w.keyHints.map(([keys = '', what]) => (
          <span key={keys}>
            {keys.split(' ').map((key) => (
              <kbd key={key}>{key}</kbd>
            ))}{' '}
            {what}
          </span>
        ))}
      </footer>
      <Panes />
    </>
  );
}

/** Brings the open record into sight when the document or its view has come. */
function Opening() {
  const now = `${documentId.value} ${view.value} ${pages.value.length}`;
  useEffect(() => {
    if (now === '') return;
    requestAnimationFrame(() => {
      showInText(selected.peek());
      showCard(selected.peek());
    });
  }, [now]);
  return null;
}

/** On a phone: one part at a time. */
function Panes() {
  const w = words.value;
  const parts: readonly (readonly [Pane, string])[] = [
    ['doc', w.text],
    ['recs', w.tabs.look],
  ];
  return (
    <nav class="panes" aria-label={w.parts}>
      <a href={linkTo('')}>{w.documents}</a>
      {parts.map(([key, label]) => (
        <button
          key={key}
          type="button"
          aria-current={pane.value === key ? 'true' : undefined}
          onClick={() => {
            pane.value = key;
            if (key === 'doc') requestAnimationFrame(() => showInText(selected.value));
          }}
        >
          {label}
          {key === 'recs' && doubts.value.length > 0 ? <Tag tone="warn">{numberText(doubts.value.length)}</Tag> : null}
        </button>
      ))}
    </nav>
  );
}
