import type { Language } from '../../formats/comparison-words.ts';
import { numberIn, SIGNS } from '../components/figures.ts';
import type { TargetRead, TaskRead } from './api/types.ts';
import { IN_LANGUAGES } from './words.ts';

/** A target or a task of the document that is reviewed. */
export type Entry = TargetRead | TaskRead;

export const isTask = (entry: Entry): entry is TaskRead => 'leads' in entry;

/** "t6": names a record within its document. */
export const shortId = ({ id }: Pick<Entry, 'id'>): string => id.slice(id.lastIndexOf('#') + 1);

/** What is measured, or to be done. */
export const matterOf = (entry: Entry): string => (isTask(entry) ? entry.text : entry.indicator.text);

export const agenciesOf = (entry: Entry) => (isTask(entry) ? [...entry.leads, ...entry.cooperating] : entry.agencies);
export const leadsOf = (entry: Entry) =>
  isTask(entry) ? entry.leads : entry.agencies.filter(({ role }) => role === 'lead');

/** Records below this are looked at first. */
const DOUBTFUL = 0.8;

/** Whether a record is to be looked at: the rules are not sure of it, and nobody has said anything of it. */
export const isDoubtful = ({ confidence, reviewed }: Entry): boolean => confidence < DOUBTFUL && reviewed === undefined;
export const isUnsure = ({ confidence }: Entry): boolean => confidence < DOUBTFUL;

/** "doubt", "ok" (confirmed as it was), "fixed" (corrected), or "". */
export type Standing = 'doubt' | 'ok' | 'fixed' | '';
export function standingOf(entry: Entry): Standing {
  if (isDoubtful(entry)) return 'doubt';
  if (entry.reviewed === undefined) return '';
  return entry.reviewed.fields.length > 0 ? 'fixed' : 'ok';
}

export type Quantity = NonNullable<TargetRead['quantity']>;

const SIZES = [1e9, 1e6] as const;

/** "≥ 35–40%", "nhóm 10", "1.250,5 tỷ đồng": a figure with its unit. */
export function figureIn(language: Language, { comparator, value, valueMax, unit }: Quantity): string {
  const w = IN_LANGUAGES[language];
  const money = /^VND(?<per>\/.*)?$/u.exec(unit);
  const size = money === null ? 1 : (SIZES.find((one) => Math.abs(value) >= one) ?? 1);
  const shown = (one: number): string => numberIn(language, one / size);
  const range = valueMax === null ? shown(value) : `${shown(value)}–${shown(valueMax)}`;
  if (unit === 'rank') return comparator === '<=' ? `${w.group}\u00a0${range}` : `${w.rank}\u00a0${range}`;
  const name = money === null ? unit : `${w.money[size] ?? ''}${w.money[1]}${money.groups?.per ?? ''}`;
  return `${SIGNS[comparator]}${range}${name.startsWith('%') ? name : `\u00a0${name}`}`;
}
