import { built, type Knowledge } from '../../knowledge/knowledge.ts';
import type { StatementWordMeaning } from '../../knowledge/word-tables.ts';
import { figurePhrases } from '../../language/figure-phrases.ts';
import { vi, viMeaning, viPart, viWords } from '../../language/pattern.ts';
import { shareWords } from '../../language/shares.ts';
import { verbs } from '../../language/verbs.ts';

/** The tables that patterns of statements are made of. */
export const STATEMENT_TABLES = [
  'clauseWords',
  'compounds',
  'countedParts',
  'documentKinds',
  'duties',
  'figures',
  'measures',
  'officeWords',
  'placeKinds',
  'statementWords',
  'timeWords',
  'verbs',
] as const;
type Tables = Pick<Knowledge, (typeof STATEMENT_TABLES)[number]>;

/** The words of statements that have one of the meanings, as a part of patterns. */
export const saying =
  ({ statementWords }: Pick<Knowledge, 'statementWords'>) =>
  (...meanings: readonly StatementWordMeaning[]) =>
    viMeaning(statementWords, ...meanings);

/** What several patterns of statements have in common. */
export const phrasesOf = built(STATEMENT_TABLES, (tables: Tables) => {
  const say = saying(tables);
  const figures = figurePhrases(tables);
  const { CHANGES, LINKS, STATES } = verbs(tables);
  const { BEGINS } = shareWords(tables);
  const clause = tables.clauseWords;
  const times = (...meanings: readonly Tables['timeWords'][number]['means'][number][]) =>
    viMeaning(tables.timeWords, ...meanings);
  const PLACE_KIND = viWords(tables.placeKinds);
  return {
    say,
    times,
    ...figures,
    CHANGES,
    LINKS,
    STATES,
    /** "tỷ lệ", "tỷ trọng" */
    RATIO: BEGINS,
    PLACE_KIND,
    /** "toàn tỉnh", "cả nước" */
    WHOLE_PLACE: viPart`${say('whole-of')} (${say('realm')}|${PLACE_KIND})`,
    /** A place or a field of work, however it is named. */
    PLACE: viPart`(${PLACE_KIND}|${say('land')}|${say('locale')})`,
    /** "bình quân", "trung bình" */
    MEAN: say('mean'),
    /** What a plan sets, or what else a figure may be held against, tasks left out. */
    HELD: viWords(clause.filter(({ plan }) => plan !== undefined && plan !== 'task')),
    /** "trên tổng số", "dân số": what a share is of. */
    SHARED: viWords(clause.filter(({ behind }) => behind === 'share')),
    /** Behind a share: what was planned. */
    OF_PLAN: vi`^\s*(${say('against')}\s+)?(${figures.SCHEME}|chỉ\s+tiêu)(?!\p{L})`,
    /** "cao hơn", "chậm": how a figure differs from what it is held against. */
    DIFFERS: viWords(clause.filter(({ differs }) => differs)),
    /** Nouns with which a measure begins, or its words may. */
    WHOLES: viWords(tables.measures.filter(({ begins, opens }) => begins || opens)),
    /** What is done with what is counted, by the words that begin a counted noun. */
    MADE: viWords(tables.figures.counted.verbs.map((word) => ({ word }))),
    /** What is counted. */
    COUNTED: viWords(tables.figures.counted.heads.map((word) => ({ word }))),
    /** "… tăng": a measure that ends with how its figure changes. */
    ENDS_WITH_CHANGE: vi`\s${say('up-down')}$`,
    /** "tương đương với", "tức là" */
    EQUAL: viPart`(${say('that-is')} (là)?|${say('equals')})( (với|là))?`,
    /** "tốc độ tăng trưởng" */
    GROWTH_RATE: viPart`${say('rate-of')} tăng( trưởng)?`,
  };
});
