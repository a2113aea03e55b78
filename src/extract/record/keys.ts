import { createHash } from 'node:crypto';
import { asciiOf, slugOf } from '../../language/words.ts';
import type { DocumentHeader } from '../../model/record.ts';
import type { TargetDraft, TaskDraft } from '../document/drafts.ts';

type Head = Pick<DocumentHeader, 'number' | 'province' | 'issuer' | 'issuedOn' | 'period'>;

/** "phu-tho-1782-kh-ubnd-2021-1a2b3c4d": province, number and year where known, else the file's name; then the start of the hash. */
export function documentId(head: Head, uri: string, sha256: string): string {
  const year = (head.issuedOn ?? head.period?.start)?.slice(0, 4);
  const known = [head.province?.name, head.number].filter((part) => part != null);
  const named = known.length > 0 ? [...known, year] : [fileName(uri)];
  const slug = named
    .filter((part) => part != null)
    .map(slugOf)
    .filter((part) => part !== '')
    .join('-')
    .slice(0, 100);
  return `${slug === '' ? 'document' : slug.replace(/-+$/u, '')}-${sha256.slice(0, 8)}`;
}

function fileName(uri: string): string {
  const last = uri.split(/[/\\]/u).at(-1) ?? uri;
  let name = last;
  try {
    name = decodeURIComponent(last);
  } catch {
    // A stray "%" in a file's name is part of the name.
  }
  return name.replace(/[?#].*$/u, '').replace(/\.[^.]+$/u, '');
}

/**
 * Keys that follow targets through new versions of their document: made of what each says (issuer, number, indicator, unit,
 * deadline), not of bytes or place. The figure is no part of it, so that a figure that changed can be told; nor is
 * the path, whose labels move when an item is added before.
 */
export const targetKeys = (head: Head, targets: readonly TargetDraft[]): string[] =>
  keysOf(
    't',
    targets.map((target) => ({
      about: [...issue(head), target.quantity?.unit, target.deadline?.end ?? target.deadline?.rrule],
      words: wordsOf(target.indicator.text.replace(SHARE, ' ')),
      more: target.levels.join(),
    })),
  );

/** The same for tasks. Figures in their text are left out as well. */
export const taskKeys = (head: Head, tasks: readonly TaskDraft[]): string[] =>
  keysOf(
    'k',
    tasks.map((task) => ({
      about: issue(head),
      words: wordsOf(task.text).filter((word) => !hasFigure(word)),
      more: '',
    })),
  );

interface Statement {
  readonly about: readonly (string | null | undefined)[];
  readonly words: readonly string[];
  /** What else tells two statements apart that use the same words. */
  readonly more: string;
}

/**
 * Made of how the words begin, so that a mended typo leaves them; of the whole words where two different statements of one
 * document would get the same.
 */
function keysOf(kind: string, statements: readonly Statement[]): string[] {
  const loose = statements.map(({ about, words }) => hashed(kind, joined([...about, outline(words)])));
  const strict = statements.map(({ about, words, more }) => joined([...about, words.join(' '), more]));
  const meanings = new Map<string, Set<string>>();
  for (const [i, key] of loose.entries()) {
    meanings.set(key, (meanings.get(key) ?? new Set()).add(strict[i] ?? ''));
  }
  return unique(loose.map((key, i) => ((meanings.get(key)?.size ?? 0) > 1 ? hashed(kind, strict[i] ?? '') : key)));
}

/** Without case, tones, other diacritics and punctuation: there most slips of the pen happen. */
const wordsOf = (text: string): readonly string[] => asciiOf(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** A share among the words of a measure is the figure of its neighbour: "hồ sơ cấp tỉnh, 80% hồ sơ cấp huyện và 60% …". */
const SHARE = /\d[\d.,]*\s*%/gu;

/** Most words are letters only, which is the quicker to see. */
const hasFigure = (word: string): boolean => !/^[a-z]+$/u.test(word) && /\p{N}/u.test(word);

/** Fewer words than this do not tell one statement from another by their beginnings. */
const FEW = 5;

/** The consonants that each syllable begins with, else its first vowel; numbers whole ("mức độ 4"). */
function outline(words: readonly string[]): string {
  if (words.length < FEW) return words.join(' ');
  return words.map((word) => (hasFigure(word) ? word : (/^(?:[^aeiouy]+|.)/u.exec(word)?.[0] ?? word))).join(' ');
}

const issue = (head: Head): (string | null | undefined)[] => [head.issuer?.code, head.province?.name, head.number];

const joined = (parts: readonly (string | null | undefined)[]): string =>
  parts.map((part) => part ?? '').join('\u0000');

const hashed = (kind: string, text: string): string =>
  `${kind}-${createHash('sha256').update(text).digest('hex').slice(0, 16)}`;

/** Numbers the repetitions of a key: the second of the same is "…-2". */
function unique(keys: readonly string[]): string[] {
  const times = new Map<string, number>();
  return keys.map((key) => {
    const n = (times.get(key) ?? 0) + 1;
    times.set(key, n);
    return n === 1 ? key : `${key}-${n}`;
  });
}
