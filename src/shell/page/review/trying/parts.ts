/** A text in pieces, those that hold one of some phrases marked; upper and lower case are alike. */
export function partsOf(
  text: string,
  phrases: readonly string[],
): readonly (readonly [text: string, isMarked: boolean])[] {
  const low = text.toLowerCase();
  // Letters whose other case is longer would shift all that follows.
  if (low.length !== text.length) return [[text, false]];
  const marked = new Uint8Array(text.length);
  for (const phrase of phrases) {
    const wanted = phrase.toLowerCase();
    if (wanted === '') continue;
    for (let at = low.indexOf(wanted); at !== -1; at = low.indexOf(wanted, at + wanted.length))
      marked.fill(1, at, at + wanted.length);
  }
  const parts: [string, boolean][] = [];
  for (let from = 0; from < text.length; ) {
    let to = from + 1;
    while (to < text.length && marked[to] === marked[from]) to++;
    parts.push([text.slice(from, to), marked[from] === 1]);
    from = to;
  }
  return parts;
}
