import stringWidth from 'string-width';
import type { Range } from '../../language/sentences.ts';

/**
 * Where the lines of a text run on a terminal: broken at its own line ends, and between words where it is too wide. A word
 * that is wider than a line is broken within.
 *
 * @param width columns of the terminal, as they are shown: a Vietnamese letter of several code points takes one
 * @returns half-open ranges in UTF-16 units, without the white space at which a line was broken
 */
export function wrappedLines(text: string, width: number): Range[] {
  const lines: Range[] = [];
  for (const paragraph of text.matchAll(/[^\n]+/gu)) {
    let line: Range | undefined;
    for (const { index, 0: word } of paragraph[0].matchAll(/\S+/gu)) {
      for (const part of partsOf(word, width)) {
        const start = paragraph.index + index + part.start;
        const end = paragraph.index + index + part.end;
        if (line !== undefined && stringWidth(text.slice(line.start, end)) <= width) line = { start: line.start, end };
        else {
          if (line !== undefined) lines.push(line);
          line = { start, end };
        }
      }
    }
    if (line !== undefined) lines.push(line);
  }
  return lines;
}

/** A sentence on as many lines as it takes; further lines are indented. A word that is wider than a line stands out of it. */
export function wrapped(text: string, width: number, indent = ''): string {
  const lines: string[] = [];
  for (const word of text.split(/(?<!^ *) +/u)) {
    const line = lines.at(-1);
    if (line !== undefined && stringWidth(`${line} ${word}`) <= width) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(line === undefined ? word : `${indent}${word}`);
  }
  return lines.join('\n');
}

/** A word, or its parts that each fit a line. */
function partsOf(word: string, width: number): Range[] {
  if (stringWidth(word) <= width) return [{ start: 0, end: word.length }];
  const parts: Range[] = [];
  let start = 0;
  let end = 0;
  for (const { segment } of new Intl.Segmenter('vi').segment(word)) {
    if (end > start && stringWidth(word.slice(start, end + segment.length)) > width) {
      parts.push({ start, end });
      start = end;
    }
    end += segment.length;
  }
  return [...parts, { start, end }];
}
