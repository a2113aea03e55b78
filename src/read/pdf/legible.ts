import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Issue } from '../../model/block.ts';
import { type Claim, chooser, type EncodingChoice } from '../encoding/choose.ts';
import { composed } from '../encoding/compose.ts';
import { asCopied, conversionIssues, convert } from '../encoding/convert.ts';
import { detectEncoding } from '../encoding/detect.ts';
import type { LegacyEncoding } from '../encoding/encoding.ts';
import { health, isReadable } from '../encoding/health.ts';
import { splitsIn } from '../encoding/split-words.ts';
import { type Line, lineWith, type Word } from './lines.ts';
import { lineText } from './paragraphs.ts';

type Pages = readonly (readonly Line[])[];

/** Letters that are enough to tell an encoding by. */
const SAMPLE = 20_000;
/** Letters by which a page in good order shows itself. */
const GLANCE = 800;
const IN_ORDER = 0.9;
/** From this share of pieces on, letters of a page stand apart that belong together. */
const TAKEN_APART = 0.03;

/** Reads words in fonts of the time before Unicode as Unicode, by their fonts' names and by their letters. */
export function unicodePages(
  knowledge: Knowledge,
  pages: Pages,
): { readonly pages: Pages; readonly issues: readonly Issue[] } {
  const claimed = pages.some((lines) => lines.some((line) => line.words.some((word) => word.pieces !== undefined)));
  if (!claimed) {
    const sample = sampleOf(pages);
    if (isReadable(knowledge, sample.slice(0, GLANCE)) || detectEncoding(knowledge, sample) === undefined)
      return { pages, issues: [] };
  }
  const lines = pages.flat();
  const choices = chooser(knowledge)(lines.map((line) => line.words.flatMap(claimsOf)));
  const found = new Set<LegacyEncoding>();
  const choiceOf = new Map(lines.map((line, i) => [line, choices[i]]));
  const read = (line: Line): Line => {
    const choice = choiceOf.get(line);
    if (choice === undefined) return line;
    const words = line.words.map((word) => unicodeWord(knowledge, word, choice, found));
    return lineWith(line, words) ?? line;
  };
  return {
    pages: pages.map((page) => page.map(read)),
    issues: conversionIssues(found),
  };
}

const claimsOf = (word: Word): readonly Claim[] => word.pieces ?? [{ text: `${word.text} `, encoding: undefined }];

function unicodeWord(knowledge: Knowledge, word: Word, choice: EncodingChoice, found: Set<LegacyEncoding>): Word {
  const text = claimsOf(word)
    .map(({ text, encoding }) => {
      const chosen = choice(encoding);
      if (chosen === undefined) return text.trim();
      found.add(chosen);
      return convert(knowledge, asCopied(text.trim(), chosen), chosen);
    })
    .join('');
  return { ...word, text: composed(text) };
}

function sampleOf(pages: Pages): string {
  let sample = '';
  for (const line of pages.flat()) {
    if (sample.length >= SAMPLE) break;
    sample += `${lineText(line)} `;
  }
  return sample;
}

/** A page's lines with syllables put together that were taken apart, and whether a person could read them. */
export function legible(
  knowledge: Knowledge,
  painted: readonly Line[],
): { readonly lines: readonly Line[]; readonly readable: boolean } {
  const seen = painted.map(lineText).join(' ');
  const lines = INVISIBLE.test(seen) ? painted.flatMap((line) => withoutInvisible(line) ?? []) : painted;
  const text = lines === painted ? seen : lines.map(lineText).join(' ');
  const middle = Math.max(0, Math.floor((text.length - GLANCE) / 2));
  const glance = health(knowledge, text.slice(middle, middle + GLANCE));
  if (glance.score > IN_ORDER && glance.accented > IN_ORDER / 2 && glance.split < TAKEN_APART)
    return { lines, readable: true };
  const joined = health(knowledge, text).split < TAKEN_APART ? lines : lines.map((line) => rejoined(knowledge, line));
  return { lines: joined, readable: isReadable(knowledge, joined === lines ? text : joined.map(lineText).join(' ')) };
}

/** Characters that are not seen: of joining, of direction, soft hyphens, controls. */
const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad\p{Cc}]/u;

function withoutInvisible(line: Line): Line | undefined {
  const words = line.words
    .map((word) => ({ ...word, text: word.text.replace(new RegExp(INVISIBLE, 'gu'), '') }))
    .filter((word) => word.text !== '');
  return lineWith(line, words);
}

function rejoined(knowledge: Knowledge, line: Line): Line {
  const splits = new Set(splitsIn(knowledge, lineText(line)));
  if (splits.size === 0) return line;
  const words: Word[] = [];
  let at = -1;
  for (const word of line.words) {
    const last = words.at(-1);
    if (last !== undefined && splits.has(at)) {
      words[words.length - 1] = {
        ...last,
        text: composed(`${last.text}${word.text}`),
        x1: word.x1,
        spaceAfter: word.spaceAfter,
      };
    } else words.push(word);
    at += word.text.length + 1;
  }
  return lineWith(line, words) ?? line;
}
