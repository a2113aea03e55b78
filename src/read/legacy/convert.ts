import type { LegacyEncoding } from './encoding.ts';
import { fromTcvn3 } from './tcvn3.ts';
import { fromVni } from './vni.ts';

const CONVERTERS: Readonly<Partial<Record<LegacyEncoding, (text: string) => string>>> = {
  tcvn3: fromTcvn3,
  'tcvn3-capitals': (text) => fromTcvn3(text).toLocaleUpperCase('vi'),
  vni: fromVni,
};

/**
 * Turns text of a pre-Unicode encoding into Unicode (NFC).
 *
 * @param text the codes as characters of Windows-1252, or of the private area in which symbol fonts keep them
 */
export function convert(text: string, encoding: LegacyEncoding): string {
  const codes = text.replace(/[\uf020-\uf0ff]/gu, (char) => String.fromCharCode(char.charCodeAt(0) - 0xf000));
  return (CONVERTERS[encoding]?.(codes) ?? codes).normalize('NFC');
}
