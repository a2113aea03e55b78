import { built, type Knowledge } from '../../knowledge/knowledge.ts';
import { vi } from '../../language/pattern.ts';
import { keyOf } from '../../language/words.ts';
import { beginsRecipients, beginsSignature } from '../line-words.ts';

/**
 * The letterhead and the closing block of official papers (Decree 30/2020/NĐ-CP): two columns that are set as a table but are none.
 */

/** One spelling for the two tone placements, capitals and hyphens. */
const fold = (text: string): string => keyOf(text.replace(/\s*[-–]\s*/gu, ' - '));

/** Phrases of letterheads and signatures that are one line there, however the source was wrapped. */
const phrasesOf = built(['lines'], ({ lines }): readonly string[] =>
  lines.filter(({ place }) => place === 'unbroken').map(({ word }) => fold(word)),
);

const NATION = vi`cộng hòa xã hội chủ nghĩa việt nam`;
const NUMBER = vi`^số\s*:`;
const PLACE_DATE = vi`,?\s?ngày(\s?\d{1,2}|[.…_\s]{0,60})\s?tháng(\s?\d{1,2}|[.…_\s]{0,60})\s?năm`;

/**
 * Whether the cells of a table are those of a letterhead or of a closing block: layout, no data.
 *
 * @param rows cell texts, row by row
 */
export function isLetterhead(knowledge: Knowledge, rows: readonly (readonly string[])[]): boolean {
  const cells = rows.flat().filter((text) => text.trim() !== '');
  if (cells.length === 0 || cells.length > 12) return false;
  if (cells.some((text) => NATION.test(text))) return true;
  const first = cells.slice(0, 4);
  if (first.some(beginsRecipients)) return true;
  if (first.some((text) => NUMBER.test(text)) && cells.some((text) => PLACE_DATE.test(text))) return true;
  return cells.length <= 3 && cells.some((text) => beginsSignature(knowledge, text));
}

/** Joins the wrapped lines of one cell of a letterhead or closing block to the lines that were meant. */
export function letterheadLines(knowledge: Knowledge, lines: readonly string[]): string[] {
  const phrases = phrasesOf(knowledge);
  const out: string[] = [];
  for (const line of lines) {
    const before = out.at(-1);
    if (before !== undefined && belongs(phrases, before, line)) out[out.length - 1] = `${before} ${line}`;
    else out.push(line);
  }
  return out;
}

function belongs(phrases: readonly string[], before: string, line: string): boolean {
  const joined = fold(`${before} ${line}`);
  if (phrases.some((phrase) => phrase.startsWith(joined) || (joined.endsWith(phrase) && !fold(line).endsWith(phrase))))
    return true;
  if (PLACE_DATE.test(`${before} ${line}`) && !PLACE_DATE.test(before) && !PLACE_DATE.test(line)) return true;
  if (/^\p{Ll}/u.test(line)) return true;
  // "Thành phố Hồ" + "Chí Minh, ngày 18 tháng 11 năm 2025"
  return (
    PLACE_DATE.test(line) &&
    !/^\p{Lu}{2}/u.test(before) &&
    /^\p{Lu}[^,.:]{1,30}$/u.test(before) &&
    !phrases.includes(fold(before))
  );
}
