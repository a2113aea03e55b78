import { built, type Knowledge } from '../knowledge/knowledge.ts';
import type { ReachMeaning } from '../knowledge/word-tables.ts';
import { anyOf, edged, keyOf, phraseKept } from '../language/words.ts';
import { onceFor } from './grouped.ts';
import type { ComparedPlan } from './plans.ts';

/** What other land than that of its plan a measure is of, as it is written there: "Cả nước", "Vùng Tây Nguyên", "huyện Lâm Thao". */
export type PlaceOf = (
  text: string,
  unit: string | null,
  plan: Pick<ComparedPlan, 'header' | 'formerly'>,
) => string | null;

type PlaceTables = Pick<Knowledge, 'reachWords' | 'provinces' | 'placeKinds' | 'officeWords'>;

const kept = (names: readonly string[]): string =>
  edged(
    `(?:${names
      .toSorted((a, b) => b.length - a.length)
      .map(phraseKept)
      .join('|')})`,
  );

const patternsOf = built(
  ['reachWords', 'provinces', 'placeKinds', 'officeWords'],
  ({ reachWords, provinces, placeKinds, officeWords }) => {
    const words = (means: ReachMeaning): string[] =>
      reachWords.flatMap((row) => (row.means === means ? [row.word] : []));
    const opening = (word: string): string[] => [word, word.charAt(0).toUpperCase() + word.slice(1)];
    const kinds = placeKinds.flatMap(({ word, level, abbreviates }) =>
      level === 'province' || abbreviates !== undefined ? [] : opening(word),
    );
    const names = [...provinces.names, ...provinces.spellings];
    const called = officeWords.flatMap(({ word, means }) => (means.includes('called') ? [word] : []));
    return {
      place: new RegExp(
        [
          `(?<country>${kept(words('country').flatMap(opening))})`,
          `(?<region>${kept(words('region'))})`,
          `(?<below>${kept(kinds)} (?<name>\\p{Lu}\\p{L}+(?: \\p{Lu}\\p{L}+)+))`,
          `(?<province>${kept(names)})`,
        ].join('|'),
        'gu',
      ),
      /** No place is named without a capital behind the first letter, but the country. */
      hint: new RegExp(`.\\p{Lu}\\p{Ll}|${words('country').flatMap(opening).join('|')}`, 'u'),
      provinces: new Set(names.map(keyOf)),
      compared: new RegExp(edged(anyOf(words('compared'))), 'iu'),
      all: new RegExp(edged(anyOf(words('all'))), 'iu'),
      called: new RegExp(`${edged(anyOf(called))} $`, 'iu'),
    };
  },
);

interface NamedPlace {
  readonly kind: 'country' | 'region' | 'below' | 'province';
  readonly name: string;
}

/** The places that a measure is of; what it is compared with is none of them, nor what is called by a place's name. */
function placesIn(knowledge: PlaceTables, text: string): readonly NamedPlace[] {
  const { place, provinces, compared, all, called } = patternsOf(knowledge);
  const found: NamedPlace[] = [];
  for (const match of text.matchAll(place)) {
    const before = text.slice(0, match.index);
    if (compared.test(before)) break;
    if (called.test(before)) continue;
    const { country, region, below, name = '', province } = match.groups ?? {};
    if (country !== undefined) found.push({ kind: 'country', name: 'Cả nước' });
    else if (region !== undefined) found.push({ kind: 'region', name: `Vùng ${region}` });
    else if (province !== undefined) found.push({ kind: 'province', name: province });
    else if (below === undefined || all.test(before)) continue;
    else if (provinces.has(keyOf(name))) found.push({ kind: 'province', name });
    else found.push({ kind: 'below', name: below });
  }
  return found;
}

const NONE: readonly NamedPlace[] = [];
/** Tells for each measure of a plan of what other land it is; null where it is of the plan's own. */
export function placeReader(knowledge: PlaceTables): PlaceOf {
  const read = new Map<string, readonly NamedPlace[]>();
  return (text, unit, plan) => {
    const places = onceFor(read, text, () =>
      patternsOf(knowledge).hint.test(text) ? placesIn(knowledge, text) : NONE,
    );
    if (places.length === 0) return null;
    const other = places.filter((place) => !isOwn(knowledge, place, unit, plan));
    return other.length === 0 ? null : [...new Set(other.map(({ name }) => name))].join(', ');
  };
}

function isOwn(
  { provinces: { units, formedFrom } }: PlaceTables,
  { kind, name }: NamedPlace,
  unit: string | null,
  { header: { level, province, issuer }, formerly }: Pick<ComparedPlan, 'header' | 'formerly'>,
): boolean {
  // A rank is one among those of the whole country.
  if (kind === 'country') return level === 'central' || unit === 'rank';
  if (kind === 'below') return level === 'district' || level === 'commune' || issuer?.name.includes(name) === true;
  if (kind === 'region') return false;
  // A text that tells no province of its own may mean it.
  const own = formerly ?? province;
  if (own === null) return level !== 'central';
  if (keyOf(own.name) === keyOf(name)) return true;
  return (
    !formedFrom.has(own.code) &&
    units.some((one) => one.code === own.code && one.set !== own.set && keyOf(one.name) === keyOf(name))
  );
}
