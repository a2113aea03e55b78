import { indicatorsNamed } from '../catalogue/indicator-code.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { MissingCell } from '../model/comparison.ts';
import type { Pipeline } from '../model/pipeline.ts';
import type { HeldRow } from './held.ts';
import type { ComparedTarget, Counted } from './plans.ts';
import type { Reducer } from './wording.ts';

/** Beyond so many plans the reasons would be most of the comparison, and nobody reads them. */
const MOST_PLANS = 100;

/** Words that two measures share, of all that stand in either, from where a person would like to see the other. */
const MUCH_ALIKE = 0.5;

/**
 * Says for each indicator why a plan that speaks of it has no figure there. A plan that does not state it is not named.
 *
 * @returns the indicators with their missing cells; as they are where too many plans are compared
 */
export function explainMissing(
  knowledge: Knowledge,
  rows: readonly HeldRow[],
  plans: readonly Counted[],
  pipelines: readonly Pipeline[],
  { tokens }: Reducer,
): readonly HeldRow[] {
  if (plans.length > MOST_PLANS) return rows;
  const byCode = new Map<string, HeldRow[]>();
  for (const one of rows) {
    if (one.code !== null) byCode.set(keyIn(one), [...(byCode.get(keyIn(one)) ?? []), one]);
  }
  const facts = plans.map((plan) => ({
    id: plan.header.id,
    spoken: spokenOf(knowledge, plan, pipelines),
    texts: new Map(plan.targets.map((target) => [target.id, target])),
    worded: plan.targets
      .filter(({ kind, status }) => kind === 'quantified' && status === 'target')
      .map((target) => ({ target, words: new Set(tokens(target.indicator.text)) })),
  }));
  // What stands in a row with others' has found its measure.
  const matched = new Set(
    rows
      .filter(({ figures, national }) => national !== null || new Set(figures.map(({ of }) => of)).size > 1)
      .flatMap(({ figures }) => figures.map(({ cell }) => cell.target)),
  );
  return rows.map((one) => {
    // Measures in much the same words are looked for beside the base's only.
    const words = one.figures.some(({ of }) => of.base) ? new Set(tokens(one.label)) : undefined;
    const missing = facts.flatMap(({ id, spoken, texts, worded }): MissingCell[] => {
      const own = one.figures.flatMap(({ cell }) => (cell.document === id ? [cell] : []));
      if (own.some(({ status }) => status === 'target') || one.national?.cell.document === id) return [];
      const because = (reason: MissingCell['reason'], similar: string): MissingCell[] => [
        { document: id, reason, similar, quote: texts.get(similar)?.source.quote ?? '' },
      ];
      if (own[0] !== undefined) return because('result-only', own[0].target);
      for (const other of one.code === null ? [] : (byCode.get(keyIn(one)) ?? [])) {
        const figure = [...other.figures, ...(other.national === null ? [] : [other.national])].find(
          ({ cell }) => cell.document === id,
        );
        if (figure !== undefined)
          return because(other.unit === one.unit ? 'other-level' : 'other-unit', figure.cell.target);
      }
      const target = one.code === null || one.place !== undefined ? undefined : spoken.get(one.code);
      if (target !== undefined) return because('no-figure', target);
      const near = words === undefined ? undefined : mostAlike(words, worded, matched, one.code);
      return near === undefined ? [] : because('other-words', near.id);
    });
    return missing.length === 0 ? one : { ...one, missing };
  });
}

/** What a plan says of another land is no other figure of its own. */
const keyIn = ({ code, place }: HeldRow): string => `${code}|${place ?? ''}`;

function mostAlike(
  words: ReadonlySet<string>,
  worded: readonly { readonly target: ComparedTarget; readonly words: ReadonlySet<string> }[],
  matched: ReadonlySet<string>,
  code: string | null,
): ComparedTarget | undefined {
  let best: ComparedTarget | undefined;
  let most = MUCH_ALIKE;
  for (const one of worded) {
    // What the catalogue calls something else is no such measure, however alike the words are.
    const { code: other } = one.target.indicator;
    if (matched.has(one.target.id) || (code !== null && other !== null && other !== code)) continue;
    let shared = 0;
    for (const word of one.words) if (words.has(word)) shared++;
    const score = shared / (words.size + one.words.size - shared);
    if (score > most) [best, most] = [one.target, score];
  }
  return best;
}

/** Indicators that a plan speaks of without a figure, with the target that does. */
function spokenOf(knowledge: Knowledge, plan: Counted, pipelines: readonly Pipeline[]): ReadonlyMap<string, string> {
  const spoken = new Map<string, string>();
  for (const { id, kind, indicator, source } of plan.targets) {
    if (kind !== 'qualitative') continue;
    for (const pipeline of pipelines.filter(({ topic }) => topic !== null && topic === plan.header.topic)) {
      for (const code of indicatorsNamed(knowledge, pipeline, `${indicator.text} ${source.quote}`)) {
        if (!spoken.has(code)) spoken.set(code, id);
      }
    }
  }
  return spoken;
}
