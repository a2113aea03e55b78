import { parentPort, workerData } from 'node:worker_threads';
import { loadKnowledge } from '../../../knowledge/knowledge.ts';
import { detailsOf, problemOf } from '../problem.ts';
import type { TryAsked } from './ask.ts';
import { measuredFolder } from './measures.ts';
import { pageOfTried, type SortedFolder, sortFolder } from './sorted.ts';
import type { FromTryThread, ToTryThread, TrySetup } from './trials.ts';

const { folder, pipelines } = workerData as TrySetup;
const knowledge = loadKnowledge();
const read = measuredFolder(folder, knowledge);

/** What was tried last: its pages are turned. */
let last: { readonly key: string; readonly sorted: SortedFolder } | undefined;

async function answer({ pipeline, codes, ...asked }: TryAsked): Promise<FromTryThread> {
  const now = await read();
  const key = JSON.stringify([now.version, pipeline, codes]);
  if (last?.key !== key) last = { key, sorted: sortFolder(knowledge, now, { pipeline, codes }, pipelines) };
  return { answer: await pageOfTried(now, last.sorted, asked) };
}

parentPort?.on('message', async (asked: ToTryThread) => {
  try {
    if (asked === 'warm') await read();
    parentPort?.postMessage(asked === 'warm' ? { warm: true } : await answer(asked));
  } catch (error) {
    parentPort?.postMessage({
      problem: { ...detailsOf(problemOf(error)), told: error instanceof Error ? (error.stack ?? '') : String(error) },
    } satisfies FromTryThread);
  }
});
