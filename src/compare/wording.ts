import { anyOf, edged, keyOf } from '../extract/words.ts';
import { loadProvinces } from '../knowledge/provinces.ts';
import { loadWording } from '../knowledge/wording.ts';

/** Reduces wordings to what tells one measure from another. */
export interface Reducer {
  /** The syllables that are left, each once, sorted: "Tỷ lệ hồ sơ TTHC được giải quyết đúng hạn" -> chính, giải, hành, hạn, hồ, quyết, sơ, thủ, tục, đúng. */
  readonly tokens: (text: string) => readonly string[];
}

export function reducer(): Reducer {
  const { abbreviations, variants, silent } = loadWording();
  // Abbreviations stand as a word of letters, "&" and "-".
  const short = new RegExp(edged(anyOf(abbreviations)), 'giu');
  const variant = new RegExp(edged(anyOf(variants)), 'giu');
  const dropped = new RegExp(edged(anyOf([...silent, ...loadProvinces().names])), 'giu');
  const known = new Map<string, readonly string[]>();

  const reduce = (text: string): readonly string[] => {
    const full = keyOf(text)
      // What stands in brackets explains or takes out; an abbreviation there repeats what it stands for.
      .replace(/\([^()]*\)/gu, ' ')
      .replace(short, (found) => abbreviations[keyOf(found)] ?? found);
    const plain = full.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
    const one = keyOf(plain.replace(variant, (found) => variants[keyOf(found)] ?? found));
    const left = one
      .replace(dropped, ' ')
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
