import { built, type Knowledge } from '../../knowledge/knowledge.ts';
import type { SectionRole } from '../../knowledge/word-tables.ts';
import { headWords } from '../../language/counted-nouns.ts';
import { isMoney } from '../../language/money.ts';
import { vi, viMeaning, viPart, viWords } from '../../language/pattern.ts';
import type { Range } from '../../language/sentences.ts';
import { verbs } from '../../language/verbs.ts';
import type { MentionOf } from '../../model/mention.ts';
import type { Matter } from '../document/matter.ts';
import { saysHowOften } from '../mentions/quantities/measure.ts';
import { definesKind, runsFrom } from './criteria.ts';
import { OF_WHICH } from './of-which.ts';
import { phrasesOf, STATEMENT_TABLES } from './phrases.ts';
import { vocabularyOf } from './vocabulary.ts';

/** Whose task something is, who was there, and what a meeting dealt with. */
const whoOf = (tables: Pick<Knowledge, (typeof STATEMENT_TABLES)[number]>) => {
  const { AIMS, HEARS, STRIVES } = verbs(tables);
  const { PAPER, PLACE_KIND: PLACE, say } = phrasesOf(tables);
  const OFFICE = say('office');
  const TAKES_PART = viMeaning(tables.officeWords, 'takes-part');
  return {
    BODIES: vi`^(${PLACE}|${OFFICE}|${say('locale')}|trường)(?!\p{L})`,
    /** "các phòng, ban và 12 xã, thị trấn tập trung …", "lãnh đạo 34 tỉnh": who is to do it, or was there. */
    WHO: vi`(${TAKES_PART}|các ${OFFICE})(?!\p{L})[^.;:\d%]{0,60}$`,
    DOES: vi`^\s*(,\s*${PLACE}\s+)?((${viMeaning(tables.duties, 'acts')}|${AIMS}|${say('takes-part')}|(tham )?dự)(?!\p{L}))`,
    /** "Dự họp có lãnh đạo 34 tỉnh." */
    PEOPLE_OF: vi`${TAKES_PART}([\s,]+\p{L}+){0,6}[\s,]*$`,
    ENDS: vi`^\s*(,\s*${PLACE})?[\s.,]*$`,
    AIMED: vi`${STRIVES}(?!\p{L})[^.;]*$`,
    /** "Kỳ họp đã thông qua 5 nghị quyết": what a meeting dealt with. */
    MEETING: vi`${viMeaning(tables.officeWords, 'meets')}[^,.;:]{0,60}$`,
    DEALT_WITH: vi`${HEARS}( (${HEARS}|${PAPER}|và|các|tổng số))*\s+$`,
    PAPERS: vi`^${PAPER}`,
    /** "bỏ phiếu tín nhiệm đối với 12 người": people and papers of a vote. */
    VOTED: vi`${viMeaning(tables.officeWords, 'votes')}`,
    VOTES: vi`^(${say('number-of')})?\s*${say('voting')}(?!\p{L})`,
  };
};

/** Of a document that is cited by its number: "Quyết định số 12/QĐ-UBND về hỗ trợ 40 xã". */
const citedOf = (tables: Pick<Knowledge, 'documentKinds' | 'verbs'>): RegExp => {
  const { LEVEL, AIMS } = verbs(tables);
  return vi`${viWords(tables.documentKinds)}( số)?\s+\d{1,5}[^\s;]*(?![^;]*?\s(${LEVEL}|${AIMS})\s)[^;]*?\s(về|v/v)\s[^,;]*$`;
};

