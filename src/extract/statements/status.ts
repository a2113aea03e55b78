import { built, type Knowledge } from '../../knowledge/knowledge.ts';
import { documentKinds } from '../../language/document-kinds.ts';
import { compoundsOf } from '../../language/figure-phrases.ts';
import { vi, viAll, viPart, viWords } from '../../language/pattern.ts';
import { verbs } from '../../language/verbs.ts';
import { lastPlaces } from '../mentions/engine/candidates.ts';
import { phrasesOf, STATEMENT_TABLES } from './phrases.ts';

type Tables = Pick<Knowledge, (typeof STATEMENT_TABLES)[number]>;

/** Parts of the patterns below. */
const partsOf = (tables: Tables) => {
  const verb = verbs(tables);
  const { AIM, MEASURE, PAPER, PLAN, SOME, TASK, say, times } = phrasesOf(tables);
  const { NOW: COMPOUND } = compoundsOf(tables);
  const { clauseWords } = tables;
  const MET_WORDS = viWords(clauseWords.filter(({ met }) => met));
  const PLANS = viPart`(${documentKinds(tables).NAMED_WITH_A_YEAR}|${TASK}|${AIM})(?! (đã|này))`;
  /** Between what is done about a plan and the plan. */
  const LEADS_ON = viPart`(\s(${verb.PLANS}|${SOME}|${PAPER}|${TASK}|và|về|việc|bản)){0,3}\s`;
  /** "được bảo đảm", "tiếp tục tăng", "đảm bảo theo kế hoạch": how things are, where a subject stands before it. */
  const TELLS = say('tells');
  return {
    TELLS,
    /**
     * "hiện cả nước có", "đang là": not the "hiện" of "thực hiện" or "hiện đại", of "số đối tượng hiện có và …", which says which are
     * meant, or of "tỷ lệ hiện mắc", a rate.
     */
    NOW: viPart`(?!${COMPOUND})hiện(?<!${COMPOUND})(?!\scó(?=\s?[,;.:)]|\s${say('goes-over')}(?!\p{L})))|đang (là|có|ở)`,
    /** Something is to be done to what is measured: "nâng tỷ lệ hộ đã …", where the word that reports says which are meant. */
    ORDERED: viPart`(^|[.;:,–-]\s*)(${verb.MOVED}|${verb.KEEPS}|${say('looks-after')}) (${say('well')})? (${MEASURE}|quỹ|toàn bộ)(?!\p{L})[^,;:.]{0,120}`,
    /** "tại các xã đã đạt chuẩn": it says which are meant. */
    WHICH: viPart`(?<!\p{L})(${say('of-which')}) (các|những|số) (\p{L}+\s+){1,3}`,
    /** "đạt và vượt các chỉ tiêu", "so với mục tiêu": what was aimed at once is only what is compared with. */
    REACHED: viPart`(đạt|${verb.COMPLETES}|${MET_WORDS})( (${MET_WORDS}|${say('met-with')}|[\d.,/]+(\s?%)?)){0,5}\s+`,
    /** A clause begins that has no subject: what its first verb says is to be done. */
    CLAUSE: viPart`^|[,;:.()–•+-]|(?<!\p{L})(${viWords(clauseWords.filter(({ opens }) => opens))}|${verb.SETS_ABOUT}|nhằm)`,
    /** "chỉ tiêu chưa đạt", "các chỉ tiêu đều vượt kế hoạch": told of an aim, not by it. */
    MET: viPart` (${say('misses')}|(chưa|không) thực hiện được|((đều|${TELLS}) )*(${verb.COMPLETES}|(đạt|${say('passes')})( và (${say('passes')}|${verb.COMPLETES}))?(?= (${PLAN}|so với|mức|yêu cầu)|\s?[,.;)]|$))|((${PAPER}|${say('aim-told')}) )*((${TELLS}|đều) )*((đạt|${say('passes')}) ${say('to-level')}(?!\p{L}| hơn)|được ${verb.COMPLETES}(?=\s?[,;]|$)|nổi bật(?!\p{L})))`,
    /** What is set: "đề ra 13 chỉ tiêu", not the "đề ra" of "nhiệm vụ đề ra từ đầu năm". */
    SET: viPart`(${SOME}|\d|${PLAN}|mức|là(?!\p{L})|:)`,
    /** What is done about a plan when it is made: what it holds is still to be done. */
    DECIDED: viPart`${verb.DECIDES}${LEADS_ON}${PLANS}`,
    /** "đã thông qua Nghị quyết về …": what such a plan sets is still to be done. */
    SET_OUT: viPart`${verb.PLANS}${LEADS_ON}${PLANS}`,
    /** "Đại hội thống nhất mức tăng trưởng 7,5%/năm": who decides upon a measure sets it. */
    SETTLED: viPart`${verb.SETTLES} ${SOME}? ${viWords(tables.measures.filter(({ begins }) => begins))}`,
    /** "Đại hội xác định đến năm 2030, …", "… trong nhiệm kỳ 2025 - 2030": by when somebody sets something. */
    FUTURE: viPart`(${times('to')} (hết|${times('part')})? năm|(trong|cho)? ${times('stage')}) 20\d\d(\s?[-–]\s?20\d\d|(?!\s?[-–]))(?!\s(là|còn|có) )`,
  };
};

