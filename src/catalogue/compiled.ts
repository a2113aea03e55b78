import { built, type Knowledge } from '../knowledge/knowledge.ts';
import { fullWords } from '../language/wording.ts';
import type { Indicator, Pipeline } from '../model/pipeline.ts';

export interface CataloguePhrase {
  readonly written: string;
  /** Padded with spaces on both sides, as are the texts: whole words only. */
  readonly key: string;
}
export interface CompiledIndicator {
  readonly indicator: Indicator;
  readonly all: readonly (readonly CataloguePhrase[])[];
  readonly none: readonly CataloguePhrase[];
  readonly units: readonly string[];
  /** All words that the indicator has itself: what of a measure they name does not narrow it. */
  readonly own: string;
}

interface Catalogue {
  readonly indicators: readonly CompiledIndicator[];
  /** The phrases of their first groups, word by word: of the others nothing need be looked at. */
  readonly firsts: PhraseStep;
}

/** What may stand after some words, and the indicators of which a phrase ends there. */
export interface PhraseStep {
  readonly next: Map<string, PhraseStep>;
  readonly ends: CompiledIndicator[];
}

export const compiledOf = built(['wording'], (knowledge) => {
  const catalogues = new WeakMap<Pipeline, Catalogue>();
  return (pipeline: Pipeline): Catalogue => {
    const known = catalogues.get(pipeline);
    if (known !== undefined) return known;
    const indicators = pipeline.indicators.map((indicator) => compiled(knowledge, indicator));
    const firsts: PhraseStep = { next: new Map(), ends: [] };
    for (const one of indicators) {
      for (const { key } of one.all[0] ?? []) {
        let step = firsts;
        for (const word of key.trim().split(' ')) {
          const next = step.next.get(word) ?? { next: new Map(), ends: [] };
          step.next.set(word, next);
          step = next;
        }
        step.ends.push(one);
      }
    }
    const made = { indicators, firsts };
    catalogues.set(pipeline, made);
    return made;
  };
});

const compiled = (knowledge: Pick<Knowledge, 'wording'>, indicator: Indicator): CompiledIndicator => ({
  indicator,
  all: indicator.all.map((group) => group.map((written) => phraseOf(knowledge, written))),
  none: indicator.none.map((written) => phraseOf(knowledge, written)),
  units: [indicator.unit].flat().map((unit) => unitKey(knowledge, unit)),
  own: [...indicator.all.flat(), ...indicator.also, indicator.label.vi, ...[indicator.unit].flat()]
    .map((words) => padded(knowledge, words))
    .join('|'),
});

const phraseOf = (knowledge: Pick<Knowledge, 'wording'>, written: string): CataloguePhrase => ({
  written,
  key: padded(knowledge, written),
});

export const padded = (knowledge: Pick<Knowledge, 'wording'>, text: string): string =>
  ` ${fullWords(knowledge, text)} `;

/** What is counted, in one spelling: "bác sỹ" is "bác sĩ", and "số" before it says nothing. */
export const unitKey = (knowledge: Pick<Knowledge, 'wording'>, unit: string): string =>
  unit
    .split('/')
    .map((part) => (/^\p{L}/u.test(part) ? fullWords(knowledge, part).replace(NUMBER_OF, '') : part))
    .join('/');
const NUMBER_OF = /^số (?=\p{L})/u;
