import { useEffect } from 'preact/hooks';
import { Tabs } from '../../components/tabs.tsx';
import { adding, withdraw } from '../acts.ts';
import { role } from '../api/client.ts';
import { accounted, corrections, doubts, entries, reviewedCount, unused } from '../document.ts';
import { shortId } from '../entry.ts';
import { numberText, sameStep, selected, TABS, type TabName, tab, words } from '../state.ts';
import { asReviewer } from '../top.tsx';
import { AddCard } from './add-card.tsx';
import { saidText } from './badge.tsx';
import { Card } from './card.tsx';
import { draftName, unsaved } from './drafts.ts';
import { FileActs } from './file-acts.tsx';
import { HeaderForm } from './header-form.tsx';
import { Notes } from './notes.tsx';
import { Unused } from './unused.tsx';

/** What was read of the document, doubts first. */
export function Records() {
  const w = words.value;
  const counts: Readonly<Record<TabName, string>> = {
    look: numberText(doubts.value.length),
    all: numberText(entries.value.length),
    unused: accounted.value ? numberText(unused.value.length) : '',
    head: '',
  };
  return (
    <section class="records" aria-label={w.records}>
      <div class="head">
        <First />
        <Tabs<TabName>
          name={w.records}
          panel="records"
          chosen={tab.value}
          tabs={TABS.map((key) => ({ key, label: `${w.tabs[key]} ${counts[key]}`.trim() }))}
          onChoose={(key) => {
            tab.value = key;
          }}
        />
      </div>
      <div class="scroll" id="records" role="tabpanel" aria-labelledby={`tab-${tab.value}`}>
        <AddCard />
        {tab.value === 'unused' ? <Unused /> : tab.value === 'head' ? <Header /> : <Cards />}
      </div>
    </section>
  );
}

const Header = () => (
  <>
    <HeaderForm />
    <FileActs />
    <Notes />
  </>
);

function First() {
  const w = words.value;
  const left = doubts.value.length;
  const seen = reviewedCount.value;
  return (
    <>
      <div class="first">
        <h2>{left > 0 ? w.first(numberText(left)) : seen > 0 ? w.firstNone : w.firstNever}</h2>
        {seen + left === 0 ? null : <span>{w.progress(numberText(seen), numberText(seen + left))}</span>}
      </div>
      <span class="bar ok">
        <i style={{ width: `${seen + left === 0 ? 100 : (100 * seen) / (seen + left)}%` }} />
      </span>
    </>
  );
}

function Cards() {
  const w = words.value;
  const open = selected.value;
  const left = unsaved.value;
  const all = tab.value === 'all';
  const seen = reviewedCount.value > 0;
  const list = all ? entries.value : doubts.value;
  // Of a document that is opened, the first doubt is.
  useEffect(() => {
    const first = list[0];
    if (open !== '' || all || first === undefined || adding.value !== undefined) return;
    sameStep(() => {
      selected.value = shortId(first);
    });
  }, [open, all, list]);
  return (
    <>
      {list.length > 0 ? (
        <ul class="cards">
          {list.map((one) => (
            <Card key={one.id} entry={one} open={shortId(one) === open} unsaved={left.has(draftName(shortId(one)))} />
          ))}
        </ul>
      ) : (
        <div class="nothing">
          <b>{all ? w.allNone : seen ? w.firstNone : w.firstNever}</b>
          {all ? null : <p>{seen ? w.firstNoneWhy : w.firstNeverWhy}</p>}
        </div>
      )}
      <Apart />
      {all ? null : <Notes />}
    </>
  );
}

/** Corrections that no longer find their place, and records that were deleted: both can be taken back. */
function Apart() {
  const w = words.value;
  const lost = corrections.value.filter(({ now }) => now.state === 'lost');
  const deleted = corrections.value.filter(
    ({ correction, now }) => correction.act === 'delete' && now.state !== 'lost' && !now.superseded,
  );
  return (
    <>
      {lost.length === 0 ? null : (
        <section class="apart warn">
          <h3>{w.lostTitle(numberText(lost.length))}</h3>
          <p>{w.lostWhy}</p>
          <SaidList items={lost} />
        </section>
      )}
      {deleted.length === 0 ? null : (
        <section class="apart">
          <h3>{w.deletedTitle(numberText(deleted.length))}</h3>
          <SaidList items={deleted} />
        </section>
      )}
    </>
  );
}

const SaidList = ({ items }: { readonly items: typeof corrections.value }) => (
  <ul>
    {items.map(({ correction }) => (
      <li key={correction.id}>
        <span>
          <span lang="vi">{correction.act === 'add' ? correction.place.quote : correction.about.text}</span>
          <small>{saidText(correction)}</small>
        </span>
        {role.value === 'write' ? (
          <button
            type="button"
            class="button small"
            aria-label={`${words.value.undo}: ${saidText(correction)}`}
            onClick={() => asReviewer(() => void withdraw([correction.id], ''))}
          >
            {words.value.undo}
          </button>
        ) : null}
      </li>
    ))}
  </ul>
);
