import { mkdir, readdir, readFile, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { replaceFile } from '../output/replace-file.ts';
import type { DrawnPage } from './draw.ts';

/** A document whose pages are drawn. */
export interface Drawable {
  /** Of its bytes. */
  readonly sha256: string;
  /** Read when they are wanted and not before. */
  readonly bytes: () => Promise<Uint8Array>;
}

/** Pictures of pages, kept on disk. */
export interface PageImages {
  /**
   * @param number from 1
   * @returns undefined where the document has no such page
   * @throws {PlanError} what drawing it throws
   */
  readonly page: (document: Drawable, number: number) => Promise<DrawnPage | undefined>;
}

/** Draws a page of a document: in a process, under its caps, or here. */
export type Draw = (bytes: Uint8Array, number: number) => Promise<DrawnPage | undefined>;

export interface PageImagesOptions {
  readonly draw: Draw;
  /** A folder of its own; what is in it may be removed at any time. */
  readonly folder: string;
  /** Bytes of all pictures that are kept; those that were not asked for longest are removed first. */
  readonly most?: number;
}

const MB = 1024 * 1024;
export const DEFAULT_KEPT = 300 * MB;
/** Raised when the same page is drawn otherwise. */
const VERSION = 1;
/** "<sha256>-<page>-<width>x<height>.png", in points. */
const NAME = /^(?<stem>v\d+-[\da-f]{64}-\d+)-(?<width>[\d.]+)x(?<height>[\d.]+)\.png$/u;

/** Where nothing can be kept, each page is drawn whenever it is asked for. */
export function openPageImages({ draw, folder, most = DEFAULT_KEPT }: PageImagesOptions): PageImages {
  /** Pages that are being drawn: who asks for one meanwhile waits for it. */
  const drawing = new Map<string, Promise<DrawnPage | undefined>>();
  let names: Promise<Map<string, string>> | undefined;
  const kept = (): Promise<Map<string, string>> => {
    names ??= readdir(folder).then(
      (all) => new Map(all.flatMap((name) => [[NAME.exec(name)?.groups?.stem ?? '', name] as const])),
      () => new Map(),
    );
    return names;
  };

  async function find(stem: string): Promise<DrawnPage | undefined> {
    const name = (await kept()).get(stem);
    const { width, height } = NAME.exec(name ?? '')?.groups ?? {};
    if (name === undefined) return undefined;
    try {
      const path = join(folder, name);
      const png = await readFile(path);
      const now = new Date();
      await utimes(path, now, now);
      return { png, width: Number(width), height: Number(height) };
    } catch {
      return undefined;
    }
  }

  async function keep(stem: string, { png, width, height }: DrawnPage): Promise<void> {
    const name = `${stem}-${width}x${height}.png`;
    try {
      await mkdir(folder, { recursive: true });
      await replaceFile(join(folder, name), [png]);
      (await kept()).set(stem, name);
      await makeRoom(folder, most);
    } catch {
      // A disk that is full, or not ours: it is drawn again.
    }
  }

  async function drawn(stem: string, document: Drawable, number: number): Promise<DrawnPage | undefined> {
    const there = await find(stem);
    if (there !== undefined) return there;
    const page = await draw(await document.bytes(), number);
    if (page !== undefined) await keep(stem, page);
    return page;
  }

  return {
    async page(document, number) {
      const stem = `v${VERSION}-${document.sha256}-${number}`;
      const page = drawing.get(stem) ?? drawn(stem, document, number);
      drawing.set(stem, page);
      try {
        return await page;
      } finally {
        drawing.delete(stem);
      }
    },
  };
}

/** Removes the pictures that nobody asked for longest. */
async function makeRoom(folder: string, most: number): Promise<void> {
  const files = await Promise.all(
    (await readdir(folder))
      .filter((name) => NAME.test(name))
      .map(async (name) => {
        const { size, mtimeMs } = await stat(join(folder, name));
        return { name, size, mtimeMs };
      }),
  );
  let held = files.reduce((sum, { size }) => sum + size, 0);
  for (const { name, size } of files.sort((a, b) => a.mtimeMs - b.mtimeMs)) {
    if (held <= most) return;
    await rm(join(folder, name), { force: true });
    held -= size;
  }
}
