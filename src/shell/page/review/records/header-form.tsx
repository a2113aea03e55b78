import { Combobox } from '../../components/combobox.tsx';
import { confirmHeader, saveHeader, withdrawAll } from '../acts.ts';
import { role } from '../api/client.ts';
import type { RecordRead } from '../api/types.ts';
import { agenciesLike, provinceList } from '../catalogue.ts';
import { record } from '../document.ts';
import { words } from '../state.ts';
import { Badges } from './badge.tsx';
import { DayInput } from './day-input.tsx';
import { HEAD, typedOf, untype } from './drafts.ts';
import { Why } from './editor.tsx';
import { Box, ChoiceField, type Form, fieldOf, inputId, TextField } from './field.tsx';
import { changedOf, same } from './typed.ts';
import { codeOf } from './values.ts';

type Header = RecordRead['document'];

/** What is known of the document as a whole. */
export function HeaderForm() {
  const w = words.value;
  const header = record.value?.document;
  if (header === undefined) return null;
  const form: Form = { id: HEAD, of: header, asked: '', disabled: role.value !== 'write' };
  return (
    <div class="card open" data-card={HEAD}>
      <Badges of={header} />
      <div class="editor">
        <TextField form={form} field="number" width={3} />
        <DayBox form={form} />
        <TextField form={form} field="title" width={6} rows={3} />
        <IssuerField form={form} />
        <ChoiceField<string>
          form={form}
          field="form"
          width={3}
          options={Object.entries(w.forms)}
          show={(value) => value}
          parse={(value) => value}
        />
        <ChoiceField<string | null>
          form={form}
          field="level"
          width={3}
          options={[['', w.notTold], ...Object.entries(w.levels)]}
          show={(value) => value ?? ''}
          parse={(value) => (value === '' ? null : value)}
        />
        <ProvinceField form={form} />
        <PeriodFields form={form} />
        {form.disabled ? null : <Acts header={header} />}
      </div>
    </div>
  );
}

function Acts({ header }: { readonly header: Header }) {
  const w = words.value;
  const changed = changedOf(header, typedOf(HEAD)).length > 0;
  const looked = header.reviewed !== undefined && !changed;
  return (
    <>
      <Why id={HEAD} of={header} />
      <div class="acts">
        {looked ? (
          <button type="button" class="button" onClick={() => withdrawAll(header, ['confirm', 'correct'])}>
            {w.unconfirm}
          </button>
        ) : (
          <button type="button" class="button primary" onClick={changed ? saveHeader : confirmHeader}>
            {changed ? w.saveCorrection : w.confirm}
          </button>
        )}
      </div>
    </>
  );
}

function DayBox({ form }: { readonly form: Form }) {
  const state = fieldOf<string | null>(form, 'issuedOn');
  return (
    <Box
      form={form}
      field="issuedOn"
      label={words.value.field.issuedOn ?? ''}
      width={3}
      changed={state.changed}
      was={state.saved}
      onUndo={() => untype(HEAD, 'issuedOn')}
    >
      <DayInput
        id={inputId(form, 'issuedOn')}
        day={state.value}
        disabled={form.disabled}
        onDay={(day) => state.set(day)}
      />
    </Box>
  );
}

function IssuerField({ form }: { readonly form: Form }) {
  const state = fieldOf<Header['issuer']>(form, 'issuer');
  const set = (name: string, code = codeOf(name)): void => state.set(name.trim() === '' ? null : { code, name });
  return (
    <Box
      form={form}
      field="issuer"
      label={words.value.field.issuer ?? ''}
      width={6}
      changed={state.changed}
      was={state.saved}
      onUndo={() => untype(HEAD, 'issuer')}
    >
      <Combobox
        id={inputId(form, 'issuer')}
        value={state.value?.name ?? ''}
        disabled={form.disabled}
        choices={agenciesLike}
        onType={(typed) => set(typed)}
        onChoose={({ value, label }) => set(label, value)}
      />
    </Box>
  );
}

/** A province of either list: that of 63 units, or of 34 since 1 July 2025. */
function ProvinceField({ form }: { readonly form: Form }) {
  const w = words.value;
  const known = provinceList.value;
  const saved = record.value?.document.province ?? null;
  const name = (value: Header['province']): string => (value === null ? '' : `${value.set}.${value.code}`);
  const all = saved === null || known.some((one) => name(one) === name(saved)) ? known : [saved, ...known];
  return (
    <ChoiceField<Header['province']>
      form={form}
      field="province"
      width={6}
      options={[['', w.notTold], ...all.map((one): [string, string] => [name(one), `${one.name} (${one.set})`])]}
      show={name}
      parse={(option) => (option === name(saved) ? saved : (all.find((one) => name(one) === option) ?? null))}
    />
  );
}

function PeriodFields({ form }: { readonly form: Form }) {
  const w = words.value;
  const state = fieldOf<Header['period']>(form, 'period');
  const set = (change: Partial<NonNullable<Header['period']>>): void => {
    const next = { start: null, end: null, ...state.value, ...change };
    state.set(next.start === null && next.end === null ? null : next);
  };
  const day = (part: 'start' | 'end') => (
    <DayInput
      id={inputId(form, part === 'start' ? 'period' : 'period.end')}
      name={`${w.field.period}: ${part === 'start' ? w.from : w.until}`}
      day={state.value?.[part] ?? null}
      disabled={form.disabled}
      onDay={(value) => set({ [part]: value })}
    />
  );
  return (
    <Box
      form={form}
      field="period"
      label={w.field.period ?? ''}
      width={6}
      changed={!same(state.value, state.saved)}
      was={state.saved}
      onUndo={() => untype(HEAD, 'period')}
    >
      <span class="pair">
        {day('start')}
        {day('end')}
      </span>
    </Box>
  );
}
