import type { Knowledge } from '../../knowledge/knowledge.ts';
import { type Range, trim } from '../../language/sentences.ts';
import { ofOthers, saysChange, subjectOfSaid } from './heads.ts';
import { withoutLinks } from './indicator-words.ts';
import { isLabel } from './left-out.ts';
import type { Statement } from './statement.ts';

/** Behind the last mark; a comma between digits parts nothing. */
const LAST_PIECE = /(?:[^,;:)]|(?<=\d),(?=\d))*$/u;

/**
 * "Bắc Văn Yên (88,05%)": a figure alone in brackets says something of the words before them, and so does one of which is only told that
 * it rose or is a share: "sản xuất trang phục (tăng 23%)".
 *
 * @param before the statement before the brackets; undefined where there is none
 */
export function ofAside(
  knowledge: Knowledge,
  text: string,
  sentence: Range,
  aside: Range,
  statement: Statement,
  before?: Statement,
): Statement {
  const says = statement.indicator;
  const bare = statement.shape === 'figure-alone' && says === '';
  const opens = text
    .slice(aside.start + 1)
    .trimStart()
    .toLowerCase()
    .startsWith(says.split(' ')[0]?.toLowerCase() ?? '');
  const alone = before === undefined && opens && saysChange(knowledge, says);
  if (!bare && !alone) return { ...statement, sentence };
  const ahead = text.slice(sentence.start, aside.start);
  const piece = LAST_PIECE.exec(ahead)?.[0].length ?? 0;
  const start = trim(text, aside.start - piece, aside.start).start;
  const words = withoutLinks(knowledge, text.slice(start, aside.start));
  if (alone && words === '') return { ...statement, sentence };
  // "giảm 3% trở lên (còn 7%)": the figure in the words before the brackets is told of the same.
  const same = before !== undefined && before.quantity.start >= start && before.quantity.end <= aside.start;
  return {
    ...statement,
    sentence,
    quote: { start: same ? Math.min(start, before.quote.start) : start, end: aside.end },
    own: { start, end: aside.end },
    before: { start: alone ? aside.start : start, end: statement.quantity.start },
    indicator: same ? subjectOfSaid(knowledge, before.indicator) : alone ? `${words} ${says}` : words,
    heads: same ? before.heads : statement.heads,
  };
}

/**
 * "…, châu Mỹ (chiếm 8% tổng số) tăng 5%": of what brackets tell that go on with nothing before them, where a comma parts it from the
 * figure before.
 */
export function subjectOfAside(
  knowledge: Knowledge,
  text: string,
  aside: Range,
  before: Statement,
): string | undefined {
  const from = Math.max(before.quote.end, before.quantity.end);
  if (from >= aside.start) return undefined;
  const between = text.slice(from, aside.start);
  const piece = LAST_PIECE.exec(between)?.[0] ?? '';
  if (piece.length === between.length) return undefined;
  const words = withoutLinks(knowledge, piece);
  const label = words !== '' && !/\d/u.test(words) && words === piece.trim() && isLabel(knowledge, words);
  return label && ofOthers(knowledge, words) === undefined && !saysChange(knowledge, words) ? words : undefined;
}
