/**
 * The ways in which Vietnamese was written before Unicode. `tcvn3-capitals` is TCVN3 in a font whose small letters
 * look like capitals (.VnTimeH): the encoding itself has no capitals with tones.
 */
export const LEGACY_ENCODINGS = ['tcvn3', 'tcvn3-capitals', 'vni', 'vps', 'viqr', 'windows-1258'] as const;
export type LegacyEncoding = (typeof LEGACY_ENCODINGS)[number];
