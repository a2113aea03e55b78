import { built, type Knowledge } from '../../knowledge/knowledge.ts';
import { vi } from '../../language/pattern.ts';
import type { Range } from '../../language/sentences.ts';
import type { MentionOf } from '../../model/mention.ts';
import { besideOuter, comparedBefore, ofWhatIsCompared } from './beside-brackets.ts';
import { bracketed, within } from './bracketed.ts';
import { ofAside } from './brackets.ts';
import { behindComma, saysMore, sharedBase, sharedObject } from './by-years.ts';
import { clausesOf } from './clauses.ts';
import { completed } from './completed-measure.ts';
import { countsShare, sameAgain } from './equal-figures.ts';
import { type FigureOfClause, figuresOfClause, isShare, sharing } from './figures-of-clause.ts';
import { measureAhead, needsHead, placeAhead, subjectOfSaid } from './heads.ts';
import { countedNoun, verbBefore } from './indicator-words.ts';
import { labelOf } from './left-out.ts';
import { levelBehindChange } from './levels-behind-changes.ts';
import { inTurn, ofSameChange } from './measure-in-turn.ts';
import { changeBefore, wordsOf } from './measure-words.ts';
import { phrasesOf, STATEMENT_TABLES } from './phrases.ts';
import { type SentenceView, viewSentence } from './sentence-view.ts';
import type { Statement } from './statement.ts';
import { statementOfFigure } from './statement-of-figure.ts';
import { inStructures } from './structures.ts';
import { ofAllWays, ofSameSubject, ofThatFigure, ofWhatIsCounted } from './subjects.ts';
import { withHolders } from './who-has.ts';

/**
 * Finds, for each figure of a sentence, the words that say what it measures.
 *
 * @param text of the block
 * @param sentence range in it
 * @param quantities of the sentence, in order, those that measure something
 * @param times ranges of the sentence's time phrases
 * @param setAside ranges of figures that measure nothing by themselves: what stands before them belongs to no other
 * @param previous the last statement of the sentence before, which this one may go on with
 */
export function readStatements(
  knowledge: Knowledge,
  text: string,
  sentence: Range,
  quantities: readonly MentionOf<'quantity'>[],
  times: readonly Range[],
  setAside: readonly Range[] = [],
  previous?: Statement,
): Statement[] {
  const asides = bracketed(text, sentence).filter((aside) => quantities.some((q) => within(q, aside)));
  const outer = quantities.filter((q) => !asides.some((aside) => within(q, aside)));
  const view = viewSentence(knowledge, text, sentence, outer, times, quantities, setAside);
  const plain = withHolders(view, inStructures(view, behindComma(view, readPlain(view, previous))));
  const inner = asides.flatMap((aside) => {
    const said = readStatements(
      knowledge,
      text,
      { start: aside.start + 1, end: aside.end - 1 },
      quantities.filter((q) => within(q, aside)),
      times,
    );
    const read = said.map((statement) => {
      const bare = statement.shape === 'figure-alone' && statement.indicator === '';
      const before =
        plain.findLast(({ quantity }) => quantity.end <= aside.start) ??
        plain.find(({ quote }) => quote.start < aside.start && quote.end > aside.end);
      const own = ofAside(knowledge, text, sentence, aside, statement, before);
      if (before === undefined) return own;
      // "58/60 thôn (96,7%) có nhà văn hóa": both are told of the same.
      const against = bare ? comparedBefore(knowledge, text.slice(sentence.start, aside.start)) : undefined;
      if (against !== undefined) return ofWhatIsCompared(knowledge, plain, aside, own, before, against);
      const same =
        bare && isShare(own.quantity) && !isShare(before.quantity) && before.quantity.start >= own.quote.start;
      // "giảm 2% (1.000 hộ)"
      if (countsShare(knowledge, text, aside, own, before)) return sameAgain(knowledge, own, before);
      return same
        ? { ...own, indicator: before.indicator, heads: before.heads }
        : besideOuter(view, aside, own, before, statement.indicator);
    });
    return goingOnInside(knowledge, said, read);
  });
  const all = [...plain, ...inner].sort((a, b) => a.quantity.start - b.quantity.start);
  return ofAllWays(view, all).map((statement, i) => levelBehindChange(knowledge, text, statement, all[i - 1]));
}

/** "(đạt 46% kế hoạch, tăng 5%)": what goes on with the first figure of a bracket is told of the same as that. */
function goingOnInside(knowledge: Knowledge, said: readonly Statement[], read: readonly Statement[]): Statement[] {
  const [first] = said;
  const [bound] = read;
  return read.map((own, i) => {
    const words = said[i]?.indicator;
    if (i === 0 || first === undefined || bound === undefined || words === undefined) return own;
    if (first.indicator === '' || bound.indicator === first.indicator || !words.startsWith(`${first.indicator} `))
      return own;
    const indicator = `${subjectOfSaid(knowledge, bound.indicator)}${words.slice(first.indicator.length)}`;
    return { ...own, indicator, heads: bound.heads };
  });
}

