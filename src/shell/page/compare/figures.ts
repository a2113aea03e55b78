import { MINUS, numberIn, SIGNS } from '../components/figures.ts';
import type { Fact, PageMeasure } from '../data/page-data.ts';
import { data, language, words } from './state.ts';

/** A number as the language of the page writes it. */
export const numberText = (value: number): string => numberIn(language.value, value);

interface Scaled {
  readonly size: number;
  /** Behind the number. */
  readonly unit: string;
}

/** Sums of money are told in millions and billions. */
function scaled(value: number, unit: string | null): Scaled {
  const [, money = '', per = ''] = /^([^/\s]+)(\/.*)?$/u.exec(unit ?? '') ?? [];
  if (!data.currencies.includes(money)) return { size: 1, unit: unit ?? '' };
  const size = [1e9, 1e6].find((one) => Math.abs(value) >= one) ?? 1;
  const { money: names } = words.value;
  return { size, unit: `${names[size] ?? ''}${names[money] ?? money}${per}` };
}

type Figure = Pick<Fact, 'value' | 'valueMax'> & { readonly comparator: Fact['comparator']; readonly unit?: string };

/** "≥ 90%", "35–40%", "nhóm 10", "1.250": units stand with the measure, but for % and sums of money. */
export function shownFigure(measure: Pick<PageMeasure, 'unit'>, fact: Figure): string {
  return told(fact.unit ?? measure.unit, fact, fact.unit !== undefined);
}

/** The same with its unit. */
export const fullFigure = (measure: Pick<PageMeasure, 'unit'>, fact: Figure): string =>
  told(fact.unit ?? measure.unit, fact, true);

function told(unit: string | null, { comparator, value, valueMax }: Figure, withUnit: boolean): string {
  if (value === null) return '·';
  const { size, unit: name } = scaled(value, unit);
  const sign = comparator === null ? '' : SIGNS[comparator];
  const range =
    valueMax === null ? numberText(value / size) : `${numberText(value / size)}–${numberText(valueMax / size)}`;
  if (unit === 'rank') return comparator === '<=' ? `${words.value.group}${range}` : `${range}`;
  if (name.startsWith('%')) return `${sign}${range}${name}`;
  return withUnit || size !== 1 ? `${sign}${range}\u00a0${name}`.trimEnd() : `${sign}${range}`;
}

/** "+10", "−5": plain arithmetic. */
export function difference(measure: Pick<PageMeasure, 'unit'>, { difference: by = 0, unit }: Fact): string {
  const { size, unit: name } = scaled(by, unit ?? measure.unit);
  const size_ = size === 1 ? '' : `\u00a0${name}`;
  return by === 0 ? '=' : `${by > 0 ? '+' : MINUS}${numberText(Math.abs(by) / size)}${size_}`;
}

export const unitName = (unit: string | null): string => (unit === 'rank' ? words.value.rankUnit : (unit ?? ''));
