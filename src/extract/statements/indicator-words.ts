import { built, type Knowledge } from '../../knowledge/knowledge.ts';
import { beginsWithHead } from '../../language/counted-nouns.ts';
import { compoundsOf } from '../../language/figure-phrases.ts';
import { vi, viSource, viWords } from '../../language/pattern.ts';
import type { Range } from '../../language/sentences.ts';
import { verbs } from '../../language/verbs.ts';
import type { MentionOf } from '../../model/mention.ts';
import { onlyMeasures } from '../mentions/quantities/measure.ts';
import { directionOf } from './direction.ts';
import { type FigureOfClause, isShare } from './figures-of-clause.ts';
import { type Behind, measureStart } from './measure-start.ts';
import { changeBefore, withoutAuxiliaries, wordsOf } from './measure-words.ts';
import { phrasesOf, STATEMENT_TABLES } from './phrases.ts';
import type { SentenceView } from './sentence-view.ts';
import type { Statement } from './statement.ts';
import { upToDigits } from './up-to-digits.ts';

const patternsOf = built(STATEMENT_TABLES, (tables) => {
  const { ESTIMATE } = compoundsOf(tables);
  const { AIM, CHANGES, HELD, LINKS, LISTS, MADE, MEAN, PLACE_KIND, RATIO, SHARED, SOME, STATES, say, times } =
    phrasesOf(tables);
  const { AIMS_OR_TELLS, ARRIVAL, COMPLETES, DECIDES, DOES, KEEPS, MOVES, STATES_ALONE } = verbs(tables);
  const tells = say('tells-on', 'tells-so');
  return {
    /** A measure that has been named and linked to its figure needs no noun of it. */
    LINKED: vi`(${STATES} (khoảng)?|khoảng)\s*$`,
    /** "ước tăng", "cũng giảm", "tiếp tục tăng": how a change is told. */
    TOLD_CHANGE: vi`(?<=\S\s)(nhằm )?((${AIMS_OR_TELLS}|đạt) (được)? ${AIM})\s+(?=(${CHANGES})\s*$)|(?<=\S\s)${tells}( (tính|${tells}))*\s+(?=(${CHANGES})( (${say('more')}|${MEAN}))*\s*$)`,
    /** A few words that begin with what is done: "xây dựng mới", "hỗ trợ cho". */
    DOES: vi`^(${MADE}|${DOES}),?( \p{L}+,?){0,5}$`,
    EACH: vi`^${times('each')} \p{L}[^,;:]{1,60}\s(có|được|thêm|xây dựng)$`,
    /** "Số cán bộ tại chi nhánh: 83 người": a measure says itself what is counted. */
    NAMED: vi`^\s*(${viWords(tables.measures.filter(({ begins, heads }) => begins || heads))})(\s+số)?(\s+\p{L}+){2,}|^\s*((tổng )?đàn|số)(\s+\p{L}+)+`,
    /** "tuyển sinh đạt 40.000 người": a verb alone does not say what is counted. */
    ONLY_DOES: vi`^\s*(${DOES}|${MADE})( (mới|thêm|được))?(\s+(đạt|được|là|khoảng))*\s*$`,
    /** "Về dịch vụ lưu trú, 6 tháng đầu năm tăng": the matter is what grew. */
    TOPIC: vi`^\s*về\s+(?<topic>[^,;:]{3,80}),\s*(?=((${CHANGES}|${say('tells-on')}|đạt|ước)\s*)+$)`,
    PLANNED: vi`^${viWords(tables.clauseWords.filter(({ plan }) => plan === 'scheme'))}(?!\p{L})`,
    DECIDED: vi`^[^,;:]{1,90}\s(được|do)\s([^,;:]{1,60}\s)?${DECIDES}$`,
    /** "…, hoàn thành trong năm 2027": by when it is to be done, the time taken out. */
    DONE: vi`[\s,;]*,\s*(${COMPLETES}|xong|${times('within')}( ${COMPLETES}| thực hiện)?)[\s:]*$`,
    RATE: vi`^${RATIO} .*${LINKS}\s*$`,
    BASE: vi`^\s*((?<=^\s*)${say('against')}\s+(?=${HELD}))?(?<base>((trên|trong|của) )?(${SHARED}|${HELD}|tổng (số)?|so với)(\s((?! (với ${SOME}|${LISTS}|${say('so-as-to')}) )[^,;:.()]){0,80})?)`,
    TRAILING: new RegExp(
      String.raw`[\s,:;–-]*(?:${viSource`(?<![\p{L}\p{N}])(?<!(?<!\p{L})${say('holds-link')}\s)(${STATES_ALONE}|${KEEPS}|${MOVES}|${ARRIVAL}|${say('trails')})(?<!${ESTIMATE})`}[\s,:–-]*)*$`,
      'iu',
    ),
    REACHES: vi`^\s*đạt\s+`,
    HOW_TAKEN: vi`^\s*(đạt )?${MEAN}\s*$`,
    /** What is told of a place, a body or a whole names no being: "Huyện Thanh Sơn: 500 người". */
    NO_BEING: vi`^\s*(${say('whole-of', 'hamlet', 'no-being')}|${PLACE_KIND}|tổng|chi bộ|trình độ|thị trường)(?!\p{L})`,
    /** "tổ chức diệt bọ gậy tại 100% hộ gia đình": where it is done. */
    WHERE: vi`(^|\s)(${say('at', 'toward')}|từ)\s*$`,
    OF_ALL: vi`^(${say('at')}|của)\s`,
    /** "200 người/năm" counts people. */
    EACH_TIME: vi`\/${times('span')}$`,
  };
});

