import { keyOf } from '../../language/words.ts';
import type { Reference } from '../../model/record.ts';
import { ofKind, type Plan } from '../document/plan.ts';
import type { LaidBlock } from '../document/text.ts';
import { sourceAt } from '../document/text.ts';

/** Every distinct document number that the text cites, its own aside, at the first place that tells most of it. */
export function readReferences(plan: Plan, blocks: readonly LaidBlock[], ownNumber: string | null): Reference[] {
  const found = new Map<string, Reference>();
  for (const block of blocks) {
    for (const mention of ofKind(plan.mentionsOf(block), 'reference')) {
      const key = keyOf(mention.value.number);
      if (ownNumber !== null && key === keyOf(ownNumber)) continue;
      const known = found.get(key);
      if (known === undefined)
        found.set(key, {
          ...mention.value,
          source: sourceAt(plan.laid, block.start + mention.start, block.start + mention.end),
        });
      else if (known.date === null && mention.value.date !== null)
        found.set(key, { ...known, date: mention.value.date, issuer: known.issuer ?? mention.value.issuer });
    }
  }
  return [...found.values()];
}
