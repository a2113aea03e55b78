import { built, type Knowledge } from '../../knowledge/knowledge.ts';
import { vi, viAll, viPart, viWords } from '../../language/pattern.ts';
import type { Range } from '../../language/sentences.ts';
import { verbs } from '../../language/verbs.ts';
import { phrasesOf, STATEMENT_TABLES } from './phrases.ts';
import type { SentenceView } from './sentence-view.ts';

/** What all before it is for, and where another thing is done. */
const furtherOf = (tables: Pick<Knowledge, (typeof STATEMENT_TABLES)[number]>) => {
  const { AIMS, CHANGES_AT_ALL, DOES, KEEPS, MOVED, OPENS, TURNS } = verbs(tables);
  const { AIM, MADE, SOME, WHOLES, say } = phrasesOf(tables);
  const act = viPart`${MADE}|${DOES}|${MOVED}|${KEEPS}`;
  return {
    /** "chăm sóc rừng hiện có để tăng độ che phủ rừng": what all before it is for is what is measured. */
    IN_ORDER_TO: viAll`(${say('so-as-to', 'comes-of-it')})(\s+(${TURNS}|${AIMS}|${OPENS}|từng bước))*\s+(?=((${MOVED}|đạt|duy trì)\s+${WHOLES}|${say('growth')}(?!\p{L})))`,
    /** "…, đạt mục tiêu giảm tỷ lệ mắc bệnh": what all before it is for, whatever it measures itself. */
    AIM_REACHED: vi`^\s*(và\s+)?(đạt|hướng tới|hướng đến) (được|${SOME})? ${AIM}\s+(?=((${MOVED}|${CHANGES_AT_ALL})\s+)?${WHOLES})`,
    /**
     * "cải thiện dinh dưỡng của trẻ, trong đó giảm tỷ lệ thấp còi", "…, đồng thời nâng tiêu chí bình quân": a measure of its own that is
     * to be moved or kept.
     */
    OF_WHICH_MOVED: vi`^\s*trong đó,?\s+(?=(${MOVED}|${KEEPS})\s+${WHOLES})|^\s*đồng thời,?\s+(?=(${MOVED}|${KEEPS})\s+(?!(cường|trưởng|tốc|cao|hiệu quả|chất lượng)(?!\p{L})))`,
    AND_ACTS: vi`^(?<before>.*)\s(?<and>và)\s+(${act})(\s+\p{L}+){0,2}\s*$`,
    ACTS: vi`^\s*(${act})(\s+\p{L}+){0,3}\s*$`,
    DOES_IT: vi`^${DOES}`,
    ANY_ACT: viAll`(?<=[\s,])(${act})(?=\s)`,
    BEGINS_WITH_ACT: vi`^\s*(${act})`,
    ENDS_WITH_ACT: vi`(${act})( (mới|lại|thêm))?\s*$`,
  };
};

