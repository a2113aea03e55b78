import { built, type Knowledge } from '../../knowledge/knowledge.ts';
import { vi, viPart } from '../../language/pattern.ts';
import { verbs } from '../../language/verbs.ts';
import { phrasesOf, STATEMENT_TABLES } from './phrases.ts';

const patternsOf = built(STATEMENT_TABLES, (tables) => {
  const { AIMS, COMPLETES, KEEPS, MOVED, OPENS, PREDICATE } = verbs(tables);
  const { CHANGES, DIFFERS, HELD, LINKS, LISTS, MEAN, PLACE_KIND, RATIO, SHARED, WHOLE_PLACE, WHOLES } =
    phrasesOf(tables);
  const { say, times } = phrasesOf(tables);
  const how = say('how');
  // A sector of the economy is no place.
  const area = viPart`(${say('area')}|${say('region')}(?!\s+([IVX]{1,3}|${say('sector')})(?!\p{L})))`;
  const here = viPart`((${say('at')}) )?(các)? ${area}`;
  const leads = viPart`${LINKS}|${LISTS}|${say('in-turn')}`;
  const ranked = viPart`${say('ranked')}(?!\p{L})`;
  const differsBy = viPart`(${CHANGES}|${DIFFERS}|gấp)`;
  /** "Tỷ lệ trẻ đi học tăng nhanh, trong đó:" */
  const FALLS = viPart`(\s+(${CHANGES})( ${how})?[\s,]+trong đó( có)?|(\s+(đạt|đều|cũng))*\s+(${CHANGES}|${DIFFERS})( ${how})?,? (${LISTS}|như))?`;
  return {
    LOCATED: vi`^\s*((${AIMS}|${OPENS})\s+)*(đối với\s+)?(?<head>${here} [^:;.%\d]{2,80}?)(?=\s*(:|$|,\s*$)|,?\s+(${AIMS}|có|đạt|đã|sẽ) )`,
    IS_LOCATED: vi`^(đối với\s+)?(?<head>${here} [^,:;.%\d]{2,70})$`,
    WHOLE: vi`(?<head>(${WHOLES})( [\p{L}()-]+){0,14}?)${FALLS}\s*((${leads})\s*)*$`,
    /** The words up to the colon are one measure: "Tỷ lệ đường trục xã được bê tông hóa", "Tỷ lệ suy dinh dưỡng trẻ em dưới 5 tuổi". */
    ALL: vi`^\s*((về|${AIMS}|${OPENS}|${MOVED}|${KEEPS})\s+)*(?<head>(${WHOLES})(\s+[^\s:;.%]+){0,24}?),?${FALLS}\s*((${leads})[\s,]*)*$`,
    /** "Cơ cấu kinh tế tiếp tục chuyển dịch đúng hướng": what happens to it is none of it. */
    SHIFTS: vi`,?( ${say('shift-ahead')})* ${say('shifts')}(?!\p{L}).*$`,
    NEXT: vi`[,;]\s*((${MOVED}|${KEEPS}|${AIMS})\s+)*(${WHOLES})`,
    MEASURE: vi`^\s*(${WHOLES})`,
    PREDICATE: vi`${PREDICATE}`,
    CHANGE_ONLY: vi`^((${say('sums')}|${say('tells-on')})\s+)*(đạt|bằng|ước|${say('equals')}( với)?|thêm)?\s*((${MEAN})? (${times('each')}|một)? (${times('span')})?\s+)?(?<verb>(${MEAN} (?=\p{L}))?${differsBy}?( (${say('more')}|${MEAN}))*|${MEAN})( hơn)?(\s*(được|khoảng|${say('equals')})( với)?)*$`,
    SHARE_OF: vi`^(đạt|bằng|chiếm|${say('passes')}|${COMPLETES})?\s*(so với)?\s*(?<of>(${HELD}|${SHARED}|${say('former')})(\s[^,;:]*)?)$`,
    /** "…, GRDP tăng", "…, cùng kỳ đạt": what stands before its figure is told of itself. */
    WHOLE_AHEAD: vi`(?<!so\s*(với\s*)?)(?<!\p{L})(${SHARED}|${say('former')})(?!\p{L})`,
    COUNTED_BASE: vi`^${say('counted-base')}`,
    PLAN_FIGURE: vi`^(${say('misses')}\s+)*${HELD}(\s[^,;:]{0,40})?$`,
    /** "cao hơn so với mức tăng của cả nước", "bình quân toàn tỉnh tăng", "thấp hơn mục tiêu": the same of others, or as it was planned. */
    OF_OTHERS: vi`^((${say('but')}|đều)\s+)?(?<differs>${DIFFERS}\s*)?(${say('against')}\s*)?(?<whose>((${say('rate-of')}) )?(tăng( trưởng)? )?(${MEAN}( chung)? )?(chung )?(của )?(${WHOLE_PLACE}|(?<=(${MEAN}|chung)( của)? )(${PLACE_KIND}|${say('area')}|${say('region')}|ngành)|(?<=hơn\s*(so với\s*)?)(${say('former')}|năm trước)|(?<plan>${HELD}))(?!\p{L})[^,;:.%\d]{0,40}?)(\s*(là|đạt|ở mức))?$`,
    ACTS_ITSELF: vi`^${WHOLE_PLACE}\s+(?!${say('is-told')}(?!\p{L}))\p{L}+`,
    COMPARED: vi`^(${CHANGES})?\s*${say('against')} `,
    /** What the measure before was said to do; a rate of growth has it in its name. */
    ENDS_WITH_CHANGE: vi`(?<!(^|\s)(${RATIO}|${say('rate-of')}|${say('pace')}))\s+${differsBy}( (${say('more')}|hơn|${MEAN}))*$`,
    /** What part it was said to be. */
    ENDS_WITH_SHARE: vi`(?<=\S)\s+(chiếm( ${RATIO})?|${say('adds-to')} (vào|cho)(?!\p{L}).*)$`,
    RANKED: vi`^(và )?${ranked}`,
    TO_RANK: vi`(^|[\s,]+)${ranked}.*$`,
    STRUCTURE: vi`^${say('structure')}`,
    PART_OF_STRUCTURE: vi`^${say('weight')}`,
    SHARE_VERB: vi`^${say('makes-up')}(?!\p{L})\s*`,
    RATE_AHEAD: vi`^${RATIO}\s+(?=%)`,
    RATE_ALONE: vi`^${RATIO}$`,
    LESS: vi`^${say('less', 'slower')}`,
  };
});

