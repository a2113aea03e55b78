import { kept } from '../../components/kept.ts';
import { Tag } from '../../components/tag.tsx';
import { record } from '../document.ts';
import { agenciesOf, type Entry, isDoubtful, isTask, isUnsure, leadsOf, matterOf, shortId } from '../entry.ts';
import { select, showInText } from '../select.ts';
import { figureText, language, numberText, pane, words } from '../state.ts';
import { Badges } from './badge.tsx';
import { doubtsOf } from './doubts.ts';
import { Editor } from './editor.tsx';

interface Props {
  readonly entry: Entry;
  readonly open: boolean;
  /** Whether something typed of it is not saved. */
  readonly unsaved: boolean;
}

/** A record: what is measured, how much, by when, whose; opened, all of it. */
export const Card = kept(({ entry, open, unsaved }: Props) => {
  const id = shortId(entry);
  const doubts = isDoubtful(entry) ? doubtsOf(entry, record.value?.warnings ?? [], language.value) : [];
  const done = entry.reviewed !== undefined && !open;
  return (
    <li class={`card ${done ? 'done' : ''} ${open ? 'open' : ''}`} data-card={id}>
      <button type="button" class="face" aria-expanded={open} onClick={() => select(id, 'card')}>
        <span class="matter" lang="vi">
          {matterOf(entry)}
        </span>
        <Value entry={entry} />
        <Facts entry={entry} unsaved={unsaved && !open} />
        {doubts[0] === undefined ? null : (
          <span class="why">
            <b>?</b>
            <span>{doubts[0].text}</span>
          </span>
        )}
      </button>
      {open ? <Opened entry={entry} doubts={doubts} /> : null}
    </li>
  );
});

function Value({ entry }: { readonly entry: Entry }) {
  const w = words.value;
  const { confidence } = entry;
  return (
    <span class="value">
      {isTask(entry) ? (
        <Tag>{w.task}</Tag>
      ) : entry.quantity === null ? (
        <Tag>{w.noFigure}</Tag>
      ) : (
        figureText(entry.quantity)
      )}
      <span class={`sureness ${isUnsure(entry) ? 'low' : ''}`} title={w.confidence}>
        <i>
          <i style={{ width: `${confidence * 100}%` }} />
        </i>
        <span class="unseen">{w.confidence} </span>
        {numberText(confidence)}
      </span>
    </span>
  );
}

function Facts({ entry, unsaved }: { readonly entry: Entry; readonly unsaved: boolean }) {
  const w = words.value;
  const { path, deadline, reviewed } = entry;
  const agencies = leadsOf(entry).length > 0 ? leadsOf(entry) : agenciesOf(entry);
  const [first, ...others] = agencies;
  return (
    <span class="facts">
      {path === null ? null : <span>{path}</span>}
      <span lang={deadline === null ? undefined : 'vi'}>{deadline === null ? w.noDeadline : deadline.text}</span>
      {first === undefined ? null : (
        <span lang="vi">
          {first.name}
          {others.length > 0 ? ` +${others.length}` : ''}
        </span>
      )}
      {unsaved ? <Tag tone="accent">{w.unsaved}</Tag> : null}
      {reviewed === undefined ? null : reviewed.fields.length > 0 ? (
        <Tag tone={(reviewed.disagrees?.length ?? 0) > 0 ? 'warn' : 'accent'}>✎ {reviewed.by}</Tag>
      ) : (
        <Tag tone="ok">✓ {reviewed.by}</Tag>
      )}
    </span>
  );
}

function Opened({ entry, doubts }: { readonly entry: Entry; readonly doubts: ReturnType<typeof doubtsOf> }) {
  const w = words.value;
  return (
    <>
      {doubts.length > 1 ? (
        <ul class="doubts">
          {doubts.slice(1).map(({ text }) => (
            <li key={text} class="why">
              <b>?</b>
              <span>{text}</span>
            </li>
          ))}
        </ul>
      ) : null}
      <p class="quote">
        <span lang="vi">{entry.source.quote}</span>{' '}
        <button
          type="button"
          class="link"
          onClick={() => {
            pane.value = 'doc';
            requestAnimationFrame(() => showInText(shortId(entry)));
          }}
        >
          {w.showInText}
        </button>
      </p>
      <Badges of={entry} />
      <Editor entry={entry} asked={doubts[0]?.field ?? ''} />
    </>
  );
}