/** The statements of a sentence, asides left out: clause by clause, each in the light of the one before it. */
function readPlain(view: SentenceView, previous: Statement | undefined): Statement[] {
  const statements: Statement[] = [];
  const place = placeAhead(
    view.knowledge,
    wordsOf(view, view.sentence.start, view.quantities[0]?.start ?? view.sentence.start),
  );
  let list: string | undefined;
  let label: string | undefined;
  let first: FigureOfClause | undefined;
  for (const { clause, from } of clausesOf(view)) {
    const figures = figuresOfClause(view, clause);
    const shared = sharing(view, clause, figures);
    if (from < clause.start) {
      // "Diện tích cây trồng chính (Lúa: …": in an open bracket, its own words lead up to it.
      const ahead = wordsOf(view, from, clause.start)
        .replace(/[:,]\s*$/u, '')
        .replace(/^.*\((?=[^()]*$)/su, '');
      list = measureAhead(view.knowledge, ahead);
      label = list === undefined ? labelOf(view.knowledge, ahead) : undefined;
    }
    figures.forEach((one, i) => {
      const shares = shared[i] ?? false;
      const statement = statementOfFigure(view, clause, one, shares);
      const before = statements.at(-1);
      const told = before === undefined ? statement : inTurn(view, one, statement, before, shares, i === 0);
      const silent =
        before !== undefined && told.indicator === '' && told.quantity.value.unit === before.quantity.value.unit;
      if (silent) {
        // "1,7% giai đoạn trước đã giảm xuống dưới 1,2%": nothing but what became of it is said.
        statements.push({ ...told, indicator: subjectOfSaid(view.knowledge, before.indicator), heads: before.heads });
        return;
      }
      const whole = told.indicator === statement.indicator ? completed(view, told, before, label) : told;
      if (!isJoined(view, one, before)) first = one;
      const verbed =
        first === undefined || first === one || whole !== statement ? undefined : withVerbOf(view, first, statement);
      const known = before ?? previous;
      const alone = known !== undefined && whole === statement && verbed === undefined;
      const leaning = alone
        ? (ofThatFigure(view, whole, known) ??
          ofSameSubject(view, whole, known) ??
          ofSameChange(view, whole, known) ??
          (before === undefined ? undefined : ofWhatIsCounted(view, whole, before)))
        : undefined;
      const own = { ...whole, ...verbed, ...leaning };
      const object = before === undefined ? undefined : sharedObject(view, own, before);
      if (object !== undefined && before !== undefined)
        statements[statements.length - 1] = { ...before, indicator: object };
      const base = before === undefined ? undefined : sharedBase(view, own, before);
      if (base !== undefined && before !== undefined) {
        statements[statements.length - 1] = { ...before, indicator: base };
        statements.push({ ...own, indicator: base, heads: before.heads });
        return;
      }
      if (before !== undefined && countsHolders(view, own, before))
        statements[statements.length - 1] = {
          ...before,
          quote: { start: before.quote.start, end: own.quote.end },
          indicator: `${before.indicator} ${view.text.slice(before.quantity.end, own.quote.end).replace(/\s+/gu, ' ').trim()}`,
        };
      statements.push(
        own.heads.length > 0 ? own : { ...own, heads: headsOf(view.knowledge, own.indicator, place, list) },
      );
    });
  }
  return statements;
}

/** "16 tỉnh có 100% số xã đạt chuẩn": of those that are counted the share is what they have. */
function countsHolders(view: SentenceView, { quantity }: Statement, before: Statement): boolean {
  if (!isShare(quantity) || before.indicator !== countedNoun(view.knowledge, before.quantity)) return false;
  const { HAVING, OF_PLAN } = holding(view.knowledge);
  return (
    HAVING.test(view.text.slice(before.quantity.end, quantity.start)) &&
    // "407.000 lượt khách quốc tế đạt 82% kế hoạch": how that stands to a plan.
    !OF_PLAN.test(view.text.slice(quantity.end, view.sentence.end))
  );
}

const holding = built(STATEMENT_TABLES, (tables) => {
  const { HELD, say } = phrasesOf(tables);
  return {
    HAVING: vi`^\s+(${say('auxiliary')}\s+)*${say('having')}\s+$`,
    OF_PLAN: vi`^\s+(${say('against')}\s+)?${HELD}(?!\p{L})`,
  };
});

/** "thành lập 40 hợp tác xã và 2 liên hiệp": nothing but a comma or "và" stands before a figure that only names what it counts. */
function isJoined(
  view: SentenceView,
  { figure, end, opening }: FigureOfClause,
  before: Statement | undefined,
): boolean {
  if (before === undefined || !opening.empty || opening.linked) return false;
  const between = view.text.slice(before.quantity.end, figure.start);
  // "thành lập 40 tổ hợp tác; 2 hợp tác xã"
  if (/^\s*;\s*$/u.test(between)) return view.isEnd(figure.end, end);
  return AND.test(between) && !/[;:.]/u.test(between) && !saysMore(view, between);
}

const AND = /(?:,|\s(?:và|cùng))\s+(?:(?:trên|hơn|dưới|khoảng|gần)\s+)?$/iu;

/** What a figure takes of the first one of its row: the verb, and with it the direction; undefined where something of its own is said. */
function withVerbOf(
  view: SentenceView,
  first: FigureOfClause,
  { indicator, quantity }: Statement,
): Pick<Statement, 'indicator' | 'before'> | undefined {
  const alike = isShare(first.figure) === isShare(quantity);
  if (!alike || indicator === '' || saysMore(view, indicator)) return undefined;
  const verb = verbBefore(view, first);
  if (verb === '') return undefined;
  // "Giảm 5 trường lẻ; 30 trường chuẩn quốc gia": what is taken away or added to is not handed on over a semicolon.
  const parted = view.text.slice(first.figure.end, quantity.start).includes(';');
  if (parted && (changeBefore(view, verb) !== '' || TAKES_AWAY.test(verb))) return undefined;
  return { indicator: `${verb} ${indicator}`, before: { start: first.start, end: first.figure.start } };
}

const TAKES_AWAY = vi`^(xóa|giải thể)`;

/** The heads that a measure leans on: none of a list where it says itself what it measures, none that it names itself. */
function headsOf(knowledge: Knowledge, measure: string, place: string | undefined, list: string | undefined): string[] {
  const heads = list === undefined || !needsHead(knowledge, measure, list) ? [place] : [place, list];
  return heads.filter((head): head is string => head !== undefined && !measure.includes(head));
}
