import { built, type Knowledge } from '../../knowledge/knowledge.ts';
import { vi } from '../../language/pattern.ts';
import { shareWords } from '../../language/shares.ts';
import { saysMore } from './by-years.ts';
import { headsOfCounterpart, ofCounterpart } from './counterparts.ts';
import { isShare } from './figures-of-clause.ts';
import { isMeasure, subjectOfSaid } from './heads.ts';
import {
  changeOf,
  dimensionOf,
  growthOf,
  isLabel,
  isSetApart,
  subjectOf,
  subjectOfClause,
  withOpening,
} from './left-out.ts';
import { phrasesOf, STATEMENT_TABLES } from './phrases.ts';
import type { SentenceView } from './sentence-view.ts';
import type { Statement } from './statement.ts';

const patternsOf = built(STATEMENT_TABLES, (tables) => {
  const { GROWTH_RATE, LISTS, say } = phrasesOf(tables);
  return {
    RATE: vi`^${shareWords(tables).RATE}`,
    /** It is a rate of one part, so that another part may have the next. */
    OF_PART: vi`\s((bậc|cấp|ở|tại|${say('region')}|vùng)(\s\p{L}+){1,3}|(của )?(${say('land')}|toàn (tỉnh|huyện|xã|thành phố|vùng)))$`,
    GROWTH_OF: vi`^(${GROWTH_RATE}|${say('growth')})\s+(?=\p{L})`,
    APART: vi`${LISTS}|riêng(?!\s+đối\s+với)`,
    PRODUCE: vi`^(tổng\s+)?sản\s+lượng\s`,
    OF_PRODUCTS: vi`^${say('product-unit')}(\/năm)?$`,
    HOUSEHOLDS: vi`^(nhân\s+)?khẩu$`,
    REACHES: vi`\sđạt\s*$`,
    FOR_WHOM: vi`^cho\s`,
    PARTS: vi`[,;]|${say('lends')}`,
    HAS: vi`^có\s`,
  };
});

/** A statement with what its measure leaves out because the one before it, or the label of its list, has said it. */
export function completed(
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
  if (before !== undefined && isForThose(view, statement, before))
    return { ...statement, indicator: `${before.indicator} ${indicator}`, heads: before.heads };
  if (
    before === undefined ||
    patternsOf(knowledge).APART.test(view.plain(before.quantity.end, statement.quantity.start))
  )
    return statement;
  const growth = growthOf(knowledge, indicator);
  if (growth !== undefined && isShare(statement.quantity) && !isShare(before.quantity))
    return { ...statement, indicator: growth, heads: [...before.heads, before.indicator] };
  const alike = unit === before.quantity.value.unit || (isShare(statement.quantity) && isShare(before.quantity));
  if (!alike && !areProducts(knowledge, statement, before)) return statement;
  const counterpart = counterpartOf(view, statement, before);
  if (counterpart !== undefined) return counterpart;
  const goesOnOf = ofSameRate(view, statement, before);
  if (goesOnOf !== undefined) return goesOnOf;
  // "khống chế tỷ lệ … dưới 5% ở nông thôn và dưới 10% ở thành thị"
  const elsewhere = isSetApart(knowledge, indicator) && isMeasure(knowledge, before.indicator);
  if (
    (before.shape !== 'measure-first' && !elsewhere) ||
    (statement.shape !== 'measure-first' && !isSetApart(knowledge, indicator))
  )
    return statement;
  const verb =
    view.lead(statement.quote.start, statement.quantity.start).linked || isLevelBeside(statement, before)
      ? undefined
      : changeOf(knowledge, indicator, before.indicator);
  // "Tỷ lệ thôn có nhà văn hóa …, có khu thể thao": the verb with which both go on.
  const has = patternsOf(knowledge).HAS.test(view.text.slice(statement.quote.start, statement.quantity.start));
  const own =
    statement.shape === 'measure-first' && indicator.endsWith(` ${unit}`)
      ? indicator.slice(0, -unit.length).trim()
      : indicator;
  const opened = withOpening(knowledge, has ? `có ${own}` : own, before.indicator);
  // "Tốc độ tăng trưởng kinh tế 7%; công nghiệp tăng 9%": what has its own verb of change is no rate of growth.
  const whole = phrasesOf(knowledge).ENDS_WITH_CHANGE.test(own)
    ? opened?.replace(patternsOf(knowledge).GROWTH_OF, '')
    : opened;
  const rate = whole === undefined && verb === undefined ? rateOf(knowledge, indicator, before) : undefined;
  if (rate !== undefined) return { ...statement, heads: [rate] };
  if (whole === undefined && verb === undefined) return statement;
  const heads = whole === undefined && statement.heads.length > 0 ? statement.heads : before.heads;
  if (verb === undefined) return { ...statement, indicator: whole ?? indicator, heads };
  return { ...statement, indicator: `${whole ?? indicator} ${verb}`, heads, before: before.before };
}

