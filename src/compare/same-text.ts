import { keyOf } from '../language/words.ts';
import { betterText, type Counted } from './plans.ts';

/** Fewer statements than this may agree by chance. */
const ENOUGH = 5;
/** Of all that either text states, this much both do. */
const MOSTLY = 0.8;

/**
 * Counts once what is one plan by its text: without a number or a date of its own, a text stands for the plan of the same
 * province, body and time that states nearly all of the same figures of the same measures.
 */
export function countAlikeOnce(plans: readonly Counted[]): Counted[] {
  const groups = new Map<string, Counted[]>();
  for (const plan of plans) {
    const { province, issuer, period } = plan.header;
    const key = [province?.set, province?.code, issuer?.code, period?.start, period?.end].join('|');
    groups.set(key, [...(groups.get(key) ?? []), plan]);
  }
  const alike = new Map<Counted, Counted>();
  for (const group of groups.values()) {
    if (group.length < 2 || !group.some(isNameless)) continue;
    const stated = group
      .toSorted(betterText)
      .map((plan) => ({ plan, said: statements(plan) }))
      .filter(({ said }) => said.size >= ENOUGH);
    for (const [i, one] of stated.entries()) {
      const other = stated
        .slice(0, i)
        .find(
          (before) =>
            !alike.has(before.plan) &&
            (isNameless(one.plan) || isNameless(before.plan)) &&
            shared(one.said, before.said) >= MOSTLY,
        );
      if (other !== undefined) alike.set(one.plan, other.plan);
    }
  }
  if (alike.size === 0) return [...plans];
  const others = new Map<Counted, string[]>();
  for (const [plan, as] of alike) others.set(as, [...(others.get(as) ?? []), plan.header.id, ...plan.others].sort());
  return plans
    .filter((plan) => !alike.has(plan))
    .map((plan) => {
      const same = others.get(plan);
      return same === undefined ? plan : { ...plan, others: [...plan.others, ...same].sort() };
    });
}

const isNameless = ({ header: { number, issuedOn } }: Counted): boolean => number === null || issuedOn === null;

const statements = ({ targets }: Counted): ReadonlySet<string> =>
  new Set(
    targets.flatMap(({ indicator, quantity }) =>
      quantity === null ? [] : [`${quantity.value} ${quantity.unit} ${keyOf(indicator.text)}`],
    ),
  );

function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let both = 0;
  for (const one of a) if (b.has(one)) both++;
  return both / (a.size + b.size - both);
}
