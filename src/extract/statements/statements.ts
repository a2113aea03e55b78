import { built, type Knowledge } from '../../knowledge/knowledge.ts';
import { vi, viMeaning } from '../../language/pattern.ts';
import type { Range } from '../../language/sentences.ts';
import type { MentionOf } from '../../model/mention.ts';
import { onlyMeasures } from '../mentions/quantities/measure.ts';
import { bracketed, within } from './bracketed.ts';
import { ofAside, subjectOfAside } from './brackets.ts';
import { behindComma, saysMore, sharedBase, sharedObject } from './by-years.ts';
import { clausesOf } from './clauses.ts';
import { headsOfCounterpart, ofCounterpart } from './counterparts.ts';
import { countsShare, sameAgain } from './equal-figures.ts';
import { type FigureOfClause, figuresOfClause, isShare, sharing } from './figures-of-clause.ts';
import {
  isHeldAgainst,
  isMeasure,
  isPlanFigure,
  measureAhead,
  needsHead,
  ofOthers,
  placeAhead,
  saysChange,
  shareOfSubject,
  subjectOfSaid,
} from './heads.ts';
import { countedNoun, countedPer, verbBefore } from './indicator-words.ts';
import {
  changeOf,
  dimensionOf,
  growthOf,
  isLabel,
  labelOf,
  SET_APART,
  subjectOf,
  subjectOfClause,
  withOpening,
} from './left-out.ts';
import { levelBehindChange } from './levels-behind-changes.ts';
import { changeBefore, wordsOf } from './measure-words.ts';
import { OF_WHICH, partOfMeasure } from './of-which.ts';
import { elliptic } from './second-predicates.ts';
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
      const against = bare ? comparedBefore(text.slice(sentence.start, aside.start)) : undefined;
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

/** "đạt 52% so với nghị quyết (23.600 tỷ đồng)": what stands right before the bracket is what a figure is held against. */
const comparedBefore = (words: string): string | undefined =>
  /(?<!\p{L})so\s(?:với\s)?(?<what>(?:[^,;:()]|(?<=\d),(?=\d)){2,140}?)\s*$/iu.exec(words)?.groups?.what;

/** The same measure, in another year, of others or as it was planned: of those told before, the last that is counted alike and no change. */
function ofWhatIsCompared(
  knowledge: Knowledge,
  plain: readonly Statement[],
  aside: Range,
  own: Statement,
  before: Statement,
  against: string,
): Statement {
  const { unit } = own.quantity.value;
  const alike = plain.findLast(
    ({ quantity, indicator }) =>
      quantity.end <= aside.start &&
      quantity.value.unit === unit &&
      !PASSES(knowledge).test(quantity.text) &&
      !saysChange(knowledge, lastWords(indicator)),
  );
  const measure = alike?.indicator ?? subjectOfSaid(knowledge, before.indicator);
  const whose = ofOthers(knowledge, against)?.whose;
  const heads = (alike ?? before).heads;
  const start = Math.min((alike ?? before).quote.start, own.quote.start);
  const said = { ...own, quote: { start, end: own.quote.end } };
  return whose === undefined
    ? { ...said, indicator: measure, heads }
    : { ...said, indicator: whose, heads: [...heads, measure] };
}
const lastWords = (words: string): string => /(?:\S+\s+)?\S+$/u.exec(words)?.[0] ?? words;

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
  return HAVING(view.knowledge).test(view.text.slice(before.quantity.end, quantity.start));
}
const HAVING = built(
  ['statementWords'],
  (tables) =>
    vi`^\s+(${viMeaning(tables.statementWords, 'auxiliary')}\s+)*${viMeaning(tables.statementWords, 'having')}\s+$`,
);

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

