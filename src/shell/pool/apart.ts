import type { ScanPart } from '../../read/scan/page-read.ts';
import type { PagesAnswer, PagesDone, PagesRead } from './task.ts';

/** Has some pages read by whoever is free. Never throws. */
export type ReadPages = (pages: ScanPart, onPages: (done: PagesDone) => void) => Promise<PagesAnswer>;

/**
 * Has the pages of a document read part by part. What is read is the same in however many processes.
 *
 * @param onPages told how far all of them are
 */
export async function readApart(
  parts: readonly ScanPart[],
  readPages: ReadPages,
  onPages: (pages: PagesDone) => void,
): Promise<PagesRead> {
  const of = parts.reduce((sum, part) => sum + part.length, 0);
  const far = parts.map(() => 0);
  const reached = (part: number, done: number): void => {
    if (done <= (far[part] ?? 0)) return;
    far[part] = done;
    onPages({ done: far.reduce((sum, pages) => sum + pages), of });
  };
  onPages({ done: 0, of });
  const read = await Promise.all(
    parts.map(async (part, i) => {
      const held = await pagesOf(part, readPages, (done) => reached(i, done));
      reached(i, part.length);
      return [...held];
    }),
  );
  return new Map(read.flat());
}

/** One page that takes its process down is no reason to lose the others of its part: they are then read one by one. */
async function pagesOf(part: ScanPart, readPages: ReadPages, reached: (done: number) => void): Promise<PagesRead> {
  const answer = await readPages(part, ({ done }) => reached(done));
  if ('pages' in answer) return answer.pages;
  const [first] = part;
  if (first === undefined) return new Map();
  if (part.length === 1) return new Map([[first, { lost: answer.failed }]]);
  const alone = await Promise.all(part.map((page) => pagesOf([page], readPages, () => undefined)));
  return new Map(alone.flatMap((pages) => [...pages]));
}
