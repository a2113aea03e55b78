import { useEffect } from 'preact/hooks';
import { kept } from '../../components/kept.ts';
import { Failed } from '../../components/states.tsx';
import { Tabs } from '../../components/tabs.tsx';
import { Tag } from '../../components/tag.tsx';
import type { TriedTarget } from '../api/types.ts';
import { indicators, nameOf, wantCatalogue } from '../catalogue.ts';
import { linkToRecord } from '../open.ts';
import { figureText, numberText, words } from '../state.ts';
import { draft, fetchPipelines, indicator } from './draft.ts';
import { IndicatorForm } from './form.tsx';
import {
  again,
  asking,
  failed,
  faults,
  followDraft,
  group,
  items,
  left,
  more,
  SHOWS,
  type Show,
  tried,
  why,
} from './found.ts';
import { partsOf } from './parts.ts';

/** An indicator is written at the left; what it would take of the folder is seen at the right, while it is written. */
export function Trying() {
  const w = words.value.try;
  useEffect(() => {
    wantCatalogue();
    void fetchPipelines().catch(() => undefined);
    return followDraft();
  }, []);
  return (
    <main class="trying">
      <h1>{w.title}</h1>
      <p class="quiet lead">{w.lead}</p>
      <IndicatorForm />
      <section class="tried" aria-label={w.result} aria-busy={asking.value}>
        <Result />
      </section>
      <Jump />
    </main>
  );
}

/** On a phone, where the form is longer than what is seen: what it takes by now, and the way there. */
function Jump() {
  const w = words.value.try;
  const counts = tried.value?.counts;
  if (counts === undefined || indicator.value === undefined) return null;
  return (
    <button
      type="button"
      class="jump button primary"
      onClick={() => document.querySelector('.tried')?.scrollIntoView({ block: 'start' })}
    >
      {w.shows.taken} {numberText(counts.taken)} · {w.shows.near} {numberText(counts.near ?? 0)}{' '}
      <span aria-hidden="true">↓</span>
    </button>
  );
}

function Result() {
  const w = words.value.try;
  if (indicator.value === undefined)
    return (
      <div class="state">
        <b>{w.nothing}</b>
        <p>{w.nothingWhy}</p>
      </div>
    );
  if (faults.value.length > 0)
    return (
      <div class="state" role="alert">
        <b>{w.faulty}</b>
        <ul>
          {faults.value.map(({ field, message }) => (
            <li key={`${field} ${message}`}>
              <code>{field}</code> <span lang="en">{message}</span>
            </li>
          ))}
        </ul>
      </div>
    );
  if (failed.value !== '')
    return (
      <Failed what={w.failed} why={failed.value} way={{ label: words.value.again, onClick: () => void again() }} />
    );
  return (
    <>
      <Counts />
      <div id="tried" role="tabpanel" aria-labelledby={`tab-${group.value}`}>
        <Found />
      </div>
    </>
  );
}

function Counts() {
  const w = words.value.try;
  const counts = tried.value?.counts;
  if (counts === undefined) return <p class="quiet">{w.asking}</p>;
  const of: Readonly<Record<Show, number>> = { ...counts, near: counts.near ?? 0 };
  return (
    <>
      <p class="told" role="status">
        {w.told(numberText(counts.taken), numberText(counts.takenDocuments))}{' '}
        <span class="quiet">{w.of(numberText(counts.targets), numberText(counts.documents))}</span>
      </p>
      <Tabs<Show>
        name={w.result}
        panel="tried"
        chosen={group.value}
        tabs={SHOWS.map((key) => ({ key, label: `${w.shows[key]} ${numberText(of[key])}` }))}
        onChoose={(key) => {
          group.value = key;
          why.value = '';
        }}
      />
      {group.value !== 'near' || counts.nearBy.length === 0 ? null : (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw a frame and its legend
        <div class="whys" role="group" aria-label={w.shows.near}>
          {counts.nearBy.map((one) => (
            <button
              key={one.why}
              type="button"
              class="button small"
              aria-pressed={why.value === one.why}
              onClick={() => {
                why.value = why.value === one.why ? '' : one.why;
              }}
            >
              {w.why[one.why] ?? one.why} {numberText(one.count)}
            </button>
          ))}
        </div>
      )}
    </>
  );
}

function Found() {
  const w = words.value.try;
  if (tried.value === undefined) return null;
  if (items.value.length === 0) return <p class="quiet hint">{asking.value ? w.asking : w.noneOf[group.value]}</p>;
  return (
    <>
      <p class="quiet hint">{w.hints[group.value]}</p>
      <ul class="found">
        {items.value.map((one) => (
          <Row key={one.target.id} one={one} />
        ))}
      </ul>
      {left.value > 0 ? (
        <button type="button" class="more" onClick={() => void more()}>
          {words.value.more(numberText(left.value))}
        </button>
      ) : null}
    </>
  );
}

const Row = kept(({ one }: { readonly one: TriedTarget }) => {
  const w = words.value;
  const { target, was, now, near } = one;
  const { indicator: measure, quantity, document, province, year, path, id } = target;
  const marked = [...draft.value.all.flat(), ...(near?.words ?? []), ...(now?.words ?? [])];
  return (
    <li>
      <a href={linkToRecord(document, id)} lang="vi">
        {partsOf(measure.text, marked).map(([text, isMarked], i) => (isMarked ? <mark key={i}>{text}</mark> : text))}
      </a>
      <span class="value">{quantity === null ? '' : figureText(quantity)}</span>
      <small>
        {[province?.name, year, path].filter((part) => part != null && part !== '').join(' · ')}{' '}
        {was === null || was === now?.code ? null : <Tag>{w.try.was(codeName(was))}</Tag>}{' '}
        {group.value === 'lost' ? (
          <Tag tone="warn">{now === null ? w.try.noCode : w.try.becomes(codeName(now.code))}</Tag>
        ) : null}{' '}
        {now !== null && now.sure < SURE ? <Tag tone="warn">{w.try.unsure}</Tag> : null}
        {near === null ? null : (
          <span class="near">
            {w.try.why[near.why] ?? near.why}
            {near.words.length === 0 ? null : (
              <>
                : <span lang="vi">{near.words.join(', ')}</span>
              </>
            )}
            {near.code === null ? null : <> ({codeName(near.code)})</>}
          </span>
        )}
      </small>
    </li>
  );
});

/** Codes below this are told to be unsure. */
const SURE = 0.8;

/** What a code is called, where the catalogue knows it. */
const codeName = (code: string): string => {
  const known = indicators.value.find((one) => one.code === code);
  return known === undefined ? code : nameOf(known);
};
