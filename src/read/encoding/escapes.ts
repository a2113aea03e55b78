import { load } from 'cheerio/slim';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { composed } from './compose.ts';
import { isSyllable } from './syllable.ts';

/** Fewer are what a text says about them. */
const FEWEST = 3;
const SURE = 0.6;
const MOST_TIMES = 3;

const ENTITY = /&(?:#\d{2,7}|#x[\da-f]{2,6}|[a-z]{2,8}\d{0,2});/giu;
/**
 * A text whose entities were escaped once too often, as it was meant: "T&amp;#7927; l&amp;#7879;" shows "T&#7927; l&#7879;". A page
 * that speaks of entities has them between spaces and signs.
 *
 * @param text as a browser shows it
 * @returns a function for further pieces of the same text; undefined where it shows nothing of the kind
 */
export function unescapedEntities(knowledge: Knowledge, text: string): ((piece: string) => string) | undefined {
  let times = 0;
  for (let sample = text; times < MOST_TIMES && isEscaped(knowledge, sample); times++) sample = decodedEntities(sample);
  if (times === 0) return undefined;
  return (piece) => {
    let read = piece;
    for (let i = 0; i < times; i++) read = decodedEntities(read);
    return composed(read);
  };
}

/** Characters of a text that are enough to tell. */
const SAMPLE = 100_000;

function isEscaped(knowledge: Knowledge, whole: string): boolean {
  const text = whole.slice(0, SAMPLE);
  if (!text.includes('&')) return false;
  let words = 0;
  let right = 0;
  let signs = 0;
  let among = 0;
  for (const line of text.split('\n')) {
    for (const token of line.includes('&') ? line.split(/\s+/u) : []) {
      const entities = (token.match(ENTITY) ?? []).map(decodedEntities);
      if (entities.length === 0) continue;
      const bare = token.replace(ENTITY, '');
      if (entities.some((entity) => /\p{L}/u.test(entity)) && (/\p{L}/u.test(bare) || entities.length > 1)) {
        words++;
        const parts = decodedEntities(token).match(/[\p{L}\p{M}]+/gu) ?? [];
        if (parts.every((part) => isSyllable(knowledge, part))) right++;
      } else {
        signs += entities.length;
        if (/[\p{L}\p{N}%]/u.test(bare) || line.trim() === token) among += entities.length;
      }
    }
  }
  return (right >= FEWEST && right >= words * SURE) || (words === 0 && among >= FEWEST && among >= signs * SURE);
}

const decodedBefore = new Map<string, string>();

function decodedEntities(text: string): string {
  return text.replace(ENTITY, (entity) => {
    const before = decodedBefore.get(entity);
    if (before !== undefined) return before;
    const letter = load(entity, null, false).root().text();
    if (decodedBefore.size < 1000) decodedBefore.set(entity, letter);
    return letter;
  });
}

/** What programs write for signs that their strings cannot hold. */
const ESCAPE = /\\(?:r\\n|[nrt"/]|u[\da-f]{4})/giu;

/**
 * A text out of a program's string, as it was meant: line breaks, tabs, quotation marks and letters that stand as "\n", "\t", "\"" and
 * "\u1ea1" throughout. Paths of files have backslashes of other kinds.
 *
 * @returns a function for further pieces of the same text; undefined where it shows nothing of the kind
 */
export function unescapedSigns(text: string): ((piece: string) => string) | undefined {
  if (!text.includes('\\')) return undefined;
  const sample = text.slice(0, SAMPLE * 3);
  const letters = sample.match(/\\u(?:00[c-f]|01[0-b]|1e[a-f])[\da-f]/giu)?.length ?? 0;
  const breaks = sample.match(/\\(?:r\\n|n)/gu)?.length ?? 0;
  const between = sample.match(/\\(?:r\\n|n)(?=$|[\s\p{Lu}\p{N}\\<|*#([“"•➢+–—=-])/gu)?.length ?? 0;
  const known = sample.match(/\\(?:r\\n|[nrt]|u[\da-f]{4})/giu)?.length ?? 0;
  const all = sample.match(/\\(?:r\\n|[\p{L}])/gu)?.length ?? 0;
  const many = breaks >= FEWEST && between >= breaks * SURE && known >= all * SURE;
  if (letters < FEWEST && !many) return undefined;
  return (piece) => composed(piece.replace(ESCAPE, signOf));
}

function signOf(sign: string): string {
  const kind = sign[1]?.toLowerCase();
  if (kind === 'u') return String.fromCharCode(Number.parseInt(sign.slice(2), 16));
  if (kind === 't') return '\t';
  return kind === 'n' || kind === 'r' ? '\n' : (sign[1] ?? '');
}
