import { characterOf } from './codes.ts';
import type { LegacyEncoding } from './encoding.ts';
import { fromTcvn3 } from './tcvn3.ts';
import { fromViqr } from './viqr.ts';
import { fromVni } from './vni.ts';
import { fromVps } from './vps.ts';
import { fromWindows1258 } from './windows-1258.ts';

const CONVERTERS: Readonly<Record<LegacyEncoding, (text: string) => string>> = {
  tcvn3: fromTcvn3,
  'tcvn3-capitals': (text) => fromTcvn3(text).toLocaleUpperCase('vi'),
  vni: fromVni,
  vps: fromVps,
  viqr: fromViqr,
  'windows-1258': fromWindows1258,
};

/**
 * Turns text of a pre-Unicode encoding into Unicode (NFC).
 *
 * @param text the codes as characters of Windows-1252, or of the private area in which symbol fonts keep them
 */
export function convert(text: string, encoding: LegacyEncoding): string {
  const codes = text.replace(/[\u0080-\u009f\uf020-\uf0ff]/gu, (char) => characterOf(char.charCodeAt(0) & 0xff));
  return CONVERTERS[encoding](codes).normalize('NFC');
}
