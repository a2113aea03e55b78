const WORD = /[\p{L}\p{N}]+(?:[.,]\p{N}+)*/gu;
/** Share of a text's runs of three words that makes it a copy: a copy has a head and a foot of its own. */
const ALIKE = 0.6;
/** Words that tell a figure's place, with it. */
const PLACE = 5;

/** @returns whether texts repeat, by their words and with every figure in its place, those that were seen */
export function repeatsOf(seen: readonly string[]): (texts: readonly string[]) => boolean {
  let known: Set<string> | undefined;
  const whole = new Set<string>();
  return (texts) => {
    if (known === undefined) {
      for (const text of seen) whole.add(wordsOf([text]).join(' '));
      const words = wordsOf(seen);
      known = new Set([3, PLACE].flatMap((length) => words.map((_, i) => runAt(words, i, length))));
    }
    const words = wordsOf(texts);
    // The head of a column beside each of its figures, for a screen that shows no columns.
    if (words.some((word) => /\p{L}/u.test(word)) && whole.has(words.join(' '))) return true;
    let alike = 0;
    for (let i = 0; i < words.length; i++) {
      if (i + 3 <= words.length && known.has(runAt(words, i, 3))) alike++;
      if (!/\d/u.test(words[i] ?? '')) continue;
      const before = i + 1 >= PLACE && known.has(runAt(words, i + 1 - PLACE, PLACE));
      if (!before && !(i + PLACE <= words.length && known.has(runAt(words, i, PLACE)))) return false;
    }
    return words.length > 3 && alike >= (words.length - 2) * ALIKE;
  };
}

const wordsOf = (texts: readonly string[]): string[] =>
  texts.flatMap((text) => text.normalize('NFC').toLowerCase().match(WORD) ?? []);

const runAt = (words: readonly string[], from: number, length: number): string =>
  words.slice(from, from + length).join(' ');
