import { built } from '../../knowledge/knowledge.ts';
import { vi, viSource } from '../../language/pattern.ts';
import { type Range, trim } from '../../language/sentences.ts';
import type { MentionOf } from '../../model/mention.ts';
import { type FigureOfClause, isShare } from './figures-of-clause.ts';
import { countedNoun, measured, startOfMeasure, withoutLinks } from './indicator-words.ts';
import { LAID_DOWN, listBehind, measureEnd } from './measure-words.ts';
import { phrasesOf, STATEMENT_TABLES } from './phrases.ts';
import { type SentenceView, TOLD_ASIDE } from './sentence-view.ts';
import type { Statement } from './statement.ts';

/**
 * The statement of one figure, read by itself.
 *
 * @param shares whether it shares what is said of the next figure: then it goes on to the end of its clause
 */
export function statementOfFigure(view: SentenceView, clause: Range, one: FigureOfClause, shares: boolean): Statement {
  const { knowledge, text, sentence } = view;
  const { figure, start } = one;
  const limit = shares ? clause.end : one.end;
  const afterTimes = view.skipTimes(figure.end, limit);
  const shape = shapeOf(view, one, limit, afterTimes, shares);
  const whole =
    shape === 'measure-first' || shape === 'figure-alone'
      ? endAfterFigure(view, figure, limit, afterTimes)
      : endOfClause(view, figure, limit, shape);
  const passes = shape === 'verb-first' && !isShare(figure) ? passesPlan(knowledge)(view.plain(figure.end, whole)) : -1;
  const end = passes < 0 ? whole : figure.end + passes;
  const from = afterMarks(text, quoteStart(view, one, shape), figure.start);
  const measure = startOfMeasure(view, one, shape);
  const parted =
    PARTS.test(view.plain(start, measure)) && !view.times.some((time) => time.start >= start && time.end <= measure);
  const quote = trim(text, from, Math.max(end, figure.end));
  return {
    quantity: figure,
    quote,
    indicator: withoutLinks(
      knowledge,
      measured(view, one, shape, measure, saidBehind(view, one, afterTimes, end, shares && shape === 'figure-first')),
    ),
    heads: [],
    // "do một số ngành giảm nên tổng thu chỉ đạt …": what was told before the measure says nothing of it.
    before: { start: shape === 'measure-first' && parted ? Math.max(start, measure) : start, end: figure.start },
    own: { start: quote.start, end: Math.max(figure.end, Math.min(one.end, quote.end)) },
    sentence,
    shape,
  };
}

/** "kết nạp được 143 đảng viên vượt chỉ tiêu đề ra": where what is counted ends before how that stands to a plan. */
const passesPlan = built(STATEMENT_TABLES, (tables) => {
  const { HELD, say } = phrasesOf(tables);
  const PASSES = vi`\s(đạt và)? ${say('passes')} (các)? ${HELD}(?!\p{L})`;
  return (words: string): number => words.search(PASSES);
});

/** A clause that has had its say. */
const PARTS = /[,;]|\snên\s/iu;

const patternsOf = built(STATEMENT_TABLES, (tables) => {
  const { LISTS, PLACE_KIND, say } = phrasesOf(tables);
  return {
    /** "chưa có nhà ở": what is denied is no less said than the verb. */
    NOT_YET: vi`(?<=^|\s)${say('denies')}\s+$`,
    PURPOSE: vi`(^|\s)${say('so-as-to')}\s`,
    /** Adverbs: the verb that they belong to stands before the comma. */
    DONE_HOW: vi`^${say('done-how')}`,
    OPENS_PURPOSE: vi`^${say('so-as-to')}\s`,
    /** "3 thị trấn là Mộc Châu, Nông Trường đạt chuẩn": which ones they are. */
    NAMED_ONES: new RegExp(
      viSource`^\s*((${LISTS}|${say('such-as')})\s*:?|:)\s*\p{Lu}\p{Ll}+([\s,]+((và|${PLACE_KIND})\s+)?\p{Lu}\p{Ll}*)+[\s,]+(?=${say('named-ones')}\s)`,
      'u',
    ),
    SAYS_MORE: vi`[,;]|\s(${say('so-as-to')}|và\s+(đạt|được|có))\s`,
    JOINT: vi`[\s,;]+(và|với|hoặc|đồng thời|trong đó)$`,
  };
});

