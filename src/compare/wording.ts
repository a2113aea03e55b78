import { built, type Knowledge } from '../knowledge/knowledge.ts';
import { fullWords } from '../language/wording.ts';
import { anyOf, edged } from '../language/words.ts';

/** Reduces wordings to what tells one measure from another. */
export interface Reducer {
  /** The syllables that are left, each once, sorted: "Tỷ lệ hồ sơ TTHC được giải quyết đúng hạn" -> chính, giải, hành, hạn, hồ, quyết, sơ, thủ, tục, đúng. */
  readonly tokens: (text: string) => readonly string[];
}

const silentOf = built(
  ['wording', 'provinces'],
  ({ wording, provinces }) => new RegExp(edged(anyOf([...wording.silent, ...provinces.names])), 'giu'),
);

export function reducer(knowledge: Knowledge): Reducer {
  const silent = silentOf(knowledge);
  const known = new Map<string, readonly string[]>();

  const reduce = (text: string): readonly string[] => {
    // What stands in brackets explains or takes out; an abbreviation there repeats what it stands for.
    const one = fullWords(knowledge, text.replace(/\([^()]*\)/gu, ' '));
    const left = one
      .replace(silent, ' ')
      .split(' ')
      .filter((token) => token !== '');
    // Where only silent words stood, they are all there is.
    return [...new Set(left.length === 0 ? one.split(' ') : left)].sort();
  };
  return {
    tokens(text) {
      const before = known.get(text);
      if (before !== undefined) return before;
      const tokens = reduce(text);
      known.set(text, tokens);
      return tokens;
    },
  };
}
