import { built, type Knowledge } from '../knowledge/knowledge.ts';
import { fullWords } from '../language/wording.ts';
import { anyOf, edged, keyOf } from '../language/words.ts';
import { onceFor } from './grouped.ts';
import { shortForms } from './short-forms.ts';

/** Reduces wordings to what tells one measure from another. */
export interface Reducer {
  /**
   * The syllables that are left, each once, sorted: "Tỷ lệ hồ sơ TTHC được giải quyết đúng hạn" -> chính, giải, hành,
   * hạn, hồ, quyết, sơ, thủ, tục. None are left of a wording that says how is measured and not what: "Tổng diện tích".
   *
   * @param unit what it says is not said again by the words: "diện tích lúa" in ha is "lúa"
   */
  readonly tokens: (text: string, unit?: string | null) => readonly string[];
  /** Whether a syllable makes another measure of any wording that it is added to: "không", "mới". */
  readonly tells: (token: string) => boolean;
  /** Whether a syllable only says how somebody comes by what is measured: "trang bị", "tiếp cận". */
  readonly weak: (token: string) => boolean;
  /** Whether a syllable says what is done with what is counted: of two that share one, another of these tells nothing. */
  readonly deed: (token: string) => boolean;
}

/** What a unit says of what it counts. */
interface Unit {
  readonly said: readonly RegExp[];
  readonly words: readonly string[];
}

const words = (list: readonly string[]): RegExp => new RegExp(edged(anyOf(list.map(listed))), 'giu');

/** Words that only hold others together: a phrase is the same with them and without. */
const HOLDING = /(?<=^|\s)(?:các|những|mọi|của|được|là|để|bởi|cho|về|tại|ở)(?=\s|$)/giu;

/** Things in a row are the same whatever stands between them. */
const listed = (text: string): string => bound(text).replaceAll(' và ', ' ');
const bound = (text: string): string => {
  const left = text.replace(HOLDING, '').replace(/\s+/gu, ' ').trim();
  return left === '' ? text : left;
};

/** A phrase as one token. */
const joined = (phrase: string): string => phrase.replaceAll(' ', '');

const patternsOf = built(['wording', 'provinces', 'narrowingWords'], ({ wording, provinces, narrowingWords }) => {
  const { alike, silent, light, bare, saidByUnit } = wording;
  const said = Object.values(saidByUnit).flat();
  const spoken = new Set([...Object.keys(alike), ...silent, ...light, ...bare, ...said]);
  // A kind or group that one wording names and the other does not makes two measures of them.
  const parts = narrowingWords.flatMap(({ word, means }) => (means === 'part' && !spoken.has(word) ? [word] : []));
  const telling = [...wording.telling, ...parts];
  const named = [...telling, ...wording.weak, ...wording.deeds];
  const phrases = words(named.filter((word) => word.includes(' ')));
  /** Also as they stand where a phrase in them has become one token. */
  const either = (list: readonly string[]): readonly string[] => [
    ...list,
    ...list.map((word) => listed(keyOf(word)).replace(phrases, joined)),
  ];
  return {
    alike: words(Object.keys(alike)),
    bracketTells: new RegExp(`^\\(\\s*${edged(anyOf(wording.bracketTells))}`, 'iu'),
    whole: new RegExp(`(?<=\\S )${edged(anyOf(wording.ofAll))}.*$`, 'iu'),
    byLaw: new RegExp(`\\s*(?<!\\p{L})theo (?:quy định (?:của |tại )?)?${edged(anyOf(wording.laws))}[^,;:%]*`, 'giu'),
    ofBase: words(wording.baseTells),
    meant: new Map(Object.entries(alike).map(([word, other]) => [listed(keyOf(word)), listed(keyOf(other))])),
    phrases,
    silent: words(either([...silent, ...provinces.names])),
    light: words(either([...silent, ...light, ...provinces.names])),
    bare: words([...bare, ...bare.map(joined)]),
    telling: new Set(telling.map((word) => joined(listed(keyOf(word))))),
    weak: new Set(wording.weak.map((word) => joined(listed(keyOf(word))))),
    deeds: new Set(wording.deeds.map((word) => joined(listed(keyOf(word))))),
    making: new RegExp(`^(?:${edged(anyOf(wording.making))} (?!mới ))+`, 'iu'),
    saidBy: new Map(Object.entries(saidByUnit).map(([unit, phrases]) => [unit, words(phrases)])),
  };
});

const split = (text: string): readonly string[] => text.split(' ').filter((token) => token !== '');

