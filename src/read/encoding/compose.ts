/** Marks over and under one letter, as many as no writing has: Unicode allows 30 in text that is to be put in order. */
const TOO_MANY = /\p{M}{31}/u;
const MOST = /\p{M}{30}(?=\p{M})/gu;
/** A mark that is not printed (combining grapheme joiner), across which marks are not put in order. */
const JOINER = '\u034f';

/**
 * The text in NFC. Marks are put in order for that, in time that grows with the square of how many stand on one letter;
 * where they are more than any letter has, the stretch is parted, as Unicode's stream-safe format does it.
 */
export function composed(text: string): string {
  const safe = TOO_MANY.test(text) ? text.replace(MOST, `$&${JOINER}`) : text;
  return safe.normalize('NFC');
}