/** "25 lớp cho 1.200 lượt cán bộ": for whom it is done that was counted before. */
function isForThose({ knowledge, text }: SentenceView, { indicator, quantity }: Statement, before: Statement): boolean {
  const { FOR_WHOM, PARTS } = patternsOf(knowledge);
  return (
    FOR_WHOM.test(indicator) &&
    !isShare(before.quantity) &&
    !PARTS.test(text.slice(before.quantity.end, quantity.start))
  );
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

/** "bảo hiểm xã hội đạt 45% lực lượng lao động": of what it is a share, a verb alone does not say. */
function shareOfAll({ knowledge, plain }: SentenceView, { indicator, quantity, quote, shape }: Statement): string {
  const links =
    shape === 'verb-first' &&
    isShare(quantity) &&
    patternsOf(knowledge).REACHES.test(plain(quote.start, quantity.start));
  return links ? indicator.replace(/\s(?:đạt)\s(?!.*\sđạt\s)/iu, ' % ') : indicator;
}

/** "Sản lượng thịt đạt 900 tấn, trứng 20 triệu quả, sữa 5 triệu lít": each product is counted in its own way. */
function areProducts(knowledge: Knowledge, { quantity }: Statement, before: Statement): boolean {
  const { OF_PRODUCTS, PRODUCE } = patternsOf(knowledge);
  return (
    PRODUCE.test(before.indicator) && [quantity, before.quantity].every(({ value }) => OF_PRODUCTS.test(value.unit))
  );
}

/** "tỷ lệ hộ nghèo giảm 1%; hộ dùng nước sạch 95%": nothing changes by as much. */
const isLevelBeside = ({ quantity }: Statement, before: Statement): boolean =>
  isShare(quantity) && quantity.value.value >= MUCH && before.quantity.value.value < MUCH / 2;

const MUCH = 50;

/** "ổn định tại chỗ 371 hộ với 1.864 khẩu": the same, counted by heads. */
function ofHouseholds(
  { knowledge, text }: SentenceView,
  { indicator, quantity }: Statement,
  before: Statement,
): boolean {
  return (
    patternsOf(knowledge).HOUSEHOLDS.test(indicator) &&
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
    !patternsOf(view.knowledge).RATE.test(before.indicator) ||
    statement.shape !== 'figure-first' ||
    !isShare(statement.quantity) ||
    saysMore(view, statement.indicator)
  )
    return undefined;
  return { ...statement, indicator: `${before.indicator.slice(0, at)} % ${statement.indicator}`, heads: before.heads };
}

/** "Tỷ lệ giáo viên đạt chuẩn bậc mầm non 95%, tiểu học 97%": a name by itself has no share. */
function rateOf(knowledge: Knowledge, indicator: string, { indicator: before, heads }: Statement): string | undefined {
  const { OF_PART, RATE } = patternsOf(knowledge);
  const rate = [before, heads.at(-1)].find((words) => words !== undefined && RATE.test(words));
  if (
    rate === undefined ||
    !OF_PART.test(rate) ||
    !isLabel(knowledge, indicator) ||
    phrasesOf(knowledge).ENDS_WITH_CHANGE.test(indicator)
  )
    return undefined;
  return rate.replace(/ % .*$/u, '');
}

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
  return subjectOfClause(view.knowledge, clause);
}
