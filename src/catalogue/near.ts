import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Pipeline } from '../model/pipeline.ts';
import { type CompiledIndicator, compiledOf } from './compiled.ts';
import { forbiddenIn, longestIn, type Narrower, narrowedBy, speakingOf, weighed } from './indicator-code.ts';
import { hasUnit, type MeasureRead, type OpenMeasure, sameChange } from './measure-read.ts';

/** The one thing for which a measure does not get the code of an indicator whose words it has. */
export type NearMiss =
  | Narrower
  /** It is counted in another unit. */
  | { readonly why: 'unit'; readonly words: readonly string[] }
  /** None of these words, of one group, stands there. */
  | { readonly why: 'words'; readonly words: readonly string[] }
  /** A phrase stands there that must not. */
  | { readonly why: 'none'; readonly words: readonly string[] }
  /** The heading above says it of the whole, and the measure is a part of it. */
  | { readonly why: 'heading'; readonly words: readonly string[] }
  /** Another indicator fits with longer words, or as well: then it gets neither code. */
  | { readonly why: 'other-code' | 'tie'; readonly words: readonly string[]; readonly code: string };

/** Whether an indicator cannot have a measure, whatever others there are: then it changes nothing of it. */
export const isApart = (miss: NearMiss | 'far' | undefined): boolean =>
  miss === 'far' || (miss !== undefined && APART.has(miss.why));
const APART: ReadonlySet<NearMiss['why']> = new Set(['words', 'unit', 'change'] as const);

/**
 * Tells quickly of most measures that no indicator of a pipeline fits: words that say what is counted must stand there.
 */
export function mayBeNamed(knowledge: Knowledge, pipeline: Pipeline): (measure: MeasureRead) => boolean {
  const { indicators } = compiledOf(knowledge)(pipeline);
  const keys = [...new Set(indicators.flatMap(({ all: [first = []] }) => first.map(({ key }) => key)))];
  if (keys.length > MOST_KEYS) return () => true;
  return ({ own, heading }) => keys.some((key) => own.includes(key) || heading?.includes(key) === true);
}

/** Phrases that are looked for one by one sooner than the words of a measure. */
const MOST_KEYS = 40;

/**
 * What keeps a measure from an indicator whose words it has, where that is one thing alone.
 *
 * @param code of an indicator of the pipeline
 * @returns far where that is more than one thing, or no word of what it counts stands there; undefined where it gets its code
 */
export function nearMiss(
  knowledge: Knowledge,
  pipeline: Pipeline,
  code: string,
): (measure: OpenMeasure) => NearMiss | 'far' | undefined {
  const compiled = compiledOf(knowledge)(pipeline).indicators.find(({ indicator }) => indicator.code === code);
  return (measure) => {
    const [first = []] = compiled?.all ?? [];
    if (compiled === undefined || longestIn(first, measure.text) === undefined) return 'far';
    return missOf(knowledge, pipeline, compiled, measure);
  };
}

function missOf(
  knowledge: Knowledge,
  pipeline: Pipeline,
  compiled: CompiledIndicator,
  measure: OpenMeasure,
): NearMiss | 'far' | undefined {
  const { text, own, heading, unit, written, narrowing } = measure;
  const { indicator, all } = compiled;
  const missing = all.filter(
    (group) => longestIn(group, text) === undefined && longestIn(group, measure.quote()) === undefined,
  );
  const counted = hasUnit(compiled, unit);
  const faults: NearMiss[] = [
    ...missing.map((group): NearMiss => ({ why: 'words', words: group.map((phrase) => phrase.written) })),
    ...(counted ? [] : [{ why: 'unit', words: [indicator.unit].flat() } as const]),
    ...(counted && !sameChange(compiled, measure) ? [{ why: 'change', words: [written] } as const] : []),
  ];
  if (faults.length > 0) return faults.length === 1 ? faults[0] : 'far';
  const wording = { text, measure: text, narrowing };
  const phrase = forbiddenIn(compiled, wording);
  if (phrase !== undefined) return { why: 'none', words: [phrase.written] };
  const narrower = narrowedBy(compiled, wording);
  if (narrower !== undefined) return narrower;
  const others = [...speakingOf(knowledge, [pipeline], text)].filter(
    (one) => hasUnit(one, unit) && sameChange(one, measure),
  );
  const fitting = weighed(others, wording, measure.area, 1);
  const mine = fitting.find((one) => one.code === indicator.code);
  const best = fitting.find((one) => one.code !== indicator.code);
  if (mine !== undefined && best !== undefined && best.weight >= mine.weight)
    return { why: best.weight === mine.weight ? 'tie' : 'other-code', words: [...best.words], code: best.code };
  if (heading !== undefined && longestIn(all[0] ?? [], own) === undefined) return { why: 'heading', words: [] };
  return undefined;
}
