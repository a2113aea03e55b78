import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PlanRecord, Source } from '../../model/record.ts';
import { CallError } from '../call-error.ts';
import type { Drawable, PageImages } from './page-images.ts';
import { placeOn } from './place.ts';

/** A place in a document that is to be shown: a whole page, or what stands around boxes. */
type Wanted = { readonly name: string } & ({ readonly page: number } | { readonly source: Source | undefined });

/**
 * Writes pictures of places in a document, each with what a record says marked.
 *
 * @param asked names of records ("t3", "k2") and pages ("4"); figures that are doubtful where there are none
 * @returns paths of what was written
 * @throws {CallError} for what the record has not; {PlanError} what drawing throws
 */
export async function writePlaces(
  record: PlanRecord,
  document: Drawable,
  images: PageImages,
  folder: string,
  asked: readonly string[],
): Promise<readonly string[]> {
  const wanted = asked.length === 0 ? doubtful(record) : asked.map((name) => named(record, name));
  if (wanted.length > 0) await mkdir(folder, { recursive: true });
  const written: string[] = [];
  const write = async (name: string, png: Uint8Array): Promise<void> => {
    const path = join(folder, `${name}.png`);
    await writeFile(path, png);
    written.push(path);
  };
  for (const place of wanted) {
    if ('page' in place) {
      const page = await images.page(document, place.page);
      if (page !== undefined) await write(place.name, page.png);
      continue;
    }
    const boxes = place.source?.boxes ?? [];
    for (const number of new Set(boxes.map(([on]) => on))) {
      const page = await images.page(document, number);
      const png = page === undefined ? undefined : placeOn(page, boxes, number);
      if (png !== undefined) await write(`${place.name}-page-${number}`, png);
    }
  }
  return written;
}

const doubtful = ({ warnings }: PlanRecord): Wanted[] =>
  warnings
    .filter(({ code }) => code === 'figure-doubtful')
    .map(({ source }, i) => ({ name: `doubtful-${i + 1}`, source }));

function named(record: PlanRecord, name: string): Wanted {
  const pages = record.document.source.pages ?? 0;
  if (/^[1-9]\d{0,5}$/u.test(name) && Number(name) <= pages) return { name: `page-${name}`, page: Number(name) };
  const { targets, tasks } = record;
  const found = [...targets, ...tasks].find(({ id }) => id.endsWith(`#${name}`));
  if (found !== undefined && /^[a-z]\d+$/u.test(name)) return { name, source: found.source };
  const has = [counted('t', targets.length), counted('k', tasks.length), counted('', pages)];
  throw new CallError(
    `--image ${name}: the document has no such target, task or page. It has targets ${has[0]}, tasks ${has[1]}, pages ${has[2]}.`,
  );
}

const counted = (letter: string, count: number): string =>
  count === 0 ? '(none)' : count === 1 ? `${letter}1` : `${letter}1 to ${letter}${count}`;