/** A statement with what its measure leaves out because the one before it, or the label of its list, has said it. */
function completed(
  view: SentenceView,
  statement: Statement,
  before: Statement | undefined,
  label: string | undefined,
): Statement {
  const { knowledge } = view;
  const { indicator } = statement;
  const { unit } = statement.quantity.value;
  if (before !== undefined && ofHouseholds(view, statement, before)) {
    const { unit: households } = before.quantity.value;
    const own = before.indicator.endsWith(` ${households}`)
      ? before.indicator.slice(0, -households.length).trim()
      : before.indicator;
    return own === households ? statement : { ...statement, indicator: `${own} ${indicator}`, heads: before.heads };
  }
  const dimension = dimensionOf(knowledge, indicator);
  if (dimension !== undefined) {
    const subject = label ?? subjectBefore(knowledge, before, unit) ?? subjectAhead(view, statement, before, dimension);
    return { ...statement, indicator: dimension, heads: subject === undefined ? [] : [subject] };
  }
  // "25 lớp cho 1.200 lượt cán bộ": for whom it is done that was counted before.
  if (
    before !== undefined &&
    /^cho\s/iu.test(indicator) &&
    !isShare(before.quantity) &&
    !/[,;]|cho\s+(?:vay|thuê|phép)/iu.test(view.text.slice(before.quantity.end, statement.quantity.start))
  )
    return { ...statement, indicator: `${before.indicator} ${indicator}`, heads: before.heads };
  if (before === undefined || APART.test(view.plain(before.quantity.end, statement.quantity.start))) return statement;
  const growth = growthOf(knowledge, indicator);
  if (growth !== undefined && isShare(statement.quantity) && !isShare(before.quantity))
    return { ...statement, indicator: growth, heads: [...before.heads, before.indicator] };
  const alike = unit === before.quantity.value.unit || (isShare(statement.quantity) && isShare(before.quantity));
  if (!alike && !areProducts(statement, before)) return statement;
  const counterpart = counterpartOf(view, statement, before);
  if (counterpart !== undefined) return counterpart;
  const goesOnOf = ofSameRate(view, statement, before);
  if (goesOnOf !== undefined) return goesOnOf;
  // "khống chế tỷ lệ … dưới 5% ở nông thôn và dưới 10% ở thành thị"
  const elsewhere = SET_APART.test(indicator) && isMeasure(knowledge, before.indicator);
  if (
    (before.shape !== 'measure-first' && !elsewhere) ||
    (statement.shape !== 'measure-first' && !SET_APART.test(indicator))
  )
    return statement;
  const verb =
    view.lead(statement.quote.start, statement.quantity.start).linked || isLevelBeside(statement, before)
      ? undefined
      : changeOf(knowledge, indicator, before.indicator);
  // "Tỷ lệ thôn có nhà văn hóa …, có khu thể thao": the verb with which both go on.
  const has = /^có\s/iu.test(view.text.slice(statement.quote.start, statement.quantity.start));
  const own =
    statement.shape === 'measure-first' && indicator.endsWith(` ${unit}`)
      ? indicator.slice(0, -unit.length).trim()
      : indicator;
  const opened = withOpening(knowledge, has ? `có ${own}` : own, before.indicator);
  // "Tốc độ tăng trưởng kinh tế 7%; công nghiệp tăng 9%": what has its own verb of change is no rate of growth.
  const whole = CHANGED.test(own) ? opened?.replace(GROWTH_OF, '') : opened;
  const rate = whole === undefined && verb === undefined ? rateOf(knowledge, indicator, before) : undefined;
  if (rate !== undefined) return { ...statement, heads: [rate] };
  if (whole === undefined && verb === undefined) return statement;
  const heads = whole === undefined && statement.heads.length > 0 ? statement.heads : before.heads;
  if (verb === undefined) return { ...statement, indicator: whole ?? indicator, heads };
  return { ...statement, indicator: `${whole ?? indicator} ${verb}`, heads, before: before.before };
}

/** The measure before with the part of it that a statement names in the place of its own. */
function counterpartOf(view: SentenceView, statement: Statement, before: Statement): Statement | undefined {
  if (statement.heads.length > 0) return undefined;
  const { knowledge } = view;
  // "2.000 người tham gia BHYT, tăng 5 người; 900 người tham gia BHTN": of the next count nothing is told yet.
  const counts = !isShare(statement.quantity) && statement.shape === 'figure-first';
  const measure = counts ? subjectOfSaid(knowledge, before.indicator) : before.indicator;
  const indicator = ofCounterpart(knowledge, shareOfAll(view, statement), measure);
  const heads = headsOfCounterpart(knowledge, statement.indicator, before.heads);
  return indicator === undefined ? undefined : { ...statement, indicator, heads };
}

