import type { CorrectionRow } from '../corrections/list.ts';
import { drawTable } from './table.ts';

/** Corrections for a terminal, those first that somebody should look at. */
export function correctionsTable(rows: readonly CorrectionRow[], width: number): string {
  if (rows.length === 0) return 'Nothing was corrected.';
  const columns = [
    { title: 'state' },
    { title: 'document', flexible: true, least: 20 },
    { title: 'about', flexible: true, least: 24 },
    { title: 'field' },
    { title: 'was', flexible: true, optional: true },
    { title: 'said', flexible: true },
    { title: 'rules now', flexible: true, optional: true },
    { title: 'by', optional: true },
  ];
  const sorted = rows.toSorted((a, b) => rankOf(a.state) - rankOf(b.state));
  const cells = sorted.map(({ state, document, about, field, act, was, said, rules, by }) => [
    state,
    document,
    short(about),
    field === '' ? act : field,
    short(was),
    short(said),
    short(rules),
    by,
  ]);
  return drawTable(columns, cells, width);
}

const ORDER = ['lost', 'disagrees', 'waiting', 'laid', 'agrees', 'superseded'];
const rankOf = (state: string): number => ORDER.indexOf(state);

/** A measure may be a paragraph. */
const LONGEST = 100;
const short = (text: string): string => (text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}…`);