const patternsOf = built(STATEMENT_TABLES, (tables) => {
  const { clauseWords, measures, countedParts } = tables;
  const verb = verbs(tables);
  const { AIM, BOUND, SHARE, SOME, say, times } = phrasesOf(tables);
  const byYear = viPart`(${times('to', 'in')}|hết)\s+(hết|${times('part')})?\s*năm\s+20\d\d`;
  type Part = (typeof countedParts)[number];
  const counted = (kind: Part['counts']) => viWords(countedParts.filter(({ counts }) => counts === kind));
  const holding = (kind: Part['holds']) => viWords(countedParts.filter(({ holds }) => holds === kind));
  return {
    /** Money that is spent is no target; money that is raised, earned or produced is. */
    RAISED: vi`${viWords(measures.filter(({ raised }) => raised))}`,
    /** "Đối với đơn vị có tỷ lệ … dưới 30% thì …": the figure tells whom a measure covers. */
    COVERS: vi`^${viWords(clauseWords.filter(({ covers }) => covers))}`,
    /** "Đạt 100% được cộng 05 điểm, đạt dưới 90% không cộng điểm": what earns points in a competition. */
    SCORED: vi`${viWords(clauseWords.filter(({ scores }) => scores))}(\s+(${BOUND}|${say('at-once')}))*(\s+\d+([.,]\d+)?)?\s+điểm(?!\s+phần\s+trăm)`,
    DURATION_MEASURED: vi`${viWords(measures.filter(({ lasts }) => lasts))}|${verb.DOWN}`,
    /** Counts that speak of the text or of its making, not of the world. */
    OF_THE_TEXT: vi`^${counted('text')}`,
    /** "với tốc độ 1 Gb/s": a property of what is measured, not the measure. */
    ATTRIBUTE: vi`(với|có) ${viWords(measures.filter(({ property }) => property))}( ${BOUND})*\s*$`,
    /** "xe ô tô 7 chỗ", "nhà 3 tầng": which kind of thing is meant. */
    KIND_OF: vi`${holding('parts')} (từ|trên|dưới)? $`,
    PARTS: vi`^${counted('parts')}`,
    /** "nhóm từ 30 hộ trở lên", "thôn dưới 100 hộ": a bound behind the name of a body says which of them. */
    HOLDER: vi`${holding('members')} (có)? $`,
    MEMBERS: vi`^${counted('members')}`,
    /** Something happens to the measure, or is told of it. */
    OF_CHANGE: vi`(${verb.CHANGES}|${verb.LEVEL}|${verb.MOVES}|gấp|hơn)\s`,
    /** "tại 04 mô hình": a count of things that are there already only says where. */
    OF_KNOWN_THINGS: vi`(${say('within')}|ở(?<!(${verb.KEEPS}|ổn định|giữ|dừng) ở)|${say('there')})\s+$`,
    /** "giao 7.400 lao động cho 18 huyện, thành phố": to whom a figure is given, no figure of its own. */
    GIVEN_TO: vi`${verb.GIVES}(?!\p{L})[^.;:]{0,100}\d([.,]\d|[^.;:]){0,100}\scho (các|cả|toàn bộ)?\s*$`,
    /** "giá trị sản phẩm trên 1 ha đạt 250 triệu đồng": of how much, no bound. */
    PER_ONE: vi`${viWords(measures.filter(({ perOne }) => perOne))}(?!\p{L})[^.;,\d]{0,80}$`,
    ...whoOf(tables),
    /** "Danh mục 25 dự án": what a list holds. */
    LISTED: vi`${holding('list')}( gồm)?\s+$`,
    /** "cuộc vận động mỗi cặp vợ chồng sinh đủ 2 con": the name of a campaign. */
    CAMPAIGN: vi`${holding('slogan')}\s[^.;,:]{0,50}$`,
    /** "bản" is a village, and a copy: "in 500 bản", "gửi 02 bản". */
    COPIES: vi`${holding('copies')}\s+(\p{L}+\s+){0,3}$`,
    /** "01 bản gửi Sở", "02 bản lưu": copies by what becomes of them. */
    COPY: vi`^${counted('copies')}`,
    /** "tại các xã có tỷ lệ hộ nghèo trên 25%": which communes, where what happens there is told behind it. */
    WHOSE_SHARE: vi`(các|những|${say('within')}|ở|đối với)\s[^,;:.]{0,60}\scó ${SHARE}\s[^,;:.\d]{0,60}$`,
    /** "đạt 26% so với kế hoạch trồng 50 triệu cây" */
    COMPARED_WITH: vi`so với (kế hoạch|dự toán|${AIM})(?!\p{L})((?! (và )?(${verb.LEVEL}|${verb.CHANGES}) )[^.;,()]){0,80}$`,
    /** "các dân tộc dưới 10 nghìn người", "những xã trên 500 hộ": right behind a plural noun, a bound says which of them. */
    WHICH: vi`(${SOME}|mọi)(\s\p{L}+){1,5}?\s(có\s)?$`,
    /** "Vận tải hàng hóa đạt 600 tỷ đồng, tăng 7%": what is reached and grows is earned, whatever it is called. */
    EARNED: vi`(^|[\s,;:])(ước\s+)?đạt\s+(${BOUND}\s+)*[\d.,]+\s((nghìn|ngàn)\s)?(tỷ|tỉ|triệu)[^,;.()]{0,8}[,(\s]+(${say('up-down')}|bằng|chiếm)\s`,
    OF_VOTES: vi`\sphiếu\s\((${say('equals')}|chiếm|đạt|bằng)?[\s\p{L}]{0,12}$`,
    AIMS_AT: vi`${say('aims-plainly')}`,
    /** A year by which, or in which, something is to be so. */
    BY_YEAR: vi`${byYear}`,
    FOR_YEARS: vi`${times('stage')}\s+20\d\d\s?[-–]\s?20\d\d`,
    CITED: citedOf(tables),
    /** Money that goes out. */
    SPENT: vi`${viWords(measures.filter(({ spent }) => spent))}|dự toán(?<!(so (với)?|[\d.,] ?%|vượt|${verb.LEVEL}) dự toán)`,
  };
});
const TIME_UNITS: ReadonlySet<string> = new Set(['day', 'hour', 'month', 'year']);

