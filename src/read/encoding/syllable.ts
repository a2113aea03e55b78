import { built, type Knowledge } from '../../knowledge/knowledge.ts';

const patternsOf = built(['syllables'], ({ syllables: { onsets, rhymes } }) => ({
  SYLLABLE: new RegExp(`^(?:${onsets.join('|')})?(?:${rhymes.join('|')})$`, 'u'),
}));

/**
 * Whether a word can be a Vietnamese syllable: an onset, a rhyme and a tone that the rhyme can carry.
 * Some syllables that pass are no words; hardly a word of running text fails.
 */
export function isSyllable(knowledge: Knowledge, word: string): boolean {
  const parts = word.toLowerCase().normalize('NFD');
  const tones = parts.match(TONE_MARKS) ?? [];
  if (tones.length > 1) return false;
  const match = patternsOf(knowledge).SYLLABLE.exec(parts.replace(TONE_MARKS, '').normalize('NFC'));
  if (match === null) return false;
  // A rhyme that ends in a stop has the acute or the dot, or no written tone in names and abbreviations.
  const [tone] = tones;
  return !/[ptc]$|ch$/u.test(match[0]) || tone === undefined || tone === '\u0301' || tone === '\u0323';
}

const TONE_MARKS = /\u0300|\u0301|\u0303|\u0309|\u0323/gu;

/** Share of the words of a text that can be Vietnamese syllables; 0 for a text without words. */
export function syllableShare(knowledge: Knowledge, text: string): number {
  const words = text.match(/[\p{L}\p{M}]+/gu) ?? [];
  return words.length === 0 ? 0 : words.filter((word) => isSyllable(knowledge, word)).length / words.length;
}
