import type { Knowledge } from '../../knowledge/knowledge.ts';
import { type Range, trim } from '../../language/sentences.ts';
import type { MentionOf } from '../../model/mention.ts';
import { bracketed, ofAside, within } from './brackets.ts';
import { clausesOf, statementStart } from './clauses.ts';
import { countedNoun, measured, withoutLinks } from './indicator-words.ts';
import { viewSentence } from './sentence-view.ts';
import type { Statement } from './statement.ts';
import { MOVES, NEW_CLAUSE } from './vocabulary.ts';

/**
 * Finds, for each figure of a sentence, the words that say what it measures.
 *
 * @param text of the block
 * @param sentence range in it
 * @param quantities of the sentence, in order, those that measure something
 * @param times ranges of the sentence's time phrases
 */
export function readStatements(
  knowledge: Knowledge,
  text: string,
  sentence: Range,
  quantities: readonly MentionOf<'quantity'>[],
  times: readonly Range[],
): Statement[] {
  const asides = bracketed(text, sentence).filter((aside) => quantities.some((q) => within(q, aside)));
  const outer = quantities.filter((q) => !asides.some((aside) => within(q, aside)));
  const inner = asides.flatMap((aside) =>
    readStatements(
      knowledge,
      text,
      { start: aside.start + 1, end: aside.end - 1 },
      quantities.filter((q) => within(q, aside)),
      times,
    ).map((statement) => ofAside(knowledge, text, sentence, aside, statement)),
  );
  return [...readPlain(knowledge, text, sentence, outer, times), ...inner].sort(
    (a, b) => a.quantity.start - b.quantity.start,
  );
}

const isShare = (figure: MentionOf<'quantity'>): boolean => figure.value.unit.startsWith('%');

/** A statement whose measure is the one before it: quoted from there. */
function ofSameMeasure(statement: Statement, before: Statement, linked: boolean): Statement {
  const { quote } = statement;
  return {
    ...statement,
    quote: { start: before.quote.start, end: quote.end },
    indicator: before.indicator,
    // "tăng từ 60% lên 80% năm 2025 và 95% năm 2030": what happened to the one happens to the other.
    ...(linked ? {} : { before: before.before }),
    shape: 'measure-first',
  };
}

