import { built, type Knowledge } from '../../../knowledge/knowledge.ts';
import { asWritten, capitalOf, inAllCases, viAll, viWords } from '../../../language/pattern.ts';
import { keyOf } from '../../../language/words.ts';
import type { Level } from '../../../model/record.ts';

type Kind = Knowledge['placeKinds'][number];
type Tables = Pick<Knowledge, 'placeKinds'>;

/** What kinds of places are called in the names of bodies. */
export const placeWords = built(['placeKinds'], ({ placeKinds }) => {
  const whole = placeKinds.filter(({ abbreviates }) => abbreviates === undefined);
  const abbreviations = placeKinds.flatMap(({ abbreviates, ...row }) =>
    abbreviates === undefined ? [] : [{ ...row, abbreviates }],
  );
  const shorts = whole.flatMap(({ word, short, level }) => (short === undefined ? [] : [{ word, short, level }]));
  const rowsOf = (...levels: readonly Kind['level'][]) => whole.filter(({ level }) => levels.includes(level));
  const wordsOf = (...levels: readonly Kind['level'][]): readonly string[] => rowsOf(...levels).map(({ word }) => word);
  const abbreviated = (level: Kind['level']): string =>
    viWords(abbreviations.filter((row) => row.level === level)).source;
  const [provinces, cities, below] = [wordsOf('province'), wordsOf('city'), wordsOf('district', 'commune')];
  const titled = cities.map((word) => word.split(' ').map(capitalOf).join(' '));
  const shortRows = shorts.map(({ short }) => ({ word: short }));
  const unit = viWords([...placeKinds.filter(({ level }) => level !== 'province'), ...shortRows]);
  return {
    /** Sources in the cases of sentences and titles, for patterns that tell these apart. */
    PROVINCE: inAllCases(provinces),
    CITY: `(?:${inAllCases(cities)}|${asWritten(titled)}|${abbreviated('city')})`,
    BELOW: `(?:${inAllCases(below)}|${abbreviated('district')})`,
    BARE: asWritten(below.flatMap((word) => [word, capitalOf(word)])),
    /** Behind "các". */
    MANY: `(?:${inAllCases([...below, ...cities, ...provinces])}|${asWritten(shorts.map(({ short }) => short))})`,
    /** Of all below a province, for patterns that ignore case. */
    UNIT: unit.source,
    UNIT_PIECE: unit,
    DISTRICT_OR_COMMUNE: viWords(rowsOf('district', 'commune')).source,
    OF_COMMUNE: new RegExp(`^${viWords(rowsOf('commune')).source}`, 'iu'),
    ANY: new RegExp(viWords([...placeKinds, ...shortRows]).source, 'giu'),
    kinds: whole,
    shorts: shorts.map(({ word, short, level }) => ({
      word,
      short,
      level,
      /** It, and not the beginning of a longer one: "thị", but not "thị trấn". */
      SHORT: viAll`${[short]}(?! ${whole.flatMap((row) => (row.word.startsWith(`${short} `) ? [row.word.slice(short.length + 1)] : []))})`,
    })),
    abbreviations: abbreviations.map(({ word, level, abbreviates }) => ({
      level,
      abbreviates,
      ALONE: new RegExp(`^${viWords([{ word }]).source}$`, 'iu'),
    })),
    /** What "ủy" stands behind in the names of the Party's committees. */
    committees: [...new Set(whole.map(({ committee = '' }) => committee.split(' ')[0] ?? ''))],
  };
});

/** The level of the units that words name, the lowest of several: "huyện, thị xã" is that of districts. */
export function levelOfPlace(knowledge: Tables, text: string): Level | null {
  const { ANY, kinds, shorts, abbreviations } = placeWords(knowledge);
  const key = keyOf(text);
  const levels = [...key.matchAll(ANY)].map(
    ([word]) =>
      [...kinds, ...shorts.map(({ short, level }) => ({ word: short, level }))].find((row) => keyOf(row.word) === word)
        ?.level ?? abbreviations.find(({ ALONE }) => ALONE.test(word))?.level,
  );
  if (levels.includes('commune') || key.includes('cơ sở')) return 'commune';
  // A city is one of a province, as far as its word alone tells.
  if (levels.includes('district') || levels.includes('city')) return 'district';
  return levels.includes('province') ? 'province' : null;
}

/** "thành" -> "thành phố", "TX." -> "thị xã". */
export function unitInFull(knowledge: Tables, unit: string): string {
  const { shorts, abbreviations } = placeWords(knowledge);
  return (
    shorts.find(({ short }) => short === unit)?.word ??
    abbreviations.find(({ ALONE }) => ALONE.test(unit))?.abbreviates ??
    unit
  );
}