/** Tells a wording in the words that stand for all of its meaning. @param texts they tell what their short forms stand for */
function speaker(knowledge: Knowledge, texts: Iterable<string>): (text: string) => string {
  const spelledOut = shortForms(texts);
  const { alike, bracketTells, whole, byLaw, ofBase, silent, meant } = patternsOf(knowledge);
  /** Of what a share is of, what makes another base of it: "trong tổng số ca mới"; all of it where little else is said: "tiết kiệm % tổng chi". */
  const based = (text: string): string =>
    text.replace(whole, (all, at: number) =>
      split(text.slice(0, at).replace(silent, ' ')).length < FEW
        ? all
        : [...all.matchAll(ofBase)].map(([word]) => ` ${word}`).join(''),
    );
  const oneWord = (text: string): string => text.replace(alike, (found) => meant.get(found) ?? found);
  return (text) => {
    // What stands in brackets explains or takes out, where it tells of no part; an abbreviation there repeats what it stands for.
    const aside = (all: string): string => (bracketTells.test(all) ? ` ${all.slice(1, -1)} ` : ' ');
    const told = spelledOut(text.replace(/\([^()]*\)/gu, aside)).replace(byLaw, ' ');
    // "Chiếm % tổng dư nợ" says what the share is of.
    const ofTotal = told.replace(OF_TOTAL, ' trong tổng');
    const full = fullWords(
      knowledge,
      ofTotal.replace(THOUSANDS, (found) => found.replaceAll('.', '')).replace(YEAR, ' '),
    );
    // Twice: what one phrase becomes may be a part of another.
    return oneWord(oneWord(listed(based(full))));
  };
}

/** @param texts all that is compared: they tell what their short forms stand for */
export function reducer(knowledge: Knowledge, texts: Iterable<string> = []): Reducer {
  const plain = speaker(knowledge, texts);
  const { phrases, silent, light, bare, telling, weak, deeds, making, saidBy } = patternsOf(knowledge);
  const known = new Map<string, Map<string, readonly string[]>>();
  const unitsRead = new Map<string, Unit>();
  const unitOf = (unit: string): Unit => {
    const parts = unit.split('/');
    const [counted = '', per] = parts;
    const said = [saidBy.get(counted), saidBy.get(per === 'năm' || per === undefined ? unit : '/')];
    return { said: said.filter((one) => one !== undefined), words: parts.map(plain).filter((one) => one !== '') };
  };

  /** Whether there is more than how is measured. */
  const hasMore = (text: string): boolean => split(text.replace(bare, ' ')).length > 0;
  const reduce = (text: string, unit: Unit): readonly string[] => {
    const written = plain(text);
    const unsaid = unit.said.reduce((left, said) => left.replace(said, ' '), written).replace(phrases, joined);
    const left = (words: RegExp): string => split(unsaid.replace(words, ' ')).join(' ');
    const lighter = left(light);
    const full = hasMore(lighter);
    if (!full && !hasMore(written.replace(silent, ' '))) return [];
    const said = full ? lighter : left(silent);
    const told = unit.words.length > 0 ? said.replace(making, '') : said;
    const others = unit.words.reduce((rest, word) => rest.replaceAll(` ${word} `, ' '), ` ${told} `);
    // Of "quy mô giường bệnh" in giường bệnh, the thing that is counted is all that it says.
    const named = others.length === told.length + 2 || hasMore(others) ? others : told.replace(bare, ' ');
    const tokens = split(named).map((token) => token.replace(/^0+(?=\d)/u, ''));
    return [...new Set(tokens)].sort();
  };
  return {
    tokens(text, unit) {
      const ofUnit = onceFor(known, unit ?? '', () => new Map<string, readonly string[]>());
      return onceFor(ofUnit, text, () =>
        reduce(
          text,
          onceFor(unitsRead, unit ?? '', () => unitOf(unit ?? '')),
        ),
      );
    },
    tells: (token) => telling.has(token),
    weak: (token) => weak.has(token),
    deed: (token) => deeds.has(token),
  };
}
/** Syllables that do not name a measure without what it is a share of. */
const FEW = 3;
const OF_TOTAL = /\s*%\s*(?:(?:trong|trên|so với)\s+)?tổng(?!\p{L})/giu;
/** The year of a figure is its time; what it is held against is a part of the measure: "so với năm 2020". */
const YEAR = /(?<!so với (?:cuối |cùng kỳ )?)(?<!\p{L})năm (?:19|20)\d\d(?!\d)/giu;
/** "2.500" is "2500". */
const THOUSANDS = /\d{1,3}(?:\.\d{3})+(?!\d)/gu;
