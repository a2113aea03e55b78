import { built, type Knowledge } from '../../knowledge/knowledge.ts';
import { headWords } from '../../language/counted-nouns.ts';
import { vi, viMeaning, viPart, viWords } from '../../language/pattern.ts';
import { isShare } from './figures-of-clause.ts';
import { countedNoun } from './indicator-words.ts';
import type { SentenceView } from './sentence-view.ts';
import type { Statement } from './statement.ts';

const patternsOf = built(['clauseWords', 'placeKinds', 'statementWords'], (tables) => {
  const words = tables.statementWords;
  const kind = viWords(tables.placeKinds);
  /** "toàn tỉnh", "cả nước", "tỉnh Phú Thọ", "trên địa bàn huyện". */
  const PLACE = viPart`(${viMeaning(words, 'within')}\s+)*(${viMeaning(words, 'land')}|(${viMeaning(words, 'whole-of')}\s+)?${kind}(\s+(?!${viMeaning(words, 'auxiliary')}(?!\p{L})|${viMeaning(words, 'has')}(?!\p{L}))[\p{L}-]+){0,4}?)`;
  const has = viPart`(\s+${viMeaning(words, 'auxiliary')})*\s+(?<has>${viMeaning(words, 'has')})`;
  return {
    HAS: vi`(^|[,;:.]\s*|(?<=\d)\s+)(${viMeaning(words, 'auxiliary')}\s+)*(?<who>${PLACE})${has}[\s:]*$`,
    PARTS: vi`(^|[\s,(])${viWords(tables.clauseWords.filter(({ lists }) => lists))}`,
    /** A measure that begins with who has what is counted. */
    HOLDER: vi`^${PLACE}${has}:?\s+`,
  };
});

/** Syllables of a noun that no table names, and that says no more than what it is: "LH HTX". */
const LONGEST_NAME = 2;
/** The same in a row of such counts: "liên hiệp hợp tác xã". */
const LONGEST_JOINED = 5;

/**
 * "Toàn tỉnh có 203 hợp tác xã và 2 liên hiệp": where nothing but a noun is counted, whose they are is said with it; one of which
 * more is said ("hộ nghèo", "xã đạt chuẩn nông thôn mới") stands alone.
 *
 * @param statements of the sentence, in order
 */
export function withHolders(view: SentenceView, statements: readonly Statement[]): readonly Statement[] {
  const { knowledge, text, sentence } = view;
  let holder: string | undefined;
  return statements.map((told, i) => {
    const before = statements[i - 1];
    const from = before?.quantity.end ?? sentence.start;
    const between = withoutTimes(view, from, told.quantity.start);
    const { HAS, HOLDER, PARTS } = patternsOf(knowledge);
    const { who, has } = HAS.exec(between)?.groups ?? {};
    // "Toàn tỉnh có: 203 hợp tác xã": behind a colon it is no head of a list.
    const one = {
      ...told,
      indicator: who === undefined ? told.indicator : told.indicator.replace(HOLDER, ''),
      heads: told.heads.filter((head) => !HOLDER.test(`${head} `)),
    };
    const joined = before !== undefined && who === undefined && JOINED.test(text.slice(from, one.quantity.start));
    const bare = isBareCount(knowledge, one, joined && holder !== undefined);
    if (who !== undefined && bare) holder = `${who.replace(/\s+/gu, ' ').trim()} ${has}`;
    else if (!joined || PARTS.test(between)) holder = undefined;
    return holder === undefined || !bare ? told : { ...one, indicator: `${holder} ${one.indicator}` };
  });
}

/** Nothing but a joint between two counts of a row. */
const JOINED = /^[^.]{0,60}(?:[,;:]|\s(?:và|cùng))\s+(?:\p{L}+\s+)?$/iu;

function isBareCount(knowledge: Knowledge, { indicator, quantity, heads: under }: Statement, joined: boolean): boolean {
  const noun = countedNoun(knowledge, quantity);
  if (isShare(quantity) || noun === '' || under.length > 0) return false;
  if (indicator.toLowerCase() !== noun.toLowerCase()) return false;
  const words = noun.split(/\s+/u).length;
  const head = headWords(knowledge, noun);
  return joined ? words <= LONGEST_JOINED : head === words || (head === 0 && words <= LONGEST_NAME);
}

/** The words of a range with its times blanked out. */
function withoutTimes({ text, times }: SentenceView, from: number, to: number): string {
  let words = '';
  let at = from;
  for (const { start, end } of times) {
    if (start < at || end > to) continue;
    words += `${text.slice(at, start)},`;
    at = end;
  }
  return words + text.slice(at, to);
}

/** What is counted, without whose it is: "HTX" of "toàn tỉnh có HTX". */
export const withoutHolder = (knowledge: Knowledge, words: string): string =>
  words.replace(patternsOf(knowledge).HOLDER, '');
