import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Issue } from '../../model/block.ts';
import { PlanError } from '../../model/errors.ts';
import { unescapedEntities, unescapedSigns } from './escapes.ts';
import { lostLetters, onceEncoded } from './twice.ts';

/** What was done to the letters of a text before it came here, undone for each piece of it. */
export interface Mender {
  readonly mend: (piece: string) => string;
  readonly issues: readonly Issue[];
}

/** Lost letters that are misprints. */
const FEW_LOST = 3;
const SHARE_LOST = 0.02;

/**
 * Looks for what programs do to a text on its way: letters saved in another code, entities and signs escaped once too often.
 *
 * @param text all of it, pieces parted by line breaks
 * @returns undefined where nothing of the kind shows
 * @throws {PlanError} `text-unreadable` where letters were lost for good
 */
export function menderOf(knowledge: Knowledge, text: string): Mender | undefined {
  const issues: Issue[] = [];
  const steps: ((piece: string) => string)[] = [];
  let sample = text;
  const take = (step: ((piece: string) => string) | undefined, message: string): void => {
    if (step === undefined) return;
    steps.push(step);
    sample = step(sample);
    issues.push({ code: 'encoding-converted', message });
  };
  take(
    unescapedSigns(sample),
    'Line breaks and letters that stood as signs of a program (\\n, \\u1ea1) were put back.',
  );
  take(
    unescapedEntities(knowledge, sample),
    'Entities that were escaped twice (&amp;nbsp;) became the characters they mean.',
  );
  const once = onceEncoded(knowledge, sample);
  if (once !== undefined) {
    const lost = lostIn(once(sample));
    const rest = lost > 0 ? ` ${lost} of its words cannot be told any more.` : '';
    take(once, `UTF-8 text that had been saved in other letters (“Káº¿ hoáº¡ch”) was put back.${rest}`);
  }
  return steps.length === 0 ? undefined : { mend: (piece) => steps.reduce((read, step) => step(read), piece), issues };
}

/** @throws {PlanError} where more words are lost than a reader can do without */
function lostIn(text: string): number {
  const lost = lostLetters(text);
  if (lost <= FEW_LOST || lost <= text.split(/\s+/u).length * SHARE_LOST) return lost;
  throw new PlanError(
    'text-unreadable',
    'read',
    `The text was saved in the wrong letters, and ${lost} of its words cannot be told any more. Fetch the document again where it is published.`,
  );
}
