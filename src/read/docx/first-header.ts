import { built, type Knowledge } from '../../knowledge/knowledge.ts';
import { vi } from '../../language/pattern.ts';
import type { Block } from '../../model/block.ts';
import type { Relationship } from './package.ts';
import { attribute, children, descendants, type Element, flag } from './xml.ts';

/** Path of the part that is printed at the top of the first page. */
export function firstHeaderPath(body: Element, links: readonly Relationship[]): string | undefined {
  // The first section's properties stand in its last paragraph, those of the last behind everything.
  const section = descendants(body, 'sectPr')[0];
  if (section === undefined) return undefined;
  const type = flag(section, 'titlePg') === true ? 'first' : 'default';
  const reference = children(section, 'headerReference').find(
    (each) => (attribute(each, 'type') ?? 'default') === type,
  );
  if (reference === undefined) return undefined;
  const id = attribute(reference, 'id');
  return links.find((each) => each.id === id)?.target;
}

/** What a letterhead is known by; a header that names the plan or counts pages has none of these. */
const MARKS = [
  vi`^cộng hòa xã hội chủ nghĩa`,
  /^S[ốỐ]\s{0,2}:?\s{0,3}[\d.…]{0,12}\s{0,2}[-/]\s{0,2}\p{Lu}/u,
  vi`^\p{Lu}[^,:;]{1,40},\s*ngày\s*\d{1,2}\s*tháng\s*\d{1,2}\s*năm\s*\d{4}\s*$`,
];
/** Where a letterhead stands in a text, in blocks. */
const FIRST = 15;

/** A body at the beginning of a line, and what begins in the same way. */
const bodiesOf = built(['agencies'], ({ agencies: { heads, otherNames, otherHeads, notNames } }) => ({
  BODY: vi`^${[...heads, ...otherNames, ...otherHeads]}`,
  OTHER: vi`^${notNames}`,
}));

const linesOf = (blocks: readonly Block[]): string[] =>
  blocks.flatMap(({ text }) => text.split('\n').map((line) => line.trim()));
const marksOf = (lines: readonly string[]): boolean[] => MARKS.map((mark) => lines.some((line) => mark.test(line)));

/**
 * Whether the header of the first page says what the beginning of the text should have said: motto, number, place and date. A stamp
 * of what came in has a number too, but neither the motto nor the body that issues.
 */
export function isLetterheadOf(
  knowledge: Pick<Knowledge, 'agencies'>,
  header: readonly Block[],
  body: readonly Block[],
): boolean {
  const lines = linesOf(header);
  const [nation = false, ...others] = marksOf(lines);
  if (!nation && !others.includes(true)) return false;
  const { BODY, OTHER } = bodiesOf(knowledge);
  const issuer = lines.some((line) => !/\p{Ll}|\d/u.test(line) && BODY.test(line) && !OTHER.test(line));
  const there = marksOf(
    linesOf(body.filter(({ furniture, text }) => furniture === undefined && text !== '').slice(0, FIRST)),
  );
  return (
    ((nation || issuer) && others.some((has, i) => has && there[i + 1] !== true)) || (nation && !there.includes(true))
  );
}
