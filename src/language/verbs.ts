import { built } from '../knowledge/knowledge.ts';
import { viPart, viWords } from './pattern.ts';

/** Verbs by what they say of a measure, as parts of patterns. */
export const verbs = built(['verbs'], ({ verbs: rows }) => {
  const UP = viWords(rows.filter(({ change }) => change === 'up'));
  const DOWN = viWords(rows.filter(({ change }) => change === 'down'));
  const KEEPS = viWords(rows.filter(({ keeps }) => keeps));
  const CHANGES = viPart`${UP}|${DOWN}`;
  const LEVEL = viWords(rows.filter(({ states }) => states === 'level' || states === 'equal'));
  const MOVES = viWords(rows.filter(({ moves }) => moves));
  const ARRIVAL = viWords(rows.filter(({ arrives }) => arrives));
  return {
    UP,
    DOWN,
    KEEPS,
    /** Up or down. */
    CHANGES,
    /** Those that change more than can be measured too. */
    CHANGES_AT_ALL: viPart`${CHANGES}|${viWords(rows.filter(({ change }) => change === 'unmeasured'))}`,
    /** Up, down, or where the words behind it say: "đưa". */
    MOVED: viPart`${CHANGES}|${viWords(rows.filter(({ change }) => change === 'either'))}`,
    EITHER: viWords(rows.filter(({ change }) => change === 'either')),
    /** Say how much there is: "đạt", "còn", "là". */
    STATES: viWords(rows.filter(({ states }) => states !== undefined)),
    /** Only those that say what level is reached, never by how much: "đạt", "còn". */
    LEVEL,
    /** Without those that may be the end of a noun. */
    STATES_ALONE: viWords(rows.filter(({ states }) => states === 'level' || states === 'amount')),
    /** "xuống", "lên" */
    MOVES,
    /** A figure behind it is where the measure is to arrive: "xuống", "đến", "đạt". */
    ARRIVES: viPart`${LEVEL}|${MOVES}|${ARRIVAL}`,
    /** "đến", "tới" */
    ARRIVAL,
    /** Alone between a measure and its figure, they are no measure. */
    LINKS: viWords(rows.filter(({ links, states, moves, arrives }) => links || states || moves || arrives)),
    /** Belong to the figure right behind them. */
    GOVERNS: viPart`${CHANGES}|${KEEPS}|${viWords(rows.filter(({ change, completes }) => completes || change === 'unmeasured'))}`,
    COMPLETES: viWords(rows.filter(({ completes }) => completes)),
    AIMS: viWords(rows.filter(({ aims }) => aims)),
    /** They aim wherever they stand: "phấn đấu". */
    AIMS_ALWAYS: viWords(rows.filter(({ aims, aimsOrTells }) => aims && !aimsOrTells)),
    /** With a subject before it, such a verb only tells how things went on: "kinh tế tiếp tục tăng". */
    AIMS_OR_TELLS: viWords(rows.filter(({ aimsOrTells }) => aimsOrTells)),
    OPENS: viWords(rows.filter(({ opens }) => opens)),
    TURNS: viWords(rows.filter(({ turns }) => turns)),
    /** With these a body gives itself or others an aim: "đề ra", "xác định". */
    SETS: viWords(rows.filter(({ sets }) => sets)),
    /** Before the verb of what is done, they say but how it is gone about: "tập trung". */
    SETS_ABOUT: viWords(rows.filter(({ setsAbout }) => setsAbout)),
    DOES: viWords(rows.filter(({ does }) => does)),
    PREDICATE: viWords(rows.filter(({ predicate }) => predicate)),
  };
});
