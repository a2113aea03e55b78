import { built, type Knowledge } from '../../knowledge/knowledge.ts';
import { OF_WHICH_JOINT } from '../../language/of-which.ts';
import { vi, viWords } from '../../language/pattern.ts';
import { verbs } from '../../language/verbs.ts';
import { withoutBranches } from './branch-names.ts';
import { vocabularyOf } from './vocabulary.ts';

/** What is told apart from the measure before it. */
export const OF_WHICH = /^[\s–+-]*trong\s+đó(?:\s+có)?(?!\p{L})[\s:,]*/iu;
/** "riêng các xã vùng cao" is a part too. */
const ALONE = /^riêng\s+(?:đối\s+với\s+)?/iu;

const patternsOf = built(['figures', 'verbs'], (tables) => {
  const counted = viWords(tables.figures.counted.heads.map((word) => ({ word })));
  const acts = viWords(tables.figures.counted.verbs.map((word) => ({ word })));
  return {
    /** "khách quốc tế", "lượt khách quốc tế": what is counted, and which. */
    COUNTED: vi`^${counted}\s+[\p{L}\d]+`,
    /** "cải tạo trạm y tế": what is done with it. */
    DONE: vi`^(${verbs(tables).DOES}|${acts})((,| và)? (${verbs(tables).DOES}|${acts}))*\s+(?!(được|đạt)\s)\p{L}+`,
  };
});

/**
 * A part of a count that names again what is counted takes its place: "đón 2 triệu lượt khách, trong đó 300 nghìn lượt khách quốc
 * tế" is "đón lượt khách quốc tế"; one that has a verb stands alone.
 *
 * @param noun the part without the unit that it shares with the whole
 * @returns undefined for a part that says neither
 */
export function ofCount(knowledge: Knowledge, whole: string, part: string, noun: string): string | undefined {
  const { COUNTED, DONE } = patternsOf(knowledge);
  if (vocabularyOf(knowledge).MEASURE_NOUN.test(whole)) return undefined;
  const own = ownWords(part);
  if (DONE.test(own)) return own;
  const counted = ownWords(noun);
  const [first = ''] = counted.split(' ');
  const at = ` ${whole.toLowerCase()} `.indexOf(` ${first.toLowerCase()} `);
  const repeats = COUNTED.test(counted) || (DONE.test(whole) && counted.includes(' '));
  return at >= 0 && repeats ? `${whole.slice(0, at)}${counted}` : undefined;
}

const ownWords = (part: string): string => part.replace(OF_WHICH, '').replace(ALONE, '');

/**
 * What a part of a measure measures: "Diện tích gieo trồng" and "Lúa" are "Diện tích gieo trồng, trong đó lúa". A part that says
 * itself what it measures ("tỷ lệ lao động nữ", "hồ sơ được ký số") stays as it is.
 */
export function ofWhich(knowledge: Knowledge, whole: string, part: string): string {
  const own = ownWords(part);
  const { MEASURE_NOUN, PREDICATE, PREDICATE_FIRST } = vocabularyOf(knowledge);
  const said = withoutBranches(own);
  if (MEASURE_NOUN.test(own) || (PREDICATE.test(said) && !PREDICATE_FIRST.test(said))) return own;
  const first = /^\p{Lu}\p{Ll}+(?=\s\p{Ll}|$)/u.test(own) ? own.slice(0, 1).toLowerCase() + own.slice(1) : own;
  return `${whole}${OF_WHICH_JOINT}${first}`;
}