const patternsOf = built(STATEMENT_TABLES, (tables) => {
  const { clauseWords, measures } = tables;
  const { AIMS, CHANGES, CHANGES_AT_ALL, COMPLETES, DOES, KEEPS, LINKS, MOVED, MOVES, OPENS, SETS, SETS_ABOUT, TURNS } =
    verbs(tables);
  const { AIM, MADE, MEAN, PLACE, PLACE_KIND, SOME, WHOLES, say } = phrasesOf(tables);
  const clause = (field: 'preface' | 'leadsIn') => viWords(clauseWords.filter((row) => row[field] === true));
  const property = viWords(measures.filter((row) => row.property));
  const act = viPart`${MADE}|${DOES}|${MOVED}|${KEEPS}`;
  const body = viPart`${PLACE}|${say('body')}`;
  const auxiliary = say('tense');
  return {
    ...furtherOf(tables),
    MEASURE: vi`^\s*((${MOVED}|${CHANGES_AT_ALL}|${KEEPS}|${AIMS}|${OPENS}|${say('but', 'above-all')}|${say('before-measure')})\s+)*${WHOLES}|^\s*(${MOVED})\s+${property}`,
    /** "số trang trại tăng mạnh": a measure that has had its say, without a figure. */
    TOLD: vi`^\s*(và )?${WHOLES} [^;:]*\s(${CHANGES}|ổn định|phát triển)( (${say('how')}|${MOVES})){0,2}\s*$`,
    /** ", đã khám cho": whoever does it was told before. */
    DID: vi`^\s*((qua|từ|nhờ) đó,?\s+)?(đã|đang)\s+(?!(được|có|bị)\s)(?=\p{L})`,
    /** "…, quyết tâm giải ngân …": what follows is really aimed at. */
    TURNS: vi`^\s*(${TURNS}|${AIMS}|từng bước)(\s+(${TURNS}|${AIMS}|${OPENS}|${COMPLETES}|đạt))*(\s+(?=\S)|\s*$)`,
    /** "…, đạt mục tiêu tăng trưởng kinh tế" */
    AIM: viAll`${AIM}(?! về)( ${say('of-aim')})*( của [^,;:]{1,40}? là)?(\s+(?=\p{L})|\s*$)`,
    /** "các chỉ tiêu phát triển chủ yếu với tốc độ tăng trưởng kinh tế": behind the matter of the aims, the first of them. */
    AIMS_WITH: vi`^[^,;:]{0,80}?(?<=^|\s)(với|như|là)\s+(?!tổng số)(?=${WHOLES}(?!\p{L}))`,
    OF_AIM: vi`^\s*của [^,;:]{1,40}? (là|nhằm)[\s:]+`,
    /** "trong đó có bằng cấp, chứng chỉ" */
    PART: vi`^\s*(trong đó|riêng) \p{L}`,
    PREFACE: vi`^\s*${clause('preface')}`,
    /** "Tính đến thời điểm này toàn huyện …", "ngoài ra chăm sóc …" */
    LEADS_IN: vi`^\s*((kế hoạch|hoàn thành( việc)?)(?=\s+(${act})(?!\p{L}))|(${clause('leadsIn')}|${say('above-all')})[\s,]*|${MEAN}\s{4,})`,
    /** "Để đạt được mục tiêu trên, …" */
    TO_REACH: vi`^\s*((${say('so-as-to')}|${LINKS}|${AIMS}|${OPENS})\s+)+(${SOME})? (${AIM}|kế hoạch|kết quả)( (${say('pointing')}|đề ra))*\s*$`,
    /** "Theo kế hoạch của các địa phương, …" */
    BY_WHAT: vi`^\s*${viWords(clauseWords.filter(({ refers }) => refers))}(?!\p{L})`,
    /** "Lãnh đạo sở cho biết, …": who says it. */
    REPORTS: vi`${viWords(clauseWords.filter(({ reports }) => reports))}\s*$`,
    /** "Về giao rừng, cho thuê rừng, đến nay …" */
    NOW: vi`^\s*(${say('by-now')}|đã có)(?!\p{L})`,
    /** "do một số ngành giảm sâu nên tổng thu …": what came of it. */
    SO_THAT: viAll`(?<=(^|[,;]\s)\s*(mặc dù|tuy|dù|tuy nhiên)\s[^;:]*)\s(nhưng|song)\s+(?=\p{L})|(?<=(^|\s)(${say('because')}|theo)\s[^;:]*)\s(cho)? nên\s+(?=${WHOLES}|cả)|(?<=^\s*${say('because')}\s[^;:]*)\snên\s+(?=\p{L})|\s${say('shows')} (qua|ở|rõ qua)\s+(?=${WHOLES})`,
    /** "trên địa bàn tỉnh, diện tích …" */
    WHERE: vi`^\s*(trên|${say('at')}) (${say('extent')})? (${say('whole-of')})? (${PLACE})(?!\p{L})[\s,]*(?=${WHOLES}(?!\p{L}))`,
    /** Who or where it is that aims, and nothing that is measured: "huyện Phú Hòa phấn đấu", "Hà Nội dự kiến sẽ". */
    AIMING: vi`^\s*(?<who>[^,;:]{0,80}?)(?<![\p{L}])(${AIMS}|${SETS}|(đặt|giao) (ra)? (các)? (${AIM}|kế hoạch))(\s+(${AIMS}|${OPENS}|đạt|đạt được))*(\s+(?=\S)|\s*$)`,
    /** Who sets about something: "xã Nhân Lý đã tập trung trồng". */
    SETTING_ABOUT: vi`^\s*(?<who>[^,;:]{0,80}?)(?<![\p{L}])(${auxiliary}\s+)*${SETS_ABOUT}(\s+(${AIMS}|${OPENS}|${SETS_ABOUT}))*\s+(?=(${act})\s)`,
    /** Whoever does it, after a comma: "…, anh Công còn trồng". */
    DOING: vi`^\s*(?<who>[^,;:]{1,80}?)\s(${auxiliary}\s+)+(${SETS_ABOUT}\s+)?(?=(${act})\s)`,
    ACTING: vi`^\s*(?<who>[^,;:]{0,80}?)\s*(?<![\p{L}])(${say('has-or-will')}|sẽ có)(\s+(?=\S)|\s*$)`,
    /** "UBND xã giao", "tỉnh yêu cầu": who gives others something to do. */
    GIVING: vi`^\s*(?<who>[^,;:]{2,80}?)\s${say('bids')}\s+(?!thông\s)((cho )?((${say('whole-of')}|các)\s+)*(${body})(\s+[\p{L}-]+){0,4}?\s+(?=(${act})\s))?(?=\S)`,
    /** "Anh Nam cho biết gia đình …" */
    SAID: vi`^\s*[^,;:]{2,80}?\s${viWords(clauseWords.filter(({ reports }) => reports === 'anywhere'))}( rằng)?,?\s+(?=\S)`,
    /** A place or body, however it is named. */
    SOMEBODY: vi`^\s*(${say('at')}|trên|đến nay)?\s*(địa bàn)?\s*(${say('whole-of')}|các)?\s*(${body})(\s+(?!tổng (số|lượt|lượng|thu)\s)[\p{L}-]+){0,7}\s*$`,
    NAME: /^\s*(?:\p{Lu}[\p{L}-]*)(?:\s+\p{Lu}[\p{L}-]*){0,4}\s*$/u,
    /** Nothing that could be measured: links, verbs that only move a level, and how. */
    BARE: vi`^\s*((${LINKS}|${AIMS}|${OPENS}|${CHANGES}|${MEAN}|${say('bare')}|tối thiểu|tối đa)\s*)*$`,
    ONLY_LINKS: vi`^\s*((${LINKS}|${AIMS}|${OPENS}|được)\s*)*$`,
    /** "toàn huyện trồng": the whole of the place that the plan is of. "Cả nước", and a place by its name, say of whom it is told. */
    WHOLE_DOES: vi`^\s*(${say('whole-of')} (${PLACE_KIND}|ngành|đảng bộ)|đảng bộ|chi bộ)\s+(?=(${act})\s)`,
  };
});

