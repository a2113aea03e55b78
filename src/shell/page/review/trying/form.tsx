import { useState } from 'preact/hooks';
import { Combobox } from '../../components/combobox.tsx';
import { nameOf } from '../catalogue.ts';
import { indicatorsLike } from '../records/code-field.tsx';
import { words } from '../state.ts';
import { areasOfDraft, beginAnew, beginWith, codeOfDraft, draft, into, pipelines, write } from './draft.ts';
import { Saving } from './saving.tsx';
import { WordsField } from './words-field.tsx';

const BETTER = ['higher', 'lower', 'neither'] as const;

/** What an indicator says: its words first, since they decide. */
export function IndicatorForm() {
  const w = words.value.try;
  const { all } = draft.value;
  const setGroup = (at: number, group: readonly string[]): void =>
    write({ all: all.map((one, i) => (i === at ? group : one)) });
  return (
    <section class="writing" aria-label={w.indicator}>
      <Begin />
      <div class="editor">
        {all.map((group, i) => (
          <WordsField
            key={i}
            id={`try-all-${i}`}
            label={i === 0 ? w.first : w.also(String(i + 1))}
            {...(i === 0 ? { note: w.firstNote } : {})}
            values={group}
            onChange={(values) => setGroup(i, values)}
          />
        ))}
        <div class="box w6 group-acts">
          <button type="button" class="button small" onClick={() => write({ all: [...all, []] })}>
            {w.addGroup}
          </button>
          {all.length > 1 ? (
            <button type="button" class="button small ghost" onClick={() => write({ all: all.slice(0, -1) })}>
              {w.dropGroup}
            </button>
          ) : null}
        </div>
        <WordsField
          id="try-none"
          label={w.none}
          note={w.noneNote}
          values={draft.value.none}
          onChange={(none) => write({ none })}
        />
        <WordsField id="try-unit" label={w.unit} values={draft.value.unit} onChange={(unit) => write({ unit })} />
        <Rest />
      </div>
      <Saving />
    </section>
  );
}

/** An indicator that there is, to begin with. */
function Begin() {
  const w = words.value.try;
  const [typed, setTyped] = useState('');
  return (
    <div class="begin">
      <label for="try-begin">{w.begin}</label>
      <span class="row">
        <Combobox
          id="try-begin"
          value={typed}
          choices={indicatorsLike}
          onType={setTyped}
          onChoose={({ value }) => {
            setTyped('');
            void beginWith(value).catch(() => undefined);
          }}
        />
        <button type="button" class="button small" onClick={beginAnew}>
          {w.anew}
        </button>
      </span>
    </div>
  );
}

function Rest() {
  const w = words.value.try;
  const { vi, en, code, area, better, also } = draft.value;
  const text = (id: 'vi' | 'en' | 'code', label: string, value: string, placeholder = '') => (
    <div class={`box ${id === 'code' ? 'w6' : 'w3'}`}>
      <label for={`try-${id}`}>{label}</label>
      <input
        id={`try-${id}`}
        class="field"
        autocomplete="off"
        lang={id === 'code' ? undefined : id}
        value={value}
        placeholder={placeholder}
        onInput={({ currentTarget }) => write({ [id]: currentTarget.value })}
      />
    </div>
  );
  const choice = (
    id: string,
    label: string,
    value: string,
    options: readonly (readonly [value: string, label: string])[],
    set: (value: string) => void,
  ) => (
    <div class="box">
      <label for={id}>{label}</label>
      <select id={id} class="field" value={value} onChange={({ currentTarget }) => set(currentTarget.value)}>
        {options.map(([key, name]) => (
          <option key={key} value={key} selected={key === value}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
  return (
    <>
      {choice(
        'try-into',
        w.into,
        into.value,
        [...pipelines.value.map(({ name }) => [name, name] as const), ['', w.own]],
        (name) => {
          into.value = name;
        },
      )}
      {choice(
        'try-area',
        w.area,
        area,
        areasOfDraft.value.map((one) => [one.code, nameOf(one)] as const),
        (value) => write({ area: value }),
      )}
      {choice(
        'try-better',
        w.better,
        better,
        BETTER.map((key) => [key, w.betters[key]] as const),
        (value) => write({ better: BETTER.find((one) => one === value) ?? 'higher' }),
      )}
      {text('vi', w.vi, vi)}
      {text('en', w.en, en)}
      {text('code', w.code, code, codeOfDraft.value)}
      <WordsField
        id="try-also"
        label={w.alsoWords}
        note={w.alsoNote}
        values={also}
        onChange={(values) => write({ also: values })}
      />
    </>
  );
}
