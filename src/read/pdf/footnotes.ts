import type { Line } from './lines.ts';
import { lineText } from './paragraphs.ts';

/** Footnotes are printed smaller than the text by this factor at least. */
const SMALLER = 0.93;
const MARK = /^\[\d{1,3}\]/u;

/** Tells the footnotes of a page from its text: smaller lines down to the end, the first of which begins with a mark. */
export function withoutFootnotes(lines: readonly Line[]): {
  readonly text: readonly Line[];
  readonly notes: readonly Line[][];
} {
  const sizes = lines.map((line) => line.size).sort((a, b) => a - b);
  const usual = sizes[Math.floor(sizes.length / 2)] ?? 0;
  let from = lines.length;
  for (let i = lines.length - 1; i >= 0 && (lines[i]?.size ?? 0) <= SMALLER * usual; i--) {
    const line = lines[i];
    if (line !== undefined && MARK.test(lineText(line))) from = i;
  }
  const notes: Line[][] = [];
  for (const line of lines.slice(from)) {
    if (MARK.test(lineText(line))) notes.push([]);
    notes.at(-1)?.push(line);
  }
  return { text: lines.slice(0, from), notes };
}