/** The words behind a figure that say what it measures: its own, and what it shares with the figures after it. */
function saidBehind(view: SentenceView, one: FigureOfClause, behind: number, end: number, shares: boolean): Range[] {
  const start = behind + (patternsOf(view.knowledge).NAMED_ONES.exec(view.plain(behind, end))?.[0].length ?? 0);
  const later = view.quantities.filter((q) => q.start > one.figure.start && q.end <= end);
  // "75% số xã và 50% số huyện đạt chuẩn, 80% số thôn có nhà văn hóa": what is said of the first behind it is said of both.
  if (!shares || later.length === 0 || one.end >= end) return [{ start, end: measureEnd(view, start, end) }];
  for (const [i, { end: from }] of later.entries()) {
    const next = later[i + 1];
    // "…, năm 2028 đạt 70% và năm 2030 đạt 80% số xã …": nothing is said of it yet.
    if (next !== undefined && view.onlyLinks(from, next.start)) continue;
    const between = view.plain(from, next?.start ?? end);
    const said = view.vocabulary.PREDICATE.exec(between);
    const mark = next === undefined ? -1 : between.search(/[,;][^,;]*$/u);
    const until = mark < 0 ? (next?.start ?? end) : from + mark;
    // "0,3 ha rừng sản xuất để xây dựng 41 trụ": what it is for is said of none.
    if (
      said === null ||
      from + said.index >= until ||
      patternsOf(view.knowledge).PURPOSE.test(between.slice(0, said.index))
    )
      continue;
    // "đến năm 2025 đạt 60% và đến năm 2030 đạt 75% các cơ quan có …": with nothing of its own, it has all that is said of the later one.
    if (view.onlyLinks(one.figure.end, later[0]?.start ?? end))
      return [{ start: from, end: measureEnd(view, from, until) }];
    const denied = patternsOf(view.knowledge).NOT_YET.exec(between.slice(0, said.index))?.[0].length ?? 0;
    const says = from + said.index - denied;
    return [
      { start, end: lastWord(view, one.end) },
      { start: says, end: measureEnd(view, says, until) },
    ];
  }
  return [{ start, end: lastWord(view, one.end) }];
}

/** How a figure and its measure stand. */
function shapeOf(
  view: SentenceView,
  one: FigureOfClause,
  limit: number,
  afterTimes: number,
  shares: boolean,
): Statement['shape'] {
  const {
    text,
    isEnd,
    vocabulary: { SHARE_OF },
  } = view;
  const { figure, opening } = one;
  const ends =
    !(shares && opening.empty) &&
    isEnd(figure.end, limit) &&
    !goesOnWithNouns(view, one, limit) &&
    !countsBoth(view, one, limit);
  if (!opening.empty) return ends ? 'measure-first' : 'verb-first';
  return ends && !SHARE_OF.test(text.slice(afterTimes, limit)) ? 'figure-alone' : 'figure-first';
}

/** "500 trẻ em và người khuyết tật được phẫu thuật": the verb says something of all that is counted. */
function goesOnWithNouns(
  { knowledge, plain, vocabulary: { ACTS, PREDICATE } }: SentenceView,
  { figure, opening }: FigureOfClause,
  limit: number,
): boolean {
  if (!opening.empty || countedNoun(knowledge, figure) === '') return false;
  const rest = /^\s*(?:,|và)\s+(?<nouns>(?:\p{L}+\s+){1,6}?)(?<behind>\p{L}.*)/su.exec(plain(figure.end, limit));
  const { nouns, behind = '' } = rest?.groups ?? {};
  if (nouns === undefined || ACTS.test(nouns + behind)) return false;
  const said = PREDICATE.exec(nouns + behind);
  return said !== null && said.index > 0 && !/[,;:]/u.test((nouns + behind).slice(0, said.index));
}

/** "phát triển thêm 2.871 doanh nghiệp và đơn vị phụ thuộc": both are counted together. */
const countsBoth = (
  { knowledge, plain, vocabulary: { AND_COUNTED } }: SentenceView,
  one: FigureOfClause,
  limit: number,
) => countedNoun(knowledge, one.figure) !== '' && AND_COUNTED.test(plain(one.figure.end, limit));

