import type { Warning } from '../../../../model/record.ts';
import type { Language } from '../../../formats/comparison-words.ts';
import { doubtText } from '../../components/doubt-words.ts';
import type { TargetRead, TaskRead } from '../api/types.ts';
import { type Entry, figureIn, isTask } from '../entry.ts';
import { IN_LANGUAGES } from '../words.ts';

/** Something that may be wrong with a record, and the field in which it would be. */
export interface Doubt {
  readonly field: string;
  readonly text: string;
}

/** Warnings that speak of one record, by the field that they doubt. */
const FIELD_OF: Readonly<Record<string, string>> = {
  'figures-differ': 'quantity.value',
  'figure-doubtful': 'quantity.value',
  'deadline-before-issue': 'deadline',
  'no-such-day': 'deadline',
  'inner-reference-lost': 'agencies',
};

/** Codes below this are told to be unsure. */
const SURE_CODE = 0.8;
/** Words of a measure: as docs/confidence.md has them. */
const [FEW, MANY] = [3, 20];
const PARTED = /[()%]|:\s/u;

/** What is doubtful about a record, the most telling first: what the rules say of it, then what makes them unsure in general. */
export function doubtsOf(entry: Entry, warnings: readonly Warning[], language: Language): Doubt[] {
  const { start, end } = entry.source;
  const own = warnings.flatMap(({ code, source }): Doubt[] => {
    const field = FIELD_OF[code];
    if (field === undefined || source === undefined || source.end <= start || source.start >= end) return [];
    return [{ field, text: doubtText(code, language) }];
  });
  const found = [...own, ...(isTask(entry) ? ofTask(entry, language) : ofTarget(entry, language))];
  return found.length > 0
    ? found
    : [{ field: isTask(entry) ? 'text' : 'indicator.text', text: IN_LANGUAGES[language].doubt.general }];
}

function ofTarget({ quantity, status, indicator, agencies, source }: TargetRead, language: Language): Doubt[] {
  const { doubt } = IN_LANGUAGES[language];
  const found: Doubt[] = [];
  const add = (field: string, text: string): void => void found.push({ field, text });
  const length = indicator.text.split(/\s+/u).filter((word) => word !== '').length;
  if (quantity === null) add('quantity.value', doubt.words);
  else if (quantity.valueMax !== null && quantity.comparator !== '=')
    add('quantity.comparator', doubt.range(figureIn(language, quantity)));
  if (indicator.match !== undefined && indicator.match.sure < SURE_CODE) add('indicator.code', doubt.code);
  if (length < FEW) add('indicator.text', doubt.few(String(length)));
  else if (length >= MANY) add('indicator.text', doubt.many(String(length)));
  else if (PARTED.test(indicator.text)) add('indicator.text', doubt.parted);
  if (status === 'result') add('status', doubt.result);
  if (quantity !== null && source.quote.includes('\t')) add('quantity.unit', doubt.unit);
  const referred = agencies.find(({ basis }) => basis === 'cross-reference');
  if (referred !== undefined) add('agencies', doubt.agencies(referred.name));
  if (quantity !== null && quantity.unit !== 'rank' && !quantity.unit.startsWith('%'))
    add('quantity.value', doubt.count(quantity.unit));
  if (indicator.code === null) add('indicator.code', doubt.coded);
  return found;
}

function ofTask({ leads, deadline, basis }: TaskRead, language: Language): Doubt[] {
  const { doubt } = IN_LANGUAGES[language];
  return [
    ...(leads.length === 0 ? [{ field: 'leads', text: doubt.leads }] : []),
    ...(basis === 'section' ? [{ field: 'text', text: doubt.duty }] : []),
    ...(deadline === null ? [{ field: 'deadline', text: doubt.due }] : []),
  ];
}