/** Where the words of a measure begin before its figure. */
export const startOfMeasure = (
  view: SentenceView,
  { figure, opening }: FigureOfClause,
  shape: Statement['shape'],
): number =>
  measureStart(view, opening.from, figure.start, standsBehind(figure, shape, countedNoun(view.knowledge, figure)));

/**
 * What is measured, from the words before and after the figure and the noun that it counts.
 *
 * @param from where its words begin before the figure
 * @param behind ranges behind the figure that say what it measures
 */
export function measured(
  view: SentenceView,
  { figure, opening }: FigureOfClause,
  shape: Statement['shape'],
  from: number,
  behind: readonly Range[],
): string {
  const { knowledge, text } = view;
  const noun = countedNoun(knowledge, figure);
  const before = text.slice(opening.from, figure.start);
  const said = behind.map(({ start, end }) => wordsOf(view, start, end)).join(' ');
  // "đạt 98% so với kế hoạch": nothing but what it is held against is said behind it.
  const after =
    said === '' && noun === '' && shape === 'figure-first'
      ? view.plain(behind[0]?.start ?? 0, behind.at(-1)?.end ?? 0).trim()
      : said;
  if (figure.value.unit === 'rank') return rankWords(view, figure, from);
  const direction = directionOf(knowledge, before + upToDigits(figure.text), figure.value, text.slice(figure.end));
  const changes = direction === 'increase-by' || direction === 'decrease-by';
  const level = direction === 'increase-to' || direction === 'decrease-to' || direction === 'keep';
  const words = wordsOf(view, from, figure.start).replace(patternsOf(knowledge).TOPIC, '$<topic> ');
  const measure = withoutAuxiliaries(view, words, level);
  switch (shape) {
    case 'figure-first':
      return `${changes ? changeBefore(view, before) : ''} ${noun} ${after}`;
    case 'verb-first':
      if (isShare(figure) && (isRate(view, measure, after) || isOfPlan(knowledge, measure, after)))
        return `${withoutLinks(knowledge, measure)} % ${after}`;
      // "…, trong số đó phấn đấu có 95% hộ được …": a share says itself of whom it is told, and what.
      if (isShare(figure) && isWholeBehind(view, measure, after)) return after;
      return `${measure} ${noun} ${after}`;
    case 'figure-alone': {
      const counted = noun === '' ? countedPer(knowledge, figure) : noun;
      return counted === '' ? measure : changes ? `${changeBefore(view, before)} ${counted}` : counted;
    }
    case 'measure-first': {
      // "giảm 9% so với kịch bản": what a change is held against.
      const against = changes && /^so\s+(?:với\s)?/iu.test(after);
      const base = isShare(figure) && !against ? baseOf(knowledge, after) : '';
      // Where nothing else says that it is a share, "chiếm" does.
      if (base !== '')
        return `${/(?<!\p{L})chiếm\s*$/iu.test(measure) ? measure : withoutLinks(knowledge, measure)}${base}`;
      const { DOES, HOW_TAKEN, LINKED, NAMED, NO_BEING, ONLY_DOES, REACHES } = patternsOf(knowledge);
      // "bình quân 1,9 giáo viên/lớp": how it is taken says not what.
      if (noun === '' && HOW_TAKEN.test(measure))
        return `${measure.replace(REACHES, '')} ${countedPer(knowledge, figure)}`;
      const named = measure !== '' && ((LINKED.test(before) && !ONLY_DOES.test(measure)) || names(measure, noun));
      if (!named && NAMED.test(measure) && (/^\p{Ll}+$/u.test(noun) || holds(measure, noun))) return measure;
      // "Gà: 500 con", "Cán bộ hợp đồng: 90 người": what is counted has its name already.
      const classified = measure !== '' && CLASSIFIER.test(noun) && !DOES.test(withoutLinks(knowledge, measure));
      const isNamed =
        classified &&
        !NO_BEING.test(measure) &&
        (noun === 'con'
          ? measure.split(/\s+/u).length <= 3
          : /:\s*$/u.test(before) && beginsWithHead(knowledge, measure.toLowerCase()));
      return named || isNamed ? measure : `${measure} ${noun}`;
    }
  }
}

