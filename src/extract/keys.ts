import { createHash } from 'node:crypto';
import type { DocumentHeader } from '../model/record.ts';
import type { TargetDraft, TaskDraft } from './draft.ts';
import { keyOf, slugOf } from './words.ts';

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

/** Follows a target through new versions of its document: made of what it says, not of bytes or position. */
export function targetKey(head: Head, target: TargetDraft): string {
  return hashed('t', [
    ...issue(head),
    target.path,
    keyOf(target.indicator.text),
    target.quantity?.unit,
    target.deadline?.end ?? target.deadline?.rrule,
    target.levels.join(),
  ]);
}

export function taskKey(head: Head, task: TaskDraft): string {
  return hashed('k', [...issue(head), task.path, keyOf(task.text)]);
}

const issue = (head: Head): (string | null | undefined)[] => [head.issuer?.code, head.province?.name, head.number];

function hashed(kind: string, parts: readonly (string | null | undefined)[]): string {
  return `${kind}-${createHash('sha256')
    .update(parts.map((part) => part ?? '').join('\u0000'))
    .digest('hex')
    .slice(0, 16)}`;
}

/** Numbers the repetitions of a key: the second of the same is "…-2". */
export function unique(keys: readonly string[]): string[] {
  const times = new Map<string, number>();
  return keys.map((key) => {
    const n = (times.get(key) ?? 0) + 1;
    times.set(key, n);
    return n === 1 ? key : `${key}-${n}`;
  });
}
