import { built, type Knowledge } from '../../knowledge/knowledge.ts';
import { vi, viMeaning, viPart, viWords } from '../../language/pattern.ts';
import { verbs } from '../../language/verbs.ts';

const patternsOf = built(['verbs', 'clauseWords', 'measures', 'placeKinds', 'statementWords'], (tables) => {
  const { clauseWords, measures, placeKinds } = tables;
  const { AIMS, CHANGES, COMPLETES, KEEPS, LINKS, MOVED, OPENS, PREDICATE } = verbs(tables);
  const PLAN = viWords(clauseWords.filter(({ plan }) => plan !== undefined && plan !== 'task'));
  /** "cao hơn", "chậm": what is held against another figure differs so. */
  const DIFFERS = viWords(clauseWords.filter(({ differs }) => differs));
  const wholePlace = viPart`(cả|toàn) (nước|quốc|vùng|ngành|${viWords(placeKinds)})`;
  const wholes = viWords(measures.filter(({ begins, opens }) => begins || opens));
  // A sector of the economy is no place.
  const area = viPart`(vùng|địa bàn|khu vực(?!\s+([IVX]{1,3}|một|hai|ba|nông|lâm|công|dịch vụ|thương mại|kinh tế|nhà nước|tư nhân|ngoài|đầu tư|FDI|xây dựng|doanh nghiệp|phi|hành chính|sản xuất)(?!\p{L})))`;
  /** "Tỷ lệ trẻ đi học tăng nhanh, trong đó:" */
  const FALLS = viPart`(\s+(${CHANGES})( (nhanh|mạnh|dần|đều|cao|rõ rệt|đáng kể))?[\s,]+trong đó( có)?|(\s+(đạt|đều|cũng))*\s+(${CHANGES}|${DIFFERS})( (nhanh|mạnh|khá|cao))?,? (gồm|bao gồm|như|cụ thể))?`;
  return {
    LOCATED: vi`^\s*((${AIMS}|${OPENS})\s+)*(đối với\s+)?(?<head>((tại|ở|trong) )?(các)? ${area} [^:;.%\d]{2,80}?)(?=\s*(:|$|,\s*$)|,?\s+(${AIMS}|có|đạt|đã|sẽ) )`,
    IS_LOCATED: vi`^(đối với\s+)?(?<head>((tại|ở|trong) )?(các)? ${area} [^,:;.%\d]{2,70})$`,
    WHOLE: vi`(?<head>(${wholes})( [\p{L}()-]+){0,14}?)${FALLS}\s*((${LINKS}|gồm|bao gồm|như sau|cụ thể|ước|dự kiến|lần lượt)\s*)*$`,
    /** The words up to the colon are one measure: "Tỷ lệ đường trục xã được bê tông hóa", "Tỷ lệ suy dinh dưỡng trẻ em dưới 5 tuổi". */
    ALL: vi`^\s*((về|${AIMS}|${OPENS}|${MOVED}|${KEEPS})\s+)*(?<head>(${wholes})(\s+[^\s:;.%]+){0,24}?),?${FALLS}\s*((${LINKS}|gồm|bao gồm|như sau|cụ thể|ước|dự kiến|trong đó|lần lượt)[\s,]*)*$`,
    /** "Cơ cấu kinh tế tiếp tục chuyển dịch đúng hướng": what happens to it is none of it. */
    SHIFTS: vi`,?( (tiếp tục|từng bước|được|có|sự|đã))* (chuyển (dịch|biến|đổi)|thay đổi|theo hướng)(?!\p{L}).*$`,
    NEXT: vi`[,;]\s*((${MOVED}|${KEEPS}|${AIMS})\s+)*(${wholes})`,
    MEASURE: vi`^\s*(${wholes})`,
    PREDICATE: vi`${PREDICATE}`,
    CHANGE_ONLY: vi`^((lũy kế|cộng dồn|tính chung|cũng|tiếp tục|đã|lại|vẫn)\s+)*(đạt|bằng|ước|(tương đương|tương ứng)( với)?|thêm)?\s*((bình quân|trung bình)? (mỗi|hằng|hàng|một|từng)? (năm|quý|tháng)?\s+)?(?<verb>((bình quân|trung bình) (?=\p{L}))?(${CHANGES}|${DIFFERS}|gấp)?( (trưởng|thêm|gấp|bình quân|trung bình))*|bình quân|trung bình)( hơn)?(\s*(được|khoảng|tương đương|tương ứng)( với)?)*$`,
    SHARE_OF: vi`^(đạt|bằng|vượt|chiếm|${COMPLETES})?\s*(so với)?\s*(?<of>(${PLAN}|${viWords(clauseWords.filter(({ behind }) => behind === 'share'))}|cùng kỳ)(\s[^,;:]*)?)$`,
    /** "…, GRDP tăng", "…, cùng kỳ đạt": what stands before its figure is told of itself. */
    WHOLE_AHEAD: vi`(?<!so\s*(với\s*)?)(?<!\p{L})(${viWords(clauseWords.filter(({ behind }) => behind === 'share'))}|cùng kỳ)(?!\p{L})`,
    COUNTED_BASE: vi`^(dân số|tổng số)`,
    PLAN_FIGURE: vi`^(${viMeaning(tables.statementWords, 'misses')}\s+)*${PLAN}(\s[^,;:]{0,40})?$`,
    /** "cao hơn so với mức tăng của cả nước", "bình quân toàn tỉnh tăng", "thấp hơn mục tiêu": the same of others, or as it was planned. */
    OF_OTHERS: vi`^((và|nhưng|song|đều)\s+)?(?<differs>${DIFFERS}\s*)?(so (với)?\s*)?(?<whose>((mức|tỷ lệ|tốc độ) )?(tăng( trưởng)? )?((bình quân|trung bình)( chung)? )?(chung )?(của )?(${wholePlace}|(?<=(bình quân|trung bình|chung)( của)? )(${viWords(placeKinds)}|vùng|khu vực|ngành)|(?<=hơn\s*(so với\s*)?)(cùng kỳ|năm trước)|(?<plan>${PLAN}))(?!\p{L})[^,;:.%\d]{0,40}?)(\s*(là|đạt|ở mức))?$`,
    ACTS_ITSELF: vi`^${wholePlace}\s+(?!(tăng|giảm|đạt|là|có|ở|chiếm|nói|trong)(?!\p{L}))\p{L}+`,
    COMPARED: vi`^(${CHANGES})?\s*so (với)? `,
    /** What the measure before was said to do; a rate of growth has it in its name. */
    ENDS_WITH_CHANGE: vi`(?<!(^|\s)(tốc độ|tỷ lệ|tỉ lệ|mức|nhịp độ|đà))\s+(${CHANGES}|${DIFFERS}|gấp)( (thêm|hơn|trưởng|gấp|bình quân|trung bình))*$`,
    /** What part it was said to be. */
    ENDS_WITH_SHARE: vi`(?<=\S)\s+(chiếm( (tỷ|tỉ) (lệ|trọng))?|(góp|đóng góp) (vào|cho)(?!\p{L}).*)$`,
    RANKED: vi`^(và )?(đứng|xếp (thứ|vị trí|hạng)|đạt vị trí|nằm trong|thuộc|lọt)(?!\p{L})`,
    TO_RANK: vi`(^|[\s,]+)(đứng|xếp (thứ|vị trí|hạng)|đạt vị trí|nằm trong|thuộc|lọt)(?!\p{L}).*$`,
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
  !isMeasure(knowledge, words) || (PART_OF_STRUCTURE.test(words) && STRUCTURE.test(head));
const STRUCTURE = vi`^cơ cấu`;
const PART_OF_STRUCTURE = vi`^(tỷ|tỉ) trọng`;

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
  const subject = subjectOfSaid(knowledge, before);
  if (!share) return `${subject} ${verb} ${words.replace(/^(?:chiếm|đóng\s+góp)(?!\p{L})\s*/iu, '')}`.trim();
  const of = words
    .replace(/^(?:chiếm|đóng\s+góp)(?!\p{L})\s*/iu, '')
    .replace(/^t[ỷỉ]\s+(?:lệ|trọng)\s+(?=%)/iu, '')
    .replace(/^(?:%\s+)?(?:(?:vào|cho|trong)\s+)?/iu, '');
  if (of === '' || /^t[ỷỉ]\s+(?:lệ|trọng)$/iu.test(of)) return `${subject} ${verb} ${of}`.trim();
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
export function isGap(differs: string, between: string, own: number, figure: number): boolean {
  if (/(?:\(|ở\s+mức)\s*$/iu.test(between)) return false;
  const onOtherSide = LESS.test(differs) ? figure <= own : figure >= own;
  if (/(?<!\p{L})(?:là|đạt)\s*$/iu.test(between)) return onOtherSide;
  return onOtherSide || Math.abs(own - figure) > figure / 2;
}
const LESS = /^(?:thấp|ít|nhỏ|chậm)(?!\p{L})/iu;
