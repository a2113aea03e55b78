import { built, type Knowledge } from '../knowledge/knowledge.ts';
import { anyOf, edged, keyOf } from './words.ts';

const patternsOf = built(['wording'], ({ wording: { abbreviations, variants } }) => ({
  short: new RegExp(edged(anyOf(abbreviations)), 'giu'),
  variant: new RegExp(edged(anyOf(variants)), 'giu'),
}));

/**
 * A wording as words alone: lower case, abbreviations written out, one word for several that mean the same, no
 * punctuation. "Tỷ lệ hồ sơ TTHC (đúng hạn)" -> "tỷ lệ hồ sơ thủ tục hành chính đúng hạn".
 */
export function fullWords(knowledge: Pick<Knowledge, 'wording'>, text: string): string {
  const { abbreviations, variants } = knowledge.wording;
  const { short, variant } = patternsOf(knowledge);
  const full = keyOf(text).replace(short, (found) => abbreviations[keyOf(found)] ?? found);
  const plain = keyOf(full.replace(/[^\p{L}\p{N}]+/gu, ' '));
  return plain.replace(variant, (found) => variants[keyOf(found)] ?? found);
}
