import { built } from '../knowledge/knowledge.ts';
import { viPart, viWords } from './pattern.ts';

/** What several rules read around a figure, as parts of patterns. */
export const figurePhrases = built(['clauseWords', 'countedParts', 'figures', 'measures'], (tables) => {
  const { clauseWords, measures } = tables;
  const { before, links } = tables.figures.comparators;
  const bounds = Object.values(before).flat();
  return {
    /** Words of comparison ("trên", "ít nhất", "không quá"), and of the mean. */
    BOUND: viPart`${bounds}|bình quân|trung bình`,
    /** Those and the words that may stand between them and a number: "là trên", "ở mức dưới". */
    LINKED: viPart`${[...bounds, ...links]}|bình quân|trung bình`,
    /** No more than that. */
    AT_MOST: viPart`${[...(before['<'] ?? []), ...(before['<='] ?? [])]}`,
    /** "mục tiêu", "chỉ tiêu" */
    AIM: viWords(clauseWords.filter(({ plan }) => plan === 'aim')),
    /** "nhiệm vụ", "phương hướng" */
    TASK: viWords(clauseWords.filter(({ plan }) => plan === 'task')),
    /** "nghị quyết", "đề án" */
    PAPER: viWords(tables.countedParts.filter(({ counts }) => counts === 'papers')),
    /** What a figure that was reached is held against: "kế hoạch", "dự toán", aims too. */
    PLAN: viWords(clauseWords.filter(({ plan }) => plan !== undefined)),
    /** "kế hoạch", "nghị quyết", and no more: "nhiệm vụ", "tiến độ" are themselves counted. */
    SCHEME: viWords(clauseWords.filter(({ plan }) => plan === 'scheme')),
    /** "gồm", "trong đó", "cụ thể" */
    LISTS: viWords(clauseWords.filter(({ lists }) => lists)),
    /** Some or all of what a plural noun names. */
    SOME: viPart`các|những|một số|nhiều`,
    /** Nouns for what is measured, wherever they stand. */
    MEASURE: viWords(
      measures.filter(({ begins, opens, heads, property, lasts }) => begins || opens || heads || property || lasts),
    ),
    /** Nouns for parts of a whole: "tỷ lệ", "tỷ trọng". */
    SHARE: viWords(measures.filter(({ share }) => share)),
    /** "Tốc độ", "tỷ lệ": a verb of change behind them may be part of their name. */
    OF_CHANGE: viWords(measures.filter(({ change }) => change !== undefined)),
  };
});

/** Words in which one that tells something is but a syllable. */
export const compoundsOf = built(['compounds'], ({ compounds }) => {
  const words = (kind: (typeof compounds)[number]['of']) => viWords(compounds.filter(({ of }) => of === kind));
  return {
    NOW: words('hiện'),
    ESTIMATE: words('ước'),
    KEEP: words('giữ'),
    MORE: words('thêm'),
    CHANGE: words('change'),
  };
});