function quoteStart(view: SentenceView, { figure, opening }: FigureOfClause, shape: Statement['shape']): number {
  if (opening.empty) return governedStart(view, opening.from, figure.start);
  return shape === 'verb-first' ? verbStart(view, opening.from, figure.start) : opening.from;
}

/** "Hằng năm có 100%": a time that stands at the figure stays with it; opening verbs do not. */
function governedStart({ text, vocabulary: { GOVERNS } }: SentenceView, from: number, figure: number): number {
  const governs = GOVERNS.exec(text.slice(from, figure));
  return governs === null ? figure : from + governs.index;
}

/** The last piece of a lead that is but a short verb phrase is all that governs the figure: "…, cung cấp 614 dịch vụ". */
function verbStart(
  { knowledge, text, plain, vocabulary: { HEAD } }: SentenceView,
  from: number,
  figure: number,
): number {
  const comma = plain(from, figure).lastIndexOf(',');
  if (comma < 0) return from;
  const { start, end } = trim(text, from + comma + 1, figure);
  const piece = text.slice(start, end);
  const governs =
    piece !== '' && piece.split(/\s+/u).length <= 6 && !HEAD.test(piece) && !patternsOf(knowledge).DONE_HOW.test(piece);
  return governs ? start : from;
}

/** Past what only marks an item or is left of the words before it: "- Phấn đấu", "; 02 dự án". */
function afterMarks(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && /[\s,;:.)\]–+•*-]/u.test(text[at] ?? '')) at++;
  return at;
}

/** End of a statement whose measure follows its figure: where the clause ends, or another subject begins. */
function endOfClause(
  view: SentenceView,
  figure: MentionOf<'quantity'>,
  limit: number,
  shape: Statement['shape'],
): number {
  const { text, sentence, plain } = view;
  const rest = plain(figure.end, limit);
  const laid = rest.search(LAID_DOWN);
  if (laid >= 0) return endOfClause(view, figure, figure.end + laid, shape);
  const said = view.vocabulary.PREDICATE.exec(rest);
  // A count is said with its noun; of a share, the predicate must have come first.
  const counted = shape === 'verb-first' && !isShare(figure);
  const after = counted || said === null ? 0 : said.index;
  const cut = said === null && !counted ? -1 : rest.slice(after).search(view.vocabulary.NEW_CLAUSE);
  // "3 dự án: A, B, C trước ngày 30/6": the time behind the names is that of the figure.
  const timed = view.times.some((time) => time.start > figure.end && time.end <= limit);
  const list = isShare(figure) || timed ? limit : listBehind(view, figure.end, limit, false);
  if (cut >= 0) return lastWord(view, Math.min(list, figure.end + after + cut));
  if (list < limit) return lastWord(view, list);
  // "Để đạt 100% …, hội nghị đã đề ra …": the purpose ends where its main clause begins.
  const main = patternsOf(view.knowledge).OPENS_PURPOSE.test(text.slice(sentence.start, figure.start))
    ? rest.indexOf(',')
    : -1;
  return lastWord(view, main < 0 ? limit : figure.end + main);
}

/** End of a statement whose measure stood before the figure: with its time, its base and what it is a share of. */
function endAfterFigure(view: SentenceView, figure: MentionOf<'quantity'>, limit: number, afterTimes: number): number {
  const { text, times, plain } = view;
  const behind = times.filter((time) => time.start >= figure.end && time.end <= afterTimes);
  const end = Math.max(figure.end, ...behind.map((time) => time.end));
  if (!view.vocabulary.SHARE_OF.test(text.slice(end, limit).replace(TOLD_ASIDE, ''))) return lastWord(view, end);
  const stop = plain(end, limit).search(patternsOf(view.knowledge).SAYS_MORE);
  return lastWord(view, stop < 0 ? limit : end + stop);
}

/** Back from an end over marks, and over a word that only joins what comes next. */
function lastWord({ knowledge, text, sentence }: SentenceView, end: number): number {
  let at = end;
  while (at > sentence.start && /[\s.,;:!]/u.test(text[at - 1] ?? '')) at--;
  const joint = patternsOf(knowledge).JOINT.exec(text.slice(Math.max(sentence.start, at - 14), at));
  return joint === null ? at : at - joint[0].length;
}
