import type { Knowledge } from '../../knowledge/knowledge.ts';
import { type Range, trim } from '../../language/sentences.ts';
import { withoutLinks } from './indicator-words.ts';
import type { Statement } from './statement.ts';

/** Behind the last mark; a comma between digits parts nothing. */
const LAST_PIECE = /(?:[^,;:)]|(?<=\d),(?=\d))*$/u;

/** "Bắc Văn Yên (88,05%)": a figure alone in brackets says something of the words before them. */
export function ofAside(
  knowledge: Knowledge,
  text: string,
  sentence: Range,
  aside: Range,
  statement: Statement,
): Statement {
  if (statement.shape !== 'figure-alone' || statement.indicator !== '') return { ...statement, sentence };
  const before = text.slice(sentence.start, aside.start);
  const piece = LAST_PIECE.exec(before)?.[0].length ?? 0;
  const start = trim(text, aside.start - piece, aside.start).start;
  return {
    ...statement,
    sentence,
    quote: { start, end: aside.end },
    own: { start, end: aside.end },
    before: { start, end: statement.quantity.start },
    indicator: withoutLinks(knowledge, text.slice(start, aside.start)),
  };
}
