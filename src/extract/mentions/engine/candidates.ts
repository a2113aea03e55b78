import { BEGINS_NUMBER, type Starts, startsOf } from './first-words.ts';

const NONE = 0;
const LETTER = 1;
const NUMBER = 2;
const DIGIT = 3;

/** What each UTF-16 unit is; halves of pairs are nothing. */
const KINDS = Uint8Array.from({ length: 0x10000 }, (_, unit) => {
  const sign = String.fromCharCode(unit);
  if (/^\p{L}$/u.test(sign)) return LETTER;
  if (BEGINS_NUMBER.test(sign)) return DIGIT;
  return /^\p{N}$/u.test(sign) ? NUMBER : NONE;
});

/** Tells the places of a text where one of several patterns may match, in order of place; from a place between words on. */
export type Candidates = (text: string, visit: (which: number, at: number) => void, from?: number) => void;

/** Goes through a text once for many patterns: `which` counts them in the order given. */
export function candidatesOf(starts: readonly Starts[]): Candidates {
  const byWord = new Map<string, number[]>();
  for (const [which, { words }] of starts.entries())
    for (const word of words) byWord.set(word, [...(byWord.get(word) ?? []), which]);
  const longest = Math.max(0, ...[...byWord.keys()].map((word) => word.length));
  const numeric = starts.flatMap(({ digits }, which) => (digits ? [which] : []));
  return (text, visit, from = 0) => {
    const lower = lowered(from === 0 ? text : text.slice(from));
    const { length } = lower;
    for (let at = 0; at < length; ) {
      const kind = KINDS[lower.charCodeAt(at)];
      let end = at + 1;
      if (kind === LETTER) {
        while (end < length && KINDS[lower.charCodeAt(end)] === LETTER) end++;
        const which = end - at > longest ? undefined : byWord.get(lower.slice(at, end));
        if (which !== undefined) for (const one of which) visit(one, from + at);
      } else if (kind === DIGIT) {
        for (const one of numeric) visit(one, from + at);
        while (end < length && KINDS[lower.charCodeAt(end)] === DIGIT) end++;
      }
      at = end;
    }
  };
}

/** Where a pattern matched. */
interface Place {
  readonly which: number;
  readonly at: number;
  readonly end: number;
}

/** How far a match and what it looks ahead for may reach, in UTF-16 units. */
const REACH = 400;
/** A text shorter than this is sooner read again than gone on with. */
const LONG = 800;

/**
 * Finds where each of several patterns matches last. Of a long sentence the words up to each of its figures are asked for one
 * after the other: what goes on with the text before is read from there.
 *
 * @param patterns whole words or numbers, which reach no further than `REACH`: `startsOf` can tell what each begins with
 * @returns for a text, the start of the last match of each, -1 where it has none
 */
export function lastPlaces(patterns: readonly RegExp[]): (text: string) => readonly number[] {
  const starts = patterns.map(startsOf).filter((one) => one !== undefined);
  if (starts.length < patterns.length) throw new Error('a pattern may begin anywhere');
  const candidates = candidatesOf(starts);
  const here = patterns.map((pattern) => new RegExp(pattern.source, `${pattern.flags.replace(/[gy]/gu, '')}y`));
  let before: { readonly text: string; readonly places: readonly Place[] } = { text: '', places: [] };
  return (text) => {
    const goesOn = before.text.length > LONG && text.startsWith(before.text);
    const from = goesOn ? betweenWords(text, before.text.length - REACH) : 0;
    const places = goesOn ? before.places.filter(({ at }) => at < from) : [];
    const last = here.map(() => -1);
    const free = here.map(() => 0);
    for (const { which, at, end } of places) [last[which], free[which]] = [at, end];
    const visit = (which: number, at: number): void => {
      const pattern = here[which];
      if (pattern === undefined || at < (free[which] ?? 0)) return;
      pattern.lastIndex = at;
      if (!pattern.test(text)) return;
      free[which] = pattern.lastIndex;
      last[which] = at;
      places.push({ which, at, end: pattern.lastIndex });
    };
    candidates(text, visit, from);
    before = text.length > LONG ? { text, places } : { text: '', places: [] };
    return last;
  };
}

/** The first place at one or before it that stands in no word or number. */
function betweenWords(text: string, place: number): number {
  let at = place;
  while (at > 0 && KINDS[text.charCodeAt(at - 1)] !== NONE) at--;
  return at;
}

/** Lower case, unit for unit. */
function lowered(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  return text
    .split('')
    .map((unit) => (unit.toLowerCase().length === 1 ? unit.toLowerCase() : unit))
    .join('');
}
