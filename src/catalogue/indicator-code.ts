import { built, type Knowledge } from '../knowledge/knowledge.ts';
import { isMoney } from '../language/money.ts';
import { fullWords } from '../language/wording.ts';
import { anyOf, edged } from '../language/words.ts';
import type { Indicator, Pipeline } from '../model/pipeline.ts';
import type { Quantity, Target } from '../model/record.ts';
import { type Narrowing, narrowingOf } from './narrowing.ts';

/** An indicator of the catalogue, and why a target is held to measure it. */
export interface IndicatorMatch {
  readonly code: string;
  /** The phrases of the catalogue that decided it. */
  readonly words: readonly string[];
  /** 0 to 1: lower where the section is about another area, or another indicator came close. */
  readonly sure: number;
}

/** What of a target tells its indicator. */
export interface Measured {
  readonly indicator: { readonly text: string; readonly under?: readonly string[] | undefined };
  readonly area: string | null;
  readonly quantity: Pick<Quantity, 'unit'> | null;
  readonly direction?: Target['direction'] | undefined;
  readonly source: { readonly quote: string };
  readonly kind: Target['kind'];
}

interface CataloguePhrase {
  readonly written: string;
  /** Padded with spaces on both sides, as are the texts: whole words only. */
  readonly key: string;
}
interface CompiledIndicator {
  readonly indicator: Indicator;
  readonly all: readonly (readonly CataloguePhrase[])[];
  readonly none: readonly string[];
  readonly units: readonly string[];
  /** All words that the indicator has itself: what of a measure they name does not narrow it. */
  readonly own: string;
}

interface Catalogue {
  readonly indicators: readonly CompiledIndicator[];
  /** By the words that a phrase of their first group begins with: the others need not be looked at. */
  readonly byWord: ReadonlyMap<string, readonly CompiledIndicator[]>;
}

const catalogueOf = built(['wording'], (knowledge) => {
  const catalogues = new WeakMap<Pipeline, Catalogue>();
  return (pipeline: Pipeline): Catalogue => {
    const known = catalogues.get(pipeline);
    if (known !== undefined) return known;
    const indicators = pipeline.indicators.map((indicator) => compiled(knowledge, indicator));
    const byWord = new Map<string, CompiledIndicator[]>();
    for (const one of indicators) {
      for (const word of new Set(one.all[0]?.map(({ key }) => key.split(' ')[1] ?? ''))) {
        byWord.set(word, [...(byWord.get(word) ?? []), one]);
      }
    }
    const made = { indicators, byWord };
    catalogues.set(pipeline, made);
    return made;
  };
});

const compiled = (knowledge: Pick<Knowledge, 'wording'>, indicator: Indicator): CompiledIndicator => ({
  indicator,
  all: indicator.all.map((group) => group.map((written) => ({ written, key: padded(knowledge, written) }))),
  none: indicator.none.map((written) => padded(knowledge, written)),
  units: [indicator.unit].flat().map((unit) => unitKey(knowledge, unit)),
  own: [...indicator.all.flat(), ...indicator.also, indicator.label.vi, ...[indicator.unit].flat()]
    .map((words) => padded(knowledge, words))
    .join('|'),
});

const padded = (knowledge: Pick<Knowledge, 'wording'>, text: string): string => ` ${fullWords(knowledge, text)} `;

/**
 * The indicator that a target measures, by its words and its unit.
 *
 * @returns null where no indicator fits, or two fit alike: no code rather than a doubtful one
 */
export function indicatorCode(knowledge: Knowledge, pipeline: Pipeline, target: Measured): IndicatorMatch | null {
  const measure = readMeasure(knowledge, target);
  return measure === null ? null : codeIn(knowledge, [pipeline], measure);
}

/**
 * The indicator that a target measures, of several catalogues: that of the first where it has one, else of all others together.
 *
 * @param pipelines the document's own first
 * @returns null where none fits, or two of the others fit alike
 */
export function codeAmong(
  knowledge: Knowledge,
  pipelines: readonly Pipeline[],
  target: Measured,
): IndicatorMatch | null {
  const measure = readMeasure(knowledge, target);
  if (measure === null) return null;
  return codeIn(knowledge, pipelines.slice(0, 1), measure) ?? codeIn(knowledge, pipelines.slice(1), measure);
}

/** A target, read once for all catalogues that it is looked up in; every text begins with what is counted. */
interface ReadMeasure {
  readonly target: Measured;
  readonly unit: string;
  readonly text: string;
  /** Its own words, without the heading that it stands under. */
  readonly own: string;
  readonly heading: string | undefined;
  readonly words: ReadonlySet<string>;
  readonly quote: () => string;
  readonly narrowing: () => Narrowing;
}

/** UTF-16 units of words beyond which nobody names one measure: a text without an end is no measure at all. */
const LONGEST_MEASURE = 1500;

