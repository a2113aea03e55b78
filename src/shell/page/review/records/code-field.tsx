import { type Choice, Combobox } from '../../components/combobox.tsx';
import { folded } from '../../data/ids.ts';
import { indicators, nameOf } from '../catalogue.ts';
import { language, words } from '../state.ts';
import { untype } from './drafts.ts';
import { Box, type Form, fieldOf, inputId } from './field.tsx';

/** "procedures.one-stop-share": words that are looked for are none. */
const CODE = /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/u;

/** Shown at once, of some hundreds. */
const MOST = 12;

/** Indicators of the catalogue whose words and code hold all that is typed. */
export function indicatorsLike(typed: string): Choice[] {
  const now = language.value;
  const tokens = folded(typed).split(/\s+/u).filter(Boolean);
  return indicators.value
    .map(({ code, labels }) => ({
      value: code,
      label: labels[now] ?? labels.vi ?? code,
      hint: code,
      words: folded(`${code} ${labels.vi ?? ''} ${labels.en ?? ''}`),
    }))
    .filter((one) => tokens.every((token) => one.words.includes(token)))
    .slice(0, MOST);
}

/** The code of what is measured, looked for in the catalogue by its words or by the code. */
export function CodeField({ form }: { readonly form: Form }) {
  const w = words.value;
  const state = fieldOf<string | null>(form, 'indicator.code');
  const known = indicators.value.find(({ code }) => code === state.value);
  return (
    <Box
      form={form}
      field="indicator.code"
      label={w.field['indicator.code'] ?? ''}
      width={6}
      changed={state.changed}
      was={state.saved}
      fault={state.fault}
      onUndo={() => untype(form.id, 'indicator.code')}
      note={known === undefined ? undefined : nameOf(known)}
    >
      <Combobox
        id={inputId(form, 'indicator.code')}
        value={state.value ?? ''}
        disabled={form.disabled}
        choices={indicatorsLike}
        invalid={state.fault !== undefined}
        onType={(typed) => {
          const code = typed.trim();
          state.set(code === '' ? null : code, code === '' || CODE.test(code) ? undefined : w.notACode);
        }}
        onChoose={({ value }) => state.set(value)}
      />
    </Box>
  );
}
