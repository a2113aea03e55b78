/**
 * An alternation in which what several alternatives begin with is written once: "sở|số|sổ" as "s(?:ở|ố|ổ)". A regular expression
 * tries alternatives one after the other, and long lists of phrases have few beginnings. What matches, and which of several
 * alternatives is taken, stays the same.
 */

/** A run of alternatives that begin with the same element, each without it. */
interface Run {
  readonly first: string;
  readonly rests: (readonly string[])[];
}

/**
 * Source of an alternation, to stand in a group.
 *
 * @param sources alternatives in the order in which they are to be tried, none of them an alternation outside of groups
 */
export const alternation = (sources: readonly string[]): string => factored(sources.map(elementsOf));

/** One element with its quantifier: an escape, a class, a group, a sign. */
const ELEMENT =
  /(?:\\(?:[pPuk](?:\{[^}]*\}|<[^>]*>|[\dA-Fa-f]{4})|[\s\S])|\[(?:\\[\s\S]|[^\\\]])*\]|\((?:\\[\s\S]|[^\\()])*\)|[\s\S])(?:[*+?]\??|\{\d+(?:,\d*)?\}\??)?/uy;

function elementsOf(source: string): readonly string[] {
  const elements: string[] = [];
  for (let at = 0; at < source.length; at = ELEMENT.lastIndex) {
    ELEMENT.lastIndex = at;
    const element = ELEMENT.exec(source)?.[0] ?? source.slice(at);
    // A group that holds others is left whole, with all that follows it.
    if (element.startsWith('(') && !element.includes(')')) return [...elements, source.slice(at)];
    elements.push(element);
    ELEMENT.lastIndex = at + element.length;
  }
  return elements;
}

const SIGN = /^(?:[\p{L}\p{N}]|\\[.()/])$/u;
const SPACE = String.raw`\s+`;
/** Both placements of a tone. */
const PAIR = /^\(\?:\p{L}{2}\|\p{L}{2}\)$/u;

const isPlain = (element: string | undefined): boolean =>
  element !== undefined && (SIGN.test(element) || element === SPACE || PAIR.test(element));

/** Whether no text begins with both elements, whatever the case of its letters. */
function areApart(one: string, other: string): boolean {
  const [a, b] = [one.toLowerCase(), other.toLowerCase()];
  if (a === SPACE || b === SPACE) return a !== b && isPlain(one) && isPlain(other);
  if (SIGN.test(one) && SIGN.test(other)) return a !== b;
  const firsts = [a, b].map((element) =>
    SIGN.test(element) ? [element] : PAIR.test(element) ? [element.charAt(3), element.charAt(6)] : undefined,
  );
  const [left, right] = firsts;
  return left !== undefined && right !== undefined && !left.some((letter) => right.includes(letter));
}

function factored(alternatives: readonly (readonly string[])[]): string {
  const runs: Run[] = [];
  for (const elements of alternatives) {
    const first = elements[0] ?? '';
    const known = isPlain(first) ? runWith(runs, first, elements[1]) : undefined;
    if (known !== undefined) known.rests.push(elements.slice(1));
    else runs.push({ first, rests: [elements.slice(1)] });
  }
  return runs.map(({ first, rests }) => first + restOf(rests)).join('|');
}

/** The run that an alternative may join: it must not be tried before another that may match the same text. */
function runWith(runs: readonly Run[], first: string, second: string | undefined): Run | undefined {
  for (let i = runs.length - 1; i >= 0; i--) {
    const run = runs[i];
    if (run === undefined) return undefined;
    if (run.first === first)
      // Behind white space that may be given back, only what is none can be told at its beginning.
      return first !== SPACE ||
        [second, ...run.rests.map(([next]) => next)].every((next) => isPlain(next) && next !== SPACE)
        ? run
        : undefined;
    if (!areApart(run.first, first)) return undefined;
  }
  return undefined;
}

function restOf(rests: readonly (readonly string[])[]): string {
  const [only] = rests;
  if (rests.length === 1 && only !== undefined) return only.join('');
  // What all go on with needs no group: "ban nhân dân|ban nhạc" is "ban nh(?:ân dân|ạc)".
  const [next] = only ?? [];
  if (
    isPlain(next) &&
    rests.every(([element]) => element === next) &&
    (next !== SPACE || rests.every(([, element]) => isPlain(element) && element !== SPACE))
  )
    return next + restOf(rests.map((elements) => elements.slice(1)));
  // The shorter phrase stands behind those that begin with it.
  if (rests.at(-1)?.length === 0) return `(?:${factored(rests.slice(0, -1))})?`;
  return `(?:${factored(rests)})`;
}
