import { keyOf } from '../language/words.ts';
import { putUnder } from './grouped.ts';
import { betterText, type Counted } from './plans.ts';

/** Fewer statements than this may agree by chance. */
const ENOUGH = 5;
/** Of all that either text states, this much both do. */
const MOSTLY = 0.8;
/** Of the words of the shorter of two wordings with one figure, this much stands in the other. */
const ALIKE = 0.6;

/**
 * Counts once what is one plan by its text: without a number or a date of its own, a text stands for the plan of the same
 * province, body and time that states nearly all of the same figures of the same measures. Another format may give other
 * words around a figure, and leave out whose or of when the text is: what only one of them tells is no contradiction.
 */
export function countAlikeOnce(plans: readonly Counted[]): Counted[] {
  const groups = new Map<string, Counted[]>();
  for (const plan of plans) {
    const { province } = plan.header;
    const key = province === null ? '' : `${province.set}|${province.code}`;
    putUnder(groups, key, plan);
  }
  const alike = new Map<Counted, Counted>();
  for (const group of groups.values()) {
    if (group.length < 2 || !group.some(isNameless)) continue;
    const stated = group
      .toSorted(betterText)
      .map((plan) => ({ plan, said: statements(plan) }))
      .filter(({ said }) => said.length >= ENOUGH);
    for (const [i, one] of stated.entries()) {
      const other = stated
        .slice(0, i)
        .find(
          (before) =>
            !alike.has(before.plan) &&
            (isNameless(one.plan) || isNameless(before.plan)) &&
            mayBeOne(one.plan, before.plan) &&
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

/** Of one body and one time; one of the two may be told by one text only. */
function mayBeOne({ header: a }: Counted, { header: b }: Counted): boolean {
  const told = [
    [a.issuer?.code, b.issuer?.code],
    [timeOf(a), timeOf(b)],
  ].filter(([one, other]) => one !== undefined && other !== undefined);
  const silent = [
    [a.issuer, b.issuer],
    [a.period, b.period],
  ].filter(([one, other]) => (one === null) !== (other === null));
  return silent.length < 2 && told.every(([one, other]) => one === other);
}

const timeOf = ({ period }: Counted['header']): string | undefined =>
  period === null ? undefined : `${period.start}–${period.end}`;

interface Statement {
  readonly figure: string;
  readonly code: string | null;
  readonly words: ReadonlySet<string>;
}

/** Each once. */
function statements({ targets }: Counted): readonly Statement[] {
  const made = new Map<string, Statement>();
  for (const { indicator, quantity } of targets) {
    if (quantity === null) continue;
    const figure = `${quantity.value} ${quantity.unit}`;
    const words = keyOf(indicator.text);
    made.set(`${figure} ${words}`, { figure, code: indicator.code, words: new Set(words.split(/[^\p{L}\p{N}]+/u)) });
  }
  return [...made.values()];
}

/** How much of what either states both do. */
function shared(a: readonly Statement[], b: readonly Statement[]): number {
  const share = (both: number): number => both / (a.length + b.length - both);
  // Words are compared where there are figures enough to compare.
  const most = share(pairs(a, b, () => true));
  return most < MOSTLY ? most : share(pairs(a, b, isAlike));
}

/** How many of one find one of the other with the same figure that nobody else has found. */
function pairs(a: readonly Statement[], b: readonly Statement[], alike: typeof isAlike): number {
  const free = new Map<string, Statement[]>();
  for (const one of b) putUnder(free, one.figure, one);
  let found = 0;
  for (const one of a) {
    const own = free.get(one.figure) ?? [];
    const at = own.findIndex((other) => alike(one, other));
    if (at === -1) continue;
    own.splice(at, 1);
    found++;
  }
  return found;
}

/** Of one code, or of much the same words where the catalogue does not tell them apart. */
function isAlike(a: Statement, b: Statement): boolean {
  if (a.code !== null && b.code !== null) return a.code === b.code;
  let both = 0;
  for (const word of a.words) if (b.words.has(word)) both++;
  return both >= ALIKE * Math.min(a.words.size, b.words.size);
}
