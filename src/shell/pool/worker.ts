import './no-canvas.ts';
import { workerData } from 'node:worker_threads';
import { PlanError } from '../../model/errors.ts';
import type { PlanRecord } from '../../model/record.ts';
import { processDocument } from '../../run.ts';
import { reasonOf } from '../failure.ts';
import { serialise } from './serialise.ts';
import type { Answer, Task, WorkerSetup } from './task.ts';

/** Piscina hands the pool's own data over as the second of two. */
const setup: WorkerSetup = Array.isArray(workerData) ? workerData[1] : workerData;

/** Runs in a thread of the pool: bytes in, the document's two files out. */
export default async function work({ bytes, uri, alsoAt, pipeline, told, readAt }: Task): Promise<Answer> {
  const onRead = (): void => {
    if (readAt !== undefined) new Float64Array(readAt)[0] = Date.now();
  };
  try {
    const { record, text } = await processDocument(bytes, { uri, pipeline, told, ...setup, onRead });
    const { source } = record.document;
    const whole: PlanRecord = {
      ...record,
      document: { ...record.document, source: alsoAt.length === 0 ? source : { ...source, alsoAt: [...alsoAt] } },
    };
    if (text.trim() === '') {
      throw new PlanError(
        'no-content',
        'read',
        'No text was found in it. Open it: a document without text cannot be read.',
      );
    }
    const { id } = whole.document;
    return { done: { id, record: serialise(whole), text, pipeline: record.pipeline } };
  } catch (error) {
    return { failed: reasonOf(error, 'extract') };
  }
}
