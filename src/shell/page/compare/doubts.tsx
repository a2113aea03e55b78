import { batch } from '@preact/signals';
import { useState } from 'preact/hooks';
import { warningText } from '../../formats/comparison-words.ts';
import { doubtText } from '../components/doubt-words.ts';
import { Tag, type Tone } from '../components/tag.tsx';
import { ownerOf } from './chip.tsx';
import { failureText, unsureText, warningWho } from './doubt-words.ts';
import { clearFilters, data, FILTERS, language, rest, view, words } from './state.ts';

interface Line {
  readonly tone: Tone;
  readonly code: string;
  readonly who: string;
  readonly what: string;
  readonly sources?: readonly string[];
  /** Shows the measures of this province. */
  readonly owner?: string;
  /** A way to a text. */
  readonly link?: string | null;
}

const planAt = new Map(data.plans.map(({ document }, i) => [document, i]));

export function planName(document: string): string {
  const at = planAt.get(document);
  return (at === undefined ? undefined : data.plans[at]?.name) ?? document;
}

const GRAVE: ReadonlySet<string> = new Set(['territory-changed', 'level-ended', 'superseded', 'amended']);

/** What failed, what to know, what to look at: in this order. */
export function doubtLines(): readonly Line[] {
  const now = language.value;
  const failed = data.failures.map(({ code, message, sources }): Line => {
    const who = sources.length === 1 ? (sources[0] ?? '') : words.value.sources(String(sources.length));
    return { tone: 'err', code, who, what: failureText(code, message, now), sources };
  });
  const warned = data.warnings.map(
    (warning): Line => ({
      tone: GRAVE.has(warning.code) ? 'warn' : 'neutral',
      code: warning.code,
      who: warningWho(warning, planName),
      what: warningText(warning, now, planName),
    }),
  );
  const doubted = data.doubts.flatMap(({ plan, why, unsure }): Line[] => {
    const known = data.plans[plan];
    if (known === undefined) return [];
    return why.map((code) => ({
      tone: 'warn',
      code,
      who: known.name,
      what: code === 'low-confidence' ? unsureText(unsure) : doubtText(code, now),
      ...(known.base || (data.coverage[known.owner]?.measures ?? 0) === 0 ? {} : { owner: ownerOf(plan) }),
      link: known.text,
    }));
  });
  return [
    ...failed,
    ...warned.filter(({ tone }) => tone === 'warn'),
    ...doubted,
    ...warned.filter(({ tone }) => tone !== 'warn'),
  ];
}

const SIGNS: Partial<Record<Tone, string>> = { err: '✕', warn: '!' };
const FEW = 12;

/** Ends every view: what could not be read, and what to look at before citing. */
export function Doubts() {
  const w = words.value;
  const lines = doubtLines();
  const [all, setAll] = useState(false);
  const shown = all ? lines : lines.slice(0, FEW);
  return (
    <section class="doubts" aria-labelledby="doubts">
      <h2 id="doubts" tabIndex={-1}>
        {w.fails} <small>{lines.length}</small>
      </h2>
      <p>{lines.length === 0 ? w.failsNone : w.failsSub}</p>
      {lines.length === 0 ? null : (
        <ul>
          {shown.map((line, i) => (
            <DoubtLine key={i} {...line} />
          ))}
        </ul>
      )}
      {shown.length === lines.length ? null : (
        <button type="button" class="button" onClick={() => setAll(true)}>
          {w.showAll(String(lines.length))}
        </button>
      )}
    </section>
  );
}

function DoubtLine({ tone, code, who, what, sources = [], owner, link }: Line) {
  return (
    <li>
      <span>
        <Tag tone={tone}>
          <span aria-hidden="true">{SIGNS[tone] ?? 'i'}</span> {code}
        </Tag>
      </span>
      <span class="who" lang="vi">
        {who}
      </span>
      <span>
        {what}
        {sources.length > 1 ? <Sources sources={sources} /> : null}
      </span>
      {owner !== undefined ? (
        <button type="button" class="button small" onClick={() => showProvince(owner)}>
          {words.value.look}
        </button>
      ) : link != null ? (
        <a class="button small" href={link} target="_blank" rel="noreferrer">
          {words.value.look}
        </a>
      ) : (
        <span />
      )}
    </li>
  );
}

const Sources = ({ sources }: { readonly sources: readonly string[] }) => (
  <details>
    <summary>{words.value.sources(String(sources.length))}</summary>
    <ul class="sources" lang="vi">
      {sources.map((source) => (
        <li key={source}>{source}</li>
      ))}
    </ul>
  </details>
);

function showProvince(owner: string): void {
  batch(() => {
    clearFilters();
    FILTERS.province.value = owner;
    rest.value = true;
    view.value = 'strips';
  });
  scrollTo({ top: 0 });
}
