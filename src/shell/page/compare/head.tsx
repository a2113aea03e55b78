import { batch } from '@preact/signals';
import { LanguageChoice } from '../components/language.tsx';
import type { PageCoverage } from '../data/page-data.ts';
import { doubtLines } from './doubts.tsx';
import { numberText } from './figures.ts';
import { isShared } from './list.ts';
import { data, hasBase, language, type Relation, relation, rest, view, words } from './state.ts';

export function pageTitle(): string {
  const { title, titleAlone, titleBaseAlone } = words.value;
  if (!hasBase) return titleAlone;
  return data.provinces === 0 ? titleBaseAlone(data.base) : title(data.base, numberText(data.provinces));
}

/** Bar of the page: its name, the keys, the language. */
export const Top = ({ onKeys }: { readonly onKeys: () => void }) => (
  <header class="top">
    <span class="brand">kehoach</span>
    <span class="space" />
    <button type="button" class="button small ghost keys" aria-label={words.value.keys} onClick={onKeys}>
      <kbd>?</kbd>
    </button>
    <LanguageChoice
      name={words.value.language}
      chosen={language.value}
      onChoose={(key) => {
        language.value = key;
      }}
    />
  </header>
);

/** What is compared, in one line and four numbers. */
export function Head() {
  return (
    <div class="head">
      <div>
        <h1>{pageTitle()}</h1>
        <p>{comparedText()}</p>
      </div>
      <Numbers />
    </div>
  );
}

/** Whose documents are compared, and how many. */
function comparedText(): string {
  const w = words.value;
  const own = data.plans.filter(({ base }) => base);
  const beside = data.plans.filter(({ base }) => !base);
  const count = (whose: PageCoverage['whose']): number =>
    beside.filter(({ owner }) => data.coverage[owner]?.whose === whose).length;
  const [provinces, central, untold] = [count('province'), count('country'), count('untold')];
  return [
    !hasBase ? '' : w.subBase(data.base, numberText(own.length)),
    provinces === 0 ? '' : w.subOthers(numberText(provinces), numberText(data.provinces)),
    central === 0 ? '' : w.subCentral(numberText(central)),
    untold === 0 ? '' : w.subUntold(numberText(untold)),
    hasBase && beside.length === 0 ? w.subNobody : '',
  ]
    .filter((part) => part !== '')
    .join(', ');
}

function Numbers() {
  const w = words.value;
  const count = (wanted: (one: (typeof data.measures)[number]) => boolean): number =>
    data.measures.filter(wanted).length;
  const numbers: readonly (readonly [Relation, number, string, string])[] = [
    ['all', count(isShared), '', w.shared],
    ['up', count(({ up }) => up > 0), '▲', w.higherCount],
    ['down', count(({ down }) => down > 0), '▼', w.lowerCount],
    ['alone', count(({ own, others }) => own && others === 0), '◆', w.alone(data.base)],
  ];
  return (
    <div class="numbers">
      {(hasBase ? numbers : numbers.slice(0, 1)).map(([key, value, sign, label]) => (
        <button
          key={key}
          type="button"
          class={key}
          aria-pressed={relation.value === key && (key !== 'all' || !rest.value)}
          onClick={() => choose(key)}
        >
          <b>
            {sign === '' ? null : <span aria-hidden="true">{sign}</span>}
            {numberText(value)}
          </b>
          <span>{label}</span>
        </button>
      ))}
    </div>
  );
}

function choose(key: Relation): void {
  batch(() => {
    relation.value = relation.value === key ? 'all' : key;
    if (key === 'all') rest.value = false;
    if (view.value === 'cover' || view.value === 'change') view.value = 'strips';
  });
}

/** The gravest thing to know, in one line, with a way to the rest. */
export function Note() {
  const lines = doubtLines();
  const first =
    lines.find(({ code, who }) => code === 'territory-changed' && who === data.base) ??
    lines.find(({ code }) => code === 'territory-changed') ??
    lines.find(({ tone }) => tone === 'err');
  if (first === undefined) return null;
  return (
    <p class="note">
      <b aria-hidden="true">!</b>
      <span>
        {first.tone === 'err' ? `${first.who}: ` : ''}
        {first.what}{' '}
        <button
          type="button"
          class="link"
          onClick={() => {
            const place = document.querySelector<HTMLElement>('#doubts');
            place?.scrollIntoView();
            place?.focus({ preventScroll: true });
          }}
        >
          {words.value.details(String(lines.length))}
        </button>
      </span>
    </p>
  );
}
