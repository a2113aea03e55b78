import { loadWording } from '../knowledge/wording.ts';
import { anyOf, edged, keyOf } from './words.ts';

let patterns: { readonly short: RegExp; readonly variant: RegExp } | undefined;

/**
 * A wording as words alone: lower case, abbreviations written out, one word for several that mean the same, no
 * punctuation. "Tỷ lệ hồ sơ TTHC (đúng hạn)" -> "tỷ lệ hồ sơ thủ tục hành chính đúng hạn".
 */
export function fullWords(text: string): string {
  const { abbreviations, variants } = loadWording();
  patterns ??= {
    short: new RegExp(edged(anyOf(abbreviations)), 'giu'),
    variant: new RegExp(edged(anyOf(variants)), 'giu'),
  };
  const full = keyOf(text).replace(patterns.short, (found) => abbreviations[keyOf(found)] ?? found);
  const plain = keyOf(full.replace(/[^\p{L}\p{N}]+/gu, ' '));
  return plain.replace(patterns.variant, (found) => variants[keyOf(found)] ?? found);
}