/** They only say that living beings are counted. */
const CLASSIFIER = /^(?:con|người)$/iu;

/** Whether a noun with its predicate stands behind a share, and more than the verb that governs it before. */
function isWholeBehind(
  { knowledge, vocabulary: { PREDICATE } }: SentenceView,
  measure: string,
  after: string,
): boolean {
  if (patternsOf(knowledge).WHERE.test(measure)) return false;
  return (PREDICATE.exec(after)?.index ?? 0) > 0 && measure.trim().split(/\s+/u).length > LONGEST_VERB;
}
/** Syllables of a verb that governs a share, its noun included: "hỗ trợ kinh phí cho". */
const LONGEST_VERB = 6;

/** "Tỷ lệ tham gia bảo hiểm xã hội đạt 45% lực lượng lao động": what stands behind is what a rate is taken of. */
function isRate({ knowledge, vocabulary: { PREDICATE } }: SentenceView, measure: string, after: string): boolean {
  return (
    patternsOf(knowledge).RATE.test(measure) &&
    after !== '' &&
    !patternsOf(knowledge).OF_ALL.test(after) &&
    !PREDICATE.test(after)
  );
}

/** "Tỷ lệ giải ngân đạt 95% kế hoạch vốn được Thủ tướng giao": who gave out the plan says nothing of what is measured. */
function isOfPlan(knowledge: Knowledge, measure: string, after: string): boolean {
  const { DECIDED, PLANNED } = patternsOf(knowledge);
  return /\p{L}/u.test(withoutLinks(knowledge, measure)) && PLANNED.test(after) && DECIDED.test(after);
}

/** What is done with what a figure counts, where that is all that stands before it: "thành lập mới"; else "". */
export function verbBefore(view: SentenceView, { figure, opening, start }: FigureOfClause): string {
  const { knowledge, text } = view;
  if (figure.value.unit === 'rank') return '';
  if (opening.empty) return opening.linked ? changeBefore(view, text.slice(start, figure.start)) : '';
  const from = measureStart(view, opening.from, figure.start, isShare(figure) ? 'share' : 'count');
  const words = withoutAuxiliaries(view, wordsOf(view, from, figure.start), false);
  const { LINKED, DOES, EACH } = patternsOf(knowledge);
  // "Mỗi xã có 01 sân bóng, 02 câu lạc bộ"
  if (EACH.test(words)) return words;
  const verb = withoutLinks(knowledge, words);
  return verb !== '' && DOES.test(verb) && !LINKED.test(text.slice(opening.from, figure.start)) ? verb : '';
}