const placesOf = built(STATEMENT_TABLES, (tables) => {
  const { CLAUSE, DECIDED, FUTURE, MET, NOW, ORDERED, REACHED, SET, SETTLED, TELLS, WHICH } = partsOf(tables);
  const { AIMS_ALWAYS, AIMS_OR_TELLS, DECIDES, DOES, GOES_ON, TREATS } = verbs(tables);
  const { LISTS, PAPER, PLAN, say } = phrasesOf(tables);
  const { ESTIMATE } = compoundsOf(tables);
  const words = (...kinds: readonly string[]) =>
    viWords(tables.clauseWords.filter(({ status }) => status !== undefined && kinds.includes(status)));
  return lastPlaces([
    // Words that report: what they govern is reached already. They stand before the figure.
    viAll`(?<![\p{L}\p{N}])(đã(?<!${ORDERED}đã)(?<!${WHICH}đã)(?! (được)? (${say('laid-before')}|phê duyệt(?! (${DOES}|hỗ trợ)))| qua ${TREATS})|(?!(?<=so (với)? )${say('former')})${words('reached', 'now')}|(?=hiện|đang)${NOW}(?<!${ORDERED}hiện))`,
    // Words that report even among aims.
    viAll`(?<![\p{L}\p{N}])((?!(?<=so (với)? )${say('former')})${words('now')}|(?=hiện|đang)${NOW}(?<!${ORDERED}hiện))`,
    // Words that aim: what follows them is still to be done. Looking ahead for them first spares looking behind at every word.
    viAll`(?<![\p{L}\p{N}])((?=${words('aim')})(?<!${REACHED})${words('aim')}(?!${MET})|(?=đề ra)(?<!${PLAN}\s+(đã\s+)?)đề ra (?=${SET})|(?=${DECIDES})(?<!(được|\d (${PAPER}|${documentKinds(tables).NAMED_WITH_A_YEAR})) )${DECIDED}(?=[^.;]{0,160}(:|,? (với|theo đó|${LISTS})(?!\p{L})))|${SETTLED}|(?=xác định)(?<!(được|${say('finds')}) )xác định (rằng)? ${FUTURE}|${AIMS_ALWAYS}|(?=${AIMS_OR_TELLS})(?<=${CLAUSE}\s*)${AIMS_OR_TELLS}|(?=${AIMS_OR_TELLS})(?<!${TELLS}\s+)${AIMS_OR_TELLS}(?! (${GOES_ON}|theo|${say('assured')})))`,
    // A sentence about the whole stretch of time that has passed makes the rest of its paragraph a report.
    viAll`${words('passed')}`,
    // "năm nay ước đón 2 triệu lượt", "lũy kế đạt 40 xã", "9 tháng đầu năm" report; "đặt mục tiêu … ước đạt", "thành lập mới …, lũy kế có 120 hợp tác xã" aim.
    viAll`(?<![\p{L}\p{N}])(${words('summed')}|(?=ước)(?!${ESTIMATE})ước(?<!${ESTIMATE})(?![\p{L}\p{N}]))`,
  ]);
});

const sentencesOf = built(STATEMENT_TABLES, (tables) => {
  const { AIM, BOUND, LISTS, SCHEME, SOME, say, times } = phrasesOf(tables);
  const { COMPLETES, DECIDES, LEVEL } = verbs(tables);
  return {
    /** Held against a plan or the year before, a figure is one that was reached. */
    HELD_AGAINST: vi`(?<!${times('each')} năm )(${LEVEL}|${say('passes')}|,\s*${COMPLETES}) ${BOUND}? [\d.,]+\s?% (${say('against')})? (${SCHEME}|chỉ tiêu)|${say('former')}`,
    /** "cao hơn so với mục tiêu của nghị quyết là 40%": what is compared with is stated itself. */
    AIM_STATED: vi`${AIM}(?<!(đạt|${COMPLETES}|kết quả|thực hiện) ((${SOME}|được) )?${AIM})(?! (đã|này))[^,;:()]{0,120}\slà\s+$`,
    SET_OUT: vi`${partsOf(tables).SET_OUT}`,
    /** The words behind one that sets out a plan go on with what stands in it. */
    FOLLOWS: vi`^(theo đó|${LISTS}|${AIM}|(theo)? ${documentKinds(tables).DATED} (này)? (${DECIDES}|nêu))`,
    DISBURSED: vi`${say('disburses')}`,
    YEAR_BEFORE: vi`${say('former')}`,
    OUTCOME: vi`\s*,? ${say('lays')} ${say('groundwork')}`,
  };
});
const WHOLE_OF_PLAN = /(?<![\d.,])100(?:,0+)?\s?%/gu;

