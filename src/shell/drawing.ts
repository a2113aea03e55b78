import { DEFAULT_LIMITS, type Limits } from '../model/block.ts';
import { PlanError } from '../model/errors.ts';
import { openPageImages, type PageImages, type PageImagesOptions } from './images/page-images.ts';
import { type Caps, DEFAULT_CAPS } from './pool/caps.ts';
import { openPool } from './pool/pool.ts';

export interface DrawingOptions extends Omit<PageImagesOptions, 'draw'> {
  readonly caps?: Caps;
  readonly limits?: Limits;
}

/** Those of a program that also reads documents: drawn in a process of their own, so that no page waits for a long scan. */
export function openDrawing({
  caps = DEFAULT_CAPS,
  limits = DEFAULT_LIMITS,
  ...kept
}: DrawingOptions): PageImages & { readonly close: () => Promise<void> } {
  // No process starts before there is a page to draw.
  const pool = openPool({ processes: 1, caps, setup: { pipelines: [], limits } });
  const images = openPageImages({
    ...kept,
    async draw(bytes, page) {
      const answer = await pool.draw(bytes, `page ${page}`, page);
      if (!('failed' in answer)) return answer.drawn;
      const { code, stage, message } = answer.failed;
      throw new PlanError(code, stage, message);
    },
  });
  return { ...images, close: pool.close };
}
