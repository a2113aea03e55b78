import { z } from 'zod';
import type { PlanRecord } from '../../model/record.ts';
import { DATA_NAME, type Engine, findEngine } from './engine.ts';
import { OCR_MODES } from './modes.ts';

/** Whether pages that are images are read, and how many of a document. */
export const ScansAsked = z.object({
  ocr: z.enum(OCR_MODES),
  /** All unless told. */
  pages: z.int().positive().exactOptional(),
});
export type ScansAsked = z.infer<typeof ScansAsked>;

/** The same, with what reads them on this machine; without an engine nothing does. */
export interface Scans {
  readonly asked: ScansAsked;
  readonly engine?: Engine;
}

/** What is asked for, and the engine of this machine where one is wanted. */
export async function scansOf(asked: ScansAsked, env: NodeJS.ProcessEnv): Promise<Scans> {
  const engine = asked.ocr === 'off' ? undefined : await findEngine(env);
  return { asked, ...(engine === undefined ? {} : { engine }) };
}

/** What a record was made with, as far as pages that are images go. */
export const ScansMade = ScansAsked.extend({
  /** Engine and data: those that read such pages, else those that would have. */
  by: z.string().exactOptional(),
  /** Whether the document has such pages; unknown before it was read. */
  had: z.boolean().exactOptional(),
});
export type ScansMade = z.infer<typeof ScansMade>;

const said = (engine: string, data: string): string => `${engine}, ${data}`;

/** What records are to be made with. */
export const wantedScans = ({ asked, engine }: Scans): ScansMade => ({
  ...asked,
  ...(engine === undefined ? {} : { by: said(engine.name, DATA_NAME) }),
});

/** Warnings of pages that could have been read from their images. */
const UNREAD: ReadonlySet<string> = new Set(['page-without-text', 'page-unreadable']);

/** What a record says of its pages that are images. */
export function scansIn({ document, warnings }: PlanRecord): Pick<ScansMade, 'by' | 'had'> {
  const { recognised } = document.source;
  if (recognised !== undefined) return { by: said(recognised.engine, recognised.data), had: true };
  return { had: warnings.some(({ code }) => UNREAD.has(code)) };
}

/**
 * Whether making a record again would change nothing. A document without pages that are images is read the same by every
 * engine, and by none; only where all pages are to be read from their images is it another matter.
 *
 * @param now `by` absent: by whatever reads, as where workers elsewhere do
 */
export function sameScans(before: ScansMade | undefined, now: ScansMade | undefined): boolean {
  if (now === undefined) return true;
  if (before === undefined || (before.ocr === 'force') !== (now.ocr === 'force')) return false;
  if (before.had === false) return true;
  return before.ocr === now.ocr && before.pages === now.pages && (now.by === undefined || before.by === now.by);
}
