import { PlanError } from '../../model/errors.ts';

/** Share of all text in a file that is one field, where the rest only tells of it. */
const MOST = 0.6;
/** Letters of a field that is text. */
const SENTENCE = 40;
/** Fields that are looked at. */
const MOST_FIELDS = 200_000;

/**
 * The text in a file of data: the one long field of a crawler's record.
 *
 * @returns undefined where the file is no JSON
 * @throws {PlanError} `format-unsupported` where it holds several texts
 */
export function textOfJson(text: string): string | undefined {
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
  return longest;
}

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
    else if (typeof top === 'object' && top !== null) for (const inner of Object.values(top)) stack.push(inner);
  }
  return found;
}