/** How much of what a figure measures stands behind it: the rest of a share, the noun that is counted, or nothing. */
export type Behind = 'share' | 'count' | 'none';

/** The words between the start of a statement and its figure, times blanked out. */
interface Ahead {
  readonly view: SentenceView;
  /** Where they begin in the text. */
  readonly from: number;
  readonly words: string;
  readonly behind: Behind;
  readonly patterns: ReturnType<typeof patternsOf>;
}

/** Where the words go on behind a part that says nothing of what is measured; undefined where none stands there. */
type Step = (ahead: Ahead, at: number) => number | undefined;

/**
 * Where the words of the measure begin between the start of a statement and its figure: part by part past when it is, who says it,
 * what is said before, who aims at it and that it is aimed at.
 */
export function measureStart(view: SentenceView, from: number, figure: number, behind: Behind): number {
  const words = blanked(view.plain(from, figure), view.times, from);
  const ahead = { view, from, words, behind, patterns: patternsOf(view.knowledge) };
  let at = 0;
  for (const step of STEPS) at = step(ahead, at) ?? at;
  return from + at;
}

const pastLeadIn: Step = (ahead, at) => {
  const { words, patterns } = ahead;
  const when = patterns.LEADS_IN.exec(words.slice(at));
  return when === null ? undefined : allowed(ahead, at, at + when[0].length);
};

