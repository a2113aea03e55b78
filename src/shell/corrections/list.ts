import { type ToldCorrection, worded } from '../../corrections/ways.ts';
import type { Correction } from '../../model/correction.ts';
import { correctedIn, requireOutputFolder, toldOf } from './folder.ts';

/** One correction, as a row. */
export interface CorrectionRow {
  readonly document: string;
  /** As in `CorrectionNow`; `waiting` where its document is not in the folder, `superseded` where a later one holds. */
  readonly state: string;
  readonly act: string;
  /** Id of the target or task, `header`, or nothing: it is not found. */
  readonly record: string;
  readonly field: string;
  /** What it speaks of: measure or duty. */
  readonly about: string;
  readonly was: string;
  readonly said: string;
  /** What the rules read now. */
  readonly rules: string;
  readonly by: string;
  readonly at: string;
  readonly why: string;
  readonly id: string;
}

export interface ListedCorrections {
  readonly rows: readonly CorrectionRow[];
  readonly damaged: readonly string[];
}

/** @throws {CallError} where there is no such folder */
export async function listCorrections(folder: string): Promise<ListedCorrections> {
  await requireOutputFolder(folder);
  const rows: CorrectionRow[] = [];
  const damaged: string[] = [];
  for await (const one of correctedIn(folder, (name) => void damaged.push(name))) {
    if (one.laid !== undefined) rows.push(...toldOf(one).map(correctionRow));
    else rows.push(...one.file.entries.map((correction) => waiting(one.id, correction)));
  }
  return { rows, damaged };
}

export const correctionRow = ({ document, correction, now }: ToldCorrection): CorrectionRow => ({
  ...waiting(document, correction),
  state: now.superseded ? 'superseded' : now.state,
  record: now.record ?? '',
  rules: now.rules === undefined ? '' : worded(now.rules),
});

function waiting(document: string, correction: Correction): CorrectionRow {
  const { act, by, at, why = '', id } = correction;
  const about = act === 'add' ? correction.place.quote : correction.about.text;
  const said = act === 'correct' || act === 'add' ? worded(correction.value) : '';
  const [field, was] = act === 'correct' ? [correction.field, worded(correction.was)] : ['', ''];
  return { document, state: 'waiting', act, record: '', field, about, was, said, rules: '', by, at, why, id };
}
