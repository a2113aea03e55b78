import { computed } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { warningText } from '../../formats/comparison-words.ts';
import { Segmented } from '../components/segmented.tsx';
import { Select } from '../components/select.tsx';
import { Empty, Loading } from '../components/states.tsx';
import { Window } from '../components/window.tsx';
import { folded } from '../data/ids.ts';
import type { Fact, PageMeasure } from '../data/page-data.ts';
import { openDetail } from './actions.ts';
import { years } from './chip.tsx';
import { planName } from './doubts.tsx';
import { numberText, shownFigure, unitName } from './figures.ts';
import { factsOf } from './list.ts';
import { partOf, want } from './parts.ts';
import { changeKind, data, FILTERS, language, pair, search, words } from './state.ts';
import { areaName, MeasureName } from './strips.tsx';

type Kind = NonNullable<Fact['change']>['kind'];
const KINDS: readonly Kind[] = ['raised', 'lowered', 'kept', 'new', 'dropped'];

/** What a plan does to a measure of the plan before it. */
interface Changed {
  readonly index: number;
  readonly measure: PageMeasure;
  readonly kind: Kind;
  readonly before: Fact | undefined;
  readonly after: Fact | undefined;
}

/** Changes of each pair of plans of one body, by "before.after". */
const changes = computed<ReadonlyMap<string, readonly Changed[]>>(() => {
  const found = new Map<string, Changed[]>();
  for (const [index, measure] of data.measures.entries()) {
    const facts = factsOf(index) ?? [];
    for (const fact of facts) {
      if (fact.change === undefined) continue;
      const { kind, from, beside } = fact.change;
      const before = kind === 'dropped' ? fact : from === undefined ? undefined : facts[from];
      const after = kind === 'dropped' ? undefined : fact;
      const plans = [before?.plan ?? beside, after?.plan ?? beside];
      if (plans[0] === undefined || plans[1] === undefined) continue;
      const key = plans.join('.');
      found.set(key, [...(found.get(key) ?? []), { index, measure, kind, before, after }]);
    }
  }
  return found;
});

/** The base's first, then those that say most. */
const pairs = computed(() => {
  const isBase = (key: string): number => Number(data.plans[Number(key.split('.')[0])]?.base === true);
  const count = (key: string): number => changes.value.get(key)?.length ?? 0;
  return [...changes.value.keys()].sort((a, b) => isBase(b) - isBase(a) || count(b) - count(a));
});

/** One province, two plans: what was raised, lowered, kept, what is new and what is gone. */
export function Change() {
  const w = words.value;
  const missing = data.figures.filter((name) => partOf(name).value.kind === 'idle');
  useEffect(() => {
    for (const name of missing) want(name);
  }, [missing]);
  if (data.figures.some((name) => partOf(name).value.kind === 'waiting')) return <Loading rows={6} name={w.loading} />;
  const known = pairs.value;
  const chosen = known.includes(pair.value) ? pair.value : known[0];
  if (chosen === undefined) return <Empty asked={w.changeNone} />;
  const all = (changes.value.get(chosen) ?? []).filter(({ measure, index }) => wanted(measure, index));
  const kind = changeKind.value;
  const rows = kind === '' ? all : all.filter((one) => one.kind === kind);
  return (
    <>
      <div class="choose">
        <Select
          plain
          label={w.plans}
          value={chosen}
          options={known.map((value) => ({ value, label: pairName(value) }))}
          onChange={(value) => {
            pair.value = value;
          }}
        />
        <Segmented
          name={w.change}
          chosen={kind}
          segments={['', ...KINDS].map((key) => ({ key, label: kindLabel(key, all) }))}
          onChoose={(key) => {
            changeKind.value = changeKind.value === key ? '' : key;
          }}
        />
      </div>
      <Territory pair={chosen} />
      <ChangeTable rows={rows} pair={chosen} />
      <p class="under">{w.raisedNote}</p>
    </>
  );
}

function kindLabel(key: string, all: readonly Changed[]): string {
  const w = words.value;
  const count = key === '' ? all.length : all.filter(({ kind }) => kind === key).length;
  return `${key === '' ? w.all : w.kinds[key as Kind]} ${numberText(count)}`;
}