function readPlain(
  knowledge: Knowledge,
  text: string,
  sentence: Range,
  quantities: readonly MentionOf<'quantity'>[],
  times: readonly Range[],
): Statement[] {
  const view = viewSentence(knowledge, text, sentence, quantities, times);
  const { plain, isEnd, skipTimes, lead } = view;
  const { COMPARES, GOVERNS, HEAD, OF_CHANGE, PREDICATE, SHARE_OF } = view.vocabulary;
  const statements: Statement[] = [];

  for (const clause of clausesOf(view)) {
    const all = quantities.filter((q) => q.start >= clause.start && q.start < clause.end);
    // "giảm từ 23 … xuống 18": the first figure is where the measure stands, the second where it is to go.
    const figures = all.filter((q, i) => !movesOn(q, all[i + 1]));
    const starts = figures.map((_, i) => startOf(clause, figures, i));
    const shared = sharing(clause, figures, starts);
    figures.forEach((figure, i) => {
      const start = starts[i] ?? clause.start;
      const next = figures[i + 1];
      const nextStart = next === undefined ? clause.end : (starts[i + 1] ?? clause.end);
      const shares = shared[i] ?? false;
      const ownEnd = next === undefined ? clause.end : Math.max(figure.end, nextStart);
      const opening = lead(start, figure.start);
      const before = statements.at(-1);
      // "…; phấn đấu đến năm 2025 đạt tỷ lệ 100%": the measure is that of the figure before.
      const statement = make(figure, { start, end: shares ? clause.end : ownEnd }, ownEnd, shares);
      const alone =
        opening.empty &&
        (opening.linked || statement.shape === 'figure-alone' || comparesOnly(figure, ownEnd)) &&
        isEnd(figure.end, ownEnd);
      // A count brings its own noun.
      const again = i > 0 && !shares && alone && countedNoun(knowledge, figure) === '' ? before : undefined;
      if (again !== undefined) statements.push(ofSameMeasure(statement, again, opening.linked));
      else if (before !== undefined && i > 0 && goesOn(before, statement))
        // "giảm 60% vụ cháy, 80% vụ nổ": one verb governs both.
        statements.push({ ...statement, before: before.before });
      else statements.push(statement);
    });
  }
  return statements;

  /**
   * For each figure, whether it shares what is said of the next one: "90% hồ sơ cấp tỉnh, 80% … và 60% … được xử lý",
   * "đến năm 2025 đạt 60% và đến năm 2030 đạt 75% các cơ quan …".
   */
  function sharing(clause: Range, figures: readonly MentionOf<'quantity'>[], starts: readonly number[]): boolean[] {
    const shared = figures.map(() => false);
    for (let i = figures.length - 2; i >= 0; i--) {
      const [figure, next] = [figures[i], figures[i + 1]];
      const nextStart = starts[i + 1];
      if (figure === undefined || next === undefined || nextStart === undefined) continue;
      const opening = lead(starts[i] ?? clause.start, figure.start);
      const bare = nextStart > figure.end && isEnd(figure.end, nextStart);
      // Its measure stood before it: nothing is left to be shared.
      if (bare && !opening.empty) continue;
      const follows = !isEnd(next.end, starts[i + 2] ?? clause.end) || shared[i + 1] === true;
      const between = text.slice(nextStart, next.start);
      const linked = bare && follows && lead(nextStart, next.start).empty && !OF_CHANGE.test(between);
      shared[i] =
        (linked || (!bare && (between.trim() === '' || (isShare(figure) && !isShare(next))))) &&
        !PREDICATE.test(plain(figure.end, nextStart)) &&
        // "cắt giảm 30% thời gian, 30% chi phí": nothing is said of them in the end that they could share.
        (bare || !isShare(next) || PREDICATE.test(plain(next.end, clause.end))) &&
        (opening.empty || isShare(figure));
    }
    return shared;
  }

  /** "…, 1,4 lần so với nam giới": what follows only compares. */
  function comparesOnly(figure: MentionOf<'quantity'>, end: number): boolean {
    return COMPARES.test(text.slice(skipTimes(figure.end, end), end));
  }

  /** True where the verb of the statement before governs this figure too. */
  function goesOn(before: Statement, { quantity, shape, before: own }: Statement): boolean {
    return (
      shape === 'figure-first' &&
      isShare(quantity) &&
      isShare(before.quantity) &&
      text.slice(own.start, quantity.start).trim() === '' &&
      GOVERNS.test(text.slice(before.before.start, before.before.end)) &&
      !PREDICATE.test(plain(before.quantity.end, quantity.start))
    );
  }

  function movesOn(figure: MentionOf<'quantity'>, next: MentionOf<'quantity'> | undefined): boolean {
    if (
      next === undefined ||
      !/(?:^|\s)từ\s/iu.test(` ${text.slice(Math.max(sentence.start, figure.start - 4), figure.end)}`)
    )
      return false;
    return MOVES.test(text.slice(figure.end, next.start));
  }

  function startOf(clause: Range, figures: readonly MentionOf<'quantity'>[], i: number): number {
    const figure = figures[i];
    const before = figures[i - 1];
    if (figure === undefined) return clause.start;
    if (before === undefined) return clause.start;
    return statementStart(view, { start: before.end, end: clause.end }, figure);
  }

  function make(figure: MentionOf<'quantity'>, range: Range, ownEnd: number, shares: boolean): Statement {
    const opening = lead(range.start, figure.start);
    const afterTime = skipTimes(figure.end, range.end);
    const tail = text.slice(afterTime, range.end);
    const ends = !(shares && opening.empty) && isEnd(figure.end, range.end);
    const shape = opening.empty
      ? ends && !SHARE_OF.test(tail)
        ? 'figure-alone'
        : 'figure-first'
      : ends
        ? 'measure-first'
        : 'verb-first';
    const end =
      shape === 'measure-first' || shape === 'figure-alone'
        ? endAfter(figure, range)
        : endOfClause(figure, range, shape);
    const from = opening.empty
      ? figureStart(opening.from, figure.start)
      : shape === 'verb-first'
        ? verbStart(opening.from, figure.start)
        : opening.from;
    const quote = trim(text, afterMarks(from, figure.start), Math.max(end, figure.end));
    return {
      quantity: figure,
      quote,
      indicator: withoutLinks(
        knowledge,
        measured(knowledge, figure, shape, text.slice(opening.from, figure.start), text.slice(afterTime, end)),
      ),
      before: { start: range.start, end: figure.start },
      own: { start: quote.start, end: Math.max(figure.end, Math.min(ownEnd, quote.end)) },
      sentence,
      shape,
    };
  }

  /** Past what only marks an item or is left of the words before it: "- Phấn đấu", "; 02 dự án". */
  function afterMarks(from: number, to: number): number {
    let at = from;
    while (at < to && /[\s,;:.)\]–+•*-]/u.test(text[at] ?? '')) at++;
    return at;
  }

  /** The last piece of a lead that is but a short verb phrase is all that governs the figure: "…, cung cấp 614 dịch vụ". */
  function verbStart(from: number, figure: number): number {
    const comma = plain(from, figure).lastIndexOf(',');
    if (comma < 0) return from;
    const piece = trim(text, from + comma + 1, figure);
    const words = text.slice(piece.start, piece.end).split(/\s+/u).length;
    return piece.end > piece.start &&
      words <= 6 &&
      !HEAD.test(text.slice(piece.start, piece.end)) &&
      !/^(?:đúng|kịp thời|đầy đủ|hiệu quả|đồng bộ|thống nhất|nghiêm túc|chính xác)(?!\p{L})/iu.test(
        text.slice(piece.start, piece.end),
      )
      ? piece.start
      : from;
  }

  /** End of a statement whose measure follows its figure: where the clause ends, or another subject begins. */
  function endOfClause(figure: MentionOf<'quantity'>, range: Range, shape: string): number {
    const rest = plain(figure.end, range.end);
    const said = PREDICATE.exec(rest);
    // A count is said with its noun; of a share, the predicate must have come first.
    const counted = shape === 'verb-first' && !figure.value.unit.startsWith('%');
    const after = counted || said === null ? 0 : said.index;
    const cut = said === null && !counted ? -1 : rest.slice(after).search(NEW_CLAUSE);
    if (cut >= 0) return lastWord(figure.end + after + cut);
    // "Để đạt 100% …, hội nghị đã đề ra …": the purpose ends where its main clause begins.
    const main = /^(?:để|nhằm)\s/iu.test(text.slice(sentence.start, figure.start)) ? rest.indexOf(',') : -1;
    return lastWord(main < 0 ? range.end : figure.end + main);
  }

  /** "Hằng năm có 100%": a time that stands at the figure stays with it; opening verbs do not. */
  function figureStart(from: number, figure: number): number {
    const governs = GOVERNS.exec(text.slice(from, figure));
    return governs === null ? figure : from + governs.index;
  }

  /** End of a statement whose measure stood before the figure: with its time, its base and what it is a share of. */
  function endAfter(figure: MentionOf<'quantity'>, range: Range): number {
    let end = figure.end;
    const time = skipTimes(figure.end, range.end);
    if (times.some((t) => t.start >= figure.end && t.end <= time && t.end > end))
      end = Math.max(...times.filter((t) => t.start >= figure.end && t.end <= time).map((t) => t.end));
    const rest = text.slice(end, range.end);
    if (SHARE_OF.test(rest)) {
      const stop = plain(end, range.end).search(/[,;]|\s(?:để|nhằm|và\s+(?:đạt|được|có))\s/u);
      const to = stop < 0 ? range.end : end + stop;
      end = to;
    }
    return lastWord(end);
  }

  function lastWord(end: number): number {
    let at = end;
    while (at > sentence.start && /[\s.,;:!]/u.test(text[at - 1] ?? '')) at--;
    const joint = /[\s,;]+(?:và|với|hoặc|đồng thời|trong đó)$/iu.exec(
      text.slice(Math.max(sentence.start, at - 14), at),
    );
    return joint === null ? at : at - joint[0].length;
  }
}
