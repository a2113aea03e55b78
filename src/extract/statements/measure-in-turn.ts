import { built } from '../../knowledge/knowledge.ts';
import { vi, viMeaning } from '../../language/pattern.ts';
import type { MentionOf } from '../../model/mention.ts';
import { type FigureOfClause, isShare } from './figures-of-clause.ts';
import { countedNoun, countedPer } from './indicator-words.ts';
import { changeBefore } from './measure-words.ts';
import { elliptic } from './second-predicates.ts';
import type { SentenceView } from './sentence-view.ts';
import type { Statement } from './statement.ts';

/** "Giảm số vụ tai nạn 5%, số người chết 10%": a number changes by per cent, and is none of them. */
export function ofSameChange(
  view: SentenceView,
  { indicator, quantity, quote, shape }: Statement,
  before: Statement,
): Pick<Statement, 'indicator' | 'before'> | undefined {
  const verb = view.vocabulary.CHANGE.exec(before.indicator)?.[0];
  if (verb === undefined || shape !== 'measure-first' || !NUMBER_OF.test(indicator)) return undefined;
  const shares = isShare(quantity) && isShare(before.quantity) && before.sentence.start === view.sentence.start;
  if (!shares || view.lead(quote.start, quantity.start).linked) return undefined;
  return { indicator: `${verb.toLowerCase()} ${indicator}`, before: before.before };
}

const NUMBER_OF = /^(?:tổng\s+)?số\s/iu;

/** A statement behind another one of its clause, with what it takes from there: its measure, or the verb that governs both. */
export function inTurn(
  view: SentenceView,
  { figure, end, opening }: FigureOfClause,
  statement: Statement,
  before: Statement,
  shares: boolean,
  opens: boolean,
): Statement {
  // Where nothing at all is said of it, the figure is one of the same measure.
  const own = statement.indicator === '' ? statement : elliptic(view, statement, before);
  if (opens && againLater(view, figure, end, statement, before)) return ofSameMeasure(view, statement, before, false);
  if (opens || own !== statement) return own;
  // "… tăng gấp 4 lần, từ 300 triệu USD lên 1,2 tỷ USD": the same measure, where it was and where it came to.
  if (statement.indicator === '' && FROM.test(view.plain(before.quantity.end, figure.start)))
    return {
      ...ofSameMeasure(view, statement, before, false),
      indicator: before.indicator.replace(CHANGED_BY, ''),
      before: statement.before,
    };
  // "…; phấn đấu đến năm 2025 đạt tỷ lệ 100%": the measure is that of the figure before.
  const alone =
    opening.empty &&
    (opening.linked || statement.shape === 'figure-alone' || comparesOnly(view, figure, end)) &&
    view.isEnd(figure.end, end);
  // A count brings its own noun, but where it is but the unit of the measure before: "quy mô dân số 10,6 triệu người và 12 triệu người".
  const noun = countedNoun(view.knowledge, figure);
  const sameUnit =
    statement.shape === 'figure-alone' &&
    before.shape === 'measure-first' &&
    noun === before.quantity.value.unit &&
    !before.indicator.toLowerCase().endsWith(noun.toLowerCase());
  // "16 bác sĩ và 30 giường bệnh/vạn dân": another is counted.
  const other = countedPer(view.knowledge, figure) !== '' && figure.value.unit !== before.quantity.value.unit;
  if (!shares && alone && !other && (noun === '' || sameUnit)) {
    // "…, vượt 2%": its word of comparison is its verb.
    const passes = PASSES(view.knowledge).test(figure.text);
    return ofSameMeasure(view, statement, before, opening.linked || passes);
  }
  // "giảm 60% vụ cháy, 80% vụ nổ": one verb governs both.
  if (!goesOn(view, before, statement)) return statement;
  const verb = changeBefore(view, view.text.slice(before.before.start, before.before.end));
  const says = statement.indicator.toLowerCase().startsWith(verb.toLowerCase());
  return {
    ...statement,
    before: before.before,
    indicator: verb === '' || says ? statement.indicator : `${verb} ${statement.indicator}`,
  };
}

/** "vượt 2%": a figure that says by how much a plan was passed. */
export const PASSES = built(
  ['statementWords'],
  (tables) => vi`^${viMeaning(tables.statementWords, 'passes')}(?!\p{L})`,
);

const FROM = /^[\s,]*từ\s/iu;

const CHANGED_BY = vi`\s(tăng|giảm)( (gấp|thêm))?$`;

/** "… đạt 80% năm 2025; 90% năm 2030": a clause of a figure of the same unit and its time alone. */
function againLater(
  view: SentenceView,
  figure: MentionOf<'quantity'>,
  end: number,
  statement: Statement,
  before: Statement,
): boolean {
  return (
    statement.shape === 'figure-alone' &&
    statement.indicator === '' &&
    figure.value.unit === before.quantity.value.unit &&
    view.times.some((time) => time.start >= figure.end && time.end <= end)
  );
}

/** "…, 1,4 lần so với nam giới": what follows only compares. */
function comparesOnly(
  { text, skipTimes, vocabulary: { COMPARES } }: SentenceView,
  figure: MentionOf<'quantity'>,
  end: number,
): boolean {
  return COMPARES.test(text.slice(skipTimes(figure.end, end), end));
}

/**
 * A statement whose measure is the one before it: quoted from there, but of a long row of years from its own year on:
 * "Tỷ lệ bao phủ năm 2021 đạt 90%; năm 2022: 91%; … năm 2026: 95%".
 */
function ofSameMeasure(
  { text, times }: SentenceView,
  statement: Statement,
  before: Statement,
  linked: boolean,
): Statement {
  const { quote, quantity } = statement;
  const { start, figures } = before.shared ?? { start: before.quote.start, figures: 1 };
  const year = times.find((time) => time.start >= before.quote.end && time.end <= quantity.start);
  const alone = figures > 1 && quote.end - start > LONGEST_ROW;
  return {
    ...statement,
    quote: { start: alone ? Math.min(quote.start, year?.start ?? quote.start) : start, end: quote.end },
    shared: { start, figures: figures + 1 },
    indicator: `${before.indicator}${shareOfCount(text, statement, before)}`,
    heads: before.heads,
    // "tăng từ 60% lên 80% năm 2025 và 95% năm 2030": what happened to the one happens to the other.
    ...(linked ? {} : { before: before.before }),
    shape: 'measure-first',
  };
}

/** "1.600 hộ nghèo, chiếm 6,2%": the share of what is counted. */
function shareOfCount(text: string, { quantity }: Statement, before: Statement): string {
  if (!isShare(quantity) || isShare(before.quantity)) return '';
  const verb = /(?<!\p{L})(?<verb>chiếm(?:\s+t[ỷỉ]\s+lệ)?)(?:\s+\p{L}+)?\s*$/iu.exec(
    text.slice(before.quantity.end, quantity.start),
  );
  return verb === null ? '' : ` ${verb.groups?.verb ?? ''}`;
}

/** A row longer than this, in UTF-16 units, is not quoted from its measure on. */
const LONGEST_ROW = 140;

/** True where the verb of the statement before governs this figure too. */
function goesOn(
  { text, plain, vocabulary: { GOVERNS, PREDICATE } }: SentenceView,
  before: Statement,
  { quantity, shape, before: own }: Statement,
): boolean {
  return (
    shape === 'figure-first' &&
    isShare(quantity) &&
    isShare(before.quantity) &&
    text.slice(own.start, quantity.start).trim() === '' &&
    GOVERNS.test(text.slice(before.before.start, before.before.end)) &&
    !PREDICATE.test(plain(before.quantity.end, quantity.start))
  );
}
