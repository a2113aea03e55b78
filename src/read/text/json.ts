import { PlanError } from '../../model/errors.ts';

/** Share of all text in a file that is one field, where the rest only tells of it. */
const MOST = 0.6;
/** Letters of a field that is text. */
const SENTENCE = 40;
/** Fields that are held against the longest. */
const MOST_COMPARED = 200;
/** Fields that are looked at. */
const MOST_FIELDS = 200_000;

/** The text in a file of data: the long fields of a crawler's record. */
export interface JsonText {
  readonly text: string;
  /** Fields that were read. */
  readonly read: number;
}

/**
 * Reads the text in a file of data: one long field, and what other fields of sentences say beside it.
 *
 * @returns undefined where the file is no JSON
 * @throws {PlanError} `format-unsupported` where it holds several texts
 */
export function textOfJson(text: string): JsonText | undefined {
  const start = text.trimStart().slice(0, 1);
  if (start !== '{' && start !== '[' && start !== '"') return undefined;
  const value = parsed(text);
  if (value === undefined) {
    const first = start === '{' ? parsed(text.trimStart().split('\n', 1)[0] ?? '') : undefined;
    if (first === undefined || !fieldsOf(first).some((field) => field.length >= SENTENCE)) return undefined;
    throw several();
  }
  if (typeof value !== 'object' && typeof value !== 'string') return undefined;
  const fields = fieldsOf(value);
  const all = fields.reduce((sum, field) => sum + field.length, 0);
  const [longest = ''] = fields.toSorted((a, b) => b.length - a.length);
  if (longest.length < SENTENCE) return undefined;
  if (longest.length < all * MOST) throw several();
  const told = ` ${wordsOf(longest)} `;
  let compared = 0;
  const repeats = (field: string): boolean => compared++ < MOST_COMPARED && told.includes(` ${wordsOf(whole(field))} `);
  const unlike = [...new Set(fields)].filter((field) => field === longest || (isText(field) && !repeats(field)));
  // Beside the page of a field, a plain one is a paragraph of it.
  const tagged = unlike.some((field) => TAG.test(field));
  const texts = tagged ? unlike.map((field) => (TAG.test(field) ? field : asPage(field))) : unlike;
  return { text: texts.join('\n\n'), read: unlike.length };
}

/** Of several words: a date, an address or a picture in letters is none. */
function isText(field: string): boolean {
  const words = field.trim().split(/\s+/u).length;
  return words >= FEWEST_WORDS && words * LONGEST_WORD > field.length;
}

const FEWEST_WORDS = 5;
const LONGEST_WORD = 20;

const TAG = /<\/?(?:p|div|br|span|table|tr|td|li|ul|ol|h[1-6]|b|strong|html|body)(?=[\s/>])[^<>]*>/iu;
const asPage = (field: string): string =>
  field
    .split(/\n+/u)
    .map((line) => `<p>${line.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`)
    .join('\n');

/** A summary that breaks off ("… năm 20…") without its last word. */
const whole = (field: string): string => (CUT.test(field) ? field.trimEnd().replace(/\s\S{0,40}$/u, '') : field);
const CUT = /(?:…|\.{3}|\[…\])\s*$/u;

/** What a text says, however it is set: without tags, signs and the size of letters. */
const wordsOf = (text: string): string =>
  (
    text
      .replace(/<[^<>]{0,2000}>/gu, ' ')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}%]+/gu) ?? []
  ).join(' ');

const several = (): PlanError =>
  new PlanError(
    'format-unsupported',
    'read',
    'This is a file of data (JSON) and no document, or one of several. Write the text of each document into a file of its own, as text, Markdown or HTML.',
  );

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) ?? undefined;
  } catch {
    return undefined;
  }
}

function fieldsOf(value: unknown): string[] {
  const found: string[] = [];
  const stack: unknown[] = [value];
  for (let seen = 0; stack.length > 0 && seen < MOST_FIELDS; seen++) {
    const top = stack.pop();
    if (typeof top === 'string') found.push(top);
    else if (typeof top === 'object' && top !== null)
      for (const inner of Object.values(top).reverse()) stack.push(inner);
  }
  return found;
}
