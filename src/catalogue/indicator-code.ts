import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Pipeline } from '../model/pipeline.ts';
import { type CataloguePhrase, type CompiledIndicator, compiledOf, padded } from './compiled.ts';
import { isOfUnit, type Measured, measureRead, type OpenMeasure, openMeasure } from './measure-read.ts';
import type { Narrowing } from './narrowing.ts';

/** An indicator of the catalogue, and why a target is held to measure it. */
export interface IndicatorMatch {
  readonly code: string;
  /** The phrases of the catalogue that decided it. */
  readonly words: readonly string[];
  /** 0 to 1: lower where the section is about another area, or another indicator came close. */
  readonly sure: number;
}

/**
 * The indicator that a target measures, by its words and its unit.
 *
 * @returns null where no indicator fits, or two fit alike: no code rather than a doubtful one
 */
export function indicatorCode(knowledge: Knowledge, pipeline: Pipeline, target: Measured): IndicatorMatch | null {
  return codeAmong(knowledge, [pipeline], target);
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
  const measure = measureRead(knowledge, target);
  return measure === null ? null : codeOfMeasure(knowledge, pipelines, openMeasure(knowledge, measure));
}

/** The same of a measure that was read before. */
export const codeOfMeasure = (
  knowledge: Knowledge,
  pipelines: readonly Pipeline[],
  measure: OpenMeasure,
): IndicatorMatch | null =>
  codeIn(knowledge, pipelines.slice(0, 1), measure) ?? codeIn(knowledge, pipelines.slice(1), measure);

function codeIn(knowledge: Knowledge, pipelines: readonly Pipeline[], measure: OpenMeasure): IndicatorMatch | null {
  const { area, text, own, heading, narrowing } = measure;
  const fitting = [...speakingOf(knowledge, pipelines, text)].filter((one) => isOfUnit(one, measure));
  if (fitting.length === 0) return null;
  const by = (words: string): IndicatorMatch | null =>
    decide(fitting, { text: words, measure: words, narrowing }, area, 0.95);
  const whole = heading === undefined ? null : by(heading);
  const told = by(text);
  // A part of a measure is not the whole that it stands under; what it is, its own words may tell.
  const found = told !== null && told.code === whole?.code ? by(own) : told;
  if (found !== null && found.code !== whole?.code) return found;
  // The quote says more, but also what belongs to its neighbours: what is counted stands in the measure all the same.
  return decide(fitting, { text: measure.quote(), measure: text, narrowing }, area, 0.8);
}

/** The indicators of which a phrase that says what is counted stands in a text. */
export function speakingOf(
  knowledge: Knowledge,
  pipelines: readonly Pipeline[],
  text: string,
): ReadonlySet<CompiledIndicator> {
  const found = new Set<CompiledIndicator>();
  const words = text.split(' ');
  for (const pipeline of pipelines) {
    const { firsts } = compiledOf(knowledge)(pipeline);
    for (let from = 0; from < words.length; from++) {
      let step = firsts.next.get(words[from] ?? '');
      for (let at = from + 1; step !== undefined; at++) {
        for (const one of step.ends) found.add(one);
        step = step.next.get(words[at] ?? '');
      }
    }
  }
  return found;
}

/** Codes of the indicators whose words stand in a text, whatever the unit: what a text without a figure speaks of. */
export function indicatorsNamed(knowledge: Knowledge, pipeline: Pipeline, text: string): readonly string[] {
  const words = padded(knowledge, text);
  return compiledOf(knowledge)(pipeline)
    .indicators.flatMap((one) => match(one, { text: words }, null, 1))
    .map(({ code }) => code);
}

export interface WeighedMatch extends IndicatorMatch {
  readonly weight: number;
}

/** What an indicator is looked for in. */
export interface MatchedWords {
  readonly text: string;
  /** What is measured, where the text is more than that: what is counted must stand here. */
  readonly measure?: string;
  readonly narrowing?: () => Narrowing;
}