/** Past what is but the matter, or the reason: "Về giao rừng, cho thuê rừng, đến nay …", "do … nên tổng thu …", "trên địa bàn tỉnh …". */
const pastMatter: Step = (ahead, at) => {
  const { words, patterns } = ahead;
  const pieces = piecesOf(words, at);
  const first = pieces[0];
  const now =
    first !== undefined && patterns.PREFACE.test(textOf(words, first))
      ? pieces.slice(1).find((piece) => patterns.NOW.test(textOf(words, piece)))
      : undefined;
  const from = now?.start ?? at;
  const reason = [...words.slice(from).matchAll(patterns.SO_THAT)].at(-1);
  const behind = reason === undefined ? from : from + reason.index + reason[0].length;
  const where = patterns.WHERE.exec(words.slice(behind));
  return allowed(ahead, at, behind + (where?.[0].length ?? 0));
};

/** Past a piece that ends with a figure of its own: "diện tích khoảng 47 ha, mật độ xây dựng". */
const pastOtherFigure: Step = (ahead, at) => {
  const { view, from, words } = ahead;
  const pieces = piecesOf(words, at);
  const told = pieces.findLastIndex(({ end }) => view.setAside.some((other) => other.end === from + end));
  return told < 0 ? undefined : allowed(ahead, at, pieces[told + 1]?.start);
};

/** The last clause in which somebody aims at something or does it: "…, ngành Y tế phấn đấu", "…, anh Công còn trồng". */
const toClauseOfAim: Step = (ahead, at) => {
  const { words, patterns } = ahead;
  const pieces = piecesOf(words, at);
  if (pieces.length < 2) return undefined;
  const measured = pieces.findIndex((piece) => patterns.MEASURE.test(textOf(words, piece)));
  for (let i = pieces.length - 1; i > 0; i--) {
    const piece = pieces[i];
    if (piece === undefined) continue;
    const rest = words.slice(piece.start);
    const own = textOf(words, piece);
    const found = patterns.SETTING_ABOUT.exec(own) ?? patterns.DOING.exec(own) ?? patterns.AIMING.exec(own);
    if (found === null) continue;
    const who = found.groups?.who ?? '';
    const behind = rest.slice(found[0].length);
    const known = isSomebody(ahead, who);
    // "Tỷ lệ hộ nghèo, hộ cận nghèo phấn đấu còn": a list of what is measured, not who aims.
    if (measured >= 0 && measured < i && !known) continue;
    if (!known && !patterns.MEASURE.test(behind) && !patterns.BEGINS_WITH_ACT.test(behind)) continue;
    if (!patterns.BARE.test(behind)) return piece.start;
  }
  return undefined;
};

/** The piece that names a measure, or is aimed at, or the first that is not said by the way. */
const toMeasure: Step = (ahead, at) => {
  const { words, patterns } = ahead;
  const pieces = piecesOf(words, at);
  const part = pieces.findLast((piece) => piece.start > at && patterns.OF_WHICH_MOVED.test(textOf(words, piece)));
  if (part !== undefined)
    return allowed(ahead, at, part.start + (patterns.OF_WHICH_MOVED.exec(textOf(words, part))?.[0].length ?? 0));
  const reached = pieces.findLast((piece) => piece.start > at && patterns.AIM_REACHED.test(textOf(words, piece)));
  if (reached !== undefined)
    return reached.start + (patterns.AIM_REACHED.exec(textOf(words, reached))?.[0].length ?? 0);
  const measures = pieces.flatMap((piece, i) => (patterns.MEASURE.test(textOf(words, piece)) ? [i] : []));
  // "số trang trại tăng, số hộ nuôi lợn còn": of the first all is said.
  const first = measures.find((i) => measures.at(-1) === i || !isTold(i)) ?? -1;
  const turn = pieces.findLast((piece) => piece.start > at && patterns.TURNS.test(textOf(words, piece)));
  if (first > 0) return allowed(ahead, at, pieces[first]?.start);
  if (first < 0 && turn !== undefined)
    return allowed(ahead, at, turn.start + (patterns.TURNS.exec(textOf(words, turn))?.[0].length ?? 0));
  const last = pieces.at(-1);
  if (last !== undefined && last.start > at && patterns.DID.test(textOf(words, last)))
    return allowed(ahead, at, last.start);
  let next = at;
  for (const piece of pieces.slice(0, -1)) {
    const own = textOf(words, piece);
    const saysNothing = [patterns.PREFACE, patterns.REPORTS, patterns.TO_REACH, patterns.BY_WHAT].some((one) =>
      one.test(own),
    );
    if ((/\p{L}/u.test(own) && !saysNothing) || patterns.PART.test(own)) break;
    next = allowed(ahead, next, piece.end + 1) ?? next;
  }
  return next;

  function isTold(i: number): boolean {
    const piece = pieces[i];
    const next = measures[measures.indexOf(i) + 1];
    const end = next === undefined ? piece?.end : (pieces[next]?.start ?? 1) - 1;
    return piece !== undefined && patterns.TOLD.test(words.slice(piece.start, end));
  }
};