/** "Trong khu vực Tây Bắc, Lào Cai đứng thứ ba": the comma ends the place. */
const NEXT_SUBJECT = /,\s+\p{Lu}.*$/su;

/** Where the figures of a sentence or item are: "Theo kế hoạch, đối với khu vực miền núi, …". */
export function placeAhead(knowledge: Knowledge, words: string): string | undefined {
  const { LOCATED } = patternsOf(knowledge);
  const starts = [0, ...[...words.matchAll(/[,:]\s*/gu)].map((mark) => mark.index + mark[0].length)];
  return starts
    .map((at) => LOCATED.exec(words.slice(at))?.groups?.head?.replace(NEXT_SUBJECT, '').trim())
    .find((head) => head !== undefined);
}

/** A heading that says nothing but where: "Tại địa bàn đô thị". */
export const placeOfHeading = (knowledge: Knowledge, heading: string): string | undefined =>
  patternsOf(knowledge).IS_LOCATED.exec(heading.trim())?.groups?.head?.trim();

/** What the figures behind a colon measure, where the words before it say no more: "Cơ cấu kinh tế:", "… đạt năng suất gồm:". */
export function measureAhead(knowledge: Knowledge, words: string): string | undefined {
  const { ALL, NEXT, PREDICATE, SHIFTS, WHOLE } = patternsOf(knowledge);
  const text = words
    .replace(/\s+/gu, ' ')
    .replace(/(?<!\p{L})một số /giu, '')
    .replace(SHIFTS, '');
  const all = ALL.exec(text)?.groups?.head?.trim();
  if (all !== undefined && all.length <= LONGEST_HEAD && !NEXT.test(all)) return all;
  for (let at = 0; at >= 0 && at < text.length; at = text.indexOf(' ', at + 1)) {
    const head = WHOLE.exec(text.slice(at))?.groups?.head?.trim();
    if (head === undefined) return undefined;
    if (!PREDICATE.test(head)) return head;
    // Of several the last: "số cây trồng đạt năng suất" has the measure behind its verb.
    at += text.slice(at).toLowerCase().indexOf(head.toLowerCase());
  }
  return undefined;
}

