import { join } from 'node:path';
import { Failure } from '../failure.ts';
import { jsonOf } from '../json.ts';
import { readOwn } from './own-file.ts';

/** The failures that earlier runs left. Lines that are no failures are passed over: the file is made anew anyway. */
export async function readFailures(folder: string): Promise<Failure[]> {
  const text = await readOwn(join(folder, 'failures.ndjson')).then(String, () => '');
  return text.split('\n').flatMap((line) => {
    const failure = Failure.safeParse(jsonOf(line));
    return failure.success ? [failure.data] : [];
  });
}

/**
 * The failures after a run: those of this run, and the earlier ones of sources that it did not try. A file that is gone
 * from a folder that was looked through is no failure any more.
 */
export function failuresAfter(
  before: readonly Failure[],
  now: readonly Failure[],
  tried: ReadonlySet<string>,
  folders: readonly string[],
): Failure[] {
  const inFolder = (uri: string): boolean => folders.some((folder) => uri.startsWith(`${folder}/`));
  const left = before.filter(({ source }) => !tried.has(source) && !inFolder(source));
  const bySource = new Map([...left, ...now].map((failure) => [failure.source, failure]));
  return [...bySource.values()].sort((a, b) => (a.source < b.source ? -1 : 1));
}
