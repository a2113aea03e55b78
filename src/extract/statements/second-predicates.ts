import { built, type Knowledge } from '../../knowledge/knowledge.ts';
import { vi, viMeaning } from '../../language/pattern.ts';
import { isEqual, sameAgain, tellsSame } from './equal-figures.ts';
import { isShare } from './figures-of-clause.ts';
import {
  goingOn,
  isGap,
  isPlanFigure,
  isWholeAhead,
  ofOthers,
  rankedBefore,
  saysChange,
  shareOfSubject,
  subjectOfSaid,
  withoutRank,
} from './heads.ts';
import { countedPer } from './indicator-words.ts';
import { phrasesOf, STATEMENT_TABLES } from './phrases.ts';
import { type SentenceView, withoutTimes } from './sentence-view.ts';
import type { Statement } from './statement.ts';

const patternsOf = built([...STATEMENT_TABLES, 'ranks'], (tables) => {
  const { BOUND, MEAN, RATIO, say } = phrasesOf(tables);
  return {
    /** Nothing but what the figure before is held against and the verb of a share stands between two figures. */
    SHARES: vi`^\s*(\([^()]*\)\s*)?(${say('against')}\s[^,;.]{0,60}?)?[\s,;()–-]*((${say('so-as-to')}|và)\s+)?(?<verb>${say('makes-up')})(\s+(${RATIO}|${BOUND}))*\s*$`,
    /** By how many places something came up. */
    STEPS: vi`^${viMeaning(tables.ranks, 'steps')}$`,
    /** "chiếm 70% tổng số xã": of what it is a share. */
    OF_ALL: vi`^((trên|trong|của)\s+)?tổng\s+(số\s+)?\p{L}+`,
    BY_EQUALS: vi`(^|[\s,;)])bằng\s+(${BOUND}\s+)?$`,
    FORMER: vi`^\s*(${say('against')}\s+)?(?<former>(${say('former')}|năm|quý|tháng)((?!\s+và\s)[^,;:.()])*)`,
    MEAN: vi`^${MEAN}\s`,
    GROWS: vi`^${say('growth')}\s`,
    IN_BRACKET: vi`^\s?\(${say('up-down')}(?!\p{L})[^()]*$`,
    TAKES_UP: vi`chiếm(\s(${say('weight')}|${BOUND}))*\s$`,
  };
});

/** What a second verb of a sentence says of the subject that the first one has; undefined where it says nothing of that kind. */
type SecondVerb = (view: SentenceView, statement: Statement, before: Statement) => Statement | undefined;

/** A statement whose words only go on with the measure before it, quoted from there: "…, tăng 6,1%". */
export function elliptic(view: SentenceView, statement: Statement, before: Statement): Statement {
  for (const read of SECOND_VERBS) {
    const found = read(view, statement, before);
    if (found !== undefined) return found;
  }
  return statement;
}

const between = ({ text }: SentenceView, { quantity }: Statement, before: Statement): string =>
  text.slice(before.quantity.end, quantity.start);

const quotedWith = ({ quote }: Statement, before: Statement): Statement['quote'] => ({
  start: Math.min(before.quote.start, quote.start),
  end: quote.end,
});

/** "…, tương đương 1.000 hộ" */
const equals: SecondVerb = (view, statement, before) =>
  tellsSame(view.knowledge, between(view, statement, before)) && isEqual(view.knowledge, statement, before)
    ? sameAgain(view.knowledge, statement, before)
    : undefined;

/** "…, chiếm 20% tổng số", "…, đóng góp 0,5 điểm phần trăm vào mức tăng chung" */
const sharesIn: SecondVerb = (view, statement, before) => {
  // "tăng 9%/năm để đến năm 2025 chiếm 10% …": when is not what.
  const said = withoutTimes(view.text, view.times, before.quantity.end, statement.quantity.start);
  const verb = patternsOf(view.knowledge).SHARES.exec(said)?.groups?.verb;
  const share = isShare(statement.quantity);
  if (verb === undefined || before.indicator === '' || before.shape === 'figure-first') return undefined;
  if (!share && statement.quantity.value.unit !== 'pp') return undefined;
  if (!/^chiếm/iu.test(verb) && before.shape !== 'measure-first') return undefined;
  const indicator = shareOfSubject(view.knowledge, verb, statement.indicator, before.indicator, share);
  return { ...statement, quote: quotedWith(statement, before), indicator, heads: before.heads };
};

const NAMES_ITS_MEASURE = vi`về \p{L}+ \p{L}+`;

