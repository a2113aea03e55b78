import type { TextPlace } from '../model/correction.ts';

/** How much of what stands around a quote is kept, in UTF-16 units: enough to tell two rows of a table apart. */
const AROUND = 48;

/** A place of the text as a correction keeps it. */
export const textPlace = (text: string, start: number, end: number): TextPlace => ({
  quote: text.slice(start, end),
  start,
  end,
  before: text.slice(Math.max(0, start - AROUND), start),
  after: text.slice(end, end + AROUND),
});

/**
 * ValuePlace the words stand now: of several places that with the likest surroundings, then the one nearest to the old.
 *
 * @returns undefined where they are nowhere
 */
export function placeNow(text: string, { quote, start, before, after }: TextPlace): number | undefined {
  let best: { at: number; alike: number } | undefined;
  for (let at = text.indexOf(quote); at !== -1; at = text.indexOf(quote, at + 1)) {
    const alike = alikeAtEnd(before, text.slice(0, at)) + alikeAtStart(after, text, at + quote.length);
    if (best === undefined || alike > best.alike) best = { at, alike };
    else if (alike === best.alike && Math.abs(at - start) < Math.abs(best.at - start)) best = { at, alike };
  }
  return best?.at;
}

function alikeAtEnd(wanted: string, text: string): number {
  let n = 0;
  while (n < wanted.length && n < text.length && wanted.at(-1 - n) === text.at(-1 - n)) n++;
  return n;
}

function alikeAtStart(wanted: string, text: string, from: number): number {
  let n = 0;
  while (n < wanted.length && wanted[n] === text[from + n]) n++;
  return n;
}

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** How much two spans have in common, from 0 to 1 for the same. */
export function common(a: Span, b: Span): number {
  const both = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return both <= 0 ? 0 : both / (Math.max(a.end, b.end) - Math.min(a.start, b.start));
}
