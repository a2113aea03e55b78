import { built, type Knowledge } from '../knowledge/knowledge.ts';

type Tables = Pick<Knowledge, 'figures'>;

const currenciesOf = built(
  ['figures'],
  ({ figures }) =>
    new Map(
      figures.units.units.filter(({ money }) => money === true).map(({ unit, forms }) => [unit, forms[0] ?? unit]),
    ),
);

/** Codes of the units that are currencies. */
export const currencies = (knowledge: Tables): readonly string[] => [...currenciesOf(knowledge).keys()];

/** The currency of a unit, its usual word, and what follows it: "VND/người/năm" is VND, "đồng", "/người/năm". */
export function moneyOf(
  knowledge: Tables,
  unit: string,
): { readonly currency: string; readonly word: string; readonly per: string } | undefined {
  const currency = /^[^/\s]*/u.exec(unit)?.[0] ?? '';
  const word = currenciesOf(knowledge).get(currency);
  return word === undefined ? undefined : { currency, word, per: unit.slice(currency.length) };
}

/** Whether a unit is one of money, whatever it is counted for. */
export const isMoney = (knowledge: Tables, unit: string): boolean => moneyOf(knowledge, unit) !== undefined;