/** "…, đứng thứ 3 cả nước"; of two ranks, each is quoted by itself. */
const ranks: SecondVerb = ({ knowledge }, statement, before) => {
  if (statement.quantity.value.unit !== 'rank') return undefined;
  // "120 sản phẩm, đứng thứ 10 cả nước về số lượng sản phẩm": it says itself of what it is.
  if (NAMES_ITS_MEASURE.test(statement.indicator)) return undefined;
  const ranked = rankedBefore(knowledge, statement.indicator, before.indicator);
  if (ranked === undefined) return undefined;
  if (before.quantity.value.unit !== 'rank')
    return { ...statement, quote: quotedWith(statement, before), heads: [...before.heads, ranked] };
  if (before.heads.length > 0) return { ...statement, heads: before.heads };
  return ranked === before.indicator ? undefined : { ...statement, heads: [ranked] };
};

/** "xếp thứ 18/63, tăng 7 bậc": by how many places what is ranked came up. */
const climbs: SecondVerb = ({ knowledge }, statement, before) => {
  const { indicator, quantity } = statement;
  if (before.quantity.value.unit !== 'rank' || !patternsOf(knowledge).STEPS.test(quantity.value.unit)) return undefined;
  const [change = ''] = indicator.split(' ');
  if (before.indicator === '' || !saysChange(knowledge, change)) return undefined;
  const subject = (withoutRank(knowledge, before.indicator) || before.heads.at(-1)) ?? before.indicator;
  return { ...statement, quote: quotedWith(statement, before), indicator: `${subject} ${indicator}` };
};

/** "… (tăng 2%/năm), đến năm 2025 đạt 35% tổng số hộ": a share that says of what alone is of the subject before. */
const onlyBase: SecondVerb = ({ knowledge }, statement, before) => {
  if (!statement.indicator.startsWith('% ') || !isShare(statement.quantity)) return undefined;
  const subject = subjectOfSaid(knowledge, before.indicator);
  if (subject === '' || subject.includes('%')) return undefined;
  return { ...statement, indicator: `${subject} ${statement.indicator}`, heads: before.heads };
};

const ofAll: SecondVerb = ({ knowledge }, statement, before) => {
  const { indicator, quantity, shape } = statement;
  if (
    !isShare(quantity) ||
    isShare(before.quantity) ||
    shape !== 'figure-first' ||
    !patternsOf(knowledge).OF_ALL.test(indicator)
  )
    return undefined;
  const whole = shareOfSubject(knowledge, 'chiếm', indicator, before.indicator, true);
  return { ...statement, indicator: whole, heads: before.heads };
};

/** "…, bằng 98% so với năm trước": how much of what it was. */
const equalsFormer: SecondVerb = (view, statement, before) => {
  const { quantity } = statement;
  if (!isShare(quantity) || before.indicator === '') return undefined;
  const { BY_EQUALS, FORMER } = patternsOf(view.knowledge);
  if (!BY_EQUALS.test(between(view, statement, before))) return undefined;
  const former = FORMER.exec(view.plain(quantity.end, view.sentence.end))?.groups?.former;
  if (former === undefined) return undefined;
  const indicator = `${subjectOfSaid(view.knowledge, before.indicator)} % ${former.trim()}`;
  return { ...statement, quote: quotedWith(statement, before), indicator, heads: before.heads };
};
/** "tăng 15%, cao hơn mức tăng bình quân cả nước (9%)": the same of others. */
const besideOthers: SecondVerb = (view, statement, before) => {
  const { unit, value } = statement.quantity.value;
  if (statement.shape !== 'measure-first' && statement.shape !== 'figure-alone') return undefined;
  // "đạt 61,7%, thấp hơn bình quân cả nước 3,4 điểm phần trăm": points part two shares.
  const points = unit === 'pp' && isShare(before.quantity);
  if ((unit !== before.quantity.value.unit && !points) || before.indicator === '') return undefined;
  const others = ofOthers(view.knowledge, statement.indicator);
  if (others === undefined || (points && others.differs === undefined)) return undefined;
  const same = before.indicator.replace(phrasesOf(view.knowledge).ENDS_WITH_CHANGE, '').replace(/ % .*$/u, '');
  const { differs, whose } = others;
  const gap = (by: string): boolean =>
    points || isGap(view.knowledge, by, between(view, statement, before), before.quantity.value.value, value);
  if (differs !== undefined && gap(differs))
    return {
      ...statement,
      quote: quotedWith(statement, before),
      indicator: `${same} ${differs} ${whose}`,
      heads: before.heads,
    };
  // Whose level it is, nothing changes by it.
  const { start } = statement.quantity;
  const level = differs === undefined ? {} : { before: { start, end: start } };
  // "đạt 91%, thấp hơn mục tiêu 95%": what was planned of the same.
  if (others.planned)
    return {
      ...statement,
      ...level,
      quote: quotedWith(statement, before),
      indicator: same,
      heads: before.heads,
      planned: true,
    };
  return { ...statement, ...level, indicator: whose, heads: [...before.heads, same] };
};

/** "Trọng án giảm 165 vụ, giảm 46%": what changed, without the unit by which it was counted. */
function ofChange({ knowledge }: SentenceView, { indicator, quantity }: Statement): string {
  const { unit } = quantity.value;
  const bare = indicator.endsWith(` ${unit}`) ? indicator.slice(0, -unit.length).trim() : indicator;
  return phrasesOf(knowledge).ENDS_WITH_CHANGE.test(bare) ? bare : indicator;
}

