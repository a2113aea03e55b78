import { date } from '../../components/figures.ts';
import { withdraw } from '../acts.ts';
import { role } from '../api/client.ts';
import type { CorrectionRead } from '../api/types.ts';
import { corrections } from '../document.ts';
import { language, words } from '../state.ts';
import { type Corrected, draftId, keyOf } from './drafts.ts';
import { shownValue } from './shown.ts';

/** "26/11/2026": the day of a moment, where the reader is. */
export function dayOf(moment: string): string {
  const at = new Date(moment);
  if (Number.isNaN(at.getTime())) return moment;
  const two = (n: number): string => String(n).padStart(2, '0');
  return date(`${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`);
}

/** What persons said of a record: who, which field, when, what it was; and whether the rules have come to read the same. */
export function Badges({ of }: { readonly of: Corrected }) {
  const key = keyOf(of);
  language.value;
  const own = corrections.value.filter((one) => one.key === key && one.state !== 'lost');
  const asItStands = own.filter(
    (one, i) => one.act !== 'correct' || !own.slice(i + 1).some((later) => later.field === one.field),
  );
  return (
    <>
      {asItStands.map((one) => (
        <Badge
          key={one.id}
          correction={one}
          of={draftId(of)}
          disagrees={of.reviewed?.disagrees ?? []}
          agrees={of.reviewed?.agrees ?? []}
        />
      ))}
    </>
  );
}

interface Props {
  readonly correction: CorrectionRead;
  readonly of: string;
  readonly disagrees: readonly string[];
  readonly agrees: readonly string[];
}

function Badge({ correction, of, disagrees, agrees }: Props) {
  const w = words.value;
  const { id, field = '', state, why } = correction;
  const no = state === 'disagrees' || disagrees.includes(field);
  const yes = !no && (state === 'agrees' || agrees.includes(field));
  return (
    <p class={`badge ${no ? 'no' : ''}`}>
      <span>
        {correction.act === 'confirm' ? '✓' : '✎'} {saidText(correction)}
        {no ? `. ${w.disagrees}` : yes ? `. ${w.agrees}` : ''}
        {why === undefined ? null : <q lang="vi">{why}</q>}
      </span>
      {role.value === 'write' ? (
        <button type="button" class="button small" onClick={() => void withdraw([id], of)}>
          {w.undo}
        </button>
      ) : null}
    </p>
  );
}

/** "Lan sửa “Dấu” ngày 26/11/2026; trước: =" */
export function saidText({ act, by, at, field = '', was }: CorrectionRead): string {
  const w = words.value;
  const day = dayOf(at);
  if (act === 'confirm') return w.confirmedBy(by, day);
  if (act === 'add') return w.addedBy(by, day);
  if (act === 'delete') return w.deletedBy(by, day);
  return w.correctedBy(by, w.field[field] ?? field, day, shownValue(field, was));
}
