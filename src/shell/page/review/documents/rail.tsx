import { useEffect } from 'preact/hooks';
import { kept } from '../../components/kept.ts';
import { Failed } from '../../components/states.tsx';
import type { Summary } from '../api/types.ts';
import { openDocument } from '../open.ts';
import { documentId, numberText, sameStep, search, words } from '../state.ts';
import { DropZone } from './drop-zone.tsx';
import { Failures } from './failures.tsx';
import { failures, type Underway, underway } from './jobs.ts';
import { Doubts, fileOf, OtherTags, ownerOf, Progress, progressText, yearsOf } from './lines.tsx';
import { type DocumentList, doubtful, finished, show } from './list.ts';
import { More } from './more.tsx';

/** The documents beside the one that is reviewed. */
export function Rail() {
  const w = words.value;
  useEffect(() => {
    const ends = [show(doubtful), show(finished)];
    return () => {
      for (const end of ends) end();
    };
  }, []);
  const open = underway.value;
  const failed = failures.value;
  return (
    <aside class="rail" aria-label={w.documents}>
      <div class="head">
        <DropZone />
        <SearchField />
      </div>
      <Group title={w.look} list={doubtful} />
      {open.length === 0 ? null : (
        <>
          <GroupHead title={w.reading} count={open.length} />
          <ul>
            {open.map((one) => (
              <UnderwayLine key={one.key} one={one} />
            ))}
          </ul>
        </>
      )}
      <Group title={w.done} list={finished} />
      {failed.length === 0 ? null : (
        <>
          <GroupHead title={w.failed} count={failed.length} />
          <Failures />
        </>
      )}
    </aside>
  );
}

export function SearchField() {
  const w = words.value;
  return (
    <input
      id="search"
      class="field"
      type="search"
      placeholder={w.find}
      aria-label={w.find}
      value={search.value}
      onInput={({ currentTarget }) =>
        sameStep(() => {
          search.value = currentTarget.value;
        })
      }
    />
  );
}

const GroupHead = ({ title, count }: { readonly title: string; readonly count: number }) => (
  <h2 class="group">
    <span>{title}</span>
    <span>{numberText(count)}</span>
  </h2>
);

function Group({ title, list }: { readonly title: string; readonly list: DocumentList }) {
  const w = words.value;
  const fault = list.fault.value;
  if (fault !== undefined)
    return <Failed what={w.failedList} why={fault} way={{ label: w.again, onClick: () => void list.reload() }} />;
  const now = documentId.value;
  if (list.items.value.length === 0) return null;
  return (
    <>
      <GroupHead title={title} count={list.total.value} />
      <ul>
        {list.items.value.map((one) => (
          <RailLine key={one.id} summary={one} current={one.id === now} />
        ))}
      </ul>
      <More list={list} />
    </>
  );
}

const RailLine = kept(({ summary, current }: { readonly summary: Summary; readonly current: boolean }) => {
  const { id, number, source, corrections = 0 } = summary;
  return (
    <li class="line">
      <button type="button" aria-current={current} onClick={() => openDocument(id)}>
        <span class="name">
          <span>{ownerOf(summary)}</span>
          <span>{yearsOf(summary)}</span>
        </span>
        <span class="facts">
          <span>{number ?? fileOf(source.uri)}</span>
          <OtherTags summary={summary} />
          <Doubts summary={summary} />
          {corrections > 0 ? (
            <span title={words.value.corrections(numberText(corrections))}>✎ {numberText(corrections)}</span>
          ) : null}
        </span>
      </button>
    </li>
  );
});

const UnderwayLine = ({ one }: { readonly one: Underway }) => (
  <li class="line still">
    <span class="name">
      <span title={one.item.source}>{fileOf(one.item.source)}</span>
    </span>
    <span class="facts">{progressText(one)}</span>
    <Progress item={one.item} />
  </li>
);