function decide(
  indicators: readonly CompiledIndicator[],
  wording: MatchedWords,
  area: string | null,
  most: number,
): IndicatorMatch | null {
  const found = weighed(indicators, wording, area, most);
  const [best] = found;
  if (best === undefined) return null;
  // One code may stand in several catalogues.
  const next = found.find(({ code }) => code !== best.code);
  if (next?.weight === best.weight) return null;
  const close = next !== undefined && next.weight > best.weight * 0.8;
  const { code, words, sure } = best;
  return { code, words, sure: Math.round((close ? sure - 0.15 : sure) * 100) / 100 };
}

/** Those that fit, the one of the longest words first. */
export const weighed = (
  indicators: readonly CompiledIndicator[],
  wording: MatchedWords,
  area: string | null,
  most: number,
): WeighedMatch[] =>
  indicators
    .flatMap((one) => match(one, wording, area, most))
    .sort((a, b) => b.weight - a.weight || (a.code < b.code ? -1 : 1));

function match(compiled: CompiledIndicator, wording: MatchedWords, area: string | null, most: number): WeighedMatch[] {
  const { indicator, all } = compiled;
  const { text } = wording;
  const words = new Map<string, CataloguePhrase>();
  for (const group of all) {
    const longest = longestIn(group, text);
    if (longest === undefined) return [];
    // One phrase that meets two groups counts once.
    words.set(longest.key, longest);
  }
  if (forbiddenIn(compiled, wording) !== undefined || narrowedBy(compiled, wording) !== undefined) return [];
  const phrases = [...words.values()];
  const weight = phrases.reduce((sum, { key }) => sum + key.length, 0);
  const apart = area !== null && area !== indicator.area;
  return [
    { code: indicator.code, words: phrases.map(({ written }) => written), sure: apart ? most - 0.1 : most, weight },
  ];
}

export function longestIn(group: readonly CataloguePhrase[], text: string): CataloguePhrase | undefined {
  let longest: CataloguePhrase | undefined;
  for (const phrase of group) {
    if (text.includes(phrase.key) && phrase.key.length > (longest?.key.length ?? 0)) longest = phrase;
  }
  return longest;
}

/** The phrase by which it is told apart that stands there all the same. */
export const forbiddenIn = (
  { none }: Pick<CompiledIndicator, 'none'>,
  { text, measure }: MatchedWords,
): CataloguePhrase | undefined => none.find(({ key }) => text.includes(key) || measure?.includes(key) === true);

/** Why a measure is another than all that an indicator means. */
export type Narrower =
  /** It is of a kind, group or place. */
  | { readonly why: 'narrower'; readonly words: readonly string[] }
  /** Something else is counted. */
  | { readonly why: 'other-thing'; readonly words: readonly string[] }
  /** It is a rise where a level is meant, or a level where a rise is. */
  | { readonly why: 'change'; readonly words: readonly string[] }
  /** It is the mean of several years where that of one is meant, or the other way round. */
  | { readonly why: 'mean'; readonly words: readonly string[] }
  /** What the indicator counts stands there only as what the measure is compared with. */
  | { readonly why: 'base'; readonly words: readonly string[] };

/**
 * What is measured is all that the indicator means: what it counts stands there, not only what it is compared with, and
 * nothing says that it is of one kind, group or place, or a rise where a level is meant.
 *
 * @returns what speaks against it
 */
export function narrowedBy(
  { indicator, all: [first = []], own }: CompiledIndicator,
  { measure, narrowing }: MatchedWords,
): Narrower | undefined {
  if (measure === undefined || narrowing === undefined) return undefined;
  const has = (word: string): boolean => own.includes(` ${word} `);
  const { parts, head, rises, changes, mean, base } = narrowing();
  if (!parts.every(has)) return { why: 'narrower', words: parts.filter((part) => !has(part)) };
  if (head !== undefined && !head.some(has)) return { why: 'other-thing', words: head.slice(0, 1) };
  if (indicator.change === undefined ? !rises.every(has) : !changes) return { why: 'change', words: rises };
  if (indicator.mean !== undefined && indicator.mean !== mean) return { why: 'mean', words: [] };
  const end = base === undefined ? -1 : measure.indexOf(base);
  if (longestIn(first, end < 0 ? measure : measure.slice(0, end + 1)) !== undefined) return undefined;
  return { why: 'base', words: base === undefined ? [] : [base.trim()] };
}