/** "…, tăng 6,1%", "…, đạt 102% dự toán" */
const changes: SecondVerb = (view, statement, before) => {
  const { unit } = statement.quantity.value;
  const counted = countedPer(view.knowledge, statement.quantity);
  if (counted !== '' && unit !== before.quantity.value.unit && statement.indicator.endsWith(counted)) return undefined;
  const said = ownPart(view.knowledge, statement);
  // "30 cơ sở giáo dục …, tăng 4 cơ sở": what is counted was named before.
  const known = ` ${before.quantity.value.unit} ${before.indicator} `.toLowerCase();
  const sameUnit = said.endsWith(` ${unit}`) && known.includes(` ${unit.toLowerCase()} `);
  const words = sameUnit ? said.slice(0, -unit.length).trim() : said;
  // "(bình quân cả nước là 54%)": what stands before its figure is no whole that it is a share of.
  const ahead =
    statement.shape === 'measure-first' &&
    (patternsOf(view.knowledge).MEAN.test(words) || isAhead(view, words, between(view, statement, before)));
  const whole = goingOn(view.knowledge, words, ofChange(view, before), isShare(statement.quantity) && !ahead);
  if (whole === undefined) return undefined;
  // "tăng 95 máy" is told by itself.
  const quote = sameUnit ? statement.quote : quotedWith(statement, before);
  // "doanh thu đạt 500 tỷ đồng, tăng trưởng bình quân 7%": it is the measure before that grows.
  const grows = patternsOf(view.knowledge).GROWS.test(words)
    ? { before: { start: before.quantity.end - 1, end: statement.quantity.start } }
    : {};
  const indicator = isShareRise(view, statement, before) ? `Tỷ trọng ${whole}` : whole;
  return { ...statement, ...grows, quote, indicator, heads: before.heads };
};

/** "Dịch vụ chiếm 28% (tăng 0,4% so với năm 2020)": it is the share that rose. */
const isShareRise = (view: SentenceView, statement: Statement, before: Statement): boolean =>
  isShare(statement.quantity) &&
  isShare(before.quantity) &&
  patternsOf(view.knowledge).IN_BRACKET.test(between(view, statement, before)) &&
  patternsOf(view.knowledge).TAKES_UP.test(view.text.slice(before.before.start, before.quantity.start));

/** "…, cùng kỳ tăng 9%", "…, trong khi GRDP tăng 10%": of these another figure is told, and not a share of them. */
const isAhead = ({ knowledge }: SentenceView, words: string, between: string): boolean =>
  isWholeAhead(knowledge, words) && isWholeAhead(knowledge, between.slice(between.search(NEXT_PART)));
const NEXT_PART = /[,;(]/u;

/** The words of a figure up to the first comma, where they say no more than how it changed: "tăng, vượt kế hoạch đề ra". */
function ownPart(knowledge: Knowledge, { indicator, shape }: Statement): string {
  const first = indicator.split(',')[0] ?? '';
  return shape !== 'measure-first' && saysChange(knowledge, first) ? first : indicator;
}

/** "…, chưa đạt mục tiêu 70%": how much was planned, where the figure stands right behind its plan. */
const plans: SecondVerb = (view, statement, before) => {
  const { indicator, quantity, shape } = statement;
  if (shape !== 'measure-first' || quantity.value.unit !== before.quantity.value.unit) return undefined;
  if (before.indicator === '' || !isPlanFigure(view.knowledge, indicator)) return undefined;
  const measure = subjectOfSaid(view.knowledge, before.indicator);
  return { ...statement, quote: quotedWith(statement, before), indicator: measure, heads: before.heads, planned: true };
};

/** "dưới 10% (khu vực thành thị), 5% (khu vực nông thôn)": the same, where the second brackets say. */
const elsewhere: SecondVerb = (view, statement, before) => {
  const { indicator, quantity } = statement;
  if (before.indicator === '' || quantity.value.unit !== before.quantity.value.unit) return undefined;
  if (!/^\([^()]*\)$/u.test(indicator) || !BEHIND_BRACKETS.test(between(view, statement, before))) return undefined;
  const first = before.indicator.replace(/\s*\([^()]*\)$/u, '');
  return {
    ...statement,
    quote: quotedWith(statement, before),
    indicator: `${first} ${indicator}`,
    heads: before.heads,
  };
};
const BEHIND_BRACKETS = /^\s*\([^()]*\)\s*(?:,|và)\s*(?:\p{L}+\s+){0,3}$/u;

const SECOND_VERBS: readonly SecondVerb[] = [
  elsewhere,
  plans,
  equals,
  sharesIn,
  ranks,
  climbs,
  ofAll,
  equalsFormer,
  besideOthers,
  changes,
  onlyBase,
];
