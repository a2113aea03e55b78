import { batch } from '@preact/signals';
import type { Language } from '../../formats/comparison-words.ts';
import { Segmented } from '../components/segmented.tsx';
import { doubtLines } from './doubts.tsx';
import { numberText } from './figures.ts';
import { data, language, type Relation, relation, rest, view, words } from './state.ts';

export function pageTitle(): string {
  const { title, titleAlone } = words.value;
  return data.base === '' ? titleAlone : title(data.base, numberText(data.provinces));
}

/** Bar of the page: its name, the keys, the language. */
export const Top = ({ onKeys }: { readonly onKeys: () => void }) => (
  <header class="top">
    <span class="brand">kehoach</span>
    <span class="space" />
    <button type="button" class="button small ghost keys" aria-label={words.value.keys} onClick={onKeys}>
      <kbd>?</kbd>
    </button>
    <Segmented<Language>
      name={`${words.value.language}, language`}
      chosen={language.value}
      segments={[
        { key: 'vi', label: 'VI', lang: 'vi', name: 'VI, Tiếng Việt' },
        { key: 'en', label: 'EN', lang: 'en', name: 'EN, English' },
      ]}
      onChoose={(key) => {
        language.value = key;
      }}
    />
  </header>
);

/** What is compared, in one line and four numbers. */
export function Head() {
  const w = words.value;
  const own = data.plans.filter(({ base }) => base);
  const central = data.plans.filter(({ level, base }) => level === 'central' && !base);
  const others = data.plans.length - own.length - central.length;
  return (
    <div class="head">
      <div>
        <h1>{pageTitle()}</h1>
        <p>
          {w.sub(
            data.base,
            numberText(own.length),
            numberText(others),
            numberText(data.provinces),
            numberText(central.length),
          )}
        </p>
      </div>
      <Numbers />
    </div>
  );
}

function Numbers() {
  const w = words.value;
  const count = (wanted: (one: (typeof data.measures)[number]) => boolean): number =>
    data.measures.filter(wanted).length;
  const numbers: readonly (readonly [Relation, number, string, string])[] = [
    ['all', count(({ own, others }) => own && others > 0), '', w.shared],
    ['up', count(({ up }) => up > 0), '▲', w.higherCount],
    ['down', count(({ down }) => down > 0), '▼', w.lowerCount],
    ['alone', count(({ own, others }) => own && others === 0), '◆', w.alone(data.base)],
  ];
  return (
    <div class="numbers">
      {numbers.map(([key, value, sign, label]) => (
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
  const first = lines.find(({ code }) => code === 'territory-changed') ?? lines.find(({ tone }) => tone === 'err');
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
