import { built, type Knowledge } from '../../knowledge/knowledge.ts';
import { vi, viPart, viWords } from '../../language/pattern.ts';
import { verbs } from '../../language/verbs.ts';

/** What a measure is taken of, or how: nothing that it could stand for alone. */
const HOW_TAKEN = viPart`(bình quân|trung bình|gieo trồng|gieo cấy|thu hoạch|nuôi trồng|sản xuất|tăng trưởng|cả năm|(hằng|hàng|mỗi|một)? năm|đầu người|ước|toàn (xã|huyện|tỉnh))`;

const patternsOf = built(['measures', 'verbs', 'figures'], (tables) => {
  const { measures, figures } = tables;
  const { PREDICATE, LINKS, MOVED, KEEPS, AIMS, OPENS } = verbs(tables);
  const wholes = viWords(measures.filter(({ begins, opens, heads }) => begins || opens || heads));
  const heads = viWords(measures.filter((row) => row.heads === true));
  const dimensions = viWords(measures.filter(({ dimension }) => dimension));
  const counted = viWords(figures.counted.heads.map((word) => ({ word })));
  return {
    MEASURE: vi`^((${MOVED}|${KEEPS}|${AIMS}|${OPENS})\s+)*(?<noun>${wholes})`,
    /** The words that several parts share: "Tổng đàn", "Tỷ trọng các ngành". */
    HEAD: vi`^(?<head>${heads}( (các)? (ngành|khu vực|lĩnh vực|nhóm))?)\s*:?\s+(?=\p{L})`,
    STRUCTURE: vi`^cơ cấu`,
    /** Before what is told apart. */
    OPENS_PART: vi`^((đối với|riêng|các|những|số|loại|và|còn)\s+)+`,
    ENDS_PART: vi`(,?\s+(đối với|các|những|loại))+$`,
    SAYS: vi`${PREDICATE}`,
    SAYS_FIRST: vi`^${PREDICATE}`,
    COUNTED_FIRST: vi`^${counted}`,
    /** "diện tích", "năng suất trung bình": of what is not said. */
    DIMENSION: vi`^(với|đạt)?\s*(?<measure>${dimensions}(\s+${HOW_TAKEN})*)$`,
    /** "tốc độ tăng trưởng bình quân hàng năm" */
    GROWTH: vi`^(với|đạt)?\s*(?<measure>(tốc độ|tỷ lệ|mức) tăng( trưởng)?(\s+${HOW_TAKEN})*)$`,
    OF_DIMENSION: vi`^(tổng)?\s*${dimensions}(\s+${HOW_TAKEN})*\s+(của\s+)?(?<of>(?!${HOW_TAKEN}(\s|$))\p{L}.*)$`,
    IN_DIMENSION: vi`^(?!tổng )(?<of>\p{L}.*?)\s+(có|đạt)?\s*(tổng)?\s*${dimensions}(\s+${HOW_TAKEN})*$`,
    ANY_MEASURE: vi`${wholes}`,
    NO_LABEL: vi`^(${LINKS}|${AIMS}|${OPENS}|về|cụ thể|trong đó|gồm|bao gồm|như sau|kết quả|mục tiêu|chỉ tiêu|theo|đến)`,
  };
});

/** A measure or its part is no longer than this, in syllables. */
const LONGEST_PART = 14;
const LONGEST_LABEL = 6;

const syllables = (words: string): string[] =>
  words
    .toLowerCase()
    .replace(/[,;:()]/gu, ' ')
    .trim()
    .split(/\s+/u);

/**
 * A measure with the words of the one before it that it leaves out: "Tỷ lệ xã đạt chuẩn nông thôn mới nâng cao" and "nông thôn mới
 * kiểu mẫu", "Tổng đàn trâu, bò" and "lợn".
 *
 * @returns undefined where it says itself what it measures, or nothing tells what it shares
 */
