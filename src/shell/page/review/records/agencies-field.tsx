import { useState } from 'preact/hooks';
import type { Agency } from '../../../../model/record.ts';
import { Combobox } from '../../components/combobox.tsx';
import { agenciesLike } from '../catalogue.ts';
import { words } from '../state.ts';
import { showPlace } from './deadline-fields.tsx';
import { untype } from './drafts.ts';
import { Box, type Form, fieldOf, inputId } from './field.tsx';
import { type AgencySaid, agencyNamed } from './values.ts';

interface Props {
  readonly form: Form;
  /** "agencies", "leads", "cooperating" */
  readonly field: string;
  /** Only those that have this to do, of a field that holds all. */
  readonly duty?: Agency['role'];
}

/** Bodies, each with a way to take it out, and a field to add one. */
export function AgenciesField({ form, field, duty }: Props) {
  const w = words.value;
  const state = fieldOf<readonly AgencySaid[] | null>(form, field);
  const all = state.value ?? [];
  const own = duty === undefined ? all : all.filter((one) => one.role === duty);
  const label = duty === undefined ? (w.field[field] ?? field) : w.roles[duty];
  const changed = state.changed && JSON.stringify(own) !== JSON.stringify(only(state.saved ?? [], duty));
  const [typed, setTyped] = useState('');
  const add = (name: string, code?: string): void => {
    setTyped('');
    if (name.trim() !== '') state.set([...all, agencyNamed(name.trim(), duty ?? roleOf(field), code)]);
  };
  const referred = own.find(({ basis, source }) => basis !== 'explicit' && source !== undefined);
  return (
    <Box
      {...{ form, changed }}
      field={duty === undefined || duty === 'lead' ? field : `${field}.${duty}`}
      label={label}
      width={6}
      was={only(state.saved ?? [], duty)}
      onUndo={() => untype(form.id, field)}
      note={referred === undefined ? undefined : <From agency={referred} />}
    >
      <span class="tokens">
        {own.map((one) => (
          <span class="token" key={`${one.code}${one.name}`} lang="vi">
            {one.name}
            {form.disabled ? null : (
              <button
                type="button"
                aria-label={w.remove(one.name)}
                onClick={() => state.set(all.filter((other) => other !== one))}
              >
                ✕
              </button>
            )}
          </span>
        ))}
        <Combobox
          id={inputId(form, duty === undefined || duty === 'lead' ? field : `${field}.${duty}`)}
          value={typed}
          disabled={form.disabled}
          choices={agenciesLike}
          onType={setTyped}
          onChoose={({ value, label: name }) => add(name, value)}
          onEnter={(name) => add(name)}
          onBack={() => {
            const last = own.at(-1);
            if (last !== undefined) state.set(all.filter((other) => other !== last));
          }}
        />
      </span>
    </Box>
  );
}

const only = (all: readonly AgencySaid[], duty: Props['duty']): readonly AgencySaid[] =>
  duty === undefined ? all : all.filter((one) => one.role === duty);
const roleOf = (field: string): Agency['role'] => (field === 'cooperating' ? 'cooperate' : 'lead');

/** "mục khác dẫn chiếu · chỗ gốc" */
function From({ agency: { basis, source } }: { readonly agency: AgencySaid }) {
  const w = words.value;
  return (
    <>
      {w.bases[basis]}
      {' · '}
      <button type="button" class="link" onClick={() => showPlace('a', source?.start ?? 0)}>
        {w.source}
      </button>
    </>
  );
}
