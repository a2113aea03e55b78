import type { Recognition } from '../../read/scan/recognition.ts';
import type { OpenRecogniser } from './recogniser.ts';
import type { Scans } from './scans.ts';

/** That of this process: it starts with the first page, and stays for the documents that follow. */
let opened: { readonly path: string; readonly recogniser: OpenRecogniser } | undefined;

/** What reads pages that are images, where anything is to and can. */
export async function recognitionOf(
  scans: Scans | undefined,
  onPage?: Recognition['onPage'],
): Promise<(Recognition & { readonly close: () => Promise<void> }) | undefined> {
  if (scans?.engine === undefined || scans.asked.ocr === 'off') return undefined;
  const { asked, engine } = scans;
  if (opened?.path !== engine.path) {
    await opened?.recogniser.close();
    const { openRecogniser } = await import('./open.ts');
    opened = { path: engine.path, recogniser: openRecogniser(engine) };
  }
  const { recogniser } = opened;
  return {
    recogniser,
    mode: scans.asked.ocr === 'force' ? 'force' : 'auto',
    ...(asked.pages === undefined ? {} : { maxPages: asked.pages }),
    ...(onPage === undefined ? {} : { onPage }),
    async close() {
      opened = undefined;
      await recogniser.close();
    },
  };
}
