import type { Range } from '../../language/sentences.ts';

export const within = (part: Range, whole: Range): boolean => part.start > whole.start && part.end < whole.end;

/** Outermost bracketed ranges of a sentence, the brackets included. */
export function bracketed(text: string, { start, end }: Range): Range[] {
  const ranges: Range[] = [];
  let depth = 0;
  let open = start;
  for (let i = start; i < end; i++) {
    if (text[i] === '(') {
      if (depth === 0) open = i;
      depth++;
    } else if (text[i] === ')' && depth > 0) {
      depth--;
      if (depth === 0) ranges.push({ start: open, end: i + 1 });
    }
  }
  return ranges;
}
