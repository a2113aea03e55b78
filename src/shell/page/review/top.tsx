import { signal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { Dialog } from '../components/dialog.tsx';
import { LanguageChoice } from '../components/language.tsx';
import { Tag } from '../components/tag.tsx';
import { leave, mayLeave, role } from './api/client.ts';
import { heard } from './api/events.ts';
import { doubts } from './document.ts';
import { doubtful, everything } from './documents/list.ts';
import { lastDocument, linkTo, linkToTrying } from './open.ts';
import { documentId, language, nameReviewer, numberText, place, reviewer, words } from './state.ts';

/** Whether the reviewer is being asked for a name. */
export const naming = signal(false);

export function Top({ onKeys }: { readonly onKeys: () => void }) {
  const w = words.value;
  return (
    <header class="top">
      <a class="brand" href={linkTo('')}>
        kehoach
      </a>
      <Ways />
      <span class="space" />
      {heard.value ? null : <Tag tone="warn">{w.unheard}</Tag>}
      {role.value === 'read' ? <Tag>{w.readOnly}</Tag> : null}
      {role.value === 'write' ? <Who /> : null}
      {mayLeave.value ? (
        <button type="button" class="button small ghost" onClick={() => void leave().catch(() => undefined)}>
          {w.leave}
        </button>
      ) : null}
      <button type="button" class="button small ghost keys" aria-label={w.keys} onClick={onKeys}>
        <kbd>?</kbd>
      </button>
      <LanguageChoice
        name={w.language}
        chosen={language.value}
        onChoose={(key) => {
          language.value = key;
        }}
      />
    </header>
  );
}

/** The pages there are. */
function Ways() {
  const w = words.value;
  const inDocument = documentId.value !== '';
  const trying = !inDocument && place.value === 'try';
  const left = inDocument ? doubts.value.length : 0;
  const to = lastDocument.value || doubtful.items.value[0]?.id || everything.items.value[0]?.id || '';
  return (
    <nav aria-label={w.pages}>
      <a href={linkTo('')} aria-current={inDocument || trying ? undefined : 'page'}>
        {w.documents}
      </a>
      {to === '' && !inDocument ? null : (
        <a href={linkTo(documentId.value || to)} aria-current={inDocument ? 'page' : undefined}>
          {w.review} {left > 0 ? <Tag tone="warn">{numberText(left)}</Tag> : null}
        </a>
      )}
      <a href={linkToTrying()} aria-current={trying ? 'page' : undefined}>
        {w.try.name}
      </a>
      <a href="/compare.html">{w.compare}</a>
    </nav>
  );
}

const Who = () => (
  <button
    type="button"
    class="who"
    onClick={() => {
      naming.value = true;
    }}
  >
    <span>{words.value.reviewer}</span> <b>{reviewer.value || words.value.reviewerNone}</b>
  </button>
);

/** Asks who reviews; what waited for the name goes on when it is told. */
export function NameDialog() {
  const w = words.value;
  const field = useRef<HTMLInputElement>(null);
  const close = (): void => {
    naming.value = false;
    waiting = undefined;
  };
  return (
    <Dialog title={w.reviewer} close={w.cancel} open={naming.value} onClose={close}>
      <form
        class="ask"
        onSubmit={(event) => {
          event.preventDefault();
          const name = field.current?.value.trim() ?? '';
          if (name === '') return;
          nameReviewer(name);
          const next = waiting;
          close();
          next?.();
        }}
      >
        <label class="block">
          {w.name}
          <input
            class="field"
            name="name"
            autocomplete="name"
            ref={field}
            defaultValue={reviewer.value}
            maxLength={100}
          />
        </label>
        <p class="quiet">{w.reviewerAsk}</p>
        <button type="submit" class="button primary">
          {w.save}
        </button>
      </form>
    </Dialog>
  );
}

let waiting: (() => void) | undefined;

/** Does something under the reviewer's name; asks for it first where it is not known. */
export function asReviewer(act: () => void): void {
  if (reviewer.value !== '') {
    act();
    return;
  }
  waiting = act;
  naming.value = true;
}