/**
 * Whether a sentence that aims at nothing tells by what it compares with that its figures were reached.
 *
 * @param afterAims what stands before it sets aims
 */
// What brackets say of aims is said by the way: "(chỉ tiêu kế hoạch là 3,88%)".
export function heldAgainst(knowledge: Knowledge, sentence: string, afterAims = false): boolean {
  const { DISBURSED, HELD_AGAINST, YEAR_BEFORE } = sentencesOf(knowledge);
  return (
    // Among aims, the whole of a plan is one more: "thu ngân sách đạt 100% dự toán".
    HELD_AGAINST.test(afterAims ? sentence.replace(WHOLE_OF_PLAN, ' ') : sentence) &&
    // What is disbursed is always a share of what was planned: "giải ngân đạt trên 95% kế hoạch được giao" is an
    // aim too, where the year before is not what it is held against.
    (!DISBURSED.test(sentence) || YEAR_BEFORE.test(sentence)) &&
    (placesOf(knowledge)(withoutClosedBrackets(sentence))[2] ?? -1) < 0
  );
}

/** The text with its brackets blanked out, offsets unchanged; one that is still open stays. */
const withoutClosedBrackets = (text: string): string =>
  text.replace(/\([^()]*\)/gu, (inside) => ' '.repeat(inside.length));

/**
 * Whether a sentence goes on with what a plan sets that the text before it tells to have been issued: "Tỉnh đã ban hành kế hoạch …
 * Theo đó, …".
 */
export function tellsOfPlan(knowledge: Knowledge, before: string, sentence: string): boolean {
  const { SET_OUT, FOLLOWS } = sentencesOf(knowledge);
  return FOLLOWS.test(sentence) && SET_OUT.test(before) && !OF_TOTAL.test(before);
}
/** "Có 55/63 địa phương ban hành kế hoạch": what so many have done is a result, and no plan. */
const OF_TOTAL = /(?<![\p{L}\d/])\d{1,4}\s?\/\s?\d{1,4}\s\p{Ll}/u;

export type Status = 'target' | 'result';

/**
 * What the words before a figure, or a sentence without one, say themselves of what stands in them: the last word that reports or aims
 * decides. Undefined where none does.
 *
 * @param before the sentence up to the figure
 * @param aimed the section sets aims: there, "đã" only tells how a thing came about
 */
export function statusSaid(knowledge: Knowledge, before: string, aimed: boolean): Status | undefined {
  // What brackets say of aims is said by the way; what they report tells of the rest too, where nothing is aimed at.
  const open = withoutClosedBrackets(before);
  const aside = open.lastIndexOf('(');
  const inside = aside < 0 ? undefined : statusSaid(knowledge, open.slice(aside + 1), aimed);
  if (inside !== undefined) return inside;
  if (sentencesOf(knowledge).AIM_STATED.test(open)) return 'target';
  const places = placesOf(knowledge)(open);
  const [own = -1, now = -1, aims = -1, on = -1, estimates = -1] = places;
  const [all = -1, , aimsOfAll = -1] = open === before ? places : placesOf(knowledge)(before);
  const any = all > aimsOfAll ? all : own;
  const reports = aimed ? now : any;
  if (reports < 0 && aims < 0) return on >= 0 || (!aimed && estimates >= 0) ? 'result' : undefined;
  return reports > aims ? 'result' : 'target';
}

/**
 * A sentence without a figure, up to what comes of it: "Kinh tế đạt nhiều kết quả, tạo tiền đề để phấn đấu hoàn thành mục tiêu" reports.
 */
export const withoutOutcome = (knowledge: Knowledge, sentence: string): string => {
  const at = sentencesOf(knowledge).OUTCOME.exec(sentence)?.index ?? -1;
  return at > 0 ? sentence.slice(0, at) : sentence;
};

/**
 * Whether a sentence that names no aim tells how things went: "tình hình có nhiều chuyển biến". A story reports where nothing else has
 * been said yet.
 */
export const assesses = (knowledge: Knowledge, sentence: string): boolean =>
  assessmentsOf(knowledge).test(sentence) && (placesOf(knowledge)(withoutClosedBrackets(sentence))[2] ?? -1) < 0;
const assessmentsOf = built(
  ['clauseWords'],
  ({ clauseWords }) => vi`${viWords(clauseWords.filter(({ status }) => status === 'assessed'))}`,
);

/** Whether a sentence that names no aim says what a place or body is, or what it has: "Tân Lập là xã miền núi, có 1.253 hộ". */
export const describes = (knowledge: Knowledge, sentence: string): boolean =>
  descriptionsOf(knowledge).test(sentence) && statusSaid(knowledge, sentence, false) !== 'target';
const descriptionsOf = built(
  ['clauseWords'],
  ({ clauseWords }) => vi`${viWords(clauseWords.filter(({ status }) => status === 'described'))}`,
);