/** A head is no longer than this, in UTF-16 units. */
const LONGEST_HEAD = 160;

/** "Cơ cấu kinh tế: tỷ trọng dịch vụ": of what it is a share, the head alone tells; other measures say themselves what they are. */
export const needsHead = (knowledge: Knowledge, words: string, head: string): boolean =>
  !isMeasure(knowledge, words) ||
  (patternsOf(knowledge).PART_OF_STRUCTURE.test(words) && patternsOf(knowledge).STRUCTURE.test(head));

/** Whether words say themselves what they measure, and need no head for it. */
export const isMeasure = (knowledge: Knowledge, words: string): boolean => patternsOf(knowledge).MEASURE.test(words);

/** What a measure is told of, without what the figure before said of it: "Nợ xấu" of "Nợ xấu chiếm % tổng dư nợ" and "Nợ xấu tăng". */
export function subjectOfSaid(knowledge: Knowledge, before: string): string {
  const { ENDS_WITH_CHANGE, ENDS_WITH_SHARE } = patternsOf(knowledge);
  return before
    .replace(/ % .*$/u, '')
    .replace(ENDS_WITH_SHARE, '')
    .replace(ENDS_WITH_CHANGE, '');
}

/** Words that say but that something rose or fell, and against what. */
export const saysChange = (knowledge: Knowledge, words: string): boolean =>
  (patternsOf(knowledge).CHANGE_ONLY.exec(words.replace(HELD_AGAINST, ''))?.groups?.verb ?? '').trim() !== '';
const HELD_AGAINST = /\s+so(?:\s+với)?\s.*$/u;

/** "…, đứng thứ 3 cả nước": the measure before that has this rank too; undefined where the rank says of what it is. */
export function rankedBefore(knowledge: Knowledge, words: string, before: string): string | undefined {
  return patternsOf(knowledge).RANKED.test(words) && before !== '' ? withoutRank(knowledge, before) : undefined;
}

/** What has a rank: "Chỉ số PCI" of "Chỉ số PCI xếp thứ". */
export const withoutRank = (knowledge: Knowledge, words: string): string =>
  subjectOfSaid(knowledge, words.replace(patternsOf(knowledge).TO_RANK, '')).trim();

/**
 * What a figure measures that only goes on with the measure before it: "…, tăng 6,1%", "…, đạt 102% dự toán".
 *
 * @returns undefined where its words say something of their own
 */
export function goingOn(knowledge: Knowledge, words: string, before: string, share: boolean): string | undefined {
  const { CHANGE_ONLY, COUNTED_BASE, PREDICATE, SHARE_OF } = patternsOf(knowledge);
  const whole = subjectOfSaid(knowledge, before);
  const verb = CHANGE_ONLY.exec(words.replace(HELD_AGAINST, ''))?.groups?.verb;
  if (verb !== undefined) return verb.trim() === '' ? whole : `${whole} ${verb.trim()}`;
  const of = share ? SHARE_OF.exec(words)?.groups?.of : undefined;
  // "40% dân số nông thôn được sử dụng nước sạch": of them something of their own is said.
  const apart = of !== undefined && /^theo\s/iu.test(of) && /\stheo\s/iu.test(before);
  return of === undefined || apart || (COUNTED_BASE.test(of) && PREDICATE.test(of))
    ? undefined
    : `${whole} % ${of.trim()}`;
}