/** Whether the words of a measure name already what is counted: "Lắp đặt mới trạm 5G: 35 trạm", "Hộ nghèo có 500 hộ". */
const names = (measure: string, noun: string): boolean =>
  (/(?::\s*(?:có|đạt|là)?|,\s*(?:phấn đấu|dự kiến|ước))\s*$/iu.test(measure) && holds(measure, noun)) ||
  (/\p{L}\s+có\s*$/iu.test(measure) && noun !== '' && `${measure.toLowerCase()} `.startsWith(`${noun.toLowerCase()} `));

const holds = (measure: string, noun: string): boolean =>
  ` ${measure.toLowerCase()} `.replace(/:/gu, ' ').includes(` ${noun.toLowerCase()} `);

/** Whether what a figure measures stands behind it, and how much of it may: the rest of a share, or the noun that is counted. */
function standsBehind(figure: MentionOf<'quantity'>, shape: Statement['shape'], noun: string): Behind {
  if (shape === 'verb-first' && isShare(figure)) return 'share';
  return shape === 'verb-first' || (shape === 'measure-first' && noun !== '') ? 'count' : 'none';
}

/** "Chỉ số … thuộc nhóm 10 địa phương dẫn đầu cả nước" without the figure: two ranks of one index, in two lists, are two measures. */
function rankWords(view: SentenceView, { text, start, end }: MentionOf<'quantity'>, from: number): string {
  const mark = view.plain(end, view.sentence.end).search(/[,;]|\s+và\s/u);
  const list = text.replace(/\d+(?:\s?[-–]\s?\d+)?(?:\s?\/\s?\d+)?/gu, ' ');
  return `${wordsOf(view, from, start)} ${list} ${wordsOf(view, end, mark < 0 ? view.sentence.end : end + mark)}`;
}

/** "… đạt 30% GRDP", "… còn 55% tổng chi ngân sách": what it is a share of. */
function baseOf(knowledge: Knowledge, behind: string): string {
  const base = patternsOf(knowledge).BASE.exec(behind)?.groups?.base;
  return base === undefined ? '' : ` % ${base}`;
}

/** The noun that a figure counts, as written; "" for a unit that only measures. */
export function countedNoun(knowledge: Knowledge, { text, value: { unit } }: MentionOf<'quantity'>): string {
  const noun = unit.replace(patternsOf(knowledge).EACH_TIME, '');
  return onlyMeasures(knowledge, noun) ||
    (noun.includes('/') && noun === unit) ||
    !withoutSpelling(text).endsWith(unit.toLowerCase())
    ? sharedOut(text)
    : noun;
}

/** "30 giường bệnh/vạn dân": what is counted for how many, where it is all that says what is measured; "" for other units. */
export function countedPer(knowledge: Knowledge, { value: { unit } }: MentionOf<'quantity'>): string {
  return /^\p{L}.*\//u.test(unit) && !patternsOf(knowledge).EACH_TIME.test(unit) && !onlyMeasures(knowledge, unit)
    ? unit
    : '';
}

/** "1,25% số hộ nghèo trở lên": of what a share is, where the words of comparison stand behind it. */
const sharedOut = (written: string): string =>
  /%\s(?<of>\p{L}[^%]*?)\s+trở\s+(?:lên|xuống)$/iu.exec(written)?.groups?.of ?? '';

/** "120 xã (một trăm hai mươi xã)" and "từ 120 xã trở lên" end with their noun as well. */
const withoutSpelling = (written: string): string =>
  written.toLowerCase().replace(/\s?\([^()]*\)$|\s+trở\s+(?:lên|xuống|đi)$/u, '');

/** "tỷ lệ hồ sơ[1]": the mark of a note is no word of a measure. */
const NOTE_MARK = /\s?\[(?:\d{1,3}(?:,\d{1,3}){0,3}|[ivx]{1,5})\](?=[\s,.;:]|$)/gu;

/** What is measured, without links to the figure at its end. */
export function withoutLinks(knowledge: Knowledge, text: string): string {
  return text
    .replace(NOTE_MARK, ' ')
    .replace(/\s+(?=[,;])/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(patternsOf(knowledge).DONE, '')
    .replace(patternsOf(knowledge).TRAILING, '')
    .replace(patternsOf(knowledge).TOLD_CHANGE, '')
    .replace(/^[\s,;:.…–-]+|[\s,;:.…–-]+$/gu, '');
}
