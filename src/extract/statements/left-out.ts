import { built, type Knowledge } from '../../knowledge/knowledge.ts';
import { vi, viPart, viWords } from '../../language/pattern.ts';
import { verbs } from '../../language/verbs.ts';
import { withoutBranches } from './branch-names.ts';
import { phrasesOf, STATEMENT_TABLES } from './phrases.ts';

const patternsOf = built(STATEMENT_TABLES, (tables) => {
  const { measures } = tables;
  const { AIM, COUNTED, GROWTH_RATE, LISTS, MADE, MEAN, PLACE_KIND, say, times } = phrasesOf(tables);
  const { PREDICATE, LINKS, MOVED, KEEPS, AIMS, OPENS, CHANGES, DOES } = verbs(tables);
  const wholes = viWords(measures.filter(({ begins, opens, heads }) => begins || opens || heads));
  const heads = viWords(measures.filter((row) => row.heads === true));
  const dimensions = viWords(measures.filter(({ dimension }) => dimension));
  /** What a measure is taken of, or how: nothing that it could stand for alone. */
  const HOW_TAKEN = viPart`(${MEAN}|${say('growth', 'how-taken')}|(${times('each')}|một)? năm|toàn ${PLACE_KIND})`;
  const branch = say('branch');
  return {
    MEASURE: vi`^((${MOVED}|${KEEPS}|${AIMS}|${OPENS})\s+)*(?<noun>${wholes})`,
    /** The words that several parts share: "Tổng đàn", "Tỷ trọng các ngành". */
    HEAD: vi`^(?<head>${heads}( (các)? ${branch})?|${wholes}(\s+\p{L}+){0,6}?\s+${branch})\s*:?\s+(?=\p{L})`,
    STRUCTURE: vi`^${say('structure')}`,
    /** Before what is told apart. */
    OPENS_PART: vi`^((${say('opens-part')}|riêng)\s+)+`,
    ENDS_PART: vi`(,?\s+${say('ends-part')})+$`,
    SAYS: vi`${PREDICATE}`,
    CHANGED: vi`\s(?<verb>${CHANGES})$`,
    CHANGES: vi`${CHANGES}`,
    ACTS: vi`^(${DOES}|${MADE})`,
    SAYS_FIRST: vi`^${PREDICATE}`,
    COUNTED_FIRST: vi`^${COUNTED}`,
    /** "diện tích", "năng suất trung bình": of what is not said. */
    DIMENSION: vi`^(với|đạt)?\s*(?<measure>${dimensions}(\s+${HOW_TAKEN})*)$`,
    /** "tốc độ tăng trưởng bình quân hàng năm" */
    GROWTH: vi`^(với|đạt)?\s*(?<measure>${GROWTH_RATE}(\s+${HOW_TAKEN})*)$`,
    OF_DIMENSION: vi`^(tổng)?\s*${dimensions}(\s+${HOW_TAKEN})*\s+(của\s+)?(?<of>(?!(${HOW_TAKEN}|cho|được|đã|đang)(\s|$))\p{L}.*)$`,
    IN_DIMENSION: vi`^(?!tổng )(?<of>\p{L}.*?)\s+(có|đạt)?\s*(tổng)?\s*${dimensions}(\s+${HOW_TAKEN})*$`,
    ANY_MEASURE: vi`${wholes}`,
    /** "đối với tội phạm đặc biệt nghiêm trọng", "ở khu vực đô thị": whom or where of those that the measure before is taken of. */
    SET_APART: vi`^(riêng\s+)?(${say('at')}|đối\s+với|vào)\s`,
    JOINT: vi`\s+(${say('at')}|đối\s+với)\s.*$`,
    /** "mức độ 2" behind "Tỷ lệ trường đạt chuẩn mức độ 1": a grade of what was measured. */
    GRADE: vi`^(${say('grade')}|cấp (độ)?)\s(\d|[IVX]+)(?!\p{L})`,
    /** Up to where, of whom or when it is taken so. */
    BY_WHAT: vi`\s(?<by>theo (\p{L}+\s?){1,4}?)(?=$| (${say('at')}|của|đối với) )`,
    /** "thể thấp còi" behind "thể nhẹ cân": these open one part after the other. */
    PART_FIRST: vi`^(${say('part-first')}|tuyến|độ tuổi)`,
    /** What goes well or badly, in so many words. */
    FARES: vi`^\s*(?<who>${say('farming')}(\s\p{L}+){1,8}?)\s${say('fares')}(?!\p{L})`,
    NO_LABEL: vi`^(${LINKS}|${AIMS}|${OPENS}|${LISTS}|${AIM}|${say('no-label')})`,
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
  const { GRADE, HEAD, JOINT, MEASURE, SET_APART, STRUCTURE } = patternsOf(knowledge);
  const measure = MEASURE.exec(before);
  if ((MEASURE.test(own) && !GRADE.test(own)) || own === '' || syllables(own).length > LONGEST_PART) return undefined;
  const taken = measure === null ? undefined : takenOtherwise(knowledge, own, before);
  if (taken !== undefined) return taken;
  if (measure === null) return SET_APART.test(own) ? beforeJoint(own, before) : undefined;
  const head = isLabel(knowledge, own) ? HEAD.exec(before)?.groups?.head : undefined;
  if (head !== undefined && STRUCTURE.test(head)) return `${head}: ${own}`;
  const opening = beforeRepeated(knowledge, own, before);
  if (opening !== undefined) return `${opening} ${own}`;
  if (sharesPredicate(own, before)) return `${measure.groups?.noun ?? ''} ${own}`;
  if (SET_APART.test(own)) return beforeJoint(own, before) ?? `${before.replace(JOINT, '')} ${own}`;
  if (head !== undefined) return `${head} ${own}`;
  return endsAlike(own, before) ? `${measure.groups?.noun ?? ''} ${own}` : undefined;
}

/** "Tỷ lệ suy dinh dưỡng theo cân nặng ở trẻ em" and "theo chiều cao", "Tỷ lệ trẻ vào nhà trẻ" and "mẫu giáo": one phrase changes. */
function takenOtherwise(knowledge: Knowledge, own: string, before: string): string | undefined {
  const { by } = patternsOf(knowledge).BY_WHAT.exec(before)?.groups ?? {};
  if (by !== undefined && BY.test(own)) return before.replace(by, own.trim());
  const into = INTO.exec(before)?.groups?.into;
  const [first = '', ...more] = syllables(own);
  const apart = more.length < LONGEST_NAME && !syllables(before).includes(first);
  return into !== undefined && apart && isLabel(knowledge, own) ? `${before.slice(0, -into.length)}${own}` : undefined;
}
const BY = /^theo\s/iu;
const INTO = /\s(?:vào|học)\s(?<into>\p{Ll}+(?:\s\p{Ll}+){0,2})$/iu;
const LONGEST_NAME = 3;

/** Whether words only say of which part of those that the measure before is taken of something is told. */
export const isSetApart = (knowledge: Knowledge, own: string): boolean => patternsOf(knowledge).SET_APART.test(own);

/** "học sinh vào lớp 1 … vào lớp 6": up to the joint with which both go on. */
function beforeJoint(own: string, before: string): string | undefined {
  const [joint = ''] = own.replace(/^riêng\s+/iu, '').split(' ');
  const at = before.toLowerCase().lastIndexOf(` ${joint.toLowerCase()} `);
  return at <= 0 ? undefined : `${before.slice(0, at)} ${own}`;
}

/** "Tỷ lệ gia đình văn hóa … khu phố văn hóa": a name that ends in the same two syllables. */
function endsAlike(own: string, before: string): boolean {
  const [ahead, behind] = [syllables(before), syllables(own)];
  return (
    behind.length > 2 && behind.length <= LONGEST_LABEL && behind.slice(-2).join(' ') === ahead.slice(-2).join(' ')
  );
}

/** A short name without a verb, that nothing can be measured of by itself. */
export function isLabel(knowledge: Knowledge, own: string): boolean {
  const { MEASURE, SAYS } = patternsOf(knowledge);
  return (
    own !== '' &&
    !MEASURE.test(own) &&
    !SAYS.test(withoutBranches(knowledge, own)) &&
    syllables(own).length <= LONGEST_LABEL
  );
}

/** "nông nghiệp tăng 3%; công nghiệp 11%": the verb with which the measure before ends, where a label says none. */
export function changeOf(knowledge: Knowledge, own: string, before: string): string | undefined {
  const { ACTS, CHANGED, CHANGES } = patternsOf(knowledge);
  const says = CHANGES.test(own) || ACTS.test(own) || own.includes('%');
  return isLabel(knowledge, own) && !says ? CHANGED.exec(before)?.groups?.verb : undefined;
}

/** What stands before the words with which the next one begins again: "tỷ lệ | hộ nghèo" before "hộ cận nghèo". */
function beforeRepeated(knowledge: Knowledge, own: string, before: string): string | undefined {
  const { COUNTED_FIRST, ENDS_PART, OPENS_PART, PART_FIRST, SAYS_FIRST } = patternsOf(knowledge);
  const part = own.replace(OPENS_PART, '');
  const [ahead, behind] = [syllables(before), syllables(part)];
  let best = { at: -1, length: 0 };
  for (let at = 1; at < ahead.length; at++) {
    let length = 0;
    while (length < behind.length && ahead[at + length] === behind[length]) length++;
    if (length > best.length) best = { at, length };
  }
  if (best.length === 0) return undefined;
  if (
    best.length === 1 &&
    !SAYS_FIRST.test(part) &&
    !COUNTED_FIRST.test(part) &&
    !PART_FIRST.test(part) &&
    !/^\p{Lu}{2,}(?=\s)/u.test(part)
  )
    return undefined;
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

/** What goes well or badly, in so many words: "sản xuất lúa" of "sản xuất lúa được mùa". */
export function subjectOfClause(knowledge: Knowledge, clause: string): string | undefined {
  const said = patternsOf(knowledge).FARES.exec(clause)?.groups?.who?.trim();
  return said === undefined || /\d/u.test(said) ? undefined : said;
}