/** "…, đạt mục tiêu tăng trưởng kinh tế", "Mục tiêu của tỉnh là …", the aim itself passed already. */
const pastAim: Step = (ahead, at) => {
  const { words, patterns, behind } = ahead;
  let next = at;
  if (!patterns.MEASURE.test(words.slice(at))) {
    const aim = [...words.slice(at).matchAll(patterns.AIM)].at(-1);
    if (aim !== undefined) next = allowed(ahead, at, at + aim.index + aim[0].length, behind !== 'none') ?? at;
  }
  // The aims themselves may have been passed before.
  const aims = next > at || BEHIND_AIMS.test(ahead.view.text.slice(Math.max(0, ahead.from - 12), ahead.from + at));
  const matter = aims ? patterns.AIMS_WITH.exec(words.slice(next)) : null;
  if (matter !== null) return allowed(ahead, next, next + matter[0].length, behind !== 'none') ?? next;
  const whose = patterns.OF_AIM.exec(words.slice(next));
  return whose === null ? next : (allowed(ahead, next, next + whose[0].length, behind !== 'none') ?? next);
};

/** Past who or where it is: "huyện Phú Hòa phấn đấu", "toàn huyện có", "xã Nhân Lý đã tập trung". */
const pastSubject: Step = (ahead, at) => {
  const { words, patterns, behind } = ahead;
  const rest = words.slice(at);
  const measure = patterns.MEASURE.test(rest);
  const doing = patterns.DOING.exec(rest);
  const anybody =
    behind === 'count' && !measure && doing !== null && patterns.DOES_IT.test(rest.slice(doing[0].length));
  const setting =
    doing !== null && (anybody || isSomebody(ahead, doing.groups?.who ?? ''))
      ? doing
      : measure
        ? null
        : (patterns.SAID.exec(rest) ?? patterns.SETTING_ABOUT.exec(rest));
  const aims = measure ? null : patterns.AIMING.exec(rest);
  // "Cần Thơ tăng 8%": a verb of one syllable with a capital before another is a name.
  const aiming = aims?.groups?.who?.trim() === '' && TWO_CAPITALS.test(rest) ? null : aims;
  const acting = patterns.ACTING.exec(rest) ?? patterns.GIVING.exec(rest);
  const who = acting?.groups?.who ?? '';
  const next =
    setting ??
    (aiming !== null && (aiming.groups?.who ?? '').trim().split(/\s+/u).length <= 10
      ? aiming
      : acting !== null && (who.trim() === '' || isSomebody(ahead, who)) && !hasWhatIsMeasured(acting[0])
        ? acting
        : null);
  if (next !== null) return allowed(ahead, at, at + next[0].length, behind !== 'none');
  const whole = behind === 'count' ? patterns.WHOLE_DOES.exec(rest) : null;
  // "Toàn huyện Hạ Hòa xây dựng": what begins with a capital is a name.
  return whole !== null && /^\p{Ll}/u.test(rest.slice(whole[0].length))
    ? allowed(ahead, at, at + whole[0].length)
    : undefined;

  /** "xã có trạm y tế đạt 90%": what is measured is that they have it. */
  function hasWhatIsMeasured(words: string): boolean {
    return behind === 'none' && HAS_IT.test(words) && !patterns.MEASURE.test(rest.slice(words.length));
  }
};
const GIVEN_TO = /^\s*cho\s(?:các\s)?\p{Lu}\p{Ll}/u;
/** "giao chỉ tiêu cho Trung tâm Cai nghiện điều trị": past who is to do it, up to the first verb that is part of no name. */
const pastGivenTo: Step = (ahead, at) => {
  const { words, patterns } = ahead;
  const rest = words.slice(at);
  if (at === 0 || !GIVEN_TO.test(rest)) return undefined;
  const act = [...rest.matchAll(patterns.ANY_ACT)].find((one) => /^\p{Ll}/u.test(one[0]));
  return act === undefined || /[;:.]/u.test(rest.slice(0, act.index)) ? undefined : allowed(ahead, at, at + act.index);
};
const BEHIND_AIMS = /(?:chỉ|mục)\stiêu\s*$/iu;
const TWO_CAPITALS = /^\s*\p{Lu}\p{Ll}+\s\p{Lu}\p{Ll}/u;
const HAS_IT = /^\s*\p{L}.*\scó\s*$/su;