function readMeasure(knowledge: Knowledge, target: Measured): ReadMeasure | null {
  if (target.kind !== 'quantified' || target.quantity === null) return null;
  const { unit } = target.quantity;
  const { text, under = [] } = target.indicator;
  if (text.length > LONGEST_MEASURE) return null;
  const thing = padded(knowledge, counted(knowledge, unit));
  const read = (words: string): string => `${thing}|${padded(knowledge, spelt(words))}`;
  const path = under.join(': ');
  if (namesPart(knowledge, text)) return null;
  const own = read(text.slice(path.length));
  const heading = path === '' ? undefined : read(path);
  // "Tổng: Dân số" is no "tổng dân số".
  const whole = heading === undefined ? own : `${heading}|${own}`;
  return {
    target,
    unit: unitKey(knowledge, unit),
    text: whole,
    own,
    heading,
    words: new Set(whole.split(' ')),
    quote: once(() => padded(knowledge, target.source.quote.slice(0, LONGEST_MEASURE))),
    narrowing: once(() => narrowed(knowledge, target, [own, ...(heading === undefined ? [] : [heading])])),
  };
}

/** "Khu vực công nghiệp - xây dựng: công nghiệp chiếm": what a member repeats of its head is the part that it names. */
function namesPart(knowledge: Knowledge, text: string): boolean {
  const at = text.lastIndexOf(': ');
  if (at < 0) return false;
  const [head = '', part = ''] = [text.slice(0, at), text.slice(at + 1)].map((words) => fullWords(knowledge, words));
  const named = part.replace(statesOf(knowledge), '');
  return named.includes(' ') && named !== head && ` ${head} `.includes(` ${named} `);
}

/** Verbs that state a figure of what stands before them. */
const statesOf = built(
  ['verbs'],
  ({ verbs }) =>
    new RegExp(` ${edged(anyOf(verbs.flatMap(({ word, states }) => (states === undefined ? [] : [word]))))}$`, 'u'),
);

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** What narrows a target down, its own words first: what stands under a heading is told by them. */
function narrowed(knowledge: Knowledge, target: Measured, texts: readonly string[]): Narrowing {
  const { direction, quantity } = target;
  const found = narrowingOf(knowledge, texts);
  // "giảm tỷ lệ hộ nghèo xuống còn 1%" is a level; "nâng tốc độ tăng lên 8%" is none.
  const toLevel = direction === 'increase-to' || direction === 'decrease-to';
  const rises = toLevel ? narrowingOf(knowledge, texts.slice(0, 1)).rises.length > 0 : found.changes;
  return { ...found, changes: rises || isChange(target), mean: found.mean || quantity?.unit === '%/năm' };
}

function codeIn(knowledge: Knowledge, pipelines: readonly Pipeline[], measure: ReadMeasure): IndicatorMatch | null {
  const { target, unit, text, own, heading, narrowing } = measure;
  const fitting = speakingOf(knowledge, pipelines, measure.words).filter(
    (one) => one.units.some((wanted) => sameUnit(wanted, unit)) && sameDensity(one, unit) && sameChange(one, target),
  );
  if (fitting.length === 0) return null;
  const by = (words: string): IndicatorMatch | null =>
    decide(fitting, { text: words, measure: words, narrowing }, target.area, 0.95);
  const whole = heading === undefined ? null : by(heading);
  const told = by(text);
  // A part of a measure is not the whole that it stands under; what it is, its own words may tell.
  const found = told !== null && told.code === whole?.code ? by(own) : told;
  if (found !== null && found.code !== whole?.code) return found;
  // The quote says more, but also what belongs to its neighbours: what is counted stands in the measure all the same.
  const counting = fitting.filter(({ all: [first = []] }) => longestIn(first, text) !== undefined);
  if (counting.length === 0) return null;
  return decide(counting, { text: measure.quote(), measure: text, narrowing }, target.area, 0.8);
}

/** The indicators of which a phrase that says what is counted may stand among the words. */
function speakingOf(
  knowledge: Knowledge,
  pipelines: readonly Pipeline[],
  words: ReadonlySet<string>,
): CompiledIndicator[] {
  const found = new Set<CompiledIndicator>();
  for (const pipeline of pipelines) {
    const { byWord } = catalogueOf(knowledge)(pipeline);
    for (const word of words) for (const one of byWord.get(word) ?? []) found.add(one);
  }
  return [...found];
}

/** Codes of the indicators whose words stand in a text, whatever the unit: what a text without a figure speaks of. */
export function indicatorsNamed(knowledge: Knowledge, pipeline: Pipeline, text: string): readonly string[] {
  const words = padded(knowledge, text);
  return catalogueOf(knowledge)(pipeline)
    .indicators.flatMap((one) => match(one, { text: words }, null, 1))
    .map(({ code }) => code);
}

/** "phút" is also "phút/lượt", "lượt" also "lượt khách". */
const sameUnit = (wanted: string, unit: string): boolean =>
  unit === wanted || unit.startsWith(`${wanted}/`) || unit.startsWith(`${wanted} `);

