/**
 * The letterhead and the closing block of official papers (Decree 30/2020/NĐ-CP): two columns that are set as a table but are none.
 */

/** Phrases of letterheads and signatures that are one line there, however the source was wrapped. */
const PHRASES = [
  'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  'ỦY BAN NHÂN DÂN',
  'HỘI ĐỒNG NHÂN DÂN',
  'Độc lập - Tự do - Hạnh phúc',
  'KT. CHỦ TỊCH',
  'PHÓ CHỦ TỊCH',
  'THÀNH PHỐ HỒ CHÍ MINH',
  'ĐẢNG CỘNG SẢN VIỆT NAM',
  'KT. GIÁM ĐỐC',
  'PHÓ GIÁM ĐỐC',
];

/** One spelling for the two tone placements and for "Uỷ". */
const fold = (text: string): string =>
  text
    .toUpperCase()
    .replaceAll('OÀ', 'ÒA')
    .replaceAll('UỶ', 'ỦY')
    .replace(/\s*[-–]\s*/gu, ' - ')
    .replace(/\s+/gu, ' ')
    .trim();
const FOLDED = PHRASES.map(fold);

const NATION = fold('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
const RECIPIENTS = /^\s*N[ơƠ][iI]\s+n[hH]ận\s*:?/iu;
const NUMBER = /^Số\s*:/iu;
const PLACE_DATE = /,?\s?ngày(?:\s?\d{1,2}|[.…_\s]{0,60})\s?tháng(?:\s?\d{1,2}|[.…_\s]{0,60})\s?năm/iu;
const SIGNATURE = /^(?:TM|KT|TL|TUQ|Q)\.\s*\p{Lu}{2}|^(?:CHỦ TỊCH|GIÁM ĐỐC|BỘ TRƯỞNG|THỦ TƯỚNG)/u;

/**
 * Whether the cells of a table are those of a letterhead or of a closing block: layout, no data.
 *
 * @param rows cell texts, row by row
 */
export function isLetterhead(rows: readonly (readonly string[])[]): boolean {
  const cells = rows.flat().filter((text) => text.trim() !== '');
  if (cells.length === 0 || cells.length > 12) return false;
  if (cells.some((text) => fold(text).includes(NATION))) return true;
  const first = cells.slice(0, 4);
  if (first.some((text) => RECIPIENTS.test(text))) return true;
  if (first.some((text) => NUMBER.test(text)) && cells.some((text) => PLACE_DATE.test(text))) return true;
  return cells.length <= 3 && cells.some((text) => SIGNATURE.test(text));
}

/** Joins the wrapped lines of one cell of a letterhead or closing block to the lines that were meant. */
export function letterheadLines(lines: readonly string[]): string[] {
  const out: string[] = [];
  for (const line of lines) {
    const before = out.at(-1);
    if (before !== undefined && belongs(before, line)) out[out.length - 1] = `${before} ${line}`;
    else out.push(line);
  }
  return out;
}

function belongs(before: string, line: string): boolean {
  const joined = fold(`${before} ${line}`);
  if (FOLDED.some((phrase) => phrase.startsWith(joined) || (joined.endsWith(phrase) && !fold(line).endsWith(phrase))))
    return true;
  if (PLACE_DATE.test(`${before} ${line}`) && !PLACE_DATE.test(before) && !PLACE_DATE.test(line)) return true;
  if (/^\p{Ll}/u.test(line)) return true;
  // "Thành phố Hồ" + "Chí Minh, ngày 18 tháng 11 năm 2025"
  return (
    PLACE_DATE.test(line) &&
    !/^\p{Lu}{2}/u.test(before) &&
    /^\p{Lu}[^,.:]{1,30}$/u.test(before) &&
    !FOLDED.includes(fold(before))
  );
}
