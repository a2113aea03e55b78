import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import { gunzipSync } from 'node:zlib';
import { DATA } from './engine.ts';
import type { FromThread, ThreadSetup, ThreadTask } from './wasm.ts';

/** What is used of the compiled module. */
interface Core {
  readonly FS: { readonly writeFile: (path: string, bytes: Uint8Array) => void };
  readonly TessBaseAPI: new () => {
    /** @returns 0 where it went well */
    readonly Init: (folder: null, language: string, mode: number) => number;
    readonly SetVariable: (name: string, value: string) => boolean;
    /** @returns 1 where "/input" is no image */
    readonly SetImageFile: (turn: number, angle: number) => number;
    readonly SetPageSegMode: (mode: number) => void;
    readonly Recognize: (monitor: null) => number;
    readonly GetHOCRText: (page: number) => string;
  };
}
type OpenCore = (options: Readonly<Record<string, () => void>>) => Promise<Core>;

/** Networks alone, as the data has them. */
const LSTM_ONLY = 1;

async function open({ core, packed }: ThreadSetup) {
  const silent = (): void => undefined;
  const make: OpenCore = createRequire(import.meta.url)(core);
  const { FS, TessBaseAPI } = await make({ print: silent, printErr: silent, TesseractProgress: silent });
  FS.writeFile(`${DATA.language}.traineddata`, gunzipSync(readFileSync(packed)));
  const api = new TessBaseAPI();
  if (api.Init(null, DATA.language, LSTM_ONLY) !== 0) throw new Error('its data cannot be read');
  return ({ pgm, dots, segmentation }: ThreadTask): string => {
    FS.writeFile('/input', pgm);
    api.SetVariable('user_defined_dpi', `${dots}`);
    if (api.SetImageFile(1, 0) === 1) throw new Error('the image cannot be read');
    api.SetPageSegMode(segmentation);
    if (api.Recognize(null) !== 0) throw new Error('the page was given up');
    return api.GetHOCRText(0);
  };
}

// Started by `wasm.ts` and by nothing else.
const setup: ThreadSetup = workerData;
const opened = open(setup);
opened.catch(() => undefined);
parentPort?.on('message', async (task: ThreadTask) => {
  let answer: FromThread;
  try {
    answer = { hocr: (await opened)(task) };
  } catch (error) {
    answer = { failed: error instanceof Error ? error.message : String(error) };
  }
  parentPort?.postMessage(answer);
});