function wanted(measure: PageMeasure, index: number): boolean {
  const { code } = data.areas[measure.area] ?? { code: '' };
  const area = FILTERS.area.value;
  if (area !== '' && code !== (area === '-' ? '' : area)) return false;
  const text = folded(`${measure.vi} ${measure.en ?? ''} ${index}`);
  return folded(search.value)
    .split(/\s+/u)
    .every((token) => text.includes(token));
}

const plansOfPair = (key: string) => key.split('.').map((at) => data.plans[Number(at)]);
const pairName = (key: string): string =>
  plansOfPair(key)
    .map((plan) => plan?.name ?? '')
    .join(' → ');

/** Two plans of before and after the mergers speak of two territories: said as long as they are looked at. */
function Territory({ pair: key }: { readonly pair: string }) {
  const [before, after] = plansOfPair(key);
  const owner = data.owners[after?.owner ?? 0] ?? '';
  const warning = data.warnings.find(({ code, about }) => code === 'territory-changed' && about?.province === owner);
  if (warning === undefined || before?.set === after?.set) return null;
  return (
    <p class="note stays">
      <b aria-hidden="true">!</b>
      <span>
        {words.value.changeTerritory(owner)} {warningText(warning, language.value, planName)}
      </span>
    </p>
  );
}

const TOGETHER = 15;
const HEIGHT = 58;

function ChangeTable({ rows, pair: key }: { readonly rows: readonly Changed[]; readonly pair: string }) {
  const w = words.value;
  const [before, after] = plansOfPair(key);
  if (rows.length === 0) return <Empty asked={w.none} />;
  const blocks = Array.from({ length: Math.ceil(rows.length / TOGETHER) }, (_, i) =>
    rows.slice(i * TOGETHER, (i + 1) * TOGETHER),
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard
    <section class="scroll" aria-label={w.change} tabIndex={0}>
      <table class="changes">
        <thead>
          <tr>
            <th scope="col">{w.measure}</th>
            <th scope="col">◇ {before?.name}</th>
            <th scope="col">◆ {after?.name}</th>
            <th scope="col">{w.changed}</th>
          </tr>
        </thead>
        {blocks.map((block) => (
          <Window
            key={block[0]?.index}
            as="tbody"
            name={`change ${key} ${block[0]?.index}`}
            height={block.length * HEIGHT}
            always={false}
          >
            {() => block.map((one) => <ChangeRow key={`${one.index}.${one.after?.at ?? one.before?.at}`} {...one} />)}
          </Window>
        ))}
      </table>
    </section>
  );
}

function ChangeRow({ index, measure, kind, before, after }: Changed) {
  return (
    <tr data-row={index}>
      <th scope="row">
        <button type="button" data-open={index} onClick={() => openDetail(index, (after ?? before)?.at)}>
          <MeasureName measure={measure} />
        </button>
        <small>{[unitName(measure.unit), areaName(measure.area)].filter((part) => part !== '').join(' · ')}</small>
      </th>
      <FigureCell index={index} measure={measure} fact={before} />
      <FigureCell index={index} measure={measure} fact={after} />
      <td class={kindStand(kind, measure)}>{words.value.kinds[kind]}</td>
    </tr>
  );
}

/** Raised is more ambitious only where more is better. */
function kindStand(kind: Kind, { better }: PageMeasure): string {
  if (better === 0 || (kind !== 'raised' && kind !== 'lowered')) return 'kind';
  return (kind === 'raised') === (better === 1) ? 'kind higher' : 'kind lower';
}

function FigureCell({
  index,
  measure,
  fact,
}: {
  readonly index: number;
  readonly measure: PageMeasure;
  readonly fact: Fact | undefined;
}) {
  if (fact === undefined) return <td />;
  return (
    <td class="figure">
      <button type="button" onClick={() => openDetail(index, fact.at)}>
        <b>{shownFigure(measure, fact)}</b> <small>{years(fact)}</small>
      </button>
    </td>
  );
}
