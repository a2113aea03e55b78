import { keyOf } from '../language/words.ts';

/** "LMLM", "HSSV": letters of which each stands for a word; two letters stand for too many things. */
const SHORT = /(?<![\p{L}\p{N}])\p{Lu}{3,6}(?![\p{L}\p{N}])/gu;

/**
 * Spells out what some plans write in letters and others in words, as the words of the plans themselves tell it. What may
 * stand for two things stays as it is.
 *
 * @param texts of all that is compared: "tiêm phòng lở mồm long móng" tells what "tiêm phòng LMLM" means
 */
export function shortForms(texts: Iterable<string>): (text: string) => string {
  const all = new Set(texts);
  const meant = new Map<string, Set<string>>();
  for (const text of all) {
    // A heading in capitals has no short forms that could be told from its words.
    if (text === text.toUpperCase()) continue;
    for (const [short] of text.matchAll(SHORT)) meant.set(short.toLowerCase(), new Set());
  }
  if (meant.size === 0) return (text) => text;
  for (const text of all) {
    const words = keyOf(text).match(/[\p{L}\p{N}]+/gu) ?? [];
    const initials = words.map((word) => word.charAt(0)).join('');
    for (const [short, phrases] of meant) {
      for (let at = initials.indexOf(short); at >= 0; at = initials.indexOf(short, at + 1))
        phrases.add(words.slice(at, at + short.length).join(' '));
    }
  }
  const spelled = new Map(
    [...meant].flatMap(([short, [phrase, other]]) =>
      other === undefined && phrase !== undefined ? [[short, phrase]] : [],
    ),
  );
  return (text) => text.replace(SHORT, (short) => spelled.get(short.toLowerCase()) ?? short);
}
