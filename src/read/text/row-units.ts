import { built, type Knowledge } from '../../knowledge/knowledge.ts';
import { vi, viWords } from '../../language/pattern.ts';
import { keyOf } from '../../language/words.ts';

/** Words of a unit at most. */
const LONGEST_UNIT = 4;

const unitsOf = built(['figures'], ({ figures: { units } }) => ({
  KNOWN: vi`^(${Object.keys(units.multipliers)} )?(${[...units.units.flatMap(({ forms }) => forms), ...units.symbols]})(\s?/.{1,20})?$`,
}));

/** Which words are units: those known as such, before those that stand behind the words of several rows ("I Tỷ đồng" does too). */
export function unitsIn(knowledge: Knowledge, rows: readonly string[]): readonly ((words: string) => boolean)[] {
  const { KNOWN } = unitsOf(knowledge);
  const ends = new Map<string, number>();
  for (const row of rows) {
    const words = row.split(' ');
    for (let length = 1; length <= Math.min(LONGEST_UNIT, words.length - 1); length++) {
      const key = keyOf(words.slice(-length).join(' '));
      ends.set(key, (ends.get(key) ?? 0) + 1);
    }
  }
  return [(words) => KNOWN.test(words), (words) => /^\p{Lu}/u.test(words) && (ends.get(keyOf(words)) ?? 0) > 1];
}

/** The name of a row and its unit: the longest that is one, or what a capital begins right behind small letters. */
export function unitApart(
  text: string,
  units: readonly ((words: string) => boolean)[],
): readonly [name: string, unit: string] {
  const words = text.split(' ');
  for (const isUnit of units) {
    for (let length = Math.min(LONGEST_UNIT, words.length - 1); length > 0; length--) {
      const unit = words.slice(-length).join(' ');
      if (isUnit(unit)) return [words.slice(0, -length).join(' '), unit];
    }
  }
  const capital = words.findLastIndex((word) => /^\p{Lu}\p{Ll}/u.test(word));
  const alone = capital > 1 && capital >= words.length - LONGEST_UNIT && /^\p{Ll}/u.test(words[capital - 1] ?? '');
  return alone ? [words.slice(0, capital).join(' '), words.slice(capital).join(' ')] : [text, ''];
}

const unitHeadsOf = built(['columns'], ({ columns }) => ({
  UNIT: vi`^${viWords(columns.filter(({ holds }) => holds === 'unit'))}$`,
}));

/** "Chỉ tiêu ĐV tính" in its two heads; undefined where they are one. */
export function headApart(knowledge: Knowledge, head: string): readonly [name: string, unit: string] | undefined {
  const words = head.split(' ');
  const from = words.findIndex((_, i) => i > 0 && unitHeadsOf(knowledge).UNIT.test(words.slice(i).join(' ')));
  return from < 0 ? undefined : [words.slice(0, from).join(' '), words.slice(from).join(' ')];
}
