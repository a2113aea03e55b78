import type { MeasureLevel } from '../../../../model/record.ts';
import { confirm, remove, withdrawAll } from '../acts.ts';
import { role } from '../api/client.ts';
import type { TargetRead } from '../api/types.ts';
import { areaNames } from '../catalogue.ts';
import { type Entry, isTask, shortId } from '../entry.ts';
import { step } from '../select.ts';
import { words } from '../state.ts';
import { AgenciesField } from './agencies-field.tsx';
import { CodeField } from './code-field.tsx';
import { DeadlineFields } from './deadline-fields.tsx';
import { giveReason, reasonOf, typedOf } from './drafts.ts';
import { ChoiceField, type Form, fieldOf, inputId, TextField } from './field.tsx';
import { QuantityFields } from './quantity-fields.tsx';
import { changedOf } from './typed.ts';

/** Every field of a record, and what can be done with it. */
export function Editor({ entry, asked }: { readonly entry: Entry; readonly asked: string }) {
  const form: Form = { id: shortId(entry), of: entry, asked, disabled: role.value !== 'write' };
  return (
    <div class="editor">
      {isTask(entry) ? <TaskFields form={form} place={entry} /> : <TargetFields form={form} place={entry} />}
      {form.disabled ? null : (
        <>
          <Why id={form.id} of={entry} />
          <Acts entry={entry} />
        </>
      )}
    </div>
  );
}

export const TargetFields = ({ form, place }: { readonly form: Form; readonly place?: TargetRead }) => {
  const w = words.value;
  const where = place === undefined ? {} : { place };
  const others = place?.agencies.some(({ role: own }) => own === 'implement') === true;
  return (
    <>
      <TextField form={form} field="indicator.text" width={6} rows={2} needed />
      <CodeField form={form} />
      <QuantityFields form={form} />
      <ChoiceField<string>
        form={form}
        field="direction"
        width={2}
        options={Object.entries(w.directions)}
        show={(value) => value ?? 'reach'}
        parse={(value) => value}
      />
      <ChoiceField<string>
        form={form}
        field="status"
        width={2}
        options={Object.entries(w.statuses)}
        show={(value) => value ?? 'target'}
        parse={(value) => value}
      />
      <LevelsField form={form} />
      <AreaField form={form} />
      <DeadlineFields form={form} {...where} />
      <TextField form={form} field="baseline" width={3} />
      <TextField form={form} field="condition" width={3} />
      <AgenciesField form={form} field="agencies" duty="lead" />
      <AgenciesField form={form} field="agencies" duty="cooperate" />
      {others ? <AgenciesField form={form} field="agencies" duty="implement" /> : null}
    </>
  );
};

export const TaskFields = ({ form, place }: { readonly form: Form; readonly place?: Entry }) => (
  <>
    <TextField form={form} field="text" width={6} rows={3} needed />
    <TextField form={form} field="product" width={4} />
    <AreaField form={form} />
    <DeadlineFields form={form} {...(place === undefined ? {} : { place })} />
    <AgenciesField form={form} field="leads" />
    <AgenciesField form={form} field="cooperating" />
    <TextField form={form} field="note" width={6} />
  </>
);

const ORDER: readonly MeasureLevel[] = ['central', 'province', 'district', 'commune'];
/** Levels that are named together. */
const TOGETHER = ['province,district', 'province,commune', 'district,commune', 'province,district,commune'];

function LevelsField({ form }: { readonly form: Form }) {
  const w = words.value;
  const name = (value: string): string =>
    value === ''
      ? w.notTold
      : value
          .split(',')
          .map((one) => w.measureLevels[one] ?? one)
          .join(', ');
  const inOrder = (levels: readonly MeasureLevel[] | null): string =>
    ORDER.filter((one) => levels?.includes(one)).join(',');
  return (
    <ChoiceField<readonly MeasureLevel[]>
      form={form}
      field="levels"
      width={2}
      options={['', ...ORDER, ...TOGETHER].map((value) => [value, name(value)])}
      show={inOrder}
      parse={(value) => ORDER.filter((one) => value.split(',').includes(one))}
    />
  );
}

function AreaField({ form }: { readonly form: Form }) {
  const now = fieldOf<string | null>(form, 'area').value;
  const known = areaNames.value;
  const unknown: [string, string][] = now === null || known.has(now) ? [] : [[now, now]];
  return (
    <ChoiceField<string | null>
      form={form}
      field="area"
      width={2}
      options={[['', words.value.notTold], ...known, ...unknown]}
      show={(value) => value ?? ''}
      parse={(value) => (value === '' ? null : value)}
    />
  );
}

/** Asked only when there is something to say a reason of. */
export function Why({ id, of }: { readonly id: string; readonly of: object }) {
  const w = words.value;
  if (changedOf(of, typedOf(id)).length === 0) return null;
  return (
    <div class="box w6">
      <label for={inputId({ id }, 'why')}>{w.why}</label>
      <input
        id={inputId({ id }, 'why')}
        class="field"
        value={reasonOf(id)}
        onInput={({ currentTarget }) => giveReason(id, currentTarget.value)}
      />
    </div>
  );
}

function Acts({ entry }: { readonly entry: Entry }) {
  const w = words.value;
  const changed = changedOf(entry, typedOf(shortId(entry))).length > 0;
  const looked = entry.reviewed !== undefined && !changed;
  return (
    <div class="acts">
      {looked ? (
        <button type="button" class="button" onClick={() => withdrawAll(entry, ['confirm', 'correct'])}>
          {w.unconfirm}
        </button>
      ) : (
        <button type="button" class="button primary" onClick={confirm}>
          {changed ? w.saveCorrection : w.confirm} <kbd>Enter</kbd>
        </button>
      )}
      <button type="button" class="button ghost" onClick={() => step(1)}>
        {looked ? w.nextOne : w.later} <kbd>j</kbd>
      </button>
      <button type="button" class="button ghost last" onClick={remove}>
        {w.delete} <kbd>x</kbd>
      </button>
    </div>
  );
}
