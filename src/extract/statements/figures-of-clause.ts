import type { Range } from '../../language/sentences.ts';
import type { MentionOf } from '../../model/mention.ts';
import { statementStart } from './clauses.ts';
import { phrasesOf } from './phrases.ts';
import type { Lead, SentenceView } from './sentence-view.ts';

/** A figure with the part of its clause that its statement may take. */
export interface FigureOfClause {
  readonly figure: MentionOf<'quantity'>;
  /** Where its statement begins. */
  readonly start: number;
  /** Where that of the next figure begins, or the clause ends. */
  readonly end: number;
  /** What stands between the start and the figure. */
  readonly opening: Lead;
}

/** The figures of a clause that have statements of their own, in order. */
export function figuresOfClause(view: SentenceView, clause: Range): FigureOfClause[] {
  const all = view.quantities.filter((q) => q.start >= clause.start && q.start < clause.end);
  // "giảm từ 23 … xuống 18": the first figure is where the measure stands, the second where it is to go.
  const figures = all.filter((figure, i) => !movesOn(view, figure, all[i + 1]));
  const starts = figures.map((figure, i) => {
    const before = figures[i - 1];
    return before === undefined ? clause.start : statementStart(view, { start: before.end, end: clause.end }, figure);
  });
  return figures.map((figure, i) => {
    const start = starts[i] ?? clause.start;
    return { figure, start, end: starts[i + 1] ?? clause.end, opening: view.lead(start, figure.start) };
  });
}

/** Whether a figure is only where the next one starts from: "từ 23% xuống 18%". */
function movesOn(
  { text, sentence, vocabulary: { MOVES_TO } }: SentenceView,
  figure: MentionOf<'quantity'>,
  next: MentionOf<'quantity'> | undefined,
): boolean {
  if (next === undefined) return false;
  const withWordBefore = ` ${text.slice(Math.max(sentence.start, figure.start - 4), figure.end)}`;
  return /(?:^|\s)từ\s/iu.test(withWordBefore) && MOVES_TO.test(text.slice(figure.end, next.start));
}

/**
 * For each figure, whether it shares what is said of the next one: "90% hồ sơ cấp tỉnh, 80% … và 60% … được xử lý",
 * "đến năm 2025 đạt 60% và đến năm 2030 đạt 75% các cơ quan …".
 */
export function sharing(view: SentenceView, clause: Range, figures: readonly FigureOfClause[]): boolean[] {
  const shared = figures.map(() => false);
  // From the end: what is said of the next one may itself be shared.
  for (let i = figures.length - 2; i >= 0; i--) {
    const [one, next] = [figures[i], figures[i + 1]];
    if (one !== undefined && next !== undefined)
      shared[i] = sharesWithNext(view, clause, one, next, shared[i + 1] === true);
  }
  return shared;
}

/** @param nextShares whether the next figure shares what is said of the one behind it */
function sharesWithNext(
  { knowledge, text, plain, isEnd, vocabulary: { AIMED_HEAD, CHANGE, OF_CHANGE, PREDICATE } }: SentenceView,
  clause: Range,
  { figure, opening, start }: FigureOfClause,
  next: FigureOfClause,
  nextShares: boolean,
): boolean {
  const bare = next.start > figure.end && isEnd(figure.end, next.start);
  // Its measure stood before it: nothing is left to be shared.
  if (bare && !opening.empty) return false;
  const between = text.slice(next.start, next.figure.start);
  // "chiếm tỷ lệ 30%, đạt 99% chỉ tiêu": of a plan only the second is a share.
  if (bare && isShare(next.figure) && phrasesOf(knowledge).OF_PLAN.test(plain(next.figure.end, next.end))) return false;
  // "Giảm 5% biên chế, 10% số người hưởng lương": what happens is said of both already.
  if (!bare && isShare(figure) && CHANGE.test(text.slice(opening.from, figure.start))) return false;
  const follows = !isEnd(next.figure.end, next.end) || nextShares;
  // "tăng 4 tỷ đồng, đạt 60% dự toán": each has its own verb.
  const ownVerb = OF_CHANGE.test(text.slice(start, figure.start));
  // "không còn hộ nghèo, 97% người dân tham gia …": of none, and of so many to each, nothing more is said.
  const none = figure.value.value === 0 || (!isShare(figure) && figure.value.unit.includes('/'));
  const linked = bare && !none && follows && next.opening.empty && !ownVerb && !OF_CHANGE.test(between);
  return (
    (linked || (!bare && (between.trim() === '' || (isShare(figure) && !isShare(next.figure))))) &&
    !PREDICATE.test(plain(figure.end, next.start)) &&
    // "5.600 thành viên, trong đó 60% hợp tác xã hoạt động tốt": a part has its own say.
    !/(?<!\p{L})trong\s+đó(?!\p{L})/iu.test(between) &&
    // "… và hướng tới kim ngạch xuất khẩu đạt": the next one has a measure of its own.
    !AIMED_HEAD.test(between) &&
    // "cắt giảm 30% thời gian, 30% chi phí": nothing is said of them in the end that they could share.
    (bare || (isShare(figure) && !isShare(next.figure)) || PREDICATE.test(plain(next.figure.end, clause.end))) &&
    (opening.empty || isShare(figure))
  );
}

/** Whether a figure is a part of a whole, in percent. */
export const isShare = (figure: MentionOf<'quantity'>): boolean => figure.value.unit.startsWith('%');
