import { built, type Knowledge } from '../knowledge/knowledge.ts';
import { isMoney } from '../language/money.ts';
import { fullWords } from '../language/wording.ts';
import type { Indicator, Pipeline } from '../model/pipeline.ts';
import type { Quantity, Target } from '../model/record.ts';

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
}

const catalogueOf = built(['wording'], (knowledge) => {
  const compiled = new WeakMap<Pipeline, readonly CompiledIndicator[]>();
  return (pipeline: Pipeline): readonly CompiledIndicator[] => {
    const known = compiled.get(pipeline);
    if (known !== undefined) return known;
    const made = pipeline.indicators.map((indicator) => ({
      indicator,
      all: indicator.all.map((group) => group.map((written) => ({ written, key: padded(knowledge, written) }))),
      none: indicator.none.map((written) => padded(knowledge, written)),
      units: [indicator.unit].flat().map((unit) => unitKey(knowledge, unit)),
    }));
    compiled.set(pipeline, made);
    return made;
  };
});

const padded = (knowledge: Pick<Knowledge, 'wording'>, text: string): string => ` ${fullWords(knowledge, text)} `;

/**
 * The indicator that a target measures, by its words and its unit.
 *
 * @returns null where no indicator fits, or two fit alike: no code rather than a doubtful one
 */
export function indicatorCode(knowledge: Knowledge, pipeline: Pipeline, target: Measured): IndicatorMatch | null {
  if (target.kind !== 'quantified' || target.quantity === null || pipeline.indicators.length === 0) return null;
  const { unit } = target.quantity;
  const key = unitKey(knowledge, unit);
  const fitting = catalogueOf(knowledge)(pipeline).filter(({ units }) => units.some((one) => sameUnit(one, key)));
  const { text, under = [] } = target.indicator;
  const by = (words: string): IndicatorMatch | null =>
    decide(fitting, padded(knowledge, `${counted(knowledge, unit)} ${words}`), target.area, 0.95);
  const whole = under.length === 0 ? null : by(under.join(' '));
  const told = by(text);
  // A part of a measure is not the whole that it stands under; what it is, its own words may tell.
  const found = told !== null && told.code === whole?.code ? by(text.slice(under.join(': ').length)) : told;
  const ofWhole = found !== null && found.code === whole?.code;
  // The quote says more, but also what belongs to its neighbours.
  return (ofWhole ? null : found) ?? decide(fitting, padded(knowledge, target.source.quote), target.area, 0.8);
}

/**
 * The indicator that a target measures, of several catalogues: that of the first where it has one, else the surest of the others.
 *
 * @param pipelines the document's own first
 * @returns null where none fits, or two of the others fit alike
 */
export function codeAmong(
  knowledge: Knowledge,
  pipelines: readonly Pipeline[],
  target: Measured,
): IndicatorMatch | null {
  const [own, ...others] = pipelines;
  const first = own === undefined ? null : indicatorCode(knowledge, own, target);
  if (first !== null) return first;
  const found = others
    .flatMap((pipeline) => indicatorCode(knowledge, pipeline, target) ?? [])
    .sort((a, b) => b.sure - a.sure);
  const [best, next] = found;
  if (best === undefined || (next !== undefined && next.code !== best.code && next.sure === best.sure)) return null;
  return best;
}

/** Codes of the indicators whose words stand in a text, whatever the unit: what a text without a figure speaks of. */
export function indicatorsNamed(knowledge: Knowledge, pipeline: Pipeline, text: string): readonly string[] {
  const words = padded(knowledge, text);
  return catalogueOf(knowledge)(pipeline)
    .flatMap((one) => match(one, words, null, 1))
    .map(({ code }) => code);
}

/** "phút" is also "phút/lượt", "lượt" also "lượt khách". */
const sameUnit = (wanted: string, unit: string): boolean =>
  unit === wanted || unit.startsWith(`${wanted}/`) || unit.startsWith(`${wanted} `);

/** What is counted, in one spelling: "bác sỹ" is "bác sĩ". */
const unitKey = (knowledge: Pick<Knowledge, 'wording'>, unit: string): string =>
  unit
    .split('/')
    .map((part) => (/^\p{L}/u.test(part) ? fullWords(knowledge, part) : part))
    .join('/');

/** What is counted belongs to what is measured: "15 bác sĩ/vạn dân". */
const counted = (knowledge: Knowledge, unit: string): string =>
  /^(?:%|rank|point|pp)/u.test(unit) || isMoney(knowledge, unit) ? '' : unit;

interface WeighedMatch extends IndicatorMatch {
  readonly weight: number;
}

function decide(
  indicators: readonly CompiledIndicator[],
  text: string,
  area: string | null,
  most: number,
): IndicatorMatch | null {
  const found = indicators
    .flatMap((one) => match(one, text, area, most))
    .sort((a, b) => b.weight - a.weight || (a.code < b.code ? -1 : 1));
  const [best, next] = found;
  if (best === undefined || (next !== undefined && next.weight === best.weight)) return null;
  const close = next !== undefined && next.weight > best.weight * 0.8;
  const { code, words, sure } = best;
  return { code, words, sure: Math.round((close ? sure - 0.15 : sure) * 100) / 100 };
}

function match(
  { indicator, all, none }: CompiledIndicator,
  text: string,
  area: string | null,
  most: number,
): WeighedMatch[] {
  if (none.some((phrase) => text.includes(phrase))) return [];
  const words = new Map<string, CataloguePhrase>();
  for (const group of all) {
    const longest = group.filter(({ key }) => text.includes(key)).sort((a, b) => b.key.length - a.key.length)[0];
    if (longest === undefined) return [];
    // One phrase that meets two groups counts once.
    words.set(longest.key, longest);
  }
  const phrases = [...words.values()];
  const weight = phrases.reduce((sum, { key }) => sum + key.length, 0);
  const apart = area !== null && area !== indicator.area;
  return [
    { code: indicator.code, words: phrases.map(({ written }) => written), sure: apart ? most - 0.1 : most, weight },
  ];
}