export function withOpening(knowledge: Knowledge, own: string, before: string): string | undefined {
  const { MEASURE, HEAD, STRUCTURE, SAYS } = patternsOf(knowledge);
  const measure = MEASURE.exec(before);
  if (measure === null || MEASURE.test(own) || own === '' || syllables(own).length > LONGEST_PART) return undefined;
  const head = SAYS.test(own) || syllables(own).length > LONGEST_LABEL ? undefined : HEAD.exec(before)?.groups?.head;
  if (head !== undefined && STRUCTURE.test(head)) return `${head}: ${own}`;
  const opening = beforeRepeated(knowledge, own, before);
  if (opening !== undefined) return `${opening} ${own}`;
  if (sharesPredicate(own, before)) return `${measure.groups?.noun ?? ''} ${own}`;
  if (SET_APART.test(own)) return `${before.replace(/\s+(?:đối\s+với|trong|tại|ở)\s.*$/iu, '')} ${own}`;
  return head === undefined ? undefined : `${head} ${own}`;
}

/** "đối với tội phạm đặc biệt nghiêm trọng", "ở khu vực đô thị": whom or where of those that the measure before is taken of. */
export const SET_APART = /^(?:riêng\s+)?(?:đối\s+với|trong|tại|ở)\s/iu;

/** What stands before the words with which the next one begins again: "tỷ lệ | hộ nghèo" before "hộ cận nghèo". */
function beforeRepeated(knowledge: Knowledge, own: string, before: string): string | undefined {
  const { OPENS_PART, ENDS_PART, SAYS_FIRST, COUNTED_FIRST } = patternsOf(knowledge);
  const part = own.replace(OPENS_PART, '');
  const [ahead, behind] = [syllables(before), syllables(part)];
  let best = { at: -1, length: 0 };
  for (let at = 1; at < ahead.length; at++) {
    let length = 0;
    while (length < behind.length && ahead[at + length] === behind[length]) length++;
    if (length > best.length) best = { at, length };
  }
  if (best.length === 0) return undefined;
  if (best.length === 1 && !SAYS_FIRST.test(part) && !COUNTED_FIRST.test(part)) return undefined;
  const words = before
    .split(/\s+/u)
    .slice(0, best.at)
    .join(' ')
    .replace(/[\s,;:(]+$/u, '');
  return part === own ? words : words.replace(ENDS_PART, '');
}

/** Syllables in a row that two measures must share for one to lean on the other. */
const SHARED = 4;

/** "… được công nhận danh hiệu văn hóa" is said of both. */
function sharesPredicate(own: string, before: string): boolean {
  const [ahead, behind] = [` ${syllables(before).join(' ')} `, syllables(own)];
  for (let at = 1; at + SHARED <= behind.length; at++)
    if (ahead.includes(` ${behind.slice(at, at + SHARED).join(' ')} `)) return true;
  return false;
}

/** A measure that does not say of what it is taken, without what joins it to the one before: "với sản lượng". */
export function dimensionOf(knowledge: Knowledge, own: string): string | undefined {
  return patternsOf(knowledge).DIMENSION.exec(own)?.groups?.measure;
}

/** "tốc độ tăng trưởng bình quân": of the measure before it. */
export function growthOf(knowledge: Knowledge, own: string): string | undefined {
  return patternsOf(knowledge).GROWTH.exec(own)?.groups?.measure;
}

/** What the words before a colon name where they are but a name: "Lúa: diện tích …". */
export function labelOf(knowledge: Knowledge, words: string): string | undefined {
  const label = words.slice(Math.max(...['(', '.', ';', ','].map((mark) => words.lastIndexOf(mark))) + 1).trim();
  const { NO_LABEL, SAYS, ANY_MEASURE } = patternsOf(knowledge);
  if (label === '' || /\d/u.test(label) || syllables(label).length > LONGEST_LABEL) return undefined;
  return NO_LABEL.test(label) || SAYS.test(label) || ANY_MEASURE.test(label) ? undefined : label;
}

/** Of what a measure is taken: "lúa" of "Diện tích gieo trồng lúa" and of "lúa". */
export function subjectOf(knowledge: Knowledge, measure: string): string | undefined {
  const { OF_DIMENSION, IN_DIMENSION } = patternsOf(knowledge);
  const of = (OF_DIMENSION.exec(measure) ?? IN_DIMENSION.exec(measure))?.groups?.of;
  return of === undefined ? labelOf(knowledge, measure) : of;
}
