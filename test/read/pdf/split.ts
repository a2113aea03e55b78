import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import { splitsIn } from '../../../src/read/encoding/split-words.ts';

/** The text without the spaces that part syllables. */
export function repaired(text: string): string {
  const gone = new Set(splitsIn(loadKnowledge(), text));
  return Array.from({ length: text.length }, (_, i) => (gone.has(i) ? '' : text.charAt(i))).join('');
}