/** "Giảm số vụ tai nạn 5%, số người chết 10%": a number changes by per cent, and is none of them. */
function ofSameChange(
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

/** "bảo hiểm xã hội đạt 45% lực lượng lao động": of what it is a share, a verb alone does not say. */
function shareOfAll({ plain }: SentenceView, { indicator, quantity, quote, shape }: Statement): string {
  const links = shape === 'verb-first' && isShare(quantity) && /\sđạt\s*$/iu.test(plain(quote.start, quantity.start));
  return links ? indicator.replace(/\s(?:đạt)\s(?!.*\sđạt\s)/iu, ' % ') : indicator;
}

/** "Sản lượng thịt đạt 900 tấn, trứng 20 triệu quả, sữa 5 triệu lít": each product is counted in its own way. */
const areProducts = ({ quantity }: Statement, before: Statement): boolean =>
  PRODUCE.test(before.indicator) && [quantity, before.quantity].every(({ value }) => OF_PRODUCTS.test(value.unit));
const PRODUCE = /^(?:tổng\s+)?sản\s+lượng\s/iu;
const OF_PRODUCTS = /^(?:tấn|tạ|kg|lít|m3|quả|cành)(?:\/năm)?$/iu;

/** "tỷ lệ hộ nghèo giảm 1%; hộ dùng nước sạch 95%": nothing changes by as much. */
const isLevelBeside = ({ quantity }: Statement, before: Statement): boolean =>
  isShare(quantity) && quantity.value.value >= MUCH && before.quantity.value.value < MUCH / 2;
const MUCH = 50;

/** "ổn định tại chỗ 371 hộ với 1.864 khẩu": the same, counted by heads. */
function ofHouseholds({ text }: SentenceView, { indicator, quantity }: Statement, before: Statement): boolean {
  return (
    /^(?:nhân\s+)?khẩu$/iu.test(indicator) &&
    /^hộ(?!\p{L})/iu.test(before.quantity.value.unit) &&
    before.indicator !== '' &&
    /^\s*(?:với|,|và|gồm|[/–-])?\s*$/iu.test(text.slice(before.quantity.end, quantity.start))
  );
}

/** "Tỷ lệ huy động đạt 38% trẻ nhà trẻ và 97% trẻ mẫu giáo": what is measured of the first is measured of the second. */
function ofSameRate(view: SentenceView, statement: Statement, before: Statement): Statement | undefined {
  const at = before.indicator.indexOf(' % ');
  // "kinh tế số chiếm 30% GRDP; 80% doanh nghiệp …" tells two rates.
  if (
    at < 0 ||
    !RATE.test(before.indicator) ||
    statement.shape !== 'figure-first' ||
    !isShare(statement.quantity) ||
    saysMore(view, statement.indicator)
  )
    return undefined;
  return { ...statement, indicator: `${before.indicator.slice(0, at)} % ${statement.indicator}`, heads: before.heads };
}

/** "Tỷ lệ giáo viên đạt chuẩn bậc mầm non 95%, tiểu học 97%": a name by itself has no share. */
function rateOf(knowledge: Knowledge, indicator: string, { indicator: before, heads }: Statement): string | undefined {
  const rate = [before, heads.at(-1)].find((words) => words !== undefined && RATE.test(words));
  if (rate === undefined || !OF_PART.test(rate) || !isLabel(knowledge, indicator) || CHANGED.test(indicator))
    return undefined;
  return rate.replace(/ % .*$/u, '');
}
const RATE = vi`^(tỷ|tỉ) lệ`;
/** It is a rate of one part, so that another part may have the next. */
const OF_PART = vi`\s(bậc|cấp|ở|tại|khu vực|vùng)(\s\p{L}+){1,3}$`;
const CHANGED = vi`\s(tăng|giảm)$`;
const GROWTH_OF = vi`^((tốc độ|tỷ lệ|mức) tăng( trưởng)?|tăng trưởng)\s+(?=\p{L})`;

const APART = /(?<!\p{L})(?:trong\s+đó|(?:bao\s+)?gồm|riêng(?!\s+đối\s+với))(?!\p{L})/iu;
/** Of what the statement before measures something else: "Diện tích lúa 500 ha, sản lượng 3.000 tấn". */
function subjectBefore(knowledge: Knowledge, before: Statement | undefined, unit: string): string | undefined {
  // "diện tích lúa lai đạt 75%, năng suất …": a share of it says nothing of the rest.
  if (before === undefined || before.quantity.value.unit === unit) return undefined;
  if (isShare(before.quantity) && before.indicator.toLowerCase().startsWith('diện tích')) return undefined;
  return dimensionOf(knowledge, before.indicator) === undefined
    ? subjectOf(knowledge, before.indicator)
    : before.heads.at(-1);
}

/** "Sản xuất lúa được mùa, năng suất đạt 60 tạ/ha": of what it is, the clause before says that tells no figure. */
function subjectAhead(
  view: SentenceView,
  statement: Statement,
  before: Statement | undefined,
  dimension: string,
): string | undefined {
  if (before !== undefined) return undefined;
  const all = view.plain(view.sentence.start, statement.quantity.start);
  const ahead = all.slice(0, Math.max(0, all.lastIndexOf(dimension))).replace(/[\s,]+$/u, '');
  const clause = ahead.slice(Math.max(ahead.lastIndexOf(','), ahead.lastIndexOf(';'), ahead.lastIndexOf(':')) + 1);
  return subjectOfClause(clause);
}
/** The heads that a measure leans on: none of a list where it says itself what it measures, none that it names itself. */
function headsOf(knowledge: Knowledge, measure: string, place: string | undefined, list: string | undefined): string[] {
  const heads = list === undefined || !needsHead(knowledge, measure, list) ? [place] : [place, list];
  return heads.filter((head): head is string => head !== undefined && !measure.includes(head));
}

/**
 * A statement in brackets beside the one that they stand in: a part of it, or what only goes on with it.
 *
 * @param said words of its measure within the brackets
 */
function besideOuter(view: SentenceView, aside: Range, own: Statement, before: Statement, said: string): Statement {
  const { knowledge, text } = view;
  const ofOuter = { start: Math.min(before.quote.start, own.quote.start), end: own.quote.end };
  const verb = TELLS_SHARE.exec(text.slice(aside.start, own.quantity.start))?.groups?.verb;
  const goesOn = verb !== undefined || (own.shape === 'measure-first' && saysChange(knowledge, own.indicator));
  const next = goesOn ? subjectOfAside(knowledge, text, aside, before) : undefined;
  if (next !== undefined) {
    const start = text.lastIndexOf(next, aside.start);
    const indicator =
      verb === undefined
        ? `${next} ${own.indicator}`
        : shareOfSubject(knowledge, verb, said, next, isShare(own.quantity));
    return { ...own, quote: { start, end: own.quote.end }, indicator, heads: before.heads };
  }
  // "Châu Á (chiếm 67% tổng kim ngạch) tăng 12%": told of what stands before the bracket.
  if (verb !== undefined && isShare(own.quantity) && before.indicator !== '')
    return {
      ...own,
      quote: ofOuter,
      indicator: shareOfSubject(knowledge, verb, said, before.indicator, true),
      heads: before.heads,
    };
  if (own.shape === 'measure-first' && isPlanFigure(knowledge, own.indicator))
    return { ...own, quote: ofOuter, indicator: before.indicator, heads: before.heads, planned: true };
  const whole = elliptic(view, own, before);
  if (whole !== own) return whole;
  // "giảm 5,8% (3.389 vụ)": so many there are.
  if (isShare(before.quantity) && own.indicator === own.quantity.value.unit && !isShare(own.quantity)) {
    const { start } = own.quantity;
    const what = before.indicator.replace(CHANGED, '').replace(/[\s,]+$/u, '');
    return { ...own, before: { start, end: start }, heads: [...before.heads, what] };
  }
  if (isHeldAgainst(knowledge, own.indicator)) return { ...own, quote: ofOuter, indicator: before.indicator };
  const alike =
    own.quantity.value.unit === before.quantity.value.unit || before.indicator.includes(own.quantity.value.unit);
  if (!LISTS_PARTS.test(text.slice(aside.start, aside.end)))
    return ofSameUnit(view, own, before)
      ? { ...own, indicator: withoutUnit(own), heads: [...before.heads, before.indicator] }
      : own;
  if (!alike) return own;
  const part = partOfMeasure(knowledge, withoutUnit(own));
  return { ...own, indicator: part.own, heads: part.alone ? [] : [...before.heads, before.indicator] };
}

const TELLS_SHARE = /^\(\s*(?<verb>chiếm|đóng\s+góp)(?:\s+(?:t[ỷỉ]\s+(?:lệ|trọng)|khoảng|trên|hơn|gần|dưới))*\s*$/iu;

/** "(khu vực nông thôn 60 triệu đồng)": for a part that is but named, the same is measured as for the whole. */
function ofSameUnit({ knowledge }: SentenceView, own: Statement, before: Statement): boolean {
  return (
    own.shape === 'measure-first' &&
    own.quantity.value.unit === before.quantity.value.unit &&
    (onlyMeasures(knowledge, own.quantity.value.unit) || own.quantity.value.unit === 'con') &&
    isLabel(knowledge, withoutUnit(own)) &&
    !isHeldAgainst(knowledge, own.indicator)
  );
}

/** "(trong đó: VNPT 56 trạm, …)" */
const LISTS_PARTS = /^\(\s*(?:trong\s+đó|gồm|bao\s+gồm|đối\s+với|riêng)(?!\p{L})/iu;

/** "VNPT 56 trạm" tells how many of the stations before it are whose. */
const withoutUnit = ({ indicator, quantity }: Statement): string => {
  const part = indicator
    .replace(OF_WHICH, '')
    .replace(/^(?:gồm|bao\s+gồm|riêng|đối\s+với)[\s:]*(?:đối\s+với\s+)?/iu, '');
  const { unit } = quantity.value;
  return part.endsWith(` ${unit}`) ? part.slice(0, -unit.length).replace(/[\s:,–-]+$/u, '') : part;
};

/** A statement behind another one of its clause, with what it takes from there: its measure, or the verb that governs both. */
function inTurn(
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

const PASSES = built(['statementWords'], (tables) => vi`^${viMeaning(tables.statementWords, 'passes')}(?!\p{L})`);
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