/** Whether the words between two figures name what the second is told of, and no whole that it is a share of: "…, GRDP tăng". */
export const isWholeAhead = (knowledge: Knowledge, between: string): boolean =>
  patternsOf(knowledge).WHOLE_AHEAD.test(between);

/** "…, đóng góp 6% GRDP", "…, chiếm 20% tổng số": what a figure right behind the verb is a share of, said of the measure before. */
export function shareOfSubject(
  knowledge: Knowledge,
  verb: string,
  words: string,
  before: string,
  share: boolean,
): string {
  const { RATE_AHEAD, RATE_ALONE, SHARE_VERB } = patternsOf(knowledge);
  const subject = subjectOfSaid(knowledge, before);
  if (!share) return `${subject} ${verb} ${words.replace(SHARE_VERB, '')}`.trim();
  const of = words
    .replace(SHARE_VERB, '')
    .replace(RATE_AHEAD, '')
    .replace(/^(?:%\s+)?(?:(?:vào|cho|trong)\s+)?/iu, '');
  if (of === '' || RATE_ALONE.test(of)) return `${subject} ${verb} ${of}`.trim();
  return `${subject} ${verb} % ${of}`;
}

/** "so với cùng kỳ": nothing but what a figure is held against. */
export const isHeldAgainst = (knowledge: Knowledge, words: string): boolean =>
  patternsOf(knowledge).COMPARED.test(words);

/** "(kế hoạch năm 2025 là 49,7 tỷ USD)", "chưa đạt mục tiêu 70%": what was planned of the measure before. */
export const isPlanFigure = (knowledge: Knowledge, words: string): boolean =>
  patternsOf(knowledge).PLAN_FIGURE.test(words);

/**
 * What is told beside a measure of others than it is about, or of a plan: "bình quân cả nước" of "…, cao hơn bình quân cả nước (5%)".
 *
 * @returns undefined where the words say anything else
 */
export function ofOthers(
  knowledge: Knowledge,
  words: string,
): { readonly whose: string; readonly differs: string | undefined; readonly planned: boolean } | undefined {
  const { ACTS_ITSELF, OF_OTHERS } = patternsOf(knowledge);
  const { differs, plan, whose } = OF_OTHERS.exec(words)?.groups ?? {};
  // "cả nước giải ngân": what a place does is told of it, and not held against another.
  if (differs === undefined && ACTS_ITSELF.test(whose ?? '')) return undefined;
  return whose === undefined || (plan !== undefined && differs === undefined)
    ? undefined
    : { whose: whose.trim(), differs: differs?.trim(), planned: plan !== undefined };
}

/**
 * Whether a figure behind "cao hơn bình quân cả nước" tells by how much: "…, thấp hơn bình quân cả nước 1,2%". In brackets and behind
 * "ở mức" the level of the others is told; behind "là" it is, where it lies on the side that the words say, and alone ("đạt 91%, thấp
 * hơn mục tiêu 95%") where it lies there and is much nearer to the own figure than to nothing.
 *
 * @param between words from the figure that is held against them
 */
export function isGap(knowledge: Knowledge, differs: string, between: string, own: number, figure: number): boolean {
  if (/(?:\(|ở\s+mức)\s*$/iu.test(between)) return false;
  const onOtherSide = patternsOf(knowledge).LESS.test(differs) ? figure <= own : figure >= own;
  if (/(?<!\p{L})(?:là|đạt)\s*$/iu.test(between)) return onOtherSide;
  return onOtherSide || Math.abs(own - figure) > figure / 2;
}