/** The clause that a figure stands in. */
const OWN_CLAUSE = /[^;]*$/u;

/** A quotation mark before it is still open. */
const quoted = (before: string): boolean =>
  count(before, /“/gu) > count(before, /”/gu) || count(before, /"/gu) % 2 === 1;

const count = (text: string, mark: RegExp): number => text.match(mark)?.length ?? 0;

/** "205.000.000 đồng (Bằng chữ: Hai trăm linh năm triệu đồng)" */
const SPELLED = /(?<!\p{L})bằng\s+chữ(?!\p{L})[^()]*$/iu;

/** "(10 ngày x 40.000 đồng/giờ) x 10 hồ sơ/năm": what a sum is worked out from. A power of ten is part of its figure. */
const TIMES_BEFORE = /(?:[\d)%]\s*|\p{L}\s+)[x×*]\s*\(?\s*$/u;
const TIMES_AFTER = /^(?:\s+\p{Ll}[\p{L}/]{0,12}){0,3}\s*\)?\s*[x×*]\s*[\d(]/u;

/** Why a figure that was read is no target; what `inspect` prints. */
export const NO_MEASURE = {
  spent: 'money that is to be spent, or whose use is not said',
  funding: 'stands in a section on funding',
  rule: 'a bound, a rate or a requirement that the document lays down',
  works: 'a measurement of what is to be built or drawn up',
  criterion: 'bounds what is called so, or who is entitled, by criteria or conditions',
  term: 'a term for doing something, not a duration that is measured',
  covers: 'only says whom a measure covers',
  scored: 'earns or costs points of a competition, or is such points',
  known: 'counts things that are there already, to say where',
  attribute: 'a property of what is measured, not the measure',
  base: 'what another figure is held against',
  text: 'counts parts of the text or of the work, not of the world',
  named: 'part of a name, in quotation marks, of a campaign or of a document that is cited',
  voted: 'tells how a vote went, or whom it was about',
  asked: 'stands in a question',
  year: 'a year that ran into the next words',
  times: 'how often, with no verb of change',
  spelled: 'the figure before it once more, in words',
  factor: 'a factor of a sum',
  unitless: 'a number that nothing says what it counts',
} as const;
export type NoMeasure = keyof typeof NO_MEASURE;

/** A figure with the words around it up to the next comma or stop; a comma between digits parts nothing. */
function clauseAround(before: string, figure: string, after: string): string {
  const mark = [...before.matchAll(/[,;.](?!\d)/gu)].at(-1);
  const from = mark === undefined ? 0 : mark.index + 1;
  return `${before.slice(from)}${figure}${/^(?:[^,;.]|[,.](?=\d))*/u.exec(after)?.[0] ?? ''}`;
}

/** Whether a bound behind a plural noun says which of them are meant, and nothing happens to them. */
function saysWhich(knowledge: Knowledge, before: string, after: string): boolean {
  const { PREDICATE, PREDICATE_FIRST } = vocabularyOf(knowledge);
  const which = patternsOf(knowledge).WHICH.exec(before)?.[0];
  if (which === undefined) return false;
  const named = which.replace(/\scó\s$/iu, ' ');
  return (
    !PREDICATE.test(named) &&
    !patternsOf(knowledge).OF_CHANGE.test(named) &&
    (which === named || !PREDICATE_FIRST.test(after))
  );
}

/** Whether what is said before a sum makes it one that is raised; a clause that says nothing of money goes on with the one before it. */
function isRaised(knowledge: Knowledge, text: string, sentence: Range, quantity: MentionOf<'quantity'>): boolean {
  const { EARNED, RAISED, SPENT } = patternsOf(knowledge);
  // "Trong đó, ngành A là 3 tỷ đồng": of the sum in the sentence before.
  const from = OF_WHICH.test(text.slice(sentence.start, quantity.start)) ? 0 : sentence.start;
  const before = text.slice(from, quantity.start);
  const own = OWN_CLAUSE.exec(before)?.[0] ?? before;
  const said = RAISED.test(own) || SPENT.test(own) ? own : before;
  if (SPENT.test(said)) return false;
  return (
    RAISED.test(said) ||
    EARNED.test(text.slice(Math.max(sentence.start, quantity.start - EARNED_FROM), quantity.end + EARNED_TO))
  );
}
/** UTF-16 units around a sum in which it is said that it is earned. */
const EARNED_FROM = 24;
const EARNED_TO = 12;

function isWho(knowledge: Knowledge, { value }: MentionOf<'quantity'>, before: string, after: string): boolean {
  const { AIMED, BODIES, WHO, DOES, ENDS, PEOPLE_OF } = patternsOf(knowledge);
  return (
    value.comparator === '=' &&
    BODIES.test(value.unit) &&
    WHO.test(before.slice(-100)) &&
    !AIMED.test(before) &&
    (DOES.test(after) || (ENDS.test(after) && PEOPLE_OF.test(before)))
  );
}

/** "Kỳ họp đã thông qua 5 nghị quyết": papers that a meeting dealt with. */
function isPaperOfMeeting(knowledge: Knowledge, unit: string, before: string): boolean {
  const { PAPERS, DEALT_WITH, MEETING, AIMED } = patternsOf(knowledge);
  return PAPERS.test(unit) && DEALT_WITH.test(before.slice(-40)) && MEETING.test(before) && !AIMED.test(before);
}

/** "với 53 phiếu (chiếm 76% phiếu bầu)": how a vote went. */
const isOfVote = (
  { AIMED, OF_VOTES, VOTED, VOTES }: ReturnType<typeof patternsOf>,
  before: string,
  counted: string,
): boolean => (VOTES.test(counted.trimStart()) || OF_VOTES.test(before)) && VOTED.test(before) && !AIMED.test(before);

/** "tăng lên 98% so với 97% năm 2019" */
const isFormer = (before: string, after: string): boolean => /\sso\svới\s$/iu.test(before) && OF_YEAR.test(after);
const OF_YEAR = /^\s(?:của\s)?(?:năm\s(?:\d{4}|trước)|cùng\skỳ|giai\sđoạn\s\d{4})/iu;

/** Why what a document lays down, or measures out, is no aim; undefined where its section or its sentence makes one of it. */
function laidDown(
  { AIMS_AT, BY_YEAR, FOR_YEARS }: ReturnType<typeof patternsOf>,
  sentence: string,
  { role, matter }: Where,
): NoMeasure | undefined {
  if (matter === 'aims' || AIMS_AT.test(sentence)) return undefined;
  if (matter === 'works') return BY_YEAR.test(sentence) || FOR_YEARS.test(sentence) ? undefined : 'works';
  return role === 'objectives' || role === 'indicators' || role === 'aims' || BY_YEAR.test(sentence)
    ? undefined
    : 'rule';
}
/** Where a figure stands: what its section is for, and what the figures of its document are. */
export interface Where {
  readonly role: SectionRole;
  readonly matter: Matter;
}

/** "Xây dựng vùng trồng rau tập trung với quy mô 350 ha": among aims, the size of what is not counted is the measure itself. */
const isOwnSize = (role: SectionRole, before: string): boolean =>
  (role === 'indicators' || role === 'objectives') &&
  /\p{L}\svới\s[^,;:]*$/iu.test(before) &&
  !/\d/u.test(before.replace(/(?:năm|[-–])\s?20\d\d/giu, ''));

/** Why a figure measures nothing that is to be, or was, reached; undefined where it does. */
export function noMeasure(
  knowledge: Knowledge,
  text: string,
  sentence: Range,
  quantity: MentionOf<'quantity'>,
  { role, matter }: Where,
): NoMeasure | undefined {
  const patterns = patternsOf(knowledge);
  const { unit, value } = quantity.value;
  const before = text.slice(sentence.start, quantity.start);
  const after = text.slice(quantity.end, sentence.end);
  if (role === 'funding') return 'funding';
  if (role === 'criteria' || definesKind(knowledge, text, sentence, quantity)) return 'criterion';
  const laid = laidDown(patterns, text.slice(sentence.start, sentence.end), { role, matter });
  if (laid !== undefined) return laid;
  if (/\?$/u.test(text.slice(sentence.start, sentence.end))) return 'asked';
  if (patterns.CITED.test(before)) return 'named';
  if (unit === '') return 'unitless';
  if (value === 1 && quantity.value.comparator === '>' && patterns.PER_ONE.test(before)) return 'base';
  if (isOfVote(patterns, before, unit === '%' ? after : unit)) return 'voted';
  if (SPELLED.test(before)) return 'spelled';
  if (TIMES_BEFORE.test(before.slice(-12)) || TIMES_AFTER.test(after.slice(0, 60))) return 'factor';
  if (isMoney(knowledge, unit)) return isRaised(knowledge, text, sentence, quantity) ? undefined : 'spent';
  if (TIME_UNITS.has(unit))
    return patterns.DURATION_MEASURED.test(before) &&
      (patterns.OF_CHANGE.test(before) || !runsFrom(knowledge, text, sentence, quantity))
      ? undefined
      : 'term';
  if (
    patterns.SCORED.test(text.slice(sentence.start, sentence.end)) &&
    patterns.SCORED.test(clauseAround(before, quantity.text, after))
  )
    return 'scored';
  if (patterns.COVERS.test(before.trimStart()) && /^\s*(?:thì|có thể|phải|cần)\s|\sthì\s/u.test(after)) return 'covers';
  if (patterns.ATTRIBUTE.test(before) && !isOwnSize(role, before)) return 'attribute';
  if (patterns.COMPARED_WITH.test(before) || (unit === '%' && isFormer(before, after))) return 'base';
  if (
    unit === '%' &&
    quantity.value.comparator !== '=' &&
    patterns.OF_CHANGE.test(after.slice(0, 12)) &&
    patterns.WHOSE_SHARE.test(before.slice(-140))
  )
    return 'covers';
  if (unit === '%' || unit === 'rank') return undefined;
  if (patterns.OF_KNOWN_THINGS.test(before)) return 'known';
  if (patterns.BODIES.test(unit) && patterns.GIVEN_TO.test(before)) return 'known';
  if (isWho(knowledge, quantity, before, after)) return 'known';
  if (isPaperOfMeeting(knowledge, unit, before)) return 'text';
  if (patterns.LISTED.test(before.slice(-20))) return 'text';
  if (/[<>]/u.test(quantity.value.comparator) && saysWhich(knowledge, before, after)) return 'covers';
  if (quantity.value.comparator !== '=' && patterns.HOLDER.test(before) && patterns.MEMBERS.test(unit)) return 'covers';
  if (patterns.PARTS.test(unit) && patterns.KIND_OF.test(before)) return 'attribute';
  if (patterns.COPY.test(unit) || (/^bản$/iu.test(unit) && patterns.COPIES.test(before))) return 'text';
  if (
    /^lần(?![\p{L}])/iu.test(unit) &&
    !patterns.OF_CHANGE.test(before + quantity.text) &&
    !saysHowOften(knowledge, before)
  )
    return 'times';
  const part = patterns.OF_THE_TEXT.exec(unit)?.[0];
  // "điều kiện", "chương trình" and "trang trại" are no parts of a text, as "điều", "chương" and "trang" are.
  if (part !== undefined && !unit.includes('/') && headWords(knowledge, unit) <= part.split(/\s+/u).length)
    return 'text';
  if (quoted(before) || patterns.CAMPAIGN.test(before)) return 'named';
  // "NĂM AN TOÀN 2023 Căn cứ …": two sentences run together.
  if (/^\p{Lu}\p{Ll}/u.test(unit) && value >= 1900 && value <= 2100) return 'year';
  return undefined;
}
