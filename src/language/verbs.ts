import { built, type Knowledge } from '../knowledge/knowledge.ts';
import { viPart, viWords } from './pattern.ts';

type Verbs = Knowledge['verbs'];
const having = (rows: Verbs, field: keyof Verbs[number]) => viWords(rows.filter((row) => row[field] !== undefined));

/** Verbs of plans and of what is done with what they hold. */
const ofPlans = (rows: Verbs) => ({
  /** What is done to a plan makes what it holds an aim: "thông qua", "ban hành"; those that may govern a measure too. */
  DECIDES: viWords(rows.filter(({ plans }) => plans === 'settles' || plans === 'sets')),
  SETTLES: viWords(rows.filter(({ plans }) => plans === 'settles')),
  /** The same, and how a plan comes about. */
  PLANS: viWords(rows.filter(({ plans }) => plans !== undefined && plans !== 'hears')),
  /** What a meeting does with its papers. */
  HEARS: viWords(rows.filter(({ plans }) => plans === 'settles' || plans === 'hears')),
  /** Behind a verb that goes on, they tell how things were. */
  GOES_ON: having(rows, 'goesOn'),
  TREATS: having(rows, 'treats'),
  GIVES: having(rows, 'gives'),
});

/** Verbs by what they say of a measure, as parts of patterns. */
export const verbs = built(['verbs'], ({ verbs: rows }) => {
  const UP = viWords(rows.filter(({ change }) => change === 'up'));
  const DOWN = viWords(rows.filter(({ change }) => change === 'down'));
  const KEEPS = having(rows, 'keeps');
  const CHANGES = viPart`${UP}|${DOWN}`;
  const LEVEL = viWords(rows.filter(({ states }) => states === 'level' || states === 'equal'));
  const MOVES = having(rows, 'moves');
  const ARRIVAL = having(rows, 'arrives');
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
    COMPLETES: having(rows, 'completes'),
    AIMS: having(rows, 'aims'),
    /** Those that open what is aimed at: "phấn đấu", "bảo đảm". */
    STRIVES: viWords(rows.filter(({ aims, opens }) => aims && opens)),
    /** They aim wherever they stand: "phấn đấu". */
    AIMS_ALWAYS: viWords(rows.filter(({ aims, aimsOrTells }) => aims && !aimsOrTells)),
    /** With a subject before it, such a verb only tells how things went on: "kinh tế tiếp tục tăng". */
    AIMS_OR_TELLS: having(rows, 'aimsOrTells'),
    OPENS: having(rows, 'opens'),
    TURNS: having(rows, 'turns'),
    /** With these a body gives itself or others an aim: "đề ra", "xác định". */
    SETS: having(rows, 'sets'),
    ...ofPlans(rows),
    /** Before the verb of what is done, they say but how it is gone about: "tập trung". */
    SETS_ABOUT: having(rows, 'setsAbout'),
    DOES: having(rows, 'does'),
    PREDICATE: having(rows, 'predicate'),
  };
});
