import type { LegacyEncoding } from './encoding.ts';

/**
 * The encoding that a font's name stands for: ".VnTime", ".VnTimeH", "VNI-Times", "VPS Thanh Hoa".
 * A subset prefix of PDF ("ABCDEF+") and suffixes of weight do not matter.
 */
export function fontEncoding(fontName: string): LegacyEncoding | undefined {
  const name = fontName
    .trim()
    .replace(/^[A-Z]{6}\+/u, '')
    .replace(/^["']/u, '')
    // "VnTime" without its dot is how some programs export the ABC fonts; "VNtimes new roman" of VNI-win is no such font.
    .replace(/(?:[,\-\s](?:bold|italic|regular|normal|oblique|mt))+$/iu, '');
  if (/^\.vn/iu.test(name))
    return /h$/u.test(name.replace(/\s+/gu, '')) || /[a-z]H(?:Bold|Italic)?$/u.test(name) ? 'tcvn3-capitals' : 'tcvn3';
  if (/^Vn[A-Z]/u.test(name)) return /[a-z]H$/u.test(name) ? 'tcvn3-capitals' : 'tcvn3';
  if (/^vni(?![a-z])/iu.test(name)) return 'vni';
  if (/^vps(?![a-z])/iu.test(name)) return 'vps';
  return undefined;
}