/** "tăng cường chăm sóc rừng hiện có để tăng độ che phủ rừng": what all before it is for is what is measured. */
const toPurpose: Step = (ahead, at) => {
  const { words, patterns, behind } = ahead;
  const rest = words.slice(at);
  if (behind !== 'none' || patterns.MEASURE.test(rest)) return undefined;
  const purpose = [...rest.matchAll(patterns.IN_ORDER_TO)].at(-1);
  return purpose === undefined ? undefined : at + purpose.index + purpose[0].length;
};

/** "đưa tỉnh trở thành trọng điểm du lịch, thu hút": another thing is done in the clause before. */
const toLastAct: Step = ({ words, patterns, behind }, at) => {
  const pieces = piecesOf(words, at);
  const last = pieces.at(-1);
  if (behind !== 'count' || last === undefined) return undefined;
  // "tăng cường chuyển đổi số và xây dựng": the last of them is done with what is counted.
  const and = patterns.AND_ACTS.exec(textOf(words, last))?.groups;
  if (
    and?.before !== undefined &&
    isLong(words.slice(at, last.start + and.before.length)) &&
    !patterns.ENDS_WITH_ACT.test(and.before)
  )
    return last.start + and.before.length + 1 + (and.and ?? '').length;
  if (pieces.length < 2 || !patterns.ACTS.test(textOf(words, last))) return undefined;
  const before = words.slice(at, last.start);
  return patterns.BEGINS_WITH_ACT.test(before) && isLong(before) ? last.start : undefined;
};

const isLong = (words: string): boolean => words.trim().split(/\s+/u).length > LONGEST_VERB;

/** Syllables of what may be but one of several verbs: "xây dựng mới, sửa chữa". */
const LONGEST_VERB = 5;

const STEPS: readonly Step[] = [
  pastOtherFigure,
  pastMatter,
  pastLeadIn,
  toClauseOfAim,
  toMeasure,
  pastLeadIn,
  pastAim,
  pastSubject,
  pastSubject,
  pastSubject,
  pastLeadIn,
  pastGivenTo,
  toPurpose,
  toLastAct,
];

/** A step as far as it leaves something that could be measured, or nothing need be left. */
function allowed(
  { words, behind, patterns }: Ahead,
  at: number,
  next: number | undefined,
  bare = behind === 'share',
): number | undefined {
  if (next === undefined || next <= at) return undefined;
  return bare || !patterns.ONLY_LINKS.test(words.slice(next)) ? next : undefined;
}

const isSomebody = ({ patterns }: Ahead, words: string): boolean =>
  patterns.SOMEBODY.test(words) || patterns.NAME.test(words);

const textOf = (words: string, { start, end }: Range): string => words.slice(start, end);

/** A text with ranges blanked out, offsets unchanged. */
function blanked(text: string, ranges: readonly Range[], offset: number): string {
  let flat = text;
  for (const { start, end } of ranges) {
    const [from, to] = [start - offset, end - offset];
    if (from < 0 || to > flat.length) continue;
    flat = flat.slice(0, from) + ' '.repeat(to - from) + flat.slice(to);
  }
  return flat;
}

const PARTS: ReadonlySet<string> = new Set(',;:');

/** What commas, semicolons and colons part, from an offset on. */
function piecesOf(text: string, from: number): Range[] {
  const pieces: Range[] = [];
  let start = from;
  for (let i = from; i <= text.length; i++) {
    if (i < text.length && (!PARTS.has(text.charAt(i)) || /^\d,\d$/u.test(text.slice(i - 1, i + 2)))) continue;
    pieces.push({ start, end: i });
    start = i + 1;
  }
  return pieces;
}
