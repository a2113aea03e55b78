import type { Wish } from './job.ts';
import type { Originals } from './originals.ts';
import { uploadName } from './read-all.ts';

/** What became of uploads, as far as the folder tells. */
export interface Heard {
  /** SHA-256 of the documents that have a record. */
  readonly read: ReadonlySet<string>;
  /** Sources that failed. */
  readonly failed: ReadonlySet<string>;
  /** Whether a job has it. */
  readonly wanted: (sha256: string) => boolean;
}

/**
 * Uploads of which nothing tells what became of them: the job that named them cannot be read. They are read once more; what was
 * read before, such as an archive, changes nothing.
 */
export async function unheardOf(originals: Originals, { read, failed, wanted }: Heard): Promise<Wish[]> {
  const wishes: Wish[] = [];
  for (const sha256 of await originals.all()) {
    if (read.has(sha256) || wanted(sha256)) continue;
    const note = (await originals.noted(sha256)) ?? { source: uploadName('', sha256), said: {} };
    if (!failed.has(note.source)) wishes.push({ ...note, sha256 });
  }
  return wishes;
}
