import { onceFor, putUnder } from './grouped.ts';
import type { Counted } from './plans.ts';

/** A target that comes near a measure. */
export interface Near {
  readonly document: string;
  readonly target: string;
  readonly quote: string;
}

/** Words that two measures share, of all that stand in either, from where a person would like to see the other. */
const MUCH_ALIKE = 0.5;

interface Wording {
  readonly words: readonly string[];
  readonly targets: { readonly code: string | null; readonly found: Near }[];
}

/**
 * Finds for a measure the targets of other plans in much the same words: of each plan the one that is most alike. Wordings are
 * found by their words, and each is looked at once however many plans have it.
 *
 * @param matched ids of targets that are not looked for
 * @returns for the words and the code of a measure: what was found
 */
export function alikeFinder(
  plans: readonly Counted[],
  matched: ReadonlySet<string>,
  tokens: (text: string) => readonly string[],
): (words: readonly string[], code: string | null) => readonly Near[] {
  const wordings = new Map<string, Wording>();
  for (const { header, targets } of plans) {
    for (const { id, kind, status, indicator, source } of targets) {
      if (kind !== 'quantified' || status !== 'target' || matched.has(id)) continue;
      const words = tokens(indicator.text);
      const key = words.join(' ');
      onceFor(wordings, key, () => ({ words, targets: [] })).targets.push({
        code: indicator.code,
        found: { document: header.id, target: id, quote: source.quote },
      });
    }
  }
  const byWord = new Map<string, Wording[]>();
  for (const wording of wordings.values()) {
    for (const word of wording.words) putUnder(byWord, word, wording);
  }
  return (words, code) => {
    const best = new Map<string, { readonly found: Near; readonly score: number }>();
    for (const { score, targets } of near(words, byWord)) {
      for (const one of targets) {
        // What the catalogue calls something else is no such measure, however alike the words are.
        if (code !== null && one.code !== null && one.code !== code) continue;
        const before = best.get(one.found.document);
        if (before === undefined || score > before.score) best.set(one.found.document, { found: one.found, score });
      }
    }
    return [...best.values()].map(({ found }) => found);
  };
}

/** Wordings that share more than half of all words have one of the rarer half of these. */
function near(
  words: readonly string[],
  byWord: ReadonlyMap<string, readonly Wording[]>,
): (Wording & { readonly score: number })[] {
  const of = (word: string): readonly Wording[] => byWord.get(word) ?? [];
  const rare = words.toSorted((a, b) => of(a).length - of(b).length).slice(0, Math.ceil(words.length / 2));
  const own = new Set(words);
  return [...new Set(rare.flatMap(of))].flatMap((wording) => {
    const shared = wording.words.reduce((sum, word) => sum + Number(own.has(word)), 0);
    const score = shared / (own.size + wording.words.length - shared);
    return score > MUCH_ALIKE ? [{ ...wording, score }] : [];
  });
}
