import type { Context } from '../../knowledge/context.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { scan } from '../mentions/engine/rule.ts';
import { documentNumber } from '../mentions/references/document-number.ts';

/** To read a document by of which no date is known yet. */
export const undatedContext = (knowledge: Knowledge): Context => ({
  knowledge,
  year: null,
  date: null,
  singleYear: false,
});

/** The last day that a text cites a document of: it is not older than that. */
export function latestCited(knowledge: Knowledge, text: string): string | undefined {
  return scan(documentNumber(knowledge), text, undatedContext(knowledge))
    .flatMap((mention) => (mention.kind === 'reference' && mention.value.date !== null ? [mention.value.date] : []))
    .sort()
    .at(-1);
}
