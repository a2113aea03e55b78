import { recogniseWords } from '../api/client.ts';
import type { TargetRead } from '../api/types.ts';
import { record } from '../document.ts';
import { NEW, type, typedOf } from './drafts.ts';
import type { AgencySaid } from './values.ts';

/** Letters that the server reads at once. */
const LONGEST = 2000;

/**
 * Fills in the form of a new target with what the rules read in its words; what somebody has typed meanwhile stays.
 *
 * @param figure words of the figure that it is about, where that is known
 * @param isOpen whether the form is still about these words
 */
export async function prefill(words: string, figure: string | undefined, isOpen: () => boolean): Promise<void> {
  const before = typedOf(NEW).values;
  const issued = record.value?.document.issuedOn?.slice(0, 4);
  const { targets } = await recogniseWords(words.slice(0, LONGEST), issued === undefined ? undefined : Number(issued));
  const found =
    targets.find(({ quantity }) => figure !== undefined && quantity?.text.includes(figure) === true) ??
    targets.find(({ quantity }) => quantity !== null) ??
    targets[0];
  if (found === undefined || !isOpen()) return;
  const now = typedOf(NEW);
  for (const [field, value] of Object.entries(fieldsOf(found)))
    if (now.values[field] === before[field] && now.faults[field] === undefined) type(NEW, field, value);
}

/** What of a target the form of a new one has. Places in the words are none in the document, and are told by that. */
function fieldsOf({ indicator, quantity, status, direction, levels, ...target }: TargetRead): Record<string, unknown> {
  const { baseline, condition, deadline, agencies, area } = target;
  return {
    'indicator.text': indicator.text,
    'indicator.code': indicator.code,
    ...{ quantity, status, direction, levels, baseline, condition },
    ...(area === null ? {} : { area }),
    // The time of the whole plan is not said here.
    ...(deadline?.basis === 'explicit' ? { deadline: { ...deadline, source: undefined } } : {}),
    agencies: agencies.map(({ source: _, ...agency }): AgencySaid => agency),
  };
}
