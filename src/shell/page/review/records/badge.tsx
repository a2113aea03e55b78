import type { Correction } from '../../../../model/correction.ts';
import { date } from '../../components/figures.ts';
import { withdraw } from '../acts.ts';
import { role } from '../api/client.ts';
import type { CorrectionRead } from '../api/types.ts';
import { corrections } from '../document.ts';
import { language, words } from '../state.ts';
import { asReviewer } from '../top.tsx';
import { type CorrectedField, draftId, keyOf } from './drafts.ts';
import { shownValue } from './shown.ts';

/** "26/11/2026": the day of a moment, where the reader is. */
export function dayOf(moment: string): string {
  const at = new Date(moment);
  if (Number.isNaN(at.getTime())) return moment;
  const two = (n: number): string => String(n).padStart(2, '0');
  return date(`${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`);
}

/** What persons said of a record: who, which field, when, what it was; and whether the rules have come to read the same. */
export function Badges({ of }: { readonly of: CorrectedField }) {
  const key = keyOf(of);
  language.value;
  const own = corrections.value.filter(
    ({ correction, now }) => correction.key === key && now.state !== 'lost' && !now.superseded,
  );
  return (
    <>
      {own.map((one) => (
        <Badge key={one.correction.id} said={one} of={draftId(of)} />
      ))}
    </>
  );
}

function Badge({ said: { correction, now }, of }: { readonly said: CorrectionRead; readonly of: string }) {
  const w = words.value;
  const { id, act, why } = correction;
  const no = now.state === 'disagrees';
  const reads = no && act === 'correct' ? w.readsNow(shownValue(correction.field, now.rules)) : w.disagrees;
  return (
    <p class={`badge ${no ? 'no' : ''}`}>
      <span>
        {act === 'confirm' ? '✓' : '✎'} {saidText(correction)}
        {no ? `. ${reads}` : now.state === 'agrees' ? `. ${w.agrees}` : ''}
        {why === undefined ? null : <q lang="vi">{why}</q>}
      </span>
      {role.value === 'write' ? (
        <button
          type="button"
          class="button small"
          aria-label={`${w.undo}: ${saidText(correction)}`}
          onClick={() => asReviewer(() => void withdraw([id], of))}
        >
          {w.undo}
        </button>
      ) : null}
    </p>
  );
}

/** "Lan sửa “Dấu” ngày 26/11/2026; trước: =" */
export function saidText(correction: Correction): string {
  const w = words.value;
  const { act, by, at } = correction;
  const day = dayOf(at);
  if (act === 'confirm') return w.confirmedBy(by, day);
  if (act === 'add') return w.addedBy(by, day);
  if (act === 'delete') return w.deletedBy(by, day);
  const { field, was } = correction;
  return w.correctedBy(by, w.field[field] ?? field, day, shownValue(field, was));
}
