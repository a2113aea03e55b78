/** Controls, line ends of all kinds, and marks that turn the direction of what follows. */
const UNSEEN = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;

/** A name on one line of a terminal: what would move the cursor, change colours or turn the text round is spelled out. */
export const printable = (name: string): string =>
  name.replace(UNSEEN, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** A text on its own lines; else as `printable`. */
export const printableLines = (text: string): string => text.split('\n').map(printable).join('\n');

/** As a shell takes it as one word. */
export const shellWord = (word: string): string =>
  /^[\w./-]+$/u.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