/** So many "trên vạn dân" or "/ha" are no number of them, nor the other way round; a time, and of whom money is, the words say. */
const sameDensity = ({ own, units }: CompiledIndicator, unit: string): boolean =>
  units.includes(unit) ||
  unit
    .split('/')
    .slice(1)
    .every((per) => PLAIN_PER.test(per) || own.includes(` ${per.slice(per.lastIndexOf(' ') + 1)} `));
const PLAIN_PER = /^\s*(?:\p{N}*\s*)(?:năm|quý|tháng|ngày|giờ|lượt|người|đầu người|hộ)$/u;

/** "chiếm % GRDP": what stands behind the sign is what the share is of, as it is in words. */
const spelt = (text: string): string => text.replaceAll('%', ' phần trăm ');

const isChange = ({ direction }: Measured): boolean => direction === 'increase-by' || direction === 'decrease-by';

/** A rise or a cut is no level, and so much a year is one; a rise is no cut. */
const sameChange = ({ indicator: { change, moves }, units }: CompiledIndicator, target: Measured): boolean =>
  change === undefined
    ? !isChange(target) && (target.quantity?.unit !== '%/năm' || units.includes('%/năm'))
    : moves === undefined || target.direction !== (moves === 'up' ? 'decrease-by' : 'increase-by');

/** What is counted, in one spelling: "bác sỹ" is "bác sĩ", and "số" before it says nothing. */
const unitKey = (knowledge: Pick<Knowledge, 'wording'>, unit: string): string =>
  unit
    .split('/')
    .map((part) => (/^\p{L}/u.test(part) ? fullWords(knowledge, part).replace(NUMBER_OF, '') : part))
    .join('/');
const NUMBER_OF = /^số (?=\p{L})/u;

/** What is counted belongs to what is measured: "15 bác sĩ/vạn dân". */
const counted = (knowledge: Knowledge, unit: string): string =>
  /^(?:%|rank|point|pp)/u.test(unit) || isMoney(knowledge, unit) ? '' : unit;

interface WeighedMatch extends IndicatorMatch {
  readonly weight: number;
}

/** What an indicator is looked for in. */
interface Wording {
  readonly text: string;
  /** What is measured, where the text is more than that: what is counted must stand here. */
  readonly measure?: string;
  readonly narrowing?: () => Narrowing;
}

function decide(
  indicators: readonly CompiledIndicator[],
  wording: Wording,
  area: string | null,
  most: number,
): IndicatorMatch | null {
  const found = indicators
    .flatMap((one) => match(one, wording, area, most))
    .sort((a, b) => b.weight - a.weight || (a.code < b.code ? -1 : 1));
  const [best] = found;
  if (best === undefined) return null;
  // One code may stand in several catalogues.
  const next = found.find(({ code }) => code !== best.code);
  if (next?.weight === best.weight) return null;
  const close = next !== undefined && next.weight > best.weight * 0.8;
  const { code, words, sure } = best;
  return { code, words, sure: Math.round((close ? sure - 0.15 : sure) * 100) / 100 };
}

function match(compiled: CompiledIndicator, wording: Wording, area: string | null, most: number): WeighedMatch[] {
  const { indicator, all, none } = compiled;
  const { text } = wording;
  const words = new Map<string, CataloguePhrase>();
  for (const group of all) {
    const longest = longestIn(group, text);
    if (longest === undefined) return [];
    // One phrase that meets two groups counts once.
    words.set(longest.key, longest);
  }
  if (none.some((phrase) => text.includes(phrase) || wording.measure?.includes(phrase) === true)) return [];
  if (!isWhole(compiled, wording)) return [];
  const phrases = [...words.values()];
  const weight = phrases.reduce((sum, { key }) => sum + key.length, 0);
  const apart = area !== null && area !== indicator.area;
  return [
    { code: indicator.code, words: phrases.map(({ written }) => written), sure: apart ? most - 0.1 : most, weight },
  ];
}

function longestIn(group: readonly CataloguePhrase[], text: string): CataloguePhrase | undefined {
  let longest: CataloguePhrase | undefined;
  for (const phrase of group) {
    if (text.includes(phrase.key) && phrase.key.length > (longest?.key.length ?? 0)) longest = phrase;
  }
  return longest;
}

/**
 * What is measured is all that the indicator means: what it counts stands there, not only what it is compared with, and
 * nothing says that it is of one kind, group or place, or a rise where a level is meant.
 */
function isWhole({ indicator, all: [first = []], own }: CompiledIndicator, { measure, narrowing }: Wording): boolean {
  if (measure === undefined || narrowing === undefined) return true;
  const has = (word: string): boolean => own.includes(` ${word} `);
  const { parts, head, rises, changes, mean, base } = narrowing();
  if (!parts.every(has)) return false;
  if (head !== undefined && !head.some(has)) return false;
  if (indicator.change === undefined ? !rises.every(has) : !changes) return false;
  if (indicator.mean !== undefined && indicator.mean !== mean) return false;
  const end = base === undefined ? -1 : measure.indexOf(base);
  return longestIn(first, end < 0 ? measure : measure.slice(0, end + 1)) !== undefined;
}
