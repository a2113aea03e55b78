import { linesOfHocr } from '../../read/scan/hocr.ts';
import { runGuarded } from '../guarded.ts';
import { dataFolder } from './data-folder.ts';
import { DATA, DATA_NAME, type Engine } from './engine.ts';
import { engineLost, PAGE_CLOCK, PAGE_SECONDS, tooLong } from './failing.ts';
import { dotsOf, pgmOf, SEGMENTATION } from './image.ts';
import type { OpenRecogniser } from './recogniser.ts';

/** More bytes than a page has. */
const MOST_SAID = 64 * 1024 * 1024;

/** Tesseract as a program, started for each image. */
export function programRecogniser(
  engine: Engine,
  packed: string,
  env: NodeJS.ProcessEnv,
  pageSeconds = PAGE_SECONDS,
): OpenRecogniser {
  let folder: Promise<string> | undefined;
  return {
    engine: engine.name,
    data: DATA_NAME,
    async recognise(image, { layout }) {
      folder ??= dataFolder(packed, env).catch((error: unknown) => {
        throw engineLost(`its data could not be unpacked: ${String(error)}`, error);
      });
      const asked = ['stdin', 'stdout', '--tessdata-dir', await folder, '-l', DATA.language, '--oem', '1'];
      const how = ['--psm', `${SEGMENTATION[layout]}`, '--dpi', `${dotsOf(image)}`, '-c', 'tessedit_create_hocr=1'];
      // One thread: more of them wait for one another, and a page then takes ten times as long.
      const alone = { ...env, OMP_THREAD_LIMIT: '1' };
      const caps = { seconds: pageSeconds, clock: PAGE_CLOCK, most: MOST_SAID };
      const ended = await runGuarded(engine.path, [...asked, ...how], pgmOf(image), alone, caps).catch(
        (error: unknown) => {
          throw engineLost(error instanceof Error ? error.message : String(error), error);
        },
      );
      if ('late' in ended) throw tooLong();
      if ('failed' in ended) throw engineLost(ended.failed);
      return linesOfHocr(ended.said.toString('utf8'));
    },
    // It ends with its image.
    close: async () => undefined,
  };
}
