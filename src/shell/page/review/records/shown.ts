import { date } from '../../components/figures.ts';
import type { TargetRead } from '../api/types.ts';
import { areaNames } from '../catalogue.ts';
import { figureText, numberText, words } from '../state.ts';

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** What stands in a field, in words: for what it was before, and for what was corrected. */
export function shownValue(field: string, value: unknown): string {
  const w = words.value;
  if (value === null || value === undefined || value === '') return w.nothing;
  if (typeof value === 'number') return numberText(value);
  if (Array.isArray(value)) {
    const names = value.map((one) =>
      isObject(one) ? String(one.name) : (w.measureLevels[String(one)] ?? String(one)),
    );
    return names.length === 0 ? w.nothing : names.join(', ');
  }
  if (isObject(value)) return shownObject(field, value);
  return shownWord(field, String(value));
}

function shownObject(field: string, value: Record<string, unknown>): string {
  if (field === 'quantity') return figureText(value as NonNullable<TargetRead['quantity']>);
  if (field === 'period')
    return [value.start, value.end].map((day) => (typeof day === 'string' ? date(day) : '…')).join(' – ');
  return String(value.text ?? value.name ?? words.value.nothing);
}

function shownWord(field: string, value: string): string {
  const w = words.value;
  const names: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    direction: w.directions,
    status: w.statuses,
    form: w.forms,
    level: w.levels,
  };
  if (field === 'issuedOn') return date(value);
  if (field === 'area') return areaNames.value.get(value) ?? value;
  return names[field]?.[value] ?? value;
}
