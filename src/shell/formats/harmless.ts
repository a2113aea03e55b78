/**
 * Spreadsheets run text that begins like a formula ("=…", "- 100% …"), also behind white space and as full-width letters; an
 * apostrophe keeps it text. A comparator that stands alone runs nothing.
 */
export function harmless(text: string): string {
  return /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/u.test(text) && !/^[<>]?=$/u.test(text) ? `'${text}` : text;
}
