import { built, type Knowledge } from '../../knowledge/knowledge.ts';
import { vi } from '../../language/pattern.ts';
import { verbs } from '../../language/verbs.ts';
import { onlyMeasures } from '../mentions/quantities/measure.ts';
import { withoutBranches } from './branch-names.ts';
import { phrasesOf, STATEMENT_TABLES } from './phrases.ts';
import { vocabularyOf } from './vocabulary.ts';
import { withoutHolder } from './who-has.ts';

/** What is told apart from the measure before it. */
export const OF_WHICH = /^[\s–+-]*(?:trong\s+đó|tr\.\s?đó)(?:\s+có)?(?!\p{L})[\s:,]*/iu;
/** "riêng các xã vùng cao" is a part too. */
const ALONE = /^riêng\s+(?:đối\s+với\s+)?/iu;

const patternsOf = built(STATEMENT_TABLES, (tables) => {
  const { COUNTED: counted, MADE: acts, say } = phrasesOf(tables);
  return {
    /** "diện tích có rừng", "số đã được cấp": of what, the whole tells. */
    SAYS_OF_WHOLE: vi`^(diện\s+tích|số)\s+${say('told-of-whole')}\s`,
    SAYS_LITTLE: vi`^(${say('counts-any')}|khu)$`,
    /** "khách quốc tế", "lượt khách quốc tế": what is counted, and which. */
    COUNTED: vi`^${counted}\s+[\p{L}\d]+`,
    /** "cải tạo trạm y tế": what is done with it. */
    DONE: vi`^(${verbs(tables).DOES}|${acts})((,| và)? (${verbs(tables).DOES}|${acts}))*\s+(?!(được|đạt)\s)\p{L}+`,
  };
});

/**
 * A part of a count that names again what is counted takes its place: "đón 2 triệu lượt khách, trong đó 300 nghìn lượt khách quốc
 * tế" is "đón lượt khách quốc tế". One that has a verb stands alone, and so does one that says more of the people it counts ("người đi
 * làm việc ở nước ngoài") or is a part of a measure and not of what is done ("tổng lượng khách", "lượt khách quốc tế").
 *
 * @param noun the part without the unit that it shares with the whole
 * @param unit by which the whole is counted
 * @returns undefined for a part that says neither
 */
export function ofCount(
  knowledge: Knowledge,
  told: string,
  part: string,
  noun: string,
  unit: string,
): string | undefined {
  const whole = withoutHolder(knowledge, told);
  const { COUNTED, DONE } = patternsOf(knowledge);
  const { MEASURE_NOUN, PREDICATE } = vocabularyOf(knowledge);
  const counted = ownWords(noun);
  const own = ownWords(part);
  const [first = '', ...more] = counted.split(' ');
  // "Toàn tỉnh có 300 HTX, trong đó 147 HTX nông nghiệp"
  if (whole !== told && counted.toLowerCase().startsWith(`${whole.toLowerCase()} `)) return counted;
  const at = ` ${whole.toLowerCase()} `.indexOf(` ${first.toLowerCase()} `);
  if (MEASURE_NOUN.test(whole)) return at < 0 && first === unit.split(' ')[0] && more.length > 1 ? counted : undefined;
  if (DONE.test(own)) return own;
  // "Cây màu 25 ha, trong đó cây ngô 17 ha": where the unit but measures, nothing is counted.
  const counts = !onlyMeasures(knowledge, unit) || DONE.test(whole);
  const repeats = (counts && COUNTED.test(counted)) || (DONE.test(whole) && counted.includes(' '));
  if (at < 0 || !repeats) return undefined;
  const saysMore = PEOPLE.test(unit) && (more.length >= SAYS_ENOUGH || PREDICATE.test(more.join(' ')));
  return saysMore ? counted : `${whole.slice(0, at)}${counted}`;
}

const PEOPLE = /^(?:người|lao động)/iu;
/** Syllables behind those who are counted with which a part is understood by itself. */
const SAYS_ENOUGH = 5;

const ownWords = (part: string): string => part.replace(OF_WHICH, '').replace(ALONE, '');

/** "Tổng dư nợ cho vay" and "dư nợ cho vay nông nghiệp": both name what is measured, and the part names more of it. */
function beginsAlike(knowledge: Knowledge, own: string, whole: string): boolean {
  const [a, b] = [own, whole].map((words) =>
    words
      .toLowerCase()
      .replace(/^tổng (?:số )?/u, '')
      .split(' '),
  );
  if (a === undefined || b === undefined || a.length < 3) return false;
  return a[0] === b[0] && a[1] === b[1] && !patternsOf(knowledge).SAYS_LITTLE.test(a[0] ?? '');
}

/** A part of a measure in its own words, and whether they say without the whole what it measures. */
interface PartOfMeasure {
  readonly own: string;
  readonly alone: boolean;
}

/**
 * A part of a measure: "Lúa" of "Diện tích gieo trồng" leans on it, "tỷ lệ lao động nữ" and "hồ sơ được ký số" say themselves what
 * they measure.
 */
export function partOfMeasure(knowledge: Knowledge, part: string, whole = ''): PartOfMeasure {
  const own = ownWords(part);
  const { MEASURE_NOUN, PREDICATE, PREDICATE_FIRST } = vocabularyOf(knowledge);
  const said = withoutBranches(knowledge, own);
  return {
    own,
    alone:
      !patternsOf(knowledge).SAYS_OF_WHOLE.test(own) &&
      (beginsAlike(knowledge, own, whole) ||
        MEASURE_NOUN.test(own) ||
        (PREDICATE.test(said) && !PREDICATE_FIRST.test(said))),
  };
}
