import type { LegacyLetters } from '../../knowledge/letters.ts';

/** Bytes 80 to 9F of Windows-1252. Node 20 decodes them as Latin-1 (nodejs/node issue 56542), so they stand here. */
const HIGH = [...'€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'];

/**
 * Bytes as characters and back. Text of a pre-Unicode encoding reaches us as characters of Windows-1252, which is how
 * Word, PDF fonts and most web pages hold it.
 */
const CHARACTERS: readonly string[] = Array.from(
  { length: 256 },
  (_, byte) => HIGH[byte - 0x80] ?? String.fromCharCode(byte),
);
const BYTES: ReadonlyMap<string, number> = new Map(CHARACTERS.map((character, byte) => [character, byte]));

/** The character that stands for a byte. */
export function characterOf(byte: number): string {
  return CHARACTERS[byte] ?? '';
}

/** The byte that a character stands for; undefined where it is none of Windows-1252. */
export function byteOf(character: string): number | undefined {
  return BYTES.get(character);
}

/** Combining marks of the five tones, in the order in which the tables of this folder have them: grave, hook, tilde, acute, dot. */
export const TONES = ['\u0300', '\u0309', '\u0303', '\u0301', '\u0323'] as const;

/** A vowel and its five toned forms, as one letter each: "a" gives a à ả ã á ạ. */
export function toned(vowel: string): string[] {
  return [vowel, ...TONES.map((tone) => (vowel + tone).normalize('NFC'))];
}

/** Each code of a table, one or two characters, with its letter. */
export function lettersByCode(rows: LegacyLetters['vni']): [code: string, letter: string][] {
  return rows.flatMap(({ letters, codes, behind = '' }) => {
    const each = [...letters];
    return [...codes].map((code, i): [string, string] => [behind + code, each[i] ?? code]);
  });
}

/** Every letter of Vietnamese that is not ASCII, small and capital. */
export const LETTERS: readonly string[] = [...'aăâeêioôơuưy']
  .flatMap(toned)
  .concat('đ')
  .filter((letter) => letter > '\u007f')
  .flatMap((letter) => [letter, letter.toUpperCase()]);
