/**
 * Whether a word can be a Vietnamese syllable: an onset, a rhyme and a tone that the rhyme can carry.
 * Some syllables that pass are no words; hardly a word of running text fails.
 */
export function isSyllable(word: string): boolean {
  const parts = word.toLowerCase().normalize('NFD');
  const tones = parts.match(TONE_MARKS) ?? [];
  if (tones.length > 1) return false;
  const match = SYLLABLE.exec(parts.replace(TONE_MARKS, '').normalize('NFC'));
  if (match === null) return false;
  // A rhyme that ends in a stop has the acute or the dot, or no written tone in names and abbreviations.
  const [tone] = tones;
  return !/[ptc]$|ch$/u.test(match[0]) || tone === undefined || tone === '\u0301' || tone === '\u0323';
}

const TONE_MARKS = /\u0300|\u0301|\u0303|\u0309|\u0323/gu;
const ONSET = 'b|ch|c|d|đ|gh|gi|g|h|kh|k|l|m|ngh|ng|nh|n|ph|p|qu|r|s|th|tr|t|v|x';
const RHYMES = [
  'a|ai|ao|au|ay|ac|ach|am|an|ang|anh|ap|at|ăc|ăm|ăn|ăng|ăp|ăt|âc|âm|ân|âng|âp|ât|âu|ây',
  'e|ec|em|en|eng|eo|ep|et|ê|êch|êm|ên|ênh|êp|êt|êu',
  'i|ia|ich|im|in|inh|ip|it|iu|iêc|iêm|iên|iêng|iêp|iêt|iêu',
  'o|oa|oac|oach|oai|oam|oan|oang|oanh|oao|oap|oat|oay|oăc|oăm|oăn|oăng|oăt|oc|oe|oen|oeo|oet|oi|om|on|ong|oong|ooc|op|ot',
  'ô|ôc|ôi|ôm|ôn|ông|ôp|ôt|ơ|ơi|ơm|ơn|ơp|ơt',
  'u|ua|uân|uâng|uât|uây|uc|uê|uêch|uênh|ui|um|un|ung|uơ|up|ut|uy|uya|uych|uyên|uyêt|uynh|uyt|uyu|uôc|uôi|uôm|uôn|uông|uôt',
  'ư|ưa|ưc|ưi|ưng|ưt|ưu|ươc|ươi|ươm|ươn|ương|ươp|ươt|ươu',
  'y|yêm|yên|yêng|yêt|yêu|êc|ưm|uăn|uyn|uyp',
].join('|');
const SYLLABLE = new RegExp(`^(?:${ONSET})?(?:${RHYMES})$`, 'u');

/** Share of the words of a text that can be Vietnamese syllables; 0 for a text without words. */
export function syllableShare(text: string): number {
  const words = text.match(/[\p{L}\p{M}]+/gu) ?? [];
  return words.length === 0 ? 0 : words.filter(isSyllable).length / words.length;
}
