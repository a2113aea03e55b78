import { computed } from '@preact/signals';
import { date } from '../../components/figures.ts';
import { Segmented } from '../../components/segmented.tsx';
import { Tag } from '../../components/tag.tsx';
import { original } from '../api/client.ts';
import { corrections, record } from '../document.ts';
import { outcomes } from '../documents/jobs.ts';
import { fileOf } from '../documents/lines.tsx';
import { linkTo } from '../open.ts';
import { numberText, off, type View, view, words } from '../state.ts';
import { marks } from './paper.tsx';

const KINDS = ['t', 'k', 'd', 'a', 'x'] as const;

/** Shows marks of a kind, or hides them. */
function switchKind(kind: (typeof KINDS)[number]): void {
  const hidden = off.value.includes(kind) ? off.value.replace(kind, '') : `${off.value}${kind}`;
  off.value = KINDS.filter((one) => hidden.includes(one)).join('');
}

const counts = computed(() => {
  const found: Record<string, number> = {};
  for (const { kind } of marks.value) found[kind] = (found[kind] ?? 0) + 1;
  return found;
});

/** What the document is, and how it is shown. */
export function DocumentHead() {
  const w = words.value;
  const header = record.value?.document;
  if (header === undefined) return null;
  const { id, title, number, issuedOn, issuer, source, form } = header;
  const lost = corrections.value.filter(({ now }) => now.state === 'lost').length;
  const made = corrections.value.filter(
    ({ correction, now }) => correction.act !== 'confirm' && now.state !== 'lost' && !now.superseded,
  ).length;
  const others = source.alsoAt?.length ?? 0;
  return (
    <header class="head">
      <div class="headline">
        <h2 lang="vi">{(title ?? fileOf(source.uri)).replace(/(?<=\d) - (?=\d)/gu, '\u00a0-\u00a0')}</h2>
        <a class="button small" href={original(id)} download>
          {w.original}
        </a>
      </div>
      <p class="facts">
        {number === null ? null : <span>{number}</span>}
        {issuedOn === null ? null : <span>{date(issuedOn)}</span>}
        {issuer === null ? null : <span lang="vi">{issuer.name}</span>}
        {source.pages === null ? null : <span>{w.pagesCount(numberText(source.pages))}</span>}
        {form === 'plan' ? null : <Tag>{w.forms[form]}</Tag>}
        {outcomes.value.get(id) === 'replaced' ? <Tag tone="accent">{w.newVersion}</Tag> : null}
        {others > 0 ? <Tag>{w.once(numberText(others))}</Tag> : null}
        {made > 0 ? <Tag tone="accent">✎ {w.corrections(numberText(made))}</Tag> : null}
        {lost > 0 ? <Tag tone="warn">{w.lost(numberText(lost))}</Tag> : null}
      </p>
      <Tools paged={source.pages !== null} />
    </header>
  );
}

function Tools({ paged }: { readonly paged: boolean }) {
  const w = words.value;
  return (
    <div class="tools">
      <a class="button small back" href={linkTo('')}>
        ‹ {w.back}
      </a>
      {paged ? (
        <Segmented<View>
          small
          name={w.document}
          chosen={view.value}
          segments={[
            { key: 'text', label: w.text },
            { key: 'image', label: w.image },
          ]}
          onChoose={(key) => {
            view.value = key;
          }}
        />
      ) : null}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would draw a frame and its legend */}
      <span class="kinds" role="group" aria-label={w.marksShown}>
        {KINDS.map((kind) => {
          const on = !off.value.includes(kind);
          return (
            <button key={kind} type="button" aria-pressed={on} onClick={() => switchKind(kind)}>
              <i class={`mark ${kind}`}>{w.marks[kind]}</i> <span>{numberText(counts.value[kind] ?? 0)}</span>
            </button>
          );
        })}
      </span>
    </div>
  );
}
