import type { LegacyEncoding } from './encoding.ts';

/** Words behind a font's name that say how it is drawn: ".VnTime,Bold", ".VnTimeH-BoldItalic". */
const CUT = /[,\-\s]+(?:bold|italic|oblique|regular|normal|mt|[,\-\s])+$/iu;

/**
 * The encoding that a font's name stands for: ".VnTime" and the other fonts of ABC, "VNI-Times", "VPS Times".
 * What PDF puts before the name of a font's subset ("ABCDEF+") does not matter.
 */
export function fontEncoding(fontName: string): LegacyEncoding | undefined {
  const name = fontName
    .trim()
    .replace(/^[A-Z]{6}\+/u, '')
    .replace(CUT, '');
  // Some programs export the fonts of ABC without their dot. No font of theirs but those of capitals ends in "h".
  if (/^\.vn/iu.test(name) || /^Vn[A-Z]/u.test(name)) return /h$/iu.test(name) ? 'tcvn3-capitals' : 'tcvn3';
  if (/^vni(?![a-z])/iu.test(name)) return 'vni';
  if (/^vps(?![a-z])/iu.test(name)) return 'vps';
  return undefined;
}
