/**
 * Spreadsheets run text that begins like a formula ("=…", "- 100% …"), also behind white space and as full-width letters; an
 * apostrophe keeps it text. A comparator that stands alone runs nothing. A terminal that shows the file obeys controls: they
 * are spelled out, but for the ends of lines and tabs.
 */
export function harmless(written: string): string {
  // Nearly all text: one look in place of three.
  if (!DOUBTFUL.test(written)) return written;
  const text = written.replace(/\p{Cc}/gu, (sign) =>
    /[\t\r\n]/u.test(sign) ? sign : `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/u.test(text) && !/^[<>]?=$/u.test(text) ? `'${text}` : text;
}

/** Controls, and what a formula begins with. */
const DOUBTFUL = /\p{Cc}|^\s*[=+\-@＝＋－＠]/u;
